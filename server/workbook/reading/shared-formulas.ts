/** Formulas written once for many cells: the text of each follows from the first by moving what is relative in it. */
import { columnIndex, columnLetter } from "../../../shared/grid.ts";
import { LAST_COLUMN, LAST_ROW } from "../sheet-size.ts";

export interface Place {
  readonly row: number;
  /** 0-based. */
  readonly column: number;
}

/** A row or a column that a formula names. */
interface Line {
  readonly axis: keyof Place;
  readonly index: number;
}

/** Text as it stands, and the lines that move, in their order. */
type Piece = string | Line;

/** A to XFD: what comes after is a name ("YTE2021"). */
const COLUMN = "(?:[A-Z]{1,2}|[A-W][A-Z]{2}|X[A-E][A-Z]|XF[A-D])";

/**
 * What may hold something like a cell's name without being one stands first: texts, quoted sheets, what is in brackets.
 * Then whole columns, whole rows, cells; and numbers ("1E5") and words ("Quý_A1"), which are left alone.
 */
const TOKEN = new RegExp(
  [
    /"[^"]*"|'[^']*'|\[[^[\]]*(?:\[[^[\]]*\][^[\]]*)*\]/,
    /(?<firstColumn>\$?COLUMN):(?<lastColumn>\$?COLUMN)(?![\w.(!$\u0080-\uffff])/,
    /(?<firstRow>\$?[1-9]\d{0,6}):(?<lastRow>\$?[1-9]\d{0,6})(?![\w.(!])/,
    /(?<column>\$?COLUMN)(?<row>\$?[1-9]\d{0,6})(?![\w.(!\u0080-\uffff])/,
    /\d+(?:\.\d*)?(?:E[+-]?\d+)?/,
    /[A-Za-z_\\\u0080-\uffff][\w.\\?\u0080-\uffff]*/,
  ]
    .map(({ source }) => source.replaceAll("COLUMN", COLUMN))
    .join("|"),
  "g",
);

function lineOf(axis: keyof Place, spelt: string): Piece {
  if (spelt.startsWith("$")) return spelt;
  return { axis, index: axis === "row" ? Number(spelt) : columnIndex(spelt) };
}

function piecesOf(formula: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of formula.matchAll(TOKEN)) {
    const { firstColumn, lastColumn, firstRow, lastRow, column, row } = match.groups ?? {};
    const lines =
      firstColumn !== undefined && lastColumn !== undefined
        ? [lineOf("column", firstColumn), ":", lineOf("column", lastColumn)]
        : firstRow !== undefined && lastRow !== undefined
          ? [lineOf("row", firstRow), ":", lineOf("row", lastRow)]
          : column !== undefined && row !== undefined
            ? [lineOf("column", column), lineOf("row", row)]
            : null;
    // A row beyond the last one is part of a name.
    if (!lines || lines.some((line) => typeof line !== "string" && line.axis === "row" && line.index > LAST_ROW))
      continue;
    pieces.push(formula.slice(end, match.index), ...lines);
    end = match.index + match[0].length;
  }
  return [...pieces, formula.slice(end)];
}

/** Beyond the sheet's edge counting goes on at the other one, as Excel does. */
function spell({ axis, index }: Line, moved: number): string {
  if (axis === "column") return columnLetter((index + moved + LAST_COLUMN + 1) % (LAST_COLUMN + 1));
  return String(((index - 1 + moved + LAST_ROW) % LAST_ROW) + 1);
}

/** One that many cells share. */
export class SharedFormula {
  readonly #pieces: readonly Piece[];
  readonly #home: Place;

  constructor(formula: string, home: Place) {
    this.#pieces = piecesOf(formula);
    this.#home = home;
  }

  /** As it reads in that cell. */
  at({ row, column }: Place): string {
    const moved = { row: row - this.#home.row, column: column - this.#home.column };
    return this.#pieces.map((piece) => (typeof piece === "string" ? piece : spell(piece, moved[piece.axis]))).join("");
  }
}
