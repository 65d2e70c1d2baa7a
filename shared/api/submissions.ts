/** Submissions of one organisation to one round: drafts, versions, and what happens to them. */
import * as z from "zod";
import { appendixSchema, planSchema } from "../appendix-schema.ts";
import { versionChangesSchema } from "../compare-versions.ts";
import { explanationSchema, gridSchema, remarksSchema } from "../submission.ts";
import { toldFindingSchema } from "./findings.ts";
import { SUBMISSION_ACTIONS, stateSchema } from "./rounds.ts";
import { SUBMISSION_STATES } from "../submission-states.ts";
import { listOf } from "../list-of.ts";
import { route } from "./route.ts";
import { actorSchema, idSchema, sha256Schema, timeSchema, wholeFromText } from "./values.ts";

const params = z.object({ roundId: idSchema, organisationId: idSchema });
const versionParams = params.extend({ version: wholeFromText(1) });
const fileParams = params.extend({ fileId: idSchema });

/** Either the sheets as values, or a file sent before that the service reads itself. */
const contentSchema = z.object({
  sheets: listOf(gridSchema, 100).optional(),
  readFromFileId: idSchema
    .optional()
    .describe("fileId của tệp đã gửi, thay cho sheets / fileId of a file sent before, in place of sheets"),
  explanations: listOf(explanationSchema, 5000),
});

const submissionBodySchema = contentSchema.extend({
  idempotencyKey: z
    .stringFormat("key", /^[\w-]{16,80}$/)
    .describe(
      "mã tự đặt cho mỗi lần nộp; gửi lại đúng mã này khi chưa chắc đã nộp được thì không nộp trùng / your own key for each intent to submit; sent again when unsure, it submits nothing twice",
    ),
  replaces: z
    .int()
    .min(0)
    .describe("số bản mới nhất mà bạn biết; 0 nếu chưa có / the latest version you know; 0 for none"),
  attachedFileId: idSchema
    .nullable()
    .describe("fileId của tệp gốc, giữ nguyên từng byte / fileId of the original workbook, kept byte for byte"),
  madeWith: z
    .string()
    .max(40)
    .nullable()
    .describe(
      "phiên bản quy tắc mà phần mềm của bạn đã kiểm tra; null nếu không kiểm tra / version of the rules your program judged with; null for one that did not",
    ),
});
export type SubmissionBody = Readonly<z.infer<typeof submissionBodySchema>>;

export const receiptSchema = z.object({
  number: z.string().describe("số biên nhận / the receipt's number"),
  at: timeSchema,
  sha256: sha256Schema.describe("của nội dung đã nhận / of what was received"),
  roundId: idSchema,
  organisationId: idSchema,
  version: z.int(),
  state: stateSchema,
  isLate: z.boolean(),
  judgedWith: z
    .string()
    .describe("phiên bản quy tắc mà dịch vụ đã kiểm tra / version of the rules the service judged with"),
  warnings: z.int(),
  ...remarksSchema.shape,
});
export type Receipt = Readonly<z.infer<typeof receiptSchema>>;

export const versionLineSchema = z.object({
  number: z.int(),
  receipt: z.string(),
  sha256: sha256Schema,
  at: timeSchema,
  by: actorSchema,
  signedOffBy: actorSchema.nullable(),
  isLate: z.boolean(),
  judgedWith: z.string(),
  lineItems: z.int(),
  errors: z.int(),
  warnings: z.int(),
  totalDong: z.number().nullable(),
  ...remarksSchema.shape,
  fileName: z.string().nullable(),
});

export const stateChangeSchema = z.object({
  at: timeSchema,
  by: actorSchema,
  version: z.int().nullable(),
  action: z.enum(SUBMISSION_ACTIONS),
  from: z.enum(SUBMISSION_STATES),
  to: z.enum(SUBMISSION_STATES),
  why: z.string(),
});

