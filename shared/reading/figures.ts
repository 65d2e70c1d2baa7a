/** Figure cells → numbers: as numbers, or as text in every shape; what can't be known is kept apart and asked about. */
import type { FigureColumn } from "../appendix.ts";
import { isErrorValue, type GridCell } from "../grid.ts";
import { readAmountText, toDong, writtenToDong, writtenToNumber, type AmountText, type DongReading, type Unit, type WrittenNumber } from "../money.ts";
import { fold } from "../text.ts";

type Ambiguous = Extract<AmountText, { kind: "ambiguous" }>;

/** What a cell says, before the sheet's unit and its habit of writing thousands are settled. */
export type RawFigure =
  | { readonly kind: "none" }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "text"; readonly number: WrittenNumber; readonly grouping: "dot" | "comma" | null }
  | Ambiguous
  | { readonly kind: "words" | "unreadable" | "formula-error" | "no-result" };

const NOTHING: RawFigure = { kind: "none" };

export function readFigure(cell: GridCell | undefined, column: FigureColumn): RawFigure {
  if (cell === undefined || cell.value === "") return NOTHING;
  if (typeof cell.value === "number") return { kind: "number", value: cell.value };
  if (cell.value === null) return { kind: "no-result" };
  if (typeof cell.value === "boolean") return { kind: "unreadable" };
  if (isErrorValue(cell.value)) return { kind: "formula-error" };
  return readTextFigure(cell.value, column);
}

function readTextFigure(text: string, column: FigureColumn): RawFigure {
  const percent = /^\s*([\d.,]+)\s*%\s*$/.exec(text);
  const reading = readAmountText(percent?.[1] ?? text);
  if (reading.kind === "blank") return NOTHING;
  if (reading.kind === "words" || reading.kind === "unreadable") return { kind: reading.kind };
  const settled = reading.kind === "ambiguous" ? settleByColumn(reading, column) : reading;
  if (settled.kind === "ambiguous") return settled;
  const { number, grouping } = settled;
  const scaled = percent ? { ...number, decimals: number.decimals + 2 } : number;
  return { kind: "text", number: scaled, grouping };
}

/** People and machines are counted in whole numbers; a ratio has decimals. */
function settleByColumn(reading: Ambiguous, column: FigureColumn): Ambiguous | Extract<AmountText, { kind: "number" }> {
  if (column.holds.type === "amount") return reading;
  const number = column.holds.type === "count" ? reading.asThousands : reading.asDecimal;
  return { kind: "number", number, grouping: null };
}

/** How a sheet's texts use the two signs; null: nothing tells. */
export interface Habits {
  readonly dot: "thousands" | "decimal" | null;
  readonly comma: "thousands" | "decimal" | null;
}

/** What the texts that can be read in one way only tell about the others. */
export function findHabits(figures: Iterable<RawFigure>): Habits {
  let dot = 0;
  let comma = 0;
  for (const figure of figures) {
    if (figure.kind !== "text" || figure.number.unit !== null) continue;
    if (figure.grouping === "dot") dot++;
    if (figure.grouping === "comma") comma++;
  }
  if (dot > 0 && comma === 0) return { dot: "thousands", comma: "decimal" };
  if (comma > 0 && dot === 0) return { dot: "decimal", comma: "thousands" };
  return { dot: null, comma: null };
}

/** A sign that nothing settles is read as a thousands sign, and asked about. */
export function choose(figure: Ambiguous, habits: Habits): WrittenNumber {
  return habits[figure.sign] === "decimal" ? figure.asDecimal : figure.asThousands;
}

/** The figure's value: whole đồng for amounts when the unit is known, plain numbers otherwise; null for none. */
export function valueOf(figure: RawFigure, column: FigureColumn, how: { unit: Unit | null; habits: Habits }): DongReading | null {
  const written = figure.kind === "text" ? figure.number : figure.kind === "ambiguous" ? choose(figure, how.habits) : null;
  if (written === null && figure.kind !== "number") return null;
  if (column.holds.type === "amount" && how.unit !== null) {
    return written ? writtenToDong(written, how.unit) : toDong((figure as { value: number }).value, how.unit);
  }
  const plain = written ? writtenToNumber(written, null) : (figure as { value: number }).value;
  return { dong: plain, isWhole: true };
}

/** Decimals a number is written with, up to six: what the sheet rounds to. */
export function decimalsOf(figure: RawFigure): number {
  if (figure.kind === "text") return Math.min(6, figure.number.decimals);
  if (figure.kind !== "number" || Number.isInteger(figure.value)) return 0;
  return Math.min(6, (fold(String(figure.value)).split(".")[1] ?? "").length);
}
