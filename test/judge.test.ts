import assert from "node:assert/strict";
import fc from "fast-check";
import type { Finding } from "../shared/finding.ts";
import type { Grid } from "../shared/grid.ts";
import { gridsFromWire, judgeSubmission, summarise, type Judged, type Policy, type WireGrid } from "../shared/judge.ts";
import { gridSchema, type Explanation } from "../shared/submission.ts";
import {
  gridOf,
  IT_STAFF,
  PHASE_YEAR,
  phaseYearGrid,
  planGrid,
  SINGLE_AMOUNT,
  TARGETS,
  withCells,
  type Value,
} from "./builders.ts";

const POLICY: Policy = {
  formsAsked: [],
  severityOverrides: {},
  explainedRules: [],
  fromYear: 2020,
  toYear: 2020,
};

const judge = (
  sheets: readonly Grid[],
  policy: Partial<Policy> = {},
  explanations: readonly Explanation[] = [],
): Judged => judgeSubmission({ sheets, explanations }, { ...POLICY, ...policy });

const say = (findings: readonly Finding[]): string =>
  findings
    .filter(({ rule }) => rule !== "typed-total")
    .map(({ severity, rule, cells }) => `${severity} ${rule}@${cells[0] ?? ""}`)
    .join(", ");

const single = (changes: Readonly<Record<string, Value>>, name = "Phụ lục"): Grid =>
  gridOf(withCells(SINGLE_AMOUNT, changes), { name });

/** One warning: a line without its agency is not told, so the same name twice is. */
const TWICE = phaseYearGrid({ B12: "Phần mềm quản lý ngân sách", C12: "Sở Tài chính", D12: 2020 });
const twice = judge([TWICE]).findings.find(({ rule }) => rule === "duplicate-line-item");
assert.ok(twice);

const explain = (changes: Partial<Explanation> = {}): Explanation => ({
  rule: "duplicate-line-item",
  variant: twice.variant,
  sheet: twice.sheet,
  cell: twice.cells[0] ?? "",
  text: "Hai phần mềm khác nhau",
  ...changes,
});

describe("what stops a submission", () => {
  const CASES: readonly (readonly [
    says: string,
    sheets: readonly Grid[],
    policy: Partial<Policy>,
    blocking: string,
  ])[] = [
    ["nothing in a right one", [phaseYearGrid(), planGrid()], {}, ""],
    ["an error", [phaseYearGrid({ E13: 99_999 })], {}, "error grand-total-mismatch@E13"],
    ["a question", [single({ G4: "1.500", G5: "31.690", G6: null, G7: null })], {}, "ask ambiguous-amount@G4"],
    ["no warning", [TWICE], {}, ""],
    [
      "a warning to be explained",
      [TWICE],
      { explainedRules: ["duplicate-line-item"] },
      "warning duplicate-line-item@B12",
    ],
    ["no other warning", [TWICE], { explainedRules: ["number-gap"] }, ""],
    [
      "a warning that the round makes an error",
      [TWICE],
      { severityOverrides: { "duplicate-line-item": "error" } },
      "error duplicate-line-item@B12",
    ],
    [
      "no error that the round makes a warning",
      [phaseYearGrid({ E13: 99_999 })],
      { severityOverrides: { "grand-total-mismatch": "warning" } },
      "",
    ],
    [
      "such a warning where it needs words",
      [phaseYearGrid({ E13: 99_999 })],
      { severityOverrides: { "grand-total-mismatch": "warning" }, explainedRules: ["grand-total-mismatch"] },
      "warning grand-total-mismatch@E13",
    ],
    [
      "nothing that the round turned off",
      [phaseYearGrid({ E13: 99_999 })],
      { severityOverrides: { "grand-total-mismatch": "off" } },
      "",
    ],
  ];
  for (const [says, sheets, policy, blocking] of CASES) {
    it(`${says}: ${blocking || "none"}`, () => {
      assert.equal(say(judge(sheets, policy).blocking), blocking);
    });
  }

  it("a rule turned off is not told at all", () => {
    const rules = judge([TWICE], { severityOverrides: { "duplicate-line-item": "off" } }).findings.map(
      ({ rule }) => rule,
    );
    assert.ok(!rules.includes("duplicate-line-item"));
  });
});

