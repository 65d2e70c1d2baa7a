import { SINGLE_AMOUNT, gridOf, phaseYearGrid, withCells, type Value } from "../builders.ts";
import { testRule } from "./cases.ts";

const single = (changes: Readonly<Record<string, Value>>) => gridOf(withCells(SINGLE_AMOUNT, changes));

testRule("formula-error", [
  {
    name: "a total whose rows were deleted",
    grids: [single({ G7: "#REF!" })],
    finds: ["G7"],
    variant: "standard",
    severity: "error",
    facts: { text: "#REF!" },
    only: true,
  },
  { name: "one source of an item", grids: [phaseYearGrid({ G7: "#VALUE!" })], finds: ["G7"], only: true },
  {
    name: "the same error twice is one finding",
    grids: [phaseYearGrid({ F6: "#N/A", F13: "#N/A" })],
    finds: ["F6,F13"],
    only: true,
  },
  {
    name: "two errors are two",
    grids: [phaseYearGrid({ F6: "#DIV/0!", I6: "#NAME?" })],
    finds: ["F6", "I6"],
    only: true,
  },
  {
    name: "a result that the file does not keep, from another sheet",
    grids: [single({ G7: "='Phụ lục 2'!G7" })],
    finds: ["G7"],
    variant: "noResult",
    severity: "warning",
    only: true,
  },
  {
    name: "what adds it up has no result either",
    grids: [phaseYearGrid({ E7: "=VLOOKUP(A7,X1:Y9,2,0)", E6: "=SUM(E7:E8)" })],
    finds: ["E6,E7"],
    variant: "noResult",
    only: true,
  },
  { name: "no kept result, but it can be computed", grids: [single({ G7: "=SUM(G4:G6)" })], finds: [] },
  {
    name: "computed one from the other",
    grids: [phaseYearGrid({ E6: "=E7+E8", E9: "=ROUND(SUM(E10:E12),0)", E13: "=SUBTOTAL(9,E7:E8,E10:E12)" })],
    finds: [],
  },
  { name: "a sum over signs for nothing", grids: [single({ G5: "-", G7: "=SUM(G4:G6)" })], finds: [] },
  { name: "a sum over blanks", grids: [phaseYearGrid({ G12: null, G9: "=SUM(G10:G12)" })], finds: [] },
]);
