/** The frame around the pages: coming in, going about, going out. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { startChromium } from "../addin/chromium.ts";
import { MINISTRY, openRound, type OpenRound } from "../server/rounds.ts";
import { signIn, startProcess, type Person, type ServiceProcess } from "../server/service.ts";
import { visit, type Visitor } from "./visitor.ts";

describe("the frame around the pages", () => {
  const folder = mkdtempSync(join(tmpdir(), "phuluc-shell-"));
  let browser: Browser;
  let service: ServiceProcess;
  let round: OpenRound;
  let reviewer: Person;
  before(async function () {
    browser = await startChromium(this);
    service = await startProcess({ DATA_DIR: folder });
    round = await openRound(service, { expectedIds: ["tinh-nghe-an"] });
    reviewer = round.reviewer;
  });
  after(async () => {
    await browser?.close();
    await service?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const enter = (path = "/dot"): Promise<Visitor> => visit(browser, { url: service.url, account: reviewer, path });
  const stranger = (path: string): Promise<Visitor> => visit(browser, { url: service.url, account: null, path });
  const heading = ({ page }: Visitor): Promise<string> => page.locator("main h1").first().innerText();
  const addressOf = ({ page }: Visitor): string => new URL(page.url()).pathname;

  it("a stranger signs in at the very address they were sent", async () => {
    const visitor = await enter(`/dot/${round.roundId}`);
    assert.equal(addressOf(visitor), `/dot/${round.roundId}`);
    assert.match(await heading(visitor), /Kế hoạch ứng dụng CNTT/);
    assert.deepEqual(visitor.complaints(), []);
    await visitor.leave();
  });

  it("a wrong password is told at its field, and what was typed stays", async () => {
    const visitor = await stranger("/dot");
    const { page } = visitor;
    await page.fill("#sign-in-email", reviewer.email);
    await page.fill("#sign-in-password", "mật khẩu nào đó");
    await page.press("#sign-in-password", "Enter");
    await page.getByText(/mật khẩu không đúng/).waitFor();
    assert.equal(await page.getAttribute("#sign-in-password", "aria-invalid"), "true");
    assert.equal(await page.inputValue("#sign-in-email"), reviewer.email);
    await page.locator("#sign-in-password:focus").waitFor();
    await visitor.leave();
  });

  it("a first password is changed before anything else", async () => {
    const { person, firstPassword } = await round.administrator.get("addPerson", {
      params: { organisationId: MINISTRY },
      body: { name: "Người mới", email: "nguoi.moi@vi-du.vn", role: "viewer" },
    });
    const visitor = await stranger("/dot");
    const { page } = visitor;
    await page.fill("#sign-in-email", person.email);
    await page.fill("#sign-in-password", firstPassword);
    await page.press("#sign-in-password", "Enter");
    await page.waitForSelector("#password-current");
    const next = "chín con voi qua cầu";
    await page.fill("#password-current", firstPassword);
    await page.fill("#password-next", next);
    await page.fill("#password-again", `${next}.`);
    await page.press("#password-again", "Enter");
    await page.getByText(/chưa giống nhau/).waitFor();
    await page.fill("#password-again", next);
    await page.press("#password-again", "Enter");
    await page.waitForSelector(".head-me");
    assert.equal((await signIn(service.url, { email: person.email, password: next })).id, person.id);
    await visitor.leave();
  });

  it("links are followed without loading anew, and gone back from", async () => {
    const visitor = await enter();
    const { page } = visitor;
    await page.evaluate("globalThis.isSameDocument = true");
    await page.getByRole("link", { name: "Quy tắc" }).click();
    await visitor.settled();
    assert.equal(addressOf(visitor), "/quy-tac");
    await page.goBack();
    await visitor.settled();
    assert.equal(addressOf(visitor), "/dot");
    assert.equal(await page.evaluate("globalThis.isSameDocument"), true);
    await visitor.leave();
  });

  it("an address that leads nowhere says so, and where to begin", async () => {
    const visitor = await stranger("/dot/a/b/c");
    assert.equal(await heading(visitor), "Không có trang này");
    await visitor.leave();
  });

  it("the language stays as it was chosen", async () => {
    const visitor = await enter();
    await visitor.page.getByRole("button", { name: "English" }).click();
    await visitor.page.getByRole("button", { name: "Tiếng Việt" }).waitFor();
    await visitor.page.reload();
    await visitor.page.getByRole("link", { name: "Rounds" }).waitFor();
    assert.equal(await visitor.page.getAttribute("html", "lang"), "en");
    await visitor.leave();
  });

  it("signing out in one window signs out the other", async () => {
    const visitor = await enter();
    const other = await visitor.context.newPage();
    await other.goto(`${service.url}/dot`);
    await other.waitForSelector(".head-me");
    await visitor.page.getByRole("button", { name: "Đăng xuất" }).click();
    await visitor.page.waitForSelector("#sign-in-email");
    await other.waitForSelector("#sign-in-email");
    await visitor.leave();
  });

  it("a session that was ended elsewhere asks for the password, in the same place", async () => {
    const visitor = await enter();
    await round.administrator.get("endSessions", { params: { personId: reviewer.id } });
    await visitor.page.locator(".head-me").click();
    await visitor.page.waitForSelector("#sign-in-email");
    assert.equal(addressOf(visitor), "/tai-khoan");
    await visitor.page
      .getByText(/Xin đăng nhập/)
      .first()
      .waitFor();
    await visitor.page.fill("#sign-in-email", reviewer.email);
    await visitor.page.fill("#sign-in-password", reviewer.password);
    await visitor.page.press("#sign-in-password", "Enter");
    await visitor.page.waitForSelector(".head-me");
    assert.equal(addressOf(visitor), "/tai-khoan");
    await visitor.leave();
  });

  it("nothing is loaded from elsewhere, and nothing inline is allowed", async () => {
    const visitor = await stranger("/quy-tac");
    const hosts = new Set<string>();
    visitor.page.on("request", (request) => hosts.add(new URL(request.url()).origin));
    const answer = await visitor.page.reload();
    await visitor.settled();
    assert.deepEqual([...hosts], [service.url]);
    const policy = answer?.headers()["content-security-policy"] ?? "";
    assert.match(policy, /default-src 'self'/);
    assert.doesNotMatch(policy, /unsafe|https?:|\*/);
    await visitor.leave();
  });
});
