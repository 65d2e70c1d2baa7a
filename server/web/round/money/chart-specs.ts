/** What the two charts show, made of the round's money. */
import { language, say } from "../../../../addin/pane/kit/language.ts";
import { printAmount, printMoney } from "../../../../addin/pane/kit/printing.ts";
import { inUnit, printNumber, type Unit } from "../../../../shared/money.ts";
import type { ChartRow, ChartSeries, ChartSpec } from "./draw-chart.ts";
import type { MoneyLine, Part, Split } from "./money-split.ts";
import { MONEY, PART_NAMES } from "./words.ts";

/** More can't be told apart in one look, and a canvas is only so high. */
export const TOP_BARS = 30;
export const MOST_BARS = 300;
const BAR_PX = 28;
const AXIS_PX = 34;

export const chartHeightPx = (rows: number): number => Math.max(3, rows) * BAR_PX + AXIS_PX;

interface Shown {
  readonly parts: readonly Part[];
  readonly unit: Unit;
}

interface Bars {
  readonly drawn: readonly MoneyLine[];
  /** Told in words: one bar of all of them would make the others too short to be compared. */
  readonly rest: readonly MoneyLine[];
}

/** Those drawn, most money first. */
export function barsOf(lines: readonly MoneyLine[], isAll: boolean): Bars {
  const speaking = lines.filter(({ split }) => split.totalDong !== null);
  const most = isAll ? MOST_BARS : TOP_BARS;
  return { drawn: speaking.slice(0, most), rest: speaking.slice(most) };
}

export const organisationChart = (
  lines: readonly MoneyLine[],
  { parts, unit }: Shown,
  press: (line: MoneyLine) => void,
): ChartSpec => ({
  series: seriesOf(parts),
  rows: lines.map(({ name, split }): ChartRow => ({
    label: name,
    values: parts.map((part) => drawable(split.parts[part], unit)),
    printed: printAmount(split.totalDong ?? 0, unit),
    says: sayParts(split, { parts, unit }),
  })),
  printTick,
  press: (row) => {
    const line = lines[row];
    if (line) press(line);
  },
});

/** One bar for each source, in its own colour. */
export const sourceChart = (split: Split, { parts, unit }: Shown): ChartSpec => ({
  series: seriesOf(parts),
  rows: parts.map((own): ChartRow => ({
    label: say(PART_NAMES[own]),
    values: parts.map((part) => (part === own ? drawable(split.parts[own], unit) : null)),
    printed: say(MONEY.shareOfTotal, {
      amount: printAmount(split.parts[own], unit),
      share: printShare(split.parts[own], split.totalDong ?? 0),
    }),
    says: [printMoney(split.parts[own], unit)],
  })),
  printTick,
  press: null,
});

const seriesOf = (parts: readonly Part[]): readonly ChartSeries<Part>[] =>
  parts.map((part) => ({ part, name: say(PART_NAMES[part]) }));

/** What the sources exceed the whole by can't be stacked; it is said in words. */
const drawable = (dong: number, unit: Unit): number | null => (dong > 0 ? inUnit(dong, unit) : null);

const sayParts = (split: Split, { parts, unit }: Shown): readonly string[] => [
  `${say(MONEY.total)}: ${printMoney(split.totalDong ?? 0, unit)}`,
  ...parts.flatMap((part) =>
    split.parts[part] === 0 ? [] : [`${say(PART_NAMES[part])}: ${printAmount(split.parts[part], unit)}`],
  ),
];

const printTick = (value: number): string => printNumber(value, language());

/** "12,5". */
export const printShare = (dong: number, totalDong: number): string =>
  printNumber(totalDong === 0 ? 0 : Math.round((dong / totalDong) * 1000) / 10, language());
