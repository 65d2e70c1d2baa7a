/** A conflict as the service tells it, settled line by line: which cells change, and what is left to the officer's hands. */
import assert from "node:assert/strict";
import { settle } from "../../addin/sync/settle.ts";
import type { Choice, Settled } from "../../addin/sync/state.ts";
import { checkWorkbook } from "../../shared/check.ts";
import { compareThreeWays, type ComparedVersion, type ThreeWayChanges } from "../../shared/compare-versions.ts";
import { applyEdits } from "../../shared/fix.ts";
import type { Grid } from "../../shared/grid.ts";
import { identify, type IdentifiedLine } from "../../shared/line-identity.ts";
import { lineItemsOf } from "../../shared/line-items.ts";
import { gridOf, PHASE_YEAR, withCells, type GridOptions, type Value } from "../builders.ts";

type Changes = Readonly<Record<string, Value>>;

const sheet = (changes: Changes = {}, options: GridOptions = {}): Grid =>
  gridOf(withCells(PHASE_YEAR, changes), { name: "PL1", ...options });

const appendicesOf = (grid: Grid) => checkWorkbook([grid]).sheets.flatMap(({ appendix }) => appendix ?? []);

/** Its lines are those of the versions before where they are alike, else its own. */
function versionOf(grid: Grid, before: readonly ComparedVersion[], name: string): ComparedVersion {
  const appendices = appendicesOf(grid);
  const known = new Map<string, IdentifiedLine>();
  for (const version of before)
    for (const line of lineItemsOf(version.appendices)) {
      const lineId = version.lineIds.get(line.key) ?? "";
      if (!known.has(lineId)) known.set(lineId, { ...line, lineId });
    }
  const newId = ({ key }: { readonly key: string }): string => `${name} ${key}`;
  return { plan: null, appendices, lineIds: identify([...known.values()], lineItemsOf(appendices), { newId }) };
}

interface Case {
  readonly base?: Grid;
  readonly mine?: Grid;
  readonly theirs?: Grid;
  /** The officer's sheet when it is settled; as it was submitted where it is left out. */
  readonly now?: Grid;
  /** By the key in the officer's sheet, else the line's name. */
  readonly choices: Readonly<Record<string, Choice>>;
  readonly edits?: readonly (readonly [cell: string, was: Value, value: string | number])[];
  readonly byHand?: readonly RegExp[];
}

function compared({ base = sheet(), mine = sheet(), theirs = sheet() }: Case): ThreeWayChanges {
  const first = versionOf(base, [], "base");
  const second = versionOf(theirs, [first], "theirs");
  return compareThreeWays(first, versionOf(mine, [second, first], "mine"), second);
}

function settledOf(one: Case): Settled {
  const threeWays = compared(one);
  const settlements = Object.entries(one.choices).map(([key, choice]) => {
    const line = threeWays.lines.find(({ keys, name }) => keys.mine === key || name === key);
    assert.ok(line, `no line ${key} among ${threeWays.lines.map(({ keys, name }) => keys.mine ?? name).join(", ")}`);
    return { lineId: line.lineId, choice };
  });
  const now = one.now ?? one.mine ?? sheet();
  return settle(threeWays, settlements, { sheets: [now], appendices: appendicesOf(now) });
}

/** 1 inserted above the lines. */
const shifted = (grid: Grid): Grid => ({ ...grid, rows: grid.rows.map((row) => ({ ...row, row: row.row + 1 })) });

const OTHER_LINE: Changes = { B8: "Trục liên thông dữ liệu", C8: "Sở Nội vụ", D8: "2020" };
const REMOVED: Changes = Object.fromEntries(Array.from("ABCDEFGHIJKLM", (letter) => [`${letter}12`, null]));

