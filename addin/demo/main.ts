/**
 * The trial page: a sheet like Excel's beside the pane of the add-in, joined by the simulated host.
 * `phulucDemo` is open to whoever writes a script for it, our tests among them: it types, pastes and saves as the officer.
 */
import { render } from "lit-html";
import type { Language } from "../../shared/money.ts";
import type { Workbook } from "../../test/host-sim/workbook.ts";
import { onceAFrame } from "../pane/kit/once-a-frame.ts";
import { API_LEVELS, DemoExcel, type ApiLevel } from "./demo-excel.ts";
import { SheetControl } from "./grid/sheet-control.ts";
import { wireSheet } from "./grid/wire-sheet.ts";
import { isSaveKey } from "./save-key.ts";
import { wireSplitter } from "./splitter.ts";
import { formulaRow, notices, sheetTabs, tools, trialLine, type PageActions, type PageState } from "./toolbar.ts";
import {
  blankWorkbook,
  largeWorkbook,
  listSamples,
  makeWorkbook,
  readSample,
  readWorkbookBytes,
  type ReadSheets,
  type Sample,
} from "./workbooks.ts";
import { sayIn } from "./words.ts";

/** Of a size that is seen at once. */
const SHOWN_FIRST = "vinh-long-2020.xlsx";
const PANE = "/addin/pane-demo.html";

export interface DemoPage {
  readonly excel: DemoExcel;
  readonly user: DemoExcel["user"];
  readonly host: DemoExcel["host"];
  readonly book: Workbook;
  readonly transport: DemoExcel["transport"];
  readonly control: SheetControl;
  /** Opens an address that the pane wants to be opened outside Excel. */
  readonly openLink: (address: string) => void;
  /** The same page with another workbook. */
  readonly openWorkbook: (book: Workbook, sample?: string) => void;
  /** A workbook that the pane has opened, for the new tab that shows it. */
  readonly takeHanded: () => Uint8Array | null;
}

interface PageWindow {
  phulucDemo?: DemoPage;
}

const asked = new URLSearchParams(location.search);
const language: Language = asked.get("lang") === "en" ? "en" : "vi";
const say = sayIn(language);

