/** What the service shows people and Excel: which files, how they may be kept, who may frame them, and what a visitor may send. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request as ask } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { PROBLEMS, problemSchema } from "../../shared/api/problems.ts";
import { ConfigError, readConfig } from "../../server/config.ts";
import { makeLog } from "../../server/log.ts";
import { BUILT_PLACES } from "../../server/pages/built.ts";
import { contentPolicy } from "../../server/pages/content-policy.ts";
import { findOfficeLibrary } from "../../server/pages/office-library.ts";
import { startService, type Running } from "../../server/serve.ts";
import { readWorkbookFile } from "../../server/workbook/read.ts";
import { fixturePath } from "./desk.ts";

const ICON = readFileSync(new URL("../../addin/icons/check-32.png", import.meta.url));
const SCRIPT = `console.log(${JSON.stringify("ngăn ".repeat(1000))});`;

/** As the build leaves them, and what it never serves. */
const FILES: Readonly<Record<string, string | Buffer>> = {
  "addin/pane.html": '<!doctype html><script src="%OFFICE_JS%"></script><script type="module" src="pane.js"></script>',
  "addin/pane-demo.html": "<!doctype html><title>Ngăn</title>",
  "addin/demo.html": "<!doctype html><title>Thử</title>",
  "addin/sign-in.html": '<!doctype html><meta name="office-js" content="%OFFICE_JS%">',
  "addin/pane.js": SCRIPT,
  "addin/pane.css": "body { margin: 0 }",
  "addin/chunks/why-AB12CD34.js": SCRIPT,
  "addin/check-thread.js": SCRIPT,
  "addin/icons/check-32.png": ICON,
  "addin/icons/pane-32.png": ICON,
  "web/web.html": "<!doctype html><title>Phụ Lục</title>",
  "addin/secret.pem": "không phải của trang nào",
  "huong-dan.html": '<h1>Hướng dẫn</h1><img src="/huong-dan/ngan.png" alt="Ngăn">',
  "pictures/ngan.png": ICON,
  "phuluc.js": "không phải của trang nào",
};

function writeFiles(folder: string, files: Readonly<Record<string, string | Buffer>>): void {
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(join(path, ".."), { recursive: true });
    writeFileSync(path, content);
  }
}

const FOLDERS: string[] = [];
const makeFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "phuluc-pages-"));
  FOLDERS.push(folder);
  return folder;
};
after(() => {
  for (const folder of FOLDERS) rmSync(folder, { recursive: true, force: true });
});

/** The whole service, with pages from a folder of the test's. */
function start(env: Readonly<Record<string, string>>, built: string): Promise<Running> {
  const config = readConfig({ PORT: "0", RATE_PER_MINUTE: "1000000", DATA_DIR: makeFolder(), WORKERS: "1", ...env });
  return startService(config, makeLog("silent"), {
    places: { ...BUILT_PLACES, addin: join(built, "addin"), web: join(built, "web"), guide: built },
  });
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** Sends the path as it is: fetch would tidy "../" away. */
const get = (
  url: string,
  path: string,
  { method = "GET", headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    ask({ hostname, port, path, method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) });
      });
    })
      .on("error", reject)
      .end();
  });

const problemOf = (body: Buffer) => problemSchema.parse(JSON.parse(body.toString("utf8")));

