/** An organisation's sheets written again: what our reader reads of the copy is what was stored. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { writeAppendix } from "../../server/workbook/write-appendix.ts";
import { checkWorkbook } from "../../shared/check.ts";
import type { Grid } from "../../shared/grid.ts";
import { gridOf, IT_STAFF, PHASE_YEAR, phaseYearGrid, type GridOptions, type Value } from "../builders.ts";
import { collect } from "./collect.ts";
import { loadBytes, readBytes } from "./recalculate.ts";

const AS_OF = "2025-12-01T02:30:00.000Z";
const FIXTURES = new URL("../fixtures/", import.meta.url);
const fixtures = readdirSync(FIXTURES).filter((name) => name.endsWith(".xlsx"));

const copyOf = (grids: readonly Grid[]): Promise<Buffer> =>
  collect((out) => writeAppendix({ grids, asOf: AS_OF }, out));

/** What must not change: everything but number formats of headings and the order of merges. */
const essence = (grids: readonly Grid[]): unknown =>
  grids.map(({ name, rows, merged, hiddenColumns, hidden }) => ({
    name,
    hidden,
    hiddenColumns,
    merged: merged.map((area) => JSON.stringify(area)).sort(),
    rows: rows
      .filter(({ cells }) => cells.length > 0)
      .map(({ row, hidden: isHidden, cells }) => ({
        row,
        isHidden,
        cells: cells.map(({ column, value, formula }) => [column, value, formula ?? null]),
      })),
  }));

