/** Bodies that are large, deep, many at once, or wrong a million times over. */
import assert from "node:assert/strict";
import { request } from "node:http";
import { isTooDeep } from "../../server/routes/nesting.ts";
import { problemSchema } from "../../shared/api/problems.ts";
import { bodyOf, openRound } from "./rounds.ts";
import {
  addPerson,
  makeDatabase,
  startProcess,
  type Person,
  type ServiceProcess,
  type TestDatabase,
} from "./service.ts";

const PROVINCE = "tinh-vinh-long";
const MEGABYTE = 1024 * 1024;

describe("nesting", () => {
  const cases: readonly (readonly [string, string, boolean])[] = [
    ["a flat document", '{"a":[1,2,{"b":[]}]}', false],
    ["as deep as the contract never is", `${"[".repeat(65)}${"]".repeat(65)}`, true],
    ["just not too deep", `${"[".repeat(64)}${"]".repeat(64)}`, false],
    ["brackets in a text", JSON.stringify("[".repeat(500)), false],
    ["a quote within a text", JSON.stringify(`"${"{".repeat(500)}\\`), false],
    ["many side by side", `[${"[],".repeat(5000)}[]]`, false],
  ];
  for (const [what, json, expected] of cases)
    it(`${what} is ${expected ? "too deep" : "taken"}`, () => {
      assert.equal(isTooDeep(json), expected);
    });
});

describe("large and hostile bodies", () => {
  let database: TestDatabase;
  let service: ServiceProcess;
  let officer: Person;
  let address = "";
  before(async function () {
    database = await makeDatabase("sqlite", this);
    service = await startProcess({ ...database.env, NODE_OPTIONS: "--max-old-space-size=700" });
    const { roundId, administrator } = await openRound(service, { expectedIds: [PROVINCE] });
    officer = await addPerson(administrator, { url: service.url, organisationId: PROVINCE, role: "submitter" });
    address = `${service.url}/api/v1/rounds/${roundId}/submissions/${PROVINCE}`;
  });
  after(async () => {
    assert.equal(await service.stop(), 0);
    await database.drop();
  });
  const post = async (path: string, body: string, token = officer.token()): Promise<string> => {
    const headers = {
      "Content-Type": "application/json",
      ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
    };
    const response = await fetch(path, { method: "POST", headers, body });
    return problemSchema.parse(await response.json()).code;
  };
  const sheet = (rows: string): string =>
    JSON.stringify(bodyOf([])).replace(
      '"sheets":[]',
      `"sheets":[{"name":"A","merged":[],"hiddenColumns":[],"hidden":false,"rows":${rows}}]`,
    );
  const filled = (item: string, bytes: number): string =>
    `[${`${item},`.repeat(Math.floor(bytes / (item.length + 1)))}${item}]`;

  const hostile: readonly (readonly [string, () => string, string])[] = [
    ["rows that are none, 15 MB of them", () => sheet(filled("0", 15 * MEGABYTE)), "malformed-request"],
    [
      "cells that are none, 15 MB of them",
      () => sheet(`[{"row":1,"hidden":false,"cells":${filled("{}", 15 * MEGABYTE)}}]`),
      "malformed-request",
    ],
    ["15 MB of brackets", () => `${"[".repeat(7 * MEGABYTE)}${"]".repeat(7 * MEGABYTE)}`, "malformed-request"],
  ];
  for (const [what, body, code] of hostile)
    it(`${what} are refused at the first fault`, async () => {
      assert.equal(await post(`${address}/versions`, body()), code);
      assert.equal((await fetch(`${service.url}/healthz`)).status, 200);
    });
  it("who is not signed in may send little", async () => {
    const long = JSON.stringify({ refreshToken: "x".repeat(20_000) });
    assert.equal(await post(`${service.url}/api/v1/sessions/refresh`, long, null), "too-large");
  });
  it("one sender's files under way have only so much room, and it is given back", async () => {
    const begin = (): ReturnType<typeof request> => {
      const sending = request(`${address}/files?fileName=a.xlsx`, {
        method: "POST",
        headers: {
          Authorization: `Bearer ${officer.token() ?? ""}`,
          "Content-Type": "application/octet-stream",
          "Content-Length": 19 * MEGABYTE,
        },
      });
      sending.on("error", () => undefined);
      sending.write("P");
      return sending;
    };
    const held = [begin(), begin()];
    // The third is answered before any of it is read; until the first two have been let in it is tried again.
    let status = 0;
    while (status !== 503) {
      const third = begin();
      status = await new Promise<number>((resolve) =>
        third.once("response", (response) => resolve(response.statusCode ?? 0)).setTimeout(500, () => resolve(0)),
      );
      third.destroy();
    }
    for (const one of held) one.destroy();
    let code = "busy";
    while (code === "busy") code = await post(`${address}/versions`, sheet("[]"));
    assert.equal(code, "no-appendix");
  });
});
