/** axe-core on every page, light and dark; and a look at each on a phone, where none may be wider than the window. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { startChromium } from "../addin/chromium.ts";
import { violationsIn } from "../addin/axe.ts";
import { startProcess, type ServiceProcess } from "../server/service.ts";
import { findDemoPlaces, PEOPLE, STATES, type DemoPlaces, type Who } from "./page-states.ts";
import { assertNotTooWide, visit } from "./visitor.ts";

const PHONE = { width: 360, height: 740 };
const DESK = { width: 1366, height: 768 };

describe("the pages", () => {
  const folder = mkdtempSync(join(tmpdir(), "phuluc-pages-"));
  let browser: Browser;
  let service: ServiceProcess;
  let places: DemoPlaces;
  before(async function () {
    browser = await startChromium(this);
    service = await startProcess({ DEMO_DIR: folder }, ["demo"]);
    places = await findDemoPlaces(service.url);
  });
  after(async () => {
    await browser?.close();
    await service?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const who of Object.keys(PEOPLE) as Who[])
    it(`of ${who === "nobody" ? who : `the ${who}`} are without a violation, and fit on a phone`, async () => {
      const visitor = await visit(browser, { url: service.url, account: PEOPLE[who] });
      const { page } = visitor;
      const found: string[] = [];
      for (const state of STATES.filter((one) => one.who === who)) {
        await visitor.goTo(state.path(places));
        await page.getByText(state.sees).filter({ visible: true }).first().waitFor();
        await state.then?.(visitor);
        for (const colorScheme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme });
          const violations = await violationsIn(page.mainFrame());
          found.push(...violations.map((violation) => `${state.name}, ${colorScheme}: ${violation}`));
        }
        await page.emulateMedia({ colorScheme: "light" });
        await page.setViewportSize(PHONE);
        await assertNotTooWide(visitor);
        await page.setViewportSize(DESK);
        found.push(...visitor.complaints().map((complaint) => `${state.name}: ${complaint}`));
      }
      await visitor.leave();
      assert.deepEqual(found, []);
    });
});
