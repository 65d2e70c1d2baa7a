/** The cells that a formula looks at. */
import { columnIndex, type Area } from "../../../shared/grid.ts";

export interface Reference extends Area {
  /** Null for the sheet that the formula stands in. */
  readonly sheet: string | null;
}

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_383;

const SHEET = String.raw`(?:'((?:[^']|'')+)'|([\p{L}_\\][\p{L}\p{N}_.\\]*))!`;
const CELL = String.raw`\$?([A-Z]{1,3})\$?([1-9]\d{0,6})`;
const AREA = String.raw`${CELL}(?::${CELL})?|\$?([A-Z]{1,3}):\$?([A-Z]{1,3})|\$?([1-9]\d{0,6}):\$?([1-9]\d{0,6})`;
/** What follows no reference: the rest of a name, a function's arguments, cells spilt over. */
const END = String.raw`(?![\p{L}\p{N}_.(#\[!:\\])`;
const REFERENCE = new RegExp(`(?:${SHEET})?(?:${AREA})${END}`, "iuy");
/** Of another workbook: nothing here changes it. In quotes it is a sheet that is not there. */
const ELSEWHERE = new RegExp(
  String.raw`\[[1-9]\d*\][\p{L}\p{N}_.]*!(?:(?:${AREA})${END}|[\p{L}_\\][\p{L}\p{N}_.\\]*)`,
  "iuy",
);
/** Texts, errors, signs, figures, and functions by their name. */
const OTHER =
  /"(?:[^"]|"")*"|#(?:REF!|VALUE!|DIV\/0!|N\/A|NAME\?|NULL!|NUM!)|[-+*/^&=<>,;(){}%@\s]|(?:\d+\.?\d*|\.\d+)(?:E[-+]?\d+)?|(?:TRUE|FALSE)(?![\p{L}\p{N}_.(!\[])|[\p{L}_][\p{L}\p{N}_.]*(?=\()/iuy;
/** They look where a text or a number says. */
const ROAMING = /^(?:INDIRECT|OFFSET)$/i;

const NAME = /[\p{L}_\\][\p{L}\p{N}_.\\?]*(?![\p{L}\p{N}_.(!\[:])/iuy;

/** What the workbook means by a name; null where that can't be told. */
export type Names = (name: string) => readonly Reference[] | null;

/** Null where they can't be told. */
export function referencesOf(formula: string, names: Names): readonly Reference[] | null {
  const references: Reference[] = [];
  const take = (pattern: RegExp, at: number): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(formula);
  };
  for (let at = 0; at < formula.length;) {
    const reference = take(REFERENCE, at);
    const passed = reference ?? take(ELSEWHERE, at) ?? take(OTHER, at);
    const name = passed ? null : take(NAME, at);
    const meant = name && names(name[0]);
    const [text = ""] = passed ?? name ?? [];
    if (text === "" || ROAMING.test(text) || (name && !meant)) return null;
    references.push(...(meant ?? []), ...(reference ? [readReference(reference)] : []));
    at += text.length;
  }
  return references;
}

function readReference(match: RegExpExecArray): Reference {
  const [, quoted, plain, left = "", top = "", right = left, bottom = top, ...whole] = match;
  const [first, last, start, end] = whole;
  const sheet = quoted?.replace(/''/g, "'") ?? plain ?? null;
  if (first !== undefined && last !== undefined)
    return inOrder({ sheet, top: 1, bottom: LAST_ROW, left: columnIndex(first), right: columnIndex(last) });
  if (start !== undefined)
    return inOrder({ sheet, top: Number(start), bottom: Number(end), left: 0, right: LAST_COLUMN });
  return inOrder({
    sheet,
    top: Number(top),
    bottom: Number(bottom),
    left: columnIndex(left),
    right: columnIndex(right),
  });
}

const inOrder = ({ sheet, top, bottom, left, right }: Reference): Reference => ({
  sheet,
  top: Math.min(top, bottom),
  bottom: Math.max(top, bottom),
  left: Math.min(left, right),
  right: Math.max(left, right),
});
