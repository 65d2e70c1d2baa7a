/** How wide texts are, beside what Liberation Serif (as wide as Times New Roman) measures of them. */
import assert from "node:assert/strict";
import { widthOfText } from "../../server/workbook/letters.ts";

describe("letters", () => {
  /** Measured, in digits. */
  const TEXTS: readonly (readonly [string, number])[] = [
    ["0123456789", 10],
    ["iiiiiiiiii", 5.6],
    ["MMMMM", 8.9],
    ["          ", 5],
    ["TỔNG CỘNG", 11.9],
    ["Tong so", 6.3],
  ];
  for (const [text, digits] of TEXTS) {
    it(`${JSON.stringify(text)} is about ${String(digits)} digits wide, and not said to be less`, () => {
      const width = widthOfText(text);
      assert.ok(width >= digits && width <= digits * 1.25, String(width));
    });
  }

  it("accents add nothing, taken apart or not", () => {
    assert.equal(widthOfText("ế"), widthOfText("e"));
    assert.equal(widthOfText("Ộ"), widthOfText("O"));
  });

  it("bold and larger letters are wider", () => {
    const plain = widthOfText("Tổng số");
    const bold = widthOfText("Tổng số", { isBold: true, size: 11 });
    assert.ok(bold > plain);
    assert.ok(widthOfText("Tổng số", { isBold: true, size: 14 }) > bold);
  });
});
