/** Puts the pane into the page and keeps it in step with the workbook, the service and what the officer does. */
import { render } from "lit-html";
import type { Language } from "../../shared/money.ts";
import type { Checker } from "../checking/report.ts";
import type { Host, RibbonFunctions } from "../host/port.ts";
import { openLive } from "../live/open-live.ts";
import type { Live } from "../live/state.ts";
import { PATHS } from "../manifest/facts.ts";
import { sayTrouble } from "./bars.ts";
import { Doing } from "./doing.ts";
import { drawLoop } from "./kit/draw-loop.ts";
import { FindingList } from "./findings/finding-list.ts";
import type { Item } from "./findings/items.ts";
import { RuleCards } from "./findings/rule-cards.ts";
import { SelectionFollower } from "./findings/selection-follower.ts";
import { ShownFindings } from "./findings/shown.ts";
import { frame, type Tabs } from "./frame.ts";
import { keepLanguage, language, speak, type LanguageShelf } from "./kit/language.ts";
import { Templates } from "./more/templates.ts";
import type { PaneParts, SubmitParts } from "./parts.ts";
import { ServiceSide } from "./service-side.ts";
import { View } from "./view-state.ts";

export interface PaneOptions {
  readonly host: Host;
  readonly checker: Checker;
  readonly root: HTMLElement;
  /** What is kept on this machine. */
  readonly shelf: Storage;
}

/** Resolves when the first check is shown. */
export async function openPane({ host, checker, root, shelf }: PaneOptions): Promise<void> {
  const view = new View(language());
  const opening = openLive({ host, checker, shelf, now: () => Date.now(), language: language() }).then(
    (live) => new Pane({ host, live, view, root, shelf }),
  );
  host.answerRibbon(ribbon(host, opening));
  const pane = await opening;
  pane.begin();
}

/** Buttons may be pressed before the first check is done. */
function ribbon(host: Host, opening: Promise<Pane>): RibbonFunctions {
  const inFront = async (act: (pane: Pane) => Promise<void>): Promise<void> => {
    // In hosts without a shared runtime the pane is in front already.
    await host.showPane();
    await act(await opening);
  };
  return {
    validateAndSave: () => inFront((pane) => pane.checkAndSave()),
    submit: () => inFront((pane) => pane.showSubmit()),
    openConsolidation: () => inFront((pane) => pane.showMerged()),
  };
}

interface Inside {
  readonly host: Host;
  readonly live: Live;
  readonly view: View;
  readonly root: HTMLElement;
  readonly shelf: LanguageShelf;
}

class Pane {
  readonly #inside: Inside;
  readonly #redraw: () => void;
  readonly #follower = new SelectionFollower();
  readonly #shown = new ShownFindings();
  readonly #list: FindingList;
  readonly #service: ServiceSide;
  readonly #doing: Doing;
  readonly #rules: RuleCards;
  readonly #tabs: Tabs;

  constructor(inside: Inside) {
    this.#inside = inside;
    const { host, live, view, root } = inside;
    const redraw = drawLoop({
      root,
      draw: () => {
        this.#draw();
      },
      refocus: () => {
        if (!this.#list.takeFocus()) document.getElementById(`tab-${view.state.tab}`)?.focus();
      },
    });
    this.#redraw = redraw;
    this.#doing = new Doing(redraw);
    this.#list = new FindingList((item) => {
      this.#choose(item);
    }, redraw);
    this.#rules = new RuleCards({
      why: (ruleId) => live.why(ruleId),
      examples: async () => (await import("../../shared/rules/examples.ts")).examples,
      redraw,
    });
    this.#service = new ServiceSide({
      host,
      live,
      redraw,
      tell: (refusal) => {
        view.change({ notice: { kind: "error", text: sayTrouble(refusal) } });
      },
    });
    this.#tabs = {
      check: { list: this.#list, shown: this.#shown },
      more: {
        templates: new Templates(),
        help: PATHS.help,
        choose: (chosen) => {
          this.#speak(chosen);
        },
      },
      service: this.#service,
    };
  }

  begin(): void {
    const { live, view, root } = this.#inside;
    root.textContent = "";
    live.subscribe(() => {
      this.#follow();
      this.#redraw();
    });
    view.subscribe(() => {
      if (view.state.tab === "submit") void this.#service.load();
      this.#redraw();
    });
    this.#follow();
    this.#draw();
    // After the first check is on the screen, so that nothing holds it up.
    setTimeout(() => void this.#service.load());
  }

  async checkAndSave(): Promise<void> {
    const { live, view } = this.#inside;
    view.change({ tab: "check", notice: null });
    await this.#doing.run("check-and-save", () => live.checkAndSave());
  }

  async showSubmit(): Promise<void> {
    this.#inside.view.change({ tab: "submit" });
    await this.#service.load();
  }

  async showMerged(): Promise<void> {
    this.#inside.view.change({ tab: "submit" });
    const loaded = await this.#service.load();
    const parts = this.#parts();
    if (loaded) loaded.part.showMerged({ ...parts, sync: loaded.sync } satisfies SubmitParts);
  }

  #parts(): PaneParts {
    const { host, live, view } = this.#inside;
    return {
      host,
      live,
      view,
      sync: this.#service.loaded?.sync ?? null,
      doing: this.#doing,
      rules: this.#rules,
      redraw: this.#redraw,
    };
  }

  #draw(): void {
    render(frame(this.#parts(), this.#tabs), this.#inside.root);
    this.#list.afterDraw();
  }

  #follow(): void {
    const { live, view } = this.#inside;
    const parts = this.#parts();
    const chosen = this.#follower.follow(this.#shown.itemsOf(parts), live.state.selection, view.state);
    if (!chosen) return;
    view.change(chosen);
    if (chosen.selected !== null) this.#list.show(this.#shown.of(parts), chosen.selected, false);
  }

  /** To its first cell: the most likely cause. */
  #choose({ key, sheet, cells }: Item): void {
    const { live, view } = this.#inside;
    view.change({ selected: key, selectedBy: "officer" });
    if (sheet !== "" && cells.length > 0) void live.goTo(sheet, cells.slice(0, 1));
  }

  #speak(chosen: Language): void {
    const { live, view, shelf } = this.#inside;
    speak(chosen);
    keepLanguage(shelf, chosen);
    document.documentElement.lang = chosen;
    live.setLanguage(chosen);
    view.change({ language: chosen, notice: null });
  }
}
