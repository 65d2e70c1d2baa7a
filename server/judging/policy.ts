/** How strictly a round judges. */
import type { Policy } from "../../shared/judge.ts";
import type { KeptTerms } from "../store/rounds.ts";

export const policyOf = (terms: KeptTerms): Policy => ({
  formsAsked: terms.formIds,
  severityOverrides: terms.severityOverrides,
  explainedRules: terms.explainedRuleIds,
  fromYear: terms.fromYear,
  toYear: terms.toYear,
});
