import type { Grid } from "../../shared/grid.ts";
import { IT_STAFF, PHASE_YEAR, PHASE_YEAR_MERGED, SINGLE_AMOUNT, gridOf, withCells, type Value } from "../builders.ts";
import { testRule } from "./cases.ts";

const FIRST = "Duy trì Kiến trúc chính quyền điện tử";

/** Item 1 is FIRST, of Sở TT&TT, 1.500 million; item 2 (row 5) is of the same agency. */
const sheet = (changes: Readonly<Record<string, Value>>): Grid => gridOf(withCells(SINGLE_AMOUNT, changes));

/** Item 2 has the money of item 1, and the total follows. */
const SAME_MONEY = { G5: 1500, G7: 16000 };

/** Items 1 and 2 called so, with the same money. */
const named = (first: string, second: string): readonly Grid[] => [sheet({ ...SAME_MONEY, B4: first, B5: second })];

/** Item 1 in two sub-items, and item 2 in two of the same names. */
const withSubItems = (agency: string | null): Grid =>
  gridOf([
    ...SINGLE_AMOUNT.slice(0, 3),
    [1, "Hạ tầng cấp tỉnh", "Sở TT&TT", "Mới", "x", "2021-2025", 300],
    ["a", "Máy chủ", agency, null, null, null, 100],
    ["b", "Đường truyền", agency, null, null, null, 200],
    [2, "Hạ tầng cấp huyện", "Sở TT&TT", "Mới", "x", "2021-2025", 700],
    ["a", "Máy chủ", agency, null, null, null, 300],
    ["b", "Đường truyền", agency, null, null, null, 400],
    ["TỔNG", null, null, null, null, null, 1000],
  ]);

/** PHASE_YEAR with item II.1 printed again below itself; no total counts it. */
const printedTwice = (): Grid => {
  const rows = withCells(PHASE_YEAR, { A11: 3, A12: 4 });
  return gridOf([...rows.slice(0, 10), [2, ...(rows[9]?.slice(1) ?? [])], ...rows.slice(10)], {
    merged: PHASE_YEAR_MERGED,
  });
};

testRule("duplicate-line-item", [
  {
    name: "the same name, agency and period, with other money",
    grids: [sheet({ B5: FIRST })],
    finds: ["B5,B4"],
    variant: "standard",
    severity: "warning",
    facts: { first: "B4", second: "B5" },
    only: true,
  },
  {
    name: "the same with the same money, counted twice",
    grids: named(FIRST, FIRST),
    finds: ["B5,B4"],
    variant: "standard",
    only: true,
  },
  {
    name: "in capitals, decomposed, with two spaces",
    grids: [sheet({ B5: `  ${FIRST.replace(" ", "  ").toUpperCase()}`.normalize("NFD") })],
    finds: ["B5,B4"],
    variant: "standard",
    only: true,
  },
  {
    name: "the same work in periods that overlap",
    grids: [sheet({ B5: FIRST, F4: "2021-2023", F5: "2023-2025" })],
    finds: ["B5,B4"],
    variant: "standard",
    only: true,
  },
  {
    name: "three times",
    grids: [sheet({ B5: FIRST, B6: FIRST, C6: "Sở TT&TT" })],
    finds: ["B5,B4", "B6,B4"],
    only: true,
  },
  {
    name: "an organisation that stands twice",
    grids: [gridOf(withCells(IT_STAFF, { B6: "Sở Công thương" }))],
    finds: ["B6,B5"],
    variant: "standard",
    only: true,
  },
  {
    name: "the total counts only one of them",
    grids: [sheet({ B5: FIRST, G5: 1500, G7: 14500 })],
    finds: ["B5,B4"],
    variant: "counted",
    severity: "error",
    facts: { totals: ["G7"] },
    only: true,
  },
  {
    name: "printed twice in a section: one finding, not one for each total",
    grids: [printedTwice()],
    finds: ["B11,B10"],
    variant: "counted",
    facts: { totals: ["E9", "F9", "G9", "H9", "I9", "J9", "K9", "L9"] },
    only: true,
  },
  {
    name: "a letter apart, same agency and money",
    grids: named("Đầu tư phần mềm một cửa huyện Kế Sách", "Đầu tư phần mềm một cửa huyện Kế Xách"),
    finds: ["B5,B4"],
    variant: "similar",
    severity: "warning",
    only: true,
  },

  { name: "the same name in another agency", grids: [sheet({ B5: FIRST, C5: "Sở Nội vụ" })], finds: [], only: true },
  {
    name: "the same name in later years",
    grids: [sheet({ B5: FIRST, F4: "2021-2022", F5: "2023-2025" })],
    finds: [],
    only: true,
  },
  {
    name: "'giai đoạn 1' and 'giai đoạn 2'",
    grids: named(`${FIRST} giai đoạn 1`, `${FIRST} giai đoạn 2`),
    finds: [],
    only: true,
  },
  {
    name: "'giai đoạn I' and 'giai đoạn II'",
    grids: named(`${FIRST} giai đoạn I`, `${FIRST} giai đoạn II`),
    finds: [],
    only: true,
  },
  { name: "one numbered, one not", grids: named(FIRST, `${FIRST} 2`), finds: [], only: true },
  {
    name: "places told apart by a letter",
    grids: named("Trang bị máy tính cho xã An Lạc A", "Trang bị máy tính cho xã An Lạc B"),
    finds: [],
    only: true,
  },
  {
    name: "places of different names",
    grids: named("Mạng nội bộ UBND huyện Vũng Liêm", "Mạng nội bộ UBND huyện Trà Ôn"),
    finds: [],
    only: true,
  },
  {
    name: "a letter apart, other money",
    grids: [sheet({ B4: "Đầu tư phần mềm một cửa huyện Kế Sách", B5: "Đầu tư phần mềm một cửa huyện Kế Xách" })],
    finds: [],
    only: true,
  },
  {
    name: "a letter apart, another agency",
    grids: [
      sheet({
        ...SAME_MONEY,
        B4: "Đầu tư phần mềm một cửa điện tử",
        B5: "Đầu tư phần mềm một cửa điện tự",
        C5: "Sở Nội vụ",
      }),
    ],
    finds: [],
    only: true,
  },
  { name: "sub-items of two items have the same names", grids: [withSubItems(null)], finds: [], only: true },
  { name: "and the same agency printed in each", grids: [withSubItems("Sở TT&TT")], finds: [] },
]);
