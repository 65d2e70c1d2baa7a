/** What merging a round, and its consolidations, are spoken of with. */
import type { ConsolidationTerms } from "../../../../shared/api/consolidations.ts";
import type { Bilingual } from "../../../../shared/rule.ts";

const two = (vi: string, en: string): Bilingual => ({ vi, en });

export const LEVEL_NAMES: Readonly<Record<ConsolidationTerms["level"], Bilingual>> = {
  organisation: two("theo đơn vị nộp", "by organisation"),
  province: two("theo tỉnh, thành phố", "by province"),
  root: two("gộp tất cả thành một", "all as one"),
};

export const ERA_NAMES: Readonly<Record<ConsolidationTerms["era"], Bilingual>> = {
  then: two("theo tỉnh khi nộp", "provinces of the time of submitting"),
  today: two("theo tỉnh hiện nay", "provinces of today"),
};

export const CONSOLIDATIONS = {
  heading: two("Tệp tổng hợp", "Consolidations"),
  level: two("Mỗi dòng tiền là của", "Each line of money is of"),
  ofOrganisation: two("một đơn vị nộp", "one organisation"),
  ofProvince: two("một tỉnh, thành phố", "one province"),
  ofAll: two("tất cả các đơn vị", "all of them"),
  era: two("Địa giới", "Provinces"),
  unit: two("Đơn vị tính", "Unit"),
  ofRound: two("của đợt ({unit})", "the round's ({unit})"),
  acceptedOnly: two("Chỉ cộng bản đã được chấp nhận", "Count accepted submissions only"),
  accepted: two("chỉ bản đã được chấp nhận", "accepted submissions only"),
  goingIn: two("Sẽ cộng {count} bản nộp", "{count} submissions go in"),
  ofExpected: two("trong {count} đơn vị phải nộp", "of {count} organisations asked"),
  ofAsked: two("Trong {count} đơn vị phải nộp", "Of {count} organisations asked"),
  missing: two("{count} chưa nộp", "{count} have sent nothing"),
  draft: two("{count} mới có bản nháp", "{count} have only a draft"),
  prepared: two("{count} chờ duyệt", "{count} wait for sign-off"),
  returned: two("{count} bị trả lại", "{count} were returned"),
  late: two("{count} nộp muộn", "{count} came late"),
  notIncluded: two("{count} đã nộp nhưng không được cộng", "{count} were sent and are not counted"),
  nothingToMerge: two(
    "Chưa có bản nộp nào được cộng: chưa tổng hợp được.",
    "No submission counts yet: there is nothing to merge.",
  ),
  merge: two("Tổng hợp ngay", "Merge now"),
  merging: two("Đang tổng hợp…", "Merging…"),
  merged: two(
    "Đã tổng hợp {versions} bản nộp, {lineItems} nhiệm vụ, dự án. Tải tệp ở dòng đầu của danh sách dưới đây.",
    "Merged {versions} submissions, {lineItems} line items. Download it in the first line below.",
  ),
  notMerged: two("Chưa tổng hợp được: {why}", "Not merged: {why}"),
  none: two("Đợt này chưa được tổng hợp lần nào.", "This round has not been merged yet."),
  list: two("Các lần tổng hợp", "Consolidations made"),
  made: two("Lúc", "At"),
  by: two("Người tổng hợp", "By"),
  terms: two("Cách tổng hợp", "How"),
  versions: two("Bản nộp", "Submissions"),
  lineItems: two("Nhiệm vụ, dự án", "Line items"),
  sha256: two("Mã kiểm tra (SHA-256)", "Check code (SHA-256)"),
  copyHash: two("Chép mã kiểm tra", "Copy the check code"),
  hashCopied: two("Đã chép mã kiểm tra.", "The check code is copied."),
  notCopied: two("Trình duyệt không cho chép: {code}", "The browser does not allow copying: {code}"),
  files: two("Tệp và kiểm tra", "Files and check"),
  workbook: two("Tệp Excel", "Workbook"),
  checkSheet: two("Phiếu kiểm tra", "Check sheet"),
  verify: two("Kiểm tra lại", "Check again"),
  verifyHint: two(
    "Làm lại từ đúng các bản nộp đã dùng rồi so mã kiểm tra.",
    "Made again from the very submissions it was made from, and compared.",
  ),
  same: two("Làm lại giống hệt bản đã lưu.", "Made again, it is the same."),
  differs: two(
    "Làm lại KHÁC bản đã lưu: số liệu gốc có thể đã bị thay đổi ngoài dịch vụ. Xin báo người quản trị.",
    "Made again, it DIFFERS from what was kept: its sources may have been changed outside the service. Please tell the administrator.",
  ),
  ofBranch: two("riêng một nhánh đơn vị", "one branch only"),
  stale: two("Danh sách có thể đã cũ: {why}", "The list may be old: {why}"),
} as const;
