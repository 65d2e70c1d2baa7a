/** What the sign-in page came back with, behind the # of its address. */
import { describeProblem, PROBLEM_CODES, type ProblemCode } from "../../shared/api/problems.ts";
import type { Bilingual } from "../../shared/rule.ts";

export type OidcReturn =
  { readonly kind: "code"; readonly code: string } | { readonly kind: "problem"; readonly told: Bilingual };

const isProblemCode = (text: string): text is ProblemCode => (PROBLEM_CODES as readonly string[]).includes(text);

/** @param text "code=…" or "problem=…&email=…"; with or without the # */
export function readOidcReturn(text: string): OidcReturn {
  const { problem = "", code = "", ...facts } = Object.fromEntries(new URLSearchParams(text.replace(/^#/, "")));
  if (problem === "" && code !== "") return { kind: "code", code };
  const { vi, en } = describeProblem(isProblemCode(problem) ? problem : "oidc-failed", facts);
  return { kind: "problem", told: { vi, en } };
}
