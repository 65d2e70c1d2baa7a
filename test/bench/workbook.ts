/**
 * A consolidated workbook of many line items, written as the service does it: documents read one at a time, the file streamed.
 * Beside it, in the same run: SheetJS writing the same list, and the bare compression of the same XML. Each in its own process.
 */
import { execFileSync } from "node:child_process";
import { createReadStream, createWriteStream, openSync, readSync, statSync, closeSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { constants, createDeflateRaw, createInflateRaw } from "node:zlib";
import { utils, write } from "@e965/xlsx";
import { writeConsolidation } from "../../server/workbook/write-consolidation.ts";
import { checkWorkbook } from "../../shared/check.ts";
import { consolidate, lineReader, type SubmittedVersion } from "../../shared/consolidation.ts";
import { manifestOf, organisation } from "../consolidation/build.ts";
import { largeSheet } from "./sheets.ts";

const LINES_OF_ONE = 400;
/** SheetJS holds every cell; beyond this it needs more memory than a server has to give. */
const MOST_FOR_SHEETJS = 100_000;

interface Measured {
  readonly seconds: number;
  readonly heapMb: number;
  readonly rssMb: number;
}

function submissions(items: number): { ids: readonly string[]; versions: () => Generator<SubmittedVersion> } {
  const { plan, sheets } = checkWorkbook([largeSheet(LINES_OF_ONE)]);
  const appendices = sheets.flatMap(({ appendix }) => appendix ?? []);
  const document = JSON.stringify({ plan, appendices, findings: [], explanations: [] });
  const ids = Array.from({ length: Math.ceil(items / LINES_OF_ONE) }, (_, index) => `don-vi-${String(index + 1)}`);
  function* versions(): Generator<SubmittedVersion> {
    for (const organisationId of ids)
      yield {
        ...(JSON.parse(document) as Omit<SubmittedVersion, "organisationId" | "version">),
        organisationId,
        version: 1,
      };
  }
  return { ids, versions };
}

const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024);

