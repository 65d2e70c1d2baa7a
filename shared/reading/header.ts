/** Finds the tables of a sheet by their header, wherever it stands and however its cells are merged. */
import { cellName, type Area, type Grid, type GridCell, type GridRow } from "../grid.ts";
import { readAmountText, readUnit } from "../money.ts";
import { foldWords, tidy } from "../text.ts";
import { matchForm } from "./match-form.ts";
import { isGrandTotalLabel } from "./total-labels.ts";

export interface HeaderColumn {
  readonly column: number;
  /** Header texts from the top row to the bottom one, without repeats. */
  readonly path: readonly string[];
  readonly cell: string;
}

export interface Table {
  /** First and last row of the header, the row of column letters included. */
  readonly top: number;
  readonly bottom: number;
  readonly columns: readonly HeaderColumn[];
  /** Folded header texts by column, one map for each header row: they come again at page breaks. */
  readonly texts: readonly ReadonlyMap<number, string>[];
  /** Rows above the header: title, unit. */
  readonly before: readonly GridRow[];
  readonly body: readonly GridRow[];
}

const NUMBER_HEADER = /^(stt|tt|so tt|so thu tu|ma so|s tt|muc)( 1)?$/;
const MAX_HEADER_ROWS = 6;

const isText = (cell: GridCell): cell is GridCell & { readonly value: string } =>
  typeof cell.value === "string" && cell.value.trim() !== "";

const isBlank = (cell: GridCell): boolean =>
  cell.value === null || (typeof cell.value === "string" && cell.value.trim() === "");

function isAnchor(row: GridRow): boolean {
  return row.cells.some(isNumberHeader) && row.cells.filter(isText).length >= 2;
}

/** "Số TT" and the like; the test spares folding most texts of a sheet. */
const MAY_BE_NUMBER_HEADER = /^\s*(?:s\W*t|s\S{1,3}\W+t|tt|m)/i;

function isNumberHeader(cell: GridCell): boolean {
  return (
    typeof cell.value === "string" &&
    cell.value.length <= 16 &&
    MAY_BE_NUMBER_HEADER.test(cell.value) &&
    NUMBER_HEADER.test(foldWords(cell.value))
  );
}

/** The sheet's tables, from top to bottom; a header printed again at a page break begins no new one. */
export function findTables(grid: Grid): readonly Table[] {
  const blocks: { first: number; header: Header }[] = [];
  for (let index = 0; index < grid.rows.length; index++) {
    const row = grid.rows[index];
    if (!row || !isAnchor(row)) continue;
    const last = blocks[blocks.length - 1];
    if (last && isPrintedAgain(row, last.header) && !startsNewTable(grid, last.header.lastIndex, index)) continue;
    const header = readHeader(grid, index, blocks.length === 0 ? 0 : index - 2);
    const previous = blocks[blocks.length - 1];
    index = header.lastIndex;
    if (header.columns.length < 3) continue;
    if (
      previous &&
      sameColumns(previous.header.columns, header.columns) &&
      !startsNewTable(grid, previous.header.lastIndex, header.firstIndex)
    )
      continue;
    blocks.push({ first: header.firstIndex, header });
  }
  if (blocks.length === 0) blocks.push(...findUnnumbered(grid));
  return blocks.map((block, index) => {
    const next = blocks[index + 1]?.first ?? grid.rows.length;
    const previousEnd = blocks[index - 1]?.header.lastIndex ?? -1;
    return {
      top: block.header.top,
      bottom: block.header.bottom,
      columns: block.header.columns,
      texts: block.header.texts,
      before: withUnit(
        grid.rows.slice(Math.max(previousEnd + 1, block.first - 30), block.first),
        blocks[0] ? grid.rows.slice(0, blocks[0].first) : [],
      ),
      body: grid.rows.slice(block.header.lastIndex + 1, endOfBody(grid, block.header.lastIndex + 1, next)),
    };
  });
}

/** A table under another on the same sheet has the first one's unit, if it states none. */
function withUnit(own: readonly GridRow[], first: readonly GridRow[]): readonly GridRow[] {
  const statesUnit = (row: GridRow): boolean => row.cells.some((cell) => isText(cell) && readUnit(cell.value) !== null);
  return own.some(statesUnit) || own === first ? own : [...first.filter(statesUnit), ...own];
}

