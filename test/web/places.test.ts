/** Every place has one address, and every address of ours one place. */
import assert from "node:assert/strict";
import { addressOf, placeAt, submissionPlace, type Place } from "../../server/web/places.ts";

const PLACES: readonly (readonly [address: string, place: Place])[] = [
  ["/dot", { page: "rounds" }],
  ["/dot/d1", { page: "round", roundId: "d1" }],
  ["/dot/d1/tinh-nghe-an", submissionPlace("d1", "tinh-nghe-an")],
  ["/dot/d1/tinh-nghe-an?ban=3", submissionPlace("d1", "tinh-nghe-an", { version: 3 })],
  [
    "/dot/d1/tinh-nghe-an?xem=so-sanh&ban=3&tu-ban=1",
    submissionPlace("d1", "tinh-nghe-an", { view: "so-sanh", version: 3, since: 1 }),
  ],
  [
    "/dot/d1/tinh-nghe-an?o=Ph%E1%BB%A5+l%E1%BB%A5c%21G12",
    submissionPlace("d1", "tinh-nghe-an", { cell: "Phụ lục!G12" }),
  ],
  ["/dot/d1/tinh-nghe-an/nop", { page: "upload", roundId: "d1", organisationId: "tinh-nghe-an" }],
  ["/quan-tri/don-vi", { page: "admin", part: "don-vi", id: null }],
  ["/quan-tri/don-vi/bo", { page: "admin", part: "don-vi", id: "bo" }],
  ["/quan-tri/dot/moi", { page: "admin", part: "dot", id: "moi" }],
  ["/quan-tri/nhat-ky", { page: "admin", part: "nhat-ky", id: null }],
  ["/quy-tac", { page: "rules", ruleId: null }],
  ["/quy-tac/number-gap", { page: "rules", ruleId: "number-gap" }],
  ["/tai-khoan", { page: "account" }],
];

/** What people type, or an older link says. */
const READ_ALIKE: readonly (readonly [address: string, place: Place | null])[] = [
  ["/dot/", { page: "rounds" }],
  ["/quan-tri", { page: "admin", part: "don-vi", id: null }],
  ["/dot/d1/t1?xem=bang", submissionPlace("d1", "t1")],
  ["/dot/d1/t1?xem=gi-do&ban=0&tu-ban=-1", submissionPlace("d1", "t1")],
  ["/dot/d1/t1?ban=1.5", submissionPlace("d1", "t1")],
  ["/dot/d1/t1?ban=99999999999999999999", submissionPlace("d1", "t1")],
  ["/dot/d1/t1/xem", null],
  ["/dot/d1/t1/nop/nua", null],
  ["/dot//t1", null],
  ["/dot/%E1%BB", null],
  ["/quan-tri/gi-do", null],
  ["/quan-tri/dot/d1/nua", null],
  ["/quy-tac/number-gap/nua", null],
  ["/tai-khoan/nua", null],
  ["/huong-dan", null],
  ["/", null],
];

describe("places", () => {
  for (const [address, place] of PLACES)
    it(address, () => {
      assert.equal(addressOf(place), address);
      assert.deepEqual(placeAt(address), place);
    });
  for (const [address, place] of READ_ALIKE)
    it(`${address} is ${place === null ? "no place" : addressOf(place)}`, () => {
      assert.deepEqual(placeAt(address), place);
    });
});
