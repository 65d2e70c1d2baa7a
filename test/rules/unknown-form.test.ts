import { SINGLE_AMOUNT, gridOf, planGrid, phaseYearGrid, withCells } from "../builders.ts";
import { testRule } from "./cases.ts";

const CONTACTS = [
  ["STT", "Họ và tên", "Chức vụ", "Điện thoại"],
  [1, "Nguyễn Văn A", "Trưởng phòng", "0909000000"],
];
const reversed = SINGLE_AMOUNT.map((row) => Array.from({ length: 8 }, (_, index) => row[7 - index] ?? null));

testRule("unknown-form", [
  {
    name: "a numbered table of something else",
    grids: [gridOf(CONTACTS, { name: "Danh bạ" })],
    finds: ["A1"],
    variant: "standard",
    severity: "warning",
    facts: { headers: ["STT", "Họ và tên", "Chức vụ", "Điện thoại"] },
    only: true,
  },
  { name: "below a right appendix", grids: [gridOf([...SINGLE_AMOUNT, [], ...CONTACTS])], finds: ["A9"], only: true },
  {
    name: "on a sheet beside it",
    grids: [gridOf(SINGLE_AMOUNT, { name: "PL1" }), gridOf(CONTACTS)],
    finds: ["A1"],
    only: true,
  },
  {
    name: "a project list whose money no heading names",
    grids: [gridOf(withCells(SINGLE_AMOUNT, { G3: "Số", H3: "Khác" }))],
    finds: ["A3"],
  },
  {
    name: "a cover page",
    grids: [gridOf([["UBND TỈNH VĨNH LONG"], ["KẾ HOẠCH"], ["Nơi nhận:", "Như Điều 3"]])],
    finds: [],
  },
  { name: "the plan's sheet", grids: [planGrid(), phaseYearGrid()], finds: [] },
  {
    name: "a numbered note of two columns",
    grids: [
      gridOf([
        ["STT", "Ghi chú"],
        [1, "Số liệu tạm tính"],
      ]),
    ],
    finds: [],
  },
  { name: "a header with nothing under it", grids: [gridOf(CONTACTS.slice(0, 1))], finds: [] },
  { name: "columns in another order", grids: [gridOf(reversed)], finds: [] },
  {
    name: "lower and further right",
    grids: [gridOf([[], [], ...SINGLE_AMOUNT.map((row) => [null, ...row])])],
    finds: [],
  },
  {
    name: "one column more",
    grids: [gridOf(withCells(SINGLE_AMOUNT, { I3: "Người liên hệ", I4: "Nguyễn Văn A" }))],
    finds: [],
  },
]);
