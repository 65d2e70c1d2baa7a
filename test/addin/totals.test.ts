/** Sums at a glance: what an appendix adds up to by source, beside what the plan's text says. */
import assert from "node:assert/strict";
import { reportOf } from "../../addin/checking/report-of.ts";
import type { SourceTotal } from "../../addin/checking/report.ts";
import type { Grid } from "../../shared/grid.ts";
import { IT_STAFF, PLAN, SINGLE_AMOUNT, gridOf, phaseYearGrid, planGrid, withCells, type Value } from "../builders.ts";

/** "Trung ương (năm) 950 = 950", in million đồng; "?" where the plan says nothing. */
const say = ({ label, isWhole, dong, planDong }: SourceTotal): string =>
  `${isWhole ? "* " : ""}${label.vi} ${inMillions(dong)} = ${inMillions(planDong)}`;

const inMillions = (dong: number | null): string => (dong === null ? "?" : String(dong / 1e6));

/** Parts in rows 8 and on, without words. */
const planOf = (total: Value, ...parts: readonly (readonly [string, Value])[]): Grid =>
  gridOf([...PLAN.slice(0, 6), ["Kinh phí thực hiện", total], ...parts], { name: "Kế hoạch" });

const NATURE_ORIGIN: readonly (readonly Value[])[] = [
  ["TỔNG HỢP DANH MỤC CÁC DỰ ÁN GIAI ĐOẠN 2011-2015"],
  ["Đơn vị tính: triệu đồng"],
  [
    "STT",
    "Tên dự án",
    "Mục tiêu",
    "Thời gian thực hiện",
    "Tổng mức đầu tư",
    "Nguồn Phát triển",
    null,
    "Nguồn Sự nghiệp",
  ],
  [null, null, null, null, null, "TW", "ĐP", "TW", "ĐP"],
  [1, "Hệ thống thư điện tử", "Hộp thư cho cán bộ", "2011-2012", 100, 10, 20, 30, 40],
  [2, "Trung tâm tích hợp dữ liệu", "Đáp ứng nhu cầu", "2011-2015", 50, 5, 5, null, 40],
  ["TỔNG CỘNG", null, null, null, 150, 15, 25, 30, 80],
];
const natureOrigin = gridOf(NATURE_ORIGIN, { merged: ["F3:G3", "H3:I3"] });

interface Case {
  readonly name: string;
  readonly grids: readonly Grid[];
  readonly totals: readonly (readonly string[])[];
}

const PROJECT_AND_PHASE = [
  "* Tổng kinh phí dự án 16350 = ?",
  "* Kinh phí giai đoạn 11850 = ?",
  "Trung ương (giai đoạn) 3000 = ?",
  "Địa phương (giai đoạn) 8850 = ?",
];

