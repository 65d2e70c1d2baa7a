import assert from "node:assert/strict";
import fc from "fast-check";
import {
  MAX_DONG,
  UNIT_DONG,
  UNIT_NAMES,
  UNITS,
  inUnit,
  printNumber,
  readAmountText,
  readUnit,
  sumDong,
  toDong,
  writtenToDong,
  writtenToNumber,
  type AmountText,
  type Unit,
  type WrittenNumber,
} from "../shared/money.ts";

/** "number 1500 million dot", "ambiguous 46500|46.5 dot", "blank", …: one line for each reading. */
function brief(reading: AmountText): string {
  if (reading.kind === "ambiguous")
    return `ambiguous ${plain(reading.asThousands)}|${plain(reading.asDecimal)} ${reading.sign}`;
  if (reading.kind !== "number") return reading.kind;
  const { number, grouping } = reading;
  return ["number", plain(number), number.unit, grouping].filter((part) => part !== null).join(" ");
}

const plain = (number: WrittenNumber): string => String(writtenToNumber(number, null));

const TEXTS: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  "plain figures": [
    ["3000", "number 3000"],
    ["2500", "number 2500"],
    ["0", "number 0"],
    ["007", "number 7"],
    ["  500\t", "number 500"],
    ["+500", "number 500"],
    ["999999999999999", "number 999999999999999"],
  ],
  "one sign and three digits: thousands or decimals": [
    ["46.500", "ambiguous 46500|46.5 dot"],
    ["109,045", "ambiguous 109045|109.045 comma"],
    ["1.500", "ambiguous 1500|1.5 dot"],
    ["1,000", "ambiguous 1000|1 comma"],
    ["-1.500", "ambiguous -1500|-1.5 dot"],
    ["(1.500)", "ambiguous -1500|-1.5 dot"],
  ],
  "one sign, and only one reading": [
    ["0.580", "number 0.58 comma"],
    ["0,580", "number 0.58 dot"],
    ["00.500", "number 0.5 comma"],
    ["46.5", "number 46.5 comma"],
    ["46,5", "number 46.5 dot"],
    ["46.50", "number 46.5 comma"],
    ["46,5000", "number 46.5 dot"],
    ["1234.567", "number 1234.567 comma"],
    ["1234,567", "number 1234.567 dot"],
  ],
  "several groups of thousands": [
    ["1.234.567", "number 1234567 dot"],
    ["1,234,567", "number 1234567 comma"],
    ["1.028.960.000.000", "number 1028960000000 dot"],
    ["12.000.000", "number 12000000 dot"],
  ],
  "both signs": [
    ["1.234.567,5", "number 1234567.5 dot"],
    ["1,234,567.5", "number 1234567.5 comma"],
    ["1.234,567", "number 1234.567 dot"],
    ["1,234.50", "number 1234.5 comma"],
    ["1.500,00", "number 1500 dot"],
  ],
  "spaces and apostrophes between thousands": [
    ["46 500", "number 46500"],
    ["46\u00a0500", "number 46500"],
    ["46\u202f500", "number 46500"],
    ["46\u2009500", "number 46500"],
    ["1 234 567", "number 1234567"],
    ["1 234 567,5", "number 1234567.5 dot"],
    ["1 234 567.5", "number 1234567.5 comma"],
    ["1'234'567", "number 1234567"],
    ["1’234", "number 1234"],
  ],
  "below zero": [
    ["-500", "number -500"],
    ["- 500", "number -500"],
    ["–500", "number -500"],
    ["(500)", "number -500"],
    ["(1.234.567)", "number -1234567 dot"],
    ["-46,5", "number -46.5 dot"],
    ["-0", "number 0"],
    ["(0)", "number 0"],
  ],
  "with a unit, Vietnamese practice settles it": [
    ["8,580 tỷ", "number 8.58 billion dot"],
    ["8,580 tỷ đồng", "number 8.58 billion dot"],
    ["8.580 tỷ", "number 8580 billion dot"],
    ["1.028 tỷ", "number 1028 billion dot"],
    ["1.028,96 tỷ", "number 1028.96 billion dot"],
    ["8,5tỉ", "number 8.5 billion dot"],
    ["1.5 tỷ", "number 1.5 billion comma"],
    ["26.340 triệu đồng", "number 26340 million dot"],
    ["1,500 triệu", "number 1.5 million dot"],
    ["12.345.678 triệu", "number 12345678 million dot"],
    ["500tr", "number 500 million"],
    ["500 tr.đ", "number 500 million"],
    ["500 trđ", "number 500 million"],
    ["500 ngàn đồng", "number 500 thousand"],
    ["1.500 nghìn đồng", "number 1500 thousand dot"],
    ["1.500 đồng", "number 1500 dong dot"],
    ["1,500 đồng", "number 1500 dong comma"],
    ["500.000đ", "number 500000 dong dot"],
    ["1.028.960.000.000 VNĐ", "number 1028960000000 dong dot"],
    ["500 Triệu Đồng", "number 500 million"],
    ["500 triệu đồng".normalize("NFD"), "number 500 million"],
  ],
  "what stands around the figure": [
    ["500./.", "number 500"],
    ["500 triệu đồng./.", "number 500 million"],
    ["500.", "number 500"],
    ["khoảng 500", "number 500"],
    ["Ước 1.500 triệu", "number 1500 million dot"],
    ["~500", "number 500"],
  ],
  blank: ["", " ", "\u00a0", "-", " - ", "–", "—", "…", "...", ". . .", "_", "/"].map(
    (text) => [text, "blank"] as const,
  ),
  words: ["Chưa được bố trí", "Theo dự toán", "tỷ", "x", "#REF!", "không"].map((text) => [text, "words"] as const),
  unreadable: [
    ...["1.23.4", "1.2345.678", "1..2", "1,", ",5", "15 00", "1 2 3", "1,234 567", "1.000.00", "1,234.567.8"],
    ...["500 dịch vụ", "500 usd", "abc 500", "5 tỷ 500 triệu", "50%", "12/2020", "2019-2020", "1e5", "--5", "500-"],
    ...["(500", "500)", "9999999999999999", "9".repeat(400)],
  ].map((text) => [text, "unreadable"] as const),
};

