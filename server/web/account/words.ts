/** What the account's page says. */
import type { Role } from "../../../shared/api/organisations.ts";
import type { Bilingual } from "../../../shared/rule.ts";

const two = (vi: string, en: string): Bilingual => ({ vi, en });

export const OWN = {
  title: two("Tài khoản của bạn", "Your account"),
  who: two("Bạn là", "Who you are"),
  name: two("Họ và tên", "Name"),
  organisation: two("Đơn vị", "Organisation"),
  role: two("Vai trò", "Role"),
  wrong: two(
    "Họ tên, đơn vị hay vai trò chưa đúng? Xin báo người quản trị của đơn vị.",
    "Is the name, the organisation or the role wrong? Please tell your administrator.",
  ),
  sessions: two("Các phiên đang mở", "Open sessions"),
  sessionsTable: two("Bảng các phiên", "Table of sessions"),
  sessionsSay: two(
    "Mỗi dòng là một trình duyệt hoặc một Excel đang đăng nhập bằng tài khoản của bạn. Nếu có phiên lạ, xin kết thúc phiên đó và đổi mật khẩu.",
    "Each line is a browser or an Excel that is signed in as you. If you don't know one, end it and change your password.",
  ),
  browser: two("Trình duyệt", "Browser"),
  startedAt: two("Đăng nhập lúc", "Signed in"),
  lastUsedAt: two("Dùng gần nhất", "Last used"),
  end: two("Kết thúc", "End"),
  endOf: (browser: Bilingual, at: Bilingual): Bilingual =>
    two(`Kết thúc phiên ${browser.vi}, đăng nhập lúc ${at.vi}`, `End the session ${browser.en}, signed in ${at.en}`),
  ended: two("Đã kết thúc phiên.", "The session is ended."),
  isThis: two("phiên này", "this session"),
  action: two("Thao tác", "Action"),
} as const;

/** What each may do, as server/permissions.ts has it. */
export const ROLE_SAYS: Readonly<Record<Role, Bilingual>> = {
  submitter: two(
    "Kiểm tra, lập, nộp phụ lục của đơn vị mình; duyệt bản do người khác của đơn vị lập; trả lời ý kiến, đề nghị mở khóa.",
    "Checks, prepares and submits the own organisation's appendices; signs off what a colleague prepared; answers comments and asks to unlock.",
  ),
  reviewer: two(
    "Lập, mở, đóng các đợt của đơn vị mình; rà soát, chấp nhận hoặc trả lại bản nộp của các đơn vị trực thuộc; tổng hợp.",
    "Prepares, opens and closes the organisation's rounds; reviews, accepts or returns what organisations below submit; merges.",
  ),
  viewer: two(
    "Xem bản nộp và tệp tổng hợp của đơn vị mình và các đơn vị trực thuộc; không sửa, không nộp.",
    "Reads the submissions and consolidations of the organisation and those below; changes and submits nothing.",
  ),
  administrator: two(
    "Quản lý đơn vị, người dùng và các đợt; xem bản nộp, nhật ký; tổng hợp. Không nộp, không rà soát.",
    "Manages organisations, people and rounds; reads submissions and the log; merges. Neither submits nor reviews.",
  ),
};
