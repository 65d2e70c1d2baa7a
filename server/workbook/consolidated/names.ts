/** How a consolidated workbook calls things. */
import type { MoneyColumn } from "../../../shared/consolidation.ts";
import type { SubmissionState } from "../../../shared/submission-states.ts";
import type { LeftOut } from "../../../shared/consolidation/merge.ts";
import type { FindingCounts } from "../../../shared/consolidation/summary.ts";
import type { Severity } from "../../../shared/finding.ts";

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
  return title.charAt(0).toUpperCase() + title.slice(1);
}

export const LEFT_OUT: Readonly<Record<LeftOut, string>> = {
  "unit-unknown": "Không cộng: chưa biết đơn vị tính",
  "same-appendix": "Không cộng: trùng với phụ lục đã cộng",
  "no-money": "Biểu không có kinh phí",
};

export const STATE_NAMES: Readonly<Record<SubmissionState, string>> = {
  missing: "Chưa nộp",
  draft: "Đang soạn",
  prepared: "Đã lập, chờ duyệt",
  submitted: "Đã nộp",
  returned: "Trả lại để sửa",
  accepted: "Đã chấp nhận",
};

export const SEVERITY_NAMES: Readonly<Record<Severity, string>> = {
  error: "Lỗi",
  ask: "Cần xác nhận",
  warning: "Cảnh báo",
  info: "Gợi ý",
};

/** "1 lỗi; 3 cảnh báo (đã giải trình 2); 0 cần xác nhận". */
export function countsText({ error, warning, ask, explained }: FindingCounts): string {
  const said = warning === 0 ? "" : ` (đã giải trình ${String(explained)})`;
  return `${String(error)} lỗi; ${String(warning)} cảnh báo${said}; ${String(ask)} cần xác nhận`;
}

/** Việt Nam keeps UTC+7 all year; Excel knows no time zones, so the clock time is what is written. */
const HOURS_AHEAD = 7;

export const localTime = (iso: string): Date => new Date(new Date(iso).getTime() + HOURS_AHEAD * 3_600_000);

/** "17:00 ngày 30/11/2025". */
export function printTime(iso: string): string {
  const [date = "", time = ""] = localTime(iso).toISOString().split("T");
  return `${time.slice(0, 5)} ngày ${date.split("-").reverse().join("/")}`;
}
