/** Rows of a table → line items, sections and totals: page-break headers dropped, broken texts joined, a tree built. */
import type { FigureColumn, TextColumnId } from "../appendix.ts";
import type { Area, GridCell, GridRow } from "../grid.ts";
import { findLast } from "../group-by.ts";
import { serialToMonth } from "../period.ts";
import { foldWords, tidy } from "../text.ts";
import { isPlain, readFigure, type RawFigure } from "./figures.ts";
import type { Table } from "./header.ts";
import type { RawRow } from "./raw-row.ts";
import { endsItems, isFullTotalLabel, isGrandTotalLabel, isSubtotalLabel } from "./total-labels.ts";
import { arrangeRows } from "./row-tree.ts";
import type { FormMatch } from "./match-form.ts";
import { NO_NUMBER, readItemNumber, splitNumberedName, type ItemNumber } from "./numbering.ts";

const OF_WHICH = /^trong do( .*)?$/;
const SUB_ITEM: ItemNumber = { style: "dash", parts: [], text: "-" };
const END =
  /^(nguoi (lap|kiem tra|tong hop|duyet)( .*)?|lap bieu|ke toan( truong)?|thu truong( .*)?|noi nhan( .*)?|tm .*|kt .*|giam doc|chu tich|pho chu tich|(ghi chu|luu y) .*|bang chu .*|so tien bang chu .*|(\w+ ){0,4}ngay \d* ?thang .*|xac nhan .*|so lieu (den|tam tinh|tinh den) .*)$/;

/** What a sheet column holds: a text, or the figure column of that index. */
type Role = TextColumnId | number | undefined;

/** The rows of a table, arranged as a tree (see row-tree.ts). */
export function readRows(table: Table, match: FormMatch, merged: readonly Area[] = []): RawRow[] {
  const roles: Role[] = [];
  match.texts.forEach((column) => (roles[column.column] = column.holds));
  match.figures.forEach((figure, index) => (roles[figure.column] = index));
  const reader = new RowReader(table, {
    roles,
    columns: match.figures,
    carried: findCarried(table, roles, merged),
  });
  for (const row of table.body) {
    if (!reader.read(row)) break;
  }
  return arrangeRows(reader.rows);
}

/** Texts that a merged cell gives to the rows below its first, by row. Merged money is one amount, not one for each row. */
type Carried = ReadonlyMap<number, readonly { readonly role: string; readonly text: string }[]>;

const NOTHING_CARRIED: readonly never[] = [];
const NO_CELLS: readonly never[] = [];
const MOST_CARRIED_ROWS = 2_000;

function findCarried(table: Table, roles: readonly Role[], merged: readonly Area[]): Carried {
  const carried = new Map<number, { role: string; text: string }[]>();
  const tall = merged.filter(
    (area) => area.bottom > area.top && area.top > table.bottom && area.bottom - area.top < MOST_CARRIED_ROWS,
  );
  if (tall.length === 0) return carried;
  const rows = new Map(table.body.map((row) => [row.row, row]));
  for (const area of tall) {
    const role = roles[area.left];
    const cell = rows.get(area.top)?.cells.find(({ column }) => column === area.left);
    if (role === undefined || role === "number" || role === "name" || !cell) continue;
    const given =
      typeof role === "number" ? { role: "amountWords", text: "gộp ô" } : { role, text: cellText(cell, role) };
    for (let row = area.top + 1; row <= area.bottom; row++) carried.set(row, [...(carried.get(row) ?? []), given]);
  }
  return carried;
}

class RowReader {
  readonly rows: RawRow[] = [];
  readonly #table: Table;
  readonly #roles: readonly Role[];
  readonly #columns: readonly FigureColumn[];
  readonly #carried: Carried;
  #isAfterHeader = false;
  #isAfterEmpty = false;
  /** Under the grand total stand its own breakdown and notes; only numbered rows with figures are items again. */
  #isAfterTotal = false;
  #lastLetter = 0;

  constructor(table: Table, how: { roles: readonly Role[]; columns: readonly FigureColumn[]; carried: Carried }) {
    this.#table = table;
    this.#roles = how.roles;
    this.#columns = how.columns;
    this.#carried = how.carried;
  }

