/** What the service answers when it can't do what was asked: one shape (RFC 9457), a code, and a sentence in both languages. */
/* eslint max-lines: "off" -- a table of sentences */
import * as z from "zod";
import type { Bilingual } from "../rule.ts";

export const PROBLEM_CODES = [
  "malformed-request",
  "malformed-json",
  "too-large",
  "unsupported-type",
  "not-found",
  "no-such-route",
  "not-signed-in",
  "session-ended",
  "token-already-used",
  "wrong-password",
  "wrong-current-password",
  "account-locked",
  "account-closed",
  "password-change-required",
  "weak-password",
  "password-reused",
  "too-many-requests",
  "forbidden",
  "oidc-unavailable",
  "oidc-failed",
  "oidc-unknown-person",
  "email-taken",
  "name-taken",
  "organisation-in-use",
  "organisation-closed",
  "wrong-place",
  "unfit-terms",
  "round-in-use",
  "round-not-open",
  "deadline-passed",
  "not-expected",
  "submission-locked",
  "wrong-state",
  "same-person",
  "stops-submission",
  "no-appendix",
  "version-conflict",
  "draft-conflict",
  "unchanged",
  "no-such-sheet",
  "line-identity-taken",
  "idempotency-key-reused",
  "workbook-refused",
  "bad-file-name",
  "ticket-invalid",
  "nothing-to-merge",
  "amount-too-large",
  "consolidation-differs",
  "unknown-core",
  "busy",
  "shutting-down",
  "internal",
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

interface Problem extends Bilingual {
  readonly status: number;
}

/** `{name}` stands for a fact given with the problem. */
export const PROBLEMS: Readonly<Record<ProblemCode, Problem>> = {
  "malformed-request": {
    status: 400,
    vi: "Yêu cầu chưa đúng ở “{where}”: {why}.",
    en: "The request is not right at “{where}”: {whyEn}.",
  },
  "malformed-json": {
    status: 400,
    vi: "Nội dung gửi lên không phải JSON hợp lệ. Xin gửi lại.",
    en: "What was sent is not valid JSON. Please send it again.",
  },
  "too-large": {
    status: 413,
    vi: "Nội dung gửi lên lớn hơn mức cho phép ({limit}).",
    en: "What was sent is larger than allowed ({limit}).",
  },
  "unsupported-type": {
    status: 415,
    vi: "Kiểu nội dung gửi lên không được hỗ trợ; {why}.",
    en: "This type of content is not supported; {whyEn}.",
  },
  "not-found": {
    status: 404,
    vi: "Không tìm thấy {what}, hoặc bạn không có quyền xem.",
    en: "{whatEn} is not found, or is not yours to see.",
  },
  "no-such-route": { status: 404, vi: "Không có địa chỉ này.", en: "There is no such address." },
  "not-signed-in": { status: 401, vi: "Xin đăng nhập.", en: "Please sign in." },
  "session-ended": {
    status: 401,
    vi: "Phiên làm việc đã hết hạn. Xin đăng nhập lại.",
    en: "The session has ended. Please sign in again.",
  },
  "token-already-used": {
    status: 401,
    vi: "Mã gia hạn phiên đã được dùng. Xin đăng nhập lại.",
    en: "This refresh token has been used already. Please sign in again.",
  },
  "wrong-password": {
    status: 401,
    vi: "Địa chỉ thư điện tử hoặc mật khẩu không đúng.",
    en: "The e-mail address or the password is wrong.",
  },
  "wrong-current-password": {
    status: 422,
    vi: "Mật khẩu hiện tại không đúng.",
    en: "The current password is wrong.",
  },
  "account-locked": {
    status: 429,
    vi: "Đăng nhập sai nhiều lần, tài khoản tạm khóa đến {until}.",
    en: "Too many wrong sign-ins: the account is locked until {until}.",
  },
  "account-closed": {
    status: 403,
    vi: "Tài khoản đã ngừng sử dụng. Xin liên hệ người quản trị.",
    en: "This account is closed. Please ask your administrator.",
  },
  "password-change-required": {
    status: 403,
    vi: "Xin đổi mật khẩu lần đầu trước khi tiếp tục.",
    en: "Please change your first password before going on.",
  },
  "weak-password": {
    status: 422,
    vi: "Mật khẩu chưa đủ mạnh: {why}.",
    en: "The password is too weak: {whyEn}.",
  },
  "password-reused": {
    status: 422,
    vi: "Mật khẩu mới phải khác mật khẩu cũ.",
    en: "The new password must differ from the old one.",
  },
  "too-many-requests": {
    status: 429,
    vi: "Có quá nhiều yêu cầu trong thời gian ngắn. Xin thử lại sau ít phút.",
    en: "Too many requests in a short time. Please try again in a few minutes.",
  },
  forbidden: { status: 403, vi: "Bạn không có quyền làm việc này.", en: "You may not do this." },
  "oidc-unavailable": {
    status: 503,
    vi: "Không kết nối được với hệ thống đăng nhập một lần. Xin thử lại, hoặc dùng mật khẩu.",
    en: "The single sign-on provider can't be reached. Please try again, or use a password.",
  },
  "oidc-failed": {
    status: 401,
    vi: "Đăng nhập một lần không thành công. Xin thử lại.",
    en: "Single sign-on did not succeed. Please try again.",
  },
  "oidc-unknown-person": {
    status: 403,
    vi: "Chưa có tài khoản cho “{email}”. Xin liên hệ người quản trị.",
    en: "There is no account for “{email}”. Please ask your administrator.",
  },
  "email-taken": {
    status: 409,
    vi: "Đã có tài khoản dùng địa chỉ thư điện tử “{email}”.",
    en: "An account with the address “{email}” exists already.",
  },
  "name-taken": {
    status: 409,
    vi: "Đã có “{name}” ở cùng cấp.",
    en: "“{name}” exists already at this level.",
  },
  "organisation-in-use": {
    status: 409,
    vi: "Chưa thể đóng đơn vị: {why}.",
    en: "The organisation can't be closed yet: {whyEn}.",
  },
  "organisation-closed": {
    status: 409,
    vi: "Đơn vị “{name}” đã đóng. Xin mở lại đơn vị đó trước.",
    en: "The organisation “{name}” is closed. Please reopen it first.",
  },
  "wrong-place": {
    status: 422,
    vi: "Đơn vị loại “{kind}” không thể trực thuộc đơn vị loại “{above}”.",
    en: "An organisation of the kind “{kindEn}” can't stand below one of the kind “{aboveEn}”.",
  },
  "unfit-terms": {
    status: 422,
    vi: "Chưa thể lập đợt như vậy: {why}.",
    en: "These terms don't fit: {whyEn}.",
  },
  "round-in-use": {
    status: 409,
    vi: "Đợt đã có bản nộp nên không thể đổi {what}.",
    en: "The round has submissions already, so {whatEn} can't change.",
  },
  "round-not-open": {
    status: 409,
    vi: "Đợt “{round}” chưa mở hoặc đã đóng.",
    en: "The round “{round}” is not open.",
  },
  "deadline-passed": {
    status: 409,
    vi: "Đợt “{round}” đã đóng nhận từ {deadline}. Xin đề nghị đơn vị tổng hợp mở lại.",
    en: "The round “{round}” closed to submissions on {deadline}. Please ask for it to be reopened.",
  },
  "not-expected": {
    status: 403,
    vi: "Đợt “{round}” không yêu cầu đơn vị này nộp.",
    en: "The round “{round}” does not expect this organisation.",
  },
  "submission-locked": {
    status: 409,
    vi: "Bản nộp đã khóa. Xin gửi đề nghị mở khóa.",
    en: "The submission is locked. Please ask for it to be unlocked.",
  },
  "wrong-state": {
    status: 409,
    vi: "Không thể {action} khi bản nộp đang ở trạng thái “{state}”.",
    en: "Can't {actionEn} while the submission is “{stateEn}”.",
  },
  "same-person": {
    status: 409,
    vi: "Người duyệt phải khác người lập.",
    en: "The one who signs off must differ from the one who prepared it.",
  },
  "stops-submission": {
    status: 422,
    vi: "Còn {what}. Xin sửa, trả lời hoặc giải trình trước khi nộp.",
    en: "Still left: {whatEn}. Please mend, answer or explain them before submitting.",
  },
  "no-appendix": {
    status: 422,
    vi: "Không tìm thấy phụ lục nào trong nội dung gửi lên.",
    en: "No appendix is found in what was sent.",
  },
  "version-conflict": {
    status: 409,
    vi: "Trong lúc đó {name} đã nộp bản {version}. Xin xem bản đó rồi thực hiện lại; nội dung bạn vừa nộp (nếu có) được giữ làm bản nháp.",
    en: "Meanwhile {name} has submitted version {version}. Please look at it and try again; what you submitted just now, if anything, is kept as a draft.",
  },
  "draft-conflict": {
    status: 409,
    vi: "Bản nháp của bạn đã được lưu ở nơi khác lúc {at}. Xin mở bản đó, xem lại rồi lưu.",
    en: "Your draft was saved elsewhere at {at}. Please open that one, look at it, then save.",
  },
  unchanged: {
    status: 409,
    vi: "Nội dung giống hệt bản {version} đã nộp; không tạo bản mới.",
    en: "The content is the same as version {version}; no new version is made.",
  },
  "no-such-sheet": {
    status: 422,
    vi: "Bản {version} không có trang tính “{sheet}”. Xin chọn lại trang tính.",
    en: "Version {version} has no sheet “{sheet}”. Please choose another sheet.",
  },
  "line-identity-taken": {
    status: 409,
    vi: "Nhiệm vụ, dự án này đã gắn với dòng “{otherName}” ({otherKey}) nên không thể gắn với dòng “{name}” ({key}). Xin sửa dòng kia trước.",
    en: "The line “{otherName}” ({otherKey}) is this line item already, so “{name}” ({key}) can't be. Please correct that line first.",
  },
  "idempotency-key-reused": {
    status: 422,
    vi: "Mã chống nộp trùng này đã dùng cho nội dung khác.",
    en: "This idempotency key was used for other content.",
  },
  "workbook-refused": { status: 422, vi: "{vi}", en: "{en}" },
  "bad-file-name": {
    status: 400,
    vi: "Tên tệp phải kết thúc bằng .xlsx hoặc .xlsm, không quá 200 ký tự, không có đường dẫn hay ký tự điều khiển.",
    en: "The file name must end in .xlsx or .xlsm, with at most 200 characters, no path and no control characters.",
  },
  "ticket-invalid": {
    status: 401,
    vi: "Liên kết tải về đã dùng hoặc hết hạn. Xin lấy liên kết mới.",
    en: "The download link has been used or has expired. Please ask for a new one.",
  },
  "nothing-to-merge": {
    status: 409,
    vi: "Chưa có bản nộp nào để tổng hợp.",
    en: "There is no submission to merge yet.",
  },
  "amount-too-large": {
    status: 422,
    vi: "Tổng số tiền vượt quá 15 chữ số mà Excel giữ được chính xác.",
    en: "A total is larger than the 15 digits Excel keeps exactly.",
  },
  "consolidation-differs": {
    status: 409,
    vi: "Bản tổng hợp làm lại không giống bản đã lưu. Xin tổng hợp lại và đối chiếu.",
    en: "Made again, the consolidation differs from what was kept. Please merge anew and compare.",
  },
  "unknown-core": {
    status: 422,
    vi: "Phiên bản tiện ích ({version}) mới hơn dịch vụ ({own}). Xin cập nhật dịch vụ.",
    en: "The add-in's version ({version}) is newer than the service's ({own}). Please update the service.",
  },
  busy: {
    status: 503,
    vi: "Dịch vụ đang kiểm tra nhiều bản cùng lúc. Xin gửi lại sau ít phút.",
    en: "The service is checking many submissions at this moment. Please send it again in a few minutes.",
  },
  "shutting-down": {
    status: 503,
    vi: "Dịch vụ đang khởi động lại. Xin thử lại sau ít giây.",
    en: "The service is restarting. Please try again in a few seconds.",
  },
  internal: {
    status: 500,
    vi: "Dịch vụ gặp sự cố (mã {reference}). Không có gì bị mất; xin thử lại.",
    en: "The service ran into trouble (reference {reference}). Nothing is lost; please try again.",
  },
};

const factSchema = z.union([z.string(), z.number()]);
export type ProblemFacts = Readonly<Record<string, z.infer<typeof factSchema>>>;

export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(PROBLEM_CODES),
  /** The same as `title`, in both languages. */
  vi: z.string(),
  en: z.string(),
  facts: z.record(z.string(), factSchema),
  /** What belongs to the code: the findings that stop a submission, the receipt of the unchanged version, a conflict's difference. */
  details: z.unknown().optional(),
});
export type ProblemAnswer = z.infer<typeof problemSchema>;

const fill = (sentence: string, facts: ProblemFacts): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? "…"));

export function describeProblem(code: ProblemCode, facts: ProblemFacts, details?: unknown): ProblemAnswer {
  const { status, vi, en } = PROBLEMS[code];
  const said = { vi: fill(vi, facts), en: fill(en, facts) };
  return {
    type: `/api/docs#${code}`,
    title: said.vi,
    status,
    code,
    ...said,
    facts,
    ...(details === undefined ? {} : { details }),
  };
}
