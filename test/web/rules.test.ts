/** The catalogue of rules: nobody has to sign in, all rules stand in a group, and each is found, linked and printed. */
import assert from "node:assert/strict";
import type { Context } from "mocha";
import type { Browser } from "playwright-core";
import { RULE_GROUPS } from "../../server/web/rules/groups.ts";
import { rules } from "../../shared/rules/index.ts";
import { violationsIn } from "../addin/axe.ts";
import { startChromium } from "../addin/chromium.ts";
import { makeDatabase, startProcess, type ServiceProcess, type TestDatabase } from "../server/service.ts";
import { assertNotTooWide, visit, type Visitor } from "./visitor.ts";

describe("the groups of the catalogue", () => {
  it("name every rule, once, and no other", () => {
    assert.deepEqual(RULE_GROUPS.flatMap((group) => group.rules).sort(), rules.map(({ id }) => id).sort());
  });
  it("have ids of their own", () => {
    const ids = [...RULE_GROUPS.map(({ id }) => id), ...rules.map(({ id }) => id)];
    assert.equal(new Set(ids).size, ids.length);
  });
});

describe("the catalogue of rules", () => {
  let browser: Browser;
  let database: TestDatabase;
  let service: ServiceProcess;
  let reader: Visitor;
  before(async function (this: Context) {
    browser = await startChromium(this);
    database = await makeDatabase("sqlite", this);
    service = await startProcess(database.env);
    reader = await visit(browser, { url: service.url, account: null, path: "/quy-tac" });
  });
  after(async () => {
    await browser?.close();
    await service?.stop();
    await database?.drop();
  });

  const shown = (): Promise<string[]> => reader.page.locator(".rule-link code").allInnerTexts();

  const counted = (count: number): Promise<void> =>
    reader.page
      .locator(".rules-seeking [role=status]", { hasText: new RegExp(`^${String(count)} quy tắc$`) })
      .waitFor();

  it("is shown to who is not signed in, with what each rule checks, an example and its source", async () => {
    assert.deepEqual((await shown()).sort(), rules.map(({ id }) => id).sort());
    const text = await reader.page.innerText("main");
    for (const { checks, source } of rules)
      for (const part of [checks.vi, source.vi]) assert.ok(text.includes(part), part);
    assert.deepEqual(reader.complaints(), []);
  });

  const SOUGHT: readonly (readonly [string, readonly string[]])[] = [
    ["chong cheo", ["duplicate-line-item"]],
    ["NUMBER-GAP", ["number-gap"]],
    ["không có gì như vậy", []],
  ];
  for (const [words, ids] of SOUGHT)
    it(`“${words}” finds ${ids.join(", ") || "nothing, and says so"}`, async () => {
      await reader.page.fill("#rules-search", words);
      await counted(ids.length);
      assert.deepEqual(await shown(), ids);
      assert.equal(await reader.page.getByText("Không có quy tắc nào phù hợp.").count(), ids.length === 0 ? 1 : 0);
      await reader.page.fill("#rules-search", "");
      await counted(rules.length);
    });

  it("shows one severity", async () => {
    await reader.page.selectOption("#rules-severity", "ask");
    const asked = rules.filter(({ severity }) => severity === "ask").map(({ id }) => id);
    await counted(asked.length);
    assert.deepEqual((await shown()).sort(), asked.sort());
    await reader.page.selectOption("#rules-severity", "all");
  });

  it("each rule has an address that leads to it, and back", async () => {
    await reader.page.fill("#rules-search", "number-gap");
    await counted(1);
    await reader.page.click(".rule-link");
    await reader.page.locator("#number-gap:focus").waitFor();
    assert.equal(new URL(reader.page.url()).pathname, "/quy-tac/number-gap");
    await counted(rules.length);
    assert.equal((await shown()).length, rules.length);
    await reader.goTo("/quy-tac/typed-total");
    await reader.page.locator("#typed-total:focus").waitFor();
    assert.ok(await reader.page.locator("#typed-total").isVisible());
    await reader.goTo("/quy-tac/khong-co");
    await reader.page.getByText("Không có quy tắc “khong-co”").waitFor();
  });

  it("leads to its groups", async () => {
    await reader.goTo("/quy-tac");
    await reader.page.getByRole("link", { name: "Thời gian" }).click();
    await reader.page.waitForURL(/#thoi-gian$/);
    assert.equal((await shown()).length, rules.length);
  });

  it("on paper is the booklet without what is pressed", async () => {
    await reader.page.emulateMedia({ media: "print" });
    for (const hidden of [".head", ".rules-seeking", ".rules-groups", ".button"])
      assert.equal(await reader.page.locator(hidden).first().isVisible(), false, hidden);
    assert.ok(await reader.page.getByText(/phiên bản \d/).isVisible());
    await reader.page.emulateMedia({ media: "screen" });
  });

  it("is without a violation, light and dark, and never too wide", async () => {
    assert.deepEqual(await violationsIn(reader.page.mainFrame()), []);
    await reader.page.emulateMedia({ colorScheme: "dark" });
    await reader.goTo("/quy-tac/number-gap");
    assert.deepEqual(await violationsIn(reader.page.mainFrame()), []);
    await reader.page.setViewportSize({ width: 360, height: 740 });
    await assertNotTooWide(reader);
  });
});
