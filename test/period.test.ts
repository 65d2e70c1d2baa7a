import assert from "node:assert/strict";
import fc from "fast-check";
import { firstYear, lastYear, printYears, readPeriod, serialToMonth, type PeriodText } from "../shared/period.ts";

const monthName = (month: number): string => `${String((month % 12) + 1)}/${String(Math.floor(month / 12))}`;

/** "1/2016-12/2020", with what is odd about it; one line for each reading. */
function brief(period: PeriodText): string {
  if (typeof period === "string") return period;
  const { from, to, isReversed, isSameYearRange } = period;
  return [`${monthName(from)}-${monthName(to)}`, isReversed ? "reversed" : "", isSameYearRange ? "same-year" : ""]
    .filter((part) => part !== "")
    .join(" ");
}

const years = (first: number, last = first): string => `1/${String(first)}-12/${String(last)}`;

const SHAPES: Readonly<Record<string, readonly (readonly [string | number, string])[]>> = {
  "one year": [
    [2016, years(2016)],
    ["2016", years(2016)],
    [" 2016\u00a0", years(2016)],
    ["Năm 2016", years(2016)],
    ["năm 2016".normalize("NFD"), years(2016)],
    ["(2016)", years(2016)],
    ["2016.", years(2016)],
    ["KH 2016", years(2016)],
    ["Đến năm 2025", years(2025)],
    [1999, years(1999)],
    [1900, years(1900)],
  ],
  "a range": [
    ["2016 - 2020", years(2016, 2020)],
    ["2016-2020", years(2016, 2020)],
    ["2019-\n2020", years(2019, 2020)],
    ["2019 -\r\n2020", years(2019, 2020)],
    ["2016–2020", years(2016, 2020)],
    ["2016 — 2020", years(2016, 2020)],
    ["2016\u20112020", years(2016, 2020)],
    ["2016 ÷ 2020", years(2016, 2020)],
    ["2016~2020", years(2016, 2020)],
    ["2016 đến 2020", years(2016, 2020)],
    ["từ 2016 tới 2020", years(2016, 2020)],
    ["Từ năm 2016 đến hết năm 2020", years(2016, 2020)],
    ["Giai đoạn 2021-2025", years(2021, 2025)],
    ["2016-2020 (chuyển tiếp)", years(2016, 2020)],
    ["2019/2021", years(2019, 2021)],
    ["1998-2002", years(1998, 2002)],
    ["2018 - 2019 - 2020", years(2018, 2020)],
  ],
  "a range with a short last year": [
    ["2016-20", years(2016, 2020)],
    ["2019 - 21", years(2019, 2021)],
    ["2021-25, 2026", years(2021, 2026)],
  ],
  "a list": [
    ["2021-2025 và năm 2026", years(2021, 2026)],
    ["2016, 2017", years(2016, 2017)],
    ["2016; 2018", years(2016, 2018)],
    ["2016 và 2018", years(2016, 2018)],
    ["2020, 2018", years(2018, 2020)],
    ["2021-2025 và 2026-2030", years(2021, 2030)],
  ],
  quarters: [
    ["Quý 4/2020", "10/2020-12/2020"],
    ["Quý IV/2020", "10/2020-12/2020"],
    ["quý iv/2020", "10/2020-12/2020"],
    ["QUÝ III/2020", "7/2020-9/2020"],
    ["Quý IV năm 2020", "10/2020-12/2020"],
    ["Quý 1 năm 2020", "1/2020-3/2020"],
    ["Quý II - 2020", "4/2020-6/2020"],
    ["Q4/2020", "10/2020-12/2020"],
    ["Quý I, II/2020", "1/2020-6/2020"],
    ["Quý I-II/2020", "1/2020-6/2020"],
    ["Quý I và quý II/2020", "1/2020-6/2020"],
    ["Quý III, IV năm 2020", "7/2020-12/2020"],
    ["Quý 2&3/2020", "4/2020-9/2020"],
    ["Quý I/2020 - Quý IV/2021", "1/2020-12/2021"],
    ["Quý 4/2020 - 2022", "10/2020-12/2022"],
    ["2021 - Quý 2/2022", "1/2021-6/2022"],
  ],
  "months and days": [
    ["6/2020", "6/2020-6/2020"],
    ["06/2020", "6/2020-6/2020"],
    ["12/2020", "12/2020-12/2020"],
    ["Tháng 6/2020", "6/2020-6/2020"],
    ["T6/2020", "6/2020-6/2020"],
    ["6/2020-6/2021", "6/2020-6/2021"],
    ["từ tháng 6/2020 đến tháng 3/2021", "6/2020-3/2021"],
    ["31/12/2020", "12/2020-12/2020"],
    ["31.12.2020", "12/2020-12/2020"],
    ["Trước 31-12-2020", "12/2020-12/2020"],
    ["01/01/2019-31/12/2020", "1/2019-12/2020"],
    ["2020 - 6/2021", "1/2020-6/2021"],
  ],
  reversed: [
    ["2020-2016", `${years(2016, 2020)} reversed`],
    ["từ 2020 đến 2016", `${years(2016, 2020)} reversed`],
    ["từ năm 2020 tới hết năm 2016", `${years(2016, 2020)} reversed`],
    ["2021-\n2019", `${years(2019, 2021)} reversed`],
    ["2020-16", `${years(2016, 2020)} reversed`],
    ["2022-2021-2020", `${years(2020, 2022)} reversed`],
    ["Quý 4/2021 - Quý 1/2020", "1/2020-12/2021 reversed"],
    ["6/2021-6/2020", "6/2020-6/2021 reversed"],
    ["31/12/2020 - 01/01/2020", "1/2020-12/2020 reversed"],
    ["12/2021 - 2020", "1/2020-12/2021 reversed"],
  ],
  "one year as a range": [
    ["2020-2020", `${years(2020)} same-year`],
    ["2020 –\n2020", `${years(2020)} same-year`],
    ["Năm 2020 đến năm 2020", `${years(2020)} same-year`],
    ["2020-20", `${years(2020)} same-year`],
  ],
  "one year, not as a range": [
    ["2020, 2020", years(2020)],
    ["Quý 1/2020 - Quý 4/2020", years(2020)],
    ["1/2020-12/2020", years(2020)],
    ["2019-2020, 2020-2021", years(2019, 2021)],
  ],
  "no year, on purpose": [
    ...["Hằng năm", "Hàng năm", "hàng tháng", "Hằng quý", "Thường xuyên", "Liên tục", "Định kỳ", "Nhiều năm", "Cả năm"],
    ...["Trong năm", "Các năm", "Theo tiến độ", "theo lộ trình của Bộ"],
  ].map((text) => [text, "open"] as const),
  blank: ["", " ", "\u00a0\n", "-", "–", "…", "..."].map((text) => [text, "blank"] as const),
  unreadable: [
    ...[
      "Chưa xác định",
      "x",
      "20",
      "202",
      "3 năm",
      "24 tháng",
      "Quý 4",
      "tháng 6",
      "20200",
      "2016-20200",
      "2O20",
      "Quý 5/2020",
      "Quý 0/2020",
    ],
    ...[2016.5, 1899, 2101, 0, -2016, 44_000, Number.NaN, Number.POSITIVE_INFINITY],
  ].map((value) => [value, "unreadable"] as const),
};

