/** The watch over a workbook, in the simulated Excel with the real library before it. */
import assert from "node:assert/strict";
import { reportOf, ruleCardOf } from "../../addin/checking/report-of.ts";
import type { Checker, TellableFinding } from "../../addin/checking/report.ts";
import type { Shelf } from "../../addin/live/explanations.ts";
import { openLive } from "../../addin/live/open-live.ts";
import type { Live, LiveState } from "../../addin/live/state.ts";
import type { CellValue } from "../../shared/grid.ts";
import { PHASE_YEAR, withCells, type Value } from "../builders.ts";
import { eventually } from "../eventually.ts";
import type { Workbook } from "../host-sim/workbook.ts";
import { API_VERSIONS, bookOf, joinExcel, plain, settle, type Joined } from "./excel.ts";

/** In this thread: the thread of its own has tests of its own. */
const plainChecker: Checker = {
  check: (grids, language) => Promise.resolve(reportOf(grids, language)),
  why: (id) => Promise.resolve(ruleCardOf(id)),
  close: () => undefined,
};

function shelfOf(): Shelf & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
  };
}

interface Watched extends Joined {
  readonly live: Live;
  readonly shelf: ReturnType<typeof shelfOf>;
}

const SHEET = "Phụ lục";
/** Section totals and the grand total are formulas: F6 = 6500, F9 = 5350, F13 = 11850. */
const FORMULAS: Readonly<Record<string, Value>> = Object.fromEntries(
  [..."EFGHIJKL"].flatMap((column) => [
    [`${column}6`, `=SUM(${column}7:${column}8)`],
    [`${column}9`, `=SUM(${column}10:${column}12)`],
    [`${column}13`, `=${column}6+${column}9`],
  ]),
);

const tableOf = (changes: Readonly<Record<string, Value>> = {}): readonly (readonly CellValue[])[] => {
  const table = withCells(PHASE_YEAR, { ...FORMULAS, ...changes });
  const width = Math.max(...table.map((line) => line.length));
  return table.map((line) => Array.from({ length: width }, (_, column) => line[column] ?? ""));
};

const opened: Live[] = [];
afterEach(async () => {
  for (const live of opened.splice(0)) await live.close();
});

interface Options {
  readonly apiVersion?: number;
  readonly keepsUndo?: boolean;
  readonly book?: Workbook;
  readonly shelf?: ReturnType<typeof shelfOf>;
  readonly checker?: Checker;
}

async function watch(changes: Readonly<Record<string, Value>> = {}, options: Options = {}): Promise<Watched> {
  const { apiVersion = 14, keepsUndo = true, book = bookOf(tableOf(changes), SHEET) } = options;
  const { shelf = shelfOf(), checker = plainChecker } = options;
  const excel = await joinExcel(book, { apiVersion, keepsUndo });
  const live = await openLive({ host: excel.port, checker, shelf, now: () => Date.now(), language: "vi" });
  opened.push(live);
  return { ...excel, live, shelf };
}

/** Resolves with the state as soon as it is so. */
function until(live: Live, what: string, isSo: (state: LiveState) => boolean): Promise<LiveState> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      stop();
      reject(new Error(`never: ${what}; ${told(live).join(" | ")}`));
    }, 60_000);
    const look = (): void => {
      if (!isSo(live.state)) return;
      clearTimeout(late);
      stop();
      resolve(live.state);
    };
    const stop = live.subscribe(look);
    look();
  });
}

const told = ({ state }: Live): readonly string[] =>
  state.report?.findings.map(({ rule, cells }) => `${rule} ${cells.join()}`) ?? [];

const finding = ({ state }: Live, rule: string): TellableFinding => {
  const found = state.report?.findings.find((one) => one.rule === rule);
  assert.ok(found, `${rule} among ${state.report?.findings.map((one) => one.rule).join() ?? "nothing"}`);
  return found;
};

const sheetOf = ({ book }: Joined): Workbook["sheets"][number] => {
  const sheet = book.find(SHEET);
  assert.ok(sheet);
  return sheet;
};

const contentOf = (excel: Joined, row: number, column: number): CellValue => {
  const { value, formula } = sheetOf(excel).cell(row, column);
  return formula ?? value;
};

/** A number typed as a text, which a safe fix mends. */
const AMOUNT_AS_TEXT = "'3500";
const F7 = [7, 5] as const;

