/** The whole story, by two people in two browsers: uploaded, seen to arrive, commented on and returned, mended in the pane, compared, accepted, merged. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import type { Grid } from "../../shared/grid.ts";
import { readWorkbookFile } from "../../server/workbook/read.ts";
import { startChromium } from "../addin/chromium.ts";
import { AS_WARNINGS, PROVINCE, signIn } from "../addin/pane-states.ts";
import { walk } from "../addin/walk.ts";
import { afterDrawing } from "../after-drawing.ts";
import { fixturePath } from "../server/desk.ts";
import { openRound, type OpenRound } from "../server/rounds.ts";
import { addPerson, startProcess, type Person, type ServiceProcess } from "../server/service.ts";
import { visit, type Visitor } from "./visitor.ts";

const SHEET = "Phụ lục";
const LEAD_AGENCY = "C9";
const NEW_AGENCY = "Sở Xây dựng";
const COMMENT = "Xin ghi đúng cơ quan chủ trì của dự án này.";
const WHY = "Cơ quan chủ trì của dự án số 2 chưa đúng.";

/** Of the sheet's figures, those that stand in a row with this text. */
const figuresBeside = ({ rows }: Grid, text: RegExp): readonly number[] =>
  rows
    .filter(({ cells }) => cells.some(({ value }) => typeof value === "string" && text.test(value)))
    .flatMap(({ cells }) => cells.flatMap(({ value }) => (typeof value === "number" ? [value] : [])));

