import assert from "node:assert/strict";
import fc from "fast-check";
import { identify, matchLines, type IdentifiedLine, type Line } from "../shared/line-identity.ts";

/** "name | agency | period | section | amount in triệu", as much of it as matters. */
function lineOf(told: string, index: number): Line {
  const [name = "", agency = "", period = "", section = "", amount = ""] = told.split("|").map((part) => part.trim());
  return {
    key: `PL1!B${String(index + 7)}`,
    sheet: "PL1",
    sections: section === "" ? [] : [{ number: "I", name: section }],
    name,
    leadAgency: agency,
    periodText: period,
    amountDong: amount === "" ? null : Number(amount) * 1e6,
  };
}

const linesOf = (told: readonly string[]): readonly Line[] => told.map(lineOf);
/** The first line is "a", the second "b". */
const knownAs = (lines: readonly Line[]): readonly IdentifiedLine[] =>
  lines.map((line, index) => ({ ...line, lineId: String.fromCharCode(97 + index) }));

/** "b - a": the ids of the lines now, "-" for a new one. */
const matchOf = (before: readonly string[], now: readonly string[]): string =>
  [...matchLines(knownAs(linesOf(before)), linesOf(now)).values()].map((lineId) => lineId ?? "-").join(" ");

const LAN = "Nâng cấp mạng cục bộ của Văn phòng UBND tỉnh";
const BUS = "Phần mềm quản lý bến xe | Sở GTVT | 2020";

