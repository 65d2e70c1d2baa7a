/** A sheet → its appendices (none, one, or several under each other) and what reading them found. */
import type { Plan } from "../appendix.ts";
import type { Finding } from "../finding.ts";
import type { Grid } from "../grid.ts";
import { unknownForm } from "../rules/unknown-form.ts";
import { shorten } from "../text.ts";
import { findTables, type Table } from "./header.ts";
import { matchForm } from "./match-form.ts";
import { readTable, type Reading } from "./read-table.ts";

export interface SheetReading {
  readonly sheet: string;
  readonly readings: readonly Reading[];
  /** Findings on the sheet itself, where no appendix could be made of a table. */
  readonly findings: readonly Finding[];
}

/** @param grid with formulas completed (see formula.ts) */
export function readSheet(grid: Grid, plan: Plan | null): SheetReading {
  const readings: Reading[] = [];
  const findings: Finding[] = [];
  for (const table of findTables(grid)) {
    const match = matchForm(table.columns);
    if (match) readings.push(readTable(grid, table, { match, plan }));
    else if (table.body.length > 0) findings.push(tellUnknown(grid, table));
  }
  return { sheet: grid.name, readings, findings };
}

function tellUnknown(grid: Grid, table: Table): Finding {
  const headers = table.columns.map(({ path }) => shorten(path[path.length - 1] ?? "", 30));
  return unknownForm.found(grid.name, "standard", { cells: [table.columns[0]?.cell ?? "A1"], facts: { headers } });
}