for (const apiVersion of API_VERSIONS) {
  describe(`live, with ExcelApi 1.${String(apiVersion)}`, () => {
    it("a workbook is found, checked and left as it was when it is opened", async () => {
      const excel = await watch({}, { apiVersion });
      const { state } = excel.live;
      assert.equal(state.phase, "ready");
      assert.deepEqual(told(excel.live), []);
      const found = state.report?.appendices.map(({ sheet, form, lineItems }) => [sheet, form, lineItems]);
      assert.deepEqual(plain(found), [[SHEET, "project-list-phase-year", 5]]);
      assert.equal(state.lastCheck?.occasion, "opened");
      assert.equal(excel.book.isDirty, false);
      assert.equal(state.isStale, false);
    });

    it("a wrong figure is found after it was typed, and gone after it was put right", async () => {
      const excel = await watch({}, { apiVersion });
      excel.user.types("F7", 3600);
      const { lastCheck } = await until(excel.live, "a finding", ({ report }) => (report?.findings.length ?? 0) > 0);
      assert.equal(lastCheck?.occasion, "live");
      assert.ok(
        told(excel.live).some((one) => one.includes("F7")),
        told(excel.live).join(),
      );
      excel.user.types("F7", 3500);
      await until(excel.live, "none", ({ report, isStale }) => report?.findings.length === 0 && !isStale);
    });

    it("what a formula comes to is followed to other sheets", async () => {
      const book = bookOf(tableOf(), SHEET);
      const source = book.addSheet("Nguồn");
      book.write(source, { top: 1, left: 0, bottom: 1, right: 0 }, () => 3500);
      const sheet = book.find(SHEET);
      assert.ok(sheet);
      book.write(sheet, { top: 7, left: 5, bottom: 7, right: 5 }, () => "='Nguồn'!A1");
      book.isDirty = false;
      const excel = await watch({}, { apiVersion, book });
      assert.deepEqual(told(excel.live), []);
      excel.user.types("Nguồn!A1", 3600);
      await until(excel.live, "a finding", ({ report }) => (report?.findings.length ?? 0) > 0);
    });

    it("a fix shows what it will do, does it, and is taken back", async () => {
      const excel = await watch({ F7: AMOUNT_AS_TEXT }, { apiVersion });
      const wrong = finding(excel.live, "amount-as-text");
      assert.deepEqual(excel.live.preview(wrong, 0), [{ cell: "F7", old: "3500", new: 3500 }]);
      assert.equal(await excel.live.applyFix(wrong, 0), true);
      assert.equal(contentOf(excel, ...F7), 3500);
      assert.deepEqual(told(excel.live), []);
      assert.equal(excel.live.state.done.length, 1);
      await excel.live.undo();
      assert.equal(contentOf(excel, ...F7), "3500");
      assert.deepEqual(told(excel.live), ["amount-as-text F7"]);
      assert.equal(excel.live.state.done.length, 0);
    });

    it("all safe fixes are made at once, and are one step to take back", async () => {
      const excel = await watch({ F7: AMOUNT_AS_TEXT, F8: "'3000" }, { apiVersion });
      const findings = excel.live.state.report?.findings ?? [];
      assert.equal(await excel.live.applyFixes(findings), findings.length);
      assert.deepEqual([contentOf(excel, ...F7), contentOf(excel, 8, 5)], [3500, 3000]);
      assert.deepEqual(told(excel.live), []);
      await excel.live.undo();
      assert.deepEqual([contentOf(excel, ...F7), contentOf(excel, 8, 5)], ["3500", "3000"]);
    });

    it("a fix leaves a cell alone that was changed since, and says so", async () => {
      const excel = await watch({ F7: AMOUNT_AS_TEXT }, { apiVersion });
      const wrong = finding(excel.live, "amount-as-text");
      sheetOf(excel).put(...F7, { value: "hai tỷ" });
      assert.equal(await excel.live.applyFix(wrong, 0), false);
      assert.equal(contentOf(excel, ...F7), "hai tỷ");
      assert.equal(excel.live.state.trouble?.code, "cells-changed");
      assert.ok(!told(excel.live).includes("amount-as-text F7"), "it was checked again");
    });

    it("Excel's own save is followed by a check that writes nothing", async () => {
      const excel = await watch({}, { apiVersion });
      excel.user.types("F7", 3600);
      await until(excel.live, "a finding", ({ report }) => (report?.findings.length ?? 0) > 0);
      await until(excel.live, "unsaved", ({ save }) => save === "changed");
      await settle();
      excel.user.saves();
      await until(excel.live, "checked", ({ lastCheck }) => lastCheck?.occasion === "saved-by-excel");
      await settle();
      assert.equal(excel.book.isDirty, false);
      assert.equal(excel.book.saves, 1);
    });

    it("our own save checks, saves once, and is not taken for one of Excel's", async () => {
      const excel = await watch({}, { apiVersion });
      excel.user.types("F7", 3600);
      await excel.live.checkAndSave();
      assert.ok(told(excel.live).length > 0);
      // Longer than what was typed just before waits to be checked: it was read when the check was asked for.
      await settle(400);
      assert.equal(excel.live.state.lastCheck?.occasion, "saved-here");
      assert.deepEqual([excel.book.saves, excel.book.isDirty], [1, false]);
    });

    it("a save that the officer broke off is not called one", async () => {
      const excel = await watch({}, { apiVersion });
      excel.user.types("F7", 3600);
      excel.host.cancelsSave = true;
      await excel.live.checkAndSave();
      assert.equal(excel.live.state.lastCheck?.occasion, "asked");
      assert.equal(excel.book.isDirty, true);
    });

    it("findings move with their cells at once, and explanations too", async () => {
      const excel = await watch({ A8: 3 }, { apiVersion });
      const gap = finding(excel.live, "number-gap");
      assert.deepEqual(gap.cells, ["A8"]);
      excel.live.explain(gap, "Theo văn bản đã duyệt");
      excel.user.insertsRows(SHEET, 3, 2);
      await until(excel.live, "moved", ({ report }) => report?.findings[0]?.cells[0] === "A10");
      await until(excel.live, "checked", ({ isStale }) => !isStale);
      assert.deepEqual(told(excel.live), ["number-gap A10"]);
      assert.deepEqual(
        excel.live.state.explanations.map(({ cell, text }) => `${cell} ${text}`),
        ["A10 Theo văn bản đã duyệt"],
      );
    });

    it("what a paste took is told and put back", async () => {
      const excel = await watch({}, { apiVersion });
      excel.user.pastes("F6:F8", [[6500], [3500], [3000]]);
      const { losses } = await until(excel.live, "a loss", (state) => state.losses.length > 0);
      assert.deepEqual(
        losses.map(({ sheet, pasted, formulas }) => [
          sheet,
          pasted,
          formulas.map(({ cell, formula }) => cell + formula),
        ]),
        [[SHEET, "F6:F8", ["F6=SUM(F7:F8)"]]],
      );
      const [loss] = losses;
      assert.ok(loss);
      await excel.live.putBack(loss);
      assert.equal(contentOf(excel, 6, 5), "=SUM(F7:F8)");
      assert.deepEqual(excel.live.state.losses, []);
    });

    it("what the officer takes back is no loss any more", async () => {
      const excel = await watch({}, { apiVersion });
      excel.user.pastes("F6:F8", [[6500], [3500], [3000]]);
      await until(excel.live, "a loss", (state) => state.losses.length > 0);
      assert.ok(excel.user.undoes());
      await until(excel.live, "none", (state) => state.losses.length === 0);
    });

    it("drop-downs that a paste took are put back", async () => {
      const book = bookOf(tableOf(), SHEET);
      const sheet = book.find(SHEET);
      assert.ok(sheet);
      const rule = { list: { inCellDropDown: true, source: "Sở Tài chính,Sở Nội vụ" } };
      sheet.validations.push({ areas: [{ top: 6, left: 2, bottom: 12, right: 2 }], rule });
      const excel = await watch({}, { apiVersion, book });
      excel.user.pastes("C7:C8", [["Sở Y tế"], ["Sở Y tế"]]);
      const { losses } = await until(excel.live, "a loss", (state) => state.losses.length > 0);
      assert.deepEqual(
        losses.map(({ entryRules }) => entryRules.map(({ cells }) => cells)),
        [["C7:C8"]],
      );
      const [loss] = losses;
      assert.ok(loss);
      await excel.live.putBack(loss);
      const has = (row: number): boolean =>
        sheet.validations.some(({ areas }) => areas.some(({ top, bottom }) => row >= top && row <= bottom));
      assert.deepEqual([6, 7, 8, 12].map(has), [true, true, true, true]);
      assert.deepEqual(excel.live.state.losses, []);
    });

    it("explanations stay on this machine until the workbook is saved by us, and then go with it", async () => {
      const excel = await watch({ A8: 3 }, { apiVersion });
      excel.live.explain(finding(excel.live, "number-gap"), "Theo văn bản đã duyệt");
      await settle();
      assert.equal(excel.book.settings.size, 0);
      assert.equal(excel.book.isDirty, false);
      await excel.live.checkAndSave();
      assert.equal(excel.book.settings.size, 1);
      assert.equal(excel.book.isDirty, false);
      const elsewhere = await watch({}, { apiVersion, book: excel.book });
      assert.deepEqual(
        elsewhere.live.state.explanations.map(({ cell, text }) => `${cell} ${text}`),
        ["A8 Theo văn bản đã duyệt"],
      );
    });

    it("nothing is kept in a workbook where nothing was explained, though rows came", async () => {
      const excel = await watch({}, { apiVersion });
      excel.user.insertsRows(SHEET, 3);
      await settle();
      await excel.live.checkAndSave();
      assert.equal(excel.book.settings.size, 0);
    });

    it("a cell being edited is waited for", async () => {
      const excel = await watch({}, { apiVersion });
      excel.user.types("F7", 3600);
      excel.user.beginsEditing();
      await settle(400);
      assert.deepEqual(told(excel.live), []);
      assert.equal(excel.live.state.trouble, null);
      assert.equal(excel.live.state.isStale, true);
      excel.user.endsEditing();
      await until(excel.live, "a finding", ({ report }) => (report?.findings.length ?? 0) > 0);
    });

    it("only sheets with something to say are submitted", async () => {
      const book = bookOf(tableOf({ F7: 3600 }), SHEET);
      const other = book.addSheet("Lương nội bộ");
      book.write(other, { top: 1, left: 0, bottom: 1, right: 0 }, () => "riêng tư");
      const excel = await watch({}, { apiVersion, book });
      const sheets = await excel.live.readAll();
      assert.equal(sheets?.map(({ name }) => name).join(), SHEET);
    });

    it("a sheet too large to be read is named, and the others are checked and can be submitted", async () => {
      const book = bookOf(tableOf({ F7: 3600 }), SHEET);
      const large = book.addSheet("Số liệu thô");
      for (const row of [1, 400]) large.put(row, row === 1 ? 0 : 16_383, { value: 1 });
      const excel = await watch({}, { apiVersion, book });
      assert.ok(told(excel.live).length > 0);
      assert.deepEqual(
        [excel.live.state.trouble?.code, excel.live.state.trouble?.sheets],
        ["sheet-too-large", "Số liệu thô"],
      );
      excel.live.dismissTrouble();
      excel.user.types(`${SHEET}!F7`, 3500);
      await until(excel.live, "none", ({ report, isStale }) => report?.findings.length === 0 && !isStale);
      assert.equal(excel.live.state.trouble, null, "it is said once");
      assert.equal((await excel.live.readAll())?.map(({ name }) => name).join(), SHEET);
    });

    it("the selected cell is known from the start and followed", async () => {
      const excel = await watch({}, { apiVersion });
      excel.user.selects("F7");
      await until(excel.live, "selected", ({ selection }) => selection?.cells === "F7");
      await excel.live.goTo(SHEET, ["F9"]);
      await until(excel.live, "selected", ({ selection }) => selection?.cells === "F9");
      assert.equal(excel.live.state.selection?.sheet, SHEET);
    });

    it("another language tells the same findings", async () => {
      const excel = await watch({ A8: 3 }, { apiVersion });
      const before = finding(excel.live, "number-gap");
      const stamped = excel.live.state.lastCheck;
      excel.live.setLanguage("en");
      await until(excel.live, "English", ({ report }) => report?.language === "en");
      const after = finding(excel.live, "number-gap");
      assert.equal(after.key, before.key);
      assert.notEqual(after.message, before.message);
      assert.deepEqual(excel.live.state.lastCheck, stamped);
    });
  });
}

