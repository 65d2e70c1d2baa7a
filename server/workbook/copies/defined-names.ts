/** What the workbook means by its names. */
import { findElements, isTrue } from "../xml.ts";
import type { PackageCopy } from "./package-copy.ts";
import { decodePiece } from "./part-text.ts";
import { referencesOf, type Names, type Reference } from "./formula-references.ts";
import { elementsIn, openingOf, rootOf } from "./xml-spans.ts";

/** A name of several sheets means all of theirs; none that is made of other names is known. */
export function namesOf(copy: PackageCopy): Names {
  const { text, encoding } = copy.text(copy.workbook);
  const meant = new Map<string, readonly Reference[] | null>();
  const lists = rootOf(text, "workbook").children.filter(({ name, isEmpty }) => name === "definedNames" && !isEmpty);
  for (const span of lists.flatMap(({ from, to }) => elementsIn(text, from, to))) {
    const [attributes] = findElements(decodePiece(openingOf(text, span), encoding), "definedName");
    const name = attributes?.get("name")?.toLowerCase();
    if (name === undefined) continue;
    const references = absoluteReferences(decodePiece(text.slice(span.from, span.to), encoding));
    const others = meant.get(name);
    meant.set(name, others === null || references === null ? null : [...(others ?? []), ...references]);
  }
  return (name) => meant.get(name.toLowerCase()) ?? null;
}

/** Other cells are meant from each cell that a name without "$" stands in. */
const RELATIVE = /(?<![\p{L}\p{N}_.$])(?:[A-Z]{1,3}\$?\d|\$[A-Z]{1,3}\d|[A-Z]{1,3}:|\d+:)/iu;

function absoluteReferences(formula: string): readonly Reference[] | null {
  const spelt = formula.replace(/&apos;|&#39;/g, "'");
  return spelt.includes("&") || RELATIVE.test(spelt) ? null : referencesOf(spelt, () => null);
}

export function countsFrom1904(copy: PackageCopy): boolean {
  const { text } = copy.text(copy.workbook);
  const properties = rootOf(text, "workbook").children.find(({ name }) => name === "workbookPr");
  const [attributes] = properties ? findElements(openingOf(text, properties), "workbookPr") : [];
  return isTrue(attributes?.get("date1904"));
}
