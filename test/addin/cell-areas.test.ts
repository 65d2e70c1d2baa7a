import assert from "node:assert/strict";
import * as fc from "fast-check";
import { addressesOf, addressOf, areasOf, cellsIn, parseAddress } from "../../addin/host/cell-areas.ts";
import { cutIntoBlocks } from "../../addin/host/blocks.ts";
import { cellName } from "../../shared/grid.ts";

describe("cells as areas", () => {
  const cases: readonly [cells: string, address: string][] = [
    ["", ""],
    ["F8", "F8"],
    ["F9,F8,F10", "F8:F10"],
    ["F8,F10", "F8,F10"],
    ["F8,G8,H8", "F8:H8"],
    ["F8,F9,G8,G9", "F8:G9"],
    ["F8,F9,G8", "F8:F9,G8"],
    ["F8,F8", "F8"],
    ["Z1,AA1", "Z1:AA1"],
    ["$F$8,f9", "F8:F9"],
    ["Phụ lục,F8", "F8"],
  ];
  for (const [cells, address] of cases) {
    it(`${cells} are ${address}`, () => {
      assert.equal(addressesOf(areasOf(cells.split(","))).join(";"), address);
    });
  }
  it("hold exactly the same cells, however many, in addresses that Excel takes whole", () => {
    const cell = fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 12 }));
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 300 }), (places) => {
        const cells = new Set(places.map(([row, column]) => cellName(row, column)));
        const areas = areasOf(cells);
        const back = areas.flatMap(cellsIn);
        assert.equal(back.length, cells.size);
        assert.deepEqual(new Set(back), cells);
        assert.deepEqual(addressesOf(areas).flatMap(parseAddress), areas);
      }),
    );
    const many = Array.from({ length: 9_000 }, (_, index) => cellName(2 * index + 1, index % 30));
    const addresses = addressesOf(areasOf(many));
    assert.ok(addresses.length > 1 && addresses.every((address) => address.length < 8_192));
    assert.deepEqual(new Set(addresses.flatMap(parseAddress).flatMap(cellsIn)), new Set(many));
  });
  it("are read from what Excel writes", () => {
    const read = parseAddress("'Phụ lục, 1'!$B$2:$C$3".replace(", ", " ") + ",D4");
    assert.deepEqual(read.map(addressOf), ["B2:C3", "D4"]);
    assert.deepEqual(parseAddress("3:4"), []);
  });
});

describe("blocks", () => {
  const area = { top: 3, left: 0, bottom: 2_502, right: 9 };
  const cases: readonly [mostCells: number, rows: readonly number[]][] = [
    [50_000, [1_000, 1_000, 500]],
    [20_000, [1_000, 1_000, 500]],
    [9_000, [900, 900, 700]],
    [1, Array.from({ length: 2_500 }, () => 1)],
  ];
  for (const [mostCells, rows] of cases) {
    it(`of at most ${String(mostCells)} cells have ${rows.slice(0, 3).join(", ")} rows`, () => {
      const blocks = cutIntoBlocks(area, mostCells);
      assert.deepEqual(
        blocks.map(({ top, bottom }) => bottom - top + 1),
        rows,
      );
      assert.deepEqual([blocks[0]?.top, blocks[blocks.length - 1]?.bottom], [3, 2_502]);
    });
  }
});
