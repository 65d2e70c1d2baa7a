/** Long lists in pieces that a page can send or take in without a pause that anyone feels. */
import type { GridRow } from "../../shared/grid.ts";

/** As many items as weigh no more than `most` together; at least one. */
export function* portionsOf<T>(
  items: readonly T[],
  { most, weigh }: { readonly most: number; readonly weigh: (item: T) => number },
): Generator<readonly T[]> {
  let start = 0;
  let weight = 0;
  for (const [index, item] of items.entries()) {
    const own = weigh(item);
    if (index > start && weight + own > most) {
      yield items.slice(start, index);
      start = index;
      weight = 0;
    }
    weight += own;
  }
  if (start < items.length) yield items.slice(start);
}

const MOST_ROWS = 400;
/** Rows of a sheet are rarely wider than this; of wide ones fewer go at once. */
const CELLS_OF_A_ROW = 16;

/** Rows that become text, or are copied to a thread, in a few milliseconds. */
export const rowPortions = (rows: readonly GridRow[]): Generator<readonly GridRow[]> =>
  portionsOf(rows, { most: MOST_ROWS, weigh: ({ cells }) => Math.max(1, cells.length / CELLS_OF_A_ROW) });

/** Lets the page do what waits. By a message and not by the clock: in a hidden pane that would take a second each time. */
export const breathe = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener("message", () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });
