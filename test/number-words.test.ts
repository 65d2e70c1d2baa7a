import assert from "node:assert/strict";
import fc from "fast-check";
import { ReadingConfig, doReadNumber } from "read-vietnamese-number";
import { readNumberWords, writeNumberWords } from "../shared/number-words.ts";

const MAX = Number.MAX_SAFE_INTEGER;

const BOTH_WAYS: readonly (readonly [number, string])[] = [
  [0, "không"],
  [1, "một"],
  [4, "bốn"],
  [5, "năm"],
  [10, "mười"],
  [11, "mười một"],
  [14, "mười bốn"],
  [15, "mười lăm"],
  [20, "hai mươi"],
  [21, "hai mươi mốt"],
  [24, "hai mươi tư"],
  [25, "hai mươi lăm"],
  [99, "chín mươi chín"],
  [100, "một trăm"],
  [101, "một trăm linh một"],
  [104, "một trăm linh bốn"],
  [105, "một trăm linh năm"],
  [110, "một trăm mười"],
  [115, "một trăm mười lăm"],
  [555, "năm trăm năm mươi lăm"],
  [1_000, "một nghìn"],
  [1_005, "một nghìn không trăm linh năm"],
  [1_010, "một nghìn không trăm mười"],
  [10_500, "mười nghìn năm trăm"],
  [1_000_001, "một triệu không trăm linh một"],
  [2_000_300, "hai triệu ba trăm"],
  [109_045_000_000, "một trăm linh chín tỷ không trăm bốn mươi lăm triệu"],
  [26_340_000_000, "hai mươi sáu tỷ ba trăm bốn mươi triệu"],
  [13_340_000_000, "mười ba tỷ ba trăm bốn mươi triệu"],
  [53_930_320_000, "năm mươi ba tỷ chín trăm ba mươi triệu ba trăm hai mươi nghìn"],
  [1_028_960_000_000, "một nghìn không trăm hai mươi tám tỷ chín trăm sáu mươi triệu"],
  [5_000_200_000_000_000, "năm triệu hai trăm tỷ"],
  [1_000_000_000_000_000, "một triệu tỷ"],
  [
    MAX,
    "chín triệu không trăm linh bảy nghìn một trăm chín mươi chín tỷ hai trăm năm mươi tư triệu bảy trăm bốn mươi " +
      "nghìn chín trăm chín mươi mốt",
  ],
];

