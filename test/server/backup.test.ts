/** Backed up while it runs, and made again from the backup: on either database, from any version. */
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { sql } from "kysely";
import { gridOf, PHASE_YEAR } from "../builders.ts";
import { run, type Ran } from "../programs.ts";
import { MIGRATIONS, migrate, migrationsDone } from "../../server/store/migrations/index.ts";
import { openStore } from "../../server/store/database.ts";
import { verifyAudit } from "../../server/store/audit.ts";
import { sha256 } from "../../server/store/ids.ts";
import { openBackup } from "../../server/store/backup.ts";
import { restoreBackup } from "../../server/store/restore.ts";
import { bodyOf, openRound, type OpenRound } from "./rounds.ts";
import {
  addPerson,
  DATABASES,
  makeDatabase,
  PROGRAM,
  signIn,
  startProcess,
  type DatabaseKind,
  type Person,
  type ServiceProcess,
  type TestDatabase,
} from "./service.ts";

const PROVINCE = "tinh-vinh-long";
const WORKBOOK = new URL("../fixtures/vinh-long-2020.xlsx", import.meta.url);
const FIXTURES = new URL("../fixtures/backups/", import.meta.url);

const phuluc = (args: readonly string[], env: Readonly<Record<string, string>>): Promise<Ran> =>
  run("env", [
    ...Object.entries(env).map(([name, value]) => `${name}=${value}`),
    process.execPath,
    ...PROGRAM,
    ...args,
  ]);

const otherKind = (kind: DatabaseKind): DatabaseKind => (kind === "sqlite" ? "postgres" : "sqlite");