describe("pages", () => {
  let running: Running;
  before(async () => {
    const built = makeFolder();
    writeFiles(built, FILES);
    running = await start({}, built);
  });
  after(() => running.stop());
  const at = (path: string, given: Parameters<typeof get>[2] = {}): Promise<Answer> => get(running.url, path, given);

  const ASKED_EACH_TIME = "no-cache";
  const A_YEAR = "public, max-age=31536000, immutable";
  const A_DAY = "public, max-age=86400";
  const SERVED: readonly (readonly [string, string, string])[] = [
    ["/", "text/html; charset=utf-8", ASKED_EACH_TIME],
    ["/demo", "text/html; charset=utf-8", ASKED_EACH_TIME],
    ["/dang-nhap", "text/html; charset=utf-8", ASKED_EACH_TIME],
    ["/huong-dan", "text/html; charset=utf-8", ASKED_EACH_TIME],
    ["/huong-dan/ngan.png", "image/png", "public, max-age=3600"],
    ["/addin/pane.html", "text/html; charset=utf-8", ASKED_EACH_TIME],
    ["/addin/pane.html?_host_Info=Excel$Win32$16.01", "text/html; charset=utf-8", ASKED_EACH_TIME],
    ["/addin/pane.js", "text/javascript; charset=utf-8", ASKED_EACH_TIME],
    ["/addin/check-thread.js", "text/javascript; charset=utf-8", ASKED_EACH_TIME],
    ["/addin/pane.css", "text/css; charset=utf-8", ASKED_EACH_TIME],
    ["/addin/chunks/why-AB12CD34.js", "text/javascript; charset=utf-8", A_YEAR],
    ["/addin/icons/check-32.png", "image/png", A_DAY],
    ["/favicon.ico", "image/png", A_DAY],
    ["/office-js/office.js", "text/javascript; charset=utf-8", A_DAY],
    ["/office-js/vi-vn/office_strings.js", "text/javascript; charset=utf-8", A_DAY],
  ];
  for (const [path, mediaType, cacheControl] of SERVED) {
    it(`${path} is ${mediaType.split(";")[0] ?? ""}, ${cacheControl}`, async () => {
      const { status, headers, body } = await at(path);
      assert.equal(status, 200);
      assert.equal(headers["content-type"], mediaType);
      assert.equal(headers["cache-control"], cacheControl);
      assert.equal(headers["x-content-type-options"], "nosniff");
      assert.equal(headers["x-frame-options"], undefined);
      assert.equal(headers["cross-origin-opener-policy"], undefined);
      assert.ok(body.length > 0);

      const head = await at(path, { method: "HEAD" });
      assert.deepEqual([head.status, head.body.length, head.headers["etag"]], [200, 0, headers["etag"]]);

      const etag = String(headers["etag"]);
      const again = await at(path, { headers: { "If-None-Match": etag, "Accept-Encoding": "gzip" } });
      assert.deepEqual([again.status, again.body.length], [304, 0]);
      assert.equal(again.headers["etag"], etag);
      assert.equal(again.headers["cache-control"], cacheControl);
      assert.equal(again.headers["vary"], mediaType.startsWith("image/") ? undefined : "Accept-Encoding");
      assert.equal((await at(path, { headers: { "If-None-Match": 'W/"khác"' } })).status, 200);
    });
  }

  it("texts are sent compressed to who takes that, and the same content either way", async () => {
    for (const [encoding, unpack] of [
      ["gzip", gunzipSync],
      ["br", brotliDecompressSync],
    ] as const) {
      const { headers, body } = await at("/addin/pane.js", { headers: { "Accept-Encoding": encoding } });
      assert.equal(headers["content-encoding"], encoding);
      assert.equal(headers["vary"], "Accept-Encoding");
      assert.ok(body.length < 500);
      assert.equal(unpack(body).toString("utf8"), SCRIPT);
    }
    const plain = await at("/addin/pane.js", { headers: { "Accept-Encoding": "identity" } });
    assert.equal(plain.headers["content-encoding"], undefined);
    assert.equal(plain.headers["vary"], "Accept-Encoding");
    assert.equal(plain.body.toString("utf8"), SCRIPT);
  });
  it("icons may be shown by Office's own pages, and nothing else may be taken from elsewhere", async () => {
    const policyOf = async (path: string) => (await at(path)).headers["cross-origin-resource-policy"];
    assert.equal(await policyOf("/addin/icons/check-32.png"), "cross-origin");
    assert.equal(await policyOf("/addin/pane.js"), "same-origin");
    assert.deepEqual((await at("/addin/icons/check-32.png")).body, ICON);
  });

  const REFUSED: readonly string[] = [
    "/addin/",
    "/addin/none.js",
    "/addin/secret.pem",
    "/addin/icons",
    "/addin/icons/",
    "/addin/Pane.js",
    "/addin/pane.js/",
    "/addin/../phuluc.js",
    "/addin/..%2fphuluc.js",
    "/addin/%2e%2e/phuluc.js",
    "/addin/icons/..%2f..%2fphuluc.js",
    "/addin/icons/../../phuluc.js",
    "/addin/..%5cphuluc.js",
    "/addin//etc/passwd",
    "/addin/%2fetc%2fpasswd",
    "/addin/pane.js%00",
    "/addin/__proto__",
    "/addin/constructor",
    "/office-js/../package.json",
    "/office-js/..%2fpackage.json",
    "/office-js/none.js",
    "/office-js/LICENSE",
    "/office-js/vi-vn",
    "/huong-dan/..%2fhuong-dan.html",
    "/huong-dan/none.png",
    "/huong-dan/",
    "/demo/workbooks/none.xlsx",
    "/demo/workbooks/golden.json",
    "/demo/workbooks/..%2fgolden.json",
    "/demo/workbooks/hostile",
  ];
  for (const path of REFUSED)
    it(`${path} is no file of ours`, async () => {
      const { status, headers, body } = await at(path);
      assert.equal(problemOf(body).code, "no-such-route");
      assert.equal(status, 404);
      assert.match(String(headers["content-type"]), /^application\/problem\+json/);
      assert.equal(headers["etag"], undefined);
    });

  it("every page of the office library is its package's, unchanged", async () => {
    const file = new URL("../../node_modules/@microsoft/office-js/dist/excel-win32-16.01.js", import.meta.url);
    assert.deepEqual((await at("/office-js/excel-win32-16.01.js")).body, readFileSync(file));
  });
  it("a page that loads office.js may load it from where the settings say, and no other page may", async () => {
    const policyOf = async (path: string) => String((await at(path)).headers["content-security-policy"]);
    const cdn = "https://appsforoffice.microsoft.com";
    for (const path of ["/addin/pane.html", "/dang-nhap"]) {
      assert.ok((await at(path)).body.includes(`${cdn}/lib/1/hosted/office.js`), path);
      assert.ok((await policyOf(path)).includes(`script-src 'self' ${cdn};`), path);
    }
    for (const path of ["/", "/demo", "/huong-dan", "/addin/pane-demo.html", "/api/docs"])
      assert.ok((await policyOf(path)).includes("script-src 'self';"), path);
  });
  it("the front door leads on, and each way leads somewhere", async () => {
    const page = (await at("/")).body.toString("utf8");
    const ways = [...page.matchAll(/<a href="([^"]+)"/g)].map(([, to = ""]) => to);
    assert.deepEqual(ways, ["/dot", "/demo", "/huong-dan", "/quy-tac", "/api/docs"]);
    for (const way of ways) assert.equal((await at(way)).status, 200, way);
  });
  it("the guide stands in a page of ours", async () => {
    const page = (await at("/huong-dan")).body.toString("utf8");
    assert.match(
      page,
      /^<!doctype html>[\s\S]*<link rel="stylesheet" href="\/api\/docs.css">[\s\S]*<h1>Hướng dẫn<\/h1>/,
    );
    for (const way of ["/", "/dot", "/quy-tac"]) assert.ok(page.includes(`<a href="${way}">`), way);
  });
});

