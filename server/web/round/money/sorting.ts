/** In which order the table's lines stand. */
import type { MoneyLine, Part } from "./money-split.ts";

export type SortKey = "name" | "lineItems" | "total" | Part;

export interface Sorting {
  readonly key: SortKey;
  readonly isDescending: boolean;
}

/** Who says nothing of the money comes after all who do, whichever way. */
export function sorted(lines: readonly MoneyLine[], { key, isDescending }: Sorting): readonly MoneyLine[] {
  const way = isDescending ? -1 : 1;
  if (key === "name") {
    const { compare } = new Intl.Collator("vi", { numeric: true });
    return [...lines].sort((a, b) => way * compare(a.name, b.name));
  }
  const figure = ({ split }: MoneyLine): number | null => {
    if (key === "lineItems") return split.lineItems;
    return split.totalDong === null || key === "total" ? split.totalDong : split.parts[key];
  };
  return [...lines].sort((a, b) => {
    const [first, second] = [figure(a), figure(b)];
    if (first === null || second === null) return Number(first === null) - Number(second === null);
    return way * (first - second);
  });
}
