/** Microsoft's office.js as its npm package has it, for networks that don't reach Microsoft's: unmodified, its dist folder only. */
import { readdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { etagOf, mediaTypeOf, type KeptFile } from "./kept-file.ts";
import { isMissing } from "./page-files.ts";

/** Where the service serves it. */
export const OFFICE_JS_PATH = "/office-js/office.js";

export interface OfficeLibrary {
  /** "excel-win32-16.01.js" → it; null for what is not in the package. */
  readonly read: (name: string) => Promise<KeptFile | null>;
}

/** The package changes only with its version, which its addresses don't tell. */
const A_DAY = "public, max-age=86400";

/** Null where the package is not installed. */
export function findOfficeLibrary(folder = installedFolder()): OfficeLibrary | null {
  if (folder === null) return null;
  const names = new Set(listFiles(join(folder, "dist")));
  if (!names.has("office.js")) return null;
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string };
  return {
    read: async (name) => {
      const mediaType = mediaTypeOf(name);
      if (mediaType === null || !names.has(name)) return null;
      const bytes = await readFile(join(folder, "dist", name));
      return { bytes, mediaType, etag: etagOf(`${version} ${name}`), cacheControl: A_DAY };
    },
  };
}

function installedFolder(): string | null {
  try {
    return dirname(createRequire(import.meta.url).resolve("@microsoft/office-js/package.json"));
  } catch {
    return null;
  }
}

function listFiles(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => name.replaceAll("\\", "/"));
  } catch (trouble) {
    if (isMissing(trouble)) return [];
    throw trouble;
  }
}
