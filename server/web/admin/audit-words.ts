/** What was done, in words: one for each action that the service writes into its log. */
import { ACTION_NAMES } from "../../../shared/names.ts";
import type { Bilingual } from "../../../shared/rule.ts";

const two = (vi: string, en: string): Bilingual => ({ vi, en });

/** After the name of who did it. */
export const AUDIT_ACTIONS: Readonly<Partial<Record<string, Bilingual>>> = {
  ...ACTION_NAMES,
  seed: two("lập danh sách tỉnh, thành phố ban đầu", "entered the provinces at first"),
  "add-person": two("thêm người dùng", "added a person"),
  "change-person": two("sửa thông tin người dùng", "changed a person"),
  "close-person": two("ngừng tài khoản", "closed an account"),
  "reopen-person": two("mở lại tài khoản", "reopened an account"),
  "reset-password": two("cấp lại mật khẩu", "gave a new first password"),
  "unlock-person": two("mở khóa tài khoản", "unlocked an account"),
  "lock-account": two("tạm khóa tài khoản do đăng nhập sai", "locked an account after wrong sign-ins"),
  "change-password": two("đổi mật khẩu", "changed the password"),
  "tie-single-sign-on": two("gắn tài khoản với đăng nhập một lần", "tied an account to the single sign-on"),
  "sign-in": two("đăng nhập", "signed in"),
  "fail-sign-in": two("đăng nhập không thành công", "a sign-in failed"),
  "sign-out": two("đăng xuất", "signed out"),
  "sign-out-everywhere": two("đăng xuất khỏi mọi thiết bị", "signed out everywhere"),
  "end-sessions": two("kết thúc mọi phiên của người dùng", "ended a person's sessions"),
  "end-own-session": two("kết thúc một phiên của mình", "ended a session of their own"),
  "end-stolen-session": two("kết thúc phiên có dấu hiệu bị lộ", "ended a session that seemed stolen"),
  "add-organisation": two("thêm đơn vị", "added an organisation"),
  "rename-organisation": two("đổi tên đơn vị", "renamed an organisation"),
  "close-organisation": two("đóng đơn vị", "closed an organisation"),
  "reopen-organisation": two("mở lại đơn vị", "reopened an organisation"),
  "add-round": two("lập đợt", "prepared a round"),
  "change-round": two("sửa đợt", "changed a round"),
  "open-round": two("mở đợt", "opened a round"),
  "close-round": two("đóng đợt", "closed a round"),
  "reopen-round": two("mở lại đợt cho một đơn vị", "reopened a round for one organisation"),
  "send-file": two("gửi tệp", "sent a file"),
  "issue-receipt": two("cấp biên nhận", "issued a receipt"),
  comment: two("ghi ý kiến", "commented"),
  "resolve-comment": two("đánh dấu ý kiến đã xử lý", "marked a comment as dealt with"),
  "correct-line-identity": two("sửa việc nhận ra nhiệm vụ cũ", "corrected which line item a line is"),
  merge: two("tổng hợp", "merged"),
  "back-up": two("tải bản sao lưu", "downloaded a backup"),
  restore: two("phục hồi từ bản sao lưu", "restored from a backup"),
};

/** What was done something to: the first word of an entry's subject. */
export const SUBJECT_KINDS: Readonly<Partial<Record<string, Bilingual>>> = {
  person: two("Người dùng", "Person"),
  organisation: two("Đơn vị", "Organisation"),
  round: two("Đợt", "Round"),
  submission: two("Bản nộp", "Submission"),
  consolidation: two("Tệp tổng hợp", "Consolidation"),
  service: two("Toàn bộ dịch vụ", "The whole service"),
  database: two("Cơ sở dữ liệu", "The database"),
};