const CASES: Readonly<Record<string, Case>> = {
  "theirs is put into a text": {
    mine: sheet({ C8: "Sở A" }),
    theirs: sheet({ C8: "Sở B" }),
    choices: { "PL1!B8": "theirs" },
    edits: [["C8", "Sở A", "Sở B"]],
  },
  "as before is put into a text": {
    mine: sheet({ C8: "Sở A" }),
    theirs: sheet({ C8: "Sở B" }),
    choices: { "PL1!B8": "before" },
    edits: [["C8", "Sở A", "Sở Thông tin và Truyền thông"]],
  },
  "mine changes nothing": {
    mine: sheet({ C8: "Sở A" }),
    theirs: sheet({ C8: "Sở B" }),
    choices: { "PL1!B8": "mine" },
  },
  "a line settled their way is theirs in all its fields, and the others stay": {
    mine: sheet({ C8: "Sở A", M8: "của tôi", M7: "giữ" }),
    theirs: sheet({ C8: "Sở B", D8: "2019-2020" }),
    choices: { "PL1!B8": "theirs" },
    edits: [
      ["C8", "Sở A", "Sở B"],
      ["D8", "2018-2020", "2019-2020"],
      ["M8", "của tôi", ""],
    ],
  },
  "an amount comes in the sheet's unit, exactly": {
    mine: sheet({ E8: 4100 }),
    theirs: sheet({ E8: 4000.123456 }),
    choices: { "PL1!B8": "theirs" },
    edits: [["E8", 4100, 4000.123456]],
  },
  "an amount that is blank there becomes blank": {
    mine: sheet({ J7: 401 }),
    theirs: sheet({ J7: null }),
    choices: { "PL1!B7": "theirs" },
    edits: [["J7", 401, ""]],
  },
  "what was changed since it was submitted is told as it now is": {
    mine: sheet({ C8: "Sở A" }),
    theirs: sheet({ C8: "Sở B" }),
    now: sheet({ C8: "Sở C" }),
    choices: { "PL1!B8": "theirs" },
    edits: [["C8", "Sở C", "Sở B"]],
  },
  "what says so by now is left alone": {
    mine: sheet({ C8: "Sở A" }),
    theirs: sheet({ C8: "Sở B" }),
    now: sheet({ C8: "Sở  B" }),
    choices: { "PL1!B8": "theirs" },
  },
  "a line that moved down since is found by its name": {
    mine: sheet({ C8: "Sở A" }),
    theirs: sheet({ C8: "Sở B" }),
    now: shifted(sheet({ C8: "Sở A" })),
    choices: { "PL1!B8": "theirs" },
    edits: [["C9", "Sở A", "Sở B"]],
  },
  "a line that is gone since is left to the officer": {
    mine: sheet({ C8: "Sở A" }),
    theirs: sheet({ C8: "Sở B" }),
    now: sheet(OTHER_LINE),
    choices: { "PL1!B8": "theirs" },
    byHand: [/^Không còn tìm thấy dòng “Mở rộng trung tâm.*” tại PL1!B8/],
  },
  "a formula that adds what is written stays": {
    mine: sheet({ F8: "=SUM(G8:H8)", G8: 900, H8: 2200 }),
    theirs: sheet({ F8: "=SUM(G8:H8)", G8: 850, H8: 2200 }),
    choices: { "PL1!B8": "theirs" },
    edits: [["G8", 900, 850]],
  },
  "a formula that nothing feeds is left to the officer": {
    mine: sheet({ E8: "=3000+1100" }),
    theirs: sheet({ E8: 4200 }),
    choices: { "PL1!B8": "theirs" },
    byHand: [/ô E8 .* là công thức nên được giữ nguyên/],
  },
  "a line they took out is taken out by hand": {
    mine: sheet({ M12: "của tôi" }),
    theirs: sheet(REMOVED),
    choices: { "PL1!B12": "theirs" },
    byHand: [/^Xin bỏ dòng “Cơ sở dữ liệu cán bộ, công chức” \(PL1!B12\)\.$/],
  },
  "a line I took out and they kept is put in by hand": {
    mine: sheet(REMOVED),
    theirs: sheet({ M12: "của họ" }),
    choices: { "Cơ sở dữ liệu cán bộ, công chức": "theirs" },
    byHand: [/^Xin thêm dòng “Cơ sở dữ liệu cán bộ, công chức” \(ở bản kia là PL1!B12\)\.$/],
  },
  "a line I put in is taken out by hand when it is to be as before": {
    base: sheet(REMOVED),
    choices: { "PL1!B12": "before" },
    byHand: [/^Xin bỏ dòng/],
  },
  "another section is moved to by hand": {
    mine: sheet({ B9: "Ứng dụng nội bộ" }),
    choices: { "PL1!B10": "before" },
    byHand: [
      /^Xin chuyển dòng “Phần mềm quản lý ngân sách” \(PL1!B10\) sang mục “.*Ứng dụng trong cơ quan nhà nước”\.$/,
    ],
  },
  "what stands in another cell of a merged area is left to the officer": {
    mine: sheet({ C7: "Sở A", C8: null }, { merged: ["C7:C8"] }),
    theirs: sheet({ C8: "Sở B" }),
    choices: { "PL1!B8": "theirs" },
    byHand: [/^Dòng “Mở rộng trung tâm tích hợp dữ liệu”: xin tự sửa đơn vị chủ trì thành “Sở B”\.$/],
  },
};

