/** What comes to be: a page shows a change in its next frame, a log is written when it is written, and a busy machine takes its time. */
import { setTimeout as sleep } from "node:timers/promises";

const PATIENCE_MS = 60_000;
const PAUSE_MS = 20;

/** Looks again and again until nothing is amiss. @throws what was amiss at the last look */
export async function eventually(look: () => Promise<void> | void): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      await look();
      return;
    } catch (trouble) {
      if (performance.now() > until) throw trouble;
    }
    await sleep(PAUSE_MS);
  }
}
