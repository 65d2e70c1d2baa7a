import type { Grid } from "../../shared/grid.ts";
import { gridOf, withCells, type Value } from "../builders.ts";
import { testRule } from "./cases.ts";

const MILLION = 1_000_000;

/** A right review of the phase 2016-2020: planned by origin, disbursed by TW and the two local natures. Header in rows 3 and 4. */
const REVIEW: readonly (readonly Value[])[] = [
  ["TÌNH HÌNH GIẢI NGÂN GIAI ĐOẠN 2016 - 2020"],
  [null, null, null, null, null, null, null, null, null, null, "Đơn vị: triệu đồng"],
  [
    ...["TT", "Tên nhiệm vụ, dự án", "Đơn vị chủ trì triển khai", "Thời gian thực hiện"],
    ...["Tổng kinh phí giai đoạn 2016 - 2020", null, null, "Kinh phí đã giải ngân", null, null, "Ghi chú"],
  ],
  [null, null, null, null, "Tổng", "TW", "ĐP", "TW", "NV ĐTPT", "NV SN"],
  [1, "Nâng cấp mạng diện rộng", "Sở TT&TT", "2016-2020", 5000, 2000, 3000, 1500, 1200, 800],
  [2, "Phần mềm một cửa điện tử", "Văn phòng UBND tỉnh", "2017-2019", 3000, 1000, 2000, 1000, 900, 700],
  [3, "Đào tạo cán bộ chuyên trách", "Sở Nội vụ", "2016-2020", 800, 0, 800, 0, 0, 650],
  ["TỔNG CỘNG", null, null, null, 8800, 3000, 5800, 2500, 2100, 2150],
];

const review = (changes: Readonly<Record<string, Value>> = {}): Grid => gridOf(withCells(REVIEW, changes));

/** The same with a column for all that is disbursed, H; what followed moves one to the right. */
const withTotal = (changes: Readonly<Record<string, Value>> = {}): Grid => {
  const rows = REVIEW.map((row, index) => {
    if (index < 2) return [...row];
    const total = index === 2 ? row[7] : index === 3 ? "Tổng" : Number(row[7]) + Number(row[8]) + Number(row[9]);
    return [...row.slice(0, 7), total ?? null, index === 2 ? null : (row[7] ?? null), ...row.slice(8)];
  });
  return gridOf(withCells(rows, changes));
};

testRule("disbursed-exceeds-planned", [
  {
    name: "more of the central budget is paid out than was planned",
    grids: [review({ H5: 2500, H8: 3500 })],
    finds: ["H5,F5"],
    variant: "standard",
    severity: "error",
    facts: { smallDong: 2500 * MILLION, largeDong: 2000 * MILLION, differenceDong: 500 * MILLION },
    only: true,
  },
  {
    name: "what is paid out adds up to more than the plan",
    grids: [review({ I6: 1500, I8: 2700 })],
    finds: ["H6,I6,J6,E6"],
    facts: { smallDong: 3200 * MILLION, largeDong: 3000 * MILLION },
    only: true,
  },
  {
    name: "nothing was planned",
    grids: [review({ E5: 0, F5: 0, G5: 0, E8: 3800, F8: 1000, G8: 2800 })],
    finds: ["H5,F5"],
    facts: { largeDong: 0 },
    only: true,
  },
  {
    name: "of a row wrong in a source and in all, one is told",
    grids: [review({ H6: 1100, I6: 1300, H8: 2600, I8: 2500 })],
    finds: ["H6,F6"],
    only: true,
  },
  {
    name: "with a column for all that is disbursed",
    grids: [withTotal({ H5: 5500, J5: 3200, H8: 8750, J8: 4100 })],
    finds: ["H5,E5"],
    only: true,
  },

  { name: "a right review", grids: [review()], finds: [], only: true },
  { name: "a right review with a total", grids: [withTotal()], finds: [], only: true },
  { name: "all that was planned is paid out", grids: [review({ J7: 800, J8: 2300 })], finds: [], only: true },
  {
    name: "nothing is paid out yet",
    grids: [review({ H5: null, I5: null, J5: null, H8: 1000, I8: 900, J8: 1350 })],
    finds: [],
  },
  { name: "words instead of an amount", grids: [review({ J7: "chưa giải ngân", J8: 1500 })], finds: [] },
  {
    name: "a nature that is more than a source it need not come from",
    grids: [review({ I5: 2100, J5: 1400, H5: 1500, I8: 3000, J8: 2750 })],
    finds: [],
    only: true,
  },
]);
