/** `npm run excel`: HTTPS with a certificate made for this machine, and steps that name what is there. */
import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { printSteps, type Place } from "../../server/excel/steps.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const MANIFEST = join(ROOT, "manifest.xml");
const START_MS = 100_000;

interface Started {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly ended: Promise<number | null>;
}

function start(home: string): Started {
  const child = spawn(process.execPath, ["--import", "tsx", join(ROOT, "server/excel/main.ts")], {
    cwd: ROOT,
    // No terminal: whoever asked for a password here would get none.
    env: { PATH: process.env["PATH"] ?? "", HOME: home, PORT: "0", DATA_DIR: join(home, "data"), WORKERS: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const hear = (chunk: Buffer): void => void (said += chunk.toString("utf8"));
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  return { child, said: () => said, ended: new Promise((resolve) => child.once("exit", resolve)) };
}

/** @returns the address it listens at */
function untilListening({ child, said, ended }: Started): Promise<string> {
  return new Promise((resolve, reject) => {
    const clock = setTimeout(() => reject(new Error(`it did not start: ${said()}`)), START_MS);
    void ended.then((code) => reject(new Error(`it ended with ${String(code)}: ${said()}`)));
    child.stdout?.on("data", () => {
      const url = /listening on: (\S+)\n[\s\S]*Ctrl\+C/.exec(said())?.[1];
      if (url === undefined) return;
      clearTimeout(clock);
      resolve(url);
    });
  });
}

interface Answer {
  readonly status: number;
  readonly policy: string;
}

/** @param ca the only authority that is believed; the machine's own where it is not given */
const getSecurely = (url: string, ca?: Buffer): Promise<Answer> =>
  new Promise((resolve, reject) => {
    request(url, ca ? { ca } : {}, (response) => {
      response.resume().on("end", () => {
        resolve({
          status: response.statusCode ?? 0,
          policy: String(response.headers["content-security-policy"]),
        });
      });
    })
      .on("error", reject)
      .end();
  });

(process.platform === "linux" ? describe : describe.skip)("npm run excel", () => {
  let home = "";
  before(() => {
    home = mkdtempSync(join(tmpdir(), "phuluc-excel-"));
  });
  after(() => rmSync(home, { recursive: true, force: true }));
  const certificate = (name: string): Buffer => readFileSync(join(home, ".office-addin-dev-certs", name));

  it("serves HTTPS with its own certificate, tells the steps, stops when asked, and keeps the certificate", async () => {
    const first = start(home);
    const url = await untilListening(first);
    const made = certificate("localhost.crt");
    try {
      const { port, protocol } = new URL(url);
      assert.equal(protocol, "https:");
      for (const host of ["127.0.0.1", "localhost"]) {
        const { status, policy } = await getSecurely(`https://${host}:${port}/`, certificate("ca.crt"));
        assert.equal(status, 200);
        assert.match(policy, /frame-ancestors 'self' .*officeapps\.live\.com/);
      }
      await assert.rejects(getSecurely(`${url}/`), /certificate|issuer/i);
      const said = first.said();
      for (const part of [
        "Windows",
        "Mac",
        "Upload My Add-in",
        MANIFEST,
        "ca.crt",
        "First sign-in",
        "npm run -s manifest",
      ])
        assert.ok(said.includes(part), part);
    } finally {
      first.child.kill("SIGTERM");
    }
    assert.equal(await first.ended, 0);

    const second = start(home);
    await untilListening(second);
    second.child.kill("SIGINT");
    assert.equal(await second.ended, 0);
    assert.deepEqual(certificate("localhost.crt"), made);

    // Half a certificate is none.
    writeFileSync(join(home, ".office-addin-dev-certs", "localhost.crt"), "hỏng");
    const third = start(home);
    const again = await untilListening(third);
    try {
      assert.equal((await getSecurely(`${again}/healthz`, certificate("ca.crt"))).status, 200);
    } finally {
      third.child.kill("SIGTERM");
    }
    assert.equal(await third.ended, 0);
  }).timeout(4 * START_MS);

  it("says in both languages when it can't write the certificate", async () => {
    const file = join(home, "không-phải-thư-mục");
    writeFileSync(file, "");
    const { ended, said } = start(file);
    assert.equal(await ended, 2);
    assert.match(said(), /Không tạo được chứng chỉ[\s\S]*could not be made/);
    assert.doesNotMatch(said(), /\n {4}at /);
  }).timeout(START_MS);
});

describe("the steps into a real Excel", () => {
  const PLACE: Place = {
    url: "https://localhost:3443",
    manifestPath: "/nha/phu-luc/manifest.xml",
    addInId: "64172fa3-5360-402f-b68c-b83fef3624ba",
    caPath: "/nha/ca.crt",
    isTrusted: true,
  };
  const FIRST: readonly (readonly [string, string])[] = [
    ["win32", "Windows"],
    ["darwin", "Mac"],
    ["linux", "Windows"],
  ];
  for (const [platform, name] of FIRST)
    it(`on ${platform} begin with ${name}, and tell all three ways`, () => {
      const steps = printSteps(PLACE, platform);
      assert.ok(steps.startsWith(`${name}\n`));
      for (const part of ["WEF\\Developer /v 64172fa3", "Data/Documents/wef", "Upload My Add-in", PLACE.manifestPath])
        assert.ok(steps.includes(part), part);
      assert.doesNotMatch(steps, /undefined|ca\.crt/);
      for (const line of steps.split("\n").filter((text) => /^ {2}\d\. /.test(text))) assert.match(line, /[ạ-ỹđ]/i);
    });
  for (const platform of ["win32", "darwin", "linux"])
    it(`on ${platform} begin with the certificate where it is not trusted`, () => {
      const steps = printSteps({ ...PLACE, isTrusted: false }, platform);
      assert.match(steps, /^Chứng chỉ CHƯA.*\n {2}\/nha\/ca\.crt\n/);
    });
});
