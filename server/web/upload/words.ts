/** What the page for sending a workbook says by itself; what the service answers comes from there. */
import type { Bilingual } from "../../../shared/rule.ts";

const two = (vi: string, en: string): Bilingual => ({ vi, en });
const plural = (count: number, one: string): string => `${String(count)} ${count === 1 ? one : `${one}s`}`;

export const UPLOAD = {
  title: two("Nộp tệp Excel", "Submit a workbook"),
  crumbs: two("Vị trí", "Where you are"),
  submission: two("Xem bản nộp", "See the submission"),
  deadline: two("Hạn nộp", "Deadline"),
  latest: two("Bản mới nhất", "Latest version"),
  none: two("chưa có", "none yet"),
  state: two("Tình trạng", "State"),
  notYours: two(
    "Chỉ người nộp của chính đơn vị này được gửi và nộp tệp tại đây. Tài khoản của bạn xem được bản nộp ở trang khác.",
    "Only submitters of this very organisation send workbooks here. Your account may look at what was submitted.",
  ),
  notExpected: two("Đợt này không yêu cầu đơn vị nộp.", "This round does not expect the organisation."),
  preparing: two(
    "Đợt đang chuẩn bị, chưa nhận tệp. Xin quay lại khi đơn vị tổng hợp mở đợt.",
    "The round is being prepared and takes nothing yet. Please come back once it is opened.",
  ),
  closed: two(
    "Đợt đã đóng, không nhận tệp nữa. Nếu cần nộp, xin đề nghị đơn vị tổng hợp mở lại đợt cho đơn vị của bạn.",
    "The round is closed and takes nothing more. If you have to submit, please ask for it to be reopened for your organisation.",
  ),
  reopened: (until: Bilingual): Bilingual =>
    two(`Đợt được mở lại cho đơn vị của bạn đến ${until.vi}.`, `Reopened for your organisation until ${until.en}.`),
  late: two("Đã quá hạn: bản nộp sẽ được ghi là nộp muộn.", "The deadline has passed: it will be marked late."),
  locked: two(
    "Bản nộp đang khóa: bạn kiểm tra tệp được nhưng chưa nộp được. Xin gửi đề nghị mở khóa ở trang bản nộp.",
    "The submission is locked: you may have a workbook checked, and not submit it. Please ask for it to be unlocked on the submission's page.",
  ),
  needsSignOff: two(
    "Đợt này cần hai người: bạn lập, người thứ hai của đơn vị duyệt thì bản mới được tính là đã nộp.",
    "This round needs two people: it counts once a second person of your organisation signs it off.",
  ),
  templates: two("Mẫu biểu trống", "Blank forms"),
  templatesSay: two(
    "Tải mẫu đúng của đợt này rồi điền trong Excel.",
    "The right forms of this round, to be filled in Excel.",
  ),
} as const;

export const FILE = {
  heading: two("Tệp cần kiểm tra và nộp", "The workbook to be checked and submitted"),
  drop: two("Kéo tệp .xlsx hoặc .xlsm và thả vào đây", "Drop an .xlsx or .xlsm here"),
  choose: two("Chọn tệp…", "Choose a file…"),
  chooseOther: two("Chọn tệp khác…", "Choose another file…"),
  replaces: two("Tệp gửi sau thay tệp này.", "A file sent later takes its place."),
  says: two(
    "Tệp được đọc và kiểm tra ngay; chưa nộp cho đến khi bạn bấm “Nộp bản …”.",
    "It is read and checked at once, and submitted only when you press “Submit version …”.",
  ),
  sending: (name: string): Bilingual => two(`Đang gửi “${name}”`, `Sending “${name}”`),
  sentPart: (percent: number): Bilingual => two(`Đã gửi ${String(percent)}%`, `${String(percent)}% sent`),
  judging: two("Đã gửi xong, đang đọc và kiểm tra…", "Sent; being read and checked…"),
  cancel: two("Dừng gửi", "Stop sending"),
  cancelled: two("Đã dừng gửi tệp.", "Sending was stopped."),
  notWhileSubmitting: two(
    "Tệp trước đang được nộp, chưa biết kết quả. Xin chờ, hoặc bấm “Thử lại”, rồi hãy gửi tệp khác.",
    "The file before is being submitted, and what came of it is not known yet. Please wait, or press “Try again”, before sending another.",
  ),
  onlyOne: two("Xin thả từng tệp một: mỗi bản nộp là một tệp.", "Please drop one file: a submission is one workbook."),
  wrongKind: (name: string): Bilingual =>
    two(
      `“${name}” không phải tệp .xlsx hoặc .xlsm. Nếu là tệp .xls, xin mở bằng Excel rồi lưu thành .xlsx.`,
      `“${name}” is no .xlsx or .xlsm. An .xls is to be opened in Excel and saved as .xlsx.`,
    ),
  empty: (name: string): Bilingual => two(`“${name}” là tệp rỗng.`, `“${name}” is empty.`),
  unreachable: two(
    "Chưa gửi được tệp: mất kết nối với dịch vụ, hoặc tệp lớn hơn mức cho phép. Xin kiểm tra mạng và thử lại.",
    "The file could not be sent: the service can't be reached, or the file is larger than allowed. Please check the network and try again.",
  ),
  garbled: two(
    "Có phản hồi, nhưng không phải của dịch vụ Phụ Lục. Xin kiểm tra mạng, hoặc báo người quản trị.",
    "Something answered that is not the Phụ Lục service. Please check the network, or tell the administrator.",
  ),
  again: two("Gửi lại", "Send again"),
} as const;

