/**
 * The font of a workbook's blank cells, in whose digits its columns are measured. exceljs would make it Calibri: a computer
 * without that font shows columns of another width, and rows too high or too low for what is in them.
 */
import type ExcelJS from "exceljs";
import { FONT } from "./styles.ts";

interface StyleManager {
  readonly styles: { readonly _addFont: (font: Partial<ExcelJS.Font>) => number };
}

/** Of a workbook that is written as a stream, before anything else is: the first font is the default one. */
export function setDefaultFont(workbook: ExcelJS.stream.xlsx.WorkbookWriter): void {
  (workbook as unknown as StyleManager).styles._addFont(FONT);
}

/** Of a workbook's finished part "xl/styles.xml". */
export const withDefaultFont = (styles: string): string =>
  styles.replace(
    /<font>.*?<\/font>/s,
    `<font><sz val="${String(FONT.size)}"/><name val="${FONT.name}"/><family val="1"/></font>`,
  );
