import {
  figureCell,
  inheritedText,
  isWhole,
  textCell,
  type Appendix,
  type AppendixRow,
  type FigureColumn,
} from "../appendix.ts";
import type { Finding } from "../finding.ts";
import { inUnit, printNumber } from "../money.ts";
import { mayOverlap } from "../period.ts";
import { defineRule, type Found } from "../rule.ts";
import { foldWords, shorten } from "../text.ts";
import { PLAN_TEXT } from "./sources.ts";

/** The same organisation's staff, or the same project's money, must be the same in every appendix of a plan. */
export const crossAppendixDisagreement = defineRule({
  id: "cross-appendix-disagreement",
  severity: "warning",
  status: "trusted",
  checks: { vi: "Các phụ lục của một kế hoạch khớp nhau", en: "A plan's appendices agree with each other" },
  source: PLAN_TEXT,
  fix: "explain",
  says: {
    standard: {
      vi: "{count} dòng có số liệu khác với phụ lục “{otherTitle}” của cùng kế hoạch: {list}. Xin thống nhất số liệu.",
      en: "{count} rows differ from the appendix “{otherTitle}” of the same plan: {list}. Please bring them into agreement.",
    },
  },
  findBeside: (subject, others, found) =>
    others.flatMap((other) => {
      const pairs = commonFigures(other.appendix, subject.appendix);
      const list = differences(other.appendix, subject.appendix, pairs);
      return list.length === 0 ? [] : [tell(subject.appendix, other.appendix, { list, found })];
    }),
});

interface Difference {
  readonly cell: string;
  readonly name: string;
  readonly here: number;
  readonly there: number;
}

function tell(
  here: Appendix,
  there: Appendix,
  told: { list: readonly Difference[]; found: Found<"standard"> },
): Finding {
  const { list, found } = told;
  const print = (value: number): string => printNumber(here.unit === null ? value : inUnit(value, here.unit), "vi");
  const shown = list.map(
    ({ name, here: mine, there: other, cell }) => `${name} (${cell}): ${print(mine)} – ${print(other)}`,
  );
  const differing = list.map(({ cell, name, here: mine, there: other }) => ({ cell, name, here: mine, there: other }));
  const facts = {
    count: list.length,
    otherTitle: shorten(there.title),
    otherSheet: there.sheet,
    list: shown,
    differences: differing,
  };
  return found("standard", { sheet: here.sheet, cells: list.map(({ cell }) => cell), facts });
}

interface CommonFigure {
  readonly first: number;
  readonly second: number;
}

function commonFigures(first: Appendix, second: Appendix): readonly CommonFigure[] {
  const isComparable = first.figureColumns.length > 0 && (first.unit === null) === (second.unit === null);
  if (!isComparable) return [];
  return first.figureColumns.flatMap(({ holds }, index) => {
    const other = second.figureColumns.findIndex((column) => meaningOf(column) === meaningOf({ holds }));
    return other >= 0 && meaningOf({ holds }) !== "" ? [{ first: index, second: other }] : [];
  });
}

/** Only wholes are compared: all staff, and all money of a project, phase or year. */
function meaningOf({ holds }: Pick<FigureColumn, "holds">): string {
  if (holds.type === "count") return holds.within === null ? holds.measure : "";
  if (holds.type === "ratio" || !isWhole(holds)) return "";
  return `${holds.scope} ${holds.kind} ${String(holds.year)}`;
}

function differences(first: Appendix, second: Appendix, pairs: readonly CommonFigure[]): readonly Difference[] {
  const byName = namesOf(first);
  return [...namesOf(second)].flatMap(([name, row]) => {
    const twin = byName.get(name);
    if (!twin || !row || !isSameWork(first, twin, { appendix: second, row })) return [];
    return pairs.flatMap((pair) => {
      const there = twin.figures[pair.first] ?? null;
      const here = row.figures[pair.second] ?? null;
      if (there === null || here === null || there === here) return [];
      return [{ cell: figureCell(second, row, pair.second), name: shorten(row.name, 40), here, there }];
    });
  });
}

/** The same name under another agency, or in other years, is other work. */
function isSameWork(appendix: Appendix, row: AppendixRow, other: { appendix: Appendix; row: AppendixRow }): boolean {
  const agencies = [
    inheritedText(appendix, row, "leadAgency"),
    inheritedText(other.appendix, other.row, "leadAgency"),
  ].map(foldWords);
  const isSameAgency = agencies.includes("") || agencies[0] === agencies[1];
  return isSameAgency && mayOverlap(row.period, other.row.period);
}

/** Rows by name; a name that stands twice names nobody. */
function namesOf(appendix: Appendix): Map<string, AppendixRow | null> {
  const names = new Map<string, AppendixRow | null>();
  for (const row of appendix.rows) {
    if (row.kind !== "lineItem" || textCell(appendix, row, "name") === null) continue;
    const name = comparableName(row.name);
    if (name !== "") names.set(name, names.has(name) ? null : row);
  }
  return names;
}

/** "Sở Giáo dục - Đào tạo tỉnh Sóc Trăng" and "Sở Giáo dục và Đào tạo" are one. */
const comparableName = (name: string): string =>
  foldWords(name.replace(/&/g, " "))
    .replace(/ tinh [a-z ]+$/, "")
    .replace(/ (va|tinh)(?= |$)/g, "");
