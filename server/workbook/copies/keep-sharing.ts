/** A formula's text may stand in one cell for many. When that cell is written over, the others get a text of their own. */
import { type Grid } from "../../../shared/grid.ts";
import { asciiXml } from "./ascii-xml.ts";
import { formulaOf, type CellFormula } from "./cell-formulas.ts";
import { placeCells, type PlacedSheet } from "./find-cells.ts";
import type { Splice } from "./part-text.ts";

interface Sharing {
  readonly sheet: PlacedSheet;
  readonly grid: Grid;
  readonly isWritten: (row: number, column: number) => boolean;
}

interface Kept {
  readonly splices: readonly Splice[];
  /** Among the cells written over. */
  readonly hasFormulas: boolean;
}

/** Functions newer than the format are spelt with a prefix that reading leaves out. */
const NEWER = /_xl(?:fn|ws|udf)\./;

/** Null where a text for others can't be told. */
export function keepSharing(text: string, { sheet, grid, isWritten }: Sharing): Kept | null {
  const lost = sheet.rows.flatMap(({ cells }) =>
    cells.flatMap((cell) => (isWritten(cell.row, cell.column) ? (formulaOf(text, cell) ?? []) : [])),
  );
  const masters = new Map(
    lost.flatMap((formula): [string, CellFormula][] => (formula.isMaster ? [[formula.shared ?? "", formula]] : [])),
  );
  if (masters.size === 0) return { splices: [], hasFormulas: lost.length > 0 };
  if ([...masters.values()].some(({ span }) => NEWER.test(text.slice(span.from, span.to)))) return null;
  const rows = new Map(grid.rows.map((row) => [row.row, row]));
  const everywhere = placeCells(text, new Set(rows.keys()));
  const splices: Splice[] = [];
  for (const { cells } of everywhere.rows)
    for (const cell of cells) {
      if (isWritten(cell.row, cell.column)) continue;
      const formula = formulaOf(text, cell);
      if (formula?.kind !== "shared" || !masters.has(formula.shared ?? "")) continue;
      const spelt = rows.get(cell.row)?.cells.find(({ column }) => column === cell.column)?.formula;
      if (spelt === undefined) return null;
      const { span } = formula;
      const xml = `<${span.spelling}>${asciiXml(spelt)}</${span.spelling}>`;
      splices.push({ at: span.start, remove: span.end - span.start, insert: xml });
    }
  return { splices, hasFormulas: true };
}
