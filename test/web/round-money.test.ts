/** What a round adds up to: how it is stacked; and, as the ministry's reviewer sees it, drawn, read as a table, copied, merged and read back. */
import assert from "node:assert/strict";
import type { Browser, Download, Page } from "playwright-core";
import { moneySheet } from "../../server/web/round/money/money-sheet.ts";
import {
  measuresOf,
  moneyLines,
  PARTS,
  splitOf,
  usualMeasure,
  type Part,
  type Sums,
} from "../../server/web/round/money/money-split.ts";
import { MONEY, nameMeasure } from "../../server/web/round/money/words.ts";
import { sorted, type SortKey } from "../../server/web/round/money/sorting.ts";
import { sheetText } from "../../server/web/parts/sheet-text.ts";
import { readWorkbookFile } from "../../server/workbook/read.ts";
import { violationsIn } from "../addin/axe.ts";
import { startChromium } from "../addin/chromium.ts";
import { eventually } from "../eventually.ts";
import type { Value } from "../builders.ts";
import { openScene, type Scene } from "../server/accounts.ts";
import { sheetWith, submitNext } from "../server/review-scene.ts";
import { addOpenRound, MINISTRY } from "../server/rounds.ts";
import { addPerson, type Person } from "../server/service.ts";
import { assertNotTooWide, visit, type Visitor } from "./visitor.ts";

type Amounts = Readonly<Record<string, number | null>>;

const inColumns = (amounts: Amounts) => ({ lineItems: 1, amounts: Object.values(amounts) });
const split = (amounts: Amounts) =>
  splitOf(
    inColumns(amounts),
    Object.keys(amounts).map((name) => `planned phase ${name}`),
    "planned phase",
  );

/** What a consolidation's columns say → what is stacked of it; what is not named is 0. */
const STACKS: readonly {
  readonly says: string;
  readonly amounts: Amounts;
  readonly parts: Partial<Record<Part, number>>;
}[] = [
  {
    says: "by origin",
    amounts: { total: 100, "central null": 60, "local null": 30, "other null": 10 },
    parts: { central: 60, local: 30, other: 10 },
  },
  {
    says: "by origin and nature crossed",
    amounts: { total: 100, "central investment": 40, "central recurrent": 20, "local investment": 40 },
    parts: { central: 60, local: 40 },
  },
  {
    says: "central, investment and recurrent as one split",
    amounts: { total: 100, "central null": 20, "null investment": 50, "null recurrent": 30 },
    parts: { central: 20, nature: 80 },
  },
  {
    says: "split twice: the second shows the same money once more",
    amounts: { total: 100, "central null": 60, "local null": 40, "null investment": 70, "null recurrent": 30 },
    parts: { central: 60, local: 40 },
  },
  {
    says: "split by nature first, which leaves something the origins cover",
    amounts: { total: 100, "central null": 60, "local null": 40, "null investment": 90, unsourced: 10 },
    parts: { central: 60, local: 40 },
  },
  {
    says: "one organisation's unsplit beside another's split",
    amounts: { total: 100, "central null": 30, unsplit: 70 },
    parts: { central: 30, unsplit: 70 },
  },
  {
    says: "sources that leave something",
    amounts: { total: 100, "central null": 60, "null null": 10, unsourced: 30 },
    parts: { central: 60, unclassified: 10, unsourced: 30 },
  },
  {
    says: "sources that exceed the whole",
    amounts: { total: 100, "central null": 70, "local null": 50, unsourced: -20 },
    parts: { central: 70, local: 50, unsourced: -20 },
  },
];

