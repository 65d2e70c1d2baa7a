/** The colours that lie over the cells: marks are conditional formats whose formula is the same for every cell. */
import type { Area } from "../../../shared/grid.ts";
import type { Sheet } from "../../../test/host-sim/sheet.ts";

/** A text counts as zero, so this is always true. */
const ALWAYS_TRUE = /^=\s*N\("[^"]*"\)\s*=\s*0$/i;

export interface Fill {
  readonly left: number;
  readonly right: number;
  readonly color: string;
}

/** Those of one row, the ones that win first. */
export const fillsInRow = (sheet: Sheet, row: number): readonly Fill[] =>
  sheet.conditionalFormats
    .filter(({ formula, fill }) => fill !== "" && ALWAYS_TRUE.test(formula))
    .flatMap(({ areas, fill }) =>
      areas
        .filter(({ top, bottom }: Area) => row >= top && row <= bottom)
        .map(({ left, right }) => ({ left, right, color: fill })),
    );

export const fillAt = (fills: readonly Fill[], column: number): string | null =>
  fills.find(({ left, right }) => column >= left && column <= right)?.color ?? null;
