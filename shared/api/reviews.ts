/** What people do to a submission once it is there: sign-off, review, unlocking, comments on cells. */
import * as z from "zod";
import { listOf } from "../list-of.ts";
import { route } from "./route.ts";
import { BASE, submissionParams as params, submissionSchema } from "./submissions.ts";
import {
  actorSchema,
  cellSchema,
  idSchema,
  optionalWhySchema,
  textSchema,
  timeSchema,
  whySchema,
  wholeFromText,
} from "./values.ts";

const versionParams = params.extend({ version: wholeFromText(1) });

export const commentSchema = z.object({
  id: idSchema,
  version: z.int(),
  /** "" for the submission as a whole. */
  sheet: z.string(),
  /** "" for the sheet as a whole. */
  cell: z.string(),
  text: z.string(),
  at: timeSchema,
  by: actorSchema,
  resolvedAt: timeSchema.nullable(),
  resolvedBy: actorSchema.nullable(),
});
export type CommentAnswer = Readonly<z.infer<typeof commentSchema>>;

const newCommentSchema = z
  .object({
    /** Of the version; "" for the submission as a whole, which has no cells. */
    sheet: z.string().max(31),
    cell: cellSchema.or(z.literal("")),
    text: textSchema(4000),
  })
  .refine(({ sheet, cell }) => sheet !== "" || cell === "", { path: ["cell"] });

const withWhySchema = z.object({ why: whySchema });

export const reviewRoutes = {
  signOff: route({
    method: "post",
    path: `${BASE}/sign-off`,
    says: {
      vi: "Người duyệt ký duyệt bản đã lập; bản nộp được khóa",
      en: "Sign off what was prepared; the submission is locked",
    },
    access: "sign-off",
    params,
    body: z.object({ version: z.int().min(1) }),
    answer: submissionSchema,
  }),
  withdraw: route({
    method: "post",
    path: `${BASE}/withdrawal`,
    says: { vi: "Người duyệt trả lại cho người lập", en: "Give what was prepared back to the preparer" },
    access: "sign-off",
    params,
    body: withWhySchema,
    answer: submissionSchema,
  }),
  returnSubmission: route({
    method: "post",
    path: `${BASE}/return`,
    says: { vi: "Trả lại, kèm lý do và ý kiến tại ô", en: "Return it, with reasons and comments on cells" },
    access: "review",
    params,
    body: z.object({
      version: z.int().min(1),
      why: whySchema,
      comments: listOf(newCommentSchema, 500),
    }),
    answer: submissionSchema,
  }),
  acceptSubmission: route({
    method: "post",
    path: `${BASE}/acceptance`,
    says: { vi: "Chấp nhận", en: "Accept" },
    access: "review",
    params,
    body: z.object({ version: z.int().min(1), why: optionalWhySchema }),
    answer: submissionSchema,
  }),
  requestUnlock: route({
    method: "post",
    path: `${BASE}/unlock-requests`,
    says: { vi: "Đề nghị mở khóa", en: "Ask for it to be unlocked" },
    access: "write-submission",
    params,
    body: withWhySchema,
    answer: submissionSchema,
    status: 201,
  }),
  unlock: route({
    method: "post",
    path: `${BASE}/unlocking`,
    says: { vi: "Mở khóa theo đề nghị", en: "Unlock it, as asked" },
    access: "review",
    params,
    body: withWhySchema,
    answer: submissionSchema,
  }),
  listComments: route({
    method: "get",
    path: `${BASE}/comments`,
    says: { vi: "Ý kiến tại ô", en: "Comments on cells" },
    access: "read-submission",
    params,
    answer: z.object({ comments: z.array(commentSchema) }),
  }),
  addComment: route({
    method: "post",
    path: `${BASE}/versions/:version/comments`,
    says: { vi: "Ghi ý kiến tại một ô", en: "Comment on a cell" },
    access: "review",
    params: versionParams,
    body: newCommentSchema,
    answer: commentSchema,
    status: 201,
  }),
  resolveComment: route({
    method: "post",
    path: `${BASE}/comments/:commentId/resolution`,
    says: { vi: "Đánh dấu một ý kiến là đã xử lý", en: "Mark a comment as dealt with" },
    access: "write-submission",
    params: params.extend({ commentId: idSchema }),
    answer: commentSchema,
  }),
};
