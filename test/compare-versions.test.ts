import assert from "node:assert/strict";
import fc from "fast-check";
import { checkWorkbook } from "../shared/check.ts";
import {
  compareThreeWays,
  compareVersions,
  threeWayChangesSchema,
  versionChangesSchema,
  type ComparedVersion,
  type FieldChange,
  type ThreeWayChanges,
  type VersionChanges,
} from "../shared/compare-versions.ts";
import type { Grid } from "../shared/grid.ts";
import { identify } from "../shared/line-identity.ts";
import { lineItemsOf } from "../shared/line-items.ts";
import {
  gridOf,
  PHASE_YEAR,
  phaseYearGrid,
  planGrid,
  SINGLE_AMOUNT,
  TARGETS,
  withCells,
  type Value,
} from "./builders.ts";

type Rows = readonly (readonly Value[])[];

/** Line items keep the identity they have in the first version. */
function versionOf(grids: readonly Grid[], first: ComparedVersion | null = null): ComparedVersion {
  const { plan, sheets } = checkWorkbook(grids);
  const appendices = sheets.flatMap(({ appendix }) => appendix ?? []);
  const before = lineItemsOf(first?.appendices ?? []).map((line) => ({
    ...line,
    lineId: first?.lineIds.get(line.key) ?? "",
  }));
  const lineIds = identify(before, lineItemsOf(appendices), { newId: ({ key }) => `${first ? "new " : ""}${key}` });
  return { plan, appendices, lineIds };
}

const compare = (before: readonly Grid[], now: readonly Grid[]): VersionChanges => {
  const first = versionOf(before);
  return compareVersions(first, versionOf(now, first));
};
const compareRows = (before: Rows, now: Rows): VersionChanges => compare([gridOf(before)], [gridOf(now)]);

const sayFields = (fields: readonly FieldChange[]): string =>
  fields.map(({ field, before, now }) => `${field} ${String(before)} → ${String(now)}`).join(", ");

const cellsOf = (lines: readonly { readonly key: string }[]): string =>
  lines.map(({ key }) => key.replace(/^.*!/, "")).join(" ");

/** "+B9 −B7 ~B10(name a → b) >B8 =3". */
const say = ({ added, removed, changed, moved, unchanged }: VersionChanges): string =>
  [
    ...(added.length > 0 ? [`+${cellsOf(added)}`] : []),
    ...(removed.length > 0 ? [`−${cellsOf(removed)}`] : []),
    ...changed.map(({ line, fields }) => `~${cellsOf([line])}(${sayFields(fields)})`),
    ...(moved.length > 0 ? [`>${cellsOf(moved.map(({ line }) => line))}`] : []),
    `=${String(unchanged)}`,
  ].join(" ");

/** The rows with some put in before a row of the sheet, and some taken out. */
const withRows = (rows: Rows, at: number, { out = 0, put = [] }: { out?: number; put?: Rows }): Rows => [
  ...rows.slice(0, at - 1),
  ...put,
  ...rows.slice(at - 1 + out),
];

const NEW_LINE: readonly Value[] = [9, "Cổng dữ liệu mở", "Sở TTTT", 2020, 100, 100, 100, 0, 100, 100, 0, 0];
const lineAt = (row: number): readonly Value[] => PHASE_YEAR[row - 1] ?? [];

