import {
  IT_STAFF,
  PLAN,
  SINGLE_AMOUNT,
  TARGETS,
  gridOf,
  phaseYearGrid,
  planGrid,
  withCells,
  type Value,
} from "../builders.ts";
import { testRule } from "./cases.ts";

const single = (changes: Readonly<Record<string, Value>>) => gridOf(withCells(SINGLE_AMOUNT, { H2: null, ...changes }));

const STATUS = [
  ["TÌNH HÌNH TRIỂN KHAI CÁC DỰ ÁN"],
  ["STT", "Tên dự án", "Thời gian thực hiện", "Dự kiến kinh phí", "Tình trạng triển khai", "Tình trạng kinh phí"],
  [1, "Cổng thông tin điện tử", "2011", 1_500_000_000, "Đã phê duyệt", "Chưa được bố trí"],
];

testRule("unit-not-stated", [
  {
    name: "nothing tells the unit",
    grids: [single({})],
    finds: ["G3"],
    variant: "unknown",
    severity: "ask",
    only: true,
    mendedBy: 2,
  },
  {
    name: "the plan's total agrees in one unit only",
    grids: [planGrid(), phaseYearGrid({ L3: null })],
    finds: ["E4"],
    variant: "inferred",
    severity: "warning",
    facts: { inferredUnit: "million", planDong: 5_850_000_000 },
    only: true,
    mendedBy: 0,
  },
  {
    name: "the plan's total agrees in no unit",
    grids: [
      gridOf(withCells(PLAN, { B7: "5.851 triệu đồng", C7: null }), { name: "Kế hoạch" }),
      phaseYearGrid({ L3: null }),
    ],
    finds: ["E4"],
    variant: "unknown",
  },
  {
    name: "the form has a unit of its own",
    grids: [gridOf(STATUS)],
    finds: ["D2"],
    variant: "ofForm",
    facts: { inferredUnit: "dong" },
    only: true,
    mendedBy: 0,
  },
  {
    name: "a unit of something else",
    grids: [single({ H2: "Đơn vị lập: Sở TT&TT" })],
    finds: ["G3"],
    variant: "unknown",
  },
  { name: "in the money's heading", grids: [single({ G3: "Tổng mức đầu tư (triệu đồng)" })], finds: [] },
  { name: "in the title", grids: [single({ A1: "DANH MỤC DỰ ÁN GIAI ĐOẠN 2021-2025 (ĐVT: triệu đồng)" })], finds: [] },
  { name: "on the left", grids: [single({ A2: "ĐVT: tỉ đồng" })], finds: [] },
  { name: "as a figure", grids: [single({ H2: "Đơn vị tính: 1.000 đồng" })], finds: [] },
  { name: "abbreviated", grids: [single({ H2: "ĐVT: Tr.đ" })], finds: [] },
  { name: "people have no unit", grids: [gridOf(IT_STAFF)], finds: [] },
  { name: "targets have no money", grids: [gridOf(TARGETS)], finds: [] },
]);
