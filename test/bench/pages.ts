/**
 * How soon each page is shown in a real Chromium, from asking for its address to its data being there: on the demonstration's data,
 * then with 63 provinces of 300 line items and with 3,321 communes. Beside it a bare page of the same service in the same run.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Browser } from "playwright-core";
import { openStore } from "../../server/store/database.ts";
import { CHROMIUM_ARGUMENTS, findChromium } from "../addin/chromium.ts";
import { MINISTRY } from "../server/rounds.ts";
import { addPerson, signInFirst, startProcess } from "../server/service.ts";
import { findDemoPlaces, PEOPLE, STATES, type Who } from "../web/page-states.ts";
import { visit, type Visitor } from "../web/visitor.ts";
import { addCommunes, fillRound, SIXTY_THREE } from "./filled-round.ts";

const TURNS = 3;
const COMMUNES = 3_321;
const BARE = "/api/docs";

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function timeOf(show: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < TURNS; turn++) {
    const began = performance.now();
    await show();
    times.push(performance.now() - began);
  }
  return median(times);
}

interface Measured {
  readonly name: string;
  readonly milliseconds: number;
  readonly bare: number;
}

const line = ({ name, milliseconds, bare }: Measured): string =>
  `| ${name} | ${milliseconds.toFixed(0)} ms | ${(milliseconds / bare).toFixed(1)} |`;

const bareTime = ({ page }: Visitor, url: string): Promise<number> =>
  timeOf(async () => {
    await page.goto(url + BARE);
    await page.waitForSelector("h1");
  });

/** Each page as somebody comes to it by a link they were sent. */
async function measureDemo(browser: Browser): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "phuluc-bench-"));
  const service = await startProcess({ DEMO_DIR: folder }, ["demo"]);
  const { url } = service;
  const places = await findDemoPlaces(url);
  for (const who of Object.keys(PEOPLE) as Who[]) {
    const visitor = await visit(browser, { url, account: PEOPLE[who] });
    const bare = await bareTime(visitor, url);
    for (const state of STATES.filter((one) => one.who === who && !one.then)) {
      const milliseconds = await timeOf(async () => {
        await visitor.goTo(state.path(places));
        await visitor.page.getByText(state.sees).filter({ visible: true }).first().waitFor();
      });
      console.log(line({ name: `demo: ${state.name}`, milliseconds, bare }));
    }
    await visitor.leave();
  }
  await service.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** What a long round holds: its table, its money, a submission of it. */
async function measureLong(browser: Browser): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "phuluc-bench-"));
  const service = await startProcess({ DATA_DIR: folder });
  const { url, firstAccount } = service;
  if (!firstAccount) throw new Error("the service has no first account");
  const administrator = await signInFirst(url, firstAccount);
  const reviewer = await addPerson(administrator, { url, organisationId: MINISTRY, role: "reviewer" });
  const store = await openStore({ kind: "sqlite", path: join(folder, "phuluc.sqlite") });
  const rounds = [
    { organisationIds: SIXTY_THREE, lineItems: 300 },
    { organisationIds: await addCommunes(store, COMMUNES), lineItems: 10 },
  ];
  const visitor = await visit(browser, { url, account: reviewer });
  const bare = await bareTime(visitor, url);
  for (const { organisationIds, lineItems } of rounds) {
    const size = `${String(organisationIds.length)} × ${String(lineItems)}`;
    const roundId = await fillRound({ administrator, store, organisationIds, lineItems });
    const address = `/dot/${roundId}`;
    const tell = (name: string, milliseconds: number): void => {
      console.log(line({ name: `${size}: ${name}`, milliseconds, bare }));
    };
    const untilMoney = async (): Promise<void> => {
      await visitor.goTo(address);
      await visitor.page.waitForSelector("canvas", { timeout: 120_000 });
    };
    const began = performance.now();
    await untilMoney();
    tell("round with its money, the first time", performance.now() - began);
    tell("round", await timeOf(() => visitor.goTo(address)));
    tell("round with its money", await timeOf(untilMoney));
    tell("a submission", await timeOf(() => visitor.goTo(`${address}/${organisationIds[0] ?? ""}`)));
  }
  await visitor.leave();
  await store.close();
  await service.stop();
  rmSync(folder, { recursive: true, force: true });
}

const browser = await chromium.launch({ executablePath: findChromium(), args: [...CHROMIUM_ARGUMENTS] });
console.log(`| page | shown after | times a bare page (${BARE}) |\n| --- | --- | --- |`);
try {
  await measureDemo(browser);
  await measureLong(browser);
} finally {
  await browser.close();
}
