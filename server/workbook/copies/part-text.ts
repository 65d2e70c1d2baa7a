/** A part as a text whose places are those of its bytes, so that a change is a splice and all around it stays byte for byte. */
import { encodingOf } from "../xml.ts";
import { CopyRefused } from "./copy-refused.ts";

/** At this place so much is taken out, and this put in. */
export interface Splice {
  readonly at: number;
  readonly remove: number;
  /** Plain ASCII but for what stood there before: the part may be in any encoding. */
  readonly insert: string;
}

export type Encoding = "latin1" | "utf16le" | "utf16be";

export interface PartText {
  readonly text: string;
  readonly encoding: Encoding;
}

/** Every encoding but UTF-16 spells ASCII as it is: its bytes are taken as characters, whatever else they mean. */
export function readPartText(bytes: Buffer): PartText {
  const name = encodingOf(bytes);
  if (!name.startsWith("utf-16")) return { text: bytes.toString("latin1"), encoding: "latin1" };
  if (bytes.length % 2 === 1) throw new CopyRefused("damaged");
  if (name === "utf-16le") return { text: bytes.toString("utf16le"), encoding: "utf16le" };
  return { text: Buffer.from(bytes).swap16().toString("utf16le"), encoding: "utf16be" };
}

export function writePartText({ text, encoding }: PartText): Buffer {
  if (encoding === "latin1") return Buffer.from(text, "latin1");
  const bytes = Buffer.from(text, "utf16le");
  return encoding === "utf16be" ? bytes.swap16() : bytes;
}

/** What was read from the part, as people wrote it. */
export const decodePiece = (piece: string, encoding: Encoding): string =>
  encoding === "latin1" ? Buffer.from(piece, "latin1").toString("utf8") : piece;

interface Spliced {
  readonly text: string;
  /** What makes the text before of the text after. */
  readonly undo: readonly Splice[];
}

/** Those at one place follow each other as given. @throws CopyRefused where splices overlap: such a part contradicts itself */
export function applySplices(text: string, splices: readonly Splice[]): Spliced {
  const pieces: string[] = [];
  const undo: Splice[] = [];
  let [read, written] = [0, 0];
  for (const { at, remove, insert } of [...splices].sort((a, b) => a.at - b.at)) {
    if (at < read || at + remove > text.length) throw new CopyRefused("damaged");
    pieces.push(text.slice(read, at), insert);
    written += at - read;
    undo.push({ at: written, remove: insert.length, insert: text.slice(at, at + remove) });
    written += insert.length;
    read = at + remove;
  }
  return { text: pieces.join("") + text.slice(read), undo };
}
