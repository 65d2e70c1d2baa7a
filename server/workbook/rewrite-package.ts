/** Changes parts of a workbook just made, for what exceljs can't write. */
import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";
import { readZipEntries, unpackEntry, type ZipEntry } from "./zip.ts";

export interface Changes {
  /** By the part's name. */
  readonly changed: ReadonlyMap<string, (xml: string) => string>;
  readonly added: readonly (readonly [name: string, xml: string])[];
}

/** A workbook of our own making: its parts are few, and none is larger than this. */
const MOST_PARTS = 1_000;
const MOST_BYTES = 50_000_000;

/** @throws Error for a package that is not whole */
export async function rewritePackage(bytes: Buffer, { changed, added }: Changes): Promise<Buffer> {
  const entries = readZipEntries(bytes, MOST_PARTS);
  if (typeof entries === "string") throw new Error(`the workbook just made can't be read: ${entries}`);
  const zip = new ZipFile();
  for (const entry of entries.filter(({ name }) => !name.endsWith("/"))) {
    const content = contentOf(bytes, entry);
    const change = changed.get(entry.name);
    zip.addBuffer(change ? Buffer.from(change(content.toString("utf8"))) : content, entry.name);
  }
  for (const [name, xml] of added) zip.addBuffer(Buffer.from(xml), name);
  zip.end();
  return buffer(zip.outputStream);
}

function contentOf(bytes: Buffer, entry: ZipEntry): Buffer {
  const content = unpackEntry(bytes, entry, MOST_BYTES);
  if (typeof content === "string") throw new Error(`${entry.name} of the workbook just made can't be read: ${content}`);
  return content;
}
