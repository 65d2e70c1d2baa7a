import assert from "node:assert/strict";
import fc from "fast-check";
import { COMMON_PHRASES } from "../shared/common-works.ts";
import { findOverlaps, findOverlapsInSteps, type Overlap, type OverlapLine } from "../shared/overlaps.ts";
import { readPeriod } from "../shared/period.ts";
import { foldWords } from "../shared/text.ts";

/** An organisation's line: its name, and what else matters to the case. */
interface Told {
  readonly by?: string;
  readonly name: string;
  readonly agency?: string;
  readonly period?: string;
  readonly dong?: number;
}

const lineOf = ({ by, name, agency = "", period = "", dong }: Told, index: number): OverlapLine => {
  const read = readPeriod(period);
  return {
    key: String(index),
    organisationId: by ?? `o${String(index)}`,
    name,
    leadAgency: agency,
    period: typeof read === "string" ? null : read,
    amountDong: dong ?? null,
  };
};

const overlapsOf = (...told: readonly (Told | string)[]): readonly Overlap[] =>
  findOverlaps(told.map((line, index) => lineOf(typeof line === "string" ? { name: line } : line, index)));

/** "0,1 same-name". */
const say = (overlaps: readonly Overlap[]): string =>
  overlaps.map(({ lines, likeness }) => `${lines.join(",")} ${likeness}`).join("; ");

const BUS = "Phần mềm quản lý bến xe";
const SAME = "0,1 same-name";
const NEAR = "0,1 near-name";

