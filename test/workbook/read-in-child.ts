import { readWorkbookFile } from "../../server/workbook/read.ts";

/** Run as a process of its own, so that its peak of memory is the reader's. */
const started = performance.now();
const read = await readWorkbookFile(process.argv[2] ?? "", ...process.argv.slice(3).map(Number));
const [first] = read.ok ? read.grids : [];
console.log(
  JSON.stringify({
    code: read.ok ? "read" : read.code,
    rows: first?.rows.length ?? 0,
    seconds: (performance.now() - started) / 1000,
    peakMb: process.resourceUsage().maxRSS / 1024,
  }),
);
