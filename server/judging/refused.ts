/** What the judging threads refuse, as it is answered. */
import type { Bilingual } from "../../shared/rule.ts";
import { malformed, Problem } from "../problem.ts";
import { refuse } from "../workbook/refusals.ts";
import type { GivenTwice, Refused } from "./tasks.ts";

const GIVEN_TWICE: Readonly<Record<GivenTwice, Bilingual>> = {
  "duplicate-sheet": { vi: "có hai trang tính cùng tên", en: "two sheets bear the same name" },
  "duplicate-row": { vi: "một dòng được gửi hai lần", en: "a row is given twice" },
  "duplicate-cell": { vi: "một ô được gửi hai lần", en: "a cell is given twice" },
};

export function refusedProblem(refused: Refused): Problem {
  if (refused.why === "given-twice") return malformed(`body.sheets ${refused.at}`, GIVEN_TWICE[refused.code]);
  const { vi, en } = refuse(refused.code, refused.sheet);
  return new Problem("workbook-refused", { vi, en });
}
