/** An Excel with a workbook in it and the add-in's host joined to it, for the tests of addin/. */
import assert from "node:assert/strict";
import { connectHost } from "../../addin/host/excel-host.ts";
import type { Host, Outcome } from "../../addin/host/port.ts";
import type { CellValue } from "../../shared/grid.ts";
import { openExcel, type ExcelOptions, type SimulatedExcel } from "../host-sim/simulated-excel.ts";
import { Workbook } from "../host-sim/workbook.ts";

/** ExcelApi 1.11 is required, 1.14 is Excel 2021, 1.15 all that the library from npm knows. */
export const API_VERSIONS = [11, 14, 15] as const;

/** What a joined Excel has where a case does not say. */
let usualVersion = 14;

/** The cases once for each version; those that say their own keep it. */
export function atEachVersion(define: (apiVersion: number) => void): void {
  for (const apiVersion of API_VERSIONS)
    describe(`ExcelApi 1.${String(apiVersion)}:`, () => {
      before(() => {
        usualVersion = apiVersion;
      });
      after(() => {
        usualVersion = 14;
      });
      define(apiVersion);
    });
}

export const POLL_MS = 5;
const STEP_MS = 2;

export interface Joined extends SimulatedExcel {
  /** As `host` stands for the simulated one. */
  readonly port: Host;
}

/** Whoever watches a save would keep the process alive. */
const joined: Host[] = [];
afterEach(async () => {
  for (const port of joined.splice(0)) await port.close();
});

export async function joinExcel(book: Workbook, options: ExcelOptions = {}): Promise<Joined> {
  const excel = openExcel(book, { apiVersion: usualVersion, ...options });
  const port = valueOf(await connectHost(excel, { pollMs: POLL_MS }));
  joined.push(port);
  return { ...excel, port };
}

export function valueOf<T>(outcome: Outcome<T>): T {
  assert.ok(outcome.ok, outcome.ok ? "" : `${outcome.trouble.code} ${outcome.trouble.detail}`);
  return outcome.value;
}

/** "cells-changed F8,F9". */
export const sayTrouble = (outcome: Outcome<unknown>): string =>
  outcome.ok ? "no trouble" : [outcome.trouble.code, outcome.trouble.cells.join(",")].join(" ").trim();

/** One sheet, its cells from A1 on as if they had been typed. */
export function bookOf(table: readonly (readonly CellValue[])[], name = "Phụ lục"): Workbook {
  const book = new Workbook();
  const sheet = book.addSheet(name);
  const area = { top: 1, left: 0, bottom: table.length, right: Math.max(...table.map((line) => line.length)) - 1 };
  book.write(sheet, area, (row, column) => table[row - 1]?.[column]);
  book.isDirty = false;
  return book;
}

export const LINES: readonly (readonly CellValue[])[] = [
  ["TT", "Tên nhiệm vụ", "Kinh phí"],
  [1, "Nâng cấp mạng", 300],
  [2, "Trục liên thông", 180],
  ["", "Tổng cộng", "=SUM(C2:C3)"],
];

/** Long enough for answers and events to arrive. */
export async function settle(ms = 30): Promise<void> {
  // In short steps: however busy the machine, whoever else waits takes as many turns meanwhile.
  for (let waited = 0; waited < ms; waited += STEP_MS) await new Promise((resolve) => setTimeout(resolve, STEP_MS));
}

/** What a cell of the first sheet holds. */
export function cellOf({ book }: Pick<Joined, "book">, row: number, column: number): CellValue {
  const [sheet] = book.sheets;
  assert.ok(sheet);
  return sheet.cell(row, column).value;
}

/** Values made in the library's own context are of other classes, which deepEqual would tell apart. */
export const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
