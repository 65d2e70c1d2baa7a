/**
 * A consolidated workbook of many line items, written as the service does it: documents read one at a time, the file streamed.
 * Beside it, in the same run: hucre (the fastest writer on npm that we know) and SheetJS writing the same list and nothing
 * else, and the bare compression of our XML. Each in a process that has written before, as a service has.
 */
import { createReadStream, createWriteStream, statSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createInflateRaw, deflateRawSync } from "node:zlib";
import { checkWorkbook } from "../../shared/check.ts";
import { consolidate, type SubmittedVersion } from "../../shared/consolidation.ts";
import { manifestOf, organisation } from "../consolidation/build.ts";
import { inChild, measure, printRow, ratio, shownMs, timeRatio, usualMs, type Measured } from "./measure.ts";
import { largeSheet } from "./sheets.ts";
import { WRITERS, writerOf, type ToWrite, type Writer } from "./writers.ts";
import { zipPartsOf } from "./zip-parts.ts";

const SIZES = [20_000, 1_000_000];
const LINES_OF_ONE = 400;
const WARM_UP_LINES = 800;
/** SheetJS holds every cell; beyond this it needs more memory than a server has to give. */
const MOST_FOR_SHEETJS = 100_000;
const BATCH = 1 << 24;
const LEVEL = 6;
const NAMES: Readonly<Record<Writer, string>> = {
  ours: "**ours**, the whole workbook",
  hucre: "hucre, the list alone",
  sheetjs: "SheetJS, the list alone",
};
const HEADINGS = [
  "line items",
  "writer",
  "time",
  "CPU",
  "to bare deflate",
  "CPU, to bare deflate",
  "to hucre",
  "CPU, to hucre",
  "heap growth",
  "peak RSS",
  "file",
];

async function consolidated(items: number): Promise<ToWrite> {
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
  const organisations = ids.map((id) => organisation(id, { name: `Đơn vị ${id}`, parentId: "bo" }));
  return { consolidation: await consolidate(manifestOf(organisations, { level: "root" }), versions), versions };
}

async function measureWriter(writer: Writer, items: number, path: string): Promise<Measured> {
  const write = await writerOf(writer);
  await write(await consolidated(WARM_UP_LINES), createWriteStream(path));
  const given = await consolidated(items);
  return measure(() => write(given, createWriteStream(path)));
}

interface Deflated {
  readonly ms: number;
  readonly cpuMs: number;
  readonly xmlBytes: number;
}

/** Every part of the workbook through zlib again, some megabytes at a time; the time of taking it apart is not counted. */
async function bareDeflate(path: string): Promise<Deflated> {
  let [ms, cpuMs, xmlBytes] = [0, 0, 0];
  const deflate = (chunks: readonly Buffer[]): void => {
    const xml = Buffer.concat(chunks);
    xmlBytes += xml.length;
    const [begun, cpuBefore] = [performance.now(), process.cpuUsage()];
    deflateRawSync(xml, { level: LEVEL });
    const { user, system } = process.cpuUsage(cpuBefore);
    ms += performance.now() - begun;
    cpuMs += (user + system) / 1_000;
  };
  for (const { start, end } of zipPartsOf(path)) {
    let [batch, held]: [Buffer[], number] = [[], 0];
    for await (const chunk of createReadStream(path, { start, end: end - 1 }).pipe(createInflateRaw())) {
      batch.push(chunk as Buffer);
      held += (chunk as Buffer).length;
      if (held < BATCH) continue;
      deflate(batch);
      [batch, held] = [[], 0];
    }
    deflate(batch);
  }
  return { ms, cpuMs, xmlBytes };
}

const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(0)} MB`;

async function showSize(items: number, folder: string): Promise<void> {
  const script = fileURLToPath(import.meta.url);
  const pathOf = (writer: Writer): string => join(folder, `${writer}.xlsx`);
  const measured = WRITERS.filter((writer) => writer !== "sheetjs" || items <= MOST_FOR_SHEETJS).map((writer) => ({
    writer,
    of: inChild<Measured>(script, [writer, String(items), pathOf(writer)]),
  }));
  const bare = await bareDeflate(pathOf("ours"));
  const peer = measured.find(({ writer }) => writer === "hucre")?.of;
  const name = items.toLocaleString("en-US");
  for (const { writer, of } of measured)
    printRow([
      name,
      NAMES[writer],
      shownMs(usualMs(of)),
      shownMs(of.cpuMs),
      ratio(usualMs(of), bare.ms),
      ratio(of.cpuMs, bare.cpuMs),
      peer ? timeRatio(of, peer) : "–",
      peer ? ratio(of.cpuMs, peer.cpuMs) : "–",
      `${of.heapMb.toFixed(0)} MB`,
      `${of.peakRssMb.toFixed(0)} MB`,
      megabytes(statSync(pathOf(writer)).size),
    ]);
  const deflated = [`bare deflate of our ${megabytes(bare.xmlBytes)} of XML`, shownMs(bare.ms), shownMs(bare.cpuMs)];
  printRow([name, ...deflated, "1.00", "1.00", "", "", "", "", ""]);
}

const [, , asked, count, target] = process.argv;
const writer = WRITERS.find((one) => one === asked);
if (writer && target !== undefined) {
  console.log(JSON.stringify(await measureWriter(writer, Number(count), target)));
} else {
  const folder = await mkdtemp(join(tmpdir(), "phuluc-bench-"));
  printRow(HEADINGS);
  printRow(HEADINGS.map(() => "---"));
  for (const items of SIZES) await showSize(items, folder);
  await rm(folder, { recursive: true });
}
