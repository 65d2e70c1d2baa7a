/**
 * Workbook files of 300, 20,000 and 200,000 line items, read: the bare inflation of all parts, our reader, hucre (the fastest
 * reader on npm that we know) and SheetJS, each in a process of its own. Then every cell that hucre and we read is compared.
 */
import { readFileSync, statSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inChild, measure, printRow, ratio, shownMs, timeRatio, type Measured } from "./measure.ts";
import { cellsOfHucre, cellsOfOurs, openReader, READERS, type Reader } from "./readers.ts";

const SIZES = [300, 20_000, 200_000];
const NAMES: Readonly<Record<Reader, string>> = {
  inflate: "bare inflate",
  ours: "**ours**",
  hucre: "hucre",
  sheetjs: "SheetJS",
};
const HEADINGS = [
  "line items",
  "reader",
  "first",
  "median",
  "CPU of the first",
  "to bare inflate",
  "to hucre",
  "CPU, to hucre",
  "peak RSS",
  "to hucre",
];

interface Difference {
  readonly cells: number;
  readonly formulas: number;
  readonly differ: number;
  readonly examples: readonly string[];
}

async function compare(path: string): Promise<Difference> {
  const bytes = readFileSync(path);
  const [own, other] = [await cellsOfOurs(bytes), await cellsOfHucre(bytes)];
  const examples: string[] = [];
  for (const address of new Set([...own.keys(), ...other.keys()]))
    if (own.get(address) !== other.get(address))
      examples.push(`${address}: ${own.get(address) ?? "nothing"} / ${other.get(address) ?? "nothing"}`);
  const formulas = [...own.values()].filter((text) => !text.endsWith(" =")).length;
  return { cells: own.size, formulas, differ: examples.length, examples: examples.slice(0, 5) };
}

const script = fileURLToPath(import.meta.url);

function showReaders(items: number, path: string): void {
  const measured = READERS.map((reader) => ({ reader, of: inChild<Measured>(script, [reader, path]) }));
  const [bare, , peer] = measured.map(({ of }) => of);
  if (!bare || !peer) return;
  for (const { reader, of } of measured)
    printRow([
      items.toLocaleString("en-US"),
      NAMES[reader],
      shownMs(of.firstMs),
      shownMs(of.medianMs),
      shownMs(of.cpuMs),
      timeRatio(of, bare),
      timeRatio(of, peer),
      ratio(of.cpuMs, peer.cpuMs),
      `${of.peakRssMb.toFixed(0)} MB`,
      ratio(of.peakRssMb, peer.peakRssMb),
    ]);
}

function showDifference(items: number, path: string): void {
  const { cells, formulas, differ, examples } = inChild<Difference>(script, ["compare", path]);
  const counts = [items, cells, formulas].map((count) => count.toLocaleString("en-US"));
  const megabytes = (statSync(path).size / 1024 / 1024).toFixed(1);
  const [itemsText = "", cellsText = "", formulasText = ""] = counts;
  console.log(
    `${itemsText} line items, ${megabytes} MB: of ${cellsText} cells with ${formulasText} formulas hucre reads ${String(differ)} otherwise ${examples.join("; ")}`,
  );
}

async function showAll(): Promise<void> {
  const { writeWorkbookFile } = await import("./workbook-file.ts");
  const folder = await mkdtemp(join(tmpdir(), "phuluc-bench-"));
  const files = SIZES.map((items) => [items, join(folder, `${String(items)}.xlsx`)] as const);
  for (const [items, path] of files) await writeWorkbookFile(path, items);
  printRow(HEADINGS);
  printRow(HEADINGS.map(() => "---"));
  for (const file of files) showReaders(...file);
  console.log("");
  for (const file of files) showDifference(...file);
  await rm(folder, { recursive: true });
}

const [, , asked, target] = process.argv;
const reader = READERS.find((one) => one === asked);
if (reader && target !== undefined)
  console.log(JSON.stringify(await measure(await openReader(reader, target, readFileSync(target)))));
else if (asked === "compare" && target !== undefined) console.log(JSON.stringify(await compare(target)));
else await showAll();
