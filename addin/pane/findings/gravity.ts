import type { Severity } from "../../../shared/finding.ts";

/** The gravest first; a question stops a submission as an error does. */
export const BY_GRAVITY: readonly Severity[] = ["error", "ask", "warning", "info"];
