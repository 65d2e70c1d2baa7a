/** The same zip with some entries changed: the others are carried over packed as they were. */
import { crc32, deflateRawSync } from "node:zlib";
import { packedContent, type ZipEntry } from "../zip.ts";
import { CopyRefused } from "./copy-refused.ts";

export interface ZipChanges {
  readonly changed: ReadonlyMap<ZipEntry, Buffer>;
  readonly removed: ReadonlySet<ZipEntry>;
  readonly added: readonly (readonly [name: string, content: Buffer])[];
}

/** A file's line in the directory, the length of its name after it. */
const LINE_BYTES = 46;
const LINE = 0x02014b50;
const LOCAL = 0x04034b50;
const END = 0x06054b50;
const DEFLATED = 8;
/** Names in UTF-8. */
const UTF8 = 0x800;
/** Sizes that follow the content: they stand before it here. */
const SIZES_FOLLOW = 0x8;
/** 1 January 1980, as nobody worked at a moment of ours. */
const FIRST_DAY = 0x21;

interface Packed {
  /** Of its line in the directory, all but the place. */
  readonly line: Buffer;
  readonly name: Buffer;
  readonly content: Buffer;
}

/** @throws CopyRefused for entries that are not whole */
export function copyZip(bytes: Buffer, entries: readonly ZipEntry[], { changed, removed, added }: ZipChanges): Buffer {
  const kept = entries.filter((entry) => !removed.has(entry)).map((entry) => carry(bytes, entry, changed.get(entry)));
  // Entries that lie over each other would grow without bounds.
  const size = entries.reduce((sum, { packedBytes }) => sum + packedBytes, 0);
  if (size > bytes.length) throw new CopyRefused("damaged");
  return writeZip([...kept, ...added.map(([name, content]) => addNew(name, content))]);
}

function carry(bytes: Buffer, entry: ZipEntry, content: Buffer | undefined): Packed {
  const line = Buffer.from(bytes.subarray(entry.listedAt, entry.listedAt + LINE_BYTES));
  const nameLength = line.readUInt16LE(28);
  const name = bytes.subarray(entry.listedAt + LINE_BYTES, entry.listedAt + LINE_BYTES + nameLength);
  line.writeUInt16LE(line.readUInt16LE(8) & ~SIZES_FOLLOW, 8);
  // Neither further fields nor remarks: what they say is about times and owners on the machine it was packed on.
  line.fill(0, 30, 36);
  if (content) return pack(line, name, content);
  const packed = packedContent(bytes, entry);
  if (typeof packed === "string") throw new CopyRefused(packed);
  line.writeUInt32LE(packed.length, 20);
  line.writeUInt32LE(Math.min(entry.statedBytes, 0xffffffff), 24);
  return { line, name, content: packed };
}

function addNew(fileName: string, content: Buffer): Packed {
  const name = Buffer.from(fileName);
  const line = Buffer.alloc(LINE_BYTES);
  line.writeUInt32LE(LINE, 0);
  line.writeUInt16LE(20, 4);
  line.writeUInt16LE(20, 6);
  line.writeUInt16LE(UTF8, 8);
  line.writeUInt16LE(FIRST_DAY, 14);
  line.writeUInt16LE(name.length, 28);
  return pack(line, name, content);
}

function pack(line: Buffer, name: Buffer, content: Buffer): Packed {
  const packed = deflateRawSync(content);
  line.writeUInt16LE(DEFLATED, 10);
  line.writeUInt32LE(crc32(content), 16);
  line.writeUInt32LE(packed.length, 20);
  line.writeUInt32LE(content.length, 24);
  return { line, name, content: packed };
}

function writeZip(files: readonly Packed[]): Buffer {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { line, name, content } of files) {
    line.writeUInt32LE(offset, 42);
    directory.push(line, name);
    // A local header is the middle of the line, under a signature of its own.
    const header = Buffer.alloc(4);
    header.writeUInt32LE(LOCAL, 0);
    pieces.push(header, line.subarray(6, 32), name, content);
    offset += 30 + name.length + content.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...pieces, list, end]);
}
