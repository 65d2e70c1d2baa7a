/** `phuluc template`: which blank form it writes, in which unit, and what it refuses. */
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FORM_IDS } from "../../shared/appendix.ts";
import { formById } from "../../shared/forms/index.ts";
import { readWorkbookFile } from "../../server/workbook/read.ts";
import { phuluc } from "./phuluc.ts";

describe("phuluc template", () => {
  let folder = "";
  const at = (name: string): string => join(folder, name);
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "phuluc-mau-"));
    writeFileSync(at("co-roi.xlsx"), "việc của ai đó");
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const textsIn = async (path: string): Promise<readonly string[]> => {
    const read = await readWorkbookFile(path);
    assert.ok(read.ok);
    return read.grids.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ value }) => String(value))));
  };

  const WRITTEN: readonly (readonly [string, readonly string[], string])[] = [
    ["a unit without years", ["project-list-phase-year", "--unit", "billion"], "Đơn vị tính: tỷ đồng"],
    ["years without a unit", ["project-list-phase-year", "--years", "2026-2030"], "Đơn vị tính: triệu đồng"],
    ["both", ["project-list-by-origin", "--years", "2026", "--unit", "thousand"], "Đơn vị tính: nghìn đồng"],
    ["neither", ["project-list-by-origin"], "Đơn vị tính: triệu đồng"],
    ["a form with its own unit", ["project-status"], "Đơn vị tính: đồng"],
    ["its own unit asked for", ["project-status", "--unit", "dong"], "Đơn vị tính: đồng"],
  ];
  WRITTEN.forEach(([what, args, unit], index) => {
    it(`${what}: ${unit}`, async () => {
      const path = at(`${String(index)}.xlsx`);
      const ran = await phuluc({}, "template", ...args, "-o", path);
      assert.deepEqual([ran.code, ran.err], [0, ""]);
      assert.ok((await textsIn(path)).includes(unit));
    });
  });

  const REFUSED: readonly (readonly [string, readonly string[], RegExp])[] = [
    [
      "another unit than the form's own",
      ["project-status", "--unit", "million"],
      /luôn ghi bằng đồng.* always in đồng/,
    ],
    ["a unit for a form without amounts", ["targets", "--unit", "million"], /không có số tiền.* holds no amounts/],
    ["a unit that is none", ["project-status", "--unit", "xu"], /--unit chỉ nhận dong, thousand/],
    ["years the wrong way round", ["project-status", "--years", "2030-2026"], /--years cần dạng/],
    ["a form that is none", ["phu-luc"], /Xin chọn một biểu mẫu/],
  ];
  for (const [what, args, says] of REFUSED)
    it(`refuses ${what}`, async () => {
      const ran = await phuluc({}, "template", ...args, "-o", at("khong.xlsx"));
      assert.deepEqual([ran.code, ran.out], [2, ""]);
      assert.match(ran.err, says);
      assert.equal(existsSync(at("khong.xlsx")), false);
    });

  it("lists the forms by their titles", async () => {
    const { code, err } = await phuluc({}, "template");
    assert.equal(code, 2);
    for (const id of FORM_IDS) assert.match(err, new RegExp(`^  ${id} +${formById(id).title.vi}$`, "m"));
  });

  it("leaves a file that is there as it is", async () => {
    const ran = await phuluc({}, "template", "targets", "-o", at("co-roi.xlsx"));
    assert.equal(ran.code, 2);
    assert.match(ran.err, /Đã có tệp .*co-roi\.xlsx\. \/ The file .* exists already\./);
    assert.equal(readFileSync(at("co-roi.xlsx"), "utf8"), "việc của ai đó");
  });
});
