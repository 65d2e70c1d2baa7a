/** The look of our workbooks. One object for a kind of cell, shared by all of them: exceljs then works it out once. */
import type { Alignment, Borders, Fill, Font, Style } from "exceljs";

export type CellStyle = Partial<Style>;

/** Official documents are in Times New Roman (Nghị định 30/2020/NĐ-CP). */
export const FONT = { name: "Times New Roman", size: 11 } as const satisfies Partial<Font>;
const LINE = { style: "thin", color: { argb: "FF9AA7B5" } } as const;
const BOX: Partial<Borders> = { top: LINE, left: LINE, bottom: LINE, right: LINE };

const filled = (argb: string): Fill => ({ type: "pattern", pattern: "solid", fgColor: { argb } });
const HEADER_FILL = filled("FFDCE6F1");
const TOTAL_FILL = filled("FFFFF2CC");
const GROUP_FILL = filled("FFF2F5F9");

const TOP: Partial<Alignment> = { vertical: "top" };
/** A figure too long for its column is printed smaller, never as "####". */
const FIGURE: Partial<Alignment> = { ...TOP, shrinkToFit: true };
/** Away from the line, so that a text does not touch the figure that ends right before it. */
const INDENTED: Partial<Alignment> = { vertical: "top", horizontal: "left", indent: 1, wrapText: true };
const WRAPPED: Partial<Alignment> = { vertical: "top", wrapText: true };
const MIDDLE: Partial<Alignment> = { vertical: "middle", horizontal: "center", wrapText: true };

/** With this format a text stays text even after somebody has edited it. */
const AS_TEXT = "@";

/** "repeated" is said again for whoever filters, and does not stand out. */
export type Emphasis = "plain" | "repeated" | "group" | "total" | "repeatedTotal";
const GREY = { color: { argb: "FF8A949E" } } as const;
const EMPHASES: Readonly<Record<Emphasis, CellStyle>> = {
  plain: { font: FONT, border: BOX },
  repeated: { font: { ...FONT, ...GREY }, border: BOX },
  group: { font: { ...FONT, bold: true }, border: BOX, fill: GROUP_FILL },
  total: { font: { ...FONT, bold: true }, border: BOX, fill: TOTAL_FILL },
  repeatedTotal: { font: { ...FONT, ...GREY }, border: BOX, fill: TOTAL_FILL },
};

const withEmphasis = (style: CellStyle): Readonly<Record<Emphasis, CellStyle>> => ({
  plain: { ...EMPHASES.plain, ...style },
  repeated: { ...EMPHASES.repeated, ...style },
  group: { ...EMPHASES.group, ...style },
  total: { ...EMPHASES.total, ...style },
  repeatedTotal: { ...EMPHASES.repeatedTotal, ...style },
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
  alignment: MIDDLE,
  fill: HEADER_FILL,
  border: BOX,
};
export const PLAIN: CellStyle = { font: FONT };
export const CENTRED: CellStyle = { font: FONT, alignment: { ...WRAPPED, horizontal: "center" } };
export const PLAIN_WRAPPED: CellStyle = { font: FONT, alignment: WRAPPED };

const texts = withEmphasis({ alignment: INDENTED });
const safeTexts = withEmphasis({ alignment: INDENTED, numFmt: AS_TEXT });
const centred = withEmphasis({ alignment: { ...WRAPPED, horizontal: "center" } });
/** In the format it came with. */
const figures = withEmphasis({ alignment: FIGURE });
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
export const figureStyle = (emphasis: Emphasis = "plain"): CellStyle => figures[emphasis];
export const shareStyle = (emphasis: Emphasis = "plain"): CellStyle => shares[emphasis];
export const timeStyle = (emphasis: Emphasis = "plain"): CellStyle => times[emphasis];