const foldedTexts = (row: GridRow): ReadonlyMap<number, string> =>
  new Map(row.cells.filter((cell) => !isBlank(cell)).map((cell) => [cell.column, foldWords(String(cell.value))]));

const isPrintedAgain = (row: GridRow, header: Header): boolean => {
  const texts = foldedTexts(row);
  return header.texts.some(
    (line) => line.size === texts.size && [...texts].every(([column, text]) => line.get(column) === text),
  );
};

const TITLE = /^(phu luc|bieu( mau)?( so)?|mau( bieu)?|bang( so)?)( |$)/;

/** The same header under a title or a unit of its own begins another table. */
const startsNewTable = (grid: Grid, after: number, index: number): boolean =>
  (isTotal(lastRowOf(grid, after, index)) && hasFiguresBelow(grid, index)) ||
  grid.rows
    .slice(Math.max(after + 1, index - 4), index)
    .some((row) => isLoose(row) && row.cells.some((cell) => isText(cell) && isTitle(cell.value)));

const hasFiguresBelow = (grid: Grid, index: number): boolean => grid.rows.slice(index + 1, index + 40).some(hasFigures);

/** The row above an index that is no title. */
function lastRowOf(grid: Grid, after: number, index: number): GridRow | undefined {
  for (let above = index - 1; above > after; above--) {
    const row = grid.rows[above];
    if (row && (!isLoose(row) || row.cells.some((cell) => isText(cell) && isGrandTotalLabel(cell.value)))) return row;
  }
  return undefined;
}

const isTotal = (row: GridRow | undefined): boolean =>
  row !== undefined && row.cells.some((cell) => isText(cell) && isGrandTotalLabel(cell.value)) && hasFigures(row);

const hasFigures = (row: GridRow): boolean =>
  row.cells.some((cell) => typeof cell.value === "number" || isAmount(String(cell.value ?? "")));

const isTitle = (text: string): boolean => readUnit(text) !== null || TITLE.test(foldWords(text));

/** One or two texts and no figures: a title, a unit, a note. */
const isLoose = (row: GridRow): boolean => {
  const cells = row.cells.filter((cell) => !isBlank(cell));
  return cells.length <= 2 && cells.every((cell) => typeof cell.value === "string");
};

/** Titles of the next table are not rows of this one. */
function endOfBody(grid: Grid, from: number, next: number): number {
  if (next >= grid.rows.length) return next;
  let end = next;
  for (let index = next - 1; index >= Math.max(from, next - 8); index--) {
    const row = grid.rows[index];
    if (!row || !isLoose(row)) {
      if (isTotal(row)) end = index + 1;
      break;
    }
    if (row.cells.some((cell) => isText(cell) && isTitle(cell.value))) end = index;
  }
  return end;
}

const MOST_TITLE_ROWS = 60;

/** A table without a column of numbers: the first header that is one of a form. */
function findUnnumbered(grid: Grid): readonly { first: number; header: Header }[] {
  for (let index = 0; index < Math.min(grid.rows.length - 1, MOST_TITLE_ROWS); index++) {
    const row = grid.rows[index];
    if (!row || row.cells.filter(isText).length < 3 || row.cells.some((cell) => typeof cell.value === "number"))
      continue;
    const header = readHeader(grid, index, index);
    const isPlan = header.columns.some(({ path }) => /bang chu/.test(foldWords(path.join(" "))));
    if (!isPlan && header.columns.length >= 3 && matchForm(header.columns) !== null)
      return [{ first: header.firstIndex, header }];
  }
  return [];
}

interface Header {
  readonly firstIndex: number;
  readonly lastIndex: number;
  readonly top: number;
  readonly bottom: number;
  readonly columns: readonly HeaderColumn[];
  readonly texts: readonly ReadonlyMap<number, string>[];
}

const sameColumns = (a: readonly HeaderColumn[], b: readonly HeaderColumn[]): boolean =>
  a.length === b.length && a.every((column, index) => samePath(column, b[index]));

