/** What the administration of organisations and people says. Rounds and the log have their own. */
import type { Role } from "../../../shared/api/organisations.ts";
import type { Bilingual } from "../../../shared/rule.ts";
import type { AdminPart } from "../places.ts";

const two = (vi: string, en: string): Bilingual => ({ vi, en });

export const ADMIN = {
  heading: two("Quản trị", "Administration"),
  parts: {
    "don-vi": two("Đơn vị và người dùng", "Organisations and people"),
    dot: two("Các đợt", "Rounds"),
    "nhat-ky": two("Nhật ký", "Audit log"),
    "sao-luu": two("Sao lưu", "Backup"),
  } satisfies Readonly<Record<AdminPart, Bilingual>>,
  notYours: two(
    "Phần này dành cho người quản trị. Tài khoản của bạn không có quyền vào đây; cần thay đổi gì, xin liên hệ người quản trị của đơn vị.",
    "This part is for administrators. Your account may not enter it; please ask your organisation's administrator for what you need changed.",
  ),
  rootOnly: two(
    "Bản sao lưu chứa số liệu của mọi đơn vị, nên chỉ người quản trị của bộ được tải.",
    "A backup holds what all organisations have sent: only the ministry's administrators may download one.",
  ),
  toRounds: two("Đến các đợt bạn được lập và sửa", "To the rounds you may make and change"),
  toStart: two("Về danh sách các đợt", "Back to the rounds"),
} as const;

export const TREE = {
  search: two("Tìm đơn vị (gõ không dấu cũng được)", "Search organisations (marks don't matter)"),
  none: two("Không có đơn vị nào phù hợp.", "No organisation matches."),
  found: (count: number): Bilingual => two(`${String(count)} đơn vị`, `${String(count)} organisations`),
  below: two("Các đơn vị thuộc {name}", "What belongs to {name}"),
  eras: {
    today: two("Tỉnh, thành phố hiện nay", "Provinces of today"),
    former: two("Tỉnh, thành phố cũ (trước sắp xếp)", "Former provinces"),
  },
  closed: two("đã đóng", "closed"),
} as const;

export const ORGANISATIONS = {
  tree: two("Cây đơn vị", "The tree of organisations"),
  another: two("‹ Chọn đơn vị khác", "‹ Choose another organisation"),
  unknown: two("Không tìm thấy đơn vị này.", "There is no such organisation."),
  notYours: two("Đơn vị này không thuộc phạm vi bạn quản trị.", "This organisation is not yours to administer."),
  above: two("Đơn vị cấp trên", "Organisations above"),
  kind: two("Loại đơn vị", "Kind"),
  successor: two("Nay thuộc", "Now part of"),
  former: two("Gồm các tỉnh cũ", "Made of"),
  below: two("Đơn vị trực thuộc", "Directly below"),
  name: two("Tên đơn vị", "Name"),
  newName: two("Tên đơn vị mới", "Name of the new organisation"),
  nameMissing: two("Xin ghi tên đơn vị.", "Please give the name."),
  rename: two("Đổi tên", "Rename"),
  renamed: (name: string): Bilingual => two(`Đã đổi tên thành “${name}”.`, `It is called “${name}” now.`),
  add: two("Thêm đơn vị trực thuộc", "Add an organisation below"),
  addIt: two("Thêm", "Add"),
  added: (name: string): Bilingual => two(`Đã thêm “${name}”.`, `“${name}” is added.`),
  close: two("Đóng đơn vị", "Close it"),
  closeAsk: (name: string): Bilingual => two(`Đóng “${name}”?`, `Close “${name}”?`),
  closeSays: two(
    "Người dùng của đơn vị không đăng nhập được nữa và không thể yêu cầu đơn vị nộp ở đợt mới. Số liệu đã nộp được giữ nguyên; có thể mở lại bất cứ lúc nào.",
    "Its people can no longer sign in, and no new round can expect it. What it submitted stays; it can be reopened at any time.",
  ),
  closed: two("đã đóng", "closed"),
  closedNow: (name: string): Bilingual => two(`Đã đóng “${name}”.`, `“${name}” is closed.`),
  reopen: two("Mở lại đơn vị", "Reopen it"),
  reopenAsk: (name: string): Bilingual => two(`Mở lại “${name}”?`, `Reopen “${name}”?`),
  reopenSays: two("Người dùng của đơn vị lại đăng nhập được.", "Its people can sign in again."),
  reopened: (name: string): Bilingual => two(`Đã mở lại “${name}”.`, `“${name}” is open again.`),
} as const;

