/** The built checking thread in a thread of Node: the script as browsers get it, with the two names of a worker that it uses. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { buildScript } from "../../addin/build.mjs";
import type { FromThread, StartThread, ToThread } from "../../addin/checking/protocol.ts";

const SELF = `
const { parentPort } = require("node:worker_threads");
globalThis.self = { postMessage: (message) => parentPort.postMessage(message) };
parentPort.on("message", (data) => self.onmessage({ data }));
`;

export interface Recorded {
  readonly start: StartThread;
  readonly sent: ToThread[];
  readonly heard: FromThread[];
  readonly threads: Worker[];
}

/** What is sent and heard is noted down; every thread started is kept, so that a test can end it. */
export function recordThreads(script: string): Recorded {
  const recorded: Recorded = { start: startThread, sent: [], heard: [], threads: [] };
  function startThread(listener: Parameters<StartThread>[0]): ReturnType<StartThread> {
    const worker = new Worker(SELF + script, { eval: true, execArgv: [] });
    recorded.threads.push(worker);
    worker.on("message", (message: FromThread) => {
      recorded.heard.push(message);
      listener.hear(message);
    });
    worker.on("error", (error) => {
      listener.die(String(error));
    });
    worker.on("exit", () => {
      listener.die("it ended");
    });
    return {
      post: (message) => {
        recorded.sent.push(message);
        worker.postMessage(message);
      },
      stop: () => void worker.terminate(),
    };
  }
  return recorded;
}

export interface BuiltThread {
  readonly script: string;
  /** The files that it is made of. */
  readonly inputs: readonly string[];
}

export async function buildThread(): Promise<BuiltThread> {
  const outdir = mkdtempSync(join(tmpdir(), "phuluc-thread-"));
  try {
    const { metafile } = await buildScript("check-thread", outdir);
    return { script: readFileSync(join(outdir, "check-thread.js"), "utf8"), inputs: Object.keys(metafile.inputs) };
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}