for (const kind of DATABASES) {
  describe(`backup and restore, ${kind}`, () => {
    let folder: string;
    let database: TestDatabase;
    let service: ServiceProcess;
    let round: OpenRound;
    let officer: Person;
    let backup: string;

    before(async function () {
      folder = mkdtempSync(join(tmpdir(), "phuluc-backup-"));
      backup = join(folder, "sao-luu.ndjson.gz");
      database = await makeDatabase(kind, this);
      service = await startProcess(database.env);
      round = await openRound(service, { expectedIds: [PROVINCE] });
      officer = await addPerson(round.administrator, { url: service.url, organisationId: PROVINCE, role: "submitter" });
      const params = { roundId: round.roundId, organisationId: PROVINCE };
      const file = await officer.get("sendFile", {
        params,
        query: { fileName: "Vĩnh Long 2020.xlsx" },
        body: new Uint8Array(readFileSync(WORKBOOK)),
      });
      const sheets = [gridOf(PHASE_YEAR, { name: "PL1" })];
      await officer.get("submit", { params, body: bodyOf(sheets, { attachedFileId: file.fileId }) });
      const ran = await phuluc(["backup", "-o", backup], database.env);
      assert.equal(ran.code, 0, ran.stderr);
    });
    after(async () => {
      await service.stop();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    });

    it("is made again on the other database, with its log whole and its files byte for byte", async function () {
      const other = await makeDatabase(otherKind(kind), this);
      try {
        const ran = await phuluc(["restore", backup], other.env);
        assert.equal(ran.code, 0, ran.stderr);
        const restored = await startProcess(other.env);
        try {
          const again = await signIn(restored.url, officer);
          const params = { roundId: round.roundId, organisationId: PROVINCE };
          assert.deepEqual(
            await again.get("readVersion", { params: { ...params, version: 1 } }),
            await officer.get("readVersion", { params: { ...params, version: 1 } }),
          );
          const bytes = await again.get("downloadFile", { params: { ...params, version: 1 } });
          assert.deepEqual(Buffer.from(bytes), readFileSync(WORKBOOK));
          const administrator = await signIn(restored.url, round.administrator);
          assert.equal((await administrator.get("verifyAudit", {})).isWhole, true);
        } finally {
          await restored.stop();
        }
      } finally {
        await other.drop();
      }
    });
    it("holds no session and no token", () => {
      const tables = new Set(
        linesOf(backup)
          .slice(1, -1)
          .map((line) => (JSON.parse(line) as [string])[0]),
      );
      assert.ok(tables.has("version") && tables.has("person") && tables.has("audit_entry"));
      assert.equal(
        ["session", "ticket", "oidc_login"].some((table) => tables.has(table)),
        false,
      );
    });
    it("replaces what is in use only when told to, keeps that, and the running service goes on", async () => {
      assert.match((await phuluc(["restore", backup], database.env)).stderr, /--replace/);
      await round.administrator.get("addOrganisation", {
        params: { organisationId: PROVINCE },
        body: { kind: "department", name: "Sở Tài chính" },
      });
      const ran = await phuluc(["restore", backup, "--replace"], database.env);
      assert.equal(ran.code, 0, ran.stderr);
      const kept = readdirSync(database.env["DATA_DIR"] ?? "").filter((name) => name.startsWith("truoc-khi-phuc-hoi-"));
      assert.equal(kept.length, 1);
      assert.match(linesOf(join(database.env["DATA_DIR"] ?? "", kept[0] ?? "")).join("\n"), /Sở Tài chính/);
      assert.equal((await officer.refused("readMe", {})).code, "session-ended");
      const administrator = await signIn(service.url, round.administrator);
      const { organisations } = await administrator.get("listOrganisations", {});
      assert.equal(
        organisations.some(({ name }) => name === "Sở Tài chính"),
        false,
      );
    });
    it("refuses to write over a file", async () => {
      const ran = await phuluc(["backup", "-o", backup], database.env);
      assert.equal(ran.code, 2);
      assert.match(ran.stderr, /Đã có tệp/);
    });
    const damaged: readonly (readonly [string, (whole: Buffer) => Buffer])[] = [
      ["cut off", (whole) => whole.subarray(0, whole.length - 200)],
      ["without its last line", (whole) => gzipSync(textOf(whole).split("\n").slice(0, -2).join("\n") + "\n")],
      [
        "with a row less",
        (whole) =>
          gzipSync(
            textOf(whole)
              .split("\n")
              .filter((_, index) => index !== 5)
              .join("\n"),
          ),
      ],
      ["with a figure changed", (whole) => gzipSync(textOf(whole).replace("Vĩnh Long", "Vinh Long"))],
      ["that is something else", () => gzipSync("{}\n{}\n")],
      ["that is no gzip", () => Buffer.from("sao lưu")],
      ["of a newer version", (whole) => withHead(whole, { migration: "999-later" })],
    ];
    for (const [what, damage] of damaged) {
      it(`refuses a backup ${what}, and changes nothing`, async () => {
        const path = join(folder, "hong.ndjson.gz");
        writeFileSync(path, damage(readFileSync(backup)));
        const ran = await phuluc(["restore", path, "--replace"], database.env);
        assert.equal(ran.code, 2, ran.stdout);
        assert.doesNotMatch(ran.stderr, /\n {4}at |ran into trouble/);
        const administrator = await signIn(service.url, round.administrator);
        assert.equal((await administrator.get("verifyAudit", {})).isWhole, true);
      });
    }
  });

  describe(`migrations, ${kind}`, () => {
    for (const migration of MIGRATIONS) {
      it(`a database of ${migration.name} becomes today's`, async function () {
        const fixture = new URL(`${migration.name}.ndjson.gz`, FIXTURES);
        assert.ok(existsSync(fixture), "each migration leaves a backup made with it");
        const database = await makeDatabase(kind, this);
        const address =
          database.env["DATABASE_URL"] === undefined
            ? { kind: "sqlite" as const, path: join(database.env["DATA_DIR"] ?? "", "phuluc.sqlite") }
            : { kind: "postgres" as const, url: database.env["DATABASE_URL"] };
        const store = await openStore(address);
        try {
          const backup = await openBackup(fixture.pathname);
          assert.equal(backup.head.migration, migration.name);
          await restoreBackup(store, backup, "2026-11-22T00:00:00.000Z");
          assert.equal((await verifyAudit(store.db)).isWhole, true);
          const { rows } = await sql<{ name: string }>`select name from migration order by name`.execute(store.db);
          assert.deepEqual(
            rows.map(({ name }) => name),
            MIGRATIONS.map(({ name }) => name),
          );
        } finally {
          await store.close();
          await database.drop();
        }
      });
    }
    it("a database of a later version is left alone", async function () {
      const database = await makeDatabase("sqlite", this);
      const path = join(database.env["DATA_DIR"] ?? "", "phuluc.sqlite");
      const store = await openStore({ kind: "sqlite", path });
      try {
        await store.write((tx) => sql`insert into migration (name, at) values ('999-later', 'x')`.execute(tx));
        await assert.rejects(
          store.write((tx) => migrate(tx, "sqlite")),
          /phiên bản mới hơn/,
        );
        assert.equal((await store.write(migrationsDone)).includes("999-later"), true);
      } finally {
        await store.close();
        await database.drop();
      }
    });
  });
}

const textOf = (whole: Buffer): string => gunzipSync(whole).toString("utf8");
const linesOf = (path: string): string[] => textOf(readFileSync(path)).trimEnd().split("\n");

/** With another head and a hash that fits it. */
function withHead(whole: Buffer, change: object): Buffer {
  const [head = "", ...rest] = textOf(whole).trimEnd().split("\n");
  const lines = [JSON.stringify({ ...(JSON.parse(head) as object), ...change }), ...rest.slice(0, -1)];
  const content = `${lines.join("\n")}\n`;
  return gzipSync(`${content}${JSON.stringify({ rows: lines.length - 1, sha256: sha256(content) })}\n`);
}
