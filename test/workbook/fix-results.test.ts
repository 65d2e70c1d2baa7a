/** Results beside formulas in a fixed copy: new where they are known, none where they may be wrong, the old ones where nothing changed. */
import assert from "node:assert/strict";
import { finding, fixed, sheet, sheetOf } from "./fixing.ts";
import { makeZip, workbookParts } from "./make-workbook.ts";
import { partsOf } from "./parts.ts";

describe("a fixed copy's results", () => {
  /** A1 becomes 2; below it a text, an error, a truth, and 4 in a hidden row. */
  const RESULTS: readonly (readonly [formula: string, result: string | null])[] = [
    ["SUM(A1:A2)", "2"],
    ["SUM(A1:A5)", null],
    ["SUM(A1:A2,A4:A5)", "6"],
    ["A1+A2", null],
    ["A1+A4", null],
    ["A1+A6", "2"],
    ["-A1", "-2"],
    ["ROUND(A1/3,2)", "0.67"],
    ["ROUND(A2+A1,0)", null],
    ["A1/0", null],
    ["SUBTOTAL(9,A1:A2)", "2"],
    ["SUBTOTAL(9,A1:A2,A5)", null],
    ['IF(COUNT(A1:A2)=0,"",SUM(A1:A2))', "2"],
    ['IF(SUM(A1:A2)=0,"",SUM(A1:A2))', "2"],
    ["AVERAGE(A1:A1)", null],
    ["C1+A1", null],
  ];
  for (const [formula, result] of RESULTS)
    it(`says ${result ?? "nothing"} beside =${formula}`, () => {
      const rows = `<row r="1"><c r="A1"><v>1</v></c><c r="C1"><f>${formula}</f><v>9</v></c></row><row r="2"><c r="A2" t="str"><v>chữ</v></c></row><row r="3"><c r="A3" t="e"><v>#N/A</v></c></row><row r="4"><c r="A4" t="b"><v>1</v></c></row><row r="5" hidden="1"><c r="A5"><v>4</v></c></row>`;
      const edits = finding([{ cell: "A1", was: 1, value: 2 }]);
      const [, said = null] = /<\/f>(?:<v>(.*?)<\/v>)?<\/c>/.exec(sheetOf(fixed(sheet(rows), [edits]).bytes)) ?? [];
      assert.equal(said, result);
      const from1904 = fixed(sheet(rows, { properties: '<workbookPr date1904="1"/>' }), [edits]);
      assert.match(sheetOf(from1904.bytes), /<\/f><\/c>/);
    });

  const LOOKING: readonly (readonly [formula: string, names: string, isKept: boolean])[] = [
    ["'Trang 1'!A1", "", false],
    ["SUM('Trang 1'!$A:$B)", "", false],
    ["VLOOKUP(1,'Trang 1'!1:2,1)", "", false],
    ["'Trang 1'!A2", "", true],
    ["A1+B9", "", true],
    ['IF(TRUE,"A1",1.5E3)', "", true],
    ["LOG10(C1)", "", true],
    ["[1]Khác!A1", "", true],
    ["Tổng_cộng+1", "<definedName name=\"Tổng_cộng\">'Trang 1'!$A$1:$A$3</definedName>", false],
    ["Tổng_cộng+1", "<definedName name=\"Tổng_cộng\">'Trang 1'!$B$1</definedName>", true],
    ["Tổng_cộng+1", "<definedName name=\"Tổng_cộng\">'Trang 1'!B1</definedName>", false],
    ["Chưa_rõ+1", "", false],
    ["INDIRECT(B1)", "", false],
    ["SUM(OFFSET(B1,0,0))", "", false],
    ["SUM(Bảng1[Cột])", "", false],
  ];
  for (const [formula, names, isKept] of LOOKING)
    it(`${isKept ? "keeps" : "takes away"} what =${formula} gave on another sheet${names === "" ? "" : `, ${names}`}`, () => {
      const xml = `<sheetData><row r="1"><c r="E1"><f>${formula}</f><v>8</v></c></row></sheetData>`;
      const first = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';
      const made = workbookParts({ sheets: [{ xml: first }, { xml }] }).map((part) =>
        part.name === "xl/workbook.xml"
          ? {
              ...part,
              content: String(part.content).replace("</sheets>", `</sheets><definedNames>${names}</definedNames>`),
            }
          : part,
      );
      const { bytes } = fixed(makeZip(made), [finding([{ cell: "A1", was: 1, value: 2 }])]);
      const after = partsOf(bytes).get("xl/worksheets/sheet2.xml") ?? "";
      assert.equal(after.includes("<v>8</v>"), isKept, after);
    });

  for (const formula of ["<f/>", "<f></f>", '<f t="array" ref="D1"></f>', '<f t="shared" si="9"/>'])
    it(`keeps what stands beside ${formula}, which says nothing`, () => {
      const cell = `<c r="D1">${formula}<v>7</v></c>`;
      const rows = `<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1</f><v>1</v></c>${cell}</row>`;
      const { bytes } = fixed(sheet(rows), [finding([{ cell: "A1", was: 1, value: 2 }])]);
      assert.equal(sheetOf(bytes), `<row r="1"><c r="A1"><v>2</v></c><c r="B1"><f>A1</f><v>2</v></c>${cell}</row>`);
    });

  it("keeps all results where a formula takes the place of the same figure", () => {
    const rows =
      '<row r="1"><c r="A1"><v>3</v></c><c r="B1"><v>3</v></c><c r="C1" t="str"><f>TEXT(A1,"0")</f><v>3</v></c></row>';
    const copy = fixed(sheet(rows), [finding([{ cell: "A1", was: 3, formula: "SUM(B1:B1)" }])]);
    assert.match(sheetOf(copy.bytes), /<f>TEXT\(A1,"0"\)<\/f><v>3<\/v>/);
    assert.match(sheetOf(copy.bytes), /<f>SUM\(B1:B1\)<\/f><v>3<\/v>/);
  });
});
