import assert from "node:assert/strict";
import fc from "fast-check";
import { findTypo, typoWeight, type Typo } from "../shared/sums/typo.ts";

const SLIPS: readonly (readonly [written: number, meant: number, typo: Typo | null])[] = [
  [-480, 480, "sign"],
  [4800, 480, "scale"],
  [48, 480, "scale"],
  [48_000, 480, "scale"],
  [480_000, 480, "scale"],
  [0.48, 480, "scale"],
  [46.5, 46_500, "scale"],
  [480_000_000, 480, "scale"],
  [0.1, 0.01, "scale"],
  [12.5, 125, "scale"],
  [0, 480, "blank"],
  [408, 480, "swapped-digits"],
  [840, 480, "swapped-digits"],
  [1234, 1243, "swapped-digits"],
  [2134, 1234, "swapped-digits"],
  [1.5, 5.1, "swapped-digits"],
  [4780, 480, "lost-or-added-digit"],
  [4480, 480, "lost-or-added-digit"],
  [80, 480, "lost-or-added-digit"],
  [123, 1234, "lost-or-added-digit"],
  [124, 1234, "lost-or-added-digit"],
  [580, 480, "changed-digit"],
  [481, 480, "changed-digit"],
  [53_000, 52_000, "changed-digit"],

  [480, 480, null],
  [0, 0, null],
  [480, 0, null],
  [480, -480, null],
  [0, -480, null],
  [1234, 4321, null],
  [1234, 1432, null],
  [1234, 1335, null],
  [12, 1234, null],
  [48, 580, null],
  [100, 1_000_000, null],
];

describe("slips of the keyboard", () => {
  for (const [written, meant, typo] of SLIPS) {
    it(`${String(written)} for ${String(meant)}: ${String(typo)}`, () => {
      assert.equal(findTypo(written, meant), typo);
    });
  }

  it("the telling ones weigh less", () => {
    const order: readonly Typo[] = ["sign", "scale", "swapped-digits", "lost-or-added-digit", "blank", "changed-digit"];
    const weights = order.map(typoWeight);
    assert.deepEqual(
      weights,
      [...weights].sort((a, b) => a - b),
    );
    assert.ok(typoWeight("scale") < typoWeight("changed-digit"));
  });

  const amount = fc.integer({ min: 100, max: 999_999_999 });

  it("a figure is no slip of itself", () => {
    fc.assert(fc.property(fc.integer(), (value) => findTypo(value, value) === null));
  });

  it("two neighbouring digits exchanged are found", () => {
    fc.assert(
      fc.property(amount, fc.nat(), (meant, seed) => {
        const digits = [...String(meant)];
        const at = seed % (digits.length - 1);
        [digits[at], digits[at + 1]] = [digits[at + 1] ?? "", digits[at] ?? ""];
        const written = Number(digits.join(""));
        fc.pre(written !== meant && digits[0] !== "0");
        assert.equal(findTypo(written, meant), "swapped-digits");
      }),
    );
  });

  it("one digit left out is found, as such or as a factor of ten", () => {
    fc.assert(
      fc.property(amount, fc.nat(), (meant, seed) => {
        const digits = [...String(meant)];
        digits.splice(seed % digits.length, 1);
        fc.pre(digits[0] !== "0");
        assert.match(findTypo(Number(digits.join("")), meant) ?? "none", /lost-or-added-digit|scale/);
      }),
    );
  });

  it("one digit changed is found", () => {
    fc.assert(
      fc.property(amount, fc.nat(), fc.integer({ min: 1, max: 9 }), (meant, seed, step) => {
        const digits = [...String(meant)];
        const at = seed % digits.length;
        digits[at] = String((Number(digits[at]) + step) % 10);
        fc.pre(digits[0] !== "0");
        assert.equal(findTypo(Number(digits.join("")), meant), "changed-digit");
      }),
    );
  });
});