describe("live: rows come while a check is under way", () => {
  it("findings are told where their cells are, and no fix writes where they were", async () => {
    let free = (): void => undefined;
    let held = Promise.resolve();
    const waiting: Checker = {
      ...plainChecker,
      check: async (grids, language) => {
        const report = reportOf(grids, language);
        await held;
        return report;
      },
    };
    const excel = await watch({ F7: AMOUNT_AS_TEXT, F8: AMOUNT_AS_TEXT }, { checker: waiting });
    const wrong = finding(excel.live, "amount-as-text");
    assert.deepEqual(wrong.cells, ["F7", "F8"]);
    held = new Promise((resolve) => {
      free = resolve;
    });
    const checked = excel.live.checkNow();
    await settle();
    excel.user.insertsRows(SHEET, 7);
    await until(excel.live, "moved", () => finding(excel.live, "amount-as-text").cells[0] === "F8");
    const told: string[] = [];
    const stop = excel.live.subscribe(() => {
      told.push(finding(excel.live, "amount-as-text").cells.join());
    });
    free();
    await checked;
    stop();
    assert.deepEqual(new Set(told), new Set(["F8,F9"]));
    assert.equal(excel.live.state.isStale, false);
    assert.equal(await excel.live.applyFix(finding(excel.live, "amount-as-text"), 0), true);
    assert.deepEqual([contentOf(excel, 7, 5), contentOf(excel, 8, 5), contentOf(excel, 9, 5)], ["", 3500, 3500]);
  });
});

