/** Administration in a browser: people of a province, rounds and their deadlines, the log with its chain, a backup. */
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { formerProvinceId, provinceId } from "../../server/first-start.ts";
import { SUBMISSION_ACTIONS } from "../../shared/api/rounds.ts";
import { FORMER_PROVINCES, PROVINCES } from "../../shared/provinces.ts";
import type { Organisation } from "../../shared/api/organisations.ts";
import { subjectOf } from "../../server/web/admin/audit-entry.ts";
import { AUDIT_ACTIONS } from "../../server/web/admin/audit-words.ts";
import { readBulkLines } from "../../server/web/admin/bulk-lines.ts";
import { presetsOf } from "../../server/web/admin/expected-picker.ts";
import { OrganisationTree } from "../../server/web/admin/organisation-tree.ts";
import { changesOf } from "../../server/web/admin/term-changes.ts";
import { deadlineFrom, readTerms, typedFrom } from "../../server/web/admin/typed-terms.ts";
import { violationsIn } from "../addin/axe.ts";
import { startChromium } from "../addin/chromium.ts";
import { afterDrawing } from "../after-drawing.ts";
import { openDesk, PROVINCE, type Desk } from "../server/desk.ts";
import { TERMS } from "../server/rounds.ts";
import { assertNotTooWide, visit, type Visitor } from "./visitor.ts";

const organisation = (id: string, more: Partial<Organisation> = {}): Organisation => ({
  id,
  parentId: "bo",
  kind: "province",
  name: id,
  successorId: null,
  isClosed: false,
  ...more,
});

const TREE = new OrganisationTree([
  organisation("bo", { parentId: null, kind: "ministry", name: "Bộ" }),
  organisation("vl", { name: "Vĩnh Long" }),
  organisation("na", { name: "Nghệ An" }),
  organisation("vl-cu", { name: "Vĩnh Long", successorId: "vl" }),
  organisation("bt-cu", { name: "Bến Tre", successorId: "vl", isClosed: true }),
  organisation("yt-vl", { name: "Sở Y tế", parentId: "vl", kind: "department" }),
  organisation("yt-na", { name: "Sở Y tế", parentId: "na", kind: "department" }),
]);

describe("a pasted list of people", () => {
  const CASES: readonly (readonly [line: string, read: string])[] = [
    ["Lê An; an@x.vn; người nộp", "bo: Lê An, an@x.vn, submitter"],
    ["Lê  An ;an@x.vn;  NGUOI RA SOAT", "bo: Lê An, an@x.vn, reviewer"],
    ["Lê An\tan@x.vn\tquản trị", "bo: Lê An, an@x.vn, administrator"],
    ["Lê An; an@x.vn; viewer;", "bo: Lê An, an@x.vn, viewer"],
    ["vinh long; Lê An; an@x.vn; người nộp", "vl: Lê An, an@x.vn, submitter"],
    ["Tỉnh Vĩnh Long (cũ); Lê An; an@x.vn; người nộp", "vl-cu: Lê An, an@x.vn, submitter"],
    ["Sở Y tế, Tỉnh Nghệ An; Lê An; an@x.vn; người nộp", "yt-na: Lê An, an@x.vn, submitter"],
    ["Sở Y tế; Lê An; an@x.vn; người nộp", "Có 2 đơn vị tên “Sở Y tế”: xin ghi thêm nơi trực thuộc."],
    ["Bến Tre (cũ); Lê An; an@x.vn; người nộp", "Đơn vị “Bến Tre” đã đóng."],
    ["Bến Tre; Lê An; an@x.vn; người nộp", "Đơn vị “Bến Tre” đã đóng."],
    ["Cà Mau; Lê An; an@x.vn; người nộp", "Không thấy đơn vị “Cà Mau” trong phạm vi đang chọn."],
    ["Lê An; an@x.vn; sếp", "Không có vai trò “sếp”."],
    ["Lê An; an@x.vn", "Thiếu vai trò."],
    ["; an@x.vn; người nộp", "Thiếu họ tên."],
    ["Lê An; người nộp", "Không thấy địa chỉ thư điện tử trong dòng."],
    ["an@x.vn; Lê An; người nộp", "Các cột chưa đúng thứ tự: họ tên; thư điện tử; vai trò."],
  ];
  const ministry = organisation("bo", { parentId: null, kind: "ministry" });
  for (const [text, expected] of CASES)
    it(text.replace(/\t/g, "⇥"), () => {
      const [line] = readBulkLines(text, { tree: TREE, organisation: ministry });
      const { person, fault } = line ?? { person: null, fault: null };
      const told = person ? `${person.organisation.id}: ${person.name}, ${person.email}, ${person.role}` : fault?.vi;
      assert.equal(told, expected);
    });

  it("an address that came before is not taken again, and blank lines are none", () => {
    const text = "Lê An; an@x.vn; người nộp\n\nLê Bình; AN@x.vn; người nộp\n";
    const lines = readBulkLines(text, { tree: TREE, organisation: ministry });
    assert.deepEqual(
      lines.map(({ number, fault }) => [number, fault?.vi ?? ""]),
      [
        [1, ""],
        [3, "“AN@x.vn” đã có ở dòng trên."],
      ],
    );
  });
});

