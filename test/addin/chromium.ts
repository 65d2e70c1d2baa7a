/** A headless Chromium for tests of what runs in a page. */
import { existsSync } from "node:fs";
import type { Context } from "mocha";
import { chromium, type Browser } from "playwright-core";

/** CHROMIUM names another one. */
const PLACES = [
  process.env["CHROMIUM"] ?? "",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

/** What asks the network by itself is off. */
export const CHROMIUM_ARGUMENTS: readonly string[] = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** @throws where there is none */
export function findChromium(): string {
  const found = PLACES.find((place) => place !== "" && existsSync(place));
  if (found === undefined) throw new Error("no Chromium is found; CHROMIUM names one");
  return found;
}

/** Skips where there is no Chromium; fails where all tests must run. Whoever starts it closes it. */
export async function startChromium(test: Context): Promise<Browser> {
  const isMissing = !PLACES.some((place) => place !== "" && existsSync(place));
  if (isMissing && process.env["PHULUC_REQUIRE_ALL"] !== "1") return test.skip();
  return chromium.launch({ executablePath: findChromium(), args: [...CHROMIUM_ARGUMENTS], timeout: 120_000 });
}
