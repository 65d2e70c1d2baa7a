/** The contract: every route and problem says what it is in both languages, and the client calls by it. */
import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import { API, type Route, type RouteId } from "../shared/api.ts";
import { addressOf, makeClient, type Fetch } from "../shared/api/client.ts";
import { describeProblem, PROBLEM_CODES, PROBLEMS, problemSchema } from "../shared/api/problems.ts";
import { cellSchema, idSchema, textSchema, wholeFromText } from "../shared/api/values.ts";

const ROUTES = (Object.keys(API) as RouteId[]).map((id): readonly [RouteId, Route] => [id, API[id]]);
const partsOf = (path: string): string[] => [...path.matchAll(/:(\w+)/g)].map(([, name = ""]) => name).sort();

describe("the contract's routes", () => {
  it("have addresses of their own", () => {
    const addresses = ROUTES.map(([, { method, path }]) => `${method} ${path.replace(/:\w+/g, ":")}`);
    assert.equal(new Set(addresses).size, addresses.length);
  });
  for (const [id, route] of ROUTES) {
    it(`${id} names the parts of its address and says what it does`, () => {
      assert.deepEqual(Object.keys(route.params?.shape ?? {}).sort(), partsOf(route.path));
      assert.ok(route.says.vi.length > 3 && route.says.en.length > 1 && route.says.vi !== route.says.en);
      if (route.method === "get") assert.equal(route.body, undefined);
      if (route.answer === "nothing") assert.equal(route.status, undefined);
    });
  }
});

const factsOf = (sentence: string): string[] => [
  ...new Set([...sentence.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name)),
];
/** {why} and {whyEn} are one fact, each in its language; what has no language is named alike. */
function mustBeTold(vi: string, en: string): void {
  assert.deepEqual(
    factsOf(vi).sort(),
    factsOf(en)
      .map((name) => name.replace(/En$/, ""))
      .sort(),
  );
  assert.deepEqual(
    factsOf(vi).filter((name) => name.endsWith("En")),
    [],
  );
}

describe("the contract's problems", () => {
  for (const code of PROBLEM_CODES) {
    it(`${code} says the same in both languages`, () => {
      const { status, vi, en } = PROBLEMS[code];
      assert.ok(status >= 400 && status < 600);
      assert.ok(vi.length > 3 && en.length > 3 && vi !== en);
      if (code !== "workbook-refused") mustBeTold(vi, en);
      assert.doesNotMatch(vi + en, / \/ /, "one language in each sentence");
    });
  }
  it("are told with their facts", () => {
    const problem = describeProblem("unchanged", { version: 3 }, { receipt: "PL-1" });
    assert.equal(problem.title, problem.vi);
    assert.match(problem.vi, /bản 3/);
    assert.match(problem.en, /version 3/);
    assert.deepEqual(problemSchema.parse(problem), problem);
    assert.match(describeProblem("unchanged", {}).vi, /…/);
  });
});

describe("the contract's small values", () => {
  const cases: readonly (readonly [
    string,
    { safeParse: (value: unknown) => { success: boolean } },
    unknown,
    boolean,
  ])[] = [
    ["an id", idSchema, "tinh-nghe-an", true],
    ["an id with a path in it", idSchema, "../x", false],
    ["the last cell", cellSchema, "XFD1048576", true],
    ["a cell beyond the last", cellSchema, "XFE1", false],
    ["a row beyond the last", cellSchema, "A1048577", false],
    ["a cell without a row", cellSchema, "A", false],
    ["a text", textSchema(5), " năm ", true],
    ["a blank text", textSchema(5), "   ", false],
    ["a text too long", textSchema(5), "dài quá", false],
    ["a number in an address", wholeFromText(1), "12", true],
    ["zero where one is the least", wholeFromText(1), "0", false],
    ["a sign in an address", wholeFromText(1), "-1", false],
    ["an exponent in an address", wholeFromText(1), "1e3", false],
  ];
  for (const [what, schema, value, isRight] of cases)
    it(`${what} is ${isRight ? "taken" : "refused"}`, () => {
      assert.equal(schema.safeParse(value).success, isRight);
    });
});

describe("the client", () => {
  let server: Server;
  let base = "";
  const seen: { method: string; url: string; token: string | undefined; body: string }[] = [];
  /** Answers as the service would, by the address. */
  before((done) => {
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        const { method = "", url = "", headers } = request;
        seen.push({ method, url, token: headers.authorization, body: Buffer.concat(chunks).toString("utf8") });
        if (url.endsWith("/me")) response.writeHead(401, { "Content-Type": "application/problem+json" });
        if (url.endsWith("/sessions/current")) response.writeHead(204);
        if (url.includes("/templates/")) response.end(Buffer.from([80, 75, 3, 4]));
        else if (url.endsWith("/me")) response.end(JSON.stringify(describeProblem("session-ended", {})));
        else if (url.endsWith("/rules")) response.end(JSON.stringify({ version: "0.2.0", rules: [] }));
        else if (url.endsWith("/sign-in-ways")) response.end(JSON.stringify({ password: "maybe" }));
        else response.end();
      });
    }).listen(0, "127.0.0.1", () => {
      base = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
      done();
    });
  });
  after((done) => {
    server.close(done);
  });
  const client = (token: string | null = null): ReturnType<typeof makeClient> =>
    makeClient(base, fetch as unknown as Fetch, () => token);

  it("gives what is answered, checked against the contract", async () => {
    assert.deepEqual(await client().call("listRules", {}), {
      ok: true,
      status: 200,
      value: { version: "0.2.0", rules: [] },
    });
    await assert.rejects(client().call("readSignInWays", {}), "an answer that breaks the contract is no answer");
  });
  it("gives problems as values, and sends its token", async () => {
    const result = await client("abc").call("readMe", {});
    assert.equal(result.ok ? "" : result.problem.code, "session-ended");
    assert.equal(seen[seen.length - 1]?.token, "Bearer abc");
  });
  it("gives bytes for files and nothing for nothing", async () => {
    const file = await client().call("downloadTemplate", { params: { formId: "targets" }, query: {} });
    assert.deepEqual(file.ok ? [...file.value] : [], [80, 75, 3, 4]);
    const nothing = await client().call("signOut", {});
    assert.deepEqual(nothing, { ok: true, status: 204, value: undefined });
  });
  it("sends JSON as JSON and bytes as bytes", async () => {
    const params = { roundId: "a", organisationId: "b" };
    await client()
      .call("signIn", { body: { email: "a@b.vn", password: "mật khẩu" } })
      .catch(() => null);
    assert.deepEqual(JSON.parse(seen[seen.length - 1]?.body ?? ""), { email: "a@b.vn", password: "mật khẩu" });
    const body = new Uint8Array([104, 105]);
    await client()
      .call("sendFile", { params, query: { fileName: "Phụ lục & 1.xlsx" }, body })
      .catch(() => null);
    const last = seen[seen.length - 1];
    assert.equal(last?.body, "hi");
    assert.equal(last?.url, "/api/v1/rounds/a/submissions/b/files?fileName=Ph%E1%BB%A5%20l%E1%BB%A5c%20%26%201.xlsx");
  });
  it("writes any part of an address so that it is read back", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (roundId, fileName) => {
        const params = { roundId, organisationId: "x" };
        const url = new URL(addressOf(API.sendFile, { params, query: { fileName } }), "http://localhost");
        assert.equal(url.searchParams.get("fileName"), fileName);
        if (!/^\.{0,2}$/.test(roundId)) assert.equal(decodeURIComponent(url.pathname.split("/")[4] ?? ""), roundId);
      }),
    );
  });
});
