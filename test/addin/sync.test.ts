/** The pane and the service together, in a real browser: signing in, submitting, being offline, settling conflicts. */
import assert from "node:assert/strict";
import type { Browser, BrowserContext } from "playwright-core";
import type { OutboxEntry, Parcel } from "../../addin/sync/state.ts";
import type { RoundTerms } from "../../shared/api/rounds.ts";
import { applyEdits } from "../../shared/fix.ts";
import type { Grid } from "../../shared/grid.ts";
import { CORE_VERSION } from "../../shared/version.ts";
import type { Value } from "../builders.ts";
import { PROVINCE, sheetWith, type Place } from "../server/review-scene.ts";
import { addOpenRound, MINISTRY } from "../server/rounds.ts";
import {
  addPerson,
  makeDatabase,
  signIn as signInAt,
  signInFirst,
  startProcess,
  type Person,
  type ServiceProcess,
  type TestDatabase,
} from "../server/service.ts";
import { startChromium } from "./chromium.ts";
import { openSite, openWindow, windowOf, type Site, type Window } from "./sync-site.ts";

const parcel = (changes: Readonly<Record<string, Value>> = {}, more: Partial<Parcel> = {}): Parcel => ({
  sheets: [sheetWith(changes)],
  explanations: [],
  workbook: "so-lieu.xlsx",
  lineItems: 5,
  ...more,
});

