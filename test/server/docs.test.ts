/** The page at /api/docs: every route in its place, every link leads somewhere, and its commands do what they say. */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import * as z from "zod";
import { API, API_PREFIX, type RouteId } from "../../shared/api.ts";
import { PROBLEM_CODES } from "../../shared/api/problems.ts";
import { printFields } from "../../server/docs/fields.ts";
import { GROUPS } from "../../server/docs/groups.ts";
import { printDocs } from "../../server/docs/page.ts";
import { inputSchema } from "../../server/docs/schemas.ts";
import { REVIEWER_FROM, STORY } from "../../server/docs/story.ts";
import { cellSchema, idSchema, timeSchema } from "../../shared/api/values.ts";
import { fixturePath, openDesk, type Desk } from "./desk.ts";
import type { Person } from "./service.ts";

const FIELDS: readonly (readonly [string, z.ZodType, string])[] = [
  ["a text", z.string().max(9), "<dl><dt><code>a</code> <span>string ≤ 9</span></dt></dl>"],
  ["a time", timeSchema, "<dl><dt><code>a</code> <span>time</span></dt></dl>"],
  ["what may be left out", z.int().optional(), "<dl><dt><code>a?</code> <span>integer</span></dt></dl>"],
  ["what may be null", idSchema.nullable(), "<dl><dt><code>a</code> <span>id | null</span></dt></dl>"],
  ["a list", z.array(idSchema), "<dl><dt><code>a</code> <span>id[]</span></dt></dl>"],
  ["a cell or none", cellSchema.or(z.literal("")), "<dl><dt><code>a</code> <span>cell | &#34;&#34;</span></dt></dl>"],
  [
    "a list of choices",
    z.array(z.enum(["x", "y"])),
    "<dl><dt><code>a</code> <span>(&#34;x&#34; | &#34;y&#34;)[]</span></dt></dl>",
  ],
  ["by any key", z.record(z.string(), z.boolean()), "<dl><dt><code>a</code> <span>{…: boolean}</span></dt></dl>"],
  [
    "a meaning",
    z.boolean().describe("đúng & đủ / right"),
    "<dl><dt><code>a</code> <span>boolean</span></dt><dd><p>đúng &#38; đủ / right</p></dd></dl>",
  ],
  [
    "an object within",
    z.array(z.object({ b: z.null() })).nullable(),
    "<dl><dt><code>a</code> <span>object[] | null</span></dt><dd><dl><dt><code>b</code> <span>null</span></dt></dl></dd></dl>",
  ],
];

describe("the documentation's fields", () => {
  for (const [what, schema, html] of FIELDS)
    it(`show ${what}`, () => {
      assert.equal(printFields(inputSchema(z.object({ a: schema }))), html);
    });
});

describe("the documentation", () => {
  const page = printDocs("https://phu-luc.example");
  it("has each route in one group", () => {
    const grouped = GROUPS.flatMap(({ routes }) => routes);
    assert.deepEqual([...grouped].sort(), (Object.keys(API) as RouteId[]).sort());
  });
  it("leads nowhere in vain, and names nothing twice", () => {
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length);
    for (const [, to] of page.matchAll(/href="#([^"]+)"/g)) assert.ok(ids.includes(to), to);
    for (const code of PROBLEM_CODES) assert.ok(ids.includes(code), code);
  });
  it("is short, begins with how to begin, and needs no script", () => {
    assert.ok(Buffer.byteLength(page) < 150_000, `${String(Buffer.byteLength(page))} bytes`);
    assert.match(page, /<main><h2 id="bat-dau">Bắt đầu/);
    assert.doesNotMatch(page, /<script|style="|undefined|\[object/);
  });
  it("says of every field that is sent what it is", () => {
    for (const name of [
      "idempotencyKey",
      "replaces",
      "attachedFileId",
      "madeWith",
      "level",
      "era",
      "severityOverrides",
    ])
      assert.match(page, new RegExp(`<code>${name}\\??</code> <span>[^<]+</span></dt><dd><p>[^<]+ / [^<]+</p>`), name);
  });
});

/** "me.organisation.id" of an answer. */
const placeIn = (answer: unknown, place: string): string =>
  String(place.split(".").reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], answer));

describe("the documentation's commands", () => {
  let desk: Desk;
  let folder = "";
  before(async function () {
    if (process.platform === "win32") this.skip();
    desk = await openDesk("sqlite", this);
    folder = mkdtempSync(join(tmpdir(), "phuluc-"));
    copyFileSync(fixturePath("vinh-long-2020-targets.xlsx"), join(folder, "phu-luc.xlsx"));
  });
  after(async () => {
    rmSync(folder, { recursive: true, force: true });
    await desk.end();
  });
  it("submit, compare, accept, merge and download", async function () {
    await desk.newPlace({ fromYear: 2020, toYear: 2020 });
    let known: Record<string, string> = { BASE: `${desk.url}${API_PREFIX}` };
    const run = async (command: string): Promise<string> => {
      const env = { PATH: process.env["PATH"] ?? "", ...known };
      return (await promisify(execFile)("bash", ["-c", command], { cwd: folder, env })).stdout;
    };
    await run("curl --version").catch(() => this.skip());
    const play = async (who: Person, steps: typeof STORY): Promise<void> => {
      known = { ...known, EMAIL: who.email, PASSWORD: who.password };
      for (const { command, keeps } of steps) {
        const said = await run(command);
        if (said === "") continue;
        const answer = JSON.parse(said) as Record<string, unknown>;
        assert.equal(answer["code"], undefined, said);
        for (const [name, place] of Object.entries(keeps)) known[name] = placeIn(answer, place);
      }
    };
    await play(desk.officer, STORY.slice(0, REVIEWER_FROM));
    const own = known["ORG"] ?? "";
    await play(desk.reviewer, STORY.slice(0, 1));
    known["ORG"] = own;
    await play(desk.reviewer, STORY.slice(REVIEWER_FROM));
    assert.equal(readFileSync(join(folder, "tong-hop.xlsx")).subarray(0, 2).toString(), "PK");
  });
});
