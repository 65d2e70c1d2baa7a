/** A row of a table as split from its cells, before its amounts are in đồng. Arranging sets kind, parent and number. */
import type { AppendixRow } from "../appendix.ts";
import type { GridCell } from "../grid.ts";
import type { RawFigure } from "./figures.ts";
import type { ItemNumber } from "./numbering.ts";

export interface RawRow {
  readonly row: number;
  readonly hidden: boolean;
  kind: AppendixRow["kind"];
  number: ItemNumber;
  readonly hasNumberCell: boolean;
  name: string;
  readonly texts: Record<string, string>;
  readonly textCount: number;
  /** By figure column. */
  readonly figures: readonly RawFigure[];
  /** Its figures are all plain (see figures.ts), as in almost every row: nothing is to be asked or told of them. */
  readonly isPlain: boolean;
  /** By figure column, undefined where there is no cell; empty for a plain row. */
  readonly cells: readonly (GridCell | undefined)[];
  readonly hasFigures: boolean;
  parent: number;
  isPartial: boolean;
  /** Rows that hold a number and nothing else stand right above. */
  readonly isAfterEmpty: boolean;
}
