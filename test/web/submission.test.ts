/** A submission's page: the sheet as it looks in Excel, what is said of its cells, and what people do to it, each in a browser of their own. */
import assert from "node:assert/strict";
import { setImmediate } from "node:timers/promises";
import type { Browser, Locator, Page } from "playwright-core";
import { Latest } from "../../server/web/parts/latest.ts";
import { API } from "../../shared/api.ts";
import type { RoundTerms } from "../../shared/api/rounds.ts";
import type { Grid } from "../../shared/grid.ts";
import { violationsIn } from "../addin/axe.ts";
import { startChromium } from "../addin/chromium.ts";
import { eventually } from "../eventually.ts";
import { afterDrawing } from "../after-drawing.ts";
import { largeSheet } from "../bench/sheets.ts";
import { gridOf, PHASE_YEAR, PHASE_YEAR_MERGED, withCells } from "../builders.ts";
import { bodyFromFile, fixtureBytes } from "../server/desk.ts";
import {
  bringTo,
  openReviewScene,
  PROVINCE,
  sheetWith,
  submitNext,
  type Place,
  type ReviewScene,
} from "../server/review-scene.ts";
import type { Person } from "../server/service.ts";
import { assertNotTooWide, visit, type VisitOptions, type Visitor } from "./visitor.ts";

/** What the published plan gets wrong is a warning: otherwise it could not be submitted. */
const VINH_LONG: Partial<RoundTerms> = {
  fromYear: 2011,
  toYear: 2030,
  severityOverrides: {
    "unsourced-amount": "warning",
    "section-sum-mismatch": "warning",
    "grand-total-mismatch": "warning",
    "source-sum-mismatch": "warning",
    "plan-total-mismatch": "warning",
  },
};

const SHEET = "Phụ lục";
const addressOf = ({ roundId, organisationId }: Place, asked = ""): string =>
  `/dot/${roundId}/${organisationId}${asked}`;

/** colspan, rowspan. */
const spansOf = (drawn: Locator): Promise<readonly (string | null)[]> =>
  Promise.all([drawn.getAttribute("colspan"), drawn.getAttribute("rowspan")]);

const onlyOne = (drawn: Locator): Promise<void> => eventually(async () => assert.equal(await drawn.count(), 1));

/** What the browser keeps for this site. */
const keptNames = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => Object.keys((globalThis as unknown as { readonly localStorage: object }).localStorage));

