/** The sheet on the page: of its rows and columns only those exist as elements that can be seen. */
import { columnLetter, type Area } from "../../../shared/grid.ts";
import type { Sheet } from "../../../test/host-sim/sheet.ts";
import { onceAFrame } from "../../pane/kit/once-a-frame.ts";
import { make } from "./dom.ts";
import { ACTIVE_CELL_ID, drawRow, HEAD_PX, type Drawing, type Span } from "./draw-row.ts";
import { Layout, type Box } from "./layout.ts";
import type { Place } from "./place.ts";

const NUMBERS_PX = 52;
/** Drawn beyond what is seen, so that scrolling shows no gaps. */
const BEYOND_ROWS_PX = 200;
const BEYOND_COLUMNS_PX = 500;
const ROWS_MEASURED_AT_A_TIME = 300;

export interface SelectedCells {
  readonly areas: readonly Area[];
  readonly active: Place;
}

export interface ViewWords {
  readonly grid: string;
  readonly blank: string;
}

export class SheetView {
  /** What scrolls. */
  readonly element = make("grid-scroll");
  readonly grid: HTMLElement;
  /** Over the cells: the frame of the selection, the editor. */
  readonly overlay = make("grid-overlay");
  readonly #content = make("grid-content");
  readonly #head = make("grid-head", { role: "row", "aria-rowindex": "1" });
  readonly #lines = make("grid-lines", { "aria-hidden": "true" });
  readonly #words: ViewWords;
  readonly #rows = new Map<number, HTMLElement>();
  readonly #frames: HTMLElement[] = [];
  #columns: Span = { first: 0, last: -1 };
  #layout: Layout;
  #selected: SelectedCells = { areas: [], active: { row: 1, column: 0 } };
  #isStale = true;
  #measuring: ReturnType<typeof setTimeout> | null = null;

