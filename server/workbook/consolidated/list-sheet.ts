/** "Danh mục": all line items with where they come from; more than a sheet holds go on in the next. */
import type { ConsolidatedLine } from "../../../shared/consolidation.ts";
import { headerRow, type Book, type Cell, type Layout, type Page } from "./book.ts";
import type { ListText } from "./list-layout.ts";
import { centredCell, heightOf, layoutOf, moneyCell, textCell, unitLine, type Material } from "./material.ts";

export async function writeList(book: Book, material: Material): Promise<void> {
  const { list, consolidation } = material;
  const [first, ...rest] = list.sheets;
  let page = await openList(book, material, first);
  let left = first?.lines ?? 0;
  const groupIds = new Map(consolidation.organisations.map(({ id, groupId }) => [id, groupId]));
  for await (const version of material.versions()) {
    const id = version.organisationId;
    const group = { id: groupIds.get(id) ?? id, file: version.fileName ?? material.organisation(id)?.fileName ?? "" };
    for (const line of material.linesOf(version)) {
      if (left === 0) {
        const next = rest.shift();
        page.end();
        page = await openList(book, material, next);
        left = next?.lines ?? 0;
      }
      await writeLine(page, line, { material, ...group });
      left--;
    }
  }
  page.end();
}

function openList(book: Book, material: Material, sheet: { readonly name: string } | undefined): Promise<Page> {
  if (!sheet) throw new Error("more line items than were counted");
  const { list } = material;
  const layout: Layout = layoutOf(material, {
    name: sheet.name,
    title: "DANH MỤC NHIỆM VỤ, DỰ ÁN",
    unit: unitLine(material),
    headings: list.headings,
    widths: list.widths,
    frozenColumns: list.texts.indexOf("organisation") + 1,
    paper: "A3",
    hasFilter: true,
  });
  if (headerRow(layout) !== list.firstRow - 1) throw new Error("the list does not begin where formulas look for it");
  return book.open(layout);
}

interface From {
  readonly material: Material;
  /** Of the group. */
  readonly id: string;
  readonly file: string;
}

function writeLine(page: Page, line: ConsolidatedLine, { material, id, file }: From): Promise<void> {
  const { list, unit } = material;
  const cellOf = (text: ListText): Cell => {
    switch (text) {
      case "groupNumber":
        return centredCell(material.groupNumber(id));
      case "group":
        return textCell(material.consolidation.groups[material.groupNumber(id) - 1]?.name ?? "");
      case "organisation":
        return textCell(material.nameOf(line.organisationId));
      case "version":
        return material.versionCell(line.version);
      case "file":
        return textCell(file);
      default:
        return textCell(line[text]);
    }
  };
  const cells = [
    ...list.texts.map(cellOf),
    ...list.monies.map((column) => moneyCell(shownAmount(material, line, column), unit)),
    ...list.places.map(cellOf),
  ];
  return page.row(cells, heightOf(cells, list.widths));
}

/** Where the sources cover the whole, what has none is left blank: a column of zeros would hide the few that matter. */
function shownAmount({ consolidation: { columns } }: Material, line: ConsolidatedLine, column: number): number | null {
  const amount = line.amounts[column] ?? null;
  return amount === 0 && columns[column]?.source === "unsourced" ? null : amount;
}
