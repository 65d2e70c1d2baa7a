/** Shared by the rules on time. */
import { inheritedText, textCell, type Appendix, type AppendixRow, type Plan, type Years } from "../appendix.ts";
import type { Period } from "../period.ts";
import { rowLabel } from "../sums/tell.ts";
import { foldWords } from "../text.ts";

/** The years the appendix is for: what the plan sheet says, else the title. */
export const planYears = (appendix: Appendix, plan: Plan | null): Years | null => plan?.period ?? appendix.period;

export type TimedRow = AppendixRow & { readonly period: Period };

/** Rows with a period that could be read and passes. */
export const timedRows = (appendix: Appendix, passes: (row: TimedRow) => boolean): readonly TimedRow[] =>
  appendix.rows.filter((row): row is TimedRow => isTimed(row) && passes(row));

const isTimed = (row: AppendixRow): row is TimedRow => row.period !== null && row.kind !== "grandTotal";

/** Where a row's period stands, and what the sentences say of it. */
export function periodPlace(
  appendix: Appendix,
  row: AppendixRow,
): { cells: string[]; facts: { row: string; text: string } } {
  return {
    cells: [textCell(appendix, row, "period") ?? ""],
    facts: { row: rowLabel(row), text: row.texts["period"] ?? "" },
  };
}

/** "Chuyển tiếp" in its own column, the name or the note; "mới" only in its own column. */
export function continuityOf(appendix: Appendix, row: AppendixRow): "new" | "carried-over" | null {
  const own = foldWords(inheritedText(appendix, row, "continuity"));
  if (/chuyen tiep|tiep tuc/.test(own)) return "carried-over";
  if (/(^| )moi( |$)/.test(own)) return "new";
  return /chuyen tiep/.test(foldWords(`${row.name} ${row.texts["note"] ?? ""}`)) ? "carried-over" : null;
}
