/** What came of a request: an answer, or trouble in words. */
import type { ProblemCode, ProblemFacts } from "../../shared/api/problems.ts";
import type { Bilingual } from "../../shared/rule.ts";

/** "unreachable": no answer of the service came; "garbled": one that is not by the contract, as of something in between. */
export type TroubleCode = ProblemCode | "unreachable" | "garbled";

export interface Trouble {
  readonly ok: false;
  /** 0 where no answer came. */
  readonly status: number;
  readonly code: TroubleCode;
  readonly told: Bilingual;
  readonly facts: ProblemFacts;
  readonly details: unknown;
}

export type Reply<T> = { readonly ok: true; readonly value: T } | Trouble;

/** Trouble that is not the service's. */
export const troubleOf = (code: TroubleCode, told: Bilingual, status = 0): Trouble => ({
  ok: false,
  status,
  code,
  told,
  facts: {},
  details: undefined,
});
