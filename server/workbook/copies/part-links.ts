/** What a package says of its parts: where they belong, and what they hold. */
import { CopyRefused } from "./copy-refused.ts";
import type { PackageCopy } from "./package-copy.ts";
import { partKey } from "../workbook-package.ts";
import { decodeXml, findElements } from "../xml.ts";
import { listTabs } from "./list-sheets.ts";
import { decodePiece } from "./part-text.ts";
import { appendTo, openingOf, prefixOf, rootOf, takeOut } from "./xml-spans.ts";

export const TYPES_PART = "[Content_Types].xml";
const LINKS = "http://schemas.openxmlformats.org/package/2006/relationships";

interface Link {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

/** Some writers name each part of relationships among the types, and not their ending. */
function nameLinksType(copy: PackageCopy, part: string): void {
  if (!copy.has(TYPES_PART)) return;
  const isKnown = [...findElements(decodeXml(copy.read(TYPES_PART)), "Default")].some(
    (known) => known.get("Extension")?.toLowerCase() === "rels",
  );
  if (!isKnown) nameType(copy, part, "application/vnd.openxmlformats-package.relationships+xml");
}

/** As the only relationships of a part. */
export function addLinks(copy: PackageCopy, part: string, links: readonly Link[]): void {
  const name = copy.relationshipsPart(part);
  copy.add(name, linksXml(links));
  nameLinksType(copy, name);
}

const linksXml = (links: readonly Link[]): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${LINKS}">${links.map((link) => linkXml(link, "")).join("")}</Relationships>`;

const linkXml = ({ id, type, target }: Link, prefix: string): string =>
  `<${prefix}Relationship Id="${id}" Type="${type}" Target="${target}"/>`;

/** A relationship of the workbook to one more part. @returns its id @throws CopyRefused where there is a list of them that says nothing */
export function linkFromWorkbook(copy: PackageCopy, { type, part }: { type: string; part: string }): string {
  const links = copy.relationshipsPart(copy.workbook);
  const known = new Set(copy.relationships(copy.workbook).map(({ id }) => id.toLowerCase()));
  if (copy.came(links) && known.size === 0) throw new CopyRefused("damaged");
  let id = `phuluc-${type.slice(type.lastIndexOf("/") + 1)}`;
  while (known.has(id.toLowerCase())) id += "x";
  if (!copy.has(links)) addLinks(copy, copy.workbook, guessedLinks(copy, type.slice(0, type.lastIndexOf("/"))));
  const { text } = copy.text(links);
  const root = rootOf(text, "Relationships");
  copy.splice(links, [appendTo(root, linkXml({ id, type, target: `/${part}` }, root.prefix))]);
  return id;
}

/** Of a workbook that names no parts at all: they are where everybody looks for them, and with one relationship nobody would look. */
function guessedLinks(copy: PackageCopy, types: string): readonly Link[] {
  const sheets = listTabs(copy).flatMap(({ relationshipId: id, part }) =>
    part === null || id === "" ? [] : [{ id, type: `${types}/worksheet`, target: `/${part}` }],
  );
  const folder = copy.workbook.slice(0, Math.max(0, copy.workbook.lastIndexOf("/")));
  const others = ["styles", "sharedStrings"].flatMap((kind) => {
    const part = `${folder}/${kind}.xml`;
    return copy.has(part) ? [{ id: `phuluc-${kind}`, type: `${types}/${kind}`, target: `/${part}` }] : [];
  });
  return [...sheets, ...others];
}

export function unlinkFromWorkbook(copy: PackageCopy, ids: ReadonlySet<string>): void {
  const links = copy.relationshipsPart(copy.workbook);
  if (!copy.has(links)) return;
  takeOutWhere(copy, links, { root: "Relationships", attribute: "Id", isGone: (id) => ids.has(id) });
}

/** Once only: Excel takes two types of one part for damage. */
export function nameType(copy: PackageCopy, part: string, type: string): void {
  if (!copy.has(TYPES_PART)) return;
  const { text, encoding } = copy.text(TYPES_PART);
  const root = rootOf(text, "Types");
  const isNamed = root.children.some((child) => {
    const [attributes] = findElements(decodePiece(openingOf(text, child), encoding), child.name);
    return partKey(attributes?.get("PartName") ?? "") === partKey(part);
  });
  // Of a part that was missing.
  if (isNamed) return;
  const xml = `<${prefixOf(root)}Override PartName="/${part}" ContentType="${type}"/>`;
  copy.splice(TYPES_PART, [appendTo(root, xml)]);
}

export function forgetTypes(copy: PackageCopy, parts: ReadonlySet<string>): void {
  if (!copy.has(TYPES_PART)) return;
  const keys = new Set([...parts].map(partKey));
  takeOutWhere(copy, TYPES_PART, { root: "Types", attribute: "PartName", isGone: (name) => keys.has(partKey(name)) });
}

interface Gone {
  readonly root: string;
  readonly attribute: string;
  readonly isGone: (value: string) => boolean;
}

function takeOutWhere(copy: PackageCopy, part: string, { root, attribute, isGone }: Gone): void {
  const { text, encoding } = copy.text(part);
  const gone = rootOf(text, root).children.filter((child) => {
    const [attributes] = findElements(decodePiece(openingOf(text, child), encoding), child.name);
    return isGone(attributes?.get(attribute) ?? "");
  });
  if (gone.length > 0) copy.splice(part, gone.map(takeOut));
}
