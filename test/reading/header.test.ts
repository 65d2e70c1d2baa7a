import assert from "node:assert/strict";
import { findTables, type Table } from "../../shared/reading/header.ts";
import {
  COMPUTERS,
  gridOf,
  IT_STAFF,
  PHASE_YEAR,
  PHASE_YEAR_MERGED,
  SINGLE_AMOUNT,
  TARGETS,
  type Value,
} from "../builders.ts";

type Rows = readonly (readonly Value[])[];

const ITEM: readonly Value[] = [1, "Mạng", 100, 60, 40];

function tableOf(rows: Rows, merged: readonly string[] = []): Table {
  const tables = findTables(gridOf(rows, { merged }));
  assert.equal(tables.length, 1);
  const [table] = tables;
  assert.ok(table);
  return table;
}

const headings = (table: Table): string[] => table.columns.map(({ cell, path }) => `${cell} ${path.join(" › ")}`);
const rowsOf = (rows: Table["body"]): number[] => rows.map(({ row }) => row);

interface Case {
  readonly rows: Rows;
  readonly merged?: readonly string[];
  readonly headings: readonly string[];
  /** First and last row of the header. */
  readonly at: readonly [number, number];
}

const GROUPED = ["A1 STT", "B1 Tên dự án", "C1 Tổng", "D2 Kinh phí › TW", "E2 Kinh phí › ĐP"];

