/** A fixed copy of a workbook as it was sent: the safe fixes written into its cells; all else is as it was. */
import { completeFormulas } from "../../shared/formula-values.ts";
import type { Edit, Finding } from "../../shared/finding.ts";
import { editsOf, isUnchanged } from "../../shared/fix.ts";
import { parseCellName, type Grid } from "../../shared/grid.ts";
import { forgetCalculations } from "./copies/calculations.ts";
import { makeCopy, type CopyResult } from "./copies/copy-refused.ts";
import { listTabs, type Tab } from "./copies/list-sheets.ts";
import { PackageCopy } from "./copies/package-copy.ts";
import { editSheet } from "./copies/edit-sheet.ts";
import type { Written } from "./copies/written.ts";

export interface Mending {
  readonly fileName: string;
  readonly findings: readonly Finding[];
  /** The sheets as they were read. */
  readonly grids: readonly Grid[];
}

export interface Mended {
  /** Findings mended. */
  readonly applied: number;
  /** Findings whose safe fix could not be written: a cell says something else by now, or belongs to a formula of several cells. */
  readonly left: number;
}

export const fix = (bytes: Buffer, mending: Mending): CopyResult<Mended> =>
  makeCopy(() => {
    const copy = new PackageCopy(bytes, mending.fileName);
    const tabs = listTabs(copy);
    let [applied, left, formulas] = [0, 0, false];
    for (const grid of mending.grids) {
      const fixes = safeFixes(mending.findings, grid.name);
      if (fixes.length === 0) continue;
      const written = mendSheet(copy, { fixes, grid, part: partOf(tabs, grid.name) });
      applied += written.applied;
      left += fixes.length - written.applied;
      formulas ||= written.touchesFormulas;
    }
    if (applied > 0) forgetCalculations(copy, formulas);
    return { bytes: copy.write(), applied, left };
  });

const partOf = (tabs: readonly Tab[], name: string): string | null =>
  tabs.find((tab) => tab.name === name)?.part ?? null;

const safeFixes = (findings: readonly Finding[], sheet: string): (readonly Edit[])[] =>
  findings.flatMap((finding) => (finding.sheet === sheet && finding.fix?.safe === true ? [editsOf(finding.fix)] : []));

interface SheetToMend {
  readonly fixes: readonly (readonly Edit[])[];
  readonly grid: Grid;
  readonly part: string | null;
}

function mendSheet(copy: PackageCopy, { fixes, grid, part }: SheetToMend): Written {
  if (part === null) return { applied: 0, touchesFormulas: false };
  const cells = cellsByPlace(completeFormulas(grid));
  const standing = fixes.filter((edits) => edits.every((edit) => isUnchanged(cells(edit.cell), edit)));
  return editSheet(copy, { part, grid, fixes: standing });
}

/** A sheet of that one cell: comparing looks through all there is. */
function cellsByPlace(grid: Grid): (cell: string) => Grid {
  const rows = new Map(grid.rows.map((row) => [row.row, row]));
  return (name) => {
    const at = parseCellName(name);
    const row = at ? rows.get(at.row) : undefined;
    const cells = row?.cells.filter(({ column }) => column === at?.column) ?? [];
    return { ...grid, merged: [], rows: row && cells.length > 0 ? [{ ...row, cells }] : [] };
  };
}
