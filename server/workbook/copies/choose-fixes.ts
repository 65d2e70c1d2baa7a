/** Which of the fixes for a sheet can be written: each whole or not at all, and the first of two that would write one cell. */
import type { Edit } from "../../../shared/finding.ts";
import { parseCellName, type Area } from "../../../shared/grid.ts";
import { placeOf } from "./place.ts";

export interface Place {
  readonly row: number;
  readonly column: number;
  readonly edit: Edit;
}

export interface Obstacles {
  /** Whose cells can't be written one by one: of formulas that fill several, of pivot tables, of a table's headings. */
  readonly areas: readonly Area[];
  /** The sheet gives that cell more than once, and the reader takes one of them. */
  readonly isGivenTwice: (row: number, column: number) => boolean;
  /** By the sheet's protection. */
  readonly isLocked: (row: number, column: number) => boolean;
}

export interface Chosen {
  readonly places: readonly Place[];
  readonly applied: number;
  /** Left because of a locked cell. */
  readonly locked: number;
}

export const placesOf = (edits: readonly Edit[]): readonly Place[] =>
  edits.flatMap((edit) => {
    const at = parseCellName(edit.cell);
    return at ? [{ ...at, edit }] : [];
  });

export function chooseFixes(
  fixes: readonly (readonly Place[])[],
  { areas, isGivenTwice, isLocked }: Obstacles,
): Chosen {
  const taken = new Set<number>();
  const isFree = ({ row, column }: Place): boolean =>
    !taken.has(placeOf(row, column)) &&
    !isGivenTwice(row, column) &&
    !areas.some(({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right);
  let [applied, locked] = [0, 0];
  const chosen: Place[] = [];
  for (const places of fixes) {
    if (places.length === 0 || !places.every(isFree)) continue;
    if (places.some(({ row, column }) => isLocked(row, column))) {
      locked++;
      continue;
    }
    for (const place of places) taken.add(placeOf(place.row, place.column));
    chosen.push(...places);
    applied++;
  }
  return { places: chosen, applied, locked };
}
