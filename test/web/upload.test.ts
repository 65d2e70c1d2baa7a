/** A workbook dropped on the page: what is found equals what the service finds, it is submitted once whatever happens, and every refusal has its words. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import type { RoundTerms } from "../../shared/api/rounds.ts";
import { violationsIn } from "../addin/axe.ts";
import { startChromium } from "../addin/chromium.ts";
import { afterDrawing } from "../after-drawing.ts";
import { fixtureBytes, fixturePath, openDesk, type Desk, type Place } from "../server/desk.ts";
import { readWorkbookFile } from "../../server/workbook/read.ts";
import { LIMITS } from "../../server/workbook/refusals.ts";
import type { Person } from "../server/service.ts";
import { assertNotTooWide, visit, type Visitor } from "./visitor.ts";

/** Six errors, two warnings, a hint. */
const WRONG = "vinh-long-2020.xlsx";
/** A warning, and a hint that one press mends. */
const RIGHT = "soc-trang-2011-2015.xlsx";
const OTHER = "soc-trang-2010-pl1-staff.xlsx";
const YEARS = { fromYear: 2011, toYear: 2015 };
const WARNED = "period-outside-plan";
const WHY = "Dự án chuyển tiếp từ năm 2010.";

const SUBMIT = "#upload-submit";
const RECEIPT = "#upload-receipt-heading";
const ALERT = ".upload-summary [role=alert]";

/** What the page has and Node's types do not name. */
interface BrowserNames {
  readonly DataTransfer: new () => { readonly items: { add(file: object): void } };
  readonly File: new (parts: readonly Uint8Array[], name: string) => object;
}