const READ: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  "as the published plans print them": [
    ["Năm mươi ba tỷ, chín trăm ba mươi triệu, ba trăm hai mươi ngàn đồng", 53_930_320_000],
    ["(Một ngàn không trăm hai mươi tám tỷ, chín trăm sáu mươi triệu đồng)", 1_028_960_000_000],
    ["(một trăm lẻ chín tỷ, bốn mươi lăm triệu đồng)", 109_045_000_000],
    ["(hai mươi sáu tỷ ba trăm bốn mươi triệu đồng)", 26_340_000_000],
    ["(mười ba tỷ đồng)", 13_000_000_000],
    ["4 tỷ 566 triệu đồng", 4_566_000_000],
    ["1.028.960.000.000 VNĐ", 1_028_960_000_000],
  ],
  "spelling variants": [
    ["ba ngàn", 3_000],
    ["hai tỉ", 2_000_000_000],
    ["một trăm linh năm", 105],
    ["một trăm lẻ tư", 104],
    ["một trăm lẽ năm", 105],
    ["hai mươi nhăm", 25],
    ["hai mươi bốn", 24],
    ["hai mươi một", 21],
    ["mười nhăm", 15],
    ["mười tư", 14],
    ["bẩy mươi bẩy", 77],
    ["hai mươi năm triệu", 25_000_000],
    ["BẢY TỶ HAI TRĂM TRIỆU ĐỒNG", 7_200_000_000],
    ["Mười tỷ Đồng", 10_000_000_000],
  ],
  "short forms that mean one thing": [
    ["hai mốt", 21],
    ["ba lăm triệu", 35_000_000],
    ["hai tư", 24],
    ["một trăm hai mốt", 121],
    ["một nghìn hai mươi tám tỷ", 1_028_000_000_000],
    ["một nghìn lẻ một", 1_001],
    ["hai tỷ lẻ năm triệu", 2_005_000_000],
    ["một triệu năm nghìn", 1_005_000],
    ["ba nghìn triệu", 3_000_000_000],
    ["sáu mươi nghìn ba trăm hai mươi triệu đồng", 60_320_000_000],
  ],
  "a half": [
    ["hai tỷ rưỡi", 2_500_000_000],
    ["Một tỷ rưỡi đồng", 1_500_000_000],
    ["tỷ rưỡi", 1_500_000_000],
    ["triệu rưởi", 1_500_000],
    ["nghìn rưỡi", 1_500],
    ["trăm rưỡi", 150],
    ["trăm rưỡi triệu", 150_000_000],
    ["hai trăm rưỡi tỷ", 250_000_000_000],
    ["nghìn rưỡi tỷ", 1_500_000_000_000],
    ["hai mươi lăm triệu rưỡi", 25_500_000],
    ["một nghìn hai trăm tỷ rưỡi", 1_200_500_000_000],
    ["10 tỷ rưỡi", 10_500_000_000],
  ],
  "scales of scales": [
    ["hai nghìn tỷ", 2_000_000_000_000],
    ["ba trăm nghìn tỷ đồng", 300_000_000_000_000],
    ["chín triệu tỷ", 9_000_000_000_000_000],
    ["một triệu hai trăm nghìn ba trăm tỷ", 1_200_300_000_000_000],
    ["Một ngàn, không trăm hai mươi tám tỷ", 1_028_000_000_000],
  ],
  "zeros said aloud": [
    ["không đồng", 0],
    ["mười tỷ không trăm triệu đồng", 10_000_000_000],
    ["hai tỷ không trăm triệu không trăm nghìn ba trăm đồng", 2_000_000_300],
    ["hai triệu không nghìn ba trăm", 2_000_300],
  ],
  "digits among the words": [
    ["10 tỷ 500 triệu", 10_500_000_000],
    ["1.028 tỷ, 960 triệu đồng", 1_028_960_000_000],
    ["1,028 tỷ, 960 triệu đồng", 1_028_960_000_000],
    ["26.340 triệu đồng", 26_340_000_000],
    ["2,5 tỷ đồng", 2_500_000_000],
    ["2.5 tỷ đồng", 2_500_000_000],
    ["3,6135 tỷ", 3_613_500_000],
    ["0,580 tỷ", 580_000_000],
    ["2,5 nghìn tỷ", 2_500_000_000_000],
    ["1,2345 nghìn tỷ", 1_234_500_000_000],
    ["1.028,96 tỷ", 1_028_960_000_000],
    ["2,580,000 đồng", 2_580_000],
    ["8,580 đồng", 8_580],
    ["05 triệu đồng", 5_000_000],
    ["10tỷ", 10_000_000_000],
    ["5 trăm triệu", 500_000_000],
    ["hai tỷ 2,5 triệu", 2_002_500_000],
    ["0,1 nghìn đồng", 100],
  ],
  "what stands around the number": [
    ["Bằng chữ: Mười tỷ đồng", 10_000_000_000],
    ["(viết bằng chữ: mười tỷ đồng)", 10_000_000_000],
    ["(Bằng chữ: Mười tỷ đồng chẵn./.)", 10_000_000_000],
    ["Số tiền bằng chữ: “Mười tỷ Việt Nam đồng”.", 10_000_000_000],
    ["Số tiền ghi bằng chữ là: mười tỷ đồng Việt Nam", 10_000_000_000],
    ['"mười triệu chẵn"', 10_000_000],
    ["mười tỷ đồng/", 10_000_000_000],
    ["mười tỷ đồng;", 10_000_000_000],
    ["mười tỷ; năm trăm triệu (đồng)", 10_500_000_000],
    ["  mười\u00a0tỷ \t năm\n trăm   triệu ", 10_500_000_000],
    ["hai-mươi-mốt tỷ", 21_000_000_000],
    ["hai\u2011mươi tỷ\u200b", 20_000_000_000],
  ],
  "marks missing or misplaced": [
    ["hai muoi sau ty", 26_000_000_000],
    ["viet bang chu: muoi lam trieu dong chan", 15_000_000],
    ["mot tram le chin ty, bon muoi lam trieu dong", 109_045_000_000],
    ["hai muoi tu ti khong tram linh nam trieu viet nam dong", 24_005_000_000],
    ["hai ngan ruoi", 2_500],
    ["bay tram tam muoi mot nghin", 781_000],
    ["hai mưoi mốt triêu", 21_000_000],
    ["mừơi ba tỷ", 13_000_000_000],
    ["hai trịêu rữơi", 2_500_000],
    ["mu\u031bo\u031b\u0300i ty\u0309 đo\u0300\u0302ng", 10_000_000_000],
  ],
};

