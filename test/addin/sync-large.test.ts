/** A workbook of 20,000 line items is submitted and compared, and the page stays its officer's meanwhile. */
import assert from "node:assert/strict";
import type { Browser } from "playwright-core";
import { describeProblem } from "../../shared/api/problems.ts";
import { largeSheet } from "../bench/sheets.ts";
import { addOpenRound } from "../server/rounds.ts";
import { PROVINCE } from "../server/review-scene.ts";
import {
  addPerson,
  makeDatabase,
  signInFirst,
  startProcess,
  type Person,
  type ServiceProcess,
  type TestDatabase,
} from "../server/service.ts";
import { startChromium } from "./chromium.ts";
import { measureTasks } from "./page-work.ts";
import { openSite, openWindow, type Site } from "./sync-site.ts";

const LINES = 20_000;
/** Excel and the officer feel nothing of it. */
const MOST_MS = 50;
/** A service on a busy machine answers that it is busy, and is asked again: how fast it is, is measured elsewhere. */
const WAIT_MS = 280_000;
const BUSY = describeProblem("busy", {}).vi;

describe("a large workbook", function () {
  this.timeout(300_000);
  let database: TestDatabase;
  let service: ServiceProcess;
  let officer: Person;
  let roundId: string;
  let browser: Browser;
  let site: Site;

  before(async function () {
    browser = await startChromium(this);
    database = await makeDatabase("sqlite", this);
    service = await startProcess(database.env);
    assert.ok(service.firstAccount);
    const administrator = await signInFirst(service.url, service.firstAccount);
    officer = await addPerson(administrator, { url: service.url, organisationId: PROVINCE, role: "submitter" });
    roundId = await addOpenRound(administrator, { expectedIds: [PROVINCE] });
    site = await openSite(service.url);
  });
  after(async () => {
    await browser?.close();
    await site?.end();
    await service?.stop();
    await database?.drop();
  });

  it(`${String(LINES)} line items are sent whole, compared, and hold up the page nowhere`, async () => {
    const window = await openWindow(site, await browser.newContext(), { round: roundId }, WAIT_MS);
    await window.until((state) => state.account.kind === "signed-out");
    await window.call("signIn", officer.email, officer.password);
    await window.until((state) => state.submission !== null);
    const sheets = [{ ...largeSheet(LINES), name: "PL1" }];
    await window.page.evaluate(`globalThis.sheets = ${JSON.stringify(sheets)}; undefined`);
    const parcel = `{ sheets, explanations: [], workbook: "lon.xlsx", lineItems: ${String(LINES)} }`;
    const { longestMs, tasks } = await measureTasks({ browser, page: window.page }, async () => {
      await window.page.evaluate(`desk.sync.submit(${parcel})`);
      await window.until((state) => state.outbox[0]?.status.kind === "received");
      await window.until((state) => state.submission?.latestVersion === 1);
      do await window.page.evaluate("desk.sync.compare(sheets)");
      while ((await window.state()).problem?.vi === BUSY);
    });
    const { changes, problem, submission } = await window.state();
    assert.equal(submission?.versions[0]?.lineItems, LINES);
    assert.deepEqual([changes?.unchanged, changes?.changed.length, problem], [LINES, 0, null]);
    assert.ok(tasks > 20, "the page's tasks were not seen");
    assert.ok(longestMs <= MOST_MS, `a task took ${String(longestMs)} ms`);
  });
});
