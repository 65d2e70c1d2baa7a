/** In a thread of its own: what does not end is kept and told, and the process with it is ended. */
import { writeFileSync, writeSync } from "node:fs";
import { workerData } from "node:worker_threads";

const { clock, bytes, folder, mostMs } = workerData;
const [since, length, turn] = [
  new Float64Array(clock, 0, 1),
  new Int32Array(clock, 8, 1),
  new Int32Array(clock, 12, 1),
];

setInterval(() => {
  const [began, tried, size] = [since[0], turn[0], length[0]];
  if (began === 0 || Date.now() - began < mostMs || turn[0] !== tried) return;
  const path = `${folder}hang-${String(began)}.bin`;
  writeFileSync(path, Buffer.from(bytes, 0, size));
  writeSync(2, `\nno end after ${String(mostMs / 1000)} s; the case is in ${path}\n`);
  process.kill(process.pid, "SIGKILL");
}, 1_000);