const CASES: readonly (readonly [says: string, before: readonly string[], now: readonly string[], ids: string])[] = [
  ["nothing before", [], [BUS], "-"],
  ["nothing now", [BUS], [], ""],
  ["the same line", [BUS], [BUS], "a"],
  ["a line put in above", [BUS, LAN], ["Việc mới hẳn", BUS, LAN], "- a b"],
  ["a line taken out", [BUS, LAN], [LAN], "b"],
  ["lines in another order", [BUS, LAN, "Cổng du lịch"], ["Cổng du lịch", BUS, LAN], "c a b"],
  ["case, marks and spaces", [BUS], ["PHẦN  MỀM quản lý bến xe. | sở gtvt | 2020"], "a"],
  ["another amount", [`${BUS} | I | 500`], [`${BUS} | I | 700`], "a"],
  ["another section", [`${BUS} | Hạ tầng`], [`${BUS} | Ứng dụng`], "a"],

  ["another period: name and agency", [BUS], ["Phần mềm quản lý bến xe | Sở GTVT | 2021-2022"], "a"],
  ["another agency: name and period", [BUS], ["Phần mềm quản lý bến xe | Sở Xây dựng | 2020"], "a"],
  ["another agency and period: the name alone", [BUS], ["Phần mềm quản lý bến xe | Sở Xây dựng | 2022"], "a"],
  ["a name alone that two have", [`${LAN} | A | 2020`, `${LAN} | B | 2020`], [`${LAN} | C | 2022`], "-"],

  [
    "the strongest likeness first",
    ["X một | A | 2020", "X một | A | 2021"],
    ["X một | A | 2021", "X một | A | 2022"],
    "b a",
  ],
  ["the agency before the period", [`${LAN} | A | 2020`, `${LAN} | B | 2021`], [`${LAN} | B | 2020`], "b"],
  ["each agency's own", ["Mua máy | A", "Mua máy | B"], ["Mua máy | B", "Mua máy | A"], "b a"],

  [
    "one of two alike gone: by section",
    ["Thiết bị | A | 2020 | Một", "Thiết bị | A | 2020 | Hai"],
    ["Thiết bị | A | 2020 | Hai"],
    "b",
  ],
  [
    "one of two alike gone: by amount",
    ["Thiết bị | A | 2020 | Một | 5", "Thiết bị | A | 2020 | Một | 7"],
    ["Thiết bị | A | 2020 | Một | 7"],
    "b",
  ],
  [
    "alike in every way: by order",
    ["Thiết bị | A", "Thiết bị | A"],
    ["Thiết bị | A", "Thiết bị | A", "Thiết bị | A"],
    "a b -",
  ],
  [
    "the section before the amount",
    ["Thiết bị | A | | Một | 5", "Thiết bị | A | | Hai | 7"],
    ["Thiết bị | A | | Một | 7", "Thiết bị | A | | Hai | 5"],
    "a b",
  ],

  ["a letter misspelt", [LAN], ["Nâng cấp mạng cục bộ của Văn phòng UNND tỉnh"], "a"],
  [
    "words put in",
    [`${LAN} | VP | 2020 | | 5`],
    [`Nâng cấp, mở rộng mạng cục bộ của Văn phòng UBND tỉnh | VP | 2020 | | 9`],
    "a",
  ],
  ["words left out", [LAN], ["Nâng cấp mạng cục bộ Văn phòng UBND tỉnh"], "a"],
  ["a year in the name", ["Duy trì cổng dịch vụ công năm 2020"], ["Duy trì cổng dịch vụ công năm 2021"], "a"],
  ["another number in the name", ["Hệ thống báo cáo giai đoạn 1"], ["Hệ thống báo cáo giai đoạn 2"], "-"],
  [
    "another district in the name",
    ["Trang bị máy tính cho huyện Kế Sách | Sở TTTT | 2020 | | 5"],
    ["Trang bị máy tính cho huyện Mỹ Tú | Sở TTTT | 2020 | | 6"],
    "-",
  ],
  [
    "another word and the same money",
    ["Nâng cấp mạng cục bộ cho văn phòng Sở | A | 2020 | | 5"],
    ["Nâng cấp mạng nội bộ cho văn phòng Sở | A | 2020 | | 5"],
    "a",
  ],
  ["another work altogether", [LAN], ["Đào tạo cán bộ chuyên trách"], "-"],
  [
    "nearly the name, of another agency",
    [`${LAN} | A`],
    ["Nâng cấp mở rộng thêm mạng cục bộ của Văn phòng UBND tỉnh | B"],
    "-",
  ],
  [
    "the nearer of two",
    [LAN, "Nâng cấp mạng cục bộ của Văn phòng HĐND tỉnh"],
    ["Nâng cấp mạng cục bộ Văn phòng HĐND tỉnh"],
    "b",
  ],
  [
    "two misspelt: each its own",
    [`${LAN} A1`, `${LAN} A2`],
    ["Nâng cấp mạng cụcc bộ của Văn phòng UBND tỉnh A2", "Nâng cấp mạng cụcc bộ của Văn phòng UBND tỉnh A1"],
    "b a",
  ],
  ["a near name that is taken by the same name", [LAN], ["Nâng cấp mạng cục bộ Văn phòng UBND tỉnh", LAN], "- a"],

  ["no name, all else the same", [" | A | 2020 | Một | 5"], [" | A | 2020 | Một | 5"], "a"],
  ["no name, another amount", [" | A | 2020 | Một | 5"], [" | A | 2020 | Một | 6"], "-"],
  ["no name at all", [""], ["", ""], "a -"],
];

describe("line items keep their identity", () => {
  for (const [says, before, now, ids] of CASES) {
    it(`${says}: ${ids || "nothing"}`, () => {
      assert.equal(matchOf(before, now), ids);
    });
  }

  it("when a section before theirs is put in, and its numbers move on", () => {
    const [line] = linesOf([`${BUS} | Ứng dụng`]);
    assert.ok(line);
    const renumbered: Line = { ...line, sections: [{ number: "II", name: "Ứng dụng" }] };
    assert.deepEqual([...matchLines(knownAs([line]), [renumbered]).values()], ["a"]);
  });
});

