/** A list of what changed: its name, how many there are, and a table that scrolls in its own frame. */
import { html, nothing, type TemplateResult } from "lit-html";
import { say } from "../../../../addin/pane/kit/language.ts";
import { printCount } from "../../../../addin/pane/kit/printing.ts";
import type { Bilingual } from "../../../../shared/rule.ts";
import type { Paging } from "./paging.ts";

export interface TableHead {
  readonly text: Bilingual;
  readonly isFigure?: boolean;
}

interface ListTable<T> {
  /** Unlike any other of the view's. */
  readonly id: string;
  readonly title: Bilingual;
  readonly heads: readonly TableHead[];
  readonly items: readonly T[];
  /** One or more rows of the table. */
  readonly rows: (item: T) => TemplateResult;
}

/** Nothing where the list is empty. */
export function listTable<T>(paging: Paging, { id, title, heads, items, rows }: ListTable<T>): unknown {
  if (items.length === 0) return nothing;
  const frame = `compare-${id}`;
  return html`<section class="compare-list">
    <h3 id="list-${id}">${say(title)} (${printCount(items.length)})</h3>
    <div class="table-frame" id=${frame} tabindex="0" role="region" aria-label=${say(title)}>
      <table class="table compare-table of-${id}">
        <thead>
          ${headRow(heads)}
        </thead>
        ${paging.first(id, items).map(
          (item) =>
            html`<tbody>
              ${rows(item)}
            </tbody>`,
        )}
      </table>
    </div>
    ${paging.more(id, items.length, frame)}
  </section>`;
}

export const headRow = (heads: readonly TableHead[]): TemplateResult =>
  html`<tr>
    ${heads.map(({ text, isFigure }) => html`<th scope="col" class=${isFigure ? "figure" : ""}>${say(text)}</th>`)}
  </tr>`;
