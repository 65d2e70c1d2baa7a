/** The small parts a consolidated workbook is made of: its words, its times, its text cells, its list's layout. */
import assert from "node:assert/strict";
import { byMoney, listLayout } from "../../server/workbook/consolidated/list-layout.ts";
import { moneyTitle, sourceTitle } from "../../server/workbook/consolidated/names.ts";
import { heightOfLines, linesOfText } from "../../server/workbook/row-height.ts";
import { numberStyle, textStyle } from "../../server/workbook/styles.ts";
import { headerHeights, type Heading } from "../../server/workbook/consolidated/header.ts";
import type { Unit } from "../../shared/money.ts";
import type { MoneyColumn } from "../../shared/consolidation.ts";
import { gridOf, phaseYearGrid, SINGLE_AMOUNT } from "../builders.ts";
import { manifestOf, merge, organisation, versionOf } from "../consolidation/build.ts";

describe("consolidated workbook: words", () => {
  const SOURCES: readonly (readonly [MoneyColumn["source"], string])[] = [
    ["total", "Tổng số"],
    ["unsplit", "Không tách nguồn"],
    ["unsourced", "Chưa rõ nguồn"],
    [{ origin: null, nature: null }, "Nguồn chưa phân loại"],
    [{ origin: "central", nature: null }, "Trung ương"],
    [{ origin: "local", nature: "investment" }, "Địa phương, đầu tư"],
    [{ origin: "other", nature: "recurrent" }, "Nguồn khác, sự nghiệp"],
    [{ origin: null, nature: "investment" }, "Đầu tư"],
    [{ origin: null, nature: "recurrent" }, "Sự nghiệp"],
  ];
  for (const [source, title] of SOURCES) {
    it(`a source is “${title}”`, () => {
      assert.equal(sourceTitle({ source }), title);
    });
  }

  const MONIES: readonly (readonly [Pick<MoneyColumn, "scope" | "kind">, string])[] = [
    [{ scope: "project", kind: "planned" }, "Tổng kinh phí dự án"],
    [{ scope: "phase", kind: "planned" }, "Kinh phí giai đoạn"],
    [{ scope: "year", kind: "planned" }, "Kinh phí năm"],
    [{ scope: "phase", kind: "disbursed" }, "Kinh phí giai đoạn, đã giải ngân"],
  ];
  for (const [money, title] of MONIES) {
    it(`money is “${title}”`, () => {
      assert.equal(moneyTitle(money), title);
    });
  }
});

describe("consolidated workbook: cells", () => {
  const TEXTS: readonly (readonly [string, boolean])[] = [
    ["=1+1", true],
    ["+84", true],
    ["-5", true],
    ["@a", true],
    [" =a", true],
    ["\t=a", true],
    ["\u00a0=a", true],
    ["a=1", false],
    ["1-2", false],
    ["Sở Y tế", false],
    ["", false],
  ];
  for (const [text, isGuarded] of TEXTS) {
    it(`${JSON.stringify(text)} is ${isGuarded ? "" : "not "}guarded against being taken for a formula`, () => {
      assert.equal(textStyle(text).numFmt, isGuarded ? "@" : undefined);
    });
  }

  it("styles are shared, so that exceljs works each out once", () => {
    assert.equal(textStyle("a"), textStyle("b"));
    assert.equal(numberStyle(1), numberStyle(2));
    assert.notEqual(numberStyle(1), numberStyle(1.5));
    assert.deepEqual([numberStyle(1).numFmt, numberStyle(1.5).numFmt], ["#,##0", "#,##0.######"]);
  });

  const HEIGHTS: readonly (readonly [string, number, number])[] = [
    ["", 10, 1],
    ["ngắn", 10, 1],
    ["một dòng dài hơn cột của nó", 10, 3],
    ["hai\ndòng", 10, 2],
    ["hai dòng dài hơn cột\nvà ngắn", 10, 4],
    ["0123456789".repeat(4), 10.7, 5],
    ["soc-trang-2010-pl2-computers.xlsx", 16, 3],
    ["một dòng có chỗ", 40, 1],
  ];
  for (const [text, width, lines] of HEIGHTS) {
    it(`${JSON.stringify(text)} takes ${String(lines)} lines of ${String(width)}`, () => {
      assert.equal(linesOfText(text, width), lines);
    });
  }

  it("a row is never higher than Excel allows", () => {
    assert.deepEqual([heightOfLines(0), heightOfLines(1), heightOfLines(2.5), heightOfLines(1_000)], [15, 15, 43, 409]);
  });
});

describe("consolidated workbook: headers", () => {
  const under = (...below: readonly string[]): Heading => ({ title: "Kinh phí năm", below });
  const alone = (title: string): Heading => ({ title, below: [] });
  const CASES: readonly (readonly [string, readonly Heading[], readonly number[], readonly number[]])[] = [
    ["none", [], [], []],
    ["one row", [alone("Mã")], [5], [32]],
    ["one row of long headings", [alone("Số lượng máy nối mạng nội bộ (LAN)")], [10], [59]],
    ["two rows", [alone("Mã"), under("Tổng số", "TW")], [5, 10, 10], [32, 32]],
    ["two rows, long below", [under("Tổng số", "Địa phương, sự nghiệp")], [10, 10], [32, 45]],
    ["two rows, a long one over both", [alone("Nguồn vốn (ghi bằng lời)"), under("TW")], [6, 20], [36.5, 32]],
  ];
  for (const [name, headings, widths, heights] of CASES) {
    it(name, () => {
      assert.deepEqual(headerHeights(headings, widths), heights);
    });
  }
});

