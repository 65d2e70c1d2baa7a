/** Values of a comparison as they are read: money in the round's unit, differences with their sign. */
import { UNIT_NAMES, type Unit } from "../../../shared/money.ts";
import type { Bilingual } from "../../../shared/rule.ts";
import { language, say } from "./language.ts";
import { printAmount, printCount, printDifference, printSigned } from "./printing.ts";
import { BLANK } from "./words.ts";

const PRESENT: Bilingual = { vi: "Có dòng này", en: "The line is there" };
const ABSENT: Bilingual = { vi: "Không có dòng này", en: "No such line" };
/** Longer texts are cut in the middle of the list; the sheet has them whole. */
const LONGEST_TEXT = 160;

interface Valued {
  readonly field: string;
  readonly isDong: boolean;
}

/** "480", "“Sở Nội vụ”", "(trống)". */
export function printValue({ field, isDong }: Valued, value: string | number | null, unit: Unit): string {
  if (field === "line") return say(value === null ? ABSENT : PRESENT);
  if (value === null) return say(BLANK);
  if (typeof value === "string") return `“${shorten(value)}”`;
  return isDong ? printAmount(value, unit) : printCount(value);
}

const shorten = (text: string): string =>
  text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT).trimEnd()}…`;

/** "+30", "−30", "0": of amounts in the round's unit, of other figures as they are. */
export const printChange = (difference: number, isDong: boolean, unit: Unit): string =>
  isDong ? printDifference(difference, unit) : printSigned(difference, printCount);

/** "triệu đồng" beside money; nothing beside anything else. */
export const unitOf = (isDong: boolean, unit: Unit): string => (isDong ? UNIT_NAMES[unit][language()] : "");

/** "1a2b3c4d…9e8f7a6b". */
export const shortHash = (sha256: string): string => `${sha256.slice(0, 8)}…${sha256.slice(-8)}`;
