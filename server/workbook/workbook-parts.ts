import type { WorkbookPackage } from "./workbook-package.ts";
import { XmlTags } from "./reading/xml-tags.ts";
import { attributesOf, decodeXml, findElements } from "./xml.ts";

export interface SheetPart {
  readonly name: string;
  readonly hidden: boolean;
  /** Its name in the package; "" when it is missing. */
  readonly part: string;
}

export interface WorkbookParts {
  /** Worksheets only, in the order of their tabs: chart, dialog and macro sheets have no cells of their own. */
  readonly sheets: readonly SheetPart[];
  /** Names of parts, "" where there is none. */
  readonly styles: string;
  readonly sharedStrings: string;
  /** Dates count from 1904 instead of 1900, as in workbooks of old Macs. */
  readonly from1904: boolean;
}

export interface Relationship {
  readonly id: string;
  /** The last word of its type; the rest differs between the transitional and the strict format. */
  readonly kind: string;
  /** Where the part may lie, the best guess first. */
  readonly paths: readonly string[];
}

function resolve(target: string, folder: string): string {
  const steps: string[] = [];
  const path = target.replace(/\\/g, "/");
  for (const step of (path.startsWith("/") ? path : `${folder}/${path}`).split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}

const folderOf = (part: string): string => part.slice(0, Math.max(0, part.lastIndexOf("/")));

/** Where a part's relationships lie. */
export const relationshipsPart = (part: string): string =>
  resolve(`_rels/${part.slice(part.lastIndexOf("/") + 1)}.rels`, folderOf(part));

/** The last word of an address; in linear time, as no pattern could be sure to. */
const lastWord = (address: string): string => address.slice(address.lastIndexOf("/") + 1);

/** Names with spaces or letters beyond ASCII are spelt "%20" by some writers, and not by others. */
function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

/** Of a part; of the package itself for the name "". */
export function readRelationships(zip: WorkbookPackage, part: string): Relationship[] {
  const folder = folderOf(part);
  return [...findElements(decodeXml(zip.read(relationshipsPart(part))), "Relationship")].map((attributes) => {
    const target = attributes.get("Target") ?? "";
    const targets = target.includes("%") ? [target, decoded(target)] : [target];
    return {
      id: attributes.get("Id") ?? "",
      kind: lastWord(attributes.get("Type") ?? ""),
      // Some writers give a path from the root without its leading slash.
      paths: targets.flatMap((spelt) => [resolve(spelt, folder), resolve(spelt, "")]),
    };
  });
}

/** The name of the workbook's own part. */
export function findWorkbook(zip: WorkbookPackage): string | undefined {
  const named = readRelationships(zip, "")
    .filter(({ kind }) => kind === "officeDocument")
    .flatMap(({ paths }) => paths);
  return [...named, "xl/workbook.xml"].find((path) => zip.has(path));
}

interface ListedSheet {
  readonly id: string | undefined;
  readonly name: string;
  readonly hidden: boolean;
}

/** Null for what is no workbook in XML. */
function readList(bytes: Buffer): { readonly sheets: readonly ListedSheet[]; readonly from1904: boolean } | null {
  const tags = new XmlTags(bytes);
  if (!tags.next() || !tags.opens("workbook")) return null;
  const sheets: ListedSheet[] = [];
  let from1904 = false;
  while (tags.next()) {
    if (tags.opens("workbookPr")) from1904 = tags.isTrue("date1904");
    if (!tags.opens("sheet")) continue;
    const state = tags.token("state");
    sheets.push({
      id: attributesOf(tags).get("id"),
      name: tags.attribute("name") ?? "",
      hidden: state === "hidden" || state === "veryHidden",
    });
  }
  return tags.isTorn ? null : { sheets, from1904 };
}

/** Sheets without cells of their own. What is not said to be one of them is read as a worksheet, and must be one. */
const OTHER_SHEETS: ReadonlySet<string> = new Set(["chartsheet", "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet"]);

/** Null when the zip holds no workbook in XML. */
export function findWorkbookParts(zip: WorkbookPackage): WorkbookParts | null {
  const workbook = findWorkbook(zip);
  const list = workbook !== undefined && /\.xml$/i.test(workbook) ? readList(zip.readUtf8(workbook)) : null;
  if (workbook === undefined || !list) return null;

  const folder = folderOf(workbook);
  const relationships = readRelationships(zip, workbook);
  const byId = new Map(relationships.map((one) => [one.id, one]));
  const find = (paths: readonly string[]): string => paths.find((path) => zip.has(path)) ?? "";
  const findOnly = (kind: string): string =>
    find([...relationships.flatMap((it) => (it.kind === kind ? it.paths : [])), `${folder}/${kind}.xml`]);

  const sheets = list.sheets.flatMap(({ id, name, hidden }, index): SheetPart[] => {
    const relationship = byId.get(id ?? "");
    if (relationship && OTHER_SHEETS.has(relationship.kind)) return [];
    const part = find(relationship?.paths ?? [`${folder}/worksheets/sheet${String(index + 1)}.xml`]);
    return [{ name, hidden, part }];
  });
  const { from1904 } = list;
  return { sheets, styles: findOnly("styles"), sharedStrings: findOnly("sharedStrings"), from1904 };
}
