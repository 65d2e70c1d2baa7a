import assert from "node:assert/strict";
import { checkWorkbook } from "../../shared/check.ts";
import { findHabits, readFigure, type OddFigure, type RawFigure } from "../../shared/reading/figures.ts";
import type { FigureColumn } from "../../shared/appendix.ts";
import { COMPUTERS, gridOf, withCells, type Value } from "../builders.ts";

const HEADER: readonly Value[] = [
  "TT",
  "Tên nhiệm vụ, dự án",
  "Đơn vị chủ trì",
  "Thời gian thực hiện",
  "Tổng mức đầu tư",
];
const NAMES = ["Mạng cục bộ", "Máy chủ", "Phần mềm", "Đào tạo", "Cổng thông tin"];

/** Items with these amounts in rows 3 on, and their total below: what is read, in the sheet's unit, and what is said of them. */
function read(values: readonly Value[], total: Value, unit = "triệu đồng"): { figures: unknown[]; rules: string[] } {
  const rows = values.map((value, index) => [index + 1, NAMES[index] ?? "", "Sở TT&TT", 2021, value]);
  const { sheets, findings } = checkWorkbook([
    gridOf([[`Đơn vị tính: ${unit}`], HEADER, ...rows, ["Tổng cộng", null, null, null, total]]),
  ]);
  const [first] = sheets;
  assert.ok(first?.appendix);
  const dong = { "tỷ đồng": 1e9, "triệu đồng": 1e6, đồng: 1 }[unit] ?? 1;
  const rules = findings.filter(({ rule }) => rule !== "typed-total").map(({ rule }) => rule);
  return {
    figures: first.appendix.rows.map(({ figures: [value = null] }) => (value === null ? null : value / dong)),
    rules: [...new Set(rules)],
  };
}

const AS_TEXT = ["amount-as-text"];
const ASKED = ["ambiguous-amount"];

interface Case {
  readonly cells: readonly Value[];
  readonly total: Value;
  readonly unit?: string;
  /** The line items and the total, as read. */
  readonly figures: readonly (number | null)[];
  readonly rules: readonly string[];
}

const CLEAR: Readonly<Record<string, Case>> = {
  numbers: { cells: [1500, 31_690], total: 33_190, figures: [1500, 31_690, 33_190], rules: [] },
  "numbers with decimals": { cells: [8.58, 1.42], total: 10, unit: "tỷ đồng", figures: [8.58, 1.42, 10], rules: [] },
  "blanks and zeros": { cells: [500, 0, null], total: 500, figures: [500, 0, null, 500], rules: ["missing-amount"] },
  "texts without signs": { cells: ["3000", "2500"], total: "5500", figures: [3000, 2500, 5500], rules: AS_TEXT },
  "texts with spaces around": {
    cells: [" 3000", "2500\u00a0"],
    total: 5500,
    figures: [3000, 2500, 5500],
    rules: AS_TEXT,
  },
  "texts with spaces for thousands": {
    cells: ["1 500", "31\u00a0690"],
    total: "33 190",
    figures: [1500, 31_690, 33_190],
    rules: AS_TEXT,
  },
  "texts with several dots": {
    cells: ["1.234.567", "1.000.000"],
    total: "2.234.567",
    unit: "đồng",
    figures: [1_234_567, 1_000_000, 2_234_567],
    rules: AS_TEXT,
  },
  "texts with both signs, Vietnamese": {
    cells: ["12.345,67", "0,33"],
    total: "12.346",
    figures: [12_345.67, 0.33, 12_346],
    rules: AS_TEXT,
  },
  "texts with both signs, English": {
    cells: ["12,345.67", "0.33"],
    total: "12,346",
    figures: [12_345.67, 0.33, 12_346],
    rules: AS_TEXT,
  },
  "texts with their own unit": {
    cells: ["8,580 tỷ", "1.500 triệu", "420.000.000đ"],
    total: 10_500,
    figures: [8580, 1500, 420, 10_500],
    rules: AS_TEXT,
  },
  "marks for nothing": {
    cells: ["-", "…", 500],
    total: 500,
    figures: [null, null, 500, 500],
    rules: [],
  },
  "brackets for a minus": {
    cells: ["(500)", 1500],
    total: 1000,
    figures: [-500, 1500, 1000],
    rules: ["amount-as-text", "negative-amount"],
  },
  words: { cells: ["Chưa xác định", 500], total: 500, figures: [null, 500, 500], rules: ["unreadable-amount"] },
};

