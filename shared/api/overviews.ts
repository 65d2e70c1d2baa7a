/** A round at a glance, as it stands now and kept nowhere: sums, who is still to submit, all findings, the same work asked for twice. */
import * as z from "zod";
import { UNITS } from "../money.ts";
import { groupTotalsSchema, organisationTotalsSchema, standingSchema, totalsSchema } from "./consolidation-values.ts";
import { route } from "./route.ts";
import { stateSchema } from "./rounds.ts";
import { BASE, submissionParams } from "./submissions.ts";
import { idSchema, timeSchema, wholeFromText } from "./values.ts";

const roundParams = z.object({ roundId: idSchema });

const overlapLineSchema = z.object({
  organisationId: idSchema,
  organisation: z.string(),
  version: z.int(),
  /** Of the very version that was asked about. */
  isOwn: z.boolean(),
  sheet: z.string(),
  cell: z.string(),
  name: z.string(),
  leadAgency: z.string(),
  period: z.string(),
  amountDong: z.number().nullable(),
});

export const overviewRoutes = {
  readSums: route({
    method: "get",
    path: "/rounds/:roundId/sums",
    says: {
      vi: "Số liệu của đợt vào lúc này, theo nguồn vốn và theo đơn vị; không lưu thành bản tổng hợp",
      en: "The round's sums as they are now, by source and by organisation; no consolidation is kept",
    },
    access: "merge",
    params: roundParams,
    query: z.object({
      level: z.enum(["organisation", "province"]),
      era: z.enum(["then", "today"]),
      acceptedOnly: z.enum(["true", "false"]),
    }),
    answer: z.object({
      at: timeSchema,
      unit: z.enum(UNITS),
      versions: z.int().describe("số bản nộp được cộng / how many submissions are in it"),
      columns: z.array(z.string()).readonly().describe("như của một bản tổng hợp / as of a consolidation"),
      total: totalsSchema,
      groups: z.array(groupTotalsSchema).readonly(),
      organisations: z.array(organisationTotalsSchema).readonly(),
      standing: standingSchema,
    }),
  }),
  listReminders: route({
    method: "get",
    path: "/rounds/:roundId/reminders",
    says: {
      vi: "Các đơn vị còn phải nộp, kèm người nộp để nhắc",
      en: "Organisations that have yet to submit, with whom to remind",
    },
    access: "manage-round",
    params: roundParams,
    answer: z.object({
      lines: z
        .array(
          z.object({
            organisationId: idSchema,
            name: z.string(),
            state: stateSchema,
            isLate: z.boolean(),
            people: z.array(z.object({ name: z.string(), email: z.string() })).readonly(),
          }),
        )
        .readonly(),
    }),
  }),
  downloadFindings: route({
    method: "get",
    path: "/rounds/:roundId/findings",
    says: {
      vi: "Mọi phát hiện của các bản đã nộp và được chấp nhận, kèm giải trình (.xlsx)",
      en: "All findings of what was submitted or accepted, with their explanations (.xlsx)",
    },
    access: "merge",
    params: roundParams,
    answer: "workbook",
  }),
  listOverlaps: route({
    method: "get",
    path: `${BASE}/versions/:version/overlaps`,
    says: {
      vi: "Các nhiệm vụ giống nhiệm vụ của đơn vị khác mà bạn được xem",
      en: "Line items that look the same as another organisation's, of those you may see",
    },
    access: "read-submission",
    params: submissionParams.extend({ version: wholeFromText(1) }),
    answer: z.object({
      isComplete: z
        .boolean()
        .describe("false: có quá nhiều nhiệm vụ để so từng cặp / false: too many line items to compare"),
      overlaps: z
        .array(z.object({ likeness: z.enum(["same-name", "near-name"]), lines: z.array(overlapLineSchema).readonly() }))
        .readonly(),
    }),
  }),
};
