/** How every rule is tested: a table of sheets, each with the cells the rule must find on it, or none. */
import assert from "node:assert/strict";
import { checkWorkbook } from "../../shared/check.ts";
import { describe as sayInWords } from "../../shared/describe.ts";
import type { Finding } from "../../shared/finding.ts";
import { applyEdits, editsOf } from "../../shared/fix.ts";
import type { Grid } from "../../shared/grid.ts";
import { ruleById } from "../../shared/rules/index.ts";

export interface Case {
  readonly name: string;
  readonly grids: readonly Grid[];
  /** For each finding of the rule its cells, joined by ","; [] when the rule must be silent. */
  readonly finds: readonly string[];
  readonly variant?: string;
  readonly severity?: string;
  /** Facts that the first finding must hold. */
  readonly facts?: Readonly<Record<string, unknown>>;
  /** All rules that speak of the sheet, where the case is about one cause giving one finding. */
  readonly only?: boolean;
  /** The fix (of a choice: this option) must make the finding go. */
  readonly mendedBy?: number;
}

export function testRule(id: string, cases: readonly Case[]): void {
  describe(`rule ${id}`, () => {
    it("has cases both ways", () => {
      assert.ok(
        cases.some(({ finds }) => finds.length > 0),
        "no case in which it speaks",
      );
      assert.ok(
        cases.some(({ finds }) => finds.length === 0),
        "no case in which it is silent",
      );
    });
    for (const testCase of cases) it(testCase.name, () => runCase(id, testCase));
  });
}

function runCase(id: string, testCase: Case): void {
  const { findings } = checkWorkbook(testCase.grids);
  const own = findings.filter(({ rule }) => rule === id);
  assert.deepEqual(
    own.map(({ cells }) => cells.join(",")),
    testCase.finds,
    `all findings: ${findings.map(({ rule, cells }) => `${rule}@${cells.join(",")}`).join("; ")}`,
  );
  for (const finding of own) checkWords(finding);
  const [first] = own;
  if (testCase.variant !== undefined) assert.equal(first?.variant, testCase.variant);
  if (testCase.severity !== undefined) assert.equal(first?.severity, testCase.severity);
  for (const [name, value] of Object.entries(testCase.facts ?? {})) assert.deepEqual(first?.facts[name], value, name);
  if (testCase.only === true) {
    const others = findings.filter(({ rule }) => rule !== id && rule !== "typed-total");
    assert.deepEqual(
      others.map(({ rule, cells }) => `${rule}@${cells.join(",")}`),
      [],
    );
  }
  if (testCase.mendedBy !== undefined && first) checkMended(id, testCase, first);
}

/** Both languages say something, with every placeholder filled by a fact. */
function checkWords(finding: Finding): void {
  const sentence = ruleById(finding.rule).says[finding.variant];
  for (const [, name = ""] of `${sentence?.vi ?? ""} ${sentence?.en ?? ""}`.matchAll(/\{(\w+)\}/g)) {
    const isKnown = name === "cells" || name === "sheet" || name in finding.facts || `${name}Dong` in finding.facts;
    assert.ok(isKnown, `${finding.rule}/${finding.variant}: no fact for {${name}}`);
  }
  for (const language of ["vi", "en"] as const) {
    const words = sayInWords(finding, language);
    assert.doesNotMatch(words, /undefined|null|NaN|\{|\}/, words);
    assert.ok(words.length > 20, words);
  }
  assert.ok(ruleById(finding.rule).says[finding.variant], finding.variant);
}

function checkMended(id: string, { grids, mendedBy }: Case, finding: Finding): void {
  assert.ok(finding.fix, "there is no fix");
  const edits = editsOf(finding.fix, mendedBy);
  assert.ok(edits.length > 0, "the fix edits nothing");
  const mended = grids.map((grid) => (grid.name === finding.sheet ? applyEdits(grid, edits) : grid));
  const left = checkWorkbook(mended).findings.filter(
    (other) => other.rule === id && other.cells[0] === finding.cells[0],
  );
  assert.deepEqual(left, []);
}
