/** The list itself: one stop of the Tab key, arrows inside; of a long list only the rows in sight are in the page. */
import { html, type TemplateResult } from "lit-html";
import { ref } from "lit-html/directives/ref.js";
import { repeat } from "lit-html/directives/repeat.js";
import { say } from "../kit/language.ts";
import type { PaneParts } from "../parts.ts";
import type { HeadRow, ItemRow, Row } from "./groups.ts";
import type { Item } from "./items.ts";
import { headFace, itemFace } from "./item-row.ts";
import { itemAfter } from "./moving.ts";
import { HEAD_HEIGHT, ITEM_HEIGHT, scrollTo, windowOf } from "./row-window.ts";
import type { Shown } from "./shown.ts";
import { COMMENTS, LIST, WHOLE_WORKBOOK } from "./words.ts";

/** Before the page has told how high the list is. */
const FIRST_HEIGHT = 400;

export class FindingList {
  readonly #choose: (item: Item) => void;
  readonly #redraw: () => void;
  #element: HTMLElement | null = null;
  #height = FIRST_HEIGHT;
  readonly #sizes = new ResizeObserver(([entry]) => {
    const height = entry?.contentRect.height ?? 0;
    if (height === 0 || height === this.#height) return;
    const isLess = height < this.#height;
    this.#height = height;
    if (isLess) this.#keepChosenInSight();
    this.#redraw();
  });
  /** As last drawn. */
  #drawn: { readonly shown: Shown; readonly chosen: string | null } | null = null;
  /** Where the Tab key comes in. */
  #active: string | null = null;
  /** Where that stood, for when it is mended and gone. */
  #activeAt = 0;
  #wantsFocus = false;

  constructor(choose: (item: Item) => void, redraw: () => void) {
    this.#choose = choose;
    this.#redraw = redraw;
  }

  render(parts: PaneParts, shown: Shown): TemplateResult {
    const { rows, layout } = shown;
    this.#drawn = { shown, chosen: parts.view.state.selected };
    const active = this.#settleActive(rows);
    const { first, last } = windowOf(layout, this.#sight());
    const inPage = rows.slice(first, last).map((row, index): Placed => ({ row, top: layout.tops[first + index] ?? 0 }));
    const at = active ? rows.indexOf(active) : -1;
    // The focus must not vanish with the row that holds it.
    if (active && (at < first || at >= last)) inPage.push({ row: active, top: layout.tops[at] ?? 0 });
    return html`<div class="list" ${ref(this.#hold)} @scroll=${this.#redraw}>
      <div
        role="listbox"
        aria-label=${say(LIST)}
        class="list-inside"
        .style=${`height:${String(layout.height)}px`}
        @keydown=${(event: KeyboardEvent) => {
          this.#press(event, shown);
        }}
      >
        ${repeat(
          inPage,
          ({ row }) => row.key,
          ({ row, top }) =>
            row.kind === "head" ? this.#head(row, top, parts) : this.#item(row, top, { parts, shown, active }),
        )}
      </div>
    </div>`;
  }

  /** Brings an item into sight, and the focus to it where that is wanted. */
  show(rows: Shown, key: string, focus: boolean): void {
    const at = rows.rows.findIndex((row) => row.key === key);
    if (at < 0) return;
    this.#active = key;
    this.#activeAt = at;
    this.#wantsFocus ||= focus;
    const to = scrollTo(rows.layout, at, this.#sight());
    if (to !== null && this.#element) this.#element.scrollTop = to;
    this.#redraw();
  }

  /** The item that holds the place of one that had the focus and is gone. @returns whether there is one */
  takeFocus(): boolean {
    const element = this.#element?.querySelector<HTMLElement>("[role=option][tabindex='0']");
    element?.focus({ preventScroll: true });
    return element !== null && element !== undefined;
  }

  afterDraw(): void {
    if (!this.#wantsFocus) return;
    this.#wantsFocus = false;
    this.takeFocus();
  }

  /** Its card takes the place that it stood in. */
  #keepChosenInSight(): void {
    if (!this.#drawn || this.#drawn.chosen === null) return;
    const { shown, chosen } = this.#drawn;
    const at = shown.rows.findIndex(({ key }) => key === chosen);
    const to = at < 0 ? null : scrollTo(shown.layout, at, this.#sight());
    if (to !== null && this.#element) this.#element.scrollTop = to;
  }

  #sight(): { scrollTop: number; height: number } {
    return { scrollTop: this.#element?.scrollTop ?? 0, height: this.#height };
  }

  #settleActive(rows: readonly Row[]): ItemRow | null {
    const at = rows.findIndex((row) => row.kind === "item" && row.key === this.#active);
    const found = rows[at] ?? nearest(rows, this.#activeAt);
    if (found?.kind !== "item") return null;
    if (at >= 0) this.#activeAt = at;
    else this.#active = this.#active === null ? null : found.key;
    return found;
  }

  #press(event: KeyboardEvent, shown: Shown): void {
    const { key, altKey, ctrlKey, metaKey } = event;
    if (altKey || ctrlKey || metaKey) return;
    const active = this.#settleActive(shown.rows);
    if (key === "Enter" || key === " ") {
      event.preventDefault();
      if (active) this.#choose(active.item);
      return;
    }
    const next = itemAfter(shown.rows, active?.key ?? null, key);
    if (!next) return;
    event.preventDefault();
    this.show(shown, next.key, true);
  }

  readonly #hold = (element: Element | undefined): void => {
    this.#sizes.disconnect();
    this.#element = element instanceof HTMLElement ? element : null;
    if (this.#element) this.#sizes.observe(this.#element);
  };

  #head(row: HeadRow, top: number, parts: PaneParts): TemplateResult {
    return html`<div
      class="list-head"
      role="presentation"
      .style=${`top:${String(top)}px;height:${String(HEAD_HEIGHT)}px`}
    >
      ${headFace(row, titleOf(row, parts))}
    </div>`;
  }

  #item(row: ItemRow, top: number, { parts, shown, active }: ItemSurroundings): TemplateResult {
    const { item } = row;
    const { selected, grouping } = parts.view.state;
    const isSelected = selected === row.key;
    const isExplained = item.kind === "finding" && shown.explanationOf(item.finding) !== null;
    return html`<div
      class="item ${isSelected ? "selected" : ""}"
      role="option"
      tabindex=${active?.key === row.key ? "0" : "-1"}
      aria-selected=${isSelected ? "true" : "false"}
      aria-setsize=${shown.filtered.length}
      aria-posinset=${row.position}
      .style=${`top:${String(top)}px;height:${String(ITEM_HEIGHT)}px`}
      @click=${() => {
        this.#active = row.key;
        this.#choose(item);
      }}
      @focus=${() => {
        this.#active = row.key;
      }}
    >
      ${itemFace(item, { isExplained, showsSheet: grouping === "rule" })}
    </div>`;
  }
}

interface Placed {
  readonly row: Row;
  readonly top: number;
}

interface ItemSurroundings {
  readonly parts: PaneParts;
  readonly shown: Shown;
  readonly active: ItemRow | null;
}

function nearest(rows: readonly Row[], at: number): Row | null {
  const place = Math.min(at, rows.length - 1);
  for (let index = place; index < rows.length; index++) if (rows[index]?.kind === "item") return rows[index] ?? null;
  for (let index = place; index >= 0; index--) if (rows[index]?.kind === "item") return rows[index] ?? null;
  return null;
}

function titleOf({ group }: HeadRow, { view, rules }: PaneParts): string {
  if (view.state.grouping === "sheet") return group === "" ? say(WHOLE_WORKBOOK) : group;
  const card = group === "" ? null : rules.cardOf(group);
  return group === "" ? say(COMMENTS) : card ? say(card.checks) : group;
}
