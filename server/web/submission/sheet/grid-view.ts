/** The sheet as a table: letters above, numbers beside, one tab stop with arrow keys, and of long sheets only the rows in sight. */
import { html, nothing, type TemplateResult } from "lit-html";
import { guard } from "lit-html/directives/guard.js";
import { ifDefined } from "lit-html/directives/if-defined.js";
import { ref } from "lit-html/directives/ref.js";
import { repeat } from "lit-html/directives/repeat.js";
import { afterDrawing } from "../../../../addin/pane/kit/after-drawing.ts";
import { language, say } from "../../../../addin/pane/kit/language.ts";
import { columnLetter, parseCellName } from "../../../../shared/grid.ts";
import { VirtualRows } from "../../parts/virtual-rows.ts";
import { cellId, gridRow, type RowDrawing } from "./grid-row.ts";
import type { Marks } from "./marks.ts";
import { moveBy } from "./moves.ts";
import type { SheetLayout } from "./sheet-layout.ts";
import { SHEET } from "./words.ts";

interface GridDrawing {
  readonly sheet: string;
  readonly layout: SheetLayout;
  readonly marks: Marks;
  /** "G12"; null for none. */
  readonly selected: string | null;
}

interface GridOptions {
  readonly redraw: () => void;
  /** A cell is gone to, by the keys or the pointer. */
  readonly select: (cell: string, how: "keys" | "pointer") => void;
  /** What is said of the selected cell is to be read. */
  readonly read: () => void;
}

const ROW_HEIGHT = 44;
const HEADER_HEIGHT = 34;
const NUMBERS_WIDTH = 46;
/** Of A4 across, within its margins (sheet.css), in pixels of CSS. */
const PAPER_WIDTH = 1040;

export class GridView {
  readonly #options: GridOptions;
  readonly #rows: VirtualRows;
  #table: HTMLElement | null = null;
  #drawing: GridDrawing | null = null;

  constructor(options: GridOptions) {
    this.#options = options;
    this.#rows = new VirtualRows({ estimate: () => ROW_HEIGHT, redraw: options.redraw });
  }

