/** Targets of all organisations side by side: the same content in the same measure is one row. */
import { inheritedText, textCell, type Appendix } from "../appendix.ts";
import { groupBy } from "../group-by.ts";
import { foldWords, tidy } from "../text.ts";

/** One organisation's target as printed. */
export interface TargetValue {
  readonly organisationId: string;
  readonly text: string;
  readonly period: string;
  readonly sheet: string;
  readonly cell: string;
}

export interface Target extends TargetValue {
  readonly name: string;
  readonly measure: string;
}

export interface TargetRow {
  readonly name: string;
  /** "%", "giao dịch"; "" for words and bare numbers. */
  readonly measure: string;
  readonly values: readonly TargetValue[];
}

const FIGURE = /[-+]?\d+(?:[.,]\d+)*/g;

/** "Tối thiểu 80% – 90%" → "%", "50 dịch vụ" → "dịch vụ", "Hoàn thành" → "". */
export function measureOf(target: string): string {
  if (/\d\s*%/.test(target)) return "%";
  const after = target.split(FIGURE);
  if (after.length < 2) return "";
  const words = tidy((after[after.length - 1] ?? "").replace(/[./:;,()≥≤<>]/g, " "));
  return words.toLowerCase().replace(/^(trở lên|trở xuống)$/, "");
}

export function targetsOf(organisationId: string, appendix: Appendix): readonly Target[] {
  if (appendix.form !== "targets") return [];
  return appendix.rows.flatMap((row): Target[] => {
    const text = row.texts["target"] ?? "";
    if (text === "") return [];
    const cell = textCell(appendix, row, "target") ?? "";
    const period = inheritedText(appendix, row, "period");
    const place = { organisationId, sheet: appendix.sheet, cell };
    return [{ ...place, name: tidy(row.name), measure: measureOf(text), text: tidy(text), period }];
  });
}

/** Rows in the order their targets first come. */
export function mergeTargets(targets: Iterable<Target>): readonly TargetRow[] {
  const rows = groupBy(targets, ({ name, measure }) => `${foldWords(name)}|${foldWords(measure) || measure}`);
  return [...rows.values()].map((own) => ({
    name: own[0]?.name ?? "",
    measure: own[0]?.measure ?? "",
    values: own.map(({ organisationId, text, period, sheet, cell }) => ({ organisationId, text, period, sheet, cell })),
  }));
}
