/** A cell by its row, counted from 1, and its column, counted from 0; and how far to go from it. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

export interface Step {
  readonly rows: number;
  readonly columns: number;
}
