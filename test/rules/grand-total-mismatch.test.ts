import { IT_STAFF, PHASE_YEAR, SINGLE_AMOUNT, gridOf, phaseYearGrid, withCells, type Value } from "../builders.ts";
import { testRule } from "./cases.ts";

type Rows = readonly (readonly Value[])[];
const single = (changes: Readonly<Record<string, Value>>) => gridOf(withCells(SINGLE_AMOUNT, changes));
const totalFirst = [...SINGLE_AMOUNT.slice(0, 3), ...SINGLE_AMOUNT.slice(6), ...SINGLE_AMOUNT.slice(3, 6)];

const ORIGINS: Rows = [
  [null, null, null, null, "Đơn vị: nghìn đồng"],
  ["STT", "Tên dự án", "Đơn vị chủ trì", "Kinh phí tỉnh", "Kinh phí TW"],
  [1, "Trung tâm dữ liệu", "Sở TT&TT", 1000, 700],
  [2, "Dịch vụ công trực tuyến", "Văn phòng UBND tỉnh", 2000, 1500],
  ["TỔNG CỘNG", null, null, 3000, 2200],
];
const origins = (changes: Readonly<Record<string, Value>>) => gridOf(withCells(ORIGINS, changes));
const onlyFirstSection = { E13: 9000, F13: 6500, G13: 2000, H13: 4500, I13: 3200, J13: 700, K13: 1500, L13: 1000 };

testRule("grand-total-mismatch", [
  {
    name: "the total alone is off",
    grids: [phaseYearGrid({ E13: 16_427 })],
    finds: ["E13"],
    variant: "standard",
    severity: "error",
    facts: { printedDong: 16_427_000_000, sumDong: 16_350_000_000, differenceDong: 77_000_000 },
    only: true,
    mendedBy: 0,
  },
  {
    name: "the total in the first row",
    grids: [gridOf(withCells(totalFirst, { G4: 46_277 }))],
    finds: ["G4"],
    only: true,
    mendedBy: 0,
  },
  {
    name: "one of two total rows",
    grids: [gridOf(withCells([...totalFirst, ...SINGLE_AMOUNT.slice(6)], { G4: 46_277 }))],
    finds: ["G4"],
    only: true,
    mendedBy: 0,
  },
  {
    name: "the total without a label",
    grids: [single({ A7: null, G7: 46_277 })],
    finds: ["G7"],
    only: true,
    mendedBy: 0,
  },
  {
    name: "people",
    grids: [gridOf(withCells(IT_STAFF, { C9: 155 }))],
    finds: ["C9"],
    facts: { printed: 155, sum: 101, difference: 54 },
    mendedBy: 0,
  },
  {
    name: "two columns are one finding",
    grids: [phaseYearGrid({ E13: 16_427, F13: 11_927, G13: 3077 })],
    finds: ["E13,F13,G13"],
    only: true,
  },
  {
    name: "the total with two digits swapped",
    grids: [phaseYearGrid({ E13: 16_530 })],
    finds: ["E13"],
    variant: "suspect",
    facts: { suspect: "E13", slipTypo: "swapped-digits", valueDong: 16_350_000_000 },
    only: true,
    mendedBy: 0,
  },
  {
    name: "an item with a zero too few",
    grids: [single({ G5: 3169 })],
    finds: ["G5,G7"],
    variant: "suspect",
    facts: { suspect: "G5", slipTypo: "scale", differenceDong: 28_521_000_000 },
    only: true,
    mendedBy: 0,
  },
  {
    name: "a total that its sources contradict too",
    grids: [phaseYearGrid({ F13: 11_950 })],
    finds: ["F13"],
    variant: "located",
    facts: { printedDong: 11_950_000_000, valueDong: 11_850_000_000 },
    only: true,
    mendedBy: 0,
  },
  {
    name: "two sources of an item in each other's place",
    grids: [origins({ D4: 1500, E4: 2000 })],
    finds: ["D4,E4,D5,E5"],
    variant: "exchanged",
    facts: { exchanged: ["D4", "E4"], totals: ["D5", "E5"], differenceDong: 500_000 },
    only: true,
    mendedBy: 0,
  },
  {
    name: "a section that no column counts",
    grids: [phaseYearGrid(onlyFirstSection)],
    finds: ["E13,F13,G13,H13,I13,J13,K13,L13"],
    variant: "leftOut",
    facts: { leftOutRow: "9", printedDong: 9_000_000_000, sumDong: 16_350_000_000 },
    only: true,
    mendedBy: 0,
  },
  {
    name: "an item that is not counted",
    grids: [single({ G7: 44_690 })],
    finds: ["G7"],
    variant: "leftOut",
    facts: { leftOutRow: "4" },
    mendedBy: 0,
  },
  {
    name: "a row was deleted",
    grids: [gridOf(SINGLE_AMOUNT.filter((_, index) => index !== 4))],
    finds: ["G6"],
    variant: "missingRow",
    facts: { missingNumber: "2", differenceDong: 31_690_000_000 },
    only: true,
    mendedBy: 0,
  },
  {
    name: "off by one million in a sheet of millions may be rounding",
    grids: [single({ G7: 46_191 })],
    finds: ["G7"],
    variant: "rounding",
    severity: "warning",
    facts: { differenceDong: 1_000_000 },
    only: true,
    mendedBy: 0,
  },
  {
    name: "thirds, rounded to ten thousand",
    grids: [single({ G4: 15_396.67, G5: 15_396.67, G6: 15_396.67 })],
    finds: ["G7"],
    variant: "rounding",
    only: true,
  },
  {
    name: "off by one đồng in a sheet of đồng is not rounding",
    grids: [single({ H2: "ĐVT: đồng", G7: 46_191 })],
    finds: ["G7"],
    severity: "error",
  },
  { name: "the total first", grids: [gridOf(totalFirst)], finds: [] },
  { name: "the total first and last", grids: [gridOf([...totalFirst, ...SINGLE_AMOUNT.slice(6)])], finds: [] },
  { name: "no total", grids: [gridOf(SINGLE_AMOUNT.slice(0, 6))], finds: [] },
  { name: "a total that names the sections it adds", grids: [phaseYearGrid({ A13: "Tổng cộng (I+II):" })], finds: [] },
  {
    name: "signatures below",
    grids: [gridOf([...SINGLE_AMOUNT, [], [null, "Người lập biểu", null, null, "Giám đốc"]])],
    finds: [],
  },
  {
    name: "the total in words below",
    grids: [gridOf([...SINGLE_AMOUNT, ["Bằng chữ: Bốn mươi sáu tỷ một trăm chín mươi triệu đồng"]])],
    finds: [],
  },
  { name: "sections and items added, then halved", grids: [phaseYearGrid({ E13: "=SUM(E6:E12)/2" })], finds: [] },
  {
    name: "a section's own total is wrong, and told there",
    grids: [gridOf(withCells(PHASE_YEAR, { F6: 6600 }))],
    finds: [],
  },
]);
