/** One case tried: what failed, if anything did. */
import { memoryUsage } from "node:process";
import type { AnyTarget } from "./target.ts";

export interface Failure {
  /** The same for failures of one cause, as far as can be told. */
  readonly signature: string;
  readonly says: string;
}

const MOST_BYTES = 600 * 1024 * 1024;

/** The message without its figures and texts, and the first place of ours that it comes from. */
function signatureOf(trouble: unknown): string {
  const { message, stack = "" } = trouble instanceof Error ? trouble : new Error(String(trouble));
  const place = /\/((?:shared|server|test\/fuzz)\/[^:)]+:\d+)/.exec(stack)?.[1] ?? "";
  const kind = message.split("\n", 1)[0]?.replace(/"[^"]*"|'[^']*'|-?\d+(\.\d+)?/g, "…") ?? "";
  return `${kind.slice(0, 80)} @ ${place}`;
}

async function time(target: AnyTarget, given: unknown): Promise<number> {
  const began = performance.now();
  await target.check(given);
  return performance.now() - began;
}

export async function tryCase(target: AnyTarget, given: unknown): Promise<Failure | null> {
  const before = memoryUsage.rss();
  try {
    const tookMs = await time(target, given);
    // Once more: the machine may have been busy with something else.
    const isSlow = target.mostMs > 0 && tookMs > target.mostMs && (await time(target, given)) > target.mostMs;
    if (isSlow) return { signature: "slow", says: `took ${String(Math.round(tookMs))} ms` };
  } catch (trouble) {
    const says = trouble instanceof Error ? (trouble.stack ?? trouble.message) : String(trouble);
    return { signature: signatureOf(trouble), says: says.slice(0, 3_000) };
  }
  const grown = memoryUsage.rss() - before;
  if (grown < MOST_BYTES) return null;
  return { signature: "memory", says: `took ${String(Math.round(grown / 1024 / 1024))} MB` };
}

const MOST_SHRINKS = 400;
const SHRINK_MS = 8_000;

/** A smaller case that fails alike. */
export async function shrinkCase(target: AnyTarget, given: unknown, signature: string): Promise<unknown> {
  const until = performance.now() + SHRINK_MS;
  let [smallest, tries] = [given, 0];
  for (let isSmaller = true; isSmaller;) {
    isSmaller = false;
    for (const smaller of target.shrink(smallest)) {
      tries++;
      if (tries > MOST_SHRINKS || performance.now() > until) return smallest;
      if ((await tryCase(target, smaller))?.signature !== signature) continue;
      smallest = smaller;
      isSmaller = true;
      break;
    }
  }
  return smallest;
}
