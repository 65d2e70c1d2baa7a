/** In place of a view, where there is no version to look at. */
import { html, nothing, type TemplateResult } from "lit-html";
import { say } from "../../../addin/pane/kit/language.ts";
import { addressOf, type PlaceOf } from "../places.ts";
import { maySubmit, type SeenSubmission } from "./rights.ts";
import { EMPTY, HEAD } from "./words.ts";

export function nothingYet(seen: SeenSubmission, place: PlaceOf<"submission">): TemplateResult {
  const { roundId, organisationId, version } = place;
  const { latestVersion, state } = seen.submission;
  if (latestVersion > 0)
    return html`<section class="card">
      <h2>${say(EMPTY.noVersion(version ?? 0))}</h2>
      <p><a href=${addressOf({ ...place, version: null, since: null, cell: null })}>${say(HEAD.toLatest)}</a></p>
    </section>`;
  if (state === "missing" && !seen.round.expectedIds.includes(organisationId))
    return html`<section class="card"><h2>${say(EMPTY.notExpected)}</h2></section>`;
  const isDraft = state === "draft";
  const upload = addressOf({ page: "upload", roundId, organisationId });
  return html`<section class="card">
    <h2>${say(isDraft ? EMPTY.draft : EMPTY.missing)}</h2>
    <p>${say(isDraft ? EMPTY.draftSays : EMPTY.missingSays)}</p>
    ${
      maySubmit(seen)
        ? html`<p class="actions">
            <a class="button primary" href=${upload}>${say(isDraft ? EMPTY.goOn : EMPTY.submit)}</a>
          </p>`
        : nothing
    }
  </section>`;
}