const CASES: readonly (readonly [says: string, now: Rows, changes: string])[] = [
  ["nothing", PHASE_YEAR, "=5"],
  ["a line added", withRows(PHASE_YEAR, 9, { put: [NEW_LINE] }), "+B9 =5"],
  ["a line removed", withRows(PHASE_YEAR, 8, { out: 1 }), "−B8 =4"],
  ["a figure", withCells(PHASE_YEAR, { L7: 600 }), "~B7(figure planned year null recurrent 500000000 → 600000000) =4"],
  [
    "a figure taken out",
    withCells(PHASE_YEAR, { L7: null }),
    "~B7(figure planned year null recurrent 500000000 → null) =4",
  ],
  ["a period", withCells(PHASE_YEAR, { D7: "2019-2022" }), "~B7(period 2019-2021 → 2019-2022) =4"],
  ["an agency", withCells(PHASE_YEAR, { C10: "Sở KH&ĐT" }), "~B10(leadAgency Sở Tài chính → Sở KH&ĐT) =4"],
  [
    "a name",
    withCells(PHASE_YEAR, { B10: "Phần mềm quản lý ngân sách xã" }),
    "~B10(name Phần mềm quản lý ngân sách → Phần mềm quản lý ngân sách xã) =4",
  ],
  ["a note", withCells(PHASE_YEAR, { M7: "Chuyển tiếp" }), "~B7(note null → Chuyển tiếp) =4"],
  ["the spaces of a name", withCells(PHASE_YEAR, { B10: " Phần mềm  quản lý\nngân sách" }), "=5"],
  ["how a name is composed", withCells(PHASE_YEAR, { B10: "Phần mềm quản lý ngân sách".normalize("NFD") }), "=5"],
  ["a number in front", withCells(PHASE_YEAR, { A10: 7 }), "=5"],
  [
    "a line moved to another section",
    withRows(withRows(PHASE_YEAR, 13, { put: [lineAt(8)] }), 8, { out: 1 }),
    ">B12 =4",
  ],
  [
    "a line moved and changed",
    withRows(withRows(PHASE_YEAR, 13, { put: [lineAt(8).map((value) => (value === "2018-2020" ? 2020 : value))] }), 8, {
      out: 1,
    }),
    "~B12(period 2018-2020 → 2020) >B12 =4",
  ],
  ["a section renamed", withCells(PHASE_YEAR, { B6: "Hạ tầng số" }), "=5"],
  ["sections renumbered", withCells(PHASE_YEAR, { A6: "III", A9: "IV" }), "=5"],
];

describe("two versions", () => {
  for (const [says, now, changes] of CASES) {
    it(`${says}: ${changes}`, () => {
      assert.equal(say(compareRows(PHASE_YEAR, now)), changes);
    });
  }

  it("tell the difference of figures and none of words", () => {
    const [changed] = compareRows(PHASE_YEAR, withCells(PHASE_YEAR, { L7: 600, D7: 2020 })).changed;
    assert.deepEqual(
      changed?.fields.map(({ difference, isDong }) => [difference, isDong]),
      [
        [null, false],
        [100e6, true],
      ],
    );
    assert.equal(changed.keyBefore, "Phụ lục!B7");
    assert.equal(changed.line.amountDong, 5_000e6);
  });

  it("know where a moved line stood and stands", () => {
    const [moved] = compareRows(
      PHASE_YEAR,
      withRows(withRows(PHASE_YEAR, 13, { put: [lineAt(8)] }), 8, { out: 1 }),
    ).moved;
    assert.deepEqual(
      [moved?.sectionsBefore, moved?.line.sections],
      ["I. Hạ tầng kỹ thuật", "II. Ứng dụng trong cơ quan nhà nước"],
    );
  });

  it("on a sheet of another name have moved nothing", () => {
    assert.equal(say(compare([phaseYearGrid()], [gridOf(PHASE_YEAR, { name: "PL 1" })])), "=5");
  });

  it("in another unit are the same đồng", () => {
    const thousand = SINGLE_AMOUNT.map((row) =>
      row.map((value) => (typeof value === "number" && value > 99 ? value * 1000 : value)),
    );
    const changes = compareRows(SINGLE_AMOUNT, withCells(thousand, { H2: "Đơn vị tính: nghìn đồng" }));
    assert.equal(say(changes), "=3");
    assert.deepEqual(changes.printed, []);
  });

  it("with texts for targets are compared by them", () => {
    assert.equal(say(compareRows(TARGETS, withCells(TARGETS, { C3: "30%" }))), "~B3(target 20% → 30%) =2");
  });
});