  /** @returns false when the table has ended */
  read(row: GridRow): boolean {
    if (isHeaderAgain(row, this.#table)) {
      this.#isAfterHeader = true;
      return true;
    }
    const raw = this.#split(row);
    if (raw === null) return true;
    if (!raw.hasFigures && raw.number.style === "none" && this.rows.length > 0 && isEnd(raw)) return false;
    if (this.#isAfterTotal && !isNumberedWithFigures(raw)) return true;
    if (/^\W*tr/i.test(raw.name) && OF_WHICH.test(foldWords(raw.name.slice(0, 12)))) {
      const above = findLast(this.rows, (other) => other.kind === "lineItem" && other.number.style !== "dash");
      if (above) above.isPartial = true;
      if (!raw.hasFigures) return true;
      if (raw.number.style === "none") raw.number = SUB_ITEM;
    }
    raw.kind = kindOf(raw);
    if (raw.kind === "grandTotal" && this.rows.length > 0 && endsItems(raw.name)) this.#isAfterTotal = true;
    if (raw.kind === "lineItem" && this.#isContinuation(raw)) {
      this.#join(raw);
      return true;
    }
    this.#isAfterHeader = false;
    this.#isAfterEmpty = false;
    if (raw.number.style === "letter") this.#lastLetter = raw.number.parts[0] ?? 0;
    this.rows.push(raw);
    return true;
  }

  #split(row: GridRow): RawRow | null {
    const texts: Record<string, string> = {};
    const figures = new Array<RawFigure>(this.#columns.length).fill(null);
    let numberValue: string | number = "";
    let nameText = "";
    let textCount = 0;
    let hasFigures = false;
    let isPlainRow = true;
    let isEmpty = true;
    for (const cell of row.cells) {
      const role = this.#roles[cell.column];
      if (role === undefined || cell.value === "") continue;
      if (typeof role === "number") {
        const figure = readFigure(cell, this.#columns[role] as FigureColumn);
        figures[role] = figure;
        isPlainRow &&= cell.formula === undefined && isPlain(figure);
        hasFigures ||= typeof cell.value !== "string" || /\d/.test(cell.value);
      } else if (role === "number") {
        numberValue = typeof cell.value === "number" ? cell.value : String(cell.value ?? "").trim();
      } else if (role === "name") {
        nameText = cellText(cell, role);
      } else {
        const text = cellText(cell, role);
        if (text !== "") {
          texts[role] = text;
          textCount++;
        }
      }
      isEmpty = false;
    }
    if (isEmpty) return null;
    for (const { role, text } of this.#carried.get(row.row) ?? NOTHING_CARRIED) {
      if (texts[role] !== undefined) continue;
      texts[role] = text;
      textCount++;
    }
    const named = subItem(numberValue, nameText, hasFigures) ?? this.#numberAndName(numberValue, nameText);
    if (named.name === "" && !hasFigures && textCount === 0) {
      this.#isAfterEmpty = numberValue !== "";
      return null;
    }
    return {
      row: row.row,
      hidden: row.hidden,
      kind: "lineItem",
      number: named.number,
      hasNumberCell: numberValue !== "",
      name: named.name,
      texts,
      textCount,
      figures,
      isPlain: isPlainRow,
      cells: isPlainRow ? NO_CELLS : this.#figureCells(row),
      hasFigures,
      parent: -1,
      isPartial: false,
      isAfterEmpty: this.#isAfterEmpty,
    };
  }

  #figureCells(row: GridRow): (GridCell | undefined)[] {
    const cells = new Array<GridCell | undefined>(this.#columns.length).fill(undefined);
    for (const cell of row.cells) {
      const role = this.#roles[cell.column];
      if (typeof role === "number" && cell.value !== "") cells[role] = cell;
    }
    return cells;
  }

  /** A total's label or a group's name may stand in the number column. */
  #numberAndName(value: string | number, name: string): { number: ItemNumber; name: string } {
    const number = readItemNumber(value, this.#lastLetter);
    if (number !== null) return { number, name };
    const text = tidy(String(value));
    const parts = name === "" ? splitNumberedName(text) : null;
    const split = parts ? readItemNumber(parts.number, this.#lastLetter) : null;
    if (parts && split) return { number: split, name: parts.name };
    return { number: NO_NUMBER, name: name === "" ? text : `${text} ${name}` };
  }

  /** Text carried over from the row above: no number, no figures, and it does not begin like a new heading. */
  #isContinuation(raw: RawRow): boolean {
    const above = this.rows[this.rows.length - 1];
    if (!above || above.kind !== "lineItem" || raw.hasNumberCell || raw.hasFigures) return false;
    if (raw.name === "") return true;
    if (!startsUpper(raw.name)) return true;
    const hasOtherTexts = raw.textCount > 0;
    return (this.#isAfterHeader || hasOtherTexts) && !/[.;:]$/.test(above.name);
  }

  #join(raw: RawRow): void {
    const above = this.rows[this.rows.length - 1];
    if (!above) return;
    if (raw.name !== "") above.name = `${above.name} ${raw.name}`.trim();
    for (const [column, text] of Object.entries(raw.texts)) {
      const before = above.texts[column];
      above.texts[column] = before === undefined ? text : `${before} ${text}`;
    }
    this.#isAfterHeader = false;
  }
}

/** A dash may stand before the name instead of in the number column. */
function subItem(
  number: string | number,
  name: string,
  hasFigures: boolean,
): { number: ItemNumber; name: string } | null {
  const text = number === "" && hasFigures ? /^[-–—+•*]\s+(\S.*)$/.exec(name)?.[1] : undefined;
  return text === undefined ? null : { number: SUB_ITEM, name: text };
}

/** Spares folding the name of every item. */
const MAY_BE_TOTAL = /^\W*t\s*[oôổ]/i;

function kindOf(raw: RawRow): RawRow["kind"] {
  if (!startsLikeLabel(raw.name)) return "lineItem";
  if (raw.number.style !== "none")
    return raw.hasFigures && MAY_BE_TOTAL.test(raw.name) && isFullTotalLabel(raw.name) ? "grandTotal" : "lineItem";
  if (isSubtotalLabel(raw.name)) return "subtotal";
  return isGrandTotalLabel(raw.name) ? "grandTotal" : "lineItem";
}

const isNumberedWithFigures = ({ number, hasFigures, name }: RawRow): boolean =>
  hasFigures && ((number.style !== "none" && number.style !== "dash") || isGrandTotalLabel(name));

/** Signatures and dates stand anywhere in their row, most often on the right. */
const isEnd = (raw: RawRow): boolean =>
  [raw.name, ...Object.values(raw.texts)].some((text) => END.test(foldWords(text)));

const startsUpper = (text: string): boolean => {
  const first = text.charAt(0);
  return first !== first.toLowerCase();
};

/** Only these letters begin the labels looked for (totals, signatures, "Trong đó"); the test spares folding every name. */
const startsLikeLabel = (name: string): boolean => name.length <= 90 && /^["'(\s]*[btcnklgpxsv]/i.test(name);

function cellText(cell: GridCell, column: TextColumnId): string {
  const { value, format } = cell;
  if (typeof value === "number") {
    if (column === "period" && value > 3000 && format && /[ymd]/i.test(format)) return serialToMonth(value);
    if (format?.includes("%")) return `${String(Number((value * 100).toPrecision(12)))}%`;
    return String(value);
  }
  if (typeof value !== "string") return value === null ? "" : String(value);
  return value.length < 6 && /^[-–—.…]+$/.test(value) ? "" : tidy(value);
}

function isHeaderAgain(row: GridRow, table: Table): boolean {
  for (const line of table.texts) {
    if (line.size < 2 && table.texts.length < 2) continue;
    if (isLineAgain(row, line)) return true;
  }
  return false;
}

function isLineAgain(row: GridRow, line: ReadonlyMap<number, string>): boolean {
  let same = 0;
  for (const cell of row.cells) {
    if (cell.value === "" || cell.value === null) continue;
    const text = line.get(cell.column);
    if (text === undefined || (typeof cell.value === "number" && cell.format !== undefined)) return false;
    if (!isFoldedAs(String(cell.value), text)) return false;
    same++;
  }
  return same >= Math.min(2, line.size);
}

/** Folding never makes a text longer; its length alone tells almost every item from a header. */
const isFoldedAs = (text: string, folded: string): boolean =>
  text.length >= folded.length && foldWords(text) === folded;
