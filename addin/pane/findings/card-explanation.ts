/** “Giải trình” on a warning: why it is right as it stands, in the officer's words. */
import { html, nothing, type TemplateResult } from "lit-html";
import type { TellableFinding } from "../../checking/report.ts";
import { focusWhenDrawn } from "../kit/after-drawing.ts";
import { button } from "../kit/button.ts";
import { field } from "../kit/field.ts";
import { icon } from "../kit/icons.ts";
import { say } from "../kit/language.ts";
import type { PaneParts } from "../parts.ts";
import { canExplain, LONGEST_TEXT, SHORTEST_TEXT } from "./explained.ts";
import { CANCEL, CHANGE_EXPLANATION, EXPLAIN, EXPLAIN_HINT, EXPLANATION, KEEP, TAKE_BACK } from "./words.ts";

const FIELD = "explanation";

export function explanation(
  finding: TellableFinding,
  parts: PaneParts,
  kept: string | null,
): TemplateResult | typeof nothing {
  if (!canExplain(finding) && kept === null) return nothing;
  const id = `explain ${finding.key}`;
  if (id in parts.view.state.drafts) return writing(finding, parts, id);
  return kept === null ? offer(parts, id) : told(finding, parts, { id, kept });
}

const begin = ({ view }: PaneParts, id: string, text: string): void => {
  view.type(id, text);
  // The officer wants to write at once.
  focusWhenDrawn(FIELD);
};

const offer = (parts: PaneParts, id: string): TemplateResult =>
  html`<div class="actions">
    ${button({
      label: say(EXPLAIN),
      icon: "comment",
      does: () => {
        begin(parts, id, "");
      },
    })}
  </div>`;

interface Kept {
  readonly id: string;
  readonly kept: string;
}

const told = (finding: TellableFinding, parts: PaneParts, { id, kept }: Kept): TemplateResult =>
  html`<div class="explained">
    <h3 class="label">${icon("done")}${say(EXPLANATION)}</h3>
    <p>${kept}</p>
    <div class="actions">
      ${button({
        label: say(CHANGE_EXPLANATION),
        does: () => {
          begin(parts, id, kept);
        },
      })}
      ${button({
        label: say(TAKE_BACK),
        look: "quiet",
        does: () => {
          parts.live.explain(finding, "");
        },
      })}
    </div>
  </div>`;

function writing(finding: TellableFinding, { live, view }: PaneParts, id: string): TemplateResult {
  const text = view.draft(id);
  const stop = (): void => {
    view.type(id, null);
  };
  return html`<div class="explaining">
    ${field({
      id: FIELD,
      label: say(EXPLAIN),
      kind: "area",
      value: text,
      hint: say(EXPLAIN_HINT),
      maxLength: LONGEST_TEXT,
      type: (typed) => {
        view.type(id, typed);
      },
    })}
    <div class="actions">
      ${button({
        label: say(KEEP),
        look: "primary",
        isDisabled: text.trim().length < SHORTEST_TEXT,
        does: () => {
          live.explain(finding, text.trim());
          stop();
        },
      })}
      ${button({ label: say(CANCEL), does: stop })}
    </div>
  </div>`;
}
