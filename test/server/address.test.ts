/** How the service calls itself, and for whom its files are. */
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { isIPv4 } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addressOf, isEveryHost, reachableHost } from "../../server/address.ts";
import { makeDatabase, startProcess } from "./service.ts";

describe("the service's address", () => {
  const ADDRESSES: readonly (readonly [string, string])[] = [
    ["127.0.0.1", "http://127.0.0.1:3000"],
    ["::1", "http://[::1]:3000"],
    ["phuluc.vi-du.vn", "http://phuluc.vi-du.vn:3000"],
  ];
  for (const [host, address] of ADDRESSES)
    it(`at ${host} is ${address}`, () => {
      assert.equal(addressOf(reachableHost(host), 3000), address);
      assert.equal(isEveryHost(host), false);
    });
  for (const host of ["0.0.0.0", "::"])
    it(`at ${host} is one that others reach`, () => {
      const reached = reachableHost(host);
      assert.ok(isEveryHost(host) && isIPv4(reached) && !isEveryHost(reached), reached);
    });

  const STARTS: readonly (readonly [string, Readonly<Record<string, string>>, boolean])[] = [
    ["on every address", { HOST: "0.0.0.0" }, true],
    ["on every address, its name told", { HOST: "0.0.0.0", PUBLIC_URL: "https://phuluc.vi-du.vn" }, false],
    ["on one address", {}, false],
  ];
  for (const [what, env, isWarned] of STARTS)
    it(`started ${what}, it ${isWarned ? "warns" : "does not warn"}`, async function () {
      const database = await makeDatabase("sqlite", this);
      const service = await startProcess({ ...database.env, ...env });
      try {
        assert.equal(/WARNING: PUBLIC_URL is not set/.test(service.said()), isWarned);
        const running = /is running: (\S+)/.exec(service.said())?.[1] ?? "";
        assert.doesNotMatch(running, /0\.0\.0\.0/);
        if (env["PUBLIC_URL"] === undefined) assert.equal((await fetch(`${running}/healthz`)).status, 200);
      } finally {
        await service.stop();
        await database.drop();
      }
    });
});

describe("the data folder", () => {
  it("is made for nobody else on the machine, and so is all in it", async () => {
    const folder = mkdtempSync(join(tmpdir(), "phuluc-"));
    const data = join(folder, "du-lieu", "phu-luc");
    const service = await startProcess({ DATA_DIR: data });
    try {
      const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);
      assert.equal(modeOf(data), "700");
      const files = readdirSync(data).sort();
      assert.deepEqual(files, ["phuluc.sqlite", "phuluc.sqlite-shm", "phuluc.sqlite-wal"]);
      assert.deepEqual(
        files.map((name) => modeOf(join(data, name))),
        ["600", "600", "600"],
      );
    } finally {
      await service.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
