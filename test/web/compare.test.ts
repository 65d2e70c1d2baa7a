/** A submission beside its other versions, the round before and other organisations, and what happened to it, as the ministry's reviewer sees it. */
import assert from "node:assert/strict";
import type { Browser, Page } from "playwright-core";
import type { FieldChange } from "../../shared/compare-versions.ts";
import { violationsIn } from "../addin/axe.ts";
import { startChromium } from "../addin/chromium.ts";
import { eventually } from "../eventually.ts";
import { openComparedPlans, SHARED_WORK, type ComparedPlans } from "./compared-plans.ts";
import { assertNotTooWide, visit, type Visitor } from "./visitor.ts";

const MILLION = 1_000_000;
const inMillions = (dong: number): string => new Intl.NumberFormat("vi-VN").format(dong / MILLION);
const signed = (dong: number): string => `${dong > 0 ? "+" : dong < 0 ? "−" : ""}${inMillions(Math.abs(dong))}`;

/** The cells of each row of a table, the name without what stands under it. */
async function rowsOf(page: Page, table: string, part: "tbody" | "tfoot" = "tbody"): Promise<readonly string[][]> {
  const rows = await page.locator(`table.of-${table} ${part} tr`).allInnerTexts();
  return rows.map((row) => row.split("\t").map((cell) => cell.split("\n")[0]?.trim() ?? ""));
}

/** Name, before, now, difference, as the page prints them. */
const printed = ({ before, now, difference }: FieldChange): string[] => [
  ...[before, now].map((value) => (typeof value === "number" ? inMillions(value) : (value ?? "(trống)"))),
  difference === null ? "" : signed(difference),
];

