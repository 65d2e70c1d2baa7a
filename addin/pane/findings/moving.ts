/** Where the arrow keys lead in a list of rows. */
import type { ItemRow, Row } from "./groups.ts";

/** Rows that a page key passes. */
const PAGE = 6;

const STEPS: Readonly<Partial<Record<string, number>>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: PAGE,
  PageUp: -PAGE,
  Home: -Infinity,
  End: Infinity,
};

const isItem = (row: Row): row is ItemRow => row.kind === "item";

/** The item that the key leads to from the one named; null for any other key, or where there is none. */
export function itemAfter(rows: readonly Row[], from: string | null, key: string): ItemRow | null {
  const step = STEPS[key];
  if (step === undefined) return null;
  const items = rows.filter(isItem);
  const at = items.findIndex((row) => row.key === from);
  if (at < 0) return items[step > 0 ? 0 : items.length - 1] ?? null;
  return items[Math.min(items.length - 1, Math.max(0, at + step))] ?? null;
}