const SERIALS: readonly (readonly [number, string])[] = [
  [25_569, "1/1970"],
  [36_526, "1/2000"],
  [43_830, "12/2019"],
  [43_831, "1/2020"],
  [43_831.75, "1/2020"],
  [43_890, "2/2020"],
  [43_891, "3/2020"],
  [44_196, "12/2020"],
  [46_022, "12/2025"],
];

describe("periods", () => {
  for (const [title, cases] of Object.entries(SHAPES)) {
    describe(title, () => {
      for (const [value, expected] of cases) {
        it(`${typeof value === "number" ? String(value) : JSON.stringify(value)}: ${expected}`, () => {
          assert.equal(brief(readPeriod(value)), expected);
        });
      }
    });
  }

  describe("a date serial lies in its month", () => {
    for (const [serial, month] of SERIALS) {
      it(`${String(serial)} in ${month}`, () => {
        assert.equal(serialToMonth(serial), month);
        assert.equal(brief(readPeriod(serialToMonth(serial))), `${month}-${month}`);
      });
    }
  });

  describe("is printed in years", () => {
    for (const [text, printed] of [
      ["2021-2025", "2021-2025"],
      ["2020", "2020"],
      ["Quý 4/2020", "2020"],
      ["12/2020-1/2021", "2020-2021"],
      ["2025-2021", "2021-2025"],
    ] as const) {
      it(`"${text}" as ${printed}`, () => {
        const period = readPeriod(text);
        assert.ok(typeof period !== "string");
        assert.equal(printYears(period), printed);
        assert.equal(firstYear(period), Number(printed.slice(0, 4)));
        assert.equal(lastYear(period), Number(printed.slice(-4)));
      });
    }
  });

  const year = fc.integer({ min: 1900, max: 2099 });

  it("two years are a range, in order or reversed", () => {
    fc.assert(
      fc.property(
        year,
        year,
        fc.constantFrom("-", " - ", "–", " đến ", "-\n", " đến hết năm "),
        (first, last, between) => {
          assert.deepEqual(readPeriod(`${String(first)}${between}${String(last)}`), {
            from: Math.min(first, last) * 12,
            to: Math.max(first, last) * 12 + 11,
            isReversed: first > last,
            isSameYearRange: first === last,
          });
        },
      ),
    );
  });

  it("is read without throwing, its end never before its beginning", () => {
    const words = fc.constantFrom(
      "2016",
      "2020",
      "-",
      "/",
      "Quý",
      "IV",
      "tháng",
      "năm",
      "đến",
      "và",
      "31",
      "6",
      ",",
      "20",
      "\n",
      "÷",
    );
    const timely = fc.array(words, { maxLength: 8 }).map((parts) => parts.join(" "));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          timely,
          timely.map((text) => text.replace(/ /g, "")),
        ),
        (text) => {
          const period = readPeriod(text);
          assert.ok(typeof period === "string" || period.from <= period.to, text);
        },
      ),
      { numRuns: 3000 },
    );
  });
});