const UNIT_TEXTS: Readonly<Record<Unit, readonly string[]>> = {
  dong: [
    ...["Đơn vị: đồng", "Đơn vị tính: đồng", "ĐVT: đồng", "ĐVT: Đồng", "Đơn vị tính: VNĐ", "Đơn vị: VND", "Đơn vị: đ"],
    ...["Đơn vị tính: Việt Nam đồng", "Đơn vị tính: Đồng Việt Nam", "(đồng)", "Tổng kinh phí (đồng)", "Số tiền (đ)"],
    ...["Đơn vị tiền: đồng", "Kinh phí (VNĐ)"],
  ],
  thousand: [
    ...["Đơn vị: nghìn đồng", "Đơn vị: ngàn đồng", "ĐVT: Nghìn đồng", "(ĐVT: 1.000 đồng)", "(ĐVT: 1000 đồng)"],
    ...[
      "ĐVT: 1,000 đồng",
      "ĐVT: 1 000 đồng",
      "Đvt: 1.000 VNĐ",
      "ĐVT: 1000đ",
      "Dự kiến kinh phí (1000đ)",
      "ĐVT: ng.đồng",
    ],
    ...["ĐVT: nghìn VNĐ", "BẢNG TỔNG HỢP KINH PHÍ - Đơn vị tính: Nghìn đồng"],
  ],
  million: [
    ...["Đơn vị: triệu đồng", "Đơn vị tính: triệu đồng", "Đơn vị tính: Triệu đồng", "ĐƠN VỊ TÍNH: TRIỆU ĐỒNG"],
    ...[
      "ĐVT: triệu đồng",
      "ĐVT: triệu",
      "ĐVT: Tr.đ",
      "ĐVT: trđ",
      "Đvt: tr đồng",
      "Đơn vị tính: Tr. đồng",
      "ĐVT : Triệu  VNĐ",
    ],
    ...[
      "(Triệu đồng)",
      "ĐVT: 1.000.000 đồng",
      "ĐVT: 1.000.000đ",
      "(Đơn vị tính: Triệu đồng)",
      "Đơn vị tính: (Triệu đồng)",
      "Đơn vị tính (triệu đồng)",
    ],
    ...["Đơn vị tính triệu đồng", "Đơn vị tính là triệu đồng", "Đơn vị tính: triệu đồng.", "DVT: trieu dong"],
    ...[
      "Kinh phí (triệu đồng)",
      "Kinh phí\n(triệu đồng)",
      "Kinh phí năm 2020 (tr.đ)",
      "PHỤ LỤC (Đơn vị tính: triệu đồng)",
    ],
    ...[
      "Đơn vị\u00a0tính:\u00a0triệu\u00a0đồng",
      "Đơn vị tính: triệu đồng".normalize("NFD"),
      "Biểu số 1 - ĐVT: triệu đồng",
    ],
  ],
  billion: [
    ...[
      "Đơn vị: tỷ đồng",
      "Đơn vị: tỉ đồng",
      "ĐVT: Tỷ đồng",
      "ĐVT: tỷ",
      "Tổng mức đầu tư (tỷ đồng)",
      "Kinh phí (tỷ VND)",
    ],
    ...["Đơn vị tính: tỉ VNĐ", "(Đơn vị: tỷ)"],
  ],
};

