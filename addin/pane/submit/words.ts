/** All that the tab says by itself; what the service or Excel says comes from there. */
/* eslint max-lines: "off" -- a table of sentences */
import type { Bilingual } from "../../../shared/rule.ts";
import type { SyncState } from "../../sync/state.ts";
import { CHANGE_WORDS } from "../kit/change-words.ts";

const two = (vi: string, en: string): Bilingual => ({ vi, en });
/** "1 line", "3 lines", "2 appendices". */
const plural = (count: number, one: string, more = `${one}s`): string => `${String(count)} ${count === 1 ? one : more}`;

export const GENERAL = {
  back: two("Quay lại", "Back"),
  cancel: two("Không", "Cancel"),
  ways: two("Xem thêm", "More"),
  copy: two("Chép", "Copy"),
  copied: two("Đã chép", "Copied"),
  refresh: two("Cập nhật", "Refresh"),
  looking: two("Đang tìm phiên làm việc trước…", "Looking for your last session…"),
  unreachable: two(
    "Chưa kết nối được với dịch vụ. Bạn vẫn làm việc được; bản nộp được giữ lại và tự gửi khi có kết nối.",
    "The service can't be reached. You can go on working: what you submit is kept, and sent when it is back.",
  ),
  more: (left: number): Bilingual => two(`Xem thêm (còn ${String(left)})`, `Show more (${String(left)} left)`),
} as const;

/** What is under way. */
export const BUSY: Readonly<Record<Exclude<SyncState["busy"], null>, Bilingual>> = {
  "signing-in": two("Đang đăng nhập…", "Signing in…"),
  loading: two("Đang tải…", "Loading…"),
  comparing: two("Đang so với bản trước…", "Comparing with the version before…"),
  submitting: two("Đang nộp…", "Submitting…"),
  merging: two("Đang tổng hợp…", "Merging…"),
  opening: two("Đang lấy tệp…", "Fetching the workbook…"),
};

export const SIGN_IN = {
  heading: two("Đăng nhập để nộp", "Sign in to submit"),
  why: two(
    "Việc kiểm tra không cần đăng nhập; chỉ khi nộp mới cần.",
    "Checking needs no sign-in; only submitting does.",
  ),
} as const;

export const ROUND = {
  heading: two("Đợt nộp", "Round"),
  choose: two("Chọn đợt", "Choose a round"),
  none: two(
    "Chưa có đợt nào cho đơn vị của bạn. Khi đơn vị tổng hợp mở đợt, đợt sẽ hiện ở đây.",
    "There is no round for your organisation yet. When one is opened, it shows here.",
  ),
  deadline: two("Hạn nộp", "Deadline"),
  state: two("Tình trạng", "State"),
  years: two("Năm", "Years"),
  own: two("Bản nộp của đơn vị", "Your organisation's submission"),
  version: (number: number): Bilingual => two(`bản ${String(number)}`, `version ${String(number)}`),
  locked: two("đã khóa", "locked"),
  late: two("nộp muộn", "late"),
  whyReturned: two("Lý do trả lại", "Why it was returned"),
  whyWithdrawn: two("Người duyệt trả lại cho người lập", "Given back to the preparer"),
  whyAccepted: two("Ý kiến khi chấp nhận", "Said when accepted"),
  by: (name: string): Bilingual => two(`do ${name} tổng hợp`, `merged by ${name}`),
  said: (name: string, at: Bilingual): Bilingual => two(`${name}, ${at.vi}`, `${name}, ${at.en}`),
  comments: (count: number): Bilingual =>
    two(`Ý kiến cần xử lý (${String(count)})`, `Open comments (${String(count)})`),
  resolvedComments: (count: number): Bilingual =>
    two(`Ý kiến đã xử lý (${String(count)})`, `Resolved comments (${String(count)})`),
  wholeSubmission: two("Cả bản nộp", "The whole submission"),
  wholeSheet: (sheet: string): Bilingual => two(`Trang tính ${sheet}`, `Sheet ${sheet}`),
  goTo: (place: string): Bilingual => two(`Đến ô ${place}`, `Go to ${place}`),
  resolve: two("Đã xử lý", "Mark as resolved"),
  askUnlock: two("Gửi đề nghị mở khóa", "Ask to unlock"),
  unlockWhy: two("Lý do đề nghị mở khóa", "Why it should be unlocked"),
  unlockWhyHint: two("Đơn vị tổng hợp sẽ đọc lý do này.", "The organisation that merges reads this."),
  unlockMissing: two("Xin ghi lý do.", "Please give a reason."),
  history: (count: number): Bilingual => two(`Lịch sử: ${String(count)} bản`, `History: ${plural(count, "version")}`),
} as const;

