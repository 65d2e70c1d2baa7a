import assert from "node:assert/strict";
import { describe as sayInWords } from "../../shared/describe.ts";
import type { Grid } from "../../shared/grid.ts";
import { crashedRule } from "../../shared/rules/crashed-rule.ts";
import { check, phaseYearGrid, planGrid } from "../builders.ts";
import { testRule } from "./cases.ts";

/**
 * A plan sheet whose name throws when it is put into a text, as no sheet's does: reading only passes the name on, and the
 * rules that point to the plan's cell from the appendix are the first to print it.
 */
const unprintable = (grid: Grid): Grid => {
  const name = {
    toString: (): string => {
      throw new Error("a name that can't be printed");
    },
  };
  return { ...grid, name: name as unknown as string };
};

const CRASHING = [unprintable(planGrid({ B8: "2.300 triệu đồng" })), phaseYearGrid({ D8: "2020-2020" })];

testRule("crashed-rule", [
  {
    name: "each rule that could not run is told",
    grids: CRASHING,
    finds: ["", ""],
    variant: "standard",
    severity: "error",
    facts: { ruleId: "plan-total-mismatch" },
  },
  { name: "all rules can run", grids: [planGrid(), phaseYearGrid()], finds: [], only: true },
]);

describe("a crash", () => {
  const finding = crashedRule.found("Phụ lục", "standard", { cells: [], facts: { ruleId: "year-exceeds-phase" } });

  it("is an error on its sheet, without a cell or a fix", () => {
    assert.deepEqual(finding, {
      rule: "crashed-rule",
      variant: "standard",
      severity: "error",
      sheet: "Phụ lục",
      cells: [],
      facts: { ruleId: "year-exceeds-phase" },
      fix: null,
    });
  });

  it("leaves the other rules' findings", () => {
    const { findings } = check(...CRASHING);
    const rules = new Set(findings.map(({ rule }) => rule));
    for (const rule of ["crashed-rule", "plan-words-mismatch", "same-year-period"]) assert.ok(rules.has(rule), rule);
  });

  for (const language of ["vi", "en"] as const) {
    it(`names the rule, in ${language}`, () => {
      assert.match(sayInWords(finding, language), /“year-exceeds-phase”/);
    });
  }
});