const HEADERS: Readonly<Record<string, Case>> = {
  "one row": {
    rows: [["STT", "Tên dự án", "Kinh phí"], ITEM],
    headings: ["A1 STT", "B1 Tên dự án", "C1 Kinh phí"],
    at: [1, 1],
  },
  "two rows, merged": {
    rows: [["STT", "Tên dự án", "Tổng", "Kinh phí", null], [null, null, null, "TW", "ĐP"], ITEM],
    merged: ["A1:A2", "B1:B2", "C1:C2", "D1:E1"],
    headings: GROUPED,
    at: [1, 2],
  },
  "two rows, not merged": {
    rows: [["STT", "Tên dự án", "Tổng", "Kinh phí"], [null, null, null, "TW", "ĐP"], ITEM],
    headings: GROUPED,
    at: [1, 2],
  },
  "a group that is not merged ends where the next has a text": {
    rows: [["STT", "Tên", "Năm 2020", null, "Năm 2021", null, "Ghi chú"], [null, null, "TW", "ĐP", "TW", "ĐP"], ITEM],
    headings: [
      "A1 STT",
      "B1 Tên",
      "C2 Năm 2020 › TW",
      "D2 Năm 2020 › ĐP",
      "E2 Năm 2021 › TW",
      "F2 Năm 2021 › ĐP",
      "G1 Ghi chú",
    ],
    at: [1, 2],
  },
  "three rows, merged": {
    rows: [
      ["STT", "Tên", "Kinh phí", null, null],
      [null, null, "Tổng", "Trong đó", null],
      [null, null, null, "TW", "ĐP"],
      ITEM,
    ],
    merged: ["A1:A3", "B1:B3", "C1:E1", "C2:C3", "D2:E2"],
    headings: ["A1 STT", "B1 Tên", "C2 Kinh phí › Tổng", "D3 Kinh phí › Trong đó › TW", "E3 Kinh phí › Trong đó › ĐP"],
    at: [1, 3],
  },
  "three rows, not merged": {
    rows: [["STT", "Tên", "Kinh phí"], [null, null, "Tổng", "Trong đó"], [null, null, null, "TW", "ĐP"], ITEM],
    headings: ["A1 STT", "B1 Tên", "C2 Kinh phí › Tổng", "D3 Kinh phí › Trong đó › TW", "E3 Kinh phí › Trong đó › ĐP"],
    at: [1, 3],
  },
  "the groups' row above the one with STT": {
    rows: [[null, null, null, "Kinh phí"], ["STT", "Tên dự án", "Tổng", "TW", "ĐP"], ITEM],
    headings: ["A2 STT", "B2 Tên dự án", "C2 Tổng", "D2 Kinh phí › TW", "E2 Kinh phí › ĐP"],
    at: [1, 2],
  },
  "years as numbers in its second row": {
    rows: [["STT", "Tên dự án", "Tổng", "Kinh phí"], [null, null, null, 2021, 2022], ITEM],
    headings: ["A1 STT", "B1 Tên dự án", "C1 Tổng", "D2 Kinh phí › 2021", "E2 Kinh phí › 2022"],
    at: [1, 2],
  },
  "a row of column letters": {
    rows: [["STT", "Tên dự án", "Kinh phí"], ["A", "B", "C"], ITEM],
    headings: ["A1 STT", "B1 Tên dự án", "C1 Kinh phí"],
    at: [1, 2],
  },
  "a row of column numbers": {
    rows: [["STT", "Tên dự án", "Kinh phí"], [1, 2, 3], ITEM],
    headings: ["A1 STT", "B1 Tên dự án", "C1 Kinh phí"],
    at: [1, 2],
  },
  "a row of column numbers with sums": {
    rows: [["STT", "Tên dự án", "Tổng", "TW", "ĐP"], ["(1)", "(2)", "3=4+5", "4", "5"], ITEM],
    headings: ["A1 STT", "B1 Tên dự án", "C1 Tổng", "D1 TW", "E1 ĐP"],
    at: [1, 2],
  },
  "no letters: a first item with few figures": {
    rows: [
      ["STT", "Tên dự án", "Kinh phí"],
      [1, "Mạng cục bộ", 3],
    ],
    headings: ["A1 STT", "B1 Tên dự án", "C1 Kinh phí"],
    at: [1, 1],
  },
  "blank rows under it": {
    rows: [["STT", "Tên dự án", "Kinh phí"], [], [], ITEM],
    headings: ["A1 STT", "B1 Tên dự án", "C1 Kinh phí"],
    at: [1, 1],
  },
  "at column D, row 4": {
    rows: [["PHỤ LỤC"], [], [], [null, null, null, "STT", "Tên dự án", "Kinh phí"], [null, null, null, ...ITEM]],
    headings: ["D4 STT", "E4 Tên dự án", "F4 Kinh phí"],
    at: [4, 4],
  },
  "titles and the unit's line right above it": {
    rows: [
      ["DANH MỤC DỰ ÁN NĂM 2020"],
      [null, null, null, "Đơn vị tính: triệu đồng"],
      ["STT", "Tên", "Tổng", "TW"],
      ITEM,
    ],
    headings: ["A3 STT", "B3 Tên", "C3 Tổng", "D3 TW"],
    at: [3, 3],
  },
  "a title merged over it": {
    rows: [["DANH MỤC DỰ ÁN NĂM 2020"], ["STT", "Tên", "Tổng", "TW"], ITEM],
    merged: ["A1:D1"],
    headings: ["A2 STT", "B2 Tên", "C2 Tổng", "D2 TW"],
    at: [2, 2],
  },
  "one heading merged over two columns": {
    rows: [["STT", "Tên", "Kinh phí", "Ghi chú", null], ITEM],
    merged: ["D1:E1"],
    headings: ["A1 STT", "B1 Tên", "C1 Kinh phí", "D1 Ghi chú"],
    at: [1, 1],
  },
  "the number column not the first": {
    rows: [
      ["Tên dự án", "STT", "Kinh phí"],
      ["Mạng", 1, 100],
    ],
    headings: ["A1 Tên dự án", "B1 STT", "C1 Kinh phí"],
    at: [1, 1],
  },
  "line breaks and spaces in its texts": {
    rows: [["STT", "Tên\ndự  án ", " Kinh\u00a0phí"], ITEM],
    headings: ["A1 STT", "B1 Tên dự án", "C1 Kinh phí"],
    at: [1, 1],
  },
};

