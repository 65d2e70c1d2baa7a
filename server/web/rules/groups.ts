/** The rules by what they concern: their ids tell an officer nothing, and a list from A to Z would be in no order. */
import type { Bilingual } from "../../../shared/rule.ts";

export interface RuleGroup {
  readonly id: string;
  readonly name: Bilingual;
  readonly rules: readonly string[];
}

/** Each rule in one of them, which a test keeps so; one of a newer service that is in none stands under the last. */
export const RULE_GROUPS: readonly RuleGroup[] = [
  {
    id: "tong-va-nguon-von",
    name: { vi: "Tổng và nguồn vốn", en: "Totals and funding sources" },
    rules: [
      "source-sum-mismatch",
      "unsourced-amount",
      "section-sum-mismatch",
      "grand-total-mismatch",
      "sum-range-incomplete",
      "missing-total",
      "typed-total",
      "year-exceeds-phase",
      "phase-exceeds-project",
      "disbursed-exceeds-planned",
      "part-exceeds-whole",
      "ratio-mismatch",
    ],
  },
  {
    id: "so-lieu",
    name: { vi: "Cách ghi số liệu", en: "How figures are written" },
    rules: [
      "ambiguous-amount",
      "amount-as-text",
      "formula-error",
      "unreadable-amount",
      "hidden-amount",
      "missing-amount",
      "negative-amount",
      "fractional-dong",
      "scale-suspect",
      "unit-not-stated",
      "unit-contradicts-plan",
    ],
  },
  {
    id: "ke-hoach",
    name: { vi: "Khớp với văn bản kế hoạch và phụ lục khác", en: "Agreement with the plan and other appendices" },
    rules: [
      "plan-total-mismatch",
      "plan-words-mismatch",
      "plan-parts-mismatch",
      "plan-source-mismatch",
      "cross-appendix-disagreement",
    ],
  },
  {
    id: "thoi-gian",
    name: { vi: "Thời gian", en: "Periods and deadlines" },
    rules: [
      "unreadable-period",
      "missing-period",
      "reversed-period",
      "same-year-period",
      "period-outside-plan",
      "new-item-starts-before-plan",
      "deadline-outside-plan",
    ],
  },
  {
    id: "ten-va-danh-so",
    name: { vi: "Tên, chủ trì và đánh số", en: "Names, lead agencies and numbering" },
    rules: ["missing-name", "missing-lead-agency", "duplicate-line-item", "number-gap", "number-repeated"],
  },
  {
    id: "chi-tieu",
    name: { vi: "Chỉ tiêu", en: "Targets" },
    rules: ["target-out-of-range", "target-without-unit"],
  },
  {
    id: "bieu-mau",
    name: { vi: "Biểu mẫu và việc kiểm tra", en: "Forms, and checking itself" },
    rules: ["unknown-form", "missing-column", "repeated-column", "crashed-rule"],
  },
];
