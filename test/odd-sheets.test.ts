/** Sheets that are odd, most of them right: each once raised a false alarm, a dozen for one cause, or none where one was due. */
import assert from "node:assert/strict";
import {
  brief,
  check,
  gridOf,
  IT_STAFF,
  phaseYearGrid,
  planGrid,
  SINGLE_AMOUNT,
  withCells,
  type Value,
} from "./builders.ts";
import type { Grid } from "../shared/grid.ts";

const single = (changes: Readonly<Record<string, Value>>): Grid => gridOf(withCells(SINGLE_AMOUNT, changes));
const item = (
  number: Value,
  name: Value,
  amount: Value,
  agency: Value = "Sở A",
  period: Value = "2021-2025",
): Value[] => [number, name, agency, "Dự án mới", "Mục tiêu", period, amount];
const group = (number: Value, name: Value, amount: Value = null): Value[] => [
  number,
  name,
  null,
  null,
  null,
  null,
  amount,
];
const HEAD = SINGLE_AMOUNT.slice(0, 3);
const sheet = (...rows: readonly Value[][]): Grid => gridOf([...HEAD, ...rows]);

interface Odd {
  readonly name: string;
  readonly grids: readonly Grid[];
  /** "rule@cells"; none for a right sheet. */
  readonly says: readonly string[];
}

const RIGHT: readonly Odd[] = [
  {
    name: "sections A, I, 1",
    grids: [
      sheet(
        group("A", "Dự án", 30),
        group("I", "Hạ tầng", 10),
        item(1, "Mạng", 10),
        group("II", "Phần mềm", 20),
        item(1, "Văn bản", 20),
        group("TỔNG", null, 30),
      ),
    ],
    says: [],
  },
  {
    name: "SUBTOTAL over SUBTOTALs without kept results",
    grids: [phaseYearGrid({ E6: "=SUBTOTAL(9,E7:E8)", E9: "=SUBTOTAL(9,E10:E12)", E13: "=SUBTOTAL(9,E6:E12)" })],
    says: [],
  },
  {
    name: "'trong đó' with money in its own row",
    grids: [
      sheet(
        item(1, "Mạng", 30),
        group(null, "Trong đó: phần cứng", 20),
        item(2, "Văn bản", 10),
        group("TỔNG", null, 40),
      ),
    ],
    says: [],
  },
  {
    name: "dashes in the name column",
    grids: [
      sheet(
        item(1, "Mạng", 30),
        group(null, "- Phần cứng", 20),
        group(null, "- Phần mềm", 10),
        item(2, "Văn bản", 10),
        group("TỔNG", null, 40),
      ),
    ],
    says: [],
  },
  {
    name: "a bare 'Cộng' closing each section",
    grids: [
      sheet(
        group("I", "Hạ tầng"),
        item(1, "Mạng", 10),
        group(null, "Cộng", 10),
        group("II", "Phần mềm"),
        item(1, "Văn bản", 20),
        group(null, "Cộng", 20),
        group("TỔNG CỘNG", null, 30),
      ),
    ],
    says: [],
  },
  ...[
    "Tổng nhu cầu kinh phí",
    "Tổng cộng kinh phí thực hiện",
    "Tổng cộng toàn bộ",
    "Tổng cộng kinh phí (làm tròn)",
    "TỔNG (I+II)",
  ].map((label) => ({
    name: `a total called '${label}'`,
    grids: [single({ A7: null, B7: label })],
    says: [],
  })),
  { name: "a project called 'Tổng hợp …' is no total", grids: [single({ B5: "Tổng hợp dữ liệu dân cư" })], says: [] },
  {
    name: "an agency merged over several rows",
    grids: [gridOf(withCells(SINGLE_AMOUNT, { C5: null, C6: null }), { merged: ["C4:C6"] })],
    says: [],
  },
  {
    name: "letters a b c d đ e g",
    grids: [
      sheet(
        item(1, "Mạng", 7),
        ...[..."abcdđeg"].map((letter) => group(`${letter})`, `Phần ${letter}`, 1)),
        group("TỔNG", null, 7),
      ),
    ],
    says: [],
  },
  {
    name: "headings without numbers, numbers running on",
    grids: [
      sheet(
        group(null, "Hạ tầng", 10),
        item(1, "Mạng", 10),
        group(null, "Phần mềm", 20),
        item(2, "Văn bản", 15),
        item(3, "Một cửa", 5),
        group("TỔNG", null, 30),
      ),
    ],
    says: [],
  },
  { name: "a unit of 1.000.000 đồng", grids: [single({ H2: "Đơn vị tính: 1.000.000 đồng" })], says: [] },
  {
    name: "thirds of an amount",
    grids: [single({ G4: 46190 / 3, G5: 46190 / 3, G6: 46190 / 3 })],
    says: ["fractional-dong@G4,G5,G6"],
  },
  { name: "a dash for no money", grids: [single({ G6: "-", G7: 33190 })], says: [] },
  {
    name: "numbered rows left empty",
    grids: [sheet(item(1, "Mạng", 10), [2], [3], item(4, "Văn bản", 20), group("TỔNG", null, 30))],
    says: [],
  },
];

