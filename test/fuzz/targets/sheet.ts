/** Whatever a sheet says, it is judged: no throw, no crashed rule, words for all that is found, sums that agree. */
import assert from "node:assert/strict";
import { appendixSchema, planSchema } from "../../../shared/appendix-schema.ts";
import type { Appendix } from "../../../shared/appendix.ts";
import { checkWorkbook, type WorkbookCheck } from "../../../shared/check.ts";
import { compareVersions } from "../../../shared/compare-versions.ts";
import { consolidate, lineReader, type Consolidation, type SubmittedVersion } from "../../../shared/consolidation.ts";
import { describe } from "../../../shared/describe.ts";
import { findingSchema } from "../../../shared/finding-schema.ts";
import type { Edit, Finding } from "../../../shared/finding.ts";
import { applyEdits, editsOf as fixEdits } from "../../../shared/fix.ts";
import { parseCellName, type Grid } from "../../../shared/grid.ts";
import { lineItemsOf } from "../../../shared/line-items.ts";
import { MAX_DONG } from "../../../shared/money.ts";
import { rules } from "../../../shared/rules/index.ts";
import { manifestOf, organisation } from "../../consolidation/build.ts";
import { LAST_COLUMN, LAST_ROW } from "../grid-bounds.ts";
import { writeJson, type Target } from "../target.ts";
import { makeGrids } from "../sheets/make-grids.ts";
import { mutateGrids, shrinkGrids } from "../sheets/mutate-grids.ts";
import { seedGrids } from "../sheets/seed-grids.ts";

function checkPlace(cell: string, rule: string): void {
  const at = parseCellName(cell);
  assert.ok(at && at.row <= LAST_ROW && at.column <= LAST_COLUMN, `${rule} names "${cell}"`);
}

const editsOf = ({ fix }: Finding): readonly Edit[] => {
  if (!fix) return [];
  return fix.kind === "choose" ? fix.options.flatMap(({ edits }) => edits) : fix.edits;
};

/** What no sentence says of itself. */
const UNSAID = /\bundefined\b|\bNaN\b|\bInfinity\b|\[object /;

/** Every fact that its sentence names is there. */
function checkFacts({ rule, variant, facts }: Finding): void {
  const sentence = rules.find(({ id }) => id === rule)?.says[variant];
  assert.ok(sentence, `${rule} has no sentence "${variant}"`);
  for (const [, name = ""] of `${sentence.vi} ${sentence.en}`.matchAll(/\{(\w+)\}/g))
    assert.ok(name === "cells" || name === "sheet" || name in facts || `${name}Dong` in facts, `${rule} lacks ${name}`);
}

function checkFinding(finding: Finding, sheets: ReadonlySet<string>): void {
  findingSchema.parse(finding);
  const { rule, cells, sheet } = finding;
  assert.notEqual(rule, "crashed-rule", JSON.stringify(finding.facts));
  assert.ok(sheets.has(sheet), `${rule} is on no sheet`);
  checkFacts(finding);
  for (const cell of cells) checkPlace(cell, rule);
  for (const { cell } of editsOf(finding)) checkPlace(cell, rule);
  const [vi, en] = [describe(finding, "vi"), describe(finding, "en")];
  for (const text of [vi, en]) if (!UNSAID.test(JSON.stringify(finding.facts))) assert.doesNotMatch(text, UNSAID, rule);
  assert.ok(vi !== "" && en !== "" && vi !== rule && en !== rule, `no words for ${rule}`);
  assert.equal(JSON.stringify(JSON.parse(JSON.stringify(finding))), JSON.stringify(finding));
}

function checkAppendix(appendix: Appendix): void {
  appendixSchema.parse(appendix);
  const { figureColumns, rows } = appendix;
  for (const [index, row] of rows.entries()) {
    assert.ok(row.parent < index, "a row stands under one below it");
    assert.equal(row.figures.length, figureColumns.length, "figures by column");
    for (const [column, value] of row.figures.entries()) {
      if (value === null || figureColumns[column]?.holds.type !== "amount") continue;
      const isDong = Number.isSafeInteger(value) && Math.abs(value) <= MAX_DONG;
      assert.ok(isDong || appendix.unit === null, `an amount is "${String(value)}"`);
      assert.ok(Number.isFinite(value) && !Object.is(value, -0), `an amount is "${String(value)}"`);
    }
  }
}

/** Too large a sum to be kept is said to be so: the service tells the officer. */
async function merge(version: SubmittedVersion): Promise<Consolidation | null> {
  try {
    return await consolidate(manifestOf([organisation("a")]), () => [version]);
  } catch (trouble) {
    if (trouble instanceof RangeError && trouble.message.includes("a total is larger")) return null;
    throw trouble;
  }
}

/** A consolidation of it alone says what its line items say. */
async function checkMerged({ plan, sheets, findings }: WorkbookCheck): Promise<void> {
  const appendices = sheets.flatMap(({ appendix }) => appendix ?? []);
  const version: SubmittedVersion = { organisationId: "a", version: 1, explanations: [], plan, appendices, findings };
  const merged = await merge(version);
  if (merged) checkLines(merged, version);
  const lineIds = new Map(lineItemsOf(appendices).map(({ key }) => [key, key]));
  const compared = { plan, appendices, lineIds };
  const { added, removed, changed } = compareVersions(compared, compared);
  assert.deepEqual([added.length, removed.length, changed.length], [0, 0, 0], "a version differs from itself");
}

function checkLines(merged: Consolidation, version: SubmittedVersion): void {
  const lines = [...lineReader(merged)(version)];
  assert.equal(lines.length, merged.total.lineItems, "lines of a consolidation");
  for (const [index] of merged.columns.entries()) {
    const said = lines.flatMap(({ amounts }) => amounts[index] ?? []);
    const sum = said.reduce((all, amount) => all + amount, 0);
    if (Number.isSafeInteger(sum))
      assert.equal(merged.total.amounts[index] ?? 0, sum, "the sum of a consolidation's lines");
  }
}

/** What a safe fix writes mends what was found. */
function checkMended(grids: readonly Grid[], findings: readonly Finding[]): void {
  const found = findings.find(({ fix }) => fix?.safe === true);
  if (!found?.fix) return;
  const edits = fixEdits(found.fix);
  const mended = grids.map((grid) => (grid.name === found.sheet ? applyEdits(grid, edits) : grid));
  const place = ({ rule, variant, sheet: on, cells }: Finding): string => [rule, variant, on, ...cells].join(" ");
  const left = checkWorkbook(mended).findings.some((one) => place(one) === place(found));
  assert.ok(!left, `a safe fix of ${found.rule} mends nothing`);
}

async function check(grids: readonly Grid[]): Promise<void> {
  const found = checkWorkbook(grids);
  assert.equal(JSON.stringify(checkWorkbook(grids)), JSON.stringify(found), "judged twice");
  if (found.plan) planSchema.parse(found.plan);
  const names = new Set(grids.map(({ name }) => name));
  for (const finding of found.findings) checkFinding(finding, names);
  for (const { appendix } of found.sheets) if (appendix) checkAppendix(appendix);
  checkMended(grids, found.findings);
  await checkMerged(found);
}

export const sheet: Target<readonly Grid[]> = {
  id: "sheet",
  extension: "json",
  seeds: seedGrids,
  make: makeGrids,
  mutate: mutateGrids,
  check,
  shrink: shrinkGrids,
  write: writeJson,
  read: (bytes) => JSON.parse(bytes.toString("utf8")) as readonly Grid[],
  mostMs: 2_000,
};
