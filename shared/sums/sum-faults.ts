/** What is said of an appendix's sums once they are diagnosed. */
import type { Appendix } from "../appendix.ts";
import type { Cell } from "./equations.ts";
import type { RangeFault } from "./ranges.ts";
import type { Residuals } from "./residuals.ts";
import type { Typo } from "./typo.ts";

export interface Suspect extends Cell {
  readonly typo: Typo;
  /** What the cell would have to say, in đồng (or as it is, for counts). */
  readonly value: number;
}

export interface WrongTotal extends Cell {
  readonly printed: number;
  readonly sum: number;
}

/** A total that does not agree with what it adds up. */
export interface SumFault {
  readonly kind: "sources" | "unsourced" | "section" | "grand";
  /** Index of the row the equation is of. */
  readonly of: number;
  /** Wrong totals, by column: as printed and as summed. */
  readonly totals: readonly WrongTotal[];
  /** The one cell that settles it, where the equations determine it. */
  readonly located: (Cell & { readonly value: number }) | null;
  /** The likeliest slip, where they don't. */
  readonly suspect: Suspect | null;
  /** Two cells of one row that have changed places. */
  readonly exchanged: readonly [Cell, Cell] | null;
  /** A row that the total leaves out. */
  readonly leftOut: number | null;
  /** Rows above whose sources are off only because of this one. */
  readonly above: readonly Cell[];
  readonly isRounding: boolean;
}

export const NO_DETAILS = {
  located: null,
  suspect: null,
  exchanged: null,
  leftOut: null,
  above: [],
  isRounding: false,
} as const;

export interface DoubledRow {
  readonly row: number;
  readonly twin: number;
  readonly totals: readonly Cell[];
}

export interface SumFaults {
  readonly residuals: Residuals;
  readonly faults: readonly SumFault[];
  readonly ranges: readonly RangeFault[];
  readonly doubled: readonly DoubledRow[];
  /** Groups whose sources do not add up in most rows: the breakdown is then a partial one. */
  readonly partialGroups: readonly number[];
  /** Cells already spoken of, as `row * columns + column`: no other rule complains of them again. */
  readonly implicated: ReadonlySet<number>;
}

export const cellKey = (appendix: Appendix, cell: Cell): number =>
  cell.row * appendix.figureColumns.length + cell.column;
