import assert from "node:assert/strict";
import type { OverlapLine } from "../../shared/consolidation/overlap-lines.ts";
import { findOverlaps } from "../../shared/overlaps.ts";
import { gridOf, phaseYearGrid, SINGLE_AMOUNT, withCells } from "../builders.ts";
import { manifestOf, merge, organisation, versionOf } from "./build.ts";

const two = manifestOf([organisation("a"), organisation("b")]);

describe("consolidation: overlaps", () => {
  it("every added line is compared, with its widest amount and its period", async () => {
    let given: readonly OverlapLine[] = [];
    const versions = [versionOf("a", [phaseYearGrid()]), versionOf("b", [gridOf(SINGLE_AMOUNT)])];
    await merge(two, versions, (lines) => {
      given = lines;
      return [];
    });
    assert.equal(given.length, 8);
    const [first] = given;
    assert.deepEqual(
      [first?.key, first?.leadAgency, first?.amountDong, first?.period?.from, first?.periodText],
      ["a|1|Phụ lục|B7", "Văn phòng UBND tỉnh", 5_000e6, 2019 * 12, "2019-2021"],
    );
  });

  it("what is left out is not compared", async () => {
    let given = -1;
    const noUnit = gridOf(withCells(SINGLE_AMOUNT, { H2: null }));
    const versions = [versionOf("a", [noUnit]), versionOf("b", [gridOf(SINGLE_AMOUNT)])];
    await merge(two, versions, (lines) => {
      given = lines.length;
      return [];
    });
    assert.equal(given, 3);
  });

  it("lines found alike are shown side by side", async () => {
    const alike = phaseYearGrid({ B7: "Nâng cấp mạng cục bộ của Văn phòng UBND tỉnh Vĩnh Long giai đoạn hai" });
    const { consolidation } = await merge(two, [versionOf("a", [alike]), versionOf("b", [alike])], findOverlaps);
    const shown = consolidation.overlaps?.find(({ lines }) => lines[0]?.cell === "B7");
    assert.deepEqual(
      shown?.lines.map(({ organisationId, cell }) => [organisationId, cell]),
      [
        ["a", "B7"],
        ["b", "B7"],
      ],
    );
    assert.equal(shown?.likeness, "same-name");
  });

  it("too many lines are said not to be compared", async () => {
    const version = versionOf("a", [gridOf(SINGLE_AMOUNT)]);
    const [appendix] = version.appendices;
    assert.ok(appendix);
    const item = appendix.rows.find(({ kind }) => kind === "lineItem");
    assert.ok(item);
    const rows = Array.from({ length: 100_001 }, () => ({ ...item, parent: -1 }));
    const { consolidation } = await merge(manifestOf([organisation("a")]), [
      { ...version, appendices: [{ ...appendix, rows }] },
    ]);
    assert.equal(consolidation.overlaps, null);
    assert.equal(consolidation.total.lineItems, 100_001);
  });
});
