/** Formulas of one sheet, also those that several cells share. */
import { withoutNoncharacters } from "../noncharacters.ts";
import { type Place, SharedFormula } from "./shared-formulas.ts";
import { readText } from "./xml-text.ts";
import type { XmlTags } from "./xml-tags.ts";

/** Functions newer than the format are spelt "_xlfn.XLOOKUP"; Excel shows them without. */
const NEWER = /_xl(?:fn|ws|udf)\./g;

function cleaned(text: string): string {
  const plain = text.includes("_xl") ? text.replace(NEWER, "") : text;
  return withoutNoncharacters(plain.startsWith("=") ? plain.slice(1) : plain).replace(/\r\n?/g, "\n");
}

/** A formula's text, or the name under which its first cell, that has yet to come, will give it. */
export type FormulaRead = { readonly text: string } | { readonly awaits: string };

export class FormulaReader {
  readonly #shared = new Map<string, SharedFormula>();

  /** Of the `<f>` told last, which stands in the cell at that place. */
  read(tags: XmlTags, place: Place): FormulaRead {
    const name = tags.token("t") === "shared" ? (tags.token("si") ?? "") : null;
    const covers = tags.valueFrom("ref") >= 0;
    const text = tags.isEmpty ? "" : cleaned(readText(tags));
    if (name === null) return { text };
    if (text === "") return this.#shared.has(name) ? { text: this.follow(name, place) } : { awaits: name };
    if (covers || !this.#shared.has(name)) this.#shared.set(name, new SharedFormula(text, place));
    return { text };
  }

  /** Of a shared formula, as it reads in that cell; "" when no cell has given it. */
  follow(name: string, place: Place): string {
    return this.#shared.get(name)?.at(place) ?? "";
  }
}