describe("the tree of organisations", () => {
  const rows = (query: string, open: readonly string[]): readonly string[] =>
    TREE.rows({ query, isOpen: (key) => open.includes(key) }).map(
      ({ branch, depth }) => `${"-".repeat(depth)}${branch.key}`,
    );
  const CASES: readonly (readonly [says: string, query: string, open: readonly string[], rows: readonly string[]])[] = [
    ["closed at first", "", [], ["bo"]],
    ["provinces of today and former ones stand apart", "", ["bo"], ["bo", "-bo:today", "-bo:former"]],
    ["opened to the former", "", ["bo", "bo:former"], ["bo", "-bo:today", "-bo:former", "--vl-cu", "--bt-cu"]],
    ["searched without marks", "ben tre", [], ["bo", "-bo:former", "--bt-cu"]],
    ["what holds a hit is shown", "y te", [], ["bo", "-bo:today", "--vl", "---yt-vl", "--na", "---yt-na"]],
    ["nothing", "cà mau", ["bo"], []],
  ];
  for (const [says, query, open, expected] of CASES)
    it(says, () => {
      assert.deepEqual(rows(query, open), expected);
    });
});

describe("groups of provinces that are ticked at once, as a new service has them", () => {
  const seeded = new OrganisationTree([
    organisation("bo", { parentId: null, kind: "ministry" }),
    ...PROVINCES.map((name) => organisation(provinceId(name), { name })),
    ...FORMER_PROVINCES.map(({ name, successor }) =>
      organisation(formerProvinceId(name), { name, successorId: provinceId(successor) }),
    ),
  ]);
  const [today, former] = presetsOf(seeded, "bo").map(({ ids }) => ids);

  it("34 of today, 63 before the mergers", () => {
    assert.deepEqual([today?.length, former?.length], [34, 63]);
  });

  const CASES: readonly (readonly [says: string, id: string, isIn: boolean])[] = [
    ["not merged: the unit of today, where its officers are", "tinh-nghe-an", true],
    ["and not its own shadow", "tinh-cu-nghe-an", false],
    ["merged: the former one", "tinh-cu-ha-giang", true],
    ["which kept its name", "tinh-cu-vinh-long", true],
    ["and not what it became", "tinh-vinh-long", false],
  ];
  for (const [says, id, isIn] of CASES)
    it(says, () => {
      assert.equal(former?.includes(id), isIn);
    });

  it("a former one is told apart by its name", () => {
    assert.equal(seeded.nameOf("tinh-cu-nghe-an"), "Nghệ An (cũ)");
  });
});

