/** The look of our workbooks. One object for a kind of cell, shared by all of them: exceljs then works it out once. */
import type { Alignment, Borders, Fill, Font, Style } from "exceljs";

export type CellStyle = Partial<Style>;

/** Official documents are in Times New Roman (Nghị định 30/2020/NĐ-CP). */
const FONT: Partial<Font> = { name: "Times New Roman", size: 11 };
const LINE = { style: "thin", color: { argb: "FF9AA7B5" } } as const;
const BOX: Partial<Borders> = { top: LINE, left: LINE, bottom: LINE, right: LINE };

const filled = (argb: string): Fill => ({ type: "pattern", pattern: "solid", fgColor: { argb } });
const HEADER_FILL = filled("FFDCE6F1");
const TOTAL_FILL = filled("FFFFF2CC");
const GROUP_FILL = filled("FFF2F5F9");

const TOP: Partial<Alignment> = { vertical: "top" };
/** A figure too long for its column is printed smaller, never as "####". */
const FIGURE: Partial<Alignment> = { ...TOP, shrinkToFit: true };
const WRAPPED: Partial<Alignment> = { vertical: "top", wrapText: true };
const CENTRED: Partial<Alignment> = { vertical: "middle", horizontal: "center", wrapText: true };

/** With this format a text stays text even after somebody has edited it. */
const AS_TEXT = "@";

export type Emphasis = "plain" | "group" | "total";
const EMPHASES: Readonly<Record<Emphasis, CellStyle>> = {
  plain: { font: FONT, border: BOX },
  group: { font: { ...FONT, bold: true }, border: BOX, fill: GROUP_FILL },
  total: { font: { ...FONT, bold: true }, border: BOX, fill: TOTAL_FILL },
};

const withEmphasis = (style: CellStyle): Readonly<Record<Emphasis, CellStyle>> => ({
  plain: { ...EMPHASES.plain, ...style },
  group: { ...EMPHASES.group, ...style },
  total: { ...EMPHASES.total, ...style },
});

export const TITLE: CellStyle = {
  font: { ...FONT, size: 14, bold: true },
  alignment: { horizontal: "center", vertical: "middle", wrapText: true },
};
export const TITLE_LEFT: CellStyle = { font: { ...FONT, size: 14, bold: true }, alignment: { vertical: "middle" } };
export const NOTE: CellStyle = {
  font: { ...FONT, italic: true },
  alignment: { horizontal: "center", vertical: "middle", wrapText: true },
};
export const NOTE_LEFT: CellStyle = { font: { ...FONT, italic: true }, alignment: { vertical: "middle" } };
export const UNIT: CellStyle = { font: { ...FONT, italic: true }, alignment: { horizontal: "right" } };
export const CAPTION: CellStyle = { font: { ...FONT, size: 12, bold: true }, alignment: { vertical: "middle" } };
export const HEADER: CellStyle = {
  font: { ...FONT, bold: true },
  alignment: CENTRED,
  fill: HEADER_FILL,
  border: BOX,
};
export const PLAIN: CellStyle = { font: FONT };

const texts = withEmphasis({ alignment: WRAPPED });
const safeTexts = withEmphasis({ alignment: WRAPPED, numFmt: AS_TEXT });
const centred = withEmphasis({ alignment: { ...WRAPPED, horizontal: "center" } });
const whole = withEmphasis({ alignment: FIGURE, numFmt: "#,##0" });
/** Excel prints the decimal sign of "#,##0.###" behind whole numbers too, so they have a format of their own. */
const fractions = withEmphasis({ alignment: FIGURE, numFmt: "#,##0.######" });
const shares = withEmphasis({ alignment: TOP, numFmt: "0.0%" });
const times = withEmphasis({ alignment: { ...TOP, horizontal: "center" }, numFmt: "dd/mm/yyyy hh:mm" });

/** What a spreadsheet might take for a formula once the cell is edited. */
const LOOKS_LIKE_FORMULA = /^[\s\u00a0]*[=+\-@]/;

export const textStyle = (text: string, emphasis: Emphasis = "plain"): CellStyle =>
  (LOOKS_LIKE_FORMULA.test(text) ? safeTexts : texts)[emphasis];
export const centredStyle = (emphasis: Emphasis = "plain"): CellStyle => centred[emphasis];
export const numberStyle = (value: number, emphasis: Emphasis = "plain"): CellStyle =>
  (Number.isInteger(value) ? whole : fractions)[emphasis];
export const shareStyle = (emphasis: Emphasis = "plain"): CellStyle => shares[emphasis];
export const timeStyle = (emphasis: Emphasis = "plain"): CellStyle => times[emphasis];
