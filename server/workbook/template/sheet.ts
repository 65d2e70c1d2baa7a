/** Draws a blank form: title, headings, rows to fill, subtotals and total as formulas. */
import type { Cell, DataValidation, Worksheet } from "exceljs";
import { cellName, columnLetter } from "../../../shared/grid.ts";
import { centredStyle, HEADER, numberStyle, shareStyle, textStyle, type CellStyle, type Emphasis } from "../styles.ts";
import { headerHeights, type Heading } from "../consolidated/header.ts";
import type { TemplateColumn, TemplateHeading, TemplateKind } from "./columns.ts";
import type { TemplateLayout } from "./layouts.ts";

const CONTINUITY = ["Nhiệm vụ chuyển tiếp", "Nhiệm vụ mới", "Dự án chuyển tiếp", "Dự án mới"];
const ROMAN = ["I", "II", "III", "IV"];

export const columnsOf = ({ headings }: TemplateLayout): readonly TemplateColumn[] =>
  headings.flatMap(({ columns }) => columns);

export const widthsOf = (layout: TemplateLayout): readonly number[] => columnsOf(layout).map(({ width }) => width);

const printedHeading = ({ title, columns }: TemplateHeading): Heading => {
  const titles = columns.map((column) => column.title);
  return title === "" ? { title: titles[0] ?? "", below: [] } : { title, below: titles };
};

/** @returns the row after the headings */
export function drawHeadings(sheet: Worksheet, layout: TemplateLayout, top: number): number {
  const isTwo = layout.headings.some(({ title }) => title !== "");
  let left = 1;
  for (const { title, columns } of layout.headings) {
    columns.forEach((column, index) => {
      const at = left + index;
      const cell = sheet.getCell(title === "" ? top : top + 1, at);
      cell.value = column.title;
      sheet.getCell(top, at).style = HEADER;
      if (isTwo) sheet.getCell(top + 1, at).style = HEADER;
      if (column.note !== null) cell.note = column.note;
      sheet.getColumn(at).width = column.width;
    });
    if (title !== "") sheet.getCell(top, left).value = title;
    if (title !== "" && columns.length > 1) sheet.mergeCells(top, left, top, left + columns.length - 1);
    if (title === "" && isTwo) sheet.mergeCells(top, left, top + 1, left);
    left += columns.length;
  }
  headerHeights(layout.headings.map(printedHeading), widthsOf(layout)).forEach((height, index) => {
    sheet.getRow(top + index).height = height;
  });
  return top + (isTwo ? 2 : 1);
}

/** @returns the row after the last */
export function drawRows(sheet: Worksheet, layout: TemplateLayout, first: number): number {
  const columns = columnsOf(layout);
  let row = first;
  if (layout.groups.length === 0) return drawBlank(sheet, { columns, first, count: layout.rowsOfGroup });
  const groups: number[] = [];
  layout.groups.forEach((name, index) => {
    groups.push(row);
    const [from, to] = [row + 1, row + layout.rowsOfGroup];
    const sumOf = (letter: string): string => sumWhereAny(`${letter}${String(from)}:${letter}${String(to)}`);
    drawTotal(sheet, columns, { row, number: ROMAN[index] ?? "", name, emphasis: "group", sumOf });
    row = drawBlank(sheet, { columns, first: from, count: layout.rowsOfGroup });
  });
  if (layout.total === null) return row;
  const sumOf = (letter: string): string => `SUM(${groups.map((group) => letter + String(group)).join(",")})`;
  drawTotal(sheet, columns, { row, number: "", name: layout.total, emphasis: "total", sumOf });
  return row + 1;
}

/** A group nobody fills in stays a heading: with zeros it would be read as an item without agency and period. */
const sumWhereAny = (range: string): string => `IF(COUNT(${range})=0,"",SUM(${range}))`;

interface TotalRow {
  readonly row: number;
  readonly number: string;
  readonly name: string;
  readonly emphasis: Emphasis;
  readonly sumOf: (letter: string) => string;
}