const place = (id: string): HTMLElement => {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no ${id}`);
  return element;
};

const otherLanguageAddress = (): string => {
  const address = new URL(location.href);
  address.searchParams.set("lang", language === "vi" ? "en" : "vi");
  return address.pathname + address.search;
};

function askedLevel(): ApiLevel {
  const level = Number(asked.get("api"));
  return API_LEVELS.find((known) => known === level) ?? 15;
}

class TrialPage {
  #excel: DemoExcel | null = null;
  #control: SheetControl | null = null;
  #samples: readonly Sample[] | null = null;
  #sample = "";
  #notice = "";
  #leave: () => void = () => undefined;
  readonly #frame = place("pane") as HTMLIFrameElement;
  readonly #actions: PageActions = {
    openSample: (name) => void this.#read(readSample(name), { name: this.#titleOf(name), sample: name }),
    openBlank: () =>
      void blankWorkbook().then((book) => {
        this.open(book);
      }),
    openFile: (file) => void this.openFile(file),
    closeNotice: () => {
      this.#say("");
    },
    downloadHanded: () => {
      this.#download();
    },
    closeHanded: () => {
      this.#excel?.handed.splice(0);
      this.#ask();
    },
  };

  open(book: Workbook, sample = ""): void {
    this.#leave();
    const excel = new DemoExcel(book, askedLevel());
    const words = { grid: say("grid"), blank: say("blank"), editor: say("editing") };
    const control = new SheetControl(excel, words, () => {
      this.#ask();
    });
    const unwire = wireSheet(control, {
      goToPane: () => {
        this.#frame.focus();
      },
    });
    const forget = excel.subscribe(() => {
      control.follow();
    });
    this.#leave = () => {
      unwire();
      forget();
      excel.transport.bridge.onMessageFromHost = null;
    };
    this.#excel = excel;
    this.#control = control;
    this.#sample = sample;
    place("sheet").replaceChildren(control.view.element);
    const { user, host, transport } = excel;
    (globalThis as PageWindow).phulucDemo = {
      excel,
      user,
      host,
      book,
      transport,
      control,
      openLink: (address) => window.open(address, "_blank", "noopener"),
      openWorkbook: (other, name) => {
        this.open(other, name);
      },
      takeHanded: () => excel.handed[0]?.bytes ?? null,
    };
    // A pane of its own for each workbook, as Excel has it.
    this.#frame.src = `${PANE}?lang=${language}&workbook=${String(Date.now())}`;
    this.#ask();
  }

  async begin(): Promise<void> {
    const lineItems = Number(asked.get("large"));
    const handed = asked.has("handed") ? (window.opener as PageWindow | null)?.phulucDemo?.takeHanded() : null;
    if (lineItems > 0) this.open(await largeWorkbook(Math.min(lineItems, 100_000)));
    else if (handed) await this.#read(readWorkbookBytes(handed), { name: "Tổng hợp.xlsx", sample: "" });
    this.#samples = await listSamples();
    if (!this.#samples) this.#say(say("noSamples"));
    const names = (this.#samples ?? []).map(({ name }) => name);
    const first = asked.get("workbook") ?? names.find((name) => name === SHOWN_FIRST) ?? names[0];
    if (!this.#excel && first !== undefined && first !== "")
      await this.#read(readSample(first), { name: this.#titleOf(first), sample: first });
    if (!this.#excel) this.open(await blankWorkbook());
    this.#ask();
  }

  async openFile(file: File): Promise<void> {
    this.#say(say("opening"));
    await this.#read(readWorkbookBytes(file), { name: file.name, sample: "" });
  }

  save(): void {
    this.#control?.commit();
    this.#excel?.user.saves();
  }

  /** Clicked elsewhere on this page: what was typed goes into its cell. In the pane one may look around meanwhile. */
  leaveCell(to: EventTarget | null): void {
    const isKept = to === null || to === this.#frame || place("formula-row").contains(to as Node);
    if (!isKept && to !== this.#control?.editor.element) this.#control?.commit();
  }

  async #read(reading: Promise<ReadSheets>, { name, sample }: { name: string; sample: string }): Promise<void> {
    const read = await reading;
    if (!read.ok) {
      this.#say(read.problem?.[language] ?? say("notRead"));
      return;
    }
    this.open(await makeWorkbook(read.sheets, name), sample);
    this.#say("");
  }

  #titleOf = (name: string): string => (/\.xlsx$/i.test(name) ? name : `${name}.xlsx`);

  #download(): void {
    const bytes = this.#excel?.handed[0]?.bytes;
    if (!bytes) return;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([bytes as BlobPart]));
    link.download = "tong-hop.xlsx";
    link.click();
    URL.revokeObjectURL(link.href);
  }

  #say(notice: string): void {
    this.#notice = notice;
    this.#ask();
  }

  readonly #ask = onceAFrame(() => {
    this.#draw();
  });

  #draw(): void {
    const [excel, control] = [this.#excel, this.#control];
    if (!excel || !control) return;
    const state: PageState = {
      excel,
      control,
      samples: this.#samples,
      sample: this.#sample,
      notice: this.#notice,
      language,
      say,
      otherLanguageAddress: otherLanguageAddress(),
    };
    render(trialLine(state), place("trial"));
    render(tools(state, this.#actions), place("tools"));
    render(notices(state, this.#actions), place("notices"));
    render(formulaRow(state), place("formula-row"));
    render(sheetTabs(state), place("tabs"));
    document.title = `${excel.book.isDirty ? "● " : ""}${excel.book.name} – ${say("title")}`;
  }
}

document.documentElement.lang = language;
for (const [id, word] of [
  ["side", "pane"],
  ["splitter", "resize"],
  ["tools", "tools"],
] as const)
  place(id).setAttribute("aria-label", say(word));
place("pane").setAttribute("title", say("pane"));
place("drop").textContent = say("dropHere");

const page = new TrialPage();
wireSplitter(place("splitter"), place("page"));
document.addEventListener("keydown", (event) => {
  if (isSaveKey(event)) {
    event.preventDefault();
    page.save();
  }
});
document.addEventListener("focusin", ({ target }) => {
  page.leaveCell(target);
});
document.addEventListener("dragover", (event) => {
  event.preventDefault();
  place("page").classList.add("is-dropping");
});
document.addEventListener("dragleave", ({ relatedTarget }) => {
  if (relatedTarget === null) place("page").classList.remove("is-dropping");
});
document.addEventListener("drop", (event) => {
  event.preventDefault();
  place("page").classList.remove("is-dropping");
  const [file] = event.dataTransfer?.files ?? [];
  if (file) void page.openFile(file);
});
void page.begin();
