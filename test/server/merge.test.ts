/** Merging over real HTTP: by every level, under the provinces of then and today, again years later; and what is downloaded of it. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { request } from "node:http";
import { gridOf, PHASE_YEAR, withCells } from "../builders.ts";
import { checkWorkbook } from "../../shared/check.ts";
import type { ConsolidationTerms } from "../../shared/api/consolidations.ts";
import type { Consolidation } from "../../shared/consolidation.ts";
import type { Grid } from "../../shared/grid.ts";
import { readConfig } from "../../server/config.ts";
import { openStore } from "../../server/store/database.ts";
import { readWorkbookBytes } from "../../server/workbook/read.ts";
import { readZipEntries, unpackEntry } from "../../server/workbook/zip.ts";
import { addOpenRound, bodyOf, openRound, type OpenRound } from "./rounds.ts";
import {
  addPerson,
  DATABASES,
  makeDatabase,
  startProcess,
  type Person,
  type ServiceProcess,
  type TestDatabase,
} from "./service.ts";

const VINH_LONG = "tinh-cu-vinh-long";
const BEN_TRE = "tinh-cu-ben-tre";
const NGHE_AN = "tinh-nghe-an";

const ALL: ConsolidationTerms = {
  level: "organisation",
  era: "then",
  unit: null,
  acceptedOnly: false,
  belowOrganisationId: null,
};
const sheetNamed = (name: string): Grid => gridOf(withCells(PHASE_YEAR, { B7: name }), { name: "PL1" });
/** What the sheet's line items add up to in the widest scope. */
const wholeOf = (sheet: Grid): number =>
  checkWorkbook([sheet]).sheets.reduce(
    (sum, { appendix }) =>
      sum +
      (appendix?.rows ?? [])
        .filter(({ kind }) => kind === "lineItem")
        .reduce((rows, { figures }) => rows + (figures[0] ?? 0), 0),
    0,
  );

type Values = Omit<Consolidation, "columns"> & { readonly columns: readonly string[] };

