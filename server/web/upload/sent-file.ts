/** A workbook that the service has and has judged, as the page keeps it: what is shown of it, without its rows. */
import * as z from "zod";
import { FORM_IDS } from "../../../shared/appendix.ts";
import { toldFindingSchema } from "../../../shared/api/findings.ts";
import { columnKey, type MoneyColumn } from "../../../shared/consolidation/columns.ts";
import { summarizeVersion, type AppendixSummary } from "../../../shared/consolidation/summary.ts";
import type { SendAnswer } from "./send-file.ts";

const sheetSumsSchema = z.object({
  sheet: z.string(),
  form: z.enum(FORM_IDS),
  /** The unit is not known: then its amounts are none. */
  isUnitKnown: z.boolean(),
  amounts: z.array(z.object({ column: z.string(), dong: z.number().nullable() })),
});
export type SheetSums = Readonly<z.infer<typeof sheetSumsSchema>>;

export const sentFileSchema = z.object({
  fileId: z.string(),
  name: z.string(),
  appendices: z.int(),
  lineItems: z.int(),
  findings: z.array(toldFindingSchema),
  missingForms: z.array(z.enum(FORM_IDS)),
  sheetsOfOtherYears: z.array(z.string()),
  sums: z.array(sheetSumsSchema),
  plan: z.array(z.object({ label: z.string(), dong: z.number().nullable() })),
});
export type SentFile = Readonly<z.infer<typeof sentFileSchema>>;

/** Lines of a plan deeper than its parts tell nobody anything here. */
const DEEPEST_PART = 1;

export function sentFileOf(answer: SendAnswer, name: string): SentFile {
  const { fileId, findings, appendices, plan, missingForms, sheetsOfOtherYears } = answer;
  // Added up as every consolidation adds it.
  const summary = summarizeVersion({ plan, appendices, findings, explanations: [], organisationId: "", version: 0 });
  return {
    fileId,
    name,
    appendices: appendices.length,
    lineItems: summary.appendices.reduce((sum, { lineItems }) => sum + lineItems, 0),
    findings,
    missingForms: [...missingForms],
    sheetsOfOtherYears: [...sheetsOfOtherYears],
    sums: summary.appendices.filter(({ hasMoney }) => hasMoney).map(sumsOf),
    plan: (plan?.amounts ?? [])
      .filter(({ level }) => level <= DEEPEST_PART)
      .map(({ label, dong }) => ({ label: label.trim(), dong })),
  };
}

const sumsOf = ({ sheet, form, unit, columns, amounts, filledColumns }: AppendixSummary): SheetSums => ({
  sheet,
  form,
  isUnitKnown: unit !== null,
  amounts: filledColumns.map((column: MoneyColumn) => ({
    column: columnKey(column),
    dong: amounts[columns.indexOf(column)] ?? null,
  })),
});
