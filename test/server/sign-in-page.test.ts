/** The window of single sign-on in a real browser: who gets what came back, and what is left of it. */
import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { readConfig } from "../../server/config.ts";
import { makeLog } from "../../server/log.ts";
import { BUILT_PLACES } from "../../server/pages/built.ts";
import { startService, type Running } from "../../server/serve.ts";
import { startChromium } from "../addin/chromium.ts";

type BuildScript = (name: string, outdir: string) => Promise<unknown>;

const CHALLENGE = "c".repeat(43);
const LOST = /Không thấy ngăn Phụ Lục/;

/** As Office does it in a dialog: it knows where it is from the dialog's first page on. */
const OFFICE = `
  const isDialog = /_host_info/i.test(location.search) || sessionStorage.getItem("hostInfoValue") !== null;
  if (isDialog) sessionStorage.setItem("hostInfoValue", "Excel");
  globalThis.Office = {
    onReady: () => Promise.resolve({ host: isDialog ? "Excel" : null, platform: null }),
    context: { ui: { messageParent: (message) => sessionStorage.setItem("told", message) } },
  };
  history.replaceState = null;
  history.pushState = null;
`;

describe("the window of single sign-on", () => {
  let folder = "";
  let running: Running;
  let browser: Browser;
  before(async function () {
    browser = await startChromium(this);
    folder = mkdtempSync(join(tmpdir(), "phuluc-sign-in-"));
    const addin = join(folder, "addin");
    mkdirSync(addin);
    const { buildScript } = (await import(new URL("../../addin/build.mjs", import.meta.url).href)) as {
      buildScript: BuildScript;
    };
    await buildScript("dang-nhap", addin);
    copyFileSync(fileURLToPath(new URL("../../addin/pane/sign-in.html", import.meta.url)), join(addin, "sign-in.html"));
    const config = readConfig({ PORT: "0", DATA_DIR: join(folder, "data"), OFFICE_JS_URL: "/office-js/office.js" });
    running = await startService(config, makeLog("silent"), { places: { ...BUILT_PLACES, addin } });
  });
  after(async () => {
    await browser.close();
    await running.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  interface Seen {
    readonly page: Page;
    readonly said: () => string;
  }
  /** A page with all that it writes to its console. */
  async function open(
    address: string,
    prepare: (page: Page) => Promise<unknown> = () => Promise.resolve(),
  ): Promise<Seen> {
    const page = await browser.newPage();
    let said = "";
    page.on("console", (message) => (said += `${message.text()}\n`));
    page.on("pageerror", (trouble) => (said += `${trouble.message}\n`));
    await prepare(page);
    await page.goto(`${running.url}${address}`);
    return { page, said: () => said };
  }
  const words = async (page: Page, says: RegExp): Promise<void> => {
    await page.getByRole("status").filter({ hasText: says }).waitFor();
  };
  /** Opens the window as the pane does; gives the message, or null when none came. */
  const askedFrom = (page: Page, address: string, patienceMs = 60_000): Promise<unknown> =>
    page.evaluate(`new Promise((resolve) => {
      addEventListener("message", ({ data, origin }) => resolve({ data, origin }));
      globalThis.opened = open(${JSON.stringify(address)}, "_blank", "popup");
      setTimeout(() => resolve(null), ${String(patienceMs)});
    })`);

  it("tells the page of ours that opened it, and closes", async () => {
    const { page } = await open("/api/docs");
    const told = await askedFrom(page, "/dang-nhap#code=bi-mat");
    assert.deepEqual(told, { data: { phuluc: "sign-in", hash: "#code=bi-mat" }, origin: running.url });
    await page.waitForFunction("globalThis.opened.closed");
    await page.close();
  });
  it("goes from its beginning to the provider and back; what went wrong there is told too", async () => {
    const { page } = await open("/api/docs");
    // This service has no provider: it sends people straight back.
    const told = await askedFrom(page, `/dang-nhap?challenge=${CHALLENGE}`);
    assert.match(JSON.stringify(told), /"phuluc":"sign-in","hash":"#problem=oidc-unavailable/);
    await page.close();
  });
  it("tells nothing to another site's page that opened it", async () => {
    const { page } = await open("/api/docs");
    const other = running.url.replace("127.0.0.1", "localhost");
    const popup = page.waitForEvent("popup");
    assert.equal(await askedFrom(page, `${other}/dang-nhap#code=bi-mat`, 5000), null);
    await words(await popup, LOST);
    await page.close();
  });
  it("opened by nobody, it says what to do, and keeps nothing of the code", async () => {
    const { page, said } = await open("/dang-nhap#code=bi-mat");
    await words(page, LOST);
    assert.equal(page.url(), `${running.url}/dang-nhap`);
    assert.equal(
      await page
        .evaluate("JSON.stringify({ ...sessionStorage, ...localStorage })")
        .then(String)
        .then((text) => text.includes("bi-mat")),
      false,
    );
    assert.doesNotMatch(await page.content(), /bi-mat/);
    assert.doesNotMatch(said(), /bi-mat/);
    await page.close();
  });
  it("opened by hand, it says what it is for", async () => {
    const { page } = await open("/dang-nhap");
    await words(page, /chỉ dùng khi đăng nhập/);
    await page.close();
  });
  it("where signing in did not succeed and nobody listens, it says so", async () => {
    const { page } = await open("/dang-nhap#problem=oidc-failed");
    await words(page, /Đăng nhập không thành/);
    await page.close();
  });
  it("in Office's dialog it tells the pane through Office, also after the provider", async () => {
    const { page, said } = await open(`/dang-nhap?challenge=${CHALLENGE}&_host_Info=Excel$Win32$16.01$vi-VN`, (fresh) =>
      fresh.route("**/office-js/office.js", (route) => route.fulfill({ contentType: "text/javascript", body: OFFICE })),
    );
    await words(page, /Xong, xin trở lại/);
    assert.match(String(await page.evaluate('sessionStorage.getItem("told")')), /^#problem=oidc-unavailable/);
    assert.equal(page.url(), `${running.url}/dang-nhap`);
    assert.equal(said(), "");
    await page.close();
  });
  it("without the library it still says what to do", async () => {
    const { page } = await open("/dang-nhap#code=bi-mat", (fresh) =>
      fresh.route("**/office-js/office.js", (route) => route.abort()),
    );
    await words(page, LOST);
    await page.close();
  });
});
