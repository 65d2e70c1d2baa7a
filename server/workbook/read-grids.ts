/** A workbook's bytes → its sheets. */
import type { Grid } from "../../shared/grid.ts";
import type { BookKey } from "./reading/cell-values.ts";
import { readNumberFormats } from "./reading/number-formats.ts";
import { checkPackage } from "./package-check.ts";
import { LIMITS, type RefusalCode } from "./refusals.ts";
import { scanSheet } from "./reading/scan-sheet.ts";
import type { WorkbookPackage } from "./workbook-package.ts";
import type { WorkbookParts } from "./workbook-parts.ts";
import { readSharedStrings } from "./reading/shared-strings.ts";
import { XmlTags } from "./reading/xml-tags.ts";

export type GridsResult =
  | { readonly ok: true; readonly grids: readonly Grid[] }
  | { readonly ok: false; readonly code: RefusalCode; readonly sheet?: string };

function readBook(zip: WorkbookPackage, parts: WorkbookParts): BookKey | RefusalCode {
  const texts = readSharedStrings(new XmlTags(zip.readUtf8(parts.sharedStrings)));
  if (typeof texts === "string") return zip.trouble ?? texts;
  const formats = readNumberFormats(new XmlTags(zip.readUtf8(parts.styles)));
  if (typeof formats === "string") return zip.trouble ?? formats;
  return { texts, formats, from1904: parts.from1904 };
}

export function readGrids(bytes: Buffer, fileName: string): GridsResult {
  const checked = checkPackage(bytes, fileName);
  if (!checked.ok) return checked;
  const { zip, parts } = checked;
  if (parts.sheets.length === 0) return { ok: false, code: "no-worksheet" };
  const book = readBook(zip, parts);
  if (typeof book === "string") return { ok: false, code: book };
  const grids: Grid[] = [];
  let characters = 0;
  for (const { name, hidden, part } of parts.sheets) {
    // One after the other, so that only one sheet is in memory as it came.
    const scan = scanSheet(zip.readUtf8(part), book);
    if (zip.trouble) return { ok: false, code: zip.trouble };
    if (!scan.ok) return { ok: false, code: scan.code, sheet: name };
    characters += scan.characters;
    if (characters > LIMITS.characters) return { ok: false, code: "too-much-text" };
    grids.push({ name, hidden, ...scan.sheet });
  }
  return { ok: true, grids };
}

/** A file that no one has thought of is refused like any that breaks the format, and does not end the thread for the others. */
export function readSafely(bytes: Buffer, fileName: string): GridsResult {
  try {
    return readGrids(bytes, fileName);
  } catch {
    return { ok: false, code: "damaged" };
  }
}
