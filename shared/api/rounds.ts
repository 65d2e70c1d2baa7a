/** Rounds (đợt): what is asked, of whom, by when; and how far they are. */
import * as z from "zod";
import { FORM_IDS } from "../appendix.ts";
import { SEVERITIES } from "../finding.ts";
import { UNITS } from "../money.ts";
import { remarksSchema } from "../submission.ts";
import { listOf } from "../list-of.ts";
import { SUBMISSION_STATES } from "../submission-states.ts";
import { route } from "./route.ts";
import { actorSchema, idSchema, nameSchema, timeSchema, whySchema, yearSchema } from "./values.ts";

const ROUND_STATES = ["preparing", "open", "closed"] as const;
/** What people do to a submission. submit: a version that counts at once. prepare: a version that waits for a second person. */
export const SUBMISSION_ACTIONS = [
  "save-draft",
  "submit",
  "prepare",
  "sign-off",
  "withdraw",
  "return",
  "accept",
  "request-unlock",
  "unlock",
] as const;
export type SubmissionAction = (typeof SUBMISSION_ACTIONS)[number];

export const stateSchema = z
  .enum(SUBMISSION_STATES)
  .describe(
    "chưa nộp, bản nháp, chờ duyệt, đã nộp, bị trả lại, được chấp nhận / nothing yet, draft, waits for sign-off, submitted, returned, accepted",
  );

export const LONGEST_PLAN_YEARS = 20;

const ruleIdSchema = z.stringFormat("rule", /^[a-z0-9-]{1,60}$/);

export const roundTermsSchema = z.object({
  name: nameSchema(200),
  fromYear: yearSchema,
  toYear: yearSchema,
  formIds: z
    .array(z.enum(FORM_IDS))
    .max(FORM_IDS.length)
    .describe("các biểu phải nộp; để trống: biểu nào cũng được / the forms asked for; empty: any"),
  unit: z.enum(UNITS).describe("đơn vị tính của bản tổng hợp / of the merged workbook"),
  deadline: timeSchema.describe("sau thời điểm này bản nộp được ghi là nộp muộn / what comes later is marked late"),
  expectedIds: listOf(idSchema, 20_000),
  severityOverrides: z
    .record(ruleIdSchema, z.enum([...SEVERITIES, "off"]))
    .describe("mức riêng của đợt cho từng quy tắc / the round's own severity for a rule"),
  explainedRuleIds: z
    .array(ruleIdSchema)
    .max(200)
    .describe("quy tắc mà cảnh báo phải được giải trình / rules whose warnings need an explanation"),
  needsSignOff: z.boolean().describe("người lập và người duyệt là hai người / one person prepares, another signs off"),
  previousRoundId: idSchema
    .nullable()
    .describe("đợt trước, để đối chiếu và nhận ra nhiệm vụ cũ / the round before, for comparison"),
});
export type RoundTerms = Readonly<z.infer<typeof roundTermsSchema>>;

export const roundSchema = roundTermsSchema.extend({
  id: idSchema,
  ownerId: idSchema.describe("đơn vị yêu cầu nộp và tổng hợp / who asks and merges"),
  state: z.enum(ROUND_STATES).describe("đang chuẩn bị, đang mở, đã đóng / preparing, open, closed"),
  createdAt: timeSchema,
});
export type Round = Readonly<z.infer<typeof roundSchema>>;

export const progressLineSchema = z.object({
  organisationId: idSchema,
  name: z.string(),
  state: stateSchema,
  isLate: z.boolean(),
  isLocked: z.boolean(),
  unlockRequested: z.boolean(),
  /** The latest version; null before the first. */
  version: z.int().nullable(),
  submittedAt: timeSchema.nullable(),
  submittedBy: z.string().nullable(),
  lineItems: z.int(),
  errors: z.int(),
  warnings: z.int(),
  totalDong: z.number().nullable(),
  /** Of the latest version. */
  ...remarksSchema.shape,
  reopenedUntil: timeSchema.nullable(),
});
export type ProgressLine = Readonly<z.infer<typeof progressLineSchema>>;

