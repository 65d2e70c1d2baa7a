/** What a round's page says, and what the list of rounds says alike. */
/* eslint max-lines: "off" -- a table of sentences */
import type { RoundEventKind } from "../../../shared/api/rounds.ts";
import type { SubmissionState } from "../../../shared/submission-states.ts";
import type { Bilingual } from "../../../shared/rule.ts";

const two = (vi: string, en: string): Bilingual => ({ vi, en });
/** "1 organisation", "3 organisations". */
const plural = (count: number, one: string): string => `${String(count)} ${count === 1 ? one : `${one}s`}`;

export const ROUND = {
  round: two("Đợt nộp", "Round"),
  rounds: two("Các đợt", "Rounds"),
  toRounds: two("Về danh sách các đợt", "To the list of rounds"),
  where: two("Vị trí của trang", "Where you are"),
  years: two("Giai đoạn", "Years"),
  deadline: two("Hạn nộp", "Deadline"),
  owner: two("Đơn vị tổng hợp", "Merged by"),
  unit: two("Đơn vị tính", "Unit"),
  forms: two("Biểu phải nộp", "Forms asked for"),
  anyForm: two("biểu nào cũng được", "any"),
  needsSignOff: two("Ký duyệt", "Sign-off"),
  twoPeople: two("hai người: lập và duyệt", "two people: one prepares, one signs off"),
  actions: two("Việc của đợt", "What to do with the round"),
  remind: two("Nhắc nộp", "Remind"),
  downloads: two("Tải về", "Downloads"),
  print: two("In trang này", "Print this page"),
  change: two("Sửa đợt", "Change the round"),
  printed: (at: Bilingual): Bilingual => two(`In lúc ${at.vi} (giờ Việt Nam)`, `Printed ${at.en} (Vietnam time)`),
  printedPart: (count: number): Bilingual =>
    two(
      `Chỉ in phần đang hiện. Để in đủ ${String(count)} đơn vị, xin dùng nút “In trang này”.`,
      `Only the part in sight is printed. For all ${String(count)} organisations please use “Print this page”.`,
    ),
  jump: two("Các phần của trang", "Parts of the page"),
  progress: two("Tiến độ nộp", "Progress"),
  money: two("Số liệu", "Figures"),
  merged: two("Tệp tổng hợp", "Consolidations"),
} as const;

export const PROGRESS = {
  handedIn: (count: number, of: number): Bilingual =>
    two(`${String(count)}/${String(of)} đơn vị đã nộp`, `${String(count)} of ${plural(of, "organisation")} submitted`),
  /** Of those that have. */
  ofThem: (parts: readonly Bilingual[]): Bilingual =>
    two(`(${parts.map(({ vi }) => vi).join(", ")})`, `(${parts.map(({ en }) => en).join(", ")})`),
  others: (parts: readonly Bilingual[]): Bilingual =>
    two(parts.map(({ vi }) => `; ${vi}`).join(""), parts.map(({ en }) => `; ${en}`).join("")),
  toReview: (count: number): Bilingual => two(`${String(count)} chờ rà soát`, `${String(count)} to be reviewed`),
  accepted: (count: number): Bilingual => two(`${String(count)} được chấp nhận`, `${String(count)} accepted`),
  returned: (count: number): Bilingual => two(`${String(count)} bị trả lại`, `${String(count)} returned`),
  late: (count: number): Bilingual => two(`${String(count)} nộp muộn`, `${String(count)} late`),
  overdue: (count: number): Bilingual => two(`${String(count)} quá hạn`, `${String(count)} overdue`),
  filters: two("Lọc theo tình trạng", "Filter by state"),
  all: two("Tất cả", "All"),
  lateOnes: two("Nộp muộn", "Late"),
  overdueOnes: two("Quá hạn", "Overdue"),
  unlockAsked: two("Đề nghị mở khóa", "Unlocking asked for"),
  nobody: two("Đợt này chưa yêu cầu đơn vị nào nộp.", "This round expects nobody yet."),
} as const;

export const LIVE = {
  on: two("Trực tiếp", "Live"),
  connecting: two("Đang nối…", "Connecting…"),
  off: two("Mất kết nối, đang nối lại…", "Connection lost, reconnecting…"),
} as const;

