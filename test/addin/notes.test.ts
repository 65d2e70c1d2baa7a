/** What is kept in the workbook or about it: notes, its file, which file it is, what is selected. */
import assert from "node:assert/strict";
import { API_VERSIONS, bookOf, joinExcel, LINES, plain, sayTrouble, settle, valueOf, type Joined } from "./excel.ts";

const SHEET = "Phụ lục";

describe("notes in the workbook", () => {
  const values: readonly unknown[] = ["một", 5, true, ["a", 1], { rule: "missing-name", cells: ["B2"], text: "Đã có" }];
  for (const apiVersion of API_VERSIONS) {
    it(`are what was written, and others' are left alone (ExcelApi 1.${String(apiVersion)})`, async () => {
      const { port, book } = await joinExcel(bookOf(LINES), { apiVersion });
      book.settings.set("Office.AutoShowTaskpaneWithDocument", true);
      for (const [index, value] of values.entries()) valueOf(await port.writeNotes(`n${String(index)}`, value));
      const read = plain(valueOf(await port.readNotes()));
      assert.deepEqual(read, Object.fromEntries(values.map((value, index) => [`n${String(index)}`, value])));
      assert.deepEqual([...book.settings.keys()].slice(0, 2), ["Office.AutoShowTaskpaneWithDocument", "phuluc.n0"]);
      assert.equal(book.isDirty, true);
    });
  }
  it("are not written again, so that a saved workbook stays saved and the undo stays", async () => {
    const { port, book, user } = await joinExcel(bookOf(LINES));
    for (const [index, value] of values.entries()) valueOf(await port.writeNotes(`n${String(index)}`, value));
    user.types("C2", 310);
    user.saves();
    for (const [index, value] of values.entries()) valueOf(await port.writeNotes(`n${String(index)}`, value));
    valueOf(await port.writeNotes("none", null));
    assert.deepEqual([book.isDirty, user.undoes()], [false, true]);
  });
  it("are replaced and taken away", async () => {
    const { port, book } = await joinExcel(bookOf(LINES));
    valueOf(await port.writeNotes("a", 1));
    valueOf(await port.writeNotes("b", 1));
    valueOf(await port.writeNotes("a", 2));
    valueOf(await port.writeNotes("b", null));
    assert.deepEqual([...book.settings], [["phuluc.a", 2]]);
  });
  it("empty the undo when they are written into an Excel that does not keep it", async () => {
    const { port, user } = await joinExcel(bookOf(LINES));
    user.types("C2", 310);
    valueOf(await port.readNotes());
    assert.equal(user.undoes(), true);
    user.types("C2", 310);
    valueOf(await port.writeNotes("a", 1));
    assert.equal(user.undoes(), false);
  });
});

describe("which file it is", () => {
  const cases: readonly [url: string | null, key: string][] = [
    ["", ""],
    [null, ""],
    ["Book1", ""],
    ["C:\\Kế hoạch\\PL1.xlsx", "C:\\Kế hoạch\\PL1.xlsx"],
    ["/Users/lan/PL1.xlsx", "/Users/lan/PL1.xlsx"],
    ["https://so.sharepoint.com/PL1.xlsx", "https://so.sharepoint.com/PL1.xlsx"],
  ];
  for (const [url, key] of cases) {
    it(`${String(url)} is ${key === "" ? "never saved" : "known by it"}`, async () => {
      const book = bookOf(LINES);
      Object.assign(book, { url });
      assert.equal((await joinExcel(book)).port.facts.documentKey, key);
    });
  }
});

