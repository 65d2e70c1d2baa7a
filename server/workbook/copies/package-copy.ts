/** A workbook's package on the way to a changed copy: splices are gathered by part, and only parts with some are written anew. */
import { openPackage } from "../package-check.ts";
import { partKey, type WorkbookPackage } from "../workbook-package.ts";
import { findWorkbook, readRelationships, relationshipsPart } from "../workbook-parts.ts";
import { sha256 } from "./sha256.ts";
import type { ZipEntry } from "../zip.ts";
import { CopyRefused } from "./copy-refused.ts";
import { applySplices, readPartText, writePartText, type PartText, type Splice } from "./part-text.ts";
import { copyZip } from "./zip-copy.ts";

/** What was done to a part, and how it is undone. */
export interface PartChange {
  readonly part: string;
  readonly undo: readonly Splice[];
  readonly before: string;
  readonly after: string;
}

export class PackageCopy {
  /** The name of the workbook's own part. */
  readonly workbook: string;
  readonly #bytes: Buffer;
  readonly #zip: WorkbookPackage;
  readonly #entries: readonly ZipEntry[];
  readonly #texts = new Map<string, PartText>();
  readonly #splices = new Map<string, Splice[]>();
  readonly #added = new Map<string, readonly [name: string, content: Buffer]>();
  readonly #removed = new Set<string>();

  /** @throws CopyRefused for what is no workbook, and for one that is signed */
  constructor(bytes: Buffer, fileName: string) {
    const opened = openPackage(bytes, fileName);
    if (!opened.ok) throw new CopyRefused(opened.code);
    this.#bytes = bytes;
    this.#zip = opened.zip;
    this.#entries = opened.entries;
    if (this.#isSigned()) throw new CopyRefused("digitally-signed");
    const workbook = findWorkbook(opened.zip);
    if (!workbook?.endsWith(".xml")) throw new CopyRefused("damaged");
    this.workbook = workbook;
  }

  #isSigned(): boolean {
    const isSignature = (name: string): boolean => name.startsWith("_xmlsignatures/");
    return this.#zip.names.some(isSignature) || readRelationships(this.#zip, "").some(({ kind }) => kind === "origin");
  }

  has(part: string): boolean {
    const key = partKey(part);
    return !this.#removed.has(key) && (this.#added.has(key) || this.#zip.has(part));
  }

  /** Was there before. */
  came(part: string): boolean {
    return this.#zip.has(part);
  }

  /** As it came, or was added. */
  read(part: string): Buffer {
    const content = this.#added.get(partKey(part))?.[1] ?? this.#zip.read(part);
    if (this.#zip.trouble) throw new CopyRefused(this.#zip.trouble);
    return content;
  }

  /** A part that is to be changed. */
  text(part: string): PartText {
    const key = partKey(part);
    const known = this.#texts.get(key);
    if (known) return known;
    const text = readPartText(this.read(part));
    this.#texts.set(key, text);
    return text;
  }

  relationships(part: string): ReturnType<typeof readRelationships> {
    return readRelationships(this.#zip, part);
  }

  /** The first part of that kind that is there: "styles", "calcChain". */
  partOfKind(kind: string): string | undefined {
    return this.relationships(this.workbook)
      .flatMap((it) => (it.kind === kind ? it.paths : []))
      .find((path) => this.#zip.has(path));
  }

  splice(part: string, splices: readonly Splice[]): void {
    this.text(part);
    const key = partKey(part);
    this.#splices.set(key, [...(this.#splices.get(key) ?? []), ...splices]);
  }

  add(part: string, content: string | Buffer): void {
    this.#added.set(partKey(part), [part, Buffer.from(content)]);
  }

  remove(part: string): void {
    this.#removed.add(partKey(part));
  }

  /** Parts of this name with a number that is free: "xl/worksheets/sheet4.xml". */
  freeName(folder: string, ending: string): string {
    let number = 1;
    while (this.has(`${folder}${String(number)}${ending}`)) number++;
    return `${folder}${String(number)}${ending}`;
  }

  relationshipsPart(part: string): string {
    return relationshipsPart(part);
  }

  get addedParts(): readonly string[] {
    return [...this.#added.values()].map(([name]) => name);
  }

  get isChanged(): boolean {
    return this.#splices.size + this.#added.size + this.#removed.size > 0;
  }

  /** @param lastPart made of all that was changed */
  write(lastPart?: (changes: readonly PartChange[]) => readonly [name: string, content: Buffer]): Buffer {
    if (!this.isChanged) return this.#bytes;
    const changed = new Map<ZipEntry, Buffer>();
    const changes: PartChange[] = [];
    for (const [key, splices] of this.#splices) {
      const entry = this.#entries.find(({ name }) => partKey(name) === key);
      const part = this.#texts.get(key);
      if (!entry || !part || this.#removed.has(key)) continue;
      const { text, undo } = applySplices(part.text, splices);
      const content = writePartText({ ...part, text });
      changed.set(entry, content);
      changes.push({ part: key, undo, before: sha256(writePartText(part)), after: sha256(content) });
    }
    const removed = new Set(this.#entries.filter(({ name }) => this.#removed.has(partKey(name))));
    const added = [...this.#added].map(([key, part]) => this.#spliced(key, part));
    return copyZip(this.#bytes, this.#entries, {
      changed,
      removed,
      added: lastPart ? [...added, lastPart(changes)] : added,
    });
  }

  #spliced(key: string, added: readonly [name: string, content: Buffer]): readonly [name: string, content: Buffer] {
    const part = this.#texts.get(key);
    const splices = this.#splices.get(key);
    if (!part || !splices) return added;
    return [added[0], writePartText({ ...part, text: applySplices(part.text, splices).text })];
  }
}
