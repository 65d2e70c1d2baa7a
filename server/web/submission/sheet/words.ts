/** What the view of the sheets says. */
import type { Bilingual } from "../../../../shared/rule.ts";

const two = (vi: string, en: string): Bilingual => ({ vi, en });
const plural = (count: number, one: string): string => `${String(count)} ${one}${count === 1 ? "" : "s"}`;

export const SHEET = {
  sheets: two("Các trang tính", "Sheets"),
  hidden: two("ẩn", "hidden"),
  table: two("Trang tính {sheet}", "Sheet {sheet}"),
  keys: two(
    "Dùng các phím mũi tên để đi giữa các ô, Enter để đọc điều được nêu về ô.",
    "Arrow keys go between cells; Enter reads what is said of the cell.",
  ),
  gap: (from: number, to: number): Bilingual =>
    two(`Hàng ${String(from)}–${String(to)} để trống`, `Rows ${String(from)}–${String(to)} are blank`),
  hiddenParts: (rows: number, columns: number): Bilingual =>
    two(
      [...(rows > 0 ? [`${String(rows)} hàng ẩn`] : []), ...(columns > 0 ? [`${String(columns)} cột ẩn`] : [])].join(
        ", ",
      ),
      [
        ...(rows > 0 ? [`${plural(rows, "hidden row")}`] : []),
        ...(columns > 0 ? [plural(columns, "hidden column")] : []),
      ].join(", "),
    ),
  showHidden: two("Hiện", "Show"),
  hideHidden: two("Ẩn lại", "Hide again"),
  hiddenAbove: two("có hàng ẩn phía trên", "hidden rows above"),
  hiddenBefore: two("có cột ẩn phía trước", "hidden columns before"),
  leftOut: (count: number): Bilingual =>
    two(
      `Còn ${String(count)} cột ở bên phải không hiện ở đây; xin xem trong tệp gốc.`,
      `${plural(count, "column")} further right are not shown here; please see the original file.`,
    ),
  printed: two("Trang tính “{sheet}”", "Sheet “{sheet}”"),
  printedPart: two(
    "Chỉ in được các hàng đang hiện. Muốn in cả bảng, xin tải tệp .xlsx.",
    "Only the rows in sight are printed. To print all of them please download the .xlsx.",
  ),
  noSheet: two("Bản này không có trang tính “{sheet}”.", "This version has no sheet “{sheet}”."),
  blank: two("Trang tính này không có nội dung.", "This sheet is empty."),
  comment: two("có ý kiến", "commented"),
  draft: two("có ý kiến đang ghi", "being commented on"),
  related: two("ô có liên quan", "concerned"),
} as const;

export const CELL = {
  heading: two("Ô {cell}", "Cell {cell}"),
  wholeSheet: two("Cả trang “{sheet}”", "The whole sheet “{sheet}”"),
  whole: two("Cả bản nộp", "The whole submission"),
  value: two("Giá trị", "Value"),
  formula: two("Công thức", "Formula"),
  line: two("Dòng", "Line"),
  blank: two("(trống)", "(blank)"),
  nothing: two("Không có phát hiện hay ý kiến nào tại ô này.", "Nothing is said of this cell."),
  back: two("Về bảng", "Back to the sheet"),
} as const;

export const PANEL = {
  label: two("Điều được nêu về bản nộp", "What is said of the submission"),
  tabs: two("Xem danh sách", "Lists"),
  findings: two("Phát hiện", "Findings"),
  comments: two("Ý kiến", "Comments"),
  explanations: two("Giải trình", "Explanations"),
  search: two("Tìm trong các phát hiện", "Search the findings"),
  severities: two("Mức", "Severity"),
  noFindings: two("Không có phát hiện nào.", "There are no findings."),
  noMatch: two("Không có phát hiện nào như vậy.", "No finding is like that."),
  noComments: two("Chưa có ý kiến nào.", "There are no comments yet."),
  noExplanations: two("Đơn vị không gửi giải trình nào.", "No explanations were given."),
  rule: two("Quy tắc", "Rule"),
  explained: two("Giải trình của đơn vị", "The organisation's explanation"),
  hasExplanation: two("đã giải trình", "explained"),
  others: (count: string): Bilingual => two(`và ${count} ô khác`, `and ${count} more`),
  open: (count: number): Bilingual => two(`Chưa xử lý (${String(count)})`, `Open (${String(count)})`),
  resolved: (count: number): Bilingual => two(`Đã xử lý (${String(count)})`, `Dealt with (${String(count)})`),
  drafts: (count: number): Bilingual => two(`Đang ghi, chưa gửi (${String(count)})`, `Not sent yet (${String(count)})`),
  resolve: two("Đã xử lý", "Mark as dealt with"),
  resolvedBy: two("{name} đã xử lý lúc {at}", "dealt with by {name} at {at}"),
  said: two("{name}, {at}", "{name}, {at}"),
  at: two("Đến {place}", "Go to {place}"),
  write: two("Ghi ý kiến tại ô này", "Comment on this cell"),
  writeSheet: two("Ghi ý kiến về cả trang này", "Comment on this sheet"),
  writeWhole: two("Ghi ý kiến chung về bản nộp", "Comment on the whole submission"),
  kept: two(
    "Được giữ trong trình duyệt này và gửi kèm khi bạn trả lại bản nộp; hoặc gửi ngay.",
    "Kept in this browser and sent along when you return the submission; or send it now.",
  ),
  printedMore: (count: number): Bilingual =>
    two(
      `Còn ${String(count)} mục không in ở đây; xin xem trong tệp có đánh dấu.`,
      `${String(count)} more are not printed here; please see the marked file.`,
    ),
  sendNow: two("Gửi ngay", "Send now"),
  sent: two("Đã gửi ý kiến.", "Your comment is sent."),
} as const;