const ONE_CAUSE: readonly Odd[] = [
  { name: "text under a SUM", grids: [single({ G4: "1500", G7: "=SUM(G4:G6)" })], says: ["amount-as-text@G4"] },
  { name: "a blank amount, total left", grids: [single({ G5: null })], says: ["grand-total-mismatch@G7,G5"] },
  { name: "a blank whole of a row", grids: [phaseYearGrid({ F7: null })], says: ["missing-total@F7"] },
  { name: "a blank part of a section", grids: [phaseYearGrid({ G6: null })], says: ["missing-total@G6"] },
  { name: "a blank part of the grand total", grids: [phaseYearGrid({ G13: null })], says: ["missing-total@G13"] },
  { name: "an amount that can't be read", grids: [single({ G5: "31,69O" })], says: ["unreadable-amount@G5"] },
  { name: "an error in a cell", grids: [single({ G5: "#REF!" })], says: ["formula-error@G5"] },
  {
    name: "more digits than Excel keeps",
    grids: [single({ G5: "1.234.567.890.123.456" })],
    says: ["unreadable-amount@G5"],
  },
  {
    name: "the wrong unit",
    grids: [phaseYearGrid({ L3: "Đơn vị: nghìn đồng" }), planGrid()],
    says: ["unit-contradicts-plan@L3"],
  },
  {
    name: "a number typed twice",
    grids: [sheet(item(1, "A", 1), item(2, "B", 1), item(2, "C", 1), item(4, "D", 1), group("TỔNG", null, 4))],
    says: ["number-repeated@A6"],
  },
  {
    name: "a fraction and the sum over it",
    grids: [single({ G4: "=1000/3", G7: "=SUM(G4:G6)" })],
    says: ["fractional-dong@G4"],
  },
  {
    name: "a negative item in a section",
    grids: [phaseYearGrid({ J7: -400, I7: 900, J6: -100, I6: 2400, J13: 150, I13: 5050 })],
    says: ["negative-amount@J7"],
  },
  {
    name: "every figure as text that may be read in two ways",
    grids: [single({ G4: "1.500", G5: "31.690", G6: "13.100", G7: "46.290" })],
    says: ["ambiguous-amount@G4,G5,G6,G7"],
  },
  {
    name: "two cells of a section exchanged",
    grids: [phaseYearGrid({ G6: 4500, H6: 2000 })],
    says: ["section-sum-mismatch@G6,H6"],
  },
  {
    name: "a section left out of the grand total's formula in part",
    grids: [phaseYearGrid({ E6: "=SUM(E7:E8)", E9: "=SUM(E10:E12)", E13: "=SUM(E7:E8)+SUM(E10:E11)" })],
    says: ["sum-range-incomplete@E13"],
  },
  {
    name: "numbers out of order",
    grids: [sheet(item(1, "A", 1), item(3, "B", 1), item(2, "C", 1), group("TỔNG", null, 3))],
    says: ["number-gap@A5"],
  },
  {
    name: "an item without its number",
    grids: [sheet(item(1, "A", 1), item(null, "B", 1), item(3, "C", 1), group("TỔNG", null, 3))],
    says: ["number-gap@A5"],
  },
];

