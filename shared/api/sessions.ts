/** Signing in and out. Tokens are bearer tokens in the Authorization header; no cookies. */
import * as z from "zod";
import { ROLES, organisationSchema, sessionLineSchema } from "./organisations.ts";
import { route } from "./route.ts";
import { idSchema, passwordSchema, timeSchema } from "./values.ts";

export const meSchema = z.object({
  id: idSchema,
  name: z.string(),
  email: z.string(),
  role: z.enum(ROLES),
  organisation: organisationSchema,
  mustChangePassword: z.boolean(),
});

export const sessionSchema = z.object({
  accessToken: z.string().describe("gửi kèm mỗi yêu cầu: Authorization: Bearer … / sent with each request"),
  accessExpiresAt: timeSchema,
  refreshToken: z.string().describe("đổi lấy cặp mã mới; mỗi mã dùng một lần / traded once for a new pair"),
  refreshExpiresAt: timeSchema,
  me: meSchema,
});
export type SessionAnswer = z.infer<typeof sessionSchema>;

/** Where a download is found; the ticket is good for it alone. */
const ticketPathSchema = z
  .stringFormat("address", /^\/api\/v1\/[\w\-/.?=&%]{1,500}$/)
  .describe("địa chỉ tải về, ví dụ /api/v1/consolidations/…/workbook / where the download is found");
const tokenSchema = z.string().min(1).max(200);

export const sessionRoutes = {
  readSignInWays: route({
    method: "get",
    path: "/sign-in-ways",
    says: { vi: "Các cách đăng nhập của dịch vụ", en: "The ways to sign in" },
    access: "public",
    answer: z.object({ password: z.literal(true), oidc: z.object({ name: z.string() }).nullable() }),
  }),
  signIn: route({
    method: "post",
    path: "/sessions",
    says: { vi: "Đăng nhập bằng địa chỉ thư điện tử và mật khẩu", en: "Sign in with e-mail address and password" },
    access: "public",
    body: z.object({ email: z.string().min(1).max(200), password: passwordSchema }),
    answer: sessionSchema,
    status: 201,
  }),
  refreshSession: route({
    method: "post",
    path: "/sessions/refresh",
    says: {
      vi: "Gia hạn phiên: mã gia hạn cũ hết hiệu lực, mã mới thay thế",
      en: "Refresh the session: the refresh token is replaced by a new one",
    },
    access: "public",
    body: z.object({ refreshToken: tokenSchema }),
    answer: sessionSchema,
  }),
  signOut: route({
    method: "delete",
    path: "/sessions/current",
    says: { vi: "Đăng xuất", en: "Sign out" },
    access: "signed-in",
    answer: "nothing",
  }),
  signOutEverywhere: route({
    method: "delete",
    path: "/sessions",
    says: { vi: "Đăng xuất khỏi mọi thiết bị", en: "Sign out everywhere" },
    access: "signed-in",
    answer: "nothing",
  }),
  listOwnSessions: route({
    method: "get",
    path: "/sessions",
    says: { vi: "Các phiên đang mở của bạn", en: "Your open sessions" },
    access: "signed-in",
    answer: z.object({ sessions: z.array(sessionLineSchema) }),
  }),
  endOwnSession: route({
    method: "delete",
    path: "/sessions/:sessionId",
    says: { vi: "Kết thúc một phiên của bạn", en: "End one of your sessions" },
    access: "signed-in",
    params: z.object({ sessionId: idSchema }),
    answer: "nothing",
  }),
  readMe: route({
    method: "get",
    path: "/me",
    says: { vi: "Người đang đăng nhập", en: "Who is signed in" },
    access: "signed-in",
    answer: meSchema,
  }),
  changePassword: route({
    method: "put",
    path: "/me/password",
    says: {
      vi: "Đổi mật khẩu; các phiên khác kết thúc",
      en: "Change one's password; other sessions end",
    },
    access: "signed-in",
    body: z.object({ current: passwordSchema, next: passwordSchema }),
    answer: "nothing",
  }),
  startOidc: route({
    method: "get",
    path: "/oidc/start",
    says: { vi: "Bắt đầu đăng nhập một lần (OpenID Connect)", en: "Begin single sign-on (OpenID Connect)" },
    access: "public",
    query: z.object({
      challenge: z
        .stringFormat("challenge", /^[\w-]{43}$/)
        .describe("SHA-256 (base64url) của một bí mật do trang giữ / SHA-256 in base64url of a secret the page keeps"),
    }),
    answer: "redirect",
  }),
  finishOidc: route({
    method: "get",
    path: "/oidc/callback",
    says: {
      vi: "Nơi hệ thống đăng nhập một lần trả người dùng về",
      en: "Where the single sign-on provider sends people back",
    },
    access: "public",
    query: z.looseObject({ state: z.string().max(200).optional() }),
    answer: "redirect",
  }),
  signInWithOidc: route({
    method: "post",
    path: "/sessions/oidc",
    says: { vi: "Đổi mã một lần nhận được lấy phiên làm việc", en: "Trade the one-time code for a session" },
    access: "public",
    body: z.object({ code: tokenSchema, verifier: tokenSchema.describe("chính bí mật đó / that very secret") }),
    answer: sessionSchema,
    status: 201,
  }),
  makeTicket: route({
    method: "post",
    path: "/tickets",
    says: {
      vi: "Lấy liên kết tải về dùng một lần, hết hạn sau một phút",
      en: "Get a download link that works once, for a minute",
    },
    access: "signed-in",
    body: z.object({ path: ticketPathSchema }),
    answer: z.object({ url: z.string(), expiresAt: timeSchema }),
    status: 201,
  }),
};