/** "1.500" and the like, with something on the sheet that tells how they are meant. */
const SETTLED: Readonly<Record<string, Case>> = {
  "by a text with two dots": {
    cells: ["1.500", "1.234.567"],
    total: "1.236.067",
    figures: [1500, 1_234_567, 1_236_067],
    rules: AS_TEXT,
  },
  "by a text with two commas": {
    cells: ["1,500", "1,234,567"],
    total: "1,236,067",
    figures: [1500, 1_234_567, 1_236_067],
    rules: AS_TEXT,
  },
  "by a decimal comma": { cells: ["1.500", "0,5"], total: "1.500,5", figures: [1500, 0.5, 1500.5], rules: AS_TEXT },
  "by a decimal dot": { cells: ["1,500", "0.5"], total: "1,500.5", figures: [1500, 0.5, 1500.5], rules: AS_TEXT },
  "by a dot that can't part thousands": { cells: ["1.500", "2.5"], total: 4, figures: [1.5, 2.5, 4], rules: AS_TEXT },
  "by a leading zero": { cells: ["0.500", "1.500"], total: 2, figures: [0.5, 1.5, 2], rules: AS_TEXT },
  "by the total as a number": {
    cells: ["1.500", "31.690"],
    total: 33_190,
    figures: [1500, 31_690, 33_190],
    rules: AS_TEXT,
  },
  "by the total as a number, as decimals": {
    cells: ["1.500", "31.690"],
    total: 33.19,
    figures: [1.5, 31.69, 33.19],
    rules: AS_TEXT,
  },
  "by a sum that is over a thousand": {
    cells: ["1.500", "500"],
    total: "2.000",
    figures: [1500, 500, 2000],
    rules: AS_TEXT,
  },
  "by a sum, with commas": { cells: ["1,500", "500"], total: "2,000", figures: [1500, 500, 2000], rules: AS_TEXT },
  "by a sum, in tỷ with three decimals": {
    cells: ["8,580", "1,420"],
    total: "10",
    unit: "tỷ đồng",
    figures: [8.58, 1.42, 10],
    rules: AS_TEXT,
  },
  "by the numbers beside it": {
    cells: ["1.500", 2500, 300],
    total: 4300,
    figures: [1500, 2500, 300, 4300],
    rules: AS_TEXT,
  },
  "by the numbers beside it, as a decimal": {
    cells: ["1.500", 2.5, 0.3],
    total: 4.3,
    figures: [1.5, 2.5, 0.3, 4.3],
    rules: AS_TEXT,
  },
  "by a sum for each sign": { cells: ["1.500", "2,500"], total: 4000, figures: [1500, 2500, 4000], rules: AS_TEXT },
};

/** Nothing tells: read as thousands, and asked. */
const OPEN: Readonly<Record<string, Case>> = {
  "all texts, the total too": {
    cells: ["1.500", "31.690"],
    total: "33.190",
    figures: [1500, 31_690, 33_190],
    rules: ASKED,
  },
  "all texts, with commas": {
    cells: ["8,580", "1,420"],
    total: "10,000",
    unit: "tỷ đồng",
    figures: [8580, 1420, 10_000],
    rules: ASKED,
  },
  "a sum that fails both ways": {
    cells: ["1.500", 20],
    total: 7,
    figures: [1500, 20, 7],
    rules: ["ambiguous-amount", "grand-total-mismatch"],
  },
  "texts that contradict each other": {
    cells: ["1.500", "1.234.567", "1,234,567"],
    total: null,
    figures: [1500, 1_234_567, 1_234_567, null],
    rules: ["ambiguous-amount", "amount-as-text"],
  },
};

describe("figures", () => {
  const check = (title: string, cases: Readonly<Record<string, Case>>): void => {
    for (const [name, { cells, total, unit, figures, rules }] of Object.entries(cases)) {
      it(`${title} ${name}`, () => {
        const found = read(cells, total, unit);
        assert.deepEqual(found.figures, figures);
        assert.deepEqual(found.rules.filter((rule) => rule !== "missing-total").sort(), [...rules].sort());
      });
    }
  };
  check("are read:", CLEAR);
  check("of two readings are settled", SETTLED);
  check("of two readings are asked:", OPEN);

  it("asks once for all texts with the same sign, naming both readings and all cells", () => {
    const rows = ["1.500", "31.690", "1.500"].map((value, index) => [
      index + 1,
      NAMES[index] ?? "",
      "Sở TT&TT",
      2021,
      value,
    ]);
    const { findings } = checkWorkbook([gridOf([["Đơn vị tính: triệu đồng"], HEADER, ...rows])]);
    const asked = findings.filter(({ rule }) => rule === "ambiguous-amount");
    assert.deepEqual(
      asked.map(({ cells, severity }) => [cells.join(), severity]),
      [["E3,E4,E5", "ask"]],
    );
    assert.deepEqual(
      asked.map(({ facts }) => [facts["groupedVi"], facts["decimalVi"]]),
      [["1.500", "1,5"]],
    );
  });
});

