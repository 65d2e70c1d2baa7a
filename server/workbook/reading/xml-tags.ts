/**
 * The tags of a part, one after the other, from its bytes: a sheet of a hundred megabytes is never made into a text. What is
 * not well-formed ends it as torn: cells would otherwise run into each other.
 */
import { unescapeXml } from "../xml-references.ts";

const [LT, GT, SLASH, EQUALS, COLON, BANG, QUESTION] = [0x3c, 0x3e, 0x2f, 0x3d, 0x3a, 0x21, 0x3f];
const [DOUBLE, SINGLE, OPENING, CLOSING] = [0x22, 0x27, 0x5b, 0x5d];

/** Of one attribute: its name, then its value. */
const FIELDS = 4;
/** Deeper than any part that a program writes. */
const MOST_DEPTH = 256;

const isSpace = (byte: number): boolean => byte <= 0x20;

export class XmlTags {
  readonly bytes: Buffer;
  /** Behind the tag told last: where its content begins. */
  at = 0;
  isClose = false;
  isEmpty = false;
  /** The part ends in the middle of something. */
  isTorn = false;
  /** How many elements stand open around what comes next. */
  depth = 0;
  #nameFrom = 0;
  #localFrom = 0;
  #nameTo = 0;
  /** Where the names of the open elements stand. */
  readonly #open: number[] = [];
  readonly #attributes: number[] = [];
  #count = 0;
  #hasRoot = false;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  /**
   * False at the end. Comments, instructions, declarations and CDATA are passed by; no declared entity is ever looked up. So is
   * what only some programs are to read: extensions, and of alternatives (`mc:AlternateContent`) all but the one for everybody.
   */
  next(): boolean {
    while (this.#nextTag()) {
      if (this.isClose || !(this.is("extLst") || this.is("Choice"))) return true;
      if (!this.isEmpty && !this.#skipContent()) return false;
    }
    return false;
  }

  #skipContent(): boolean {
    const around = this.depth - 1;
    while (this.#nextTag()) if (this.depth === around) return true;
    return false;
  }

  #nextTag(): boolean {
    const { bytes } = this;
    let at = this.at;
    for (;;) {
      while (at < bytes.length && bytes[at] !== LT) at++;
      if (at >= bytes.length) return this.#end(this.depth > 0 || !this.#hasRoot);
      const second = bytes[at + 1];
      if (second !== BANG && second !== QUESTION) return this.#readTag(at) && this.#nest();
      at = this.skipAside(at);
      if (at < 0) return this.#end(true);
    }
  }

