/** The user's guide: the build made HTML of docs/huong-dan.md, with its pictures beside it. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { keepFile, type KeptFile } from "./kept-file.ts";
import { isMissing } from "./page-files.ts";
import { printPage } from "./plain-page.ts";

export interface Guide {
  /** Null where nothing was built. */
  readonly page: KeptFile | null;
  /** By name, "ngan-kiem-tra.png". */
  readonly pictures: ReadonlyMap<string, KeptFile>;
}

/** Whoever came from elsewhere finds the way back. */
const WAYS = [
  { to: "/", name: { vi: "Phụ Lục", en: "Start" } },
  { to: "/dot", name: { vi: "Các đợt", en: "Rounds" } },
  { to: "/quy-tac", name: { vi: "Danh mục quy tắc", en: "Rules" } },
] as const;

const AN_HOUR = "public, max-age=3600";

/** @param folder with huong-dan.html and the folder pictures */
export function readGuide(folder: string): Guide {
  const content = orNull(() => readFileSync(join(folder, "huong-dan.html"), "utf8"));
  const names = orNull(() => readdirSync(join(folder, "pictures"))) ?? [];
  return {
    page:
      content === null
        ? null
        : keepFile(
            Buffer.from(printPage({ title: "Hướng dẫn sử dụng Phụ Lục", content, ways: WAYS })),
            "text/html; charset=utf-8",
          ),
    pictures: new Map(
      names
        .filter((name) => name.endsWith(".png"))
        .map((name) => [name, keepFile(readFileSync(join(folder, "pictures", name)), "image/png", AN_HOUR)]),
    ),
  };
}

function orNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch (trouble) {
    if (isMissing(trouble)) return null;
    throw trouble;
  }
}
