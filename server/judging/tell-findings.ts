/** Findings with their sentences. In a judging thread, where the answers are written: there may be thousands. */
import type { ToldFinding } from "../../shared/api/findings.ts";
import { describe } from "../../shared/describe.ts";
import type { Finding } from "../../shared/finding.ts";

export const tellFindings = (findings: readonly Finding[]): readonly ToldFinding[] =>
  findings.map((finding) => ({
    ...finding,
    message: { vi: describe(finding, "vi"), en: describe(finding, "en") },
  }));
