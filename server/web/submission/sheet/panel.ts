/** Beside the sheet: what is said of the chosen cell, and all findings, comments and explanations, each leading to its cell. */
import { html, nothing, type TemplateResult } from "lit-html";
import { button } from "../../../../addin/pane/kit/button.ts";
import { say } from "../../../../addin/pane/kit/language.ts";
import type { CommentAnswer } from "../../../../shared/api/reviews.ts";
import type { Bilingual } from "../../../../shared/rule.ts";
import { COMMON } from "../../words.ts";
import { commentField, commentItem } from "./comment-item.ts";
import { FindingList } from "./finding-list.ts";
import type { PanelScope } from "./panel-scope.ts";
import { placeButton } from "./place-button.ts";
import { PANEL } from "./words.ts";

const LISTS = ["findings", "comments", "explanations"] as const;
type ListName = (typeof LISTS)[number];

const PAGE = 60;

export class Panel {
  readonly #findings = new FindingList();
  #list: ListName = "findings";
  #limit = PAGE;

  /** @param card of the chosen cell; null where none is */
  render(scope: PanelScope, card: TemplateResult | null): TemplateResult {
    return html`<aside class="sheet-panel" tabindex="0" aria-label=${say(PANEL.label)}>
      ${card ?? nothing}
      <div class="panel-lists" role="group" aria-label=${say(PANEL.tabs)}>
        ${LISTS.map((list) => this.#tab(scope, list))}
      </div>
      <h2 class="sr-only">${say(PANEL[this.#list])}</h2>
      ${this.#shown(scope)}
    </aside>`;
  }

  #tab(scope: PanelScope, list: ListName): TemplateResult {
    return html`<button
      type="button"
      aria-pressed=${list === this.#list ? "true" : "false"}
      @click=${() => {
        this.#list = list;
        this.#limit = PAGE;
        scope.redraw();
      }}
    >
      ${say(PANEL[list])} <span class="quiet-text">${countOf(scope, list)}</span>
    </button>`;
  }

  #shown(scope: PanelScope): TemplateResult {
    switch (this.#list) {
      case "findings":
        return this.#findings.render(scope);
      case "comments":
        return this.#comments(scope);
      case "explanations":
        return this.#explanations(scope);
    }
  }

  #comments(scope: PanelScope): TemplateResult {
    const open = scope.comments.filter(({ resolvedAt }) => resolvedAt === null);
    const resolved = scope.comments.filter(({ resolvedAt }) => resolvedAt !== null);
    const drafts = scope.writing?.drafts ?? [];
    return html`${
      drafts.length === 0
        ? nothing
        : html`<h3>${say(PANEL.drafts(drafts.length))}</h3>
            <ul class="said">
              ${drafts.map(
                (draft) =>
                  html`<li class="said-line draft">
                    <div>
                      ${placeButton(scope, draft)}
                      <p class="said-text">${draft.text}</p>
                    </div>
                  </li>`,
              )}
            </ul>`
    }
    ${this.#group(scope, { name: PANEL.open(open.length), comments: open })}
    ${this.#group(scope, { name: PANEL.resolved(resolved.length), comments: resolved })}
    ${scope.comments.length + drafts.length === 0 ? html`<p class="quiet-text">${say(PANEL.noComments)}</p>` : nothing}
    ${commentField(scope, { sheet: "", cell: "" })}`;
  }

  #group(
    scope: PanelScope,
    { name, comments }: { readonly name: Bilingual; readonly comments: readonly CommentAnswer[] },
  ): TemplateResult | typeof nothing {
    if (comments.length === 0) return nothing;
    return html`<h3>${say(name)}</h3>
      <ul class="said">
        ${comments.slice(0, this.#limit).map((comment) => commentItem(scope, comment, true))}
      </ul>
      ${this.#more(scope, comments.length)}`;
  }

  #explanations(scope: PanelScope): TemplateResult {
    const { explanations } = scope.version;
    if (explanations.length === 0) return html`<p class="quiet-text">${say(PANEL.noExplanations)}</p>`;
    return html`<ul class="said">
        ${explanations.slice(0, this.#limit).map(
          (explanation) =>
            html`<li class="said-line">
              <div>
                ${placeButton(scope, explanation)}
                <p class="said-text">${explanation.text}</p>
              </div>
            </li>`,
        )}
      </ul>
      ${this.#more(scope, explanations.length)}`;
  }

  #more(scope: PanelScope, count: number): TemplateResult | typeof nothing {
    if (count <= this.#limit) return nothing;
    return button({
      label: say(COMMON.more(count - this.#limit)),
      does: () => {
        this.#limit += PAGE;
        scope.redraw();
      },
    });
  }
}

function countOf({ version, comments }: PanelScope, list: ListName): number {
  switch (list) {
    case "findings":
      return version.findings.length;
    case "comments":
      return comments.filter(({ resolvedAt }) => resolvedAt === null).length;
    case "explanations":
      return version.explanations.length;
  }
}