/** What just happened. `name` is the organisation's. */
export const NEWS: Readonly<Record<RoundEventKind, Bilingual | null>> = {
  "round-changed": two("Đợt vừa được sửa", "The round was just changed"),
  "round-opened": two("Đợt vừa được mở", "The round was just opened"),
  "round-closed": two("Đợt vừa được đóng", "The round was just closed"),
  reopened: two("Đợt vừa được mở lại cho {name}", "The round was just reopened for {name}"),
  // Not news to anybody else.
  "draft-saved": null,
  prepared: two("{name} vừa lập bản {version}, chờ duyệt", "{name} just prepared version {version} for sign-off"),
  "signed-off": two("{name} vừa ký duyệt bản {version}", "{name} just signed off version {version}"),
  withdrawn: two(
    "Bản {version} của {name} vừa được trả lại người lập",
    "{name} gave version {version} back to its preparer",
  ),
  submitted: two("{name} vừa nộp bản {version}", "{name} just submitted version {version}"),
  returned: two("Bản {version} của {name} vừa bị trả lại", "Version {version} of {name} was just returned"),
  accepted: two("Bản {version} của {name} vừa được chấp nhận", "Version {version} of {name} was just accepted"),
  "unlock-requested": two("{name} vừa đề nghị mở khóa", "{name} just asked for unlocking"),
  unlocked: two("Bản nộp của {name} vừa được mở khóa", "{name} was just unlocked"),
  commented: two("Bản {version} của {name} vừa có thêm ý kiến", "Version {version} of {name} just got a comment"),
  "comment-resolved": two("{name} vừa xử lý một ý kiến", "{name} just dealt with a comment"),
};

export const LIST = {
  name: two("Đơn vị", "Organisation"),
  state: two("Tình trạng", "State"),
  version: two("Bản", "Version"),
  submittedAt: two("Nộp lúc", "Submitted"),
  lineItems: two("Nhiệm vụ, dự án", "Line items"),
  errors: two("Lỗi", "Errors"),
  warnings: two("Cảnh báo", "Warnings"),
  total: (unit: Bilingual): Bilingual => two(`Tổng kinh phí (${unit.vi})`, `Total (${unit.en})`),
  notes: two("Ghi chú", "Notes"),
  label: two("Các đơn vị của đợt", "Organisations of the round"),
  search: two("Tìm đơn vị", "Find an organisation"),
  searchHint: two("Gõ tên, không cần dấu", "Type a name, without marks"),
  shown: (shown: number, all: number): Bilingual =>
    shown === all
      ? two(`${String(all)} đơn vị`, plural(all, "organisation"))
      : two(`Đang hiện ${String(shown)}/${String(all)} đơn vị`, `${String(shown)} of ${plural(all, "organisation")}`),
  none: two("Không có đơn vị nào khớp.", "No organisation matches."),
  showAll: two("Bỏ lọc", "Show all"),
  unlockAsked: two("đề nghị mở khóa", "asks for unlocking"),
  reopened: (at: Bilingual): Bilingual => two(`mở lại đến ${at.vi}`, `reopened until ${at.en}`),
  missingForms: (count: number): Bilingual => two(`thiếu ${String(count)} biểu`, `${plural(count, "form")} missing`),
  otherYears: two("có trang tính năm khác", "has sheets of other years"),
  reopen: two("Mở lại…", "Reopen…"),
  reopenFor: (name: string): Bilingual => two(`Mở lại đợt cho ${name}`, `Reopen the round for ${name}`),
} as const;

