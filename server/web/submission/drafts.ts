/** What a person has written about a version and not sent yet: kept in this browser, so that nothing is lost by a reload, and alike in all of its windows. */
import type { ReviewAction } from "./rights.ts";
import { readPlace, writePlace, type CellPlace } from "./sheet/cell-place.ts";

interface Whose {
  readonly roundId: string;
  readonly organisationId: string;
  readonly personId: string;
}

export interface DraftComment extends CellPlace {
  readonly text: string;
}

const numbered = new Intl.Collator("vi", { numeric: true });

/**
 * Each text lies under a name of its own and is read anew each time: windows of the same person write beside each other,
 * and none of them sends what another has sent.
 */
export class Drafts {
  readonly #start: string;
  readonly #shelf: Storage;
  /** Where the browser keeps nothing, texts last as long as the page. */
  readonly #unkept = new Map<string, string>();

  constructor({ roundId, organisationId, personId }: Whose, shelf: Storage) {
    this.#start = `phuluc.review.${roundId}.${organisationId}.${personId}.`;
    this.#shelf = shelf;
  }

  /** @param place "PL1!G12" */
  comment(version: number, place: string): string {
    return this.#read(commentName(version, place));
  }

  writeComment(version: number, place: string, text: string): void {
    this.#write(commentName(version, place), text);
  }

  comments(version: number): readonly DraftComment[] {
    const start = commentName(version, "");
    return this.#names(start)
      .map((name) => ({ ...readPlace(name.slice(start.length)), text: this.#read(name) }))
      .sort((a, b) => numbered.compare(writePlace(a), writePlace(b)));
  }

  why(version: number, action: ReviewAction): string {
    return this.#read(whyName(version, action));
  }

  writeWhy(version: number, { action, text }: { readonly action: ReviewAction; readonly text: string }): void {
    this.#write(whyName(version, action), text);
  }

  /** What was sent with an action is no draft any more; what was written meanwhile stays. */
  forgetSent(version: number, { action, comments }: { action: ReviewAction; comments: readonly DraftComment[] }): void {
    this.#write(whyName(version, action), "");
    for (const { text, ...at } of comments) this.forgetComment(version, writePlace(at), text);
  }

  /** Unless it was changed since it was sent. */
  forgetComment(version: number, place: string, sent: string): void {
    if (this.comment(version, place).trim() === sent.trim()) this.writeComment(version, place, "");
  }

  /** The latest earlier version for which something is left; null for none. */
  versionLeftBehind(version: number): number | null {
    const versions = this.#names("").map((name) => Number.parseInt(name, 10));
    const earlier = versions.filter((one) => one < version);
    return earlier.length === 0 ? null : Math.max(...earlier);
  }

  /** What is written for the later version stays; the same cell takes both texts. */
  move(from: number, to: number): void {
    const start = `${String(from)}.`;
    for (const name of this.#names(start)) {
      const there = `${String(to)}.${name.slice(start.length)}`;
      const own = this.#read(there);
      this.#write(there, own === "" ? this.#read(name) : `${this.#read(name)}\n${own}`);
      this.#write(name, "");
    }
  }

  /** Tells of what is written, sent or dropped in another window. @returns how to stop */
  watch(onChange: () => void): () => void {
    const hear = ({ key }: StorageEvent): void => {
      if (key === null || key.startsWith(this.#start)) onChange();
    };
    addEventListener("storage", hear);
    return () => removeEventListener("storage", hear);
  }

  #names(start: string): readonly string[] {
    const kept = Object.keys(this.#shelf)
      .filter((key) => key.startsWith(this.#start))
      .map((key) => key.slice(this.#start.length));
    return [...new Set([...kept, ...this.#unkept.keys()])].filter((name) => name.startsWith(start));
  }

  #read(name: string): string {
    return this.#unkept.get(name) ?? this.#shelf.getItem(this.#start + name) ?? "";
  }

  /** Blank texts are not kept. */
  #write(name: string, text: string): void {
    this.#unkept.delete(name);
    if (text.trim() === "") return this.#shelf.removeItem(this.#start + name);
    try {
      this.#shelf.setItem(this.#start + name, text);
    } catch {
      this.#unkept.set(name, text);
    }
  }
}

const commentName = (version: number, place: string): string => `${String(version)}.comment.${place}`;
const whyName = (version: number, action: ReviewAction): string => `${String(version)}.why.${action}`;
