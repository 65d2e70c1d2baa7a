/** One's account: who one is, a new password, and where one is signed in. */
import assert from "node:assert/strict";
import type { Browser } from "playwright-core";
import { nameBrowser } from "../../server/web/account/browser-name.ts";
import { violationsIn } from "../addin/axe.ts";
import { startChromium } from "../addin/chromium.ts";
import { openDesk, type Desk } from "../server/desk.ts";
import { signIn } from "../server/service.ts";
import { assertNotTooWide, visit, type Visitor } from "./visitor.ts";

const ENGINE = "AppleWebKit/537.36 (KHTML, like Gecko)";
const AGENTS: readonly (readonly [name: string, userAgent: string])[] = [
  ["Chrome, Windows", `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${ENGINE} Chrome/130.0.0.0 Safari/537.36`],
  ["Edge, Windows", `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${ENGINE} Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0`],
  ["Cốc Cốc, Windows", `Mozilla/5.0 (Windows NT 10.0) ${ENGINE} coc_coc_browser/128.0 Chrome/122.0.0.0 Safari/537.36`],
  ["Firefox, Linux", "Mozilla/5.0 (X11; Linux x86_64; rv:131.0) Gecko/20100101 Firefox/131.0"],
  [
    "Safari, macOS",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.6 Safari/605.1.15",
  ],
  [
    "Safari, iOS",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.6 Mobile/15E148 Safari/604.1",
  ],
  [
    "Chrome, iOS",
    "Mozilla/5.0 (iPad; CPU OS 17_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/130.0 Mobile/15E148 Safari/604.1",
  ],
  ["Chrome, Android", `Mozilla/5.0 (Linux; Android 10; K) ${ENGINE} Chrome/130.0.0.0 Mobile Safari/537.36`],
  ["Excel, macOS", "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)"],
  ["Excel, Windows", "Microsoft Office Excel 2016 (16.0) Windows NT 10.0"],
  ["Chương trình khác", "node"],
  ["Không rõ trình duyệt", ""],
];

describe("a session's browser in plain words", () => {
  for (const [name, userAgent] of AGENTS)
    it(name, () => {
      assert.equal(nameBrowser(userAgent).vi, name);
    });
});

describe("one's account", () => {
  let desk: Desk;
  let browser: Browser;
  let officer: Visitor;
  before(async function () {
    browser = await startChromium(this);
    desk = await openDesk("sqlite", this);
    officer = await visit(browser, { url: desk.url, account: desk.officer, path: "/tai-khoan" });
  });
  after(async () => {
    await browser?.close();
    await desk?.end();
  });

  const sessions = () => officer.page.locator(".account tbody tr");

  it("says who one is and what one may do", async () => {
    const text = await officer.page.innerText("main");
    for (const part of [desk.officer.email, "Vĩnh Long", "Người nộp", "nộp phụ lục của đơn vị mình"])
      assert.ok(text.includes(part), part);
    assert.deepEqual(await violationsIn(officer.page.mainFrame()), []);
    await officer.page.emulateMedia({ colorScheme: "dark" });
    assert.deepEqual(await violationsIn(officer.page.mainFrame()), []);
    await officer.page.setViewportSize({ width: 360, height: 740 });
    await assertNotTooWide(officer);
    await officer.page.setViewportSize({ width: 1366, height: 768 });
    assert.deepEqual(officer.complaints(), []);
  });

  it("a session elsewhere is seen and ended; this one is marked and has no such button", async () => {
    const elsewhere = await signIn(desk.url, desk.officer);
    await officer.goTo("/tai-khoan");
    const before = await sessions().count();
    const own = sessions().filter({ hasText: "phiên này" });
    assert.equal(await own.count(), 1);
    assert.match(await own.innerText(), /Chrome, /);
    assert.equal(await own.getByRole("button").count(), 0);
    // All that are not this browser's: the test's own programs.
    for (let left = before - 1; left > 0; left--) {
      await sessions().getByRole("button", { name: "Kết thúc" }).first().click();
      await sessions().nth(left).waitFor({ state: "detached" });
    }
    const refused = await elsewhere.refused("readMe", {});
    assert.equal(refused.code, "session-ended");
  });

  it("a wrong password is refused in words; a new one counts from then on", async () => {
    const { page } = officer;
    const next = "một mật khẩu mới 2026";
    const change = async (current: string): Promise<void> => {
      await page.fill("#password-current", current);
      await page.fill("#password-next", next);
      await page.fill("#password-again", next);
      await page.press("#password-again", "Enter");
    };
    await change("không phải mật khẩu");
    await page.getByText("Mật khẩu hiện tại không đúng.").waitFor();
    await page.locator("#password-next:focus").waitFor();
    await change(desk.officer.password);
    await page.getByText("Đã đổi mật khẩu.").waitFor();
    assert.equal(await page.inputValue("#password-current"), "");
    const changed = await signIn(desk.url, { email: desk.officer.email, password: next });
    assert.equal((await changed.get("readMe", {})).email, desk.officer.email);
  });

  it("signing out everywhere is asked about first, and ends them all", async () => {
    const { page } = officer;
    await page.getByRole("button", { name: "Đăng xuất khỏi mọi thiết bị" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Không" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Đăng xuất khỏi mọi thiết bị" }).click();
    await dialog.getByRole("button", { name: "Đăng xuất khỏi mọi thiết bị" }).click();
    await page.waitForSelector("#sign-in-email");
  });
});