describe("a stack of money", () => {
  for (const { says, amounts, parts } of STACKS)
    it(`${says}: its parts are the whole`, () => {
      const { totalDong, parts: given } = split(amounts);
      assert.deepEqual(given, { ...Object.fromEntries(PARTS.map((part) => [part, 0])), ...parts });
      assert.equal(
        PARTS.reduce((sum, part) => sum + given[part], 0),
        totalDong,
      );
    });

  it("other money is not mixed in, and of money nobody speaks of there is no stack", () => {
    const totals = { lineItems: 2, amounts: [500, 500, null, null] };
    const columns = [
      "planned project total",
      "planned project unsplit",
      "planned phase total",
      "planned phase central null",
    ];
    assert.equal(splitOf(totals, columns, "planned phase").totalDong, null);
    assert.equal(splitOf(totals, columns, "planned project").parts.unsplit, 500);
  });
});

/** Of organisations with these amounts of "planned project total", "planned phase total" and "planned phase central null". */
function sumsOf(...amounts: readonly (readonly (number | null)[])[]): Sums {
  const columns = [
    "planned project total",
    "planned project unsplit",
    "planned phase total",
    "planned phase central null",
  ];
  const organisations = amounts.map(([project = null, phase = null, central = null], index) => {
    const id = `o${String(index)}`;
    return { id, groupId: id, lineItems: index + 1, amounts: [project, project, phase, central] };
  });
  const groups = organisations.map((one) => ({ ...one, name: `Tỉnh ${one.id}`, organisationIds: [one.id] }));
  return { columns, organisations, groups } as unknown as Sums;
}

describe("the money that is shown first", () => {
  const CASES: readonly (readonly [says: string, amounts: readonly (number | null)[][], measure: string | null])[] = [
    ["is of the phase where all speak of both", [[9, 5, 5]], "planned phase"],
    ["is what all speak of, though the other is split", [[9], [9, 5, 5]], "planned project"],
    ["is what most speak of where none is of all", [[9], [null, 5, 5], [null, 5, 5]], "planned phase"],
  ];
  for (const [says, amounts, measure] of CASES)
    it(says, () => {
      assert.equal(usualMeasure(sumsOf(...amounts)), measure);
    });
  it("is none where nobody says any", () => {
    assert.equal(usualMeasure({ columns: [], organisations: [] }), null);
    assert.deepEqual(measuresOf({ columns: [] }), []);
  });
});

describe("who says nothing of the money", () => {
  const money = nameMeasure("planned phase");
  it("is named", () => {
    const { vi } = MONEY.notSaid(["Nghệ An"], { others: 0, money });
    assert.equal(vi, "Chưa gồm Nghệ An (không ghi kinh phí giai đoạn).");
  });
  it("is counted where there are many", () => {
    const { vi } = MONEY.notSaid(["A", "B", "C", "D", "E"], { others: 3, money });
    assert.equal(vi, "Chưa gồm A, B, C, D, E và 3 đơn vị khác (không ghi kinh phí giai đoạn).");
  });
});

describe("the table's order", () => {
  const lines = moneyLines(sumsOf([0, 5, 1], [0, null, null], [0, 9, 0]), "planned phase");
  const CASES: readonly (readonly [SortKey, boolean, string])[] = [
    ["total", true, "o2 o0 o1"],
    ["total", false, "o0 o2 o1"],
    ["central", true, "o0 o2 o1"],
    ["lineItems", true, "o2 o1 o0"],
    ["name", false, "o0 o1 o2"],
    ["name", true, "o2 o1 o0"],
  ];
  for (const [key, isDescending, ids] of CASES)
    it(`by ${key}, ${isDescending ? "falling" : "rising"}; who says nothing comes last`, () => {
      const order = sorted(lines, { key, isDescending }).map(({ id }) => id);
      assert.equal(order.join(" "), ids);
    });
});

describe("the table as text for Excel", () => {
  it("has whole đồng in columns, and names that are no formulas", () => {
    const lines = moneyLines(sumsOf([0, 1_500_000, 500_000], [0, null, null]), "planned phase").map((line, index) =>
      index === 0 ? { ...line, name: "=Tỉnh\tA" } : line,
    );
    assert.deepEqual(moneySheet(lines, ["central", "unsourced"]).split("\r\n"), [
      "Đơn vị\tNhiệm vụ, dự án\tTổng số (đồng)\tTrung ương (đồng)\tChưa rõ nguồn (đồng)",
      "'=Tỉnh A\t1\t1500000\t500000\t1000000",
      "Tỉnh o1\t2\t\t\t",
      "Cộng\t3\t1500000\t500000\t1000000",
    ]);
  });
});

