/** What the list of rounds says. */
import type { Bilingual } from "../../../shared/rule.ts";

const two = (vi: string, en: string): Bilingual => ({ vi, en });

export const ROUNDS = {
  heading: two("Các đợt", "Rounds"),
  open: two("Đang mở", "Open"),
  preparing: two("Đang chuẩn bị", "In preparation"),
  closed: two("Đã đóng", "Closed"),
  add: two("Lập đợt mới", "Prepare a new round"),
  look: two("Xem tiến độ", "See the progress"),
  none: two("Chưa có đợt nào", "There is no round yet"),
  noneSubmitter: two(
    "Khi đơn vị tổng hợp mở đợt và yêu cầu đơn vị bạn nộp, đợt sẽ hiện ở đây. Trong lúc chờ, bạn có thể kiểm tra phụ lục bằng ngăn Phụ Lục trong Excel.",
    "When a round is opened that expects your organisation, it shows here. Meanwhile you can check your appendix with the pane of Phụ Lục in Excel.",
  ),
  noneAdministrator: two(
    "Hãy lập đợt đầu tiên: đặt tên, hạn nộp, các biểu và các đơn vị phải nộp.",
    "Prepare the first one: its name, deadline, forms, and who has to submit.",
  ),
  noneOther: two(
    "Người quản trị của đơn vị lập đợt; lập xong, đợt sẽ hiện ở đây.",
    "Your organisation's administrator prepares rounds; then they show here.",
  ),
  noneOpen: two("Hiện không có đợt nào đang mở.", "No round is open now."),
} as const;
