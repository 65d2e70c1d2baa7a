/** axe-core on every state of the pane, 320 px wide, in every dress; and on the trial page around it. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterDrawing } from "../after-drawing.ts";
import { startProcess, type ServiceProcess } from "../server/service.ts";
import { violationsIn } from "./axe.ts";
import { startChromium } from "./chromium.ts";
import { openDesk, STATES } from "./pane-states.ts";
import { walk, type WalkOptions } from "./walk.ts";

const DRESSES: readonly (readonly [name: string, options: WalkOptions])[] = [
  ["light", {}],
  ["dark", { colorScheme: "dark" }],
  ["forced colours", { forcedColors: "active" }],
  ["forced colours on dark", { colorScheme: "dark", forcedColors: "active" }],
];

describe("accessibility", () => {
  let browser: Browser;
  before(async function () {
    browser = await startChromium(this);
  });
  after(async () => {
    await browser?.close();
  });

  for (const [name, options] of DRESSES) {
    describe(`in ${name}`, () => {
      const folder = mkdtempSync(join(tmpdir(), "phuluc-axe-"));
      let service: ServiceProcess;
      before(async () => {
        service = await startProcess({ DATA_DIR: folder });
      });
      after(async () => {
        await service?.stop();
        rmSync(folder, { recursive: true, force: true });
      });

      it("every state of the pane, and the page around it, is without a violation", async () => {
        const desk = await openDesk(service);
        const officer = await walk(browser, service.url, options);
        const width = await officer.pane.evaluate(() => (globalThis as unknown as { innerWidth: number }).innerWidth);
        assert.ok(width <= 320, `the pane is ${String(width)} px wide`);
        const found: string[] = [];
        for (const { name: state, show } of STATES) {
          await show(officer, desk);
          found.push(...(await violationsIn(officer.pane)).map((violation) => `${state}: ${violation}`));
          await afterDrawing(officer.pane);
          const isTooWide = await officer.pane.evaluate(() => {
            const { scrollWidth, clientWidth } = (
              globalThis as unknown as { document: { documentElement: { scrollWidth: number; clientWidth: number } } }
            ).document.documentElement;
            return scrollWidth > clientWidth;
          });
          if (isTooWide) found.push(`${state}: wider than the pane`);
        }
        found.push(...(await violationsIn(officer.page.mainFrame())).map((violation) => `page: ${violation}`));
        assert.deepEqual(found, []);
        assert.deepEqual(officer.crashes, []);
        await officer.context.close();
      });
    });
  }
});
