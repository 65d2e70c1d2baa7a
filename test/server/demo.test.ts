/** The demonstration: its accounts have a published password, so it keeps to a database of its own. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DEMO_PASSWORD } from "../../server/demo/demo-people.ts";
import { readDemoState } from "../../server/demo/demo-database.ts";
import { prepareFirstStart } from "../../server/first-start.ts";
import { openStore } from "../../server/store/database.ts";
import { phuluc } from "./phuluc.ts";
import { DATABASES, makeDatabase, PROGRAM, signIn, startProcess, type ServiceProcess } from "./service.ts";

const MAKING = /Making sample data/;
const AFRESH = /tạo lại từ đầu/;

describe("phuluc demo", () => {
  let folder = "";
  const at = (name: string): string => join(folder, name);
  const database = (name: string): string => join(at(name), "phuluc.sqlite");
  const start = (env: Readonly<Record<string, string>>): Promise<ServiceProcess> =>
    startProcess({ DEMO_DIR: at("demo"), ...env }, ["demo"]);
  /** As a service leaves it that was started once. */
  const makeReal = async (name: string): Promise<void> => {
    const store = await openStore({ kind: "sqlite", path: database(name) });
    await prepareFirstStart(store);
    await store.close();
  };
  /** What tells one database from another; its bytes change when a log is written back, whoever does that. */
  const contentsOf = async (name: string): Promise<unknown> => {
    const store = await openStore({ kind: "sqlite", path: database(name) });
    const people = await store.db.selectFrom("person").selectAll().execute();
    const rounds = await store.db.selectFrom("round").selectAll().execute();
    const log = await store.db.selectFrom("audit_entry").selectAll().execute();
    await store.close();
    return { people, rounds, log };
  };
  const whileRunning = async (demo: ServiceProcess, work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } finally {
      assert.equal(await demo.stop(), 0);
    }
  };
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "phuluc-demo-"));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it("makes its sample in its own folder, whatever DATA_DIR says, and once", async () => {
    await makeReal("that");
    const kept = await contentsOf("that");
    const demo = await start({ DATA_DIR: at("that"), PUBLIC_URL: "https://that.vn", HOST: "0.0.0.0" });
    await whileRunning(demo, async () => {
      assert.match(demo.said(), MAKING);
      assert.match(demo.url, /^http:\/\/127\.0\.0\.1:/);
      const administrator = await signIn(demo.url, { email: "quantri@phuluc.local", password: DEMO_PASSWORD });
      const { people } = await administrator.get("listPeople", { params: { organisationId: "tinh-cu-vinh-long" } });
      assert.deepEqual(
        people.map(({ name }) => name),
        ["Cán bộ tỉnh Vĩnh Long"],
      );
    });
    assert.deepEqual(await contentsOf("that"), kept);
    assert.equal(await readDemoState(database("demo")), "ready");
    const again = await start({});
    await whileRunning(again, async () => {
      assert.doesNotMatch(again.said(), MAKING);
      const { rounds } = await (
        await signIn(again.url, { email: "rasoat@phuluc.local", password: DEMO_PASSWORD })
      ).get("listRounds", {});
      assert.equal(rounds.length, 2);
    });
  });

  it("shows a round in every state", async () => {
    const demo = await start({});
    await whileRunning(demo, async () => {
      const reviewer = await signIn(demo.url, { email: "rasoat@phuluc.local", password: DEMO_PASSWORD });
      const { rounds } = await reviewer.get("listRounds", {});
      const { lines } = await reviewer.get("readProgress", { params: { roundId: rounds[0]?.id ?? "" } });
      assert.deepEqual(
        lines.map(({ name, state }) => `${name}: ${state}`),
        [
          "Nghệ An: submitted",
          "Sóc Trăng: returned",
          "Tỉnh Mẫu A (giả định): accepted",
          "Tỉnh Mẫu B (giả định): submitted",
          "Tỉnh Mẫu C (giả định): draft",
          "Tỉnh Mẫu D (giả định): missing",
          "Vĩnh Long: submitted",
        ],
      );
    });
  });

  for (const kind of DATABASES)
    it(`leaves a service's database alone, ${kind}`, async function () {
      const real = await makeDatabase(kind, this);
      try {
        const service = await startProcess(real.env);
        await service.stop();
        const isThere = kind === "sqlite";
        const env = { ...real.env, DEMO_DIR: isThere ? (real.env["DATA_DIR"] ?? "") : at(kind), PORT: "0" };
        if (isThere) {
          const refused = await phuluc(env, "demo");
          assert.equal(refused.code, 2);
          assert.match(refused.err, /đang chứa số liệu thật.* please set another DEMO_DIR/);
        } else await (await startProcess(env, ["demo"])).stop();
        const people = JSON.parse((await phuluc(real.env, "user", "list", "--json")).out) as { people: unknown[] };
        assert.equal(people.people.length, 1);
      } finally {
        await real.drop();
      }
    });

  it("stopped half-way, it says so the next time and starts afresh", async () => {
    const env = { DEMO_DIR: at("half") };
    await stopWhileMaking(env);
    assert.equal(await readDemoState(database("half")), "half-made");
    const demo = await startProcess(env, ["demo"]);
    await whileRunning(demo, async () => {
      assert.match(demo.said(), AFRESH);
      await signIn(demo.url, { email: "mau-c@phuluc.local", password: DEMO_PASSWORD });
    });
    assert.equal(await readDemoState(database("half")), "ready");
  });

  const stopWhileMaking = async (env: Readonly<Record<string, string>>): Promise<void> => {
    const child = spawn(process.execPath, [...PROGRAM, "demo"], { env: { PORT: "0", ...env } });
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.stdout.on("data", (chunk: Buffer) => {
      if (MAKING.test(chunk.toString("utf8"))) child.kill("SIGKILL");
    });
    await ended;
  };

  it("tells of a port in use as the service does, and leaves the sample as it is", async () => {
    const demo = await start({});
    await whileRunning(demo, async () => {
      const PORT = new URL(demo.url).port;
      for (const command of ["demo", "serve"]) {
        const ran = await phuluc({ DEMO_DIR: at("demo"), DATA_DIR: at("khac"), PORT }, command);
        assert.deepEqual(
          [ran.code, ran.err.split(".")[0]],
          [2, "Cổng đang được chương trình khác dùng; đặt PORT khác"],
        );
      }
      await signIn(demo.url, { email: "rasoat@phuluc.local", password: DEMO_PASSWORD });
    });
  });

  it("what it keeps is for nobody else on the machine", () => {
    const modeOf = (path: string): number => statSync(path).mode & 0o777;
    assert.deepEqual([modeOf(at("demo")), modeOf(database("demo"))], [0o700, 0o600]);
  });

  it("a file that is no database is told", async () => {
    const ran = await phuluc({ DEMO_DIR: "/dev/null/x", PORT: "0" }, "demo");
    assert.equal(ran.code, 2);
    assert.match(ran.err, /Không dùng được thư mục dữ liệu/);
  });
});
