/** Items under headings, as one list of rows. */
import { groupBy } from "../../../shared/group-by.ts";
import type { Item } from "./items.ts";

export interface HeadRow {
  readonly kind: "head";
  readonly key: string;
  /** A sheet's name or a rule's id; "" for what belongs to no sheet or comes from no rule. */
  readonly group: string;
  readonly items: readonly Item[];
}

export interface ItemRow {
  readonly kind: "item";
  readonly key: string;
  readonly item: Item;
  /** Among all items of the list, from 1. */
  readonly position: number;
}

export type Row = HeadRow | ItemRow;

export type Grouping = "sheet" | "rule";

/** A reviewer's comments come from no rule. */
const groupOf = (item: Item, grouping: Grouping): string =>
  grouping === "sheet" ? item.sheet : item.kind === "finding" ? item.finding.rule : "";

/** Sheets stay in their order; of rules, the one found most often comes first, after what people said. */
export function rowsOf(items: readonly Item[], grouping: Grouping): readonly Row[] {
  const groups = [...groupBy(items, (item) => groupOf(item, grouping))];
  if (grouping === "rule") groups.sort(([a, ofA], [b, ofB]) => rank(a) - rank(b) || ofB.length - ofA.length);
  let position = 0;
  return groups.flatMap(([group, members]): Row[] => [
    { kind: "head", key: `head ${group}`, group, items: members },
    ...members.map((item): ItemRow => ({ kind: "item", key: item.key, item, position: ++position })),
  ]);
}

const rank = (group: string): number => Number(group !== "");