  render(drawing: GridDrawing): TemplateResult {
    this.#drawing = drawing;
    const { sheet, layout, selected } = drawing;
    const { first, last, above, below } = this.#rows.inSight(layout.lines.length);
    const rowDrawing: RowDrawing = { ...drawing, first, last };
    const width = layout.columns.reduce((sum, column) => sum + column.width, NUMBERS_WIDTH);
    const lines = layout.lines.slice(first, last).map((line, index) => ({ line, index: first + index }));
    const isWhole = lines.length === layout.lines.length;
    return html`<p class="sheet-printed">
        ${say(SHEET.printed, { sheet })}${isWhole ? "" : `. ${say(SHEET.printedPart)}`}
      </p>
      <div class="table-frame sheet-frame" ${this.#rows.scroller()}>
        <table
          class="sheet"
          role="grid"
          tabindex="0"
          aria-label=${say(SHEET.table, { sheet })}
          aria-describedby="sheet-keys"
          aria-rowcount=${layout.lines.length}
          aria-colcount=${layout.columns.length}
          aria-activedescendant=${ifDefined(selected === null ? undefined : cellId(selected))}
          .style=${`width:${String(width)}px;--print-zoom:${String(Math.min(1, PAPER_WIDTH / width))}`}
          @keydown=${(event: KeyboardEvent) => this.#press(event)}
          @click=${(event: Event) => this.#click(event)}
          ${ref(this.#hold)}
        >
          <colgroup>
            <col .style=${`width:${String(NUMBERS_WIDTH)}px`} />
            ${layout.columns.map((column) => html`<col .style=${`width:${String(column.width)}px`} />`)}
          </colgroup>
          <thead>
            ${letters(layout)}
          </thead>
          <tbody>
            ${spacer(above)}
            ${repeat(
              lines,
              ({ index }) => index,
              ({ line, index }) =>
                html`<tr data-index=${index} aria-rowindex=${index + 1} ${this.#rows.row()}>
                  ${guard(dependsOn(rowDrawing, index), () => gridRow(line, index, rowDrawing))}
                </tr>`,
            )}
            ${spacer(below)}
          </tbody>
        </table>
      </div>`;
  }

  /** Brings a cell into sight once it is drawn. */
  show(cell: string, layout: SheetLayout): void {
    const row = parseCellName(cell)?.row;
    const line = row === undefined ? undefined : layout.lineOf.get(row);
    if (line === undefined) return;
    afterDrawing(() => {
      if (this.#bringIntoSight(cell)) return;
      // Of a long sheet it is not drawn yet.
      this.#rows.show(line);
      afterDrawing(() => this.#bringIntoSight(cell));
    });
  }

  focus(): void {
    this.#table?.focus({ preventScroll: true });
  }

  close(): void {
    this.#rows.close();
  }

  /** @returns whether it is drawn */
  #bringIntoSight(cell: string): boolean {
    const drawn = document.getElementById(cellId(cell));
    const frame = this.#table?.parentElement;
    if (!drawn || !frame) return false;
    const [own, around] = [drawn.getBoundingClientRect(), frame.getBoundingClientRect()];
    const bottom = Math.min(around.bottom, innerHeight);
    const isInSight = own.top >= around.top + HEADER_HEIGHT && own.bottom <= bottom;
    // Not to the very edge: what stands around it belongs to it.
    if (!isInSight) frame.scrollTop += own.top - around.top - Math.max(HEADER_HEIGHT, (bottom - around.top) / 3);
    drawn.scrollIntoView({ block: "nearest", inline: "nearest" });
    return true;
  }

  #press(event: KeyboardEvent): void {
    if (!this.#drawing || event.altKey || event.target !== this.#table) return;
    const { layout, selected } = this.#drawing;
    if (event.key === "Enter" && selected !== null) {
      event.preventDefault();
      this.#options.read();
      return;
    }
    const next = moveBy(event.key, { layout, from: selected, isFar: event.ctrlKey || event.metaKey });
    if (next === null) return;
    event.preventDefault();
    // Keys may come faster than the table is drawn.
    this.#drawing = { ...this.#drawing, selected: next };
    this.#options.select(next, "keys");
  }

  #click({ target }: Event): void {
    const cell = target instanceof Element ? target.closest<HTMLElement>("td[data-cell]")?.dataset["cell"] : undefined;
    if (cell === undefined) return;
    this.focus();
    this.#options.select(cell, "pointer");
  }

  readonly #hold = (element: Element | undefined): void => {
    this.#table = element instanceof HTMLElement ? element : null;
  };
}

/** A row is drawn again only when one of these has changed. */
const dependsOn = ({ layout, marks, selected, first, last }: RowDrawing, index: number): unknown[] => {
  const isCut = (layout.areas[index]?.length ?? 0) > 0;
  const line = layout.lines[index];
  return [
    line,
    layout,
    marks,
    language(),
    isSelectedIn(layout, index, selected) ? selected : null,
    isCut ? first : 0,
    isCut ? last : 0,
  ];
};

function isSelectedIn(layout: SheetLayout, index: number, selected: string | null): boolean {
  if (selected === null) return false;
  const row = parseCellName(selected)?.row;
  const line = layout.lines[index];
  return (line?.kind === "row" && line.row === row) || (layout.areas[index]?.some((area) => area.row === row) ?? false);
}

const letters = ({ columns }: SheetLayout): TemplateResult =>
  html`<tr>
    <td class="corner"></td>
    ${columns.map(
      ({ column, isHidden, isAfterHidden }) =>
        html`<th
          scope="col"
          class="${isHidden ? "was-hidden" : ""} ${isAfterHidden ? "after-hidden" : ""}"
          title=${ifDefined(isAfterHidden ? say(SHEET.hiddenBefore) : undefined)}
        >
          ${columnLetter(column)}
        </th>`,
    )}
  </tr>`;

const spacer = (height: number): TemplateResult | typeof nothing =>
  height > 0
    ? html`<tr class="spacer" aria-hidden="true">
        <td .style=${`height:${String(height)}px`}></td>
      </tr>`
    : nothing;
