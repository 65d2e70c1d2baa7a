import type { WorkbookPackage } from "./workbook-package.ts";
import { decodeXml, findElements, isTrue } from "./xml.ts";

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

/** Of a part; of the package itself for the name "". */
export function readRelationships(zip: WorkbookPackage, part: string): Relationship[] {
  const folder = folderOf(part);
  return [...findElements(decodeXml(zip.read(relationshipsPart(part))), "Relationship")].map((attributes) => {
    const target = attributes.get("Target") ?? "";
    return {
      id: attributes.get("Id") ?? "",
      kind: /\w*$/.exec(attributes.get("Type") ?? "")?.[0] ?? "",
      // Some writers give a path from the root without its leading slash.
      paths: [resolve(target, folder), resolve(target, "")],
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

/** Null when the zip holds no workbook in XML. */
export function findWorkbookParts(zip: WorkbookPackage): WorkbookParts | null {
  const workbook = findWorkbook(zip);
  if (!workbook?.endsWith(".xml")) return null;
  const xml = decodeXml(zip.read(workbook));
  if (!/<(?:\w+:)?workbook[\s>]/.test(xml)) return null;

  const folder = folderOf(workbook);
  const relationships = readRelationships(zip, workbook);
  const find = (paths: readonly string[]): string => paths.find((path) => zip.has(path)) ?? "";
  const findOnly = (kind: string): string =>
    find([...relationships.flatMap((it) => (it.kind === kind ? it.paths : [])), `${folder}/${kind}.xml`]);

  const sheets: SheetPart[] = [];
  for (const [index, sheet] of [...findElements(xml, "sheet")].entries()) {
    const relationship = relationships.find(({ id }) => id === sheet.get("id"));
    if (relationship && relationship.kind !== "worksheet") continue;
    const state = sheet.get("state");
    sheets.push({
      name: sheet.get("name") ?? "",
      hidden: state === "hidden" || state === "veryHidden",
      part: find(relationship?.paths ?? [`${folder}/worksheets/sheet${String(index + 1)}.xml`]),
    });
  }
  const [properties] = findElements(xml, "workbookPr");
  return {
    sheets,
    styles: findOnly("styles"),
    sharedStrings: findOnly("sharedStrings"),
    from1904: isTrue(properties?.get("date1904")),
  };
}
