import assert from "node:assert/strict";
import type { Grid } from "../../shared/grid.ts";
import { workbookOf } from "../host-sim/workbook-of.ts";
import { bookOf, joinExcel, LINES, plain, sayTrouble, valueOf } from "./excel.ts";

const EMPTY = { name: "Phụ lục", merged: [], hiddenColumns: [], hidden: false };

const gridWith = (change: Partial<Grid>): Grid => ({ ...EMPTY, rows: [], ...change });

/** The grid as it comes back from Excel. */
async function readBack(grid: Grid, payloadLimit = 5_000_000): Promise<Grid> {
  const { port } = await joinExcel(workbookOf([grid]), { payloadLimit });
  return JSON.parse(JSON.stringify(valueOf(await port.readSheet(grid.name, "asked")))) as Grid;
}

const rowsOf = (count: number, text: (row: number) => string): Grid["rows"] =>
  Array.from({ length: count }, (_, index) => ({
    row: index + 1,
    hidden: false,
    cells: [
      { column: 0, value: text(index + 1) },
      { column: 1, value: index * 1_000 },
    ],
  }));

describe("a sheet read through Excel is the sheet", () => {
  const formats = [
    { column: 0, value: 0.2, format: "0%" },
    { column: 2, value: 45_000, format: "dd/mm/yyyy" },
    { column: 3, value: 12 },
    { column: 4, value: "#REF!", formula: "C9+1" },
    { column: 5, value: "", formula: 'IF(C9=0,"",C9)' },
    { column: 6, value: true },
  ];
  const hidden = rowsOf(2_500, String).map((row) => ({ ...row, hidden: row.row % 700 === 0 || row.row > 2_400 }));
  const cases: readonly [says: string, grid: Grid][] = [
    ["without any cell", gridWith({})],
    [
      "with shares, days, errors, blanks that are formulas",
      gridWith({ rows: [{ row: 9, hidden: false, cells: formats }] }),
    ],
    ["that is hidden", gridWith({ hidden: true, rows: rowsOf(2, String) })],
    ["with hidden rows here and there", gridWith({ rows: hidden })],
    ["with all rows hidden", gridWith({ rows: rowsOf(5, String).map((row) => ({ ...row, hidden: true })) })],
    ["with rows and columns hidden here and there", gridWith({ rows: hidden.slice(0, 1_500), hiddenColumns: [0] })],
    [
      "with rows hidden here and there and no column to be seen",
      gridWith({ rows: hidden.slice(0, 1_500), hiddenColumns: [0, 1] }),
    ],
    ["with a hidden column", gridWith({ rows: rowsOf(3, String), hiddenColumns: [1] })],
    ["with all columns hidden", gridWith({ rows: rowsOf(3, String), hiddenColumns: [0, 1] })],
    ["with merged cells", gridWith({ rows: rowsOf(3, String), merged: [{ top: 1, left: 0, bottom: 3, right: 0 }] })],
    ["with texts that begin as formulas do", gridWith({ rows: rowsOf(2, (row) => `=A${String(row + 5)}`) })],
    [
      "with one stray cell a million rows down",
      gridWith({ rows: [...rowsOf(3, String), { row: 1_000_000, hidden: false, cells: [{ column: 0, value: "x" }] }] }),
    ],
  ];
  for (const [says, grid] of cases) {
    it(says, async () => {
      assert.deepEqual(await readBack(grid), grid);
    });
  }
  it("with more merged areas than Excel tells at once", async () => {
    const merged = Array.from({ length: 1_300 }, (_, index) => ({
      top: index + 1,
      left: 1,
      bottom: index + 1,
      right: 2,
    }));
    const tall = { top: 600, left: 0, bottom: 700, right: 0 };
    const read = await readBack(gridWith({ rows: rowsOf(1_300, String), merged: [...merged, tall] }));
    assert.equal(read.merged.length, 1_301);
  });
  it("with hidden rows, though it is protected", async () => {
    const book = workbookOf([gridWith({ rows: hidden })]);
    for (const sheet of book.sheets) sheet.isProtected = true;
    const { port } = await joinExcel(book);
    const read = plain(valueOf(await port.readSheet("Phụ lục", "background"))) as Grid;
    assert.deepEqual(read.rows, hidden);
  });
  it("with line breaks of Windows in its texts", async () => {
    const read = await readBack(gridWith({ rows: rowsOf(1, () => "Mạng\r\nmáy chủ") }));
    assert.deepEqual(read.rows[0]?.cells[0], { column: 0, value: "Mạng\nmáy chủ" });
  });
  it("with texts too long for Excel to send a thousand rows at once", async () => {
    const grid = gridWith({ rows: rowsOf(1_500, (row) => `${String(row)} ${"dài ".repeat(50)}`) });
    assert.deepEqual(await readBack(grid, 300_000), grid);
  });
});

