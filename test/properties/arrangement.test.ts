/** What a workbook says does not follow from how its sheets are laid out, ordered and named. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { checkWorkbook, type WorkbookCheck } from "../../shared/check.ts";
import type { Finding } from "../../shared/finding.ts";
import { cellName, parseCellName, type Grid } from "../../shared/grid.ts";
import { gridOf, IT_STAFF, phaseYearGrid, planGrid, SINGLE_AMOUNT, TARGETS } from "../builders.ts";
import { lines, rowsOf, sheetOf, unit, type Line } from "./arbitrary-sheets.ts";

/** A sheet with something to find: a figure of it is another, or gone. */
const wrongSheet = fc
  .tuple(lines(6), fc.nat(5), fc.integer({ min: 4, max: 7 }), fc.option(fc.integer({ min: 1, max: 99_999 })))
  .map(([all, at, column, value]): Grid => {
    const rows = rowsOf(all);
    const row = rows[3 + (at % all.length)];
    if (row) row[column] = value;
    return gridOf(rows);
  });
const mergedSheet = fc
  .record({ F13: fc.integer({ min: 1, max: 99_999 }), G12: fc.option(fc.nat(9_999)) })
  .map((changes) => phaseYearGrid(changes));
const anySheet = fc.oneof(
  lines(6).map((all) => sheetOf(all)),
  wrongSheet,
  mergedSheet,
  fc.constantFrom(gridOf(SINGLE_AMOUNT), gridOf(IT_STAFF), gridOf(TARGETS)),
);

/** Where a row and a column of the old sheet stand in the new one. */
interface Move {
  readonly row: (row: number) => number;
  readonly column: (column: number) => number;
}

const moved = (grid: Grid, { row: toRow, column: toColumn }: Move): Grid => ({
  ...grid,
  rows: grid.rows.map(({ row, hidden, cells }) => ({
    row: toRow(row),
    hidden,
    cells: cells.map((cell) => ({ ...cell, column: toColumn(cell.column) })),
  })),
  merged: grid.merged.map(({ top, left, bottom, right }) => ({
    top: toRow(top),
    left: toColumn(left),
    bottom: toRow(bottom),
    right: toColumn(right),
  })),
});

const cellAt =
  ({ row, column }: Move) =>
  (cell: string): string => {
    const at = parseCellName(cell);
    return at ? cellName(row(at.row), column(at.column)) : cell;
  };

const told = ({ sheet, severity, rule, variant, cells }: Finding, place: (cell: string) => string): string =>
  [sheet, severity, rule, variant, ...cells.map(place).sort()].join(" ");

const STAY: Move = { row: (row) => row, column: (column) => column };

/** Findings and figures, at the places where they stand after the move. */
function contentOf({ sheets, findings }: WorkbookCheck, move: Move = STAY): unknown {
  const place = cellAt(move);
  return {
    appendices: sheets.map(
      ({ appendix }) =>
        appendix && {
          form: appendix.form,
          unit: appendix.unit,
          columns: appendix.figureColumns.map(({ column, holds }) => [move.column(column), holds]),
          rows: appendix.rows.map(({ row, ...rest }) => ({ ...rest, row: move.row(row), formulas: null })),
        },
    ),
    findings: findings.map((finding) => told(finding, place)).sort(),
  };
}

const staysSame = (grid: Grid, move: Move, more: Partial<Grid> = {}): void => {
  assert.deepEqual(
    contentOf(checkWorkbook([{ ...moved(grid, move), ...more }])),
    contentOf(checkWorkbook([grid]), move),
  );
};

const from = (at: number, by: number) => (place: number) => (place >= at ? place + by : place);