/** What an entry's details tell, by their names. */
export const DETAIL_NAMES: Readonly<Partial<Record<string, Bilingual>>> = {
  after: two("sau", "after"),
  before: two("trước", "before"),
  from: two("từ", "from"),
  to: two("thành", "to"),
  name: two("tên", "name"),
  email: two("thư điện tử", "e-mail"),
  role: two("vai trò", "role"),
  kind: two("loại", "kind"),
  parentId: two("đơn vị cấp trên", "organisation above"),
  sessions: two("số phiên", "sessions"),
  sessionsEnded: two("số phiên đã kết thúc", "sessions ended"),
  way: two("cách đăng nhập", "way"),
  why: two("lý do", "reason"),
  until: two("đến", "until"),
  since: two("từ lúc", "since"),
  failures: two("số lần sai", "failures"),
  version: two("bản", "version"),
  receipt: two("biên nhận", "receipt"),
  sha256: two("mã SHA-256", "SHA-256"),
  size: two("dung lượng (byte)", "size (bytes)"),
  fileId: two("mã tệp", "file"),
  isLate: two("nộp muộn", "late"),
  deadline: two("hạn nộp", "deadline"),
  expectedIds: two("đơn vị phải nộp", "expected"),
  addedIds: two("thêm đơn vị", "added"),
  droppedIds: two("bỏ đơn vị", "dropped"),
  fromYear: two("từ năm", "from year"),
  toYear: two("đến năm", "to year"),
  formIds: two("biểu mẫu", "forms"),
  unit: two("đơn vị tính", "unit"),
  severityOverrides: two("mức của quy tắc", "severities"),
  explainedRuleIds: two("quy tắc phải giải trình", "rules to be explained"),
  needsSignOff: two("cần ký duyệt", "needs sign-off"),
  previousRoundId: two("đợt trước", "previous round"),
  roundId: two("đợt", "round"),
  comments: two("ý kiến", "comments"),
  sheet: two("trang tính", "sheet"),
  cell: two("ô", "cell"),
  rows: two("số dòng", "rows"),
  madeAt: two("sao lưu lúc", "made at"),
  terms: two("điều kiện", "terms"),
  versions: two("số bản nộp", "submissions"),
};

/** Other values that details hold. */
export const WAYS: Readonly<Partial<Record<string, Bilingual>>> = {
  password: two("mật khẩu", "password"),
  oidc: two("đăng nhập một lần", "single sign-on"),
  true: two("có", "yes"),
  false: two("không", "no"),
  off: two("tắt", "off"),
};

export const AUDIT = {
  says: two(
    "Mọi thay đổi đều được ghi, kèm người làm và thời điểm. Mỗi dòng mang mã của dòng trước, nên không ai sửa hay xóa một dòng mà không bị phát hiện.",
    "Every change is kept, with who made it and when. Each entry carries the hash of the one before, so that none can be changed or removed unseen.",
  ),
  table: two("Nhật ký, mới nhất trước", "The log, newest first"),
  columns: [
    two("Số", "No."),
    two("Thời điểm", "When"),
    two("Ai", "Who"),
    two("Việc", "What"),
    two("Đối với", "To what"),
  ],
  details: two("Chi tiết", "Details"),
  detailsOf: (sequence: number): Bilingual =>
    two(`Chi tiết dòng ${String(sequence)}`, `Details of entry ${String(sequence)}`),
  hash: two("mã của dòng", "hash"),
  search: two("Tìm trong các dòng đã tải", "Search what is loaded"),
  found: (found: number, all: number): Bilingual =>
    two(`${String(found)} trong ${String(all)} dòng đã tải`, `${String(found)} of ${String(all)} entries loaded`),
  loaded: (all: number): Bilingual => two(`${String(all)} dòng đã tải`, `${String(all)} entries loaded`),
  none: two("Không có dòng nào phù hợp trong phần đã tải.", "Nothing in what is loaded matches."),
  empty: two("Chưa có dòng nào.", "There is nothing yet."),
  older: two("Tải các dòng cũ hơn", "Load older entries"),
  isAll: two("Đã tải hết nhật ký.", "This is the whole log."),
  refresh: two("Tải lại", "Reload"),
  verify: two("Kiểm tra chuỗi", "Verify the chain"),
  rootOnly: two(
    "Việc kiểm tra cả chuỗi dành cho người quản trị của bộ; bạn xem được phần nhật ký của đơn vị mình.",
    "Verifying the whole chain is for the ministry's administrators; you see your own branch's part of the log.",
  ),
  whole: (entries: number): Bilingual =>
    two(
      `Chuỗi nguyên vẹn: ${String(entries)} dòng, không dòng nào bị sửa hay xóa.`,
      `The chain is whole: of ${String(entries)} entries none was changed or removed.`,
    ),
  broken: (at: number): Bilingual =>
    two(
      `Chuỗi bị đứt ở dòng ${String(at)}: dòng này đã bị sửa, hoặc dòng trước nó đã bị sửa hay xóa. Xin giữ nguyên cơ sở dữ liệu và đối chiếu với bản sao lưu.`,
      `The chain is broken at entry ${String(at)}: it was changed, or the one before it was changed or removed. Leave the database as it is and compare with a backup.`,
    ),
  head: two(
    "Mã của dòng cuối (ghi lại ở nơi khác thì biết được nếu phần cuối bị cắt):",
    "Hash of the last entry (written down elsewhere, it shows whether the end was cut off):",
  ),
} as const;

