import { inheritedText, isSubItem, textCell, type Appendix, type AppendixRow } from "../appendix.ts";
import { groupRepeated } from "../group-by.ts";
import { mayOverlap } from "../period.ts";
import { defineRule } from "../rule.ts";
import { addressOf, rowLabel } from "../sums/tell.ts";
import { editDistance, foldWords, foldedHash } from "../text.ts";
import { NO_OVERLAP } from "./sources.ts";

export const duplicateLineItem = defineRule({
  id: "duplicate-line-item",
  severity: "warning",
  status: "trusted",
  checks: { vi: "Mỗi nhiệm vụ, đơn vị chỉ có một dòng", en: "Each item or organisation has one row" },
  source: NO_OVERLAP,
  fix: "explain",
  says: {
    standard: {
      vi: "“{name}” có ở cả ô {first} và {second}. Xin bỏ một dòng, hoặc ghi rõ chỗ khác nhau.",
      en: "“{name}” stands in both {first} and {second}. Please take one out, or say how they differ.",
    },
    counted: {
      severity: "error",
      vi: "“{name}” có ở cả ô {first} và {second}; tổng ở ô {totals} chỉ khớp khi bỏ một dòng.",
      en: "“{name}” stands in both {first} and {second}; the totals in {totals} agree only without one of them.",
    },
    similar: {
      vi: "“{name}” (ô {second}) gần giống “{other}” (ô {first}), cùng đơn vị và cùng số tiền. Xin kiểm tra có trùng không.",
      en: "“{name}” ({second}) is nearly the same as “{other}” ({first}), with the same agency and amount. Please check whether it is a repeat.",
    },
  },
  find: ({ appendix, sums }, found) => {
    const counted = new Set(sums.doubled.map(({ row }) => appendix.rows[row]));
    const fromSums = sums.doubled.map(({ row, twin, totals }) => {
      const line = appendix.rows[row];
      const first = nameCell(appendix, appendix.rows[twin]);
      const second = nameCell(appendix, line);
      const facts = { name: rowLabel(line), first, second, totals: totals.map((cell) => addressOf(appendix, cell)) };
      return found("counted", { cells: [second, first], facts });
    });
    const pairs = findPairs(appendix).filter(({ second }) => !counted.has(second));
    const fromNames = pairs.map(({ first, second, isSame }) => {
      const cells = [nameCell(appendix, second), nameCell(appendix, first)];
      const facts = {
        name: rowLabel(second),
        other: rowLabel(first),
        first: cells[1] ?? "",
        second: cells[0] ?? "",
      };
      return found(isSame ? "standard" : "similar", { cells, facts });
    });
    return [...fromSums, ...fromNames];
  },
});

const nameCell = (appendix: Appendix, row: AppendixRow | undefined): string =>
  row ? (textCell(appendix, row, "name") ?? "") : "";

interface Pair {
  readonly first: AppendixRow;
  readonly second: AppendixRow;
  readonly isSame: boolean;
}

/** The same name under the same agency; a sub-item's name counts with its item's. Names are compared once their hashes agree. */
function findPairs(appendix: Appendix): readonly Pair[] {
  const named = appendix.rows.filter((row) => row.kind === "lineItem" && row.name !== "");
  const pairs: Pair[] = [];
  const repeats = new Set<AppendixRow>();
  for (const block of groupRepeated(named, ({ name }) => foldedHash(name)).values()) {
    const firsts: AppendixRow[] = [];
    for (const row of block) {
      const first = firsts.find((other) => isSameItem(appendix, other, row));
      if (first === undefined) firsts.push(row);
      else repeats.add(row);
      if (first !== undefined && isSamePeriod(first, row)) pairs.push({ first, second: row, isSame: true });
    }
  }
  pairs.sort((a, b) => a.second.row - b.second.row);
  const others = repeats.size === 0 ? named : named.filter((row) => !repeats.has(row));
  return [...pairs, ...findSimilar(appendix, others)];
}

const isSameItem = (appendix: Appendix, a: AppendixRow, b: AppendixRow): boolean =>
  isSameName(a.name, b.name) && isSameAgency(appendix, a, b) && isSameLevel(a, b);

/** Short names may differ in a mark on purpose ("Phần d", "Phần đ"). */
function isSameName(a: string, b: string): boolean {
  const words = foldWords(a);
  return (
    words === foldWords(b) &&
    (words.length >= LEAST_LENGTH || a.normalize("NFC").toLowerCase() === b.normalize("NFC").toLowerCase())
  );
}

const isSameAgency = (appendix: Appendix, a: AppendixRow, b: AppendixRow): boolean =>
  foldWords(inheritedText(appendix, a, "leadAgency")) === foldWords(inheritedText(appendix, b, "leadAgency"));

const isSameLevel = (a: AppendixRow, b: AppendixRow): boolean => !isSubItem(b) || a.parent === b.parent;

/** The same work in another year is not a repeat. */
const isSamePeriod = (a: AppendixRow, b: AppendixRow): boolean => mayOverlap(a.period, b.period);

const LEAST_LENGTH = 25;
const NEIGHBOURS = 3;

/** Names a letter or two apart, with the same agency and the same money: only neighbours in the alphabet are compared. */
function findSimilar(appendix: Appendix, named: readonly AppendixRow[]): readonly Pair[] {
  const pairs: Pair[] = [];
  for (const [money, block] of groupRepeated(named, moneyOf)) {
    if (money === 0) continue;
    const folded = block
      .map((row) => ({ row, words: foldWords(row.name) }))
      .sort((a, b) => (a.words < b.words ? -1 : 1));
    folded.forEach((second, position) => {
      const neighbours = folded.slice(Math.max(0, position - NEIGHBOURS), position);
      const first = neighbours.find(
        (other) => areSimilar(other.words, second.words) && isSameMoney(appendix, other.row, second.row),
      );
      if (!first) return;
      const [a, b] = first.row.row < second.row.row ? [first.row, second.row] : [second.row, first.row];
      pairs.push({ first: a, second: b, isSame: false });
    });
  }
  return pairs;
}

/** The same for the same figures, and hardly ever for others; 0 for a row without any, or with a short name. */
function moneyOf(row: AppendixRow): number {
  if (row.name.length < LEAST_LENGTH) return 0;
  let hash = 0;
  for (const value of row.figures) hash = Math.imul(hash, 31) + (value ?? 0) + Math.floor((value ?? 0) / 2 ** 32);
  return hash | 0;
}

const isSameMoney = (appendix: Appendix, a: AppendixRow, b: AppendixRow): boolean =>
  a.figures.every((value, column) => value === b.figures[column]) && isSamePeriod(a, b) && isSameAgency(appendix, a, b);

const areSimilar = (a: string, b: string): boolean =>
  a !== b && marksOf(a) === marksOf(b) && editDistance(a, b, 2) <= 2;

/** Numbers, numerals and single letters tell names apart on purpose: "giai đoạn 1" and "giai đoạn 2". */
const marksOf = (words: string): string => (words.match(/\b(?:\d+|[ivx]+|[a-z])\b/g) ?? []).join(" ");
