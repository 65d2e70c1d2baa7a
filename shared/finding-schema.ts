/** The shape of a finding, for whoever takes one in from outside or tells of it over HTTP. Apart, so that who only reads findings loads no zod. */
import * as z from "zod";
import { SEVERITIES } from "./finding.ts";

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);

export const factSchema = z.union([
  scalar,
  z.array(scalar).readonly(),
  z.array(z.record(z.string(), scalar)).readonly(),
]);

/** One cell's change. `was` is read again before writing: a cell that has changed since is left alone. */
export const editSchema = z.object({
  cell: z.string(),
  was: scalar,
  value: z.union([z.string(), z.number()]).optional(),
  /** Without the leading "=". */
  formula: z.string().optional(),
});

const optionSchema = z.object({
  label: z.object({ vi: z.string(), en: z.string() }),
  edits: z.array(editSchema).readonly(),
});

/** `safe` fixes change no meaning and need no question; "choose" leaves the choice to the officer. */
export const fixSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.enum(["set-value", "set-formula", "set-text", "renumber"]),
    safe: z.boolean(),
    edits: z.array(editSchema).readonly(),
  }),
  z.object({ kind: z.literal("choose"), safe: z.literal(false), options: z.array(optionSchema).readonly() }),
]);

export const findingSchema = z.object({
  rule: z.string().describe("mã quy tắc, xem listRules / the rule's id, see listRules"),
  variant: z.string().describe("câu nào của quy tắc / which of the rule's sentences says it"),
  severity: z
    .enum(SEVERITIES)
    .describe(
      "error: phải sửa; ask: phải trả lời; warning: được nộp, có thể cần giải trình; info: gợi ý / error: mend it; ask: answer it; warning: goes along, may need an explanation; info: a hint",
    ),
  sheet: z.string(),
  cells: z
    .array(z.string())
    .readonly()
    .describe("các ô cần xem, khả năng cao nhất đứng trước / where to look, the most likely cause first"),
  facts: z.record(z.string(), factSchema),
  fix: fixSchema.nullable(),
});
