/** What making and changing rounds says. */
import { printCount } from "../../../addin/pane/kit/printing.ts";
import { LONGEST_PLAN_YEARS, type RoundTerms } from "../../../shared/api/rounds.ts";
import type { Severity } from "../../../shared/finding.ts";
import type { Bilingual } from "../../../shared/rule.ts";

const two = (vi: string, en: string): Bilingual => ({ vi, en });

export const ROUNDS = {
  says: two(
    "Các đợt do đơn vị của bạn lập. Chọn một đợt để sửa, mở hoặc đóng.",
    "The rounds of your organisation. Choose one to change, open or close it.",
  ),
  table: two("Các đợt do đơn vị lập", "The organisation's rounds"),
  none: two("Đơn vị chưa lập đợt nào.", "There is no round yet."),
  add: two("Lập đợt mới", "Prepare a new round"),
  columns: [
    two("Tên đợt", "Name"),
    two("Giai đoạn", "Years"),
    two("Tình trạng", "State"),
    two("Hạn nộp", "Deadline"),
    two("Đơn vị phải nộp", "Expected"),
  ],
  all: two("‹ Tất cả các đợt", "‹ All rounds"),
  unknown: two(
    "Không tìm thấy đợt này, hoặc đợt do đơn vị khác lập.",
    "There is no such round, or it belongs to another organisation.",
  ),
  watch: two("Xem tình hình nộp", "See how it goes"),
  open: two("Mở đợt", "Open the round"),
  openAgain: two("Mở lại đợt", "Open the round again"),
  close: two("Đóng đợt", "Close the round"),
  accountless: (without: number, all: number): Bilingual =>
    two(
      `${printCount(without)}/${printCount(all)} đơn vị chưa có tài khoản người nộp: chưa thấy và chưa nộp được cho đợt này.`,
      `${printCount(without)} of ${printCount(all)} organisations have no submitter's account: they can't see the round or submit to it yet.`,
    ),
  addPeople: two("Thêm người dùng", "Add people"),
  askAdministrator: two("Xin đề nghị người quản trị thêm người dùng.", "Please ask an administrator to add people."),
  saveFirst: two(
    "Còn thay đổi chưa lưu: xin lưu trước khi mở hoặc đóng đợt.",
    "Some changes are not saved: please save before opening or closing the round.",
  ),
} as const;

export const EDITOR = {
  newHeading: two("Đợt mới", "A new round"),
  about: two("Đợt", "The round"),
  name: two("Tên đợt", "Name"),
  nameHint: two("Ví dụ: Kế hoạch ứng dụng CNTT năm 2027", "For instance: IT plan for 2027"),
  fromYear: two("Từ năm", "From year"),
  toYear: two("Đến năm", "To year"),
  unit: two("Đơn vị tính của tệp tổng hợp", "Unit of the merged workbook"),
  previous: two("Đợt trước, để đối chiếu", "The round before, for comparison"),
  noPrevious: two("(không có)", "(none)"),
  takeOver: two("Lấy theo điều kiện của đợt trước", "Take over what that round asked"),
  tookOver: two(
    "Đã lấy biểu mẫu, đơn vị tính, đơn vị phải nộp, quy tắc và cách ký duyệt của đợt trước.",
    "Forms, unit, expected organisations, rules and sign-off are taken from the round before.",
  ),
  deadline: two("Hạn nộp", "Deadline"),
  day: two("Ngày", "Day"),
  time: two("Giờ", "Time"),
  zone: two(
    "Theo giờ Việt Nam (GMT+7), dù máy của bạn đặt múi giờ nào. Bản nộp sau thời điểm này được ghi là nộp muộn.",
    "Vietnam time (GMT+7), whatever your machine's clock says. What comes later is marked late.",
  ),
  forms: two("Biểu phải nộp", "Forms asked for"),
  formsHint: two("Không chọn biểu nào: nhận mọi biểu.", "None chosen: any form is taken."),
  anyForm: two("biểu nào cũng được", "any form"),
  expected: two("Đơn vị phải nộp", "Who is expected to submit"),
  chosen: (count: number): Bilingual =>
    two(`Đã chọn ${printCount(count)} đơn vị`, `${printCount(count)} organisations chosen`),
  onlyChosen: two("Chỉ hiện đơn vị đã chọn", "Show only those chosen"),
  clear: two("Bỏ chọn tất cả", "Choose none"),
  presets: {
    today: two("Các tỉnh hiện nay", "All provinces of today"),
    former: two("Các tỉnh trước sắp xếp", "The provinces before the mergers"),
    department: two("Các sở, ban, ngành trực thuộc", "Departments directly below"),
    commune: two("Các xã, phường, đặc khu trực thuộc", "Communes directly below"),
  },
  formerHint: two(
    "“Các tỉnh trước sắp xếp” gồm các tỉnh cũ đã sáp nhập và các tỉnh không sáp nhập (tính theo đơn vị hiện nay).",
    "“Before the mergers”: the former provinces that were merged, and those that were not, as they are today.",
  ),
  signOff: two("Ký duyệt", "Sign-off"),
  needsSignOff: two("Người lập và người duyệt phải là hai người", "One person prepares, another signs off"),
  save: two("Lưu thay đổi", "Save the changes"),
  saveNew: two("Lập đợt", "Prepare the round"),
  undo: two("Bỏ các thay đổi", "Drop the changes"),
  nothingChanged: two("Không có gì thay đổi.", "Nothing has changed."),
  saved: (name: string): Bilingual => two(`Đã lưu đợt “${name}”.`, `“${name}” is saved.`),
  added: (name: string): Bilingual =>
    two(
      `Đã lập đợt “${name}”. Đợt đang chuẩn bị: chưa đơn vị nào thấy cho đến khi bạn mở đợt.`,
      `“${name}” is prepared. Nobody sees it until you open it.`,
    ),
  ask: two("Lưu các thay đổi sau?", "Save these changes?"),
  willChange: two(
    "Đợt đang mở, các đơn vị thấy ngay. Sẽ đổi:",
    "The round is open and everybody sees it at once. To be changed:",
  ),
  willChangeClosed: two("Đợt đã đóng. Sẽ đổi:", "The round is closed. To be changed:"),
  restored: two(
    "Đang sửa dở, chưa lưu: những gì bạn đã nhập lần trước được giữ lại dưới đây.",
    "Being edited, not saved: what you entered before is kept below.",
  ),
  unsaved: two("Có thay đổi chưa lưu.", "Some changes are not saved."),
  faulty: two("Chưa lưu được: xin sửa các chỗ được chỉ ra.", "Not saved: please mend what is pointed out."),
  yes: two("có", "yes"),
  no: two("không", "no"),
  none: two("không", "none"),
} as const;

