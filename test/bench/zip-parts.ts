/** Where each part's compressed bytes lie in a workbook file, by the zip's directory (with its 64-bit form for large files). */
import { closeSync, openSync, readSync, statSync } from "node:fs";

export interface ZipPart {
  readonly start: number;
  readonly end: number;
  readonly isDeflated: boolean;
}

const WIDE = 0xffffffff;
const END = "PK\u0005\u0006";
const WIDE_END = "PK\u0006\u0006";
const DEFLATED = 8;
/** The directory's end lies in the last so many bytes: our files have no comment. */
const TAIL = 4096;

export function zipPartsOf(path: string): readonly ZipPart[] {
  const file = openSync(path, "r");
  try {
    return partsOf((start, length) => {
      const bytes = Buffer.alloc(length);
      readSync(file, bytes, 0, length, start);
      return bytes;
    }, statSync(path).size);
  } finally {
    closeSync(file);
  }
}

type ReadAt = (start: number, length: number) => Buffer;

function partsOf(at: ReadAt, size: number): readonly ZipPart[] {
  const directory = directoryOf(at, size);
  const parts: ZipPart[] = [];
  for (let place = 0; place < directory.length;) {
    const [name = 0, extra = 0, comment = 0] = [28, 30, 32].map((field) => directory.readUInt16LE(place + field));
    const fields = place + 46 + name;
    const length = packedLength(directory, place, fields);
    const header = directory.readUInt32LE(place + 42);
    const local = at(header, 30);
    const start = header + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
    const isDeflated = directory.readUInt16LE(place + 10) === DEFLATED;
    if (length > 0) parts.push({ start, end: start + length, isDeflated });
    place = fields + extra + comment;
  }
  return parts;
}

function directoryOf(at: ReadAt, size: number): Buffer {
  const tail = at(size - Math.min(size, TAIL), Math.min(size, TAIL));
  const wide = tail.lastIndexOf(WIDE_END, undefined, "latin1");
  if (wide >= 0) return at(Number(tail.readBigUInt64LE(wide + 48)), Number(tail.readBigUInt64LE(wide + 40)));
  const end = tail.lastIndexOf(END, undefined, "latin1");
  return at(tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
}

/** A length beyond 32 bits stands among the extra fields, behind the unpacked one where that is as long. */
function packedLength(directory: Buffer, place: number, fields: number): number {
  const length = directory.readUInt32LE(place + 20);
  if (length !== WIDE) return length;
  const skipped = directory.readUInt32LE(place + 24) === WIDE ? 8 : 0;
  return Number(directory.readBigUInt64LE(fields + 4 + skipped));
}