/** What a cell says → what is pasted of it. */
const PASTED: readonly (readonly [says: string, cell: string | number, pasted: string])[] = [
  ["a formula is a text", '=HYPERLINK("http://x")', '\'=HYPERLINK("http://x")'],
  ["a formula behind spaces too", " \t+1", "'+1"],
  ["a text with a minus", "-Tỉnh", "'-Tỉnh"],
  ["an address with @", "@tinh", "'@tinh"],
  ["columns and rows stay whole", "Sở\tTài\r\nchính\n", "Sở Tài chính"],
  ["a quotation mark begins no long cell", '"Số hóa" 2026', '"""Số hóa"" 2026"'],
  ["a quotation mark within is itself", 'Đề án "Số hóa"', 'Đề án "Số hóa"'],
  ["a number stays one", -1_500_000, "-1500000"],
];

describe("a table as text for Excel", () => {
  for (const [says, cell, pasted] of PASTED)
    it(says, () => {
      assert.equal(sheetText([["A", cell], [2]]), `A\t${pasted}\r\n2`);
    });
});

const MILLION = 1_000_000;
const print = (figure: number): string => new Intl.NumberFormat("vi-VN").format(figure);
const printMillions = (dong: number | null | undefined): string =>
  dong === null || dong === undefined ? "–" : print(dong / MILLION);

/** So much more of the province's own money for the first work, in million đồng; and everything that adds up with it. */
const withMore = (more: number): Readonly<Record<string, Value>> => ({
  M7: `Thêm ${String(more)}`,
  ...Object.fromEntries(
    [
      ["E7", 5000],
      ["F7", 3500],
      ["H7", 2300],
      ["E6", 9000],
      ["F6", 6500],
      ["H6", 4500],
      ["E13", 16350],
      ["F13", 11850],
      ["H13", 8850],
    ].map(([cell, amount]) => [cell, Number(amount) + more]),
  ),
});

/** Two of them are one province today. */
const SENDERS: readonly (readonly [id: string, more: number])[] = [
  ["tinh-cu-vinh-long", 0],
  ["tinh-cu-ben-tre", 100],
  ["tinh-nghe-an", 250],
];

interface WithClipboard {
  readonly navigator: { readonly clipboard: { readText(): Promise<string> } };
}

/** A canvas, as the page has it. */
interface Drawn {
  readonly clientWidth: number;
  readonly width: number;
  readonly height: number;
  getContext(kind: "2d"): {
    getImageData(...area: readonly number[]): { readonly data: Uint8ClampedArray };
  };
}

/** Within the uppermost bar: where it is of the colour of the central budget's money. */
function findBar(canvas: unknown): { x: number; y: number } {
  const COLOUR = [11, 79, 92];
  const drawn = canvas as Drawn;
  const { width, height } = drawn;
  const { data } = drawn.getContext("2d").getImageData(0, 0, width, height);
  const isOfIt = (pixel: number): boolean => COLOUR.every((value, index) => data[pixel * 4 + index] === value);
  const scale = drawn.clientWidth / width;
  for (let pixel = 0; pixel < width * height; pixel++)
    // Not its very edge.
    if (isOfIt(pixel) && isOfIt(pixel + 4 * width + 4))
      return { x: ((pixel % width) + 3) * scale, y: (Math.floor(pixel / width) + 3) * scale };
  throw new Error("No bar is drawn.");
}

async function rowsIn(page: Page): Promise<readonly string[][]> {
  const rows = await page.locator(".money-table tbody tr, .money-table tfoot tr").allInnerTexts();
  return rows.map((row) => row.split("\t").map((cell) => cell.split("\n")[0]?.trim() ?? ""));
}

