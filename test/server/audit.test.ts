/** The audit log over real HTTP and by command: who reads what of it, and that a hand at the database is found. */
import assert from "node:assert/strict";
import { sql } from "kysely";
import type { Answer } from "../../shared/api/route.ts";
import type { API } from "../../shared/api.ts";
import { examples } from "../../shared/rules/examples.ts";
import { rules } from "../../shared/rules/index.ts";
import type { AuditEntryTable } from "../../server/store/tables.ts";
import { CORE_VERSION } from "../../shared/version.ts";
import { addRound, inEachCountry, NGHE_AN, type Country, type Who } from "./country.ts";
import { phuluc } from "./phuluc.ts";
import { nobody } from "./service.ts";

type Entry = Answer<(typeof API)["readAudit"]>["entries"][number];

/** As somebody with a database console would. */
async function allowChanges({ kind, store }: Country): Promise<void> {
  const triggers = kind === "sqlite" ? ["audit_entry_no_update", "audit_entry_no_delete"] : ["audit_entry_no_change"];
  for (const trigger of triggers)
    await sql.raw(`drop trigger ${trigger}${kind === "postgres" ? " on audit_entry" : ""}`).execute(store.db);
}

inEachCountry("the audit log", (country) => {
  const read = async (who: Who, before?: number): Promise<readonly Entry[]> =>
    (await country().people[who].get("readAudit", { query: before === undefined ? {} : { before } })).entries;

  it("is read newest first, page by page, by an administrator of the root", async () => {
    for (let times = 0; times < 105; times++) await addRound(country());
    const first = await read("administrator");
    assert.equal(first.length, 100);
    const all = [...first];
    for (let page = first; page.length === 100;) {
      page = await read("administrator", page.at(-1)?.sequence ?? 0);
      all.push(...page);
    }
    const sequences = all.map((entry) => entry.sequence);
    assert.deepEqual(
      sequences,
      Array.from({ length: all.length }, (_, index) => all.length - index),
    );
    assert.deepEqual(all.at(-1)?.action, "seed");
    assert.equal(new Set(all.map((entry) => entry.hash)).size, all.length);
    assert.deepEqual(await read("administrator", 1), []);
  });

  it("shows an administrator below what belongs to their branch", async () => {
    const { people } = country();
    await people.ngheAnAdministrator.get("addOrganisation", {
      params: { organisationId: NGHE_AN },
      body: { kind: "commune", name: `Xã Nghi Lộc` },
    });
    const own = await read("ngheAnAdministrator");
    const all = await read("administrator");
    assert.ok(own.some((entry) => entry.action === "add-organisation"));
    assert.ok(!own.some((entry) => entry.action === "add-round" || entry.action === "seed"));
    assert.ok(
      all.some((entry) => entry.hash === own[0]?.hash),
      "the same entries as the root reads",
    );
    assert.equal((await people.ngheAnAdministrator.refused("verifyAudit", {})).code, "forbidden");
  });

  for (const who of ["reviewer", "viewer", "ngheAn", "department"] as const)
    it(`is not for ${who}`, async () => {
      for (const id of ["readAudit", "verifyAudit"] as const)
        assert.equal((await country().people[who].refused(id, {})).code, "forbidden");
    });

  it("is not for strangers, nor read from nowhere", async () => {
    const { service, people } = country();
    assert.equal((await nobody(service.url).refused("readAudit", {})).code, "not-signed-in");
    for (const before of [0, -1, "x"])
      assert.equal((await people.administrator.refused("readAudit", { query: { before } })).code, "malformed-request");
  });

  it("holds no password and no token", async () => {
    const { people, service, store } = country();
    const rows = await store.db.selectFrom("audit_entry").selectAll().execute();
    const log = JSON.stringify(rows);
    const secrets = [
      ...Object.values(people).flatMap((one) => [one.password, one.token() ?? ""]),
      service.firstAccount?.password ?? "",
    ];
    for (const secret of secrets) assert.ok(secret !== "" && !log.includes(secret));
  });

  it("refuses to be changed or shortened by anybody who does not take its guard away", async () => {
    const { store } = country();
    for (const change of ["update audit_entry set actor = 'x'", "delete from audit_entry"])
      await assert.rejects(sql.raw(change).execute(store.db), /never changed/, change);
  });

  it("is verified by route and by command, while the service runs", async () => {
    const { people, database } = country();
    const found = await people.administrator.get("verifyAudit", {});
    assert.deepEqual(found, {
      isWhole: true,
      entries: found.entries,
      brokenAt: null,
      head: (await read("administrator"))[0]?.hash,
    });
    const ran = await phuluc(database.env, "audit", "verify");
    assert.deepEqual([ran.code, ran.err], [0, ""]);
    assert.match(ran.out, /Nhật ký nguyên vẹn/);
    assert.ok(ran.out.includes(found.head ?? "?"));
  });

  describe("changed by hand", () => {
    before(() => allowChanges(country()));
    const FIFTH = 5;
    const CHANGES: readonly (readonly [string, Partial<AuditEntryTable>])[] = [
      ["who did it", { actor: "Người khác" }],
      ["who did it, by number", { actor_id: null }],
      ["when", { at: "2020-01-01T00:00:00.000Z" }],
      ["what it was", { details: "{}" }],
      ["what it was done to", { subject: "round khac" }],
      ["whose it was", { organisation_id: "tinh-da-nang" }],
    ];
    for (const [what, change] of CHANGES)
      it(`shows a change of ${what}, and is whole again when it is undone`, async () => {
        const { store, people } = country();
        const row = await store.db
          .selectFrom("audit_entry")
          .selectAll()
          .where("sequence", "=", FIFTH)
          .executeTakeFirstOrThrow();
        const set = (values: Partial<AuditEntryTable>) =>
          store.db.updateTable("audit_entry").set(values).where("sequence", "=", FIFTH).execute();
        await set(change);
        const found = await people.administrator.get("verifyAudit", {});
        assert.deepEqual([found.isWhole, found.brokenAt, found.entries], [false, FIFTH, FIFTH - 1]);
        await set(row);
        assert.equal((await people.administrator.get("verifyAudit", {})).isWhole, true);
      });

    it("is told by the command, with exit code 1", async () => {
      const { store, database } = country();
      const actor = (name: string) =>
        store.db.updateTable("audit_entry").set({ actor: name }).where("sequence", "=", 1).execute();
      await actor("Người khác");
      const ran = await phuluc(database.env, "audit", "verify");
      assert.equal(ran.code, 1);
      assert.match(ran.out, /bị sửa từ mục 1;.*\n.*broken from entry 1/);
      await actor("Phụ Lục");
      assert.equal((await phuluc(database.env, "audit", "verify")).code, 0);
    });

    it("shows an entry taken out", async () => {
      const { store, people } = country();
      const row = await store.db
        .selectFrom("audit_entry")
        .selectAll()
        .where("sequence", "=", 3)
        .executeTakeFirstOrThrow();
      await store.db.deleteFrom("audit_entry").where("sequence", "=", 3).execute();
      const found = await people.administrator.get("verifyAudit", {});
      assert.deepEqual([found.isWhole, found.brokenAt], [false, 4]);
      await store.db.insertInto("audit_entry").values(row).execute();
      assert.equal((await people.administrator.get("verifyAudit", {})).isWhole, true);
    });

    it("shows its end cut off by another head", async () => {
      const { store, people } = country();
      const before = await people.administrator.get("verifyAudit", {});
      await store.db.deleteFrom("audit_entry").where("sequence", "=", before.entries).execute();
      const after = await people.administrator.get("verifyAudit", {});
      assert.deepEqual([after.isWhole, after.entries], [true, before.entries - 1]);
      assert.notEqual(after.head, before.head);
    });
  });

  it("stands beside the catalogue of rules, which anybody may read", async () => {
    const { version, rules: listed } = await nobody(country().service.url).get("listRules", {});
    assert.equal(version, CORE_VERSION);
    assert.deepEqual(
      listed.map((rule) => rule.id),
      rules.map((rule) => rule.id),
    );
    for (const rule of listed) assert.ok(rule.checks.vi !== "" && rule.source.en !== "" && rule.fix, rule.id);
    for (const { id, example } of listed) assert.deepEqual(example, examples[id], id);
  });
});

describe("phuluc audit", () => {
  const MISUSES: readonly (readonly string[])[] = [
    ["audit"],
    ["audit", "erase"],
    ["audit", "verify", "now"],
    ["audit", "verify", "--force"],
  ];
  for (const args of MISUSES)
    it(`has no command “${args.join(" ")}”`, async () => {
      const ran = await phuluc({}, ...args);
      assert.equal(ran.code, 2);
      assert.match(ran.err, /Cách dùng|Tùy chọn/);
    });
});