describe("who may frame a page, and what it may load", () => {
  const CDN = "https://cdn.vi-du.vn/office.js";
  const EXCEL = "'self' https://excel.vi-du.vn";
  const CASES: readonly (readonly [string, Parameters<typeof contentPolicy>[0], readonly string[]])[] = [
    ["ours alone", { frameAncestors: "'self'" }, ["script-src 'self'", "frame-ancestors 'self'", "worker-src 'self'"]],
    ["Excel on the web", { frameAncestors: EXCEL }, [`frame-ancestors ${EXCEL}`]],
    [
      "shown in the demonstration too",
      { frameAncestors: "https://a.vn", isFramedByUs: true },
      ["frame-ancestors 'self' https://a.vn"],
    ],
    ["shown in the demonstration only", { frameAncestors: "'none'", isFramedByUs: true }, ["frame-ancestors 'self'"]],
    ["shown nowhere", { frameAncestors: "'none'" }, ["frame-ancestors 'none'"]],
    [
      "the library from elsewhere",
      { frameAncestors: "'self'", officeJsUrl: CDN },
      [
        "script-src 'self' https://cdn.vi-du.vn",
        "connect-src 'self' https://cdn.vi-du.vn",
        "img-src 'self' data: https://cdn.vi-du.vn",
        "style-src 'self'",
      ],
    ],
    ["the library from here", { frameAncestors: "'self'", officeJsUrl: "/office-js/office.js" }, ["script-src 'self'"]],
  ];
  for (const [what, given, says] of CASES)
    it(what, () => {
      const directives = contentPolicy(given).split("; ");
      for (const directive of says) assert.ok(directives.includes(directive), directives.join("\n"));
      assert.doesNotMatch(directives.join(), /unsafe|\*/);
    });
});

