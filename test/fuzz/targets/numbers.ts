/** Amounts as texts and as numbers of cells: whole đồng, or a reason why not; what is printed is read back. */
import assert from "node:assert/strict";
import {
  inUnit,
  MAX_DONG,
  printNumber,
  readAmountText,
  readUnit,
  toDong,
  UNITS,
  writtenToDong,
  writtenToNumber,
  type DongReading,
  type WrittenNumber,
} from "../../../shared/money.ts";
import { textTarget } from "./text-target.ts";

const WORDS = [
  ..."0123456789.,-() ’'đtrỷ%/…+~",
  "1.500",
  "1,5",
  "12.345.678",
  "000",
  " tỷ",
  " triệu đồng",
  "tr",
  "nghìn",
  "1.000 đ",
  "₫",
  "VNĐ",
  "khoảng ",
  "ước ",
  "Đơn vị tính: ",
  "ĐVT:",
  "(triệu đồng)",
  "\u00a0",
  "5.",
  ".5",
  "e5",
];
const SAMPLES = [
  "1.500",
  "1,5",
  "1.234.567,89",
  "(500)",
  "-500",
  "8,58 tỷ",
  "1 234 567",
  "31.690 triệu đồng",
  "khoảng 500 tr",
  "Đơn vị tính: triệu đồng",
  "Kinh phí (ĐVT: 1.000 đồng)",
  "999.999.999.999.999",
  "…",
  "năm trăm",
];

function checkDong(reading: DongReading | null): void {
  if (!reading) return;
  assert.ok(Number.isSafeInteger(reading.dong) && Math.abs(reading.dong) <= MAX_DONG, String(reading.dong));
  assert.ok(!Object.is(reading.dong, -0), "minus zero");
}

function checkWritten(number: WrittenNumber): void {
  assert.ok(Number.isSafeInteger(number.digits), `digits ${String(number.digits)}`);
  assert.ok(Number.isInteger(number.decimals) && number.decimals >= 0, `decimals ${String(number.decimals)}`);
  for (const unit of UNITS) {
    checkDong(writtenToDong(number, unit));
    assert.ok(Number.isFinite(writtenToNumber(number, unit)), "a cell keeps no such number");
  }
}

function checkReading(text: string): void {
  const reading = readAmountText(text);
  assert.deepEqual(readAmountText(text.normalize("NFD")).kind, reading.kind, "marks composed or not");
  if (reading.kind === "number") checkWritten(reading.number);
  if (reading.kind !== "ambiguous") return;
  checkWritten(reading.asThousands);
  checkWritten(reading.asDecimal);
  assert.notEqual(
    writtenToNumber(reading.asThousands, null),
    writtenToNumber(reading.asDecimal, null) || 1e-9,
    "both are the same",
  );
}

/** Printed in either language, an amount is read as itself, or asked about with itself among the answers. */
function checkPrinted(dong: number): void {
  for (const unit of UNITS) {
    const shown = inUnit(dong, unit);
    assert.equal(toDong(shown, unit)?.dong, dong, `${String(dong)} shown in ${unit}`);
    for (const language of ["vi", "en"] as const) {
      const printed = printNumber(shown, language);
      const reading = readAmountText(printed);
      const all =
        reading.kind === "number"
          ? [reading.number]
          : reading.kind === "ambiguous"
            ? [reading.asThousands, reading.asDecimal]
            : [];
      assert.ok(
        all.some((number) => writtenToNumber(number, null) === shown),
        `${printed} is read as ${JSON.stringify(reading)}`,
      );
    }
  }
}

function check(text: string): void {
  const unit = readUnit(text);
  assert.ok(unit === null || UNITS.includes(unit));
  checkReading(text);
  const value = Number(text);
  if (Number.isFinite(value)) for (const one of UNITS) checkDong(toDong(value, one));
  const digits = Number(text.replace(/\D/g, "").slice(0, 15));
  if (Number.isSafeInteger(digits)) checkPrinted(text.includes("-") && digits > 0 ? -digits : digits);
}

export const numbers = textTarget({ id: "numbers", words: WORDS, samples: SAMPLES, check });
