/** `npm run pictures`: the pictures of the guide and the README, and with a folder named, of every state of the pane and every page in it. */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium, type Browser } from "playwright-core";
import { CHROMIUM_ARGUMENTS, findChromium } from "./addin/chromium.ts";
import { openDesk, STATES } from "./addin/pane-states.ts";
import { walk, type WalkOptions } from "./addin/walk.ts";
import { startProcess } from "./server/service.ts";
import { picturePages } from "./web/page-pictures.ts";

const PICTURES = fileURLToPath(new URL("../docs/pictures/", import.meta.url));

/** State → the picture it gives; `page`: with the sheet beside it. */
const IN_THE_GUIDE: Readonly<Record<string, { readonly file: string; readonly of: "page" | "pane" }>> = {
  error: { file: "demo.png", of: "page" },
  fix: { file: "fix.png", of: "pane" },
  receipt: { file: "receipt.png", of: "pane" },
};

const [folder] = process.argv.slice(2);
const LIGHT: WalkOptions = {};
const DRESSES: readonly (readonly [name: string, options: WalkOptions])[] =
  folder === undefined
    ? [["light", LIGHT]]
    : [
        ["light", LIGHT],
        ["dark", { colorScheme: "dark" }],
        ["forced", { forcedColors: "active" }],
        ["english", { language: "en" }],
      ];

async function picture(browser: Browser, [dress, options]: (typeof DRESSES)[number]): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), "phuluc-pictures-"));
  const service = await startProcess({ DATA_DIR: data });
  try {
    const desk = await openDesk(service);
    const officer = await walk(browser, service.url, options);
    const pane = officer.page.locator("#pane");
    for (const { name, show } of options.language === "en" ? STATES.slice(0, 1) : STATES) {
      await show(officer, desk);
      const { file, of } = IN_THE_GUIDE[name] ?? { file: "", of: "pane" as const };
      if (dress === "light" && file !== "")
        await (of === "page" ? officer.page : pane).screenshot({ path: join(PICTURES, file) });
      if (folder !== undefined) await pane.screenshot({ path: join(folder, `${name}-${dress}.png`) });
    }
    await officer.context.close();
  } finally {
    await service.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

mkdirSync(PICTURES, { recursive: true });
if (folder !== undefined) mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: findChromium(), args: [...CHROMIUM_ARGUMENTS] });
try {
  for (const dress of DRESSES) await picture(browser, dress);
  await picturePages(browser, { guide: PICTURES, folder: folder ?? null });
} finally {
  await browser.close();
}
