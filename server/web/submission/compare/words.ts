/** What the comparing views of a submission say. */
import type { Bilingual } from "../../../../shared/rule.ts";
import { CHANGE_WORDS } from "../../../../addin/pane/kit/change-words.ts";

const two = (vi: string, en: string): Bilingual => ({ vi, en });
const plural = (count: number, one: string): string => `${String(count)} ${count === 1 ? one : `${one}s`}`;

/** What tables of line items say alike. */
export const LINES = {
  name: two("Nhiệm vụ, dự án", "Line item"),
  leadAgency: two("Chủ trì", "Lead agency"),
  period: two("Thời gian", "Period"),
  amount: two("Số tiền", "Amount"),
  difference: two("Chênh lệch", "Difference"),
  unit: (unit: Bilingual): Bilingual => two(`Số tiền tính bằng ${unit.vi}.`, `Amounts are in ${unit.en}.`),
  search: two("Tìm theo tên, mục, chủ trì", "Search by name, section, lead agency"),
  show: two("Hiện", "Show"),
  largestFirst: two("Số tiền đổi nhiều nhất trước", "Largest change of money first"),
  noneLeft: two("Không có dòng nào khớp với điều đang lọc.", "No line matches what is filtered."),
} as const;

export const COMPARE = {
  heading: two("So sánh hai bản", "Two versions compared"),
  headingOf: (version: number, since: number): Bilingual =>
    two(
      `Bản ${String(version)} so với bản ${String(since)}`,
      `Version ${String(version)} compared with version ${String(since)}`,
    ),
  since: two("Từ bản", "From version"),
  version: two("Đến bản", "To version"),
  choose: two("(chọn một bản)", "(choose a version)"),
  onlyOne: two(
    "Mới có một bản, nên chưa có gì để so. Khi đơn vị nộp lại, khác biệt giữa các bản hiện ở đây.",
    "There is only one version, so there is nothing to compare yet. Once the organisation submits again, the differences show here.",
  ),
  firstVersion: two(
    "Bản 1 là bản đầu tiên, không có bản trước. Xin chọn một bản khác để so.",
    "Version 1 is the first: there is none before it. Please choose another version to compare with.",
  ),
  option: (number: number, at: Bilingual, by: string): Bilingual =>
    two(`${String(number)} · ${at.vi} · ${by}`, `${String(number)} · ${at.en} · ${by}`),
  same: two(
    "Hai bản không khác nhau ở nhiệm vụ, số liệu hay văn bản kế hoạch nào; nếu có khác thì ở tiêu đề hoặc giải trình.",
    "The two versions differ in no line item, figure or text of the plan; if they differ, it is in headings or explanations.",
  ),
  ...CHANGE_WORDS,
  source: two("Phạm vi và nguồn vốn", "Scope and source"),
  row: two("Trang tính, dòng", "Sheet, row"),
  field: two("Nội dung", "Field"),
  before: (version: number): Bilingual => two(`Trước (bản ${String(version)})`, `Before (version ${String(version)})`),
  now: (version: number): Bilingual => two(`Nay (bản ${String(version)})`, `Now (version ${String(version)})`),
  sectionBefore: two("Từ mục", "From section"),
  sectionNow: two("Đến mục", "To section"),
  noSection: two("ngoài các mục", "outside the sections"),
  sheet: two("Trang tính", "Sheet"),
  form: two("Biểu mẫu", "Form"),
  all: two("Mọi thay đổi", "All changes"),
  moneyOnly: two("Chỉ thay đổi số tiền", "Changes of money only"),
  count: (list: Bilingual, count: number): Bilingual =>
    two(`${list.vi} ${String(count)}`, `${list.en} ${String(count)}`),
  jump: two("Đến danh sách", "To a list"),
  shown: (shown: number, all: number): Bilingual =>
    two(
      `Đang hiện ${String(shown)} trong ${String(all)} thay đổi.`,
      `${String(shown)} of ${plural(all, "change")} shown.`,
    ),
} as const;