const NOT_READ: Readonly<Record<string, readonly string[]>> = {
  "no number": ["", " ", "đồng", "triệu đồng", "nghìn tỷ", "trăm triệu", "chẵn", "Số tiền:", "()", "./.", ",", "rưỡi"],
  "words not known": [
    "mười tỷ và năm trăm triệu",
    "hơn mười tỷ",
    "vài triệu",
    "Chưa được bố trí",
    "mười tỷ usd",
    "ba ti vi",
  ],
  "other tones, other words": ["bà tỷ", "mười tý", "hài tỷ", "từ tỷ", "tạm triệu"],
  "below zero, or beyond the safe integers": [
    "âm hai tỷ",
    "- 2 tỷ",
    "chín triệu không trăm linh bảy nghìn một trăm chín mươi chín tỷ hai trăm năm mươi tư triệu bảy trăm bốn mươi nghìn " +
      "chín trăm chín mươi hai",
    "chín triệu tám trăm nghìn tỷ",
    "một tỷ tỷ",
    "9.007.199.254.740.993 đồng",
    "9".repeat(400) + " đồng",
  ],
  "no whole đồng": ["2,5 đồng", "0,0001 nghìn đồng", "một nghìn 0,0001 nghìn tỷ", "hai tỷ 0,0000001 triệu"],
  "scales out of order": [
    "năm trăm triệu hai tỷ",
    "hai nghìn năm trăm triệu ba tỷ",
    "hai triệu ba triệu",
    "hai nghìn nghìn",
    "hai tỷ triệu",
    "một tỷ hai nghìn năm trăm triệu",
    "2 tỷ 1.500 triệu",
    "hai mươi trăm",
    "một triệu, hai trăm tỷ",
    "mười nghìn, năm mươi triệu",
  ],
  "digits side by side": [
    "hai ba tỷ",
    "hai một",
    "2 3 tỷ",
    "hai mười",
    "năm mười triệu",
    "hai mươi ba bốn",
    "500 000 đồng",
  ],
  "units where they can't stand": [
    "tư tỷ",
    "lăm triệu",
    "mốt",
    "một mươi",
    "mười mốt",
    "mươi triệu",
    "linh năm",
    "một trăm linh",
  ],
  "short forms in doubt": [
    "hai tỷ ba",
    "một nghìn hai",
    "một nghìn hai tỷ",
    "hai trăm ba",
    "trăm mốt",
    "một triệu hai mươi",
    "một triệu lẻ năm",
    "10 tỷ 500",
    "hai nghìn tỷ rưỡi",
    "hai nghìn tỷ, rưỡi",
    "một triệu hai trăm rưỡi",
    "hai mươi rưỡi",
    "mười tỷ không nghìn rưỡi",
    "hai mươi năm",
  ],
  "after a half or a fraction": ["hai tỷ rưỡi năm trăm triệu", "2,5 tỷ 300 triệu", "hai tỷ rưỡi triệu", "2,5 tỷ rưỡi"],
  "figures in doubt": [
    "8,580 tỷ đồng",
    "109,045 triệu đồng",
    "3,000 tỷ",
    "1.500",
    "500",
    "Số tiền: 1.500",
    "1.5.2 tỷ",
    "2.50000 tỷ",
  ],
  "ranges and lists": [
    "2-3 tỷ",
    "ba - bốn tỷ",
    "ba-bốn tỷ",
    "10 – 20 triệu",
    "hai tỷ, ba tỷ",
    "hai mươi, ba tỷ",
    "1/2 tỷ",
  ],
  "more than the amount": [
    "26.340 triệu đồng (hai mươi sáu tỷ ba trăm bốn mươi triệu đồng)",
    "mười tỷ đồng/năm",
    "năm 2020",
    "hai tỷ đồng, năm trăm triệu đồng",
    "mười tỷ (năm trăm triệu)",
    "1. Mười tỷ đồng",
  ],
};

