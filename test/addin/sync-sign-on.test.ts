/** Single sign-on from the pane, in a real browser, with a real provider and a real service. */
import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { startProvider, walkLogin, type RealProvider } from "../server/oidc-provider.ts";
import { PROVINCE } from "../server/review-scene.ts";
import { makeDatabase, signInFirst, startProcess, type ServiceProcess, type TestDatabase } from "../server/service.ts";
import { startChromium } from "./chromium.ts";
import { openSite, openWindow, type Site, type Window } from "./sync-site.ts";
import { walk } from "./walk.ts";

const KNOWN = { login: "an", email: "an.nguyen@vi-du.vn", isVerified: true };
const UNKNOWN = { login: "la", email: "nguoi.la@vi-du.vn", isVerified: true };

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

describe("single sign-on from the pane", () => {
  let database: TestDatabase;
  let provider: RealProvider;
  let service: ServiceProcess;
  let browser: Browser;
  let site: Site;

  before(async function () {
    browser = await startChromium(this);
    database = await makeDatabase("sqlite", this);
    const port = await freePort();
    const callback = `http://127.0.0.1:${String(port)}/api/v1/oidc/callback`;
    provider = await startProvider([KNOWN, UNKNOWN], { port: 0, callback });
    service = await startProcess({ ...database.env, ...provider.env, PORT: String(port) });
    assert.ok(service.firstAccount);
    const administrator = await signInFirst(service.url, service.firstAccount);
    await administrator.get("addPerson", {
      params: { organisationId: PROVINCE },
      body: { name: "Nguyễn An", email: KNOWN.email, role: "submitter" },
    });
    site = await openSite(service.url);
  });
  after(async () => {
    await browser?.close();
    await site?.end();
    await service?.stop();
    await provider?.stop();
    await database?.drop();
  });

  /** What the window of the sign-in page would come back with. */
  const comeBack = async (address: string, login: string): Promise<string> => {
    const { origin, pathname, search } = new URL(address);
    assert.deepEqual([origin, pathname], [site.url, "/dang-nhap"]);
    const start = `${service.url}/api/v1/oidc/start${search}`;
    const callback = await walkLogin(start, { login, home: `${service.url}/api/v1/oidc/callback` });
    const response = await fetch(callback, { redirect: "manual" });
    return new URL(response.headers.get("location") ?? "").hash.slice(1);
  };

  const openWith = async (
    openSignIn: (address: string) => Promise<string | null>,
    options: BrowserContextOptions = {},
  ): Promise<Window> => {
    const context = await browser.newContext(options);
    await context.exposeFunction("openSignIn", openSignIn);
    const window = await openWindow(site, context);
    await window.until((state) => state.account.kind === "signed-out" && state.account.oidcName !== null);
    return window;
  };

  it("is offered by its name, and signs in who has an account", async () => {
    const window = await openWith((address) => comeBack(address, "an"));
    const { account } = await window.state();
    assert.deepEqual(account, { kind: "signed-out", oidcName: "Tài khoản công vụ" });
    await window.call("signInWithOidc");
    await window.until((state) => state.account.kind === "signed-in" && state.account.me.name === "Nguyễn An");
  });

  it("by the pane's button: the window goes to the provider and back, and the pane is signed in", async () => {
    const { page, pane, sees, crashes, context } = await walk(browser, service.url);
    await pane.getByRole("tab", { name: "Nộp" }).click();
    const opening = page.waitForEvent("popup");
    await pane.getByRole("button", { name: /Tài khoản công vụ/ }).click();
    const window = await opening;
    await window.locator("[name=login]").fill("an");
    await window.locator("[name=password]").fill("x");
    await window.locator("[type=submit]").click();
    const closing = window.waitForEvent("close");
    await window.getByRole("button", { name: "Continue" }).click();
    await closing;
    await sees(/Nguyễn An/);
    assert.deepEqual(crashes, []);
    await context.close();
  });

  it("closed before anybody signed in, the window leaves the pane as it was", async () => {
    const { page, pane, context } = await walk(browser, service.url);
    await pane.getByRole("tab", { name: "Nộp" }).click();
    const opening = page.waitForEvent("popup");
    const button = pane.getByRole("button", { name: /Tài khoản công vụ/ });
    await button.click();
    const window = await opening;
    await window.locator("[name=login]").waitFor();
    await window.close();
    await pane.getByRole("button", { name: "Đăng nhập", exact: true }).waitFor();
    assert.equal(await pane.getByRole("alert").count(), 0);
    await context.close();
  });

  it("who has no account is told so in the service's words", async () => {
    const window = await openWith((address) => comeBack(address, "la"));
    await window.call("signInWithOidc");
    const { account, problem } = await window.state();
    assert.equal(account.kind, "signed-out");
    assert.match(problem?.vi ?? "", /Chưa có tài khoản cho “nguoi\.la@vi-du\.vn”/);
  });

  it("a window that was closed says nothing", async () => {
    const window = await openWith(() => Promise.resolve(null));
    await window.call("signInWithOidc");
    const { account, problem, busy } = await window.state();
    assert.deepEqual([account.kind, problem, busy], ["signed-out", null, null]);
  });

  it("a code meant for another page is worth nothing here", async () => {
    let code = "";
    const first = await openWith(async (address) => {
      code = await comeBack(address, "an");
      return null;
    });
    await first.call("signInWithOidc");
    const second = await openWith(() => Promise.resolve(code));
    await second.call("signInWithOidc");
    const { account, problem } = await second.state();
    assert.equal(account.kind, "signed-out");
    assert.match(problem?.vi ?? "", /không thành công/);
  });

  it("where the browser hashes nothing for a page without HTTPS, that is said", async () => {
    const window = await openWith(() => Promise.reject(new Error("nothing is to be opened")));
    await window.page.evaluate("Object.defineProperty(crypto, 'subtle', { value: undefined })");
    await window.call("signInWithOidc");
    assert.match((await window.state()).problem?.vi ?? "", /HTTPS/);
  });
});
