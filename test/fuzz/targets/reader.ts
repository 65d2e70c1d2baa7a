/** The reader of workbooks: grids that keep what Grid promises, or a refusal that it has a sentence for; never a throw. */
import assert from "node:assert/strict";
import { LAST_COLUMN, LAST_ROW } from "../grid-bounds.ts";
import type { Grid, GridCell } from "../../../shared/grid.ts";
import { readGrids } from "../../../server/workbook/read-grids.ts";
import { REFUSALS } from "../../../server/workbook/refusals.ts";
import type { Target } from "../target.ts";
import { makeOddWorkbook } from "../workbook/make-sheet.ts";
import { mutateWorkbook, shrinkWorkbook } from "../workbook/mutate-workbook.ts";
import { seedWorkbooks } from "../workbook/seeds.ts";

const isAscending = (values: readonly number[]): boolean =>
  values.every((value, index) => index === 0 || value > (values[index - 1] ?? 0));

function checkCell({ column, value, formula, format }: GridCell, where: string): void {
  assert.ok(Number.isInteger(column) && column >= 0 && column <= LAST_COLUMN, `column of ${where}`);
  if (typeof value === "number") assert.ok(Number.isFinite(value), `${where} is "${String(value)}"`);
  if (typeof value === "string") assert.doesNotMatch(value, /[\uFFFE\uFFFF\r]/, `text of ${where}`);
  assert.ok(value !== undefined && (value !== null || formula !== undefined), `value of ${where}`);
  assert.ok(value !== "" || formula !== undefined, `${where} is blank`);
  if (formula !== undefined) assert.ok(formula !== "" && !formula.startsWith("="), `formula of ${where}`);
  if (format !== undefined) assert.ok(format !== "" && format !== "General", `format of ${where}`);
}

export function checkGrid({ name, rows, merged, hiddenColumns, hidden }: Grid): void {
  assert.ok(typeof name === "string" && typeof hidden === "boolean");
  assert.ok(isAscending(rows.map(({ row }) => row)), "rows out of order");
  assert.ok(isAscending(hiddenColumns), "hidden columns out of order");
  for (const { row, hidden: isHidden, cells } of rows) {
    assert.ok(Number.isInteger(row) && row >= 1 && row <= LAST_ROW && typeof isHidden === "boolean", "a row's number");
    assert.ok(isAscending(cells.map(({ column }) => column)), "cells out of order");
    for (const cell of cells) checkCell(cell, `a cell of row "${String(row)}"`);
  }
  for (const { top, left, bottom, right } of merged)
    assert.ok(
      [top, left, bottom, right].every(Number.isInteger) &&
        top >= 1 &&
        left >= 0 &&
        bottom >= top &&
        right >= left &&
        bottom <= LAST_ROW &&
        right <= LAST_COLUMN,
      `merged area "${JSON.stringify([top, left, bottom, right])}"`,
    );
}

function check(bytes: Buffer): void {
  const read = readGrids(bytes, "tệp.xlsx");
  if (!read.ok) {
    assert.ok(read.code in REFUSALS, `no sentence for ${read.code}`);
    return;
  }
  assert.ok(read.grids.length > 0, "no sheet and no refusal");
  for (const grid of read.grids) checkGrid(grid);
  // Told as JSON by the worker: what is lost on the way would be lost there.
  assert.deepEqual(JSON.parse(JSON.stringify(read.grids)), read.grids);
}

export const reader: Target<Buffer> = {
  id: "reader",
  extension: "xlsx",
  seeds: seedWorkbooks,
  make: makeOddWorkbook,
  mutate: mutateWorkbook,
  check,
  shrink: shrinkWorkbook,
  write: (bytes) => bytes,
  read: (bytes) => bytes,
  mostMs: 2_000,
};