describe("a round's money", () => {
  let browser: Browser;
  let scene: Scene;
  let ministry: Person;
  let roundId = "";
  let reviewer: Visitor;
  let nghean: Person;
  before(async function () {
    browser = await startChromium(this);
    scene = await openScene("sqlite", this);
    const { url, administrator } = scene;
    ministry = await addPerson(administrator, { url, organisationId: MINISTRY, role: "reviewer" });
    roundId = await addOpenRound(administrator, {
      expectedIds: [...SENDERS.map(([id]) => id), "tinh-quang-tri"],
    });
    for (const [organisationId, more] of SENDERS) {
      const officer = await addPerson(administrator, { url, organisationId, role: "submitter" });
      await submitNext(officer, { roundId, organisationId }, { sheets: [sheetWith(withMore(more))] });
      nghean = officer;
    }
    reviewer = await visit(browser, { url, account: ministry, path: `/dot/${roundId}` });
    await reviewer.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  });
  after(async () => {
    await browser?.close();
    await scene?.end();
  });
  afterEach(() => {
    assert.deepEqual(reviewer.complaints(), []);
  });

  const readSums = (era: "then" | "today" = "then"): Promise<Sums> =>
    ministry.get("readSums", {
      params: { roundId },
      query: { level: "organisation", era, acceptedOnly: "false" },
    });
  const amountOf = ({ columns }: Sums, amounts: readonly (number | null)[], column: string): number | null =>
    amounts[columns.indexOf(column)] ?? null;
  const openTable = async (): Promise<void> => {
    const head = reviewer.page.locator(".money-figures .disclosure-head");
    if ((await head.getAttribute("aria-expanded")) === "false") await head.click();
  };
  const chooseMoney = (measure: string) => reviewer.page.selectOption("#money-measure", measure);

  it("is drawn, and shown as the service adds it up, for each kind of money", async () => {
    const { page } = reviewer;
    const sums = await readSums();
    assert.equal(sums.groups.length, SENDERS.length);
    await page.waitForSelector(".money canvas");
    assert.equal(await page.inputValue("#money-measure"), "planned phase");
    await openTable();
    for (const measure of measuresOf(sums)) {
      await chooseMoney(measure);
      const total = printMillions(amountOf(sums, sums.total.amounts, `${measure} total`));
      await page.locator(".money").getByText(`${total} triệu đồng`, { exact: true }).waitFor();
      const rows = await rowsIn(page);
      const expected = [...sums.groups]
        .sort(
          (a, b) =>
            Number(amountOf(sums, b.amounts, `${measure} total`)) -
            Number(amountOf(sums, a.amounts, `${measure} total`)),
        )
        .map(({ name, lineItems, amounts }) => [
          name,
          print(lineItems),
          printMillions(amountOf(sums, amounts, `${measure} total`)),
        ]);
      assert.deepEqual(
        rows.map((row) => row.slice(0, 3)),
        [...expected, ["Cộng", print(sums.total.lineItems), total]],
      );
    }
  });

  it("is stacked of parts that are the total, each in its column", async () => {
    const sums = await readSums();
    for (const measure of measuresOf(sums))
      for (const { split: one } of moneyLines(sums, measure))
        assert.equal(
          PARTS.reduce((sum, part) => sum + one.parts[part], 0),
          one.totalDong,
        );
    await chooseMoney("planned phase");
    const first = async (): Promise<readonly string[] | undefined> => (await rowsIn(reviewer.page))[0]?.slice(2);
    await eventually(async () => assert.deepEqual(await first(), ["12.100", "3.000", "9.100"]));
    await chooseMoney("planned year");
    // "TW", "NV ĐTPT" and "NV SN" are one split: the last two name no budget.
    await eventually(async () => assert.deepEqual(await first(), ["5.850", "950", "4.900"]));
    await chooseMoney("planned phase");
    await eventually(async () => assert.deepEqual(await first(), ["12.100", "3.000", "9.100"]));
  });

  it("is drawn in more colours than its ground", async () => {
    const canvas = await reviewer.page.locator(".money canvas").nth(1).elementHandle();
    // It is drawn once Chart.js has come.
    await reviewer.page.waitForFunction((element) => {
      const drawn = element as unknown as Drawn;
      const { data } = drawn.getContext("2d").getImageData(0, 0, drawn.width, drawn.height);
      const colours = new Set<string>();
      for (let at = 0; at < data.length; at += 16) colours.add(data.slice(at, at + 3).join(" "));
      return colours.size > 3;
    }, canvas);
    const labels = await reviewer.page.locator(".money canvas").evaluateAll((all) => all.map((one) => one.ariaLabel));
    assert.equal(labels.length, 2);
    for (const label of labels) assert.match(label ?? "", /^Biểu đồ thanh: .*Lớn nhất: .* triệu đồng/);
  });

  it("is copied as a table for Excel", async () => {
    const { page } = reviewer;
    await page.getByRole("button", { name: "Chép bảng" }).click();
    await page.getByText("Đã chép bảng (đơn vị: đồng)").waitFor();
    const text = await page.evaluate(() => (globalThis as unknown as WithClipboard).navigator.clipboard.readText());
    const sums = await readSums();
    const lines = moneyLines(sums, "planned phase");
    assert.equal(text.replace(/\r/g, ""), moneySheet(lines, ["central", "local"]).replace(/\r/g, ""));
    assert.ok(text.includes(String(amountOf(sums, sums.total.amounts, "planned phase total"))));
  });

  it("stands under the provinces of today, with the submissions it is of", async () => {
    const { page } = reviewer;
    await page.selectOption("#money-era", "today");
    await page.getByRole("button", { name: "Vĩnh Long: 2 bản nộp" }).click();
    await page.locator(".money-part-row").getByRole("link", { name: "Bến Tre" }).waitFor();
    const sums = await readSums("today");
    assert.equal(sums.groups.length, 2);
    const rows = await rowsIn(page);
    assert.deepEqual(
      rows.map(([name, , total]) => [name, total]),
      [
        ["Vĩnh Long", "23.800"],
        ["Bến Tre", "11.950"],
        ["Vĩnh Long", "11.850"],
        ["Nghệ An", "12.100"],
        ["Cộng", "35.900"],
      ].map(([name, total]) => [name, total]),
    );
    await page.selectOption("#money-era", "then");
    await page.locator(".money-part-row").first().waitFor({ state: "detached" });
  });

  it("says so where nothing counts", async () => {
    const { page } = reviewer;
    await page.getByLabel("Chỉ bản đã được chấp nhận").check();
    await page.getByText("Chưa có bản nộp nào được chấp nhận.").waitFor();
    const merge = page.getByRole("button", { name: "Tổng hợp ngay" });
    await page.getByLabel("Chỉ cộng bản đã được chấp nhận").check();
    await page.locator(".merge-going-in").getByText("chưa tổng hợp được").waitFor();
    assert.equal(await merge.getAttribute("aria-disabled"), "true");
    await page.getByLabel("Chỉ cộng bản đã được chấp nhận").uncheck();
    await page.getByLabel("Chỉ bản đã được chấp nhận").uncheck();
    await page.waitForSelector(".money canvas");
  });

  it("is renewed when somebody submits, without reloading", async () => {
    await submitNext(
      nghean,
      { roundId, organisationId: "tinh-nghe-an" },
      { replaces: 1, sheets: [sheetWith(withMore(1000))] },
    );
    await reviewer.page.locator(".money").getByText("36.650 triệu đồng", { exact: true }).waitFor();
  });

  it("leads from a bar to the submission", async () => {
    const { page } = reviewer;
    const canvas = page.locator(".money canvas").nth(1);
    await canvas.click({ position: await canvas.evaluate(findBar) });
    await page.waitForURL(`**/dot/${roundId}/tinh-nghe-an`);
    await reviewer.goTo(`/dot/${roundId}`);
  });

  it("is merged once, however often it is pressed; the workbook's total is the page's", async () => {
    const { page } = reviewer;
    await page.getByText("Sẽ cộng 3 bản nộp").waitFor();
    assert.match(await page.locator(".merge-going-in").innerText(), /trong 4 đơn vị phải nộp: 1 chưa nộp\./);
    await page.getByRole("button", { name: "Tổng hợp ngay" }).dblclick();
    await page.getByText(/^Đã tổng hợp 3 bản nộp/).waitFor();
    await page.waitForSelector(".consolidations-table tbody tr");
    const { consolidations } = await ministry.get("listConsolidations", { params: { roundId } });
    assert.equal(consolidations.length, 1);
    assert.match(
      await page.locator(".consolidations-table tbody tr").innerText(),
      /Theo đơn vị nộp; theo tỉnh khi nộp; triệu đồng/,
    );
    const workbook = await saved(page, "Tệp Excel");
    assert.deepEqual(await totalsIn(workbook), { project: 50_150, phase: 36_650, year: 17_550 });
    await page.getByRole("button", { name: "Kiểm tra lại" }).click();
    await page.getByText("Làm lại giống hệt bản đã lưu.").waitFor();
    const checkSheet = await readWorkbookFile((await (await saved(page, "Phiếu kiểm tra")).path()) ?? "");
    assert.ok(checkSheet.ok);
  });

  it("is printed with its charts, its table and the list of consolidations", async () => {
    const { page } = reviewer;
    await page.emulateMedia({ media: "print" });
    const seen = async (selector: string): Promise<boolean> => page.locator(selector).first().isVisible();
    for (const selector of [".round-list", ".money canvas", ".money-table", ".consolidations-table"])
      assert.equal(await seen(selector), true, selector);
    for (const selector of [".round-head .crumbs", ".merge-terms", ".money-controls"])
      assert.equal(await seen(selector), false, selector);
    // Where a page stands is part of what it says on paper; only a round's own name says it all.
    await reviewer.goTo(`/dot/${roundId}/tinh-nghe-an`);
    assert.equal(await seen(".crumbs"), true);
    await page.emulateMedia({ media: "screen" });
    await reviewer.goTo(`/dot/${roundId}`);
  });

  it("is without a violation, light and dark, and no wider than the window", async () => {
    const found: string[] = [];
    for (const colorScheme of ["light", "dark"] as const) {
      await reviewer.page.emulateMedia({ colorScheme });
      await openTable();
      found.push(...(await violationsIn(reviewer.page.mainFrame())).map((violation) => `${colorScheme}: ${violation}`));
      await assertNotTooWide(reviewer);
    }
    assert.deepEqual(found, []);
  });

  it("has its consolidations as cards on a phone: nothing lies aside", async () => {
    const { page } = reviewer;
    await page.setViewportSize({ width: 360, height: 740 });
    await eventually(async () => {
      const { clientWidth, scrollWidth } = await page
        .locator(".consolidations .table-frame")
        .evaluate((frame) => ({ clientWidth: frame.clientWidth, scrollWidth: frame.scrollWidth }));
      assert.ok(scrollWidth <= clientWidth, "the list of consolidations scrolls sideways");
    });
    await page.setViewportSize({ width: 1366, height: 768 });
  });
});

async function saved(page: Page, name: string): Promise<Download> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.locator(".consolidations-table").getByRole("button", { name }).click(),
  ]);
  return download;
}

/** The last row of the workbook's totals: what all together plan, in million đồng. */
async function totalsIn(workbook: Download): Promise<{ project: Value; phase: Value; year: Value }> {
  const read = await readWorkbookFile(await workbook.path());
  assert.ok(read.ok);
  const grid = read.grids.find(({ name }) => name === "Tổng hợp");
  const row = grid?.rows.find(({ cells }) => {
    const texts = cells.map(({ value }) => value);
    return texts.includes("TỔNG CỘNG") && texts.includes("Tổng số");
  });
  const at = (column: number): Value => row?.cells.find((cell) => cell.column === column)?.value ?? null;
  return { project: at(3), phase: at(4), year: at(5) };
}