describe("live: the paste guard", () => {
  it("does not take a row put in and filled for a paste over what stood there", async () => {
    const excel = await watch();
    excel.user.insertsRows(SHEET, 6);
    excel.user.pastes("A6:F6", [["I", "Mới", "", "", 5, 6]]);
    await settle();
    await until(excel.live, "checked", ({ isStale }) => !isStale);
    assert.deepEqual(excel.live.state.losses, []);
  });
  it("sees a whole row pasted over formulas", async () => {
    const excel = await watch();
    excel.user.pastes("A6", [Array.from({ length: 16_384 }, (_, column) => (column < 12 ? column : ""))]);
    const { losses } = await until(excel.live, "a loss", (state) => state.losses.length > 0);
    assert.deepEqual(
      losses.map(({ pasted, formulas }) => [pasted, formulas.length]),
      [["6:6", 8]],
    );
  });
  it("puts back into a sheet that was renamed, and forgets one that was deleted", async () => {
    const name = "A'b, c!";
    const excel = await watch();
    excel.user.addsSheet("Khác");
    excel.user.pastes(`'${SHEET}'!F6:F8`, [[6500], [3500], [3000]]);
    await until(excel.live, "a loss", (state) => state.losses.length > 0);
    excel.user.renamesSheet(SHEET, name);
    await excel.live.checkNow();
    const [loss] = excel.live.state.losses;
    assert.ok(loss);
    await excel.live.putBack(loss);
    assert.equal(excel.book.find(name)?.cell(6, 5).formula, "=SUM(F7:F8)");
    excel.user.pastes("'A''b, c!'!F6:F8", [[6500], [3500], [3000]]);
    await until(excel.live, "a loss", (state) => state.losses.length > 0);
    excel.user.deletesSheet(name);
    await until(excel.live, "none", (state) => state.losses.length === 0);
  });
});

