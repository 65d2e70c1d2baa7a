/** One line of the sheet as it is drawn: its number, its cells, and what they are marked with. */
import { html, nothing, type TemplateResult } from "lit-html";
import { ifDefined } from "lit-html/directives/if-defined.js";
import { icon } from "../../../../addin/pane/kit/icons.ts";
import { say } from "../../../../addin/pane/kit/language.ts";
import { cellName, type GridCell } from "../../../../shared/grid.ts";
import { SEVERITY_NAMES } from "../../../../shared/names.ts";
import { cellText } from "./cell-text.ts";
import type { Mark, Marks } from "./marks.ts";
import { spanAt } from "./placed-areas.ts";
import type { SheetColumn, SheetLayout, SheetLine } from "./sheet-layout.ts";
import { SHEET } from "./words.ts";

export interface RowDrawing {
  readonly layout: SheetLayout;
  readonly marks: Marks;
  /** "G12"; null for none. */
  readonly selected: string | null;
  /** Indexes of the lines that are drawn; `last` is not. */
  readonly first: number;
  readonly last: number;
}

/** For aria-activedescendant. */
export const cellId = (cell: string): string => `sheet-cell-${cell}`;

export function gridRow(line: SheetLine, index: number, drawing: RowDrawing): TemplateResult {
  const { columns } = drawing.layout;
  if (line.kind === "gap")
    return html`<th class="row-name" scope="row">⋮</th>
      <td class="gap" colspan=${columns.length}>${say(SHEET.gap(line.from, line.to))}</td>`;
  return html`<th
      class="row-name ${line.isAfterHidden ? "after-hidden" : ""}"
      scope="row"
      title=${ifDefined(line.isAfterHidden ? say(SHEET.hiddenAbove) : undefined)}
    >
      ${line.row}
    </th>
    ${columns.map((column, place) => cellAt({ line, index, column, place }, drawing))}`;
}

interface At {
  readonly line: Extract<SheetLine, { kind: "row" }>;
  readonly index: number;
  readonly column: SheetColumn;
  readonly place: number;
}

function cellAt({ line, index, column, place }: At, drawing: RowDrawing): TemplateResult | typeof nothing {
  const { layout, first, last } = drawing;
  const spanned = spanAt(layout.areas[index] ?? [], { line: index, column: place, first, last });
  if (spanned?.kind === "covered") return nothing;
  const own = spanned ? spanned.area : { row: line.row, column: column.column };
  const name = cellName(own.row, own.column);
  const cell = spanned ? layout.cellAt(own.row, own.column) : line.cells.get(own.column);
  const mark = drawing.marks.get(name);
  const isSelected = drawing.selected === name;
  const isFigure = layout.figureColumns.has(own.column);
  return html`<td
    id=${cellId(name)}
    class=${classesOf({ line, column, cell, mark, isSelected, isMerged: spanned !== null }, layout)}
    data-cell=${name}
    aria-colindex=${own.column + 1}
    aria-selected=${isSelected ? "true" : "false"}
    colspan=${ifDefined(spanned && spanned.columns > 1 ? spanned.columns : undefined)}
    rowspan=${ifDefined(spanned && spanned.rows > 1 ? spanned.rows : undefined)}
  >
    ${mark && isMarked(mark) ? markSigns(mark) : nothing}${contentOf({ line, place, cell, isFigure, isMerged: spanned !== null }, drawing)}
  </td>`;
}

interface Looks {
  readonly line: At["line"];
  readonly column: SheetColumn;
  readonly cell: GridCell | undefined;
  readonly mark: Mark | undefined;
  readonly isSelected: boolean;
  readonly isMerged: boolean;
}

function classesOf({ line, column, cell, mark, isSelected, isMerged }: Looks, layout: SheetLayout): string {
  const classes: string[] = [line.look];
  const holds = layout.textColumns.get(column.column);
  if (holds === "number") classes.push("centred");
  else if (typeof cell?.value === "number" && holds === undefined) classes.push("figure");
  if (isMerged) classes.push("merged");
  if (line.isHidden || column.isHidden) classes.push("was-hidden");
  if (mark && isMarked(mark)) classes.push("marked", mark.severity ?? (isRelated(mark) ? "related" : "noted"));
  if (isSelected) classes.push("selected");
  return classes.join(" ");
}

/** A hint about forty totals is told at the first of them only. */
const isMarked = (mark: Mark): boolean =>
  mark.severity !== null || isRelated(mark) || mark.comments.length > 0 || mark.hasDraft;

const isRelated = ({ findings }: Pick<Mark, "findings">): boolean =>
  findings.some(({ severity }) => severity !== "info");

/** Said by a drawing and a word, not by colour alone. */
function markSigns({ severity, findings, comments, hasDraft }: Mark): TemplateResult {
  const words = [
    ...(severity === null ? (isRelated({ findings }) ? [say(SHEET.related)] : []) : [say(SEVERITY_NAMES[severity])]),
    ...(comments.length > 0 ? [say(SHEET.comment)] : []),
    ...(hasDraft ? [say(SHEET.draft)] : []),
  ].join(", ");
  return html`<span class="signs" title=${words}
    >${severity === null ? nothing : icon(severity)}${
      comments.length > 0 || hasDraft
        ? html`<span class=${hasDraft ? "draft-sign" : "comment-sign"}>${icon("comment")}</span>`
        : nothing
    }<span class="sr-only">${words}: </span></span
  >`;
}

interface Content extends Pick<At, "line" | "place">, Pick<Looks, "cell" | "isMerged"> {
  readonly isFigure: boolean;
}

function contentOf({ line, place, cell, isFigure, isMerged }: Content, { layout }: RowDrawing): unknown {
  if (!cell) return nothing;
  const text = cellText(cell, isFigure);
  // A title alone in its row runs over the blank cells beside it, to the side where there is room.
  const isFree = line.cells.size === 1 || isLabel(layout, cell, line);
  const runsOver =
    !isMerged && isFree && line.look !== "header" && typeof cell.value === "string" && isShort(line, text);
  if (!runsOver) return html`<span class="cell-text">${text}</span>`;
  return html`<div class="runs-over ${place > layout.columns.length / 2 ? "left" : ""}"><span>${text}</span></div>`;
}

/** "TỔNG CỘNG" in the column of numbers, with nothing beside it. */
const isLabel = ({ textColumns }: SheetLayout, { column }: GridCell, { cells }: At["line"]): boolean =>
  textColumns.get(column) === "number" && !cells.has(column + 1);

/** "Đơn vị: triệu đồng", "I. CÁC SỞ, NGÀNH TỈNH": longer ones wrap. */
const isShort = ({ look }: At["line"], text: string): boolean => text.length <= (look === "title" ? 60 : 40);