export const REVIEW = {
  open: (version: number): Bilingual =>
    two(`Xem lại và nộp bản ${String(version)}`, `Review and submit version ${String(version)}`),
  openPrepared: (version: number): Bilingual =>
    two(`Xem lại và lập bản ${String(version)} chờ duyệt`, `Review and prepare version ${String(version)}`),
  heading: (version: number): Bilingual =>
    two(`Trước khi nộp bản ${String(version)}`, `Before submitting version ${String(version)}`),
  reading: two("Đang đọc lại mọi trang tính…", "Reading all sheets anew…"),
  comparing: (version: number): Bilingual =>
    two(`Đang so với bản ${String(version)}…`, `Comparing with version ${String(version)}…`),
  keeping: two("Đang đưa bản nộp vào hộp chờ gửi…", "Keeping it in the outbox…"),
  unread: two(
    "Chưa đọc được tệp; lý do nêu ở đầu ngăn.",
    "The workbook could not be read; why is told at the top of the pane.",
  ),
  again: two("Đọc lại", "Read again"),
  outdated: two(
    "Tệp đã thay đổi sau khi đọc. Xin đọc lại để bản nộp đúng là bản đang mở.",
    "The workbook has changed since it was read. Please read it again, so that what you submit is what is open.",
  ),
  contents: (sheets: number, lines: number): Bilingual =>
    two(
      `${String(sheets)} phụ lục, ${String(lines)} dòng`,
      `${plural(sheets, "appendix", "appendices")}, ${plural(lines, "line")}`,
    ),
  stopped: (what: Bilingual): Bilingual =>
    two(`Chưa nộp được: còn ${what.vi}.`, `It can't be submitted yet: ${what.en} left.`),
  stoppedHint: two(
    "Hãy bấm vào từng mục để đến ô cần sửa, trả lời hoặc giải trình.",
    "Press each to go to the cell to be mended, answered or explained.",
  ),
  noAppendix: two(
    "Chưa nộp được: không tìm thấy phụ lục nào trong tệp này.",
    "It can't be submitted: no appendix is found in this workbook.",
  ),
  eased: (count: number): Bilingual =>
    two(
      `Đợt này nhận cả ${String(count)} lỗi, câu hỏi còn nêu ở thẻ Kiểm tra; người rà soát sẽ thấy. Nên sửa trước khi nộp nếu được.`,
      `This round takes it in spite of errors or questions still told in the Check tab (${String(count)}); the reviewer sees them. Better mend them first.`,
    ),
  nothingStops: two("Không còn gì cản trở việc nộp.", "Nothing keeps it from being submitted."),
  missingForms: two(
    "Đợt còn yêu cầu các biểu chưa có trong tệp:",
    "The round asks for forms that this workbook lacks:",
  ),
  missingHint: two(
    "Vẫn nộp được; đơn vị tổng hợp sẽ thấy là còn thiếu.",
    "You may submit; it will be seen that they lack.",
  ),
  changes: (version: number): Bilingual =>
    two(`Thay đổi so với bản ${String(version)}`, `Changes since version ${String(version)}`),
  first: two(
    "Đây là bản đầu tiên nên chưa có gì để so sánh.",
    "This is the first version: there is nothing to compare with.",
  ),
  uncompared: two(
    "Chưa so sánh được với bản trước. Vẫn nộp được.",
    "It could not be compared with the version before. You may still submit.",
  ),
  submit: (version: number): Bilingual => two(`Nộp bản ${String(version)}`, `Submit version ${String(version)}`),
  prepare: (version: number): Bilingual =>
    two(`Lập bản ${String(version)} chờ duyệt`, `Prepare version ${String(version)} for sign-off`),
  prepareHint: two(
    "Đợt này cần hai người: bạn lập, người thứ hai của đơn vị ký duyệt trên trang web thì bản mới được tính là đã nộp.",
    "This round needs two people: you prepare it, and it counts once a second person of your organisation signs it off on the web page.",
  ),
  late: two("Bản này sẽ được ghi là nộp muộn.", "This version will be marked late."),
} as const;

