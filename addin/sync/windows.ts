/** The other windows of the pane on this machine: one for each workbook that is open. Nothing of it is written down anywhere. */
import type { Tokens } from "./session.ts";

export type Told =
  /** The session was renewed: the token before is worth nothing any more. */
  | { readonly kind: "tokens"; readonly tokens: Tokens }
  /** The outbox is not what it was. */
  | { readonly kind: "outbox" }
  /** Which entry is being sent; null when none is any more. */
  | { readonly kind: "sending"; readonly key: string | null };

export interface Windows {
  tell(told: Told): void;
  /** @returns how to stop listening */
  listen(listener: (told: Told) => void): () => void;
  close(): void;
}

/** Where windows can't talk to each other, each finds things out when it next looks. */
export function openWindows(): Windows {
  const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("phuluc");
  const listeners = new Set<(told: Told) => void>();
  channel?.addEventListener("message", ({ data }: MessageEvent<Told>) => {
    for (const listener of [...listeners]) listener(data);
  });
  return {
    tell: (told) => channel?.postMessage(told),
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => channel?.close(),
  };
}