describe("a workbook is submitted on the page", () => {
  let desk: Desk;
  let browser: Browser;
  /** The officer, who stays signed in. */
  let officer: Visitor;
  const folder = mkdtempSync(join(tmpdir(), "phuluc-upload-"));
  before(async function () {
    browser = await startChromium(this);
    desk = await openDesk("sqlite", this);
    officer = await visit(browser, { url: desk.url, account: desk.officer });
  });
  after(async () => {
    await browser?.close();
    await desk?.end();
    rmSync(folder, { recursive: true, force: true });
  });

  const pathOf = ({ roundId, organisationId }: Place): string => `/dot/${roundId}/${organisationId}/nop`;
  const open = async (place: Place): Promise<Page> => {
    await officer.goTo(pathOf(place));
    return officer.page;
  };
  const choose = async (page: Page, ...names: readonly string[]): Promise<void> => {
    await page.setInputFiles("#upload-file", names.map(fixturePath));
    await page.waitForSelector(".upload-summary");
    await afterDrawing(page);
  };
  const press = (page: Page, name: string): Promise<void> => page.getByRole("button", { name }).click();
  const stops = (page: Page, says: RegExp): Promise<void> => page.locator("#upload-stops", { hasText: says }).waitFor();
  const standing = ({ roundId, organisationId }: Place) =>
    desk.officer.get("readSubmission", { params: { roundId, organisationId } });
  const newPlace = (terms: Partial<RoundTerms> = {}): Promise<Place> => desk.newPlace({ ...YEARS, ...terms });

  it("what is found is what the service finds, sheet by sheet, and errors stop it", async () => {
    const place = await desk.newPlace({ fromYear: 2020, toYear: 2020 });
    const page = await open(place);
    await choose(page, WRONG);
    const sent = await desk.officer.get("sendFile", {
      params: place,
      query: { fileName: WRONG },
      body: await fixtureBytes(WRONG),
    });
    const told = sent.findings.map(({ message }) => message.vi).sort();
    assert.ok(told.length > 5);
    const shown = await page.locator(".upload-finding > p:not(.upload-finding-head)").allInnerTexts();
    assert.deepEqual(shown.sort(), told);
    const errors = sent.findings.filter(({ severity }) => severity === "error").length;
    await stops(page, new RegExp(`còn ${String(errors)} lỗi`));
    assert.equal(await page.getAttribute(SUBMIT, "aria-disabled"), "true");
    await page.click(SUBMIT, { force: true });
    assert.equal((await standing(place)).latestVersion, 0);

    await press(page, `Lỗi ${String(errors)}`);
    await page.locator("[aria-pressed=true]", { hasText: "Lỗi" }).waitFor();
    assert.equal(await page.locator(".upload-finding").count(), errors);
    assert.deepEqual(await violationsIn(page.mainFrame()), []);
    assert.deepEqual(officer.complaints(), []);
  });

  it("a warning that must be explained stops it until it is; pressed twice it is submitted once", async () => {
    const place = await newPlace({ explainedRuleIds: [WARNED] });
    const page = await open(place);
    await choose(page, RIGHT);
    await stops(page, /còn 1 cảnh báo chưa giải trình/);
    await page.getByLabel("Giải trình").fill("Vì");
    await page.locator(".upload-finding .fault", { hasText: "3 ký tự" }).waitFor();
    await page.getByLabel("Giải trình").fill(WHY);
    await stops(page, /Không còn gì/);
    await page.dblclick(SUBMIT);
    await page.waitForSelector(RECEIPT);
    const { versions } = await standing(place);
    assert.equal(versions.length, 1);
    const shown = await page.innerText(".upload-receipt");
    for (const part of [versions[0]?.receipt ?? "?", versions[0]?.sha256 ?? "?"]) assert.ok(shown.includes(part), part);
    const version = await desk.officer.get("readVersion", { params: { ...place, version: 1 } });
    assert.deepEqual(
      version.explanations.map(({ rule, text }) => [rule, text]),
      [[WARNED, WHY]],
    );
    assert.equal(version.fileName, RIGHT);
    await page.locator(`${RECEIPT}:focus`).waitFor();
    assert.match(await page.innerText(RECEIPT), /^Đã nộp/);
    await page.getByText(RIGHT).waitFor();
    await page.emulateMedia({ media: "print" });
    const paper = await page.innerText("main");
    for (const part of [`Biên nhận ${versions[0]?.receipt ?? "?"}`, versions[0]?.by.name ?? "?", RIGHT, "đúng hạn"])
      assert.ok(paper.includes(part), `on paper: ${part}`);
    assert.equal(await page.locator("main a:visible").count(), 0);
    await page.emulateMedia({ media: "screen" });
    assert.deepEqual(await violationsIn(page.mainFrame()), []);

    await press(page, "Gửi tệp khác");
    await choose(page, RIGHT);
    assert.equal(await page.getByLabel("Giải trình").inputValue(), WHY);
    await page.getByText("Lấy từ bản 1").waitFor();
    await page.locator("#upload-summary-heading:focus").waitFor();
    await stops(page, /Không còn gì/);
    await press(page, "Nộp bản 2");
    await page.waitForSelector(ALERT);
    assert.match(await page.innerText(ALERT), /giống hệt bản 1/);
    assert.ok((await page.innerText(".upload-receipt")).includes(versions[0]?.receipt ?? "?"));
    assert.equal((await standing(place)).versions.length, 1);
  });

  it("the answer lost and the page loaded anew, it is asked about again and stored once", async () => {
    const place = await newPlace();
    const page = await open(place);
    await choose(page, RIGHT);
    await page.getByRole("button", { name: "Giải trình" }).click();
    await page.getByLabel("Giải trình").fill(WHY);
    await page.route("**/versions", async (route) => {
      await route.fetch();
      await route.abort();
    });
    await page.click(SUBMIT);
    await page.waitForSelector(ALERT);
    assert.match(await page.innerText(ALERT), /Chưa biết/);
    await page.unroute("**/versions");
    await page.reload();
    await officer.settled();
    await page.waitForSelector(RECEIPT);
    const { versions } = await standing(place);
    assert.equal(versions.length, 1);
    assert.ok((await page.innerText(".upload-receipt")).includes(versions[0]?.receipt ?? "?"));
  });

  it("without network nothing arrives, and trying again submits it once", async () => {
    const place = await newPlace();
    const page = await open(place);
    await choose(page, RIGHT);
    await officer.context.setOffline(true);
    await page.click(SUBMIT);
    await page.waitForSelector(ALERT);
    await officer.context.setOffline(false);
    await press(page, "Thử lại");
    await page.waitForSelector(RECEIPT);
    assert.equal((await standing(place)).versions.length, 1);
  });

  it("a reload keeps the file and what was typed", async () => {
    const page = await open(await newPlace({ explainedRuleIds: [WARNED] }));
    await choose(page, RIGHT);
    await page.getByLabel("Giải trình").fill(WHY);
    await page.reload();
    await officer.settled();
    assert.equal(await page.getByLabel("Giải trình").inputValue(), WHY);
    await stops(page, /Không còn gì/);
  });

  it("somebody submitted first: it says who, and the person decides", async () => {
    const place = await newPlace();
    const page = await open(place);
    await choose(page, RIGHT);
    const file = await desk.colleague.get("sendFile", {
      params: place,
      query: { fileName: OTHER },
      body: await fixtureBytes(OTHER),
    });
    await desk.colleague.get("submit", {
      params: place,
      body: {
        readFromFileId: file.fileId,
        attachedFileId: file.fileId,
        explanations: [],
        idempotencyKey: "0123456789abcdef0123",
        replaces: 0,
        madeWith: null,
      },
    });
    await page.click(SUBMIT);
    await page.getByText(/đã nộp bản 1/).waitFor();
    const link = page.getByRole("link", { name: "Xem bản 1" });
    assert.match((await link.getAttribute("href")) ?? "", /ban=1/);
    assert.deepEqual(await violationsIn(page.mainFrame()), []);
    await press(page, "Đã xem, nộp thay bản 1");
    await page.waitForSelector(RECEIPT);
    assert.deepEqual((await standing(place)).versions.map(({ number, fileName }) => [number, fileName]).sort(), [
      [1, OTHER],
      [2, RIGHT],
    ]);
  });

  it("the round grew stricter meanwhile: the service's own list is shown", async () => {
    const place = await newPlace();
    const page = await open(place);
    await choose(page, RIGHT);
    await desk.administrator.get("changeRound", {
      params: { roundId: place.roundId },
      body: { severityOverrides: { [WARNED]: "error" } },
    });
    await page.click(SUBMIT);
    await page.waitForSelector(ALERT);
    assert.match(await page.innerText(ALERT), /Còn 1 lỗi/);
    assert.match(await page.innerText(".upload-stop-list"), /D12/);
  });

  it("where two people are needed it waits for the second; after the deadline it is marked late", async () => {
    const place = await newPlace({ needsSignOff: true });
    await desk.store.db
      .updateTable("round")
      .set({ deadline: "2020-01-01T00:00:00.000Z" })
      .where("id", "=", place.roundId)
      .execute();
    const page = await open(place);
    await page.getByText("sẽ được ghi là nộp muộn").waitFor();
    await choose(page, RIGHT);
    await press(page, "Lập bản 1 chờ duyệt");
    await page.waitForSelector(RECEIPT);
    assert.match(await page.innerText(RECEIPT), /chờ duyệt/);
    assert.match(await page.innerText(".upload-receipt"), /muộn/);
    assert.equal((await standing(place)).state, "prepared");
  });

  const FILES: readonly (readonly [name: string, says: RegExp, bytes: () => Buffer | Promise<Buffer>])[] = [
    ["rac.xlsx", /không phải|văn bản/i, () => Buffer.from("STT;Nhiệm vụ;Kinh phí\r\n")],
    ["mat-khau.xlsx", /mật khẩu/i, () => fixtureBytes("hostile/password-protected.xlsx")],
    ["mot-nua.xlsx", /không đọc|chưa đầy đủ|hỏng|thiếu/i, async () => (await fixtureBytes(RIGHT)).subarray(0, 5000)],
    ["cu.xls", /lưu thành \.xlsx/, () => Buffer.from("x")],
    ["rong.xlsx", /tệp rỗng/, () => Buffer.alloc(0)],
    ["to.xlsx", /lớn hơn mức cho phép/, () => Buffer.alloc(LIMITS.fileBytes + 1, "x")],
  ];
  it("what can't be read is refused in words, and the file before stays", async () => {
    const page = await open(await newPlace());
    await choose(page, RIGHT);
    for (const [name, says, bytes] of FILES) {
      const path = join(folder, name);
      writeFileSync(path, await bytes());
      await page.setInputFiles("#upload-file", path);
      const alert = page.locator(".upload-drop [role=alert]", { hasText: says });
      await alert.waitFor({ timeout: 15_000 }).catch(async () => {
        assert.fail(`${name}: ${await page.innerText(".upload-drop")}`);
      });
      assert.equal(await page.locator(".upload-summary").count(), 1, name);
    }
  });

  it("files are dropped anywhere on the page, one at a time", async () => {
    const page = await open(await newPlace());
    const drop = async (names: readonly string[], base64: string): Promise<void> => {
      const dataTransfer = await page.evaluateHandle(
        ({ names: given, base64: content }) => {
          const browserNames = globalThis as unknown as BrowserNames;
          const transfer = new browserNames.DataTransfer();
          const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
          for (const name of given) transfer.items.add(new browserNames.File([bytes], name));
          return transfer;
        },
        { names, base64 },
      );
      await page.dispatchEvent("body", "dragover", { dataTransfer });
      await page.waitForSelector(".upload-drop.over");
      await page.dispatchEvent("body", "drop", { dataTransfer });
    };
    await drop(["a.xlsx", "b.xlsx"], "");
    await page.getByText("Xin thả từng tệp một").waitFor();
    await drop([RIGHT], (await fixtureBytes(RIGHT)).toString("base64"));
    await page.waitForSelector(".upload-summary");
  });

  it("on a slow line the percent is told, and sending can be stopped", async () => {
    const page = await open(await newPlace());
    const network = await officer.context.newCDPSession(page);
    await network.send("Network.enable");
    const slow = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 400_000 };
    await network.send("Network.emulateNetworkConditions", slow);
    const buffer = Buffer.alloc(4 * 1024 * 1024, "x");
    await page.setInputFiles("#upload-file", { name: "cham.xlsx", mimeType: "", buffer });
    await page.getByText(/Đã gửi [1-9]\d?%/).waitFor();
    await press(page, "Dừng gửi");
    await page.getByText("Đã dừng gửi tệp.").waitFor();
    await network.detach();
    assert.equal(await page.locator("progress").count(), 0);
  });

  it("the second file takes the place of the first", async () => {
    const page = await open(await newPlace());
    await choose(page, RIGHT);
    await page.setInputFiles("#upload-file", fixturePath(OTHER));
    await page.getByText(OTHER).waitFor();
    assert.equal(await page.getByText(RIGHT).count(), 0);
  });

  it("who may not submit, and a round that takes nothing, say so", async () => {
    const place = await newPlace();
    const closed = await newPlace();
    await desk.administrator.get("closeRound", { params: { roundId: closed.roundId } });
    const cases: readonly (readonly [Person, Place, RegExp])[] = [
      [desk.reviewer, place, /Chỉ người nộp của chính đơn vị này/],
      [desk.officer, closed, /Đợt đã đóng/],
    ];
    for (const [who, at, says] of cases) {
      const { page, leave } = await visit(browser, { url: desk.url, account: who, path: pathOf(at) });
      await page.getByText(says).waitFor();
      assert.equal(await page.locator("#upload-file").count(), 0);
      await leave();
    }
  });

  it("the file is given back marked, and with what is safe mended", async () => {
    const page = await open(await newPlace());
    await choose(page, RIGHT);
    for (const name of ["Tải tệp đã đánh dấu", "Tải tệp đã sửa các lỗi an toàn (1)"]) {
      const download = page.waitForEvent("download");
      await press(page, name);
      const read = await readWorkbookFile(await (await download).path());
      assert.ok(read.ok, name);
    }
  });

  it("blank forms of the round are offered and given", async () => {
    const page = await open(await newPlace({ formIds: ["targets"] }));
    const download = page.waitForEvent("download");
    await press(page, "Chỉ tiêu");
    assert.match((await download).suggestedFilename(), /\.xlsx$/);
    assert.equal(await page.locator(".upload-templates li").count(), 1);
  });

  it("on a phone, in the dark and in English nothing is pushed aside", async () => {
    const place = await newPlace({ explainedRuleIds: [WARNED] });
    const look = { width: 360, height: 740, colorScheme: "dark", language: "en" } as const;
    const visitor = await visit(browser, { url: desk.url, account: desk.officer, path: pathOf(place) }, look);
    await choose(visitor.page, RIGHT);
    await assertNotTooWide(visitor);
    assert.deepEqual(await violationsIn(visitor.page.mainFrame()), []);
    await visitor.page.getByText("Submit version 1").waitFor();
    await visitor.leave();
  });
});
