import { inheritedText, textCell, type Appendix, type AppendixRow } from "../appendix.ts";
import { groupBy } from "../group-by.ts";
import { defineRule } from "../rule.ts";
import { addressOf, rowLabel } from "../sums/tell.ts";
import { editDistance, foldWords } from "../text.ts";
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
    const counted = new Set(sums.doubled.map(({ row }) => row));
    const fromSums = sums.doubled.map(({ row, twin, totals }) => {
      const line = appendix.rows[row];
      const first = nameCell(appendix, appendix.rows[twin]);
      const second = nameCell(appendix, line);
      const facts = { name: rowLabel(line), first, second, totals: totals.map((cell) => addressOf(appendix, cell)) };
      return found("counted", { cells: [second, first], facts });
    });
    const pairs = findPairs(appendix).filter(({ second }) => !counted.has(second.index));
    const fromNames = pairs.map(({ first, second, isSame }) => {
      const cells = [nameCell(appendix, second.row), nameCell(appendix, first.row)];
      const facts = { name: rowLabel(second.row), other: rowLabel(first.row), first: cells[1] ?? "", second: cells[0] ?? "" };
      return found(isSame ? "standard" : "similar", { cells, facts });
    });
    return [...fromSums, ...fromNames];
  },
});

const nameCell = (appendix: Appendix, row: AppendixRow | undefined): string => (row ? (textCell(appendix, row, "name") ?? "") : "");

interface Named {
  readonly row: AppendixRow;
  readonly index: number;
  readonly words: string;
  readonly agency: string;
}

interface Pair {
  readonly first: Named;
  readonly second: Named;
  readonly isSame: boolean;
}

/** The same name under the same agency; a sub-item's name counts with its item's. */
function findPairs(appendix: Appendix): readonly Pair[] {
  const folded = new Map<string, string>();
  const foldOnce = (text: string): string => {
    const known = folded.get(text);
    if (known !== undefined) return known;
    const words = foldWords(text);
    folded.set(text, words);
    return words;
  };
  const seen = new Map<string, Named>();
  const pairs: Pair[] = [];
  const others: Named[] = [];
  appendix.rows.forEach((row, index) => {
    if (row.kind !== "lineItem" || row.name === "") return;
    const parent = /^[a-z-]$/.test(row.number) || row.number === "" ? String(row.parent) : "";
    const named = { row, index, words: foldWords(row.name), agency: foldOnce(inheritedText(appendix, row, "leadAgency")) };
    const key = `${named.words}|${named.agency}|${parent}`;
    const first = seen.get(key);
    if (!first) {
      seen.set(key, named);
      others.push(named);
    } else if (isSamePeriod(first.row, row)) pairs.push({ first, second: named, isSame: true });
  });
  return [...pairs, ...findSimilar(others)];
}

/** The same work in another year is not a repeat. */
const isSamePeriod = (a: AppendixRow, b: AppendixRow): boolean =>
  !a.period || !b.period || (a.period.from <= b.period.to && b.period.from <= a.period.to);

const LEAST_LENGTH = 25;
const NEIGHBOURS = 3;

/** Names a letter or two apart, with the same agency and the same money: only neighbours in the alphabet are compared. */
function findSimilar(named: readonly Named[]): readonly Pair[] {
  const withMoney = named.filter(({ row, words }) => words.length >= LEAST_LENGTH && row.figures.some((value) => (value ?? 0) !== 0));
  const pairs: Pair[] = [];
  for (const block of groupBy(withMoney, ({ row, agency }) => `${agency}|${row.figures.join(" ")}`).values()) {
    if (block.length < 2) continue;
    block.sort((a, b) => (a.words < b.words ? -1 : 1));
    block.forEach((second, position) => {
      const first = block.slice(Math.max(0, position - NEIGHBOURS), position).find((other) => isSimilar(other, second));
      if (first) pairs.push(first.index < second.index ? { first, second, isSame: false } : { first: second, second: first, isSame: false });
    });
  }
  return pairs;
}

function isSimilar(a: Named, b: Named): boolean {
  if (!isSamePeriod(a.row, b.row) || marksOf(a.words) !== marksOf(b.words)) return false;
  return editDistance(a.words, b.words, 2) <= 2;
}

/** Numbers, numerals and single letters tell names apart on purpose: "giai đoạn 1" and "giai đoạn 2". */
const marksOf = (words: string): string => (words.match(/\b(?:\d+|[ivx]+|[a-z])\b/g) ?? []).join(" ");
