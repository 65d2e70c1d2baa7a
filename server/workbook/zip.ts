import { crc32, inflateRawSync } from "node:zlib";
import type { RefusalCode } from "./refusals.ts";

export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly crc: number;
  /** As the directory states them; nothing may rely on the second. */
  readonly packedBytes: number;
  readonly statedBytes: number;
  /** Of the local header, from the start of the file. */
  readonly offset: number;
  /** Of its line in the directory. */
  readonly listedAt: number;
}

const END_SIGNATURE = Buffer.from("PK\u0005\u0006", "latin1");
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const ZIP64_LOCATOR = 0x07064b50;
const ZIP64_LOCATOR_BYTES = 20;
const ZIP64_END = 0x06064b50;
const ZIP64_END_BYTES = 56;
const CENTRAL = 0x02014b50;
const CENTRAL_BYTES = 46;
const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;
const IN_ZIP64 = 0xffffffff;
/** The least that is unpacked at once. */
const PIECE = 64 * 1024;
const STORED = 0;
const DEFLATED = 8;

interface Directory {
  readonly start: number;
  readonly count: number;
  /** Bytes put before the zip, which its offsets do not count. */
  readonly shift: number;
}

function findEnd(bytes: Buffer): number {
  // Some disks and mail programs fill a file up with zeros.
  let filled = bytes.length;
  while (filled > 0 && bytes[filled - 1] === 0) filled--;
  const lowest = Math.max(0, filled - END_BYTES - LONGEST_COMMENT);
  let at = bytes.lastIndexOf(END_SIGNATURE);
  while (at >= lowest) {
    if (at + END_BYTES <= bytes.length) return at;
    at = bytes.lastIndexOf(END_SIGNATURE, at - 1);
  }
  return -1;
}

function findDirectory(bytes: Buffer, end: number): Directory {
  let count = bytes.readUInt16LE(end + 10);
  let size = bytes.readUInt32LE(end + 12);
  let stated = bytes.readUInt32LE(end + 16);
  let directoryEnd = end;
  const locator = end - ZIP64_LOCATOR_BYTES;
  if (locator >= ZIP64_END_BYTES && bytes.readUInt32LE(locator) === ZIP64_LOCATOR) {
    const zip64 = locator - ZIP64_END_BYTES;
    if (bytes.readUInt32LE(zip64) === ZIP64_END) {
      count = Number(bytes.readBigUInt64LE(zip64 + 32));
      size = Number(bytes.readBigUInt64LE(zip64 + 40));
      stated = Number(bytes.readBigUInt64LE(zip64 + 48));
      directoryEnd = zip64;
    }
  }
  const start = directoryEnd - size;
  return { start, count, shift: start - stated };
}

interface Zip64Sizes {
  packedBytes: number;
  statedBytes: number;
  offset: number;
}

/** Replaces the values that did not fit into 32 bits, in the order the format fixes. */
function widen(sizes: Zip64Sizes, extra: Buffer): Zip64Sizes {
  const wide = { ...sizes };
  for (let at = 0; at + 4 <= extra.length;) {
    const end = Math.min(extra.length, at + 4 + extra.readUInt16LE(at + 2));
    let next = at + 4;
    for (const key of ["statedBytes", "packedBytes", "offset"] as const) {
      if (extra.readUInt16LE(at) !== 1 || wide[key] !== IN_ZIP64 || next + 8 > end) continue;
      wide[key] = Number(extra.readBigUInt64LE(next));
      next += 8;
    }
    at = end;
  }
  return wide;
}

/** The list of what the zip holds, or why it can't be had. */
export function readZipEntries(bytes: Buffer, most: number): readonly ZipEntry[] | RefusalCode {
  const end = findEnd(bytes);
  if (end < 0) return "truncated";
  const { start, count, shift } = findDirectory(bytes, end);
  if (start < 0 || shift < 0) return "damaged";
  if (count > most) return "too-many-parts";
  const entries: ZipEntry[] = [];
  let at = start;
  while (entries.length < count) {
    if (at + CENTRAL_BYTES > end || bytes.readUInt32LE(at) !== CENTRAL) return "damaged";
    const name = at + CENTRAL_BYTES;
    const extra = name + bytes.readUInt16LE(at + 28);
    const comment = extra + bytes.readUInt16LE(at + 30);
    const sizes = {
      packedBytes: bytes.readUInt32LE(at + 20),
      statedBytes: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    };
    const wide = widen(sizes, bytes.subarray(extra, comment));
    entries.push({
      ...wide,
      listedAt: at,
      offset: wide.offset + shift,
      name: bytes.toString("utf8", name, extra),
      isEncrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
    });
    at = comment + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** What the directory states of the size is used for one thing only: when it is true, all comes in one piece, without a copy. */
function unpack(packed: Buffer, { method, statedBytes }: ZipEntry, most: number): Buffer | RefusalCode {
  if (method === STORED) return packed.length > most ? "content-too-large" : packed;
  if (method !== DEFLATED) return "damaged";
  try {
    return inflateRawSync(packed, {
      maxOutputLength: Math.max(1, most),
      chunkSize: Math.min(Math.max(statedBytes + 1, PIECE), most + 1),
    });
  } catch (trouble) {
    const isTooLarge = trouble instanceof Error && "code" in trouble && trouble.code === "ERR_BUFFER_TOO_LARGE";
    return isTooLarge ? "content-too-large" : "damaged";
  }
}

/** The entry's content as it lies in the zip, packed. */
export function packedContent(bytes: Buffer, { offset, packedBytes }: ZipEntry): Buffer | RefusalCode {
  if (offset + LOCAL_BYTES > bytes.length || bytes.readUInt32LE(offset) !== LOCAL) return "damaged";
  const start = offset + LOCAL_BYTES + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  return start + packedBytes > bytes.length ? "damaged" : bytes.subarray(start, start + packedBytes);
}

/** The entry's content, at most so many bytes whatever the directory states. */
export function unpackEntry(bytes: Buffer, entry: ZipEntry, most: number): Buffer | RefusalCode {
  const packed = packedContent(bytes, entry);
  if (typeof packed === "string") return packed;
  const content = unpack(packed, entry, most);
  // A flipped bit in a compressed amount gives another amount, and only the checksum tells. Relationships hold none: some
  // writers leave the sum of an earlier state there, and one that is torn names a part that is not found.
  if (typeof content !== "string" && !entry.name.endsWith(".rels") && crc32(content) !== entry.crc) return "damaged";
  return content;
}