describe("findTables", () => {
  for (const [name, expected] of Object.entries(HEADERS)) {
    it(`reads a header: ${name}`, () => {
      const table = tableOf(expected.rows, expected.merged);
      assert.deepEqual(headings(table), expected.headings);
      assert.deepEqual([table.top, table.bottom], expected.at);
      assert.deepEqual(rowsOf(table.body), [expected.rows.length], "the item below is the table's body");
    });
  }

  for (const word of ["STT", "TT", "stt", "Số TT", "Số thứ tự", "Mã số", "S.TT", " STT. ", "số tt"]) {
    it(`begins a table at "${word}"`, () => {
      assert.equal(findTables(gridOf([[word, "Tên dự án", "Kinh phí"], ITEM])).length, 1);
    });
  }

  const NO_TABLES: Readonly<Record<string, Rows>> = {
    "an empty sheet": [],
    "a cover": [["ỦY BAN NHÂN DÂN"], ["BÁO CÁO"], ["Năm 2020", null, 2020]],
    "STT by itself": [["STT"], [1], [2]],
    "a header of two columns": [
      ["STT", "Tên dự án"],
      [1, "Mạng"],
    ],
    "STT within a sentence": [
      ["Cột STT ghi số thứ tự", "Người nhận", "Ngày nhận"],
      [1, "Mạng", 100],
    ],
    "an item named TT-TT": [["1", "TT-TT", 100]],
  };
  for (const [name, rows] of Object.entries(NO_TABLES)) {
    it(`finds no table on ${name}`, () => {
      assert.deepEqual(findTables(gridOf(rows)), []);
    });
  }

  it("reads the builders' sheets: the header in its rows, all else before and after", () => {
    const table = tableOf(PHASE_YEAR, PHASE_YEAR_MERGED);
    assert.deepEqual([table.top, table.bottom], [4, 5]);
    assert.deepEqual(rowsOf(table.before), [1, 2, 3]);
    assert.deepEqual(rowsOf(table.body), [6, 7, 8, 9, 10, 11, 12, 13]);
    assert.deepEqual(headings(tableOf(PHASE_YEAR)), headings(table), "with and without merged cells");
    assert.deepEqual([tableOf(IT_STAFF).bottom, tableOf(COMPUTERS).bottom, tableOf(TARGETS).bottom], [3, 4, 2]);
  });

  it("takes a header printed again for no new table", () => {
    const [head = [], ...rest] = SINGLE_AMOUNT.slice(2);
    const table = tableOf([...SINGLE_AMOUNT.slice(0, 2), head, ...rest.slice(0, 2), head, ...rest.slice(2)]);
    assert.equal(table.top, 3);
    assert.deepEqual(rowsOf(table.body), [4, 5, 6, 7, 8]);
  });

  it("takes both rows of a header printed again for no new table", () => {
    const head = PHASE_YEAR.slice(3, 5);
    assert.equal(tableOf([...PHASE_YEAR.slice(0, 8), ...head, ...PHASE_YEAR.slice(8)]).body.length, 10);
  });

  it("finds two tables under each other, the second with its own titles", () => {
    const tables = findTables(gridOf([...SINGLE_AMOUNT, [], ["CHỈ TIÊU NĂM 2020"], ...TARGETS.slice(1)]));
    assert.deepEqual(
      tables.map(({ top, columns }) => `${String(top)}: ${String(columns.length)}`),
      ["3: 8", "10: 4"],
    );
    assert.deepEqual(rowsOf(tables[1]?.before ?? []).slice(-1), [9]);
    assert.deepEqual(rowsOf(tables[1]?.body ?? []), [11, 12, 13]);
  });

  it("finds three tables under each other", () => {
    const sheet = [...TARGETS, [], ...IT_STAFF, [], ...COMPUTERS];
    assert.deepEqual(
      findTables(gridOf(sheet)).map(({ top }) => top),
      [2, 8, 18],
    );
  });
});
