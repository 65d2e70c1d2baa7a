/** A consolidation → one workbook: all line items, totals by province with live formulas over them, and what it was made from. */
import type { PaperSize, Workbook, Worksheet } from "exceljs";
import type { ConsolidatedLine, ConsolidatedSource, Consolidation, MoneyColumn } from "../../shared/consolidation.ts";
import { totalsByProvince } from "../../shared/consolidation.ts";
import { formById } from "../../shared/forms/index.ts";
import { columnLetter } from "../../shared/grid.ts";
import { UNIT_NAMES, inUnit, type Unit } from "../../shared/money.ts";

const LINES = "Danh mục";
const TOTALS = "Tổng hợp";
const SOURCES = "Nguồn gốc";

/** The sheets by which a merged workbook is known again. */
export const OWN_SHEETS: readonly string[] = [TOTALS, LINES, SOURCES];
const TEXT_HEADERS = [
  "Tỉnh, thành phố",
  "Số kế hoạch",
  "Tệp",
  "Trang",
  "Ô",
  "Mục",
  "STT",
  "Tên nhiệm vụ, dự án",
  "Đơn vị chủ trì",
  "Thời gian",
  "Nguồn vốn (ghi bằng lời)",
];
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

const moneyTitle = ({ scope, kind }: MoneyColumn): string =>
  kind === "disbursed" ? `${SCOPE_NAMES[scope]}, đã giải ngân` : SCOPE_NAMES[scope];

function sourceTitle({ source }: MoneyColumn): string {
  if (source === "total") return "Tổng";
  if (source === "unsourced") return "Chưa rõ nguồn";
  const origin = source.origin ? ORIGIN_NAMES[source.origin] : "";
  const nature = source.nature ? NATURE_NAMES[source.nature] : "";
  const title = [origin, nature].filter((text) => text !== "").join(", ");
  return title.charAt(0).toUpperCase() + title.slice(1);
}

export const columnTitle = (column: MoneyColumn): string =>
  `${moneyTitle(column)}: ${sourceTitle(column).toLowerCase()}`;

