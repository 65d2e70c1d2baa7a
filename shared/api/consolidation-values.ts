/** What a consolidation answers with, for programs; shared/consolidation says how it comes about. */
import * as z from "zod";
import { manifestSchema } from "../consolidation/manifest.ts";

const amountsSchema = z
  .array(z.number().nullable())
  .readonly()
  .describe(
    "đồng, theo thứ tự của columns; null: không có số / whole đồng, in the order of columns; null where nothing is said",
  );

export const totalsSchema = z.object({
  lineItems: z.int().describe("số nhiệm vụ, dự án / number of line items"),
  amounts: amountsSchema,
});

const idsSchema = z.array(z.string()).readonly();

export const standingSchema = z.object({
  expected: idsSchema.describe("được yêu cầu nộp / asked to submit"),
  submitted: idsSchema.describe("đã nộp hoặc được chấp nhận / submitted or accepted"),
  late: idsSchema.describe("nộp muộn / submitted after the deadline"),
  returned: idsSchema.describe("bị trả lại / returned"),
  missing: idsSchema.describe("chưa nộp / nothing sent yet"),
  notIncluded: idsSchema.describe("đã nộp nhưng không được cộng / sent, and not in the totals"),
});

export const groupTotalsSchema = totalsSchema.extend({
  id: z.string(),
  name: z.string(),
  organisationIds: idsSchema,
});

export const organisationTotalsSchema = totalsSchema.extend({ id: z.string(), groupId: z.string() });

/** What is not named here (findings counted, targets, overlaps) is given too, and may grow. */
export const consolidationValuesSchema = z.looseObject({
  manifest: manifestSchema.describe("mọi thứ đã dùng để tổng hợp / all that it was made from"),
  columns: z
    .array(z.string())
    .readonly()
    .describe(
      "mỗi cột tiền là “loại phạm-vi nguồn”, ví dụ “planned phase total”, “planned year central investment” / each column of money is “kind scope source”",
    ),
  total: totalsSchema,
  groups: z.array(groupTotalsSchema).readonly().describe("theo mức tổng hợp đã chọn / by the level asked for"),
  organisations: z
    .array(organisationTotalsSchema)
    .readonly()
    .describe("từng đơn vị nộp / each organisation that submitted"),
  standing: standingSchema.describe("mã các đơn vị theo tình trạng nộp / ids of organisations by how far they are"),
});