export const PEOPLE = {
  heading: two("Người dùng", "People"),
  table: two("Danh sách người dùng", "The people of the organisation"),
  none: two("Đơn vị chưa có người dùng nào.", "Nobody is here yet."),
  closedSays: two(
    "Đơn vị đã đóng: mở lại trước khi thêm người dùng.",
    "The organisation is closed: reopen it before adding people.",
  ),
  name: two("Họ tên", "Name"),
  nameMissing: two("Xin ghi họ tên.", "Please give the name."),
  email: two("Địa chỉ thư điện tử", "E-mail address"),
  emailMissing: two("Xin ghi địa chỉ thư điện tử.", "Please give the e-mail address."),
  role: two("Vai trò", "Role"),
  roleSays: {
    submitter: two("lập và nộp phụ lục của đơn vị", "prepares and submits the organisation's appendices"),
    reviewer: two("xem, trả lại, chấp nhận, tổng hợp bản nộp", "looks into submissions, returns, accepts, merges"),
    viewer: two("chỉ xem", "only reads"),
    administrator: two("quản lý đơn vị, người dùng, đợt", "looks after organisations, people and rounds"),
  } satisfies Readonly<Record<Role, Bilingual>>,
  account: two("Tài khoản", "Account"),
  active: two("đang dùng", "active"),
  inactive: two("đã ngừng", "closed"),
  firstPassword: two("chưa đổi mật khẩu lần đầu", "still has the first password"),
  lockedUntil: (until: Bilingual): Bilingual => two(`tạm khóa đến ${until.vi}`, `locked until ${until.en}`),
  lastSignIn: two("Đăng nhập gần nhất", "Last sign-in"),
  never: two("chưa lần nào", "never"),
  edit: two("Sửa", "Edit"),
  editOf: (name: string): Bilingual => two(`Sửa: ${name}`, `Edit: ${name}`),
  saved: (name: string): Bilingual => two(`Đã lưu thay đổi về ${name}.`, `What concerns ${name} is saved.`),
  oneself: two(
    "Đây là tài khoản của bạn: vai trò do người quản trị khác đổi, mật khẩu đổi ở trang Tài khoản.",
    "This is you: another administrator changes your role, and your password is changed on your account's page.",
  ),
  add: two("Thêm một người dùng", "Add a person"),
  addIt: two("Thêm người dùng", "Add the person"),
  reset: two("Cấp lại mật khẩu", "Give a new first password"),
  resetAsk: (name: string): Bilingual => two(`Cấp lại mật khẩu cho ${name}?`, `Give ${name} a new first password?`),
  resetSays: two(
    "Mật khẩu đang dùng hết hiệu lực ngay, mọi phiên kết thúc, tài khoản được mở khóa. Mật khẩu mới chỉ hiện một lần để bạn chuyển cho người đó.",
    "The present password stops working at once, all sessions end, and the account is unlocked. The new one is shown once, for you to hand over.",
  ),
  close: two("Ngừng tài khoản", "Close the account"),
  closeAsk: (name: string): Bilingual => two(`Ngừng tài khoản của ${name}?`, `Close ${name}'s account?`),
  closeSays: two(
    "Người này không đăng nhập được nữa và mọi phiên kết thúc ngay. Những gì đã làm vẫn được giữ; có thể mở lại tài khoản.",
    "This person can no longer sign in and all sessions end at once. What they did stays; the account can be reopened.",
  ),
  closedNow: (name: string): Bilingual => two(`Đã ngừng tài khoản của ${name}.`, `${name}'s account is closed.`),
  reopen: two("Mở lại tài khoản", "Reopen the account"),
  reopenAsk: (name: string): Bilingual => two(`Mở lại tài khoản của ${name}?`, `Reopen ${name}'s account?`),
  reopenSays: two("Người này lại đăng nhập được bằng mật khẩu cũ.", "This person can sign in again, as before."),
  reopened: (name: string): Bilingual => two(`Đã mở lại tài khoản của ${name}.`, `${name}'s account is open again.`),
} as const;

export const SESSIONS = {
  heading: two("Các phiên đang mở", "Open sessions"),
  columns: [
    two("Thiết bị, trình duyệt", "Device, browser"),
    two("Bắt đầu", "Since"),
    two("Dùng gần nhất", "Last used"),
    two("Hết hạn", "Ends"),
  ],
  current: two("phiên này", "this one"),
  none: two("Không có phiên nào đang mở.", "No session is open."),
  end: two("Kết thúc mọi phiên", "End all sessions"),
  endAsk: (name: string): Bilingual => two(`Kết thúc mọi phiên của ${name}?`, `End all of ${name}'s sessions?`),
  endSays: two(
    "Mọi thiết bị của người này phải đăng nhập lại. Bản nháp chưa gửi trong Excel vẫn còn trên máy đó.",
    "All of this person's devices have to sign in again. What waits in Excel stays on that machine.",
  ),
  ended: (name: string): Bilingual =>
    two(`Đã kết thúc mọi phiên của ${name}.`, `All of ${name}'s sessions have ended.`),
} as const;

