/** Receipts: numbered without gaps or doubles through a year, and made again the same whatever has happened since. */
import assert from "node:assert/strict";
import { isNewer } from "../../server/actions/submit-request.ts";
import { findVersionHead, nextReceiptNumber, receiptOf } from "../../server/store/receipts.ts";
import type { Receipt } from "../../shared/api/submissions.ts";
import { body, openDesk, OTHER_PROVINCE, PROVINCE, type Desk, type Place } from "./desk.ts";
import { DATABASES, type Person } from "./service.ts";

const numberOf = ({ number }: Receipt): number => Number(number.slice(-6));

for (const kind of DATABASES) {
  describe(`receipts, ${kind}`, () => {
    let desk: Desk;
    before(async function () {
      desk = await openDesk(kind, this);
    });
    after(() => desk.end());

    it("are numbered one after another over all rounds and organisations, together too", async () => {
      const rounds = await Promise.all([1, 2, 3].map(() => desk.newPlace({ expectedIds: [PROVINCE, OTHER_PROVINCE] })));
      const senders: readonly (readonly [Person, Place])[] = rounds.flatMap((place) => [
        [desk.officer, place] as const,
        [desk.neighbour, { ...place, organisationId: OTHER_PROVINCE }] as const,
      ]);
      const receipts = await Promise.all(senders.map(([who, params]) => who.get("submit", { params, body: body() })));
      assert.deepEqual(receipts.map(numberOf).sort(), [1, 2, 3, 4, 5, 6]);
      const params = rounds[0] ?? { roundId: "", organisationId: "" };
      const refused = await desk.officer.refused("submit", { params, body: body({}, { replaces: 1 }) });
      assert.equal(refused.code, "unchanged");
      const next = await desk.officer.get("submit", { params, body: body({ M7: "Sửa" }, { replaces: 1 }) });
      assert.equal(numberOf(next), 7, "what is refused takes no number");
    });

    it("begin again each year of Vietnam's calendar", async () => {
      const TIMES: readonly (readonly [string, string])[] = [
        ["2031-06-01T00:00:00.000Z", "PL-2031-000001"],
        ["2031-12-31T16:59:59.000Z", "PL-2031-000002"],
        ["2031-12-31T17:00:00.000Z", "PL-2032-000001"],
        ["2032-01-01T00:00:00.000Z", "PL-2032-000002"],
      ];
      for (const [at, number] of TIMES) assert.equal(await desk.store.write((tx) => nextReceiptNumber(tx, at)), number);
    });

    it("are the same whatever has happened since", async () => {
      const params = await desk.newPlace({ needsSignOff: true });
      const receipt = await desk.officer.get("submit", { params, body: body() });
      await desk.colleague.get("signOff", { params, body: { version: 1 } });
      await desk.reviewer.get("acceptSubmission", { params, body: { version: 1, why: "" } });
      const head = await findVersionHead(desk.store.db, params, 1);
      assert.ok(head);
      assert.deepEqual(await receiptOf(desk.store.db, params, head), receipt);
      assert.equal(await findVersionHead(desk.store.db, params, 2), null);
    });
  });
}

describe("a newer core", () => {
  const CASES: readonly (readonly [string, string, boolean])[] = [
    ["0.2.0", "0.2.0", false],
    ["0.2", "0.2.0", false],
    ["0.2.1", "0.2.0", true],
    ["0.10.0", "0.9.9", true],
    ["0.9.9", "0.10.0", false],
    ["1", "0.99.99", true],
    ["0.2.0.1", "0.2.0", true],
    ["0.1.9", "0.2", false],
  ];
  for (const [version, than, expected] of CASES) {
    it(`${version} is ${expected ? "" : "not "}newer than ${than}`, () => {
      assert.equal(isNewer(version, than), expected);
    });
  }
});
