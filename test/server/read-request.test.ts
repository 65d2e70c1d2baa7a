/** Texts that no database keeps as they are, told from those that only look so. */
import assert from "node:assert/strict";
import fc from "fast-check";
import * as z from "zod";
import { Problem } from "../../server/problem.ts";
import { hasBrokenText, parse } from "../../server/routes/read-request.ts";

const TEXTS: readonly (readonly [string, boolean])[] = [
  [String.raw`"Nhiệm vụ"`, false],
  [String.raw`"\u1ec7"`, false],
  [String.raw`"\u0000"`, true],
  [String.raw`"a\u0000"`, true],
  [String.raw`{"\u0000":1}`, true],
  [String.raw`"\\u0000"`, false],
  [String.raw`"\\\u0000"`, true],
  [String.raw`"\\\\u0000"`, false],
  [String.raw`"\ud83d\ude00"`, false],
  [String.raw`"\uD83D\uDE00"`, false],
  [String.raw`"\ud83d"`, true],
  [String.raw`"\ude00"`, true],
  [String.raw`"\ude00\ud83d"`, true],
  [String.raw`"\ud83d\ud83d\ude00"`, true],
  [String.raw`"\ud83d\ude00\ude00"`, true],
  [String.raw`"\ud83d\n\ude00"`, true],
  [String.raw`"\\ud83d\ude00"`, true],
  [String.raw`"\ud83d\\ude00"`, true],
  [String.raw`"\\ud83d\\ude00"`, false],
  [String.raw`"\ud7ff\ue000"`, false],
  ['"😀 \u007f"', false],
];

describe("text that can't be kept", () => {
  for (const [content, isBroken] of TEXTS)
    it(`${content}: ${isBroken ? "refused" : "taken"}`, () => {
      JSON.parse(content);
      assert.equal(hasBrokenText(content), isBroken);
    });
  it("is known for what it is, however it is written", () => {
    const escaped = (text: string): string =>
      [...text.split("")].map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");
    const part = fc.constantFrom("\0", "\ud83d", "\ude00", "\\", "u0000", "ud83d", '"', "đ", "😀");
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), fc.boolean(), (parts, isEscaped) => {
        const text = parts.join("");
        // JSON.stringify writes halves as escapes, and whole characters as they are.
        const content = isEscaped ? `"${escaped(text)}"` : JSON.stringify(text);
        assert.equal(JSON.parse(content), text);
        assert.equal(hasBrokenText(content), text.includes("\0") || !isWhole(text));
      }),
    );
  });
  it("takes no time to look for in 16 MB of escapes", () => {
    const content = `"${String.raw`\u1ec7`.repeat(2_700_000)}"`;
    const before = process.cpuUsage();
    assert.equal(hasBrokenText(content), false);
    const { user } = process.cpuUsage(before);
    assert.ok(user < 500_000, `${String(user)} µs`);
  });
});

const isWhole = (text: string): boolean => !/\p{Cs}/u.test(text);

describe("what is no value at all", () => {
  it("is refused as any other, even where it can't be compared", () => {
    const lengths = [{ toString: 1 }, { length: 1, toString: "y" }, [[]]];
    for (const length of lengths)
      assert.throws(
        () => parse(z.object({ name: z.string().trim().min(1).max(9) }), { name: { length } }, "body"),
        Problem,
      );
  });
});
