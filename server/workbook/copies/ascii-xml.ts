/** Texts as XML that any encoding can hold. */
import { literalText } from "../literal-text.ts";
import { withoutNoncharacters } from "../noncharacters.ts";

const MARKUP = /[&<>"]|[^\x20-\x7e]/gu;
/** XML can't hold them in any spelling, nor can it hold half of a letter. */
const UNSPEAKABLE = /[\x00-\x08\x0b\x0c\x0e-\x1f]|\p{Cs}/gu;

export const asciiXml = (text: string): string =>
  withoutNoncharacters(text)
    .replace(UNSPEAKABLE, "")
    .replace(MARKUP, (letter) => `&#${String(letter.codePointAt(0) ?? 0)};`);

/** In a cell. */
export const asciiCellText = (text: string): string => asciiXml(literalText(text));
