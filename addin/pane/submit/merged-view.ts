/** The round's consolidations, for those who may merge. */
import { html, nothing, type TemplateResult } from "lit-html";
import type { ConsolidationLine } from "../../sync/state.ts";
import { button } from "../kit/button.ts";
import { say } from "../kit/language.ts";
import { downloadMerged, openMerged } from "./merged-actions.ts";
import { tellMoment } from "../kit/moments.ts";
import { badge, longList, remark, stepHead } from "./parts-of-page.ts";
import { roundOf, type SubmitScope } from "./scope.ts";
import { BUSY, MERGED, ROUND } from "./words.ts";

export const mergedView = (scope: SubmitScope): TemplateResult =>
  html`<section class="submit-section">
    ${stepHead(scope, say(MERGED.heading))}
    <p class="quiet-text">${roundOf(scope)?.name ?? ""}</p>
    ${scope.sync.state.mayMerge ? mergeable(scope) : remark("info", say(MERGED.notYours))}
  </section>`;

function mergeable(scope: SubmitScope): TemplateResult {
  const { consolidations, busy } = scope.sync.state;
  const newestFirst = [...consolidations].sort((a, b) => (a.at < b.at ? 1 : -1));
  const isMerging = busy === "merging";
  return html`<p class="hint">${say(MERGED.intro)}</p>
    <div class="actions">
      ${button({
        label: isMerging ? say(BUSY.merging) : say(MERGED.merge),
        look: "primary",
        isBusy: isMerging,
        isDisabled: busy !== null,
        does: () => {
          void scope.sync.merge();
        },
      })}
    </div>
    ${scope.own.state.fault === MERGED.notOpened ? remark("warning", say(MERGED.notOpened)) : nothing}
    ${
      newestFirst.length === 0
        ? html`<p class="hint">${say(MERGED.none)}</p>`
        : html`<h3>${say(MERGED.list)}</h3>
            ${longList(scope, { id: "merged", items: newestFirst, item: (line) => lineView(scope, line) })}`
    }`;
}

function lineView(scope: SubmitScope, line: ConsolidationLine): TemplateResult {
  const isBusy = scope.sync.state.busy !== null;
  const about = `merged-${line.id}`;
  return html`<article class="submit-version">
    <h4 id=${about}>${say(tellMoment(line.at))}</h4>
    <p>
      ${say(MERGED.made(line.versions, line.lineItems))}
      ${line.acceptedOnly ? badge("quiet", say(MERGED.acceptedOnly)) : nothing}
    </p>
    <p class="quiet-text">${say(ROUND.by(line.by.name))} · <code>${line.sha256.slice(0, 8)}</code></p>
    <div class="actions">
      ${button({
        label: say(MERGED.open),
        icon: "sheet",
        isDisabled: isBusy,
        describedBy: about,
        does: () => {
          void openMerged(scope, line);
        },
      })}
      ${button({
        label: say(MERGED.download),
        icon: "download",
        look: "quiet",
        isDisabled: isBusy,
        describedBy: about,
        does: () => {
          void downloadMerged(scope, line);
        },
      })}
    </div>
  </article>`;
}
