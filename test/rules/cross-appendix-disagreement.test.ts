import assert from "node:assert/strict";
import { checkWorkbooks } from "../../shared/check.ts";
import { describe as sayInWords } from "../../shared/describe.ts";
import type { Grid } from "../../shared/grid.ts";
import { COMPUTERS, IT_STAFF, SINGLE_AMOUNT, gridOf, planGrid, withCells, type Value } from "../builders.ts";
import { testRule } from "./cases.ts";

const RULE = "cross-appendix-disagreement";

type Changes = Readonly<Record<string, Value>>;

/** Sở Tài chính has 43 staff here (C6) … */
const staff = (changes: Changes = {}): Grid => gridOf(withCells(IT_STAFF, changes), { name: "PL1" });

/** … and 48 there (C5), when row 5 is given its name. */
const computers = (name: string, changes: Changes = {}): Grid =>
  gridOf(withCells(COMPUTERS, { B5: name, ...changes }), { name: "PL2" });

const AS_STAFF = { C5: 43, G5: 0.97674, C7: 79, G7: 1.10127 };

/** The list of projects under another title, in another sheet; item 1 costs 1.500 million in the first. */
const list = (sheet: string, changes: Changes = {}): Grid => gridOf(withCells(SINGLE_AMOUNT, changes), { name: sheet });
const PRIORITIES = { A1: "DANH MỤC DỰ ÁN ƯU TIÊN GIAI ĐOẠN 2021-2025" };

testRule(RULE, [
  {
    name: "an agency's staff differ, as Sở Nội vụ's in Sóc Trăng 2010",
    grids: [staff(), computers("Sở Tài chính")],
    finds: ["C5"],
    variant: "standard",
    severity: "warning",
    facts: { count: 1, otherSheet: "PL1", differences: [{ cell: "C5", name: "Sở Tài chính", here: 48, there: 43 }] },
    only: true,
  },
  {
    name: "told where the later sheet stands",
    grids: [computers("Sở Tài chính"), staff()],
    finds: ["C6"],
    facts: { otherSheet: "PL2" },
    only: true,
  },
  {
    name: "two agencies, one finding",
    grids: [staff(), computers("Sở Tài chính", { B6: "Sở Công thương" })],
    finds: ["C5,C6"],
    facts: { count: 2 },
    only: true,
  },
  {
    name: "the province's name added to the agency's",
    grids: [staff({ B6: "Sở Tài chính tỉnh Sóc Trăng" }), computers("Sở Tài chính")],
    finds: ["C5"],
    only: true,
  },
  {
    name: "'Giáo dục - Đào tạo' and 'Giáo dục và Đào tạo'",
    grids: [staff({ B6: "Sở Giáo dục - Đào tạo" }), computers("Sở Giáo dục và Đào tạo")],
    finds: ["C5"],
    only: true,
  },
  {
    name: "'Khoa học & Công nghệ' and 'Khoa học và Công nghệ'",
    grids: [staff({ B6: "Sở Khoa học & Công nghệ" }), computers("SỞ KHOA HỌC VÀ CÔNG NGHỆ")],
    finds: ["C5"],
    only: true,
  },
  {
    name: "a project's cost differs",
    grids: [list("PL1"), list("PL2", { ...PRIORITIES, G4: 1600, G7: 46290 })],
    finds: ["G4"],
    facts: { count: 1 },
    only: true,
  },

  { name: "the staff agree", grids: [staff(), computers("Sở Tài chính", AS_STAFF)], finds: [], only: true },
  { name: "no agency in common", grids: [staff(), computers("Sở Nội vụ")], finds: [], only: true },
  {
    name: "a name that stands twice names nobody",
    grids: [staff(), computers("Sở Tài chính", { B6: "Sở Tài chính" })],
    finds: [],
  },
  {
    name: "one appendix leaves the staff blank",
    grids: [staff({ C6: null, C9: 58 }), computers("Sở Tài chính")],
    finds: [],
  },
  {
    name: "the same money in another unit",
    grids: [
      list("PL1"),
      list("PL2", {
        ...PRIORITIES,
        H2: "Đơn vị tính: nghìn đồng",
        G4: 1500000,
        G5: 31690000,
        G6: 13000000,
        G7: 46190000,
      }),
    ],
    finds: [],
    only: true,
  },
  {
    name: "money in a unit that is not known",
    grids: [list("PL1"), list("PL2", { ...PRIORITIES, H2: null, G4: 1600, G7: 46290 })],
    finds: [],
  },
  {
    name: "totals are not compared",
    grids: [list("PL1"), list("PL2", { ...PRIORITIES, B4: "Bảo trì", G4: 9500, G7: 54190 })],
    finds: [],
    only: true,
  },
]);

