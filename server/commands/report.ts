/** The report a person reads: by file, sheet and cell, a finding a paragraph that begins with its severity. */
import { describe, printDong } from "../../shared/describe.ts";
import type { Finding, Severity } from "../../shared/finding.ts";
import { formById } from "../../shared/forms/index.ts";
import { UNIT_NAMES, type Language } from "../../shared/money.ts";
import { headlineTotal } from "../../shared/totals.ts";
import type { SheetCheck, WorkbookCheck } from "../../shared/check.ts";
import { SEVERITY_NAMES } from "../../shared/names.ts";

export interface CheckedFile extends WorkbookCheck {
  readonly file: string;
}

interface Style {
  readonly language: Language;
  readonly isColoured: boolean;
}

/** Of a terminal. */
const COLOURS: Readonly<Record<Severity, number>> = { error: 31, ask: 35, warning: 33, info: 36 };

const paint = (text: string, colour: number, { isColoured }: Style): string =>
  isColoured ? `\u001b[${String(colour)}m${text}\u001b[0m` : text;

export function printReport(files: readonly CheckedFile[], style: Style): string {
  const parts = files.map((file) => printFile(file, style));
  return parts.join("\n") + (files.length > 1 ? `\n${printSummary(files, style)}` : "");
}

function printFile(file: CheckedFile, style: Style): string {
  const lines = [paint(file.file, 1, style)];
  const sheets = [...new Set([...file.sheets.map(({ sheet }) => sheet), ...file.findings.map(({ sheet }) => sheet)])];
  for (const sheet of sheets) {
    const checks = file.sheets.filter((check) => check.sheet === sheet);
    for (const check of checks) lines.push(`  ${printSheet(check, { isPlan: file.plan?.sheet === sheet, style })}`);
    const findings = file.findings.filter((finding) => finding.sheet === sheet);
    for (const finding of findings) lines.push(...printFinding(finding, style));
  }
  lines.push(`  ${countLine(file.findings, style.language)}`, "");
  return lines.join("\n");
}

function printSheet({ sheet, appendix }: SheetCheck, { isPlan, style }: { isPlan: boolean; style: Style }): string {
  const isVi = style.language === "vi";
  if (!appendix)
    return `[${sheet}] ${isPlan ? (isVi ? "thông tin kế hoạch" : "the plan's facts") : isVi ? "không có phụ lục" : "holds no appendix"}`;
  const items = appendix.rows.filter((row) => row.kind === "lineItem").length;
  const total = headlineTotal(appendix);
  const facts = [
    formById(appendix.form).title[style.language],
    isVi ? `${String(items)} dòng` : `${String(items)} line items`,
  ];
  if (appendix.unit) facts.push(UNIT_NAMES[appendix.unit][style.language]);
  if (total !== null && appendix.unit)
    facts.push(`${isVi ? "tổng" : "total"} ${printDong(total, appendix.unit, style.language)}`);
  return `[${sheet}] ${facts.join(" · ")}`;
}

function printFinding(finding: Finding, style: Style): string[] {
  const name = SEVERITY_NAMES[finding.severity][style.language].toUpperCase();
  const where = finding.cells.length > 6 ? `${finding.cells.slice(0, 6).join(", ")}…` : finding.cells.join(", ");
  return [
    `    ${paint(name, COLOURS[finding.severity], style)} ${where} (${finding.rule})`,
    `      ${describe(finding, style.language)}`,
  ];
}

function countLine(findings: readonly Finding[], language: Language): string {
  const count = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  const counts = [count("error"), count("warning"), count("ask"), count("info")].map(String);
  const [errors = "0", warnings = "0", asks = "0", hints = "0"] = counts;
  return language === "vi"
    ? `${errors} lỗi · ${warnings} cảnh báo · ${asks} câu hỏi · ${hints} gợi ý`
    : `${errors} errors · ${warnings} warnings · ${asks} questions · ${hints} hints`;
}

function printSummary(files: readonly CheckedFile[], { language }: Style): string {
  const all = files.flatMap(({ findings }) => findings);
  const head = language === "vi" ? `${String(files.length)} tệp` : `${String(files.length)} files`;
  return `${head}: ${countLine(all, language)}\n`;
}