const NO_UNIT = [
  ...["", "Đơn vị", "Đơn vị tính", "Đơn vị tính:", "Đơn vị thực hiện", "Đơn vị chủ trì triển khai", "Tên đơn vị"],
  ...[
    "Đơn vị tính: máy",
    "Đơn vị tính: USD",
    "Đơn vị tính: %",
    "Tổng kinh phí",
    "Kinh phí năm 2020 (dự kiến)",
    "(1)",
    "(a)",
  ],
  ...["PHỤ LỤC", "Hội đồng nhân dân tỉnh", "Kinh phí 500 triệu đồng", "(lần 2)"],
];

describe("money", () => {
  for (const [title, cases] of Object.entries(TEXTS)) {
    describe(`reads ${title}`, () => {
      for (const [text, expected] of cases) {
        it(`${JSON.stringify(text.slice(0, 40))}: ${expected}`, () => {
          assert.equal(brief(readAmountText(text)), expected);
        });
      }
    });
  }

  describe("a unit stated", () => {
    for (const unit of UNITS) {
      for (const text of UNIT_TEXTS[unit]) {
        it(`${JSON.stringify(text)} is ${unit}`, () => {
          assert.equal(readUnit(text), unit);
        });
      }
      it(`${unit} is read back from its own name`, () => {
        for (const language of ["vi", "en"] as const) {
          const isEnglish = language === "en" && unit !== "dong";
          assert.equal(readUnit(`Đơn vị tính: ${UNIT_NAMES[unit][language]}`), isEnglish ? null : unit);
        }
      });
    }
    for (const text of NO_UNIT) {
      it(`${JSON.stringify(text)} states none`, () => {
        assert.equal(readUnit(text), null);
      });
    }
  });
});

const TO_DONG: readonly (readonly [number, Unit, number | null, boolean?])[] = [
  [8.58, "billion", 8_580_000_000],
  [0.29, "billion", 290_000_000],
  [1.005, "billion", 1_005_000_000],
  [109.045, "billion", 109_045_000_000],
  [1028.96, "billion", 1_028_960_000_000],
  [0.000000001, "billion", 1],
  [46.5, "thousand", 46_500],
  [0.1 + 0.2, "thousand", 300],
  [123456789.123456, "million", 123_456_789_123_456],
  [480, "million", 480_000_000],
  [-480, "million", -480_000_000],
  [-0, "million", 0],
  [0, "dong", 0],
  [0.5, "dong", 1, false],
  [1.0005, "thousand", 1_001, false],
  [0.0001, "thousand", 0, false],
  [33.3333, "thousand", 33_333, false],
  [8.58000000001, "billion", 8_580_000_000, false],
  [MAX_DONG, "dong", MAX_DONG],
  [-MAX_DONG, "dong", -MAX_DONG],
  [MAX_DONG + 1, "dong", null],
  [1_000_000, "billion", null],
  [999_999, "billion", 999_999_000_000_000],
  [Number.NaN, "dong", null],
  [Number.POSITIVE_INFINITY, "dong", null],
  [1e300, "million", null],
];

