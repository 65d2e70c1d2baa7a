/** A workbook's check → what the pane shows of it. Runs in the checking thread. */
import type { Appendix } from "../../shared/appendix.ts";
import { checkWorkbook } from "../../shared/check.ts";
import { describe } from "../../shared/describe.ts";
import type { Finding } from "../../shared/finding.ts";
import { formById } from "../../shared/forms/index.ts";
import { cellName, type Grid } from "../../shared/grid.ts";
import type { Language } from "../../shared/money.ts";
import { rules } from "../../shared/rules/index.ts";
import type { AppendixReport, CheckReport, RuleCard, TellableFinding } from "./report.ts";
import { totalsByAppendix } from "./totals.ts";

export function reportOf(sheets: readonly Grid[], language: Language): CheckReport {
  const start = performance.now();
  const { plan, sheets: checked, findings } = checkWorkbook(sheets);
  const appendices = checked.flatMap(({ appendix }) => appendix ?? []);
  const totals = totalsByAppendix(appendices, plan);
  return {
    language,
    findings: tell(findings, language),
    appendices: appendices.map((appendix, index) => ({ ...factsOf(appendix), totals: totals[index] ?? [] })),
    planSheet: plan?.sheet ?? null,
    tookMs: performance.now() - start,
  };
}

/** Null for a rule that is not known here: a reviewer's service may know newer ones. */
export function ruleCardOf(ruleId: string): RuleCard | null {
  const rule = rules.find(({ id }) => id === ruleId);
  if (!rule) return null;
  const { id, severity, status, checks, source } = rule;
  return { id, severity, isTrial: status === "trial", checks, source };
}

/** "number-gap standard Phụ lục A12"; the second of a rule at one cell ends with " #2". */
function tell(findings: readonly Finding[], language: Language): readonly TellableFinding[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const place = [finding.rule, finding.variant, finding.sheet, ...finding.cells.slice(0, 1)].join(" ");
    const count = (seen.get(place) ?? 0) + 1;
    seen.set(place, count);
    const key = count === 1 ? place : `${place} #${String(count)}`;
    return { ...finding, key, message: describe(finding, language) };
  });
}

const factsOf = (appendix: Appendix): Omit<AppendixReport, "totals"> => ({
  sheet: appendix.sheet,
  form: appendix.form,
  formTitle: formById(appendix.form).title,
  title: appendix.title,
  unit: appendix.unit,
  lineItems: appendix.rows.filter(({ kind }) => kind === "lineItem").length,
  area: areaOf(appendix),
});

function areaOf({ headerRow, textColumns, figureColumns, rows }: Appendix): string {
  const columns = [...textColumns, ...figureColumns].map(({ column }) => column);
  const bottom = rows[rows.length - 1]?.row ?? headerRow;
  return `${cellName(headerRow, Math.min(...columns))}:${cellName(bottom, Math.max(...columns))}`;
}