/** Each line is another organisation's, unless it says otherwise. */
const CASES: readonly (readonly [says: string, lines: readonly (Told | string)[], found: string])[] = [
  ["a specific name, the same", [BUS, BUS], SAME],
  ["case, marks, punctuation and numbering do not matter", [`1. ${BUS}.`, "PHẦN MỀM QUẢN LÝ “BẾN XE”"], SAME],
  ["a bullet is no part of the name", [`- ${BUS}`, `b) ${BUS}`], SAME],
  [
    "one organisation alone repeats nothing here",
    [
      { by: "a", name: BUS },
      { by: "a", name: BUS },
    ],
    "",
  ],
  [
    "an organisation's own repeat goes with the others",
    [{ by: "a", name: BUS }, { by: "a", name: BUS }, BUS],
    "0,1,2 same-name",
  ],
  ["another work", [BUS, "Phần mềm quản lý tàu cá"], ""],

  ["training is everybody's", ["Đào tạo, bồi dưỡng CNTT", "Đào tạo, bồi dưỡng CNTT"], ""],
  ["so is a local network", ["Nâng cấp mạng LAN", "Nâng cấp mạng LAN"], ""],
  [
    "so are documents",
    ["Triển khai phần mềm quản lý văn bản và điều hành", "Triển khai phần mềm quản lý văn bản và điều hành"],
    "",
  ],
  [
    "and digitising a field",
    ["Số hóa, xây dựng CSDL chuyên ngành y tế", "Số hóa, xây dựng CSDL chuyên ngành y tế"],
    "",
  ],
  ["a blank name is none", ["", ""], ""],
  ["numbers alone tell nothing", ["Giai đoạn 2", "Giai đoạn 2"], ""],

  [
    "each province has its own portal",
    ["Xây dựng cổng thông tin điện tử tỉnh Vĩnh Long", "Xây dựng cổng thông tin điện tử tỉnh Nghệ An"],
    "",
  ],
  ["and its own of anything specific", [`${BUS} tỉnh Vĩnh Long`, `${BUS} tỉnh Nghệ An`], ""],
  [
    "the same province's portal is one",
    ["Xây dựng cổng thông tin điện tử tỉnh Vĩnh Long", "Xây dựng Cổng thông tin điện tử Vĩnh Long"],
    SAME,
  ],
  ["a province may be left out", [`${BUS} tỉnh Vĩnh Long`, BUS], SAME],
  ["but not of two others'", [`${BUS} tỉnh Vĩnh Long`, BUS, `${BUS} tỉnh Nghệ An`], ""],
  [
    "two of one province among others",
    [`${BUS} tỉnh Vĩnh Long`, `${BUS} tỉnh Nghệ An`, `${BUS} tỉnh Nghệ An`],
    "1,2 same-name",
  ],
  ["a short work of one province", ["Mạng LAN tỉnh Nghệ An", "Mạng LAN tỉnh Nghệ An"], ""],
  [
    "a city's former and new names",
    ["Nâng cấp trung tâm dữ liệu thành phố Hồ Chí Minh", "Nâng cấp trung tâm dữ liệu TP. Hồ Chí Minh"],
    SAME,
  ],
  [
    "each agency has its own",
    [
      { name: `${BUS} của Sở Tài chính`, agency: "Sở Tài chính" },
      { name: `${BUS} của Sở Nội vụ`, agency: "Sở Nội vụ" },
    ],
    "",
  ],
  ["a district's own is told by its name", ["Nâng cấp mạng LAN huyện Kế Sách", "Nâng cấp mạng LAN huyện Mỹ Tú"], ""],
  ["and found where both tell it", ["Nâng cấp mạng LAN huyện Kế Sách", "Nâng cấp mạng LAN huyện Kế Sách"], SAME],

  [
    "the same distinctive words otherwise put",
    ["Xây dựng phần mềm truy xuất nông sản chủ lực", "Hệ thống thông tin truy xuất nông sản chủ lực"],
    NEAR,
  ],
  ["in another order", ["Truy xuất nguồn gốc nông sản chủ lực", "Nông sản chủ lực: truy xuất nguồn gốc"], NEAR],
  ["sounds spelt otherwise", ["Truy xuất nguồn gốc nông sản", "Truy suất nguồn gốc nông xản"], NEAR],
  ["y and i", ["Quản lý tàu cá và ngư trường vịnh Rạch Giá", "Quản lí tàu cá và ngư trường vịnh Rạch Giá"], NEAR],
  ["one distinctive word more is another", ["Truy xuất nguồn gốc nông sản", "Truy xuất nguồn gốc nông sản xoài"], ""],
  ["two words are too few to be near", [BUS, "Xây dựng hệ thống bến xe"], ""],
  [
    "a phase's number is part of the name",
    ["Truy xuất nguồn gốc nông sản giai đoạn 1", "Truy xuất nguồn gốc nông sản giai đoạn 2"],
    "",
  ],
  [
    "and the same number is not in the way",
    ["Truy xuất nguồn gốc nông sản giai đoạn 2", "Truy xuất nguồn gốc nông sản, giai đoạn 2"],
    SAME,
  ],
  ["years tell time where no period does", [`${BUS} năm 2020`, `${BUS} năm 2021`], ""],
  [
    "and nothing more where one does",
    [
      { name: `${BUS} năm 2020`, period: "2020-2021" },
      { name: `${BUS} năm 2021`, period: "2021" },
    ],
    SAME,
  ],

  [
    "periods that meet",
    [
      { name: BUS, period: "2019-2021" },
      { name: BUS, period: "2021-2025" },
    ],
    SAME,
  ],
  [
    "periods apart",
    [
      { name: BUS, period: "2016-2020" },
      { name: BUS, period: "2021-2025" },
    ],
    "",
  ],
  [
    "one period not known",
    [
      { name: BUS, period: "hằng năm" },
      { name: BUS, period: "2021" },
    ],
    SAME,
  ],
  [
    "periods in two lots",
    [
      { by: "a", name: BUS, period: "2016-2017" },
      { by: "a", name: BUS, period: "2021-2025" },
      { by: "b", name: BUS, period: "2017-2018" },
      { by: "b", name: BUS, period: "2023" },
    ],
    "0,2 same-name; 1,3 same-name",
  ],

  [
    "a common name with one telling amount",
    [
      { name: "Nâng cấp mạng LAN", dong: 1_234e6 },
      { name: "Nâng cấp mạng LAN", dong: 1_234e6 },
    ],
    SAME,
  ],
  [
    "a round amount tells nothing",
    [
      { name: "Nâng cấp mạng LAN", dong: 1_500e6 },
      { name: "Nâng cấp mạng LAN", dong: 1_500e6 },
    ],
    "",
  ],
  [
    "nor does nothing",
    [
      { name: "Nâng cấp mạng LAN", dong: 0 },
      { name: "Nâng cấp mạng LAN", dong: 0 },
    ],
    "",
  ],
  [
    "two telling amounts are two works",
    [
      { name: "Nâng cấp mạng LAN", dong: 1_234e6 },
      { name: "Nâng cấp mạng LAN", dong: 1_235e6 },
    ],
    "",
  ],
  [
    "a name of two words needs more",
    [
      { name: "Mạng LAN", dong: 1_234e6 },
      { name: "Mạng LAN", dong: 1_234e6 },
    ],
    "",
  ],
  [
    "amounts may differ under a specific name",
    [
      { name: BUS, dong: 1 },
      { name: BUS, dong: 2 },
    ],
    SAME,
  ],
];

