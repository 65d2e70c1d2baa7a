/** What people do with a whole round: remind, save files, open, close, reopen. */
import { nothing, type TemplateResult } from "lit-html";
import type { ProgressLine, Round } from "../../../shared/api/rounds.ts";
import type { Scope } from "../page.ts";
import { DownloadsPanel } from "./downloads-panel.ts";
import { RemindersPanel } from "./reminders-panel.ts";
import { Reopening } from "./reopening.ts";
import { managesRound, oversees } from "./rights.ts";
import type { HeadAction } from "./round-head.ts";
import { StateQuestion } from "./state-question.ts";

interface RoundWorkOptions {
  readonly roundId: string;
  readonly print: () => void;
  /** The round has changed by what was done. */
  readonly done: () => void;
}

type PanelName = "reminders" | "downloads";

export class RoundWork {
  readonly #scope: Scope;
  readonly #options: RoundWorkOptions;
  readonly #downloads: DownloadsPanel;
  #reminders: RemindersPanel | null = null;
  #panel: PanelName | null = null;
  #question: StateQuestion | Reopening | null = null;

  constructor(scope: Scope, options: RoundWorkOptions) {
    this.#scope = scope;
    this.#options = options;
    this.#downloads = new DownloadsPanel(scope);
  }

  refresh(): void {
    this.#reminders?.refresh();
  }

  close(): void {
    this.#reminders?.close();
  }

  /** What is open below the head. */
  panel(round: Round): TemplateResult | typeof nothing {
    if (this.#panel === "reminders") return this.#reminders?.render(round) ?? nothing;
    return this.#panel === "downloads" ? this.#downloads.render(round) : nothing;
  }

  /** What is asked before something is done. */
  question(): TemplateResult | typeof nothing {
    return this.#question?.render() ?? nothing;
  }

  actions(round: Round, yetToSubmit: number): readonly HeadAction[] {
    const { me } = this.#scope;
    const manages = managesRound(me, round);
    return [
      ...(manages && round.state !== "preparing" ? [this.#toggler("reminders")] : []),
      this.#toggler("downloads"),
      ...(oversees(me) ? [{ kind: "print", does: this.#options.print } as const] : []),
      ...(manages ? [this.#asker(round, yetToSubmit)] : []),
      ...(manages && me.role === "administrator" ? [{ kind: "change" } as const] : []),
    ];
  }

  /** Null for those who may not reopen it for anybody. */
  reopener(round: Round): ((line: ProgressLine) => void) | null {
    if (!managesRound(this.#scope.me, round)) return null;
    return (line) => {
      this.#ask(new Reopening(this.#scope, { round, line, ...this.#answers() }));
    };
  }

  #toggler(panel: PanelName): HeadAction {
    return {
      kind: "toggle",
      panel,
      isOpen: this.#panel === panel,
      does: () => {
        this.#panel = this.#panel === panel ? null : panel;
        if (panel === "reminders") this.#reminders ??= new RemindersPanel(this.#scope, this.#options.roundId);
        this.#scope.redraw();
      },
    };
  }

  #asker(round: Round, yetToSubmit: number): HeadAction {
    const what = round.state === "open" ? "close" : "open";
    return {
      kind: what,
      does: () => {
        this.#ask(new StateQuestion(this.#scope, { what, round, yetToSubmit, ...this.#answers() }));
      },
    };
  }

  #ask(question: StateQuestion | Reopening | null): void {
    this.#question = question;
    this.#scope.redraw();
  }

  #answers(): { readonly close: () => void; readonly done: () => void } {
    return {
      close: () => {
        this.#ask(null);
      },
      done: this.#options.done,
    };
  }
}