describe("what is printed around the lines", () => {
  const sayPrinted = ({ printed }: VersionChanges): string =>
    printed.map(({ kind, name, fields }) => `${kind} ${name}: ${sayFields(fields)}`).join("; ");

  const PRINTED: readonly (readonly [says: string, now: Rows, printed: string])[] = [
    ["nothing", PHASE_YEAR, ""],
    [
      "a section's figure",
      withCells(PHASE_YEAR, { G6: 2_001 }),
      "section Hạ tầng kỹ thuật: figure planned phase central null 2000000000 → 2001000000",
    ],
    [
      "the grand total's",
      withCells(PHASE_YEAR, { L13: 1 }),
      "grandTotal TỔNG CỘNG: figure planned year null recurrent 2500000000 → 1000000",
    ],
    ["a line's figure is no total's", withCells(PHASE_YEAR, { L7: 1 }), ""],
    ["a line more moves totals down and changes none", withRows(PHASE_YEAR, 9, { put: [NEW_LINE] }), ""],
  ];
  for (const [says, now, printed] of PRINTED) {
    it(`${says}: ${printed || "none"}`, () => {
      assert.equal(sayPrinted(compareRows(PHASE_YEAR, now)), printed);
    });
  }

  it("a total taken out is told with all its figures", () => {
    const [printed] = compareRows(PHASE_YEAR, PHASE_YEAR.slice(0, -1)).printed;
    assert.equal(printed?.kind, "grandTotal");
    assert.equal(printed.fields.length, 8);
    assert.ok(printed.fields.every(({ now, before }) => now === null && before !== null));
  });

  const PLANS: readonly (readonly [says: string, changes: Readonly<Record<string, Value>>, plan: string])[] = [
    ["nothing", {}, ""],
    ["the number", { B2: "9/KH-UBND" }, "number 3252/QĐ-UBND → 9/KH-UBND"],
    ["the date", { B3: "2020-01-02" }, "date 2019-12-30 → 2020-01-02"],
    ["the years", { B4: "2020-2021" }, "period 2020 → 2020-2021"],
    ["the total", { B7: "5.900 triệu đồng" }, "amount kinh phi thuc hien 5850000000 → 5900000000"],
    ["the province", { B1: "Nghệ An" }, "province Vĩnh Long → Nghệ An"],
  ];
  for (const [says, changes, plan] of PLANS) {
    it(`of the plan, ${says}: ${plan || "none"}`, () => {
      const compared = compare([planGrid(), phaseYearGrid()], [planGrid(changes), phaseYearGrid()]);
      assert.equal(sayFields(compared.plan), plan);
    });
  }

  it("a plan that was not there before is all new", () => {
    const { plan } = compare([phaseYearGrid()], [planGrid(), phaseYearGrid()]);
    assert.ok(plan.length >= 8 && plan.every(({ before }) => before === null));
  });
});

describe("totals and appendices", () => {
  it("by column, with the difference", () => {
    const { totals } = compareRows(PHASE_YEAR, withCells(PHASE_YEAR, { L7: 600, E13: 1 }));
    const of = (column: string): unknown => totals.find((total) => total.column === column);
    assert.deepEqual(of("planned year null recurrent"), {
      column: "planned year null recurrent",
      beforeDong: 2_500e6,
      nowDong: 2_600e6,
      differenceDong: 100e6,
    });
    assert.deepEqual(of("planned project total"), {
      column: "planned project total",
      beforeDong: 16_350e6,
      nowDong: 16_350e6,
      differenceDong: 0,
    });
  });

  it("a column that one version lacks has no difference", () => {
    const { totals } = compareRows(SINGLE_AMOUNT, PHASE_YEAR);
    const phase = totals.find(({ column }) => column === "planned phase total");
    assert.deepEqual([phase?.beforeDong, phase?.nowDong, phase?.differenceDong], [null, 11_850e6, null]);
  });

  const list = (name: string): Grid => gridOf(SINGLE_AMOUNT, { name });
  const targets = gridOf(TARGETS, { name: "PL2" });
  const FORMS: readonly (readonly [says: string, before: readonly Grid[], now: readonly Grid[], changes: string])[] = [
    ["one added", [list("PL1")], [list("PL1"), targets], "+targets PL2"],
    ["one removed", [list("PL1"), targets], [list("PL1")], "-targets PL2"],
    ["another of one form", [list("PL1")], [list("PL3"), list("PL1")], "+project-list-single-amount PL3"],
    ["the same under another name", [list("PL1")], [list("PL9")], ""],
    ["another form", [list("PL1")], [targets], "+targets PL2 -project-list-single-amount PL1"],
  ];
  for (const [says, before, now, changes] of FORMS) {
    it(`${says}: ${changes || "none"}`, () => {
      const { appendicesAdded, appendicesRemoved } = compare(before, now);
      const told = [
        ...appendicesAdded.map(({ form, sheet }) => `+${form} ${sheet}`),
        ...appendicesRemoved.map(({ form, sheet }) => `-${form} ${sheet}`),
      ];
      assert.equal(told.join(" "), changes);
    });
  }
});

