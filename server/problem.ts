/** What can't be done, on its way to the client: thrown by actions, answered as problem+json in one place. */
import type { ProblemCode, ProblemFacts } from "../shared/api/problems.ts";

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
