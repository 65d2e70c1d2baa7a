/** Shared by the rules on time. */
import { inheritedText, textCell, type Appendix, type AppendixRow, type Plan, type Years } from "../appendix.ts";
import type { Period } from "../period.ts";
import { foldWords } from "../text.ts";

/** The years the appendix is for: what the plan sheet says, else the title. */
export const planYears = (appendix: Appendix, plan: Plan | null): Years | null => plan?.period ?? appendix.period;

export interface TimedRow {
  readonly row: AppendixRow;
  readonly period: Period;
  readonly cell: string;
  readonly text: string;
}

export function timedRows(appendix: Appendix): readonly TimedRow[] {
  return appendix.rows.flatMap((row) => {
    const cell = textCell(appendix, row, "period");
    return row.kind === "grandTotal" || row.period === null || cell === null ? [] : [{ row, period: row.period, cell, text: row.texts["period"] ?? "" }];
  });
}

/** "Chuyển tiếp" in its own column, the name or the note; "mới" only in its own column. */
export function continuityOf(appendix: Appendix, row: AppendixRow): "new" | "carried-over" | null {
  const own = foldWords(inheritedText(appendix, row, "continuity"));
  if (/chuyen tiep|tiep tuc/.test(own)) return "carried-over";
  if (/(^| )moi( |$)/.test(own)) return "new";
  return /chuyen tiep/.test(foldWords(`${row.name} ${row.texts["note"] ?? ""}`)) ? "carried-over" : null;
}