const anyChange = fc.tuple(
  fc.constantFrom("B7", "C7", "D8", "E8", "L10", "B11", "G12", "E6", "F13"),
  fc.constantFrom<Value>(null, 5, 700, "2020", "Sở Y tế", "Một việc khác hẳn"),
);
const anyVersion = fc
  .tuple(fc.array(anyChange, { maxLength: 4 }), fc.subarray([7, 8, 10, 11, 12]))
  .map(([changes, out]): readonly Grid[] => [
    gridOf(withCells(PHASE_YEAR, Object.fromEntries(changes)).filter((_, index) => !out.includes(index + 1))),
  ]);

describe("comparing", () => {
  it("a version with itself finds nothing", () => {
    fc.assert(
      fc.property(anyVersion, (grids) => {
        const { added, removed, changed, moved, totals, plan, printed, unchanged } = compare(grids, grids);
        assert.deepEqual([added, removed, changed, moved, plan, printed], [[], [], [], [], [], []]);
        assert.ok(totals.every(({ differenceDong }) => differenceDong === 0));
        assert.equal(unchanged, lineItemsOf(versionOf(grids).appendices).length);
      }),
    );
  });

  it("the other way round swaps what was added and removed, and every before and now", () => {
    fc.assert(
      fc.property(anyVersion, anyVersion, (a, b) => {
        const first = versionOf(a);
        const second = versionOf(b, first);
        const [there, back] = [compareVersions(first, second), compareVersions(second, first)];
        assert.deepEqual(back.added, there.removed);
        assert.deepEqual(back.removed, there.added);
        assert.equal(back.unchanged, there.unchanged);
        const fieldsOf = ({ changed }: VersionChanges): unknown[] =>
          changed.flatMap(({ line, fields }) => fields.map(({ field }) => `${line.lineId} ${field}`)).sort();
        assert.deepEqual(fieldsOf(back), fieldsOf(there));
      }),
    );
  });

  it("gives what can be sent, and counts every line", () => {
    fc.assert(
      fc.property(anyVersion, anyVersion, (a, b) => {
        const changes = compare(a, b);
        assert.deepEqual(versionChangesSchema.parse(JSON.parse(JSON.stringify(changes))), changes);
        const { added, changed, moved, unchanged } = changes;
        const touched = new Set([...changed, ...moved].map(({ line }) => line.lineId)).size;
        assert.equal(added.length + touched + unchanged, lineItemsOf(versionOf(b).appendices).length);
      }),
    );
  });
});