/** As many amounts of each length as of every other, and many zeros inside. */
const amounts = fc
  .tuple(fc.integer({ min: 1, max: 16 }), fc.maxSafeNat(), fc.nat({ max: 0xffff }))
  .map(([length, seed, kept]) =>
    Number(
      [...String(seed).padStart(16, "7")]
        .slice(-length)
        .map((digit, at) => ((kept >> at) & 1 ? digit : "0"))
        .join(""),
    ),
  )
  .map((amount) => Math.min(amount, MAX));

const configs = fc.record({
  unit: fc.constantFrom([], ["đồng"], ["đồng", "chẵn"], ["Việt", "Nam", "đồng"]),
  units: fc
    .constantFrom("nghìn triệu tỉ", "ngàn triệu tỷ", "nghìn triệu tỷ")
    .map((words) => [[], ...words.split(" ").map((word) => [word])]),
  seven: fc.constantFrom("bảy", "bẩy"),
  oddText: fc.constantFrom("lẻ", "linh"),
  oneToneText: fc.constantFrom("mốt", "một"),
  fourToneText: fc.constantFrom("tư", "bốn"),
  fiveToneText: fc.constantFrom("lăm", "nhăm"),
  separator: fc.constantFrom(" ", "\n", "\t", "\u00a0", "  ", "-"),
});

type Variant = typeof configs extends fc.Arbitrary<infer Value> ? Value : never;

function wordsOf(amount: number, { seven, ...variant }: Partial<Variant>, skipTenTone = false): string {
  const config = Object.assign(new ReadingConfig(), { unit: [] }, variant, { skipTenTone });
  config.digits = config.digits.map((digit) => (digit === "bảy" ? (seven ?? digit) : digit));
  return doReadNumber(BigInt(amount), config);
}

const unmarked = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D");

const isAmountOrNull = (total: number | null): boolean => total === null || (Number.isSafeInteger(total) && total >= 0);

const WORDS =
  "không một hai ba bốn năm sáu bảy tám chín mốt tư lăm nhăm mười mươi muoi trăm nghìn ngàn triệu tỷ linh lẻ rưỡi đồng " +
  "chẵn số tiền bằng chữ Việt Nam 5 10 2,5 1.028 8,580 , . ( ) - / “";

