/** The sections that a row of an appendix stands in. */
import type { Appendix, AppendixRow } from "./appendix.ts";

export interface SectionLabel {
  readonly number: string;
  readonly name: string;
}

/** The rows above a row in the tree, the outermost first. */
export function sectionsOf({ rows }: Pick<Appendix, "rows">, row: AppendixRow): readonly SectionLabel[] {
  const above: SectionLabel[] = [];
  for (let next = rows[row.parent]; next; next = rows[next.parent])
    above.unshift({ number: next.number, name: next.name });
  return above;
}

/** "I. Hạ tầng › 3. Cổng dịch vụ công". */
export const sectionText = (sections: readonly SectionLabel[]): string =>
  sections
    .map(({ number, name }) => [number, name].filter((text) => text !== "" && text !== "-").join(". "))
    .join(" › ");
