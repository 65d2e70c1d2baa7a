/** The files of the pane and of the pages beside it, as the build left them in one folder. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { escape } from "../docs/escape.ts";
import { ASK_EACH_TIME, keepFile, mediaTypeOf, type KeptFile } from "./kept-file.ts";

export interface PageFile extends KeptFile {
  /** Of a page: it loads office.js from where the settings say. */
  readonly loadsOffice: boolean;
}

/** By name, "icons/check-32.png". Nothing else is ever served, whatever is asked for. */
export type PageFiles = ReadonlyMap<string, PageFile>;

const A_YEAR = "public, max-age=31536000, immutable";
/** Office fetches icons from elsewhere, and none that may not be kept. */
const A_DAY = "public, max-age=86400";

/** The bundler names what it splits off by its content. */
const IS_HASHED = /-[A-Z0-9]{8}\.(js|css)$/;
const IS_ICON = /^icons\//;

/** What a page says in place of the library's address. */
const OFFICE_JS = "%OFFICE_JS%";

/** An empty map where nothing was built. */
export function readPageFiles(folder: string, officeJsUrl: string): PageFiles {
  const files = new Map<string, PageFile>();
  for (const name of namesIn(folder)) {
    const mediaType = mediaTypeOf(name);
    if (mediaType !== null) files.set(name, readPageFile(join(folder, name), { name, mediaType, officeJsUrl }));
  }
  return files;
}

function readPageFile(
  path: string,
  { name, mediaType, officeJsUrl }: { name: string; mediaType: string; officeJsUrl: string },
): PageFile {
  const bytes = readFileSync(path);
  const loadsOffice = mediaType.startsWith("text/html") && bytes.includes(OFFICE_JS);
  const content = loadsOffice ? Buffer.from(bytes.toString("utf8").replaceAll(OFFICE_JS, escape(officeJsUrl))) : bytes;
  return { ...keepFile(content, mediaType, cacheControlOf(name)), loadsOffice };
}

const cacheControlOf = (name: string): string => {
  if (IS_HASHED.test(name)) return A_YEAR;
  return IS_ICON.test(name) ? A_DAY : ASK_EACH_TIME;
};

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, "/").length))
      .map((name) => name.replaceAll("\\", "/"));
  } catch (trouble) {
    if (isMissing(trouble)) return [];
    throw trouble;
  }
}

export const isMissing = (trouble: unknown): boolean =>
  trouble instanceof Error && "code" in trouble && (trouble.code === "ENOENT" || trouble.code === "ENOTDIR");
