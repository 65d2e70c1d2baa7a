/** What a submission's page says by itself. */
/* eslint max-lines: "off" -- a table of sentences */
import type { Bilingual } from "../../../shared/rule.ts";
import type { SubmissionView } from "../places.ts";
import type { ReviewAction } from "./rights.ts";

const two = (vi: string, en: string): Bilingual => ({ vi, en });
const plural = (count: number, one: string): string => `${String(count)} ${one}${count === 1 ? "" : "s"}`;

export const VIEW_NAMES: Readonly<Record<SubmissionView, Bilingual>> = {
  bang: two("Bảng số liệu", "Sheets"),
  "so-sanh": two("So sánh các bản", "Compare versions"),
  "dot-truoc": two("Đợt trước", "Round before"),
  "trung-lap": two("Trùng lặp", "Overlaps"),
  "dien-bien": two("Diễn biến", "History"),
};

export const HEAD = {
  title: two("Bản nộp của {name}", "Submission of {name}"),
  loading: two("Bản nộp", "Submission"),
  rounds: two("Các đợt", "Rounds"),
  views: two("Các cách xem bản nộp", "Views of the submission"),
  picker: two("Phiên bản", "Version"),
  total: two("Tổng kinh phí", "Total"),
  totalUnknown: two("chưa xác định", "not known"),
  lines: two("Nhiệm vụ, dự án", "Line items"),
  findings: two("Phát hiện", "Findings"),
  counts: (errors: number, warnings: number): Bilingual => {
    const vi = [
      ...(errors > 0 ? [`${String(errors)} lỗi`] : []),
      ...(warnings > 0 ? [`${String(warnings)} cảnh báo`] : []),
    ];
    const en = [
      ...(errors > 0 ? [plural(errors, "error")] : []),
      ...(warnings > 0 ? [plural(warnings, "warning")] : []),
    ];
    return two(vi.join(", "), en.join(", "));
  },
  clean: two("không có lỗi, cảnh báo", "no errors or warnings"),
  preparedBy: two("Người lập", "Prepared by"),
  signedOffBy: two("Người ký duyệt", "Signed off by"),
  receipt: two("Biên nhận", "Receipt"),
  deadline: two("hạn nộp {at}", "due {at}"),
  missingForms: two("Còn thiếu biểu", "Forms that are missing"),
  otherYears: two("Trang tính của năm khác", "Sheets for other years"),
  downloads: two("Tải về", "Download"),
  notLatest: (latest: number): Bilingual =>
    two(
      `Bạn đang xem một bản cũ. Bản mới nhất là bản ${String(latest)}.`,
      `This is an earlier version. The latest is version ${String(latest)}.`,
    ),
  toLatest: two("Xem bản mới nhất", "Show the latest"),
  unlockAsked: two("{name} đề nghị mở khóa lúc {at}: {why}", "{name} asked for it to be unlocked at {at}: {why}"),
  whyReturned: two("{name} trả lại lúc {at}: {why}", "{name} returned it at {at}: {why}"),
  whyWithdrawn: two("{name} trả lại người lập lúc {at}: {why}", "{name} gave it back at {at}: {why}"),
  where: two("Vị trí", "Where you are"),
  outdated: two("Trang có thể chưa cập nhật, đang thử lại…", "This may be out of date, trying again…"),
  printed: two("In lúc {at}", "Printed at {at}"),
  away: two("Mất kết nối, đang nối lại…", "Connection lost, reconnecting…"),
  waits: two(
    "Bản này đang chờ người thứ hai của đơn vị ký duyệt.",
    "It waits for a second person of the organisation.",
  ),
} as const;

export const EMPTY = {
  missing: two("Chưa nộp bản nào", "Nothing has been submitted yet"),
  missingSays: two(
    "Khi đơn vị nộp, bản nộp hiện ngay tại đây, không cần tải lại trang.",
    "Once the organisation submits, it shows here without reloading.",
  ),
  draft: two("Mới có bản nháp", "Only a draft so far"),
  draftSays: two(
    "Đơn vị đã lưu bản nháp nhưng chưa nộp; bản nháp chỉ người của đơn vị xem được.",
    "A draft is saved and not submitted; only the organisation's own people see it.",
  ),
  submit: two("Nộp từ tệp .xlsx", "Submit an .xlsx"),
  goOn: two("Tiếp tục và nộp", "Go on and submit"),
  notExpected: two("Đợt này không yêu cầu đơn vị này nộp.", "This round does not ask this organisation to submit."),
  noVersion: (version: number): Bilingual =>
    two(`Không có bản ${String(version)}.`, `There is no version ${String(version)}.`),
} as const;

export const NEWS = {
  version: (version: number): Bilingual =>
    two(`Có bản ${String(version)} vừa nộp`, `Version ${String(version)} has just arrived`),
  by: two("do {name} nộp", "from {name}"),
  see: two("Xem", "Show it"),
  happened: two("{name} vừa {what}.", "{name} {what} just now."),
  commented: two("ghi ý kiến", "commented"),
  resolved: two("đánh dấu một ý kiến là đã xử lý", "marked a comment as dealt with"),
} as const;

interface ActionWords {
  readonly button: Bilingual;
  readonly title: Bilingual;
  readonly says: Bilingual;
  /** What the person writes with it; null for nothing. */
  readonly field: Bilingual | null;
  readonly done: Bilingual;
}

