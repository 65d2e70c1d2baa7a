import { IT_STAFF, SINGLE_AMOUNT, gridOf, phaseYearGrid, withCells, type Value } from "../builders.ts";
import { testRule } from "./cases.ts";

const single = (changes: Readonly<Record<string, Value>>) => gridOf(withCells(SINGLE_AMOUNT, changes));

testRule("fractional-dong", [
  {
    name: "half a đồng",
    grids: [single({ H2: "ĐVT: đồng", G4: 1500.5, G5: 31_689.5 })],
    finds: ["G4", "G5"],
    variant: "standard",
    severity: "warning",
    facts: { text: "1500.5" },
  },
  { name: "a seventh decimal of a million", grids: [phaseYearGrid({ E7: 4999.9999999 })], finds: ["E7"], only: true },
  {
    name: "the same fraction twice is one finding",
    grids: [phaseYearGrid({ E7: 4500.0000001, E8: 4500.0000001 })],
    finds: ["E7,E8"],
    only: true,
  },
  { name: "as text", grids: [phaseYearGrid({ E7: "5000,0000001" })], finds: ["E7"] },
  {
    name: "six decimals of a million are whole đồng",
    grids: [single({ G4: 1500.123456, G7: 46_190.123456 })],
    finds: [],
  },
  {
    name: "decimals of a billion",
    grids: [single({ H2: "ĐVT: tỷ đồng", G4: 8.58, G5: 0.000000001, G6: 1.5, G7: 10.080000001 })],
    finds: [],
  },
  { name: "noise of the machine's own arithmetic", grids: [single({ G4: 0.1 + 0.2, G7: 44_690 + 0.3 })], finds: [] },
  { name: "people, in halves", grids: [gridOf(withCells(IT_STAFF, { C5: 33.5, C9: 101.5 }))], finds: [] },
  {
    name: "no unit, no đồng to compare with",
    grids: [single({ H2: null, G4: 1500.1234567, G7: 46_190.1234567 })],
    finds: [],
  },
]);
