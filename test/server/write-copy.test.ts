/** Where a changed copy may be written: never over its original, whatever way the path takes to it. */
import assert from "node:assert/strict";
import { linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UsageError } from "../../server/commands/options.ts";
import { readCopyAsked } from "../../server/commands/write-copy.ts";

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
});
