/** Whoever opens the copy calculates it anew. */
import type { PackageCopy } from "./package-copy.ts";
import { forgetTypes, unlinkFromWorkbook } from "./part-links.ts";
import { insertAfter, rootOf, setAttribute } from "./xml-spans.ts";

/** What the format wants before it. */
const BEFORE = new Set([
  "fileVersion",
  "fileSharing",
  "workbookPr",
  "workbookProtection",
  "bookViews",
  "sheets",
  "functionGroups",
  "externalReferences",
  "definedNames",
]);

/** @param formulas whether there are other formulas now than before, so that the order they were last calculated in is wrong */
export function forgetCalculations(copy: PackageCopy, formulas: boolean): void {
  const { text } = copy.text(copy.workbook);
  const root = rootOf(text, "workbook");
  const settings = root.children.find(({ name }) => name === "calcPr");
  const asked = { name: "fullCalcOnLoad", value: "1" };
  const splice = settings
    ? setAttribute(text, settings, asked)
    : insertAfter(root, BEFORE, `<${root.prefix}calcPr fullCalcOnLoad="1"/>`);
  copy.splice(copy.workbook, [splice]);
  const chain = copy.partOfKind("calcChain");
  if (!formulas || chain === undefined) return;
  const ids = copy.relationships(copy.workbook).filter(({ kind }) => kind === "calcChain");
  unlinkFromWorkbook(copy, new Set(ids.map(({ id }) => id)));
  forgetTypes(copy, new Set([chain]));
  copy.remove(chain);
}
