/** What of a comparison is to be seen: all or money only, what was searched for, and in which order. */
import type { FieldChange, VersionChanges } from "../../../../shared/compare-versions.ts";
import { foldWords } from "../../../../shared/text.ts";

export interface ChangeFilter {
  readonly isMoneyOnly: boolean;
  readonly search: string;
  readonly isLargestFirst: boolean;
}

/** The lists, as a comparison has them. */
export type ChangeLists = Omit<VersionChanges, "unchanged" | "totals">;

export const countChanges = (lists: ChangeLists): number =>
  [
    lists.changed,
    lists.added,
    lists.removed,
    lists.moved,
    lists.printed,
    lists.plan,
    lists.appendicesAdded,
    lists.appendicesRemoved,
  ].reduce((sum, list) => sum + list.length, 0);

type Line = VersionChanges["added"][number];

export function filterChanges(all: ChangeLists, { isMoneyOnly, search, isLargestFirst }: ChangeFilter): ChangeLists {
  const sought = foldWords(search);
  const says = (...texts: readonly string[]): boolean => sought === "" || foldWords(texts.join(" ")).includes(sought);
  const saysLine = ({ number, name, sections, leadAgency }: Line): boolean => says(number, name, sections, leadAgency);
  const order = <T>(items: readonly T[], sizeOf: (item: T) => number): readonly T[] =>
    isLargestFirst ? [...items].sort((a, b) => sizeOf(b) - sizeOf(a)) : items;
  const fieldsOf = (fields: readonly FieldChange[]): readonly FieldChange[] =>
    order(isMoneyOnly ? fields.filter(({ isDong }) => isDong) : fields, sizeOfField);
  const rows = <T extends { readonly fields: readonly FieldChange[] }>(items: readonly T[]): readonly T[] =>
    order(
      items.map((item) => ({ ...item, fields: fieldsOf(item.fields) })).filter(({ fields }) => fields.length > 0),
      ({ fields }) => Math.max(...fields.map(sizeOfField)),
    );
  const wholeLines = (lines: readonly Line[]): readonly Line[] =>
    order(
      lines.filter((line) => saysLine(line) && (!isMoneyOnly || (line.amountDong ?? 0) !== 0)),
      ({ amountDong }) => Math.abs(amountDong ?? 0),
    );
  const appendices = (places: VersionChanges["appendicesAdded"]): VersionChanges["appendicesAdded"] =>
    isMoneyOnly ? [] : places.filter(({ sheet }) => says(sheet));
  return {
    changed: rows(all.changed.filter(({ line }) => saysLine(line))),
    added: wholeLines(all.added),
    removed: wholeLines(all.removed),
    moved: isMoneyOnly ? [] : all.moved.filter(({ line, sectionsBefore }) => saysLine(line) || says(sectionsBefore)),
    printed: rows(all.printed.filter(({ sheet, name }) => says(sheet, name))),
    plan: fieldsOf(all.plan.filter(({ header, before, now }) => says(header, String(before), String(now)))),
    appendicesAdded: appendices(all.appendicesAdded),
    appendicesRemoved: appendices(all.appendicesRemoved),
  };
}

/** How much money moved; 0 for what is not money. */
function sizeOfField({ isDong, before, now }: FieldChange): number {
  const amount = (value: FieldChange["now"]): number => (typeof value === "number" ? value : 0);
  return isDong ? Math.abs(amount(now) - amount(before)) : 0;
}
