/** A chart's place in the page: it is drawn once Chart.js is there, and again when figures, language or colours change. */
import { html, type TemplateResult } from "lit-html";
import { ref } from "lit-html/directives/ref.js";
import { say } from "../../../../addin/pane/kit/language.ts";
import { readInk } from "./chart-ink.ts";
import type { ChartSpec, DrawnChart } from "./draw-chart.ts";
import { MONEY } from "./words.ts";

interface ChartLook {
  /** The gist, for those who don't see it. */
  readonly label: string;
  readonly heightPx: number;
}

/** Of what moves it to be drawn in other colours. */
const LOOKS: readonly string[] = ["(prefers-color-scheme: dark)", "(forced-colors: active)"];
/** A sheet of A4 between its margins. */
const PAPER_PX = 680;

export class MoneyChart {
  readonly #redraw: () => void;
  #canvas: HTMLCanvasElement | null = null;
  #drawn: DrawnChart | null = null;
  #spec: ChartSpec | null = null;
  /** What is drawn now. */
  #shown = "";
  #stop: AbortController | null = null;
  #isFailed = false;

  constructor(redraw: () => void) {
    this.#redraw = redraw;
  }

  render(spec: ChartSpec, { label, heightPx }: ChartLook): TemplateResult {
    this.#spec = spec;
    // Once what surrounds it has been drawn: then its place has its size.
    queueMicrotask(() => this.#show());
    if (this.#isFailed) return html`<p class="hint">${say(MONEY.chartNotLoaded)}</p>`;
    return html`<div class="money-chart" .style=${`height:${String(heightPx)}px`}>
      <canvas role="img" aria-label=${label} ${ref(this.#hold)}></canvas>
    </div>`;
  }

  close(): void {
    this.#stop?.abort();
    this.#stop = null;
    this.#drawn?.end();
    this.#drawn = null;
    this.#canvas = null;
    this.#shown = "";
  }

  readonly #hold = (element: Element | undefined): void => {
    this.close();
    if (!(element instanceof HTMLCanvasElement)) return;
    this.#canvas = element;
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    for (const look of LOOKS) matchMedia(look).addEventListener("change", () => this.#show(true), { signal });
    addEventListener("beforeprint", () => this.#print(true), { signal });
    addEventListener("afterprint", () => this.#print(false), { signal });
    void this.#load(element);
  };

  async #load(canvas: HTMLCanvasElement): Promise<void> {
    try {
      const { drawChart } = await import("./draw-chart.ts");
      if (canvas !== this.#canvas) return;
      this.#drawn = drawChart(canvas);
      this.#show();
    } catch (trouble) {
      // A chunk of an older build is gone once the service was updated.
      console.error(trouble);
      this.#isFailed = true;
      this.#redraw();
    }
  }

  /** @param isAnew also where the figures are the same */
  #show(isAnew = false): void {
    const place = this.#canvas?.parentElement;
    if (!place || !this.#drawn || !this.#spec) return;
    const { series, rows, printTick } = this.#spec;
    const shown = JSON.stringify([series, rows, printTick(1000), place.clientHeight]);
    if (shown === this.#shown && !isAnew) return;
    this.#shown = shown;
    this.#drawn.show(this.#spec, readInk(place));
  }

  /** On paper: dark on white, and as wide as the sheet. */
  #print(isPaper: boolean): void {
    this.#canvas?.parentElement?.classList.toggle("on-paper", isPaper);
    this.#show(true);
    this.#drawn?.resize(isPaper ? PAPER_PX : null);
  }
}
