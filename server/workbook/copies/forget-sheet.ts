/** Takes tabs out of the workbook's own part: what counts tabs by number counts anew. */
import { findElements } from "../xml.ts";
import type { Tab } from "./list-sheets.ts";
import type { PackageCopy } from "./package-copy.ts";
import type { Splice } from "./part-text.ts";
import { elementsIn, openingOf, rootOf, setAttribute, takeOut, type Span } from "./xml-spans.ts";

export function forgetSheet(copy: PackageCopy, tabs: readonly Tab[], gone: ReadonlySet<Tab>): void {
  const { text } = copy.text(copy.workbook);
  const { children } = rootOf(text, "workbook");
  const inside = (list: string): readonly Span[] =>
    children
      .filter(({ name, isEmpty }) => name === list && !isEmpty)
      .flatMap(({ from, to }) => elementsIn(text, from, to));
  const isGone = (index: number): boolean => [...gone].some((tab) => tabs.indexOf(tab) === index);
  const shifted = (index: number): number => index - tabs.slice(0, index).filter((tab) => gone.has(tab)).length;
  const renumber = (span: Span, name: string): readonly Splice[] => {
    const index = numberOf(text, span, name);
    if (index === null) return [];
    const value = isGone(index) ? 0 : shifted(index);
    return value === index ? [] : [setAttribute(text, span, { name, value: String(value) })];
  };
  const named = inside("definedNames");
  const isOfGone = (span: Span): boolean => isGone(numberOf(text, span, "localSheetId") ?? -1);
  // Excel takes a list of no names for damage.
  const lists = named.every(isOfGone) ? children.filter(({ name }) => name === "definedNames") : [];
  const names = named.flatMap((span) => (isOfGone(span) ? [takeOut(span)] : renumber(span, "localSheetId")));
  const views = inside("bookViews").flatMap((span) => [
    ...renumber(span, "activeTab"),
    ...renumber(span, "firstSheet"),
  ]);
  copy.splice(copy.workbook, [
    ...[...gone].map(({ span }) => takeOut(span)),
    ...(lists.length > 0 ? lists.map(takeOut) : names),
    ...views,
  ]);
}

function numberOf(text: string, span: Span, attribute: string): number | null {
  const [attributes] = findElements(openingOf(text, span), span.name);
  const value = attributes?.get(attribute);
  return value !== undefined && /^\d{1,6}$/.test(value) ? Number(value) : null;
}