describe("explanations", () => {
  const policy: Partial<Policy> = { explainedRules: ["duplicate-line-item"] };
  const CASES: readonly (readonly [says: string, changes: Partial<Explanation>, stands: boolean])[] = [
    ["of what is found", {}, true],
    ["of another cell", { cell: "B11" }, false],
    ["of another sheet", { sheet: "PL2" }, false],
    ["of another rule", { rule: "number-gap" }, false],
    ["of another sentence", { variant: "similar" }, false],
  ];
  for (const [says, changes, stands] of CASES) {
    it(`${says} ${stands ? "stands" : "falls"}`, () => {
      const judged = judge([TWICE], policy, [explain(changes)]);
      assert.equal(judged.explanations.length, stands ? 1 : 0);
      assert.equal(judged.blocking.length, stands ? 0 : 1);
    });
  }

  it("of an error stand, and the error still stops", () => {
    const grid = phaseYearGrid({ E13: 99_999 });
    const [error] = judge([grid]).blocking;
    assert.ok(error);
    const { rule, variant, sheet } = error;
    const judged = judge([grid], {}, [explain({ rule, variant, sheet, cell: "E13" })]);
    assert.equal(judged.explanations.length, 1);
    assert.equal(judged.blocking.length, 1);
  });

  it("fall with the rule that is turned off", () => {
    const off = { severityOverrides: { "duplicate-line-item": "off" } } as const;
    assert.deepEqual(judge([TWICE], off, [explain()]).explanations, []);
  });
});

describe("forms and years", () => {
  it("that are asked for and not there are named", () => {
    const formsAsked = ["targets", "project-list-phase-year", "it-staff"] as const;
    assert.deepEqual(judge([phaseYearGrid()], { formsAsked }).missingForms, ["targets", "it-staff"]);
    assert.deepEqual(judge([phaseYearGrid()]).missingForms, []);
  });

  const EMPTY: readonly (readonly [says: string, sheets: readonly Grid[], noAppendix: boolean])[] = [
    ["no sheet", [], true],
    ["an empty sheet", [gridOf([])], true],
    ["a letter", [gridOf([["Kính gửi: Bộ Thông tin và Truyền thông"], ["Trân trọng."]])], true],
    ["a plan alone", [planGrid()], true],
    [
      "a table of no known form",
      [
        gridOf([
          ["STT", "Màu", "Mùi"],
          [1, "đỏ", "thơm"],
          [2, "xanh", "nồng"],
        ]),
      ],
      true,
    ],
    ["an appendix", [phaseYearGrid()], false],
  ];
  for (const [says, sheets, noAppendix] of EMPTY) {
    it(`${says}: ${noAppendix ? "no appendix" : "an appendix"}`, () => {
      assert.equal(judge(sheets).noAppendix, noAppendix);
    });
  }

  const YEARS: readonly (readonly [title: string, from: number, to: number, isOther: boolean])[] = [
    ["DANH MỤC DỰ ÁN GIAI ĐOẠN 2021-2025", 2021, 2025, false],
    ["DANH MỤC DỰ ÁN GIAI ĐOẠN 2021-2025", 2025, 2026, false],
    ["DANH MỤC DỰ ÁN GIAI ĐOẠN 2021-2025", 2026, 2030, true],
    ["DANH MỤC DỰ ÁN GIAI ĐOẠN 2021-2025", 2020, 2020, true],
    ["DANH MỤC DỰ ÁN", 2030, 2030, false],
  ];
  for (const [title, fromYear, toYear, isOther] of YEARS) {
    it(`"${title}" in a round for ${String(fromYear)}-${String(toYear)} is ${isOther ? "" : "not "}of other years`, () => {
      const judged = judge([single({ A1: title })], { fromYear, toYear });
      assert.deepEqual(judged.sheetsOfOtherYears, isOther ? ["Phụ lục"] : []);
    });
  }
});

