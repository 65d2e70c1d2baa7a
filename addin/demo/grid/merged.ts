/** The merged areas of a sheet, found by the rows they reach into. */
import type { Area } from "../../../shared/grid.ts";

export class MergedCells {
  readonly #byRow = new Map<number, Area[]>();

  constructor(areas: readonly Area[]) {
    for (const area of areas)
      for (let row = area.top; row <= area.bottom; row++) {
        const here = this.#byRow.get(row);
        if (here) here.push(area);
        else this.#byRow.set(row, [area]);
      }
  }

  inRow = (row: number): readonly Area[] => this.#byRow.get(row) ?? [];

  at(row: number, column: number): Area | null {
    return this.inRow(row).find(({ left, right }) => column >= left && column <= right) ?? null;
  }

  /** The area grown until it cuts through no merged one. */
  whole(area: Area): Area {
    const { top, left, bottom, right } = area;
    for (let row = top; row <= bottom; row++)
      for (const other of this.inRow(row)) {
        if (other.right < left || other.left > right) continue;
        const grown = {
          top: Math.min(top, other.top),
          left: Math.min(left, other.left),
          bottom: Math.max(bottom, other.bottom),
          right: Math.max(right, other.right),
        };
        if (grown.top < top || grown.left < left || grown.bottom > bottom || grown.right > right)
          return this.whole(grown);
      }
    return area;
  }
}