describe("a submission beside others", () => {
  let browser: Browser;
  let plans: ComparedPlans;
  let reviewer: Visitor;
  before(async function () {
    browser = await startChromium(this);
    plans = await openComparedPlans(this);
    reviewer = await visit(browser, { url: plans.scene.url, account: plans.scene.reviewer });
  });
  after(async () => {
    await browser?.close();
    await plans?.scene.end();
  });
  afterEach(() => {
    assert.deepEqual(reviewer.complaints(), []);
  });

  const pathOf = (asked: string, { roundId, organisationId } = plans.place): string =>
    `/dot/${roundId}/${organisationId}?${asked}`;
  const text = (selector: string): Promise<string> => reviewer.page.locator(selector).first().innerText();
  const changes = (version: number, since: number) =>
    plans.scene.reviewer.get("compareVersions", { params: { ...plans.place, version }, query: { since } });

  for (const { since, version, counts } of [
    { since: 1, version: 2, counts: { changed: 1, added: 1, removed: 1, moved: 1 } },
    { since: 3, version: 1, counts: { changed: 2, added: 1, removed: 1, moved: 1 } },
    { since: 2, version: 3, counts: { changed: 1, added: 0, removed: 0, moved: 0 } },
  ] as const)
    it(`version ${String(version)} compared with ${String(since)} shows what the service answers`, async () => {
      const answer = await changes(version, since);
      for (const list of ["changed", "added", "removed", "moved"] as const)
        assert.equal(answer[list].length, counts[list], list);
      await reviewer.goTo(pathOf(`xem=so-sanh&ban=${String(version)}&tu-ban=${String(since)}`));
      const { page } = reviewer;
      assert.deepEqual(
        (await rowsOf(page, "totals")).map((cells) => cells.slice(1)),
        answer.totals
          .filter(({ beforeDong, nowDong }) => beforeDong !== 0 || nowDong !== 0)
          .map(({ beforeDong, nowDong, differenceDong }) =>
            printed({
              field: "",
              header: "",
              isDong: true,
              before: beforeDong,
              now: nowDong,
              difference: differenceDong,
            }),
          ),
      );
      assert.deepEqual(
        (await rowsOf(page, "changed")).map((cells) => cells.slice(-3)),
        answer.changed.flatMap(({ fields }) => fields.map(printed)),
      );
      assert.deepEqual(
        (await rowsOf(page, "printed")).map((cells) => cells.slice(-3)),
        answer.printed.flatMap(({ fields }) => fields.map(printed)),
      );
      for (const [list, sign] of [
        ["added", 1],
        ["removed", -1],
      ] as const)
        assert.deepEqual(
          await rowsOf(page, list),
          answer[list].map(({ number, name, leadAgency, period, amountDong }) => [
            `${number}. ${name}`,
            leadAgency,
            period,
            signed(sign * (amountDong ?? 0)),
          ]),
        );
      assert.deepEqual(
        await rowsOf(page, "moved"),
        answer.moved.map(({ line, sectionsBefore }) => [`${line.number}. ${line.name}`, sectionsBefore, line.sections]),
      );
      assert.match(await text(".compare-summary"), new RegExp(`${String(answer.unchanged)} dòng giữ nguyên`));
    });

  it("the latest version is compared with the one before, unless others are chosen", async () => {
    const { page } = reviewer;
    await reviewer.goTo(pathOf("xem=so-sanh"));
    assert.equal(await text(".compare h2"), "Bản 3 so với bản 2");
    await page.selectOption("#compare-since", "1");
    await page.getByRole("heading", { name: "Bản 3 so với bản 1" }).waitFor();
    await page.selectOption("#compare-version", "1");
    await page.getByRole("heading", { name: "Bản 1 so với bản 3" }).waitFor();
    assert.match(page.url(), /ban=1&tu-ban=3$/);
    await reviewer.goTo(pathOf("xem=so-sanh&ban=1"));
    assert.match(await text(".compare"), /Bản 1 là bản đầu tiên/);
    await reviewer.goTo(pathOf("xem=so-sanh", plans.other));
    assert.match(await text(".compare"), /Mới có một bản/);
  });

  it("a line leads to its cell, a removed one to that of the version before", async () => {
    await reviewer.goTo(pathOf("xem=so-sanh&ban=2&tu-ban=1"));
    const addressOf = (table: string): Promise<string | null> =>
      reviewer.page.locator(`table.of-${table} a`).first().getAttribute("href");
    const answer = await changes(2, 1);
    for (const [list, version, line] of [
      ["added", 2, answer.added[0]],
      ["removed", 1, answer.removed[0]],
      ["changed", 2, answer.changed[0]?.line],
    ] as const) {
      const cell = new URLSearchParams({ o: line?.key ?? "" }).toString();
      assert.equal(await addressOf(list), pathOf(`ban=${String(version)}&${cell}`));
    }
  });

  it("searched, of money only, and the largest change first", async () => {
    const { page } = reviewer;
    await reviewer.goTo(pathOf("xem=so-sanh&ban=3&tu-ban=1"));
    await page.getByLabel("Số tiền đổi nhiều nhất trước").check();
    await eventually(async () =>
      assert.match((await rowsOf(page, "changed"))[0]?.[0] ?? "", /Hệ thống thông tin báo cáo/),
    );
    await page.getByLabel("Hiện").selectOption("money");
    await page.locator("table.of-moved").waitFor({ state: "detached" });
    assert.deepEqual(
      (await rowsOf(page, "changed")).filter((cells) => cells.at(-1) === ""),
      [],
    );
    await page.fill("#compare-search", "moi truong luu vuc");
    await page.locator("table.of-changed").waitFor({ state: "detached" });
    assert.equal((await rowsOf(page, "added")).length, 1);
    await page.fill("#compare-search", "không có dòng nào như thế");
    await page.getByText("Không có dòng nào khớp").waitFor();
  });

  it("beside the round before: amounts, what is new, what has ended, and both totals", async () => {
    const { page } = reviewer;
    const params = { ...plans.place, version: 1 };
    const { lines } = await plans.scene.reviewer.get("compareWithPreviousRound", { params });
    await reviewer.goTo(pathOf("xem=dot-truoc&ban=1"));
    const rows = await rowsOf(page, "previous");
    assert.deepEqual(
      rows.map((cells) => cells.slice(2)),
      lines.map(({ now, before, differenceDong }) => [
        before ? inMillions(before.amountDong ?? 0) : "",
        now ? inMillions(now.amountDong ?? 0) : "",
        signed(differenceDong ?? (now?.amountDong ?? 0) - (before?.amountDong ?? 0)),
      ]),
    );
    assert.deepEqual(rows[0]?.slice(2), ["3.200", "3.500", "+300"]);
    assert.match(rows[1]?.[0] ?? "", /tích hợp dữ liệu mới$/);
    assert.deepEqual((await rowsOf(page, "previous", "tfoot"))[0]?.slice(1), ["8.650", "11.950", "+3.300"]);
    await page.getByLabel("Hiện").selectOption("added");
    await page.getByText("Cộng các dòng đang hiện").waitFor();
    assert.equal((await rowsOf(page, "previous")).length, 1);
    await reviewer.goTo(pathOf("xem=dot-truoc", plans.before));
    assert.match(await text(".compare"), /không nêu đợt trước.*ô “Đợt trước”/);
  });

  it("the same work of another province stands beside it, one's own first", async () => {
    await reviewer.goTo(pathOf("xem=trung-lap"));
    const { page } = reviewer;
    const group = page.locator(".compare-list", { hasText: SHARED_WORK });
    assert.match(await group.locator("h3").innerText(), /trùng tên/);
    const rows = (await group.locator("tbody tr").allInnerTexts()).map((row) => row.split("\t"));
    assert.match(rows[0]?.[0] ?? "", /Vĩnh Long bản này/);
    assert.match(rows[1]?.[0] ?? "", /Nghệ An/);
    assert.deepEqual(
      rows.map((cells) => cells[4]),
      ["634", "634"],
    );
    assert.match(await text(".compare"), /gợi ý để xem lại, không phải kết luận/);
    const link = await group.locator("tbody tr").nth(1).locator("a").getAttribute("href");
    assert.match(link ?? "", new RegExp(`/${plans.other.organisationId}\\?ban=1&o=PL1%21B8$`));
  });

  it("versions and what happened, newest first, with the reason of a return", async () => {
    await reviewer.goTo(pathOf("xem=dien-bien"));
    const { page } = reviewer;
    const heads = await page.locator(".version-card h3").allInnerTexts();
    assert.deepEqual(
      heads.map((head) => head.slice(0, "Bản 1".length)),
      ["Bản 3", "Bản 2", "Bản 1"],
    );
    const told = await page.locator(".timeline-event").allInnerTexts();
    assert.deepEqual(
      told.map((event) => /chấp nhận|trả lại|nộp bản \d/.exec(event)?.[0]),
      ["chấp nhận", "nộp bản 3", "nộp bản 2", "trả lại", "nộp bản 1"],
    );
    assert.ok(told[3]?.includes(`“${plans.why}”`));
    await page.getByRole("link", { name: "So với bản 2" }).click();
    await page.getByRole("heading", { name: "Bản 3 so với bản 2" }).waitFor();
    await reviewer.goTo(pathOf("xem=dien-bien"));
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: "Phụ lục (.xlsx), bản 2" }).click();
    assert.match((await saved).suggestedFilename(), /\.xlsx$/);
  });

  it("on a phone nothing is pushed aside, and axe finds nothing, light and dark", async () => {
    const { page } = reviewer;
    const found: string[] = [];
    await page.setViewportSize({ width: 360, height: 740 });
    for (const asked of ["xem=so-sanh&ban=2&tu-ban=1", "xem=dot-truoc", "xem=trung-lap", "xem=dien-bien"]) {
      await reviewer.goTo(pathOf(asked));
      await assertNotTooWide(reviewer);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        found.push(...(await violationsIn(page.mainFrame())).map((violation) => `${asked}: ${violation}`));
      }
    }
    assert.deepEqual(found, []);
  });
});
