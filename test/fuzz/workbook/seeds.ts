/** Real workbooks to change: our fixtures, and a choice of the published ones where they are at hand. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Random } from "../random.ts";
import { makeOddWorkbook } from "./make-sheet.ts";
import { takeApart } from "./package.ts";

const FOLDERS = ["../../fixtures/", "../../fixtures/workbooks-odd/", "../../../../shared/workbooks/"];
const LARGEST = 14_000;
const LARGEST_UNPACKED = 90_000;
const MADE = 40;

const filesUnder = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((name) => /\.xls[xm]$/.test(name))
        .sort()
        .map((name) => folder + name)
    : [];

/** Small ones: a change in a large one costs more and reaches no more. */
const isSmall = (bytes: Buffer): boolean => {
  if (bytes.length > LARGEST) return false;
  const size = takeApart(bytes)?.reduce((sum, { content }) => sum + content.length, 0) ?? 0;
  return size <= LARGEST_UNPACKED;
};

let kept: readonly Buffer[] | null = null;

export function seedWorkbooks(): readonly Buffer[] {
  if (kept) return kept;
  const random = new Random(1);
  const real = FOLDERS.flatMap((folder) => filesUnder(fileURLToPath(new URL(folder, import.meta.url))))
    .map((path) => readFileSync(path))
    .filter(isSmall);
  kept = [...real, ...Array.from({ length: MADE }, () => makeOddWorkbook(random))];
  return kept;
}