describe("what the log says something was done to", () => {
  const NAMES = new Map([
    ["r1", "Kế hoạch 2027"],
    ["vl", "Vĩnh Long"],
  ]);
  const CASES: readonly (readonly [subject: string, details: object, told: string])[] = [
    ["submission r1 vl", {}, "Bản nộp: Vĩnh Long, Kế hoạch 2027"],
    ["consolidation c1", { roundId: "r1" }, "Tệp tổng hợp: Kế hoạch 2027"],
    ["consolidation c1", {}, "Tệp tổng hợp: c1"],
  ];
  for (const [subject, details, told] of CASES)
    it(told, () => {
      assert.equal(subjectOf({ subject, details }, NAMES), told);
    });
});

describe("a round's terms as they are typed", () => {
  const round = { ...TERMS, id: "r", ownerId: "bo", state: "open" as const, createdAt: TERMS.deadline };
  const NOW = Date.parse("2026-11-01T00:00:00Z");
  const typed = { ...typedFrom(round), day: "2026-11-30", time: "17:00" };

  it("times are of Vietnam, whatever the machine's clock; 23:59 is the whole minute", () => {
    assert.equal(deadlineFrom({ day: "2026-11-30", time: "17:00" }), "2026-11-30T10:00:00.000Z");
    assert.equal(deadlineFrom({ day: "2026-11-30", time: "23:59" }), "2026-11-30T16:59:59.000Z");
    assert.equal(deadlineFrom({ day: "", time: "17:00" }), null);
  });

  const FAULTS: readonly (readonly [says: string, typed: Partial<typeof typed>, terms: readonly string[]])[] = [
    ["right", {}, []],
    ["no name", { name: "  " }, ["name"]],
    ["no year", { fromYear: "hai nghìn" }, ["fromYear"]],
    ["ends before it begins", { fromYear: "2027", toYear: "2026" }, ["toYear"]],
    ["too long", { fromYear: "2010", toYear: "2030" }, ["toYear"]],
    ["no time", { time: "" }, ["deadline"]],
    ["a deadline that has passed", { day: "2026-10-31" }, ["deadline"]],
  ];
  for (const [says, more, expected] of FAULTS)
    it(says, () => {
      const reading = readTerms({ ...typed, ...more }, round, NOW);
      assert.deepEqual(reading.ok ? [] : Object.keys(reading.faults), expected);
    });

  it("a deadline that nobody touched stays to the second, also when it has passed", () => {
    const old = { ...round, deadline: "2020-01-01T09:59:37.000Z" };
    const reading = readTerms(typedFrom(old), old, NOW);
    assert.ok(reading.ok);
    assert.equal(reading.terms.deadline, old.deadline);
    assert.deepEqual(
      changesOf(old, reading.terms, (id) => id),
      [],
    );
  });

  it("what changes is told in words", () => {
    const after = {
      ...TERMS,
      deadline: "2026-12-05T10:00:00.000Z",
      expectedIds: ["vl", "vl-cu"],
      severityOverrides: { "number-gap": "off" as const },
    };
    const before = { ...TERMS, deadline: "2026-11-30T10:00:00.000Z", expectedIds: ["na"] };
    assert.deepEqual(
      changesOf(before, after, (id) => TREE.nameOf(id)).map(({ told }) => told),
      [
        "hạn nộp: 17:00 ngày 30/11/2026 → 17:00 ngày 05/12/2026",
        "đơn vị phải nộp: thêm Vĩnh Long, Vĩnh Long (cũ); bỏ Nghệ An (1 → 2)",
        "mức của quy tắc: number-gap mặc định → tắt",
      ],
    );
  });
});