  /** Each element ends before those around it do, and one is around all. */
  #nest(): boolean {
    if (this.isClose) {
      const from = this.#open[(this.depth - 1) * 2] ?? 0;
      const to = this.#open[(this.depth - 1) * 2 + 1] ?? 0;
      if (this.depth === 0 || !this.#isSameName(from, to)) return this.#end(true);
      this.depth--;
      return true;
    }
    if (this.depth === 0 && this.#hasRoot) return this.#end(true);
    this.#hasRoot = true;
    if (this.isEmpty) return true;
    if (this.depth === MOST_DEPTH) return this.#end(true);
    this.#open[this.depth * 2] = this.#nameFrom;
    this.#open[this.depth * 2 + 1] = this.#nameTo;
    this.depth++;
    return true;
  }

  #isSameName(from: number, to: number): boolean {
    if (to - from !== this.#nameTo - this.#nameFrom) return false;
    for (let at = from, own = this.#nameFrom; at < to; at++, own++)
      if (this.bytes[at] !== this.bytes[own]) return false;
    return true;
  }

  /** Whether the tag has that name, whatever its prefix. */
  is(name: string): boolean {
    return this.#equals(this.#localFrom, this.#nameTo, name);
  }

  opens(name: string): boolean {
    return !this.isClose && this.is(name);
  }

  closes(name: string): boolean {
    return this.isClose && this.is(name);
  }

  /** The place of the attribute's value as it is spelt, to be used before the next tag is asked for; -1 when the tag has none. */
  valueFrom(name: string): number {
    const index = this.#indexOf(name);
    return index < 0 ? -1 : (this.#attributes[index + 2] ?? -1);
  }

  /** What the attribute of that name says; one with a prefix is another. Undefined when the tag has none. */
  attribute(name: string): string | undefined {
    const index = this.#indexOf(name);
    return index < 0 ? undefined : this.#valueAt(index);
  }

  /** What it says without spaces around it: for values that are no text. */
  token(name: string): string | undefined {
    return this.attribute(name)?.trim();
  }

  /** All attributes by their names, prefixes and all. */
  *attributes(): Generator<readonly [name: string, value: string]> {
    for (let index = 0; index < this.#count * FIELDS; index += FIELDS)
      yield [this.bytes.toString("utf8", this.#attributes[index], this.#attributes[index + 1]), this.#valueAt(index)];
  }

  /** A whole number; -1 when the tag has none of that name, NaN for any other value. */
  numberOf(name: string): number {
    const index = this.#indexOf(name);
    if (index < 0) return -1;
    const to = this.#attributes[index + 3] ?? 0;
    let number = 0;
    for (let at = this.#attributes[index + 2] ?? 0; at < to; at++) {
      const digit = (this.bytes[at] ?? 0) - 0x30;
      if (digit < 0 || digit > 9) return wholeNumber(this.#valueAt(index));
      number = number * 10 + digit;
    }
    return to === this.#attributes[index + 2] ? NaN : number;
  }

  isTrue(name: string): boolean {
    const value = this.token(name);
    return value === "1" || value === "true";
  }

  /** @returns the place behind a comment, CDATA, an instruction or a declaration; -1 when it has no end */
  skipAside(at: number): number {
    const { bytes } = this;
    const behind = (closing: string): number => {
      const end = bytes.indexOf(closing, at, "latin1");
      return end < 0 ? -1 : end + closing.length;
    };
    if (bytes[at + 1] === QUESTION) return behind("?>");
    if (bytes[at + 2] === 0x2d && bytes[at + 3] === 0x2d) return behind("-->");
    if (bytes[at + 2] === OPENING) return behind("]]>");
    return this.#skipDeclaration(at);
  }

  #skipDeclaration(from: number): number {
    let depth = 0;
    for (let at = from; at < this.bytes.length; at++) {
      const byte = this.bytes[at];
      if (byte === DOUBLE || byte === SINGLE) {
        at = this.bytes.indexOf(byte, at + 1);
        if (at < 0) return -1;
      } else if (byte === OPENING) depth++;
      else if (byte === CLOSING) depth--;
      else if (byte === GT && depth <= 0) return at + 1;
    }
    return -1;
  }

  #end(isTorn: boolean): false {
    this.at = this.bytes.length;
    this.isTorn ||= isTorn;
    return false;
  }

  #readTag(start: number): boolean {
    const { bytes } = this;
    this.isClose = bytes[start + 1] === SLASH;
    this.isEmpty = false;
    this.#count = 0;
    let at = start + (this.isClose ? 2 : 1);
    this.#nameFrom = at;
    this.#localFrom = at;
    for (; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0;
      if (isSpace(byte) || byte === GT || byte === SLASH) break;
      if (byte === COLON) this.#localFrom = at + 1;
    }
    this.#nameTo = at;
    while (at < bytes.length) {
      const byte = bytes[at] ?? 0;
      if (byte === GT) {
        this.at = at + 1;
        return true;
      }
      if (isSpace(byte)) at++;
      else if (byte === SLASH) {
        this.isEmpty = bytes[at + 1] === GT;
        at++;
      } else at = this.#readAttribute(at);
    }
    return this.#end(true);
  }

  /** @returns the place behind it */
  #readAttribute(from: number): number {
    const { bytes } = this;
    let at = from;
    for (; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0;
      if (isSpace(byte) || byte === EQUALS || byte === GT || byte === SLASH) break;
    }
    const nameTo = at;
    while (isSpace(bytes[at] ?? GT)) at++;
    if (bytes[at] !== EQUALS) return at;
    at++;
    while (isSpace(bytes[at] ?? GT)) at++;
    const quote = bytes[at];
    if (quote !== DOUBLE && quote !== SINGLE) return at;
    const valueFrom = at + 1;
    at = valueFrom;
    while (at < bytes.length && bytes[at] !== quote) at++;
    const place = this.#count * FIELDS;
    this.#attributes[place] = from;
    this.#attributes[place + 1] = nameTo;
    this.#attributes[place + 2] = valueFrom;
    this.#attributes[place + 3] = at;
    this.#count++;
    return at + 1;
  }

  #valueAt(index: number): string {
    return unescapeXml(this.bytes.toString("utf8", this.#attributes[index + 2], this.#attributes[index + 3]));
  }

  #indexOf(name: string): number {
    const end = this.#count * FIELDS;
    for (let index = 0; index < end; index += FIELDS)
      if (this.#equals(this.#attributes[index] ?? 0, this.#attributes[index + 1] ?? 0, name)) return index;
    return -1;
  }

  #equals(from: number, to: number, name: string): boolean {
    if (to - from !== name.length) return false;
    for (let index = 0; index < name.length; index++)
      if (this.bytes[from + index] !== name.charCodeAt(index)) return false;
    return true;
  }
}

const wholeNumber = (text: string): number => (/^\s*\d{1,15}\s*$/.test(text) ? Number(text) : NaN);
