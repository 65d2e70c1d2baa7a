/** The repository's own files, for the tests that keep its conventions. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../", import.meta.url));

/** A file by its path from the root, "shared/rules/number-gap.ts". */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** Every file of code in a folder and below; none where there is no such folder. */
export const sourcesUnder = (folder: string): Source[] =>
  (existsSync(join(ROOT, folder)) ? readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }) : [])
    .map((path) => posix.join(folder, path.replace(/\\/g, "/")))
    .filter((path) => /\.(ts|mjs)$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), "utf8") }));