export const ACTIONS: Readonly<Record<ReviewAction, ActionWords>> = {
  accept: {
    button: two("Chấp nhận", "Accept"),
    title: two("Chấp nhận bản {version}", "Accept version {version}"),
    says: two(
      "Bản nộp được khóa và tính vào số liệu đã chấp nhận. Người nộp thấy điều này khi vào trang hoặc mở ngăn Phụ Lục.",
      "The submission is locked and counts among the accepted. Its submitters see it on the page and in the pane.",
    ),
    field: two("Ý kiến (không bắt buộc)", "Note (optional)"),
    done: two("Đã chấp nhận bản {version}.", "Version {version} is accepted."),
  },
  return: {
    button: two("Trả lại", "Return"),
    title: two("Trả lại bản {version}", "Return version {version}"),
    says: two(
      "Đơn vị sửa và nộp bản mới. Người nộp đọc lý do và các ý kiến tại ô ngay trong Excel.",
      "The organisation mends it and submits again. Its submitters read the reasons and the comments in Excel.",
    ),
    field: two("Lý do trả lại", "Reasons"),
    done: two("Đã trả lại bản {version} cho đơn vị.", "Version {version} is returned."),
  },
  unlock: {
    button: two("Mở khóa", "Unlock"),
    title: two("Mở khóa bản nộp", "Unlock the submission"),
    says: two(
      "Đơn vị được nộp bản mới. Bản hiện tại vẫn được tính cho đến khi có bản mới.",
      "The organisation may submit again. What counts now goes on counting until a new version arrives.",
    ),
    field: two("Lý do mở khóa", "Reasons"),
    done: two("Đã mở khóa: đơn vị nộp được bản mới.", "It is unlocked: a new version may be submitted."),
  },
  "sign-off": {
    button: two("Ký duyệt", "Sign off"),
    title: two("Ký duyệt bản {version}", "Sign off version {version}"),
    says: two(
      "Bản này được nộp cho đơn vị tổng hợp và được khóa. Xin xem kỹ số liệu trước khi ký duyệt.",
      "It is submitted to who merges, and locked. Please look at the figures carefully first.",
    ),
    field: null,
    done: two("Đã ký duyệt bản {version}: bản nộp đã được gửi đi.", "Version {version} is signed off and submitted."),
  },
  withdraw: {
    button: two("Trả lại người lập", "Give back to the preparer"),
    title: two("Trả lại người lập", "Give back to the preparer"),
    says: two(
      "Bản này trở lại thành bản nháp để người lập sửa.",
      "It becomes a draft again, for the preparer to change.",
    ),
    field: two("Lý do", "Reasons"),
    done: two("Đã trả lại cho người lập.", "It is back with the preparer."),
  },
  "request-unlock": {
    button: two("Đề nghị mở khóa", "Ask for unlocking"),
    title: two("Đề nghị mở khóa", "Ask for unlocking"),
    says: two(
      "Bản nộp đã khóa. Người rà soát nhận đề nghị và mở khóa để đơn vị nộp bản mới.",
      "The submission is locked. The reviewers read your request and may unlock it.",
    ),
    field: two("Lý do cần nộp lại", "Why it has to be submitted again"),
    done: two("Đã gửi đề nghị mở khóa.", "Your request is sent."),
  },
};

export const ACTING = {
  group: two("Xử lý bản nộp", "What to do with it"),
  newVersion: two("Nộp bản mới", "Submit a new version"),
  whyMissing: two("Xin ghi lý do.", "Please give reasons."),
  sentAlong: (count: number): Bilingual =>
    two(`Gửi kèm ${String(count)} ý kiến đang ghi:`, `Sent along, ${plural(count, "comment")} being written:`),
  noComments: two(
    "Không có ý kiến nào gửi kèm. Muốn góp ý tại ô, xin chọn ô trong bảng và ghi trước khi trả lại.",
    "No comments go along. To comment on a cell, choose it in the sheet and write before returning.",
  ),
  drop: two("Bỏ ý kiến tại {place}", "Drop the comment at {place}"),
  overtaken: two("Đã có người xử lý trước bạn.", "Somebody has acted before you."),
  versionCame: (version: number): Bilingual =>
    two(
      `Trong lúc đó {name} đã nộp bản ${String(version)}, nên không xử lý bản cũ được nữa.`,
      `Meanwhile {name} has submitted version ${String(version)}; the earlier one can't be acted on any more.`,
    ),
  kept: two("Nội dung bạn đã viết vẫn được giữ.", "What you wrote is kept."),
  keptToMove: (version: number): Bilingual =>
    two(
      `Nội dung bạn đã viết vẫn được giữ và chuyển sang bản ${String(version)} được.`,
      `What you wrote is kept, and can be taken to version ${String(version)}.`,
    ),
  see: (version: number): Bilingual => two(`Xem bản ${String(version)}`, `Show version ${String(version)}`),
  leftBehind: (version: number): Bilingual =>
    two(
      `Nội dung bạn đang viết cho bản ${String(version)} vẫn được giữ.`,
      `What you were writing about version ${String(version)} is kept.`,
    ),
  moveHere: two("Chuyển sang bản này", "Take it to this version"),
} as const;
