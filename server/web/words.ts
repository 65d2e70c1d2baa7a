/** What the frame around the pages says, and what several pages say alike. */
import type { Bilingual } from "../../shared/rule.ts";

const two = (vi: string, en: string): Bilingual => ({ vi, en });

export const FRAME = {
  skip: two("Đến nội dung chính", "Skip to the content"),
  nav: two("Các trang", "Pages"),
  rounds: two("Các đợt", "Rounds"),
  admin: two("Quản trị", "Administration"),
  rules: two("Quy tắc", "Rules"),
  help: two("Hướng dẫn", "Guide"),
  account: two("Tài khoản", "Account"),
  signIn: two("Đăng nhập", "Sign in"),
  loading: two("Đang tải…", "Loading…"),
  looking: two("Đang tìm phiên làm việc trước…", "Looking for your last session…"),
  noSuchPage: two("Không có trang này", "There is no such page"),
  noSuchPageSays: two(
    "Địa chỉ này không dẫn đến trang nào. Xin bắt đầu lại từ danh sách các đợt.",
    "This address leads to no page. Please start again from the list of rounds.",
  ),
  notLoaded: two(
    "Không tải được trang. Dịch vụ có thể vừa được cập nhật: xin tải lại trang (F5).",
    "The page could not be loaded. The service may just have been updated: please reload (F5).",
  ),
  inEnglish: two("English", "English"),
  inVietnamese: two("Tiếng Việt", "Tiếng Việt"),
} as const;

export const COMMON = {
  again: two("Thử lại", "Try again"),
  cancel: two("Không", "Cancel"),
  close: two("Đóng", "Close"),
  save: two("Lưu", "Save"),
  more: (left: number): Bilingual => two(`Xem thêm (còn ${String(left)})`, `Show more (${String(left)} left)`),
  copy: two("Chép", "Copy"),
  copied: two("Đã chép", "Copied"),
  download: two("Tải về", "Download"),
  version: (number: number): Bilingual => two(`bản ${String(number)}`, `version ${String(number)}`),
  late: two("nộp muộn", "late"),
  overdue: two("quá hạn", "overdue"),
  locked: two("đã khóa", "locked"),
} as const;
