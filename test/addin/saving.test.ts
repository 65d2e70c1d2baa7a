import assert from "node:assert/strict";
import type { SaveState } from "../../addin/host/port.ts";
import { bookOf, joinExcel, LINES, POLL_MS, settle, valueOf, type Joined } from "./excel.ts";

type Step = (excel: Joined) => void;
const types: Step = ({ user }) => {
  user.types("C2", 310);
};
const saves: Step = ({ user }) => {
  user.saves();
};
const begins: Step = ({ user }) => {
  user.beginsEditing();
};
const ends: Step = ({ user }) => {
  user.endsEditing();
};
const autoSave =
  (isOn: boolean): Step =>
  ({ user }) => {
    user.turnsAutoSave(isOn);
  };

/** The states told while the steps are taken one after the other, each long enough for several questions. */
async function statesOf(steps: readonly Step[], apiVersion: number, isDirty = false): Promise<readonly SaveState[]> {
  const book = bookOf(LINES);
  book.isDirty = isDirty;
  const excel = await joinExcel(book, { apiVersion });
  const states: SaveState[] = [];
  const stop = valueOf(await excel.port.watchSaves((state) => states.push(state)));
  for (const step of steps) {
    step(excel);
    await settle(POLL_MS * 6);
  }
  stop();
  return states;
}

describe("a save is noticed", () => {
  const cases: readonly [says: string, steps: readonly Step[], states: readonly SaveState[]][] = [
    ["when nothing happens, not", [], ["clean"]],
    ["after a change", [types, saves], ["clean", "changed", "saved"]],
    ["each time", [types, saves, types, types, saves], ["clean", "changed", "saved", "changed", "saved"]],
    ["not before it happens", [types, types], ["clean", "changed"]],
    ["not where nothing was changed", [saves], ["clean"]],
    [
      "only after the cell was left; until then nothing is known",
      [types, begins, ends, saves],
      ["clean", "changed", "unknown", "changed", "saved"],
    ],
    ["though it happened while Excel was busy", [begins, types, saves, ends], ["clean", "unknown", "saved"]],
    ["not with AutoSave, which is told instead", [autoSave(true), types], ["clean", "autosave"]],
    [
      "again when AutoSave was turned off",
      [autoSave(true), autoSave(false), types, saves],
      ["clean", "autosave", "clean", "changed", "saved"],
    ],
  ];
  for (const apiVersion of [11, 14]) {
    for (const [says, steps, states] of cases) {
      it(`${says} (ExcelApi 1.${String(apiVersion)})`, async () => {
        assert.deepEqual(await statesOf(steps, apiVersion), states);
      });
    }
  }
  it("of a workbook that was unsaved when the pane was opened", async () => {
    assert.deepEqual(await statesOf([saves], 14, true), ["changed", "saved"]);
  });
});

describe("the watch over saving", () => {
  it("asks nothing while there is nothing to learn, and never writes", async () => {
    const excel = await joinExcel(bookOf(LINES));
    valueOf(await excel.port.watchSaves(() => undefined));
    const before = excel.transport.log.length;
    await settle(POLL_MS * 10);
    assert.equal(excel.transport.log.length, before);
    excel.user.types("C2", 310);
    await settle(POLL_MS * 10);
    excel.user.saves();
    await settle(POLL_MS * 10);
    const asked = excel.transport.log.slice(before);
    assert.ok(asked.length > 3);
    assert.ok(asked.every(({ isWrite }) => !isWrite));
    await settle(POLL_MS * 10);
    assert.equal(excel.transport.log.length, before + asked.length);
    assert.equal(excel.book.isDirty, false);
  });
  it("leaves a saved workbook saved while it is read and judged again", async () => {
    const excel = await joinExcel(bookOf(LINES));
    valueOf(await excel.port.readSheet("Phụ lục", "asked"));
    valueOf(await excel.port.mark("Phụ lục", [{ severity: "error", cells: ["C2"] }], "asked"));
    excel.user.saves();
    valueOf(await excel.port.readSheet("Phụ lục", "background"));
    valueOf(await excel.port.mark("Phụ lục", [{ severity: "error", cells: ["C2"] }], "asked"));
    assert.equal(excel.book.isDirty, false);
  });
});

describe("saving by our own button", () => {
  it("saves, and the watch notices", async () => {
    const excel = await joinExcel(bookOf(LINES), { apiVersion: 11 });
    const states: SaveState[] = [];
    valueOf(await excel.port.watchSaves((state) => states.push(state)));
    excel.user.types("C2", 310);
    await settle();
    assert.equal(valueOf(await excel.port.save()), true);
    await settle();
    assert.deepEqual([states, excel.book.saves], [["clean", "changed", "saved"], 1]);
    await excel.port.close();
  });
  it("says so when the officer thought better of it", async () => {
    const excel = await joinExcel(bookOf(LINES));
    excel.user.types("C2", 310);
    excel.host.cancelsSave = true;
    assert.equal(valueOf(await excel.port.save()), false);
  });
  it("waits until the cell has been left", async () => {
    const excel = await joinExcel(bookOf(LINES));
    excel.user.types("C2", 310);
    excel.user.beginsEditing();
    const saving = excel.port.save();
    await settle();
    assert.equal(excel.book.saves, 0);
    excel.user.endsEditing();
    assert.equal(valueOf(await saving), true);
  });
});
