/** Rows → a tree: totals told from subtotals, every row under its section. */
import { findLast } from "../group-by.ts";
import { foldWords } from "../text.ts";
import { numberRank, readItemNumber } from "./numbering.ts";
import { isBareTotalLabel } from "./total-labels.ts";
import type { RawRow } from "./raw-row.ts";

/** Sets kind and parent of every row, in place. */
export const arrangeRows = (rows: RawRow[]): RawRow[] => buildTree(settleTotals(rows));

const isItem = (row: RawRow): boolean => row.kind === "lineItem";

/** A bare "Cộng" with more items after it closes its section. Figures without a label, first or last in the table, are its total. */
function settleTotals(rows: RawRow[]): RawRow[] {
  const isBare = (row: RawRow | undefined): row is RawRow =>
    row?.kind === "lineItem" && row.name === "" && !row.hasNumberCell && row.hasFigures && row.textCount === 0;
  rows.forEach((row, index) => {
    if (row.kind === "grandTotal" && isBareTotalLabel(row.name) && closesSection(rows, index)) row.kind = "subtotal";
  });
  const hasGrandTotal = rows.some((row) => row.kind === "grandTotal");
  const [first] = rows;
  const last = rows[rows.length - 1];
  if (!hasGrandTotal && rows.length > 2) {
    if (isBare(first)) first.kind = "grandTotal";
    else if (isBare(last)) last.kind = "grandTotal";
  }
  return rows;
}

function closesSection(rows: readonly RawRow[], index: number): boolean {
  const before = rows.slice(0, index);
  const hasSections = before.some(
    ({ number }) => number.style === "roman" || number.style === "letter" || number.style === "none",
  );
  const isClosing = rows
    .slice(index + 1)
    .some((other) => (isItem(other) && other.hasFigures) || (hasSections && other.kind === "grandTotal"));
  return isClosing && before.some(isItem);
}

/** Unnumbered headings lie between sections with roman numerals and items with arabic ones. */
const HEADING_RANK = 1.5;
const ITEM_RANK = 2;

function buildTree(rows: RawRow[]): RawRow[] {
  const open: { rank: number; index: number }[] = [];
  const childCount = new Array<number>(rows.length).fill(0);
  let itemRank = 2;
  rows.forEach((raw, index) => {
    if (raw.kind === "grandTotal") return;
    if (raw.kind === "subtotal") {
      raw.parent = subtotalParent(rows, open, raw);
      return;
    }
    const rank = raw.number.style === "none" ? unnumberedRank(rows, index, itemRank) : numberRank(raw.number);
    while (open.length > 0 && (open[open.length - 1]?.rank ?? -1) >= rank) open.pop();
    raw.parent = open[open.length - 1]?.index ?? -1;
    if (raw.parent >= 0) childCount[raw.parent] = (childCount[raw.parent] ?? 0) + 1;
    open.push({ rank, index });
    if (rank >= 2) itemRank = rank;
  });
  rows.forEach((raw, index) => {
    if (raw.kind === "lineItem" && ((childCount[index] ?? 0) > 0 || isEmptySection(raw))) raw.kind = "section";
  });
  return rows;
}

function unnumberedRank(rows: readonly RawRow[], index: number, itemRank: number): number {
  const raw = rows[index];
  const next = rows[index + 1];
  if (!raw?.hasFigures) return HEADING_RANK;
  const startsGroup =
    next?.number.style === "arabic" && (next.number.parts[0] === 1 || (raw.textCount === 0 && addsUp(rows, index)));
  return startsGroup ? HEADING_RANK : itemRank;
}

/** Whether the numbered rows under it add up to it in some column: then it is their heading, and no item between them. */
function addsUp(rows: readonly RawRow[], index: number): boolean {
  const raw = rows[index];
  const sums = new Array<number>(raw?.figures.length ?? 0).fill(0);
  for (let below = index + 1; rows[below]?.number.style === "arabic"; below++) {
    rows[below]?.figures.forEach(
      (figure, column) => (sums[column] = (sums[column] ?? 0) + (typeof figure === "number" ? figure : 0)),
    );
  }
  return (
    raw?.figures.some((figure, column) => typeof figure === "number" && figure !== 0 && figure === sums[column]) ??
    false
  );
}

const isEmptySection = (raw: RawRow): boolean =>
  !raw.hasFigures &&
  raw.textCount === 0 &&
  (raw.number.style === "letter" || raw.number.style === "roman" || raw.number.style === "none");

/** "Cộng mục II" closes section II when it names one, else the section open at the highest level. */
function subtotalParent(
  rows: readonly RawRow[],
  open: readonly { index: number; rank: number }[],
  raw: RawRow,
): number {
  const named = / ([ivx]+|[a-d])$/.exec(foldWords(raw.name))?.[1];
  const number = named ? readItemNumber(named.toUpperCase()) : null;
  const match = findLast(open, ({ index }) => number !== null && rows[index]?.number.text === number.text);
  const section = open.find(({ rank }) => rank < ITEM_RANK);
  return match?.index ?? section?.index ?? -1;
}
