import assert from "node:assert/strict";
import fc from "fast-check";
import { append, hashOf, indexPhrases, phraseLength, phraseOf, SEED } from "../shared/phrases.ts";
import { makeWorkNameReader, type WorkName } from "../shared/work-names.ts";

const nameOf = (name: string, leadAgency = "", hasPeriod = false): WorkName =>
  makeWorkNameReader()({ name, leadAgency, hasPeriod });

/** What is left of a name, and what of it tells. */
const COUNTED: readonly (readonly [name: string, words: number, distinctive: number, namesPlace: boolean])[] = [
  ["", 0, 0, false],
  ["1.2. ", 0, 0, false],
  ["Đào tạo, bồi dưỡng CNTT", 5, 0, false],
  ["Nâng cấp mạng LAN", 4, 0, false],
  ["Triển khai phần mềm quản lý văn bản và điều hành", 11, 0, false],
  ["Xây dựng cổng thông tin điện tử tỉnh Nghệ An", 7, 0, true],
  ["Xây dựng cổng thông tin điện tử của tỉnh", 9, 0, false],
  ["Trung tâm dữ liệu thành phố Hồ Chí Minh", 4, 0, true],
  ["Trung tâm dữ liệu TP. Huế", 4, 0, true],
  ["Phần mềm quản lý bến xe", 6, 2, false],
  ["Phần mềm quản lí bến xe", 6, 2, false],
  ["II. Phần mềm quản lý bến xe", 6, 2, false],
  ["Truy xuất nguồn gốc nông sản", 6, 6, false],
  ["Làng nghề, làng chài", 4, 3, false],
  ["Hệ thống giai đoạn 2", 5, 0, false],
  ["Công chứng, công chứng", 4, 2, false],
];

describe("what the name of a work says", () => {
  for (const [name, words, distinctive, namesPlace] of COUNTED) {
    it(`"${name}": ${String(words)} words, ${String(distinctive)} distinctive${namesPlace ? ", and where" : ""}`, () => {
      const read = nameOf(name);
      assert.deepEqual([read.words, read.distinctive, read.namesPlace], [words, distinctive, namesPlace]);
    });
  }

  const OWNERS: readonly (readonly [says: string, a: WorkName, b: WorkName, isSame: boolean])[] = [
    ["two provinces", nameOf("Cổng Nghệ An"), nameOf("Cổng Cà Mau"), false],
    ["one province said twice", nameOf("Cổng Nghệ An, Nghệ An"), nameOf("Cổng Nghệ An"), true],
    ["two provinces in any order", nameOf("Nghệ An và Cà Mau"), nameOf("Cà Mau, Nghệ An"), true],
    ["a province and nobody", nameOf("Cổng Nghệ An"), nameOf("Cổng"), false],
    [
      "an agency that the name repeats",
      nameOf("Mạng Sở Nội vụ", "Sở Nội vụ"),
      nameOf("Sở Nội vụ: mạng", "SỞ NỘI VỤ"),
      true,
    ],
    ["an agency that the name does not repeat", nameOf("Mạng", "Sở Nội vụ"), nameOf("Mạng", "Sở Y tế"), true],
    ["an agency of one word", nameOf("Mạng UBND", "UBND"), nameOf("Mạng"), true],
  ];
  for (const [says, a, b, isSame] of OWNERS) {
    it(`${says}: ${isSame ? "the same owner" : "not the same owner"}`, () => {
      assert.equal(a.owner === b.owner, isSame);
    });
  }

  const YEARS: readonly (readonly [a: string, b: string, hasPeriod: boolean, isSame: boolean])[] = [
    ["Mạng năm 2020", "Mạng năm 2021", true, true],
    ["Mạng năm 2020", "Mạng năm 2021", false, false],
    ["Mạng 1999 máy", "Mạng 2999 máy", true, false],
  ];
  for (const [a, b, hasPeriod, isSame] of YEARS) {
    it(`"${a}" and "${b}" ${hasPeriod ? "with" : "without"} periods are ${isSame ? "the same" : "two"}`, () => {
      assert.equal(nameOf(a, "", hasPeriod).exact === nameOf(b, "", hasPeriod).exact, isSame);
    });
  }

  it("is the same whatever was read before it", () => {
    const name = fc.constantFrom("Phần mềm quản lý bến xe", "Cổng Nghệ An", "Mạng LAN", "Truy xuất nông sản", "");
    fc.assert(
      fc.property(fc.array(name), name, (before, last) => {
        const read = makeWorkNameReader();
        for (const other of before) read({ name: other, leadAgency: "", hasPeriod: false });
        assert.deepEqual(read({ name: last, leadAgency: "", hasPeriod: false }), nameOf(last));
      }),
    );
  });

  it("has the same meaning in any order of its words, and its own words in theirs", () => {
    const words = ["truy", "xuat", "goc", "ngoc", "tau"];
    fc.assert(
      fc.property(fc.shuffledSubarray(words, { minLength: 5 }), (shuffled) => {
        const [a, b] = [nameOf(words.join(" ")), nameOf(shuffled.join(" "))];
        assert.equal(a.meaning, b.meaning);
        assert.equal(a.exact === b.exact, words.join() === shuffled.join());
      }),
    );
  });
});

describe("phrases", () => {
  const phrases = indexPhrases(["mạng", "mạng cục bộ", "cổng thông tin"], hashOf);
  const FOUND: readonly (readonly [text: string, start: number, length: number])[] = [
    ["mang cuc bo", 0, 3],
    ["mang cuc", 0, 1],
    ["cong thong", 0, 0],
    ["mot cong thong tin", 1, 3],
    ["mot cong thong tin", 2, 0],
    ["", 0, 0],
    ["mang", 5, 0],
  ];
  for (const [text, start, length] of FOUND) {
    it(`"${text}" from word ${String(start)} has one of ${String(length)} words`, () => {
      assert.equal(phraseLength(text.split(" ").map(hashOf), start, phrases), length);
    });
  }

  it("are the hashes of their words, one after the other", () => {
    assert.equal(phraseOf([]), SEED);
    assert.equal(phraseOf([1, 2]), append(append(SEED, 1), 2));
    assert.notEqual(phraseOf([1, 2]), phraseOf([2, 1]));
  });
});