const SPOKEN: readonly Odd[] = [
  { name: "a quarter that is none", grids: [single({ F5: "Quý 5/2022" })], says: ["unreadable-period@F5"] },
  { name: "years run together", grids: [single({ F5: "20212025" })], says: ["unreadable-period@F5"] },
  { name: "a letter in a year", grids: [single({ F5: "2021-2O25" })], says: ["unreadable-period@F5"] },
  { name: "a grand total left blank", grids: [single({ G7: null })], says: ["missing-total@G7"] },
  { name: "a section with money and no name", grids: [phaseYearGrid({ B6: null })], says: ["missing-name@B6"] },
  {
    name: "the whole of the staff blank",
    grids: [gridOf(withCells(IT_STAFF, { C5: null, C9: 68 }))],
    says: ["missing-amount@C5"],
  },
];

const run = (title: string, cases: readonly Odd[]): void => {
  describe(title, () => {
    for (const { name, grids, says } of cases) it(name, () => assert.deepEqual(brief(check(...grids).findings), says));
  });
};

run("odd and right", RIGHT);
run("one cause, one finding", ONE_CAUSE);
run("not to be passed over", SPOKEN);

const LATER: readonly Odd[] = [
  {
    name: "a place and date under the table",
    grids: [
      sheet(
        item(1, "Mạng", 10),
        item(2, "Văn bản", 20),
        group("TỔNG", null, 30),
        group(null, "Hà Nội, ngày 02 tháng 11 năm 2010"),
      ),
    ],
    says: [],
  },
  {
    name: "a signature on the right under the table",
    grids: [
      sheet(item(1, "Mạng", 10), item(2, "Văn bản", 20), group("TỔNG", null, 30), [
        null,
        null,
        null,
        null,
        null,
        "CHỦ TỊCH",
      ]),
    ],
    says: [],
  },
  {
    name: "a wrong total above a signature",
    grids: [
      sheet(
        item(1, "Mạng", 10),
        item(2, "Văn bản", 20),
        group("TỔNG", null, 99),
        group(null, "Sóc Trăng, ngày 02 tháng 11 năm 2010"),
      ),
    ],
    says: ["grand-total-mismatch@G6"],
  },
  {
    name: "'Cộng' and 'Tổng cộng' of a list without sections",
    grids: [sheet(item(1, "Mạng", 10), item(2, "Văn bản", 20), group(null, "Cộng", 30), group(null, "Tổng cộng", 30))],
    says: [],
  },
  {
    name: "an unnumbered reserve between items",
    grids: [
      sheet(item(1, "Mạng", 100), group(null, "Dự phòng", 30), item(2, "Văn bản", 200), group("TỔNG", null, 330)),
    ],
    says: [],
  },
  { name: "a percentage among amounts", grids: [single({ G5: "50%" })], says: ["unreadable-amount@G5"] },
  {
    name: "an appendix under a line 'Đơn vị:' is no plan sheet",
    grids: [gridOf([["Đơn vị:", "Sở Nội vụ"], ...SINGLE_AMOUNT])],
    says: [],
  },
];

run("read as they are", LATER);