  constructor(sheet: Sheet, words: ViewWords) {
    this.#words = words;
    this.grid = make("grid", { role: "grid", tabindex: "0", "aria-label": words.grid, "aria-multiselectable": "true" });
    this.grid.append(this.#head);
    this.#content.append(this.#lines, this.grid, this.overlay);
    this.element.append(this.#content);
    this.element.addEventListener("scroll", () => {
      this.#ask();
    });
    this.#layout = new Layout(sheet);
    this.#layOut();
    new ResizeObserver(() => {
      this.#ask();
    }).observe(this.element);
  }

  get layout(): Layout {
    return this.#layout;
  }

  /** Cells may hold something else now. */
  refresh(): void {
    this.#isStale = true;
    this.#ask();
  }

  show(sheet: Sheet): void {
    if (sheet === this.#layout.sheet && !this.#layout.isOutdated()) return;
    const isOther = sheet !== this.#layout.sheet;
    this.#layout = new Layout(sheet);
    this.#layOut();
    if (isOther) this.element.scrollTo(0, 0);
    this.refresh();
  }

  select(selected: SelectedCells): void {
    const { row, column } = this.#selected.active;
    this.#selected = selected;
    if (row !== selected.active.row || column !== selected.active.column)
      for (const changed of [row, selected.active.row]) this.#forget(changed);
    this.#ask();
  }

  reveal({ top, left, bottom, right }: Area): void {
    this.#layout.reach(bottom, right);
    this.#resize();
    this.#layout.measureRows(top, Math.min(bottom, top + 50), top);
    const { x, y, width, height } = this.#layout.boxOf({ top, left, bottom, right });
    const { scrollLeft, scrollTop, clientWidth, clientHeight } = this.element;
    this.element.scrollTo(
      nearest({ at: x, size: width, from: scrollLeft, room: clientWidth - NUMBERS_PX }),
      nearest({ at: y, size: height, from: scrollTop, room: clientHeight - HEAD_PX }),
    );
    this.#ask();
  }

  /** In the coordinates of the overlay. */
  boxOf(area: Area): Box {
    const box = this.#layout.boxOf(area);
    return { ...box, x: box.x + NUMBERS_PX, y: box.y + HEAD_PX };
  }

  /** Null for a row or column where the pointer is on the headings. */
  placeAt({ clientX, clientY }: MouseEvent): { row: number | null; column: number | null } {
    const { left, top } = this.element.getBoundingClientRect();
    const [x, y] = [clientX - left - NUMBERS_PX, clientY - top - HEAD_PX];
    return {
      row: y < 0 ? null : this.#layout.rows.indexAt(y + this.element.scrollTop),
      column: x < 0 ? null : this.#layout.columns.indexAt(x + this.element.scrollLeft),
    };
  }

  rowsInView(): number {
    const { scrollTop, clientHeight } = this.element;
    const { rows } = this.#layout;
    return Math.max(1, rows.indexAt(scrollTop + clientHeight - HEAD_PX) - rows.indexAt(scrollTop) - 1);
  }

  #layOut(): void {
    const { columns, rows } = this.#layout;
    this.grid.setAttribute("aria-rowcount", String(rows.last + 1));
    this.grid.setAttribute("aria-colcount", String(columns.last + 2));
    this.#resize();
    if (this.#measuring !== null) clearTimeout(this.#measuring);
    this.#measureOn();
  }

  #resize(): void {
    this.#content.style.width = `${String(NUMBERS_PX + this.#layout.columns.total)}px`;
    this.#content.style.height = `${String(HEAD_PX + this.#layout.rows.total)}px`;
  }

  #measureOn(): void {
    this.#measuring = setTimeout(() => {
      const moved = this.#layout.measureMore(ROWS_MEASURED_AT_A_TIME, this.#firstRow());
      if (moved === null) {
        this.#measuring = null;
        return;
      }
      this.#resize();
      if (moved !== 0) {
        this.element.scrollTop += moved;
        this.refresh();
      }
      this.#measureOn();
    }, 30);
  }

  #firstRow = (): number => this.#layout.rows.indexAt(this.element.scrollTop);

  readonly #ask = onceAFrame(() => {
    this.#draw();
  });

  #draw(): void {
    if (this.#layout.isOutdated()) {
      this.#layout = new Layout(this.#layout.sheet);
      this.#layOut();
      this.#isStale = true;
    }
    const { first, last } = this.#rowsToDraw();
    if (this.#isStale) this.#layout.measureRows(first, last, first);
    this.#chooseColumns();
    if (this.#isStale) for (const row of [...this.#rows.keys()]) this.#forget(row);
    this.#isStale = false;
    const tooNarrow = new Map<number, number>();
    this.#drawRows({ first, last }, tooNarrow);
    if (tooNarrow.size > 0) {
      this.#layout.columns.resize(tooNarrow, 0);
      this.#resize();
      this.#columns = { first: 0, last: -1 };
      this.refresh();
    }
    this.#drawSelection();
  }

  #rowsToDraw(): Span {
    const { rows } = this.#layout;
    const { scrollTop, clientHeight } = this.element;
    return {
      first: rows.indexAt(Math.max(0, scrollTop - BEYOND_ROWS_PX)),
      last: rows.indexAt(scrollTop + clientHeight + BEYOND_ROWS_PX),
    };
  }

  #chooseColumns(): void {
    const { columns } = this.#layout;
    const { scrollLeft, clientWidth } = this.element;
    const first = columns.indexAt(scrollLeft);
    const last = columns.indexAt(scrollLeft + clientWidth);
    if (first >= this.#columns.first && last <= this.#columns.last && !this.#isStale) return;
    this.#columns = {
      first: columns.indexAt(Math.max(0, scrollLeft - BEYOND_COLUMNS_PX)),
      last: columns.indexAt(scrollLeft + clientWidth + BEYOND_COLUMNS_PX),
    };
    this.#isStale = true;
    this.#drawHead();
  }

  #drawHead(): void {
    const { columns } = this.#layout;
    const corner = make("corner", { "aria-hidden": "true" });
    const heads: HTMLElement[] = [];
    const lines: HTMLElement[] = [];
    for (let column = this.#columns.first; column <= this.#columns.last; column++) {
      if (columns.sizeOf(column) === 0) continue;
      const letter = columnLetter(column);
      const head = make("column-letter", { role: "columnheader", "aria-colindex": String(column + 2) }, letter);
      const line = make("column-line");
      for (const { style } of [head, line]) {
        style.left = `${String(NUMBERS_PX + columns.startOf(column))}px`;
        style.width = `${String(columns.sizeOf(column))}px`;
      }
      head.dataset["column"] = String(column);
      heads.push(head);
      lines.push(line);
    }
    this.#head.replaceChildren(corner, ...heads);
    this.#lines.replaceChildren(...lines);
  }

  #drawRows({ first, last }: Span, tooNarrow: Map<number, number>): void {
    const drawing: Drawing = {
      layout: this.#layout,
      columns: this.#columns,
      active: this.#selected.active,
      tooNarrow,
      blankWord: this.#words.blank,
    };
    const needed = this.#neededRows(first, last);
    for (const row of [...this.#rows.keys()]) if (!needed.has(row)) this.#forget(row);
    let next: HTMLElement | null = null;
    for (const row of [...needed].sort((a, b) => b - a)) {
      const known = this.#rows.get(row);
      const element: HTMLElement = known ?? drawRow(drawing, row);
      if (!known) {
        this.#rows.set(row, element);
        this.grid.insertBefore(element, next);
      }
      next = element;
    }
  }

  /** With the row in which a merged area begins that reaches into the first. */
  #neededRows(first: number, last: number): ReadonlySet<number> {
    const needed = new Set<number>();
    for (const { top } of this.#layout.merged.inRow(first)) needed.add(top);
    for (let row = first; row <= last; row++) if (this.#layout.rows.sizeOf(row) > 0) needed.add(row);
    return needed;
  }

  #forget(row: number): void {
    this.#rows.get(row)?.remove();
    this.#rows.delete(row);
  }

  #drawSelection(): void {
    const { areas, active } = this.#selected;
    for (const frame of this.#frames.splice(0)) frame.remove();
    const activeArea = this.#layout.roomFor(active.row, active.column);
    for (const area of areas.slice(0, 200)) this.#frame("selected-area", area);
    this.#frame("active-frame", activeArea);
    const isSelected = (index: number, axis: "row" | "column"): boolean =>
      areas.some((area) =>
        axis === "row" ? index >= area.top && index <= area.bottom : index >= area.left && index <= area.right,
      );
    for (const head of this.#head.children)
      if (head instanceof HTMLElement && head.dataset["column"] !== undefined)
        head.classList.toggle("in-selection", isSelected(Number(head.dataset["column"]), "column"));
    for (const [row, element] of this.#rows)
      element.firstElementChild?.classList.toggle("in-selection", isSelected(row, "row"));
    if (this.#rows.has(active.row)) this.grid.setAttribute("aria-activedescendant", ACTIVE_CELL_ID);
    else this.grid.removeAttribute("aria-activedescendant");
  }

  #frame(className: string, area: Area): void {
    const { rows, columns } = this.#layout;
    const { x, y, width, height } = this.boxOf({
      ...area,
      bottom: Math.min(area.bottom, rows.last),
      right: Math.min(area.right, columns.last),
    });
    const frame = make(className);
    frame.style.cssText = `left:${String(x - 1)}px;top:${String(y - 1)}px;width:${String(width + 1)}px;height:${String(height + 1)}px`;
    this.overlay.append(frame);
    this.#frames.push(frame);
  }
}

interface Sight {
  readonly at: number;
  readonly size: number;
  readonly from: number;
  readonly room: number;
}

/** How far to scroll so that it is seen, and no further. */
function nearest({ at, size, from, room }: Sight): number {
  if (at < from || size > room) return at;
  return at + size > from + room ? at + size - room : from;
}
