// All that keeps the code as it should be, two runs at a time: most of them wait for a service, a browser or a database. The longest come first.
import { spawn } from "node:child_process";

const mocha = (...files) => [process.execPath, "node_modules/mocha/bin/mocha.js", ...files];
const script = (name) => ["npm", "run", "-s", name];

const RUNS = [
  mocha("test/addin/*.test.ts"),
  mocha("test/server/[m-z]*.test.ts"),
  mocha("test/server/[a-l]*.test.ts"),
  mocha("test/web/*.test.ts"),
  script("coverage"),
  mocha(
    "test/golden.test.ts",
    "test/conventions.test.ts",
    "test/consolidation/published.test.ts",
    "test/workbook/*.test.ts",
    "test/properties/*.test.ts",
    "test/fuzz/*.test.ts",
  ),
  script("types"),
  script("lint"),
];

/** Its report comes in one piece, when it has ended. */
function run([program, ...given]) {
  const began = Date.now();
  const child = spawn(program, given, { stdio: ["ignore", "pipe", "pipe"] });
  const told = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => told.push(chunk));
  return new Promise((resolve) => {
    child.once("close", (code) => {
      const seconds = String(Math.round((Date.now() - began) / 1000));
      const outcome = code === 0 ? "passed" : `FAILED with ${String(code)}`;
      const report = Buffer.concat(told).toString("utf8");
      process.stdout.write(`\n${report}\n${given.join(" ")}: ${outcome} after ${seconds} s\n`);
      resolve({ name: given.join(" "), code: code ?? 1, report });
    });
  });
}

async function runNext(waiting) {
  const ended = [];
  for (let next = waiting.shift(); next; next = waiting.shift()) ended.push(await run(next));
  return ended;
}

const waiting = [...RUNS];
const ended = (await Promise.all([runNext(waiting), runNext(waiting)])).flat();
const failed = ended.filter(({ code }) => code !== 0);
// Once more at the end, where it is looked for: what failed, and how.
for (const { name, code, report } of failed) {
  const from = report.search(/^\s*\d+ failing$/mu);
  process.stdout.write(`\n${from === -1 ? report.slice(-4000) : report.slice(from, from + 8000)}\n`);
  process.stdout.write(`FAILED with ${String(code)}: ${name}\n`);
}
process.exitCode = failed.length === 0 ? 0 : 1;