for (const kind of DATABASES) {
  describe(`merging, ${kind}`, () => {
    let database: TestDatabase;
    let service: ServiceProcess;
    let round: OpenRound;
    let departments: readonly string[];
    const officers = new Map<string, Person>();
    let head: Person;

    before(async function () {
      database = await makeDatabase(kind, this);
      service = await startProcess(database.env);
      round = await openRound(service, { expectedIds: [VINH_LONG, BEN_TRE, NGHE_AN] });
      const { administrator } = round;
      const { url } = service;
      const added = [];
      for (const name of ["Sở Nội vụ", "Sở Tài chính"])
        added.push(
          await administrator.get("addOrganisation", {
            params: { organisationId: NGHE_AN },
            body: { kind: "department", name },
          }),
        );
      departments = added.map(({ id }) => id);
      await administrator.get("changeRound", {
        params: { roundId: round.roundId },
        body: { expectedIds: [VINH_LONG, BEN_TRE, NGHE_AN, ...departments] },
      });
      for (const organisationId of [VINH_LONG, BEN_TRE, NGHE_AN, ...departments])
        officers.set(organisationId, await addPerson(administrator, { url, organisationId, role: "submitter" }));
      head = await addPerson(administrator, { url, organisationId: NGHE_AN, role: "reviewer" });
      for (const organisationId of [VINH_LONG, BEN_TRE, ...departments])
        await submit(organisationId, sheetNamed(`Nhiệm vụ của ${organisationId}`), 0);
    });
    after(async () => {
      await service.stop();
      await database.drop();
    });

    const submit = (organisationId: string, sheet: Grid, replaces: number): Promise<unknown> =>
      (officers.get(organisationId) as Person).get("submit", {
        params: { roundId: round.roundId, organisationId },
        body: bodyOf([sheet], { replaces }),
      });
    const merge = async (
      person: Person,
      terms: Partial<ConsolidationTerms> = {},
    ): Promise<{ id: string; values: Values }> => {
      const { id } = await person.get("merge", { params: { roundId: round.roundId }, body: { ...ALL, ...terms } });
      return { id, values: await valuesOf(person, id) };
    };
    const valuesOf = async (person: Person, consolidationId: string): Promise<Values> => {
      const made = await person.get("readConsolidation", { params: { consolidationId } });
      assert.equal(made.isSame, true);
      return made.values as Values;
    };
    const download = async (person: Person, consolidationId: string): Promise<readonly Grid[]> => {
      const read = await readWorkbookBytes(
        await person.get("downloadConsolidation", { params: { consolidationId } }),
        "a.xlsx",
      );
      assert.ok(read.ok);
      return read.grids;
    };
    const whole = wholeOf(sheetNamed("x"));

    const groupings: readonly (readonly [
      string,
      Partial<ConsolidationTerms>,
      readonly (readonly [string, number])[],
    ])[] = [
      [
        "by who submits",
        {},
        [
          ["Bến Tre", 1],
          ["Sở Nội vụ", 1],
          ["Sở Tài chính", 1],
          ["Vĩnh Long", 1],
        ],
      ],
      [
        "by province",
        { level: "province" },
        [
          ["Bến Tre", 1],
          ["Nghệ An", 2],
          ["Vĩnh Long", 1],
        ],
      ],
      [
        "by province of today",
        { level: "province", era: "today" },
        [
          ["Nghệ An", 2],
          ["Vĩnh Long", 2],
        ],
      ],
      ["as one", { level: "root" }, [["Bộ Khoa học và Công nghệ", 4]]],
      [
        "one province's branch",
        { belowOrganisationId: NGHE_AN },
        [
          ["Sở Nội vụ", 1],
          ["Sở Tài chính", 1],
        ],
      ],
    ];
    for (const [what, terms, expected] of groupings) {
      it(`groups ${what}`, async () => {
        const { values } = await merge(round.reviewer, terms);
        const total = values.columns.indexOf("planned project total");
        const found = values.groups.map(({ name, amounts }) => [name, (amounts[total] ?? 0) / whole] as const);
        assert.deepEqual([...found].sort(byName), [...expected].sort(byName));
        assert.equal(values.total.amounts[total], whole * expected.reduce((sum, [, count]) => sum + count, 0));
      });
    }
    it("names who is missing", async () => {
      const { values } = await merge(round.reviewer);
      assert.deepEqual(values.standing.missing, [NGHE_AN]);
    });
    it("lets a province merge its own branch, and nothing else", async () => {
      const { id, values } = await merge(head);
      assert.deepEqual(values.groups.map(({ name }) => name).sort(), ["Sở Nội vụ", "Sở Tài chính"]);
      assert.deepEqual(
        values.manifest.organisations.map((one) => one.id).filter((own) => own === VINH_LONG),
        [],
      );
      const others = { params: { roundId: round.roundId }, body: { ...ALL, belowOrganisationId: VINH_LONG } };
      assert.equal((await head.refused("merge", others)).code, "forbidden");
      const seen = await head.get("listConsolidations", { params: { roundId: round.roundId } });
      assert.ok(seen.consolidations.every(({ belowOrganisationId }) => belowOrganisationId === NGHE_AN));
      assert.ok((await valuesOf(round.reviewer, id)).groups.length === 2, "the round's owner sees it too");
    });
    it("counts what is accepted only, when asked to, and never what is returned", async () => {
      const params = { roundId: round.roundId, organisationId: VINH_LONG };
      const none = await round.reviewer.refused("merge", {
        params: { roundId: round.roundId },
        body: { ...ALL, acceptedOnly: true },
      });
      assert.equal(none.code, "nothing-to-merge");
      await round.reviewer.get("acceptSubmission", { params, body: { version: 1, why: "" } });
      const back = {
        params: { ...params, organisationId: BEN_TRE },
        body: { version: 1, why: "Xin xem lại.", comments: [] },
      };
      await round.reviewer.get("returnSubmission", back);
      const accepted = await merge(round.reviewer, { acceptedOnly: true });
      assert.deepEqual(
        accepted.values.groups.map(({ name }) => name),
        ["Vĩnh Long"],
      );
      const all = await merge(round.reviewer);
      assert.equal(
        all.values.groups.some(({ name }) => name === "Bến Tre"),
        false,
      );
      assert.deepEqual(all.values.standing.returned, [BEN_TRE]);
    });
    it("is made again from its own versions when newer ones have come, equal in every cell", async () => {
      const { id } = await merge(round.reviewer);
      const before = await download(round.reviewer, id);
      const department = departments[0] ?? "";
      await submit(department, sheetNamed("Nhiệm vụ khác hẳn"), 1);
      await round.administrator.get("changeOrganisation", {
        params: { organisationId: department },
        body: { name: "Sở Nội vụ (tên mới)" },
      });
      assert.deepEqual(await download(round.reviewer, id), before);
      const { values } = await merge(round.reviewer);
      assert.ok(values.groups.some(({ name }) => name === "Sở Nội vụ (tên mới)"));
    });
    it("is not given out when what it was made from was changed by hand", async () => {
      const { id } = await merge(round.reviewer);
      const env = database.env;
      const store = await openStore(readConfig(env).database);
      const department = departments[1] ?? "";
      const at = { round_id: round.roundId, organisation_id: department } as const;
      const { judged } = await store.db
        .selectFrom("version")
        .select("judged")
        .where("organisation_id", "=", at.organisation_id)
        .executeTakeFirstOrThrow();
      const write = (text: string): Promise<unknown> =>
        store.write((tx) =>
          tx.updateTable("version").set({ judged: text }).where("organisation_id", "=", at.organisation_id).execute(),
        );
      try {
        await write(judged.replace(/"figures":\[(\d+)/, '"figures":[1$1'));
        const refused = await round.reviewer.refused("downloadConsolidation", { params: { consolidationId: id } });
        assert.equal(refused.code, "consolidation-differs");
      } finally {
        await write(judged);
        await store.close();
      }
      await valuesOf(round.reviewer, id);
    });
    it("gives a page to be signed, with the hash and the total in words", async () => {
      const { id } = await merge(round.reviewer);
      const { consolidations } = await round.reviewer.get("listConsolidations", { params: { roundId: round.roundId } });
      const read = await readWorkbookBytes(
        await round.reviewer.get("downloadConsolidationCheckSheet", { params: { consolidationId: id } }),
        "a.xlsx",
      );
      assert.ok(read.ok);
      const text = JSON.stringify(read.grids);
      assert.ok(text.includes(consolidations.find((line) => line.id === id)?.sha256 ?? "none"));
      assert.match(text, /triệu đồng/);
    });
    it("gives an organisation its appendix and its check sheet again", async () => {
      const params = { roundId: round.roundId, organisationId: VINH_LONG, version: 1 };
      const again = await readWorkbookBytes(await round.reviewer.get("downloadAppendix", { params }), "a.xlsx");
      assert.ok(again.ok);
      const sent = checkWorkbook([sheetNamed(`Nhiệm vụ của ${VINH_LONG}`)]);
      const back = checkWorkbook(again.grids);
      assert.deepEqual(
        back.sheets.map(({ appendix }) => appendix?.rows),
        sent.sheets.map(({ appendix }) => appendix?.rows),
      );
      const check = await readWorkbookBytes(await round.reviewer.get("downloadCheckSheet", { params }), "a.xlsx");
      assert.ok(check.ok);
      assert.match(JSON.stringify(check.grids), /PHIẾU KIỂM TRA BẢN NỘP/);
    });
    it("gives a blank form that knows the round", async () => {
      const bytes = await head.get("downloadTemplate", {
        params: { formId: "project-list-phase-year" },
        query: { roundId: round.roundId },
      });
      const read = await readWorkbookBytes(bytes, "a.xlsx");
      assert.ok(read.ok);
      assert.equal(checkWorkbook(read.grids).sheets[0]?.appendix?.form, "project-list-phase-year");
    });
    it("packs the whole round, each part with its hash", async () => {
      const bytes = Buffer.from(await round.reviewer.get("downloadArchive", { params: { roundId: round.roundId } }));
      const entries = readZipEntries(bytes, 10_000);
      assert.ok(Array.isArray(entries));
      const parts = new Map(
        (entries as Exclude<typeof entries, string>).map((entry) => [entry.name, unpackEntry(bytes, entry, 1e8)]),
      );
      const list = JSON.parse(String(parts.get("muc-luc.json"))) as { path: string; sha256: string }[];
      assert.equal(list.length, parts.size - 1);
      for (const { path, sha256 } of list)
        assert.equal(
          createHash("sha256")
            .update(parts.get(path) as Buffer)
            .digest("hex"),
          sha256,
          path,
        );
      for (const part of ["dot.json", "dien-bien.json", "y-kien.json", "nhat-ky.json"])
        assert.ok(parts.has(part), part);
      assert.ok([...parts.keys()].some((path) => /^Vĩnh Long - .*\/ban-1\/noi-dung\.json$/.test(path)));
      assert.match(String(parts.get("nhat-ky.json")), /"action": "merge"/);
      const log = JSON.parse(String(parts.get("nhat-ky.json"))) as { subject: string; details: string }[];
      for (const { subject, details } of log) assert.ok(`${subject} ${details}`.includes(round.roundId));
    });
    it("bears a receiver who leaves half-way", async () => {
      const { id } = await merge(round.reviewer);
      for (const path of [`/api/v1/consolidations/${id}/workbook`, `/api/v1/rounds/${round.roundId}/archive`])
        await leaveHalfWay(`${service.url}${path}`, round.reviewer.token() ?? "");
      assert.equal((await fetch(`${service.url}/healthz`)).status, 200);
      assert.doesNotMatch(service.said(), /a request failed/);
    });
    it("merges nothing of a round nobody has submitted to", async () => {
      const roundId = await addOpenRound(round.administrator, { expectedIds: [NGHE_AN] });
      assert.equal(
        (await round.reviewer.refused("merge", { params: { roundId }, body: ALL })).code,
        "nothing-to-merge",
      );
    });
  });
}

const byName = (a: readonly [string, number], b: readonly [string, number]): number => (a[0] < b[0] ? -1 : 1);

/** Takes the first bytes and closes the connection. */
const leaveHalfWay = (url: string, token: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const asked = request(url, { headers: { Authorization: `Bearer ${token}` } }, (response) => {
      response.once("data", () => {
        response.destroy();
        setTimeout(resolve, 200);
      });
    });
    asked.on("error", reject).end();
  });