describe("number words", () => {
  describe("both ways", () => {
    for (const [amount, words] of BOTH_WAYS) {
      it(`${String(amount)} is "${words}"`, () => {
        assert.equal(writeNumberWords(amount), words);
        assert.equal(readNumberWords(words), amount);
      });
    }
  });

  for (const [title, cases] of Object.entries(READ)) {
    describe(title, () => {
      for (const [words, amount] of cases) {
        it(`${JSON.stringify(words)} is ${String(amount)}`, () => {
          for (const form of ["NFC", "NFD"]) assert.equal(readNumberWords(words.normalize(form)), amount, form);
        });
      }
    });
  }

  describe("not read", () => {
    for (const [title, texts] of Object.entries(NOT_READ)) {
      it(title, () => {
        const misread = texts.map((text) => [text, readNumberWords(text)]).filter(([, total]) => total !== null);
        assert.deepEqual(misread, []);
      });
    }
  });

  it("has no words for what is negative, has a fraction or is not safe", () => {
    for (const amount of [-1, 0.5, MAX + 1, Infinity, -Infinity, NaN]) {
      assert.throws(() => writeNumberWords(amount), RangeError, String(amount));
    }
  });

  describe("properties", () => {
    it("reads what it writes: every number below 20 000, and every scale's neighbours", () => {
      const neighbours = [1e5, 1e6, 1e9, 1e12, 1e15].flatMap((scale) =>
        [-2, -1, 0, 1, 2, 10, 1000].map((step) => scale + step),
      );
      for (const amount of [...Array(20_000).keys(), ...neighbours]) {
        assert.equal(readNumberWords(writeNumberWords(amount)), amount);
      }
    });

    it("reads what it writes, at every magnitude, in any case and form, without marks, with a unit", () => {
      fc.assert(
        fc.property(amounts, (amount) => {
          const words = writeNumberWords(amount);
          const shapes = [
            words,
            words.toUpperCase(),
            words.normalize("NFD"),
            unmarked(words),
            `Bằng chữ: ${words} đồng./.`,
          ];
          for (const shape of shapes) assert.equal(readNumberWords(shape), amount, shape);
        }),
        { numRuns: 3000 },
      );
    });

    it("writes as read-vietnamese-number does", () => {
      const official: Partial<Variant> = { oddText: "linh", units: [[], ["nghìn"], ["triệu"], ["tỷ"]] };
      fc.assert(
        fc.property(amounts, (amount) => {
          assert.equal(writeNumberWords(amount), wordsOf(amount, official));
        }),
        { numRuns: 3000 },
      );
    });

    it("reads every spelling read-vietnamese-number can write", () => {
      fc.assert(
        fc.property(amounts, configs, (amount, variant) => {
          assert.equal(readNumberWords(wordsOf(amount, variant)), amount);
        }),
        { numRuns: 3000 },
      );
    });

    it("never misreads tens without mươi: the amount, or null", () => {
      fc.assert(
        fc.property(amounts, configs, (amount, variant) => {
          const total = readNumberWords(wordsOf(amount, variant, true));
          assert.ok(total === null || total === amount);
        }),
        { numRuns: 3000 },
      );
    });

    it("never throws, whatever the text", () => {
      const wordy = fc.array(fc.constantFrom(...WORDS.split(" ")), { maxLength: 12 }).map((words) => words.join(" "));
      fc.assert(
        fc.property(fc.oneof(fc.string(), fc.string({ unit: "binary" }), wordy), (text) => {
          assert.ok(isAmountOrNull(readNumberWords(text)));
        }),
        { numRuns: 10_000 },
      );
    });

    it("takes no longer than linear time on long garbage", () => {
      const shortest = (text: string): number => {
        const times = Array.from({ length: 3 }, () => {
          const start = performance.now();
          readNumberWords(text);
          return performance.now() - start;
        });
        return Math.min(...times);
      };
      for (const garbage of ["hai ", "1.", "a\u0301\u0323", "(", "nghìn tỷ ", "<", ".,", "v5", "x-"]) {
        for (const length of [990, 1_000_000]) {
          const text = garbage.repeat(Math.ceil(length / garbage.length)).slice(0, length);
          assert.ok(shortest(text) < 50, `${JSON.stringify(garbage)} × ${String(length)}`);
        }
      }
    });
  });
});