describe("headings of money", () => {
  const heads = (columns: readonly (readonly [string, string | null])[], values: readonly number[]): Grid =>
    gridOf([
      ["Đơn vị tính: triệu đồng"],
      [
        "STT",
        "Tên dự án",
        "Đơn vị chủ trì",
        "Thời gian thực hiện",
        ...columns.map(([top], index) => (columns[index - 1]?.[0] === top ? null : top)),
      ],
      [null, null, null, null, ...columns.map(([, leaf]) => leaf)],
      [1, "Mạng diện rộng của tỉnh", "Sở A", 2020, ...values],
      [2, "Phần mềm một cửa điện tử", "Sở B", 2020, ...values],
      ["TỔNG", null, null, null, ...values.map((value) => value * 2)],
    ]);
  const CASES: readonly (readonly [string, Grid, number])[] = [
    [
      "a year alone over its sources",
      heads(
        [
          ["Năm 2020", "Tổng cộng"],
          ["Năm 2020", "TW"],
          ["Năm 2020", "ĐP"],
        ],
        [10, 4, 6],
      ),
      3,
    ],
    [
      "two years side by side",
      heads(
        [
          ["Kinh phí năm 2021", "Tổng số"],
          ["Kinh phí năm 2021", "TW"],
          ["Kinh phí năm 2021", "ĐP"],
          ["Kinh phí năm 2022", "Tổng số"],
          ["Kinh phí năm 2022", "TW"],
          ["Kinh phí năm 2022", "ĐP"],
        ],
        [10, 4, 6, 9, 4, 5],
      ),
      6,
    ],
    [
      "natures alone over their origins",
      heads(
        [
          ["Tổng mức đầu tư", null],
          ["Đầu tư phát triển", "TW"],
          ["Đầu tư phát triển", "ĐP"],
          ["Sự nghiệp", "TW"],
          ["Sự nghiệp", "ĐP"],
        ],
        [10, 1, 2, 3, 4],
      ),
      5,
    ],
    [
      "a whole without a scope before a phase and a year",
      heads(
        [
          ["Tổng kinh phí", null],
          ["Kinh phí giai đoạn 2016-2020", "Tổng cộng"],
          ["Kinh phí giai đoạn 2016-2020", "TW"],
          ["Kinh phí giai đoạn 2016-2020", "ĐP"],
          ["Kinh phí năm 2020", "Tổng cộng"],
        ],
        [20, 10, 4, 6, 5],
      ),
      5,
    ],
    [
      "sources alone",
      heads(
        [
          ["TW", null],
          ["ĐP", null],
          ["Khác", null],
        ],
        [1, 2, 3],
      ),
      3,
    ],
    [
      "a source in brackets",
      heads(
        [
          ["Tổng mức đầu tư", null],
          ["Nguồn Phát triển (TW)", null],
          ["Nguồn Phát triển (ĐP)", null],
          ["Nguồn Sự nghiệp (TW)", null],
          ["Nguồn Sự nghiệp (ĐP)", null],
        ],
        [10, 1, 2, 3, 4],
      ),
      5,
    ],
  ];
  for (const [name, grid, count] of CASES) {
    it(`${name}: all columns are money, and nothing is wrong`, () => {
      const { findings, sheets } = check(grid);
      assert.deepEqual(brief(findings), []);
      assert.equal(sheets[0]?.appendix?.figureColumns.length, count);
    });
  }
});

const SHORT = ["STT", "Tên dự án", "Đơn vị thực hiện", "Thời gian thực hiện", "Kinh phí dự kiến", "Nguồn vốn"];
const short = (...rows: readonly Value[][]): Grid =>
  gridOf([["DANH MỤC DỰ ÁN"], [null, null, null, null, "Đơn vị: triệu đồng"], SHORT, ...rows]);
const line = (number: Value, name: Value, amount: Value): Value[] => [number, name, "Sở Tài chính", 2020, amount];
const total = (name: Value, amount: Value, number: Value = null): Value[] => [number, name, null, null, amount];
const PAIR = [line(1, "Mạng diện rộng", 1000), line(2, "Phần mềm một cửa", 2000)];

