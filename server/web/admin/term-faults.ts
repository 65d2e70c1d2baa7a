/** What the service finds wrong with a round's terms, at the fields that it is about. */
import type { Trouble } from "../../../addin/sync/reply.ts";
import type { Bilingual } from "../../../shared/rule.ts";
import { faultsByField } from "./request-faults.ts";
import { TERM_NAMES } from "./round-words.ts";
import type { TermFaults } from "./typed-terms.ts";

interface FoundFaults {
  readonly faults: TermFaults;
  /** What is about no field, or about several. */
  readonly whole: Bilingual | null;
}

export function findTermFaults(trouble: Trouble): FoundFaults {
  if (trouble.code === "unfit-terms") {
    const term = String(trouble.facts["term"]);
    return term in TERM_NAMES ? { faults: { [term]: trouble.told }, whole: null } : { faults: {}, whole: trouble.told };
  }
  if (trouble.code !== "malformed-request") return { faults: {}, whole: trouble.told };
  const { whole = null, ...told } = faultsByField(trouble, "whole");
  const isKnown = Object.keys(told).every((name) => name in TERM_NAMES);
  return isKnown ? { faults: told, whole } : { faults: told, whole: trouble.told };
}
