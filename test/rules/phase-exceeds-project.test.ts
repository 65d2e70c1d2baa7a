import { phaseYearGrid } from "../builders.ts";
import { testRule } from "./cases.ts";

const MILLION = 1_000_000;

/** Item II.1: phase 1.850, this year 1.150. The totals above follow, so that no sum is wrong. */
const PROJECT_OF_1800 = { E10: 1800, E9: 7300, E13: 16300 };
const PROJECT_OF_1000 = { E10: 1000, E9: 6500, E13: 15500 };
const NO_PHASE = { F10: null, G10: null, H10: null, F9: 3500, G9: 600, H9: 2900, F13: 10000, G13: 2600, H13: 7400 };

testRule("phase-exceeds-project", [
  {
    name: "the phase's money is more than the whole project's",
    grids: [phaseYearGrid(PROJECT_OF_1800)],
    finds: ["F10,E10"],
    variant: "standard",
    severity: "error",
    facts: { smallDong: 1850 * MILLION, largeDong: 1800 * MILLION, differenceDong: 50 * MILLION },
    only: true,
  },
  {
    name: "both the phase's and the year's are more: told once",
    grids: [phaseYearGrid(PROJECT_OF_1000)],
    finds: ["F10,E10"],
    facts: { differenceDong: 850 * MILLION },
    only: true,
  },
  {
    name: "the year's money is more, and the phase is left blank",
    grids: [phaseYearGrid({ ...PROJECT_OF_1000, ...NO_PHASE })],
    finds: ["I10,E10"],
    facts: { smallDong: 1150 * MILLION, differenceDong: 150 * MILLION },
  },
  {
    name: "the project says 0",
    grids: [phaseYearGrid({ E10: 0, E9: 5500, E13: 14500 })],
    finds: ["F10,E10"],
    facts: { largeDong: 0 },
    only: true,
  },
  {
    name: "two items, two findings",
    grids: [phaseYearGrid({ E10: 1800, E9: 7300, E7: 3400, E6: 7400, E13: 14700 })],
    finds: ["F7,E7", "F10,E10"],
    only: true,
  },

  { name: "the project lies wholly in the phase", grids: [phaseYearGrid({ E10: 1850 })], finds: [], only: true },
  { name: "the project's cost is left blank", grids: [phaseYearGrid({ E10: null, E9: 5500, E13: 14500 })], finds: [] },
  { name: "a wrong project cost that the sum already shows", grids: [phaseYearGrid({ E9: 735 })], finds: [] },
  {
    name: "a phase a thousand times too large is scale-suspect",
    grids: [
      phaseYearGrid({
        ...{ F10: 1850000, G10: 400000, H10: 1450000 },
        ...{ F9: 1853500, G9: 400600, H9: 1452900, F13: 1860000, G13: 402600, H13: 1457400 },
      }),
    ],
    finds: [],
  },
  {
    name: "a section's typed subtotal that does not follow its items is told as a sum",
    grids: [phaseYearGrid({ E6: 6400 })],
    finds: [],
  },
]);