const CASES: readonly Case[] = [
  {
    name: "the plan speaks of the year, and of each of its sources",
    grids: [planGrid(), phaseYearGrid()],
    totals: [
      [
        ...PROJECT_AND_PHASE,
        "* Kinh phí năm 5850 = 5850",
        "Trung ương (năm) 950 = 950",
        "Đầu tư (năm) 2400 = 2400",
        "Sự nghiệp (năm) 2500 = 2500",
      ],
    ],
  },
  {
    name: "without a plan",
    grids: [phaseYearGrid()],
    totals: [
      [
        ...PROJECT_AND_PHASE,
        "* Kinh phí năm 5850 = ?",
        "Trung ương (năm) 950 = ?",
        "Đầu tư (năm) 2400 = ?",
        "Sự nghiệp (năm) 2500 = ?",
      ],
    ],
  },
  {
    name: "line items are added up, whatever the totals say",
    grids: [phaseYearGrid({ I13: 9999, J7: 401 })],
    totals: [
      [
        ...PROJECT_AND_PHASE,
        "* Kinh phí năm 5850 = ?",
        "Trung ương (năm) 951 = ?",
        "Đầu tư (năm) 2400 = ?",
        "Sự nghiệp (năm) 2500 = ?",
        "Chưa rõ nguồn (năm) -1 = ?",
      ],
    ],
  },
  {
    name: "a total of the plan that no appendix agrees with stands beside the year's",
    grids: [
      planOf("5.900 triệu đồng", ["Trung ương", "900 triệu đồng"], ["Phần còn lại", "5 tỷ đồng"]),
      phaseYearGrid(),
    ],
    totals: [
      [
        ...PROJECT_AND_PHASE,
        "* Kinh phí năm 5850 = 5900",
        "Trung ương (năm) 950 = 900",
        "Đầu tư (năm) 2400 = ?",
        "Sự nghiệp (năm) 2500 = ?",
      ],
    ],
  },
  {
    name: "a line of the plan that speaks of two columns has a total of its own",
    grids: [
      planOf("5.850 triệu đồng", ["Ngân sách tỉnh", "4.800 triệu đồng"], ["Trung ương", "1.050 triệu đồng"]),
      phaseYearGrid(),
    ],
    totals: [
      [
        ...PROJECT_AND_PHASE,
        "* Kinh phí năm 5850 = 5850",
        "Trung ương (năm) 950 = 1050",
        "Đầu tư (năm) 2400 = ?",
        "Sự nghiệp (năm) 2500 = ?",
        "Ngân sách tỉnh 4900 = 4800",
      ],
    ],
  },
  {
    name: "natures by origin, one blank; the plan's dashes are no part of a name",
    grids: [
      planOf(
        "150 triệu đồng",
        ["Vốn đầu tư phát triển", "40 triệu đồng"],
        ["- Trung ương hỗ trợ", "15 triệu đồng"],
        ["- Địa phương", "25 triệu đồng"],
        ["Vốn sự nghiệp", "110 triệu đồng"],
      ),
      natureOrigin,
    ],
    totals: [
      [
        "* Tổng kinh phí dự án 150 = 150",
        "Trung ương, đầu tư 15 = 15",
        "Trung ương, sự nghiệp 30 = ?",
        "Địa phương, đầu tư 25 = 25",
        "Địa phương, sự nghiệp 80 = ?",
        "Vốn đầu tư phát triển 40 = 40",
        "Vốn sự nghiệp 110 = 110",
      ],
    ],
  },
  {
    name: "two lines of the plan that name one source: none is set beside it",
    grids: [
      planOf(
        "5.850 triệu đồng",
        ["Trung ương hỗ trợ", "900 triệu đồng"],
        ["NSTW", "50 triệu đồng"],
        ["Còn lại", "4.900 triệu đồng"],
      ),
      phaseYearGrid(),
    ],
    totals: [
      [
        ...PROJECT_AND_PHASE,
        "* Kinh phí năm 5850 = 5850",
        "Trung ương (năm) 950 = ?",
        "Đầu tư (năm) 2400 = ?",
        "Sự nghiệp (năm) 2500 = ?",
      ],
    ],
  },
  {
    name: "an amount of the plan that contradicts its own words is not used",
    grids: [planGrid({ B10: "900 triệu đồng" }), phaseYearGrid()],
    totals: [
      [
        ...PROJECT_AND_PHASE,
        "* Kinh phí năm 5850 = 5850",
        "Trung ương (năm) 950 = ?",
        "Đầu tư (năm) 2400 = 2400",
        "Sự nghiệp (năm) 2500 = 2500",
      ],
    ],
  },
  {
    name: "appendices that share the plan's money: neither is set beside it",
    grids: [
      planOf("92.380 triệu đồng"),
      gridOf(SINGLE_AMOUNT, { name: "Phụ lục 1" }),
      gridOf(withCells(SINGLE_AMOUNT, { A1: "DANH MỤC DỰ ÁN KHÁC GIAI ĐOẠN 2021-2025" }), { name: "Phụ lục 2" }),
    ],
    totals: [["* Tổng kinh phí dự án 46190 = ?"], ["* Tổng kinh phí dự án 46190 = ?"]],
  },
  {
    name: "a column blank in every line is left out",
    grids: [phaseYearGrid({ J6: null, J7: null, J8: null, J9: null, J10: null, J11: null, J12: null, J13: null })],
    totals: [
      [
        ...PROJECT_AND_PHASE,
        "* Kinh phí năm 5850 = ?",
        "Đầu tư (năm) 2400 = ?",
        "Sự nghiệp (năm) 2500 = ?",
        "Chưa rõ nguồn (năm) 950 = ?",
      ],
    ],
  },
  { name: "a sheet of counts has no money", grids: [gridOf(IT_STAFF)], totals: [[]] },
  { name: "money in a unit nobody knows is not added up", grids: [phaseYearGrid({ L3: null })], totals: [[]] },
  {
    name: "an amount too large to be kept exactly has no sum",
    grids: [
      gridOf([
        ...SINGLE_AMOUNT.slice(0, 3),
        ...Array.from({ length: 12 }, (_, index): Value[] => [
          index + 1,
          `Dự án ${String(index + 1)}`,
          "Sở Y tế",
          "Mới",
          "Mới",
          "2021-2025",
          999_999_999,
          "ĐP",
        ]),
      ]),
    ],
    totals: [["* Tổng kinh phí dự án ? = ?"]],
  },
];

describe("sums at a glance", () => {
  for (const { name, grids, totals } of CASES)
    it(name, () => {
      const { appendices } = reportOf(grids, "vi");
      assert.deepEqual(
        appendices.map((appendix) => appendix.totals.map(say)),
        totals,
      );
    });

  it("are named in English too, each differently", () => {
    const { appendices } = reportOf([planGrid(), phaseYearGrid()], "en");
    const names = appendices.flatMap((appendix) => appendix.totals.map(({ label }) => label.en));
    assert.deepEqual(names, [
      "Whole projects",
      "The plan's phase",
      "Central (phase)",
      "Local (phase)",
      "The year",
      "Central (year)",
      "Investment (year)",
      "Recurrent (year)",
    ]);
  });
});
