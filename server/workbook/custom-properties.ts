/** Properties of a workbook that its maker names: exceljs writes none, so they are put into the finished package. */
import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";
import { readZipEntries, unpackEntry, type ZipEntry } from "./zip.ts";

/** Name and value, in the order they are listed. */
export type CustomProperties = readonly (readonly [name: string, value: string])[];

const PART = "docProps/custom.xml";
const RELATIONSHIP = `<Relationship Id="rIdCustom" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties" Target="${PART}"/>`;
const CONTENT_TYPE = `<Override PartName="/${PART}" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/>`;

/** What each part is told of the new one, before the end of its root. */
const ADDITIONS: ReadonlyMap<string, readonly [end: string, added: string]> = new Map([
  ["[Content_Types].xml", ["</Types>", CONTENT_TYPE]],
  ["_rels/.rels", ["</Relationships>", RELATIONSHIP]],
]);

/** A workbook of our own making: its parts are few, and none is larger than this. */
const MOST_PARTS = 1_000;
const MOST_BYTES = 50_000_000;

/** @throws Error for a package that is not whole */
export async function addCustomProperties(bytes: Buffer, properties: CustomProperties): Promise<Buffer> {
  const entries = readZipEntries(bytes, MOST_PARTS);
  if (typeof entries === "string") throw new Error(`the workbook just made can't be read: ${entries}`);
  const zip = new ZipFile();
  for (const entry of entries.filter(({ name }) => !name.endsWith("/")))
    zip.addBuffer(withAddition(entry.name, contentOf(bytes, entry)), entry.name);
  zip.addBuffer(Buffer.from(customXml(properties)), PART);
  zip.end();
  return buffer(zip.outputStream);
}

function contentOf(bytes: Buffer, entry: ZipEntry): Buffer {
  const content = unpackEntry(bytes, entry, MOST_BYTES);
  if (typeof content === "string") throw new Error(`${entry.name} of the workbook just made can't be read: ${content}`);
  return content;
}

function withAddition(name: string, content: Buffer): Buffer {
  const [end, added] = ADDITIONS.get(name) ?? [];
  if (end === undefined || added === undefined) return content;
  const text = content.toString("utf8");
  const at = text.lastIndexOf(end);
  if (at < 0) throw new Error(`${name} of the workbook just made has no end`);
  return Buffer.from(text.slice(0, at) + added + text.slice(at));
}

/** Excel takes this one format of properties, and numbers from 2 on. */
const FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";
const FIRST_NUMBER = 2;

function customXml(properties: CustomProperties): string {
  const all = properties.map(
    ([name, value], index) =>
      `<property fmtid="${FORMAT}" pid="${String(index + FIRST_NUMBER)}" name="${escape(name)}"><vt:lpwstr>${escape(value)}</vt:lpwstr></property>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${all.join("")}</Properties>`;
}

const SIGNS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** What XML can't hold at all is left out. */
const escape = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? "");
