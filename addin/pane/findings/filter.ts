/** Which items the officer wants to see. */
import type { Severity } from "../../../shared/finding.ts";
import { fold } from "../../../shared/text.ts";
import type { Item } from "./items.ts";

export interface Filter {
  /** None for all. */
  readonly severities: readonly Severity[];
  readonly search: string;
}

/** Texts are folded once: lists are long and letters are typed one after another. */
const folded = new WeakMap<object, string>();

function textOf(item: Item): string {
  const source = item.kind === "finding" ? item.finding : item.comment;
  const known = folded.get(source);
  if (known !== undefined) return known;
  const text = fold(`${item.text} ${item.cells.join(" ")} ${item.sheet}`);
  folded.set(source, text);
  return text;
}

/** So many take a few milliseconds. */
const AT_ONCE = 500;

/** Folds what will be searched, a little at a time, while the officer is about to type. */
export async function foldAhead(items: readonly Item[], pause: () => Promise<void>): Promise<void> {
  for (let at = 0; at < items.length; at += AT_ONCE) {
    for (const item of items.slice(at, at + AT_ONCE)) textOf(item);
    await pause();
  }
}

/** Marks and case do not matter in what is searched for; a person's comment is shown whatever the severity. */
export function filterItems(items: readonly Item[], { severities, search }: Filter): readonly Item[] {
  const wanted = fold(search);
  if (severities.length === 0 && wanted === "") return items;
  return items.filter(
    (item) =>
      (severities.length === 0 || item.kind === "comment" || severities.includes(item.severity)) &&
      (wanted === "" || textOf(item).includes(wanted)),
  );
}

export type Counts = Readonly<Record<Severity, number>>;

export function countSeverities(findings: readonly { readonly severity: Severity }[]): Counts {
  const counts: Record<Severity, number> = { error: 0, ask: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}