export const CHANGES = {
  same: two(
    "Không có dòng nào thay đổi. Nếu nội dung giống hệt, dịch vụ không tạo bản mới.",
    "No line has changed. Of the very same content the service makes no new version.",
  ),
  ...CHANGE_WORDS,
  unit: (unit: Bilingual): Bilingual => two(`Số tiền tính bằng ${unit.vi}.`, `Amounts are in ${unit.en}.`),
  from: (sections: string): Bilingual => two(`từ ${sections}`, `from ${sections}`),
  becomes: two("thành", "becomes"),
  noSection: two("ngoài các mục", "outside the sections"),
} as const;

export const OUTBOX = {
  heading: two("Bản đang gửi và kết quả", "On its way, and what came of it"),
  what: (round: string, lines: number): Bilingual =>
    two(`${round} · ${String(lines)} dòng`, `${round} · ${plural(lines, "line")}`),
  made: (at: Bilingual): Bilingual => two(`lập lúc ${at.vi}`, `made ${at.en}`),
  waiting: two("Chờ gửi", "Waiting"),
  waitingHint: two(
    "Bản này được giữ trên máy, kể cả khi đóng Excel, và tự gửi khi có kết nối; không bao giờ gửi trùng.",
    "It is kept on this machine, even when Excel closes, and sent when the service is back; never twice.",
  ),
  nextTry: (at: Bilingual): Bilingual => two(`Thử lại lúc ${at.vi}`, `Next try at ${at.en}`),
  tries: (count: number): Bilingual => two(`đã thử ${String(count)} lần`, `tried ${plural(count, "time")}`),
  sendNow: two("Gửi ngay", "Send now"),
  takeBack: two("Không nộp nữa", "Don't submit"),
  takeBackAsk: two(
    "Bỏ bản đang chờ này? Bản này sẽ không được gửi; tệp của bạn giữ nguyên.",
    "Drop the waiting version? It will not be sent; your workbook stays as it is.",
  ),
  takeBackYes: two("Bỏ bản này", "Drop it"),
  sending: two("Đang gửi…", "Sending…"),
  refused: two("Không được nhận", "Not taken"),
  dismiss: two("Bỏ khỏi danh sách", "Take off the list"),
  conflict: two("Có người nộp trước", "Somebody submitted first"),
  settle: two("Xem và chọn từng dòng", "See and choose line by line"),
  reviewAgain: two("Xem khác biệt và nộp lại", "See the difference and submit again"),
  received: (version: number): Bilingual =>
    two(`Đã nhận bản ${String(version)}`, `Version ${String(version)} received`),
  prepared: (version: number): Bilingual =>
    two(`Đã lập bản ${String(version)}, chờ duyệt`, `Version ${String(version)} prepared, waiting for sign-off`),
  receipt: two("Số biên nhận", "Receipt"),
  at: two("Thời điểm nhận", "Received"),
  sha256: two("Mã SHA-256", "SHA-256"),
  copySha256: two("Chép mã SHA-256", "Copy the SHA-256"),
  copyReceipt: two("Chép số biên nhận", "Copy the receipt's number"),
  warnings: two("Cảnh báo", "Warnings"),
  missingForms: two("Còn thiếu biểu", "Forms missing"),
  otherYears: two("Trang tính của năm khác", "Sheets for other years"),
  keptHint: two(
    "Biên nhận được ghi vào thuộc tính của tệp Excel.",
    "The receipt is kept in the workbook's properties.",
  ),
} as const;