export const submissionSchema = z.object({
  roundId: idSchema,
  organisationId: idSchema,
  state: stateSchema,
  isLocked: z.boolean(),
  unlockRequest: z.object({ at: timeSchema, by: actorSchema, why: z.string() }).nullable(),
  latestVersion: z.int(),
  versions: z.array(versionLineSchema),
  history: z.array(stateChangeSchema),
});
export type SubmissionAnswer = Readonly<z.infer<typeof submissionSchema>>;

const draftSchema = z.object({
  revision: z.int().describe("đếm các lần lưu; lần lưu sau nêu số này / counts the savings; the next saving names it"),
  savedAt: timeSchema,
  savedBy: actorSchema,
  content: z.object({ sheets: z.array(gridSchema), explanations: z.array(explanationSchema) }),
});

export const lineItemSchema = z.object({
  key: z.string().describe("trang tính và ô của tên: “PL1!B12” / sheet and cell of its name"),
  lineId: z.string().describe("giữ nguyên qua các bản và các đợt / stays the same through versions and rounds"),
  name: z.string(),
  leadAgency: z.string(),
  period: z.string(),
  amountDong: z.number().nullable(),
});

const versionSchema = versionLineSchema.extend({
  sheets: z.array(gridSchema),
  explanations: z.array(explanationSchema),
  plan: planSchema.nullable(),
  appendices: z.array(appendixSchema),
  findings: z.array(toldFindingSchema),
  lines: z.array(lineItemSchema),
});

/** A version's lines beside those of the round before. */
const previousRoundSchema = z.object({
  /** Null when the round names none. */
  round: z.object({ id: idSchema, name: z.string() }).nullable(),
  /** The accepted versions, else the submitted ones: the organisation's own, or those of the provinces that went into it. */
  versions: z.array(z.object({ organisationId: idSchema, organisation: z.string(), version: z.int() })),
  /** In the order of this version; then what is only in the round before. */
  lines: z.array(
    z.object({
      now: lineItemSchema.nullable(),
      before: lineItemSchema.extend({ organisationId: idSchema }).nullable(),
      /** Now − before; null unless both have an amount. */
      differenceDong: z.number().nullable(),
    }),
  ),
});

/** One organisation in one round. */
export const submissionParams = params;
export const BASE = "/rounds/:roundId/submissions/:organisationId";

