import assert from "node:assert/strict";
import fc from "fast-check";
import { judgeSubmission } from "../shared/judge.ts";
import { identify, matchLines, type IdentifiedLine, type Line } from "../shared/line-identity.ts";
import { lineItemsOf } from "../shared/line-items.ts";
import { largeSheet } from "./bench/sheets.ts";

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

  [
    "of two as near: the one in the same place",
    ["Trang bị máy chủ xã Tân An | A | | Một", "Trang bị máy chủ xã Tân Ân | A | | Hai"],
    ["Trang bị máy chủ xã Tân Anh | A | | Hai", "Trang bị máy chủ xã Tân Anh | A | | Một"],
    "b a",
  ],
  [
    "then the one with the same money",
    ["Bảo trì thiết bị xã Tân Ai | A | | Một | 5", "Bảo trì thiết bị xã Tân Ao | A | | Một | 7"],
    ["Bảo trì thiết bị xã Tân An | A | | Hai | 7"],
    "b",
  ],
  [
    "in the same place though a line was put in above",
    [LAN, "Máy chủ xã An", "Máy chủ xã Ân"],
    ["Việc mới hẳn", LAN, "Máy chủ các xã An", "Máy chủ các xã Ân"],
    "- a b c",
  ],
  [
    "a much nearer one elsewhere",
    ["Mạng nội bộ huyện ủy", "Mạng nội bộ huyện đoàn"],
    ["Mạng nội bộ huyện đoàn a"],
    "-",
  ],
  [
    "a number put right, where all else is the same",
    ["Hệ thống báo cáo giai đoạn 1 | A | 2020 | Một | 5"],
    ["Hệ thống báo cáo giai đoạn 2 | A | 2020 | Một | 5"],
    "a",
  ],
  [
    "a number goes with its own line where one is taken out",
    ["Máy tính trường 1 | A | | Một | 5", "Máy tính trường 2 | A | | Một | 5", "Máy tính trường 3 | A | | Một | 5"],
    ["Máy tính Trường TH 2 | A | | Một | 5", "Máy tính Trường TH 3 | A | | Một | 5"],
    "b c",
  ],

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

  it("of 20,000 lines, all reworded and in another order, takes seconds at most", () => {
    const told = Array.from({ length: 20_000 }, (_, index) => {
      const [work, room] = [index, index % 700].map((number) => number.toString(36));
      return `Phần mềm quản lý việc ${String(work)} của phòng ${String(room)}q | Sở ${String(index % 40)}`;
    });
    const before = linesOf(told).map((line) => ({ ...line, lineId: line.key }));
    const now = before.map((line) => ({ ...line, name: `Xây dựng ${line.name}`, periodText: "2021" })).reverse();
    const start = process.cpuUsage();
    const found = [...matchLines(before, now)].filter(([key, lineId]) => key === lineId).length;
    assert.ok(found > 19_000, String(found));
    assert.ok(process.cpuUsage(start).user / 1e6 < 3);
  });

  const judgedLines = () => {
    const { appendices } = judgeSubmission({ sheets: [largeSheet(20_000)], explanations: [] }, ANY_YEARS);
    return lineItemsOf(appendices).map((line) => ({ ...line, lineId: line.key }));
  };
  /** Read once for all of these. */
  let lines: ReturnType<typeof judgedLines> | null = null;
  const REWORDED: readonly (readonly [says: string, now: (name: string) => string, atLeast: number])[] = [
    ["a word at the end", (name) => `${name} (sửa)`, 20_000],
    ["a word before", (name) => `Tiếp tục ${name}`, 20_000],
    ["a year", (name) => `${name} năm 2021`, 20_000],
    ["a number", (name) => `${name} đợt 2`, 19_990],
    ["its number left out", (name) => name.replace(/ số \d+/, ""), 20_000],
  ];
  for (const [says, reworded, atLeast] of REWORDED)
    it(`of 20,000 lines that look much the same, each with ${says}, finds them again within seconds`, () => {
      const before = (lines ??= judgedLines());
      const now = before.map((line) => ({ ...line, name: reworded(line.name) }));
      const start = process.cpuUsage();
      const matched = [...matchLines(before, now)];
      const seconds = process.cpuUsage(start).user / 1e6;
      const found = matched.filter(([key, lineId]) => key === lineId).length;
      assert.ok(found >= atLeast, String(found));
      assert.equal(new Set(matched.map(([, lineId]) => lineId).filter((id) => id !== null)).size, countKnown(matched));
      assert.ok(seconds < 3, `${String(seconds)} s`);
    });
});

const ANY_YEARS = { formsAsked: [], severityOverrides: {}, explainedRules: [], fromYear: 2016, toYear: 2020 };
const countKnown = (matched: readonly (readonly [string, string | null])[]): number =>
  matched.filter(([, lineId]) => lineId !== null).length;
