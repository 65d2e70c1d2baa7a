import assert from "node:assert/strict";
import type { Mark } from "../../addin/host/port.ts";
import { cellName } from "../../shared/grid.ts";
import { printArea } from "../host-sim/address.ts";
import type { Workbook } from "../host-sim/workbook.ts";
import { atEachVersion, bookOf, joinExcel, LINES, sayTrouble, valueOf } from "./excel.ts";

/** "phuluc:error C2:C3,C4". */
const formatsOf = (book: Workbook): readonly string[] =>
  (book.sheets[0]?.conditionalFormats ?? [])
    .map(({ formula, areas }) => `${/"(.*)"/.exec(formula)?.[1] ?? formula} ${areas.map(printArea).join(",")}`)
    .sort();

const error = (...cells: readonly string[]): Mark => ({ severity: "error", cells });
const warning = (...cells: readonly string[]): Mark => ({ severity: "warning", cells });

atEachVersion(() => {
  describe("marks on cells", () => {
    const cases: readonly [says: string, steps: readonly (readonly Mark[])[], shown: readonly string[]][] = [
      ["one error", [[error("C2")]], ["phuluc:error C2"]],
      ["a format for each severity", [[warning("C3"), error("C2")]], ["phuluc:error C2", "phuluc:warning C3"]],
      ["neighbours as one area", [[error("C3", "C2", "B2", "B3", "C9")]], ["phuluc:error B2:C3,C9"]],
      ["one format where several findings are as grave", [[error("C2"), error("C4")]], ["phuluc:error C2,C4"]],
      ["the gravest finding of a cell", [[warning("C2", "C3"), error("C2")]], ["phuluc:error C2", "phuluc:warning C3"]],
      ["only the last ones", [[error("C2")], [warning("C3")]], ["phuluc:warning C3"]],
      ["none any more", [[error("C2"), warning("C3")], []], []],
      ["what is no cell, not at all", [[error("Phụ lục")]], []],
    ];
    for (const [says, steps, shown] of cases) {
      it(`show ${says}`, async () => {
        const { port, book } = await joinExcel(bookOf(LINES));
        for (const marks of steps) valueOf(await port.mark("Phụ lục", marks, "asked"));
        assert.deepEqual(formatsOf(book), shown);
      });
    }

    it("leave the officer's own formats alone, coming and going", async () => {
      const { port, book } = await joinExcel(bookOf(LINES));
      const [sheet] = book.sheets;
      assert.ok(sheet);
      sheet.put(2, 2, { fill: "#FFFF00" });
      const theirs = {
        id: "theirs",
        areas: [{ top: 2, left: 2, bottom: 3, right: 2 }],
        formula: "=C2>200",
        fill: "#00FF00",
      };
      sheet.conditionalFormats.push(theirs);
      const before = structuredClone({ cells: sheet.cells, formats: sheet.conditionalFormats });
      valueOf(await port.mark("Phụ lục", [error("C2", "C3")], "asked"));
      assert.equal(sheet.conditionalFormats.length, 2);
      assert.deepEqual(sheet.cells, before.cells);
      valueOf(await port.mark("Phụ lục", [], "asked"));
      assert.deepEqual({ cells: sheet.cells, formats: sheet.conditionalFormats }, before);
    });
    it("that are there already are not written again, so that a saved workbook stays saved", async () => {
      const { port, book, user } = await joinExcel(bookOf(LINES));
      const marks = [error("C2", "C4"), warning("B2", "B3")];
      assert.equal(valueOf(await port.mark("Phụ lục", marks, "asked")), "marked");
      user.saves();
      assert.equal(valueOf(await port.mark("Phụ lục", marks, "asked")), "unchanged");
      assert.equal(book.isDirty, false);
    });
    it("move with their rows, and are known where they are", async () => {
      const { port, book, user } = await joinExcel(bookOf(LINES));
      valueOf(await port.mark("Phụ lục", [error("C3")], "asked"));
      user.insertsRows("Phụ lục", 2, 3);
      assert.deepEqual(formatsOf(book), ["phuluc:error C6"]);
      assert.equal(valueOf(await port.mark("Phụ lục", [error("C6")], "asked")), "unchanged");
    });
    it("on thousands of scattered cells are all set: Excel cuts long addresses without a word", async () => {
      const { port, book } = await joinExcel(bookOf(LINES));
      const cells = Array.from({ length: 6_000 }, (_, index) => cellName(2 * index + 1, index % 7));
      valueOf(await port.mark("Phụ lục", [error(...cells)], "asked"));
      const marked = book.sheets[0]?.conditionalFormats.flatMap(({ areas }) => areas.map(printArea)) ?? [];
      assert.deepEqual(new Set(marked), new Set(cells));
      valueOf(await port.mark("Phụ lục", [], "asked"));
      assert.deepEqual(formatsOf(book), []);
    });
    it("are not set on a protected sheet, which is never unprotected", async () => {
      const { port, book } = await joinExcel(bookOf(LINES));
      const [sheet] = book.sheets;
      assert.ok(sheet);
      sheet.isProtected = true;
      assert.equal(sayTrouble(await port.mark("Phụ lục", [error("C2")], "asked")), "sheet-protected");
      assert.equal(sheet.isProtected, true);
    });
    for (const [where, area] of [
      ["column", { top: 1, left: 2, bottom: 1_048_576, right: 2 }],
      ["sheet", { top: 1, left: 0, bottom: 1_048_576, right: 16_383 }],
    ] as const)
      it(`that the officer's copying spread over a whole ${where} go back to their cells, and go`, async () => {
        const { port, book } = await joinExcel(bookOf(LINES));
        valueOf(await port.mark("Phụ lục", [error("C2")], "asked"));
        const [format] = book.sheets[0]?.conditionalFormats ?? [];
        assert.ok(format);
        format.areas = [area];
        assert.equal(valueOf(await port.mark("Phụ lục", [error("C2")], "asked")), "marked");
        assert.deepEqual(formatsOf(book), ["phuluc:error C2"]);
        format.areas = [area];
        valueOf(await port.mark("Phụ lục", [], "asked"));
        assert.deepEqual(formatsOf(book), []);
      });
    it("are not set unasked where the workbook was saved a moment ago", async () => {
      const { port, book } = await joinExcel(bookOf(LINES));
      assert.equal(valueOf(await port.mark("Phụ lục", [error("C2")], "background")), "saved");
      assert.deepEqual([formatsOf(book), book.isDirty], [[], false]);
      book.isDirty = true;
      assert.equal(valueOf(await port.mark("Phụ lục", [error("C2")], "background")), "marked");
      book.isDirty = false;
      book.isAutoSaved = true;
      assert.equal(valueOf(await port.mark("Phụ lục", [], "background")), "marked");
    });
    it("on a sheet that is gone are no fault", async () => {
      const { port } = await joinExcel(bookOf(LINES));
      assert.equal(sayTrouble(await port.mark("Phụ lục 9", [error("C2")], "asked")), "sheet-gone");
    });
  });
});
