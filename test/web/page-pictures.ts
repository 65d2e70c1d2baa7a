/** Pictures of every page: of some for the guide and the README, and with a folder named, of all at three widths. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { startProcess } from "../server/service.ts";
import { findDemoPlaces, PEOPLE, STATES, type DemoPlaces, type PageState, type Who } from "./page-states.ts";
import { visit, type VisitOptions, type Visitor } from "./visitor.ts";

/** State → its picture. */
const IN_THE_GUIDE: Readonly<Record<string, string>> = {
  round: "round.png",
  "submission-cell": "submission.png",
  "upload-findings": "upload.png",
};

const DESK: VisitOptions = { width: 1366, height: 768 };
const DRESSES: readonly (readonly [name: string, options: VisitOptions])[] = [
  ["desk", DESK],
  ["phone", { width: 360, height: 740 }],
  ["wide", { width: 1920, height: 1080 }],
  ["dark", { ...DESK, colorScheme: "dark" }],
  ["forced", { ...DESK, forcedColors: "active" }],
  ["english", { ...DESK, language: "en" }],
];

interface Album {
  /** Where the guide's pictures go. */
  readonly guide: string;
  /** Where all go; null: only those of the guide are taken. */
  readonly folder: string | null;
}

export async function picturePages(browser: Browser, album: Album): Promise<void> {
  const demo = mkdtempSync(join(tmpdir(), "phuluc-pictures-"));
  const service = await startProcess({ DEMO_DIR: demo }, ["demo"]);
  const places = await findDemoPlaces(service.url);
  for (const [dress, options] of album.folder === null ? DRESSES.slice(0, 1) : DRESSES)
    for (const who of Object.keys(PEOPLE) as Who[]) {
      const visitor = await visit(browser, { url: service.url, account: PEOPLE[who] }, options);
      for (const state of STATES.filter((one) => one.who === who))
        await pictureOf(visitor, state, { places, dress, album });
      await visitor.leave();
    }
  await service.stop();
  rmSync(demo, { recursive: true, force: true });
}

interface Taken {
  readonly places: DemoPlaces;
  readonly dress: string;
  readonly album: Album;
}

async function pictureOf(
  visitor: Visitor,
  { name, path, then }: PageState,
  { places, dress, album }: Taken,
): Promise<void> {
  const { guide, folder } = album;
  const file = dress === "desk" ? IN_THE_GUIDE[name] : undefined;
  if (folder === null && file === undefined) return;
  await visitor.goTo(path(places));
  await then?.(visitor);
  // Charts are drawn after the page.
  await visitor.page.waitForTimeout(700);
  if (file !== undefined) await visitor.page.screenshot({ path: join(guide, file) });
  if (folder === null) return;
  await visitor.page.screenshot({ path: join(folder, `page-${name}-${dress}.png`), fullPage: dress !== "desk" });
}
