/** Sheets changed cell by cell, row by row, and in how they are laid out; what Grid promises of itself stays. */
import type { Area, Grid, GridCell, GridRow } from "../../../shared/grid.ts";
import { HOSTILE_TEXTS, mutateText } from "../mutate-text.ts";
import type { Random } from "../random.ts";
import { anyValue, makeGrids } from "./make-grids.ts";
import { FORMATS, FORMULAS, HEADINGS, NAMES } from "./vocabulary.ts";

type Change = (grid: Grid, random: Random, others: readonly Grid[]) => Grid;

const WORDS = [...HEADINGS, ...NAMES];

const withRow = (grid: Grid, index: number, row: GridRow): Grid => ({ ...grid, rows: grid.rows.with(index, row) });

/** Ascending again, the last of those that stand at one place. */
const inOrder = (grid: Grid): Grid => ({
  ...grid,
  rows: [...new Map(grid.rows.map((row) => [row.row, row])).values()].sort((a, b) => a.row - b.row),
});

const withCell = ({ cells, ...row }: GridRow, cell: GridCell): GridRow => ({
  ...row,
  cells: [...cells.filter(({ column }) => column !== cell.column), cell].sort((a, b) => a.column - b.column),
});

function makeCell(random: Random, column: number): GridCell {
  const value = anyValue(random);
  const format = random.chance(0.1) ? { format: random.pick(FORMATS) } : {};
  if (typeof value === "string" && value.startsWith("="))
    return { column, value: random.chance(0.5) ? null : random.below(1_000), formula: value.slice(1), ...format };
  return { column, value: value ?? 0, ...format };
}

/** Changes one row, if there is any. */
const inRow =
  (change: (row: GridRow, random: Random) => GridRow): Change =>
  (grid, random) => {
    const index = random.below(grid.rows.length);
    const row = grid.rows[index];
    return row ? withRow(grid, index, change(row, random)) : grid;
  };

const inCell = (change: (cell: GridCell, random: Random) => GridCell): Change =>
  inRow((row, random) => (row.cells.length === 0 ? row : withCell(row, change(random.pick(row.cells), random))));

function changeValue(cell: GridCell, random: Random): GridCell {
  const { value } = cell;
  if (typeof value === "string")
    return { ...cell, value: random.chance(0.2) ? random.pick(HOSTILE_TEXTS) : mutateText(value, random, WORDS) };
  if (typeof value !== "number") return { ...cell, value: random.below(100) };
  return {
    ...cell,
    value: random.pick([
      -value,
      value * 1_000,
      value / 1_000,
      value + 1,
      Math.floor(value / 10),
      value * 10,
      value + 0.5,
      String(value),
      0,
    ]),
  };
}

const anyArea = (random: Random): Area => {
  const [top, left] = [1 + random.below(30), random.below(14)];
  const isHuge = random.chance(0.05);
  return {
    top,
    left,
    bottom: top + random.below(isHuge ? 1_000_000 : 4),
    right: left + random.below(isHuge ? 16_000 : 6),
  };
};

const shiftRows = (grid: Grid, from: number, by: number): Grid => ({
  ...grid,
  rows: grid.rows.map((row) => (row.row >= from ? { ...row, row: row.row + by } : row)),
});

