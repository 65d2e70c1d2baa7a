/** The pane in a real Chromium: the real office.js, a real service, and what "done" asks of them. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { readWorkbookFile } from "../../server/workbook/read.ts";
import { checkWorkbook } from "../../shared/check.ts";
import { SEVERITIES } from "../../shared/finding.ts";
import { startProcess, type ServiceProcess } from "../server/service.ts";
import { startChromium } from "./chromium.ts";
import { openDesk, PROVINCE, signIn, TABLE } from "./pane-states.ts";
import { walk, type DemoPage, type Walk } from "./walk.ts";

declare const phulucDemo: DemoPage;

const SAMPLE = "vinh-long-2020.xlsx";

describe("the pane in a browser", () => {
  const folder = mkdtempSync(join(tmpdir(), "phuluc-pane-"));
  let browser: Browser;
  let service: ServiceProcess;
  const walks: Walk[] = [];

  before(async function () {
    browser = await startChromium(this);
    service = await startProcess({ DATA_DIR: folder });
  });
  afterEach(async () => {
    for (const { context, crashes } of walks.splice(0)) {
      await context.close();
      assert.deepEqual(crashes, []);
    }
  });
  after(async () => {
    await browser?.close();
    await service?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const enter = async (options: Parameters<typeof walk>[2] = {}): Promise<Walk> => {
    const entered = await walk(browser, service.url, options);
    walks.push(entered);
    return entered;
  };

  for (const api of [11, 14, 15] as const) {
    for (const sample of [SAMPLE, "nghe-an-2021-2025.xlsx", "soc-trang-2011-2015.xlsx"]) {
      it(`finds in ${sample} what the command line finds, with ExcelApi 1.${String(api)}`, async () => {
        const read = await readWorkbookFile(fileURLToPath(new URL(`../fixtures/${sample}`, import.meta.url)));
        assert.ok(read.ok);
        const { findings } = checkWorkbook(read.grids);
        const { pane } = await enter({ workbook: sample, api });
        for (const severity of SEVERITIES) {
          const count = findings.filter((finding) => finding.severity === severity).length;
          const told = await pane.locator(`.chip.${severity} b`).allTextContents();
          assert.deepEqual(told, count === 0 ? [] : [String(count)], severity);
        }
      });
    }
  }

  it("shows a wrong figure when it is typed, and forgets it when it is put right", async () => {
    const officer = await enter();
    const before = await officer.content("Phụ lục", 9, 5);
    await officer.types("Phụ lục!F9", 305);
    await officer.pane.getByRole("option", { name: /F9/ }).first().waitFor();
    await officer.types("Phụ lục!F9", before);
    await officer.pane.getByRole("option", { name: /F9\b/ }).first().waitFor({ state: "detached" });
  });

  it("checks after Excel's own save, and leaves the workbook saved", async () => {
    const officer = await enter();
    await officer.types("Phụ lục!F9", 305);
    await officer.sees(/khi có thay đổi/);
    await officer.sees(/Chưa lưu/);
    await officer.saves();
    await officer.sees(/sau khi lưu/);
    assert.equal(await officer.isDirty(), false);
  });

  it("mends a cell at a click, and takes it back", async () => {
    const officer = await enter({ workbook: "" });
    await officer.pastes("A1", TABLE);
    const row = officer.pane.getByRole("option", { name: /Gợi ý.*C4|C4/ }).first();
    await row.click();
    await officer.pane.getByRole("button", { name: "Sửa", exact: true }).click();
    await officer.sees(/Đã sửa/);
    assert.equal(await officer.content("Trang 1", 4, 2), 300);
    await row.waitFor({ state: "detached" });
    await officer.pane.getByRole("button", { name: /Hoàn tác/ }).click();
    await officer.pane.getByRole("option", { name: /C4/ }).first().waitFor();
    assert.equal(await officer.content("Trang 1", 4, 2), "300");
  });

  it("marks cells and takes the marks off, and the officer's formats stay", async () => {
    const officer = await enter();
    const formats = (): Promise<string> =>
      officer.page.evaluate(() =>
        JSON.stringify(phulucDemo.book.sheets.map(({ cells }) => [...cells].map(([row, line]) => [row, [...line]]))),
      );
    const marks = (): Promise<number> =>
      officer.page.evaluate(() =>
        phulucDemo.book.sheets.reduce((sum, sheet) => sum + sheet.conditionalFormats.length, 0),
      );
    const before = await formats();
    assert.equal(await marks(), 0);
    await officer.pane.getByRole("button", { name: "Kiểm tra lại" }).click();
    await officer.sees(/kiểm tra lại lúc/);
    await officer.page.waitForFunction(() =>
      phulucDemo.book.sheets.some(({ conditionalFormats }) => conditionalFormats.length > 0),
    );
    await officer.pane.getByRole("tab", { name: "Khác" }).click();
    await officer.pane.getByRole("checkbox", { name: /Tô màu/ }).uncheck();
    await officer.page.waitForFunction(() =>
      phulucDemo.book.sheets.every(({ conditionalFormats }) => conditionalFormats.length === 0),
    );
    assert.equal(await formats(), before);
  });

  it("keeps a submission while the service is down, over a reload, and delivers it once", async () => {
    const { officer: person, roundId } = await openDesk(service);
    const officer = await enter();
    await signIn(officer, person);
    await officer.pane.getByRole("button", { name: /Xem lại và nộp bản 1/ }).click();
    const submit = officer.pane.getByRole("button", { name: "Nộp bản 1", exact: true });
    await submit.waitFor();
    const { port } = new URL(service.url);
    await service.stop("SIGKILL");
    await submit.click();
    await officer.sees(/Chờ gửi/);
    // The page itself comes from the service: it is opened again when that is back.
    await officer.page.close();
    service = await startProcess({ DATA_DIR: folder, PORT: port });
    const again = await walk(browser, service.url, { context: officer.context });
    await again.pane.getByRole("tab", { name: "Nộp" }).click();
    await again.sees(/Đã nhận bản 1/);
    const { versions } = await person.get("readSubmission", { params: { roundId, organisationId: PROVINCE } });
    assert.deepEqual(
      versions.map(({ number }) => number),
      [1],
    );
    await again.pane
      .getByText(versions[0]?.receipt ?? "no receipt")
      .first()
      .waitFor();
  });
});
