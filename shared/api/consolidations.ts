/** Merging a round, and the workbooks the service makes. */
import * as z from "zod";
import { FORM_IDS } from "../appendix.ts";
import { UNITS } from "../money.ts";
import { SEVERITIES } from "../finding.ts";
import { consolidationValuesSchema } from "./consolidation-values.ts";
import { route } from "./route.ts";
import { actorSchema, bilingualSchema, idSchema, sha256Schema, timeSchema, wholeFromText } from "./values.ts";

const consolidationTermsSchema = z.object({
  level: z
    .enum(["organisation", "province", "root"])
    .describe(
      "mỗi dòng tiền là của một đơn vị nộp, một tỉnh, hoặc tất cả / whose money stands on one line: who submits, their province, or all",
    ),
  era: z
    .enum(["then", "today"])
    .describe("theo các tỉnh khi nộp, hoặc các tỉnh hiện nay / under the provinces of their time, or of today"),
  unit: z.enum(UNITS).nullable().describe("null: của đợt / null: the round's"),
  acceptedOnly: z.boolean().describe("chỉ cộng bản đã chấp nhận / whether only accepted versions are counted"),
  belowOrganisationId: idSchema
    .nullable()
    .describe("chỉ nhánh của đơn vị này; null: cả đợt / only this organisation's branch; null: the whole round"),
});
export type ConsolidationTerms = Readonly<z.infer<typeof consolidationTermsSchema>>;

export const consolidationLineSchema = consolidationTermsSchema.extend({
  id: idSchema,
  roundId: idSchema,
  at: timeSchema,
  by: actorSchema,
  sha256: sha256Schema.describe(
    "làm lại từ đúng các bản ấy thì mã này không đổi / made again from the same versions, it is the same",
  ),
  versions: z.int(),
  lineItems: z.int(),
});

const params = z.object({ consolidationId: idSchema });
const roundParams = z.object({ roundId: idSchema });

export const consolidationRoutes = {
  merge: route({
    method: "post",
    path: "/rounds/:roundId/consolidations",
    says: { vi: "Tổng hợp các bản nộp của đợt", en: "Merge the round's submissions" },
    access: "merge",
    params: roundParams,
    body: consolidationTermsSchema,
    answer: consolidationLineSchema,
    status: 201,
  }),
  listConsolidations: route({
    method: "get",
    path: "/rounds/:roundId/consolidations",
    says: { vi: "Các lần tổng hợp của đợt", en: "The round's consolidations" },
    access: "merge",
    params: roundParams,
    answer: z.object({ consolidations: z.array(consolidationLineSchema) }),
  }),
  readConsolidation: route({
    method: "get",
    path: "/consolidations/:consolidationId",
    says: {
      vi: "Một lần tổng hợp, làm lại từ đúng các phiên bản của nó",
      en: "A consolidation, made again from its very versions",
    },
    access: "merge",
    params,
    answer: z.object({
      line: consolidationLineSchema,
      isSame: z.boolean().describe("làm lại giống hệt bản đã lưu / made again, it equals what was kept"),
      values: consolidationValuesSchema,
    }),
  }),
  downloadConsolidation: route({
    method: "get",
    path: "/consolidations/:consolidationId/workbook",
    says: { vi: "Tệp Excel tổng hợp", en: "The consolidated workbook" },
    access: "merge",
    params,
    answer: "workbook",
  }),
  downloadConsolidationCheckSheet: route({
    method: "get",
    path: "/consolidations/:consolidationId/check-sheet",
    says: { vi: "Phiếu kiểm tra một trang của bản tổng hợp", en: "The consolidation's one-page check sheet" },
    access: "merge",
    params,
    answer: "workbook",
  }),
  downloadTemplate: route({
    method: "get",
    path: "/templates/:formId",
    says: { vi: "Mẫu biểu trống của một phụ lục", en: "A blank official form" },
    access: "signed-in",
    params: z.object({ formId: z.enum(FORM_IDS) }),
    query: z.object({ roundId: idSchema.optional() }),
    answer: "workbook",
  }),
  listRules: route({
    method: "get",
    path: "/rules",
    says: { vi: "Danh mục quy tắc", en: "The catalogue of rules" },
    access: "public",
    answer: z.object({
      version: z.string(),
      rules: z.array(
        z.object({
          id: z.string(),
          severity: z.enum(SEVERITIES),
          status: z.enum(["trusted", "trial"]),
          checks: bilingualSchema,
          example: bilingualSchema.describe(
            "một ô sai và cách sửa, số liệu ví dụ / a wrong cell and how it becomes right, in made-up figures",
          ),
          source: bilingualSchema,
          fix: z.enum(["safe", "choose", "explain"]),
        }),
      ),
    }),
  }),
  readAudit: route({
    method: "get",
    path: "/audit",
    says: { vi: "Nhật ký, mới nhất trước", en: "The audit log, newest first" },
    access: "read-audit",
    query: z.object({ before: wholeFromText(1).optional() }),
    answer: z.object({
      entries: z.array(
        z.object({
          sequence: z.int(),
          at: timeSchema,
          actor: z.string(),
          action: z.string(),
          subject: z.string(),
          details: z.unknown(),
          hash: sha256Schema,
        }),
      ),
    }),
  }),
  verifyAudit: route({
    method: "get",
    path: "/audit/verification",
    says: { vi: "Kiểm tra chuỗi nhật ký", en: "Verify the audit log's chain" },
    access: "read-audit",
    answer: z.object({
      isWhole: z.boolean(),
      entries: z.int(),
      brokenAt: z.int().nullable(),
      head: sha256Schema.nullable(),
    }),
  }),
  downloadBackup: route({
    method: "get",
    path: "/backup",
    says: {
      vi: "Bản sao lưu toàn bộ dịch vụ vào lúc này (.ndjson.gz)",
      en: "A backup of the whole service as it is now (.ndjson.gz)",
    },
    access: "back-up",
    answer: "file",
  }),
};
