/** Right sheets to change: those of the tests, and the published ones among the fixtures. */
import type { Grid } from "../../../shared/grid.ts";
import {
  COMPUTERS,
  gridOf,
  IT_STAFF,
  PHASE_YEAR,
  PHASE_YEAR_MERGED,
  planGrid,
  SINGLE_AMOUNT,
  TARGETS,
} from "../../builders.ts";
import { FIXTURE_WORKBOOKS, gridsOf } from "../../workbook/copies.ts";

const MOST_ROWS = 24;

const shortened = (grid: Grid): Grid => ({ ...grid, rows: grid.rows.slice(0, MOST_ROWS) });

export const seedGrids = (): readonly (readonly Grid[])[] => [
  [gridOf(PHASE_YEAR, { merged: PHASE_YEAR_MERGED })],
  [gridOf(PHASE_YEAR, { merged: PHASE_YEAR_MERGED }), planGrid()],
  [gridOf(PHASE_YEAR), gridOf(SINGLE_AMOUNT, { name: "PL2" })],
  ...[SINGLE_AMOUNT, IT_STAFF, COMPUTERS, TARGETS].map((rows) => [gridOf(rows)]),
  ...FIXTURE_WORKBOOKS.map(({ bytes }) => gridsOf(bytes).slice(0, 2).map(shortened)),
];
