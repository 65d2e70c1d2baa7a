/** What watches the service and what describes it: health, measurements, headers, the contract as a document. */
import assert from "node:assert/strict";
import { connect } from "node:net";
import pg from "pg";
import { Validator } from "@seriousme/openapi-schema-validator";
import { API, API_PREFIX, type Route, type RouteId } from "../../shared/api.ts";
import { PROBLEM_CODES, PROBLEMS, problemSchema } from "../../shared/api/problems.ts";
import { eventually } from "../eventually.ts";
import { DATABASES, makeDatabase, startProcess, type ServiceProcess, type TestDatabase } from "./service.ts";

for (const kind of DATABASES) {
  describe(`system, ${kind}`, () => {
    let database: TestDatabase;
    let service: ServiceProcess;
    before(async function () {
      database = await makeDatabase(kind, this);
      service = await startProcess({ ...database.env, LOG_LEVEL: "info" });
    });
    after(async () => {
      await service.stop();
      await database.drop();
    });
    const ask = (path: string, init: RequestInit = {}): Promise<Response> => fetch(`${service.url}${path}`, init);

    it("is alive and ready", async () => {
      assert.deepEqual(await (await ask("/healthz")).json(), { status: "ok" });
      assert.deepEqual(await (await ask("/readyz")).json(), { status: "ready" });
    });
    it("prints measurements by route, to the machine itself only", async () => {
      await ask(`${API_PREFIX}/me`);
      const text = await (await ask("/metrics")).text();
      assert.match(text, /phuluc_request_seconds_count\{method="GET",route="\/api\/v1\/me",status="401"\} 1/);
      assert.match(text, /phuluc_emails_waiting 0/);
      assert.match(text, /phuluc_versions 0/);
      assert.match(text, /process_resident_memory_bytes \d+/);
      assert.equal((await ask("/metrics", { headers: { "X-Forwarded-For": "1.2.3.4" } })).status, 403);
    });
    it("describes its contract as a valid OpenAPI document with every route", async () => {
      const document = (await (await ask("/api/openapi.json")).json()) as {
        paths: Record<string, Record<string, unknown>>;
      };
      const { valid, errors } = await new Validator().validate(document as Parameters<Validator["validate"]>[0]);
      assert.ok(valid, JSON.stringify(errors));
      for (const id of Object.keys(API) as RouteId[]) {
        const route: Route = API[id];
        const path = `${API_PREFIX}${route.path}`.replace(/:(\w+)/g, "{$1}");
        assert.ok(document.paths[path]?.[route.method], id);
      }
    });
    it("shows the contract as a page that names every route and every problem", async () => {
      const page = await (await ask("/api/docs")).text();
      for (const id of Object.keys(API)) assert.ok(page.includes(`id="${id}"`), id);
      for (const code of PROBLEM_CODES) assert.ok(page.includes(`<tr id="${code}">`), code);
      assert.equal(/<script|style="/.test(page), false);
      assert.equal((await ask("/api/docs.css")).headers.get("content-type"), "text/css; charset=utf-8");
    });
    it("has a way from its front door to the page", async () => {
      const response = await ask("/", { redirect: "manual" });
      assert.equal(response.status, 200);
      assert.match(await response.text(), /<a href="\/api\/docs">/);
    });
    it("sends headers that keep pages and answers safe", async () => {
      const { headers } = await ask("/api/docs");
      assert.match(headers.get("content-security-policy") ?? "", /default-src 'self';.*frame-ancestors 'self'/);
      assert.doesNotMatch(headers.get("content-security-policy") ?? "", /unsafe/);
      assert.equal(headers.get("x-content-type-options"), "nosniff");
      assert.equal(headers.get("x-powered-by"), null);
      assert.equal(headers.get("x-frame-options"), null);
    });
    const refused: readonly (readonly [string, string, RequestInit, string])[] = [
      ["an address that is none", "/api/v1/nothing", {}, "no-such-route"],
      ["a method that is none", "/api/v1/me", { method: "PROPFIND" }, "no-such-route"],
      ["no token", "/api/v1/me", {}, "not-signed-in"],
      ["no token and a strange id", "/api/v1/rounds/KHÔNG_CÓ", {}, "not-signed-in"],
      ["no token and a NUL", "/api/v1/rounds/%00", {}, "not-signed-in"],
      ["no token and no content", "/api/v1/rounds/a/submissions/b/versions", post("{"), "not-signed-in"],
      [
        "a token of no session",
        "/api/v1/me",
        { headers: { Authorization: `Bearer ${"x".repeat(43)}` } },
        "session-ended",
      ],
      ["a broken escape", "/api/v1/rounds/%E0%A4%A", {}, "malformed-request"],
      ["JSON that is none", "/api/v1/sessions", post("{"), "malformed-json"],
      ["another type", "/api/v1/sessions", post("a=b", "text/plain"), "unsupported-type"],
      ["wrong types", "/api/v1/sessions", post('{"email":1,"password":[]}'), "malformed-request"],
      ["deep nesting", "/api/v1/sessions", post(`${"[".repeat(8_000)}${"]".repeat(8_000)}`), "malformed-request"],
      ["more than a stranger may send", "/api/v1/sessions", post(`"${"x".repeat(17 * 1024)}"`), "too-large"],
      ["a NUL", "/api/v1/sessions", post(String.raw`{"email":"a\u0000@b.vn","password":"b"}`), "malformed-request"],
      [
        "half a character",
        "/api/v1/sessions",
        post(String.raw`{"email":"\ud83d","password":"b"}`),
        "malformed-request",
      ],
      ["a NUL in the address", "/api/v1/oidc/start?challenge=%00", {}, "malformed-request"],
      ["__proto__", "/api/v1/sessions", post('{"__proto__":{"email":"a"},"password":"b"}'), "malformed-request"],
    ];
    for (const [what, path, init, code] of refused) {
      it(`answers ${what} with a sentence`, async () => {
        const response = await ask(path, init);
        const problem = problemSchema.parse(await response.json());
        assert.equal(problem.code, code);
        assert.equal(response.status, PROBLEMS[problem.code].status);
        assert.match(response.headers.get("content-type") ?? "", /^application\/problem\+json/);
        assert.doesNotMatch(JSON.stringify(problem), /at \/|\.ts:|node_modules/);
        assert.doesNotMatch(`${problem.vi} ${problem.en}`, /…| \/ |invalid_|undefined/);
      });
    }
    it("says all that is wrong with a request, each in its language", async () => {
      const response = await ask("/api/v1/sessions", post(JSON.stringify({ email: "x".repeat(201) })));
      const { facts, details } = problemSchema.parse(await response.json());
      const why = { vi: "quá dài (tối đa 200 ký tự)", en: "it is too long (at most 200 characters)" };
      assert.deepEqual(facts, { where: "body.email", why: why.vi, whyEn: why.en });
      assert.deepEqual(details, [
        { where: "body.email", ...why },
        { where: "body.password", vi: "thiếu", en: "it is missing" },
      ]);
    });
    it("says how much would not have been too much", async () => {
      const response = await ask("/api/v1/sessions", post(`"${"x".repeat(17 * 1024)}"`));
      assert.equal(problemSchema.parse(await response.json()).facts["limit"], "16 KB");
    });
    it("logs the path of an address that is none, and nothing of what was asked with it", async () => {
      await ask("/wp-login.php?mat-khau=bi-mat-7264");
      const line = () =>
        service
          .said()
          .split("\n")
          .find((text) => text.includes("wp-login"));
      await eventually(() => assert.ok(line()));
      const { path, status } = JSON.parse(line() ?? "{}") as { path?: string; status?: number };
      assert.deepEqual([path, status], ["/wp-login.php", 404]);
      assert.doesNotMatch(service.said(), /7264/);
    });
    it("writes nothing secret into its log", async () => {
      const password = "mật-khẩu-bí-mật-7261";
      await ask(`${API_PREFIX}/sessions`, post(JSON.stringify({ email: "ai-do@vi-du.vn", password })));
      await ask(`${API_PREFIX}/rounds/x/archive?ticket=bi-mat-7262`);
      await ask(`${API_PREFIX}/me`, { headers: { Authorization: `Bearer ${"bi-mat-7263".padEnd(43, "x")}` } });
      const lines = service
        .said()
        .split("\n")
        .filter((line) => line.startsWith("{"));
      assert.ok(lines.length >= 3);
      for (const line of lines) assert.equal(typeof (JSON.parse(line) as { time: unknown }).time, "string");
      assert.doesNotMatch(service.said(), /726[123]/);
    });
  });
}

function post(body: string, type = "application/json"): RequestInit {
  return { method: "POST", headers: { "Content-Type": type }, body };
}

describe("requests that are none", () => {
  const broken: readonly (readonly [string, string])[] = [
    ["garbage", "\x16\x03\x01 hello\r\n\r\n"],
    ["a head of 60 KB", `GET /${"x".repeat(60_000)} HTTP/1.1\r\nHost: a\r\n\r\n`],
    [
      "an absolute address that is none",
      "GET http://a:999999/api/v1/rounds/a/archive?ticket=abc HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
    ],
  ];
  for (const [what, text] of broken)
    it(`${what} is answered with a sentence`, async function () {
      const database = await makeDatabase("sqlite", this);
      const service = await startProcess(database.env);
      try {
        const { hostname, port } = new URL(service.url);
        const answer = await new Promise<string>((resolve, reject) => {
          let said = "";
          const socket = connect(Number(port), hostname, () => socket.write(text));
          socket.on("data", (chunk: Buffer) => (said += chunk.toString("utf8")));
          socket.on("end", () => resolve(said)).on("error", reject);
        });
        assert.match(answer, /^HTTP\/1\.1 4\d\d /);
        assert.match(answer, /"vi":".+","en":".+"/);
        assert.equal((await fetch(`${service.url}/healthz`)).status, 200);
      } finally {
        await service.stop();
        await database.drop();
      }
    });
});

describe("connections to PostgreSQL that break while people write", () => {
  it("fail what was under way, and nothing else", async function () {
    const database = await makeDatabase("postgres", this);
    const service = await startProcess(database.env);
    const killer = new pg.Client({ connectionString: database.env["DATABASE_URL"] });
    try {
      await killer.connect();
      for (let times = 0; times < 5; times++) {
        const asked = Promise.all(
          Array.from({ length: 8 }, () =>
            fetch(`${service.url}${API_PREFIX}/sessions`, post('{"email":"a@b.vn","password":"x"}')),
          ),
        );
        await killer.query(
          "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
        );
        for (const { status } of await asked)
          assert.ok(status === 401 || status === 429 || status >= 500, String(status));
      }
      // That the last of them has broken may be noticed only by who asks next.
      await eventually(async () => assert.equal((await fetch(`${service.url}/readyz`)).status, 200));
    } finally {
      await killer.end();
      assert.equal(await service.stop(), 0);
      await database.drop();
    }
  });
});

describe("a database that goes away", () => {
  it("leaves the service alive, and it says that it is not ready", async function () {
    const database = await makeDatabase("postgres", this);
    const service = await startProcess(database.env);
    try {
      await database.drop();
      assert.equal((await fetch(`${service.url}/readyz`)).status, 503);
      assert.equal((await fetch(`${service.url}/healthz`)).status, 200);
    } finally {
      await service.stop();
    }
  });
});
