/** A workbook as its parts, taken apart and put together again. */
import { readZipEntries, unpackEntry } from "../../../server/workbook/zip.ts";
import { makeZip } from "../../workbook/make-workbook.ts";

export interface Part {
  readonly name: string;
  readonly content: Buffer;
}

const MOST_BYTES = 4_000_000;

/** Null for what is no whole zip. */
export function takeApart(bytes: Buffer): readonly Part[] | null {
  const entries = readZipEntries(bytes, 300);
  if (typeof entries === "string") return null;
  const parts: Part[] = [];
  for (const entry of entries) {
    const content = unpackEntry(bytes, entry, MOST_BYTES);
    if (typeof content === "string") return null;
    parts.push({ name: entry.name, content });
  }
  return parts;
}

export const putTogether = (parts: readonly Part[]): Buffer => makeZip(parts);
