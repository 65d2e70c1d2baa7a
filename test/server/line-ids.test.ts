/** Which lines a new version is matched against. */
import assert from "node:assert/strict";
import { correctedLineIds, lastAccepted, linesBefore } from "../../server/store/line-ids.ts";
import { findVersionDocuments } from "../../server/store/versions.ts";
import { body, openDesk, type Desk, type Place } from "./desk.ts";
import { DATABASES } from "./service.ts";

for (const kind of DATABASES) {
  describe(`the lines before, ${kind}`, () => {
    let desk: Desk;
    before(async function () {
      desk = await openDesk(kind, this);
    });
    after(() => desk.end());

    const submit = (params: Place, replaces: number): Promise<unknown> =>
      desk.officer.get("submit", { params, body: body({ M7: `Lần ${String(replaces + 1)}` }, { replaces }) });
    const accept = (params: Place, version: number): Promise<unknown> =>
      desk.reviewer.get("acceptSubmission", { params, body: { version, why: "" } });
    const judgedOf = async (params: Place, number: number): Promise<string> =>
      (await findVersionDocuments(desk.store.db, params, number))?.judged ?? "";
    const linesFor = (params: Place, previousRoundId: string | null) =>
      linesBefore(desk.store.db, params, previousRoundId);

    it("are none where nothing came before", async () => {
      const params = await desk.newPlace();
      assert.equal(await linesFor(params, null), null);
      assert.equal(await linesFor(params, "khong-co"), null);
    });

    it("are those of the latest version, whatever the round before had", async () => {
      const previous = await desk.newPlace();
      await submit(previous, 0);
      await accept(previous, 1);
      const params = await desk.newPlace({ previousRoundId: previous.roundId });
      await submit(params, 0);
      await submit(params, 1);
      assert.equal((await linesFor(params, previous.roundId))?.judged, await judgedOf(params, 2));
    });

    it("are else those of the version that the round before accepted, though later ones came", async () => {
      const previous = await desk.newPlace();
      const params = await desk.newPlace({ previousRoundId: previous.roundId });
      await submit(previous, 0);
      assert.equal(await lastAccepted(desk.store.db, previous), null);
      assert.equal(await linesFor(params, previous.roundId), null, "nobody has accepted it");
      await submit(previous, 1);
      await accept(previous, 2);
      await desk.reviewer.get("unlock", { params: previous, body: { why: "Theo đề nghị." } });
      await submit(previous, 2);
      assert.equal(await lastAccepted(desk.store.db, previous), 2);
      assert.equal((await linesFor(params, previous.roundId))?.judged, await judgedOf(previous, 2));
    });

    it("have the identities that people gave them", async () => {
      const params = await desk.newPlace();
      await submit(params, 0);
      const version = await findVersionDocuments(desk.store.db, params, 1);
      assert.ok(version);
      const matched = await correctedLineIds(desk.store.db, params, version);
      await desk.store.db
        .insertInto("line_correction")
        .values({
          round_id: params.roundId,
          organisation_id: params.organisationId,
          version: 1,
          key: "PL1!B7",
          line_id: "dong-da-biet",
          at: new Date().toISOString(),
          by_id: desk.officer.id,
        })
        .execute();
      const corrected = { ...matched, "PL1!B7": "dong-da-biet" };
      assert.notDeepEqual(matched, corrected);
      assert.deepEqual(await correctedLineIds(desk.store.db, params, version), corrected);
      assert.deepEqual((await linesFor(params, null))?.lineIds, corrected);

      await submit(params, 1);
      const { lines } = await desk.officer.get("readVersion", { params: { ...params, version: 2 } });
      assert.equal(lines.find(({ key }) => key === "PL1!B7")?.lineId, "dong-da-biet");
      const first = await desk.officer.get("readVersion", { params: { ...params, version: 1 } });
      assert.equal(first.lines.find(({ key }) => key === "PL1!B7")?.lineId, "dong-da-biet");
    });
  });
}
