/** What the lines above a table say: title, unit, the plan they belong to, the years it is for. */
import type { Years } from "../appendix.ts";
import { cellName, type GridRow } from "../grid.ts";
import { readUnit, type Unit } from "../money.ts";
import { FORMER_PROVINCES, PROVINCES } from "../provinces.ts";
import { fold, foldWords, tidy } from "../text.ts";

export interface Title {
  readonly title: string;
  readonly unit: Unit | null;
  readonly unitCell: string | null;
  readonly province: string | null;
  readonly planNumber: string | null;
  readonly planDate: string | null;
  readonly period: Years | null;
}

export function readTitle(rows: readonly GridRow[]): Title {
  const lines = rows.flatMap((row) =>
    row.cells
      .filter((cell) => typeof cell.value === "string" && cell.value.trim() !== "")
      .map((cell) => ({ text: tidy(String(cell.value)), cell: cellName(row.row, cell.column) })),
  );
  const unitLine = lines.find((line) => readUnit(line.text) !== null);
  const titles = lines.filter((line) => line !== unitLine).map((line) => line.text);
  const cited = titles.map(readPlanCitation).find((citation) => citation !== null);
  return {
    title: titles.filter((text) => readPlanCitation(text) === null).join(" — "),
    unit: unitLine ? readUnit(unitLine.text) : null,
    unitCell: unitLine?.cell ?? null,
    province: findProvince(titles),
    planNumber: cited?.number ?? null,
    planDate: cited?.date ?? null,
    period: titlePeriod(titles.filter((text) => readPlanCitation(text) === null)) ?? titlePeriod(titles),
  };
}

const NAMES = [...new Set([...PROVINCES, ...FORMER_PROVINCES.map(({ name }) => name)])];
const BY_WORDS = NAMES.map((name) => ({
  name,
  pattern: new RegExp(`(?:tinh|thanh pho|tp) ${foldWords(name.replace(/^Thành phố /, ""))}(?: |$)`),
}));

/** The province named last: "… của Ủy ban nhân dân tỉnh Sóc Trăng". */
function findProvince(lines: readonly string[]): string | null {
  for (const line of [...lines].reverse()) {
    const words = foldWords(line);
    const found = BY_WORDS.find(({ pattern }) => pattern.test(words));
    if (found) return found.name;
  }
  return null;
}

const PLAN_NUMBER = /(?:so\s*:?\s*)(\d+\s*\/?\s*[a-z]{2,6}(?:\s*[-/]\s*[a-z]{2,8})*)/;
const PLAN_DATE = /ngay\s*(\d{1,2})\s*[.\s]*(?:\/|thang|-)\s*(\d{1,2})\s*[.\s]*(?:\/|nam|-)\s*(\d{4})/;

/** "(Ban hành kèm theo Kế hoạch số 21/KH-UBND ngày 02/11/2010 …)" → { "21/KH-UBND", "2010-11-02" }. */
export function readPlanCitation(
  text: string,
): { readonly number: string | null; readonly date: string | null } | null {
  const line = fold(text);
  const number = PLAN_NUMBER.exec(line)?.[1];
  const date = PLAN_DATE.exec(line);
  if (!number || !/\d+\s*\/\s*[a-z]/.test(number)) return null;
  return { number: number.replace(/\s/g, "").toUpperCase().replace("QD-", "QĐ-"), date: date ? isoDate(date) : null };
}

const isoDate = ([, day = "", month = "", year = ""]: readonly string[]): string =>
  `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;

/** The years of the last title line that names some: a range before a single year. */
function titlePeriod(lines: readonly string[]): Years | null {
  for (const text of [...lines].reverse()) {
    const line = fold(text).replace(/ngay\s*\d.*$/, "");
    const range = /((?:19|20)\d\d)\s*(?:-|den(?: nam)?)\s*((?:19|20)\d\d)/.exec(line);
    if (range) return { from: Number(range[1]) * 12, to: Number(range[2]) * 12 + 11 };
    const year = /(?:nam|trong nam)\s*((?:19|20)\d\d)(?!\d)/.exec(line)?.[1];
    if (year) return { from: Number(year) * 12, to: Number(year) * 12 + 11 };
  }
  return null;
}