describe("three versions", () => {
  type Cells = Readonly<Record<string, Value>>;
  const base = versionOf([gridOf(PHASE_YEAR)]);
  const threeWays = (mine: Rows, theirs: Rows): ThreeWayChanges =>
    compareThreeWays(base, versionOf([gridOf(mine)], base), versionOf([gridOf(theirs)], base));
  const told = ({ lines }: ThreeWayChanges): string =>
    lines
      .flatMap(({ lineId, fields }) =>
        fields.map(({ field, by }) => `${lineId.replace(/^.*!/, "")} ${field.replace("figure planned ", "")} ${by}`),
      )
      .join(", ");

  const THREE: readonly (readonly [says: string, mine: Cells, theirs: Cells, changes: string])[] = [
    ["nobody changed anything", {}, {}, ""],
    ["only I did", { L7: 1 }, {}, "B7 year null recurrent mine"],
    ["only they did", {}, { D8: 2020 }, "B8 period theirs"],
    ["both, the same", { L7: 1 }, { L7: 1 }, "B7 year null recurrent both"],
    ["both, differently", { L7: 1 }, { L7: 2 }, "B7 year null recurrent conflict"],
    ["each another field of one line", { L7: 1 }, { D7: 2020 }, "B7 period theirs, B7 year null recurrent mine"],
    ["each another line", { L7: 1 }, { L8: 1 }, "B7 year null recurrent mine, B8 year null recurrent theirs"],
    ["one blanks what the other changes", { L7: null }, { L7: 2 }, "B7 year null recurrent conflict"],
    [
      "spaces are no change",
      { B7: " Nâng cấp  mạng cục bộ của Văn phòng UBND tỉnh" },
      { L7: 2 },
      "B7 year null recurrent theirs",
    ],
  ];
  for (const [says, mine, theirs, changes] of THREE) {
    it(`${says}: ${changes || "none"}`, () => {
      const compared = threeWays(withCells(PHASE_YEAR, mine), withCells(PHASE_YEAR, theirs));
      assert.equal(told(compared), changes);
      assert.equal(compared.conflicts, changes.includes("conflict") ? 1 : 0);
      assert.equal(compared.lines.length + compared.unchanged, 5);
    });
  }

  const without8 = withRows(PHASE_YEAR, 8, { out: 1 });
  const with9 = withRows(PHASE_YEAR, 9, { put: [NEW_LINE] });
  const moved8 = withRows(withRows(PHASE_YEAR, 13, { put: [lineAt(8)] }), 8, { out: 1 });
  const ROWS: readonly (readonly [says: string, mine: Rows, theirs: Rows, changes: string])[] = [
    ["I took a line out", without8, PHASE_YEAR, "B8 line mine"],
    ["they took a line out", PHASE_YEAR, without8, "B8 line theirs"],
    ["both took it out", without8, without8, "B8 line both"],
    ["one took out what the other changed", without8, withCells(PHASE_YEAR, { L8: 1 }), "B8 line conflict"],
    ["and the other way round", withCells(PHASE_YEAR, { L8: 1 }), without8, "B8 line conflict"],
    ["I put a line in", with9, PHASE_YEAR, "B9 line mine"],
    ["they put a line in", PHASE_YEAR, with9, "B9 line theirs"],
    ["both put in the same", with9, with9, "B9 line both"],
    [
      "both put it in, with other money",
      with9,
      withCells(with9, { L9: 5 }),
      "B9 line both, B9 year null recurrent conflict",
    ],
    ["I moved a line", moved8, PHASE_YEAR, "B8 section mine"],
    [
      "I moved what they changed",
      moved8,
      withCells(PHASE_YEAR, { L8: 1 }),
      "B8 section mine, B8 year null recurrent theirs",
    ],
  ];
  for (const [says, mine, theirs, changes] of ROWS) {
    it(`${says}: ${changes}`, () => {
      assert.equal(told(threeWays(mine, theirs)), changes);
    });
  }

  it("tell the values of all three", () => {
    const [line] = threeWays(withCells(PHASE_YEAR, { L7: 1 }), withCells(PHASE_YEAR, { L7: 2 })).lines;
    assert.deepEqual(line?.keys, { base: "Phụ lục!B7", mine: "Phụ lục!B7", theirs: "Phụ lục!B7" });
    const [{ base: was, mine, theirs } = { base: null, mine: null, theirs: null }] = line.fields;
    assert.deepEqual([was, mine, theirs], [500e6, 1e6, 2e6]);
  });

  it("never conflict where one side changed nothing, swap with the sides, and can be sent", () => {
    const swapped: Readonly<Record<string, string>> = {
      mine: "theirs",
      theirs: "mine",
      both: "both",
      conflict: "conflict",
    };
    fc.assert(
      fc.property(anyVersion, anyVersion, (a, b) => {
        const [mine, theirs] = [versionOf(a, base), versionOf(b, base)];
        assert.equal(compareThreeWays(base, mine, base).conflicts, 0);
        assert.equal(compareThreeWays(base, mine, mine).conflicts, 0);
        const there = compareThreeWays(base, mine, theirs);
        const sides = ({ lines }: ThreeWayChanges, name: (by: string) => string): string[] =>
          lines.flatMap(({ lineId, fields }) => fields.map(({ field, by }) => `${lineId} ${field} ${name(by)}`)).sort();
        const back = compareThreeWays(base, theirs, mine);
        assert.deepEqual(
          sides(back, (by) => swapped[by] ?? ""),
          sides(there, (by) => by),
        );
        assert.deepEqual(threeWayChangesSchema.parse(JSON.parse(JSON.stringify(there))), there);
      }),
    );
  });
});