describe("the pane syncs with a real service", () => {
  let database: TestDatabase;
  let service: ServiceProcess;
  let administrator: Person;
  let officer: Person;
  let colleague: Person;
  let reviewer: Person;
  let browser: Browser;
  let site: Site;
  const contexts: BrowserContext[] = [];

  before(async function () {
    browser = await startChromium(this);
    database = await makeDatabase("sqlite", this);
    service = await startProcess(database.env);
    assert.ok(service.firstAccount);
    administrator = await signInFirst(service.url, service.firstAccount);
    const add = (organisationId: string, role: "submitter" | "reviewer"): Promise<Person> =>
      addPerson(administrator, { url: service.url, organisationId, role });
    officer = await add(PROVINCE, "submitter");
    colleague = await add(PROVINCE, "submitter");
    reviewer = await add(MINISTRY, "reviewer");
    site = await openSite(service.url);
  });
  after(async () => {
    await browser?.close();
    await site?.end();
    await service?.stop();
    await database?.drop();
  });
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
    if (site) {
      site.serviceUrl = service.url;
      site.losesAnswer = () => false;
    }
  });

  /** The same data, in another process. */
  const restart = async (env: Readonly<Record<string, string>> = {}): Promise<void> => {
    if (service.child.exitCode === null && service.child.signalCode === null) await service.stop();
    service = await startProcess({ ...database.env, ...env });
    site.serviceUrl = service.url;
  };
  /** By those who do not use the pane: their requests go to wherever the service now is. */
  const again = (person: Person): Promise<Person> => signInAt(service.url, person);
  const newPlace = async (terms: Partial<RoundTerms> = {}): Promise<Place> => ({
    roundId: await addOpenRound(await again(administrator), { expectedIds: [PROVINCE], ...terms }),
    organisationId: PROVINCE,
  });
  const newContext = async (): Promise<BrowserContext> => {
    const context = await browser.newContext();
    contexts.push(context);
    return context;
  };
  const open = async (
    place: Place | null,
    { context, workbook = "" }: { context?: BrowserContext; workbook?: string } = {},
  ): Promise<Window> =>
    openWindow(site, context ?? (await newContext()), { ...(place ? { round: place.roundId } : {}), workbook });
  const signIn = async (window: Window, person: Person): Promise<void> => {
    await window.until((state) => state.account.kind === "signed-out");
    await window.call("signIn", person.email, person.password);
    await window.until((state) => state.account.kind === "signed-in");
  };
  /** Signed in, with the round chosen and its standing known. */
  const openFor = async (person: Person, place: Place, more: Parameters<typeof open>[1] = {}): Promise<Window> => {
    const window = await open(place, more);
    await signIn(window, person);
    await window.until((state) => state.submission !== null);
    return window;
  };
  const untilEntry = (window: Window, key: string, kind: OutboxEntry["status"]["kind"]): Promise<void> =>
    window.until(
      (state, given) =>
        state.outbox.some((entry) => entry.idempotencyKey === given.key && entry.status.kind === given.kind),
      { key, kind },
    );
  const statusOf = async <Kind extends OutboxEntry["status"]["kind"]>(
    window: Window,
    key: string,
    kind: Kind,
  ): Promise<Extract<OutboxEntry["status"], { kind: Kind }>> => {
    await untilEntry(window, key, kind);
    const { outbox } = await window.state();
    const status = outbox.find((entry) => entry.idempotencyKey === key)?.status;
    assert.equal(status?.kind, kind);
    return status as Extract<OutboxEntry["status"], { kind: Kind }>;
  };
  const versionsOf = async (params: Place): Promise<readonly { readonly number: number; readonly receipt: string }[]> =>
    (await (await again(officer)).get("readSubmission", { params })).versions;
  const sent = (): readonly string[] => site.passed.filter((request) => /^POST .*\/versions$/.test(request));

  describe("signing in", () => {
    it("a wrong password is told in the service's words", async () => {
      const window = await open(null);
      await window.until((state) => state.account.kind === "signed-out");
      await window.call("signIn", officer.email, "không phải mật khẩu");
      const { account, problem, busy } = await window.state();
      assert.deepEqual([account.kind, busy], ["signed-out", null]);
      assert.match(problem?.vi ?? "", /mật khẩu không đúng/);
      await window.call("dismissProblem");
      assert.equal((await window.state()).problem, null);
    });

    it("a first password is changed before anything else", async () => {
      const { firstPassword, person } = await (
        await again(administrator)
      ).get("addPerson", {
        params: { organisationId: PROVINCE },
        body: { name: "Trần Mới", email: "tran.moi@vi-du.vn", role: "submitter" },
      });
      const window = await open(null);
      await window.until((state) => state.account.kind === "signed-out");
      await window.call("signIn", person.email, firstPassword);
      await window.until((state) => state.account.kind === "must-change-password");
      await window.call("changePassword", firstPassword, "ngắn");
      assert.match((await window.state()).problem?.vi ?? "", /chưa đủ mạnh/);
      await window.call("changePassword", firstPassword, "sông Cổ Chiên mùa nước nổi");
      await window.until((state) => state.account.kind === "signed-in");
      await window.page.reload();
      const reloaded = await windowOf(window.page);
      await reloaded.until((state) => state.account.kind === "signed-in" && !state.account.me.mustChangePassword);
    });

    it("lasts through a reload, with a new refresh token each time and no access token on the disk", async () => {
      const window = await open(null);
      await signIn(window, officer);
      const keptOf = (): Promise<string> => window.page.evaluate("JSON.stringify(localStorage)");
      const first = await keptOf();
      await window.page.reload();
      const reloaded = await windowOf(window.page);
      await reloaded.until((state) => state.account.kind === "signed-in");
      const second = await keptOf();
      const tokensIn = (kept: string): readonly string[] => kept.match(/[\w-]+\.[\w-]{30,}/g) ?? [];
      assert.deepEqual([tokensIn(first).length, tokensIn(second).length], [1, 1]);
      assert.notDeepEqual(tokensIn(first), tokensIn(second));
      assert.ok(!/accessToken/.test(first + second));
    });

    it("two windows share one session: each renewal is made once, and neither is put out", async () => {
      const lifetimeMs = 2_400;
      await restart({ ACCESS_MINUTES: String(lifetimeMs / 60_000) });
      const context = await newContext();
      const windows = [await open(null, { context }), await open(null, { context })] as const;
      const [first, second] = windows;
      await signIn(first, officer);
      await second.until((state) => state.account.kind === "signed-in");
      site.passed.length = 0;
      const startedAt = Date.now();
      const renewals = (): number => site.passed.filter((request) => request.endsWith("/sessions/refresh")).length;
      while (renewals() < 6) await Promise.all(windows.map((window) => window.call("refresh")));
      for (const window of windows) assert.equal((await window.state()).account.kind, "signed-in");
      const lifetimes = (Date.now() - startedAt) / lifetimeMs;
      assert.ok(renewals() <= lifetimes + 2, `${String(renewals())} renewals in ${String(lifetimes)} lifetimes`);
      await restart();
    });

    it("signing out in one window signs out in the other; everywhere ends other machines too", async () => {
      const context = await newContext();
      const [here, beside, elsewhere] = [
        await open(null, { context }),
        await open(null, { context }),
        await open(null),
      ];
      await signIn(here, officer);
      await beside.until((state) => state.account.kind === "signed-in");
      await signIn(elsewhere, officer);
      await here.call("signOut", false);
      await beside.until((state) => state.account.kind === "signed-out");
      await elsewhere.call("refresh");
      assert.equal((await elsewhere.state()).account.kind, "signed-in");
      await signIn(here, officer);
      await here.call("signOut", true);
      await elsewhere.call("refresh");
      const { account, problem } = await elsewhere.state();
      assert.equal(account.kind, "signed-out");
      assert.match(problem?.vi ?? "", /đăng nhập lại/);
    });

    it("a session that has ended elsewhere is told, and nothing of the person stays", async () => {
      const place = await newPlace();
      const window = await openFor(officer, place);
      await (await again(officer)).client.call("signOutEverywhere", {});
      await window.call("refresh");
      const { account, problem, rounds, submission } = await window.state();
      assert.deepEqual([account.kind, rounds, submission], ["signed-out", [], null]);
      assert.match(problem?.vi ?? "", /Xin đăng nhập lại/);
    });
  });

  describe("submitting", () => {
    it("gives a receipt, which is put into the workbook's properties", async () => {
      const place = await newPlace();
      const window = await openFor(officer, place);
      const key = await window.call("submit", parcel());
      const { receipt } = await statusOf(window, key, "received");
      assert.deepEqual([receipt.version, receipt.organisationId], [1, PROVINCE]);
      await window.page.waitForFunction("desk.written === 1");
      assert.deepEqual(await window.read("properties"), {
        PhulucRound: place.roundId,
        PhulucVersion: CORE_VERSION,
        PhulucSubmission: `${PROVINCE}/1`,
        PhulucReceipt: receipt.number,
      });
      await window.until((state) => state.submission?.latestVersion === 1 && state.submission.state === "submitted");
      assert.deepEqual(
        (await versionsOf(place)).map((version) => version.receipt),
        [receipt.number],
      );
    });

    it("what must be mended is told with its findings, and nothing is sent again", async () => {
      const place = await newPlace();
      const window = await openFor(officer, place);
      const key = await window.call("submit", parcel({ F7: 9999 }));
      const { problem, findings } = await statusOf(window, key, "refused");
      assert.match(problem.vi, /Xin sửa/);
      assert.ok(findings.some(({ message }) => message.vi !== ""));
      const before = sent().length;
      await window.call("sendNow");
      assert.equal(sent().length, before);
      const next = await window.call("submit", parcel());
      await untilEntry(window, next, "received");
      assert.deepEqual(
        (await window.state()).outbox.map(({ idempotencyKey }) => idempotencyKey),
        [next],
      );
      await window.call("discard", next);
      await window.until((state) => state.outbox.length === 0);
    });

    it("with the service away it waits, survives a reload, and arrives once when the service is back", async () => {
      const place = await newPlace();
      const window = await openFor(officer, place);
      assert.equal(await service.stop("SIGKILL"), null);
      site.serviceUrl = null;
      const key = await window.call("submit", parcel());
      await window.until((state) => !state.isReachable && state.outbox.some(({ status }) => status.kind === "waiting"));
      await window.page.reload();
      const reloaded = await windowOf(window.page);
      await untilEntry(reloaded, key, "waiting");
      await reloaded.until((state) => state.account.kind === "signed-in" && !state.isReachable);
      await restart();
      const { receipt } = await statusOf(reloaded, key, "received");
      assert.deepEqual(
        (await versionsOf(place)).map((version) => version.receipt),
        [receipt.number],
      );
      await reloaded.page.waitForFunction("desk.properties.PhulucReceipt !== undefined");
      assert.equal((await reloaded.state()).isReachable, true);
    });

    it("killed after it took the submission and before its answer came: the same receipt, one version", async () => {
      const place = await newPlace();
      const window = await openFor(officer, place);
      site.losesAnswer = (request) => request.endsWith("/versions");
      const key = await window.call("submit", parcel());
      await window.until((state) => state.outbox.some(({ status }) => status.kind === "waiting" && status.tries > 0));
      const [kept] = await versionsOf(place);
      await service.stop("SIGKILL");
      site.losesAnswer = () => false;
      await restart();
      await window.call("sendNow");
      const { receipt } = await statusOf(window, key, "received");
      assert.deepEqual([(await versionsOf(place)).length, receipt.number], [1, kept?.receipt]);
    });

    it("started without network, the outbox is there, and more can be put into it: each in its turn", async () => {
      const place = await newPlace();
      const window = await openFor(officer, place);
      await service.stop("SIGKILL");
      site.serviceUrl = null;
      const first = await window.call("submit", parcel({ M7: "lần một" }));
      await window.page.reload();
      const reloaded = await windowOf(window.page);
      await reloaded.until((state) => state.account.kind === "signed-in" && state.roundId !== null);
      const second = await reloaded.call("submit", parcel({ M7: "lần hai" }));
      await reloaded.until((state) => state.outbox.length === 2);
      await restart();
      const receipts = [await statusOf(reloaded, first, "received"), await statusOf(reloaded, second, "received")];
      assert.deepEqual(
        receipts.map(({ receipt }) => receipt.version),
        [1, 2],
      );
    });

    it("two windows with one outbox send once, and only the workbook that was submitted gets the receipt", async () => {
      const place = await newPlace();
      const context = await newContext();
      const first = await openFor(officer, place, { context, workbook: "mot.xlsx" });
      const second = await open(place, { context, workbook: "hai.xlsx" });
      await second.until((state) => state.submission !== null);
      site.serviceUrl = null;
      const key = await first.call("submit", parcel({}, { workbook: "mot.xlsx" }));
      await untilEntry(second, key, "waiting");
      site.passed.length = 0;
      site.serviceUrl = service.url;
      await Promise.all([first, second].map((window) => window.call("sendNow")));
      await Promise.all([first, second].map((window) => untilEntry(window, key, "received")));
      assert.equal(sent().length, 1);
      assert.equal((await versionsOf(place)).length, 1);
      await first.page.waitForFunction("desk.written === 1");
      assert.equal(await second.read("written"), 0);
    });

    it("a receipt that comes after the window was closed goes into the workbook of that name", async () => {
      const place = await newPlace();
      const context = await newContext();
      const first = await openFor(officer, place, { context, workbook: "mot.xlsx" });
      site.serviceUrl = null;
      const key = await first.call("submit", parcel({}, { workbook: "mot.xlsx" }));
      await first.page.close();
      const other = await open(place, { context, workbook: "khac.xlsx" });
      await untilEntry(other, key, "waiting");
      site.serviceUrl = service.url;
      await other.call("sendNow");
      await untilEntry(other, key, "received");
      const same = await open(place, { context, workbook: "mot.xlsx" });
      await same.page.waitForFunction("desk.written === 1");
      assert.equal(await other.read("written"), 0);
    });

    it("a receipt that Excel refuses to take is offered to it again", async () => {
      const place = await newPlace();
      const window = await openFor(officer, place);
      await window.page.evaluate("desk.refuses = true");
      const key = await window.call("submit", parcel());
      const { receipt } = await statusOf(window, key, "received");
      await window.page.waitForFunction("desk.refused > 0");
      await window.page.evaluate("desk.refuses = false");
      await window.call("refresh");
      await window.page.waitForFunction("desk.written === 1");
      assert.equal((await window.read("properties")).PhulucReceipt, receipt.number);
      await window.call("refresh");
      assert.equal(await window.read("written"), 1);
    });

    it("another person on the machine sees that it waits, and does not send it", async () => {
      const place = await newPlace();
      const window = await openFor(officer, place);
      site.serviceUrl = null;
      const key = await window.call("submit", parcel());
      await untilEntry(window, key, "waiting");
      await window.call("signOut", false);
      site.serviceUrl = service.url;
      await signIn(window, colleague);
      site.passed.length = 0;
      await window.until((state) => state.submission !== null);
      await window.call("sendNow");
      assert.deepEqual(sent(), []);
      await untilEntry(window, key, "waiting");
      await window.call("signOut", false);
      await signIn(window, officer);
      await untilEntry(window, key, "received");
    });

    it("while signed out it waits, and is sent after signing in", async () => {
      const place = await newPlace();
      const window = await openFor(officer, place);
      await (await again(officer)).client.call("signOutEverywhere", {});
      const key = await window.call("submit", parcel());
      await window.until((state) => state.account.kind === "signed-out");
      await untilEntry(window, key, "waiting");
      await signIn(window, officer);
      await untilEntry(window, key, "received");
    });
  });

  describe("beside others", () => {
    const submitted = async (window: Window, changes: Readonly<Record<string, Value>>): Promise<void> => {
      await untilEntry(window, await window.call("submit", parcel(changes)), "received");
    };

    it("what would be new since the last version is told line by line", async () => {
      const place = await newPlace();
      const window = await openFor(officer, place);
      await window.call("compare", parcel().sheets);
      assert.equal((await window.state()).changes, null);
      await submitted(window, {});
      await window.until((state) => state.submission?.latestVersion === 1);
      await window.call("compare", parcel({ C8: "Sở Khoa học và Công nghệ" }).sheets);
      const { changes } = await window.state();
      assert.deepEqual(
        changes?.changed.map(({ line, fields }) => [line.key, fields.map(({ field, now }) => [field, now])]),
        [["PL1!B8", [["leadAgency", "Sở Khoa học và Công nghệ"]]]],
      );
      assert.deepEqual([changes.added, changes.removed, changes.unchanged], [[], [], 4]);
    });

    it("of two who submit, the second settles line by line, and then submits what both want", async () => {
      const place = await newPlace();
      const mine = await openFor(officer, place);
      const theirs = await openFor(colleague, place);
      await submitted(theirs, {});
      await mine.call("refresh");
      await submitted(theirs, { C8: "Sở Khoa học và Công nghệ", C10: "Sở Tài chính tỉnh", M7: "của họ" });
      await mine.until((state) => state.submission?.latestVersion === 1);
      const own = { C8: "Sở TT&TT", C10: "Sở Tài chính (mới)", M11: "của tôi" };
      const { conflict } = await statusOf(mine, await mine.call("submit", parcel(own)), "conflict");
      assert.match(conflict.told.vi, /đã nộp bản 2/);
      assert.equal(conflict.threeWays?.conflicts, 2);
      const lineId = (key: string): string =>
        conflict.threeWays?.lines.find(({ keys }) => keys.mine === key)?.lineId ?? "";
      const [entry] = (await mine.state()).outbox;
      const sheets: readonly Grid[] = [sheetWith(own)];
      const settled = await mine.call(
        "settle",
        entry?.idempotencyKey ?? "",
        [
          { lineId: lineId("PL1!B8"), choice: "theirs" },
          { lineId: lineId("PL1!B10"), choice: "mine" },
          { lineId: lineId("PL1!B7"), choice: "theirs" },
          { lineId: lineId("PL1!B11"), choice: "before" },
        ],
        sheets,
      );
      assert.deepEqual(settled, {
        edits: [
          { sheet: "PL1", cell: "C8", was: "Sở TT&TT", value: "Sở Khoa học và Công nghệ" },
          { sheet: "PL1", cell: "M7", was: null, value: "của họ" },
          { sheet: "PL1", cell: "M11", was: "của tôi", value: "" },
        ],
        byHand: [],
      });
      const next = { ...parcel(), sheets: sheets.map((sheet) => applyEdits(sheet, settled.edits)) };
      const { receipt } = await statusOf(mine, await mine.call("submit", next), "received");
      assert.equal(receipt.version, 3);
    });

    it("a comment is read, and told as dealt with; a locked submission is asked to be unlocked", async () => {
      const place = await newPlace();
      const window = await openFor(officer, place);
      await submitted(window, {});
      const by = await again(reviewer);
      const comments = [{ sheet: "PL1", cell: "F7", text: "Xin nêu căn cứ." }];
      await by.get("returnSubmission", { params: place, body: { version: 1, why: "Cần bổ sung.", comments } });
      await window.call("refresh");
      const [comment] = (await window.state()).comments;
      assert.deepEqual([comment?.cell, comment?.text, comment?.resolvedAt], ["F7", "Xin nêu căn cứ.", null]);
      await window.call("resolveComment", comment?.id ?? "");
      assert.notEqual((await window.state()).comments[0]?.resolvedAt, null);
      await submitted(window, { M7: "đã bổ sung" });
      await by.get("acceptSubmission", { params: place, body: { version: 2, why: "" } });
      await window.call("refresh");
      assert.equal((await window.state()).submission?.isLocked, true);
      await window.call("requestUnlock", "Sửa tên đơn vị chủ trì.");
      assert.equal((await window.state()).submission?.unlockRequest?.why, "Sửa tên đơn vị chủ trì.");
      assert.equal((await window.state()).mayMerge, false);
    });

    it("a closed round says until when it was reopened for the organisation, and then takes what it submits", async () => {
      const place = await newPlace();
      const by = await again(administrator);
      await by.get("closeRound", { params: { roundId: place.roundId } });
      const window = await openFor(officer, place);
      await window.until((state) => state.reopenedUntil === null);
      const until = new Date(Date.now() + 3_600_000).toISOString();
      await by.get("reopenForOrganisation", { params: place, body: { until, why: "Sửa sai sót." } });
      await window.call("refresh");
      assert.equal((await window.state()).reopenedUntil, until);
      await submitted(window, {});
      assert.equal((await versionsOf(place)).length, 1);
    });

    it("who may merge merges, and gets the workbook as bytes and by a ticket that works once", async () => {
      const place = await newPlace();
      await submitted(await openFor(officer, place), {});
      const window = await open(place);
      await signIn(window, reviewer);
      await window.until((state) => state.mayMerge);
      await window.call("merge");
      const { consolidations, problem } = await window.state();
      assert.deepEqual([consolidations.length, consolidations[0]?.lineItems, problem], [1, 5, null]);
      const id = consolidations[0]?.id ?? "";
      const isWorkbook = (expression: string): Promise<boolean> =>
        window.page.evaluate(`${expression}.then((bytes) => String.fromCharCode(bytes[0], bytes[1]) === "PK")`);
      assert.ok(await isWorkbook(`desk.sync.readConsolidation(${JSON.stringify(id)})`));
      assert.ok(await isWorkbook(`desk.sync.readTemplate("project-list-phase-year")`));
      const ticket = (await window.call("consolidationTicket", id)) ?? "";
      assert.equal((await fetch(ticket)).status, 200);
      assert.equal((await fetch(ticket)).status, 401);
    });

    it("the only open round is chosen by itself; of several the officer's choice is remembered", async () => {
      const by = await again(administrator);
      const { rounds } = await by.get("listRounds", {});
      for (const { id, state } of rounds) if (state === "open") await by.get("closeRound", { params: { roundId: id } });
      const only = await newPlace();
      const window = await open(null);
      await signIn(window, officer);
      await window.until((state, roundId) => state.roundId === roundId, only.roundId);
      const other = await newPlace();
      await window.page.reload();
      const reloaded = await windowOf(window.page);
      await reloaded.until((state) => state.rounds.length > 1 && state.busy === null);
      assert.equal((await reloaded.state()).roundId, null);
      await reloaded.call("chooseRound", other.roundId);
      await reloaded.page.reload();
      const third = await windowOf(reloaded.page);
      await third.until((state, roundId) => state.roundId === roundId && state.submission !== null, other.roundId);
    });
  });
});
