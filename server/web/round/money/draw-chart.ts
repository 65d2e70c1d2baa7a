/** The only file that names Chart.js: bars that lie, each stacked of parts, its sum at its end. Loaded when the first chart is shown. */
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LinearScale,
  Tooltip,
  type ChartConfiguration,
  type Plugin,
} from "chart.js";
import type { ChartInk } from "./chart-ink.ts";

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);

export interface ChartSeries<Name extends string = string> {
  readonly part: Name;
  readonly name: string;
}

export interface ChartRow {
  readonly label: string;
  /** By series, in the unit that is shown; null: nothing is drawn. */
  readonly values: readonly (number | null)[];
  /** The sum as it is printed at the end of the bar. */
  readonly printed: string;
  /** Lines of what is said of the bar under the pointer, and its sum. */
  readonly says: readonly string[];
}

export interface ChartSpec {
  readonly series: readonly ChartSeries[];
  readonly rows: readonly ChartRow[];
  readonly printTick: (value: number) => string;
  /** Null: bars lead nowhere. */
  readonly press: ((row: number) => void) | null;
}

export interface DrawnChart {
  readonly show: (spec: ChartSpec, ink: ChartInk) => void;
  /** @param width null: as wide as its place */
  readonly resize: (width: number | null) => void;
  readonly end: () => void;
}

type BarChart = Chart<"bar", (number | null)[], string>;
type BarSetting = Pick<ChartConfiguration<"bar", (number | null)[], string>, "data" | "options">;

/** What is drawn now: what stands beside the bars is drawn from it. */
interface Drawing {
  spec: ChartSpec;
  ink: ChartInk;
}

const FIGURE_PX = 6.6;
const LABEL_PX = 6.8;
/** Names take at most this part of the width. */
const LABEL_SHARE = 0.33;

export function drawChart(canvas: HTMLCanvasElement): DrawnChart {
  let chart: BarChart | null = null;
  let drawing: Drawing | null = null;
  return {
    show: (spec, ink) => {
      const { data, options = {} } = configure(spec, ink);
      if (chart && drawing) {
        Object.assign(drawing, { spec, ink });
        chart.data = data;
        chart.options = options;
        chart.update("none");
        return;
      }
      drawing = { spec, ink };
      chart = new Chart(canvas, { type: "bar", data, options, plugins: [paper(drawing), sumsAtEnds(drawing)] });
    },
    resize: (width) => {
      if (width === null) chart?.resize();
      else chart?.resize(width, chart.height);
    },
    end: () => chart?.destroy(),
  };
}

function configure(spec: ChartSpec, ink: ChartInk): BarSetting {
  const { series, rows, press } = spec;
  const longest = Math.max(0, ...rows.map(({ printed }) => printed.length));
  return {
    data: {
      labels: rows.map(({ label }) => label),
      datasets: series.map(({ part, name }, index) => ({
        label: name,
        data: rows.map(({ values }) => values[index] ?? null),
        backgroundColor: ink.parts[part] ?? ink.quiet,
        // A line around each part: neighbours are told apart by more than their colour.
        borderColor: ink.back,
        borderWidth: { left: 0, right: 1, top: 0, bottom: 0 },
        maxBarThickness: 18,
      })),
    },
    options: {
      indexAxis: "y",
      responsive: true,
      maintainAspectRatio: false,
      animation: false,
      layout: { padding: { right: 10 + longest * FIGURE_PX } },
      interaction: { mode: "index", axis: "y", intersect: false },
      onClick: (_, [pressed]) => {
        if (pressed) press?.(pressed.index);
      },
      onHover: ({ native }, hovered) => {
        const target = native?.target;
        if (target instanceof HTMLElement)
          target.style.cursor = press !== null && hovered.length > 0 ? "pointer" : "default";
      },
      scales: scalesOf(spec, ink),
      plugins: { tooltip: tooltipOf(rows, ink) },
    },
  };
}

type BarOptions = NonNullable<BarSetting["options"]>;

const scalesOf = ({ rows, printTick }: ChartSpec, ink: ChartInk): NonNullable<BarOptions["scales"]> => ({
  x: {
    stacked: true,
    grid: { color: ink.line },
    border: { display: false },
    ticks: {
      color: ink.quiet,
      font: { family: ink.font, size: 11 },
      maxRotation: 0,
      maxTicksLimit: 6,
      callback: (value) => printTick(Number(value)),
    },
  },
  y: {
    stacked: true,
    grid: { display: false },
    border: { color: ink.line },
    ticks: {
      autoSkip: false,
      color: ink.text,
      font: { family: ink.font, size: 11, lineHeight: 1.1 },
      callback(_, index) {
        const room = Math.max(8, Math.floor((this.chart.width * LABEL_SHARE) / LABEL_PX));
        return twoLines(rows[index]?.label ?? "", room);
      },
    },
  },
});

/** A long name is broken between its words once, and cut after that. */
function twoLines(name: string, room: number): string | string[] {
  if (name.length <= room) return name;
  const end = name.lastIndexOf(" ", room);
  if (end <= 0) return shorten(name, room);
  return [name.slice(0, end), shorten(name.slice(end + 1), room)];
}

const shorten = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;

const tooltipOf = (
  rows: readonly ChartRow[],
  ink: ChartInk,
): NonNullable<NonNullable<BarOptions["plugins"]>["tooltip"]> => ({
  backgroundColor: ink.text,
  titleColor: ink.back,
  bodyColor: ink.back,
  titleFont: { family: ink.font, size: 12 },
  bodyFont: { family: ink.font, size: 12 },
  displayColors: false,
  filter: (item, index) => index === 0 || item.datasetIndex === 0,
  callbacks: {
    title: ([item]) => rows[item?.dataIndex ?? -1]?.label ?? "",
    label: ({ dataIndex }) => [...(rows[dataIndex]?.says ?? [])],
  },
});

/** The chart has a ground of its own, so that it stays readable wherever it is copied or printed. */
const paper = (drawing: Drawing): Plugin<"bar"> => ({
  id: "paper",
  beforeDraw: ({ ctx, width, height }) => {
    ctx.save();
    ctx.fillStyle = drawing.ink.back;
    ctx.fillRect(0, 0, width, height);
    ctx.restore();
  },
});

const sumsAtEnds = (drawing: Drawing): Plugin<"bar"> => ({
  id: "sums",
  afterDatasetsDraw: ({ ctx, scales }) => {
    const { x, y } = scales;
    const { spec, ink } = drawing;
    if (!x || !y) return;
    ctx.save();
    ctx.font = `12px ${ink.font}`;
    ctx.fillStyle = ink.text;
    ctx.strokeStyle = ink.back;
    ctx.lineWidth = 4;
    ctx.lineJoin = "round";
    ctx.textBaseline = "middle";
    spec.rows.forEach(({ values, printed }, index) => {
      const end = values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
      const [left, middle] = [x.getPixelForValue(end) + 6, y.getPixelForValue(index)];
      // Lines of the grid don't cross the figures.
      ctx.strokeText(printed, left, middle);
      ctx.fillText(printed, left, middle);
    });
    ctx.restore();
  },
});
