/** A fixed copy of a workbook as it was sent: the safe fixes written into its cells; all else is as it was. */
import { completeFormulas } from "../../shared/formula-values.ts";
import type { Edit, Finding } from "../../shared/finding.ts";
import { editsOf, isUnchanged } from "../../shared/fix.ts";
import { parseCellName, type Grid } from "../../shared/grid.ts";
import { forgetCalculations } from "./copies/calculations.ts";
import { findFormulaAreas } from "./copies/cell-formulas.ts";
import { CellStyles } from "./copies/cell-styles.ts";
import { CopyRefused, makeCopy, type CopyResult } from "./copies/copy-refused.ts";
import { countsFrom1904, namesOf } from "./copies/defined-names.ts";
import { listTabs, type Tab } from "./copies/list-sheets.ts";
import { findNewResults, type Changes, type NewResults } from "./copies/new-results.ts";
import { PackageCopy } from "./copies/package-copy.ts";
import { columnOf, placeOf, rowOf } from "./copies/place.ts";
import { planEdits, type EditPlan } from "./copies/plan-edits.ts";
import type { ChangedSheet } from "./copies/sheet-now.ts";
import { writeEdits } from "./copies/write-edits.ts";
import { writeResults } from "./copies/write-results.ts";
import { partKey } from "./workbook-package.ts";

export interface Mending {
  readonly fileName: string;
  readonly findings: readonly Finding[];
  /** The sheets as they were read. */
  readonly grids: readonly Grid[];
}

export interface Mended {
  /** Findings mended. */
  readonly applied: number;
  /** Findings whose safe fix could not be written: a cell says something else by now, belongs to a formula of several cells or to a table, or is locked. */
  readonly left: number;
  /** Those of them that the protection of a sheet forbids. */
  readonly locked: number;
}

export const fix = (bytes: Buffer, mending: Mending): CopyResult<Mended> =>
  makeCopy(() => {
    const copy = new PackageCopy(bytes, mending.fileName);
    const styles = new CellStyles(copy);
    const tabs = listTabs(copy);
    if (isAmbiguous(tabs)) throw new CopyRefused("damaged");
    const sheets = mending.grids.flatMap((grid) => openSheet(grid, tabs, mending.findings));
    const plans = new Map(sheets.flatMap((sheet) => planSheet(copy, sheet, styles)));
    const count = (of: (plan: EditPlan) => number): number => [...plans.values()].reduce((sum, it) => sum + of(it), 0);
    const applied = count((plan) => plan.applied);
    if (applied > 0) {
      const results = findNewResults(changesOf(copy, sheets, plans));
      for (const sheet of sheets) writeSheet(copy, { sheet, plan: plans.get(sheet), styles, results });
      styles.write();
      forgetCalculations(copy, count(({ touchesFormulas }) => Number(touchesFormulas)) > 0);
    }
    const names = new Set(mending.grids.map(({ name }) => name));
    const asked = mending.findings.filter((it) => it.fix?.safe === true && names.has(it.sheet)).length;
    return { bytes: copy.write(), applied, left: asked - applied, locked: count((plan) => plan.locked) };
  });

/** A fix names its sheet, and a formula too: Excel takes two of one name for damage. A part that is two sheets would be written twice. */
function isAmbiguous(tabs: readonly Tab[]): boolean {
  const parts = tabs.flatMap(({ part }) => (part === null ? [] : [part]));
  const names = tabs.map(({ name }) => name.toLowerCase());
  return new Set(names).size < names.length || new Set(parts.map(partKey)).size < parts.length;
}

interface OpenSheet {
  readonly grid: Grid;
  readonly part: string;
  readonly fixes: readonly (readonly Edit[])[];
  /** The sheet as it was, with one cell only: comparing looks through all there is. */
  readonly before: (row: number, column: number) => Grid;
}

function openSheet(grid: Grid, tabs: readonly Tab[], findings: readonly Finding[]): readonly OpenSheet[] {
  const part = tabs.find(({ name }) => name === grid.name)?.part ?? null;
  const fixes = findings.flatMap(({ sheet, fix: mends }) =>
    sheet === grid.name && mends?.safe === true ? [editsOf(mends)] : [],
  );
  const before = fixes.length > 0 ? cellsByPlace(completeFormulas(grid)) : () => grid;
  return part === null ? [] : [{ grid, part, fixes, before }];
}

function cellsByPlace(grid: Grid): OpenSheet["before"] {
  const rows = new Map(grid.rows.map((row) => [row.row, row]));
  return (at, column) => {
    const row = rows.get(at);
    const cells = row?.cells.filter((cell) => cell.column === column) ?? [];
    return { ...grid, merged: [], rows: row && cells.length > 0 ? [{ ...row, cells }] : [] };
  };
}

function planSheet(copy: PackageCopy, sheet: OpenSheet, styles: CellStyles): readonly [OpenSheet, EditPlan][] {
  const { grid, part, before } = sheet;
  const stands = (edit: Edit): boolean => {
    const at = parseCellName(edit.cell);
    return isUnchanged(at ? before(at.row, at.column) : { ...grid, rows: [] }, edit);
  };
  const fixes = sheet.fixes.filter((edits) => edits.every(stands));
  return fixes.length > 0 ? [[sheet, planEdits(copy, styles, { part, grid, fixes })]] : [];
}

function changesOf(copy: PackageCopy, sheets: readonly OpenSheet[], plans: ReadonlyMap<OpenSheet, EditPlan>): Changes {
  const changed = sheets.map((sheet): ChangedSheet => {
    const places = plans.get(sheet)?.places ?? [];
    const edits = new Map(places.map(({ row, column, edit }) => [placeOf(row, column), edit]));
    return { grid: sheet.grid, edits, areas: hasFormulas(sheet.grid) ? areasOf(copy, sheet.part) : [] };
  });
  const before: Changes["before"] = (name, place) => {
    const sheet = sheets.find(({ grid }) => grid.name === name);
    return sheet?.before(rowOf(place), columnOf(place)).rows[0]?.cells[0]?.value ?? null;
  };
  return { sheets: changed, before, names: namesOf(copy), from1904: countsFrom1904(copy) };
}

const hasFormulas = ({ rows }: Grid): boolean =>
  rows.some(({ cells }) => cells.some(({ formula }) => formula !== undefined));

function areasOf(copy: PackageCopy, part: string): ChangedSheet["areas"] {
  const { text } = copy.text(part);
  return findFormulaAreas(text, { from: 0, to: text.length });
}

interface SheetToWrite {
  readonly sheet: OpenSheet;
  readonly plan: EditPlan | undefined;
  readonly styles: CellStyles;
  readonly results: NewResults;
}

function writeSheet(copy: PackageCopy, { sheet, plan, styles, results: all }: SheetToWrite): void {
  const results = all.get(sheet.grid.name) ?? new Map<number, number | null>();
  if (plan && plan.places.length > 0) writeEdits(copy, plan, { styles, results });
  const written = new Set(plan?.places.map(({ row, column }) => placeOf(row, column)));
  writeResults(copy, sheet.part, new Map([...results].filter(([place]) => !written.has(place))));
}
