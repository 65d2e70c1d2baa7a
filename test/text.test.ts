import assert from "node:assert/strict";
import fc from "fast-check";
import { editDistance, fold, foldWords, foldedHash, shorten, tidy } from "../shared/text.ts";

const FOLDED: readonly (readonly [text: string, folded: string, words: string])[] = [
  ["  Tổng  Cộng: ", "tong cong:", "tong cong"],
  ["Sở TT&TT (tỉnh)", "so tt&tt (tinh)", "so tt tt tinh"],
  ["Đường ĐIỆN đến", "duong dien den", "duong dien den"],
  ["ăâêôơư ĂÂÊÔƠƯ", "aaeoou aaeoou", "aaeoou aaeoou"],
  ["ẰẲẴẶ ỀỂỄỆ ỜỞỠỢ ỪỬỮỰ ỲỶỸỴ", "aaaa eeee oooo uuuu yyyy", "aaaa eeee oooo uuuu yyyy"],
  ["1.234,5%", "1.234,5%", "1 234 5"],
  ["a\u00a0b\u202fc\u2003d", "a b c d", "a b c d"],
  ["a\u200bb\u00adc", "a b c", "a b c"],
  ["một\r\n hai\tba", "mot hai ba", "mot hai ba"],
  ["a‐b‑c‒d–e—f―g-h", "a-b-c-d-e-f-g-h", "a b c d e f g h"],
  ['"Không dấu"', '"khong dau"', "khong dau"],
  ["mục_1/2", "muc_1/2", "muc 1 2"],
  ["漢字 😀", "漢字 😀", "漢字 😀"],
  ["", "", ""],
  [" \u00a0\n", "", ""],
  ["---", "---", ""],
];

const vietnamese = fc
  .array(
    fc.constantFrom(
      ..."aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵĐÁÂ .-",
    ),
    { maxLength: 30 },
  )
  .map((letters) => letters.join(""));

describe("folded text", () => {
  for (const [text, folded, words] of FOLDED) {
    it(`${JSON.stringify(text)} is ${JSON.stringify(folded)}, its words ${JSON.stringify(words)}`, () => {
      for (const form of ["NFC", "NFD"] as const) {
        assert.equal(fold(text.normalize(form)), folded, form);
        assert.equal(foldWords(text.normalize(form)), words, form);
      }
    });
  }

  it("is the same for composed and decomposed, upper and lower case, and the plain spelling", () => {
    fc.assert(
      fc.property(vietnamese, (text) => {
        const plain = text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d");
        for (const shape of [text.normalize("NFD"), text.toUpperCase(), plain, ` ${text}\u00a0`]) {
          assert.equal(fold(shape), fold(text));
          assert.equal(foldWords(shape), foldWords(text));
        }
      }),
    );
  });

  it("does not change when folded again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        assert.equal(fold(fold(text)), fold(text));
        assert.equal(foldWords(foldWords(text)), foldWords(text));
      }),
    );
  });

  it("of long texts, one after the other, holds nothing of the text before", () => {
    const long = "Đồng bộ ".repeat(5_000);
    assert.equal(fold(long), "dong bo ".repeat(5_000).trim());
    assert.equal(fold("Sở"), "so");
    assert.equal(foldWords(long.toUpperCase()), "dong bo ".repeat(5_000).trim());
  });
});

describe("the hash of folded text", () => {
  for (const [text, , words] of FOLDED) {
    it(`is the same for ${JSON.stringify(text)} and its words`, () => {
      assert.equal(foldedHash(text), foldedHash(words));
    });
  }

  it("is another for other names", () => {
    const names = ["Xây dựng kho dữ liệu số 1", "Xây dựng kho dữ liệu số 2", "Xây dựng kho dữ liệu"];
    assert.equal(new Set(names.map(foldedHash)).size, names.length);
  });

  it("is a whole number of 32 bits", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => foldedHash(text) === (foldedHash(text) | 0)));
  });
});

describe("a line for people", () => {
  for (const [text, line] of [
    ["  Sở  Tài\nchính ", "Sở Tài chính"],
    ["Sở\u00a0Tài\u200bchính", "Sở Tài chính"],
    ["Sở Tài chính", "Sở Tài chính"],
    ["", ""],
  ] as const) {
    it(`${JSON.stringify(text)} is tidied to "${line}"`, () => {
      assert.equal(tidy(text), line);
    });
  }

  for (const [text, length, short] of [
    ["một hai ba bốn năm", 10, "một hai ba…"],
    ["một hai ba", 10, "một hai ba"],
    ["một\n hai   ba", 10, "một hai ba"],
    ["abcdefghijklmnop", 10, "abcdefghij…"],
    ["a bcdefghijklmn", 10, "a bcdefghi…"],
    ["", 10, ""],
  ] as const) {
    it(`${JSON.stringify(text)} is shortened to "${short}"`, () => {
      assert.equal(shorten(text, length), short);
    });
  }

  it("is at most its length and an ellipsis", () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 80 }), (text, length) => {
        assert.ok(shorten(text, length).length <= length + 1);
      }),
    );
  });
});

/** The whole matrix, as in any textbook. */
function plainDistance(a: string, b: string): number {
  const matrix = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number): number => matrix[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const changed = at(i - 1, j - 1) + (a.charAt(i - 1) === b.charAt(j - 1) ? 0 : 1);
      (matrix[i] ?? [])[j] = Math.min(changed, at(i - 1, j) + 1, at(i, j - 1) + 1);
    }
  }
  return at(a.length, b.length);
}

describe("edit distance", () => {
  for (const [a, b, limit, distance] of [
    ["", "", 0, 0],
    ["a", "a", 0, 0],
    ["a", "b", 0, 1],
    ["", "abc", 5, 3],
    ["", "abc", 2, 3],
    ["ke sach", "ke xach", 2, 1],
    ["vung liem", "vung liem 2", 2, 2],
    ["kitten", "sitting", 3, 3],
    ["kitten", "sitting", 2, 3],
    ["ab", "ba", 2, 2],
  ] as const) {
    it(`of "${a}" and "${b}" within ${String(limit)} is ${String(distance)}`, () => {
      assert.equal(editDistance(a, b, limit), distance);
    });
  }

  it("is the plain one, up to its limit", () => {
    const near = fc.array(fc.constantFrom(..."abc"), { maxLength: 12 }).map((letters) => letters.join(""));
    fc.assert(
      fc.property(near, near, fc.integer({ min: 0, max: 14 }), (a, b, limit) => {
        assert.equal(editDistance(a, b, limit), Math.min(plainDistance(a, b), limit + 1));
      }),
      { numRuns: 5000 },
    );
  });

  it("is the same both ways", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.integer({ min: 0, max: 5 }), (a, b, limit) => {
        assert.equal(editDistance(a, b, limit), editDistance(b, a, limit));
      }),
    );
  });
});
