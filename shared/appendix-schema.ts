/** The shapes of an appendix and of a plan, for whoever takes them in from outside. Apart, so that who only reads sheets loads no zod. */
import * as z from "zod";
import { FORM_IDS, SCOPES, TEXT_COLUMNS } from "./appendix.ts";
import { UNITS } from "./money.ts";

/** What an amount column holds. All of origin, nature and detail open: the total of its scope, kind and year. */
export const amountSchema = z.object({
  type: z.literal("amount"),
  scope: z.enum(SCOPES).describe("cả dự án, giai đoạn, năm / the whole project, the plan's phase, its year"),
  kind: z.enum(["planned", "disbursed"]).describe("kế hoạch, đã giải ngân / planned, disbursed"),
  origin: z.enum(["central", "local", "other"]).nullable(),
  nature: z.enum(["investment", "recurrent"]).nullable(),
  /** A finer bucket than origin and nature can name ("NS huyện"). */
  detail: z.string().nullable(),
  /** The one year of several year columns. */
  year: z.number().nullable(),
});

const countSchema = z.object({
  type: z.literal("count"),
  measure: z.string(),
  /** The measure it is a part of and can't exceed. */
  within: z.string().nullable(),
});
const ratioSchema = z.object({ type: z.literal("ratio"), of: z.string(), per: z.string() });

export const figureColumnSchema = z.object({
  column: z.number(),
  header: z.string(),
  headerCell: z.string(),
  holds: z.discriminatedUnion("type", [amountSchema, countSchema, ratioSchema]),
});

export const textColumnSchema = z.object({ column: z.number(), holds: z.enum(TEXT_COLUMNS), headerCell: z.string() });

const periodSchema = z.object({
  from: z.number(),
  to: z.number(),
  isReversed: z.boolean(),
  isSameYearRange: z.boolean(),
});

export const rowSchema = z.object({
  row: z.number(),
  /** A subtotal row closes a section ("Cộng mục I"); a section or line item may carry its subtotal itself. */
  kind: z.enum(["section", "lineItem", "subtotal", "grandTotal"]),
  /** As printed: "I", "1.2", "-"; "" when there is none. */
  number: z.string(),
  name: z.string(),
  parent: z
    .number()
    .describe("chỉ số dòng cấp trên; -1: cao nhất / index of the row above it in the tree; -1 at the top"),
  /** The rows below it are said to be only a part of it ("Trong đó"). */
  isPartial: z.boolean(),
  /** Rows that hold a number and nothing else stand right above it. */
  isAfterEmpty: z.boolean(),
  texts: z.record(z.string(), z.string()),
  period: periodSchema.nullable(),
  figures: z
    .array(z.number().nullable())
    .readonly()
    .describe("theo figureColumns; số tiền bằng đồng, null: ô trống / by figureColumns; money in đồng, null: blank"),
  /** Figure columns whose cell says something that is no figure: sums it stands in can't be judged. */
  unread: z.array(z.number()).readonly(),
  /** By figure column, without "="; null when no cell of the row has one. */
  formulas: z.array(z.string().nullable()).readonly().nullable(),
});

export const yearsSchema = z.object({ from: z.number(), to: z.number() });

export const appendixSchema = z.object({
  sheet: z.string(),
  form: z.enum(FORM_IDS),
  title: z.string(),
  headerRow: z.number(),
  unit: z
    .enum(UNITS)
    .nullable()
    .describe(
      "null: không ghi và không suy ra được; số tiền khi đó theo đơn vị chưa rõ của trang / null: not stated and not to be inferred; amounts are then in the sheet's own unknown unit",
    ),
  unitFrom: z.enum(["stated", "plan", "form", "unknown"]),
  unitCell: z.string().nullable(),
  /** Named in the title lines. */
  province: z.string().nullable(),
  /** The plan cited in the title: number ("21/KH-UBND") and date (ISO). */
  planNumber: z.string().nullable(),
  planDate: z.string().nullable(),
  period: yearsSchema
    .nullable()
    .describe(
      "thời kỳ nêu ở tiêu đề, tính bằng tháng: năm × 12 + tháng − 1 / what the title says the plan is for, in months: year × 12 + month − 1",
    ),
  /** What the header's phase columns are for. */
  phase: yearsSchema.nullable(),
  textColumns: z.array(textColumnSchema).readonly(),
  figureColumns: z.array(figureColumnSchema).readonly(),
  /** Smallest step the figures are rounded to, in đồng (or in 1 for counts). */
  precision: z.number(),
  /** Some amounts are no whole đồng and had to be rounded. */
  hasFractions: z.boolean(),
  rows: z.array(rowSchema).readonly(),
});

/** The plan sheet ("Kế hoạch"): whose plan it is and what its text says of money. */
export const planAmountSchema = z.object({
  label: z.string(),
  /** 0 the total, 1 its parts, 2 parts of a part. */
  level: z.number(),
  cell: z.string(),
  dong: z.number().nullable(),
  wordsCell: z.string().nullable(),
  words: z.string().nullable(),
});

export const planSchema = z.object({
  sheet: z.string(),
  province: z.string().nullable(),
  number: z.string().nullable(),
  date: z.string().nullable(),
  period: yearsSchema.nullable(),
  amounts: z.array(planAmountSchema).readonly(),
});
