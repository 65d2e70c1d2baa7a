/** The sheet of the trial page, without a browser: figures as shown and as typed, tables as text, keys, places. */
import assert from "node:assert/strict";
import { Axis } from "../../addin/demo/grid/axis.ts";
import { readTable, writeTable } from "../../addin/demo/grid/clipboard.ts";
import { commandFor } from "../../addin/demo/grid/keys.ts";
import { MergedCells } from "../../addin/demo/grid/merged.ts";
import { formatNumber } from "../../addin/demo/grid/number-format.ts";
import { editableText, formatTyped, readTyped } from "../../addin/demo/grid/typed.ts";
import type { CellValue } from "../../shared/grid.ts";
import { BLANK } from "../host-sim/sheet.ts";

describe("figures on the trial page", () => {
  const SHOWN: readonly (readonly [value: number, format: string, text: string])[] = [
    [1234567, "General", "1234567"],
    [12.5, "General", "12,5"],
    [1234567, "#,##0", "1.234.567"],
    [-1234.5, "#,##0.00", "-1.234,50"],
    [1234.5, "#,##0.0#", "1.234,5"],
    [0.125, "0%", "13%"],
    [0.125, "0.0%", "12,5%"],
    [-1500, "#,##0;(#,##0)", "(1.500)"],
    [-1500, "#,##0_);[Red](#,##0)", "(1.500)"],
    [0, '_(* #,##0_);_(* (#,##0);_(* "-"??_);_(@_)', "-"],
    [1500000, "#,##0,", "1.500"],
    [500, '#,##0 "đồng"', "500 đồng"],
    [7, "00", "07"],
    [46113, "dd/mm/yyyy", "01/04/2026"],
    [46113, "m/d/yy", "4/1/26"],
    [0.0000001, "General", "0,0000001"],
    [123456789012, "General", "1,23457E+11"],
  ];
  for (const [value, format, text] of SHOWN)
    it(`${String(value)} as ${format} is ${text}`, () => {
      assert.equal(formatNumber(value, format), text);
    });

  const TYPED: readonly (readonly [input: string, format: string, value: CellValue])[] = [
    ["1.500", "General", 1500],
    ["1.500.000", "General", 1500000],
    ["12,5", "General", 12.5],
    ["-12,5", "General", -12.5],
    ["12%", "General", 0.12],
    ["12", "0%", 0.12],
    ["01/04/2026", "General", 46113],
    ["31/02/2026", "General", "'31/02/2026"],
    ["12.5", "General", "'12.5"],
    ["1.500", "@", "1.500"],
    ["'1.500", "General", "'1.500"],
    ["Sở Tài chính", "General", "Sở Tài chính"],
    ["true", "General", true],
    ["", "General", ""],
    ["=SUM(A1:A3)", "General", "=SUM(A1:A3)"],
    ["=ROUND(A1*1,5;0)", "General", "=ROUND(A1*1.5,0)"],
    ['=IF(A1="a;b";1;2)', "General", '=IF(A1="a;b",1,2)'],
  ];
  for (const [input, format, value] of TYPED)
    it(`${JSON.stringify(input)} typed into ${format} is ${JSON.stringify(value)}`, () => {
      assert.equal(readTyped(input, format), value);
    });

  it("give a cell without a format the one they are typed in", () => {
    assert.deepEqual(["01/04/2026", "12%", "12", "x"].map(formatTyped), ["dd/mm/yyyy", "0%", null, null]);
  });

  it("are edited with all their digits, and read back the same", () => {
    const cells = [
      { value: 1234567.25, format: "#,##0", text: "1234567,25" },
      { value: 0.125, format: "0%", text: "12,5%" },
      { value: 46113, format: "dd/mm/yyyy", text: "01/04/2026" },
      { value: "Sở", format: "General", text: "Sở" },
    ];
    for (const { value, format, text } of cells) {
      assert.equal(editableText({ ...BLANK, value, format }), text);
      assert.equal(readTyped(text, format), value);
    }
    assert.equal(editableText({ ...BLANK, value: 3, formula: "=A1+A2" }), "=A1+A2");
  });
});

