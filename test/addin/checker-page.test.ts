/** The checking thread in a real browser: 20,000 line items go there and 20,000 findings come back, and the page stays awake. */
import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Browser } from "playwright-core";
import { startChromium } from "./chromium.ts";
import { workDuring } from "./main-thread.ts";
import { buildThread } from "./node-thread.ts";

/** Periods the wrong way round: a finding for each line item. */
const PAGE = `
import { browserThread } from "./addin/checking/browser-thread.ts";
import { openChecker } from "./addin/checking/checker.ts";
import { largeSheet } from "./test/bench/sheets.ts";

const reversed = (cell) => (cell.value === "2019-2020" ? { ...cell, value: "2020-2019" } : cell);
const sheet = largeSheet(20000);
const rows = sheet.rows.map((row) => ({ ...row, cells: row.cells.map(reversed) }));
const checker = openChecker(browserThread("/check-thread.js"));
globalThis.checkLong = async () => {
  const { findings, appendices, tookMs } = await checker.check([{ ...sheet, rows }], "vi");
  return { findings: findings.length, lineItems: appendices[0].lineItems, tookMs };
};
globalThis.checkBroken = () => {
  const broken = openChecker(browserThread("/no-such-thread.js"));
  return broken.check([sheet], "vi").then(() => "checked", (error) => error.message);
};
`;

const MOST_MS = 50;

async function buildPage(): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: PAGE, resolveDir: fileURLToPath(new URL("../../", import.meta.url)), loader: "ts" },
    bundle: true,
    format: "esm",
    target: "es2020",
    write: false,
  });
  return outputFiles[0]?.text ?? "";
}

function serve(files: Readonly<Record<string, string>>): Promise<Server> {
  const server = createServer(({ url = "" }, response) => {
    const text = files[url];
    response.statusCode = text === undefined ? 404 : 200;
    response.setHeader("content-type", url.endsWith(".js") ? "text/javascript" : "text/html");
    response.end(text ?? "");
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      resolve(server);
    });
  });
}

describe("checker in a browser", () => {
  let browser: Browser | undefined;
  let server: Server | undefined;
  after(async () => {
    await browser?.close();
    server?.close();
  });

  it("20,000 line items and as many findings take no task of the page over 50 ms", async function () {
    browser = await startChromium(this);
    const [{ script }, pageScript] = await Promise.all([buildThread(), buildPage()]);
    const html = `<!doctype html><title>·</title><script type="module" src="/page.js"></script>`;
    server = await serve({ "/": html, "/page.js": pageScript, "/check-thread.js": script });
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`);
    await page.waitForFunction("globalThis.checkLong");
    await page.evaluate("checkLong()");
    let told: unknown;
    const work = await workDuring(browser, page, async () => {
      told = await page.evaluate("checkLong()");
    });
    const { findings, lineItems, tookMs } = told as { findings: number; lineItems: number; tookMs: number };
    console.log(
      `      the page's longest tasks ${work.tasks
        .slice(0, 3)
        .map((task) => task.toFixed(1))
        .join(", ")} ms, ${work.totalMs.toFixed(0)} ms in all; the thread ${tookMs.toFixed(0)} ms`,
    );
    assert.equal(lineItems, 20_000);
    assert.ok(findings >= 20_000, String(findings));
    assert.ok(work.tasks.length > 50, "nothing was traced");
    assert.ok((work.tasks[0] ?? Infinity) < MOST_MS, String(work.tasks[0]));
    assert.match(String(await page.evaluate("checkBroken()")), /stopped/);
  });
});
