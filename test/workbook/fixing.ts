/** What the tests of fixed copies share. */
import assert from "node:assert/strict";
import type { Edit, Finding } from "../../shared/finding.ts";
import { fix, type Mended } from "../../server/workbook/fix.ts";
import { findingsOf, gridsOf } from "./copies.ts";
import { makeWorkbook, type WorkbookToMake } from "./make-workbook.ts";
import { partsOf } from "./parts.ts";

export function fixed(
  bytes: Buffer,
  findings: readonly Finding[] = findingsOf(bytes),
): Mended & { readonly bytes: Buffer } {
  const copy = fix(bytes, { fileName: "tệp.xlsx", findings, grids: gridsOf(bytes) });
  assert.ok(copy.ok, JSON.stringify(copy));
  return copy;
}

export const finding = (edits: readonly Edit[], safe = true): Finding => ({
  rule: "number-gap",
  variant: "standard",
  severity: "warning",
  sheet: "Trang 1",
  cells: edits.map(({ cell }) => cell),
  facts: {},
  fix: { kind: "set-value", safe, edits },
});

/** For texts, for whole figures in groups, with an apostrophe before all that is typed. */
export const STYLES = [
  "<xf/>",
  '<xf numFmtId="49" fontId="7" applyNumberFormat="1"><alignment wrapText="1"/></xf>',
  '<xf numFmtId="3"/>',
  '<xf numFmtId="0" quotePrefix="1"><protection locked="0"/></xf>',
];

export const sheet = (rows: string, more: Partial<WorkbookToMake> = {}): Buffer =>
  makeWorkbook({
    sheets: [{ xml: `<cols><col min="3" max="3" style="2"/></cols><sheetData>${rows}</sheetData>` }],
    styles: `<cellXfs count="4">${STYLES.join("")}</cellXfs>`,
    ...more,
  });

export const sheetOf = (bytes: Buffer): string =>
  /<sheetData>(.*)<\/sheetData>/.exec(partsOf(bytes).get("xl/worksheets/sheet1.xml") ?? "")?.[1] ?? "";