describe("20,000 line items", () => {
  const grid = gridWith({
    rows: rowsOf(20_000, (row) => `Nhiệm vụ ${String(row)}`),
  });

  it("come in blocks of at most 1,000 rows, one exchange each, no answer over 5 MB", async () => {
    const { port, transport } = await joinExcel(workbookOf([grid]));
    const read = valueOf(await port.readSheet("Phụ lục", "asked"));
    assert.equal(read.rows.length, 20_000);
    assert.deepEqual(read.rows[19_999], grid.rows[19_999]);
    // The used range, twenty blocks, the formats of the last, the merged areas; and what the library sends to tidy up.
    assert.ok(transport.log.length <= 26, String(transport.log.length));
    assert.ok(transport.log.every(({ answerBytes }) => answerBytes < 200_000));
  });
  it("with every other row hidden by a filter cost one exchange more a block", async () => {
    const filtered = gridWith({ rows: grid.rows.map((row) => ({ ...row, hidden: row.row % 2 === 0 })) });
    const { port, transport } = await joinExcel(workbookOf([filtered]));
    const read = valueOf(await port.readSheet("Phụ lục", "background"));
    assert.equal(read.rows.filter(({ hidden }) => hidden).length, 10_000);
    assert.deepEqual(read.rows[1], filtered.rows[1]);
    assert.ok(transport.log.length <= 46 + 20, String(transport.log.length));
  });
  it("never keep the page waiting for more than one block", async () => {
    const { port } = await joinExcel(workbookOf([grid]));
    let turns = 0;
    const clock = setInterval(() => (turns += 1), 0);
    valueOf(await port.readSheet("Phụ lục", "background"));
    clearInterval(clock);
    assert.ok(turns >= 20, String(turns));
  });
  it("are refused, not choked on, when the sheet is beyond all measure", async () => {
    const wide = gridWith({
      rows: Array.from({ length: 400 }, (_, index) => ({
        row: index + 1,
        hidden: false,
        cells: [{ column: index === 0 ? 16_000 : 0, value: 1 }],
      })),
    });
    const { port } = await joinExcel(workbookOf([wide]));
    assert.equal(sayTrouble(await port.readSheet("Phụ lục", "asked")), "sheet-too-large");
  });
});

describe("the list of sheets", () => {
  it("says which are hidden, protected and in front", async () => {
    const book = bookOf(LINES);
    const second = book.addSheet("Kế hoạch");
    second.visibility = "VeryHidden";
    second.isProtected = true;
    const { port } = await joinExcel(book);
    const sheets = valueOf(await port.listSheets());
    const say = ({ name, isHidden, isActive, isProtected }: (typeof sheets)[number]): unknown[] => [
      name,
      isHidden,
      isActive,
      isProtected,
    ];
    assert.deepEqual(plain(sheets.map(say)), [
      ["Phụ lục", false, true, false],
      ["Kế hoạch", true, false, true],
    ]);
  });
  it("gives ids that outlive a new name", async () => {
    const { port, book } = await joinExcel(bookOf(LINES));
    const [sheet] = valueOf(await port.listSheets());
    const [first] = book.sheets;
    assert.ok(sheet && first);
    first.name = "PL 1 (đã sửa)";
    assert.equal(valueOf(await port.readSheet(sheet.id, "background")).name, "PL 1 (đã sửa)");
    assert.equal(sayTrouble(await port.readSheet("Phụ lục", "background")), "sheet-gone");
  });
});
