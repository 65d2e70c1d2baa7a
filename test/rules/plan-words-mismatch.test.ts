import { phaseYearGrid, planGrid } from "../builders.ts";
import { testRule, type Case } from "./cases.ts";

const MILLION = 1_000_000;

/** The plan's total is 5.850 million; all that is asked is how its words are spelled. */
const agrees = (words: string | null, how = words): Case => ({
  name: `5.850 triệu is ${JSON.stringify(how)}`,
  grids: [planGrid({ C7: words })],
  finds: [],
  only: true,
});

testRule("plan-words-mismatch", [
  {
    name: "the words of the total say less",
    grids: [planGrid({ C7: "năm tỷ tám trăm bốn mươi triệu đồng" }), phaseYearGrid()],
    finds: ["B7,C7"],
    variant: "standard",
    severity: "error",
    facts: {
      label: "Kinh phí thực hiện",
      figuresDong: 5850 * MILLION,
      spelledDong: 5840 * MILLION,
      words: "năm tỷ tám trăm bốn mươi triệu đồng",
    },
    only: true,
  },
  {
    name: "the words of a part",
    grids: [planGrid({ C8: "hai tỷ rưỡi đồng" }), phaseYearGrid()],
    finds: ["B8,C8"],
    facts: { figuresDong: 2400 * MILLION, spelledDong: 2500 * MILLION },
    only: true,
  },
  {
    name: "the figures of a part: its sum is not told again",
    grids: [planGrid({ B8: "2.300 triệu đồng" })],
    finds: ["B8,C8"],
    facts: { figuresDong: 2300 * MILLION, spelledDong: 2400 * MILLION },
    only: true,
  },
  {
    name: "two digits swapped in the figures",
    grids: [planGrid({ B7: "5.580 triệu đồng" })],
    finds: ["B7,C7"],
    facts: { figuresDong: 5580 * MILLION },
    only: true,
  },
  { name: "a thousand times too much", grids: [planGrid({ B10: "950 tỷ đồng" })], finds: ["B10,C10"], only: true },
  {
    name: "two amounts, two findings",
    grids: [planGrid({ C8: "hai tỷ đồng", C10: "một tỷ" })],
    finds: ["B8,C8", "B10,C10"],
  },
  {
    name: "words that are no amount",
    grids: [planGrid({ C7: "theo dự toán được duyệt" }), phaseYearGrid()],
    finds: ["C7"],
    variant: "unreadable",
    severity: "warning",
    facts: { label: "Kinh phí thực hiện", words: "theo dự toán được duyệt" },
    only: true,
  },
  {
    name: "words that may be two amounts",
    grids: [planGrid({ C8: "hai tỷ bốn" })],
    finds: ["C8"],
    variant: "unreadable",
    only: true,
  },

  { name: "a right plan", grids: [planGrid(), phaseYearGrid()], finds: [], only: true },
  agrees("Năm tỉ, tám trăm năm mươi triệu đồng chẵn./."),
  agrees("(Bằng chữ: năm tỷ tám trăm rưỡi triệu)"),
  agrees("NĂM TỶ TÁM TRĂM NĂM MƯƠI TRIỆU ĐỒNG".normalize("NFD"), "decomposed capitals"),
  agrees("nam ty tam tram nam muoi trieu dong"),
  agrees("5 tỷ 850 triệu đồng"),
  agrees("năm nghìn tám trăm năm mươi triệu đồng"),
  agrees("năm ngàn, tám trăm năm mươi triệu Việt Nam đồng"),
  agrees(null, "not spelled"),
  {
    name: "'hai tỷ rưỡi' is 2.500 triệu",
    grids: [planGrid({ C9: "Hai tỷ rưỡi đồng" })],
    finds: [],
    only: true,
  },
  { name: "figures that are no amount", grids: [planGrid({ B8: "theo dự toán" })], finds: [], only: true },
  { name: "words of nothing but spaces", grids: [planGrid({ C7: " \u00a0" })], finds: [], only: true },
]);