describe("office.js from the service itself", () => {
  it("is what the pages load when the settings say so", async () => {
    const built = makeFolder();
    writeFiles(built, FILES);
    const running = await start({ OFFICE_JS_URL: "/office-js/office.js" }, built);
    try {
      const { headers, body } = await get(running.url, "/addin/pane.html");
      assert.ok(body.includes('<script src="/office-js/office.js">'));
      assert.ok(String(headers["content-security-policy"]).includes("script-src 'self';"));
    } finally {
      await running.stop();
    }
  });
  for (const address of [
    "http://cdn.vn/office.js",
    "/office.js",
    "javascript:alert(1)",
    'https://a.vn/"><script>',
    "office.js",
  ])
    it(`is not loaded from ${address}`, () => {
      assert.throws(() => readConfig({ OFFICE_JS_URL: address }), ConfigError);
    });
  it("is not there where the package is not", () => {
    assert.equal(findOfficeLibrary(makeFolder()), null);
    assert.equal(findOfficeLibrary(null), null);
  });
});

describe("a service that was not built whole", () => {
  it("says so in words", async () => {
    const running = await start({}, makeFolder());
    try {
      for (const path of ["/demo", "/dang-nhap", "/huong-dan"]) {
        const { status, headers, body } = await get(running.url, path);
        assert.equal(status, 404, path);
        assert.equal(headers["cache-control"], "no-store");
        assert.match(body.toString("utf8"), /npm run build[\s\S]*lang="en"/);
      }
      assert.equal((await get(running.url, "/addin/pane.html")).status, 404);
      assert.equal((await get(running.url, "/")).status, 200);
    } finally {
      await running.stop();
    }
  });
});

