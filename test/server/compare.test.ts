/** A version beside an earlier one, and beside the round before. */
import assert from "node:assert/strict";
import { addOpenRound } from "./rounds.ts";
import {
  bringTo,
  openReviewScene,
  PROVINCE,
  sheetWith,
  submitNext,
  type Place,
  type ReviewScene,
} from "./review-scene.ts";
import { DATABASES, type Person } from "./service.ts";

/** Of the sheet that the first versions have. */
const LINE_KEYS = ["PL1!B7", "PL1!B8", "PL1!B10", "PL1!B11", "PL1!B12"];
const FORMER = ["tinh-cu-vinh-long", "tinh-cu-ben-tre", "tinh-cu-tra-vinh"] as const;

for (const kind of DATABASES) {
  describe(`comparing versions, ${kind}`, () => {
    let scene: ReviewScene;
    let place: Place;
    before(async function () {
      scene = await openReviewScene(kind, this);
      place = await bringTo(scene, "submitted");
      const changed = sheetWith({
        B8: "Mở rộng trung tâm tích hợp dữ liệu tỉnh",
        I7: 1750,
        L7: 550,
        I6: 3250,
        L6: 1050,
        I13: 5900,
        L13: 2550,
      });
      await submitNext(scene.officer, place, { replaces: 1, sheets: [changed] });
    });
    after(async () => {
      await scene.end();
    });
    const changesOf = (version: number, since: number, by: Person = scene.officer) =>
      by.get("compareVersions", { params: { ...place, version }, query: { since } });

    it("tells line by line what changed since", async () => {
      const changes = await changesOf(2, 1);
      assert.deepEqual([changes.added, changes.removed, changes.moved, changes.unchanged], [[], [], [], 3]);
      const told = changes.changed.map(({ line, keyBefore, fields }) => ({
        keys: [keyBefore, line.key],
        fields: fields.map(({ field, difference }) => [field.split(" ")[0], difference]),
      }));
      const figures = [
        ["figure", 50_000_000],
        ["figure", 50_000_000],
      ];
      assert.deepEqual(told, [
        { keys: ["PL1!B7", "PL1!B7"], fields: [["note", null], ...figures] },
        { keys: ["PL1!B8", "PL1!B8"], fields: [["name", null]] },
      ]);
    });

    it("the other way round the differences have the other sign", async () => {
      const [first] = (await changesOf(1, 2)).changed;
      assert.deepEqual(
        first?.fields.map(({ difference }) => difference),
        [-50_000_000, -50_000_000, null],
      );
    });

    it("a version and itself differ in nothing", async () => {
      const { added, removed, changed, moved, unchanged } = await changesOf(2, 2);
      assert.deepEqual([added, removed, changed, moved, unchanged], [[], [], [], [], 5]);
    });

    it("both sides may ask", async () => {
      assert.deepEqual(await changesOf(2, 1, scene.reviewer), await changesOf(2, 1));
      const stranger = await scene.person("tinh-nghe-an", "submitter");
      const asked = { params: { ...place, version: 2 }, query: { since: 1 } };
      assert.equal((await stranger.refused("compareVersions", asked)).code, "not-found");
    });

    for (const [what, version, since, code] of [
      ["a version there is not", 3, 1, "not-found"],
      ["one since a version there is not", 2, 9, "not-found"],
      ["one since version 0", 2, 0, "malformed-request"],
    ] as const)
      it(`not ${what}`, async () => {
        const asked = { params: { ...place, version }, query: { since } };
        assert.equal((await scene.officer.refused("compareVersions", asked)).code, code);
      });
  });

  describe(`beside the round before, ${kind}`, () => {
    let scene: ReviewScene;
    before(async function () {
      scene = await openReviewScene(kind, this);
    });
    after(async () => {
      await scene.end();
    });
    const nextRound = (previousRoundId: string | null) => scene.newRound({ previousRoundId });
    const beside = (params: Place, version = 1) =>
      scene.officer.get("compareWithPreviousRound", { params: { ...params, version } });
    const accept = (params: Place, version: number) =>
      scene.reviewer.get("acceptSubmission", { params, body: { version, why: "" } });

    it("line by line through their identities, though rows moved and money changed", async () => {
      const before = await bringTo(scene, "accepted");
      const now = await nextRound(before.roundId);
      const sheet = sheetWith({
        B7: "Nâng cấp mạng LAN của Văn phòng UBND",
        I8: 1600,
        K8: 800,
        I6: 3300,
        K6: 1600,
        I13: 5950,
        K13: 2500,
      });
      const { rows } = sheet;
      const shifted = { ...sheet, rows: rows.map((row) => ({ ...row, row: row.row + 3 })) };
      await submitNext(scene.officer, now, { sheets: [shifted] });
      const { round, versions, lines } = await beside(now);
      assert.equal(round?.id, before.roundId);
      assert.deepEqual(
        versions.map(({ organisationId, version }) => [organisationId, version]),
        [[PROVINCE, 1]],
      );
      const same = lines.filter((line) => line.now !== null && line.before !== null);
      assert.ok(same.length >= 4, JSON.stringify(lines));
      for (const line of same) {
        assert.equal(line.now?.lineId, line.before?.lineId);
        assert.equal(Number(line.now?.key.slice(5)) - 3, Number(line.before?.key.slice(5)));
        assert.equal(line.differenceDong, 0);
      }
    });

    it("the accepted version counts, though a later one was submitted; else the last submitted", async () => {
      const before = await bringTo(scene, "submitted");
      const now = await nextRound(before.roundId);
      await submitNext(scene.officer, now);
      await submitNext(scene.officer, before, { replaces: 1 });
      assert.equal((await beside(now)).versions[0]?.version, 2);
      await accept(before, 2);
      await scene.reviewer.get("unlock", { params: before, body: { why: "Sửa." } });
      await submitNext(scene.officer, before, { replaces: 2 });
      const { versions, lines } = await beside(now);
      assert.equal(versions[0]?.version, 2);
      assert.deepEqual(
        lines.map((line) => [line.now?.key, line.before?.key]),
        LINE_KEYS.map((key) => [key, key]),
      );
    });

    it("what only waits for a signature has not been submitted", async () => {
      const before = await bringTo(scene, "prepared");
      const now = await nextRound(before.roundId);
      await submitNext(scene.officer, now);
      assert.deepEqual((await beside(now)).versions, []);
    });

    it("what is new and what is gone stand alone", async () => {
      const before = await bringTo(scene, "accepted");
      const now = await nextRound(before.roundId);
      const other = sheetWith({
        B12: "Đào tạo kỹ năng số cho người dân",
        C12: "Sở Giáo dục và Đào tạo",
        D12: 2020,
        E12: 1500,
        E9: 6850,
        E13: 15_850,
      });
      await submitNext(scene.officer, now, { sheets: [other] });
      const { lines } = await beside(now);
      const alone = lines.filter((line) => line.now === null || line.before === null);
      assert.deepEqual(
        alone.map((line) => [line.now?.name ?? null, line.before?.name ?? null, line.differenceDong]),
        [
          ["Đào tạo kỹ năng số cho người dân", null, null],
          [null, "Cơ sở dữ liệu cán bộ, công chức", null],
        ],
      );
      assert.equal(alone[1]?.before?.organisationId, PROVINCE);
    });

    it("a round without one before it stands alone", async () => {
      const { round, versions, lines } = await beside(await bringTo(scene, "submitted"));
      assert.deepEqual([round, versions], [null, []]);
      assert.deepEqual(
        lines.map((line) => [line.now?.key, line.before]),
        LINE_KEYS.map((key) => [key, null]),
      );
    });

    it("a province of today stands beside those that went into it", async () => {
      const roundId = await addOpenRound(scene.administrator, { expectedIds: [...FORMER] });
      for (const [place, organisationId] of FORMER.slice(0, 2).entries()) {
        const officer = await scene.person(organisationId, "submitter");
        const sheet = sheetWith({ C7: `Văn phòng UBND tỉnh cũ ${String(place)}`, C8: `Sở cũ ${String(place)}` });
        await submitNext(officer, { roundId, organisationId }, { sheets: [sheet] });
      }
      const now = await nextRound(roundId);
      await submitNext(scene.officer, now, { sheets: [sheetWith({ C7: "Văn phòng UBND tỉnh cũ 1", C8: "Sở cũ 0" })] });
      const { versions, lines } = await beside(now);
      assert.deepEqual(versions.map(({ organisationId }) => organisationId).sort(), [...FORMER.slice(0, 2)].sort());
      const found = new Map(lines.map((line) => [line.now?.key, line.before?.organisationId]));
      assert.deepEqual([found.get("PL1!B7"), found.get("PL1!B8")], [FORMER[1], FORMER[0]]);
      assert.equal(lines.filter((line) => line.now === null).length, 5, "the others of both");
    });

    it("its own version goes before those of the provinces that went into it", async () => {
      const roundId = await addOpenRound(scene.administrator, { expectedIds: [...FORMER, PROVINCE] });
      const former = await scene.person(FORMER[0], "submitter");
      await submitNext(former, { roundId, organisationId: FORMER[0] });
      await submitNext(scene.officer, { roundId, organisationId: PROVINCE });
      const now = await nextRound(roundId);
      await submitNext(scene.officer, now);
      assert.deepEqual(
        (await beside(now)).versions.map(({ organisationId }) => organisationId),
        [PROVINCE],
      );
    });
  });
}