export const submissionRoutes = {
  sendFile: route({
    method: "post",
    path: `${BASE}/files`,
    says: {
      vi: "Gửi một tệp .xlsx: được đọc và kiểm tra ngay, giữ nguyên từng byte",
      en: "Send an .xlsx: it is read and judged at once and kept byte for byte",
    },
    access: "write-submission",
    params,
    query: z.object({
      fileName: z
        .string()
        .min(1)
        .max(400)
        .describe("tên tệp, có đuôi .xlsx hoặc .xlsm / the file's name, with .xlsx or .xlsm"),
    }),
    body: "bytes",
    answer: z.object({
      fileId: idSchema,
      sha256: sha256Schema,
      appendices: z.array(appendixSchema),
      plan: planSchema.nullable(),
      findings: z.array(toldFindingSchema),
      ...remarksSchema.shape,
    }),
    status: 201,
  }),
  downloadAnnotated: route({
    method: "get",
    path: `${BASE}/files/:fileId/annotated`,
    says: {
      vi: "Tệp đã gửi, đánh dấu các ô có phát hiện; phần còn lại giữ nguyên",
      en: "The file as sent with its findings marked; all else is as it was",
    },
    access: "write-submission",
    params: fileParams,
    answer: "file",
  }),
  downloadFixed: route({
    method: "get",
    path: `${BASE}/files/:fileId/fixed`,
    says: {
      vi: "Tệp đã gửi sau khi áp dụng các cách sửa an toàn; phần còn lại giữ nguyên",
      en: "The file as sent with the safe fixes applied; all else is as it was",
    },
    access: "write-submission",
    params: fileParams,
    answer: "file",
  }),
  submit: route({
    method: "post",
    path: `${BASE}/versions`,
    says: { vi: "Nộp; trả về giấy biên nhận", en: "Submit; answers with a receipt" },
    access: "write-submission",
    params,
    body: submissionBodySchema,
    answer: receiptSchema,
    status: 201,
  }),
  readSubmission: route({
    method: "get",
    path: BASE,
    says: { vi: "Bản nộp: trạng thái, các phiên bản, diễn biến", en: "The submission: state, versions, history" },
    access: "read-submission",
    params,
    answer: submissionSchema,
  }),
  readDraft: route({
    method: "get",
    path: `${BASE}/draft`,
    says: { vi: "Bản nháp", en: "The draft" },
    access: "write-submission",
    params,
    answer: draftSchema,
  }),
  saveDraft: route({
    method: "put",
    path: `${BASE}/draft`,
    says: { vi: "Lưu bản nháp, không kiểm tra", en: "Save the draft, without judging it" },
    access: "write-submission",
    params,
    body: z.object({
      replaces: z.int().min(0).describe("revision mà bạn biết; 0 nếu chưa có / the revision you know; 0 for none"),
      sheets: listOf(gridSchema, 100),
      explanations: listOf(explanationSchema, 5000),
    }),
    answer: draftSchema.omit({ content: true }),
  }),
  readVersion: route({
    method: "get",
    path: `${BASE}/versions/:version`,
    says: { vi: "Một phiên bản, với phát hiện và giải trình", en: "A version with its findings and explanations" },
    access: "read-submission",
    params: versionParams,
    answer: versionSchema,
  }),
  downloadFile: route({
    method: "get",
    path: `${BASE}/versions/:version/file`,
    says: { vi: "Tệp gốc, nguyên từng byte", en: "The original file, byte for byte" },
    access: "read-submission",
    params: versionParams,
    answer: "file",
  }),
  downloadAnnotatedVersion: route({
    method: "get",
    path: `${BASE}/versions/:version/annotated`,
    says: {
      vi: "Tệp gốc của phiên bản, đánh dấu các ô có phát hiện",
      en: "The version's original file with its findings marked",
    },
    access: "read-submission",
    params: versionParams,
    answer: "file",
  }),
  downloadAppendix: route({
    method: "get",
    path: `${BASE}/versions/:version/appendix`,
    says: { vi: "Phụ lục của đơn vị dưới dạng .xlsx", en: "The organisation's appendix as an .xlsx" },
    access: "read-submission",
    params: versionParams,
    answer: "workbook",
  }),
  downloadCheckSheet: route({
    method: "get",
    path: `${BASE}/versions/:version/check-sheet`,
    says: { vi: "Phiếu kiểm tra một trang để ký", en: "The one-page check sheet to be signed" },
    access: "read-submission",
    params: versionParams,
    answer: "workbook",
  }),
  compareVersions: route({
    method: "get",
    path: `${BASE}/versions/:version/changes`,
    says: {
      vi: "Khác biệt từng dòng so với một phiên bản trước",
      en: "Line by line, what changed since an earlier version",
    },
    access: "read-submission",
    params: versionParams,
    query: z.object({ since: wholeFromText(1).describe("số bản trước đó / the earlier version") }),
    answer: versionChangesSchema,
  }),
  compareWithPreviousRound: route({
    method: "get",
    path: `${BASE}/versions/:version/previous-round`,
    says: { vi: "Số liệu của đợt trước bên cạnh đợt này", en: "The previous round's figures beside this round's" },
    access: "read-submission",
    params: versionParams,
    answer: previousRoundSchema,
  }),
  correctLineIdentity: route({
    method: "put",
    path: `${BASE}/versions/:version/line-identities`,
    says: {
      vi: "Chỉ rõ một dòng là nhiệm vụ nào đã có, hoặc là nhiệm vụ mới",
      en: "Say which known line item a line is, or that it is a new one",
    },
    access: "write-submission",
    params: versionParams,
    body: z.object({
      key: z.string().min(3).max(60).describe("trang tính và ô của tên: “PL1!B12” / sheet and cell of its name"),
      lineId: idSchema
        .nullable()
        .describe("nhiệm vụ đã có; null: nhiệm vụ mới / the known line item; null for a new one"),
    }),
    answer: z.object({ lines: z.array(lineItemSchema) }),
  }),
};
