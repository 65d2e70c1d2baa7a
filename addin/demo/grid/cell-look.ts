/** What a cell shows. The sheets come without the officer's fonts, so what a text is decides how it looks. */
import { isErrorValue, type CellValue } from "../../../shared/grid.ts";
import type { Cell } from "../../../test/host-sim/sheet.ts";
import { formatNumber } from "./number-format.ts";

export interface CellLook {
  readonly text: string;
  readonly align: "left" | "right" | "center";
  readonly isNumber: boolean;
  readonly isBold: boolean;
}

export function lookOf({ value, format }: Pick<Cell, "value" | "format">): CellLook {
  if (typeof value === "number")
    return { text: formatNumber(value, format), align: "right", isNumber: true, isBold: false };
  return { text: sayText(value), align: alignOf(value), isNumber: false, isBold: isHeading(value) };
}

const sayText = (value: CellValue): string => {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return String(value);
};

const alignOf = (value: CellValue): CellLook["align"] =>
  typeof value === "boolean" || isErrorValue(value) ? "center" : "left";

/** "TỔNG CỘNG", "II", "DANH MỤC … NĂM 2020": what official sheets print in bold. A code such as "DA-12" is none. */
const isHeading = (value: CellValue): boolean => {
  if (typeof value !== "string" || !/\p{Lu}/u.test(value) || /\p{Ll}|^\s*#/u.test(value)) return false;
  return !/\d/.test(value) || /\p{Lu}{2,}\s+\p{Lu}{2,}/u.test(value);
};
