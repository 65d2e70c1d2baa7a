import assert from "node:assert/strict";
import type { Plan } from "../../shared/appendix.ts";
import { checkWorkbook } from "../../shared/check.ts";
import { printYears } from "../../shared/period.ts";
import { planTotal, readPlan } from "../../shared/reading/plan.ts";
import {
  gridOf,
  IT_STAFF,
  PHASE_YEAR,
  PLAN,
  planGrid,
  SINGLE_AMOUNT,
  TARGETS,
  phaseYearGrid,
  type Value,
} from "../builders.ts";

type Rows = readonly (readonly Value[])[];

const FACTS: Rows = [
  ["Tỉnh, thành phố", "Vĩnh Long"],
  ["Số kế hoạch", "3252/QĐ-UBND"],
  ["Ngày ban hành", "2019-12-30"],
  ["Giai đoạn", "2020"],
];
const HEADER: readonly Value[] = ["Nội dung", "Số tiền", "Bằng chữ"];
const TOTAL: readonly Value[] = ["Tổng kinh phí", "10 tỷ đồng", "mười tỷ đồng"];

function planOf(rows: Rows): Plan {
  const plan = readPlan(gridOf(rows, { name: "Kế hoạch" }));
  assert.ok(plan, "no plan sheet");
  return plan;
}

const withFact = (label: Value, value: Value): Plan => planOf([["Tỉnh", "Vĩnh Long"], [label, value], HEADER, TOTAL]);