const WRITTEN: readonly (readonly [string, Unit, number | null, boolean?])[] = [
  ["8,58", "billion", 8_580_000_000],
  ["8,580 tỷ", "million", 8_580_000_000],
  ["1.028 tỷ", "dong", 1_028_000_000_000],
  ["1.028.960.000.000 VNĐ", "million", 1_028_960_000_000],
  ["4,35 tỷ", "dong", 4_350_000_000],
  ["0,000000001 tỷ", "dong", 1],
  ["123456,789012345 tỷ", "dong", 123_456_789_012_345],
  ["-46,5", "thousand", -46_500],
  ["(0)", "million", 0],
  ["1.234.567,5", "dong", 1_234_568, false],
  ["1,0005 nghìn", "dong", 1_001, false],
  ["0,0000000001 tỷ", "dong", 0, false],
  ["999999999999999", "dong", MAX_DONG],
  ["999999999999999", "thousand", null],
  ["1.000.000 tỷ", "dong", null],
];

describe("whole đồng", () => {
  for (const [value, unit, dong, isWhole = true] of TO_DONG) {
    it(`${String(value)} ${unit} is ${String(dong)}`, () => {
      assert.deepEqual(toDong(value, unit), dong === null ? null : { dong, isWhole });
    });
  }

  for (const [text, unit, dong, isWhole = true] of WRITTEN) {
    it(`"${text}" in a sheet of ${unit} is ${String(dong)}`, () => {
      const reading = readAmountText(text);
      assert.equal(reading.kind, "number");
      if (reading.kind !== "number") return;
      assert.deepEqual(writtenToDong(reading.number, unit), dong === null ? null : { dong, isWhole });
    });
  }

  it("is the same from a number and from the text of it", () => {
    const cents = fc.integer({ min: 0, max: 99_999_999 });
    fc.assert(
      fc.property(cents, fc.constantFrom<Unit>("thousand", "million", "billion"), (hundredths, unit) => {
        const written: WrittenNumber = { digits: hundredths, decimals: 2, unit: null };
        assert.deepEqual(toDong(hundredths / 100, unit), writtenToDong(written, unit));
      }),
    );
  });

  it("comes back from the number a cell of any unit shows", () => {
    fc.assert(
      fc.property(fc.integer({ min: -MAX_DONG, max: MAX_DONG }), fc.constantFrom(...UNITS), (dong, unit) => {
        assert.equal(toDong(inUnit(dong, unit), unit)?.dong, dong === 0 ? 0 : dong);
      }),
    );
  });
});

const NUMBERS: readonly (readonly [WrittenNumber, Unit | null, number])[] = [
  [{ digits: 8580, decimals: 3, unit: "billion" }, "million", 8580],
  [{ digits: 8580, decimals: 3, unit: "billion" }, "billion", 8.58],
  [{ digits: 8580, decimals: 3, unit: "billion" }, null, 8.58],
  [{ digits: 500, decimals: 0, unit: "dong" }, "million", 0.0005],
  [{ digits: 290, decimals: 0, unit: "million" }, "billion", 0.29],
  [{ digits: 46500, decimals: 0, unit: null }, "million", 46500],
];

describe("a number as a cell would hold it", () => {
  for (const [number, unit, value] of NUMBERS) {
    it(`${String(number.digits)}e-${String(number.decimals)} ${String(number.unit)} in ${String(unit)} is ${String(value)}`, () => {
      assert.equal(writtenToNumber(number, unit), value);
    });
  }

  for (const [dong, unit, value] of [
    [480_000_000, "million", 480],
    [8_580_000_000, "billion", 8.58],
    [1, "billion", 1e-9],
    [MAX_DONG, "billion", 999_999.999999999],
    [-46_500, "thousand", -46.5],
    [0, "million", 0],
  ] as const) {
    it(`${String(dong)} đồng is ${String(value)} ${unit}`, () => {
      assert.equal(inUnit(dong, unit), value);
    });
  }
});

