/** The list of rounds and a round's page, as the people who watch a round and those who submit to it use them. */
import assert from "node:assert/strict";
import type { Browser } from "playwright-core";
import type { ProgressLine } from "../../shared/api/rounds.ts";
import { arrange, AS_GIVEN, type Arrangement } from "../../server/web/round/arrange.ts";
import { Pace } from "../../server/web/round/pace.ts";
import { startChromium } from "../addin/chromium.ts";
import { eventually } from "../eventually.ts";
import { addAccount, fromNow, HOUR_MS } from "../server/accounts.ts";
import { bringTo, openReviewScene, PROVINCE, submitNext, type ReviewScene } from "../server/review-scene.ts";
import type { Person } from "../server/service.ts";
import { putVersion } from "../server/versions.ts";
import { assertNotTooWide, visit, type Visitor } from "./visitor.ts";

const NGHE_AN = "tinh-nghe-an";
const DA_NANG = "tinh-da-nang";
const COMMUNES = 3321;
const NOTHING_JUDGED = JSON.stringify({ plan: null, appendices: [], findings: [], explanations: [] });

const line = (more: Partial<ProgressLine>): ProgressLine => ({
  organisationId: more.name ?? "",
  name: "",
  state: "submitted",
  isLate: false,
  isLocked: false,
  unlockRequested: false,
  version: 1,
  submittedAt: "2026-11-20T03:00:00.000Z",
  submittedBy: "Cán bộ",
  lineItems: 10,
  errors: 0,
  warnings: 0,
  totalDong: 1_000_000,
  missingForms: [],
  sheetsOfOtherYears: [],
  reopenedUntil: null,
  ...more,
});

describe("the organisations of a round in order", () => {
  const NOTHING = { version: null, submittedAt: null, submittedBy: null, lineItems: 0, totalDong: null } as const;
  const LINES: readonly ProgressLine[] = [
    line({ name: "An Giang", totalDong: 500, warnings: 3 }),
    line({ name: "Đà Nẵng", totalDong: 20_000, state: "accepted", isLocked: true, unlockRequested: true }),
    line({ name: "Nghệ An", ...NOTHING, state: "missing", isLate: true }),
    line({ name: "Vĩnh Long", totalDong: 3_000, state: "returned", isLate: true, warnings: 1 }),
  ];
  const CASES: readonly (readonly [string, Partial<Arrangement>, string])[] = [
    ["by name, as given", {}, "An Giang, Đà Nẵng, Nghệ An, Vĩnh Long"],
    ["by name, from the end", { isDown: true }, "Vĩnh Long, Nghệ An, Đà Nẵng, An Giang"],
    ["the most money first, none last", { by: "totalDong", isDown: true }, "Đà Nẵng, Vĩnh Long, An Giang, Nghệ An"],
    ["the least money first, none still last", { by: "totalDong" }, "An Giang, Vĩnh Long, Đà Nẵng, Nghệ An"],
    ["how far they are", { by: "state" }, "Đà Nẵng, An Giang, Vĩnh Long, Nghệ An"],
    ["most warnings, then by name", { by: "warnings", isDown: true }, "An Giang, Vĩnh Long, Đà Nẵng, Nghệ An"],
    ["only what was returned", { filter: "returned" }, "Vĩnh Long"],
    ["what came late", { filter: "late" }, "Vĩnh Long"],
    ["what never came, and should have", { filter: "overdue" }, "Nghệ An"],
    ["who asks for unlocking", { filter: "unlock" }, "Đà Nẵng"],
    ["found without marks", { search: "da nang" }, "Đà Nẵng"],
    ["found by its words in any order", { search: "LONG vinh" }, "Vĩnh Long"],
    ["found within the filter only", { search: "an", filter: "missing" }, "Nghệ An"],
    ["found nowhere", { search: "Hà Nội" }, ""],
  ];
  for (const [name, asked, expected] of CASES)
    it(name, () => {
      assert.equal(arrange(LINES, { ...AS_GIVEN, ...asked }).join(", "), expected);
    });
});

