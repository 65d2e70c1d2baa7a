/** How a consolidated workbook calls things. */
import type { MoneyColumn } from "../../../shared/consolidation.ts";
import type { LeftOut } from "../../../shared/consolidation/merge.ts";
import type { FindingCounts } from "../../../shared/consolidation/summary.ts";
import { capitalised, SEVERITY_NAMES } from "../../../shared/names.ts";

export const SHEETS = {
  totals: "Tổng hợp",
  lines: "Danh mục",
  sources: "Theo nguồn vốn",
  targets: "Chỉ tiêu",
  counts: "Nhân lực và hạ tầng",
  standing: "Tình trạng nộp",
  findings: "Phát hiện và giải trình",
  overlaps: "Trùng lặp",
  origins: "Nguồn gốc",
} as const;

const SCOPE_NAMES = { project: "Tổng kinh phí dự án", phase: "Kinh phí giai đoạn", year: "Kinh phí năm" } as const;
const ORIGIN_NAMES = { central: "Trung ương", local: "Địa phương", other: "Nguồn khác" } as const;
const NATURE_NAMES = { investment: "đầu tư", recurrent: "sự nghiệp" } as const;

export const moneyTitle = ({ scope, kind }: Pick<MoneyColumn, "scope" | "kind">): string =>
  kind === "disbursed" ? `${SCOPE_NAMES[scope]}, đã giải ngân` : SCOPE_NAMES[scope];

export function sourceTitle({ source }: Pick<MoneyColumn, "source">): string {
  if (source === "total") return "Tổng số";
  if (source === "unsplit") return "Không tách nguồn";
  if (source === "unsourced") return "Chưa rõ nguồn";
  if (source.origin === null && source.nature === null) return "Nguồn chưa phân loại";
  const origin = source.origin ? ORIGIN_NAMES[source.origin] : "";
  const nature = source.nature ? NATURE_NAMES[source.nature] : "";
  const title = [origin, nature].filter((text) => text !== "").join(", ");
  return capitalised(title);
}

export const LEFT_OUT: Readonly<Record<LeftOut, string>> = {
  "unit-unknown": "Không cộng: chưa biết đơn vị tính",
  "same-appendix": "Không cộng: trùng với phụ lục đã cộng",
  "no-money": "Biểu không có kinh phí",
};

/** "1 lỗi; 3 cảnh báo (đã giải trình 2); 0 câu hỏi". */
export function countsText({ error, warning, ask, explained }: FindingCounts): string {
  const said = warning === 0 ? "" : ` (đã giải trình ${String(explained)})`;
  const [errors, warnings, questions] = [SEVERITY_NAMES.error.vi, SEVERITY_NAMES.warning.vi, SEVERITY_NAMES.ask.vi];
  return `${String(error)} ${errors}; ${String(warning)} ${warnings}${said}; ${String(ask)} ${questions}`;
}
