/** What the reviewer said, each at its cell. */
import { html, nothing, type TemplateResult } from "lit-html";
import type { CommentAnswer } from "../../../shared/api/reviews.ts";
import type { Me } from "../../sync/state.ts";
import { button } from "../kit/button.ts";
import { disclosure } from "../kit/disclosure.ts";
import { icon } from "../kit/icons.ts";
import { say } from "../kit/language.ts";
import { tellMoment } from "../kit/moments.ts";
import { longList } from "./parts-of-page.ts";
import type { SubmitScope } from "./scope.ts";
import { ROUND } from "./words.ts";

const RESOLVED = "submit-resolved-comments";

export function commentsView(scope: SubmitScope, me: Me): TemplateResult | typeof nothing {
  const { comments } = scope.sync.state;
  if (comments.length === 0) return nothing;
  const open = comments.filter(({ resolvedAt }) => resolvedAt === null);
  const resolved = comments.filter(({ resolvedAt }) => resolvedAt !== null);
  return html`${
    open.length > 0
      ? html`<h4>${say(ROUND.comments(open.length))}</h4>
          ${longList(scope, { id: "comments", items: open, item: (comment) => commentView(scope, me, comment) })}`
      : nothing
  }
  ${
    resolved.length > 0
      ? disclosure({
          id: RESOLVED,
          title: say(ROUND.resolvedComments(resolved.length)),
          isOpen: scope.view.isOpen(RESOLVED),
          toggle: () => {
            scope.view.toggle(RESOLVED);
          },
          body: () =>
            longList(scope, { id: RESOLVED, items: resolved, item: (comment) => commentView(scope, me, comment) }),
        })
      : nothing
  }`;
}

const commentView = (scope: SubmitScope, me: Me, comment: CommentAnswer): TemplateResult =>
  html`<div class="submit-comment">
    ${placeView(scope, comment)}
    <p>${comment.text}</p>
    <p class="quiet-text">
      ${say(ROUND.said(comment.by.name, tellMoment(comment.at)))} · ${say(ROUND.version(comment.version))}
    </p>
    ${comment.resolvedAt === null && me.role === "submitter" ? resolveButton(scope, comment) : nothing}
  </div>`;

function placeView({ live }: SubmitScope, { sheet, cell }: CommentAnswer): TemplateResult {
  if (sheet === "") return html`<p class="label">${say(ROUND.wholeSubmission)}</p>`;
  const place = cell === "" ? say(ROUND.wholeSheet(sheet)) : `${sheet}!${cell}`;
  return html`<button
    type="button"
    class="submit-place"
    aria-label=${cell === "" ? place : say(ROUND.goTo(place))}
    @click=${() => {
      void live.goTo(sheet, [cell === "" ? "A1" : cell]);
    }}
  >
    ${icon("comment")}<span>${place}</span>
  </button>`;
}

const resolveButton = ({ sync }: SubmitScope, { id }: CommentAnswer): TemplateResult =>
  button({
    label: say(ROUND.resolve),
    icon: "tick",
    look: "quiet",
    does: () => {
      void sync.resolveComment(id);
    },
  });