describe("settling a conflict", () => {
  for (const [what, one] of Object.entries(CASES))
    it(what, () => {
      const { edits, byHand } = settledOf(one);
      assert.deepEqual(
        edits,
        (one.edits ?? []).map(([cell, was, value]) => ({ sheet: "PL1", cell, was, value })),
      );
      assert.equal(byHand.length, one.byHand?.length ?? 0, JSON.stringify(byHand));
      byHand.forEach(({ vi, en }, index) => {
        assert.match(vi, one.byHand?.[index] ?? /never/);
        assert.match(en, /^[^À-ỹ]*“/, "English has its own words");
      });
    });

  it("settled their way everywhere, the sheet says what theirs says", () => {
    const one = {
      mine: sheet({ C8: "Sở A", D10: "2020-2021", E7: 5100 }),
      theirs: sheet({ C8: "Sở B", M11: "của họ", E7: 5200.5 }),
      choices: {},
    };
    const threeWays = compared(one);
    const settlements = threeWays.lines.map(({ lineId }) => ({ lineId, choice: "theirs" as const }));
    const { edits } = settle(threeWays, settlements, { sheets: [one.mine], appendices: appendicesOf(one.mine) });
    const settled = compared({ ...one, mine: applyEdits(one.mine, edits) });
    assert.deepEqual(
      settled.lines.flatMap(({ fields }) => fields.filter(({ mine, theirs }) => mine !== theirs)),
      [],
    );
  });

  for (const [field, edits] of [
    ["leadAgency", [{ sheet: "PL1", cell: "C8", was: "Sở A", value: "Sở B" }]],
    ["note", [{ sheet: "PL1", cell: "M8", was: "của tôi", value: "của họ" }]],
    ["không có", []],
  ] as const)
    it(`settled for one field alone, the others of the line stay: ${field}`, () => {
      const mine = sheet({ C8: "Sở A", M8: "của tôi" });
      const threeWays = compared({ mine, theirs: sheet({ C8: "Sở B", M8: "của họ" }), choices: {} });
      const [line] = threeWays.lines;
      assert.ok(line);
      assert.deepEqual(line.fields.map((each) => each.field).sort(), ["leadAgency", "note"]);
      const settlements = [{ lineId: line.lineId, field, choice: "theirs" as const }];
      const settled = settle(threeWays, settlements, { sheets: [mine], appendices: appendicesOf(mine) });
      assert.deepEqual(settled, { edits, byHand: [] });
    });

  it("a choice for a line that is not in the conflict does nothing", () => {
    const threeWays = compared({ choices: {} });
    const own = { sheets: [sheet()], appendices: appendicesOf(sheet()) };
    assert.deepEqual(settle(threeWays, [{ lineId: "không có", choice: "theirs" }], own), { edits: [], byHand: [] });
  });
});