const CITED = "(Ban hành kèm theo Kế hoạch số 21/KH-UBND ngày 02/11/2010 của UBND tỉnh)";

/** A sheet with the plan it belongs to cited below its title; all rows stand one lower. */
const citing = (rows: readonly (readonly Value[])[], name: string, citation: string): Grid =>
  gridOf([...rows.slice(0, 1), [citation], ...rows.slice(1)], { name });

const staffOf = (citation: string): Grid => citing(IT_STAFF, "PL1", citation);
const computersOf = (citation: string, changes: Changes = {}): Grid =>
  citing(withCells(COMPUTERS, { B5: "Sở Tài chính", ...changes }), "PL2", citation);

interface Pair {
  readonly name: string;
  readonly first: readonly Grid[];
  readonly second: readonly Grid[];
  /** What is told of each workbook. */
  readonly finds: readonly [readonly string[], readonly string[]];
}

const BOTH = [["PL1 C7"], ["PL2 C6"]] as const;
const NEITHER = [[], []] as const;
const planSheet = (changes: Changes = {}): Grid => planGrid({ B2: "21/KH-UBND", B3: "2010-11-02", ...changes });

const PAIRS: readonly Pair[] = [
  { name: "of one plan: both sides are told", first: [staffOf(CITED)], second: [computersOf(CITED)], finds: BOTH },
  {
    name: "the other way round",
    first: [computersOf(CITED)],
    second: [staffOf(CITED)],
    finds: [["PL2 C6"], ["PL1 C7"]],
  },
  {
    name: "cited in two ways",
    first: [staffOf("(Kèm theo Quyết định số 3252/QĐ-UBND ngày 30 tháng 12 năm 2019 của UBND tỉnh)")],
    second: [computersOf("(Ban hành kèm theo Quyết định số: 3252/QĐ-UBND ngày 30/12/2019)")],
    finds: BOTH,
  },
  {
    name: "the plan named by a plan sheet on both sides",
    first: [planSheet(), staff()],
    second: [planSheet(), computers("Sở Tài chính")],
    finds: [["PL1 C6"], ["PL2 C5"]],
  },
  {
    name: "by a plan sheet here, cited there",
    first: [planSheet({ B3: "02/11/2010" }), staff()],
    second: [computersOf(CITED)],
    finds: [["PL1 C6"], ["PL2 C6"]],
  },
  { name: "that agree", first: [staffOf(CITED)], second: [computersOf(CITED, AS_STAFF)], finds: NEITHER },
  {
    name: "of another number",
    first: [staffOf(CITED)],
    second: [computersOf(CITED.replace("21/", "22/"))],
    finds: NEITHER,
  },
  {
    name: "of another year",
    first: [staffOf(CITED)],
    second: [computersOf(CITED.replace("2010", "2011"))],
    finds: NEITHER,
  },
  { name: "one of which names no plan", first: [staffOf(CITED)], second: [computers("Sở Tài chính")], finds: NEITHER },
  { name: "neither of which names a plan", first: [staff()], second: [computers("Sở Tài chính")], finds: NEITHER },
  {
    name: "that are the same appendix of two senders",
    first: [computersOf(CITED)],
    second: [computersOf(CITED, { C5: 50, G5: 0.84, C7: 86, G7: 1.01163 })],
    finds: NEITHER,
  },
];

describe(`rule ${RULE}, across workbooks`, () => {
  for (const { name, first, second, finds } of PAIRS) {
    it(name, () => {
      const told = checkWorkbooks([first, second]).map(({ findings }) => findings.filter(({ rule }) => rule === RULE));
      assert.deepEqual(
        told.map((findings) => findings.map(({ sheet, cells }) => `${sheet} ${cells.join(",")}`)),
        finds,
      );
      for (const finding of told.flat()) assert.match(sayInWords(finding, "vi"), /Sở Tài chính.* (43 – 48|48 – 43)/);
    });
  }
});
