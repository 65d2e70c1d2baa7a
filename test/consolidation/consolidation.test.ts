import assert from "node:assert/strict";
import { consolidate, consolidationValues, lineReader } from "../../shared/consolidation.ts";
import { findingsOf } from "../../shared/consolidation/summary.ts";
import { manifestSchema } from "../../shared/consolidation/manifest.ts";
import {
  COMPUTERS,
  gridOf,
  phaseYearGrid,
  planGrid,
  PHASE_YEAR,
  SINGLE_AMOUNT,
  TARGETS,
  withCells,
  type Value,
} from "../builders.ts";
import type { Grid } from "../../shared/grid.ts";
import { amountIn, columnsOf, manifestOf, merge, mergeEach, organisation, totalOf, versionOf } from "./build.ts";

const TWO_SPLITS: readonly (readonly Value[])[] = [
  ["Đơn vị tính: triệu đồng"],
  ["STT", "Tên dự án", "Đơn vị chủ trì", "Tổng mức đầu tư", "NSTW", "NSĐP", "Vốn ĐTPT", "Vốn SN"],
  [1, "Mạng diện rộng của tỉnh", "Sở A", 100, 60, 40, 70, 30],
  [2, "Phần mềm một cửa điện tử", "Sở B", 50, 0, 50, 0, 50],
  ["TỔNG", null, null, 150, 60, 90, 70, 80],
];

const withoutMoney = (rows: readonly (readonly Value[])[], from: number, to: number): Value[][] =>
  rows.map((row, index) => (index >= from && index < to ? row.slice(0, 4) : [...row]));

const THOUSAND = withCells(SINGLE_AMOUNT, { H2: "Đơn vị tính: nghìn đồng" });
const NO_UNIT = withCells(SINGLE_AMOUNT, { H2: null });
const SUB_ITEMS: Value[][] = [
  ...SINGLE_AMOUNT.slice(0, 4).map((row) => [...row]),
  ["-", "Phần cứng", null, null, null, null, 500],
  ["-", "Phần mềm", null, null, null, null, 1000],
  ...SINGLE_AMOUNT.slice(4).map((row) => [...row]),
];

describe("consolidation: what is added up", () => {
  const CASES: readonly (readonly [string, readonly Grid[], Readonly<Record<string, number>>])[] = [
    [
      "line items, never printed totals",
      [phaseYearGrid({ F13: 1, F6: 2, F9: 3 }), planGrid()],
      {
        "phase total": 11_850e6,
        "phase central/null": 3_000e6,
        "year null/investment": 2_400e6,
        "project unsplit": 16_350e6,
      },
    ],
    ["money without a source, as such", [phaseYearGrid({ G12: null, H12: null })], { "phase unsourced": 1_500e6 }],
    ["thousands in đồng", [gridOf(THOUSAND)], { "project total": 46_190e3 }],
    ["money that a section gives in one sum", [gridOf(withoutMoney(PHASE_YEAR, 6, 8))], { "phase total": 11_850e6 }],
    ["an item by its sub-items where they carry the money", [gridOf(SUB_ITEMS)], { "project total": 46_190e6 }],
    [
      "two splits of one total once",
      [gridOf(TWO_SPLITS)],
      { "project total": 150e6, "project null/investment": 70e6, "project local/null": 90e6 },
    ],
  ];
  for (const [name, grids, totals] of CASES) {
    it(name, async () => {
      const { consolidation, lines } = await mergeEach(grids);
      for (const [column, dong] of Object.entries(totals)) {
        assert.equal(totalOf(consolidation, column), dong, column);
        const index = columnsOf(consolidation).indexOf(column);
        const sum = lines.reduce((all, { amounts }) => all + (amounts[index] ?? 0), 0);
        assert.equal(sum, dong, `lines, ${column}`);
      }
      assert.equal(lines.length, consolidation.total.lineItems);
    });
  }

  it("every line item with its organisation, version, plan, sheet, cell and section", async () => {
    const version = versionOf("vl", [phaseYearGrid(), planGrid()], { version: 3 });
    const { lines } = await merge(manifestOf([organisation("vl", { version: 3 })]), [version]);
    assert.equal(lines.length, 5);
    const [first] = lines;
    assert.deepEqual(
      [first?.organisationId, first?.version, first?.planNumber, first?.sheet, first?.cell, first?.sections],
      ["vl", 3, "3252/QĐ-UBND", "Phụ lục", "B7", "I. Hạ tầng kỹ thuật"],
    );
    assert.deepEqual([first?.leadAgency, first?.period], ["Văn phòng UBND tỉnh", "2019-2021"]);
  });

  it("sub-items with the agency and period of their item", async () => {
    const { lines } = await mergeEach([gridOf(SUB_ITEMS)]);
    const part = lines.find(({ name }) => name === "Phần cứng");
    assert.deepEqual(
      [part?.sections, part?.leadAgency, part?.period],
      ["1. Duy trì Kiến trúc chính quyền điện tử", "Sở TT&TT", "2021-2025"],
    );
  });
});

