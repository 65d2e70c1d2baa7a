/** The tree ministry › provinces › departments and communes, and the people in it. */
import * as z from "zod";
import { ORGANISATION_KINDS } from "../organisation-kinds.ts";
import { route } from "./route.ts";
import { emailSchema, idSchema, nameSchema, timeSchema } from "./values.ts";

/**
 * submitter: for their own organisation. reviewer: of what the organisations below theirs submit. viewer: reads what both
 * do. administrator: organisations, people and rounds; neither submits nor reviews.
 */
export const ROLES = ["submitter", "reviewer", "viewer", "administrator"] as const;
export type Role = (typeof ROLES)[number];

export const organisationSchema = z.object({
  id: idSchema,
  parentId: idSchema.nullable(),
  kind: z.enum(ORGANISATION_KINDS),
  name: z.string(),
  successorId: idSchema
    .nullable()
    .describe("tỉnh hiện nay đã nhận tỉnh cũ này / the province of today that this former one went into"),
  isClosed: z.boolean(),
});
export type Organisation = Readonly<z.infer<typeof organisationSchema>>;

export const personSchema = z.object({
  id: idSchema,
  organisationId: idSchema,
  name: z.string(),
  email: z.string(),
  role: z
    .enum(ROLES)
    .describe("người nộp, người rà soát, người xem, quản trị / who submits, reviews, reads, administers"),
  isActive: z.boolean(),
  mustChangePassword: z.boolean(),
  lockedUntil: timeSchema.nullable(),
  lastSignInAt: timeSchema.nullable(),
});
export type PersonAnswer = Readonly<z.infer<typeof personSchema>>;

/** One of a person's sessions: a browser or an Excel in which they are signed in. */
export const sessionLineSchema = z.object({
  id: idSchema,
  startedAt: timeSchema,
  lastUsedAt: timeSchema.describe("lần gia hạn gần nhất / when it was last renewed"),
  expiresAt: timeSchema,
  userAgent: z.string().describe("như trình duyệt tự khai; có thể để trống / as the browser says; may be empty"),
  isCurrent: z.boolean().describe("phiên đang hỏi / the one that asks"),
});

const newPersonSchema = z.object({ name: nameSchema(120), email: emailSchema, role: z.enum(ROLES) });
const organisationParams = z.object({ organisationId: idSchema });
const personParams = z.object({ personId: idSchema });

export const organisationRoutes = {
  listOrganisations: route({
    method: "get",
    path: "/organisations",
    says: { vi: "Cây đơn vị", en: "The tree of organisations" },
    access: "signed-in",
    answer: z.object({ organisations: z.array(organisationSchema) }),
  }),
  addOrganisation: route({
    method: "post",
    path: "/organisations/:organisationId/organisations",
    says: { vi: "Thêm một đơn vị trực thuộc", en: "Add an organisation below this one" },
    access: "manage-organisations",
    params: organisationParams,
    body: z.object({ kind: z.enum(ORGANISATION_KINDS), name: nameSchema(200) }),
    answer: organisationSchema,
    status: 201,
  }),
  changeOrganisation: route({
    method: "patch",
    path: "/organisations/:organisationId",
    says: { vi: "Đổi tên, đóng hoặc mở lại một đơn vị", en: "Rename, close or reopen an organisation" },
    access: "manage-organisations",
    params: organisationParams,
    body: z.object({ name: nameSchema(200).optional(), isClosed: z.boolean().optional() }),
    answer: organisationSchema,
  }),
  listPeople: route({
    method: "get",
    path: "/organisations/:organisationId/people",
    says: { vi: "Người dùng của một đơn vị", en: "The people of an organisation" },
    access: "read-people",
    params: organisationParams,
    answer: z.object({ people: z.array(personSchema) }),
  }),
  addPerson: route({
    method: "post",
    path: "/organisations/:organisationId/people",
    says: {
      vi: "Thêm người dùng; mật khẩu lần đầu chỉ hiện một lần",
      en: "Add a person; the first password is shown once",
    },
    access: "manage-people",
    params: organisationParams,
    body: newPersonSchema,
    answer: z.object({ person: personSchema, firstPassword: z.string() }),
    status: 201,
  }),
  changePerson: route({
    method: "patch",
    path: "/people/:personId",
    says: {
      vi: "Sửa họ tên, vai trò, hoặc ngừng một tài khoản",
      en: "Change a person's name or role, or close the account",
    },
    access: "manage-people",
    params: personParams,
    body: z.object({
      name: nameSchema(120).optional(),
      role: z.enum(ROLES).optional(),
      isActive: z.boolean().optional(),
    }),
    answer: personSchema,
  }),
  resetPassword: route({
    method: "post",
    path: "/people/:personId/password-resets",
    says: {
      vi: "Cấp lại mật khẩu lần đầu; mở khóa tài khoản; các phiên kết thúc",
      en: "Give a new first password; the account is unlocked and its sessions end",
    },
    access: "manage-people",
    params: personParams,
    answer: z.object({ firstPassword: z.string() }),
    status: 201,
  }),
  listSessions: route({
    method: "get",
    path: "/people/:personId/sessions",
    says: { vi: "Các phiên đang mở của một người dùng", en: "A person's open sessions" },
    access: "manage-people",
    params: personParams,
    answer: z.object({ sessions: z.array(sessionLineSchema) }),
  }),
  endSessions: route({
    method: "delete",
    path: "/people/:personId/sessions",
    says: { vi: "Kết thúc mọi phiên của một người dùng", en: "End all of a person's sessions" },
    access: "manage-people",
    params: personParams,
    answer: "nothing",
  }),
};