export async function writeConsolidation(
  consolidation: Consolidation,
  how: { path: string; unit: Unit },
): Promise<void> {
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

interface TotalsGrid {
  /** Titles of the rows within a province and of the money columns. */
  readonly sources: readonly string[];
  readonly monies: readonly string[];
  /** The list's column for a row and a column; -1 where there is none. */
  readonly at: (source: string, money: string) => number;
}

function totalsGrid(columns: readonly MoneyColumn[]): TotalsGrid {
  const unsourced = columns.some(({ source }) => source === "unsourced") ? ["Chưa rõ nguồn"] : [];
  const sources = [...new Set(columns.filter(({ source }) => source !== "unsourced").map(sourceTitle)), ...unsourced];
  const monies = [...new Set(columns.map(moneyTitle))];
  return {
    sources,
    monies,
    at: (source, money) =>
      columns.findIndex((column) => sourceTitle(column) === source && moneyTitle(column) === money),
  };
}

/** Totals are SUMIFS over the list, so that an auditor can follow every figure; the result stands beside each formula. */
function addTotals(workbook: Workbook, consolidation: Consolidation, unit: Unit): void {
  const sheet = addSheet(workbook, TOTALS, FIRST_LINE - 1);
  const grid = totalsGrid(consolidation.columns);
  addTitle(sheet, "TỔNG HỢP KINH PHÍ THEO TỈNH VÀ NGUỒN VỐN", unit);
  addHeader(sheet, ["Tỉnh, thành phố", "Nguồn vốn", ...grid.monies], [24, 26, ...grid.monies.map(() => 24)]);
  const last = FIRST_LINE + Math.max(0, consolidation.lines.length - 1);
  const range = (letter: string): string => `'${LINES}'!$${letter}$${String(FIRST_LINE)}:$${letter}$${String(last)}`;
  const sums = new Map<string, number>();
  let row = FIRST_LINE;
  for (const [province, totals] of totalsByProvince(consolidation)) {
    for (const source of grid.sources) {
      const indexes = grid.monies.map((money) => grid.at(source, money));
      if (source !== "Tổng" && indexes.every((index) => index < 0 || totals[index] === 0)) continue;
      addTotalsRow(sheet, { row, province, source });
      indexes.forEach((index, money) => {
        if (
          index < 0 ||
          !consolidation.lines.some((line) => line.province === province && line.amounts[index] !== null)
        )
          return;
        const formula = `SUMIFS(${range(columnLetter(TEXT_HEADERS.length + index))},${range("A")},$A${String(row)})`;
        const key = `${source}|${String(money)}`;
        sums.set(key, (sums.get(key) ?? 0) + (totals[index] ?? 0));
        setMoney(
          sheet,
          { row, column: money + 3 },
          { value: { formula, result: inUnit(totals[index] ?? 0, unit) }, unit },
        );
      });
      row++;
    }
  }
  addGrandTotals(sheet, { grid, sums, first: row, unit });
}

function addTotalsRow(
  sheet: Worksheet,
  { row, province, source }: { row: number; province: string; source: string },
): void {
  sheet.getCell(row, 1).value = province;
  sheet.getCell(row, 2).value = source;
  if (source !== "Tổng") return;
  sheet.getRow(row).font = { bold: true };
  sheet.getRow(row).border = { top: { style: "thin" } };
}

interface GrandTotals {
  readonly grid: TotalsGrid;
  readonly sums: ReadonlyMap<string, number>;
  readonly first: number;
  readonly unit: Unit;
}

function addGrandTotals(sheet: Worksheet, { grid, sums, first, unit }: GrandTotals): void {
  const shown = grid.sources.filter((source) => grid.monies.some((_, money) => sums.has(`${source}|${String(money)}`)));
  shown.forEach((source, index) => {
    const row = first + index;
    addTotalsRow(sheet, { row, province: "TỔNG CỘNG", source });
    grid.monies.forEach((_, money) => {
      const sum = sums.get(`${source}|${String(money)}`);
      if (sum === undefined) return;
      const letter = columnLetter(money + 2);
      const above = (column: string): string => `$${column}$${String(FIRST_LINE)}:$${column}$${String(first - 1)}`;
      const formula = `SUMIFS(${above(letter)},${above("B")},$B${String(row)})`;
      setMoney(sheet, { row, column: money + 3 }, { value: { formula, result: inUnit(sum, unit) }, unit });
    });
  });
}

type MoneyValue = number | { formula: string; result: number };

function setMoney(
  sheet: Worksheet,
  at: { row: number; column: number },
  { value, unit }: { value: MoneyValue; unit: Unit },
): void {
  const cell = sheet.getCell(at.row, at.column);
  cell.value = value;
  cell.numFmt = numberFormat(unit);
  cell.alignment = { vertical: "top" };
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
  sheet.pageSetup.paperSize = 8 as PaperSize;
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
      if (amount !== null)
        setMoney(sheet, { row, column: TEXT_HEADERS.length + column + 1 }, { value: inUnit(amount, unit), unit });
    });
    sheet.getRow(row).height = 15 * linesNeeded(textsOf(line));
  });
  const lastColumn = columnLetter(TEXT_HEADERS.length + columns.length - 1);
  sheet.autoFilter = `A${String(FIRST_LINE - 1)}:${lastColumn}${String(FIRST_LINE - 1 + lines.length)}`;
}

/** Excel fits no row to wrapped text by itself when a file is made elsewhere. */
const linesNeeded = (texts: readonly string[]): number =>
  Math.max(...texts.map((text, column) => Math.ceil((text.length * 1.15) / (TEXT_WIDTHS[column] ?? 16))), 1);

function addSources(workbook: Workbook, sources: readonly ConsolidatedSource[]): void {
  const sheet = addSheet(workbook, SOURCES, FIRST_LINE - 1);
  addTitle(sheet, "CÁC PHỤ LỤC ĐÃ TỔNG HỢP", null);
  addHeader(
    sheet,
    ["Tệp", "Trang", "Tỉnh, thành phố", "Số kế hoạch", "Biểu mẫu", "Số dòng", "Lỗi", "Cảnh báo", "Tổng hợp"],
    [30, 16, 20, 18, 40, 10, 8, 10, 42],
  );
  sources.forEach((source, index) => {
    const form = formById(source.form).title.vi;
    const state = source.leftOut === null ? "Đã cộng" : LEFT_OUT[source.leftOut];
    const values = [
      source.file,
      source.sheet,
      source.province,
      source.planNumber,
      form,
      source.lineItems,
      source.errors,
      source.warnings,
      state,
    ];
    values.forEach((value, column) => (sheet.getCell(FIRST_LINE + index, column + 1).value = value));
  });
}
