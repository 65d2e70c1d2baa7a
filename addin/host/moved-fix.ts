import { moveCell, type Move } from "../../shared/moved-areas.ts";
import type { AppliedFix } from "./port.ts";

/** A fix after rows or columns came or went on its sheet; null when a cell of it is gone, so that it can't be undone. */
export function moveFix(fix: AppliedFix, move: Move): AppliedFix | null {
  const cells = fix.cells.flatMap((edit) => {
    const cell = moveCell(edit.cell, move);
    return cell === null ? [] : [{ ...edit, cell }];
  });
  return cells.length === fix.cells.length ? { ...fix, cells } : null;
}