describe("tables as text", () => {
  const TABLES: readonly (readonly [text: string, table: readonly (readonly string[])[]])[] = [
    ["480", [["480"]]],
    [
      "1\t2\r\n3\t4\r\n",
      [
        ["1", "2"],
        ["3", "4"],
      ],
    ],
    [
      "1\t\t3\n\n",
      [
        ["1", "", "3"],
        ["", "", ""],
      ],
    ],
    ['"a\nb"\t"say ""yes"""', [["a\nb", 'say "yes"']]],
    ['5" pipe\tx', [['5" pipe', "x"]]],
  ];
  for (const [text, table] of TABLES)
    it(`${JSON.stringify(text)} has ${String(table.length)} lines`, () => {
      assert.deepEqual(readTable(text), table);
      assert.deepEqual(readTable(writeTable(table)), table);
    });
});

describe("keys on the sheet", () => {
  const press = (name: string): string => {
    const parts = name.split("+");
    const key = parts[parts.length - 1] ?? "";
    const has = (modifier: string): boolean => parts.slice(0, -1).includes(modifier);
    const pressed = { key, ctrlKey: has("Ctrl"), metaKey: has("Meta"), shiftKey: has("Shift"), altKey: has("Alt") };
    return JSON.stringify(commandFor(pressed));
  };
  const PRESSED: readonly (readonly [key: string, command: object | null])[] = [
    ["ArrowDown", { kind: "move", by: { rows: 1, columns: 0 }, extends: false, leaps: false }],
    ["Ctrl+Shift+ArrowRight", { kind: "move", by: { rows: 0, columns: 1 }, extends: true, leaps: true }],
    ["Shift+Enter", { kind: "next", by: { rows: -1, columns: 0 } }],
    ["Tab", { kind: "next", by: { rows: 0, columns: 1 } }],
    ["Ctrl+Home", { kind: "home", ofSheet: true, extends: false }],
    ["Ctrl+z", { kind: "undo" }],
    ["Meta+s", { kind: "save" }],
    ["Ctrl+Z", { kind: "undo" }],
    ["Ctrl+c", null],
    ["Ctrl+Shift+I", null],
    ["đ", { kind: "type" }],
    ["Process", { kind: "type" }],
    ["F2", { kind: "edit" }],
    ["F6", { kind: "pane" }],
    ["F5", null],
    ["Alt+x", null],
    ["Shift", null],
    ["Delete", { kind: "clear" }],
  ];
  for (const [key, command] of PRESSED)
    it(key, () => {
      assert.equal(press(key), JSON.stringify(command));
    });
});

describe("rows and columns", () => {
  it("are found by their place, the hidden ones never", () => {
    const rows = new Axis(1, [20, 0, 30, 20]);
    assert.deepEqual(
      [0, 19, 20, 49, 50, 999, -5].map((place) => rows.indexAt(place)),
      [1, 1, 3, 3, 4, 4, 1],
    );
    assert.equal(rows.total, 70);
    assert.deepEqual([rows.startOf(3), rows.endOf(3)], [20, 50]);
  });

  it("move what lies behind when they grow", () => {
    const rows = new Axis(1, [20, 20, 20, 20]);
    assert.equal(
      rows.resize(
        new Map([
          [2, 50],
          [3, 20],
        ]),
        4,
      ),
      30,
    );
    assert.equal(rows.resize(new Map([[4, 50]]), 4), 0);
    assert.deepEqual([rows.startOf(3), rows.startOf(4), rows.total], [70, 90, 140]);
  });

  it("go on as far as one goes", () => {
    const columns = new Axis(0, [10, 10]);
    columns.growTo(4, 7);
    assert.deepEqual([columns.last, columns.total, columns.indexAt(30)], [4, 41, 3]);
    columns.growTo(1, 7);
    assert.equal(columns.total, 41);
  });

  it("are selected whole where cells are merged", () => {
    const merged = new MergedCells([
      { top: 2, left: 1, bottom: 3, right: 2 },
      { top: 3, left: 3, bottom: 5, right: 3 },
    ]);
    assert.deepEqual(merged.whole({ top: 3, left: 2, bottom: 3, right: 3 }), { top: 2, left: 1, bottom: 5, right: 3 });
    assert.equal(merged.at(4, 2), null);
    assert.equal(merged.at(3, 1)?.top, 2);
  });
});
