/** A session's browser in plain words, from what it says of itself. */
import type { Bilingual } from "../../../shared/rule.ts";

const same = (name: string): Bilingual => ({ vi: name, en: name });

/** The first that fits: most say the names of others too. */
const BROWSERS: readonly (readonly [RegExp, Bilingual])[] = [
  [/\bExcel\b|Microsoft Office|MSOffice/i, same("Excel")],
  [/coc_coc_browser/i, same("Cốc Cốc")],
  [/\bEdgA?(iOS)?\//, same("Edge")],
  [/\b(OPR|Opera)\//, same("Opera")],
  [/\b(Firefox|FxiOS)\//, same("Firefox")],
  [/\b(Chrome|CriOS|Chromium|HeadlessChrome)\//, same("Chrome")],
  [/\bVersion\/.*\bSafari\//, same("Safari")],
  // Excel for Mac shows pages in a view that names no browser.
  [/Macintosh.*AppleWebKit(?!.*Safari\/)/, same("Excel")],
];

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/Android/, "Android"],
  [/iPhone|iPad|iPod/, "iOS"],
  [/Windows/, "Windows"],
  [/Macintosh|Mac OS X/, "macOS"],
  [/CrOS/, "ChromeOS"],
  [/Linux/, "Linux"],
];

const UNSAID: Bilingual = { vi: "Không rõ trình duyệt", en: "Unknown browser" };
const OTHER: Bilingual = { vi: "Chương trình khác", en: "Another program" };

/** "Edge, Windows". */
export function nameBrowser(userAgent: string): Bilingual {
  if (userAgent.trim() === "") return UNSAID;
  const browser = BROWSERS.find(([pattern]) => pattern.test(userAgent))?.[1] ?? OTHER;
  const system = SYSTEMS.find(([pattern]) => pattern.test(userAgent))?.[1];
  if (system === undefined) return browser;
  return { vi: `${browser.vi}, ${system}`, en: `${browser.en}, ${system}` };
}