describe("what is asked for often", () => {
  it("is done at once, then at most once in a while, one at a time, and not after the end", async () => {
    const GAP_MS = 30;
    const begun: number[] = [];
    let finish = (): void => undefined;
    const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
    const pace = new Pace(GAP_MS, () => {
      begun.push(performance.now());
      return new Promise((resolve) => {
        finish = resolve;
      });
    });
    const hasBegun = async (times: number): Promise<void> => {
      while (begun.length < times) await pause(1);
    };
    pace.ask();
    await hasBegun(1);
    for (let times = 0; times < 5; times++) pace.ask();
    await pause(2 * GAP_MS);
    assert.equal(begun.length, 1, "a second one while the first goes on");
    finish();
    await hasBegun(2);
    pace.ask();
    finish();
    await hasBegun(3);
    const [, second = 0, third = 0] = begun;
    // Timers may go off a little early.
    assert.ok(third - second > GAP_MS - 3, `again after ${String(third - second)} ms`);
    finish();
    pace.ask();
    pace.stop();
    pace.ask();
    await pause(2 * GAP_MS);
    assert.equal(begun.length, 3);
  });
});

describe("the pages of rounds", () => {
  let browser: Browser;
  let scene: ReviewScene;
  /** Signed in once; each case goes to a round of its own. */
  let watcher: Visitor;
  let officer: Visitor;
  before(async function () {
    [browser, scene] = await Promise.all([startChromium(this), openReviewScene("sqlite", this)]);
    [watcher, officer] = await Promise.all([enter(scene.reviewer, "/dot"), enter(scene.officer, "/dot")]);
  });
  afterEach(() => {
    assert.deepEqual([...watcher.complaints(), ...officer.complaints()], []);
  });
  after(async () => {
    await browser?.close();
    await scene?.end();
  });

  const enter = (account: Person, path: string): Promise<Visitor> => visit(browser, { url: scene.url, account, path });
  const names = ({ page }: Visitor): Promise<string[]> => page.locator("tbody .at-name a").allInnerTexts();
  const row = ({ page }: Visitor, organisationId: string) => page.locator(`[data-organisation="${organisationId}"]`);
  const live = ({ page }: Visitor): Promise<void> => page.getByText("Trực tiếp", { exact: true }).waitFor();

  it("a round fills up while the reviewer watches, without reloading", async () => {
    const place = await scene.newRound({ expectedIds: [PROVINCE, NGHE_AN], name: "Đợt xem trực tiếp" });
    await watcher.goTo(`/dot/${place.roundId}`);
    const { page } = watcher;
    assert.equal(await page.title(), "Đợt xem trực tiếp · Phụ Lục");
    await page.getByText("0/2 đơn vị đã nộp").waitFor();
    await live(watcher);
    await page.evaluate(() => {
      (globalThis as unknown as { isSamePage: boolean }).isSamePage = true;
    });
    // For a few seconds only: it is awaited before it can be gone.
    const isFresh = page.locator(`[data-organisation="${PROVINCE}"][class="is-fresh"]`).waitFor();
    await submitNext(scene.officer, place);
    await isFresh;
    await page.getByText("1/2 đơn vị đã nộp").waitFor();
    await row(watcher, PROVINCE).getByText("Đã nộp").waitFor();
    assert.match(await page.locator(".round-news").innerText(), /^Vĩnh Long vừa nộp bản 1, \d\d:\d\d$/);
    await page.getByRole("button", { name: "Đã nộp 1" }).waitFor();
    const params = place;
    await scene.reviewer.get("returnSubmission", { params, body: { version: 1, why: "Thiếu số.", comments: [] } });
    await page.getByText("Bản 1 của Vĩnh Long vừa bị trả lại").waitFor();
    await row(watcher, PROVINCE).getByText("Bị trả lại").waitFor();
    assert.equal(await page.evaluate(() => (globalThis as unknown as { isSamePage?: boolean }).isSamePage), true);
  });

  it("what happened while it could not be heard of is shown once it can: figures and reminders too", async () => {
    const place = await scene.newRound({ expectedIds: [PROVINCE, NGHE_AN] });
    const { page } = watcher;
    let open = (): void => undefined;
    const isOpen = new Promise<void>((resolve) => {
      open = resolve;
    });
    await page.route("**/events", async (route) => {
      await isOpen;
      await route.continue();
    });
    await watcher.goTo(`/dot/${place.roundId}`);
    await page.getByRole("button", { name: "Nhắc nộp" }).click();
    await page.getByRole("heading", { name: "Còn phải nộp: 2 đơn vị" }).waitFor();
    await page.locator(".money").getByText("Chưa có bản nộp nào").waitFor();
    await submitNext(scene.officer, place);
    open();
    await live(watcher);
    await page.getByRole("heading", { name: "Còn phải nộp: 1 đơn vị" }).waitFor();
    await page.locator(".merge-going-in").getByText("Sẽ cộng 1 bản nộp").waitFor();
    await page.locator(".money").getByText("Chưa có bản nộp nào").waitFor({ state: "detached" });
    await page.unroute("**/events");
  });

  it("nothing moves under the pointer; when it is gone, the rows are put in order", async () => {
    const place = await scene.newRound({ expectedIds: [PROVINCE, NGHE_AN, DA_NANG] });
    await watcher.goTo(`/dot/${place.roundId}`);
    const { page } = watcher;
    await page.getByRole("button", { name: "Tổng kinh phí" }).click();
    await page.locator('th[aria-sort="descending"]').waitFor();
    await page.hover(`[data-organisation="${DA_NANG}"]`);
    const before = await names(watcher);
    assert.deepEqual(before, ["Đà Nẵng", "Nghệ An", "Vĩnh Long"]);
    await live(watcher);
    await submitNext(scene.officer, place);
    await row(watcher, PROVINCE).getByText("Đã nộp").waitFor();
    assert.deepEqual(await names(watcher), before);
    await page.mouse.move(5, 5);
    await page.locator(`tbody tr:first-child[data-organisation="${PROVINCE}"]`).waitFor();
  });

  it("the list is sorted by its headings, filtered by its buttons and searched without marks", async () => {
    const { roundId } = await scene.newRound({ expectedIds: [PROVINCE, NGHE_AN, DA_NANG] });
    const put = (organisationId: string, total_dong: number, warnings: number): Promise<void> =>
      putVersion(scene.store, { roundId, organisationId, version: { total_dong, warnings, judged: NOTHING_JUDGED } });
    await put(PROVINCE, 2_000_000_000, 9);
    await put(DA_NANG, 8_000_000_000, 1);
    await watcher.goTo(`/dot/${roundId}`);
    const { page } = watcher;
    await row(watcher, DA_NANG).getByText("8.000", { exact: true }).waitFor();
    const shares = await page.locator(".round-share > span").evaluateAll((bars) => bars.map((bar) => bar.style.width));
    assert.deepEqual(shares, ["100%", "25%"]);
    const sortBy = async (heading: string, order: "ascending" | "descending"): Promise<string[]> => {
      await page.locator("thead").getByRole("button", { name: heading }).click();
      await page.locator(`th[aria-sort="${order}"]`, { hasText: heading }).waitFor();
      return names(watcher);
    };
    assert.deepEqual(await sortBy("Cảnh báo", "descending"), ["Vĩnh Long", "Đà Nẵng", "Nghệ An"]);
    assert.deepEqual(await sortBy("Cảnh báo", "ascending"), ["Đà Nẵng", "Vĩnh Long", "Nghệ An"]);
    assert.deepEqual(await sortBy("Đơn vị", "ascending"), ["Đà Nẵng", "Nghệ An", "Vĩnh Long"]);
    await page.getByRole("button", { name: "Chưa nộp 1" }).click();
    await page.getByText("Đang hiện 1/3 đơn vị").waitFor();
    assert.deepEqual(await names(watcher), ["Nghệ An"]);
    await page.getByRole("button", { name: "Tất cả 3" }).click();
    await page.getByText("3 đơn vị", { exact: true }).waitFor();
    await page.getByLabel("Tìm đơn vị").fill("vinh");
    await page.getByText("Đang hiện 1/3 đơn vị").waitFor();
    assert.deepEqual(await names(watcher), ["Vĩnh Long"]);
    await page.getByLabel("Tìm đơn vị").fill("không có");
    await page.getByText("Không có đơn vị nào khớp.").waitFor();
    await page.getByRole("button", { name: "Bỏ lọc" }).click();
    await page.getByText("3 đơn vị", { exact: true }).waitFor();
  });

  it("reminders: who is owing, with addresses, and a letter that stays as it was edited", async () => {
    const { email } = await addAccount(scene, { organisationId: NGHE_AN, role: "submitter" });
    const place = await scene.newRound({ expectedIds: [PROVINCE, NGHE_AN, DA_NANG], name: "Đợt nhắc nộp" });
    await submitNext(scene.officer, place);
    await watcher.goTo(`/dot/${place.roundId}`);
    const { page, context } = watcher;
    await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: scene.url });
    const readCopied = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
    const copied = async (button: string, done: string): Promise<string> => {
      await page.evaluate(() => navigator.clipboard.writeText(""));
      await page.getByRole("button", { name: button }).click();
      // That it is done may be said since the time before.
      await eventually(async () => assert.notEqual(await readCopied(), ""));
      await page.getByText(done).waitFor();
      return readCopied();
    };
    await page.getByRole("button", { name: "Nhắc nộp" }).click();
    await page.getByRole("heading", { name: "Còn phải nộp: 2 đơn vị" }).waitFor();
    await page.getByText("chưa có tài khoản người nộp").waitFor();
    assert.equal(await copied("Chép 1 địa chỉ thư", "Đã chép các địa chỉ thư."), email);
    const list = await copied("Chép danh sách", "Đã chép danh sách");
    assert.ok(
      list
        .replace(/\r/g, "")
        .startsWith("Đơn vị\tTình trạng\tNgười nộp\tThư điện tử\nĐà Nẵng\tchưa nộp\t\t\nNghệ An\tchưa nộp\t"),
    );
    const letter = await copied("Chép thư", "Đã chép thư.");
    for (const part of [
      "Đợt “Đợt nhắc nộp” (giai đoạn 2016–2020) do Bộ Khoa học và Công nghệ tổng hợp",
      "hạn nộp là 23:59 ngày 31/12/2099",
      "còn 2 đơn vị chưa hoàn thành việc nộp:\n\n1. Đà Nẵng (chưa nộp)\n2. Nghệ An (chưa nộp)\n",
      `${scene.url}/dot/${place.roundId}`,
    ])
      assert.ok(letter.includes(part), `${part}\nis not in\n${letter}`);
    await page.fill("#reminder-letter", "Thư của tôi");
    await live(watcher);
    await scene.administrator.get("changeRound", {
      params: { roundId: place.roundId },
      body: { name: "Đợt nhắc nộp, đã sửa" },
    });
    await page.getByRole("heading", { name: "Đợt nhắc nộp, đã sửa" }).waitFor();
    assert.equal(await copied("Chép thư", "Đã chép thư."), "Thư của tôi");
    await page.reload();
    await page.getByRole("button", { name: "Nhắc nộp" }).click();
    assert.equal(await copied("Chép thư", "Đã chép thư."), "Thư của tôi");
    await page.getByRole("button", { name: "Soạn lại thư" }).click();
    await page.getByRole("button", { name: "Soạn lại thư" }).waitFor({ state: "detached" });
    await eventually(async () => assert.match(await page.inputValue("#reminder-letter"), /^Kính gửi/));
  });

  it("a submitter sees only their own line: why it came back, and what to do", async () => {
    const place = await bringTo(scene, "returned");
    await officer.goTo(`/dot/${place.roundId}`);
    const { page } = officer;
    await page.getByText("Đã xem.").waitFor();
    const card = page.locator(".round-own");
    await card.getByText("Bị trả lại").waitFor();
    await card.getByText("Xin sửa theo ý kiến rồi nộp bản mới.").waitFor();
    const upload = `/dot/${place.roundId}/${PROVINCE}/nop`;
    assert.equal(await card.getByRole("link", { name: "Nộp bản mới" }).getAttribute("href"), upload);
    assert.equal(await page.locator(".round-list, .money, #tong-hop, [aria-controls=round-reminders]").count(), 0);
    await live(officer);
    await submitNext(scene.officer, place, { replaces: 1 });
    await card.getByText("Đã nộp", { exact: true }).waitFor();
    await card.getByText("Đã xem.").waitFor({ state: "detached" });
  });

  it("closing is asked about first; then the round is reopened for one organisation, until a time, with a reason", async () => {
    const place = await scene.newRound({ expectedIds: [PROVINCE, NGHE_AN] });
    await watcher.goTo(`/dot/${place.roundId}`);
    const { page } = watcher;
    await page.getByRole("button", { name: "Đóng đợt" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("Còn 2 đơn vị chưa nộp").waitFor();
    const closings: string[] = [];
    page.on("request", (request) => {
      if (request.url().endsWith("/close")) closings.push(request.method());
    });
    await dialog.getByRole("button", { name: "Đóng đợt" }).dblclick();
    await page.getByText("Đã đóng đợt.").waitFor();
    assert.equal(closings.length, 1);
    await row(watcher, PROVINCE).locator(".at-notes button").click();
    await dialog.getByText("Chỉ đơn vị này nộp được").waitFor();
    await dialog.getByRole("button", { name: "Mở lại" }).click();
    await dialog.getByText("Xin ghi lý do.").waitFor();
    await dialog.getByLabel("Cho nộp đến").fill("2020-01-01T17:00");
    await dialog.getByText("Xin chọn một thời điểm sau lúc này.").waitFor();
    await dialog.getByLabel("Cho nộp đến").fill("2099-06-30T17:00");
    await dialog.getByText("Đến 17:00 ngày 30/06/2099").waitFor();
    await dialog.getByLabel("Lý do").fill("Mất điện.");
    await dialog.getByRole("button", { name: "Mở lại" }).click();
    await page.getByText("Đã mở lại đợt cho Vĩnh Long.").waitFor();
    await row(watcher, PROVINCE).locator(".at-notes").getByText("mở lại đến 17:00 ngày 30/06/2099").waitFor();
    const { lines } = await scene.officer.get("readProgress", { params: place });
    assert.equal(lines[0]?.reopenedUntil, "2099-06-30T10:00:00.000Z");
  });

  it("after the deadline it may still be submitted, and that is what is said; opening tells who has no account", async () => {
    const place = await scene.newRound({ expectedIds: [PROVINCE, DA_NANG], name: "Đợt đã quá hạn" });
    await scene.store.write((tx) =>
      tx
        .updateTable("round")
        .set({ deadline: fromNow(-HOUR_MS) })
        .where("id", "=", place.roundId)
        .execute(),
    );
    await officer.goTo(`/dot/${place.roundId}`);
    await officer.page.getByText("Đã quá hạn. Vẫn nộp được; bản nộp được ghi là nộp muộn.").waitFor();
    await watcher.goTo(`/dot/${place.roundId}`);
    const { page } = watcher;
    await page.locator(".round-sentence").getByText("; 2 quá hạn").waitFor();
    await submitNext(scene.officer, place);
    await page.locator(".round-sentence").getByText("(1 chờ rà soát); 1 quá hạn; 1 nộp muộn").waitFor();
    await row(watcher, PROVINCE).getByText("nộp muộn").waitFor();
    await row(watcher, DA_NANG).getByText("quá hạn").waitFor();
    await page.getByRole("button", { name: "Quá hạn 1" }).waitFor();
    await scene.reviewer.get("closeRound", { params: { roundId: place.roundId } });
    await page.getByRole("button", { name: "Mở lại đợt", exact: true }).click();
    await page.getByRole("dialog").getByText("1 đơn vị chưa có tài khoản người nộp").waitFor();
    await page.keyboard.press("Escape");
  });

  it("a question that is being sent stays until there is an answer, and tells what went wrong", async () => {
    const { roundId } = await scene.newRound();
    await watcher.goTo(`/dot/${roundId}`);
    const { page } = watcher;
    let answer = (): void => undefined;
    const isAnswered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route("**/close", async (route) => {
      await isAnswered;
      await route.abort();
    });
    await page.getByRole("button", { name: "Đóng đợt" }).click();
    const dialog = page.getByRole("dialog");
    const sent = page.waitForRequest("**/close");
    await dialog.getByRole("button", { name: "Đóng đợt" }).click();
    await sent;
    await page.keyboard.press("Escape");
    await dialog.getByRole("button", { name: "Không" }).click();
    answer();
    await dialog.getByRole("alert").waitFor();
    await dialog.getByRole("button", { name: "Không" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.unroute("**/close");
    assert.ok(watcher.complaints().every((text) => text.includes("ERR_FAILED")));
  });

  it("in a closed round nothing is said of submitting, neither here nor in Excel", async () => {
    const { roundId } = await scene.newRound();
    const { page } = officer;
    await officer.goTo(`/dot/${roundId}`);
    const card = page.locator(".round-own");
    await card.getByText("ngăn Phụ Lục cũng nộp được").waitFor();
    await live(officer);
    await scene.reviewer.get("closeRound", { params: { roundId } });
    await card.getByText("Đợt đã đóng, không nhận bản nộp nữa.").waitFor();
    assert.equal(await card.getByText("ngăn Phụ Lục cũng nộp được").count(), 0);
    assert.equal(await card.getByRole("link", { name: "Nộp" }).count(), 0);
  });

  it("findings and blank forms are saved as files; the whole round by its owner's people only", async () => {
    const place = await bringTo(scene, "submitted");
    await watcher.goTo(`/dot/${place.roundId}`);
    const { page } = watcher;
    await page.getByRole("button", { name: "Tải về" }).click();
    const saved = async (button: string): Promise<string> => {
      const download = page.waitForEvent("download");
      await page.locator("#round-downloads").getByRole("button", { name: button }).click();
      return (await download).suggestedFilename();
    };
    assert.match(await saved("Mọi phát hiện"), /\.xlsx$/);
    assert.match(await saved("Toàn bộ đợt"), /\.zip$/);
    assert.match(await saved("Chỉ tiêu"), /\.xlsx$/);
    await officer.goTo(`/dot/${place.roundId}`);
    await officer.page.getByRole("button", { name: "Tải về" }).click();
    await officer.page.getByRole("button", { name: "Chỉ tiêu" }).waitFor();
    assert.equal(await officer.page.getByRole("button", { name: "Toàn bộ đợt" }).count(), 0);
  });

  it("of 3,321 communes only those in sight are in the page; scrolling and searching show the others", async () => {
    const ids = Array.from({ length: COMMUNES }, (_, index) => `xa-${String(index).padStart(4, "0")}`);
    const base = { parent_id: PROVINCE, kind: "commune", successor_id: null, is_closed: 0 } as const;
    const created_at = new Date().toISOString();
    await scene.store.write(async (tx) => {
      for (let from = 0; from < ids.length; from += 1000) {
        const rows = ids
          .slice(from, from + 1000)
          .map((id) => ({ ...base, id, name: `Xã số ${id.slice(3)}`, created_at }));
        await tx.insertInto("organisation").values(rows).execute();
      }
    });
    const { roundId } = await scene.newRound({ expectedIds: ids });
    await watcher.goTo(`/dot/${roundId}`);
    const { page } = watcher;
    await row(watcher, "xa-0000").waitFor();
    const rows = page.locator("tbody tr[data-organisation]");
    assert.ok((await rows.count()) < 200);
    assert.equal(await page.locator(".round-list table").getAttribute("aria-rowcount"), String(COMMUNES + 1));
    await page.locator(".round-list").evaluate((list) => {
      list.scrollTop = list.scrollHeight;
    });
    await row(watcher, "xa-3320").waitFor();
    assert.ok((await rows.count()) < 200);
    await page.getByLabel("Tìm đơn vị").fill("so 1234");
    await page.getByText("Đang hiện 1/3321 đơn vị").waitFor();
    await row(watcher, "xa-1234").waitFor();
  });

  it("on a phone nothing is wider than the window, and what has no column stands under the name", async () => {
    const { roundId } = await bringTo(scene, "accepted");
    await watcher.page.setViewportSize({ width: 360, height: 740 });
    await watcher.goTo(`/dot/${roundId}`);
    await row(watcher, PROVINCE).locator(".round-under").getByText("bản 1").waitFor();
    await assertNotTooWide(watcher);
    await eventually(async () => {
      const { clientWidth, scrollWidth } = await watcher.page
        .locator(".round-list")
        .evaluate((list) => ({ clientWidth: list.clientWidth, scrollWidth: list.scrollWidth }));
      assert.ok(scrollWidth <= clientWidth, "the list scrolls sideways");
    });
    await watcher.goTo("/dot");
    await assertNotTooWide(watcher);
    await watcher.page.setViewportSize({ width: 1366, height: 768 });
  });

  it("the list of rounds tells the reviewer how far each is, and the officer what to do in it", async () => {
    const place = await scene.newRound({ name: "Đợt trong danh sách", deadline: fromNow(2 * HOUR_MS) });
    const card = ({ page }: Visitor) => page.locator("article", { hasText: "Đợt trong danh sách" });
    await officer.goTo("/dot");
    await card(officer).getByText("Chưa nộp").waitFor();
    await card(officer).getByRole("link", { name: "Nộp", exact: true }).waitFor();
    await submitNext(scene.officer, place);
    await watcher.goTo("/dot");
    await card(watcher).getByText("1/1 đơn vị đã nộp").waitFor();
    await card(watcher).getByRole("link", { name: "Đợt trong danh sách" }).click();
    await watcher.page.getByRole("heading", { name: "Đợt trong danh sách" }).waitFor();
    await officer.goTo("/dot");
    await card(officer).getByRole("link", { name: "Xem bản nộp" }).waitFor();
  });

  it("whoever takes part in no round is told so, and another's round is not found", async () => {
    const stranger = await scene.person("tinh-ca-mau", "submitter");
    const visitor = await enter(stranger, "/dot");
    await visitor.page.getByText("Chưa có đợt nào").waitFor();
    const { roundId } = await scene.newRound();
    await visitor.goTo(`/dot/${roundId}`);
    await visitor.page.getByText("Không tìm thấy đợt này").waitFor();
    await visitor.page.getByRole("link", { name: "Về danh sách các đợt" }).waitFor();
    await visitor.leave();
  });
});
