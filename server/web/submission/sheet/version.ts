/** A version as the service gives it, and what is shown of each of its sheets. */
import type { API } from "../../../../shared/api.ts";
import type { Answer } from "../../../../shared/api/route.ts";
import { cellName, parseCellName, type Grid } from "../../../../shared/grid.ts";
import { gridsFromWire } from "../../../../shared/wire-grids.ts";
import { layOut, type SheetLayout } from "./sheet-layout.ts";

export type VersionAnswer = Answer<(typeof API)["readVersion"]>;

export class ShownVersion {
  readonly answer: VersionAnswer;
  readonly grids: readonly Grid[];
  readonly #layouts = new Map<string, SheetLayout>();

  constructor(answer: VersionAnswer) {
    this.answer = answer;
    const sheets = gridsFromWire(answer.sheets);
    // The service has refused what is not by the contract before it kept anything.
    this.grids = sheets.ok ? sheets.grids : [];
  }

  /** The sheet of that name; else the first that holds an appendix, else the first. */
  sheet(name: string): Grid | null {
    const { appendices } = this.answer;
    const named = this.grids.find((grid) => grid.name === name);
    return (
      named ?? this.grids.find((grid) => appendices.some(({ sheet }) => sheet === grid.name)) ?? this.grids[0] ?? null
    );
  }

  layoutOf(grid: Grid, showsHidden: boolean): SheetLayout {
    const key = `${String(showsHidden)} ${grid.name}`;
    let layout = this.#layouts.get(key);
    if (!layout) {
      const appendix = this.answer.appendices.find(({ sheet }) => sheet === grid.name) ?? null;
      layout = layOut({ grid, appendix, showsHidden });
      this.#layouts.set(key, layout);
    }
    return layout;
  }
}

/** "H5" covered by a merged F5:H5 → "F5". */
export function anchorOf(grid: Grid, cell: string): string {
  const at = parseCellName(cell);
  if (!at) return cell;
  const area = grid.merged.find(
    ({ top, left, bottom, right }) => top <= at.row && at.row <= bottom && left <= at.column && at.column <= right,
  );
  return area ? cellName(area.top, area.left) : cell;
}
