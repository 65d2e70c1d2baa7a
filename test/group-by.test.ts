import assert from "node:assert/strict";
import fc from "fast-check";
import { groupBy, groupRepeated } from "../shared/group-by.ts";

const own = (value: number): number => value;

describe("groups of what comes more than once", () => {
  it("leave out what is alone with its key", () => {
    assert.deepEqual(
      [...groupRepeated([3, -1, 2, 3, -1, 3], own)],
      [
        [3, [3, 3, 3]],
        [-1, [-1, -1]],
      ],
    );
  });

  it("are none of nothing", () => {
    assert.equal(groupRepeated([], own).size, 0);
  });

  it("are those of groupBy with two items or more, in the same order", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -4, max: 4 })), (values) => {
        const several = [...groupBy(values, own)].filter(([, same]) => same.length > 1);
        assert.deepEqual([...groupRepeated(values, own)], several);
      }),
    );
  });
});
