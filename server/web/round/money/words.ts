/** What a round's money is told with. */
import type { Bilingual } from "../../../../shared/rule.ts";
import type { Part } from "./money-split.ts";

const two = (vi: string, en: string): Bilingual => ({ vi, en });

export const PART_NAMES: Readonly<Record<Part, Bilingual>> = {
  central: two("Trung ương", "Central"),
  local: two("Địa phương", "Local"),
  other: two("Nguồn khác", "Other sources"),
  unclassified: two("Nguồn chưa phân loại", "Unclassified source"),
  nature: two("Chỉ ghi đầu tư, sự nghiệp", "Only investment or recurrent named"),
  unsplit: two("Không tách nguồn", "Not split by source"),
  unsourced: two("Chưa rõ nguồn", "Without a source"),
};

const SCOPES: readonly (readonly [scope: string, name: Bilingual])[] = [
  ["project", two("Kinh phí dự án", "Money of whole projects")],
  ["phase", two("Kinh phí giai đoạn", "Money of the phase")],
  ["year", two("Kinh phí năm", "Money of the year")],
];

/** "planned phase" → "Kinh phí giai đoạn". */
export function nameMeasure(measure: string): Bilingual {
  const [kind = "", scope = ""] = measure.split(" ");
  const name = SCOPES.find(([one]) => one === scope)?.[1] ?? MONEY.measure;
  return kind === "disbursed" ? two(`${name.vi} đã giải ngân`, `${name.en}, disbursed`) : name;
}

const listed = (names: readonly string[], more: string): string => names.join(", ") + more;
const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

export const MONEY = {
  heading: two("Số liệu", "Figures"),
  asOf: two("Số liệu lúc {time}, {unit}.", "As of {time}, in {unit}."),
  measure: two("Kinh phí", "Money"),
  level: two("Mỗi dòng là", "One line for each"),
  organisation: two("đơn vị nộp", "organisation that submits"),
  province: two("tỉnh, thành phố", "province"),
  era: two("Địa giới", "Provinces"),
  then: two("theo tỉnh khi nộp", "of the time of submitting"),
  today: two("theo tỉnh hiện nay", "of today"),
  acceptedOnly: two("Chỉ bản đã được chấp nhận", "Accepted submissions only"),
  renewing: two("Đang lấy số liệu mới…", "Getting new figures…"),
  stale: two("Chưa lấy được số liệu mới: {why}", "The new figures could not be had: {why}"),
  empty: two(
    "Chưa có bản nộp nào được cộng. Số liệu hiện ra ngay khi có bản nộp đầu tiên.",
    "No submission counts yet. Figures appear as soon as the first one comes.",
  ),
  emptyAccepted: two(
    "Chưa có bản nộp nào được chấp nhận. Bỏ chọn “Chỉ bản đã được chấp nhận” để xem cả các bản đã nộp.",
    "No submission has been accepted yet. Clear “Accepted submissions only” to see what was submitted too.",
  ),
  noMoney: two(
    "Các bản nộp đã được cộng, nhưng chưa bản nào ghi số tiền.",
    "There are submissions, but none of them says any money.",
  ),
  total: two("Tổng số", "Total"),
  lineItems: two("Nhiệm vụ, dự án", "Line items"),
  versions: two("Bản nộp được cộng", "Submissions counted"),
  byOrganisation: two("Theo đơn vị", "By organisation"),
  byProvince: two("Theo tỉnh, thành phố", "By province"),
  bySource: two("Theo nguồn vốn", "By source of money"),
  shareOfTotal: two("{amount} ({share}%)", "{amount} ({share}%)"),
  others: two("{count} dòng khác cộng lại: {amount} ({share}%).", "{count} others together: {amount} ({share}%)."),
  showAll: two("Xem cả {count} dòng", "Show all {count}"),
  showTop: two("Chỉ xem {count} dòng lớn nhất", "Show the largest {count} only"),
  tooMany: two(
    "Biểu đồ vẽ {count} dòng lớn nhất; tất cả có trong bảng dưới đây.",
    "The chart shows the largest {count}; all are in the table below.",
  ),
  press: two("Bấm vào một thanh để xem bản nộp.", "Press a bar to see the submission."),
  wholeOf: (money: Bilingual): Bilingual => two(`${money.vi}, tổng số`, `${money.en}, total`),
  versionsOfAll: two("{count}/{all} bản nộp", "{count} of {all} submissions"),
  notSaid: (
    names: readonly string[],
    { others, money }: { readonly others: number; readonly money: Bilingual },
  ): Bilingual => {
    const [vi, en] = others > 0 ? [` và ${String(others)} đơn vị khác`, ` and ${String(others)} others`] : ["", ""];
    return two(
      `Chưa gồm ${listed(names, vi)} (không ghi ${lowered(money.vi)}).`,
      `Without ${listed(names, en)} (${lowered(money.en)} not given).`,
    );
  },
  exceeded: two(
    "Ở {count} dòng, các nguồn cộng lại vượt tổng số, vượt tất cả {amount}: phần vượt không vẽ được, xem cột “Chưa rõ nguồn” mang dấu trừ trong bảng.",
    "On {count} of them the sources exceed the whole, by {amount} in all: that can't be drawn; see the column “Without a source” with a minus in the table.",
  ),
  chartSays: two(
    "Biểu đồ thanh: {what}. Lớn nhất: {first}. Số liệu đầy đủ có trong bảng dưới biểu đồ.",
    "Bar chart: {what}. Largest: {first}. All figures are in the table below.",
  ),
  chartNotLoaded: two(
    "Không tải được biểu đồ; số liệu có trong bảng dưới đây.",
    "The chart could not be loaded; the figures are in the table below.",
  ),
  scrolled: two("{what}, cuộn để xem hết", "{what}, scroll to see all"),
  table: two("Bảng số liệu ({count} dòng)", "Table of figures ({count} lines)"),
  name: two("Đơn vị", "Organisation"),
  provinceName: two("Tỉnh, thành phố", "Province"),
  sum: two("Cộng", "Sum"),
  versionsOf: two("{count} bản nộp", "{count} submissions"),
  openVersions: two("{name}: {count} bản nộp", "{name}: {count} submissions"),
  copy: two("Chép bảng", "Copy the table"),
  copyHint: two("Chép số đồng, dán được vào mọi Excel", "In whole đồng, for any Excel"),
  copied: two("Đã chép bảng (đơn vị: đồng). Dán vào Excel được ngay.", "Copied (in đồng). Paste it into Excel."),
  notCopied: two(
    "Trình duyệt không cho chép. Xin bôi đen bảng và chép bằng Ctrl+C.",
    "The browser does not allow copying. Please select the table and press Ctrl+C.",
  ),
  inDong: two("đồng", "đồng"),
  notPrinted: two(
    "Bảng có {count} dòng, không in hết ở đây: xin chép bảng, hoặc tải tệp tổng hợp.",
    "The table has {count} lines and is not printed whole: please copy it, or download a consolidation.",
  ),
} as const;
