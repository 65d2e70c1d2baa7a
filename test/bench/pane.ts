/**
 * The pane in a real Chromium with the real office.js: what it loads at first, how soon a typed fault is shown, and a sheet of
 * 20,000 line items read, judged, shown and scrolled. Long tasks are those the browser itself tells of (over 50 ms).
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Frame, type Page } from "playwright-core";
import { startProcess } from "../server/service.ts";
import { CHROMIUM_ARGUMENTS, findChromium } from "../addin/chromium.ts";
import { walk, type DemoPage, type Walk } from "../addin/walk.ts";

declare const phulucDemo: DemoPage;

/** What of a browser's names the functions use that run in the page. */
interface PageElement {
  readonly contentDocument: { readonly body: { readonly innerText: string } };
  readonly scrollHeight: number;
  scrollTop: number;
}
interface InPage {
  readonly document: { querySelector(selector: string): PageElement | null };
  readonly performance: { getEntriesByType(type: string): readonly { name: string; encodedBodySize: number }[] };
  readonly PerformanceObserver: new (hear: (list: { getEntries(): readonly { duration: number }[] }) => void) => {
    observe(what: { type: string; buffered: boolean }): void;
  };
  requestAnimationFrame(then: (at: number) => void): void;
}

const SHEET = "Phụ lục";
const TYPED = 20;
const LARGE = 20_000;
const CHECKS = 5;
const SCROLL_FRAMES = 240;

const sorted = (values: readonly number[]): readonly number[] => [...values].sort((a, b) => a - b);
const median = (values: readonly number[]): number => sorted(values)[Math.floor(values.length / 2)] ?? 0;
const most = (values: readonly number[]): number => Math.max(0, ...values);
const ms = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;

/** The page counts its own long tasks: from now on, or from its very start. */
const watchLongTasks = (frame: Frame, fromStart = false): Promise<void> =>
  frame.evaluate((buffered) => {
    const found: number[] = [];
    Object.assign(globalThis, { longTasks: found });
    const { PerformanceObserver: Observer } = globalThis as unknown as InPage;
    new Observer((list) => {
      for (const { duration } of list.getEntries()) found.push(duration);
    }).observe({ type: "longtask", buffered });
  }, fromStart);

const longTasks = (frame: Frame): Promise<readonly number[]> =>
  frame.evaluate(() => (globalThis as unknown as { longTasks: readonly number[] }).longTasks);

const tellLongTasks = async (frame: Frame): Promise<string> => {
  const found = await longTasks(frame);
  return found.length === 0 ? "none" : `${String(found.length)}, longest ${ms(most(found))}`;
};

/** What the service sent, as it was compressed, without office.js. */
const firstLoad = (frame: Frame): Promise<readonly (readonly [name: string, bytes: number])[]> =>
  frame.evaluate(() => {
    const { performance: told } = globalThis as unknown as InPage;
    return ["navigation", "resource"]
      .flatMap((type) => told.getEntriesByType(type))
      .map(({ name, encodedBodySize }) => [new URL(name).pathname, encodedBodySize] as const)
      .filter(([name]) => name.startsWith("/addin/") && !name.includes("demo-bridge"));
  });

/** Milliseconds until the pane's list tells of the cell, or no longer does. */
const typeAndWait = (page: Page, value: number, isWrong: boolean): Promise<number> =>
  page.evaluate(
    ([typed, waitsForIt]) =>
      new Promise<number>((resolve) => {
        const { document: page } = globalThis as unknown as InPage;
        const list = page.querySelector("#pane")?.contentDocument.body;
        const began = performance.now();
        const look = (): void => {
          if (/\bF9\b/.test(list?.innerText ?? "") === waitsForIt) resolve(performance.now() - began);
          else setTimeout(look, 5);
        };
        phulucDemo.user.types("Phụ lục!F9", typed);
        look();
      }),
    [value, isWrong] as const,
  );

async function measureTyping({ page, pane, content }: Walk): Promise<void> {
  const right = Number(await content(SHEET, 9, 5));
  await watchLongTasks(pane);
  const times: number[] = [];
  for (let round = 0; round < TYPED; round++) {
    times.push(await typeAndWait(page, right + 5, true));
    await typeAndWait(page, right, false);
  }
  console.log(`\ntyped → shown (${String(TYPED)} faults): median ${ms(median(times))}, longest ${ms(most(times))}`);
  console.log(`long tasks meanwhile: ${await tellLongTasks(pane)}`);
}