describe("consolidated workbook: the list", () => {
  const versions = [versionOf("a", [phaseYearGrid()]), versionOf("b", [gridOf(SINGLE_AMOUNT)])];
  const SHEETS: readonly (readonly [number, readonly (readonly [string, number])[]])[] = [
    [100, [["Danh mục", 8]]],
    [13, [["Danh mục", 8]]],
    [
      12,
      [
        ["Danh mục", 7],
        ["Danh mục (2)", 1],
      ],
    ],
    [
      9,
      [
        ["Danh mục", 4],
        ["Danh mục (2)", 4],
      ],
    ],
    [
      8,
      [
        ["Danh mục", 3],
        ["Danh mục (2)", 3],
        ["Danh mục (3)", 2],
      ],
    ],
  ];
  for (const [mostRows, sheets] of SHEETS) {
    it(`of 8 line items takes ${String(sheets.length)} sheets of ${String(mostRows)} rows`, async () => {
      const { consolidation } = await merge(manifestOf([organisation("a"), organisation("b")]), versions);
      const layout = listLayout(consolidation, { unit: "million", mostRows });
      assert.deepEqual(
        layout.sheets.map(({ name, lines }) => [name, lines]),
        sheets,
      );
      assert.equal(layout.sumFor(0, "$A9").split("+").length, sheets.length);
    });
  }

  it("shows files and groups only where they tell something", async () => {
    const plain = await merge(manifestOf([organisation("a"), organisation("b")]), versions);
    const how = { unit: "million", mostRows: 100 } as const;
    const { texts, places } = listLayout(plain.consolidation, how);
    assert.ok(!texts.includes("group") && !places.includes("file"));
    const named = versions.map((version) => ({ ...version, fileName: "tep.xlsx" }));
    const manifest = manifestOf([organisation("a"), organisation("b")], { level: "root" });
    const grouped = listLayout((await merge(manifest, named)).consolidation, how);
    assert.ok(grouped.texts.includes("group") && grouped.places.includes("file"));
    assert.equal(
      grouped.headings.flatMap(({ below }) => (below.length > 0 ? below : [""])).length,
      grouped.widths.length,
    );
  });

  it("shows money that nobody splits once, and finds it there by either name", async () => {
    const { consolidation } = await merge(manifestOf([organisation("a"), organisation("b")]), versions);
    const layout = listLayout(consolidation, { unit: "million", mostRows: 100 });
    assert.deepEqual(layout.monies, [0, 2, 3, 4, 5, 6, 7, 8]);
    assert.deepEqual(layout.headings.find(({ title }) => title === "Tổng kinh phí dự án")?.below, [
      "Tổng số (không tách nguồn)",
    ]);
    assert.equal(layout.sumFor(1, "$A5"), layout.sumFor(0, "$A5"));
    assert.notEqual(layout.sumFor(2, "$A5"), layout.sumFor(1, "$A5"));
    assert.match(layout.sumFor(2, "$A5"), /\$J\$6/);
  });

  const WIDTHS: readonly (readonly [Unit, number])[] = [
    ["billion", 10],
    ["million", 10],
    ["thousand", 11.5],
    ["dong", 15.5],
  ];
  for (const [unit, width] of WIDTHS) {
    it(`in ${unit} has a money column of ${String(width)}, as its largest figure needs`, async () => {
      const { consolidation } = await merge(manifestOf([organisation("a"), organisation("b")]), versions);
      const { widths, texts } = listLayout(consolidation, { unit, mostRows: 100 });
      assert.equal(widths[texts.length], width);
    });
  }

  it("has no column for sources in words where no appendix has one", async () => {
    const how = { unit: "million", mostRows: 100 } as const;
    const without = await merge(manifestOf([organisation("a")]), versions.slice(0, 1));
    assert.ok(!listLayout(without.consolidation, how).texts.includes("fundingText"));
    const both = await merge(manifestOf([organisation("a"), organisation("b")]), versions);
    assert.ok(listLayout(both.consolidation, how).texts.includes("fundingText"));
  });

  it("formulas look where its money stands", async () => {
    const { consolidation } = await merge(manifestOf([organisation("a"), organisation("b")]), versions);
    const layout = listLayout(consolidation, { unit: "million", mostRows: 100 });
    assert.equal(layout.sumFor(0, "$A5"), "SUMIFS('Danh mục'!$I$6:$I$13,'Danh mục'!$A$6:$A$13,$A5)");
    assert.deepEqual(
      [...byMoney(consolidation.columns).keys()],
      ["Tổng kinh phí dự án", "Kinh phí giai đoạn", "Kinh phí năm"],
    );
  });
});