describe("a submission's page", () => {
  let browser: Browser;
  let scene: ReviewScene;
  const visitors = new Map<string, Visitor>();
  before(async function () {
    browser = await startChromium(this);
    scene = await openReviewScene("sqlite", this);
  });
  after(async () => {
    await browser?.close();
    await scene?.end();
  });
  afterEach(() => {
    // A refusal is an answer of the service, of which browsers complain all the same.
    for (const visitor of visitors.values())
      assert.deepEqual(
        visitor.complaints().filter((complaint) => !complaint.includes("status of 409")),
        [],
      );
  });

  /** Signed in once and kept. */
  async function as(person: Person, path: string, look: VisitOptions = {}): Promise<Visitor> {
    const key = `${person.email} ${JSON.stringify(look)}`;
    const known = visitors.get(key);
    if (known) {
      await known.goTo(path);
      return known;
    }
    const visitor = await visit(browser, { url: scene.url, account: person, path }, look);
    visitors.set(key, visitor);
    return visitor;
  }

  async function vinhLong(): Promise<Place> {
    const place = await scene.newRound(VINH_LONG);
    const { fileId } = await scene.officer.get("sendFile", {
      params: place,
      query: { fileName: "vinh-long-2020.xlsx" },
      body: new Uint8Array(await fixtureBytes("vinh-long-2020.xlsx")),
    });
    await scene.officer.get("submit", { params: place, body: bodyFromFile(fileId, { attachedFileId: fileId }) });
    return place;
  }

  async function submitted(sheets: readonly Grid[]): Promise<Place> {
    const place = await scene.newRound();
    await submitNext(scene.officer, place, { sheets });
    return place;
  }

  const cell = (page: Page, name: string): Locator => page.locator(`td[data-cell="${name}"]`);
  /** Beside the sheet stands what is said of that cell, and of no other any more. */
  const chosen = (page: Page, name: string): Promise<void> =>
    page.locator(".cell-card", { hasText: `Ô ${name}` }).waitFor();
  const choose = async (page: Page, name: string): Promise<void> => {
    await cell(page, name).click();
    await chosen(page, name);
    await afterDrawing(page);
  };
  const standing = (place: Place) => scene.reviewer.get("readSubmission", { params: place });
  const done = (page: Page, text: string): Promise<void> => page.locator(".status.done", { hasText: text }).waitFor();
  const asked = (page: Page): URLSearchParams => new URL(page.url()).searchParams;

  describe("of a published plan", () => {
    let place: Place;
    before(async () => {
      place = await vinhLong();
    });

    it("says whose it is, how it stands and what it adds up to", async () => {
      const { page } = await as(scene.reviewer, addressOf(place));
      assert.equal(await page.locator("h1").innerText(), "Vĩnh Long");
      const head = await page.locator(".submission-head").innerText();
      for (const told of ["Đã nộp", "74.820 triệu đồng", "26", "8 cảnh báo", "PL-20", "Tệp gốc có đánh dấu"])
        assert.ok(head.includes(told), `${told} in ${head}`);
      assert.equal(await page.title(), "Bản nộp của Vĩnh Long · Phụ Lục");
      await page.emulateMedia({ media: "print" });
      await page.locator(".crumbs", { hasText: "hạn nộp" }).waitFor();
      await page.emulateMedia({ media: null });
    });

    it("on paper it lies across, says when it was printed, and ends with what is said of it", async () => {
      const { page } = await as(scene.reviewer, addressOf(place));
      await cell(page, "F12").waitFor();
      const paper = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
      assert.match(paper, /MediaBox \[0 0 841/);
      assert.match((await page.locator(".submission-printed").textContent()) ?? "", /Bản 1 ·[^]*In lúc \d/);
      const said = (await page.locator(".sheet-printed").allTextContents()).join(" ");
      for (const told of ["Trang tính “Phụ lục”", "Phát hiện (9)", "lệch 3.000 triệu đồng"])
        assert.ok(said.includes(told), `${told} in ${said}`);
    });

    it("a file asked for twice is prepared once", async () => {
      const { page } = await as(scene.reviewer, addressOf(place));
      let tickets = 0;
      page.on("request", (request) => {
        if (request.url().endsWith(API.makeTicket.path)) tickets++;
      });
      const began = page.waitForEvent("download");
      await page.getByRole("button", { name: "Phụ lục (.xlsx), bản 1" }).dblclick();
      await began;
      assert.equal(tickets, 1);
    });

    it("looks as it does in Excel: merged headings, figures with their thousands, years without", async () => {
      const { page } = await as(scene.reviewer, addressOf(place));
      assert.deepEqual(await spansOf(cell(page, "F5")), ["3", null]);
      assert.deepEqual(await spansOf(cell(page, "A5")), [null, "2"]);
      assert.equal(await cell(page, "G5").count(), 0, "covered by F5:H5");
      assert.equal((await cell(page, "F12").innerText()).trim(), "46.500");
      assert.equal((await cell(page, "D13").innerText()).trim(), "2020");
      assert.deepEqual(await page.locator(".sheet thead th").allInnerTexts(), [..."ABCDEFGHIJKLM"]);
    });

    it("a finding leads to its cell, which tells it, and to its address", async () => {
      const { page } = await as(scene.reviewer, addressOf(place));
      await page.getByRole("button", { name: "Đến Phụ lục!F39" }).click();
      await chosen(page, "F39");
      assert.equal(asked(page).get("o"), `${SHEET}!F39`);
      await cell(page, "F39").waitFor();
      assert.equal(await cell(page, "F39").getAttribute("aria-selected"), "true");
      await eventually(async () => assert.ok(((await cell(page, "F39").boundingBox())?.y ?? 9999) < 768, "in sight"));
      assert.match(await page.locator(".cell-card").innerText(), /60\.320[^]*63\.320/);
      assert.match(await cell(page, "F39").innerText(), /cảnh báo/);
    });

    it("findings are found by their words, with or without marks", async () => {
      const { page } = await as(scene.reviewer, addressOf(place));
      await page.getByRole("searchbox").fill("so thu tu nhay");
      await onlyOne(page.locator(".said-line"));
      await page.getByRole("searchbox").fill("zzz");
      await page.getByText("Không có phát hiện nào như vậy.").waitFor();
      await page.getByRole("searchbox").fill("");
      await page.getByRole("button", { name: "1 gợi ý" }).click();
      await onlyOne(page.locator(".said-line"));
    });

    it("what is written at cells outlives a reload and goes along when it is returned", async () => {
      const { page, goTo } = await as(scene.reviewer, addressOf(place));
      await choose(page, "F17");
      await page.getByLabel("Ghi ý kiến tại ô này").fill("Xin ghi nguồn vốn của 1.000 triệu đồng.");
      await choose(page, "D29");
      assert.equal(
        await page.getByLabel("Ghi ý kiến tại ô này").inputValue(),
        "",
        "another cell has a text of its own",
      );
      await page.getByLabel("Ghi ý kiến tại ô này").fill("Ghi 2020 là đủ.");
      await page.locator("#act-return").click();
      await page.getByRole("dialog").getByRole("button", { name: "Trả lại" }).click();
      await page.getByText("Xin ghi lý do.").waitFor();
      await page.getByLabel("Lý do trả lại").fill("Tổng cộng chưa khớp.");
      await goTo(addressOf(place, `?o=${encodeURIComponent(`${SHEET}!F17`)}`));
      assert.equal(
        await page.getByLabel("Ghi ý kiến tại ô này").inputValue(),
        "Xin ghi nguồn vốn của 1.000 triệu đồng.",
      );
      await eventually(async () => assert.match(await cell(page, "D29").innerText(), /đang ghi/));
      await page.locator("#act-return").click();
      assert.equal(await page.getByLabel("Lý do trả lại").inputValue(), "Tổng cộng chưa khớp.");
      assert.equal(await page.locator(".sent-along li").count(), 2);
      await page.getByRole("dialog").getByRole("button", { name: "Trả lại" }).click();
      await done(page, "Đã trả lại bản 1");
      await page.getByText("Bị trả lại").waitFor();
      const { comments } = await scene.reviewer.get("listComments", { params: place });
      assert.deepEqual(comments.map((comment) => [comment.sheet, comment.cell]).sort(), [
        [SHEET, "D29"],
        [SHEET, "F17"],
      ]);
      assert.equal((await standing(place)).state, "returned");
      await eventually(async () =>
        assert.ok(
          !(await keptNames(page)).some((name) => name.startsWith(`phuluc.review.${place.roundId}.`)),
          "nothing is left behind",
        ),
      );
    });

    it("who submits reads why, and marks a comment as dealt with; the reviewer sees it without reloading", async () => {
      const watching = await as(scene.reviewer, addressOf(place));
      const { page } = await as(scene.officer, addressOf(place));
      await page.getByText("Tổng cộng chưa khớp.").waitFor();
      assert.equal(await page.locator("#act-return, #act-accept, #comment-here").count(), 0);
      assert.equal(
        await page.getByRole("link", { name: "Nộp bản mới" }).getAttribute("href"),
        `${addressOf(place)}/nop`,
      );
      await choose(page, "D29");
      await page.locator(".cell-card").getByRole("button", { name: "Đã xử lý" }).click();
      await page.locator(".cell-card").getByText("đã xử lý lúc").waitFor();
      await watching.page.getByText("vừa đánh dấu một ý kiến là đã xử lý").waitFor();
      await watching.page.getByRole("button", { name: "Ý kiến 1" }).waitFor();
    });
  });

  it("a new version is announced; what is looked at and what is typed stays until one goes there", async () => {
    const place = await submitted([sheetWith()]);
    const { page } = await as(scene.reviewer, addressOf(place, "?o=PL1!B7"));
    await page.getByLabel("Ghi ý kiến tại ô này").fill("Tên chưa rõ.");
    await submitNext(scene.officer, place, { replaces: 1 });
    const news = page.locator(".status", { hasText: "Có bản 2 vừa nộp" });
    await news.waitFor();
    await page.getByText("Bạn đang xem một bản cũ").waitFor();
    assert.equal(asked(page).get("ban"), "1", "the address says what is shown");
    assert.equal(await page.getByLabel("Ghi ý kiến tại ô này").inputValue(), "Tên chưa rõ.");
    assert.equal(await page.locator("#act-accept").count(), 0, "only the latest is decided on");
    await news.getByRole("link", { name: "Xem" }).click();
    await page.locator("#act-accept").waitFor();
    assert.equal(asked(page).get("ban"), null);
    await page.getByRole("button", { name: "Chuyển sang bản này" }).click();
    await page.getByRole("button", { name: /^Ý kiến/ }).click();
    await page.getByText("Tên chưa rõ.").waitFor();
  });

  it("a decision that comes too late is told in words, and its reasons are kept", async () => {
    const place = await submitted([sheetWith()]);
    const { page } = await as(scene.reviewer, addressOf(place));
    await page.locator("#act-return").click();
    await page.getByLabel("Lý do trả lại").fill("Xin xem lại mục II.");
    await scene.colleague.get("acceptSubmission", { params: place, body: { version: 1, why: "" } });
    await page.getByRole("dialog").getByRole("button", { name: "Trả lại" }).click();
    await page.getByRole("alert").filter({ hasText: "Không thể trả lại" }).waitFor();
    assert.equal(await page.getByLabel("Lý do trả lại").inputValue(), "Xin xem lại mục II.");
    await page.keyboard.press("Escape");
    await page.getByText("Được chấp nhận", { exact: true }).waitFor();
    await page.getByText("vừa chấp nhận").waitFor();
  });

  it("two windows of one person write beside each other, and neither sends what the other has sent", async () => {
    const place = await submitted([sheetWith()]);
    const path = addressOf(place, "?o=PL1!B7");
    const { page, context } = await as(scene.reviewer, path);
    const other = await context.newPage();
    await other.goto(scene.url + addressOf(place, "?o=PL1!F7"));
    await other.getByLabel("Ghi ý kiến tại ô này").fill("Viết ở cửa sổ kia.");
    await page.getByLabel("Ghi ý kiến tại ô này").fill("Viết ở cửa sổ này.");
    await page.getByRole("button", { name: /^Ý kiến/ }).click();
    await page.getByRole("heading", { name: "Đang ghi, chưa gửi (2)" }).waitFor();
    await page.locator('td[data-cell="F7"] .draft-sign').waitFor();
    const drawnAs = await cell(page, "F7").evaluate((drawn) => getComputedStyle(drawn).display);
    assert.equal(drawnAs, "table-cell", "its figure stays in its row");
    await other.getByRole("button", { name: "Gửi ngay" }).click();
    await done(other, "Đã gửi ý kiến");
    await page.getByRole("heading", { name: "Đang ghi, chưa gửi (1)" }).waitFor();
    await other.close();
    await page.locator("#act-return").click();
    await page.getByLabel("Lý do trả lại").fill("Xin sửa.");
    await page.getByRole("dialog").getByRole("button", { name: "Trả lại" }).dblclick();
    await done(page, "Đã trả lại bản 1");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    const { comments } = await scene.reviewer.get("listComments", { params: place });
    assert.deepEqual(comments.map(({ cell: at }) => at).sort(), ["B7", "F7"]);
  });

  it("a version that came meanwhile is gone to instead, with what was written", async () => {
    const place = await submitted([sheetWith()]);
    const { page, complaints } = await as(scene.reviewer, addressOf(place));
    await page.locator("#act-return").click();
    await page.getByLabel("Lý do trả lại").fill("Xin xem lại mục II.");
    await submitNext(scene.officer, place, { replaces: 1 });
    await page.getByRole("dialog").getByRole("button", { name: "Trả lại" }).click();
    await page.getByRole("alert").filter({ hasText: "chuyển sang bản 2 được" }).waitFor();
    assert.equal(await page.getByRole("dialog").getByRole("button", { name: "Trả lại" }).count(), 0);
    await page.getByRole("dialog").getByRole("button", { name: "Xem bản 2" }).click();
    await page.getByRole("button", { name: "Chuyển sang bản này" }).click();
    await page.locator("#act-return").click();
    assert.equal(await page.getByLabel("Lý do trả lại").inputValue(), "Xin xem lại mục II.");
    complaints();
  });

  it("what could not be asked for anew is said to be old, and is asked for until it is there", async () => {
    const place = await submitted([sheetWith()]);
    const { page, complaints } = await as(scene.reviewer, addressOf(place));
    const address = `**/rounds/${place.roundId}/submissions/${place.organisationId}`;
    await page.route(address, (route) => route.fulfill({ status: 503, body: "" }));
    await scene.colleague.get("acceptSubmission", { params: place, body: { version: 1, why: "" } });
    await page.getByText("Trang có thể chưa cập nhật").waitFor();
    await page.unroute(address);
    await page.locator(".submission-head").getByText("Được chấp nhận", { exact: true }).waitFor();
    await page.getByText("Trang có thể chưa cập nhật").waitFor({ state: "detached" });
    complaints();
  });

  it("a sheet that the version has not is said to be missing, and no cell of another is chosen", async () => {
    const place = await submitted([sheetWith()]);
    const { page } = await as(scene.reviewer, addressOf(place, `?o=${encodeURIComponent("Không có!F17")}`));
    await page.getByText("Bản này không có trang tính “Không có”.").waitFor();
    assert.equal(await page.locator('.sheet [aria-selected="true"], .cell-card').count(), 0);
    await choose(page, "B7");
    await page.getByText("Bản này không có trang tính").waitFor({ state: "detached" });
  });

  it("of an organisation that the round doesn't ask nothing is awaited", async () => {
    const { roundId } = await scene.newRound();
    const { page } = await as(scene.reviewer, addressOf({ roundId, organisationId: "tinh-hue" }));
    await page.getByText("Đợt này không yêu cầu đơn vị này nộp.").waitFor();
  });

  it("a comment may be sent at once", async () => {
    const place = await submitted([sheetWith()]);
    const { page } = await as(scene.reviewer, addressOf(place, "?o=PL1!F7"));
    await page.getByLabel("Ghi ý kiến tại ô này").fill("Vì sao tăng?");
    await page.getByRole("button", { name: "Gửi ngay" }).click();
    await done(page, "Đã gửi ý kiến");
    await page.locator(".cell-card .comment", { hasText: "Vì sao tăng?" }).waitFor();
    await eventually(async () => assert.equal(await page.getByLabel("Ghi ý kiến tại ô này").inputValue(), ""));
    await page.getByRole("button", { name: /^Ý kiến/ }).click();
    await page.getByLabel("Ghi ý kiến chung về bản nộp").fill("Nhìn chung đạt.");
    await page.getByRole("button", { name: "Gửi ngay" }).click();
    await page.locator(".said-line.comment", { hasText: "Nhìn chung đạt." }).waitFor();
    const { comments } = await scene.reviewer.get("listComments", { params: place });
    assert.deepEqual(
      comments.map(({ sheet, cell: at, text }) => [sheet, at, text]),
      [
        ["PL1", "F7", "Vì sao tăng?"],
        ["", "", "Nhìn chung đạt."],
      ],
    );
  });

  it("accepted, it is locked; its officer asks for unlocking, which the reviewer does", async () => {
    const place = await submitted([sheetWith()]);
    const reviewer = await as(scene.reviewer, addressOf(place));
    await reviewer.page.locator("#act-accept").click();
    await reviewer.page.getByRole("dialog").getByRole("button", { name: "Chấp nhận" }).click();
    await done(reviewer.page, "Đã chấp nhận bản 1");
    await reviewer.page.locator(".badge", { hasText: "đã khóa" }).waitFor();
    const officer = await as(scene.officer, addressOf(place));
    assert.equal(await officer.page.getByRole("link", { name: "Nộp bản mới" }).count(), 0);
    await officer.page.locator("#act-request-unlock").click();
    await officer.page.getByLabel("Lý do cần nộp lại").fill("Bổ sung một dự án.");
    await officer.page.getByRole("dialog").getByRole("button", { name: "Đề nghị mở khóa" }).click();
    await done(officer.page, "Đã gửi đề nghị");
    await reviewer.page.getByText("Bổ sung một dự án.").waitFor();
    await reviewer.page.locator("#act-unlock").click();
    await reviewer.page.getByLabel("Lý do mở khóa").fill("Đồng ý.");
    await reviewer.page.getByRole("dialog").getByRole("button", { name: "Mở khóa" }).click();
    await done(reviewer.page, "Đã mở khóa");
    await officer.page.getByRole("link", { name: "Nộp bản mới" }).waitFor();
  });

  it("what one officer prepared, the other signs off or gives back", async () => {
    const place = await bringTo(scene, "prepared");
    const officer = await as(scene.officer, addressOf(place));
    assert.equal(await officer.page.locator("#act-sign-off").count(), 0, "nobody signs off their own");
    const approver = await as(scene.approver, addressOf(place));
    await approver.page.locator("#act-withdraw").click();
    await approver.page.getByLabel("Lý do", { exact: true }).fill("Thiếu một mục.");
    await approver.page.getByRole("dialog").getByRole("button", { name: "Trả lại người lập" }).click();
    await done(approver.page, "Đã trả lại cho người lập");
    await officer.page.getByText("Thiếu một mục.").waitFor();
    await submitNext(scene.officer, place, { replaces: 1 });
    await approver.page.getByRole("link", { name: "Xem", exact: true }).click();
    await approver.page.locator("#act-sign-off").click();
    await approver.page.getByRole("dialog").getByRole("button", { name: "Ký duyệt" }).click();
    await done(approver.page, "Đã ký duyệt bản 2");
    assert.equal((await standing(place)).state, "submitted");
  });

  it("what happened before the page could hear of it is shown all the same; without connection it says so", async () => {
    const place = await submitted([sheetWith()]);
    const { page, complaints } = await as(scene.reviewer, addressOf(place));
    let open = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      open = resolve;
    });
    const streams = `**/rounds/${place.roundId}/events`;
    await page.route(streams, async (route) => {
      await held;
      await route.continue();
    });
    await page.reload();
    await page.locator("#act-accept").waitFor();
    await scene.colleague.get("acceptSubmission", { params: place, body: { version: 1, why: "" } });
    open();
    await page.locator(".submission-head").getByText("Được chấp nhận", { exact: true }).waitFor();
    await page.unroute(streams);
    assert.equal(await page.locator(".submission-away").count(), 0);
    await page.route(streams, (route) => route.abort());
    await page.reload();
    await page.getByText("Mất kết nối, đang nối lại…").waitFor();
    await page.unroute(streams);
    complaints();
  });

  it("of a round that is closed nobody is led to the upload page, unless it is reopened for them", async () => {
    const place = await scene.newRound();
    await scene.administrator.get("closeRound", { params: place });
    const { page } = await as(scene.officer, addressOf(place));
    await page.getByRole("heading", { name: "Chưa nộp bản nào" }).waitFor();
    const link = page.getByRole("link", { name: "Nộp từ tệp .xlsx" });
    assert.equal(await link.count(), 0);
    const until = new Date(Date.now() + 3_600_000).toISOString();
    await scene.administrator.get("reopenForOrganisation", { params: place, body: { until, why: "Bổ sung." } });
    await link.waitFor();
  });

  it("what was learnt while an answer was awaited is not undone by it", async () => {
    const answers: ((value: string) => void)[] = [];
    const latest = new Latest<string>({
      ask: () => new Promise((resolve) => answers.push((value) => resolve({ ok: true, value }))),
      redraw: () => undefined,
    });
    const answer = async (value: string): Promise<unknown> => {
      answers.shift()?.(value);
      await setImmediate();
      return latest.known.kind === "known" ? latest.known.value : null;
    };
    latest.refresh();
    assert.equal(await answer("one"), "one");
    latest.refresh();
    latest.put((known) => `${known}, two`);
    assert.equal(await answer("one, late"), "one, two");
    assert.equal(await answer("one, two, three"), "one, two, three");
    latest.close();
    latest.put(() => "nothing more");
    assert.equal(await answer(""), "one, two, three");
  });

  for (const { state, says, link } of [
    { state: "missing", says: "Chưa nộp bản nào", link: "Nộp từ tệp .xlsx" },
    { state: "draft", says: "Mới có bản nháp", link: "Tiếp tục và nộp" },
  ] as const)
    it(`${state}: says so, and leads its officer to the upload page`, async () => {
      const place = await bringTo(scene, state);
      const reviewer = await as(scene.reviewer, addressOf(place));
      await reviewer.page.getByRole("heading", { name: says }).waitFor();
      assert.equal(await reviewer.page.getByRole("link", { name: link }).count(), 0);
      const officer = await as(scene.officer, addressOf(place));
      assert.equal(
        await officer.page.getByRole("link", { name: link }).getAttribute("href"),
        `${addressOf(place)}/nop`,
      );
      await submitNext(scene.officer, place);
      await cell(reviewer.page, "B7").waitFor();
    });

  describe("the sheet", () => {
    const marked = gridOf(withCells(PHASE_YEAR, { B7: "Ô ẩn theo hàng", E18: 5, B18: "Ghi chú xa bảng" }), {
      name: "PL1",
      merged: [...PHASE_YEAR_MERGED, "A1:M1"],
      hiddenRows: [7, 8],
      hiddenColumns: [2],
      formats: { E9: "#,##0", E18: "0.0%" },
    });
    let place: Place;
    before(async () => {
      place = await submitted([marked, { ...gridOf([["Trang ẩn"]], { name: "Phụ" }), hidden: true }]);
    });

    it("hides what is hidden in the file, says so, and shows it when asked", async () => {
      const { page } = await as(scene.reviewer, addressOf(place));
      await page.getByText("2 hàng ẩn, 1 cột ẩn").waitFor();
      assert.equal(await cell(page, "B7").count(), 0);
      assert.equal((await page.locator(".sheet thead th").allInnerTexts()).join(""), "ABDEFGHIJKLM");
      await page.getByRole("button", { name: "Hiện", exact: true }).click();
      await cell(page, "C7").waitFor();
      await page.getByRole("button", { name: "Ẩn lại" }).click();
      await cell(page, "C7").waitFor({ state: "detached" });
    });

    it("a hidden cell that the address names is shown", async () => {
      const { page } = await as(scene.reviewer, addressOf(place, "?o=PL1!C8"));
      await cell(page, "C8").waitFor();
      assert.equal(await cell(page, "C8").getAttribute("aria-selected"), "true");
    });

    it("has a tab for each sheet, hidden ones named so", async () => {
      const { page } = await as(scene.reviewer, addressOf(place));
      const tab = page.getByRole("group", { name: "Các trang tính" }).getByRole("button", { name: "Phụ" });
      assert.match(await tab.innerText(), /ẩn/);
      await tab.click();
      await cell(page, "A1").getByText("Trang ẩn").waitFor();
      assert.equal(asked(page).get("o"), "Phụ!");
    });

    it("is gone through by the keyboard alone", async () => {
      const { page } = await as(scene.reviewer, addressOf(place));
      const grid = page.getByRole("grid");
      await grid.focus();
      const steps: readonly (readonly [key: string, cell: string])[] = [
        ["ArrowDown", "A1"],
        ["ArrowDown", "A2"],
        ["ArrowDown", "A3"],
        ["ArrowDown", "A4"],
        ["ArrowDown", "A6"],
        ["ArrowRight", "B6"],
        ["ArrowRight", "D6"],
        ["End", "M6"],
        ["Home", "A6"],
        ["ArrowUp", "A4"],
        ["Control+End", "M18"],
        ["Control+Home", "A1"],
        ["PageDown", "A18"],
      ];
      for (const [key, name] of steps) {
        await page.keyboard.press(key);
        await page.locator(`[role="grid"][aria-activedescendant="sheet-cell-${name}"]`).waitFor();
      }
      await page.keyboard.press("Enter");
      await page.locator("#cell-card-heading:focus").waitFor();
      await page.keyboard.press("Tab");
      await page.keyboard.press("Tab");
      await page.keyboard.type("Viết bằng bàn phím");
      assert.equal(await page.getByLabel("Ghi ý kiến tại ô này").inputValue(), "Viết bằng bàn phím");
      await page.keyboard.press("Escape");
      await page.locator('[role="grid"]:focus').waitFor();
      await page.waitForURL(/A18/);
    });

    it("of 20,000 lines has only those in sight in the page, and scrolls to the last", async () => {
      const large = largeSheet(20_000, { seed: 3 });
      const merged = [{ top: 100, left: 3, bottom: 900, right: 3 }];
      const long = await submitted([{ ...large, name: "PL1", merged }]);
      const { page } = await as(scene.reviewer, addressOf(long));
      await page.locator(".sheet").waitFor({ timeout: 30_000 });
      const rows = (): Promise<number> => page.locator(".sheet tbody tr").count();
      assert.ok((await rows()) < 300);
      const frame = page.locator(".sheet-frame");
      // It can be scrolled so far once it is known how many rows are in sight.
      await eventually(async () => {
        await frame.evaluate((element) => element.scrollTo(0, 400 * 30));
        assert.ok(await cell(page, "D100").isVisible());
      });
      const spans = Number((await spansOf(cell(page, "D100")))[1]);
      assert.ok(spans > 10 && spans < 300, `cut to the rows that are drawn: ${String(spans)}`);
      const last = large.rows.length;
      await page.getByRole("grid").focus();
      await page.keyboard.press("Control+End");
      await page.keyboard.press("Control+End");
      await cell(page, `L${String(last)}`).waitFor();
      assert.ok((await rows()) < 300);
    });
  });

  for (const [name, look] of [
    ["light", {}],
    ["dark", { colorScheme: "dark" }],
    ["a phone", { width: 360, height: 740 }],
  ] as const)
    it(`is without a violation: ${name}`, async () => {
      const place = await vinhLong();
      const { roundId } = place;
      await scene.reviewer.get("addComment", {
        params: { roundId, organisationId: PROVINCE, version: 1 },
        body: { sheet: SHEET, cell: "F17", text: "Xin xem lại." },
      });
      const visitor = await as(scene.reviewer, addressOf(place, `?o=${encodeURIComponent(`${SHEET}!F17`)}`), look);
      await visitor.page.locator(".cell-card .comment").waitFor();
      assert.deepEqual(await violationsIn(visitor.page.mainFrame()), []);
      await assertNotTooWide(visitor);
      await visitor.page.locator("#act-return").click();
      await visitor.page.getByRole("dialog").waitFor();
      assert.deepEqual(await violationsIn(visitor.page.mainFrame()), []);
    });
});
