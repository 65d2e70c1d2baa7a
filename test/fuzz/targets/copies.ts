/** Copies of workbooks of all kinds: what was annotated is cleaned part for part, and a fixed copy keeps every other cell. */
import assert from "node:assert/strict";
import { annotate } from "../../../server/workbook/annotate.ts";
import { clean } from "../../../server/workbook/clean.ts";
import { fix } from "../../../server/workbook/fix.ts";
import { readGrids } from "../../../server/workbook/read-grids.ts";
import { REFUSALS, type RefusalCode } from "../../../server/workbook/refusals.ts";
import { checkWorkbook } from "../../../shared/check.ts";
import { isFindingsSheet } from "../../../shared/findings-sheet.ts";
import type { Finding } from "../../../shared/finding.ts";
import { cellName, type Grid, type GridCell } from "../../../shared/grid.ts";
import type { Target } from "../target.ts";
import { isInOrder } from "../workbook/is-in-order.ts";
import { makeOddWorkbook } from "../workbook/make-sheet.ts";
import { mutateWorkbook, shrinkWorkbook } from "../workbook/mutate-workbook.ts";
import { takeApart } from "../workbook/package.ts";
import { seedWorkbooks } from "../workbook/seeds.ts";

const FILE = "tệp.xlsx";

type Copy = { readonly ok: true; readonly bytes: Buffer } | { readonly ok: false; readonly code: RefusalCode };

function copied(copy: Copy): Buffer | null {
  if (copy.ok) return copy.bytes;
  assert.ok(copy.code in REFUSALS, `no sentence for ${copy.code}`);
  return null;
}

/** Null where the file is refused. */
function gridsOf(bytes: Buffer): readonly Grid[] | null {
  const read = readGrids(bytes, FILE);
  return read.ok ? read.grids : null;
}

/** One at the first cells of each sheet, a blank one among them, and one far out. */
const findingsEverywhere = (grids: readonly Grid[]): readonly Finding[] =>
  grids.flatMap(({ name, rows }) =>
    (["error", "warning", "ask", "info"] as const).map((severity, index): Finding => {
      const row = rows[index];
      const cells = [cellName(row?.row ?? index + 1, row?.cells[0]?.column ?? index), "B2", `C${String(900 + index)}`];
      return { rule: "number-gap", variant: "standard", severity, sheet: name, cells, facts: {}, fix: null };
    }),
  );

/** A figure or text of each sheet written anew, as a safe fix would. */
const fixesOf = (grids: readonly Grid[]): readonly Finding[] =>
  grids.flatMap(({ name, rows }) =>
    rows.slice(0, 4).flatMap(({ row, cells }): Finding[] => {
      const [cell] = cells;
      if (!cell || cell.value === null || cell.formula !== undefined) return [];
      const at = cellName(row, cell.column);
      const edits = [
        { cell: at, was: cell.value, value: typeof cell.value === "number" ? 12_345 : 'chữ <mới> & "khác"' },
      ];
      const mends = { kind: "set-value" as const, safe: true, edits };
      return [
        { rule: "number-gap", variant: "standard", severity: "error", sheet: name, cells: [at], facts: {}, fix: mends },
      ];
    }),
  );

const partsOf = (bytes: Buffer): ReadonlyMap<string, string> =>
  new Map(takeApart(bytes)?.map(({ name, content }) => [name, content.toString("latin1")]));

function checkAnnotated(bytes: Buffer, grids: readonly Grid[]): void {
  const findings = [...checkWorkbook(grids).findings, ...findingsEverywhere(grids)];
  const before = copied(clean(bytes, FILE));
  const marked = copied(annotate(bytes, { fileName: FILE, findings, explanations: [], language: "vi" }));
  if (!marked) return;
  const read = gridsOf(marked);
  assert.ok(read, "an annotated copy is refused");
  const isOurs = ({ name }: Grid): boolean => isFindingsSheet(name);
  assert.deepEqual(
    read.filter((grid) => !isOurs(grid)),
    grids.filter((grid) => !isOurs(grid)),
    "an annotated copy reads otherwise",
  );
  const cleaned = copied(clean(marked, FILE));
  assert.ok(cleaned, "an annotated copy can't be cleaned");
  assert.deepEqual(partsOf(cleaned), partsOf(before ?? bytes), "a cleaned copy has other parts");
}

/** What a formula is worth follows from what was written. */
const withoutResult = (cell: GridCell): GridCell => (cell.formula === undefined ? cell : { ...cell, value: null });

function checkFixed(bytes: Buffer, grids: readonly Grid[]): void {
  const findings = fixesOf(grids);
  const mended = fix(bytes, { fileName: FILE, findings, grids });
  const copy = copied(mended);
  if (!mended.ok || !copy) return;
  assert.equal(mended.applied + mended.left, findings.length, "fixes counted");
  const read = gridsOf(copy);
  assert.ok(read, "a fixed copy is refused");
  for (const [index, grid] of grids.entries()) {
    const written = new Set(findings.filter(({ sheet }) => sheet === grid.name).flatMap(({ cells }) => cells));
    const rest = ({ rows }: Grid): unknown =>
      rows.flatMap(({ row, cells }) =>
        cells.filter(({ column }) => !written.has(cellName(row, column))).map((cell) => [row, withoutResult(cell)]),
      );
    assert.deepEqual(rest(read[index] ?? { ...grid, rows: [] }), rest(grid), "a fixed copy changes other cells");
  }
}

/** Of torn XML programs make different things: there copies are made or refused, and only a throw would be a fault. */
function copyAnyway(bytes: Buffer, grids: readonly Grid[]): void {
  copied(clean(bytes, FILE));
  copied(annotate(bytes, { fileName: FILE, findings: findingsEverywhere(grids), explanations: [], language: "en" }));
  copied(fix(bytes, { fileName: FILE, findings: fixesOf(grids), grids }));
}

function check(bytes: Buffer): void {
  const grids = gridsOf(bytes);
  if (!grids || !isInOrder(bytes)) {
    copyAnyway(bytes, grids ?? []);
    return;
  }
  checkAnnotated(bytes, grids);
  checkFixed(bytes, grids);
}

export const copies: Target<Buffer> = {
  id: "copies",
  extension: "xlsx",
  seeds: seedWorkbooks,
  make: makeOddWorkbook,
  mutate: mutateWorkbook,
  check,
  shrink: shrinkWorkbook,
  write: (bytes) => bytes,
  read: (bytes) => bytes,
  mostMs: 4_000,
};
