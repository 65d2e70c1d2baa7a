import assert from "node:assert/strict";
import { savedWorkbookName, saveName } from "../../server/actions/file-names.ts";

describe("names of saved files", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["Phụ lục 1.xlsx", "Phụ lục 1.xlsx"],
    ["có macro.xlsm", "có macro.xlsm"],
    ["KẾ HOẠCH.XLSM", "KẾ HOẠCH.xlsm"],
    ["a/b\\c:d.xlsx", "a-b-c-d.xlsx"],
    ["không đuôi", "không đuôi.xlsx"],
    [".xlsx", "phu-luc.xlsx"],
  ];
  for (const [given, saved] of cases)
    it(`${given} is ${saved}`, () => {
      assert.equal(savedWorkbookName(given), saved);
    });
  it("parts left empty are left out", () => {
    assert.equal(saveName(["Tổng hợp", "", "bản 2"], "zip"), "Tổng hợp - bản 2.zip");
  });
});