const samePath = (a: HeaderColumn, b: HeaderColumn | undefined): boolean =>
  b !== undefined && a.column === b.column && foldWords(a.path.join(" ")) === foldWords(b.path.join(" "));

function readHeader(grid: Grid, anchorIndex: number, floor: number): Header {
  const anchor = grid.rows[anchorIndex] as GridRow;
  const numberCell = anchor.cells.find(isNumberHeader);
  const numberColumn = numberCell?.column ?? -1;
  let firstIndex = anchorIndex;
  while (firstIndex - 1 >= Math.max(0, floor) && isGroupRow(grid, firstIndex - 1, numberColumn)) firstIndex--;
  const mergedTo = grid.merged.find((area) => covers(area, anchor.row, numberColumn))?.bottom ?? anchor.row;
  const nameColumn = anchor.cells.find((cell) => isText(cell) && cell.column > numberColumn)?.column ?? -1;
  let lastIndex = anchorIndex;
  for (let index = anchorIndex + 1; index <= anchorIndex + MAX_HEADER_ROWS; index++) {
    const row = grid.rows[index];
    if (!row || (row.row > mergedTo && row.row > (grid.rows[lastIndex]?.row ?? 0) + 1)) break;
    if (row.row > mergedTo && !isSubHeader(row, numberColumn, nameColumn)) break;
    lastIndex = index;
  }
  const rows = grid.rows.slice(firstIndex, lastIndex + 1);
  const letters = grid.rows[lastIndex + 1];
  const withLetters = letters && isLettersRow(letters, rows) ? lastIndex + 1 : lastIndex;
  return {
    firstIndex,
    lastIndex: withLetters,
    top: grid.rows[firstIndex]?.row ?? anchor.row,
    bottom: grid.rows[withLetters]?.row ?? anchor.row,
    columns: readPaths(rows, grid.merged),
    texts: grid.rows.slice(firstIndex, withLetters + 1).map(foldedTexts),
  };
}

const covers = (area: Area, row: number, column: number): boolean =>
  row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;

/** A row right above that groups columns ("Phân bổ kinh phí"), not a title and not the unit's line. */
function isGroupRow(grid: Grid, index: number, numberColumn: number): boolean {
  const row = grid.rows[index];
  const next = grid.rows[index + 1];
  if (
    !row ||
    !next ||
    row.row !== next.row - 1 ||
    row.cells.some((cell) => cell.column <= numberColumn && !isBlank(cell))
  )
    return false;
  const texts = row.cells.filter(isText);
  if (texts.length === 0 || texts.some((cell) => readUnit(cell.value) !== null)) return false;
  if (row.cells.some((cell) => typeof cell.value === "number")) return false;
  const first = next.cells[0]?.column ?? 0;
  const last = next.cells[next.cells.length - 1]?.column ?? 0;
  const isHeading = texts.some(
    (cell) => wide(grid, row.row, cell.column) > (last - first) / 2 || cell.value.length > 60,
  );
  return !(isHeading && texts.length === 1) && (texts.length > 1 || (texts[0]?.column ?? 0) > first + 1);
}

function wide(grid: Grid, row: number, column: number): number {
  const area = grid.merged.find((candidate) => covers(candidate, row, column));
  return area ? area.right - area.left + 1 : 1;
}

/** Rows of the header under the first one: only words, and nothing yet in the number and name columns. */
function isSubHeader(row: GridRow, numberColumn: number, nameColumn: number): boolean {
  let words = 0;
  for (const cell of row.cells) {
    if (isBlank(cell)) continue;
    if (cell.column === numberColumn || cell.column === nameColumn) return false;
    if (typeof cell.value === "number") {
      if (!(Number.isInteger(cell.value) && cell.value >= 1990 && cell.value <= 2100)) return false;
    } else if (typeof cell.value !== "string" || isAmount(cell.value)) return false;
    words++;
  }
  return words > 0;
}

const isAmount = (text: string): boolean => {
  const kind = readAmountText(text).kind;
  return (kind === "number" || kind === "ambiguous") && !/^\s*(19|20)\d\d\s*$/.test(text);
};