describe("a sheet arranged otherwise says the same", () => {
  it("moved down and right, its merged headings with it", () => {
    fc.assert(
      fc.property(anySheet, fc.nat(300), fc.nat(90), (grid, down, right) => {
        staysSame(grid, { row: (row) => row + down, column: (column) => column + right });
      }),
      { numRuns: 60 },
    );
  });
  it("with hidden empty columns before, between and behind its own", () => {
    fc.assert(
      fc.property(anySheet, fc.nat(14), fc.integer({ min: 1, max: 6 }), (grid, at, count) => {
        // Where no cell spans the place: a merged heading would then span the empty column too, which says something.
        fc.pre(!grid.merged.some(({ left, right }) => left < at && at <= right));
        const hiddenColumns = Array.from({ length: count }, (_, index) => at + index);
        staysSame(grid, { row: STAY.row, column: from(at, count) }, { hiddenColumns });
      }),
      { numRuns: 60 },
    );
  });
  it("with hidden empty rows among its lines", () => {
    fc.assert(
      fc.property(anySheet, fc.integer({ min: 7, max: 14 }), fc.integer({ min: 1, max: 5 }), (grid, at, count) => {
        const empty = Array.from({ length: count }, (_, index) => ({ row: at + index, hidden: true, cells: [] }));
        const move = { row: from(at, count), column: STAY.column };
        const rows = [...moved(grid, move).rows, ...empty].sort((a, b) => a.row - b.row);
        staysSame(grid, move, { rows });
      }),
      { numRuns: 60 },
    );
  });
  it("with its figures in another unit", () => {
    fc.assert(
      fc.property(lines(6), unit, unit, (all, one, other) => {
        const contentIn = (of: typeof one): unknown =>
          checkWorkbook([sheetOf(all, { unit: of })]).sheets.map(({ appendix }) =>
            appendix?.rows.map(({ figures }) => figures),
          );
        assert.deepEqual(contentIn(one), contentIn(other));
      }),
      { numRuns: 40 },
    );
  });
  it("under another name", () => {
    fc.assert(
      fc.property(anySheet, fc.stringMatching(/^[A-Za-zĐđ0-9 ]{1,20}$/), (grid, name) => {
        fc.pre(name.trim() === name && !/phát hiện|findings/i.test(name));
        const other = contentOf(checkWorkbook([{ ...grid, name }]));
        const renamed = contentOf(checkWorkbook([grid]));
        const plain = (content: unknown): string =>
          JSON.stringify(content).replaceAll(`"${name} `, '"').replaceAll(`"${grid.name} `, '"');
        assert.equal(plain(other), plain(renamed));
      }),
      { numRuns: 40 },
    );
  });
});

/** Of two sheets that disagree the later one is asked about; the plan is held against the first that is for its years. */
const KNOWS_ORDER = /^(cross-appendix-disagreement|plan-.*)$/;

describe("sheets in another order say the same", () => {
  const workbook = fc.tuple(lines(4), lines(4), wrongSheet).map(([first, second, wrong]): readonly Grid[] => [
    sheetOf(first, { name: "PL1" }),
    sheetOf(
      second.map((line): Line => ({ ...line, name: `${line.name} mở rộng` })),
      { name: "PL2", year: 2027 },
    ),
    { ...wrong, name: "PL3" },
    { ...gridOf(TARGETS), name: "Chỉ tiêu" },
    planGrid(),
  ]);
  it("each sheet has its appendix and its findings", () => {
    fc.assert(
      fc.property(workbook, fc.array(fc.nat(), { minLength: 5, maxLength: 5 }), (grids, keys) => {
        const shuffled = grids.map((grid, index) => ({ grid, key: keys[index] ?? 0 })).sort((a, b) => a.key - b.key);
        const bySheet = ({ sheets, findings, plan }: WorkbookCheck): unknown => ({
          plan,
          sheets: Object.fromEntries(sheets.map(({ sheet, appendix }) => [sheet, appendix])),
          findings: findings
            .filter(({ rule }) => !KNOWS_ORDER.test(rule))
            .map((finding) => told(finding, (cell) => cell))
            .sort(),
        });
        assert.deepEqual(bySheet(checkWorkbook(shuffled.map(({ grid }) => grid))), bySheet(checkWorkbook(grids)));
      }),
      { numRuns: 40 },
    );
  });
});