describe("sums", () => {
  for (const [amounts, sum] of [
    [[], 0],
    [[1, 2, 3], 6],
    [[-5, 5], 0],
    [[MAX_DONG, MAX_DONG], 2 * MAX_DONG],
    [[Number.MAX_SAFE_INTEGER], Number.MAX_SAFE_INTEGER],
    [[Number.MAX_SAFE_INTEGER, 1], null],
    [[0.5], null],
    [[Number.NaN], null],
    [[Number.POSITIVE_INFINITY], null],
  ] as const) {
    it(`${JSON.stringify(amounts)} is ${String(sum)}`, () => {
      assert.equal(sumDong(amounts), sum);
    });
  }

  it("takes any iterable", () => {
    assert.equal(sumDong(new Set([1, 2])), 3);
  });
});

const PRINTED: readonly (readonly [number, string, string])[] = [
  [0, "0", "0"],
  [7, "7", "7"],
  [1000, "1.000", "1,000"],
  [1234567.5, "1.234.567,5", "1,234,567.5"],
  [-1234567, "-1.234.567", "-1,234,567"],
  [0.58, "0,58", "0.58"],
  [1e-9, "0,000000001", "0.000000001"],
  [MAX_DONG, "999.999.999.999.999", "999,999,999,999,999"],
];

describe("printing", () => {
  for (const [value, vi, en] of PRINTED) {
    it(`${String(value)} is ${vi} and ${en}`, () => {
      assert.equal(printNumber(value, "vi"), vi);
      assert.equal(printNumber(value, "en"), en);
    });
  }

  const figures = fc
    .tuple(fc.integer({ min: -MAX_DONG, max: MAX_DONG }), fc.integer({ min: 0, max: 9 }))
    .map(([digits, decimals]) => Number(`${String(digits)}e-${String(decimals)}`));

  it("what is printed in either language is read back, or asked about with the right reading among the two", () => {
    fc.assert(
      fc.property(figures, fc.constantFrom("vi" as const, "en" as const), (value, language) => {
        const reading = readAmountText(printNumber(value, language));
        const readings =
          reading.kind === "number"
            ? [reading.number]
            : reading.kind === "ambiguous"
              ? [reading.asThousands, reading.asDecimal]
              : [];
        assert.ok(
          readings.some((number) => writtenToNumber(number, null) === value),
          `${String(value)}: ${brief(reading)}`,
        );
      }),
      { numRuns: 2000 },
    );
  });

  it("what is printed with its unit is read back without a question", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: MAX_DONG }), fc.constantFrom(...UNITS), (dong, unit) => {
        const reading = readAmountText(`${printNumber(inUnit(dong, unit), "vi")} ${UNIT_NAMES[unit].vi}`);
        assert.ok(reading.kind === "number", reading.kind);
        assert.deepEqual(writtenToDong(reading.number, "dong"), { dong, isWhole: true });
      }),
      { numRuns: 2000 },
    );
  });
});

describe("any text", () => {
  const figureLike = fc
    .array(fc.constantFrom(..."0123456789.,-() ’đtrỷệ%/…\u00a0"), { maxLength: 24 })
    .map((letters) => letters.join(""));

  it("is read without throwing, as safe integers", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: "binary" }), figureLike), (text) => {
        readUnit(text);
        const reading = readAmountText(text);
        if (reading.kind !== "number") return;
        assert.ok(Number.isSafeInteger(reading.number.digits) && !Object.is(reading.number.digits, -0));
        for (const unit of UNITS) {
          const dong = writtenToDong(reading.number, unit)?.dong ?? 0;
          assert.ok(Number.isSafeInteger(dong) && Math.abs(dong) <= MAX_DONG);
        }
      }),
      { numRuns: 5000 },
    );
  });

  it("units are powers of ten", () => {
    assert.deepEqual(
      UNITS.map((unit) => UNIT_DONG[unit]),
      [1, 1e3, 1e6, 1e9],
    );
  });
});
