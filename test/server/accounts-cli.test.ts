/** `phuluc org` and `phuluc user`, on the database of a service that is running. */
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { spawn } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FORMER_PROVINCES, PROVINCES } from "../../shared/provinces.ts";
import type { Ran } from "../programs.ts";
import {
  DATABASES,
  makeDatabase,
  nobody,
  PROGRAM,
  signIn,
  signInFirst,
  startProcess,
  type Person,
  type ServiceProcess,
  type TestDatabase,
} from "./service.ts";

function phuluc(env: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Ran> {
  const child = spawn(process.execPath, [...PROGRAM, ...args], { env: { PATH: process.env["PATH"] ?? "", ...env } });
  const said = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk: Buffer) => (said.stdout += chunk.toString("utf8")));
  child.stderr.on("data", (chunk: Buffer) => (said.stderr += chunk.toString("utf8")));
  return new Promise((resolve) => child.once("close", (code) => resolve({ code: code ?? -1, ...said })));
}

for (const kind of DATABASES) {
  describe(`accounts from the command line (${kind})`, () => {
    let database: TestDatabase;
    let service: ServiceProcess;
    let administrator: Person;

    before(async function () {
      database = await makeDatabase(kind, this);
      service = await startProcess(database.env);
      assert.ok(service.firstAccount);
      administrator = await signInFirst(service.url, service.firstAccount);
    });
    after(async () => {
      await service?.stop();
      await database?.drop();
    });

    const done = async (...args: readonly string[]): Promise<string> => {
      const ran = await phuluc(database.env, ...args);
      assert.equal(ran.code, 0, ran.stderr);
      return ran.stdout;
    };
    const passwordIn = (stdout: string): string => /: (\S+)\n$/.exec(stdout)?.[1] ?? "";

    it("adds, renames, closes and reopens an organisation", async () => {
      const [id = ""] = (await done("org", "add", "Sở  Y tế", "--below", "tinh-nghe-an", "--kind", "department")).split(
        "\t",
      );
      assert.match(
        await done("org", "rename", id, "Sở Y tế và Dân số"),
        /\tsở, ban, ngành\tSở Y tế và Dân số\ttinh-nghe-an/,
      );
      assert.match(await done("org", "close", id), /đã đóng/);
      const list = JSON.parse(await done("org", "list", "--json")) as {
        organisations: { id: string; isClosed: boolean }[];
      };
      assert.equal(list.organisations.find((one) => one.id === id)?.isClosed, true);
      assert.doesNotMatch(await done("org", "reopen", id), /đã đóng/);
      assert.match(await done("org", "list"), new RegExp(`^${id}\tsở, ban, ngành\t`, "m"));
    });

    it("lists the ministry, the provinces of today and then those before, each in the order of the alphabet", async () => {
      const lines = (await done("org", "list")).trimEnd().split("\n");
      const names = lines.map((line) => line.split("\t")[2] ?? "");
      const isBefore = (name: string): boolean => name.endsWith(" (đến 30/6/2025)");
      const today = names.slice(1, 1 + PROVINCES.length);
      const before = names.filter(isBefore);
      assert.match(lines[0] ?? "", /^bo\tbộ\tBộ /);
      assert.match(lines[1] ?? "", /^tinh-an-giang\ttỉnh, thành phố\tAn Giang\tbo$/);
      assert.deepEqual([today.some(isBefore), before.length], [false, FORMER_PROVINCES.length]);
      assert.deepEqual(names.slice(1 + PROVINCES.length, 1 + PROVINCES.length + before.length), before);
      for (const list of [today, before]) assert.deepEqual([...list].sort(new Intl.Collator("vi").compare), list);
      assert.ok(before.indexOf("Đắk Lắk (đến 30/6/2025)") > before.indexOf("Cà Mau (đến 30/6/2025)"));
      assert.ok(before.indexOf("Đắk Lắk (đến 30/6/2025)") < before.indexOf("Gia Lai (đến 30/6/2025)"));
    });

    it("adds a person, who signs in to the running service with the password shown", async () => {
      const said = await done(
        "user",
        "add",
        "Lan@Vi-Du.vn",
        "--name",
        "Trần Thị Lan",
        "--role",
        "viewer",
        "--org",
        "bo",
      );
      const lan = await signInFirst(service.url, { email: "lan@vi-du.vn", password: passwordIn(said) });
      assert.equal((await lan.get("readMe", {})).name, "Trần Thị Lan");
      assert.match(await done("user", "list"), /^lan@vi-du\.vn\tTrần Thị Lan\tngười xem\tbo$/m);
      assert.doesNotMatch(await done("user", "list", "--org", "tinh-hue"), /lan@/);
      assert.match(await done("user", "list", "--json", "--org", "bo"), /"email":"lan@vi-du\.vn"/);

      await done("user", "close", "LAN@vi-du.vn");
      assert.equal((await lan.refused("readMe", {})).code, "session-ended");
      assert.match(await done("user", "list"), /^lan@.*đã ngừng/m);
      await done("user", "reopen", "lan@vi-du.vn");
      assert.ok(await signIn(service.url, lan));
    });

    it("unlocks, and gives a new first password", async () => {
      const said = await done(
        "user",
        "add",
        "minh@vi-du.vn",
        "--name",
        "Lê Minh",
        "--role",
        "submitter",
        "--org",
        "tinh-hue",
      );
      const account = { email: "minh@vi-du.vn", password: passwordIn(said) };
      for (let time = 0; time < 5; time++)
        await nobody(service.url).refused("signIn", { body: { ...account, password: "sai" } });
      assert.equal((await nobody(service.url).refused("signIn", { body: account })).code, "account-locked");
      assert.match(await done("user", "list"), /^minh@.*tạm khóa/m);
      await done("user", "unlock", "minh@vi-du.vn");
      const minh = await signIn(service.url, account);
      const password = passwordIn(await done("user", "reset-password", "minh@vi-du.vn"));
      assert.equal((await minh.refused("readMe", {})).code, "session-ended");
      assert.equal((await nobody(service.url).refused("signIn", { body: account })).code, "wrong-password");
      assert.ok(await signInFirst(service.url, { ...account, password }));
    });

    it("is written down as done from the command line", async () => {
      const { entries } = await administrator.get("readAudit", {});
      const own = entries.filter(({ actor }) => actor === "dòng lệnh").map(({ action }) => action);
      for (const action of ["add-organisation", "rename-organisation", "close-organisation", "reopen-organisation"])
        assert.ok(own.includes(action), action);
      for (const action of ["add-person", "close-person", "reopen-person", "unlock-person", "reset-password"])
        assert.ok(own.includes(action), action);
    });

    const REFUSED: readonly (readonly [string, readonly string[], RegExp])[] = [
      [
        "an address that has an account",
        ["user", "add", "QuanTri@phuluc.local", "--name", "A", "--role", "viewer", "--org", "bo"],
        /Đã có tài khoản.*exists already/,
      ],
      ["a person nobody knows", ["user", "unlock", "ai@vi-du.vn"], /người dùng này.*This person/],
      ["an organisation nobody knows", ["org", "close", "khong-co"], /đơn vị này.*This organisation/],
      ["a name that is taken", ["org", "rename", "tinh-hue", "NGHỆ AN"], /Đã có “NGHỆ AN”/],
      ["closing the root", ["org", "close", "bo"], /không có quyền|đơn vị trực thuộc/],
      [
        "a commune below a ministry",
        ["org", "add", "Xã X", "--below", "bo", "--kind", "commune"],
        /không thể trực thuộc/,
      ],
    ];
    for (const [what, args, said] of REFUSED)
      it(`refuses ${what}`, async () => {
        const ran = await phuluc(database.env, ...args);
        assert.equal(ran.code, 2);
        assert.match(ran.stderr, said);
        assert.equal(ran.stdout, "");
      });
  });
}

