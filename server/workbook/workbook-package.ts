import { LIMITS, type RefusalCode } from "./refusals.ts";
import { decodeXml, encodingOf } from "./xml.ts";
import { unpackEntry, type ZipEntry } from "./zip.ts";

/** Part names ignore case, and some writers use backslashes or a leading slash. */
export const partKey = (name: string): string => name.replace(/\\/g, "/").replace(/^\/+/, "").toLowerCase();

/** The parts of a zip by name, unpacked on demand within one budget for the whole file. */
export class WorkbookPackage {
  /** Why a part could not be had; the first such reason. */
  trouble: RefusalCode | null = null;
  readonly #bytes: Buffer;
  readonly #entries: ReadonlyMap<string, ZipEntry>;
  #budget: number;

  constructor(bytes: Buffer, entries: readonly ZipEntry[]) {
    this.#bytes = bytes;
    // Of two parts with one name the first counts: Map keeps the last, so they are given backwards.
    this.#entries = new Map(entries.map((entry): [string, ZipEntry] => [partKey(entry.name), entry]).reverse());
    this.#budget = Math.min(LIMITS.contentBytes, Math.max(LIMITS.ratioFromBytes, bytes.length * LIMITS.ratio));
  }

  get names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  has(name: string): boolean {
    return this.#entries.has(partKey(name));
  }

  /** The part in UTF-8, whatever it is written in. Empty when it is missing or can't be had. */
  readUtf8(name: string): Buffer {
    const content = this.read(name);
    if (encodingOf(content) === "utf-8") return content;
    if (content.length <= LIMITS.recodedBytes) return Buffer.from(decodeXml(content), "utf8");
    this.trouble ??= "content-too-large";
    return Buffer.alloc(0);
  }

  /** Empty when the part is missing or can't be had. */
  read(name: string): Buffer {
    const entry = this.#entries.get(partKey(name));
    if (!entry || this.trouble) return Buffer.alloc(0);
    const content = unpackEntry(this.#bytes, entry, this.#budget);
    if (typeof content === "string") {
      this.trouble = content;
      return Buffer.alloc(0);
    }
    this.#budget -= content.length;
    return content;
  }
}