/** "Tổng mức đầu tư" and its sources, as headed and filled. */
const sourced = (headings: readonly Value[], ...items: readonly (readonly Value[])[]): Grid =>
  gridOf([
    ["Đơn vị tính: triệu đồng"],
    ["STT", "Tên dự án", "Đơn vị chủ trì", ...headings],
    ...items.map((amounts, index) => [index + 1, `Phần mềm dùng chung ${"ABC"[index] ?? ""}`, "Sở A", ...amounts]),
  ]);
const TW_DP = ["Tổng mức đầu tư", "NSTW", "NSĐP"] as const;

describe("consolidation: money by source", () => {
  const NO_SOURCES = sourced(["Tổng mức đầu tư"], [100], [50]);
  const CASES: readonly (readonly [string, readonly Grid[], readonly (readonly [string, number])[]])[] = [
    [
      "no column for sources: not split",
      [NO_SOURCES],
      [
        ["total", 150],
        ["unsplit", 150],
      ],
    ],
    [
      "sources that cover the whole: nothing else",
      [sourced(TW_DP, [100, 60, 40], [50, 0, 50])],
      [
        ["total", 150],
        ["central/null", 60],
        ["local/null", 90],
      ],
    ],
    [
      "sources that do not cover it: unsourced",
      [sourced(TW_DP, [100, 60, 10], [50, null, null])],
      [
        ["total", 150],
        ["central/null", 60],
        ["local/null", 10],
        ["unsourced", 80],
      ],
    ],
    [
      "sources that exceed it: unsourced and negative",
      [sourced(TW_DP, [100, 60, 70])],
      [
        ["total", 100],
        ["central/null", 60],
        ["local/null", 70],
        ["unsourced", -30],
      ],
    ],
    [
      "too much here and too little there: seen, though together it is nothing",
      [sourced(TW_DP, [100, 60, 70], [50, 20, 0])],
      [
        ["total", 150],
        ["central/null", 80],
        ["local/null", 70],
        ["unsourced", 0],
      ],
    ],
    [
      "a source nobody fills in: no column",
      [sourced(TW_DP, [100, 100, null], [50, 50, null])],
      [
        ["total", 150],
        ["central/null", 150],
      ],
    ],
    [
      "a source with zeros: as printed",
      [sourced(TW_DP, [100, 100, 0])],
      [
        ["total", 100],
        ["central/null", 100],
        ["local/null", 0],
      ],
    ],
    [
      "a whole nobody fills in: the sum of its sources",
      [sourced(TW_DP, [null, 60, 40])],
      [
        ["total", 100],
        ["central/null", 60],
        ["local/null", 40],
      ],
    ],
    [
      "a source that is neither central nor local: as such, not as unsourced",
      [sourced(["Tổng mức đầu tư", "NSTW", "NSNN"], [100, 60, 40])],
      [
        ["total", 100],
        ["central/null", 60],
        ["null/null", 40],
      ],
    ],
    [
      "a whole printed twice: once",
      [sourced(["Tổng mức đầu tư", "Tổng mức đầu tư"], [100, 100])],
      [
        ["total", 100],
        ["unsplit", 100],
      ],
    ],
    [
      "one appendix that splits and one that does not",
      [sourced(TW_DP, [100, 60, 10]), NO_SOURCES],
      [
        ["total", 250],
        ["central/null", 60],
        ["local/null", 10],
        ["unsplit", 150],
        ["unsourced", 30],
      ],
    ],
  ];
  for (const [name, grids, expected] of CASES) {
    it(name, async () => {
      const { consolidation, lines } = await mergeEach(...grids.map((grid) => [grid]));
      const found = columnsOf(consolidation).map((column) => [column, totalOf(consolidation, column)]);
      assert.deepEqual(
        found,
        expected.map(([column, millions]) => [`project ${column}`, millions * 1e6]),
      );
      for (const { amounts } of [...lines, consolidation.total, ...consolidation.organisations]) {
        const [whole, ...parts] = amounts;
        assert.equal(
          parts.reduce<number>((sum, part) => sum + (part ?? 0), 0),
          whole ?? 0,
        );
      }
    });
  }
});

