/** Writing waits for whoever takes what is written. */
import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import { setImmediate } from "node:timers/promises";
import ExcelJS from "exceljs";
import { rowsOf } from "../../server/workbook/consolidated/rows.ts";
import { isFull, paceOf, WritingStopped, type Pipe } from "../../server/workbook/pace.ts";

const LONG = "đ".repeat(30_000);
const TURNS = 20;

async function isDone(waiting: Promise<void>): Promise<boolean> {
  let done = false;
  void waiting.then(() => (done = true));
  for (let turn = 0; turn < TURNS; turn++) await setImmediate();
  return done;
}

describe("the pace of writing", () => {
  it("is not held up where all is taken", async () => {
    const [out, zip] = [new PassThrough(), new PassThrough()];
    assert.equal(await isDone(paceOf(out).breathe([zip as unknown as Pipe])), true);
  });

  for (const [name, isOut] of [
    ["the receiver", true],
    ["the zip", false],
  ] as const)
    it(`waits for ${name}`, async () => {
      const [out, zip] = [new PassThrough(), new PassThrough()];
      const slow = isOut ? out : zip;
      slow.write(LONG);
      const breathing = paceOf(out).breathe([zip as unknown as Pipe]);
      assert.equal(await isDone(breathing), false);
      slow.resume();
      await breathing;
    });

  it("ends when the receiver goes, whatever the zip still holds", async () => {
    const [out, zip] = [new PassThrough(), new PassThrough()];
    zip.write(LONG);
    const breathing = paceOf(out).breathe([zip as unknown as Pipe]);
    out.destroy();
    await assert.rejects(breathing, WritingStopped);
  });

  it("hears from exceljs's zip that it is behind", async () => {
    const out = new PassThrough();
    const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true });
    const sheet = workbook.addWorksheet("Trang");
    const rows = rowsOf(sheet, workbook);
    for (let row = 1; row <= 10; row++) rows.add(row, [{ value: LONG, style: {} }], 15);
    assert.equal(rows.pipes.some(isFull), true);
    out.resume();
    await paceOf(out).breathe(rows.pipes);
    assert.equal(rows.pipes.some(isFull), false);
    sheet.commit();
    await workbook.commit();
  });
});