export const SETTLE = {
  heading: two("Hai người cùng sửa", "Two people made changes"),
  intro: (version: number): Bilingual =>
    two(
      `Chọn cho từng chỗ khác nhau: giữ của bạn, lấy theo bản ${String(version)}, hay để như trước. Chỗ chỉ một bên sửa đã được chọn sẵn theo bên sửa.`,
      `For each difference choose yours, version ${String(version)}'s, or as it was before. What only one side changed is chosen already.`,
    ),
  mine: two("Của tôi", "Mine"),
  theirs: (version: number): Bilingual => two(`Bản ${String(version)}`, `Version ${String(version)}`),
  before: two("Như trước", "As before"),
  disputed: (count: number): Bilingual =>
    two(`Cần bạn chọn: ${String(count)} dòng`, `For you to choose: ${plural(count, "line")}`),
  settled: (count: number): Bilingual =>
    two(`Đã chọn sẵn: ${String(count)} dòng`, `Chosen already: ${plural(count, "line")}`),
  allMine: two("Lấy tất cả của tôi", "Take all of mine"),
  allTheirs: two("Lấy tất cả của bản kia", "Take all of theirs"),
  undecided: (count: number): Bilingual =>
    two(`Còn ${String(count)} chỗ chưa chọn.`, `${String(count)} still to choose.`),
  apply: two("Ghi vào tệp", "Write into the workbook"),
  applying: two("Đang ghi vào tệp…", "Writing into the workbook…"),
  refused: two(
    "Excel chưa ghi được hết các ô đã chọn. Xin xử lý điều nêu ở đầu ngăn, rồi bấm “Ghi vào tệp” lần nữa.",
    "Excel could not write all the chosen cells. Please see to what is told at the top of the pane, then write again.",
  ),
  untold: two(
    "Dịch vụ chưa đối chiếu được từng dòng của hai bản. Hãy xem tệp của bạn khác bản mới nhất ở đâu, rồi quyết định có nộp hay không.",
    "The service could not lay both versions side by side. See how your workbook differs from the latest version, then decide.",
  ),
  doneHeading: two("Đã ghi", "Written"),
  done: (count: number): Bilingual =>
    count === 0
      ? two("Không ô nào phải đổi.", "No cell had to change.")
      : two(
          `Đã ghi ${String(count)} ô vào tệp; hoàn tác được ở thẻ “Kiểm tra”.`,
          `${plural(count, "cell")} written; this can be undone in the checking tab.`,
        ),
  byHand: two("Xin tự làm các việc sau, rồi nộp lại:", "Please do these by hand, then submit again:"),
  gone: two("Xung đột này đã được giải quyết.", "This conflict has been settled."),
} as const;

export const HISTORY = {
  heading: two("Lịch sử bản nộp", "History of the submission"),
  versions: two("Các bản, mới nhất trước", "Versions, newest first"),
  none: two("Chưa có bản nào.", "There is no version yet."),
  version: (number: number): Bilingual => two(`Bản ${String(number)}`, `Version ${String(number)}`),
  by: two("Người nộp", "By"),
  signedOffBy: two("Người duyệt", "Signed off by"),
  lineItems: two("Số dòng", "Lines"),
  errors: two("Lỗi", "Errors"),
  warnings: two("Cảnh báo", "Warnings"),
  total: two("Tổng kinh phí", "Total"),
  unknownTotal: two("không tính được", "not known"),
  receipt: two("Biên nhận", "Receipt"),
  events: two("Diễn biến", "What happened"),
  noEvents: two("Chưa có gì xảy ra.", "Nothing has happened yet."),
} as const;

export const MERGED = {
  heading: two("Tệp tổng hợp", "Consolidated workbook"),
  intro: two(
    "Tổng hợp các bản nộp của đợt thành một tệp Excel chín trang tính, tổng là công thức.",
    "The round's submissions merged into one workbook of nine sheets, with totals as formulas.",
  ),
  merge: two("Tổng hợp ngay", "Merge now"),
  notYours: two("Tài khoản của bạn không được tổng hợp đợt này.", "Your account may not merge this round."),
  none: two("Đợt này chưa được tổng hợp lần nào.", "This round has not been merged yet."),
  list: two("Các lần tổng hợp, mới nhất trước", "Consolidations, newest first"),
  made: (versions: number, lines: number): Bilingual =>
    two(
      `${String(versions)} bản nộp, ${String(lines)} dòng`,
      `${plural(versions, "submission")}, ${plural(lines, "line")}`,
    ),
  acceptedOnly: two("chỉ bản đã chấp nhận", "accepted versions only"),
  open: two("Mở trong Excel", "Open in Excel"),
  download: two("Tải về", "Download"),
  opened: two("Đã mở thành một tệp mới, chưa lưu.", "Opened as a new workbook, not yet saved."),
  downloaded: two("Đã bắt đầu tải về.", "The download has begun."),
  notOpened: two("Excel không mở được tệp. Hãy dùng “Tải về”.", "Excel could not open it. Please use “Download”."),
} as const;