const CHANGES: readonly Change[] = [
  ...new Array<Change>(4).fill(inCell(changeValue)),
  ...new Array<Change>(3).fill(inRow((row, random) => withCell(row, makeCell(random, random.below(14))))),
  inCell((cell, random) => makeCell(random, cell.column)),
  inCell((cell, random) => ({
    ...cell,
    formula: random.pick(FORMULAS),
    value: random.chance(0.4) ? null : cell.value,
  })),
  inCell((cell, random) => ({ ...cell, format: random.pick(FORMATS) })),
  inRow((row, random) => ({ ...row, cells: row.cells.filter(() => random.chance(0.8)) })),
  inRow((row, random) => ({ ...row, hidden: random.chance(0.5) })),
  inRow((row) => ({ ...row, cells: row.cells.map((cell) => ({ ...cell, column: cell.column + 1 })) })),
  (grid, random) => ({ ...grid, rows: grid.rows.filter(() => random.chance(0.85)) }),
  (grid, random) => shiftRows(grid, random.below(20), 1 + random.below(3)),
  (grid, random) => {
    if (grid.rows.length === 0) return grid;
    const row = random.pick(grid.rows);
    return inOrder({ ...grid, rows: [...shiftRows(grid, row.row + 1, 1).rows, { ...row, row: row.row + 1 }] });
  },
  (grid, random) => {
    const [a, b] = [random.below(grid.rows.length), random.below(grid.rows.length)];
    const [first, second] = [grid.rows[a], grid.rows[b]];
    if (!first || !second) return grid;
    return inOrder({
      ...grid,
      rows: grid.rows.with(a, { ...second, row: first.row }).with(b, { ...first, row: second.row }),
    });
  },
  (grid, random) => {
    const column = random.below(14);
    const by = random.chance(0.5) ? 1 : 0;
    return {
      ...grid,
      rows: grid.rows.map((row) => ({
        ...row,
        cells: row.cells
          .filter((cell) => by === 1 || cell.column !== column)
          .map((cell) => (cell.column >= column && by === 1 ? { ...cell, column: cell.column + 1 } : cell)),
      })),
    };
  },
  (grid, random) => ({ ...grid, merged: random.chance(0.3) ? [] : [...grid.merged, anyArea(random)] }),
  (grid, random) => ({ ...grid, hiddenColumns: random.chance(0.5) ? [] : [random.below(6), 6 + random.below(6)] }),
  (grid, random) => ({ ...grid, hidden: random.chance(0.5) }),
  (grid, random, others) => {
    const other = random.pick(others);
    const from = random.below(other.rows.length + 1);
    return inOrder({ ...grid, rows: [...grid.rows, ...other.rows.slice(from, from + 1 + random.below(6))] });
  },
  (grid, random) => {
    const [row, column] = [1_048_576 - random.below(3), 16_383 - random.below(3)];
    return inOrder({ ...grid, rows: [...grid.rows, { row, hidden: false, cells: [makeCell(random, column)] }] });
  },
];

const MOST_ROWS = 40;
const MOST_SHEETS = 4;

const fit = (grid: Grid): Grid => ({
  ...grid,
  rows: grid.rows.filter(({ row }) => row <= 1_048_576).slice(0, MOST_ROWS),
});

function changeGrid(grid: Grid, random: Random, others: readonly Grid[]): Grid {
  let changed = grid;
  for (const change of random.some(6, () => random.pick(CHANGES))) changed = change(changed, random, others);
  return fit(changed);
}

/** Names as Excel keeps them apart. */
const renamed = (grids: readonly Grid[]): readonly Grid[] =>
  grids.map((grid, index) =>
    grids.slice(0, index).some(({ name }) => name === grid.name)
      ? { ...grid, name: `${grid.name} ${String(index)}` }
      : grid,
  );

export function mutateGrids(
  grids: readonly Grid[],
  random: Random,
  pool: readonly (readonly Grid[])[],
): readonly Grid[] {
  const other = random.pick(pool);
  const others = other.length > 0 ? other : makeGrids(random);
  const changed = grids.map((grid) => (random.chance(0.8) ? changeGrid(grid, random, others) : grid));
  if (random.chance(0.05)) return renamed([...changed, random.pick(others)].slice(-MOST_SHEETS));
  return random.chance(0.05) ? changed.toReversed() : changed;
}

/** Without a sheet, without some rows, without a cell. */
export function* shrinkGrids(grids: readonly Grid[]): Generator<readonly Grid[]> {
  if (grids.length > 1) for (const [index] of grids.entries()) yield grids.filter((_, place) => place !== index);
  for (const [index, grid] of grids.entries()) {
    for (let size = grid.rows.length >> 1; size >= 1; size >>= 1)
      for (let at = 0; at < grid.rows.length; at += size)
        yield grids.with(index, { ...grid, rows: [...grid.rows.slice(0, at), ...grid.rows.slice(at + size)] });
    if (grid.merged.length > 0) yield grids.with(index, { ...grid, merged: [] });
    for (const [place, row] of grid.rows.entries())
      for (const cell of row.cells)
        yield grids.with(index, withRow(grid, place, { ...row, cells: row.cells.filter((one) => one !== cell) }));
  }
}