const MISUSED: readonly (readonly [string, readonly string[], RegExp])[] = [
  ["no second word", ["user"], /Cách dùng \/ usage:\n(.*\n)*.*reset-password EMAIL/],
  ["a word there is none of", ["org", "toString"], /Cách dùng/],
  ["too few arguments", ["user", "close"], /phuluc user close EMAIL/],
  ["too many arguments", ["org", "rename", "a", "b", "c"], /phuluc org rename/],
  ["an option there is none of", ["user", "list", "--all"], /--all/],
  ["an option left out", ["user", "add", "a@vi-du.vn", "--name", "A", "--role", "viewer"], /Xin cho biết --org/],
  [
    "a role there is none of",
    ["user", "add", "a@vi-du.vn", "--name", "A", "--role", "boss", "--org", "bo"],
    /submitter, reviewer/,
  ],
  ["no address", ["user", "add", "a", "--name", "A", "--role", "viewer", "--org", "bo"], /Thư điện tử/],
  ["a name that is too long", ["org", "rename", "bo", "x".repeat(201)], /200 ký tự/],
];

describe("accounts from the command line, misused", () => {
  for (const [what, args, said] of MISUSED)
    it(`${what}: a sentence and exit code 2`, async () => {
      const ran = await phuluc({ DATA_DIR: join(tmpdir(), "phuluc-khong-co") }, ...args);
      assert.equal(ran.code, 2);
      assert.match(ran.stderr, said);
      assert.doesNotMatch(ran.stderr, /\n {4}at /);
    });

  const PLACES: readonly (readonly [string, Readonly<Record<string, string>>, RegExp])[] = [
    ["an empty folder", {}, /Chưa có dữ liệu/],
    ["a PostgreSQL that is not there", { DATABASE_URL: "postgres://nobody@127.0.0.1:1/x" }, /Không kết nối được/],
    ["a setting that can't be used", { DATABASE_URL: "mysql://x" }, /DATABASE_URL/],
  ];
  for (const [what, env, said] of PLACES)
    it(`${what} is told, and nothing is made there`, async () => {
      const folder = mkdtempSync(join(tmpdir(), "phuluc-"));
      const ran = await phuluc({ DATA_DIR: folder, ...env }, "user", "list");
      assert.equal(ran.code, 2);
      assert.match(ran.stderr, said);
      assert.deepEqual(readdirSync(folder), []);
      rmSync(folder, { recursive: true });
    });
});
