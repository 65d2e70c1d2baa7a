/** Which rows of a long list are in sight, from their heights alone. */
import type { Row } from "./groups.ts";

export const HEAD_HEIGHT = 30;
export const ITEM_HEIGHT = 66;

/** Of shorter lists all rows are in the page, so that whoever reads it by other means finds them all. */
export const SHORT_LIST = 500;
/** Above and below what is in sight. */
const SPARE_PIXELS = 400;

export interface Layout {
  /** Of each row, from the top of the list; and one more, where the last ends. */
  readonly tops: readonly number[];
  readonly height: number;
}

export function layOut(rows: readonly Row[]): Layout {
  let height = 0;
  const tops = rows.map(({ kind }) => {
    const top = height;
    height += kind === "head" ? HEAD_HEIGHT : ITEM_HEIGHT;
    return top;
  });
  return { tops: [...tops, height], height };
}

export interface Sight {
  readonly scrollTop: number;
  readonly height: number;
}

/** Rows first to last (not included) to be in the page. */
export function windowOf(
  { tops }: Layout,
  { scrollTop, height }: Sight,
): { readonly first: number; readonly last: number } {
  const count = tops.length - 1;
  if (count <= SHORT_LIST) return { first: 0, last: count };
  const first = lastAtOrAbove(tops, Math.max(0, scrollTop - SPARE_PIXELS));
  const last = lastAtOrAbove(tops, scrollTop + height + SPARE_PIXELS) + 1;
  return { first: Math.min(first, count), last: Math.min(last, count) };
}

/** The last row that begins at or above the pixel. */
function lastAtOrAbove(tops: readonly number[], pixel: number): number {
  let low = 0;
  let high = tops.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tops[middle] ?? 0) <= pixel) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where to scroll so that the row is wholly in sight, under its heading where it is the first; null when it is already. */
export function scrollTo({ tops }: Layout, index: number, { scrollTop, height }: Sight): number | null {
  const top = tops[index] ?? 0;
  const bottom = tops[index + 1] ?? top;
  if (top < scrollTop) return Math.max(0, top - HEAD_HEIGHT);
  return bottom > scrollTop + height ? Math.max(0, bottom - height) : null;
}
