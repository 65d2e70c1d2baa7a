/** Sheets made from the field's own words: titles, headings of one to three rows, sections, items, totals; right or not. */
import type { Grid } from "../../../shared/grid.ts";
import { cellName } from "../../../shared/grid.ts";
import { gridOf, planGrid, type Value } from "../../builders.ts";
import type { Random } from "../random.ts";
import { FIGURES, FORMATS, FORMULAS, HEADINGS, LINES, NAMES, NUMBERS, PERIODS, TEXT_AMOUNTS } from "./vocabulary.ts";
import { HOSTILE_TEXTS } from "../mutate-text.ts";

const figure = (random: Random): Value =>
  random.chance(0.9)
    ? random.below(10 ** (1 + random.below(6)))
    : random.pick([random.pick(FIGURES), random.next() * 1_000]);

/** What may stand in any cell. */
export const anyValue = (random: Random): Value =>
  random.pick([
    () => figure(random),
    () => figure(random),
    () => random.pick(TEXT_AMOUNTS),
    () => random.pick(NAMES),
    () => random.pick(NUMBERS),
    () => random.pick(HEADINGS),
    () => random.pick(PERIODS),
    () => random.pick(LINES),
    () => random.pick(HOSTILE_TEXTS),
    () => `=${random.pick(FORMULAS)}`,
    () => random.chance(0.5),
    () => null,
  ])();

type Column = "number" | "name" | "text" | "period" | "money";

const kindOf = (heading: string): Column => {
  if (/^(STT|TT|Mã số)$/.test(heading)) return "number";
  if (/^(Tên|Nội dung|Danh mục)/.test(heading)) return "name";
  if (/Thời gian/.test(heading)) return "period";
  return /kinh phí|vốn|tổng|TW|ĐP|NS|NV|ODA|ngân sách|ngân|máy|CB|20|học|đẳng|ODA|khác/i.test(heading)
    ? "money"
    : "text";
};

function itemRow(random: Random, columns: readonly Column[], index: number): Value[] {
  return columns.map((column): Value => {
    if (random.chance(0.03)) return anyValue(random);
    if (column === "number") return random.chance(0.7) ? index : random.pick(NUMBERS);
    if (column === "name") return random.chance(0.8) ? `${random.pick(NAMES)} ${String(index)}` : random.pick(NAMES);
    if (column === "period") return random.pick(PERIODS);
    if (column === "text") return random.chance(0.5) ? random.pick(NAMES) : null;
    return random.chance(0.9) ? figure(random) : random.pick(TEXT_AMOUNTS);
  });
}

/** Adds up the money above, mostly right. */
const totalRow = (random: Random, columns: readonly Column[], items: readonly Value[][]): Value[] =>
  columns.map((column, index): Value => {
    if (column === "name" || (column === "number" && random.chance(0.4)))
      return random.pick(["TỔNG CỘNG", "Tổng", "Cộng mục I"]);
    if (column !== "money") return null;
    const sum = items.reduce((all, row) => all + (typeof row[index] === "number" ? row[index] : 0), 0);
    return random.chance(0.85) ? sum : figure(random);
  });

function makeRows(random: Random): Value[][] {
  const headings = [
    random.pick(["STT", "TT"]),
    random.pick(["Tên nhiệm vụ, dự án", "Nội dung", "Tên đơn vị"]),
    ...random.some(9, () => random.pick(HEADINGS)),
  ];
  const columns = headings.map(kindOf);
  const second = headings.map((_, index) => (index > 1 && random.chance(0.6) ? random.pick(HEADINGS) : null));
  const items = Array.from({ length: random.below(14) }, (_, index) => itemRow(random, columns, index + 1));
  return [
    ...random.some(3, () => [random.pick(LINES)]),
    headings,
    ...(random.chance(0.5) ? [second] : []),
    ...(random.chance(0.15) ? [headings.map((_, index) => index + 1)] : []),
    ...items,
    ...(random.chance(0.7) ? [totalRow(random, columns, items)] : []),
    ...(random.chance(0.2) ? [[], [random.pick(LINES)]] : []),
  ];
}

function makeGrid(random: Random, name: string): Grid {
  const rows = makeRows(random);
  const place = (): string => cellName(1 + random.below(rows.length), random.below(9));
  return gridOf(rows, {
    name,
    merged: random.chance(0.4)
      ? random.some(3, () => `${place()}:${cellName(rows.length + random.below(3), 9 + random.below(4))}`)
      : [],
    hiddenRows: random.chance(0.2) ? [1 + random.below(rows.length)] : [],
    hiddenColumns: random.chance(0.2) ? [random.below(9)] : [],
    formats: random.chance(0.3) ? { [place()]: random.pick(FORMATS) } : {},
  });
}

export function makeGrids(random: Random): readonly Grid[] {
  const grids = [makeGrid(random, "Phụ lục")];
  if (random.chance(0.2)) grids.push(makeGrid(random, "PL2"));
  if (random.chance(0.3)) grids.push(planGrid(random.chance(0.5) ? { B7: anyValue(random) } : {}));
  return grids;
}