describe("readPlan", () => {
  it("reads the facts and the amounts with their cells", () => {
    const { sheet, province, number, date, period, amounts } = planOf([...FACTS, [], HEADER, TOTAL]);
    assert.deepEqual(
      { sheet, province, number, date },
      { sheet: "Kế hoạch", province: "Vĩnh Long", number: "3252/QĐ-UBND", date: "2019-12-30" },
    );
    assert.deepEqual(period, { from: 2020 * 12, to: 2020 * 12 + 11 });
    assert.deepEqual(amounts, [
      { label: "Tổng kinh phí", level: 0, cell: "B7", dong: 10_000_000_000, wordsCell: "C7", words: "mười tỷ đồng" },
    ]);
  });
  it("reads the builders' plan sheet", () => {
    assert.deepEqual(
      planOf(PLAN).amounts.map(({ dong }) => dong),
      [5_850_000_000, 2_400_000_000, 2_500_000_000, 950_000_000],
    );
  });

  const LAYOUTS: Readonly<Record<string, Rows>> = {
    "facts in another order": [...[...FACTS].reverse(), HEADER, TOTAL],
    "blank rows": [[], ...FACTS.flatMap((row) => [row, []]), HEADER, TOTAL],
    "a table at column C": [...FACTS, HEADER, TOTAL].map((row) => [null, null, ...row]),
    "labels with colons, in capitals": [
      ...FACTS.map(([label, value]) => [`${String(label).toUpperCase()}:`, value ?? null]),
      HEADER.map((text) => String(text).toUpperCase()),
      TOTAL,
    ],
    "labels in decomposed Unicode": [...FACTS, HEADER]
      .map((row) => row.map((value) => (typeof value === "string" ? value.normalize("NFD") : value)))
      .concat([[...TOTAL]]),
    "the words left of the figures": [
      ...FACTS,
      ["Nội dung", "Bằng chữ", "Số tiền"],
      [TOTAL[0] ?? null, TOTAL[2] ?? null, TOTAL[1] ?? null],
    ],
    "a title above": [["THÔNG TIN KẾ HOẠCH"], [], ...FACTS, HEADER, TOTAL],
  };
  for (const [name, rows] of Object.entries(LAYOUTS)) {
    it(`stands ${name}`, () => {
      const plain = planOf([...FACTS, HEADER, TOTAL]);
      const { number, date, period, amounts } = planOf(rows);
      assert.deepEqual({ number, date, period }, { number: plain.number, date: plain.date, period: plain.period });
      assert.deepEqual(
        amounts.map(({ dong, words }) => [dong, words]),
        [[10_000_000_000, "mười tỷ đồng"]],
      );
    });
  }

  const LABELS: readonly (readonly [keyof Plan, string, Value, unknown])[] = [
    ["number", "Số", "21/KH-UBND", "21/KH-UBND"],
    ["number", "Số kế hoạch", " 21/KH-UBND\n", "21/KH-UBND"],
    ["number", "Số ký hiệu", "21/KH-UBND", "21/KH-UBND"],
    ["number", "Số văn bản", 21, "21"],
    ["date", "Ngày", "2010-11-02", "2010-11-02"],
    ["date", "Ngày ký", "02/11/2010", "2010-11-02"],
    ["date", "Ngày ban hành", "2/11/2010", "2010-11-02"],
    ["date", "Ngày ban hành", "2-11-2010", "2010-11-02"],
    ["date", "Ngày ban hành", "2.11.2010", "2010-11-02"],
    ["date", "Ngày ban hành", 40_484, "2010-11-02"],
    ["date", "Ngày ban hành", 43_829, "2019-12-30"],
    ["province", "Tỉnh/Thành phố", "Sóc Trăng", "Sóc Trăng"],
    ["province", "Cơ quan", "Bộ Y tế", "Bộ Y tế"],
  ];
  for (const [fact, label, value, expected] of LABELS) {
    it(`reads ${fact} from "${label}": ${JSON.stringify(value)}`, () => {
      const isProvince = fact === "province";
      const plan = isProvince ? planOf([[label, value], HEADER, TOTAL]) : withFact(label, value);
      assert.equal(plan[fact], expected);
    });
  }

  const PERIODS: readonly (readonly [string, Value, string | null])[] = [
    ["Giai đoạn", "2021-2025", "2021-2025"],
    ["Giai đoạn", "2021 – 2025", "2021-2025"],
    ["Năm", 2020, "2020"],
    ["Năm kế hoạch", "2020", "2020"],
    ["Thời gian", "từ năm 2021 đến năm 2025", "2021-2025"],
    ["Giai đoạn", "trung hạn", null],
    ["Giai đoạn", true, null],
  ];
  for (const [label, value, expected] of PERIODS) {
    it(`reads the years from "${label}": ${JSON.stringify(value)}`, () => {
      const { period } = withFact(label, value);
      assert.equal(period && printYears(period), expected);
    });
  }

  const AMOUNTS: readonly (readonly [Value, number | null])[] = [
    ["26.340 triệu đồng", 26_340_000_000],
    ["53.930.320.000đ", 53_930_320_000],
    ["1.028.960.000.000 VNĐ", 1_028_960_000_000],
    ["109.045.000.000 đồng", 109_045_000_000],
    ["8,58 tỷ", 8_580_000_000],
    ["8,580 tỷ", 8_580_000_000],
    ["1.500.000", 1_500_000],
    [1_500_000, 1_500_000],
    [0, 0],
    ["0,5 đồng", null],
    [1.5, null],
    ["chưa xác định", null],
    [true, null],
    ["#REF!", null],
    [1e300, null],
  ];
  for (const [value, dong] of AMOUNTS) {
    it(`reads the amount ${JSON.stringify(value)}`, () => {
      assert.equal(planOf([...FACTS, HEADER, ["Tổng kinh phí", value]]).amounts[0]?.dong, dong);
    });
  }

  it("tells the total, its parts, and the parts of a part", () => {
    const labels = [
      "Tổng",
      "Đầu tư phát triển",
      "— Trung ương",
      "- địa phương",
      "Sự nghiệp",
      "+ Trung ương",
      "• địa phương",
    ];
    const { amounts } = planOf([...FACTS, HEADER, ...labels.map((label) => [label, 5])]);
    assert.deepEqual(
      amounts.map(({ level }) => level),
      [0, 1, 2, 2, 1, 2, 2],
    );
  });
  it("takes lines without a label or an amount for none", () => {
    const lines = [TOTAL, [], [null, "5 tỷ"], ["Trong đó:"], ["Ghi chú", null, "tạm tính"], ["Phần", "5 tỷ"]];
    assert.deepEqual(
      planOf([...FACTS, HEADER, ...lines]).amounts.map(({ label }) => label),
      ["Tổng kinh phí", "Phần"],
    );
  });
  it("has no words where none are spelled", () => {
    const { amounts } = planOf([...FACTS, HEADER, ["Tổng", 5, ""], ["Phần", 5, "  "], ["Phần", 5, 5]]);
    assert.deepEqual(
      amounts.map(({ words, wordsCell }) => [words, wordsCell]),
      [
        [null, null],
        [null, null],
        [null, null],
      ],
    );
  });
  it("has no amounts where there is no column of them", () => {
    assert.deepEqual(planOf([...FACTS, ["Nội dung", "Bằng chữ"], ["Tổng", "năm tỷ"]]).amounts, []);
  });
  it("planTotal is the first line, whatever it is called", () => {
    assert.equal(planTotal(planOf([...FACTS, HEADER, ["Kinh phí", 5], ["Phần", 3]]))?.dong, 5);
    assert.equal(planTotal(planOf([...FACTS, HEADER])), null);
    assert.equal(planTotal(null), null);
  });

  const NO_PLANS: Readonly<Record<string, Rows>> = {
    "an empty sheet": [],
    "facts without amounts": FACTS,
    "amounts without facts": [HEADER, TOTAL],
    "a table of projects": [
      ["STT", "Tên dự án", "Kinh phí"],
      [1, "Mạng", 100],
    ],
    "a list by single amount": SINGLE_AMOUNT,
    "a list by phase and year": PHASE_YEAR,
    "a table of staff": IT_STAFF,
    targets: TARGETS,
  };
  for (const [name, rows] of Object.entries(NO_PLANS)) {
    it(`takes ${name} for no plan sheet`, () => {
      assert.equal(readPlan(gridOf(rows)), null);
    });
  }
});

describe("the plan sheet in a workbook", () => {
  it("may stand before or after the appendices", () => {
    for (const grids of [
      [planGrid(), phaseYearGrid()],
      [phaseYearGrid(), planGrid()],
    ]) {
      const { plan, sheets } = checkWorkbook(grids);
      assert.equal(plan?.number, "3252/QĐ-UBND");
      assert.deepEqual(
        sheets.map(({ appendix }) => appendix?.form ?? null).sort(),
        [null, "project-list-phase-year"].sort(),
      );
    }
  });
  it("tells the unit of a sheet that states none", () => {
    const { sheets } = checkWorkbook([phaseYearGrid({ L3: null }), planGrid()]);
    assert.deepEqual([sheets[0]?.appendix?.unit, sheets[0]?.appendix?.unitFrom], ["million", "plan"]);
  });
});
