/** Of each style, how it prints numbers. */
import { LIMITS, type RefusalCode } from "../refusals.ts";
import type { XmlTags } from "./xml-tags.ts";

export interface NumberFormat {
  /** The format code; null for "General". */
  readonly code: string | null;
  /** Prints days, so that its numbers are dates. */
  readonly namesDay: boolean;
}

export const GENERAL: NumberFormat = { code: null, namesDay: false };

/** The codes that a workbook needs not spell out (ECMA-376 part 1, 18.8.30). */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  5: '"$"#,##0_);\\("$"#,##0\\)',
  6: '"$"#,##0_);[Red]\\("$"#,##0\\)',
  7: '"$"#,##0.00_);\\("$"#,##0.00\\)',
  8: '"$"#,##0.00_);[Red]\\("$"#,##0.00\\)',
  9: "0%",
  10: "0.00%",
  11: "0.00E+00",
  12: "# ?/?",
  13: "# ??/??",
  14: "m/d/yy",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "m/d/yy h:mm",
  37: "#,##0 ;(#,##0)",
  38: "#,##0 ;[Red](#,##0)",
  39: "#,##0.00;(#,##0.00)",
  40: "#,##0.00;[Red](#,##0.00)",
  41: '_(* #,##0_);_(* \\(#,##0\\);_(* "-"_);_(@_)',
  42: '_("$"* #,##0_);_("$"* \\(#,##0\\);_("$"* "-"_);_(@_)',
  43: '_(* #,##0.00_);_(* \\(#,##0.00\\);_(* "-"??_);_(@_)',
  44: '_("$"* #,##0.00_);_("$"* \\(#,##0.00\\);_("$"* "-"??_);_(@_)',
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mmss.0",
  48: "##0.0E+0",
  49: "@",
};

/** Dates in East Asian calendars: how they are printed depends on the reader's language, that they are days does not. */
const isEastAsianDate = (id: number): boolean => (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** Literal text, escapes, what is only room ("_d") or filling ("*y"), colours and durations ("[h]:mm") set aside. */
const namesDay = (code: string): boolean => /[dy]/i.test(code.replace(/"[^"]*"|[\\_*].|\[[^\]]*\]/g, ""));

function formatOf(id: number, own: ReadonlyMap<number, string>): NumberFormat {
  const code = own.get(id) ?? (isEastAsianDate(id) ? "m/d/yy" : BUILT_IN[id]);
  return code === undefined || /^(general)?$/i.test(code) ? GENERAL : { code, namesDay: namesDay(code) };
}

const LISTS = ["numFmts", "cellXfs"] as const;

/** By the number that a cell's style has; or why they can't be had. */
export function readNumberFormats(tags: XmlTags): readonly NumberFormat[] | RefusalCode {
  if (tags.bytes.length === 0) return [];
  const own = new Map<number, string>();
  const ids: number[] = [];
  // Formats of conditional marks number their codes anew, so the list that an element stands in matters.
  let list = "";
  while (tags.next()) {
    for (const name of LISTS) if (tags.is(name)) list = tags.isClose || tags.isEmpty ? "" : name;
    if (list === "numFmts" && tags.opens("numFmt"))
      own.set(tags.numberOf("numFmtId"), tags.attribute("formatCode") ?? "");
    if (list === "cellXfs" && tags.opens("xf")) ids.push(tags.numberOf("numFmtId"));
    if (ids.length > LIMITS.styles) return "too-many-entries";
  }
  if (tags.isTorn) return "damaged";
  const formats = new Map<number, NumberFormat>();
  return ids.map((id) => {
    const format = formats.get(id) ?? formatOf(id, own);
    formats.set(id, format);
    return format;
  });
}
