/** Rounds over real HTTP: who prepares them, what they may ask, what may change, and when they take submissions. */
import assert from "node:assert/strict";
import type { RouteId } from "../../shared/api.ts";
import type { RoundTerms } from "../../shared/api/rounds.ts";
import { Problem } from "../../server/problem.ts";
import { admit } from "../../server/actions/admit.ts";
import type { RoundTable } from "../../server/store/tables.ts";
import { addOpenRound, addRound, DAY_MS, fromNow, inEachCountry, NGHE_AN, VINH_LONG, type Who } from "./country.ts";
import { TERMS } from "./rounds.ts";
import { putVersion } from "./versions.ts";

inEachCountry("rounds", (country) => {
  const administrator = () => country().people.administrator;
  const auditOf = async (subject: string) =>
    (await administrator().get("readAudit", {})).entries.filter((entry) => entry.subject === subject);

  it("are prepared, opened, closed and opened again, and the log tells", async () => {
    const { people } = country();
    const roundId = await addRound(country(), { name: "  Đợt 2027  " });
    const params = { roundId };
    const read = await people.administrator.get("readRound", { params });
    assert.deepEqual(read, { ...TERMS, ...read, name: "Đợt 2027", ownerId: "bo", state: "preparing" });
    assert.equal((await people.administrator.refused("closeRound", { params })).code, "round-not-open");
    for (const [move, state] of [
      ["openRound", "open"],
      ["openRound", "open"],
      ["closeRound", "closed"],
      ["closeRound", "closed"],
      ["openRound", "open"],
    ] as const)
      assert.equal((await people.reviewer.get(move, { params })).state, state);
    const told = await auditOf(`round ${roundId}`);
    assert.deepEqual(
      told.map((entry) => entry.action),
      ["open-round", "close-round", "open-round", "add-round"],
    );
    assert.equal(told[0]?.actor.startsWith("reviewer"), true);
  });

  const UNFIT: readonly (readonly [string, Partial<RoundTerms>, RegExp])[] = [
    ["years the wrong way round", { fromYear: 2030, toYear: 2026 }, /trước năm đầu/],
    ["a plan of 21 years", { fromYear: 2026, toYear: 2046 }, /dài hơn 20 năm/],
    ["a deadline gone by", { deadline: "2020-12-31T16:59:59Z" }, /đã qua/],
    ["a deadline after 2100", { deadline: "2999-12-31T16:59:59Z" }, /quá xa/],
    ["an unknown rule", { severityOverrides: { "no-such-rule": "off" } }, /“no-such-rule”/],
    ["a crash overlooked", { severityOverrides: { "crashed-rule": "off" } }, /crashed-rule/],
    ["explanations of an unknown rule", { explainedRuleIds: ["no-such-rule"] }, /“no-such-rule”/],
    ["itself", { expectedIds: ["bo"] }, /“bo”/],
    ["an unknown organisation", { expectedIds: ["tinh-nao-do"] }, /“tinh-nao-do”/],
    ["an unknown previous round", { previousRoundId: "khong-co" }, /đợt trước/],
  ];
  for (const [title, changes, says] of UNFIT)
    it(`do not ask for ${title}, neither new nor changed`, async () => {
      const asked = { params: { organisationId: "bo" }, body: { ...TERMS, ...changes } };
      const refusal = await administrator().refused("addRound", asked);
      assert.equal(refusal.code, "unfit-terms");
      assert.match(refusal.vi, says);
      const roundId = await addRound(country());
      assert.equal(
        (await administrator().refused("changeRound", { params: { roundId }, body: changes })).vi,
        refusal.vi,
      );
    });

  const MALFORMED: readonly (readonly [string, object, string])[] = [
    ["no name", { name: " " }, "body.name"],
    ["a name with a NUL", { name: "Đợt\u0000" }, "body"],
    ["a time of nowhere", { deadline: "2027-12-31T23:59:59" }, "body.deadline"],
    ["a day that is none", { deadline: "2027-02-30T00:00:00Z" }, "body.deadline"],
    ["an unknown form", { formIds: ["no-form"] }, "body.formIds.0"],
    ["half a year", { fromYear: 2026.5 }, "body.fromYear"],
    ["an unknown severity", { severityOverrides: { "number-gap": "fatal" } }, "body.severityOverrides.number-gap"],
  ];
  for (const [title, changes, where] of MALFORMED)
    it(`are not made of ${title}`, async () => {
      const asked = { params: { organisationId: "bo" }, body: { ...TERMS, ...changes } };
      const refusal = await administrator().refused("addRound", asked);
      assert.deepEqual([refusal.code, refusal.facts["where"]], ["malformed-request", where]);
    });

  it("keep a deadline given in local time as the same moment in UTC", async () => {
    const body = { ...TERMS, name: "Đợt giờ địa phương", deadline: "2027-12-31T23:59:59+07:00" };
    const { deadline } = await administrator().get("addRound", { params: { organisationId: "bo" }, body });
    assert.equal(deadline, "2027-12-31T16:59:59.000Z");
  });

  it("expect only organisations below their owner that are not closed, each once", async () => {
    const { people, departmentId } = country();
    const province = { organisationId: NGHE_AN };
    const body = { ...TERMS, expectedIds: [departmentId, departmentId] };
    const own = await people.ngheAnAdministrator.get("addRound", { params: province, body });
    assert.deepEqual(own.expectedIds, [departmentId]);
    const beside = { ...TERMS, expectedIds: [VINH_LONG] };
    assert.equal(
      (await people.ngheAnAdministrator.refused("addRound", { params: province, body: beside })).code,
      "unfit-terms",
    );
    const closed = await people.administrator.get("addOrganisation", {
      params: province,
      body: { kind: "commune", name: "Xã đã giải thể" },
    });
    await people.administrator.get("changeOrganisation", {
      params: { organisationId: closed.id },
      body: { isClosed: true },
    });
    const asked = { ...TERMS, expectedIds: [closed.id] };
    assert.match(
      (await people.ngheAnAdministrator.refused("addRound", { params: province, body: asked })).vi,
      /ngừng hoạt động/,
    );
    const ofAnother = { ...TERMS, previousRoundId: await addRound(country()) };
    assert.match(
      (await people.ngheAnAdministrator.refused("addRound", { params: province, body: ofAnother })).vi,
      /đợt trước/,
    );
  });

  it("are not opened for nobody, nor after their deadline", async () => {
    const nobody = { roundId: await addRound(country(), { expectedIds: [] }) };
    assert.match((await administrator().refused("openRound", { params: nobody })).vi, /chưa yêu cầu/);
    const short = { roundId: await addRound(country()) };
    await country()
      .store.db.updateTable("round")
      .set({ deadline: fromNow(-1) })
      .where("id", "=", short.roundId)
      .execute();
    assert.match((await administrator().refused("openRound", { params: short })).vi, /đã qua/);
  });

  const GRANTED: readonly (readonly [Who, RouteId, string | null])[] = [
    ["administrator", "changeRound", null],
    ["reviewer", "changeRound", null],
    ["viewer", "readRound", null],
    ["viewer", "changeRound", "forbidden"],
    ["ngheAn", "readRound", null],
    ["ngheAn", "readProgress", null],
    ["ngheAn", "changeRound", "forbidden"],
    ["ngheAnAdministrator", "openRound", "forbidden"],
    ["ngheAnAdministrator", "readRound", null],
    ["department", "readRound", "not-found"],
    ["department", "changeRound", "not-found"],
    ["daNang", "readRound", "not-found"],
    ["daNang", "readProgress", "not-found"],
    ["daNang", "closeRound", "not-found"],
  ];
  for (const [who, id, code] of GRANTED)
    it(`${code === null ? "let" : "do not let"} ${who} ${id}`, async () => {
      const params = { roundId: await addOpenRound(country()) };
      const asked = { params, ...(id === "changeRound" ? { body: {} } : {}) };
      const result = await country().people[who].client.call(id as "changeRound", asked as never);
      assert.equal(result.ok ? null : result.problem.code, code);
    });

  it("are listed to their owner, to those expected and to those between", async () => {
    const { people, departmentId } = country();
    const ofMinistry = await addOpenRound(country());
    const ofProvince = await people.ngheAnAdministrator.get("addRound", {
      params: { organisationId: NGHE_AN },
      body: { ...TERMS, expectedIds: [departmentId] },
    });
    const deep = await addRound(country(), { expectedIds: [departmentId] });
    const LISTED: readonly (readonly [Who, readonly boolean[]])[] = [
      ["administrator", [true, false, true]],
      ["viewer", [true, false, true]],
      ["ngheAn", [true, true, true]],
      ["vinhLong", [true, false, false]],
      ["department", [false, true, true]],
      ["daNang", [false, false, false]],
    ];
    for (const [who, expected] of LISTED) {
      const listed = new Set((await people[who].get("listRounds", {})).rounds.map((round) => round.id));
      assert.deepEqual(
        [ofMinistry, ofProvince.id, deep].map((id) => listed.has(id)),
        expected,
        who,
      );
    }
  });

  it("change, and the log tells what stood before", async () => {
    const roundId = await addOpenRound(country());
    const body = { name: "Tên mới", unit: "billion", expectedIds: [VINH_LONG, "tinh-da-nang"] } as const;
    const changed = await administrator().get("changeRound", { params: { roundId }, body });
    assert.deepEqual(
      [changed.name, changed.unit, changed.expectedIds],
      ["Tên mới", "billion", ["tinh-da-nang", VINH_LONG]],
    );
    const [entry] = await auditOf(`round ${roundId}`);
    assert.deepEqual(entry?.details, {
      before: { name: TERMS.name, unit: "million" },
      after: { name: "Tên mới", unit: "billion" },
      addedIds: ["tinh-da-nang"],
      droppedIds: [NGHE_AN],
    });
    await administrator().get("changeRound", { params: { roundId }, body });
    assert.equal((await auditOf(`round ${roundId}`)).length, 3, "what changes nothing is not told");
  });

  it("keep what was asked once somebody has submitted, and whoever submitted", async () => {
    const roundId = await addOpenRound(country());
    await putVersion(country().store, { roundId, organisationId: NGHE_AN });
    const change = (body: object) => administrator().client.call("changeRound", { params: { roundId }, body } as never);
    const CHANGES: readonly (readonly [Partial<RoundTerms>, string | null])[] = [
      [{ fromYear: 2017 }, "giai đoạn"],
      [{ toYear: 2021 }, "giai đoạn"],
      [{ formIds: ["targets"] }, "biểu mẫu"],
      [{ needsSignOff: true }, "ký duyệt"],
      [{ expectedIds: [VINH_LONG] }, "Nghệ An"],
      [{ expectedIds: [NGHE_AN] }, null],
      [{ fromYear: TERMS.fromYear, name: "Vẫn đổi được" }, null],
      [{ explainedRuleIds: ["number-gap"], severityOverrides: { "typed-total": "off" } }, null],
    ];
    for (const [body, says] of CHANGES) {
      const result = await change(body);
      assert.equal(result.ok, says === null, JSON.stringify(body));
      if (!result.ok)
        assert.match(`${result.problem.code} ${result.problem.vi}`, new RegExp(`^round-in-use .*${says ?? ""}`));
    }
  });

  it("are reopened for one organisation until a time to come", async () => {
    const roundId = await addRound(country());
    const params = { roundId, organisationId: NGHE_AN };
    const body = { until: fromNow(DAY_MS), why: "Thiếu biểu 2" };
    const reopen = (more: object) =>
      administrator().refused("reopenForOrganisation", { params, body, ...more } as never);
    assert.equal((await reopen({})).code, "round-not-open");
    await administrator().get("openRound", { params: { roundId } });
    await administrator().get("closeRound", { params: { roundId } });
    assert.equal((await reopen({ params: { roundId, organisationId: "tinh-da-nang" } })).code, "not-expected");
    assert.equal((await reopen({ body: { ...body, until: fromNow(-1000) } })).code, "unfit-terms");
    const line = await administrator().get("reopenForOrganisation", { params, body });
    assert.deepEqual([line.organisationId, line.reopenedUntil], [NGHE_AN, body.until]);
    const [entry] = await auditOf(`submission ${roundId} ${NGHE_AN}`);
    assert.deepEqual(entry?.details, { before: null, until: body.until, why: body.why });
    assert.equal((await country().people.ngheAn.refused("reopenForOrganisation", { params, body })).code, "forbidden");
  });

  type Given = Pick<RoundTable, "state"> & {
    readonly deadline: number;
    readonly until?: number;
    readonly from?: string;
  };
  /** Times in days from now. */
  const ADMITTED: readonly (readonly [string, Given, "in time" | "late" | RegExp])[] = [
    ["an open round, before the deadline", { state: "open", deadline: 1 }, "in time"],
    ["an open round, after it", { state: "open", deadline: -1 }, "late"],
    ["an open round, reopened before", { state: "open", deadline: -2, until: -1 }, "late"],
    ["a round in preparation", { state: "preparing", deadline: 1 }, /^round-not-open/],
    ["a round in preparation, though reopened", { state: "preparing", deadline: 1, until: 1 }, /^round-not-open/],
    ["a round closed before its deadline", { state: "closed", deadline: 1 }, /^round-not-open/],
    ["a round closed after it", { state: "closed", deadline: -1 }, /^deadline-passed/],
    ["a closed round, reopened", { state: "closed", deadline: -1, until: 1 }, "late"],
    ["a round closed early, reopened", { state: "closed", deadline: 2, until: 1 }, "in time"],
    ["a closed round, the reopening over", { state: "closed", deadline: -2, until: -1 }, /^deadline-passed/],
    ["an open round that does not expect them", { state: "open", deadline: 1, from: "tinh-da-nang" }, /^not-expected/],
  ];
  for (const [title, { state, deadline, until, from = NGHE_AN }, expected] of ADMITTED)
    it(`take what belongs: ${title}`, async () => {
      const { store } = country();
      const id = await addRound(country());
      const reopened_until = until === undefined ? null : fromNow(until * DAY_MS);
      await store.db.updateTable("round_member").set({ reopened_until }).where("round_id", "=", id).execute();
      const row = await store.db.selectFrom("round").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
      const round = { ...row, state, deadline: fromNow(deadline * DAY_MS) };
      const found = await admit(store.db, round, { organisationId: from, now: fromNow(0) }).then(
        ({ isLate }) => (isLate ? "late" : "in time"),
        (trouble: unknown) => (trouble instanceof Problem ? `${trouble.code} ${JSON.stringify(trouble.facts)}` : "?"),
      );
      if (typeof expected === "string") assert.equal(found, expected);
      else assert.match(found, expected);
    });
});