describe("ids of line items", () => {
  const newId = ({ key }: Line): string => `new ${key}`;
  const idsOf = (
    before: readonly string[],
    now: readonly string[],
    corrections: Readonly<Record<string, string | null>> = {},
  ): string =>
    [
      ...identify(knownAs(linesOf(before)), linesOf(now), {
        newId,
        corrections: new Map(Object.entries(corrections)),
      }).values(),
    ].join(", ");

  const IDS: readonly (readonly [
    says: string,
    before: readonly string[],
    now: readonly string[],
    corrections: Readonly<Record<string, string | null>>,
    ids: string,
  ])[] = [
    ["a known and a new line", [BUS], [BUS, LAN], {}, "a, new PL1!B8"],
    ["said to be new", [BUS], [BUS], { "PL1!B7": null }, "new PL1!B7"],
    ["said to be another", [BUS, LAN], [BUS], { "PL1!B7": "b" }, "b"],
    ["said to be one that another looks like", [BUS], [BUS, LAN], { "PL1!B8": "a" }, "new PL1!B7, a"],
    ["said of two: the first", [BUS], [LAN, "Cổng du lịch"], { "PL1!B7": "a", "PL1!B8": "a" }, "a, new PL1!B8"],
    ["said to be one of an older round", [BUS], [LAN], { "PL1!B7": "z" }, "z"],
    ["said of a line that is gone", [BUS], [BUS], { "PL1!B99": "a" }, "a"],
  ];
  for (const [says, before, now, corrections, ids] of IDS) {
    it(`${says}: ${ids}`, () => {
      assert.equal(idsOf(before, now, corrections), ids);
    });
  }

  it("are the matched ones where nobody corrects", () => {
    const lines = linesOf([BUS, LAN]);
    assert.deepEqual([...identify(knownAs(lines), lines, { newId }).values()], ["a", "b"]);
  });
});

const anyTold = fc
  .tuple(
    fc.constantFrom("Thiết bị", "Phần mềm bến xe", "Phần mềm bến xê", LAN, `${LAN} 2`, ""),
    fc.constantFrom("", "A", "B"),
    fc.constantFrom("", "2020", "2021"),
    fc.constantFrom("", "Một", "Hai"),
    fc.constantFrom("", "5", "7"),
  )
  .map((parts) => parts.join("|"));
const anyLines = fc.array(anyTold, { maxLength: 15 });

describe("matching", () => {
  it("is one to one, and names every line", () => {
    fc.assert(
      fc.property(anyLines, anyLines, (before, now) => {
        const matched = matchLines(knownAs(linesOf(before)), linesOf(now));
        assert.equal(matched.size, now.length);
        const ids = [...matched.values()].filter((id) => id !== null);
        assert.equal(new Set(ids).size, ids.length);
      }),
    );
  });

  it("of a version with itself finds every line again", () => {
    fc.assert(
      fc.property(anyLines, (told) => {
        const lines = linesOf(told);
        assert.deepEqual(
          [...matchLines(knownAs(lines), lines).values()],
          knownAs(lines).map(({ lineId }) => lineId),
        );
      }),
    );
  });

  it("leaves out no line that has the same name, agency and period as one left over", () => {
    fc.assert(
      fc.property(anyLines, anyLines, (before, now) => {
        const known = knownAs(linesOf(before));
        const matched = matchLines(known, linesOf(now));
        const taken = new Set(matched.values());
        const keyOf = (line: Line): string => `${line.name}|${line.leadAgency}|${line.periodText}`;
        const left = new Set(known.filter((line) => line.name !== "" && !taken.has(line.lineId)).map(keyOf));
        for (const line of linesOf(now)) assert.ok(matched.get(line.key) !== null || !left.has(keyOf(line)));
      }),
    );
  });

  it("of 20,000 lines, all reworded, takes seconds at most", () => {
    const names = Array.from(
      { length: 20_000 },
      (_, index) => `Phần mềm quản lý việc ${index.toString(36)} của phòng ${(index % 700).toString(36)}q`,
    );
    const before = linesOf(names.map((name, index) => `${name} | Sở ${String(index % 40)} | 2020`));
    const now = linesOf(names.map((name, index) => `Xây dựng ${name} | Sở ${String(index % 40)} | 2021`)).map(
      (line) => ({ ...line, key: `now ${line.key}` }),
    );
    const start = process.hrtime.bigint();
    const matched = matchLines(
      before.map((line) => ({ ...line, lineId: line.key })),
      now,
    );
    const found = [...matched].filter(([key, lineId]) => key === `now ${String(lineId)}`).length;
    assert.ok(found > 19_000, String(found));
    assert.ok(Number(process.hrtime.bigint() - start) / 1e6 < 10_000);
  });
});