describe("the words of the audit log", () => {
  it("every action that the service logs has words in both languages", async () => {
    const root = fileURLToPath(new URL("../../server/", import.meta.url));
    const paths = (await readdir(root, { recursive: true })).filter(
      (path) => path.endsWith(".ts") && !path.startsWith("web/"),
    );
    const texts = await Promise.all(paths.map((path) => readFile(join(root, path), "utf8")));
    const logged = texts
      .filter((text) => text.includes("appendAudit"))
      .flatMap((text) => [...text.matchAll(/\baction: (.*)|\bnote\((.*)/g)])
      .flatMap(([line]) =>
        [...line.matchAll(/(?:action: |\? |: |note\()"([a-z-]+)"/g)].map(([, action = ""]) => action),
      );
    assert.ok(logged.length > 20, String(logged.length));
    const unnamed = [...new Set([...logged, ...SUBMISSION_ACTIONS])].filter((action) => !AUDIT_ACTIONS[action]);
    assert.deepEqual(unnamed, []);
  });
});

describe("administration in a browser", () => {
  let desk: Desk;
  let browser: Browser;
  let admin: Visitor;
  let page: Page;
  before(async function () {
    browser = await startChromium(this);
    desk = await openDesk("sqlite", this);
    admin = await visit(browser, { url: desk.url, account: desk.administrator, path: "/quan-tri" });
    page = admin.page;
  });
  after(async () => {
    await browser?.close();
    await desk?.end();
  });

  const press = (name: string): Promise<void> => page.getByRole("button", { name, exact: true }).click();
  const passwordOf = (email: string): Promise<string> =>
    page.locator(".first-passwords tr", { hasText: email }).locator(".password").innerText();
  const notice = (text: string): Promise<unknown> => page.waitForSelector(`.page > .status:has-text("${text}")`);
  const openPeople = async (organisationId: string): Promise<void> => {
    await admin.goTo(`/quan-tri/don-vi/${organisationId}`);
    await page.waitForSelector(".people, #people-heading + p");
  };

  it("a province's person is added, signs in with the first password, and must change it", async () => {
    await openPeople(PROVINCE);
    await press("Thêm một người dùng");
    await page.fill("#new-person-name", "Nguyễn Thị Mới");
    await press("Thêm người dùng");
    await page.waitForSelector("#new-person-email-fault");
    await page.fill("#new-person-email", "không phải thư");
    await press("Thêm người dùng");
    await page.waitForSelector("#new-person-email-fault:has-text('Không phải địa chỉ thư điện tử')");
    assert.equal(await page.inputValue("#new-person-name"), "Nguyễn Thị Mới", "what was typed stays");
    await page.fill("#new-person-email", "moi@vi-du.vn");
    await press("Thêm người dùng");
    const password = await passwordOf("moi@vi-du.vn");
    assert.match(await page.innerText(".first-passwords"), /chỉ hiện một lần/);
    await page.waitForSelector(".people tr:has-text('chưa đổi mật khẩu lần đầu')");
    const context = await browser.newContext();
    const first = await context.newPage();
    await first.goto(`${desk.url}/dot`);
    await first.fill("#sign-in-email", "moi@vi-du.vn");
    await first.fill("#sign-in-password", password);
    await first.press("#sign-in-password", "Enter");
    await first.waitForSelector("#password-next");
    await context.close();
  });

  it("of a pasted list the right lines are added, and the wrong one stays to be put right", async () => {
    await openPeople("bo");
    await press("Thêm nhiều người dùng từ một danh sách");
    await page.fill(
      "#bulk-list",
      "Vĩnh Long; Lê Một; mot@vi-du.vn; người nộp\nLê Hai; hai@vi-du.vn; sếp\nLê Ba; ba@vi-du.vn; người xem",
    );
    await press("Thêm 2 người");
    await page.waitForSelector("text=Đã thêm 2 người; 1 dòng chưa thêm được");
    assert.equal(await page.inputValue("#bulk-list"), "Lê Hai; hai@vi-du.vn; sếp");
    assert.ok((await passwordOf("mot@vi-du.vn")).length > 8);
    assert.ok((await passwordOf("ba@vi-du.vn")).length > 8);
    const { people } = await desk.administrator.get("listPeople", { params: { organisationId: PROVINCE } });
    assert.ok(people.some(({ email }) => email === "mot@vi-du.vn"));
    await press("Đã giữ lại, ẩn đi");
    await page.waitForSelector(".first-passwords", { state: "detached" });
  });

  it("who leaves while a list is being added finds the passwords on coming back, and nobody more was added", async () => {
    const asks = (): Promise<boolean> =>
      page.evaluate(() => !dispatchEvent(new Event("beforeunload", { cancelable: true })));
    await openPeople("bo");
    assert.equal(await asks(), false);
    await press("Thêm nhiều người dùng từ một danh sách");
    await page.fill("#bulk-list", "Lê Tư; tu@vi-du.vn; người xem\nLê Năm; nam@vi-du.vn; người xem");
    let letThrough = (): void => undefined;
    const isLeft = new Promise<void>((resolve) => {
      letThrough = resolve;
    });
    await page.route("**/people", async (route) => {
      if (route.request().method() === "POST") await isLeft;
      await route.continue();
    });
    await press("Thêm 2 người");
    await page.waitForSelector("text=Đang thêm 1/2…");
    assert.equal(await asks(), true, "while they are being added");
    await page.click('header a[href="/dot"]');
    await page.waitForSelector("h1:has-text('đợt')");
    const added = page.waitForResponse((response) => response.request().method() === "POST");
    letThrough();
    await (await added).finished();
    assert.equal(await asks(), true, "while a password is not seen");
    await page.goBack();
    assert.ok((await passwordOf("tu@vi-du.vn")).length > 8);
    const { people } = await desk.administrator.get("listPeople", { params: { organisationId: "bo" } });
    assert.deepEqual(
      people.map(({ email }) => email).filter((email) => ["tu@vi-du.vn", "nam@vi-du.vn"].includes(email)),
      ["tu@vi-du.vn"],
    );
    await page.unroute("**/people");
    await press("Đã giữ lại, ẩn đi");
    await page.waitForSelector(".first-passwords", { state: "detached" });
    assert.equal(await asks(), false);
  });

  it("a person is renamed, gets a new password after a question, their sessions end, and the account is closed", async () => {
    await openPeople("tinh-nghe-an");
    await page.click(".people .button");
    await page.fill("#person-name", "Trần Đổi Tên");
    await press("Lưu");
    await page.waitForSelector(".people tr:has-text('Trần Đổi Tên')");
    await press("Các phiên đang mở");
    await page.waitForSelector("#person-sessions table");
    await press("Kết thúc mọi phiên");
    await page.getByRole("dialog").getByRole("button", { name: "Kết thúc mọi phiên" }).click();
    await page.waitForSelector("text=Không có phiên nào đang mở.");
    await press("Cấp lại mật khẩu");
    await page.getByRole("dialog").getByRole("button", { name: "Không" }).click();
    await page.waitForSelector(".dialog", { state: "detached" });
    assert.equal(await page.locator(".first-passwords").count(), 0, "asked about first");
    await press("Cấp lại mật khẩu");
    await page.getByRole("dialog").getByRole("button", { name: "Cấp lại mật khẩu" }).click();
    await page.waitForSelector(".first-passwords .password");
    await press("Ngừng tài khoản");
    await page.getByRole("dialog").getByRole("button", { name: "Ngừng tài khoản" }).click();
    await page.waitForSelector(".people tr:has-text('đã ngừng')");
  });

  it("a department is added, renamed, closed and reopened", async () => {
    await openPeople("tinh-nghe-an");
    await press("Thêm đơn vị trực thuộc");
    await page.fill("#organisation-name", "Sở Nội vụ");
    await press("Thêm");
    await notice("Đã thêm “Sở Nội vụ”");
    await afterDrawing(page);
    await page.fill("#organisations-search", "so noi vu");
    await page.click(".tree-cell a:has-text('Sở Nội vụ')");
    await page.waitForSelector("h2:has-text('Sở Nội vụ')");
    await press("Đổi tên");
    await page.fill("#organisation-name", "Sở Nội vụ mới");
    await press("Lưu");
    await page.waitForSelector("h2:has-text('Sở Nội vụ mới')");
    for (const does of ["Đóng đơn vị", "Mở lại đơn vị"]) {
      await press(does);
      await page.getByRole("dialog").getByRole("button", { name: does }).click();
      await page.waitForSelector(".dialog", { state: "detached" });
    }
    await notice("Đã mở lại “Sở Nội vụ mới”");
  });

  it("a round is made with a rule turned off, opened, and its deadline moved: what changes is shown before", async () => {
    await admin.goTo("/quan-tri/dot/moi");
    await press("Lập đợt");
    await page.waitForSelector("#round-name-fault");
    await page.waitForSelector("#round-day-fault");
    await page.fill("#round-name", "Đợt thử quản trị");
    await page.fill("#round-day", "3098-11-30");
    await press("Lập đợt");
    await page.waitForSelector("#round-day-fault:has-text('quá xa')");
    await page.fill("#round-day", "2098-11-30");
    await page.getByRole("button", { name: /^Các tỉnh hiện nay \(34\)$/ }).click();
    await page.waitForSelector("text=Đã chọn 34 đơn vị");
    await page.click('header a[href="/dot"]');
    await page.waitForSelector("h1:has-text('đợt')");
    await page.goBack();
    await page.waitForSelector("text=Đang sửa dở, chưa lưu");
    await page.waitForSelector("text=Đã chọn 34 đơn vị");
    assert.equal(await page.inputValue("#round-name"), "Đợt thử quản trị");
    await afterDrawing(page);
    await page.fill("#rules-search", "number-gap");
    await page.selectOption("#severity-number-gap", "off");
    await press("Lập đợt");
    await page.waitForSelector("h2:has-text('Đợt thử quản trị')");
    const roundId = new URL(page.url()).pathname.split("/").pop() ?? "";
    const read = () => desk.administrator.get("readRound", { params: { roundId } });
    const made = await read();
    assert.deepEqual(
      [made.state, made.deadline, made.expectedIds.length, made.severityOverrides],
      ["preparing", "2098-11-30T10:00:00.000Z", 34, { "number-gap": "off" }],
    );
    await page.waitForSelector("text=/3\\d\\/34 đơn vị chưa có tài khoản người nộp/");
    await admin.goTo("/quan-tri/dot/moi");
    assert.equal(await page.inputValue("#round-name"), "", "what is saved is not kept any longer");
    await admin.goTo(`/quan-tri/dot/${roundId}`);
    await press("Mở đợt");
    // Its buttons move when it is there.
    await page.getByRole("dialog").getByText("chưa có tài khoản người nộp").waitFor();
    await page.getByRole("dialog").getByRole("button", { name: "Mở đợt" }).click();
    await notice("Đã mở đợt");
    await page.waitForSelector(".badge:has-text('Đang mở')");
    await page.fill("#round-day", "2098-12-05");
    await press("Lưu thay đổi");
    assert.match(
      await page.getByRole("dialog").innerText(),
      /hạn nộp: 17:00 ngày 30\/11\/2098 → 17:00 ngày 05\/12\/2098/,
    );
    await page.getByRole("dialog").getByRole("button", { name: "Lưu thay đổi" }).click();
    await notice("Đã lưu đợt");
    const changed = await read();
    assert.deepEqual([changed.state, changed.deadline], ["open", "2098-12-05T10:00:00.000Z"]);
    await press("Đóng đợt");
    assert.match(await page.getByRole("dialog").innerText(), /Còn 34 đơn vị chưa nộp/);
    await page.getByRole("dialog").getByRole("button", { name: "Không" }).click();
  });

  it("what the service refuses is told, and nothing typed is lost", async () => {
    const { roundId } = await desk.newPlace({ name: "Đợt hỏng" });
    await admin.goTo(`/quan-tri/dot/${roundId}`);
    await page.fill("#round-name", "Đợt hỏng, tên mới");
    await page.route("**/api/v1/rounds/*", (route) =>
      route.request().method() === "PATCH" ? route.abort() : route.continue(),
    );
    await press("Lưu thay đổi");
    await page.getByRole("dialog").getByRole("button", { name: "Lưu thay đổi" }).click();
    await page.waitForSelector(".round-form .status.error");
    await page.unroute("**/api/v1/rounds/*");
    admin.complaints();
    assert.equal(await page.inputValue("#round-name"), "Đợt hỏng, tên mới");
    await press("Lưu thay đổi");
    await page.getByRole("dialog").getByRole("button", { name: "Lưu thay đổi" }).click();
    await notice("Đã lưu đợt");
  });

  it("the log is read and searched, and its chain verified", async () => {
    await admin.goTo("/quan-tri/nhat-ky");
    await page.fill("#audit-search", "dot thu quan tri");
    // The log has other rounds' changes, until it has been searched.
    await page.getByText(/^\d+ trong \d+ dòng đã tải$/).waitFor();
    await page.click(".audit tr:has-text('sửa đợt') .button");
    assert.match(await page.innerText(".audit-open"), /17:00 ngày 05\/12\/2098/);
    await press("Kiểm tra chuỗi");
    await page.waitForSelector("text=Chuỗi nguyên vẹn");
    assert.match(await page.innerText("code.hash"), /^[0-9a-f]{64}$/);
  });

  it("a backup is downloaded, and the log says so", async () => {
    await admin.goTo("/quan-tri/sao-luu");
    const waiting = page.waitForEvent("download");
    await press("Tải bản sao lưu");
    const download = await waiting;
    const [head = ""] = gunzipSync(await readFile(await download.path()))
      .toString("utf8")
      .split("\n", 1);
    const { phuluc, format } = JSON.parse(head) as { phuluc: unknown; format: unknown };
    assert.deepEqual([phuluc, format], ["backup", 1]);
    await page.waitForSelector(".facts dd:has-text('ngày')");
  });

  it("a reviewer is told what is not theirs, and manages rounds", async () => {
    const reviewer = await visit(browser, { url: desk.url, account: desk.reviewer, path: "/quan-tri/don-vi" });
    assert.match(await reviewer.page.innerText("main"), /dành cho người quản trị/);
    for (const path of ["/quan-tri/nhat-ky", "/quan-tri/sao-luu"]) {
      await reviewer.goTo(path);
      assert.match(await reviewer.page.innerText("main"), /dành cho người quản trị/);
    }
    await reviewer.goTo("/quan-tri/dot");
    await reviewer.page.waitForSelector("text=Lập đợt mới");
    assert.deepEqual(reviewer.complaints(), []);
    await reviewer.leave();
    const officer = await visit(browser, { url: desk.url, account: desk.officer, path: "/quan-tri/dot" });
    assert.match(await officer.page.innerText("main"), /dành cho người quản trị/);
    await officer.leave();
  });

  for (const colorScheme of ["light", "dark"] as const)
    it(`no violation on any part, ${colorScheme}, and none is too wide on a phone`, async () => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(colorScheme === "light" ? { width: 1366, height: 768 } : { width: 360, height: 740 });
      const { roundId } = await desk.newPlace({ name: `Đợt ${colorScheme}` });
      const found: string[] = [];
      const look = async (says: string): Promise<void> => {
        await assertNotTooWide(admin);
        found.push(...(await violationsIn(page.mainFrame())).map((violation) => `${says}: ${violation}`));
      };
      await openPeople(PROVINCE);
      await page.click(".people .button");
      await press("Các phiên đang mở");
      await page.waitForSelector("#person-sessions table, #person-sessions p");
      await press("Thêm một người dùng");
      await press("Thêm nhiều người dùng từ một danh sách");
      await page.fill("#bulk-list", "Lê Một; 1@vi-du.vn; người nộp\nsai");
      await look("organisations");
      await admin.goTo("/quan-tri/dot");
      await look("rounds");
      await admin.goTo(`/quan-tri/dot/${roundId}`);
      await page.fill("#round-name", "");
      await press("Lưu thay đổi");
      await page.waitForSelector("#round-name-fault");
      await look("a round");
      await admin.goTo("/quan-tri/nhat-ky");
      await page.click(".audit .button");
      await look("the log");
      await admin.goTo("/quan-tri/sao-luu");
      await look("backup");
      assert.deepEqual(found, []);
      assert.deepEqual(admin.complaints(), []);
    });
});
