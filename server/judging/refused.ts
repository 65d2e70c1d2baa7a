/** What the judging threads refuse, as it is answered. */
import { Problem } from "../problem.ts";
import { refuse } from "../workbook/refusals.ts";
import type { Refused } from "./tasks.ts";

export function refusedProblem(refused: Refused): Problem {
  if (refused.why === "given-twice")
    return new Problem("malformed-request", { where: `body.sheets ${refused.at}`, why: refused.code });
  const { vi, en } = refuse(refused.code, refused.sheet);
  return new Problem("workbook-refused", { vi, en });
}