describe("the workbook's file", () => {
  const bytes = Uint8Array.from({ length: 1_300_000 }, (_, index) => index % 251);
  it("comes whole, slice by slice, and is closed", async () => {
    const { port, host } = await joinExcel(bookOf(LINES), { apiVersion: 11 });
    host.desk.file = bytes;
    for (let time = 0; time < 3; time++) assert.deepEqual(valueOf(await port.readFile()), bytes);
    assert.equal(host.desk.openFiles, 0);
  });
  it("of nothing is nothing", async () => {
    const { port, host } = await joinExcel(bookOf(LINES));
    host.desk.file = new Uint8Array();
    assert.equal(valueOf(await port.readFile()).length, 0);
    assert.equal(host.desk.openFiles, 0);
  });
  it("is refused where it can't be had, and where a slice is missing it is closed all the same", async () => {
    const { port, host, Office: office } = await joinExcel(bookOf(LINES));
    assert.equal(sayTrouble(await port.readFile()), "excel-failed");
    host.desk.file = bytes;
    host.desk.losesSlices = true;
    assert.equal(sayTrouble(await port.readFile()), "excel-failed");
    assert.equal(host.desk.openFiles, 0);
    Reflect.deleteProperty(office.context.document, "getFileAsync");
    assert.equal(sayTrouble(await port.readFile()), "not-supported");
  });
  it("leaves workbook and undo as they are", async () => {
    const { port, host, user, book } = await joinExcel(bookOf(LINES));
    host.desk.file = bytes;
    user.types("C2", 310);
    user.saves();
    valueOf(await port.readFile());
    assert.deepEqual([book.isDirty, user.undoes()], [false, true]);
  });
});

describe("what is selected when the pane opens", () => {
  const cases: readonly [says: string, act: (excel: Joined) => void, cells: string | null][] = [
    ["the first cell, when nothing was selected", () => undefined, "A1"],
    [
      "a cell",
      ({ user }) => {
        user.selects("C2");
      },
      "C2",
    ],
    [
      "an area",
      ({ user }) => {
        user.selects("B2:C3");
      },
      "B2:C3",
    ],
    [
      "whole rows",
      ({ user }) => {
        user.selects("2:3");
      },
      "2:3",
    ],
    [
      "several areas",
      ({ host, book }) => {
        const [sheet] = book.sheets;
        assert.ok(sheet);
        const cell = (row: number) => ({ top: row, left: 1, bottom: row, right: 1 });
        host.select(sheet, [cell(2), cell(4)]);
      },
      "B2,B4",
    ],
    [
      "a picture",
      ({ user }) => {
        user.selectsShape();
      },
      null,
    ],
  ];
  for (const apiVersion of API_VERSIONS) {
    for (const [says, act, cells] of cases) {
      it(`${says} (ExcelApi 1.${String(apiVersion)})`, async () => {
        const excel = await joinExcel(bookOf(LINES), { apiVersion });
        act(excel);
        const [sheet] = valueOf(await excel.port.listSheets());
        const expected = cells === null ? null : { sheet: { id: sheet?.id, name: SHEET }, cells };
        assert.deepEqual(plain(valueOf(await excel.port.readSelection())), expected);
      });
    }
  }
  it("is named without its sheet, whatever that is called", async () => {
    const name = "Phụ lục 1, 'năm' 2026!";
    const { port, book, user } = await joinExcel(bookOf(LINES, name));
    user.selects("B2:C3");
    const [sheet] = book.sheets;
    assert.deepEqual(plain(valueOf(await port.readSelection())), {
      sheet: { id: sheet?.id, name },
      cells: "B2:C3",
    });
  });
  it("is asked without disturbing: not while a cell is edited, and no undo is lost", async () => {
    const { port, user } = await joinExcel(bookOf(LINES));
    user.types("C2", 310);
    user.beginsEditing();
    assert.equal(sayTrouble(await port.readSelection()), "editing-cell");
    user.endsEditing();
    valueOf(await port.readSelection());
    assert.equal(user.undoes(), true);
  });
});

describe("that a sheet got another name, was hidden or protected", () => {
  const cases: readonly [apiVersion: number, told: readonly string[]][] = [
    [11, []],
    [14, ["sheets-changed"]],
    [17, ["sheets-changed", "sheets-changed"]],
  ];
  for (const [apiVersion, expected] of cases) {
    it(`is told by ExcelApi 1.${String(apiVersion)} ${String(expected.length)} times of 2`, async () => {
      const { port, user, host } = await joinExcel(bookOf(LINES), { apiVersion });
      const told: string[] = [];
      valueOf(await port.listen(({ kind }) => told.push(kind)));
      const [before] = valueOf(await port.listSheets());
      user.renamesSheet(SHEET, "PL 1");
      user.protectsSheet("PL 1");
      await settle();
      assert.deepEqual(told, expected);
      const [after] = valueOf(await port.listSheets());
      assert.deepEqual(plain(after), { ...(plain(before) as object), name: "PL 1", isProtected: true });
      await port.close();
      assert.equal(host.events.listenerCount, 0);
    });
  }
});
