/** Amounts in words: a number that words write back, or none. */
import assert from "node:assert/strict";
import { readNumberWords, writeNumberWords } from "../../../shared/number-words.ts";
import { textTarget } from "./text-target.ts";

const WORDS =
  "không một hai ba bốn năm sáu bảy tám chín mười mươi mốt tư lăm nhăm linh lẻ trăm nghìn ngàn triệu tỷ tỉ rưỡi đồng chẵn Việt Nam và , - . ( ) 5 1.500 vạn chục".split(
    " ",
  );
const SAMPLES = [
  "năm tỷ tám trăm năm mươi triệu đồng",
  "Hai trăm linh năm nghìn đồng chẵn.",
  "một triệu tỷ",
  "mười lăm",
  "hai mươi mốt nghìn không trăm linh tư",
  "tỷ rưỡi",
  "(Bằng chữ: chín trăm năm mươi triệu đồng)",
];

/** Longer texts are none of an amount, in whatever form. */
const LONGEST = 100;

function check(given: string): void {
  const text = given.slice(0, LONGEST);
  const amount = readNumberWords(text);
  assert.equal(readNumberWords(text.normalize("NFD")), amount, "marks composed or not");
  assert.equal(readNumberWords(text.normalize("NFC").toUpperCase().normalize("NFC")), amount, "in capitals");
  if (amount !== null) {
    assert.ok(Number.isSafeInteger(amount) && amount >= 0, String(amount));
    assert.equal(readNumberWords(writeNumberWords(amount)), amount, writeNumberWords(amount));
  }
  const digits = Number(text.replace(/\D/g, "").slice(0, 15));
  assert.equal(readNumberWords(writeNumberWords(digits)), digits);
}

export const words = textTarget({ id: "words", words: WORDS, samples: SAMPLES, check });
