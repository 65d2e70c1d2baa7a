/** An appendix sent twice is known again by what it says, however it is laid out; another one never is. */
import assert from "node:assert/strict";
import { contentKey } from "../../shared/consolidation/repeats.ts";
import { gridOf, phaseYearGrid, SINGLE_AMOUNT, TARGETS, withCells, type Value } from "../builders.ts";
import type { Grid } from "../../shared/grid.ts";
import { versionOf } from "./build.ts";

const keyOf = (grid: Grid, organisationId = "a"): string => {
  const version = versionOf(organisationId, [grid]);
  const [appendix] = version.appendices;
  assert.ok(appendix);
  return contentKey(version, appendix);
};

type Rows = readonly (readonly Value[])[];
const single = (cells: Readonly<Record<string, Value>> = {}): Grid => gridOf(withCells(SINGLE_AMOUNT, cells));
const targets = (cells: Readonly<Record<string, Value>> = {}): Grid => gridOf(withCells(TARGETS, cells));
const lower: Rows = [["Kèm theo"], [], ...SINGLE_AMOUNT];
const isSame = (a: Grid, b: Grid): boolean => keyOf(a) === keyOf(b);

describe("consolidation: the same appendix again", () => {
  const SAME: readonly (readonly [string, Grid, Grid])[] = [
    ["on another sheet", single(), gridOf(SINGLE_AMOUNT, { name: "Bản sao" })],
    ["lower on its sheet", single(), gridOf(lower)],
    ["with amounts as text", single(), single({ G4: "1 500" })],
    ["in capitals and other spaces", single(), single({ B4: "DUY TRÌ  KIẾN TRÚC CHÍNH QUYỀN ĐIỆN TỬ " })],
    ["with composed letters taken apart", single(), single({ B4: String(SINGLE_AMOUNT[3]?.[1]).normalize("NFD") })],
    ["with another agency", single(), single({ C4: "Sở Nội vụ" })],
    ["with targets printed otherwise", targets(), targets({ C4: " 100% " })],
  ];
  for (const [name, a, b] of SAME) {
    it(`${name} is known`, () => {
      assert.ok(isSame(a, b), `${keyOf(a)} ${keyOf(b)}`);
    });
  }

  const OTHER: readonly (readonly [string, Grid, Grid])[] = [
    ["another amount", single(), single({ G4: 1501 })],
    ["a blank for a 0", single({ G4: 0 }), single({ G4: null })],
    ["another name", single(), single({ B4: "Duy trì cổng dịch vụ công" })],
    ["two amounts exchanged", phaseYearGrid(), phaseYearGrid({ G12: 1500, H12: 0 })],
    ["another unit", single(), single({ H2: "Đơn vị tính: nghìn đồng" })],
    ["a row less", single(), gridOf(SINGLE_AMOUNT.filter((_, index) => index !== 4))],
    ["another form", single(), phaseYearGrid()],
    ["another target", targets(), targets({ C5: "25%" })],
  ];
  for (const [name, a, b] of OTHER) {
    it(`${name} is another appendix`, () => {
      assert.ok(!isSame(a, b));
    });
  }

  it("of another organisation is its own", () => {
    assert.notEqual(keyOf(single(), "a"), keyOf(single(), "b"));
  });

  it("of another plan is its own", () => {
    const version = versionOf("a", [single()]);
    const [appendix] = version.appendices;
    assert.ok(appendix);
    const [first, second] = ["1/KH-UBND", "2/KH-UBND"].map((planNumber) =>
      contentKey(version, { ...appendix, planNumber }),
    );
    assert.notEqual(first, second);
  });
});