describe("live: marks", () => {
  const marked = (excel: Joined): number => sheetOf(excel).conditionalFormats.length;

  it("come with the findings of an unsaved workbook, and go when they are switched off", async () => {
    const excel = await watch();
    excel.user.types("F7", 3600);
    await until(excel.live, "a finding", ({ report }) => (report?.findings.length ?? 0) > 0);
    await eventually(() => assert.ok(marked(excel) > 0));
    await excel.live.showMarks(false);
    assert.equal(marked(excel), 0);
    assert.equal(excel.shelf.kept.get("phuluc.marks"), "off");
  });
  it("are not written into a workbook that was only opened", async () => {
    const excel = await watch({ F7: 3600 });
    await settle();
    assert.equal(marked(excel), 0);
    assert.equal(excel.book.isDirty, false);
    await excel.live.checkNow();
    assert.ok(marked(excel) > 0);
    // Excel has no event for it.
    await until(excel.live, "unsaved", ({ save }) => save === "changed");
  });
  it("are only written when asked for where writing empties the officer's undo", async () => {
    const excel = await watch({}, { keepsUndo: false });
    assert.equal(excel.live.state.marksShown, false);
    excel.user.types("F7", 3600);
    await until(excel.live, "a finding", ({ report }) => (report?.findings.length ?? 0) > 0);
    await settle();
    assert.equal(marked(excel), 0);
    await excel.live.showMarks(true);
    assert.ok(marked(excel) > 0);
  });
});

describe("live: the officer's undo", () => {
  for (const keepsUndo of [true, false]) {
    it(`survives what is done unasked, in an Excel that ${keepsUndo ? "keeps" : "empties"} it when we write`, async () => {
      const excel = await watch({}, { keepsUndo });
      excel.book.undo.clearedBy.length = 0;
      excel.user.types("F7", 3600);
      await until(excel.live, "a finding", ({ report }) => (report?.findings.length ?? 0) > 0);
      excel.live.explain(finding(excel.live, told(excel.live)[0]?.split(" ")[0] ?? ""), "vì thế");
      await settle();
      excel.user.pastes("F6:F8", [[6500], [3500], [3000]]);
      await until(excel.live, "a loss", (state) => state.losses.length > 0);
      excel.user.saves();
      await until(excel.live, "saved", ({ lastCheck }) => lastCheck?.occasion === "saved-by-excel");
      await settle();
      assert.deepEqual(excel.book.undo.clearedBy, []);
      assert.ok(excel.book.undo.length >= 2);
    });
  }
});
