import { IT_STAFF, PHASE_YEAR, SINGLE_AMOUNT, gridOf, phaseYearGrid, withCells, type Value } from "../builders.ts";
import { testRule } from "./cases.ts";

const single = (changes: Readonly<Record<string, Value>>) => gridOf(withCells(SINGLE_AMOUNT, changes));
const allAsText = PHASE_YEAR.map((row, index) =>
  row.map((value) => (index > 4 && value !== null ? String(value) : value)),
);

testRule("amount-as-text", [
  {
    name: "a figure with a dot for thousands",
    grids: [phaseYearGrid({ F7: "3.500" })],
    finds: ["F7"],
    variant: "standard",
    severity: "warning",
    facts: { count: 1, text: "3.500" },
    only: true,
    mendedBy: 0,
  },
  {
    name: "with a no-break space",
    grids: [phaseYearGrid({ F7: "3\u00a0500" })],
    finds: ["F7"],
    only: true,
    mendedBy: 0,
  },
  { name: "with a unit word", grids: [single({ G6: "13 tỷ" })], finds: ["G6"], only: true, mendedBy: 0 },
  { name: "digits alone", grids: [single({ G5: "31690" })], finds: ["G5"], only: true, mendedBy: 0 },
  { name: "a total", grids: [single({ G7: "46.190" })], finds: ["G7"], only: true, mendedBy: 0 },
  { name: "0", grids: [phaseYearGrid({ G12: " 0 " })], finds: ["G12"], only: true, mendedBy: 0 },
  { name: "people", grids: [gridOf(withCells(IT_STAFF, { C5: "33" }))], finds: ["C5"], only: true, mendedBy: 0 },
  {
    name: "several, however written, are one finding",
    grids: [phaseYearGrid({ E7: "5000", F7: "3.500", G7: "1 200", H7: "2.300,0" })],
    finds: ["E7,F7,G7,H7"],
    facts: { count: 4, text: "5000" },
    only: true,
    mendedBy: 0,
  },
  {
    name: "every figure, after pasting from a document",
    grids: [gridOf(allAsText)],
    finds: [
      ["6", "7", "8", "9", "10", "11", "12", "13"]
        .flatMap((row) => [..."EFGHIJKL"].map((column) => column + row))
        .join(","),
    ],
    facts: { count: 64 },
    only: true,
    mendedBy: 0,
  },
  { name: "signs for nothing", grids: [phaseYearGrid({ G12: "-", J12: "–", K12: "…" })], finds: [] },
  { name: "words are no figure", grids: [phaseYearGrid({ F12: "Chưa bố trí" })], finds: [] },
  {
    name: "a text that may be two numbers is asked about",
    grids: [gridOf(withCells(SINGLE_AMOUNT, { G4: "1.500" }).slice(0, 4))],
    finds: [],
  },
  { name: "years and item numbers as text", grids: [single({ A4: "1", A5: "2.", F5: "2022" })], finds: [] },
  {
    name: "figures in the words of other columns",
    grids: [single({ E5: "46.500 hồ sơ", H5: "5.000 triệu từ NS tỉnh" })],
    finds: [],
  },
]);
