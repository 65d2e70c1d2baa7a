import type { Grid } from "../../shared/grid.ts";
import { COMPUTERS, IT_STAFF, gridOf, withCells, type Value } from "../builders.ts";
import { testRule } from "./cases.ts";

type Changes = Readonly<Record<string, Value>>;
const staff = (changes: Changes = {}): Grid => gridOf(withCells(IT_STAFF, changes));
const computers = (changes: Changes = {}): Grid => gridOf(withCells(COMPUTERS, changes));

testRule("part-exceeds-whole", [
  {
    name: "more staff with a degree than staff",
    grids: [staff({ D5: 34, D9: 38 })],
    finds: ["D5,C5"],
    variant: "standard",
    severity: "error",
    facts: { part: 34, whole: 33, cell: "D5", wholeCell: "C5", partHeader: "Số lượng CB chuyên ngành CNTT › Đại học" },
    only: true,
  },
  { name: "more mailboxes than staff", grids: [staff({ G6: 44, G9: 88 })], finds: ["G6,C6"], only: true },
  {
    name: "more computers on the Internet than computers",
    grids: [computers({ E5: 43, E7: 83, I5: 1.02381, I7: 0.95402 })],
    finds: ["E5,D5"],
    facts: { part: 43, whole: 42 },
    only: true,
  },
  {
    name: "more computers on the local network than computers",
    grids: [computers({ F6: 46, F7: 67, H6: 1.02222, H7: 0.77011 })],
    finds: ["F6,D6"],
    only: true,
  },
  {
    name: "two organisations, two findings",
    grids: [staff({ G5: 40, G8: 30, G9: 113 })],
    finds: ["G5,C5", "G8,C8"],
    only: true,
  },

  { name: "all of the staff have one", grids: [staff({ G5: 33, G9: 95 })], finds: [], only: true },
  {
    name: "columns overlap: together they are more than the staff",
    grids: [staff({ D5: 30, E5: 30, F5: 30, D9: 34, E9: 30, F9: 31 })],
    finds: [],
    only: true,
  },
  {
    name: "more computers than staff",
    grids: [computers({ C5: 12, G5: 3.5, C7: 48, G7: 1.8125 })],
    finds: [],
    only: true,
  },
  { name: "Internet and local network overlap", grids: [computers()], finds: [], only: true },
  { name: "the whole is left blank", grids: [staff({ C5: null, C9: 68 })], finds: [] },
  { name: "the part is left blank", grids: [staff({ G5: null, G9: 62 })], finds: [] },
  { name: "a wrong grand total is told as a sum", grids: [staff({ D9: 600 })], finds: [] },
]);