/** What happens in a round; the first three concern all of it, the others one organisation. */
const ROUND_EVENT_KINDS = [
  "round-changed",
  "round-opened",
  "round-closed",
  /** For one organisation, until a time. */
  "reopened",
  "draft-saved",
  /** Waits for the second person's sign-off. */
  "prepared",
  "signed-off",
  /** Given back by the second person to the one who prepared it. */
  "withdrawn",
  "submitted",
  "returned",
  "accepted",
  "unlock-requested",
  "unlocked",
  "commented",
  "comment-resolved",
] as const;
export type RoundEventKind = (typeof ROUND_EVENT_KINDS)[number];

export const roundEventSchema = z.object({
  id: z.int(),
  at: timeSchema,
  roundId: idSchema,
  /** Null when the whole round is meant. */
  organisationId: idSchema.nullable(),
  what: z.enum(ROUND_EVENT_KINDS),
  version: z.int().nullable(),
  by: actorSchema.nullable(),
});
export type RoundEvent = Readonly<z.infer<typeof roundEventSchema>>;

const roundParams = z.object({ roundId: idSchema });

export const roundRoutes = {
  listRounds: route({
    method: "get",
    path: "/rounds",
    says: { vi: "Các đợt mà bạn tham gia hoặc theo dõi", en: "The rounds you take part in or watch" },
    access: "signed-in",
    answer: z.object({ rounds: z.array(roundSchema) }),
  }),
  addRound: route({
    method: "post",
    path: "/organisations/:organisationId/rounds",
    says: { vi: "Lập một đợt mới", en: "Prepare a new round" },
    access: "manage-round",
    params: z.object({ organisationId: idSchema }),
    body: roundTermsSchema,
    answer: roundSchema,
    status: 201,
  }),
  readRound: route({
    method: "get",
    path: "/rounds/:roundId",
    says: { vi: "Một đợt", en: "A round" },
    access: "read-round",
    params: roundParams,
    answer: roundSchema,
  }),
  changeRound: route({
    method: "patch",
    path: "/rounds/:roundId",
    says: { vi: "Sửa một đợt; có ghi nhật ký", en: "Change a round; the change is logged" },
    access: "manage-round",
    params: roundParams,
    body: roundTermsSchema.partial(),
    answer: roundSchema,
  }),
  openRound: route({
    method: "post",
    path: "/rounds/:roundId/open",
    says: { vi: "Mở đợt", en: "Open the round" },
    access: "manage-round",
    params: roundParams,
    answer: roundSchema,
  }),
  closeRound: route({
    method: "post",
    path: "/rounds/:roundId/close",
    says: { vi: "Đóng đợt", en: "Close the round" },
    access: "manage-round",
    params: roundParams,
    answer: roundSchema,
  }),
  reopenForOrganisation: route({
    method: "post",
    path: "/rounds/:roundId/organisations/:organisationId/reopenings",
    says: {
      vi: "Mở lại đợt cho một đơn vị, đến một thời hạn",
      en: "Reopen the round for one organisation, until a time",
    },
    access: "manage-round",
    params: z.object({ roundId: idSchema, organisationId: idSchema }),
    body: z.object({ until: timeSchema, why: whySchema }),
    answer: progressLineSchema,
    status: 201,
  }),
  readProgress: route({
    method: "get",
    path: "/rounds/:roundId/progress",
    says: { vi: "Tình trạng nộp của các đơn vị bạn được xem", en: "Progress of the organisations you may see" },
    access: "read-round",
    params: roundParams,
    answer: z.object({ round: roundSchema, lines: z.array(progressLineSchema) }),
  }),
  watchRound: route({
    method: "get",
    path: "/rounds/:roundId/events",
    says: {
      vi: "Diễn biến của đợt, gửi ngay khi có (server-sent events); nối lại bằng Last-Event-ID",
      en: "What happens in the round, as it happens (server-sent events); resumes by Last-Event-ID",
    },
    access: "read-round",
    params: roundParams,
    answer: "events",
  }),
  downloadArchive: route({
    method: "get",
    path: "/rounds/:roundId/archive",
    says: {
      vi: "Toàn bộ đợt: bản nộp, tệp, phát hiện, nhật ký (zip)",
      en: "The whole round: submissions, files, findings, log (zip)",
    },
    access: "merge",
    params: roundParams,
    answer: "archive",
  }),
};