export const ACT = {
  open: two("Mở đợt", "Open the round"),
  openAgain: two("Mở lại đợt", "Open it again"),
  close: two("Đóng đợt", "Close the round"),
  openAsk: (name: string): Bilingual => two(`Mở đợt “${name}”?`, `Open the round “${name}”?`),
  closeAsk: (name: string): Bilingual => two(`Đóng đợt “${name}”?`, `Close the round “${name}”?`),
  openSays: (count: number): Bilingual =>
    two(
      `Đợt yêu cầu ${String(count)} đơn vị; đơn vị có tài khoản người nộp nộp được ngay. Sau khi có bản nộp đầu tiên, giai đoạn và các biểu của đợt không sửa được nữa.`,
      `It expects ${plural(count, "organisation")}; those with an account that may submit can do so at once. After the first submission its years and forms can no longer be changed.`,
    ),
  withoutAccount: (count: number): Bilingual =>
    two(
      `${String(count)} đơn vị chưa có tài khoản người nộp nên chưa nộp được.`,
      `${plural(count, "organisation")} without an account that may submit: they can't yet.`,
    ),
  addAccounts: two("Thêm tài khoản ở trang đơn vị", "Add accounts on the page of organisations"),
  openAgainSays: two(
    "Các đơn vị lại nộp được. Bản nộp sau hạn được ghi là nộp muộn.",
    "Organisations can submit again. What comes after the deadline is marked late.",
  ),
  closeSays: two(
    "Các đơn vị sẽ không nộp được nữa, trừ đơn vị được mở lại riêng. Các bản đã nộp giữ nguyên; vẫn rà soát, trả lại, chấp nhận và tổng hợp được. Khi cần, có thể mở lại đợt.",
    "Nobody can submit any more, except organisations it is reopened for. What was submitted stays, and can still be reviewed, returned, accepted and merged. The round can be opened again.",
  ),
  yetToSubmit: (count: number): Bilingual =>
    count === 0
      ? two("Mọi đơn vị đã nộp.", "Everybody has submitted.")
      : two(
          `Còn ${String(count)} đơn vị chưa nộp hoặc phải nộp lại.`,
          `${plural(count, "organisation")} still to submit, or to submit again.`,
        ),
  opened: two("Đã mở đợt.", "The round is open."),
  closed: two("Đã đóng đợt.", "The round is closed."),
  reopenHead: (name: string): Bilingual => two(`Mở lại đợt cho ${name}`, `Reopen the round for ${name}`),
  reopenSays: two(
    "Chỉ đơn vị này nộp được, đến thời điểm dưới đây. Bản nộp sau hạn của đợt vẫn được ghi là nộp muộn.",
    "Only this organisation can submit, until the time below. What comes after the round's deadline is still marked late.",
  ),
  until: two("Cho nộp đến (giờ Việt Nam)", "Until (Vietnam time)"),
  untilSays: (at: Bilingual): Bilingual => two(`Đến ${at.vi}`, `Until ${at.en}`),
  untilPast: two("Xin chọn một thời điểm sau lúc này.", "Please choose a time that is still to come."),
  why: two("Lý do", "Reason"),
  whyHint: two("Được ghi vào nhật ký.", "It is kept in the log."),
  whyMissing: two("Xin ghi lý do.", "Please give a reason."),
  reopen: two("Mở lại", "Reopen"),
  reopened: (name: string): Bilingual => two(`Đã mở lại đợt cho ${name}.`, `The round is reopened for ${name}.`),
} as const;

export const REMIND = {
  heading: (count: number): Bilingual =>
    two(`Còn phải nộp: ${String(count)} đơn vị`, `Yet to submit: ${plural(count, "organisation")}`),
  none: two("Mọi đơn vị đã nộp; không phải nhắc ai.", "Everybody has submitted: there is nobody to remind."),
  noPerson: two("chưa có tài khoản người nộp", "no account that may submit"),
  label: two("Các đơn vị còn phải nộp", "Organisations yet to submit"),
  letter: two("Thư nhắc (sửa được trước khi chép)", "Letter (to be edited before it is copied)"),
  copyLetter: two("Chép thư", "Copy the letter"),
  copyAddresses: (count: number): Bilingual =>
    two(`Chép ${String(count)} địa chỉ thư`, count === 1 ? "Copy 1 address" : `Copy ${String(count)} addresses`),
  copyList: two("Chép danh sách", "Copy the list"),
  anew: two("Soạn lại thư", "Write the letter anew"),
  copiedLetter: two("Đã chép thư.", "The letter is copied."),
  copiedAddresses: two("Đã chép các địa chỉ thư.", "The addresses are copied."),
  copiedList: two("Đã chép danh sách; dán được vào Excel.", "The list is copied; it can be pasted into Excel."),
  notCopied: two(
    "Trình duyệt không cho chép. Xin chọn văn bản rồi bấm Ctrl+C.",
    "The browser does not allow copying. Please select the text and press Ctrl+C.",
  ),
} as const;