/** A sheet on which reading throws, as a fault of our own would. */
const crashing = (): Grid => ({
  ...phaseYearGrid(),
  get rows(): never {
    throw new Error("crash");
  },
});

describe("a crash", () => {
  it("stops the submission, whatever the round says of it", () => {
    const judged = judge([crashing()], { severityOverrides: { "crashed-rule": "off" } });
    assert.equal(say(judged.blocking), "error crashed-rule@");
    assert.equal(judged.findings[0]?.sheet, "Phụ lục");
    assert.equal(judged.noAppendix, true);
  });
});

describe("the summary of a submission", () => {
  const CASES: readonly (readonly [says: string, sheets: readonly Grid[], summary: string])[] = [
    ["a list", [phaseYearGrid()], "5 lines 0 errors 16350000000 project-list-phase-year"],
    ["an error", [phaseYearGrid({ E13: 9 })], "5 lines 1 errors 16350000000 project-list-phase-year"],
    ["targets", [gridOf(TARGETS)], "3 lines 0 errors null targets"],
    [
      "two lists and staff",
      [phaseYearGrid(), single({}, "PL2"), gridOf(IT_STAFF, { name: "PL3" })],
      "11 lines 0 errors 62540000000 project-list-phase-year project-list-single-amount it-staff",
    ],
    ["nothing", [], "0 lines 0 errors null "],
  ];
  for (const [says, sheets, expected] of CASES) {
    it(`of ${says}: ${expected}`, () => {
      const { lineItems, errors, totalDong, forms } = summarise(judge(sheets));
      assert.equal(
        `${String(lineItems)} lines ${String(errors)} errors ${String(totalDong)} ${forms.join(" ")}`,
        expected,
      );
    });
  }

  it("tells no total while a list's unit is not known", () => {
    const judged = judge([phaseYearGrid(), single({}, "PL2")]);
    const appendices = judged.appendices.map((appendix, index) =>
      index === 1 ? { ...appendix, unit: null } : appendix,
    );
    assert.equal(summarise({ ...judged, appendices }).totalDong, null);
  });

  it("counts each severity", () => {
    const judged = judge([TWICE]);
    const { errors, warnings, asks, infos } = summarise(judged);
    assert.equal(errors + warnings + asks + infos, judged.findings.length);
    assert.ok(warnings > 0 && infos > 0);
  });
});

const wire = (changes: Partial<WireGrid> = {}): WireGrid => ({
  name: "PL1",
  rows: [
    {
      row: 2,
      hidden: false,
      cells: [
        { column: 3, value: 1, format: "0" },
        { column: 0, value: null, formula: "A1" },
      ],
    },
    { row: 1, hidden: true, cells: [{ column: 1, value: "STT", formula: undefined }] },
  ],
  merged: [],
  hiddenColumns: [4, 2],
  hidden: false,
  ...changes,
});