run("totals and what stands under them", [
  ...(["Tổng cộng: 02 dự án", "T Ổ N G  C Ộ N G", "TỔNG CỘNG (I+II)"] as const).map((name) => ({
    name,
    grids: [short(...PAIR, total(name, 3000))],
    says: [],
  })),
  { name: "a total with a number", grids: [short(...PAIR, total("Tổng cộng", 3000, "III"))], says: [] },
  { name: "a total with a star", grids: [short(...PAIR, total("Tổng cộng", 3000, "*"))], says: [] },
  {
    name: "a rounded total under the total",
    grids: [short(...PAIR, total("Tổng cộng", 3000), total("Làm tròn", 3000))],
    says: [],
  },
  {
    name: "the total split by source",
    grids: [
      short(
        ...PAIR,
        total("Tổng cộng", 3000),
        total("Trong đó:", null),
        total("- Ngân sách tỉnh", 1000),
        total("- Ngân sách TW", 2000),
      ),
    ],
    says: [],
  },
  {
    name: "numbered notes",
    grids: [short(...PAIR, total("Tổng cộng", 3000), ["Ghi chú:"], ["1. Số liệu đến 31/12/2019"])],
    says: [],
  },
  {
    name: "sum, reserve, total",
    grids: [short(...PAIR, total("Cộng", 3000), total("Dự phòng (10%)", 300), total("Tổng cộng", 3300))],
    says: [],
  },
  {
    name: "sections I.1",
    grids: [
      short(
        total("Hạ tầng", 3000, "I"),
        total("Mạng", 1000, "I.1"),
        line(1, "Mạng diện rộng", 1000),
        total("Phần mềm", 2000, "I.2"),
        line(1, "Phần mềm một cửa", 2000),
        total("Tổng cộng", 3000),
      ),
    ],
    says: [],
  },
  {
    name: "two tables with their own totals",
    grids: [
      short(
        line(1, "Mạng diện rộng", 1000),
        total("Tổng cộng", 1000),
        ["II. DANH MỤC MỚI"],
        SHORT,
        line(1, "Phần mềm một cửa", 2000),
        total("Tổng cộng", 2000),
      ),
    ],
    says: [],
  },
  {
    name: "units in the cells",
    grids: [
      gridOf([
        ["DANH MỤC"],
        SHORT,
        line(1, "Mạng diện rộng", "1,5 tỷ"),
        line(2, "Phần mềm một cửa", "500 triệu"),
        total("Tổng cộng", "2 tỷ đồng"),
      ]),
    ],
    says: ["amount-as-text@E3,E4,E5"],
  },
  {
    name: "no column of numbers",
    grids: [
      gridOf([
        ["Đơn vị: triệu đồng"],
        SHORT.slice(1),
        ...PAIR.map((row) => row.slice(1)),
        ["Tổng cộng", null, null, 9999],
      ]),
    ],
    says: ["missing-column@A2", "grand-total-mismatch@D5"],
  },
  {
    name: "a total said to be rounded",
    grids: [
      short(
        line(1, "Mạng diện rộng", 1000.4),
        line(2, "Phần mềm một cửa", 2000.4),
        total("Tổng cộng (làm tròn)", 3001),
      ),
    ],
    says: ["grand-total-mismatch@E6"],
  },
]);

describe("sources side by side", () => {
  const CASES: readonly (readonly string[])[] = [
    ["NS tỉnh", "NS huyện", "Nguồn khác"],
    ["Ngân sách TW", "Ngân sách tỉnh", "Ngân sách huyện, xã"],
    ["NSTW", "NSĐP", "Xã hội hóa"],
    ["NSNN", "Vốn doanh nghiệp", "Vốn vay"],
    ["NSTW", "NS tỉnh", "NS huyện", "Xã hội hóa"],
    ["NS cấp tỉnh", "NS cấp huyện", "Vốn ODA"],
  ];
  for (const sources of CASES) {
    it(`${sources.join(", ")} add up, and one changed is found`, () => {
      const amounts = sources.map((_, index) => (index + 1) * 100);
      const sum = amounts.reduce((all, value) => all + value, 0);
      const rows = (changed: number): Value[][] => [
        ["Đơn vị tính: triệu đồng"],
        ["STT", "Nội dung", "Đơn vị chủ trì", "Tổng cộng", ...sources],
        [
          1,
          "Mạng diện rộng của tỉnh",
          "Sở A",
          sum,
          ...amounts.map((value, index) => value + (index === 0 ? changed : 0)),
        ],
        [2, "Phần mềm một cửa điện tử", "Sở B", sum, ...amounts],
        [3, "Đào tạo cán bộ cấp xã", "Sở C", sum, ...amounts],
        ["TỔNG", null, null, sum * 3, ...amounts.map((value) => value * 3)],
      ];
      assert.deepEqual(brief(check(gridOf(rows(0))).findings), []);
      assert.deepEqual(brief(check(gridOf(rows(50))).findings), ["source-sum-mismatch@E3"]);
    });
  }
});
