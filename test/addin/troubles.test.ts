import assert from "node:assert/strict";
import { connectHost } from "../../addin/host/excel-host.ts";
import type { Host, Outcome } from "../../addin/host/port.ts";
import { TROUBLES } from "../../addin/host/troubles.ts";
import { writeTemplate } from "../../server/workbook/write-template.ts";
import { FORM_IDS } from "../../shared/appendix.ts";
import { checkWorkbook } from "../../shared/check.ts";
import type { Grid } from "../../shared/grid.ts";
import { readBase64 } from "../host-sim/load-workbook.ts";
import { openExcel } from "../host-sim/simulated-excel.ts";
import { collect } from "../workbook/collect.ts";
import { API_VERSIONS, bookOf, joinExcel, LINES, plain, sayTrouble, settle, valueOf } from "./excel.ts";

const SHEET = "Phụ lục";

describe("joining Excel", () => {
  it("outside Office there is none", async () => {
    assert.equal(sayTrouble(await connectHost({})), "not-in-excel");
  });
  it("in a browser, Office answers that it is nowhere", async () => {
    const { Office: office, Excel: excel } = openExcel(bookOf(LINES));
    const nowhere = { ...office, onReady: () => Promise.resolve({ host: null, platform: null }) };
    const globals = { Office: nowhere as unknown as typeof office, Excel: excel };
    assert.equal(sayTrouble(await connectHost(globals)), "not-in-excel");
  });
  it("an Excel before 1.11 is too old", async () => {
    assert.equal(sayTrouble(await connectHost(openExcel(bookOf(LINES), { apiVersion: 10 }))), "excel-too-old");
  });
  for (const apiVersion of API_VERSIONS) {
    it(`says what ExcelApi 1.${String(apiVersion)} can do`, async () => {
      const { facts } = (await joinExcel(bookOf(LINES), { apiVersion })).port;
      assert.deepEqual(facts, {
        platform: "windows",
        apiVersion,
        language: "vi-VN",
        documentKey: "",
        readsMergedAreas: apiVersion >= 13,
        insertsSheets: apiVersion >= 13,
        keepsUndo: false,
        groupsUndo: false,
      });
    });
  }
});

describe("while a cell is being edited", () => {
  const inBackground: readonly [says: string, ask: (port: Host) => Promise<Outcome<unknown>>][] = [
    ["reading", (port) => port.readSheet(SHEET, "background")],
    ["the list of sheets", (port) => port.listSheets()],
    ["marks", (port) => port.mark(SHEET, [{ severity: "error", cells: ["C2"] }], "asked")],
    ["properties", (port) => port.readProperties()],
    ["rules of entry", (port) => port.readEntryRules(SHEET, "A1")],
    ["listening", (port) => port.listen(() => undefined)],
  ];
  for (const [says, ask] of inBackground) {
    it(`${says} in the background is refused`, async () => {
      const { port, user } = await joinExcel(bookOf(LINES));
      user.beginsEditing();
      assert.equal(sayTrouble(await ask(port)), "editing-cell");
      user.endsEditing();
      assert.equal(sayTrouble(await ask(port)), "no trouble");
    });
  }
  const asked: readonly [says: string, ask: (port: Host) => Promise<Outcome<unknown>>][] = [
    ["reading", (port) => port.readSheet(SHEET, "asked")],
    ["a fix", (port) => port.applyFix(SHEET, [{ cell: "C2", was: 300, value: 310 }])],
    ["going to a cell", (port) => port.select(SHEET, "C2")],
    ["writing properties", (port) => port.writeProperties({ PhulucRound: "r1" })],
  ];
  for (const [says, ask] of asked) {
    it(`${says} that was asked for waits`, async () => {
      const { port, user } = await joinExcel(bookOf(LINES));
      user.beginsEditing();
      const waiting = ask(port);
      await settle();
      user.endsEditing();
      assert.equal(sayTrouble(await waiting), "no trouble");
    });
  }
});

describe("going to a cell", () => {
  it("selects it on its sheet", async () => {
    const { port, book } = await joinExcel(bookOf(LINES), { apiVersion: 11 });
    const second = book.addSheet("Kế hoạch");
    valueOf(await port.select("Kế hoạch", "B2"));
    assert.deepEqual([book.active, book.selection?.areas], [second, [{ top: 2, left: 1, bottom: 2, right: 1 }]]);
  });
  it("is refused while another workbook is in front", async () => {
    const { port, host } = await joinExcel(bookOf(LINES));
    host.isElsewhere = true;
    assert.equal(sayTrouble(await port.select(SHEET, "C2")), "workbook-elsewhere");
  });
  it("is refused on a hidden sheet", async () => {
    const book = bookOf(LINES);
    book.addSheet("Ẩn").visibility = "Hidden";
    const { port } = await joinExcel(book);
    assert.equal(sayTrouble(await port.select("Ẩn", "C2")), "sheet-hidden");
  });
  it("is refused on a sheet that is gone", async () => {
    const { port } = await joinExcel(bookOf(LINES));
    assert.equal(sayTrouble(await port.select("Không có", "C2")), "sheet-gone");
  });
});