export const PASSWORDS = {
  heading: two("Mật khẩu lần đầu", "First passwords"),
  once: two(
    "Mật khẩu chỉ hiện một lần ở đây, đến khi bạn ẩn đi hoặc đóng cửa sổ này, và không xem lại được. Hãy chép và chuyển riêng cho từng người; khi đăng nhập lần đầu, họ phải đổi mật khẩu.",
    "These are shown once, until you hide them or close this window, and can't be looked up again. Copy them and hand each to its owner in private; at their first sign-in they have to change it.",
  ),
  columns: [
    two("Họ tên", "Name"),
    two("Thư điện tử", "E-mail"),
    two("Đơn vị", "Organisation"),
    two("Mật khẩu lần đầu", "First password"),
  ],
  copy: two("Chép cả bảng", "Copy the table"),
  hide: two("Đã giữ lại, ẩn đi", "I have kept them: hide"),
} as const;

export const BULK = {
  heading: two("Thêm nhiều người dùng từ một danh sách", "Add several people from a list"),
  says: two(
    "Dán danh sách, mỗi người một dòng; các cột cách nhau bằng dấu chấm phẩy, hoặc chép thẳng từ Excel:",
    "Paste a list, one person a line, with semicolons between or straight from Excel:",
  ),
  forms: [
    two("họ tên; thư điện tử; vai trò", "name; e-mail; role"),
    two("đơn vị; họ tên; thư điện tử; vai trò", "organisation; name; e-mail; role"),
  ],
  or: two("hoặc", "or"),
  list: two("Danh sách", "The list"),
  hint: two(
    "Vai trò: người nộp, người rà soát, người xem, quản trị. Dòng không ghi đơn vị được thêm vào đơn vị đang chọn. Tỉnh cũ trùng tên tỉnh hiện nay thì ghi thêm “(cũ)”; đơn vị trùng tên ghi thêm nơi trực thuộc: “Sở Y tế, Nghệ An”.",
    "Roles: submitter, reviewer, viewer, administrator. Without an organisation, the chosen one is meant. Write “(cũ)” after a former province whose name one of today bears; where several bear a name add what it belongs to: “Sở Y tế, Nghệ An”.",
  ),
  preview: two("Cách hiểu từng dòng", "How each line is understood"),
  columns: [
    two("Dòng", "Line"),
    two("Đơn vị", "Organisation"),
    two("Họ tên", "Name"),
    two("Thư điện tử", "E-mail"),
    two("Vai trò", "Role"),
  ],
  send: (count: number): Bilingual => two(`Thêm ${String(count)} người`, `Add ${String(count)} people`),
  sending: (done: number, all: number): Bilingual =>
    two(`Đang thêm ${String(done + 1)}/${String(all)}…`, `Adding ${String(done + 1)} of ${String(all)}…`),
  outcomes: two("Kết quả từng dòng", "What became of each line"),
  outcome: (added: number, left: number): Bilingual =>
    two(
      `Đã thêm ${String(added)} người${left > 0 ? `; ${String(left)} dòng chưa thêm được, còn để lại ở trên để sửa` : ""}.`,
      `${String(added)} added${left > 0 ? `; ${String(left)} not, which are left above to be put right` : ""}.`,
    ),
  added: two("Đã thêm", "Added"),
  notAdded: (fault: Bilingual): Bilingual => two(`Chưa thêm: ${fault.vi}`, `Not added: ${fault.en}`),
  noAddress: two("Không thấy địa chỉ thư điện tử trong dòng.", "There is no e-mail address in the line."),
  wrongOrder: two(
    "Các cột chưa đúng thứ tự: họ tên; thư điện tử; vai trò.",
    "The columns are not in order: name; e-mail; role.",
  ),
  noName: two("Thiếu họ tên.", "The name is missing."),
  noRole: (text: string): Bilingual =>
    text === ""
      ? two("Thiếu vai trò.", "The role is missing.")
      : two(`Không có vai trò “${text}”.`, `There is no role “${text}”.`),
  noOrganisation: (name: string): Bilingual =>
    two(`Không thấy đơn vị “${name}” trong phạm vi đang chọn.`, `“${name}” is not found in the chosen branch.`),
  manyOrganisations: (name: string, count: number): Bilingual =>
    two(
      `Có ${String(count)} đơn vị tên “${name}”: xin ghi thêm nơi trực thuộc.`,
      `${String(count)} organisations are called “${name}”: please add what it belongs to.`,
    ),
  closedOrganisation: (name: string): Bilingual => two(`Đơn vị “${name}” đã đóng.`, `“${name}” is closed.`),
  twice: (email: string): Bilingual => two(`“${email}” đã có ở dòng trên.`, `“${email}” is in a line above.`),
} as const;
