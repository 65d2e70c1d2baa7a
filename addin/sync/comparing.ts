/** The page's side of the comparing thread. It is started when first needed, and again after it has failed. */
import type { ThreeWayChanges, VersionChanges } from "../../shared/compare-versions.ts";
import type { Grid } from "../../shared/grid.ts";
import type { Bilingual } from "../../shared/rule.ts";
import { breathe, rowPortions } from "../checking/portions.ts";
import type { FromThread, ToThread, VersionSource } from "./compare-protocol.ts";
import { troubleOf, type Reply } from "./reply.ts";
import type { Settled, Settlement } from "./state.ts";

export interface Comparing {
  compare(source: VersionSource, sheets: readonly Grid[]): Promise<Reply<VersionChanges>>;
  settle(
    threeWays: ThreeWayChanges,
    settlements: readonly Settlement[],
    sheets: readonly Grid[],
  ): Promise<Reply<Settled>>;
  close(): void;
}

const FAILED: Bilingual = {
  vi: "Chưa đối chiếu được trên máy này. Xin thử lại; nếu vẫn vậy, hãy đóng rồi mở lại ngăn.",
  en: "Comparing did not succeed on this machine. Please try again; if it stays so, close the pane and open it again.",
};

/** What is loaded when needed, as this is, lies in chunks/ below the threads. A classic worker: Safari 14 has no others. */
const startThread = (): Worker => new Worker(new URL("../compare-thread.js", import.meta.url));

export function openComparing(): Comparing {
  const asked = new Map<number, (answer: FromThread | null) => void>();
  let thread: Worker | null = null;
  let lastId = 0;

  const fail = (): void => {
    thread?.terminate();
    thread = null;
    for (const answer of asked.values()) answer(null);
    asked.clear();
  };
  const started = (): Worker => {
    if (thread) return thread;
    thread = startThread();
    thread.onmessage = ({ data }: MessageEvent<FromThread>) => {
      asked.get(data.id)?.(data);
      asked.delete(data.id);
    };
    thread.onerror = fail;
    return thread;
  };
  const ask = async (sheets: readonly Grid[], question: (id: number) => ToThread): Promise<FromThread | null> => {
    const id = ++lastId;
    const answer = new Promise<FromThread | null>((resolve) => asked.set(id, resolve));
    const worker = started();
    const tell = (message: ToThread): void => worker.postMessage(message);
    await sendSheets(id, sheets, tell);
    tell(question(id));
    return answer;
  };
  return {
    compare: async (source, sheets) => {
      const answer = await ask(sheets, (id) => ({ kind: "compare", id, source }));
      return answer?.kind === "compared" ? { ok: true, value: answer.changes } : troubleIn(answer);
    },
    settle: async (threeWays, settlements, sheets) => {
      const answer = await ask(sheets, (id) => ({ kind: "settle", id, threeWays, settlements }));
      return answer?.kind === "settled" ? { ok: true, value: answer.settled } : troubleIn(answer);
    },
    close: fail,
  };
}

const troubleIn = (answer: FromThread | null): Reply<never> =>
  answer?.kind === "trouble" ? answer.trouble : troubleOf("internal", FAILED);

async function sendSheets(id: number, sheets: readonly Grid[], tell: (message: ToThread) => void): Promise<void> {
  for (const { rows, ...sheet } of sheets) {
    tell({ kind: "sheet", id, sheet });
    for (const portion of rowPortions(rows)) {
      tell({ kind: "rows", id, rows: portion });
      await breathe();
    }
  }
}