describe("properties of the workbook", () => {
  it("are read and written, and others' are left alone", async () => {
    const { port, book } = await joinExcel(bookOf(LINES), { apiVersion: 11 });
    book.properties.set("PhulucForm", "targets");
    book.properties.set("Phòng", "CNTT");
    valueOf(await port.writeProperties({ PhulucRound: "r1", PhulucReceipt: "PL-2026-0001" }));
    assert.deepEqual(plain(valueOf(await port.readProperties())), {
      PhulucForm: "targets",
      PhulucRound: "r1",
      PhulucReceipt: "PL-2026-0001",
    });
    assert.equal(book.properties.get("Phòng"), "CNTT");
  });
  it("are not written again", async () => {
    const { port, book } = await joinExcel(bookOf(LINES));
    book.properties.set("PhulucRound", "r1");
    valueOf(await port.writeProperties({ PhulucRound: "r1" }));
    assert.equal(book.isDirty, false);
  });
  it("too long for Excel are our mistake", async () => {
    const { port } = await joinExcel(bookOf(LINES));
    await assert.rejects(port.writeProperties({ PhulucReceipt: "x".repeat(256) }), /longer/);
  });
});

describe("whole workbooks", () => {
  const TEMPLATE: readonly Grid[] = [SHEET, "Mẫu 2"].map((name) => ({
    name,
    rows: [{ row: 1, hidden: false, cells: [{ column: 0, value: "TT" }] }],
    merged: [],
    hiddenColumns: [],
    hidden: false,
  }));
  const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => index % 251);
  const base64 = Buffer.from(bytes).toString("base64");

  it("are opened as new ones", async () => {
    const { port, host } = await joinExcel(bookOf(LINES), { apiVersion: 11 });
    valueOf(await port.openWorkbook(bytes));
    assert.deepEqual(host.opened, [base64]);
  });
  it("give their sheets to this one, from 1.13 on", async () => {
    const { port, host, book } = await joinExcel(bookOf(LINES));
    host.readWorkbook = (received) => Promise.resolve(received === base64 ? TEMPLATE : null);
    const ids = valueOf(await port.insertSheets(bytes));
    assert.deepEqual(
      plain(ids),
      book.sheets.slice(1).map(({ id }) => id),
    );
    assert.deepEqual(
      book.sheets.map(({ name }) => name),
      [SHEET, `${SHEET} (2)`, "Mẫu 2"],
    );
    assert.deepEqual(plain(valueOf(await port.readSheet("Mẫu 2", "background"))), TEMPLATE[1]);
  });
  it("and our blank forms arrive as they are, recognised and without a finding", async () => {
    const { port, host, book } = await joinExcel(bookOf(LINES));
    host.readWorkbook = readBase64;
    for (const form of FORM_IDS) {
      const template = await collect((out) => writeTemplate({ form, round: null }, out));
      const [id] = valueOf(await port.insertSheets(template));
      assert.ok(id);
      const { sheets, findings } = checkWorkbook([valueOf(await port.readSheet(id, "background"))]);
      assert.deepEqual([sheets.map(({ appendix }) => appendix?.form), findings], [[form], []], form);
    }
    assert.equal(book.sheets.length, 1 + FORM_IDS.length);
  });
  it("that are none are refused", async () => {
    const { port, host, book } = await joinExcel(bookOf(LINES));
    host.readWorkbook = readBase64;
    assert.equal(sayTrouble(await port.insertSheets(bytes)), "excel-failed");
    assert.equal(book.sheets.length, 1);
  });
  it("can't before, and say so", async () => {
    const { port } = await joinExcel(bookOf(LINES), { apiVersion: 11 });
    assert.equal(sayTrouble(await port.insertSheets(bytes)), "not-supported");
  });
});

describe("the rules of entry", () => {
  const list = { list: { inCellDropDown: true, source: "Trung ương,Địa phương" } };

  it("are read wherever they lie and put back after a paste", async () => {
    const book = bookOf(LINES);
    const [sheet] = book.sheets;
    assert.ok(sheet);
    sheet.validations = [
      { areas: [{ top: 2, left: 1, bottom: 3, right: 1 }], rule: list },
      {
        areas: [{ top: 3, left: 2, bottom: 3, right: 2 }],
        rule: { wholeNumber: { formula1: 0, operator: "GreaterThan" } },
      },
    ];
    const { port, user } = await joinExcel(book, { apiVersion: 11 });
    const rules = valueOf(await port.readEntryRules(SHEET, "A1:C4"));
    assert.deepEqual(plain(rules.map(({ cells }) => cells)), ["C3", "B2:B3"]);
    user.pastes("B2", [
      ["a", 1],
      ["b", 2],
    ]);
    assert.deepEqual(plain(valueOf(await port.readEntryRules(SHEET, "A1:C4"))), []);
    valueOf(await port.writeEntryRules(SHEET, rules));
    assert.deepEqual(plain(valueOf(await port.readEntryRules(SHEET, "A1:C4"))), plain(rules));
  });
  it("of a sheet without any are none", async () => {
    const { port } = await joinExcel(bookOf(LINES));
    assert.deepEqual(plain(valueOf(await port.readEntryRules(SHEET, "A1:C4"))), []);
    assert.equal(sayTrouble(await port.readEntryRules("Không có", "A1:C4")), "sheet-gone");
  });
});

describe("each trouble", () => {
  it("is said in both languages", () => {
    for (const [code, { vi, en }] of Object.entries(TROUBLES)) assert.ok(vi.endsWith(".") && en.endsWith("."), code);
  });
});
