/** Figure cells → numbers: as numbers, or as text in every shape; what can't be known is kept apart and asked about. */
import type { FigureColumn } from "../appendix.ts";
import { isErrorValue, type GridCell } from "../grid.ts";
import {
  readAmountText,
  toDong,
  writtenToDong,
  writtenToNumber,
  type AmountText,
  type DongReading,
  type Unit,
  type WrittenNumber,
} from "../money.ts";

type Ambiguous = Extract<AmountText, { kind: "ambiguous" }>;

/** What a cell says, before the sheet's unit and its habit of writing thousands are settled; null when it is blank. */
export type RawFigure = number | null | OddFigure;

/** Whole numbers below it are whole đồng in every unit; almost every figure is one, and nothing is to be said of it. */
const LARGE = 999_999;

export const isPlain = (figure: RawFigure): figure is number =>
  typeof figure === "number" && Number.isInteger(figure) && Math.abs(figure) < LARGE;

/** Anything but a number. */
export type OddFigure =
  | { readonly kind: "text"; readonly number: WrittenNumber; readonly grouping: "dot" | "comma" | null }
  | Ambiguous
  | { readonly kind: "words" | "unreadable" | "formula-error" | "no-result" };

export function readFigure(cell: GridCell | undefined, column: FigureColumn): RawFigure {
  if (cell === undefined || cell.value === "") return null;
  if (typeof cell.value === "number") return cell.value;
  if (cell.value === null) return { kind: "no-result" };
  if (typeof cell.value === "boolean") return { kind: "unreadable" };
  if (isErrorValue(cell.value)) return { kind: "formula-error" };
  return readTextFigure(cell.value, column);
}

function readTextFigure(text: string, column: FigureColumn): RawFigure {
  const percent = /^\s*([\d.,]+)\s*%\s*$/.exec(text);
  if (percent && column.holds.type === "amount") return { kind: "unreadable" };
  const reading = readAmountText(percent?.[1] ?? text);
  if (reading.kind === "blank") return null;
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

/** What the texts that can be read in one way only tell about the others; nobody writes "600.000" for 600. */
export function findHabits(figures: readonly OddFigure[]): Habits {
  let dot = 0;
  let comma = 0;
  for (const figure of figures) {
    if (figure.kind === "ambiguous" && figure.sign === "dot" && figure.asThousands.digits % 1_000 === 0) dot++;
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
export function valueOf(
  figure: RawFigure,
  column: FigureColumn,
  how: { unit: Unit | null; habits: Habits },
): DongReading | null {
  if (figure === null) return null;
  const isDong = column.holds.type === "amount" && how.unit !== null;
  if (typeof figure === "number")
    return isDong && how.unit !== null ? toDong(figure, how.unit) : { dong: figure === 0 ? 0 : figure, isWhole: true };
  const written = writtenIn(figure, how.habits);
  if (written === null) return null;
  return isDong && how.unit !== null
    ? writtenToDong(written, how.unit)
    : { dong: writtenToNumber(written, null), isWhole: true };
}

/** The number a text cell is read as; null when it holds none. */
export function writtenIn(figure: OddFigure, habits: Habits): WrittenNumber | null {
  if (figure.kind === "text") return figure.number;
  return figure.kind === "ambiguous" ? choose(figure, habits) : null;
}

/** Decimals a number is written with, up to six: what the sheet rounds to. */
export function decimalsOf(figure: RawFigure): number {
  if (typeof figure === "number")
    return Number.isInteger(figure) ? 0 : Math.min(6, (String(figure).split(".")[1] ?? "").length);
  return figure?.kind === "text" ? Math.min(6, figure.number.decimals) : 0;
}
