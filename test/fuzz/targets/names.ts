/** Numbers of items, names of cells, and texts made comparable. */
import assert from "node:assert/strict";
import { cellName, isErrorValue, parseCellName } from "../../../shared/grid.ts";
import { numberToRoman, readItemNumber, romanToNumber, splitNumberedName } from "../../../shared/reading/numbering.ts";
import { editDistance, fold, foldedHash, foldWords, shorten, tidy } from "../../../shared/text.ts";
import { makeWorkNameReader } from "../../../shared/work-names.ts";
import { textTarget } from "./text-target.ts";

const WORDS = [
  ..."0123456789.)-+/ABCIVXLCabcđ $",
  "I",
  "IV",
  "XXIX",
  "1.1",
  "a)",
  "Mục ",
  "A1",
  "$F$12",
  "XFD1048576",
  "ZZZ9999999",
  "#REF!",
  "Xây dựng ",
  "Nâng cấp ",
  "hệ thống ",
  "phần mềm ",
  "Sở TT&TT",
  "tỉnh Nghệ An",
  "giai đoạn 2",
  "(lần 2)",
];
const SAMPLES = ["1.2.3", "IV.", "a)", "-", "I. HẠ TẦNG", "$F$12", "Xây dựng phần mềm quản lý ngân sách (giai đoạn 2)"];

function checkCellName(text: string): void {
  const at = parseCellName(text);
  if (at) assert.equal(cellName(at.row, at.column), text.replaceAll("$", "").toUpperCase());
  assert.equal(typeof isErrorValue(text), "boolean");
}

function checkNumbering(text: string): void {
  const number = readItemNumber(text);
  if (number) for (const part of number.parts) assert.ok(Number.isSafeInteger(part) && part >= 0, String(part));
  const value = Number(text);
  if (Number.isFinite(value)) readItemNumber(value);
  const roman = romanToNumber(text);
  if (roman !== null) assert.equal(romanToNumber(numberToRoman(roman)), roman);
  const split = splitNumberedName(text);
  if (split) assert.ok(split.name.length > 0 && split.number.length > 0);
}

function checkFolding(text: string): void {
  const composed = [text, text.normalize("NFD"), `  ${text}\u00a0`];
  for (const foldText of [fold, foldWords]) {
    const folded = foldText(text);
    assert.equal(foldText(folded), folded, "folded again");
    assert.equal(/^ | $| {2}/.exec(foldText(text)), null, "odd spaces left");
  }
  for (const same of composed)
    if (foldWords(same) === foldWords(text)) assert.equal(foldedHash(same), foldedHash(text));
  assert.equal(tidy(tidy(text)), tidy(text));
  assert.ok(shorten(text, 20).length <= 21);
}

function checkDistance(text: string): void {
  const half = text.slice(0, Math.ceil(text.length / 2));
  assert.equal(editDistance(text, text, 3), 0);
  assert.equal(editDistance(text, half, 5), editDistance(half, text, 5));
  assert.equal(editDistance(text, `${text}x`, 5), 1);
}

function check(text: string): void {
  checkCellName(text);
  checkNumbering(text);
  checkFolding(text);
  checkDistance(text.slice(0, 200));
  const work = { name: text, leadAgency: text.slice(0, 20), hasPeriod: text.includes("20") };
  assert.deepEqual(makeWorkNameReader()(work), makeWorkNameReader()(work));
}

export const names = textTarget({ id: "names", words: WORDS, samples: SAMPLES, check });
