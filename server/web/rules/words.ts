/** What the catalogue of rules says. */
import type { Answer } from "../../../shared/api/route.ts";
import type { API } from "../../../shared/api.ts";
import type { Bilingual } from "../../../shared/rule.ts";

export type ListedRule = Answer<(typeof API)["listRules"]>["rules"][number];

const two = (vi: string, en: string): Bilingual => ({ vi, en });

export const RULES = {
  title: two("Danh mục quy tắc kiểm tra", "The catalogue of rules"),
  says: (count: number, version: string): Bilingual =>
    two(
      `${String(count)} quy tắc, phiên bản ${version}. Ngăn kiểm tra trong Excel, trang nộp tệp và dịch vụ dùng chung danh mục này.`,
      `${String(count)} rules, version ${version}: the same in Excel, on these pages and in the service.`,
    ),
  severities: two(
    "Lỗi phải sửa, câu hỏi phải trả lời thì mới nộp được; cảnh báo được nộp kèm, có thể phải giải trình; gợi ý để tham khảo. Mỗi đợt có thể đặt mức khác.",
    "Errors are to be mended and questions answered before submitting; warnings go along, perhaps with an explanation; hints are only hints. A round may set other severities.",
  ),
  search: two("Tìm trong danh mục", "Search the catalogue"),
  severity: two("Mức", "Severity"),
  all: two("Mọi mức", "All"),
  groups: two("Các nhóm quy tắc", "Groups of rules"),
  found: (count: number): Bilingual =>
    two(`${String(count)} quy tắc`, `${String(count)} ${count === 1 ? "rule" : "rules"}`),
  noneFound: two("Không có quy tắc nào phù hợp.", "No rule fits."),
  clear: two("Xem tất cả", "Show all"),
  print: two("In danh mục", "Print the catalogue"),
  example: two("Ví dụ", "Example"),
  source: two("Căn cứ", "Source"),
  fix: two("Cách sửa", "How it is mended"),
  trial: two("đang thử nghiệm", "on trial"),
  trialSays: two(
    "Quy tắc đang thử nghiệm: lỗi chỉ được báo là cảnh báo.",
    "This rule is on trial: its errors are told as warnings.",
  ),
  link: (name: string): Bilingual => two(`Liên kết đến quy tắc “${name}”`, `Link to the rule “${name}”`),
  noSuch: (id: string): Bilingual =>
    two(`Không có quy tắc “${id}” trong danh mục này.`, `There is no rule “${id}” in this catalogue.`),
} as const;

export const FIXES: Readonly<Record<ListedRule["fix"], Bilingual>> = {
  safe: two(
    "Sửa tự động được bằng một lần bấm, không đổi ý nghĩa của số liệu.",
    "One click mends it, and the meaning of the figures stays.",
  ),
  choose: two(
    "Phụ Lục nêu các cách sửa; người lập chọn cách đúng.",
    "The ways to mend it are offered; the officer picks the right one.",
  ),
  explain: two(
    "Người lập tự sửa trong Excel, hoặc giải trình nếu số liệu đúng.",
    "The officer mends it in Excel, or explains why it is right.",
  ),
};