describe("sheets from the wire", () => {
  it("come in order, without empty fields", () => {
    assert.deepEqual(gridsFromWire([gridSchema.parse(wire())]), {
      ok: true,
      grids: [
        {
          name: "PL1",
          rows: [
            { row: 1, hidden: true, cells: [{ column: 1, value: "STT" }] },
            {
              row: 2,
              hidden: false,
              cells: [
                { column: 0, value: null, formula: "A1" },
                { column: 3, value: 1, format: "0" },
              ],
            },
          ],
          merged: [],
          hiddenColumns: [2, 4],
          hidden: false,
        },
      ],
    });
  });

  const cell = { column: 2, value: 1 };
  const REFUSED: readonly (readonly [says: string, sheets: readonly WireGrid[], code: string, at: string])[] = [
    ["two sheets of one name", [wire(), wire({ name: "pl1" })], "duplicate-sheet", ""],
    [
      "a row twice",
      [wire({ rows: [7, 3, 7].map((row) => ({ row, hidden: false, cells: [] })) })],
      "duplicate-row",
      "7",
    ],
    [
      "a cell twice",
      [wire({ rows: [{ row: 4, hidden: false, cells: [cell, { column: 1, value: 2 }, cell] }] })],
      "duplicate-cell",
      "C4",
    ],
  ];
  for (const [says, sheets, code, at] of REFUSED) {
    it(`with ${says} are refused: ${code}`, () => {
      const refused = gridsFromWire(sheets);
      assert.ok(!refused.ok);
      assert.deepEqual([refused.code, refused.at], [code, at]);
    });
  }

  it("are the grids that were sent, in whatever order their rows and cells came", () => {
    const grid = phaseYearGrid();
    const shuffled = fc.shuffledSubarray([...grid.rows], { minLength: grid.rows.length });
    fc.assert(
      fc.property(shuffled, (rows) => {
        const sent = gridSchema.parse({
          ...grid,
          rows: rows.map((row) => ({ ...row, cells: [...row.cells].reverse() })),
        });
        assert.deepEqual(gridsFromWire([sent]), { ok: true, grids: [grid] });
      }),
      { numRuns: 20 },
    );
  });
});

const text = fc.oneof(
  fc.constantFrom(
    "STT",
    "TT",
    "Tên dự án",
    "Kinh phí TW",
    "Tổng cộng",
    "I",
    "1",
    "1.500",
    "#REF!",
    "2020-2019",
    "Đơn vị: triệu đồng",
    "Số kế hoạch",
  ),
  fc.string({ maxLength: 12 }),
);
const anyGrid: fc.Arbitrary<WireGrid> = fc.record({
  name: fc.string({ minLength: 1, maxLength: 31 }),
  rows: fc.array(
    fc.record({
      row: fc.integer({ min: 1, max: 30 }),
      hidden: fc.boolean(),
      cells: fc.array(
        fc.record(
          {
            column: fc.integer({ min: 0, max: 12 }),
            value: fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null)),
            formula: fc.constantFrom("SUM(A1:C9)", "A1+B2", "SUM(", "", "A1"),
            format: fc.string({ maxLength: 8 }),
          },
          { requiredKeys: ["column", "value"] },
        ),
        { maxLength: 13 },
      ),
    }),
    { maxLength: 20 },
  ),
  merged: fc.array(fc.record({ top: fc.integer(), left: fc.integer(), bottom: fc.integer(), right: fc.integer() }), {
    maxLength: 3,
  }),
  hiddenColumns: fc.array(fc.integer(), { maxLength: 3 }),
  hidden: fc.boolean(),
});

describe("whatever is sent", () => {
  it("is judged without a throw, and without a crash", () => {
    fc.assert(
      fc.property(fc.array(anyGrid, { maxLength: 3 }), (sheets) => {
        const read = gridsFromWire(sheets);
        if (!read.ok) return;
        const judged = judge(read.grids);
        assert.ok(judged.findings.every(({ rule }) => rule !== "crashed-rule"));
        assert.ok(summarise(judged).lineItems >= 0);
      }),
      { numRuns: 300 },
    );
  });

  it("with figures where a right sheet has texts, and the reverse, is judged too", () => {
    const cells = PHASE_YEAR.flatMap((row, index) =>
      row.map((_, column) => `${String.fromCharCode(65 + column)}${String(index + 1)}`),
    );
    const change = fc.tuple(fc.constantFrom(...cells), fc.oneof(text, fc.integer(), fc.constant(null)));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), (changes) => {
        const judged = judge([phaseYearGrid(Object.fromEntries(changes))]);
        assert.ok(judged.findings.every(({ rule }) => rule !== "crashed-rule"));
      }),
      { numRuns: 200 },
    );
  });
});
