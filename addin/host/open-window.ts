/** A page of ours in a window of the browser's own. */
import type { OpenedWindow, PageWindows, ReceivedMessage } from "./page-windows.ts";
import type { Outcome } from "./port.ts";
import { trouble } from "./troubles.ts";

const FEATURES = "popup,width=520,height=680";
const LOOK_MS = 300;

/** The page there says `{ phuluc: "sign-in", hash }` to the one that opened it. */
export const openBrowserWindow = (windows: PageWindows, address: string): Promise<Outcome<string | null>> =>
  new Promise((resolve) => {
    if (!windows.open || !windows.addEventListener) {
      resolve(trouble("not-supported"));
      return;
    }
    const opened = windows.open(address, "_blank", FEATURES);
    if (!opened) {
      resolve(trouble("window-blocked"));
      return;
    }
    const end = (answer: string | null): void => {
      clearInterval(looking);
      windows.removeEventListener?.("message", hear);
      if (!opened.closed) opened.close();
      resolve({ ok: true, value: answer });
    };
    const hear = (event: ReceivedMessage): void => {
      const answer = answerIn(event, opened, windows);
      if (answer !== null) end(answer);
    };
    windows.addEventListener("message", hear);
    // Nobody is told when a window is closed.
    const looking = setInterval(() => {
      if (opened.closed) end(null);
    }, LOOK_MS);
  });

function answerIn(
  { data, origin, source }: ReceivedMessage,
  opened: OpenedWindow,
  windows: PageWindows,
): string | null {
  if (source !== opened || origin !== windows.location?.origin) return null;
  if (typeof data !== "object" || data === null || !("phuluc" in data) || data.phuluc !== "sign-in") return null;
  return "hash" in data && typeof data.hash === "string" ? data.hash : null;
}
