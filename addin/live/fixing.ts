/** Fixes before they are made: what they would change, and which can be made together. */
import type { Edit, Finding } from "../../shared/finding.ts";
import { editsOf } from "../../shared/fix.ts";
import { groupBy } from "../../shared/group-by.ts";
import { parseCellName, type Grid } from "../../shared/grid.ts";
import type { TellableFinding } from "../checking/report.ts";
import { contentAt } from "./losses.ts";
import type { CellChange } from "./state.ts";

/** Old content as the sheet was last read; nothing for a finding without a fix. */
export function changesOf(finding: Finding, option: number, grid: Grid | undefined): readonly CellChange[] {
  if (!finding.fix) return [];
  return editsOf(finding.fix, option).map((edit) => {
    const at = parseCellName(edit.cell);
    return { cell: edit.cell, old: at && grid ? contentAt(grid, at) : (edit.was ?? ""), new: writtenBy(edit) };
  });
}

const writtenBy = ({ value = "", formula }: Edit): CellChange["new"] => (formula === undefined ? value : `=${formula}`);

export interface SheetFixes {
  readonly sheet: string;
  readonly findings: readonly TellableFinding[];
  readonly edits: readonly Edit[];
}

/** By sheet; of two findings that would write the same cell only the first is mended now, the other is found again. */
export function fixesBySheet(findings: readonly TellableFinding[]): readonly SheetFixes[] {
  return [...groupBy(findings, ({ sheet }) => sheet)].map(([sheet, all]) => {
    const taken = new Set<string>();
    const chosen: TellableFinding[] = [];
    const edits: Edit[] = [];
    for (const finding of all) {
      const own = finding.fix ? editsOf(finding.fix) : [];
      if (own.length === 0 || own.some(({ cell }) => taken.has(cell))) continue;
      for (const edit of own) taken.add(edit.cell);
      edits.push(...own);
      chosen.push(finding);
    }
    return { sheet, findings: chosen, edits };
  });
}
