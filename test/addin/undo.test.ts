/** The officer's own undo outlives us. */
import assert from "node:assert/strict";
import { atEachVersion, bookOf, cellOf, joinExcel, LINES, settle, valueOf, type Joined } from "./excel.ts";

const SHEET = "Phụ lục";

/** The pane is open and has read the sheet; then the officer types. */
async function afterTyping(keepsUndo: boolean): Promise<Joined> {
  const book = bookOf(LINES);
  const [sheet] = book.sheets;
  assert.ok(sheet);
  sheet.merged = [{ top: 1, left: 3, bottom: 1, right: 4 }];
  sheet.hiddenRows = new Set([3]);
  const excel = await joinExcel(book, { keepsUndo });
  valueOf(await excel.port.listen(() => undefined));
  valueOf(await excel.port.watchSaves(() => undefined));
  valueOf(await excel.port.readSheet(SHEET, "asked"));
  excel.user.types("C2", 310);
  await settle();
  return excel;
}

atEachVersion(() => {
  describe("the officer's undo survives", () => {
    const harmless: readonly [says: string, act: (excel: Joined) => Promise<unknown>][] = [
      ["reading in the background", ({ port }) => port.readSheet(SHEET, "background")],
      ["the list of sheets", ({ port }) => port.listSheets()],
      ["going to a cell", ({ port }) => port.select(SHEET, "C2")],
      ["marks that are there already", ({ port }) => port.mark(SHEET, [], "asked")],
      ["what the workbook says of itself", ({ port }) => port.readProperties()],
      ["the rules of entry", ({ port }) => port.readEntryRules(SHEET, "A1:C4")],
      ["a fix that was refused", ({ port }) => port.applyFix(SHEET, [{ cell: "C2", was: 1, value: 2 }])],
      ["more listeners", ({ port }) => port.listen(() => undefined)],
    ];
    for (const keepsUndo of [false, true]) {
      for (const [says, act] of harmless) {
        it(`${says}, in ${keepsUndo ? "the newest Excel" : "Excel 2021"}`, async () => {
          const excel = await afterTyping(keepsUndo);
          await act(excel);
          assert.equal(excel.user.undoes(), true);
          assert.equal(cellOf(excel, 2, 2), 300);
        });
      }
    }
    it("marks, where Excel keeps the undo", async () => {
      const excel = await afterTyping(true);
      valueOf(await excel.port.mark(SHEET, [{ severity: "error", cells: ["C2"] }], "asked"));
      assert.equal(excel.user.undoes(), true);
    });
    it("a fix, which it takes back before the officer's own step", async () => {
      const excel = await afterTyping(true);
      valueOf(await excel.port.applyFix(SHEET, [{ cell: "C3", was: 180, value: 190 }]));
      excel.user.undoes();
      assert.deepEqual([cellOf(excel, 2, 2), cellOf(excel, 3, 2)], [310, 180]);
      excel.user.undoes();
      assert.equal(cellOf(excel, 2, 2), 300);
    });
  });

  describe("the officer's undo is lost, and the host says so beforehand", () => {
    it("when marks are written into an Excel that does not keep it", async () => {
      const excel = await afterTyping(false);
      assert.equal(excel.port.facts.keepsUndo, false);
      valueOf(await excel.port.mark(SHEET, [{ severity: "error", cells: ["C2"] }], "asked"));
      assert.equal(excel.user.undoes(), false);
    });
    it("when merged cells are read anew, which Excel takes for writing", async () => {
      const excel = await afterTyping(false);
      valueOf(await excel.port.readSheet(SHEET, "asked"));
      const { readsMergedAreas } = excel.port.facts;
      const clearedBy = excel.book.undo.clearedBy.join(" ");
      assert.equal(clearedBy.includes("GetMergedAreasOrNullObject"), readsMergedAreas);
    });
    it("by what we never call: settings and the ribbon", async () => {
      const excel = await afterTyping(true);
      excel.Office.context.document.settings.saveAsync();
      assert.equal(excel.user.undoes(), false);
      assert.deepEqual(excel.book.undo.clearedBy, ["settings.saveAsync"]);
    });
  });
});
