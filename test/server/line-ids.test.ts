/** Which lines a new version is matched against. */
import assert from "node:assert/strict";
import { lastAccepted } from "../../server/store/counted-versions.ts";
import { correctedLineIds } from "../../server/store/line-ids.ts";
import { linesBefore } from "../../server/store/stored-lines.ts";
import { findVersionDocuments } from "../../server/store/versions.ts";
import { body, openDesk, type Desk, type Place } from "./desk.ts";
import { addOpenRound } from "./rounds.ts";
import { addPerson, DATABASES } from "./service.ts";

/** What went into the province. */
const FORMER = ["tinh-cu-vinh-long", "tinh-cu-ben-tre", "tinh-cu-tra-vinh"] as const;

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
    const judgedFor = async (params: Place, previousRoundId: string): Promise<readonly string[]> =>
      (await linesFor(params, previousRoundId)).map(({ judged }) => judged);

    it("are none where nothing came before", async () => {
      const params = await desk.newPlace();
      assert.deepEqual(await linesFor(params, null), []);
      assert.deepEqual(await linesFor(params, "khong-co"), []);
      const empty = await desk.newPlace();
      assert.deepEqual(await linesFor(params, empty.roundId), []);
    });

    it("are those of the latest version, whatever the round before had", async () => {
      const previous = await desk.newPlace();
      await submit(previous, 0);
      await accept(previous, 1);
      const params = await desk.newPlace({ previousRoundId: previous.roundId });
      await submit(params, 0);
      await submit(params, 1);
      assert.deepEqual(await judgedFor(params, previous.roundId), [await judgedOf(params, 2)]);
    });

    it("are else those of the version that the round before accepted, though later ones came", async () => {
      const previous = await desk.newPlace();
      const params = await desk.newPlace({ previousRoundId: previous.roundId });
      await submit(previous, 0);
      assert.equal(await lastAccepted(desk.store.db, previous), null);
      assert.deepEqual(
        await judgedFor(params, previous.roundId),
        [await judgedOf(previous, 1)],
        "nobody has accepted it",
      );
      await submit(previous, 1);
      await accept(previous, 2);
      await desk.reviewer.get("unlock", { params: previous, body: { why: "Theo đề nghị." } });
      await submit(previous, 2);
      assert.equal(await lastAccepted(desk.store.db, previous), 2);
      assert.deepEqual(await judgedFor(params, previous.roundId), [await judgedOf(previous, 2)]);
    });

    it("are those of all the provinces that went into one of today, until it has versions of its own", async () => {
      const roundId = await addOpenRound(desk.administrator, { expectedIds: [...FORMER] });
      const known = new Set<string>();
      for (const [index, organisationId] of FORMER.slice(0, 2).entries()) {
        const where = { url: desk.url, organisationId, role: "submitter" } as const;
        const officer = await addPerson(desk.administrator, where);
        const params = { roundId, organisationId };
        await officer.get("submit", {
          params,
          body: body({ C7: `Văn phòng ${String(index)}`, C8: `Sở ${String(index)}` }),
        });
        if (index === 0) await accept(params, 1);
        const { lines } = await officer.get("readVersion", { params: { ...params, version: 1 } });
        for (const { lineId } of lines) known.add(lineId);
      }
      assert.equal(known.size, 10);
      const params = await desk.newPlace({ previousRoundId: roundId });
      assert.equal((await linesFor(params, roundId)).length, 2);

      await desk.officer.get("submit", { params, body: body({ C7: "Văn phòng 1", C8: "Sở 0" }) });
      const read = await desk.officer.get("readVersion", { params: { ...params, version: 1 } });
      assert.ok(read.lines.every(({ lineId }) => known.has(lineId)));
      const beside = await desk.officer.get("compareWithPreviousRound", { params: { ...params, version: 1 } });
      const same = beside.lines.filter(({ now, before }) => now && before);
      assert.equal(same.length, 5);
      for (const { now, before } of same) assert.equal(now?.lineId, before?.lineId);
      const from = new Map(same.map(({ now, before }) => [now?.key, before?.organisationId]));
      assert.deepEqual([from.get("PL1!B7"), from.get("PL1!B8")], [FORMER[1], FORMER[0]]);
      assert.deepEqual(await judgedFor(params, roundId), [await judgedOf(params, 1)]);
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
      assert.deepEqual((await linesFor(params, null))[0]?.lineIds, corrected);

      await submit(params, 1);
      const { lines } = await desk.officer.get("readVersion", { params: { ...params, version: 2 } });
      assert.equal(lines.find(({ key }) => key === "PL1!B7")?.lineId, "dong-da-biet");
      const first = await desk.officer.get("readVersion", { params: { ...params, version: 1 } });
      assert.equal(first.lines.find(({ key }) => key === "PL1!B7")?.lineId, "dong-da-biet");
    });
  });
}
