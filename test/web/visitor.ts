/** A person on the review pages, in a browser of their own. */
import assert from "node:assert/strict";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterDrawing } from "../after-drawing.ts";
import { eventually } from "../eventually.ts";

export interface VisitOptions {
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: "light" | "dark";
  readonly forcedColors?: "active";
  readonly language?: "vi" | "en";
}

export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Goes to a path of the service and waits until its heading is there and nothing is being loaded or moved any more. */
  readonly goTo: (path: string) => Promise<void>;
  readonly settled: () => Promise<void>;
  /** What the browser complained of since the last time: errors of scripts, and what the content policy forbade. */
  readonly complaints: () => readonly string[];
  readonly leave: () => Promise<void>;
}

/** However busy the machine. */
const WAIT_MS = 60_000;

interface Account {
  readonly email: string;
  readonly password: string;
}

/** @param account signs in with it; null: stays nobody */
export async function visit(
  browser: Browser,
  { url, account, path = "/dot" }: { url: string; account: Account | null; path?: string },
  { width = 1366, height = 768, language = "vi", ...look }: VisitOptions = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    acceptDownloads: true,
    ...look,
  });
  context.setDefaultTimeout(WAIT_MS);
  // tsx names the functions it compiles by a helper that pages don't have.
  await context.addInitScript(`globalThis.__name = (named) => named;`);
  if (language === "en") await context.addInitScript(`localStorage.setItem("phuluc.language", "en");`);
  const page = await context.newPage();
  const heard: string[] = [];
  page.on("pageerror", (error) => heard.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") heard.push(message.text());
  });
  const settled = async (): Promise<void> => {
    await page.waitForSelector("main h1");
    // Whatever is on its way turns.
    await page.waitForSelector("main .spinner, main .page-loading", { state: "detached" });
    await afterDrawing(page);
  };
  const visitor: Visitor = {
    page,
    context,
    settled,
    goTo: async (to) => {
      await page.goto(url + to);
      await settled();
    },
    complaints: () => heard.splice(0),
    leave: () => context.close(),
  };
  await page.goto(url + path);
  if (account) {
    await page.fill("#sign-in-email", account.email);
    await page.fill("#sign-in-password", account.password);
    await page.press("#sign-in-password", "Enter");
    await page.waitForSelector(".head-me");
  }
  await settled();
  return visitor;
}

/** A page is never wider than the window; to one that has just become narrower, charts and tables follow in their next frames. */
export const assertNotTooWide = ({ page }: Visitor): Promise<void> =>
  eventually(async () => {
    const excess = await page.locator("html").evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
    assert.ok(excess <= 0, `the page is ${String(excess)} px wider than the window`);
  });
