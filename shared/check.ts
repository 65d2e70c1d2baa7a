/** Workbooks → appendices and findings. The one entry the task pane, the service and the command line share. */
import type { Appendix, Plan } from "./appendix.ts";
import type { Finding } from "./finding.ts";
import { isFindingsSheet } from "./findings-sheet.ts";
import { completeFormulas } from "./formula-values.ts";
import { compareCellNames, type Grid } from "./grid.ts";
import { readPlan } from "./reading/plan.ts";
import { readSheet } from "./reading/read-sheet.ts";
import type { Rule, Subject } from "./rule.ts";
import { crashedRule } from "./rules/crashed-rule.ts";
import { rules } from "./rules/index.ts";
import { diagnoseSums } from "./sums/diagnose.ts";
import { fold } from "./text.ts";

export interface SheetCheck {
  readonly sheet: string;
  /** Null for a sheet that holds no appendix. */
  readonly appendix: Appendix | null;
}

export interface WorkbookCheck {
  readonly plan: Plan | null;
  readonly sheets: readonly SheetCheck[];
  /** By sheet and cell. */
  readonly findings: readonly Finding[];
}

/** Reads and judges one workbook. Never throws. */
export const checkWorkbook = (grids: readonly Grid[]): WorkbookCheck =>
  checkWorkbooks([grids])[0] ?? { plan: null, sheets: [], findings: [] };

/** Several workbooks, each with its own result; appendices of one plan are compared wherever they lie. */
export function checkWorkbooks(workbooks: readonly (readonly Grid[])[]): readonly WorkbookCheck[] {
  const read = workbooks.map(readWorkbook);
  return read.map((workbook, index) => {
    const elsewhere = read.filter((_, other) => other !== index).flatMap(({ subjects }) => subjects);
    const found = [...workbook.findings, ...runRules(workbook, elsewhere)];
    return { plan: workbook.plan, sheets: workbook.sheets, findings: sortFindings(found, workbook.sheets) };
  });
}

interface ReadWorkbook {
  readonly plan: Plan | null;
  readonly sheets: readonly SheetCheck[];
  readonly subjects: readonly Subject[];
  readonly findings: readonly Finding[];
}

function readWorkbook(grids: readonly Grid[]): ReadWorkbook {
  const complete = grids.filter(({ name }) => !isFindingsSheet(name)).map(completeFormulas);
  const plan = complete.map(readPlan).find((found) => found !== null) ?? null;
  const readings = complete.map((grid) => readSheet(grid, plan));
  const subjects = readings.flatMap(({ readings: tables }) =>
    tables.map(({ appendix }) => ({ appendix, plan, sums: diagnoseSums(appendix) })),
  );
  const sheets = readings.flatMap(({ sheet, readings: tables }): SheetCheck[] =>
    tables.length === 0 ? [{ sheet, appendix: null }] : tables.map(({ appendix }) => ({ sheet, appendix })),
  );
  const findings = readings.flatMap((reading) => [
    ...reading.findings,
    ...reading.readings.flatMap((table) => table.findings),
  ]);
  return { plan, sheets, subjects, findings };
}

function runRules(workbook: ReadWorkbook, elsewhere: readonly Subject[]): readonly Finding[] {
  const { plan, subjects } = workbook;
  return rules.flatMap((rule) => [
    ...(plan && rule.findInPlan ? guard(rule, plan.sheet, () => rule.findInPlan?.(plan, subjects) ?? []) : []),
    ...subjects.flatMap((subject, index) => [
      ...(rule.find ? guard(rule, subject.appendix.sheet, () => rule.find?.(subject) ?? []) : []),
      ...(rule.findBeside
        ? guard(
            rule,
            subject.appendix.sheet,
            () =>
              rule.findBeside?.(subject, [
                ...subjects.slice(0, index),
                ...elsewhere.filter((other) => isOfSamePlan(subject, other)),
              ]) ?? [],
          )
        : []),
    ]),
  ]);
}

/** A rule that crashes must not look like a pass, nor stop the others. */
function guard(rule: Rule, sheet: string, find: () => readonly Finding[]): readonly Finding[] {
  try {
    return find();
  } catch {
    return [crashedRule.found(sheet, "standard", { cells: [], facts: { ruleId: rule.id } })];
  }
}

/** Plans are told apart by number and date; another copy of the same appendix is no other appendix. */
function isOfSamePlan(subject: Subject, other: Subject): boolean {
  const key = planKey(subject);
  return key !== null && planKey(other) === key && other.appendix.title !== subject.appendix.title;
}

function planKey({ appendix, plan }: Subject): string | null {
  const number = appendix.planNumber ?? plan?.number ?? null;
  const date = appendix.planDate ?? plan?.date ?? null;
  return number === null || date === null ? null : `${fold(number)} ${date}`;
}

function sortFindings(findings: readonly Finding[], sheets: readonly SheetCheck[]): readonly Finding[] {
  const order = new Map(sheets.map(({ sheet }, index) => [sheet, index]));
  return [...findings].sort(
    (a, b) =>
      (order.get(a.sheet) ?? 0) - (order.get(b.sheet) ?? 0) || compareCellNames(a.cells[0] ?? "A1", b.cells[0] ?? "A1"),
  );
}
