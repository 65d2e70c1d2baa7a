/** The comparing thread: gets the version, reads the officer's sheets, lays them side by side. The page does none of it. */
import { checkWorkbook } from "../../shared/check.ts";
import { Arriving, type FromThread, type ToThread, type VersionSource } from "./compare-protocol.ts";
import { compareWithVersion } from "./own-lines.ts";
import { openRequests } from "./requests.ts";
import { settle } from "./settle.ts";

/** Of a worker's global scope, what is used here: the browser's types are those of a page. */
interface Thread {
  onmessage: ((event: MessageEvent<ToThread>) => void) | null;
  postMessage(message: FromThread): void;
}

const thread = globalThis as unknown as Thread;
const arriving = new Arriving();

thread.onmessage = ({ data }) => {
  switch (data.kind) {
    case "sheet":
      return arriving.begin(data.id, data.sheet);
    case "rows":
      return arriving.add(data.id, data.rows);
    case "compare":
      // A rejection alone would tell the page nothing.
      compare(data.id, data.source).catch(() => thread.postMessage({ kind: "failed", id: data.id }));
      return;
    case "settle": {
      const sheets = arriving.take(data.id);
      const appendices = checkWorkbook(sheets).sheets.flatMap(({ appendix }) => appendix ?? []);
      const settled = settle(data.threeWays, data.settlements, { sheets, appendices });
      thread.postMessage({ kind: "settled", id: data.id, settled });
    }
  }
};

/** A large version takes long to come. */
const TIMEOUT_MS = 180_000;

async function compare(id: number, { base, token, params }: VersionSource): Promise<void> {
  const sheets = arriving.take(id);
  const requests = openRequests(base, () => undefined);
  const version = await requests.ask((client) => client.call("readVersion", { params }), {
    token,
    timeoutMs: TIMEOUT_MS,
  });
  if (version.ok) thread.postMessage({ kind: "compared", id, changes: compareWithVersion(version.value, sheets) });
  else thread.postMessage({ kind: "trouble", id, trouble: version });
}