export const DOWNLOADS = {
  heading: two("Tải về", "Downloads"),
  findings: two("Mọi phát hiện của các bản nộp (.xlsx)", "All findings of the submissions (.xlsx)"),
  findingsSays: two("Bản mới nhất của từng đơn vị, kèm giải trình.", "Of each latest version, with explanations."),
  archive: two("Toàn bộ đợt để lưu trữ (.zip)", "The whole round, to be filed (.zip)"),
  archiveSays: two(
    "Mọi bản nộp, tệp gốc, phát hiện, ý kiến và nhật ký.",
    "All versions, original files, findings, comments and the log.",
  ),
  templates: two("Mẫu biểu trống (.xlsx)", "Blank forms (.xlsx)"),
  each: two(
    "Tệp của từng đơn vị tải ở trang bản nộp của đơn vị đó; tệp tổng hợp tải ở phần “Tệp tổng hợp”.",
    "Files of one organisation are on the page of its submission; the consolidated workbook is under “Consolidations”.",
  ),
} as const;

export const OWN = {
  heading: two("Bản nộp của đơn vị bạn", "Your organisation's submission"),
  excel: two(
    "Trong Excel, ngăn Phụ Lục cũng nộp được và cho thấy các ý kiến ngay tại ô.",
    "In Excel the pane of Phụ Lục submits too, and shows comments at their cells.",
  ),
  whyReturned: two("Lý do trả lại", "Why it was returned"),
  whyWithdrawn: two("Người duyệt trả lại người lập", "Given back to the preparer"),
  whyAccepted: two("Ý kiến khi chấp nhận", "Said when it was accepted"),
  said: (name: string, at: Bilingual): Bilingual => two(`${name}, ${at.vi}`, `${name}, ${at.en}`),
  submitted: (version: number, at: Bilingual, by: string): Bilingual =>
    two(`Bản ${String(version)}, ${by} nộp lúc ${at.vi}`, `Version ${String(version)}, submitted by ${by} ${at.en}`),
  prepared: (version: number): Bilingual =>
    two(`Bản ${String(version)}, chờ duyệt`, `Version ${String(version)}, waits for sign-off`),
  reopened: (at: Bilingual): Bilingual =>
    two(`Đợt được mở lại cho đơn vị bạn đến ${at.vi}.`, `The round is reopened for you until ${at.en}.`),
  submit: two("Nộp", "Submit"),
  submitNext: two("Nộp bản mới", "Submit a new version"),
  look: two("Xem bản nộp", "See the submission"),
  signOff: two("Xem và ký duyệt", "See it and sign off"),
  total: two("Tổng kinh phí", "Total"),
  findings: two("Lỗi / cảnh báo", "Errors / warnings"),
} as const;

/** What to do next, while the round takes submissions. */
export const NEXT: Readonly<Record<SubmissionState, Bilingual>> = {
  missing: two("Xin nộp tệp Excel của đơn vị trước hạn.", "Please submit your workbook before the deadline."),
  draft: two(
    "Đã lưu bản nháp, chưa nộp. Xin nộp trước hạn.",
    "A draft is saved and nothing submitted yet. Please submit before the deadline.",
  ),
  prepared: two(
    "Bản mới đã lập. Người thứ hai của đơn vị ký duyệt thì bản này mới được tính là đã nộp.",
    "A version is prepared. It counts once a second person of your organisation signs it off.",
  ),
  submitted: two(
    "Đơn vị tổng hợp đang xem xét. Nếu cần sửa, có thể nộp bản mới.",
    "It is being reviewed. If something has to change, a new version may be submitted.",
  ),
  returned: two("Xin sửa theo ý kiến rồi nộp bản mới.", "Please mend it as commented, and submit a new version."),
  accepted: two("Không phải làm gì thêm.", "Nothing more to do."),
};

export const STANDS = {
  overdue: two(
    "Đã quá hạn. Vẫn nộp được; bản nộp được ghi là nộp muộn.",
    "The deadline has passed. You can still submit; it is marked late.",
  ),
  overdueDraft: two(
    "Đã lưu bản nháp, chưa nộp. Đã quá hạn. Vẫn nộp được; bản nộp được ghi là nộp muộn.",
    "A draft is saved and nothing submitted yet. The deadline has passed. You can still submit; it is marked late.",
  ),
  preparing: two("Đợt chưa mở; chưa phải làm gì.", "The round is not open yet: nothing to do."),
  closed: two("Đợt đã đóng, không nhận bản nộp nữa.", "The round is closed and takes no more submissions."),
  locked: two(
    "Bản nộp đã khóa. Nếu cần sửa, xin đề nghị mở khóa ở trang bản nộp.",
    "The submission is locked. If something has to change, ask for unlocking on its page.",
  ),
  unlockAsked: two("Đã đề nghị mở khóa, chờ đơn vị tổng hợp.", "Unlocking is asked for; the answer is awaited."),
} as const;
