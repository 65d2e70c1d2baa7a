import { readFile, stat } from "node:fs/promises";
import { Worker } from "node:worker_threads";
import type { Grid, GridRow } from "../../shared/grid.ts";
import type { ReadReply } from "./read-worker.ts";
import { LIMITS, refuse, type Refusal, type RefusalCode } from "./refusals.ts";

export type WorkbookRead = { readonly ok: true; readonly grids: readonly Grid[] } | Refusal;

const DISK_TROUBLES: Readonly<Record<string, RefusalCode>> = {
  ENOENT: "not-found",
  ENOTDIR: "not-found",
  ENAMETOOLONG: "not-found",
  ERR_INVALID_ARG_VALUE: "not-found",
  EISDIR: "not-a-file",
  EACCES: "no-permission",
  EPERM: "no-permission",
  EBUSY: "file-in-use",
};

const errorCode = (trouble: unknown): string =>
  trouble instanceof Error && "code" in trouble && typeof trouble.code === "string" ? trouble.code : "";

/** A worker that has answered serves the next file too; starting one costs some 300 ms. */
let idle: Worker | null = null;

/** The built worker lies beside the bundle; from source, tsx has to be started anew in each thread. */
const WORKER = import.meta.url.endsWith(".ts") ? "./read-worker-from-source.mjs" : "./read-worker.js";

function startWorker(): Worker {
  const worker = new Worker(new URL(WORKER, import.meta.url), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: LIMITS.memoryMb },
  });
  // A worker may still fail while it is being stopped; without a listener that would end the process.
  worker.on("error", () => undefined);
  worker.once("exit", () => {
    if (idle === worker) idle = null;
  });
  return worker;
}

function takeWorker(): Worker {
  const worker = idle ?? startWorker();
  idle = null;
  worker.ref();
  return worker;
}

function giveBack(worker: Worker): void {
  if (idle) {
    void worker.terminate();
    return;
  }
  worker.unref();
  idle = worker;
}

/** Puts the worker's replies together; gives the result with the last of them, null before. */
function collectGrids(): (reply: ReadReply) => WorkbookRead | null {
  const grids: Grid[] = [];
  let rows: GridRow[] = [];
  return (reply) => {
    switch (reply.kind) {
      case "rows":
        for (const row of JSON.parse(reply.json) as readonly GridRow[]) rows.push(row);
        return null;
      case "sheet":
        grids.push({ ...reply.sheet, rows });
        rows = [];
        return null;
      case "end":
        return { ok: true, grids };
      case "refused":
        return refuse(reply.code, reply.sheet);
    }
  };
}

function readInWorker(bytes: Uint8Array<ArrayBuffer>, fileName: string, timeoutMs: number): Promise<WorkbookRead> {
  const worker = takeWorker();
  const collect = collectGrids();
  return new Promise((resolve, reject) => {
    const finish = (): void => {
      clearTimeout(clock);
      worker.off("message", receive);
      worker.off("error", fail);
    };
    const receive = (reply: ReadReply): void => {
      const result = collect(reply);
      if (!result) return;
      finish();
      giveBack(worker);
      resolve(result);
    };
    const stop = (code: RefusalCode): void => {
      finish();
      void worker.terminate();
      resolve(refuse(code));
    };
    const fail = (trouble: unknown): void => {
      if (errorCode(trouble) === "ERR_WORKER_OUT_OF_MEMORY") {
        stop("out-of-memory");
        return;
      }
      finish();
      reject(trouble instanceof Error ? trouble : new Error(String(trouble)));
    };
    const clock = setTimeout(stop, timeoutMs, "took-too-long");
    worker.on("message", receive);
    worker.on("error", fail);
    worker.postMessage({ bytes, fileName }, [bytes.buffer]);
  });
}

/** Refuses bad files with a code and sentences; throws only for faults of this program. */
export async function readWorkbookBytes(
  bytes: Uint8Array,
  fileName: string,
  timeoutMs: number = LIMITS.timeoutMs,
): Promise<WorkbookRead> {
  if (bytes.length > LIMITS.fileBytes) return refuse("file-too-large");
  // The copy is given away to the worker, so the caller keeps its own.
  return readInWorker(new Uint8Array(bytes), fileName, timeoutMs);
}

export async function readWorkbookFile(path: string, timeoutMs: number = LIMITS.timeoutMs): Promise<WorkbookRead> {
  try {
    // Before opening: opening a pipe would wait for its writer.
    const file = await stat(path);
    if (!file.isFile()) return refuse("not-a-file");
    if (file.size > LIMITS.fileBytes) return refuse("file-too-large");
    return await readWorkbookBytes(await readFile(path), path, timeoutMs);
  } catch (trouble) {
    const code = errorCode(trouble);
    if (/^E[A-Z]+$/.test(code) || code in DISK_TROUBLES) return refuse(DISK_TROUBLES[code] ?? "unreadable");
    throw trouble;
  }
}
