/** The workbook's tabs, with their parts. */
import { findElements } from "../xml.ts";
import type { PackageCopy } from "./package-copy.ts";
import { decodePiece } from "./part-text.ts";
import { elementsIn, openingOf, rootOf, type Span } from "./xml-spans.ts";

export interface Tab {
  readonly name: string;
  readonly sheetId: number;
  readonly relationshipId: string;
  /** Null for one that is missing, and for charts and dialogs, which have no cells. */
  readonly part: string | null;
  /** Where the workbook's part speaks of it. */
  readonly span: Span;
}

/** @throws CopyRefused for a damaged workbook */
export function listTabs(copy: PackageCopy): readonly Tab[] {
  const { text, encoding } = copy.text(copy.workbook);
  const list = rootOf(text, "workbook").children.find(({ name }) => name === "sheets");
  if (!list || list.isEmpty) return [];
  const relationships = copy.relationships(copy.workbook);
  const folder = copy.workbook.slice(0, Math.max(0, copy.workbook.lastIndexOf("/")));
  return elementsIn(text, list.from, list.to)
    .filter(({ name }) => name === "sheet")
    .map((span, index) => {
      const [attributes] = findElements(decodePiece(openingOf(text, span), encoding), "sheet");
      const relationshipId = attributes?.get("id") ?? "";
      const relationship = relationships.find(({ id }) => id === relationshipId);
      const paths = relationship?.paths ?? [`${folder}/worksheets/sheet${String(index + 1)}.xml`];
      const isWorksheet = relationship === undefined || relationship.kind === "worksheet";
      const part = isWorksheet ? (paths.find((path) => copy.has(path)) ?? null) : null;
      const sheetId = Number(attributes?.get("sheetId") ?? 0);
      return { name: attributes?.get("name") ?? "", sheetId, relationshipId, part, span };
    });
}
