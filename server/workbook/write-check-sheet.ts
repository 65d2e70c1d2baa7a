/** One A4 page to sign: whose figures, how much in figures and in words, from which versions, with what hash. */
import type { Writable } from "node:stream";
import type { Worksheet } from "exceljs";
import { printNumber } from "../../shared/money.ts";
import { writeNumberWords } from "../../shared/number-words.ts";
import type { CheckSheet, CheckTotal } from "./check-sheet-facts.ts";
import { drawLetterhead } from "./letterhead.ts";
import { footer } from "./footer.ts";
import { PAGE } from "./page.ts";
import { drawRow, type Part } from "./merged-row.ts";
import { sendWorkbook } from "./send.ts";
import { CENTRED, HEADER, NOTE, numberStyle, PLAIN_WRAPPED, textStyle, TITLE, type CellStyle } from "./styles.ts";

export { checkSheetOfConsolidation, checkSheetOfSubmission } from "./check-sheet-facts.ts";

const WIDTHS = [26, 22, 27, 27];
const ALL = { from: 1, to: 4 } as const;

/** @param how `asOf` is an ISO time, said as the file's own */
export const writeCheckSheet = (check: CheckSheet, how: { readonly asOf: string }, out: Writable): Promise<void> =>
  sendWorkbook(
    out,
    (workbook) => {
      const sheet = workbook.addWorksheet("Phiếu kiểm tra", {
        views: [{ showGridLines: false }],
        pageSetup: {
          ...PAGE,
          orientation: "portrait",
          fitToHeight: 1,
          margins: { left: 0.7, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
        },
        headerFooter: footer({ left: check.sha256 }),
      });
      sheet.columns = WIDTHS.map((width) => ({ width }));
      drawLetterhead(sheet, check.issuer);
      drawLine(sheet, check.title, TITLE);
      if (check.round !== "") drawLine(sheet, check.round, NOTE);
      sheet.addRow([]);
      drawFacts(sheet, check);
      for (const total of check.totals) drawTotal(sheet, total);
      for (const remark of check.remarks) drawLine(sheet, remark, PLAIN_WRAPPED);
      drawLine(sheet, `Mã băm SHA-256: ${check.sha256}`, PLAIN_WRAPPED);
      drawSignatures(sheet);
    },
    how,
  );

const drawLine = (sheet: Worksheet, text: string, style: CellStyle): void =>
  drawRow(sheet, [{ ...ALL, value: text, style }]);

function drawFacts(sheet: Worksheet, { facts }: CheckSheet): void {
  for (const [label, value] of facts)
    drawRow(sheet, [
      { from: 1, to: 1, value: label, style: textStyle(label, "group") },
      { from: 2, to: 4, value, style: textStyle(value) },
    ]);
  sheet.addRow([]);
}

/** The whole, then each source, in figures and in words. */
function drawTotal(sheet: Worksheet, { title, dong, sources }: CheckTotal): void {
  drawRow(sheet, columnsOf([title, "Số tiền (đồng)", "Bằng chữ"], [HEADER, HEADER, HEADER]));
  const rows: readonly (readonly [string, number])[] = [["Tổng số", dong], ...sources];
  rows.forEach(([name, amount], index) => {
    const emphasis = index === 0 ? "total" : "plain";
    const words = dongInWords(amount);
    const styles = [textStyle(name, emphasis), numberStyle(amount, emphasis), textStyle(words, emphasis)];
    drawRow(sheet, columnsOf([name, amount, words], styles));
  });
  sheet.addRow([]);
}

/** Name, figure, and words over the rest. */
const columnsOf = (values: readonly (string | number)[], styles: readonly CellStyle[]): readonly Part[] =>
  values.map((value, index) => ({
    from: index + 1,
    to: index === 2 ? 4 : index + 1,
    value,
    style: styles[index] ?? PLAIN_WRAPPED,
  }));

/** 53930320000 → "Năm mươi ba tỷ chín trăm ba mươi triệu ba trăm hai mươi nghìn đồng". */
export function dongInWords(dong: number): string {
  const words = `${dong < 0 ? "âm " : ""}${writeNumberWords(Math.abs(dong))} đồng`;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const BLANK_ROWS = 5;

function drawSignatures(sheet: Worksheet): void {
  sheet.addRow([]);
  const bold: CellStyle = { ...CENTRED, font: { ...CENTRED.font, bold: true, size: 12 } };
  const italic: CellStyle = { ...CENTRED, font: { ...CENTRED.font, italic: true } };
  drawRow(sheet, halves(["Người lập", "Người duyệt"], bold));
  drawRow(sheet, halves(["(Ký, ghi rõ họ tên)", "(Ký, ghi rõ họ tên, đóng dấu)"], italic));
  for (let blank = 0; blank < BLANK_ROWS; blank++) sheet.addRow([]);
}

const halves = ([left, right]: readonly [string, string], style: CellStyle): readonly Part[] => [
  { from: 1, to: 2, value: left, style },
  { from: 3, to: 4, value: right, style },
];

/** For a page or a mail: the same words as on the sheet. */
export const printTotal = ({ title, dong }: CheckTotal): string =>
  `${title}: ${printNumber(dong, "vi")} đồng (${dongInWords(dong)})`;
