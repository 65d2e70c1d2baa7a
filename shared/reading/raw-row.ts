/** A row of a table as split from its cells, before its figures are read. Arranging sets kind, parent and number. */
import type { AppendixRow } from "../appendix.ts";
import type { GridCell } from "../grid.ts";
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
  /** By figure column; undefined where there is no cell. */
  readonly cells: readonly (GridCell | undefined)[];
  readonly hasFigures: boolean;
  parent: number;
  isPartial: boolean;
  /** Rows that hold a number and nothing else stand right above. */
  readonly isAfterEmpty: boolean;
}
