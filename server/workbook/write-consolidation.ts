/** A consolidation → one workbook: all line items, totals by province with live formulas over them, and what it was made from. */
import type { Workbook, Worksheet } from "exceljs";
import type { ConsolidatedLine, ConsolidatedSource, Consolidation, MoneyColumn } from "../../shared/consolidation.ts";
import { totalsByProvince } from "../../shared/consolidation.ts";
import { formById } from "../../shared/forms/index.ts";
import { columnLetter } from "../../shared/grid.ts";
import { UNIT_NAMES, inUnit, type Unit } from "../../shared/money.ts";
import type { FormId } from "../../shared/appendix.ts";

const LINES = "Danh mục";
const TEXT_HEADERS = ["Tỉnh, thành phố", "Số kế hoạch", "Tệp", "Trang", "Ô", "Mục", "STT", "Tên nhiệm vụ, dự án", "Đơn vị chủ trì", "Thời gian", "Nguồn vốn (ghi bằng lời)"];
const TEXT_WIDTHS = [18, 18, 24, 14, 7, 30, 7, 60, 30, 13, 24];
const FIRST_LINE = 4;

const SCOPE_NAMES = { project: "Tổng kinh phí dự án", phase: "Kinh phí giai đoạn", year: "Kinh phí năm" } as const;
const ORIGIN_NAMES = { central: "Trung ương", local: "Địa phương", other: "Nguồn khác" } as const;
const NATURE_NAMES = { investment: "đầu tư", recurrent: "sự nghiệp" } as const;
const LEFT_OUT = {
  "unit-unknown": "Chưa biết đơn vị tính: không cộng",
  "same-appendix": "Trùng với phụ lục đã cộng: không cộng hai lần",
  "no-money": "Biểu không có kinh phí",
} as const;

export function columnTitle({ scope, kind, source }: MoneyColumn): string {
  const money = kind === "disbursed" ? `${SCOPE_NAMES[scope]} đã giải ngân` : SCOPE_NAMES[scope];
  if (source === "total") return money;
  if (source === "unsourced") return `${money}: chưa rõ nguồn`;
  const origin = source.origin ? ORIGIN_NAMES[source.origin] : "";
  const nature = source.nature ? NATURE_NAMES[source.nature] : "";
  return `${money}: ${[origin, nature].filter((text) => text !== "").join(", ")}`;
}

export async function writeConsolidation(consolidation: Consolidation, how: { path: string; unit: Unit }): Promise<void> {
  const { Workbook: NewWorkbook } = (await import("exceljs")).default;
  const workbook = new NewWorkbook();
  addTotals(workbook, consolidation, how.unit);
  addLines(workbook, consolidation, how.unit);
  addSources(workbook, consolidation.sources);
  await workbook.xlsx.writeFile(how.path);
}

const numberFormat = (unit: Unit): string => (unit === "dong" ? "#,##0" : "#,##0.######");

