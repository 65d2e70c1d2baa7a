/** The pane as an officer meets it: the trial page in a real Chromium, the real office.js, a real service. */
import type { Browser, BrowserContext, Frame, Page } from "playwright-core";
import type { CellValue } from "../../shared/grid.ts";
import type { SimulatedHost } from "../host-sim/host.ts";
import type { User } from "../host-sim/user.ts";
import type { Workbook } from "../host-sim/workbook.ts";

/** What the trial page opens to scripts (addin/demo/main.ts). */
export interface DemoPage {
  readonly user: User;
  readonly host: SimulatedHost;
  readonly book: Workbook;
}

export interface WalkOptions {
  /** A sample's name; "" for the blank workbook. */
  readonly workbook?: string;
  readonly large?: number;
  readonly api?: 11 | 14 | 15;
  readonly colorScheme?: "light" | "dark";
  readonly forcedColors?: "active" | "none";
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly context?: BrowserContext;
  readonly language?: "vi" | "en";
}

export interface Walk {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly pane: Frame;
  /** What went wrong in the page and was caught by nobody. */
  readonly crashes: readonly string[];
  /** "Phụ lục!F12", as the officer types into the grid. */
  readonly types: (address: string, value: CellValue) => Promise<void>;
  readonly pastes: (address: string, table: readonly (readonly CellValue[])[]) => Promise<void>;
  /** Ctrl+S of Excel's own. */
  readonly saves: () => Promise<void>;
  readonly isDirty: () => Promise<boolean>;
  /** A cell's formula, else its value. */
  readonly content: (sheet: string, row: number, column: number) => Promise<CellValue>;
  /** Resolves when the pane's text matches. */
  readonly sees: (text: RegExp) => Promise<void>;
}

declare const phulucDemo: DemoPage;

const WAIT_MS = 60_000;

export async function walk(browser: Browser, url: string, options: WalkOptions = {}): Promise<Walk> {
  const { workbook = "vinh-long-2020.xlsx", large, api = 15, viewport = { width: 1366, height: 768 } } = options;
  const { colorScheme = "light", forcedColors = "none", language = "vi" } = options;
  const context = options.context ?? (await browser.newContext({ viewport, colorScheme, forcedColors }));
  context.setDefaultTimeout(WAIT_MS);
  const page = await context.newPage();
  // The tests' own compiler names the functions that run in the page by it.
  await page.addInitScript("globalThis.__name = (named) => named");
  const crashes: string[] = [];
  page.on("pageerror", (error) => crashes.push(error.message));
  const asked = large === undefined ? `workbook=${encodeURIComponent(workbook)}` : `large=${String(large)}`;
  await page.goto(`${url}/demo?api=${String(api)}&lang=${language}&${asked}`);
  const pane = await findPane(page);
  return {
    context,
    page,
    pane,
    crashes,
    types: (address, value) =>
      page.evaluate(([where, what]) => phulucDemo.user.types(where, what), [address, value] as const),
    pastes: (address, table) =>
      page.evaluate(([where, what]) => phulucDemo.user.pastes(where, what), [address, table] as const),
    saves: () => page.evaluate(() => phulucDemo.user.saves()),
    isDirty: () => page.evaluate(() => phulucDemo.book.isDirty),
    content: (sheet, row, column) =>
      page.evaluate(
        ([name, ...at]) => {
          const cell = phulucDemo.book.find(name)?.cell(...at);
          return cell?.formula ?? cell?.value ?? "";
        },
        [sheet, row, column] as const,
      ),
    sees: async (text) => {
      await pane.getByText(text).first().waitFor({ timeout: WAIT_MS });
    },
  };
}

/** The pane is there when its head tells of a check. */
export async function findPane(page: Page): Promise<Frame> {
  const element = await page.waitForSelector("iframe#pane");
  const frame = await element.contentFrame();
  if (!frame) throw new Error("the pane has no frame");
  await frame.waitForSelector('[role="tablist"]', { timeout: WAIT_MS });
  await frame
    .getByText(/kiểm tra lúc|checked at/i)
    .first()
    .waitFor({ timeout: WAIT_MS });
  return frame;
}
