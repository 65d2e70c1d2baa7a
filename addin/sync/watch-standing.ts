/** Looks at how things stand once in a while: events of the service can't be listened to, for a stream carries no bearer token. */

const EVERY_MS = 60_000;
/** Focus comes and goes with every click between sheet and pane. */
const LEAST_MS = 5_000;

/** @returns how to stop */
export function watchStanding(look: () => Promise<void>, now: () => number): () => void {
  let lookedAt = now();
  const lookAgain = (afterMs: number): void => {
    if (document.visibilityState !== "visible" || now() - lookedAt < afterMs) return;
    lookedAt = now();
    void look();
  };
  const onFocus = (): void => lookAgain(LEAST_MS);
  const clock = setInterval(() => lookAgain(EVERY_MS - LEAST_MS), EVERY_MS);
  window.addEventListener("focus", onFocus);
  document.addEventListener("visibilitychange", onFocus);
  return () => {
    clearInterval(clock);
    window.removeEventListener("focus", onFocus);
    document.removeEventListener("visibilitychange", onFocus);
  };
}