export const FOUND = {
  heading: two("Kết quả kiểm tra", "What was found"),
  clean: two("Không tìm thấy gì cần sửa.", "Nothing was found that needs mending."),
  show: two("Chọn loại phát hiện cần xem", "Which findings to show"),
  all: two("Tất cả", "All"),
  sheet: (name: string): Bilingual => two(`Trang tính “${name}”`, `Sheet “${name}”`),
  workbook: two("Cả tệp", "The whole workbook"),
  count: (count: number): Bilingual => two(`${String(count)} phát hiện`, plural(count, "finding")),
  isSafe: two("sửa tự động được", "can be mended for you"),
  mustExplain: two("phải giải trình", "to be explained"),
  why: two("Quy tắc", "Rule"),
  whyOf: (rule: string): Bilingual => two(`Quy tắc: ${rule}`, `Rule: ${rule}`),
  explain: two("Giải trình", "Explain"),
  explainHint: two("Vì sao số liệu này đúng; ít nhất 3 ký tự.", "Why it is right as it stands; at least 3 letters."),
  takenFrom: (version: number): Bilingual =>
    two(
      `Lấy từ bản ${String(version)}; xin sửa nếu không còn đúng.`,
      `Taken from version ${String(version)}; please change it if it no longer holds.`,
    ),
  tooShort: two("Xin ghi ít nhất 3 ký tự.", "Please write at least 3 letters."),
} as const;

export const SUMMARY = {
  heading: two("Trước khi nộp", "Before submitting"),
  contents: (appendices: number, lines: number): Bilingual =>
    two(
      `${String(appendices)} phụ lục, ${String(lines)} nhiệm vụ, dự án`,
      `${String(appendices)} appendices, ${plural(lines, "line item")}`,
    ),
  stopped: (what: Bilingual): Bilingual =>
    two(`Chưa nộp được: còn ${what.vi}.`, `It can't be submitted yet: ${what.en} left.`),
  stoppedHint: two(
    "Sửa lỗi trong Excel, lưu rồi thả lại tệp; cảnh báo thì giải trình ngay tại đây.",
    "Mend errors in Excel, save and drop the file again; warnings are explained here.",
  ),
  noAppendix: two(
    "Chưa nộp được: không tìm thấy phụ lục nào trong tệp.",
    "It can't be submitted: no appendix is found in the file.",
  ),
  nothingStops: two("Không còn gì cản trở việc nộp.", "Nothing keeps it from being submitted."),
  missingForms: two("Còn thiếu biểu đợt yêu cầu:", "Forms the round asks for and the file lacks:"),
  otherYears: two("Trang tính của năm khác với đợt:", "Sheets for other years than the round's:"),
  remarksHint: two(
    "Điều này không cản trở việc nộp; đơn vị tổng hợp sẽ thấy.",
    "This does not keep it from being submitted; it will be seen.",
  ),
  totals: two("Số liệu đọc được", "What the file adds up to"),
  plan: two("Văn bản kế hoạch ghi", "The plan's text says"),
  unit: (unit: Bilingual): Bilingual => two(`Đơn vị tính: ${unit.vi}.`, `In ${unit.en}.`),
  unitUnknown: two("chưa rõ đơn vị tính", "unit unknown"),
  annotated: two("Tải tệp đã đánh dấu", "Get the marked file"),
  fixed: (count: number): Bilingual =>
    two(`Tải tệp đã sửa các lỗi an toàn (${String(count)})`, `Get the file with safe fixes made (${String(count)})`),
  fixedHint: two(
    "Mở tệp đã sửa bằng Excel để Excel tính lại, lưu, rồi thả vào đây để nộp tệp đã sửa. Ô bị khóa của trang tính được bảo vệ được giữ nguyên.",
    "Open the mended file in Excel so that it recalculates, save it, and drop it here to submit it. Locked cells of protected sheets stay as they are.",
  ),
  submit: (version: number): Bilingual => two(`Nộp bản ${String(version)}`, `Submit version ${String(version)}`),
  prepare: (version: number): Bilingual =>
    two(`Lập bản ${String(version)} chờ duyệt`, `Prepare version ${String(version)} for sign-off`),
} as const;

