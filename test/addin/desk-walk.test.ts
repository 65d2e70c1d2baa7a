/** What an officer and a reviewer do in the pane besides submitting: each step in a real pane, with a real service. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Frame, Page } from "playwright-core";
import type { Role } from "../../shared/api/organisations.ts";
import type { RoundTerms } from "../../shared/api/rounds.ts";
import { afterDrawing } from "../after-drawing.ts";
import { addOpenRound, MINISTRY } from "../server/rounds.ts";
import { addPerson, nobody, startProcess, type Person, type ServiceProcess } from "../server/service.ts";
import { startChromium } from "./chromium.ts";
import { AS_WARNINGS, openDesk, PROVINCE, type Desk } from "./pane-states.ts";
import { findPane, walk, type DemoPage, type Walk, type WalkOptions } from "./walk.ts";

declare const phulucDemo: DemoPage;

describe("a desk's other ways", () => {
  const folder = mkdtempSync(join(tmpdir(), "phuluc-desk-"));
  let browser: Browser;
  let service: ServiceProcess;
  let desk: Desk;
  const walks: Walk[] = [];

  before(async function () {
    browser = await startChromium(this);
    service = await startProcess({ DATA_DIR: folder });
    desk = await openDesk(service);
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

  const enter = async (options: WalkOptions = {}): Promise<Walk> => {
    const entered = await walk(browser, service.url, options);
    walks.push(entered);
    return entered;
  };
  const press = ({ pane }: Walk, name: string | RegExp): Promise<void> =>
    pane
      .getByRole("button", { name, exact: typeof name === "string" })
      .first()
      .click();
  const signIn = async (entered: Walk, { email, password }: Pick<Person, "email" | "password">): Promise<void> => {
    await entered.pane.getByRole("tab", { name: "Nộp" }).click();
    await entered.pane.getByLabel("Địa chỉ thư điện tử").fill(email);
    await entered.pane.getByLabel("Mật khẩu", { exact: true }).fill(password);
    await press(entered, "Đăng nhập");
  };
  const signInTo = async (entered: Walk, roundId: string, person: Person): Promise<void> => {
    await signIn(entered, person);
    await entered.pane.getByRole("combobox", { name: "Chọn đợt" }).selectOption(roundId);
    await entered.sees(/Hạn nộp/);
  };
  const addRound = (terms: Partial<RoundTerms> = {}): Promise<string> =>
    addOpenRound(desk.administrator, { expectedIds: [PROVINCE], severityOverrides: AS_WARNINGS, ...terms });
  const add = (organisationId: string, role: Role): Promise<Person> =>
    addPerson(desk.administrator, { url: service.url, organisationId, role });

  it("a first password is changed before anything else, and then works no more", async () => {
    const account = { name: "Trần Bình", email: "tran.binh@vi-du.vn", role: "submitter" } as const;
    const { firstPassword } = await desk.administrator.get("addPerson", {
      params: { organisationId: PROVINCE },
      body: account,
    });
    const entered = await enter();
    const { pane, sees } = entered;
    const { email } = account;
    await signIn(entered, { email, password: firstPassword });
    await sees(/mật khẩu được cấp lần đầu/);
    assert.equal(await pane.getByText(/Hạn nộp/).count(), 0);

    const fill = async (next: string, again: string): Promise<void> => {
      await afterDrawing(pane);
      await pane.getByLabel("Mật khẩu hiện tại").fill(firstPassword);
      await pane.getByLabel("Mật khẩu mới", { exact: true }).fill(next);
      await pane.getByLabel("Nhập lại mật khẩu mới").fill(again);
      await press(entered, "Đổi mật khẩu");
    };
    await fill("một câu dễ nhớ", "một câu khác");
    await sees(/chưa giống nhau/);
    // Only the service knows what is easy to guess.
    await fill("matkhau123", "matkhau123");
    await sees(/quá dễ đoán/);
    await pane.locator("[aria-invalid=true]").waitFor();
    await fill("một câu dễ nhớ", "một câu dễ nhớ");
    await sees(/Đã đổi mật khẩu/);
    await sees(/Hạn nộp/);
    await nobody(service.url).get("signIn", { body: { email, password: "một câu dễ nhớ" } });
    await nobody(service.url).refused("signIn", { body: { email, password: firstPassword } });
  });

  it("a round that needs two persons: prepared here, signed off, locked, asked to be unlocked, open again", async () => {
    const roundId = await addRound({ name: "Đợt có người duyệt", needsSignOff: true });
    const params = { roundId, organisationId: PROVINCE };
    const approver = await add(PROVINCE, "submitter");
    const entered = await enter();
    const { pane, sees } = entered;
    await signInTo(entered, roundId, desk.officer);
    await press(entered, /Xem lại và lập bản 1 chờ duyệt/);
    await sees(/cần hai người/);
    await press(entered, "Lập bản 1 chờ duyệt");
    await sees(/Đã lập bản 1, chờ duyệt/);

    await approver.get("signOff", { params, body: { version: 1 } });
    await press(entered, "Cập nhật");
    await sees(/Bản nộp đã khóa/);
    await press(entered, "Gửi đề nghị mở khóa");
    await sees(/Xin ghi lý do/);
    await pane.getByLabel("Lý do đề nghị mở khóa").fill("Sai đơn vị chủ trì ở dòng 3.");
    await press(entered, "Gửi đề nghị mở khóa");
    await sees(/đã đề nghị mở khóa lúc .*“Sai đơn vị chủ trì ở dòng 3\.”/);
    const { unlockRequest } = await desk.reviewer.get("readSubmission", { params });
    assert.equal(unlockRequest?.why, "Sai đơn vị chủ trì ở dòng 3.");

    await desk.reviewer.get("unlock", { params, body: { why: "Đồng ý." } });
    await press(entered, "Cập nhật");
    await pane.getByRole("button", { name: /Xem lại và lập bản 2 chờ duyệt/ }).waitFor();
  });

  it("a receipt that the workbook refuses to take is told, and offered to it again", async () => {
    const roundId = await addRound({ name: "Đợt có biên nhận" });
    const entered = await enter();
    const { page, sees } = entered;
    await signInTo(entered, roundId, desk.officer);
    await page.evaluate(() => {
      phulucDemo.host.desk.refusesProperties = true;
    });
    await press(entered, /Xem lại và nộp bản 1/);
    await press(entered, "Nộp bản 1");
    await sees(/Đã nhận bản 1/);
    await sees(/đang được bảo vệ/);
    const receipt = (): Promise<unknown> =>
      page.evaluate(() => phulucDemo.book.properties.get("PhulucReceipt") ?? null);
    assert.equal(await receipt(), null);
    await page.evaluate(() => {
      phulucDemo.host.desk.refusesProperties = false;
    });
    await press(entered, "Cập nhật");
    await page.waitForFunction(() => phulucDemo.book.properties.has("PhulucReceipt"));
    const { versions } = await desk.officer.get("readSubmission", { params: { roundId, organisationId: PROVINCE } });
    assert.equal(await receipt(), versions[0]?.receipt);
  });

  it("a round that is closed takes nothing, until it is reopened for the organisation", async () => {
    const roundId = await addRound({ name: "Đợt đã đóng" });
    const params = { roundId, organisationId: PROVINCE };
    await desk.administrator.get("closeRound", { params: { roundId } });
    const entered = await enter();
    const { pane, sees } = entered;
    await signInTo(entered, roundId, desk.officer);
    await sees(/Đợt đã đóng\. Nếu cần nộp/);
    assert.equal(await pane.getByRole("button", { name: /Xem lại và nộp/ }).count(), 0);
    const until = new Date(Date.now() + 3_600_000).toISOString();
    await desk.administrator.get("reopenForOrganisation", { params, body: { until, why: "Sửa sai sót." } });
    await press(entered, "Cập nhật");
    await sees(/được mở lại cho đơn vị của bạn đến/);
    await press(entered, /Xem lại và nộp bản 1/);
    await press(entered, "Nộp bản 1");
    await sees(/Đã nhận bản 1/);
  });

  it("who may merge merges, opens the workbook in Excel, and downloads it", async () => {
    const roundId = await addRound({ name: "Đợt được tổng hợp" });
    const officer = await enter();
    await signInTo(officer, roundId, desk.officer);
    await press(officer, /Xem lại và nộp bản 1/);
    await press(officer, "Nộp bản 1");
    await officer.sees(/Đã nhận bản 1/);
    assert.equal(await officer.pane.getByRole("button", { name: "Tệp tổng hợp" }).count(), 0);

    const reviewer = await enter();
    await signInTo(reviewer, roundId, await add(MINISTRY, "reviewer"));
    await press(reviewer, "Tệp tổng hợp");
    await reviewer.sees(/chưa được tổng hợp lần nào/);
    await press(reviewer, "Tổng hợp ngay");
    await reviewer.sees(/1 bản nộp, \d+ dòng/);
    await press(reviewer, "Mở trong Excel");
    await reviewer.sees(/Đã mở thành một tệp mới/);
    assert.equal((await openHanded(reviewer)).names.length, 9);

    const downloading = reviewer.page.waitForEvent("download");
    await press(reviewer, "Tải về");
    await reviewer.sees(/Đã bắt đầu tải về/);
    const bytes = await readFile(await (await downloading).path());
    assert.equal(bytes.subarray(0, 2).toString("latin1"), "PK");
  });

  it("a form is put behind the other sheets, and recognised", async () => {
    const entered = await enter({ api: 14 });
    await signIn(entered, desk.officer);
    const before = await sheetNames(entered.page);
    await putForm(entered, "Chèn vào tệp này");
    await entered.sees(/Đã chèn mẫu biểu vào cuối tệp/);
    const now = await sheetNames(entered.page);
    assert.ok(now.length > before.length);
    assert.deepEqual(now.slice(0, before.length), before);
    await entered.pane.getByRole("tab", { name: "Kiểm tra" }).click();
    await press(entered, /^Số tổng/);
    await told(entered.pane, /Phụ lục \(2\)\s*0 dòng/);
  });

  it("where Excel puts in no sheets of another file, the form opens as a workbook of its own", async () => {
    const entered = await enter({ api: 11 });
    await signIn(entered, desk.officer);
    const before = await sheetNames(entered.page);
    await putForm(entered, "Mở thành tệp mới");
    await entered.sees(/Đã mở mẫu biểu thành tệp mới/);
    assert.deepEqual(await sheetNames(entered.page), before);
    const { names, pane } = await openHanded(entered);
    assert.deepEqual(names, ["Phụ lục"]);
    await told(pane, /Biểu chưa có dòng nào/);
  });

  const told = (pane: Frame, text: RegExp): Promise<void> => pane.locator("body").filter({ hasText: text }).waitFor();

  const FORM = "project-list-phase-year";

  async function putForm(entered: Walk, button: string): Promise<void> {
    await entered.pane.getByRole("tab", { name: "Khác" }).click();
    await entered.pane.getByLabel("Mẫu biểu").selectOption(FORM);
    await press(entered, button);
  }

  const sheetNames = (page: Page): Promise<readonly string[]> =>
    page.evaluate(() => phulucDemo.book.sheets.map(({ name }) => name));

  /** The workbook that the pane has opened, in a new tab of the trial page. */
  async function openHanded({ page }: Walk): Promise<{ readonly names: readonly string[]; readonly pane: Frame }> {
    const opening = page.waitForEvent("popup");
    await page.locator("a[href='/demo?handed=1']").click();
    const opened = await opening;
    const pane = await findPane(opened);
    return { names: await sheetNames(opened), pane };
  }
});
