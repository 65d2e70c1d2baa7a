import assert from "node:assert/strict";
import { moveFix } from "../../addin/host/moved-fix.ts";
import type { Edit } from "../../shared/finding.ts";
import type { CellValue } from "../../shared/grid.ts";
import {
  atEachVersion,
  bookOf,
  cellOf,
  joinExcel,
  LINES,
  plain,
  sayTrouble,
  settle,
  valueOf,
  type Joined,
} from "./excel.ts";

const SHEET = "Phụ lục";

function contentOf({ book }: Joined, row: number, column: number): CellValue {
  const cell = book.sheets[0]?.cell(row, column);
  return cell?.formula ?? cell?.value ?? "";
}

atEachVersion(() => {
  describe("a fix writes what it says", () => {
    const cases: readonly [says: string, edit: Edit, was: CellValue, now: CellValue][] = [
      ["a figure", { cell: "C2", was: 300, value: 280 }, 300, 280],
      ["a formula", { cell: "C4", was: 480, formula: "SUM(C2:C3)" }, 480, "=SUM(C2:C3)"],
      [
        "a formula in the place of another",
        { cell: "C4", was: "=SUM(C2:C2)", formula: "SUM(C2:C3)" },
        "=SUM(C2:C2)",
        "=SUM(C2:C3)",
      ],
      ["a text", { cell: "B2", was: "Mạng", value: "Nâng cấp mạng" }, "Mạng", "Nâng cấp mạng"],
      ["a numbering that Excel would take for a figure", { cell: "A2", was: "x", value: "1.10" }, "x", "1.10"],
      ["a numbering that Excel would take for a day", { cell: "A2", was: "x", value: "2/3" }, "x", "2/3"],
      ["a dash that Excel would take for a formula", { cell: "B2", was: "x", value: "- Máy chủ" }, "x", "- Máy chủ"],
      ["a period", { cell: "B2", was: "2021 2025", value: "2021-2025" }, "2021 2025", "2021-2025"],
      ["nothing", { cell: "C2", was: 300, value: "" }, 300, ""],
      ["a figure where nothing was", { cell: "E9", was: "", value: 7 }, "", 7],
    ];
    for (const [says, edit, was, now] of cases) {
      it(`${says}, and takes it back`, async () => {
        const excel = await joinExcel(bookOf(LINES));
        const { row, column } = { row: Number(edit.cell.slice(1)), column: edit.cell.charCodeAt(0) - 65 };
        const [sheet] = excel.book.sheets;
        assert.ok(sheet);
        sheet.put(
          row,
          column,
          typeof was === "string" && was.startsWith("=") ? { formula: was, value: 0 } : { formula: null, value: was },
        );
        const fix = valueOf(await excel.port.applyFix(SHEET, [edit]));
        assert.equal(contentOf(excel, row, column), now);
        valueOf(await excel.port.undoFix(fix));
        assert.equal(contentOf(excel, row, column), was);
      });
    }
    it("a figure into a cell of the text format, which would keep it as text", async () => {
      const excel = await joinExcel(bookOf(LINES));
      const [sheet] = excel.book.sheets;
      assert.ok(sheet);
      sheet.put(2, 2, { value: "300", format: "@" });
      const fix = valueOf(await excel.port.applyFix(SHEET, [{ cell: "C2", was: "300", value: 300 }]));
      assert.deepEqual([sheet.cell(2, 2).value, sheet.cell(2, 2).format], [300, "General"]);
      assert.equal(cellOf(excel, 4, 2), 480);
      valueOf(await excel.port.undoFix(fix));
      assert.deepEqual([sheet.cell(2, 2).value, sheet.cell(2, 2).format], ["300", "@"]);
    });
  });

  describe("a fix writes all or nothing", () => {
    const edits: readonly Edit[] = [
      { cell: "C2", was: 300, value: 310 },
      { cell: "C3", was: 180, value: 190 },
    ];

    it("when a cell has changed since it was checked", async () => {
      const excel = await joinExcel(bookOf(LINES));
      excel.user.types("C3", 181);
      assert.equal(sayTrouble(await excel.port.applyFix(SHEET, edits)), "cells-changed C3");
      assert.deepEqual([cellOf(excel, 2, 2), cellOf(excel, 3, 2)], [300, 181]);
    });
    it("when a cell is locked on a protected sheet", async () => {
      const excel = await joinExcel(bookOf(LINES));
      const [sheet] = excel.book.sheets;
      assert.ok(sheet);
      sheet.put(2, 2, { locked: false });
      sheet.isProtected = true;
      assert.equal(sayTrouble(await excel.port.applyFix(SHEET, edits)), "sheet-protected C2:C3");
      assert.equal(sayTrouble(await excel.port.applyFix(SHEET, edits.slice(0, 1))), "no trouble");
      assert.deepEqual([cellOf(excel, 2, 2), cellOf(excel, 3, 2), sheet.isProtected], [310, 180, true]);
    });
    it("when Excel refuses one of its cells: what was written before that is put back", async () => {
      const excel = await joinExcel(bookOf(LINES));
      const [sheet] = excel.book.sheets;
      assert.ok(sheet);
      sheet.put(5, 2, { value: 7, formula: "=C2:C3*2" });
      sheet.arrays = [{ top: 5, left: 2, bottom: 6, right: 2 }];
      const told: string[] = [];
      valueOf(await excel.port.listen((event) => told.push("by" in event ? event.by : event.kind)));
      const format = { value: "300", format: "@" };
      sheet.put(2, 2, format);
      const both: readonly Edit[] = [
        { cell: "C2", was: "300", value: 310 },
        { cell: "B3", was: "Trục liên thông", value: "Trục" },
        { cell: "C5", was: "=C2:C3*2", value: 1 },
      ];
      assert.equal(sayTrouble(await excel.port.applyFix(SHEET, both)), "excel-failed");
      assert.deepEqual(
        [sheet.cell(2, 2).value, sheet.cell(2, 2).format, sheet.cell(3, 1).value, sheet.cell(5, 2).formula],
        ["300", "@", "Trục liên thông", "=C2:C3*2"],
      );
      await settle();
      assert.ok(told.length > 0 && !told.includes("officer"), told.join(" "));
    });
    it("when the sheet is gone", async () => {
      const { port, user } = await joinExcel(bookOf(LINES));
      user.addsSheet("Khác");
      user.deletesSheet(SHEET);
      assert.equal(sayTrouble(await port.applyFix(SHEET, edits)), "sheet-gone");
    });
    it("and is not taken back when a cell has changed after it", async () => {
      const excel = await joinExcel(bookOf(LINES));
      const fix = valueOf(await excel.port.applyFix(SHEET, edits));
      excel.user.types("C2", 5);
      assert.equal(sayTrouble(await excel.port.undoFix(fix)), "cells-changed C2");
      assert.deepEqual([cellOf(excel, 2, 2), cellOf(excel, 3, 2)], [5, 190]);
    });
    it("and can be taken back where rows were put in above it", async () => {
      const excel = await joinExcel(bookOf(LINES));
      const fix = valueOf(await excel.port.applyFix(SHEET, edits));
      excel.user.insertsRows(SHEET, 2, 2);
      assert.equal(sayTrouble(await excel.port.undoFix(fix)), "cells-changed C2,C3");
      const moved = moveFix(fix, { axis: "rows", at: 2, count: 2 });
      assert.ok(moved);
      valueOf(await excel.port.undoFix(moved));
      assert.deepEqual([cellOf(excel, 4, 2), cellOf(excel, 5, 2)], [300, 180]);
      assert.equal(moveFix(moved, { axis: "rows", at: 4, count: -1 }), null);
    });
    it("of thousands of cells in one batch", async () => {
      const table = Array.from({ length: 3_000 }, (_, index) => [index]);
      const excel = await joinExcel(bookOf(table));
      const many = table.map((_, index) => ({
        cell: `A${String(index + 1)}`,
        was: index,
        value: `${String(index + 1)}.`,
      }));
      valueOf(await excel.port.applyFix(SHEET, many));
      assert.deepEqual([cellOf(excel, 1, 0), cellOf(excel, 3_000, 0)], ["1.", "3000."]);
    });
  });

  describe("the change a fix makes is known to be ours", () => {
    for (const apiVersion of [11, 14] as const) {
      it(`with ExcelApi 1.${String(apiVersion)}, and the officer's next is not`, async () => {
        const { port, user } = await joinExcel(bookOf(LINES), { apiVersion });
        const told: unknown[] = [];
        valueOf(
          await port.listen((event) => {
            if (event.kind === "cells-changed") told.push([event.cells, event.by, event.after]);
          }),
        );
        valueOf(await port.applyFix(SHEET, [{ cell: "C2", was: 300, value: 310 }]));
        await settle();
        user.types("C2", 320);
        await settle();
        assert.deepEqual(plain(told), [
          ["C2", "we", 310],
          ["C2", "officer", 320],
        ]);
      });
      it(`with ExcelApi 1.${String(apiVersion)}, where several cells are mended at once`, async () => {
        const { port } = await joinExcel(bookOf(LINES), { apiVersion });
        const told: string[] = [];
        valueOf(
          await port.listen((event) => {
            if (event.kind === "cells-changed") told.push(`${event.cells} ${event.by}`);
          }),
        );
        const fix = valueOf(
          await port.applyFix(SHEET, [
            { cell: "C2", was: 300, value: 310 },
            { cell: "B3", was: "Trục liên thông", value: "Trục" },
            { cell: "C3", was: 180, value: 190 },
          ]),
        );
        valueOf(await port.undoFix(fix));
        await settle();
        assert.deepEqual(told, ["B3 we", "C2:C3 we", "B3 we", "C2:C3 we"]);
      });
    }
  });
});