export const OUTCOME = {
  sending: two("Đang nộp…", "Submitting…"),
  recalling: two(
    "Đang hỏi lại kết quả của lần nộp trước khi tải lại trang…",
    "Asking what came of what was submitted before…",
  ),
  uncertain: two(
    "Chưa biết bản nộp đã đến nơi hay chưa. Xin bấm “Thử lại”: gửi lại không tạo thêm bản thứ hai.",
    "It is not known whether it arrived. Please press “Try again”: nothing is submitted twice.",
  ),
  conflict: (name: string, version: number, at: Bilingual | null): Bilingual =>
    two(
      `Trong lúc đó ${name} đã nộp bản ${String(version)}${at === null ? "" : ` (${at.vi})`}. Xin xem bản đó trước; tệp của bạn chưa được nộp.`,
      `Meanwhile ${name} has submitted version ${String(version)}${at === null ? "" : ` (${at.en})`}. Please look at it first; your file was not submitted.`,
    ),
  compare: (version: number): Bilingual =>
    two(`Xem bản ${String(version)} khác bản trước thế nào`, `See what version ${String(version)} changed`),
  look: (version: number): Bilingual => two(`Xem bản ${String(version)}`, `See version ${String(version)}`),
  instead: (version: number): Bilingual =>
    two(`Đã xem, nộp thay bản ${String(version)}`, `I have looked; submit in place of version ${String(version)}`),
  stopsList: two("Các phát hiện dịch vụ nêu:", "The findings that the service names:"),
  sameReceipt: two("Biên nhận của bản giống hệt:", "Receipt of the very same version:"),
} as const;

export const RECEIPT = {
  submitted: two("Đã nộp", "Submitted"),
  prepared: two("Đã lập, chờ duyệt", "Prepared, waiting for sign-off"),
  preparedHint: two(
    "Người thứ hai của đơn vị mở bản này ở trang bản nộp để duyệt; đến lúc đó bản mới được tính là đã nộp.",
    "A second person of your organisation signs it off on the submission's page; only then does it count.",
  ),
  title: (number: string): Bilingual => two(`Biên nhận ${number}`, `Receipt ${number}`),
  number: two("Số biên nhận", "Receipt"),
  organisation: two("Đơn vị", "Organisation"),
  round: two("Đợt", "Round"),
  version: two("Bản", "Version"),
  at: two("Thời điểm nhận", "Received"),
  atZone: (at: Bilingual): Bilingual => two(`${at.vi} (giờ Việt Nam)`, `${at.en} (Vietnam time)`),
  deadline: two("Hạn nộp", "Deadline"),
  standing: two("So với hạn nộp", "Against the deadline"),
  inTime: two("đúng hạn", "on time"),
  by: two("Người nộp", "Submitted by"),
  preparedBy: two("Người lập", "Prepared by"),
  fileName: two("Tên tệp", "File"),
  lines: two("Số nhiệm vụ, dự án", "Line items"),
  total: two("Tổng số", "Total"),
  sha256: two("Mã băm SHA-256", "SHA-256"),
  warnings: two("Cảnh báo đi kèm", "Warnings that go along"),
  copy: two("Chép biên nhận", "Copy the receipt"),
  copied: two("Đã chép biên nhận.", "The receipt is copied."),
  notCopied: two(
    "Trình duyệt không cho chép. Xin bôi đen rồi chép.",
    "The browser forbids copying. Please select and copy it.",
  ),
  print: two("In", "Print"),
  other: two("Gửi tệp khác", "Send another file"),
} as const;