/** Growth over what was there before, sampled while it runs. */
async function measure(run: () => Promise<void>): Promise<Measured> {
  globalThis.gc?.();
  const used = (): number => {
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  const before = used();
  let most = before;
  const sampler = setInterval(() => (most = Math.max(most, used())), 50);
  const start = performance.now();
  await run();
  const seconds = (performance.now() - start) / 1_000;
  clearInterval(sampler);
  most = Math.max(most, used());
  return { seconds, heapMb: megabytes(most - before), rssMb: Math.round(process.resourceUsage().maxRSS / 1024) };
}

async function ours(items: number, path: string): Promise<void> {
  const { ids, versions } = submissions(items);
  const manifest = manifestOf(
    ids.map((id) => organisation(id, { name: `Đơn vị ${id}`, parentId: "bo" })),
    { level: "root" },
  );
  const consolidation = await consolidate(manifest, versions);
  await writeConsolidation({ consolidation, versions }, { unit: "million" }, createWriteStream(path));
}

async function sheetJs(items: number, path: string): Promise<void> {
  const { ids, versions } = submissions(items);
  const manifest = manifestOf(ids.map((id) => organisation(id)));
  const consolidation = await consolidate(manifest, versions);
  const linesOf = lineReader(consolidation);
  const rows: unknown[][] = [];
  for (const version of versions())
    for (const line of linesOf(version)) {
      const { organisationId, sections, number, name, leadAgency, period, fundingText, planNumber, sheet, cell } = line;
      rows.push([
        organisationId,
        sections,
        number,
        name,
        leadAgency,
        period,
        fundingText,
        ...line.amounts,
        planNumber,
        sheet,
        cell,
      ]);
    }
  const book = utils.book_new(utils.aoa_to_sheet(rows), "Danh mục");
  const bytes = write(book, { type: "buffer", bookType: "xlsx", compression: true }) as Buffer;
  await pipeline([bytes], createWriteStream(path));
}

interface Entry {
  readonly start: number;
  readonly end: number;
}

/** Where each part's compressed bytes lie, by the zip's directory (with its 64-bit form for large files). */
function entriesOf(path: string): readonly Entry[] {
  const file = openSync(path, "r");
  const at = (start: number, length: number): Buffer => {
    const bytes = Buffer.alloc(length);
    readSync(file, bytes, 0, length, start);
    return bytes;
  };
  const { size } = statSync(path);
  const tail = at(size - Math.min(size, 4096), Math.min(size, 4096));
  const end = tail.lastIndexOf("PK\u0005\u0006", undefined, "latin1");
  const wide = tail.lastIndexOf("PK\u0006\u0006", undefined, "latin1");
  const [length, start] =
    wide >= 0
      ? [Number(tail.readBigUInt64LE(wide + 40)), Number(tail.readBigUInt64LE(wide + 48))]
      : [tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)];
  const directory = at(start, length);
  const entries: Entry[] = [];
  for (let place = 0; place < directory.length;) {
    const [name, extra, comment] = [28, 30, 32].map((field) => directory.readUInt16LE(place + field));
    const packed = directory.readUInt32LE(place + 20);
    const header = directory.readUInt32LE(place + 42);
    const wideFields = directory.subarray(place + 46 + (name ?? 0), place + 46 + (name ?? 0) + (extra ?? 0));
    const isWide = packed === 0xffffffff || directory.readUInt32LE(place + 24) === 0xffffffff;
    const skipped = directory.readUInt32LE(place + 24) === 0xffffffff ? 8 : 0;
    const bytes = isWide && packed === 0xffffffff ? Number(wideFields.readBigUInt64LE(4 + skipped)) : packed;
    const local = at(header, 30);
    const from = header + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
    if (bytes > 0) entries.push({ start: from, end: from + bytes - 1 });
    place += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  closeSync(file);
  return entries;
}

const nowhere = (): Writable =>
  new Writable({
    write: (_chunk, _encoding, done) => {
      done();
    },
  });

/** Every part of the workbook through zlib again at level 6; the time of taking it apart is not counted. */
async function bareZip(path: string): Promise<{ seconds: number; xmlMb: number }> {
  let bytes = 0;
  const pass = async (again: boolean): Promise<number> => {
    const begin = performance.now();
    for (const { start, end } of entriesOf(path)) {
      const inflate = createInflateRaw({ chunkSize: 1 << 16, finishFlush: constants.Z_SYNC_FLUSH });
      inflate.on("data", (chunk: Buffer) => (bytes += again ? 0 : chunk.length));
      const source = createReadStream(path, { start, end });
      if (again) await pipeline(source, inflate, createDeflateRaw({ level: 6, chunkSize: 1 << 16 }), nowhere());
      else await pipeline(source, inflate, nowhere());
    }
    return (performance.now() - begin) / 1_000;
  };
  const apart = await pass(false);
  const both = await pass(true);
  return { seconds: Math.max(both - apart, 0.001), xmlMb: megabytes(bytes) };
}

const [, , writer, count, target] = process.argv;
if (writer && target) {
  const run = writer === "ours" ? ours : sheetJs;
  console.log(JSON.stringify(await measure(() => run(Number(count), target))));
} else {
  await compare();
}

function inChild(name: string, items: number, path: string): Measured {
  const args = ["--expose-gc", "--import", "tsx", fileURLToPath(import.meta.url), name, String(items), path];
  const out = execFileSync(process.execPath, args, { encoding: "utf8", maxBuffer: 1 << 24 });
  return JSON.parse(out.trim().split("\n").pop() ?? "{}") as Measured;
}

async function compare(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "phuluc-bench-"));
  console.log(
    "| line items | writer | time (s) | heap growth (MB) | peak RSS (MB) | file (MB) | XML (MB) | to bare zip | to SheetJS |",
  );
  console.log("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
  for (const items of [20_000, 1_000_000]) {
    const path = join(folder, `${String(items)}.xlsx`);
    const own = inChild("ours", items, path);
    const zip = await bareZip(path);
    const peer = items <= MOST_FOR_SHEETJS ? inChild("sheetjs", items, join(folder, "peer.xlsx")) : null;
    const name = items.toLocaleString("en-US");
    const ratio = (a: number, b: number): string => (a / b).toFixed(2);
    const file = megabytes(statSync(path).size);
    console.log(
      `| ${name} | ours | ${own.seconds.toFixed(1)} | ${String(own.heapMb)} | ${String(own.rssMb)} | ${String(file)} | ${String(zip.xmlMb)} | ${ratio(own.seconds, zip.seconds)} | ${peer ? ratio(own.seconds, peer.seconds) : "–"} |`,
    );
    console.log(`| ${name} | bare zip | ${zip.seconds.toFixed(1)} | | | | | 1.00 | |`);
    if (peer)
      console.log(
        `| ${name} | SheetJS, the list alone | ${peer.seconds.toFixed(1)} | ${String(peer.heapMb)} | ${String(peer.rssMb)} | | | ${ratio(peer.seconds, zip.seconds)} | 1.00 |`,
      );
  }
  await rm(folder, { recursive: true });
}
