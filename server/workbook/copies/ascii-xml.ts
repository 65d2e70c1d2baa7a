/** Texts as XML that any encoding can hold. */
import { withoutNoncharacters } from "../noncharacters.ts";

const MARKUP = /[&<>"]|[^\x20-\x7e]/gu;
/** XML can't hold them in any spelling, nor can it hold half of a letter. */
const UNSPEAKABLE = /[\x00-\x08\x0b\x0c\x0e-\x1f]|\p{Cs}/gu;

export const asciiXml = (text: string): string =>
  withoutNoncharacters(text)
    .replace(UNSPEAKABLE, "")
    .replace(MARKUP, (letter) => `&#${String(letter.codePointAt(0) ?? 0)};`);

/** In a cell, where Excel would take "_x0041_" for a letter. */
export const asciiCellText = (text: string): string => asciiXml(text.replace(/_(?=x[\da-f]{4}_)/gi, "_x005F_"));