describe("an appendix written again", () => {
  for (const name of fixtures) {
    it(`${name} is read as before, with the same findings`, async () => {
      const grids = await readBytes(readFileSync(new URL(name, FIXTURES)));
      const copy = await readBytes(await copyOf(grids));
      assert.deepEqual(essence(copy), essence(grids));
      assert.deepEqual(checkWorkbook(copy), checkWorkbook(grids));
    });
  }

  const CASES: readonly (readonly [string, readonly (readonly Value[])[], GridOptions])[] = [
    ["hidden rows and columns", IT_STAFF, { hiddenRows: [5, 6], hiddenColumns: [3] }],
    ["formats", PHASE_YEAR, { formats: { E7: "#,##0.00", F7: "0%", D7: "@" } }],
    ["merged cells", PHASE_YEAR, { merged: ["A1:M1", "A4:A5", "F4:H4", "I4:L4"] }],
    [
      "truth values",
      [
        ["STT", "Tên"],
        [1, true],
        [2, false],
      ],
      {},
    ],
    [
      "errors",
      [
        ["STT", "Tên", "Kinh phí"],
        [1, "a", "#REF!"],
        [2, "b", "#DIV/0!"],
      ],
      {},
    ],
    ["a sheet without headings", [["Ghi chú"], ["một dòng"]], {}],
    ["an empty sheet", [], {}],
    [
      "texts with breaks and marks",
      [
        ["STT", "Tên"],
        [1, "dòng một\ndòng hai <&>\"'"],
      ],
      {},
    ],
    [
      "texts that look like escapes",
      [
        ["STT", "Tên"],
        [1, "_x000D_ và _x0041_"],
      ],
      {},
    ],
    [
      "blank texts and zeros",
      [
        ["STT", "Tên", "Số"],
        [1, " ", 0],
        [2, "0", -1.5],
      ],
      {},
    ],
  ];
  for (const [name, rows, options] of CASES) {
    it(`keeps ${name}`, async () => {
      const grids = [gridOf(rows, options)];
      const copy = await readBytes(await copyOf(grids));
      assert.deepEqual(essence(copy), essence(grids));
      const formats = (from: readonly Grid[]): unknown =>
        from.flatMap((grid) => grid.rows.slice(5).flatMap(({ cells }) => cells.map(({ format }) => format ?? null)));
      if (name === "formats") assert.deepEqual(formats(copy), formats(grids));
    });
  }

  it("keeps formulas with their results, and those without", async () => {
    const grid: Grid = {
      ...gridOf([]),
      rows: [
        {
          row: 3,
          hidden: false,
          cells: [
            { column: 0, value: 3, formula: "SUM(B3:C3)" },
            { column: 1, value: "có", formula: 'IF(C3>1,"có","không")' },
            { column: 2, value: null, formula: "1+1" },
            { column: 3, value: 0, formula: "B9" },
            { column: 4, value: "#REF!", formula: "#REF!+1" },
          ],
        },
      ],
    };
    assert.deepEqual(essence(await readBytes(await copyOf([grid]))), essence([grid]));
  });

  it("keeps hidden sheets hidden and texts that look like formulas texts", async () => {
    const hidden = { ...gridOf([["ẩn"]], { name: "Ẩn" }), hidden: true };
    const odd: Grid = {
      ...gridOf([], { name: "Hiện" }),
      rows: [
        {
          row: 1,
          hidden: false,
          cells: [
            { column: 0, value: "=1+1" },
            { column: 1, value: "@a" },
          ],
        },
      ],
    };
    const bytes = await copyOf([odd, hidden]);
    assert.deepEqual(essence(await readBytes(bytes)), essence([odd, hidden]));
    const cell = (await loadBytes(bytes)).getWorksheet("Hiện")?.getCell("A1");
    assert.deepEqual([cell?.formula, cell?.numFmt], [undefined, "@"]);
  });

  it("is dated as it is told, with headings that stay and repeat", async () => {
    const workbook = await loadBytes(await copyOf([phaseYearGrid()]));
    assert.equal(workbook.created.toISOString(), AS_OF);
    const [sheet] = workbook.worksheets;
    assert.equal(sheet?.pageSetup.printTitlesRow, "4:5");
    assert.equal(sheet?.views[0]?.state, "frozen");
    assert.ok((sheet?.getColumn(2).width ?? 0) > 15, "names have room");
    assert.ok((sheet?.getColumn(1).width ?? 99) < 12, "numbers need none");
    assert.equal(sheet?.getCell("B4").font.bold, true);
    assert.ok(sheet?.getCell("M9").border?.bottom, "blank cells of the table have lines");
  });

  it("a year among periods stands as they do, and figures to the right", async () => {
    const rows = [
      ["STT", "Tên", "Thời gian thực hiện", "Kinh phí"],
      [1, "a", 2020, 5],
      [2, "b", 2021, 2020],
      [3, "c", "2020-2021", -1.5],
    ];
    const sheet = (await loadBytes(await copyOf([gridOf(rows)]))).worksheets[0];
    const looks = ["C2", "C4", "D3", "D4"].map((at) => {
      const cell = sheet?.getCell(at);
      return [cell?.alignment.horizontal ?? "as it is", cell?.numFmt ?? "General"];
    });
    assert.deepEqual(looks.slice(0, 2), [
      ["left", "General"],
      ["left", "General"],
    ]);
    assert.deepEqual(looks.slice(2), [
      ["as it is", "General"],
      ["as it is", "General"],
    ]);
  });

  it("a sheet without a table has room for its texts, or wraps them", async () => {
    const long = "Vốn sự nghiệp từ ngân sách địa phương và các nguồn vốn hợp pháp khác theo quy định của pháp luật";
    const rows = [
      ["Tỉnh, thành phố", "Vĩnh Long"],
      ["Kinh phí thực hiện từ ngân sách", "26.340 triệu đồng"],
      [long, "1"],
    ];
    const sheet = (await loadBytes(await copyOf([gridOf(rows, { name: "Kế hoạch" })]))).worksheets[0];
    assert.ok((sheet?.getColumn(1).width ?? 0) > 26 && (sheet?.getColumn(2).width ?? 0) > 14);
    assert.equal(sheet?.getCell("A3").alignment.wrapText, true);
    assert.ok((sheet?.getRow(3).height ?? 0) > 25 && (sheet?.getRow(1).height ?? 99) <= 15);
  });

  it("a merge over a whole sheet does not stop it", async () => {
    const grid: Grid = { ...gridOf([["a"]]), merged: [{ top: 1, left: 0, bottom: 1_048_576, right: 16_383 }] };
    const copy = await readBytes(await copyOf([grid]));
    assert.deepEqual(copy[0]?.merged, []);
  });
});
