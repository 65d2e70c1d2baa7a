/** Rows written as XML by ourselves are what exceljs writes of the same cells. */
import assert from "node:assert/strict";
import ExcelJS from "exceljs";
import type { Cell, Value } from "../../server/workbook/consolidated/book.ts";
import { cellText, rowsOf } from "../../server/workbook/consolidated/rows.ts";
import { centredStyle, numberStyle, textStyle, timeStyle, type CellStyle } from "../../server/workbook/styles.ts";
import { collect } from "./collect.ts";
import { partsOf } from "./parts.ts";

const PLAIN: CellStyle = {};
const text = (value: string): Cell => ({ value, style: textStyle(value) });
const figure = (value: number): Cell => ({ value, style: numberStyle(value) });
const formula = (of: string, result: number): Cell => ({ value: { formula: of, result }, style: numberStyle(result) });

const ROWS: readonly (readonly [string, readonly Cell[], number?])[] = [
  ["texts", [text("Nghệ An"), text(""), text("  hai  dấu cách "), text("đội 😀")]],
  ["signs of XML", [text(`<a & "b" 'c'>`), text("&amp;"), text("]]>")]],
  ["characters that XML refuses", [text("a\u0000b\u0008\u000b\u000c\u001f\u007f"), text("\ufffe\uffff")]],
  ["breaks and tabs", [text("một\nhai\r\nba\tbốn")]],
  ["half a character", [text("x\ud800y")]],
  ["what looks like a formula", [text("=1+1"), text("-5")]],
  ["figures", [figure(0), figure(-1.5), figure(999_999_999_999_999), figure(1e21), figure(1e-7)]],
  ["times", [{ value: new Date("2025-12-01T02:30:00.000Z"), style: timeStyle() }]],
  ["formulas", [formula("SUM(A1:A2)", 3), formula(`IF('Danh mục'!A1<>"",1,0)`, 0.25)]],
  ["blanks with a box and without", [{ value: null, style: centredStyle() }, { value: null, style: PLAIN }, figure(1)]],
  ["a value without a style", [{ value: "trần", style: PLAIN }]],
  ["a height", [text("cao")], 45.5],
  ["a height without cells", [], 20],
  ["only blanks", [{ value: null, style: centredStyle() }]],
  ["nothing", []],
];

type Write = (workbook: ExcelJS.stream.xlsx.WorkbookWriter, sheet: ExcelJS.Worksheet) => void;

/** The first row goes through exceljs, as a title does. */
async function sheetXml(write: Write): Promise<string> {
  const bytes = await collect(async (out) => {
    const options = { stream: out, useStyles: true, useSharedStrings: false };
    const workbook = new ExcelJS.stream.xlsx.WorkbookWriter(options);
    const sheet = workbook.addWorksheet("Trang");
    sheet.getRow(1).getCell(1).value = "Tiêu đề";
    sheet.getRow(1).commit();
    write(workbook, sheet);
    sheet.commit();
    await workbook.commit();
  });
  return partsOf(bytes).get("xl/worksheets/sheet1.xml") ?? "";
}

const kept = (value: Value | null): Value | null => (typeof value === "string" ? cellText(value) : value);

const byExceljs =
  (cells: readonly Cell[], height: number | undefined): Write =>
  (_, sheet) => {
    const row = sheet.getRow(2);
    cells.forEach(({ value, style }, index) => {
      const cell = row.getCell(index + 1);
      if (value !== null) cell.value = kept(value);
      cell.style = style;
    });
    if (height !== undefined) row.height = height;
    row.commit();
  };

const byOurselves =
  (cells: readonly Cell[], height: number | undefined): Write =>
  (workbook, sheet) => {
    const rows = rowsOf(sheet, workbook);
    rows.add(2, cells, height);
    rows.handOver(3);
  };

describe("rows of a consolidated workbook are as exceljs writes them:", () => {
  for (const [name, cells, height] of ROWS)
    it(name, async () => {
      const [expected, found] = [await sheetXml(byExceljs(cells, height)), await sheetXml(byOurselves(cells, height))];
      assert.ok(expected.includes("Tiêu đề"));
      assert.equal(found, expected);
    });

  it("a text that looks like an escape stays as it is", () => {
    assert.equal(cellText("tệp_x0041_x000d_"), "tệp_x005F_x0041_x005F_x000d_");
  });

  it("a text longer than a cell holds is cut", () => {
    assert.equal(cellText("đ".repeat(40_000)).length, 32_767);
  });
});
