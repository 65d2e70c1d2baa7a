/** Changed copies by the command line: never over the original, whatever way the path takes to it. */
import assert from "node:assert/strict";
import { linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FINDINGS_SHEET } from "../../shared/findings-sheet.ts";
import { UsageError } from "../../server/commands/options.ts";
import { readCopyAsked } from "../../server/commands/write-copy.ts";
import { changedParts, fixture, gridsOf } from "../workbook/copies.ts";
import { makeWorkbook } from "../workbook/make-workbook.ts";
import { phuluc } from "./phuluc.ts";

describe("where a copy is written", () => {
  let folder = "";
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "phuluc-"));
    for (const name of ["a.xlsx", "b.xlsx", "m.xlsm"]) writeFileSync(join(folder, name), name);
    mkdirSync(join(folder, "con"));
    symlinkSync(folder, join(folder, "con", "link"));
    symlinkSync(join(folder, "a.xlsx"), join(folder, "link.xlsx"));
    symlinkSync(join(folder, "nowhere.xlsx"), join(folder, "broken.xlsx"));
    linkSync(join(folder, "a.xlsx"), join(folder, "hard.xlsx"));
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  const PATHS: readonly (readonly [file: string, output: string, isTaken: boolean])[] = [
    ["a.xlsx", "a.xlsx", false],
    ["a.xlsx", "con/../a.xlsx", false],
    ["a.xlsx", "con/link/a.xlsx", false],
    ["a.xlsx", "link.xlsx", false],
    ["link.xlsx", "a.xlsx", false],
    ["a.xlsx", "hard.xlsx", false],
    ["a.xlsx", "m.xlsm", false],
    ["a.xlsx", "b.xlsx", true],
    ["a.xlsx", "new.xlsx", true],
    ["a.xlsx", "con/link/new.xlsx", true],
    ["a.xlsx", "broken.xlsx", true],
    ["a.xlsx", "khong-co/a.xlsx", true],
    ["khong-co.xlsx", "a.xlsx", true],
    ["khong-co.xlsx", "new.xlsx", true],
  ];
  for (const [file, output, isTaken] of PATHS)
    it(`${isTaken ? "may be" : "is not"} ${output} of ${file}`, () => {
      const [from, to] = [join(folder, file), join(folder, output)];
      const ask = () => readCopyAsked({ files: [from], values: { output: to, replace: true } });
      if (isTaken) assert.deepEqual(ask(), { file: from, output: to, replaces: true });
      else assert.throws(ask, UsageError);
    });

  const plan = fixture("vinh-long-2020.xlsx");
  const COMMANDS: readonly (readonly [args: readonly string[], says: RegExp, code: number])[] = [
    [["annotate", "plan.xlsx", "-o", "marked.xlsx"], /marked\.xlsx: 9 phát hiện \/ written: 9 findings/, 0],
    [["annotate", "--clean", "marked.xlsx", "-o", "clean.xlsx"], /đã gỡ mọi dấu/, 0],
    [["annotate", "--clean", "plan.xlsx", "-o", "same.xlsx"], /không có dấu nào/, 0],
    [["fix", "plan.xlsx", "-o", "fixed.xlsx"], /đã sửa 1 phát hiện, còn 8 /, 0],
    [["fix", "plan.xlsx", "-o", "fixed.xlsx"], /Đã có tệp/, 2],
    [["fix", "signed.xlsx", "-o", "fixed.xlsx"], /ký số/, 2],
  ];
  it("has what was asked for", async function () {
    this.timeout(60_000);
    writeFileSync(join(folder, "plan.xlsx"), plan);
    const more = [{ name: "_xmlsignatures/sig1.xml", content: "<Signature/>" }];
    writeFileSync(join(folder, "signed.xlsx"), makeWorkbook({ sheets: [{ xml: "<sheetData/>" }], more }));
    for (const [args, says, code] of COMMANDS) {
      const ran = await phuluc({}, ...args.map((arg) => (arg.endsWith(".xlsx") ? join(folder, arg) : arg)));
      assert.match(ran.out + ran.err, says);
      assert.equal(ran.code, code, ran.err);
    }
    const [marked, cleaned, same] = ["marked", "clean", "same"].map((name) =>
      readFileSync(join(folder, `${name}.xlsx`)),
    );
    assert.ok(marked && cleaned && same);
    assert.equal(gridsOf(marked).at(-1)?.name, FINDINGS_SHEET.vi);
    assert.deepEqual(changedParts(plan, cleaned), []);
    assert.ok(same.equals(plan));
    assert.deepEqual(readFileSync(join(folder, "plan.xlsx")), plan);
  });
});
