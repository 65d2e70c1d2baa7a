/** What the add-in does beside the workbook: ribbon, pane, windows. */
import assert from "node:assert/strict";
import { connectHost } from "../../addin/host/excel-host.ts";
import type { OpenedWindow, PageWindows, ReceivedMessage } from "../../addin/host/page-windows.ts";
import type { Host, RibbonFunctions } from "../../addin/host/port.ts";
import { openExcel, type SimulatedExcel } from "../host-sim/simulated-excel.ts";
import { bookOf, joinExcel, LINES, sayTrouble, settle, valueOf } from "./excel.ts";

const SIGN_IN = "https://phuluc.example/sign-in";

describe("the ribbon's buttons", () => {
  const functions = (act: () => Promise<void>): RibbonFunctions => ({
    validateAndSave: act,
    submit: () => Promise.resolve(),
    openConsolidation: () => Promise.resolve(),
  });
  it("do what the pane says, and are free again when it is done", async () => {
    const { port, user, host } = await joinExcel(bookOf(LINES), { apiVersion: 11 });
    const done: string[] = [];
    port.answerRibbon(
      functions(async () => {
        await settle(5);
        done.push("saved");
      }),
    );
    assert.deepEqual([...host.desk.buttons.keys()], ["validateAndSave", "submit", "openConsolidation"]);
    await user.clicks("validateAndSave");
    assert.deepEqual(done, ["saved"]);
  });
  for (const [says, fail] of [
    ["a promise", () => Promise.reject(new Error("torn"))],
    [
      "a call",
      () => {
        throw new Error("torn");
      },
    ],
  ] as const) {
    it(`are free again when ${says} fails, which is not hidden`, async () => {
      const { port, user } = await joinExcel(bookOf(LINES));
      port.answerRibbon(functions(fail));
      const unhandled = new Promise((resolve) => {
        const others = process.rawListeners("unhandledRejection") as ((reason: unknown) => void)[];
        process.removeAllListeners("unhandledRejection");
        process.once("unhandledRejection", (reason) => {
          for (const other of others) process.on("unhandledRejection", other);
          resolve(reason);
        });
      });
      await user.clicks("validateAndSave");
      assert.equal(String(await unhandled), "Error: torn");
    });
  }
});

describe("the pane", () => {
  it("comes to the front", async () => {
    const { port, host } = await joinExcel(bookOf(LINES));
    valueOf(await port.showPane());
    assert.equal(host.desk.paneShown, 1);
  });
  it("can't where it does not share its runtime with the ribbon", async () => {
    const { port } = await joinExcel(bookOf(LINES), { hasWindows: false });
    assert.equal(sayTrouble(await port.showPane()), "not-supported");
  });
});

/** The browser's windows: as many as were opened, and what is said to the page. */
class Browser implements PageWindows {
  readonly location = { href: "https://phuluc.example/pane/", origin: "https://phuluc.example" };
  readonly opened: { url: string; features: string; window: OpenedWindow & { closed: boolean } }[] = [];
  readonly #hearing = new Set<(event: ReceivedMessage) => void>();
  isBlocking = false;

  open = (url: string, _target: string, features: string): OpenedWindow | null => {
    if (this.isBlocking) return null;
    const window = {
      closed: false,
      close: () => {
        window.closed = true;
      },
    };
    this.opened.push({ url, features, window });
    return window;
  };

  addEventListener = (_type: "message", hear: (event: ReceivedMessage) => void): void => {
    this.#hearing.add(hear);
  };

  removeEventListener = (_type: "message", hear: (event: ReceivedMessage) => void): void => {
    this.#hearing.delete(hear);
  };

  get listeners(): number {
    return this.#hearing.size;
  }

