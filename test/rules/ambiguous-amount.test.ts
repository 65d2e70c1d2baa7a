import { IT_STAFF, SINGLE_AMOUNT, gridOf, phaseYearGrid, withCells, type Value } from "../builders.ts";
import { testRule } from "./cases.ts";

/** Without a total no sum can tell how a text is meant. */
const withoutTotal = (changes: Readonly<Record<string, Value>>) =>
  gridOf(withCells(SINGLE_AMOUNT, changes).slice(0, 6));
const oneItem = (amount: Value) => gridOf(withCells(SINGLE_AMOUNT, { G4: amount }).slice(0, 4));

testRule("ambiguous-amount", [
  {
    name: "a dot before three digits",
    grids: [oneItem("1.500")],
    finds: ["G4"],
    variant: "standard",
    severity: "ask",
    facts: { text: "1.500", groupedVi: "1.500", decimalVi: "1,5" },
    only: true,
    mendedBy: 0,
  },
  { name: "a comma before three digits, meant as decimals", grids: [oneItem("109,045")], finds: ["G4"], mendedBy: 1 },
  { name: "with spaces around", grids: [oneItem(" 46.500\u00a0")], finds: ["G4"], only: true },
  { name: "in brackets: below zero", grids: [oneItem("(1.500)")], finds: ["G4"], facts: { groupedVi: "-1.500" } },
  {
    name: "the same text twice is one question",
    grids: [withoutTotal({ G4: "1.500", G5: "1.500" })],
    finds: ["G4,G5"],
  },
  {
    name: "other texts contradict each other",
    grids: [withoutTotal({ G4: "1.500", G5: "1.234.567", G6: "1,234,567" })],
    finds: ["G4"],
  },
  { name: "the total tells", grids: [gridOf(withCells(SINGLE_AMOUNT, { G4: "1.500" }))], finds: [] },
  { name: "the sources of the row tell", grids: [phaseYearGrid({ F7: "3.500" })], finds: [] },
  {
    name: "another text tells: dots for thousands",
    grids: [withoutTotal({ G4: "1.500", G5: "1.031.690" })],
    finds: [],
  },
  { name: "another text tells: a decimal comma", grids: [withoutTotal({ G4: "1.500", G5: "8,58" })], finds: [] },
  { name: "a unit word settles it", grids: [oneItem("1.500 triệu")], finds: [] },
  { name: "no thousands begin with 0", grids: [oneItem("0.500")], finds: [] },
  { name: "one or two digits are decimals", grids: [withoutTotal({ G4: "8,5", G5: "31.69" })], finds: [] },
  { name: "people are counted whole", grids: [gridOf(withCells(IT_STAFF, { C5: "1.033", C9: 1101 }))], finds: [] },
]);
