/** Right appendices of any figures, in any unit: what the property tests take apart and put together. */
import fc from "fast-check";
import { UNIT_DONG, UNIT_NAMES, type Unit } from "../../shared/money.ts";
import type { Grid } from "../../shared/grid.ts";
import { gridOf, type Value } from "../builders.ts";

/** Whole million đồng by source; the whole of a year is their sum. */
export interface Line {
  readonly name: string;
  readonly central: number;
  readonly investment: number;
  readonly recurrent: number;
}

const SYLLABLES = ["ba", "cô", "đê", "gà", "hoa", "khe", "lúa", "mây", "núi", "sông"];

/** Different for different numbers, and no number in it. */
export const nameOf = (index: number): string =>
  `Hệ thống ${[...String(index)].map((digit) => SYLLABLES[Number(digit)] ?? "").join(" ")}`;

const figure = fc.integer({ min: 1, max: 90_000 });

export const lines = (most: number): fc.Arbitrary<readonly Line[]> =>
  fc
    .array(fc.record({ central: figure, investment: figure, recurrent: figure }), { minLength: 1, maxLength: most })
    .map((all) => all.map((amounts, index) => ({ name: nameOf(index), ...amounts })));

export const unit: fc.Arbitrary<Unit> = fc.constantFrom("dong", "thousand", "million");

const COLUMNS = ["total", "central", "investment", "recurrent"] as const;
type Column = (typeof COLUMNS)[number];

export const amountOf = (line: Line, column: Column): number =>
  column === "total" ? line.central + line.investment + line.recurrent : line[column];

/** In whole đồng. */
export const sumOf = (all: readonly Line[], column: Column): number =>
  all.reduce((sum, line) => sum + amountOf(line, column), 0) * UNIT_DONG.million;

export interface SheetTerms {
  readonly name?: string;
  readonly unit?: Unit;
  readonly year?: number;
}

/** Rows of values: two of title, one of headings, the lines, and their total. */
export function rowsOf(all: readonly Line[], { unit: printed = "million", year = 2026 }: SheetTerms = {}): Value[][] {
  const scale = UNIT_DONG.million / UNIT_DONG[printed];
  const figuresOf = (line: Line): number[] => COLUMNS.map((column) => amountOf(line, column) * scale);
  const total = COLUMNS.map((column) => (sumOf(all, column) / UNIT_DONG.million) * scale);
  const of = `năm ${String(year)}`;
  return [
    [`DANH MỤC NHIỆM VỤ, DỰ ÁN ${of.toUpperCase()}`],
    [`Đơn vị tính: ${UNIT_NAMES[printed].vi}`],
    ["STT", "Tên nhiệm vụ, dự án", "Đơn vị chủ trì", "Thời gian thực hiện", `Kinh phí ${of}`, "TW", "NV ĐTPT", "NV SN"],
    ...all.map((line, index) => [index + 1, line.name, "Sở TT&TT", String(year), ...figuresOf(line)]),
    ["TỔNG CỘNG", null, null, null, ...total],
  ];
}

export const sheetOf = (all: readonly Line[], terms: SheetTerms = {}): Grid =>
  gridOf(rowsOf(all, terms), { name: terms.name ?? "Phụ lục" });
