/** One A4 page to sign: whose figures, how much in figures and in words, from which versions, with what hash. */
import type { Writable } from "node:stream";
import type { Style, Worksheet } from "exceljs";
import { printNumber } from "../../shared/money.ts";
import { writeNumberWords } from "../../shared/number-words.ts";
import type { CheckSheet, CheckTotal } from "./check-sheet-facts.ts";
import { footer } from "./footer.ts";
import { sendWorkbook } from "./send.ts";
import { HEADER, NOTE, PLAIN, TITLE, numberStyle, textStyle } from "./styles.ts";

export { checkSheetOfConsolidation, checkSheetOfSubmission } from "./check-sheet-facts.ts";

const WIDTHS = [30, 24, 22, 22];
const LETTERS_A_LINE = 105;
const REMARK: Partial<Style> = { ...PLAIN, alignment: { vertical: "top", wrapText: true } };
const CENTRED: Partial<Style> = { ...PLAIN, alignment: { horizontal: "center", vertical: "top" } };

/** @param how `asOf` is an ISO time, said as the file's own */
export const writeCheckSheet = (check: CheckSheet, how: { readonly asOf: string }, out: Writable): Promise<void> =>
  sendWorkbook(out, (workbook) => {
    workbook.creator = "Phụ Lục";
    workbook.created = new Date(how.asOf);
    workbook.modified = new Date(how.asOf);
    const sheet = workbook.addWorksheet("Phiếu kiểm tra", {
      views: [{ showGridLines: false }],
      pageSetup: {
        paperSize: 9,
        orientation: "portrait",
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 1,
        horizontalCentered: true,
        margins: { left: 0.7, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
      },
      headerFooter: footer({ left: check.sha256 }),
    });
    sheet.columns = WIDTHS.map((width) => ({ width }));
    drawHead(sheet, check);
    drawFacts(sheet, check);
    for (const total of check.totals) drawTotal(sheet, total);
    for (const remark of check.remarks) drawLine(sheet, remark, REMARK);
    drawLine(sheet, `Mã băm SHA-256: ${check.sha256}`, REMARK);
    drawSignatures(sheet);
  });

function drawLine(sheet: Worksheet, text: string, style: Partial<Style>): void {
  const row = sheet.addRow([text]);
  sheet.mergeCells(row.number, 1, row.number, WIDTHS.length);
  row.getCell(1).style = style;
  const letters = style === TITLE ? LETTERS_A_LINE * 0.7 : LETTERS_A_LINE;
  row.height = 15.5 * Math.max(1, Math.ceil(text.length / letters)) + (style === TITLE ? 6 : 1);
}

function drawHead(sheet: Worksheet, { title, round, organisation }: CheckSheet): void {
  drawLine(sheet, title, TITLE);
  if (round !== "") drawLine(sheet, round, NOTE);
  drawLine(sheet, organisation, { ...TITLE, font: { ...TITLE.font, size: 12 } });
  sheet.addRow([]);
}

function drawFacts(sheet: Worksheet, { facts }: CheckSheet): void {
  for (const [label, value] of facts) {
    const row = sheet.addRow([label, value]);
    sheet.mergeCells(row.number, 2, row.number, WIDTHS.length);
    row.getCell(1).style = textStyle(label, "group");
    for (let column = 2; column <= WIDTHS.length; column++) row.getCell(column).style = textStyle(value);
    row.height = 15.5 * Math.max(1, Math.ceil(value.length / 68)) + 1;
  }
  sheet.addRow([]);
}

/** The whole, then each source, in figures and in words. */
function drawTotal(sheet: Worksheet, { title, dong, sources }: CheckTotal): void {
  const head = sheet.addRow([title, "Số tiền (đồng)", "Bằng chữ"]);
  const rows: readonly (readonly [string, number])[] = [["Tổng số", dong], ...sources];
  sheet.mergeCells(head.number, 3, head.number, WIDTHS.length);
  for (let column = 1; column <= WIDTHS.length; column++) head.getCell(column).style = HEADER;
  rows.forEach(([name, amount], index) => {
    const emphasis = index === 0 ? "total" : "plain";
    const words = dongInWords(amount);
    const row = sheet.addRow([name, amount, words]);
    sheet.mergeCells(row.number, 3, row.number, WIDTHS.length);
    row.getCell(1).style = textStyle(name, emphasis);
    row.getCell(2).style = numberStyle(amount, emphasis);
    for (let column = 3; column <= WIDTHS.length; column++) row.getCell(column).style = textStyle(words, emphasis);
    row.height = 15.5 * Math.max(1, Math.ceil(words.length / 48)) + 1;
  });
  sheet.addRow([]);
}

/** 53930320000 → "Năm mươi ba tỷ chín trăm ba mươi triệu ba trăm hai mươi nghìn đồng". */
export function dongInWords(dong: number): string {
  const words = `${dong < 0 ? "âm " : ""}${writeNumberWords(Math.abs(dong))} đồng`;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function drawSignatures(sheet: Worksheet): void {
  sheet.addRow([]);
  const places: readonly (readonly [number, string, string])[] = [
    [1, "Người lập", "(Ký, ghi rõ họ tên)"],
    [3, "Người duyệt", "(Ký, ghi rõ họ tên, đóng dấu)"],
  ];
  const date = sheet.addRow([null, null, "Ngày ....... tháng ....... năm ..........."]);
  const [names, hints] = [sheet.addRow([]), sheet.addRow([])];
  sheet.mergeCells(date.number, 3, date.number, 4);
  date.getCell(3).style = { ...CENTRED, font: { ...PLAIN.font, italic: true } };
  for (const [column, name, hint] of places) {
    const last = column + 1;
    for (const row of [names, hints]) sheet.mergeCells(row.number, column, row.number, last);
    names.getCell(column).value = name;
    names.getCell(column).style = { ...CENTRED, font: { ...PLAIN.font, bold: true, size: 12 } };
    hints.getCell(column).value = hint;
    hints.getCell(column).style = { ...CENTRED, font: { ...PLAIN.font, italic: true } };
  }
  for (let blank = 0; blank < 5; blank++) sheet.addRow([]);
}

/** For a page or a mail: the same words as on the sheet. */
export const printTotal = ({ title, dong }: CheckTotal): string =>
  `${title}: ${printNumber(dong, "vi")} đồng (${dongInWords(dong)})`;