describe("the whole story", () => {
  const folder = mkdtempSync(join(tmpdir(), "phuluc-story-"));
  let browser: Browser;
  let service: ServiceProcess;
  let round: OpenRound;
  let officer: Person;
  let reviewing: Visitor;
  let uploading: Visitor;
  before(async function () {
    browser = await startChromium(this);
    service = await startProcess({ DATA_DIR: folder });
    round = await openRound(service, {
      expectedIds: [PROVINCE, "tinh-nghe-an"],
      severityOverrides: AS_WARNINGS,
      fromYear: 2016,
      toYear: 2020,
    });
    const { administrator } = round;
    officer = await addPerson(administrator, { url: service.url, organisationId: PROVINCE, role: "submitter" });
  });
  after(async () => {
    await browser?.close();
    await service?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const place = (): string => `/dot/${round.roundId}/${PROVINCE}`;
  const press = (page: Page, name: string | RegExp): Promise<void> =>
    page
      .getByRole("button", { name, exact: typeof name === "string" })
      .first()
      .click();
  const standing = () =>
    officer.get("readSubmission", { params: { roundId: round.roundId, organisationId: PROVINCE } });

  it("the reviewer has the round open: nothing is there yet", async () => {
    reviewing = await visit(browser, { url: service.url, account: round.reviewer, path: `/dot/${round.roundId}` });
    await reviewing.page.getByText("0/2 đơn vị đã nộp").first().waitFor();
    await reviewing.page.getByText("Trực tiếp").first().waitFor();
    await reviewing.page.evaluate("globalThis.isNotReloaded = true");
  });

  it("the province drops its workbook on the page and submits it", async () => {
    uploading = await visit(browser, { url: service.url, account: officer, path: `${place()}/nop` });
    const { page } = uploading;
    await page.setInputFiles("input[type=file]", fixturePath("vinh-long-2020.xlsx"));
    await page.getByText(/F39/).first().waitFor();
    await press(page, "Nộp bản 1");
    await page
      .getByText(/Số biên nhận/)
      .first()
      .waitFor();
    const { versions, state } = await standing();
    assert.deepEqual([versions.length, state], [1, "submitted"]);
    await page
      .getByText(versions[0]?.receipt ?? "")
      .filter({ visible: true })
      .first()
      .waitFor();
  });

  it("the reviewer sees it arrive, without reloading", async () => {
    const { page } = reviewing;
    await page.getByText("1/2 đơn vị đã nộp").first().waitFor();
    await page
      .getByText(/Vĩnh Long.* vừa nộp bản 1/)
      .first()
      .waitFor();
    assert.equal(await page.evaluate("globalThis.isNotReloaded"), true);
  });

  it("opens it, comments on a cell and returns it", async () => {
    const { page } = reviewing;
    await page
      .getByRole("link", { name: /Vĩnh Long/ })
      .first()
      .click();
    await page.locator(`td[data-cell="${LEAD_AGENCY}"]`).click();
    await page.locator(".cell-card", { hasText: `Ô ${LEAD_AGENCY}` }).waitFor();
    await afterDrawing(page);
    await page.getByLabel("Ghi ý kiến tại ô này").fill(COMMENT);
    await press(page, "Trả lại");
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Lý do trả lại").fill(WHY);
    await dialog.getByRole("button", { name: "Trả lại", exact: true }).click();
    await page.getByText("Đã trả lại bản 1 cho đơn vị.").waitFor();
    assert.equal((await standing()).state, "returned");
  });

  it("the province reads it in the pane at its cell, mends it there and submits again", async () => {
    const excel = await walk(browser, service.url);
    await signIn(excel, officer);
    await excel.sees(new RegExp(WHY));
    await excel.sees(new RegExp(COMMENT));
    await excel.pane.getByRole("tab", { name: "Kiểm tra" }).click();
    await excel.pane.getByRole("option", { name: new RegExp(COMMENT) }).click();
    await excel.types(`${SHEET}!${LEAD_AGENCY}`, NEW_AGENCY);
    await excel.pane.getByRole("tab", { name: "Nộp" }).click();
    await excel.pane.getByRole("button", { name: "Đã xử lý" }).first().click();
    await excel.pane.getByRole("button", { name: /Xem lại và nộp bản 2/ }).click();
    await excel.sees(new RegExp(NEW_AGENCY));
    await excel.pane.getByRole("button", { name: "Nộp bản 2", exact: true }).click();
    await excel.sees(/Đã nhận bản 2/);
    assert.deepEqual(excel.crashes, []);
    await excel.context.close();
  });

  it("the reviewer is told, compares both versions and accepts", async () => {
    const { page } = reviewing;
    await page
      .getByText(/Có bản 2 vừa nộp/)
      .first()
      .waitFor();
    await page.locator(".status").getByRole("link", { name: "Xem", exact: true }).click();
    // Only the latest version can be accepted: from here on it is the one on the page.
    await page.getByRole("button", { name: "Chấp nhận", exact: true }).first().waitFor();
    await page.getByRole("link", { name: "So sánh các bản" }).click();
    await page.getByText(NEW_AGENCY).first().waitFor();
    await press(page, "Chấp nhận");
    await page.getByRole("dialog").getByRole("button", { name: "Chấp nhận", exact: true }).click();
    await page.getByText("Đã chấp nhận bản 2.").waitFor();
    assert.equal((await standing()).state, "accepted");
    const { comments } = await officer.get("listComments", {
      params: { roundId: round.roundId, organisationId: PROVINCE },
    });
    assert.deepEqual(
      comments.map(({ cell, resolvedBy }) => [cell, resolvedBy !== null]),
      [[LEAD_AGENCY, true]],
    );
  });

  it("merges, and the workbook that is downloaded adds up to what was submitted", async () => {
    const { page, goTo } = reviewing;
    await goTo(`/dot/${round.roundId}`);
    await press(page, "Tổng hợp ngay");
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Tệp Excel" }).first().click();
    const path = join(folder, "tong-hop.xlsx");
    await (await download).saveAs(path);
    assert.ok((await readFile(path)).length > 10_000);
    const read = await readWorkbookFile(path);
    assert.ok(read.ok);
    const [{ totalDong, lineItems } = { totalDong: 0, lineItems: 0 }] = (await standing()).versions.filter(
      ({ number }) => number === 2,
    );
    const totals = read.grids[0];
    const list = read.grids[1];
    assert.ok(totals && list && totalDong !== null);
    const million = 1_000_000;
    assert.ok(
      figuresBeside(totals, /Tổng cộng|TỔNG CỘNG/).includes(totalDong / million),
      JSON.stringify(totals.rows.slice(0, 12)),
    );
    const listed = list.rows.filter(({ cells }) => cells.some(({ value }) => value === NEW_AGENCY));
    assert.equal(listed.length, 1);
    assert.ok(list.rows.length > lineItems);
    assert.deepEqual([...reviewing.complaints(), ...uploading.complaints()], []);
  });
});