  says(data: unknown, from: Partial<ReceivedMessage> = {}): void {
    const source = this.opened[0]?.window;
    for (const hear of this.#hearing) hear({ data, source, origin: this.location.origin, ...from });
  }
}

interface InBrowser extends SimulatedExcel {
  readonly port: Host;
  readonly browser: Browser;
}

/** `hasWindows`: whether Office opens them. */
async function joinInBrowser(hasWindows: boolean): Promise<InBrowser> {
  const excel = openExcel(bookOf(LINES), { hasWindows });
  const browser = new Browser();
  const { open, location, addEventListener, removeEventListener } = browser;
  const globals = { Office: excel.Office, Excel: excel.Excel, open, location, addEventListener, removeEventListener };
  return { ...excel, browser, port: valueOf(await connectHost(globals)) };
}

describe("a link", () => {
  it("is opened by Office, with its whole address", async () => {
    const { port, host, browser } = await joinInBrowser(true);
    valueOf(port.openLink("/files/1"));
    assert.deepEqual([host.desk.links, browser.opened], [["https://phuluc.example/files/1"], []]);
  });
  it("is opened by the page where Office does not, and can't reach back into it", async () => {
    const { port, browser } = await joinInBrowser(false);
    valueOf(port.openLink("https://example.org/x"));
    assert.deepEqual(
      browser.opened.map(({ url, features }) => [url, features]),
      [["https://example.org/x", "noopener"]],
    );
  });
  it("is not opened where nobody can", async () => {
    const { port } = await joinExcel(bookOf(LINES), { hasWindows: false });
    assert.equal(sayTrouble(port.openLink("https://example.org/x")), "not-supported");
  });
});

describe("a page in Office's dialog", () => {
  it("answers, and is closed", async () => {
    const { port, host } = await joinInBrowser(true);
    const asked = port.openDialog("/sign-in?x=1");
    const { dialog } = host.desk;
    assert.equal(dialog?.address, "https://phuluc.example/sign-in?x=1");
    dialog.sends("code=1&state=2");
    assert.equal(valueOf(await asked), "code=1&state=2");
    assert.equal(host.desk.dialog, null);
  });
  it("answers nothing when the officer closes it", async () => {
    const { port, host } = await joinInBrowser(true);
    const asked = port.openDialog(SIGN_IN);
    host.desk.dialog?.closes();
    assert.equal(valueOf(await asked), null);
  });
  it("can't be opened beside another, nor where the officer refuses", async () => {
    const { port, host } = await joinInBrowser(true);
    const first = port.openDialog(SIGN_IN);
    assert.equal(sayTrouble(await port.openDialog(SIGN_IN)), "window-blocked");
    host.desk.dialog?.closes();
    valueOf(await first);
    host.desk.refusesDialogs = true;
    assert.equal(sayTrouble(await port.openDialog(SIGN_IN)), "window-blocked");
  });
});

describe("a page in a window of the browser", () => {
  const answer = { phuluc: "sign-in", hash: "code=1" };

  it("answers, and is closed", async () => {
    const { port, browser } = await joinInBrowser(false);
    const asked = port.openDialog("/sign-in");
    assert.equal(browser.opened[0]?.url, SIGN_IN);
    assert.doesNotMatch(browser.opened[0].features, /noopener/);
    browser.says(answer);
    assert.equal(valueOf(await asked), "code=1");
    assert.deepEqual([browser.opened[0].window.closed, browser.listeners], [true, 0]);
  });
  const ignored: readonly [says: string, data: unknown, from: Partial<ReceivedMessage>][] = [
    ["another page's", answer, { origin: "https://elsewhere.example" }],
    ["another window's", answer, { source: {} }],
    ["something else", { phuluc: "theme" }, {}],
    ["a text", "code=1", {}],
    ["no text", { ...answer, hash: 1 }, {}],
    ["nothing", null, {}],
  ];
  it("is not taken for what others say", async () => {
    const { port, browser } = await joinInBrowser(false);
    const asked = port.openDialog(SIGN_IN);
    for (const [, data, from] of ignored) browser.says(data, from);
    browser.opened[0]?.window.close();
    assert.equal(valueOf(await asked), null);
    assert.equal(browser.listeners, 0);
  });
  it("can't be opened where windows are blocked, or there are none", async () => {
    const { port, browser } = await joinInBrowser(false);
    browser.isBlocking = true;
    assert.equal(sayTrouble(await port.openDialog(SIGN_IN)), "window-blocked");
    const bare = await joinExcel(bookOf(LINES), { hasWindows: false });
    assert.equal(sayTrouble(await bare.port.openDialog(SIGN_IN)), "not-supported");
  });
});