const LETTER = /^\(?\s*(?:[A-Z]|\d{1,2}|[A-Z]?\(?\d{1,2}\)?\s*=.*)\s*\)?$/;

/** A row of column letters or numbers under the header: A, B, 1, 2, "3=4+5". */
function isLettersRow(row: GridRow, header: readonly GridRow[]): boolean {
  const cells = row.cells.filter((cell) => !isBlank(cell));
  const headed = new Set(header.flatMap((line) => line.cells.map((cell) => cell.column)));
  if (cells.length < 3 || cells.length < headed.size * 0.6) return false;
  if (!cells.every((cell) => LETTER.test(String(cell.value).trim()))) return false;
  const name = cells[1]?.value;
  const isSequence = cells.every(
    (cell, index) => typeof cell.value !== "number" || cell.value === index + 1 || cell.value === index - 1,
  );
  return typeof name === "string" || isSequence;
}

/** Header texts above each other for every column, merged and unmerged groups spread over their columns. */
function readPaths(rows: readonly GridRow[], merged: readonly Area[]): readonly HeaderColumn[] {
  const top = rows[0]?.row ?? 0;
  const bottom = rows[rows.length - 1]?.row ?? 0;
  const areas = merged.filter((area) => area.top <= bottom && area.bottom >= top && area.right > area.left);
  const texts = rows.map(
    (row) => new Map(row.cells.filter((cell) => !isBlank(cell)).map((cell) => [cell.column, tidy(String(cell.value))])),
  );
  const columns = new Set<number>();
  for (const line of texts) for (const column of line.keys()) columns.add(column);
  for (const area of areas)
    for (let column = area.left; column <= Math.min(area.right, area.left + 64); column++) columns.add(column);
  const paths: HeaderColumn[] = [];
  for (const column of [...columns].sort((a, b) => a - b)) {
    const { path, row } = pathOf({ rows, texts, areas }, column);
    if (path.length > 0) paths.push({ column, path, cell: cellName(row, column) });
  }
  return paths.filter((column, index) => !isEmptyTail({ rows, texts, areas }, column, paths[index - 1]));
}

interface HeaderLines {
  readonly rows: readonly GridRow[];
  readonly texts: readonly ReadonlyMap<number, string>[];
  readonly areas: readonly Area[];
}

function pathOf(lines: HeaderLines, column: number): { path: string[]; row: number } {
  const path: string[] = [];
  let row = lines.rows[0]?.row ?? 0;
  lines.rows.forEach((line, index) => {
    const text = lines.texts[index]?.get(column) ?? mergedText(lines, index, column) ?? groupText(lines, index, column);
    if (text === undefined || text === path[path.length - 1]) return;
    path.push(text);
    if (lines.texts[index]?.has(column)) row = line.row;
  });
  return { path, row };
}

function mergedText(lines: HeaderLines, index: number, column: number): string | undefined {
  const row = lines.rows[index]?.row ?? 0;
  const area = lines.areas.find((candidate) => candidate.top === row && covers(candidate, row, column));
  return area ? lines.texts[index]?.get(area.left) : undefined;
}

/** Without merged cells a group's text stands over its first column only; its other columns have texts below. */
function groupText(lines: HeaderLines, index: number, column: number): string | undefined {
  const hasOwnBelow = (candidate: number): boolean => lines.texts.slice(index + 1).some((line) => line.has(candidate));
  if (!hasOwnBelow(column)) return undefined;
  const row = lines.rows[index]?.row ?? 0;
  for (let left = column - 1; left >= Math.max(0, column - 12); left--) {
    const text = lines.texts[index]?.get(left);
    if (text === undefined) continue;
    const isMerged = lines.areas.some((area) => covers(area, row, left));
    return !isMerged && hasOwnBelow(left) ? text : undefined;
  }
  return undefined;
}

/** A column of a merged one-column header ("Ghi chú" over two columns) repeats its neighbour and holds nothing else. */
function isEmptyTail(lines: HeaderLines, column: HeaderColumn, previous: HeaderColumn | undefined): boolean {
  const hasOwn = lines.texts.some((line) => line.has(column.column));
  return !hasOwn && previous !== undefined && foldWords(previous.path.join(" ")) === foldWords(column.path.join(" "));
}
