/** One comment, and the field for writing one. */
import { html, nothing, type TemplateResult } from "lit-html";
import { button } from "../../../../addin/pane/kit/button.ts";
import { field } from "../../../../addin/pane/kit/field.ts";
import { icon } from "../../../../addin/pane/kit/icons.ts";
import { say } from "../../../../addin/pane/kit/language.ts";
import { tellMoment } from "../../../../addin/pane/kit/moments.ts";
import type { CommentAnswer } from "../../../../shared/api/reviews.ts";
import { addressOf, submissionPlace } from "../../places.ts";
import { COMMON } from "../../words.ts";
import { writePlace, type CellPlace } from "./cell-place.ts";
import type { PanelScope } from "./panel-scope.ts";
import { placeButton, tellPlace } from "./place-button.ts";
import { PANEL } from "./words.ts";

/** @param hasPlace left out in the card of its own cell */
export function commentItem(scope: PanelScope, comment: CommentAnswer, hasPlace: boolean): TemplateResult {
  const { by, at, text, version, resolvedAt } = comment;
  const isOther = version !== scope.version.number;
  return html`<li class="said-line comment ${resolvedAt === null ? "" : "resolved"}">
    ${icon(resolvedAt === null ? "comment" : "tick")}
    <div>
      ${hasPlace ? commentPlace(scope, comment, isOther) : nothing}
      <p class="said-text">${text}</p>
      <p class="quiet-text">
        ${say(PANEL.said, { name: by.name, at: say(tellMoment(at)) })}${isOther ? ` · ${say(COMMON.version(version))}` : ""}
      </p>
      ${resolvedAt === null ? resolveButton(scope, comment) : resolution(comment)}
    </div>
  </li>`;
}

/** A comment on another version is gone to there: its cell may hold something else here. */
function commentPlace(scope: PanelScope, { sheet, cell, version }: CommentAnswer, isOther: boolean): TemplateResult {
  const at: CellPlace = { sheet, cell };
  if (!isOther || sheet === "") return placeButton(scope, at);
  const { roundId, organisationId } = scope.place;
  const there = submissionPlace(roundId, organisationId, { version, cell: writePlace(at) });
  return html`<a href=${addressOf(there)}>${tellPlace(at, true)} (${say(COMMON.version(version))})</a>`;
}

const resolveButton = ({ resolve, busy }: PanelScope, comment: CommentAnswer): TemplateResult | typeof nothing =>
  resolve
    ? button({
        label: say(PANEL.resolve),
        icon: "tick",
        isBusy: busy.has(comment.id),
        does: () => resolve(comment),
      })
    : nothing;

const resolution = ({ resolvedBy, resolvedAt }: CommentAnswer): TemplateResult =>
  html`<p class="quiet-text">
    ${say(PANEL.resolvedBy, { name: resolvedBy?.name ?? "…", at: say(tellMoment(resolvedAt ?? "")) })}
  </p>`;

const LONGEST = 4000;

/** What is typed here is the draft: kept as it is typed. */
export function commentField(scope: PanelScope, at: CellPlace): TemplateResult | typeof nothing {
  const { writing, busy, redraw } = scope;
  if (!writing) return nothing;
  const place = writePlace(at);
  const text = writing.text(at);
  const isBusy = busy.has(place);
  const label = at.sheet === "" ? PANEL.writeWhole : at.cell === "" ? PANEL.writeSheet : PANEL.write;
  return html`<div class="comment-field">
    ${field({
      id: at.sheet === "" ? "comment-whole" : "comment-here",
      label: say(label),
      kind: "area",
      maxLength: LONGEST,
      value: text,
      hint: text.trim() === "" ? "" : say(PANEL.kept),
      type: (typed) => {
        writing.write(at, typed);
        redraw();
      },
    })}
    ${
      text.trim() === ""
        ? nothing
        : html`<div class="actions">
            ${button({ label: say(PANEL.sendNow), icon: "submit", isBusy, does: () => void writing.send(at) })}
          </div>`
    }
  </div>`;
}
