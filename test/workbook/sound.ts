/** What Excel would call damage in a package, as far as the format's rules tell. */
import { partKey } from "../../server/workbook/workbook-package.ts";
import { contentsOf } from "./copies.ts";
import { childOf, childrenOf, parseXml, type XmlElement } from "./xml-tree.ts";

/** CT_Worksheet's. */
const ORDER = (
  "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter " +
  "sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions " +
  "pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing " +
  "legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst"
).split(" ");
const COUNTED = ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "dxfs"];

export function findNewDamage(before: Buffer, after: Buffer): readonly string[] {
  const old = findDamage(before);
  return [...findDamage(after)].filter((fault) => !old.has(fault));
}

const known = new WeakMap<Buffer, ReadonlySet<string>>();

function findDamage(bytes: Buffer): ReadonlySet<string> {
  const found = known.get(bytes) ?? new Set(look(bytes));
  known.set(bytes, found);
  return found;
}

function look(bytes: Buffer): readonly string[] {
  const parts = new Map([...contentsOf(bytes)].map(([name, content]) => [partKey(name), content]));
  const faults = [...findUntyped(parts)];
  const styles = read(parts, [...parts.keys()].find((name) => /(^|\/)styles\.xml$/.test(name)) ?? "");
  for (const list of COUNTED.flatMap((name) => childOf(styles, name) ?? [])) {
    const count = list.attributes["count"];
    if (count !== undefined && Number(count) !== list.children.length)
      faults.push(`${list.name} of styles are not ${count}`);
  }
  const most = (list: string): number => childOf(styles, list)?.children.length ?? 0;
  for (const name of parts.keys()) {
    if (name.endsWith(".rels")) faults.push(...repeated(read(parts, name)?.children ?? [], "Id", name));
    if (/worksheets\/[^/]*\.xml$/.test(name))
      faults.push(
        ...findInSheet(name, read(parts, name), { marks: most("dxfs"), cells: Math.max(1, most("cellXfs")) }),
      );
    if (/(^|\/)workbook\.xml$/.test(name)) faults.push(...findInWorkbook(read(parts, name), parts, name));
  }
  return faults;
}

function read(parts: ReadonlyMap<string, Buffer>, name: string): XmlElement | undefined {
  const content = parts.get(name);
  return content && parseXml(content);
}

function* findUntyped(parts: ReadonlyMap<string, Buffer>): Generator<string> {
  const types = read(parts, "[content_types].xml");
  if (!types) return;
  yield* repeated(childrenOf(types, "Override"), "PartName", "types");
  yield* repeated(childrenOf(types, "Default"), "Extension", "types");
  const own = new Set(childrenOf(types, "Override").map(({ attributes }) => partKey(attributes["PartName"] ?? "")));
  const endings = new Set(childrenOf(types, "Default").map(({ attributes }) => attributes["Extension"]?.toLowerCase()));
  for (const name of own) if (!parts.has(name)) yield `a type for ${name}, which is not there`;
  for (const name of parts.keys())
    if (name !== "[content_types].xml" && !name.endsWith("/") && !own.has(name) && !endings.has(name.split(".").at(-1)))
      yield `no type for ${name}`;
}

function* repeated(elements: readonly XmlElement[], attribute: string, where: string): Generator<string> {
  const seen = new Set<string>();
  for (const { attributes } of elements) {
    const value = attributes[attribute]?.toLowerCase() ?? "";
    if (seen.has(value)) yield `${attribute} ${value} twice in ${where}`;
    seen.add(value);
  }
}

function* findInWorkbook(
  workbook: XmlElement | undefined,
  parts: ReadonlyMap<string, Buffer>,
  name: string,
): Generator<string> {
  const sheets = childrenOf(childOf(workbook, "sheets"), "sheet");
  for (const attribute of ["name", "sheetId"]) yield* repeated(sheets, attribute, "sheets");
  const links = read(parts, name.replace(/([^/]*)$/, "_rels/$1.rels"));
  const ids = new Set(links?.children.map(({ attributes }) => attributes["Id"]));
  for (const { attributes } of sheets) {
    const [, id] = Object.entries(attributes).find(([key]) => /:id$/.test(key)) ?? [];
    if (id === undefined || !ids.has(id)) yield `sheet ${attributes["name"] ?? ""} without a part`;
  }
}

interface Most {
  readonly marks: number;
  readonly cells: number;
}

function* findInSheet(part: string, sheet: XmlElement | undefined, most: Most): Generator<string> {
  if (sheet?.name !== "worksheet") return;
  const order = sheet.children.map(({ name }) => ORDER.indexOf(name)).filter((place) => place >= 0);
  if (order.some((place, index) => place < (order[index - 1] ?? 0))) yield `${part} out of order`;
  const rules = childrenOf(sheet, "conditionalFormatting").flatMap((format) => childrenOf(format, "cfRule"));
  yield* repeated(rules, "priority", part);
  for (const { attributes } of rules)
    if (Number(attributes["dxfId"] ?? 0) >= Math.max(1, most.marks)) yield `no mark style ${attributes["dxfId"] ?? ""}`;
  const cells = childrenOf(childOf(sheet, "sheetData"), "row").flatMap((row) => childrenOf(row, "c"));
  for (const { attributes } of cells)
    if (Number(attributes["s"] ?? 0) >= most.cells) yield `no cell style ${attributes["s"] ?? ""}`;
}
