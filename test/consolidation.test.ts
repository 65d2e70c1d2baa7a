import assert from "node:assert/strict";
import { consolidate, totalsByProvince, type Consolidation } from "../shared/consolidation.ts";
import {
  check,
  gridOf,
  phaseYearGrid,
  planGrid,
  PHASE_YEAR,
  SINGLE_AMOUNT,
  TARGETS,
  withCells,
  type Value,
} from "./builders.ts";
import type { Grid } from "../shared/grid.ts";

const merge = (...workbooks: readonly (readonly Grid[])[]): Consolidation =>
  consolidate(workbooks.map((grids, index) => ({ file: `tinh-${String(index + 1)}.xlsx`, check: check(...grids) })));

const columnsOf = ({ columns }: Consolidation): string[] =>
  columns.map(
    ({ scope, kind, source }) =>
      `${kind === "planned" ? "" : "disbursed "}${scope} ${typeof source === "string" ? source : `${String(source.origin)}/${String(source.nature)}`}`,
  );

const totalOf = (consolidation: Consolidation, column: string): number =>
  [...totalsByProvince(consolidation).values()].reduce(
    (sum, totals) => sum + (totals[columnsOf(consolidation).indexOf(column)] ?? 0),
    0,
  );

describe("consolidation", () => {
  it("adds up line items, never printed totals", () => {
    const wrongTotals = merge([phaseYearGrid({ F13: 1, F6: 2, F9: 3 }), planGrid()]);
    assert.equal(totalOf(wrongTotals, "phase total"), 11_850e6);
    assert.equal(totalOf(wrongTotals, "phase central/null"), 3_000e6);
    assert.equal(totalOf(wrongTotals, "year null/investment"), 2_400e6);
    assert.equal(totalOf(wrongTotals, "project unsourced"), 16_350e6);
    assert.equal(totalOf(wrongTotals, "phase unsourced"), 0);
    assert.equal(wrongTotals.lines.length, 5);
    assert.equal(wrongTotals.lines[0]?.sections, "I. Hạ tầng kỹ thuật");
    assert.equal(wrongTotals.lines[0]?.province, "Vĩnh Long");
  });

  it("shows money without a source as such", () => {
    const unsourced = merge([phaseYearGrid({ G12: null, H12: null })]);
    assert.equal(totalOf(unsourced, "phase unsourced"), 1_500e6);
  });

  it("brings every unit to đồng", () => {
    const thousand = withCells(SINGLE_AMOUNT, { H2: "Đơn vị tính: nghìn đồng" });
    const both = merge([gridOf(SINGLE_AMOUNT)], [gridOf(thousand, { name: "Khác" })]);
    assert.equal(totalOf(both, "project total"), 46_190e6 + 46_190e3);
  });

  it("keeps money that a section gives in one sum", () => {
    const rows = PHASE_YEAR.map((row) => [...row]);
    for (const row of rows.slice(6, 8)) row.splice(4, 8);
    const lumped = merge([gridOf(rows)]);
    assert.equal(totalOf(lumped, "phase total"), 11_850e6);
    assert.ok(lumped.lines.some(({ name }) => name === "Hạ tầng kỹ thuật"));
  });

  it("splits an item by its sub-items where they carry the money", () => {
    const rows: Value[][] = [
      ...SINGLE_AMOUNT.slice(0, 4).map((row) => [...row]),
      ["-", "Phần cứng", null, null, null, null, 500],
      ["-", "Phần mềm", null, null, null, null, 1000],
      ...SINGLE_AMOUNT.slice(4).map((row) => [...row]),
    ];
    const split = merge([gridOf(rows)]);
    assert.equal(totalOf(split, "project total"), 46_190e6);
    assert.ok(split.lines.some(({ sections }) => sections === "1. Duy trì Kiến trúc chính quyền điện tử"));
  });

  it("takes two splits of one total once", () => {
    const rows = [
      ["Đơn vị tính: triệu đồng"],
      ["STT", "Tên dự án", "Đơn vị chủ trì", "Tổng mức đầu tư", "NSTW", "NSĐP", "Vốn ĐTPT", "Vốn SN"],
      [1, "Mạng diện rộng của tỉnh", "Sở A", 100, 60, 40, 70, 30],
      [2, "Phần mềm một cửa điện tử", "Sở B", 50, 0, 50, 0, 50],
      ["TỔNG", null, null, 150, 60, 90, 70, 80],
    ];
    const merged = merge([gridOf(rows)]);
    assert.equal(totalOf(merged, "project total"), 150e6);
    assert.equal(totalOf(merged, "project unsourced"), 0);
    assert.equal(totalOf(merged, "project null/investment"), 70e6);
  });

  it("names what it leaves out and why", () => {
    const noUnit = gridOf(withCells(SINGLE_AMOUNT, { H2: null }));
    const merged = merge([gridOf(SINGLE_AMOUNT)], [gridOf(SINGLE_AMOUNT)], [noUnit], [gridOf(TARGETS)]);
    assert.deepEqual(
      merged.sources.map(({ file, leftOut }) => [file, leftOut]),
      [
        ["tinh-1.xlsx", null],
        ["tinh-2.xlsx", null],
        ["tinh-3.xlsx", "unit-unknown"],
        ["tinh-4.xlsx", "no-money"],
      ],
    );
    const again = merge([gridOf(SINGLE_AMOUNT), planGrid()], [gridOf(SINGLE_AMOUNT, { name: "Bản sao" }), planGrid()]);
    assert.deepEqual(
      again.sources.map(({ leftOut }) => leftOut),
      [null, "same-appendix"],
    );
    assert.equal(totalOf(again, "project total"), 46_190e6);
  });

  it("gives the same result for the same input", () => {
    const grids = [phaseYearGrid(), planGrid()];
    assert.deepEqual(merge(grids, [gridOf(SINGLE_AMOUNT)]), merge(grids, [gridOf(SINGLE_AMOUNT)]));
  });

  it("merges nothing into nothing", () => {
    assert.deepEqual(consolidate([]), { columns: [], lines: [], sources: [] });
  });
});
