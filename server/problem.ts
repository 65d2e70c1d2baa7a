/** What can't be done, on its way to the client: thrown by actions, answered as problem+json in one place. */
import type { ProblemCode, ProblemFacts } from "../shared/api/problems.ts";
import type { Bilingual } from "../shared/rule.ts";

export class Problem extends Error {
  readonly code: ProblemCode;
  readonly facts: ProblemFacts;
  /** What belongs to the code; sent as it is. */
  readonly details: unknown;

  constructor(code: ProblemCode, facts: ProblemFacts = {}, details?: unknown) {
    super(code);
    this.code = code;
    this.facts = facts;
    this.details = details;
  }
}

/**
 * A request that is not right, with what is wrong in both languages.
 * @param where "body.name"
 * @param faults all that is wrong, each with its place; the one told alone when not given
 */
export const malformed = (where: string, why: Bilingual, faults: readonly unknown[] = [{ where, ...why }]): Problem =>
  new Problem("malformed-request", { where, why: why.vi, whyEn: why.en }, faults);
