import type { Grid } from "../../shared/grid.ts";
import { COMPUTERS, gridOf, withCells, type Value } from "../builders.ts";
import { testRule, type Case } from "./cases.ts";

const sheet = (changes: Readonly<Record<string, Value>> = {}): Grid => gridOf(withCells(COMPUTERS, changes));

/** Sở Tư pháp: 40 of 45 computers are on the Internet, 0,888888… */
const isRight = (printed: Value, more: Partial<Case> = {}): Case => ({
  name: `40 of 45 is ${JSON.stringify(printed)}`,
  grids: [sheet({ I6: printed })],
  finds: [],
  ...more,
});

const isWrong = (printed: Value): Case => ({
  name: `40 of 45 is not ${JSON.stringify(printed)}`,
  grids: [sheet({ I6: printed })],
  finds: ["I6"],
  mendedBy: 0,
});

testRule("ratio-mismatch", [
  {
    name: "computers per staff",
    grids: [sheet({ G5: 1.14 })],
    finds: ["G5"],
    variant: "standard",
    severity: "error",
    facts: { printed: 1.14, of: 42, per: 48, value: 0.875, cell: "G5" },
    only: true,
    mendedBy: 0,
  },
  {
    name: "the share on the local network",
    grids: [sheet({ H5: 0.4 })],
    finds: ["H5"],
    facts: { of: 21, per: 42 },
    only: true,
    mendedBy: 0,
  },
  {
    name: "the other way round",
    grids: [sheet({ I6: 1.125 })],
    finds: ["I6"],
    facts: { of: 40, per: 45, value: 0.88889 },
    only: true,
    mendedBy: 0,
  },
  {
    name: "of the total row",
    grids: [sheet({ G7: 0.5 })],
    finds: ["G7"],
    facts: { of: 87, per: 84 },
    only: true,
    mendedBy: 0,
  },
  {
    name: "a share of no computers",
    grids: [
      sheet({ D5: 0, E5: 0, F5: 0, G5: 0, H5: 0, I5: 1, D7: 45, E7: 40, F7: 45, G7: 0.53571, H7: 1, I7: 0.88889 }),
    ],
    finds: ["I5"],
    only: true,
  },
  {
    name: "all ratios of a row against one count: the count is told, once",
    grids: [sheet({ D5: 50, D7: 95, G7: 1.13095, H7: 0.69474, I7: 0.86316 })],
    finds: ["D5,G5,H5,I5"],
    variant: "shared",
    facts: { cell: "D5", ratios: ["G5", "H5", "I5"], count: 50 },
    only: true,
  },
  {
    name: "two ratios of a row that have a count in common",
    grids: [sheet({ H6: 0.5, I6: 0.5 })],
    finds: ["D6,H6,I6"],
    variant: "shared",
    only: true,
  },
  isWrong(0.8),
  isWrong(0.91),
  isWrong(0.8898),
  isWrong(80),
  isWrong("91%"),

  { name: "a right sheet", grids: [sheet()], finds: [], only: true },
  { name: "a wrong count that its total already shows", grids: [sheet({ E5: 24 })], finds: [] },
  isRight(0.89, { only: true }),
  isRight(0.889, { only: true }),
  isRight(0.8889, { only: true }),
  isRight(40 / 45, { only: true }),
  isRight(88.89, { only: true }),
  isRight("88,89%"),
  isRight("89%"),
  isRight("0,889"),
  isRight(null, { only: true, name: "no ratio printed" }),
  {
    name: "the total row holds the mean of the rows",
    grids: [sheet({ G7: 1.0625, H7: 0.75, I7: 0.94445 })],
    finds: [],
    only: true,
  },
  {
    name: "nothing of nothing is 0",
    grids: [
      sheet({ D5: 0, E5: 0, F5: 0, G5: 0, H5: 0, I5: 0, D7: 45, E7: 40, F7: 45, G7: 0.53571, H7: 1, I7: 0.88889 }),
    ],
    finds: [],
    only: true,
  },
]);