describe("overlaps", () => {
  for (const [says, lines, found] of CASES) {
    it(`${says}: ${found || "none"}`, () => {
      assert.equal(say(overlapsOf(...lines)), found);
    });
  }

  it("are not what most organisations do: the name is then a kind of work", () => {
    const many = (count: number, others: number): number =>
      overlapsOf(
        ...Array.from({ length: count }, () => BUS),
        ...Array.from({ length: others }, (_, index) => `Việc riêng ${String(index)}`),
      ).length;
    assert.equal(many(3, 0), 1);
    assert.equal(many(4, 0), 0);
    assert.equal(many(4, 30), 0);
    assert.equal(many(4, 36), 1);
    assert.equal(many(6, 60), 1);
    assert.equal(many(7, 1000), 0);
  });

  it("are found under a long name though its distinctive words are common", () => {
    const long = "Hệ thống truy xuất nguồn gốc các sản phẩm nông sản chủ lực có khả năng kết nối";
    const kinds = ["Thuê", "Mua sắm", "Nâng cấp"].map((verb) => `${verb} ${long}`);
    assert.equal(say(overlapsOf(...kinds, long, long)), "3,4 same-name");
  });

  it("of published plans of two provinces are none", () => {
    const nghean = [
      "Nâng cấp hệ thống thư điện tử",
      "Nâng cấp cổng thông tin điện tử của Tỉnh",
      "Hệ thống thông tin và CSDL Quản lý dự án đầu tư",
    ];
    const soctrang = [
      "Xây dựng hệ thống thư điện tử",
      "Xây dựng Cổng thông tin điện tử của tỉnh để phục vụ người dân và doanh nghiệp",
      "Xây dựng hệ thống thư điện tử",
    ];
    assert.equal(
      say(overlapsOf(...nghean.map((name) => ({ by: "na", name })), ...soctrang.map((name) => ({ by: "st", name })))),
      "",
    );
  });

  it("know their common phrases by at most four folded words", () => {
    for (const phrase of COMMON_PHRASES) {
      assert.equal(foldWords(phrase), phrase);
      assert.ok(phrase.split(" ").length <= 4, phrase);
    }
  });
});

const anyLine = fc.record({
  by: fc.constantFrom("a", "b", "c"),
  name: fc.constantFrom(
    BUS,
    `Xây dựng ${BUS}`,
    "Truy xuất nguồn gốc nông sản",
    "Nông sản: truy xuất nguồn gốc",
    "Nâng cấp mạng LAN",
    `${BUS} tỉnh Nghệ An`,
    `${BUS} Cà Mau`,
  ),
  period: fc.constantFrom("", "2016-2018", "2018-2020", "2021"),
  dong: fc.constantFrom(0, 1_234e6, 500e6),
});

describe("groups of overlaps", () => {
  const groupsOf = (told: readonly Told[]): readonly Overlap[] => findOverlaps(told.map(lineOf));

  it("are of several organisations, and no line is in two", () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 20 }), (told) => {
        const overlaps = groupsOf(told);
        for (const { lines } of overlaps) assert.ok(new Set(lines.map((key) => told[Number(key)]?.by)).size > 1);
        const all = overlaps.flatMap(({ lines }) => lines);
        assert.equal(new Set(all).size, all.length);
      }),
    );
  });

  it("do not hang on the order of the lines", () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 12 }), (told) => {
        const sets = (overlaps: readonly Overlap[], keyOf: (key: string) => string): string[] =>
          overlaps.map(({ lines, likeness }) => `${lines.map(keyOf).sort().join(",")} ${likeness}`).sort();
        const reversed = groupsOf([...told].reverse());
        const mirrored = sets(reversed, (key) => String(told.length - 1 - Number(key)));
        assert.deepEqual(
          mirrored,
          sets(groupsOf(told), (key) => key),
        );
      }),
    );
  });

  it("are sought in steps for who has others to serve between them", () => {
    const lines = Array.from({ length: 5_000 }, (_, index) =>
      lineOf({ name: `Phần mềm quản lý ${String(index)}` }, index),
    );
    const steps = [...findOverlapsInSteps(lines)];
    assert.ok(steps.length >= 9, String(steps.length));
  });

  it("of 20,000 lines are found in a fraction of a second, or a few on a busy machine", () => {
    const words = Array.from(
      { length: 400 },
      (_, index) => `t${String.fromCharCode(97 + (index % 26), 97 + ((index * 7) % 26))}${String(index)}`,
    );
    const lines = Array.from({ length: 20_000 }, (_, index): OverlapLine => {
      const pick = (factor: number): string => words[(index * factor) % words.length] ?? "";
      const name =
        index % 3 === 0
          ? "Đào tạo, bồi dưỡng CNTT cho cán bộ"
          : `Phần mềm quản lý ${pick(7)} ${pick(31)} ${pick(113)} ${String(index % 5_000)}`;
      return lineOf({ by: `o${String(index % 63)}`, name, period: "2021", dong: (index % 97) * 1e6 }, index);
    });
    const start = process.hrtime.bigint();
    assert.ok(findOverlaps(lines).length > 0);
    assert.ok(Number(process.hrtime.bigint() - start) / 1e6 < 3_000);
  });
});
