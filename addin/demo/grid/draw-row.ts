/** One row of the sheet as elements: its number, and only those of its cells that show something. */
import { cellName } from "../../../shared/grid.ts";
import type { Cell } from "../../../test/host-sim/sheet.ts";
import { lookOf, type CellLook } from "./cell-look.ts";
import { make } from "./dom.ts";
import type { Layout } from "./layout.ts";
import { fillAt, fillsInRow, type Fill } from "./mark-fills.ts";
import type { Place } from "./place.ts";
import { CELL_PADDING, countLines, textWidth } from "./text-size.ts";

export const HEAD_PX = 24;
export const ACTIVE_CELL_ID = "active-cell";

export interface Span {
  readonly first: number;
  readonly last: number;
}

export interface Drawing {
  readonly layout: Layout;
  readonly columns: Span;
  readonly active: Place;
  /** Columns whose figures need more room than they have. */
  readonly tooNarrow: Map<number, number>;
  readonly blankWord: string;
}

export function drawRow(drawing: Drawing, row: number): HTMLElement {
  const { layout, active } = drawing;
  const element = make("grid-row", { role: "row", "aria-rowindex": String(row + 1) });
  element.style.top = `${String(HEAD_PX + layout.rows.startOf(row))}px`;
  element.style.height = `${String(layout.rows.sizeOf(row))}px`;
  const number = make("row-number", { role: "rowheader", "aria-colindex": "1" }, String(row));
  element.append(number);
  const fills = fillsInRow(layout.sheet, row);
  for (const column of columnsToDraw(drawing, row, fills)) {
    const cell = layout.sheet.cell(row, column);
    const isActive = active.row === row && active.column === column;
    const drawn = drawCell(drawing, { row, column, cell, color: fillAt(fills, column) ?? cell.fill });
    if (isActive) announce(drawn, `${cellName(row, column)} ${drawn.textContent || drawing.blankWord}`);
    element.append(drawn);
  }
  return element;
}

function announce(cell: HTMLElement, label: string): void {
  cell.id = ACTIVE_CELL_ID;
  cell.setAttribute("aria-selected", "true");
  cell.setAttribute("aria-label", label);
}

/** Ascending. */
function columnsToDraw({ layout, columns, active }: Drawing, row: number, fills: readonly Fill[]): readonly number[] {
  const shown = new Set<number>();
  const cells = layout.sheet.cells.get(row) ?? new Map<number, Cell>();
  for (const [column, { value, fill }] of cells) if (value !== "" || fill !== "") shown.add(column);
  for (const { left, right } of fills)
    for (let column = Math.max(left, columns.first); column <= Math.min(right, columns.last); column++)
      shown.add(column);
  for (const { top, left } of layout.merged.inRow(row)) if (top === row) shown.add(left);
  if (active.row === row) shown.add(active.column);
  return [...shown].filter((column) => isShown(layout, columns, { row, column })).sort((a, b) => a - b);
}

function isShown(layout: Layout, { first, last }: Span, { row, column }: Place): boolean {
  const { top, left, right } = layout.roomFor(row, column);
  const isAnchor = top === row && left === column;
  return isAnchor && right >= first && left <= last && layout.columns.endOf(right) > layout.columns.startOf(left);
}

interface DrawnCell extends Place {
  readonly cell: Cell;
  readonly color: string;
}

function drawCell(drawing: Drawing, { row, column, cell, color }: DrawnCell): HTMLElement {
  const { layout } = drawing;
  const isHeading = layout.isHeading(row) && typeof cell.value === "string";
  const plain = lookOf(cell);
  const look: CellLook = isHeading ? { ...plain, isBold: true, align: "center" } : plain;
  const area = layout.merged.at(row, column);
  const box = layout.boxOf(area ?? { top: row, left: column, bottom: row, right: column });
  const fit = area ? { width: box.width, isWrapped: true } : fitText(drawing, { row, column, look, width: box.width });
  const element = make("cell", { role: "gridcell", "aria-colindex": String(column + 2) }, look.text);
  const { style } = element;
  style.left = `${String(box.x)}px`;
  style.width = `${String(fit.width - 1)}px`;
  style.height = `${String(box.height - 1)}px`;
  element.dataset["align"] = area && area.left !== area.right && !look.isNumber ? "center" : look.align;
  if (fit.isWrapped) element.classList.add("wrapped");
  if (look.isBold) element.classList.add("bold");
  if (area) {
    element.classList.add("merged");
    if (area.right > area.left) element.setAttribute("aria-colspan", String(area.right - area.left + 1));
    if (area.bottom > area.top) element.setAttribute("aria-rowspan", String(area.bottom - area.top + 1));
  }
  if (fit.width > box.width) element.classList.add("over");
  if (color !== "") {
    element.classList.add("filled");
    style.backgroundColor = color;
  }
  return element;
}

interface Text extends Place {
  readonly look: CellLook;
  readonly width: number;
}

/** A figure has its column widened, a short text runs over blank cells beside it, a long one is wrapped. */
function fitText(drawing: Drawing, { row, column, look, width }: Text): { width: number; isWrapped: boolean } {
  if (look.text === "") return { width, isWrapped: false };
  const room = width - 2 * CELL_PADDING;
  if (look.isNumber) {
    const needed = Math.ceil(textWidth(look.text)) + 2 * CELL_PADDING + 3;
    if (needed > width) drawing.tooNarrow.set(column, Math.max(needed, drawing.tooNarrow.get(column) ?? 0));
    return { width, isWrapped: false };
  }
  if (countLines(look.text, room, look.isBold) === 1) return { width, isWrapped: false };
  const { layout } = drawing;
  const right = layout.lastBlankBeside(row, column);
  const wide = layout.boxOf({ top: row, left: column, bottom: row, right }).width;
  const fitsBeside = countLines(look.text, wide - 2 * CELL_PADDING, look.isBold) === 1;
  return fitsBeside
    ? { width: Math.ceil(textWidth(look.text, look.isBold)) + 2 * CELL_PADDING + 2, isWrapped: false }
    : { width, isWrapped: true };
}