/** The same values and formulas asked of the same host in the same portions, and nothing done with them. */
const bareRead = (pane: Frame): Promise<number> =>
  pane.evaluate(async () => {
    interface Range {
      rowCount: number;
      columnCount: number;
      load(what: string): void;
    }
    interface Sheet {
      getUsedRange(): Range;
      getRangeByIndexes(row: number, column: number, rows: number, columns: number): Range;
    }
    interface Context {
      readonly workbook: { readonly worksheets: { getActiveWorksheet(): Sheet } };
      sync(): Promise<void>;
    }
    const { Excel } = globalThis as unknown as {
      Excel: { run(batch: (context: Context) => Promise<void>): Promise<void> };
    };
    const began = performance.now();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const used = sheet.getUsedRange();
      used.load("rowCount,columnCount");
      await context.sync();
      for (let row = 0; row < used.rowCount; row += 1_000) {
        const block = sheet.getRangeByIndexes(row, 0, Math.min(1_000, used.rowCount - row), used.columnCount);
        block.load("values,formulas");
        await context.sync();
      }
    });
    return performance.now() - began;
  });

async function measureLarge({ pane }: Walk): Promise<void> {
  await watchLongTasks(pane);
  const again = pane.getByRole("button", { name: "Kiểm tra lại" });
  const times: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < CHECKS; round++) {
    bare.push(await bareRead(pane));
    const began = performance.now();
    await again.click();
    await pane.waitForFunction(() => (globalThis as unknown as InPage).document.querySelector(".spinner") !== null);
    await pane.waitForFunction(() => (globalThis as unknown as InPage).document.querySelector(".spinner") === null);
    times.push(performance.now() - began);
  }
  console.log(
    `\n${String(LARGE)} line items, checked again by the button: median ${ms(median(times))}, longest ${ms(most(times))}; ` +
      `a bare reading of the same cells ${ms(median(bare))}: ratio ${(median(times) / median(bare)).toFixed(1)}`,
  );
  console.log(`long tasks meanwhile: ${await tellLongTasks(pane)}`);
}

/** Every period upside down: 20,000 findings in the list, scrolled from end to end. */
async function measureScrolling({ page, pane }: Walk): Promise<void> {
  await page.evaluate((rows) => {
    const [sheet] = phulucDemo.book.sheets;
    for (let row = 1; row <= rows + 20; row++)
      if (typeof sheet?.cell(row, 0).value === "number") sheet.put(row, 3, { value: "2020-2019" });
  }, LARGE);
  await pane.getByRole("button", { name: "Kiểm tra lại" }).click();
  await pane.getByRole("option").nth(5).waitFor({ timeout: 60_000 });
  await watchLongTasks(pane);
  const frames = await pane.evaluate(
    (count) =>
      new Promise<readonly number[]>((resolve) => {
        const { document: page, requestAnimationFrame: onFrame } = globalThis as unknown as InPage;
        const list = page.querySelector('[role="listbox"]');
        const times: number[] = [];
        let last = 0;
        const step = (at: number): void => {
          if (last > 0) times.push(at - last);
          last = at;
          if (list) list.scrollTop = (list.scrollHeight * times.length) / count;
          if (times.length < count) onFrame(step);
          else resolve(times);
        };
        onFrame(step);
      }),
    SCROLL_FRAMES,
  );
  const late = frames.filter((time) => time > 20).length;
  console.log(
    `\nscrolling ${String(await pane.locator(".chip b").first().textContent())} findings end to end in ${String(SCROLL_FRAMES)} frames: ` +
      `median ${ms(median(frames))} a frame, ${String(late)} later than 20 ms, longest ${ms(most(frames))}; long tasks: ${await tellLongTasks(pane)}`,
  );
}

const folder = mkdtempSync(join(tmpdir(), "phuluc-bench-"));
const service = await startProcess({ DATA_DIR: folder });
const browser = await chromium.launch({ executablePath: findChromium(), args: [...CHROMIUM_ARGUMENTS] });
try {
  const small = await walk(browser, service.url, {});
  const parts = await firstLoad(small.pane);
  console.log("| first load, as sent (gzip) | bytes |\n| --- | --- |");
  for (const [name, bytes] of parts) console.log(`| ${name} | ${bytes.toLocaleString("en-US")} |`);
  await watchLongTasks(small.pane, true);
  console.log(`\nlong tasks while it started, office.js among them: ${await tellLongTasks(small.pane)}`);
  await measureTyping(small);
  await small.context.close();
  const large = await walk(browser, service.url, { large: LARGE });
  await measureLarge(large);
  await measureScrolling(large);
  await large.context.close();
} finally {
  await browser.close();
  await service.stop();
  rmSync(folder, { recursive: true, force: true });
}
