/** The trial page in a real Chromium, from a real service: the sheet, the pane in its frame, the real office.js between them. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContext, Frame, Page } from "playwright-core";
import { makeDatabase, startProcess, type ServiceProcess, type TestDatabase } from "../server/service.ts";
import { eventually } from "../eventually.ts";
import { startChromium } from "./chromium.ts";
import { workDuring } from "./main-thread.ts";

const ROOT = new URL("../../", import.meta.url);
const FIXTURE = fileURLToPath(new URL("test/fixtures/soc-trang-2011-2015.xlsx", ROOT));
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

describe("the trial page", () => {
  let browser: Browser;
  let database: TestDatabase;
  let service: ServiceProcess;
  let context: BrowserContext;
  let page: Page;
  const faults: string[] = [];

  before(async function () {
    browser = await startChromium(this);
    database = await makeDatabase("sqlite", this);
    service = await startProcess({ ...database.env });
  });
  after(async () => {
    await browser?.close();
    await service?.stop();
    await database?.drop();
  });
  beforeEach(async () => {
    context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: "vi-VN" });
    context.setDefaultTimeout(60_000);
    page = await context.newPage();
    faults.length = 0;
    page.on("pageerror", ({ message }) => faults.push(message));
  });
  afterEach(async () => {
    await context.close();
    assert.deepEqual(faults, []);
  });

  /** The page with the pane's library ready. */
  async function open(query = "?workbook=vinh-long-2020.xlsx"): Promise<Frame> {
    await page.goto(`${service.url}/demo${query}`);
    await page.locator(".grid-row").first().waitFor();
    return paneFrame();
  }

  async function paneFrame(): Promise<Frame> {
    const element = await page.locator("#pane").elementHandle();
    for (;;) {
      const frame = await element?.contentFrame();
      const isReady =
        frame?.url().includes("pane-demo.html") === true &&
        (await frame
          .evaluate("typeof Office === 'object' && Office.onReady().then(({ host }) => host === 'Excel')")
          .catch(() => false)) === true;
      if (frame && isReady) return frame;
      await page.waitForTimeout(50);
    }
  }

  const inPane = (frame: Frame, batch: string): Promise<unknown> =>
    frame.evaluate(`Excel.run(async (context) => { ${batch} })`);
  const demo = (expression: string): Promise<unknown> => page.evaluate(`phulucDemo.${expression}`);
  const valueOf = (cell: string): Promise<unknown> =>
    page.evaluate(`(() => {
      const [, letter, row] = /([A-Z])(\\d+)/.exec("${cell}");
      return phulucDemo.book.active.cell(Number(row), letter.charCodeAt(0) - 65).value;
    })()`);
  async function goTo(cell: string): Promise<void> {
    await page.fill("#name-box", cell);
    await page.press("#name-box", "Enter");
  }
  async function type(cell: string, text: string): Promise<void> {
    await goTo(cell);
    await page.keyboard.type(text);
    await page.keyboard.press("Enter");
  }

  for (const [query, level] of [
    ["&api=11", 11],
    ["&api=14", 14],
    ["", 15],
  ] as const)
    it(`starts the real office.js with ExcelApi 1.${String(level)}`, async () => {
      const frame = await open(`?workbook=vinh-long-2020.xlsx${query}`);
      const levels = await frame.evaluate(
        "[11, 12, 14, 15, 16].filter((level) => Office.context.requirements.isSetSupported('ExcelApi', '1.' + level))",
      );
      assert.deepEqual(
        levels,
        [11, 12, 14, 15, 16].filter((known) => known <= level),
      );
      const read = await inPane(
        frame,
        "const range = context.workbook.worksheets.getActiveWorksheet().getRange('B8:E8'); range.load('values'); await context.sync(); return range.values;",
      );
      assert.equal((read as readonly (readonly unknown[])[])[0]?.[3], 350);
      assert.equal(await frame.evaluate("Office.context.displayLanguage"), "vi-VN");
    });

  it("tells the pane what is typed, the Vietnamese way", async () => {
    const frame = await open();
    await inPane(
      frame,
      "globalThis.heard = []; context.workbook.worksheets.onChanged.add(async ({ address, details }) => { heard.push([address, details.valueBefore, details.valueAfter]); }); await context.sync();",
    );
    await type("E8", "1.350,5");
    await eventually(async () => assert.deepEqual(await frame.evaluate("heard"), [["E8", 350, 1350.5]]));
    await eventually(async () => assert.equal(await page.locator("#formula-bar").inputValue(), "300"));
    await page.keyboard.press("ArrowUp");
    await page.locator('#active-cell[aria-label="E8 1.351"]').waitFor();
  });

  it("shows by the title and beside the name what is not saved, and Ctrl+S saves it", async () => {
    const frame = await open();
    const isDirty = (): Promise<unknown> =>
      inPane(frame, "context.workbook.load('isDirty'); await context.sync(); return context.workbook.isDirty;");
    assert.equal(await isDirty(), false);
    await type("C9", "Sở Nội vụ");
    await page.locator(".dirty").waitFor();
    assert.match(await page.title(), /^● /);
    assert.equal(await isDirty(), true);
    await page.keyboard.press("Control+s");
    await page.locator(".clean").waitFor();
    assert.doesNotMatch(await page.title(), /^●/);
    assert.equal(await isDirty(), false);
  });

  it("saves by itself while AutoSave is on", async () => {
    await open();
    await page.getByRole("switch").check();
    await type("C9", "Sở Nội vụ");
    await page.locator(".dirty").waitFor();
    await page.locator(".clean").waitFor();
    assert.equal(await demo("book.saves"), 1);
  });

  it("undoes what was typed, step by step", async () => {
    await open();
    const before = await valueOf("C9");
    await type("C9", "một");
    await type("C9", "hai");
    await page.keyboard.press("Control+z");
    assert.equal(await valueOf("C9"), "một");
    await page.getByRole("button", { name: "Hoàn tác" }).click();
    assert.equal(await valueOf("C9"), before);
  });

  it("answers the pane nothing while a cell is edited, but what waits", async () => {
    const frame = await open();
    await goTo("E8");
    await page.keyboard.press("F2");
    const read = "context.workbook.load('isDirty'); await context.sync(); return 'answered';";
    const code = await frame.evaluate(`Excel.run(async (context) => { ${read} }).catch(({ code }) => code)`);
    assert.equal(code, "InvalidOperationInCellEditMode");
    await frame.evaluate(
      `globalThis.later = "waiting"; Excel.run({ delayForCellEdit: true }, async (context) => { ${read} }).then((answer) => { later = answer; }); 0`,
    );
    await page.waitForTimeout(100);
    assert.equal(await frame.evaluate("later"), "waiting");
    await page.keyboard.type("99");
    await page.keyboard.press("Escape");
    await eventually(async () => assert.equal(await frame.evaluate("later"), "answered"));
    assert.equal(await valueOf("E8"), 350);
  });

  it("goes from cell to cell by the keys of Excel", async () => {
    await open();
    const arrives = async (at: string, ...keys: string[]): Promise<void> => {
      for (const key of keys) await page.keyboard.press(key);
      await eventually(async () => assert.equal(await page.locator("#name-box").inputValue(), at, keys.join(" ")));
    };
    await goTo("E8");
    await arrives("F8", "Tab");
    await arrives("E9", "Shift+Tab", "Enter");
    await arrives("E9:F10", "Shift+ArrowDown", "Shift+ArrowRight");
    await arrives("A10", "Home");
    await arrives("F10", "Control+ArrowRight");
    await arrives("A1:M1", "Control+Home");
    await arrives("A3", "ArrowDown", "ArrowDown");
  });

  it("copies and pastes tables as text", async () => {
    await open();
    const paste = (text: string): Promise<void> =>
      page.evaluate((table) => {
        const data = new (
          globalThis as unknown as { DataTransfer: new () => { setData: (kind: string, text: string) => void } }
        ).DataTransfer();
        data.setData("text/plain", table);
        const page = globalThis as unknown as {
          ClipboardEvent: new (kind: string, about: object) => unknown;
          document: { activeElement: { dispatchEvent: (event: unknown) => void } };
        };
        page.document.activeElement.dispatchEvent(
          new page.ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
        );
      }, text);
    await goTo("E8");
    await paste('1.000\t"a\nb"\r\n2.000\tc\r\n');
    assert.deepEqual(
      [await valueOf("E8"), await valueOf("F8"), await valueOf("E9"), await valueOf("F9")],
      [1000, "a\nb", 2000, "c"],
    );
    assert.equal(await demo("control.copied()"), '1.000\t"a\nb"\r\n2.000\tc');
    await page.keyboard.press("Delete");
    assert.equal(await valueOf("F9"), "");
    await page.keyboard.press("Control+z");
    assert.equal(await valueOf("F9"), "c");
  });

  it("puts rows in and takes them out", async () => {
    await open();
    const before = await valueOf("B9");
    await goTo("B9");
    await page.getByRole("button", { name: "Chèn hàng" }).click();
    assert.deepEqual([await valueOf("B9"), await valueOf("B10")], ["", before]);
    await page.getByRole("button", { name: "Xóa hàng" }).click();
    assert.equal(await valueOf("B9"), before);
  });

  it("follows the pane: what it selects comes into view, what it writes and marks is shown", async () => {
    const frame = await open();
    await inPane(
      frame,
      `const sheet = context.workbook.worksheets.getActiveWorksheet();
       sheet.getRange("E30").values = [[4242]];
       const format = sheet.getRanges("E30,G30").conditionalFormats.add("Custom");
       format.custom.rule.formula = '=N("phuluc:error")=0';
       format.custom.format.fill.color = "#FFC7CE";
       sheet.getRange("E30").select();
       await context.sync();`,
    );
    const cell = page.locator("#active-cell");
    await page.locator('#active-cell[aria-label="E30 4.242"]').waitFor();
    assert.match(
      await page.evaluate("document.getElementById('active-cell').style.backgroundColor"),
      /rgb\(255, 199, 206\)/,
    );
    assert.equal(await page.locator("#name-box").inputValue(), "E30");
    assert.ok(await cell.isVisible());
  });

  it("shows what is merged, and nothing of what is hidden", async () => {
    await open("?workbook=soc-trang-2011-2015.xlsx");
    await page.locator('.cell.merged[aria-colspan="10"]').first().waitFor();
    await demo("user.hidesRows(phulucDemo.book.active.name, 9, 10)");
    await page.locator('[aria-rowindex="10"]').waitFor({ state: "detached" });
    await page.locator('[aria-rowindex="12"]').waitFor();
  });

  it("changes the sheet by its tabs", async () => {
    await open();
    await page.getByRole("tab", { name: "Kế hoạch" }).click();
    await page.locator('[role="tab"][aria-selected="true"]', { hasText: "Kế hoạch" }).waitFor();
    await page.keyboard.press("Tab");
    assert.equal(await demo("book.active.name"), "Kế hoạch");
  });

  it("opens a workbook of the visitor's own, with a new pane", async () => {
    const old = await open();
    await old.evaluate("globalThis.isOld = true");
    await page.setInputFiles('input[type="file"]', FIXTURE);
    await page.locator(".file-name", { hasText: "soc-trang-2011-2015.xlsx" }).waitFor();
    const frame = await paneFrame();
    assert.equal(await frame.evaluate("globalThis.isOld === true"), false);
    assert.match(String(await valueOf("A1")), /PHỤ LỤC/);
  });

  it("says why a file is not opened, and keeps what is open", async () => {
    await open();
    await page.setInputFiles('input[type="file"]', {
      name: "x.xlsx",
      mimeType: "application/octet-stream",
      buffer: Buffer.from("not a workbook"),
    });
    await page.locator(".notice").waitFor();
    assert.match(await page.locator(".notice").innerText(), /tệp/i);
    assert.equal(await demo("book.name"), "vinh-long-2020.xlsx");
  });

  it("puts the sheets of a file behind the others when the pane says so, and hands over a new workbook", async () => {
    const frame = await open("?workbook=");
    const base64 = readFileSync(FIXTURE).toString("base64");
    await inPane(
      frame,
      `context.workbook.insertWorksheetsFromBase64("${base64}", { positionType: "End" }); await context.sync();`,
    );
    await page.getByRole("tab", { name: "Phụ lục" }).click();
    assert.match(String(await valueOf("A1")), /PHỤ LỤC/);
    await frame.evaluate(`Excel.createWorkbook("${base64}")`);
    const [other] = await Promise.all([context.waitForEvent("page"), page.locator(".notice a").click()]);
    await other.locator(".cell", { hasText: "PHỤ LỤC" }).first().waitFor();
  });

  it("leaves nothing in the tab that makes another page take itself for Excel's", async () => {
    await open();
    await page.waitForTimeout(200);
    assert.deepEqual(await page.evaluate("Object.keys(sessionStorage).filter((name) => name === 'hostInfoValue')"), []);
  });

  it("frames the very page that Excel shows", () => {
    const read = (name: string): string => readFileSync(new URL(`addin/${name}`, ROOT), "utf8");
    const withoutLibrary = (html: string): string => html.replace(/^\s*<script src=.*\n/gm, "");
    assert.equal(withoutLibrary(read("demo/pane-demo.html")), withoutLibrary(read("pane/pane.html")));
  });

  for (const colorScheme of ["light", "dark"] as const)
    it(`has nothing that axe objects to, ${colorScheme}`, async () => {
      await page.emulateMedia({ colorScheme });
      await open();
      await type("E8", "12");
      await page.locator('#active-cell[aria-label^="E9"]').waitFor();
      await page.evaluate(AXE);
      const found = (await page.evaluate(
        "axe.run(document, { iframes: false }).then(({ violations }) => violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => ({ html })) })))",
      )) as readonly Violation[];
      assert.deepEqual(found, []);
    });

  it("scrolls 20,000 line items without a task over 50 ms", async () => {
    await open("?large=20000");
    const checked = page.frameLocator("#pane").getByText(/kiểm tra lúc/i);
    await checked.first().waitFor({ timeout: 180_000 });
    // What follows the check is no part of scrolling.
    await page.waitForTimeout(1_000);
    let frames: readonly number[] = [];
    const work = await workDuring(browser, page, async () => {
      frames = (await page.evaluate(`new Promise((done) => {
        const sheet = document.querySelector(".grid-scroll");
        const times = [];
        const scroll = (time) => {
          times.push(time);
          sheet.scrollTop += 120;
          if (times.length < 180) requestAnimationFrame(scroll);
          else done(times.slice(1).map((at, index) => at - times[index]).sort((a, b) => a - b));
        };
        requestAnimationFrame(scroll);
      })`)) as readonly number[];
    });
    const median = frames[Math.floor(frames.length / 2)] ?? 0;
    const longest = work.tasks[0] ?? 0;
    const perFrame = work.totalMs / frames.length;
    console.log(
      `      frames: median ${median.toFixed(1)} ms apart; work a frame ${perFrame.toFixed(1)} ms, longest task ${longest.toFixed(1)} ms`,
    );
    assert.ok(longest < 50, `a task of ${longest.toFixed(0)} ms`);
    assert.ok(perFrame < 1000 / 60, `${perFrame.toFixed(1)} ms of work a frame`);
    assert.ok(Number(await page.evaluate("document.querySelectorAll('.grid-row').length")) < 80);
  });
});