function drawTotal(sheet: Worksheet, columns: readonly TemplateColumn[], total: TotalRow): void {
  columns.forEach((column, index) => {
    const cell = sheet.getCell(total.row, index + 1);
    cell.style = styleOf(column.kind, total.emphasis);
    if (column.kind === "number" && total.number !== "") cell.value = total.number;
    if (column.kind === "name") cell.value = total.name;
    if (column.kind === "amount" || column.kind === "count")
      cell.value = { formula: total.sumOf(columnLetter(index)), result: total.emphasis === "group" ? "" : 0 };
    if (column.ratio) cell.value = { formula: ratioFormula(columns, column.ratio, total.row), result: "" };
  });
}

interface BlankRows {
  readonly columns: readonly TemplateColumn[];
  readonly first: number;
  readonly count: number;
}

function drawBlank(sheet: Worksheet, { columns, first, count }: BlankRows): number {
  for (let row = first; row < first + count; row++) {
    columns.forEach((column, index) => {
      const cell = sheet.getCell(row, index + 1);
      cell.style = styleOf(column.kind, "plain");
      if (column.ratio) cell.value = { formula: ratioFormula(columns, column.ratio, row), result: "" };
      guide(cell, column.kind);
    });
  }
  return first + count;
}

/** Blank while there is nothing to divide, so that an empty row stays empty. */
function ratioFormula(columns: readonly TemplateColumn[], { of, per }: Ratio, row: number): string {
  const addressOf = (measure: string): string =>
    cellName(
      row,
      columns.findIndex((column) => column.measure === measure),
    );
  return `IF(N(${addressOf(per)})=0,"",${addressOf(of)}/${addressOf(per)})`;
}

type Ratio = NonNullable<TemplateColumn["ratio"]>;

const TEXT: CellStyle = textStyle("=");

/** Numbers of items and periods stay as typed: "1.10" and "6/2026" would else become a number and a date. */
function styleOf(kind: TemplateKind, emphasis: Emphasis): CellStyle {
  switch (kind) {
    case "number":
    case "period":
      return { ...centredStyle(emphasis), numFmt: TEXT.numFmt ?? "@" };
    case "amount":
      return { ...numberStyle(0.5, emphasis), numFmt: "#,##0" };
    case "count":
      return numberStyle(0, emphasis);
    case "ratio":
      return shareStyle(emphasis);
    case "continuity":
      return centredStyle(emphasis);
    case "name":
    case "text":
      return textStyle("", emphasis);
  }
}

function guide(cell: Cell, kind: TemplateKind): void {
  const validation = VALIDATIONS[kind];
  if (validation) cell.dataValidation = validation;
}

/** Only warned: an officer may have a reason, and pasting goes round it anyway. */
const figures = (type: "decimal" | "whole", error: string): DataValidation => ({
  type,
  operator: "greaterThanOrEqual",
  formulae: [0],
  allowBlank: true,
  showErrorMessage: true,
  errorStyle: "warning",
  errorTitle: "Số liệu",
  error,
});

const VALIDATIONS: Readonly<Partial<Record<TemplateKind, DataValidation>>> = {
  continuity: {
    type: "list",
    formulae: [`"${CONTINUITY.join(",")}"`],
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: "warning",
    errorTitle: "Chuyển tiếp hay mới",
    error: "Xin chọn trong danh sách.",
  },
  period: {
    type: "textLength",
    operator: "lessThanOrEqual",
    formulae: [60],
    allowBlank: true,
    showInputMessage: true,
    promptTitle: "Thời gian",
    prompt: "Năm (2026), khoảng năm (2026-2028), quý (Quý 4/2026) hoặc tháng (6/2026).",
  },
  amount: figures("decimal", "Số tiền phải là số không âm, theo đơn vị tính của biểu."),
  count: figures("whole", "Số lượng phải là số nguyên không âm."),
};