describe("consolidation: columns and totals", () => {
  it("columns stand widest scope first, the whole first and what is not split last", async () => {
    const { consolidation } = await mergeEach([gridOf(TWO_SPLITS)], [phaseYearGrid()]);
    assert.deepEqual(columnsOf(consolidation), [
      "project total",
      "project central/null",
      "project local/null",
      "project null/investment",
      "project null/recurrent",
      "project unsplit",
      "phase total",
      "phase central/null",
      "phase local/null",
      "year total",
      "year central/null",
      "year null/investment",
      "year null/recurrent",
    ]);
  });

  it("what an organisation does not say is null and not 0", async () => {
    const { consolidation } = await mergeEach([gridOf(SINGLE_AMOUNT)], [phaseYearGrid()]);
    const [single, phaseYear] = consolidation.organisations;
    assert.equal(amountIn(consolidation, single, "year total"), null);
    assert.equal(amountIn(consolidation, phaseYear, "year total"), 5_850e6);
    assert.equal(totalOf(consolidation, "project total"), 46_190e6 + 16_350e6);
  });

  it("refuses sums that can't be kept exactly", async () => {
    const rows = [
      ...SINGLE_AMOUNT.slice(0, 3),
      ...Array.from({ length: 10 }, (_, index) => [
        index + 1,
        `Dự án số ${String(index)}`,
        "Sở A",
        "Mới",
        "",
        2021,
        999_999_999,
      ]),
    ];
    await assert.rejects(mergeEach(...Array.from({ length: 2 }, () => [gridOf(rows)])), RangeError);
  });

  it("merges nothing into nothing", async () => {
    const { consolidation, lines } = await merge(manifestOf([]), []);
    assert.deepEqual([consolidation.columns, consolidation.groups, lines], [[], [], []]);
    assert.deepEqual(consolidation.total, { lineItems: 0, amounts: [] });
  });
});