describe("workbooks to try the product with", () => {
  let running: Running;
  before(async () => {
    running = await start({}, makeFolder());
  });
  after(() => running.stop());
  const send = (body: Uint8Array | string, type = "application/octet-stream"): Promise<Response> =>
    fetch(`${running.url}/demo/workbook`, { method: "POST", headers: { "Content-Type": type }, body });

  it("are listed by name and title", async () => {
    const list = (await (await fetch(`${running.url}/demo/workbooks`)).json()) as {
      name: string;
      title: string;
      titleEn: string;
    }[];
    const there = readdirSync(BUILT_PLACES.samples);
    assert.ok(list.length >= 3);
    for (const { name, title, titleEn } of list) {
      assert.ok(there.includes(name), name);
      assert.ok(title.length > 5 && titleEn.length > 5);
    }
    assert.ok(list.some(({ name }) => name === "vinh-long-2020.xlsx"));
  });
  it("are read as the command line reads them, each time", async () => {
    const list = (await (await fetch(`${running.url}/demo/workbooks`)).json()) as { name: string }[];
    for (const { name } of list) {
      const read = await readWorkbookFile(fixturePath(name));
      assert.ok(read.ok);
      const expected = { sheets: JSON.parse(JSON.stringify(read.grids)) as unknown };
      const first = await fetch(`${running.url}/demo/workbooks/${name}`);
      assert.match(first.headers.get("content-type") ?? "", /^application\/json/);
      assert.deepEqual(await first.json(), expected, name);
      assert.deepEqual(await (await fetch(`${running.url}/demo/workbooks/${name}`)).json(), expected, name);
      const etag = first.headers.get("etag") ?? "";
      assert.equal(
        (await get(running.url, `/demo/workbooks/${name}`, { headers: { "If-None-Match": etag } })).status,
        304,
      );
    }
  });
  it("may be a visitor's own, which is read the same way", async () => {
    const read = await readWorkbookFile(fixturePath("nghe-an-2017.xlsx"));
    assert.ok(read.ok);
    const answer = await send(readFileSync(fixturePath("nghe-an-2017.xlsx")));
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get("cache-control"), "no-store");
    assert.deepEqual(await answer.json(), { sheets: JSON.parse(JSON.stringify(read.grids)) as unknown });
  });

  const HOSTILE = new URL("../fixtures/hostile/", import.meta.url);
  for (const name of readdirSync(HOSTILE).filter((file) => /\.(xlsx|xls|xlsb|ods)$/.test(file)))
    it(`${name} is refused, or read, as on the command line`, async () => {
      const bytes = readFileSync(new URL(name, HOSTILE));
      const read = await readWorkbookFile(new URL(name, HOSTILE).pathname);
      const answer = await send(bytes);
      if (read.ok) {
        assert.deepEqual(await answer.json(), { sheets: JSON.parse(JSON.stringify(read.grids)) as unknown });
        return;
      }
      const problem = problemSchema.parse(await answer.json());
      assert.equal(problem.code, "workbook-refused");
      assert.equal(answer.status, PROBLEMS["workbook-refused"].status);
      assert.equal(problem.facts["vi"], read.vi);
    });
  const REFUSED: readonly (readonly [string, () => Promise<Response>, string])[] = [
    ["what is no workbook", () => send("xin chào"), "workbook-refused"],
    ["nothing", () => send(""), "malformed-request"],
    ["a form with a file in it", () => send("--x--", "multipart/form-data; boundary=x"), "unsupported-type"],
    ["more than 20 MB", () => send(new Uint8Array(20 * 1024 * 1024 + 1)), "too-large"],
  ];
  for (const [what, sending, code] of REFUSED)
    it(`${what} is refused with a sentence`, async () => {
      const problem = problemSchema.parse(await (await sending()).json());
      assert.equal(problem.code, code);
      assert.ok(problem.vi.length > 10 && problem.en.length > 10);
    });
  it("are read for one address only so often", async () => {
    const hurried = await start({ RATE_PER_MINUTE: "200" }, makeFolder());
    try {
      const statuses: number[] = [];
      for (let times = 0; times < 3; times++)
        statuses.push((await fetch(`${hurried.url}/demo/workbook`, { method: "POST", body: "x" })).status);
      assert.deepEqual(statuses.slice(2), [429]);
      assert.ok(statuses.slice(0, 2).every((status) => status !== 429));
      assert.equal((await fetch(`${hurried.url}/demo/workbooks`)).status, 200);
    } finally {
      await hurried.stop();
    }
  });
});
