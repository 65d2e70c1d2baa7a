/** What an organisation submits: its sheets as plain values, so that everything, reading too, is done again by who receives it. */
import * as z from "zod";
import { FORM_IDS, type Appendix, type Plan } from "./appendix.ts";
import type { Finding } from "./finding.ts";
import { listOf } from "./list-of.ts";

const rowNumber = z.int().min(1).max(1_048_576);
const columnNumber = z.int().min(0).max(16_383);

const areaSchema = z
  .object({ top: rowNumber, left: columnNumber, bottom: rowNumber, right: columnNumber })
  .refine(({ top, left, bottom, right }) => top <= bottom && left <= right);

const cellSchema = z.object({
  column: columnNumber,
  value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
  formula: z.string().optional(),
  format: z.string().optional(),
});

const gridRowSchema = z.object({
  row: rowNumber,
  hidden: z.boolean(),
  cells: listOf(cellSchema, 16_384),
});

/** The wire's form of a Grid (shared/grid.ts). */
export const gridSchema = z.object({
  /** As Excel takes them. */
  name: z
    .string()
    .min(1)
    .max(31)
    .regex(/^[^[\]:*?/\\\p{Cc}]+$/u)
    .refine((name) => !name.startsWith("'") && !name.endsWith("'") && name.toLowerCase() !== "history"),
  rows: listOf(gridRowSchema, 1_048_576),
  merged: listOf(areaSchema, 100_000),
  hiddenColumns: listOf(columnNumber, 16_384),
  hidden: z.boolean(),
});

/** Why a finding is right as it stands, said once and kept while the finding says the same. */
export const explanationSchema = z.object({
  rule: z.string().max(60),
  variant: z.string().max(60),
  sheet: z.string().max(31),
  cell: z
    .string()
    .max(12)
    .describe("ô đầu tiên của phát hiện; “” nếu không có ô / the finding's first cell; “” for one without a cell"),
  text: z.string().trim().min(3).max(2000),
});
export type Explanation = Readonly<z.infer<typeof explanationSchema>>;

/** What does not stop a submission and must not pass in silence. */
export const remarksSchema = z.object({
  /** What the round asks for and was not sent. */
  missingForms: z.array(z.enum(FORM_IDS)).readonly(),
  /** Sheets whose title or plan is for years that do not meet the round's, such as last year's. */
  sheetsOfOtherYears: z.array(z.string()).readonly(),
});
export type Remarks = Readonly<z.infer<typeof remarksSchema>>;

/** A version of a submission as it is judged, kept and merged. */
export interface JudgedSubmission {
  readonly plan: Plan | null;
  readonly appendices: readonly Appendix[];
  readonly findings: readonly Finding[];
  readonly explanations: readonly Explanation[];
}

/** The same text for the same content, whatever the order of its keys: what a content's hash is taken of. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`);
  return `{${entries.join(",")}}`;
}

/** An explanation stands while the finding it speaks of is still found at its cell. */
export const isExplained = (finding: Finding, explanations: readonly Explanation[]): boolean =>
  explanations.some(
    ({ rule, variant, sheet, cell }) =>
      rule === finding.rule &&
      variant === finding.variant &&
      sheet === finding.sheet &&
      cell === (finding.cells[0] ?? ""),
  );
