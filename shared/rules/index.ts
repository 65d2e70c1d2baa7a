import type { Rule } from "../rule.ts";
import { ambiguousAmount } from "./ambiguous-amount.ts";
import { amountAsText } from "./amount-as-text.ts";
import { crashedRule } from "./crashed-rule.ts";
import { crossAppendixDisagreement } from "./cross-appendix-disagreement.ts";
import { deadlineOutsidePlan } from "./deadline-outside-plan.ts";
import { disbursedExceedsPlanned } from "./disbursed-exceeds-planned.ts";
import { duplicateLineItem } from "./duplicate-line-item.ts";
import { formulaError } from "./formula-error.ts";
import { fractionalDong } from "./fractional-dong.ts";
import { grandTotalMismatch } from "./grand-total-mismatch.ts";
import { hiddenAmount } from "./hidden-amount.ts";
import { missingAmount } from "./missing-amount.ts";
import { missingColumn } from "./missing-column.ts";
import { missingLeadAgency } from "./missing-lead-agency.ts";
import { missingName } from "./missing-name.ts";
import { missingPeriod } from "./missing-period.ts";
import { missingTotal } from "./missing-total.ts";
import { negativeAmount } from "./negative-amount.ts";
import { newItemStartsBeforePlan } from "./new-item-starts-before-plan.ts";
import { numberGap } from "./number-gap.ts";
import { numberRepeated } from "./number-repeated.ts";
import { partExceedsWhole } from "./part-exceeds-whole.ts";
import { periodOutsidePlan } from "./period-outside-plan.ts";
import { phaseExceedsProject } from "./phase-exceeds-project.ts";
import { planPartsMismatch } from "./plan-parts-mismatch.ts";
import { planSourceMismatch } from "./plan-source-mismatch.ts";
import { planTotalMismatch } from "./plan-total-mismatch.ts";
import { planWordsMismatch } from "./plan-words-mismatch.ts";
import { ratioMismatch } from "./ratio-mismatch.ts";
import { repeatedColumn } from "./repeated-column.ts";
import { reversedPeriod } from "./reversed-period.ts";
import { sameYearPeriod } from "./same-year-period.ts";
import { scaleSuspect } from "./scale-suspect.ts";
import { sectionSumMismatch } from "./section-sum-mismatch.ts";
import { sourceSumMismatch } from "./source-sum-mismatch.ts";
import { sumRangeIncomplete } from "./sum-range-incomplete.ts";
import { targetOutOfRange } from "./target-out-of-range.ts";
import { targetWithoutUnit } from "./target-without-unit.ts";
import { typedTotal } from "./typed-total.ts";
import { unitContradictsPlan } from "./unit-contradicts-plan.ts";
import { unitNotStated } from "./unit-not-stated.ts";
import { unknownForm } from "./unknown-form.ts";
import { unreadableAmount } from "./unreadable-amount.ts";
import { unreadablePeriod } from "./unreadable-period.ts";
import { unsourcedAmount } from "./unsourced-amount.ts";
import { yearExceedsPhase } from "./year-exceeds-phase.ts";

/** Every rule, in the order they run. Ids are for ever. */
export const rules: readonly Rule[] = [
  ambiguousAmount,
  amountAsText,
  formulaError,
  unreadableAmount,
  hiddenAmount,
  unknownForm,
  missingColumn,
  repeatedColumn,
  unitNotStated,
  unitContradictsPlan,
  unreadablePeriod,
  missingName,
  missingLeadAgency,
  missingPeriod,
  missingAmount,
  negativeAmount,
  fractionalDong,
  numberGap,
  numberRepeated,
  sourceSumMismatch,
  unsourcedAmount,
  sectionSumMismatch,
  grandTotalMismatch,
  sumRangeIncomplete,
  missingTotal,
  typedTotal,
  yearExceedsPhase,
  phaseExceedsProject,
  disbursedExceedsPlanned,
  reversedPeriod,
  sameYearPeriod,
  periodOutsidePlan,
  newItemStartsBeforePlan,
  planTotalMismatch,
  planWordsMismatch,
  planPartsMismatch,
  planSourceMismatch,
  duplicateLineItem,
  scaleSuspect,
  crossAppendixDisagreement,
  partExceedsWhole,
  ratioMismatch,
  targetOutOfRange,
  targetWithoutUnit,
  deadlineOutsidePlan,
  crashedRule,
];

const byId = new Map(rules.map((rule) => [rule.id, rule]));

export function ruleById(id: string): Rule {
  const rule = byId.get(id);
  if (!rule) throw new Error(`no rule ${id}`);
  return rule;
}