export const PREVIOUS = {
  heading: two("Bên cạnh đợt trước", "Beside the round before"),
  noRound: two(
    "Đợt này không nêu đợt trước, nên không có gì để đối chiếu. Người rà soát hoặc quản trị của đơn vị mở đợt nêu đợt trước trong nội dung của đợt (Quản trị, Đợt, ô “Đợt trước”); nêu sau khi đã có bản nộp vẫn được.",
    "This round names no round before, so there is nothing to compare with. A reviewer or administrator of the organisation that keeps the round names it in the round's terms (Administration, Rounds, “Round before”), also after versions have been submitted.",
  ),
  noVersions: (round: string): Bilingual =>
    two(
      `Trong đợt “${round}”, đơn vị không có bản nộp nào được nhận. Mọi dòng của đợt này được ghi là mới.`,
      `In the round “${round}” the organisation had no version that counts. Every line of this round is marked as new.`,
    ),
  comparedWith: (round: string): Bilingual => two(`Đối chiếu với đợt “${round}”:`, `Beside the round “${round}”:`),
  source: (organisation: string, version: number): Bilingual =>
    two(`${organisation}, bản ${String(version)}`, `${organisation}, version ${String(version)}`),
  before: two("Đợt trước", "Round before"),
  now: two("Đợt này", "This round"),
  added: two("mới", "new"),
  ended: two("không còn", "ended"),
  beforeCalled: (text: string): Bilingual => two(`đợt trước: ${text}`, `round before: ${text}`),
  of: (organisation: string): Bilingual => two(`của ${organisation}`, `of ${organisation}`),
  total: two("Cộng", "Total"),
  totalShown: two("Cộng các dòng đang hiện", "Total of the lines shown"),
  all: (count: number): Bilingual => two(`Mọi dòng (${String(count)})`, `All lines (${String(count)})`),
  onlyChanged: (count: number): Bilingual =>
    two(`Số tiền thay đổi (${String(count)})`, `Amount changed (${String(count)})`),
  onlyAdded: (count: number): Bilingual => two(`Mới trong đợt này (${String(count)})`, `New (${String(count)})`),
  onlyEnded: (count: number): Bilingual => two(`Không còn (${String(count)})`, `Ended (${String(count)})`),
} as const;

export const OVERLAPS = {
  heading: two("Nhiệm vụ giống của đơn vị khác", "Line items like another organisation's"),
  hint: two(
    "Đây là gợi ý để xem lại, không phải kết luận: máy chỉ so tên, thời gian, chủ trì và số tiền. Hai nhiệm vụ giống tên vẫn có thể là hai việc khác nhau.",
    "This is a hint to look again, not a verdict: only names, periods, lead agencies and amounts are compared. Two line items of the same name may well be two works.",
  ),
  none: two(
    "Không có nhiệm vụ nào của bản này giống nhiệm vụ của đơn vị khác mà bạn được xem.",
    "No line item of this version looks like one of another organisation that you may see.",
  ),
  incomplete: two(
    "Đợt này có quá nhiều nhiệm vụ để so từng cặp, nên không tìm được hết nhiệm vụ giống nhau.",
    "This round has too many line items to compare them all, so not every likeness could be found.",
  ),
  "same-name": two("trùng tên", "same name"),
  "near-name": two("tên gần giống", "similar name"),
  organisation: two("Đơn vị", "Organisation"),
  own: two("bản này", "this version"),
  group: (number: number, name: string): Bilingual =>
    two(`Nhóm ${String(number)}: ${name}`, `Group ${String(number)}: ${name}`),
  count: (groups: number): Bilingual => two(`${String(groups)} nhóm giống nhau`, `${plural(groups, "group")} alike`),
} as const;

export const HISTORY = {
  versions: two("Các bản, mới nhất trước", "Versions, newest first"),
  version: (number: number): Bilingual => two(`Bản ${String(number)}`, `Version ${String(number)}`),
  shown: two("đang xem", "shown"),
  by: two("Người nộp", "By"),
  signedOffBy: two("Người duyệt", "Signed off by"),
  lineItems: two("Nhiệm vụ, dự án", "Line items"),
  errors: two("Lỗi", "Errors"),
  warnings: two("Cảnh báo", "Warnings"),
  total: two("Tổng kinh phí", "Total"),
  unknownTotal: two("chưa xác định", "not known"),
  receipt: two("Biên nhận", "Receipt"),
  hash: two("Mã băm SHA-256", "SHA-256"),
  copyHash: (number: number): Bilingual =>
    two(`Chép mã băm của bản ${String(number)}`, `Copy the hash of version ${String(number)}`),
  hashCopied: (number: number): Bilingual =>
    two(`Đã chép mã băm của bản ${String(number)}.`, `The hash of version ${String(number)} is copied.`),
  hashNotCopied: (hash: string): Bilingual =>
    two(`Trình duyệt không cho chép. Mã băm: ${hash}`, `The browser does not let it be copied. The hash: ${hash}`),
  judgedWith: two("Kiểm tra bằng", "Judged with"),
  rules: (version: string): Bilingual => two(`quy tắc ${version}`, `rules ${version}`),
  fileName: two("Tệp gốc", "Original file"),
  missingForms: two("Còn thiếu biểu", "Forms missing"),
  otherYears: two("Trang tính của năm khác", "Sheets for other years"),
  view: two("Xem bảng", "View"),
  compare: (number: number): Bilingual => two(`So với bản ${String(number)}`, `Compare with version ${String(number)}`),
  appendix: two("Phụ lục (.xlsx)", "Appendix (.xlsx)"),
  file: two("Tệp gốc", "Original file"),
  annotated: two("Tệp gốc có đánh dấu", "Original with findings"),
  checkSheet: two("Phiếu kiểm tra", "Check sheet"),
  ofVersion: (what: Bilingual, number: number): Bilingual =>
    two(`${what.vi}, bản ${String(number)}`, `${what.en}, version ${String(number)}`),
  events: two("Diễn biến, mới nhất trước", "What happened, newest first"),
  noEvents: two("Chưa có gì xảy ra.", "Nothing has happened yet."),
} as const;
