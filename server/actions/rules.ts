/** The catalogue of rules, as the service judges by it. */
import type { API } from "../../shared/api.ts";
import type { Answer } from "../../shared/api/route.ts";
import { exampleOf } from "../../shared/rules/examples.ts";
import { rules } from "../../shared/rules/index.ts";
import { CORE_VERSION } from "../../shared/version.ts";

export const listRules = (): Answer<(typeof API)["listRules"]> => ({
  version: CORE_VERSION,
  rules: rules.map(({ id, severity, status, checks, source, fix }) => ({
    id,
    severity,
    status,
    checks,
    example: exampleOf(id),
    source,
    fix,
  })),
});
