import { basename } from "node:path";
import { LIMITS, type RefusalCode } from "./refusals.ts";
import { WorkbookPackage } from "./workbook-package.ts";
import { findWorkbookParts, type WorkbookParts } from "./workbook-parts.ts";
import { readZipEntries, type ZipEntry } from "./zip.ts";

const startsWith = (bytes: Buffer, signature: string): boolean =>
  bytes.toString("latin1", 0, signature.length) === signature;

/** Directory entries of a compound file start with their name in UTF-16 and lie on a grid of 128 bytes. */
function hasStream(bytes: Buffer, name: string): boolean {
  const wanted = Buffer.from(`${name}\0`, "utf16le");
  for (let at = bytes.indexOf(wanted); at >= 0; at = bytes.indexOf(wanted, at + 1)) {
    if (at % 128 === 0) return true;
  }
  return false;
}

function judgeCompoundFile(bytes: Buffer): RefusalCode {
  if (hasStream(bytes, "EncryptedPackage") || hasStream(bytes, "EncryptionInfo")) return "password-protected";
  if (hasStream(bytes, "Workbook") || hasStream(bytes, "Book")) return "old-xls";
  if (hasStream(bytes, "WordDocument") || hasStream(bytes, "PowerPoint Document")) return "other-office-document";
  return "not-a-workbook";
}

function isText(bytes: Buffer): boolean {
  const head = bytes.subarray(0, 4096);
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return true;
  return head.every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d));
}

function judgeOther(bytes: Buffer): RefusalCode {
  // The bare record of Excel 2 to 4, before workbooks were compound files.
  if (/^\x09[\x00\x02\x04\x08][\x04-\x10]\x00/.test(bytes.toString("latin1", 0, 4))) return "old-xls";
  if (startsWith(bytes, "%PDF") || startsWith(bytes, "{\\rtf")) return "not-a-workbook";
  return isText(bytes) ? "text-file" : "not-a-workbook";
}

function judgeSizes(entries: readonly ZipEntry[], fileBytes: number): RefusalCode | null {
  const stated = entries.reduce((sum, entry) => sum + entry.statedBytes, 0);
  if (stated > LIMITS.contentBytes) return "content-too-large";
  const isBomb = stated > LIMITS.ratioFromBytes && stated > fileBytes * LIMITS.ratio;
  return isBomb ? "content-too-large" : null;
}

function judgeWithoutWorkbook(names: readonly string[]): RefusalCode {
  const holds = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (holds(/^xl\/workbook\.bin$/)) return "binary-xlsb";
  if (holds(/^(word\/document|ppt\/presentation)\.xml$/)) return "other-office-document";
  if (holds(/^content\.xml$/) && holds(/^(mimetype|meta-inf\/manifest\.xml)$/)) return "open-document";
  return holds(/^xl\//) ? "damaged" : "not-a-workbook";
}

/** What the file is, when that can be told without unpacking anything. */
function judgeFile(bytes: Buffer, fileName: string): RefusalCode | null {
  if (basename(fileName).startsWith("~$")) return "lock-file";
  if (bytes.length === 0) return "empty-file";
  if (bytes.length > LIMITS.fileBytes) return "file-too-large";
  if (startsWith(bytes, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) return judgeCompoundFile(bytes);
  return null;
}

export type PackageCheck =
  | { readonly ok: true; readonly zip: WorkbookPackage; readonly parts: WorkbookParts }
  | { readonly ok: false; readonly code: RefusalCode };

export type OpenedPackage =
  | { readonly ok: true; readonly zip: WorkbookPackage; readonly entries: readonly ZipEntry[] }
  | { readonly ok: false; readonly code: RefusalCode };

/** The zip, of which nothing is unpacked yet, or why the file is refused. */
export function openPackage(bytes: Buffer, fileName: string): OpenedPackage {
  const refusal = judgeFile(bytes, fileName);
  if (refusal) return { ok: false, code: refusal };
  const entries = readZipEntries(bytes, LIMITS.parts);
  if (typeof entries === "string") {
    const isZip = startsWith(bytes, "PK\u0003\u0004") || bytes.includes("xl/workbook.xml");
    return { ok: false, code: isZip ? entries : judgeOther(bytes) };
  }
  const oversize = judgeSizes(entries, bytes.length);
  if (oversize) return { ok: false, code: oversize };
  if (entries.some((entry) => entry.isEncrypted)) return { ok: false, code: "password-protected" };
  return { ok: true, zip: new WorkbookPackage(bytes, entries), entries };
}

/** Where the reader finds what it needs, or why the file is refused. */
export function checkPackage(bytes: Buffer, fileName: string): PackageCheck {
  const opened = openPackage(bytes, fileName);
  if (!opened.ok) return opened;
  const { zip } = opened;
  const parts = findWorkbookParts(zip);
  if (zip.trouble) return { ok: false, code: zip.trouble };
  return parts ? { ok: true, zip, parts } : { ok: false, code: judgeWithoutWorkbook(zip.names) };
}