/** In the list of what changes. In the order of the form, where the first fault is gone to. */
export const TERM_NAMES: Readonly<Record<keyof RoundTerms, Bilingual>> = {
  name: two("tên đợt", "name"),
  fromYear: two("từ năm", "from year"),
  toYear: two("đến năm", "to year"),
  formIds: two("biểu phải nộp", "forms"),
  unit: two("đơn vị tính", "unit"),
  deadline: two("hạn nộp", "deadline"),
  expectedIds: two("đơn vị phải nộp", "who is expected"),
  severityOverrides: two("mức của quy tắc", "severities"),
  explainedRuleIds: two("quy tắc phải giải trình", "rules to be explained"),
  needsSignOff: two("người lập và người duyệt là hai người", "sign-off by a second person"),
  previousRoundId: two("đợt trước", "the round before"),
};

export const CHANGES = {
  added: (names: string): Bilingual => two(`thêm ${names}`, `${names} added`),
  dropped: (names: string): Bilingual => two(`bỏ ${names}`, `${names} dropped`),
  andMore: (count: number): Bilingual => two(`và ${printCount(count)} đơn vị khác`, `and ${printCount(count)} more`),
} as const;

export const FAULTS = {
  name: two("Xin ghi tên đợt.", "Please give the round's name."),
  year: two("Xin ghi một năm từ 1990 đến 2100.", "Please give a year from 1990 to 2100."),
  order: two("Năm cuối phải từ năm đầu trở đi.", "It can't end before it begins."),
  long: two(
    `Kế hoạch không quá ${String(LONGEST_PLAN_YEARS)} năm.`,
    `A plan has at most ${String(LONGEST_PLAN_YEARS)} years.`,
  ),
  deadline: two("Xin ghi ngày và giờ của hạn nộp.", "Please give the deadline's day and time."),
  past: two("Thời điểm này đã qua.", "This moment has passed."),
} as const;

export const RULES = {
  heading: two("Mức của từng quy tắc trong đợt này", "Severity of each rule in this round"),
  says: two(
    "Lỗi: không nộp được. Cảnh báo: nộp được, kèm phát hiện; đánh dấu “Phải giải trình” thì đơn vị phải ghi lý do. Tắt: không kiểm tra.",
    "An error stops a submission. A warning goes along; where “To be explained” is ticked the organisation must say why. Off: it is not checked.",
  ),
  search: two("Tìm quy tắc", "Search the rules"),
  onlyChanged: two("Chỉ hiện quy tắc khác mặc định", "Show only those that differ from their default"),
  changed: (count: number): Bilingual =>
    two(`${printCount(count)} quy tắc khác mặc định`, `${printCount(count)} rules differ from their default`),
  none: two("Không có quy tắc nào phù hợp.", "No rule matches."),
  columns: [two("Kiểm tra gì", "What it checks"), two("Mức", "Severity"), two("Phải giải trình", "To be explained")],
  default: (name: string): Bilingual => two(`mặc định (${name})`, `default (${name})`),
  severityOf: (id: string): Bilingual => two(`Mức của quy tắc ${id}`, `Severity of ${id}`),
  explainOf: (id: string): Bilingual =>
    two(`Cảnh báo của quy tắc ${id} phải được giải trình`, `Warnings of ${id} need an explanation`),
  off: two("tắt", "off"),
  plainDefault: two("mặc định", "default"),
} as const;

/** In the order in which they are offered. */
export const OFFERED: readonly Severity[] = ["error", "ask", "warning", "info"];