function addSheet(workbook: Workbook, name: string, frozenRows: number): Worksheet {
  return workbook.addWorksheet(name, {
    views: [{ state: "frozen", ySplit: frozenRows }],
    pageSetup: { paperSize: 9, orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    headerFooter: { oddFooter: "&CTrang &P/&N" },
  });
}

function addTitle(sheet: Worksheet, title: string, unit: Unit | null): void {
  sheet.getCell("A1").value = title;
  sheet.getCell("A1").font = { bold: true, size: 14 };
  if (unit) sheet.getCell("A2").value = `Đơn vị tính: ${UNIT_NAMES[unit].vi}`;
}

function addHeader(sheet: Worksheet, titles: readonly string[], widths: readonly number[]): void {
  const header = sheet.getRow(FIRST_LINE - 1);
  titles.forEach((title, index) => {
    const cell = header.getCell(index + 1);
    cell.value = title;
    cell.font = { bold: true };
    cell.alignment = { wrapText: true, vertical: "middle", horizontal: "center" };
    cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFE3ECF7" } };
    cell.border = { bottom: { style: "thin" } };
    sheet.getColumn(index + 1).width = widths[index] ?? 16;
  });
  header.height = 48;
  sheet.pageSetup.printTitlesRow = `${String(FIRST_LINE - 1)}:${String(FIRST_LINE - 1)}`;
}

/** Totals are SUMIFS over the list, so that an auditor can follow every figure; the result stands beside each formula. */
function addTotals(workbook: Workbook, consolidation: Consolidation, unit: Unit): void {
  const sheet = addSheet(workbook, "Tổng hợp", FIRST_LINE - 1);
  const { columns, lines } = consolidation;
  addTitle(sheet, "TỔNG HỢP KINH PHÍ THEO TỈNH VÀ NGUỒN VỐN", unit);
  addHeader(sheet, ["Tỉnh, thành phố", "Số dòng", ...columns.map(columnTitle)], [24, 10, ...columns.map(() => 22)]);
  const totals = [...totalsByProvince(consolidation)];
  const last = FIRST_LINE + Math.max(0, lines.length - 1);
  const range = (letter: string): string => `'${LINES}'!$${letter}$${String(FIRST_LINE)}:$${letter}$${String(last)}`;
  totals.forEach(([province, sums], index) => {
    const row = FIRST_LINE + index;
    sheet.getCell(row, 1).value = province;
    const count = lines.filter((line) => line.province === province).length;
    sheet.getCell(row, 2).value = { formula: `COUNTIFS(${range("A")},$A${String(row)})`, result: count };
    columns.forEach((_, column) => {
      const letter = columnLetter(TEXT_HEADERS.length + column);
      const formula = `SUMIFS(${range(letter)},${range("A")},$A${String(row)})`;
      setMoney(sheet, { row, column: column + 3 }, { formula, result: inUnit(sums[column] ?? 0, unit) }, unit);
    });
  });
  addGrandTotal(sheet, totals, { columns: columns.length, unit });
}

type MoneyValue = number | { formula: string; result: number };

function setMoney(sheet: Worksheet, at: { row: number; column: number }, value: MoneyValue, unit: Unit): void {
  const cell = sheet.getCell(at.row, at.column);
  cell.value = value;
  cell.numFmt = numberFormat(unit);
}

function addGrandTotal(sheet: Worksheet, totals: readonly (readonly [string, readonly number[]])[], how: { columns: number; unit: Unit }): void {
  if (totals.length === 0) return;
  const row = FIRST_LINE + totals.length;
  const lastRow = row - 1;
  sheet.getCell(row, 1).value = "TỔNG CỘNG";
  const counts = sheet.getColumn(2).values.slice(FIRST_LINE).map((value) => (typeof value === "object" && value && "result" in value ? Number(value.result) : 0));
  sheet.getCell(row, 2).value = { formula: `SUM(B${String(FIRST_LINE)}:B${String(lastRow)})`, result: counts.reduce((sum, value) => sum + value, 0) };
  for (let column = 0; column < how.columns; column++) {
    const letter = columnLetter(column + 2);
    const result = inUnit(totals.reduce((sum, [, own]) => sum + (own[column] ?? 0), 0), how.unit);
    setMoney(sheet, { row, column: column + 3 }, { formula: `SUM(${letter}${String(FIRST_LINE)}:${letter}${String(lastRow)})`, result }, how.unit);
  }
  sheet.getRow(row).font = { bold: true };
}

/** Texts are cells of type text whatever they begin with: a name "=1+1" stays a name. */
const textsOf = (line: ConsolidatedLine): string[] => [
  line.province,
  line.planNumber,
  line.file,
  line.sheet,
  line.cell,
  line.sections,
  line.number,
  line.name,
  line.leadAgency,
  line.period,
  line.fundingText,
];

function addLines(workbook: Workbook, { lines, columns }: Consolidation, unit: Unit): void {
  const sheet = addSheet(workbook, LINES, FIRST_LINE - 1);
  addTitle(sheet, "DANH MỤC NHIỆM VỤ, DỰ ÁN CỦA CÁC TỈNH", unit);
  addHeader(sheet, [...TEXT_HEADERS, ...columns.map(columnTitle)], [...TEXT_WIDTHS, ...columns.map(() => 20)]);
  lines.forEach((line, index) => {
    const row = FIRST_LINE + index;
    textsOf(line).forEach((text, column) => {
      const cell = sheet.getCell(row, column + 1);
      cell.value = text;
      cell.alignment = { wrapText: true, vertical: "top" };
    });
    line.amounts.forEach((amount, column) => {
      if (amount !== null) setMoney(sheet, { row, column: TEXT_HEADERS.length + column + 1 }, inUnit(amount, unit), unit);
    });
  });
  const lastColumn = columnLetter(TEXT_HEADERS.length + columns.length - 1);
  sheet.autoFilter = `A${String(FIRST_LINE - 1)}:${lastColumn}${String(FIRST_LINE - 1 + lines.length)}`;
}

function addSources(workbook: Workbook, sources: readonly ConsolidatedSource[]): void {
  const sheet = addSheet(workbook, "Nguồn gốc", FIRST_LINE - 1);
  addTitle(sheet, "CÁC PHỤ LỤC ĐÃ TỔNG HỢP", null);
  addHeader(sheet, ["Tệp", "Trang", "Tỉnh, thành phố", "Số kế hoạch", "Biểu mẫu", "Số dòng", "Lỗi", "Cảnh báo", "Tổng hợp"], [30, 16, 20, 18, 40, 10, 8, 10, 42]);
  sources.forEach((source, index) => {
    const form = formById(source.form as FormId).title.vi;
    const state = source.leftOut === null ? "Đã cộng" : LEFT_OUT[source.leftOut];
    const values = [source.file, source.sheet, source.province, source.planNumber, form, source.lineItems, source.errors, source.warnings, state];
    values.forEach((value, column) => (sheet.getCell(FIRST_LINE + index, column + 1).value = value));
  });
}