export const BACKUP = {
  heading: two("Bản sao lưu của toàn bộ dịch vụ", "A backup of the whole service"),
  says: two(
    "Một tệp chứa mọi thứ vào đúng lúc tải, dịch vụ vẫn chạy bình thường.",
    "One file with everything as it is at that moment; the service goes on meanwhile.",
  ),
  holds: [
    two("đơn vị, người dùng, vai trò", "organisations, people, roles"),
    two("các đợt và điều kiện của đợt", "rounds and what they ask"),
    two(
      "mọi bản nộp, tệp đã gửi, bản nháp, phát hiện, giải trình, ý kiến",
      "all submissions, files, drafts, findings, explanations, comments",
    ),
    two("các tệp tổng hợp và toàn bộ nhật ký", "consolidations and the whole audit log"),
  ],
  holdsHeading: two("Trong tệp có", "It holds"),
  leftOut: two(
    "Không có phiên đăng nhập: sau khi phục hồi, mọi người đăng nhập lại.",
    "Sessions are left out: after a restoration everybody signs in again.",
  ),
  secret: two(
    "Trong tệp có số liệu của mọi đơn vị và mã băm mật khẩu của mọi người. Hãy giữ ở nơi an toàn, không gửi qua thư, không để trên máy dùng chung; mỗi lần tải đều được ghi vào nhật ký.",
    "It holds what all organisations have sent and the hashes of everybody's passwords. Keep it safe, don't mail it, don't leave it on a shared machine; each download is logged.",
  ),
  download: two("Tải bản sao lưu", "Download a backup"),
  under: two("Trình duyệt đang tải tệp phuluc-….ndjson.gz.", "The browser is saving phuluc-….ndjson.gz."),
  lastHeading: two("Lần sao lưu gần nhất từ trang này", "Last downloaded from here"),
  last: (at: Bilingual, by: string): Bilingual => two(`${at.vi}, ${by}`, `${at.en}, ${by}`),
  noneFound: (entries: number): Bilingual =>
    two(
      `không thấy trong ${String(entries)} dòng nhật ký gần nhất`,
      `not found in the last ${String(entries)} entries of the log`,
    ),
  restoreHeading: two("Phục hồi", "Restoring"),
  restoreSays: two(
    "Phục hồi bằng dòng lệnh trên máy chủ, kể cả khi dịch vụ đang chạy. Những gì đang có được sao lưu trước khi bị thay thế.",
    "A restoration is done from the server's command line, even while the service runs. What is there is backed up before it is replaced.",
  ),
  byItself: two(
    "Sao lưu theo lịch cũng bằng dòng lệnh, khi dịch vụ đang chạy:",
    "Backups by the clock are made from the command line too, while the service runs:",
  ),
} as const;