const AMOUNT: FigureColumn = {
  column: 4,
  header: "Kinh phí",
  headerCell: "E2",
  holds: { type: "amount", scope: "year", kind: "planned", origin: null, nature: null, detail: null, year: null },
};
const COUNT: FigureColumn = { ...AMOUNT, holds: { type: "count", measure: "staff", within: null } };
const RATIO: FigureColumn = { ...AMOUNT, holds: { type: "ratio", of: "computers", per: "staff" } };

const figureOf = (value: NonNullable<Value>, column = AMOUNT): RawFigure => readFigure({ column: 4, value }, column);

type Kind = "none" | "number" | OddFigure["kind"];

function kindOf(figure: RawFigure): Kind {
  if (figure === null) return "none";
  return typeof figure === "number" ? "number" : figure.kind;
}

describe("readFigure", () => {
  const KINDS: readonly (readonly [NonNullable<Value>, Kind])[] = [
    ["", "none"],
    ["  ", "none"],
    ["-", "none"],
    ["...", "none"],
    [0, "number"],
    [1e300, "number"],
    ["1500", "text"],
    ["1.500", "ambiguous"],
    ["Không", "words"],
    ["1.500-2.000", "unreadable"],
    ["500+300", "unreadable"],
    ["01/02/2020", "unreadable"],
    ["1.50.0", "unreadable"],
    [true, "unreadable"],
    ["#REF!", "formula-error"],
    ["#N/A", "formula-error"],
  ];
  for (const [value, kind] of KINDS) {
    it(`takes ${JSON.stringify(value)} for ${kind}`, () => {
      assert.equal(kindOf(figureOf(value)), kind);
    });
  }
  it("takes no cell for none, and a formula without result for one", () => {
    assert.equal(kindOf(readFigure(undefined, AMOUNT)), "none");
    assert.equal(kindOf(readFigure({ column: 4, value: null, formula: "SUM(E1:E2)" }, AMOUNT)), "no-result");
  });
  it("knows people and machines as whole numbers, ratios as decimals", () => {
    const numberOf = (column: FigureColumn, value: string): unknown => {
      const figure = figureOf(value, column);
      const written = figure !== null && typeof figure === "object" && figure.kind === "text" ? figure.number : null;
      return written && written.digits / 10 ** written.decimals;
    };
    assert.equal(numberOf(COUNT, "1.201"), 1201);
    assert.equal(numberOf(RATIO, "1.201"), 1.201);
    assert.equal(numberOf(RATIO, "0,875"), 0.875);
    assert.equal(numberOf(RATIO, "87,5%"), 0.875);
    assert.equal(numberOf(RATIO, "100 %"), 1);
  });
});

describe("findHabits", () => {
  const isOdd = (figure: RawFigure): figure is OddFigure => figure !== null && typeof figure === "object";
  const habits = (texts: readonly string[]): unknown => findHabits(texts.map((text) => figureOf(text)).filter(isOdd));
  const CASES: readonly (readonly [
    readonly string[],
    "thousands" | "decimal" | null,
    "thousands" | "decimal" | null,
  ])[] = [
    [[], null, null],
    [["1.500", "1,500"], null, null],
    [["1500", "31690"], null, null],
    [["1.500.000"], "thousands", "decimal"],
    [["1,5"], "thousands", "decimal"],
    [["1,500,000"], "decimal", "thousands"],
    [["1.5"], "decimal", "thousands"],
    [["1.500.000", "1,500,000"], null, null],
    [["8,58 tỷ"], null, null],
  ];
  for (const [texts, dot, comma] of CASES) {
    it(`of ${JSON.stringify(texts)}: a dot is ${dot ?? "open"}, a comma ${comma ?? "open"}`, () => {
      assert.deepEqual(habits(texts), { dot, comma });
    });
  }
});

describe("figures of a sheet of counts", () => {
  it("typed as text are the same, and told", () => {
    const { sheets, findings } = checkWorkbook([gridOf(withCells(COMPUTERS, { C5: "48", G5: "0,875", H5: "50%" }))]);
    assert.deepEqual(sheets[0]?.appendix?.rows[0]?.figures, [48, 42, 42, 21, 0.875, 0.5, 1]);
    assert.deepEqual(
      findings.filter(({ rule }) => rule !== "typed-total").map(({ rule, cells }) => `${rule}@${cells.join()}`),
      ["amount-as-text@C5,G5,H5"],
    );
  });
});
