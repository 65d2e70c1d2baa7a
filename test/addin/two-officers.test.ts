/** Two officers and a reviewer over one submission: in real panes, with a real service. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { openRound, type OpenRound } from "../server/rounds.ts";
import { addPerson, startProcess, type Person, type ServiceProcess } from "../server/service.ts";
import { startChromium } from "./chromium.ts";
import { walk, type DemoPage, type Walk } from "./walk.ts";

declare const phulucDemo: DemoPage;

const PROVINCE = "tinh-cu-vinh-long";
const SHEET = "Phụ lục";
const LEAD_AGENCY = 2;

/** What the published plan gets wrong may go along here. */
const AS_WARNINGS = Object.fromEntries(
  [
    "unsourced-amount",
    "section-sum-mismatch",
    "grand-total-mismatch",
    "source-sum-mismatch",
    "plan-total-mismatch",
  ].map((rule) => [rule, "warning" as const]),
);

describe("two officers and a reviewer", () => {
  const folder = mkdtempSync(join(tmpdir(), "phuluc-officers-"));
  let browser: Browser;
  let service: ServiceProcess;
  let round: OpenRound;
  let anh: Officer;
  let binh: Officer;

  before(async function () {
    browser = await startChromium(this);
    service = await startProcess({ DATA_DIR: folder });
    round = await openRound(service, {
      expectedIds: [PROVINCE],
      severityOverrides: AS_WARNINGS,
      fromYear: 2016,
      toYear: 2020,
    });
    [anh, binh] = [await enter(), await enter()];
  });
  after(async () => {
    await browser?.close();
    await service?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  interface Officer extends Walk {
    readonly person: Person;
    readonly presses: (name: string | RegExp) => Promise<void>;
  }

  async function enter(): Promise<Officer> {
    const { administrator } = round;
    const person = await addPerson(administrator, { url: service.url, organisationId: PROVINCE, role: "submitter" });
    const entered = await walk(browser, service.url);
    const presses = (name: string | RegExp): Promise<void> =>
      entered.pane
        .getByRole("button", { name, exact: typeof name === "string" })
        .first()
        .click();
    await entered.pane.getByRole("tab", { name: "Nộp" }).click();
    return { ...entered, person, presses };
  }

  async function signIn({ pane, person, presses }: Officer, password = person.password): Promise<void> {
    await pane.getByLabel("Địa chỉ thư điện tử").fill(person.email);
    await pane.getByLabel("Mật khẩu", { exact: true }).fill(password);
    await presses("Đăng nhập");
  }

  const submits = async (officer: Officer, version: number): Promise<void> => {
    await officer.presses(`Nộp bản ${String(version)}`);
    await officer.sees(new RegExp(`Đã nhận bản ${String(version)}`));
  };

  it("a wrong password is told at its field, which has the focus", async () => {
    await signIn(anh, "mat-khau-nao-do");
    const field = anh.pane.getByLabel("Mật khẩu", { exact: true });
    await anh.sees(/mật khẩu không đúng/);
    assert.equal(await field.getAttribute("aria-invalid"), "true");
    const described = (await field.getAttribute("aria-describedby")) ?? "";
    assert.match(await anh.pane.locator(`#${described}`).innerText(), /không đúng/);
    await anh.pane.locator("#sign-in-password:focus").waitFor();
  });

  it("the first version is submitted and its receipt shown", async () => {
    await signIn(anh);
    await anh.sees(/Hạn nộp/);
    await anh.presses(/Xem lại và nộp bản 1/);
    await anh.sees(/Đây là bản đầu tiên/);
    await submits(anh, 1);
    const { versions } = await anh.person.get("readSubmission", {
      params: { roundId: round.roundId, organisationId: PROVINCE },
    });
    const [first] = versions;
    assert.ok(first);
    await anh.pane.getByText(first.receipt).first().waitFor();
    assert.equal(await anh.pane.locator(`code[title="${first.sha256}"]`).count(), 1);
  });

  it("before the second, what has changed is told line by line", async () => {
    await signIn(binh);
    await binh.presses(/Xem lại và nộp bản 2/);
    await binh.sees(/Không có dòng nào thay đổi/);
    await binh.presses("Quay lại");

    await anh.types(`${SHEET}!C9`, "Sở Xây dựng");
    await anh.types(`${SHEET}!C13`, "Sở Công Thương");
    await anh.presses(/Xem lại và nộp bản 2/);
    await anh.sees(/Sửa \(2\)/);
    const changes = anh.pane.locator(".submit-change", { hasText: "Sở Xây dựng" });
    assert.match(await changes.locator("del").innerText(), /\S/);
    assert.equal(await changes.locator("ins").innerText(), "“Sở Xây dựng”");
  });

  it("what is changed after it was read is not submitted unseen", async () => {
    await anh.types(`${SHEET}!C14`, "Sở Tư pháp");
    await anh.sees(/đã thay đổi sau khi đọc/);
    assert.equal(await anh.pane.getByRole("button", { name: "Nộp bản 2", exact: true }).count(), 0);
    await anh.presses("Đọc lại");
    await anh.sees(/Sửa \(3\)/);
    await submits(anh, 2);
  });

  it("who comes second settles line by line, and submits on top of the first", async () => {
    await binh.types(`${SHEET}!C9`, "Sở Nội vụ");
    await binh.types(`${SHEET}!C10`, "Sở Y tế");
    await binh.presses(/Xem lại và nộp bản 2/);
    await binh.presses("Nộp bản 2");
    await binh.sees(/Có người nộp trước/);
    await binh.presses("Xem và chọn từng dòng");
    await binh.sees(/Còn 1 chỗ chưa chọn/);
    const apply = binh.pane.getByRole("button", { name: "Ghi vào tệp" });
    assert.equal(await apply.getAttribute("aria-disabled"), "true");
    await binh.pane.getByRole("radio", { name: /Bản 2.*Sở Xây dựng/s }).check();
    await apply.click();
    await binh.sees(/Đã ghi 3 ô vào tệp/);
    const now = await Promise.all([9, 10, 13, 14].map((row) => binh.content(SHEET, row, LEAD_AGENCY)));
    assert.deepEqual(now, ["Sở Xây dựng", "Sở Y tế", "Sở Công Thương", "Sở Tư pháp"]);
    await binh.presses("Xem khác biệt và nộp lại");
    await binh.sees(/Sửa \(1\)/);
    await submits(binh, 3);
  });

  it("what was returned says why, and each comment leads to its cell", async () => {
    const params = { roundId: round.roundId, organisationId: PROVINCE };
    const comments = [{ sheet: SHEET, cell: "F12", text: "Xin kiểm tra lại số này." }];
    await round.reviewer.get("returnSubmission", {
      params,
      body: { version: 3, why: "Thiếu căn cứ.", comments },
    });
    await binh.presses("Cập nhật");
    await binh.sees(/Bị trả lại/);
    await binh.sees(/Thiếu căn cứ\./);
    await binh.presses(`Đến ô ${SHEET}!F12`);
    await binh.page.waitForFunction(() => {
      const [area] = phulucDemo.book.selection?.areas ?? [];
      return area?.top === 12 && area.left === 5;
    });
    await binh.presses("Đã xử lý");
    await binh.sees(/Ý kiến đã xử lý \(1\)/);
    const { comments: left } = await binh.person.get("listComments", { params });
    assert.equal(left.filter(({ resolvedAt }) => resolvedAt === null).length, 0);
  });

  it("the history tells all of it, newest first", async () => {
    await binh.presses(/Lịch sử: 3 bản/);
    await binh.pane.locator(":focus", { hasText: /^Lịch sử bản nộp$/ }).waitFor();
    const versions = await binh.pane.locator(".submit-version h4").allInnerTexts();
    assert.deepEqual(
      versions.map((text) => /Bản \d/.exec(text)?.[0]),
      ["Bản 3", "Bản 2", "Bản 1"],
    );
    assert.match(await binh.pane.locator(".submit-event").first().innerText(), /trả lại bản 3/);
    assert.deepEqual([...anh.crashes, ...binh.crashes], []);
  });
});