describe("consolidation: what is left out is named", () => {
  const ONE = gridOf(SINGLE_AMOUNT);
  const COPY = gridOf(SINGLE_AMOUNT, { name: "Bản sao" });
  const CASES: readonly (readonly [string, readonly Grid[], readonly (string | null)[]])[] = [
    ["nothing", [ONE], [null]],
    ["a sheet without a unit", [gridOf(NO_UNIT)], ["unit-unknown"]],
    ["a form without money", [gridOf(TARGETS)], ["no-money"]],
    ["the same appendix again", [ONE, COPY], [null, "same-appendix"]],
    ["the same targets again", [gridOf(TARGETS), gridOf(TARGETS, { name: "B" })], ["no-money", "same-appendix"]],
    [
      "but not one with another figure",
      [ONE, gridOf(withCells(SINGLE_AMOUNT, { G4: 1501 }), { name: "B" })],
      [null, null],
    ],
  ];
  for (const [name, grids, expected] of CASES) {
    it(name, async () => {
      const { consolidation } = await mergeEach(grids);
      assert.deepEqual(
        consolidation.versions[0]?.appendices.map(({ leftOut }) => leftOut),
        expected,
      );
    });
  }

  it("the same appendix of one organisation counts once, of two twice", async () => {
    const own = await merge(manifestOf([organisation("a", { version: null })]), [
      versionOf("a", [ONE], { version: 1 }),
      versionOf("a", [ONE], { version: 2 }),
    ]);
    assert.equal(totalOf(own.consolidation, "project total"), 46_190e6);
    const two = await mergeEach([ONE], [ONE]);
    assert.equal(totalOf(two.consolidation, "project total"), 2 * 46_190e6);
  });

  it("who has not sent, is late, was sent back or set aside", async () => {
    const absent = { included: false, version: null, submittedAt: null } as const;
    const manifest = manifestOf([
      organisation("a", { isLate: true }),
      organisation("b", { ...absent, state: "missing" }),
      organisation("c", { ...absent, state: "draft" }),
      organisation("d", { included: false, state: "returned" }),
      organisation("e", { included: false, state: "submitted" }),
      organisation("f", { ...absent, state: "missing", isExpected: false }),
    ]);
    const { consolidation } = await merge(manifest, [versionOf("a", [ONE])]);
    assert.deepEqual(consolidation.standing, {
      expected: ["a", "b", "c", "d", "e"],
      submitted: ["a", "e"],
      late: ["a"],
      returned: ["d"],
      missing: ["b", "c"],
      notIncluded: ["e"],
    });
  });

  it("findings are counted by version, with the warnings that are explained", async () => {
    const grids = [phaseYearGrid({ G12: null, H12: null })];
    const found = versionOf("a", grids).findings.find(({ severity }) => severity === "error");
    assert.ok(found);
    const { rule, variant, sheet, cells } = found;
    const explanations = [{ rule, variant, sheet, cell: cells[0] ?? "", text: "Chờ phân bổ" }];
    const version = versionOf("a", grids, { explanations });
    const { consolidation } = await merge(manifestOf([organisation("a")]), [version]);
    const errors = version.findings.filter(({ severity }) => severity === "error").length;
    assert.ok(errors > 0);
    assert.equal(consolidation.versions[0]?.findings.error, errors);
    assert.equal(consolidation.versions[0]?.findings.explained, 0);
    const warned = { ...version, findings: version.findings.map((one) => ({ ...one, severity: "warning" as const })) };
    const again = await merge(manifestOf([organisation("a")]), [warned]);
    assert.equal(again.consolidation.versions[0]?.findings.explained, 1);
    assert.deepEqual(
      [...findingsOf(version)].flatMap(({ explanation }) => explanation ?? []),
      ["Chờ phân bổ"],
    );
    assert.equal(consolidation.versions[0]?.appendices[0]?.errors, errors);
  });
});

describe("consolidation: made again", () => {
  const manifest = manifestOf([organisation("a"), organisation("b")]);
  const versions = [
    versionOf("a", [phaseYearGrid(), planGrid(), gridOf(COMPUTERS, { name: "PL2" })]),
    versionOf("b", [gridOf(SINGLE_AMOUNT), gridOf(TARGETS, { name: "Chỉ tiêu" })]),
  ];
  async function* oneByOne(): AsyncGenerator<(typeof versions)[number]> {
    for (const version of versions) yield await Promise.resolve(version);
  }

  it("equals itself to the byte, from a list or one by one", async () => {
    const values = consolidationValues(await consolidate(manifest, () => versions));
    assert.equal(consolidationValues(await consolidate(manifest, oneByOne)), values);
    assert.ok(values.includes('"planned project total"') && values.length > 1_000);
  });

  it("differs when an amount does", async () => {
    const values = consolidationValues(await consolidate(manifest, () => versions));
    const other = [versionOf("a", [phaseYearGrid({ E7: 5001 }), planGrid()]), ...versions.slice(1)];
    assert.notEqual(consolidationValues(await consolidate(manifest, () => other)), values);
  });

  it("its manifest is plain JSON", () => {
    assert.deepEqual(manifestSchema.parse(JSON.parse(JSON.stringify(manifest))), manifest);
  });

  const WRONG: readonly (readonly [string, () => Promise<unknown>])[] = [
    ["a version nobody asked for", () => consolidate(manifest, () => [...versions, versionOf("x", [])])],
    ["another version than the manifest's", () => consolidate(manifest, () => [{ ...versionOf("a", []), version: 2 }])],
    ["an included organisation without its version", () => consolidate(manifest, () => versions.slice(1))],
    [
      "lines of a version that was not merged",
      async () => [...lineReader(await consolidate(manifest, () => versions))({ ...versionOf("a", []), version: 9 })],
    ],
  ];
  for (const [name, run] of WRONG) it(`stops at ${name}`, () => assert.rejects(run, Error));
});
