import { IT_STAFF, SINGLE_AMOUNT, gridOf, phaseYearGrid, withCells, type Value } from "../builders.ts";
import { testRule } from "./cases.ts";

const single = (changes: Readonly<Record<string, Value>>) => gridOf(withCells(SINGLE_AMOUNT, changes));

const STATUS = [
  ["TT", "Tên dự án", "Thời gian thực hiện", "Dự kiến kinh phí (đồng)", "Tình trạng triển khai", "Tình trạng kinh phí"],
  [1, "Cổng thông tin điện tử", "2011", 1_500_000_000, "Đã phê duyệt", "Chưa được bố trí"],
  ["TỔNG CỘNG", null, null, 1_500_000_000],
];

testRule("unreadable-amount", [
  {
    name: "a letter among the digits",
    grids: [phaseYearGrid({ G7: "12OO" })],
    finds: ["G7"],
    variant: "standard",
    severity: "error",
    facts: { text: "12OO" },
    only: true,
  },
  { name: "groups that are none", grids: [single({ G7: "46.19.0" })], finds: ["G7"], variant: "standard", only: true },
  { name: "two figures in a cell", grids: [phaseYearGrid({ F7: "3.000 + 500" })], finds: ["F7"], only: true },
  { name: "true and false", grids: [phaseYearGrid({ H7: true })], finds: ["H7"], variant: "standard", only: true },
  { name: "a count", grids: [gridOf(withCells(IT_STAFF, { D5: "2?" }))], finds: ["D5"], only: true },
  {
    name: "the same text twice is one finding",
    grids: [phaseYearGrid({ G7: "1.2.3", H7: "1.2.3" })],
    finds: ["G7,H7"],
    only: true,
  },
  {
    name: "words where a figure belongs, and the sums are left alone",
    grids: [phaseYearGrid({ F12: "Chưa bố trí" })],
    finds: ["F12"],
    variant: "words",
    severity: "warning",
    facts: { text: "Chưa bố trí" },
    only: true,
  },
  {
    name: "words for an item's only figure",
    grids: [single({ G5: "Lồng ghép" })],
    finds: ["G5"],
    variant: "words",
    only: true,
  },
  {
    name: "more digits than Excel keeps",
    grids: [phaseYearGrid({ E7: 1_000_000_000 })],
    finds: ["E7"],
    variant: "tooLarge",
    severity: "error",
    facts: { text: "1000000000" },
  },
  { name: "signs for nothing", grids: [phaseYearGrid({ G12: "-", J12: "…", K12: "–" })], finds: [] },
  { name: "figures as text", grids: [single({ G4: "1 500", G5: "31.690 triệu đồng", G6: "13 tỷ" })], finds: [] },
  { name: "words in the column for words", grids: [gridOf(STATUS)], finds: [] },
  {
    name: "just as many digits as Excel keeps",
    grids: [single({ H2: "ĐVT: đồng", G4: 999_999_999_953_810, G5: 31_690, G6: 14_499, G7: 999_999_999_999_999 })],
    finds: [],
  },
]);
