/** "Số liệu": what the round adds up to at this moment, by source and by organisation. */
import { html, nothing, type TemplateResult } from "lit-html";
import { button } from "../../../../addin/pane/kit/button.ts";
import { spinner } from "../../../../addin/pane/kit/icons.ts";
import { language, say } from "../../../../addin/pane/kit/language.ts";
import { tellMoment } from "../../../../addin/pane/kit/moments.ts";
import { printCount } from "../../../../addin/pane/kit/printing.ts";
import { statusLine } from "../../../../addin/pane/kit/status-line.ts";
import type { Reply } from "../../../../addin/sync/reply.ts";
import { UNIT_NAMES } from "../../../../shared/money.ts";
import type { Round } from "../../../../shared/api/rounds.ts";
import { showKnown } from "../../parts/known.ts";
import { Latest } from "../../parts/latest.ts";
import { COMMON } from "../../words.ts";
import type { Scope } from "../../page.ts";
import { submissionPlace } from "../../places.ts";
import type { AskSums } from "../ask-sums.ts";
import type { OpenRoundPart, RoundPart } from "../part.ts";
import { moneyControls, type SumsAsked } from "./money-controls.ts";
import { MoneyFigures } from "./money-figures.ts";
import { measuresOf, usualMeasure, type MoneyLine, type Sums } from "./money-split.ts";
import { MONEY } from "./words.ts";

interface Answered {
  /** What this is the answer to: the controls may have moved on. */
  readonly asked: SumsAsked;
  readonly sums: Sums;
}

class MoneyPart implements RoundPart {
  readonly #scope: Scope;
  readonly #round: Round;
  readonly #askSums: AskSums;
  readonly #latest: Latest<Answered>;
  readonly #figures: MoneyFigures;
  #asked: SumsAsked = { level: "organisation", era: "then", acceptedOnly: false };
  /** Chosen by the reader; null: what most organisations speak of. */
  #measure: string | null = null;
  /** Of organisations that submitted: asked for where money of several stands on one line. */
  #names: ReadonlyMap<string, string> | null = null;
  #isAskingNames = false;

  constructor(scope: Scope, round: Round, askSums: AskSums) {
    this.#scope = scope;
    this.#round = round;
    this.#askSums = askSums;
    this.#latest = new Latest({ ask: () => this.#ask(), redraw: scope.redraw });
    this.#figures = new MoneyFigures({
      roundId: round.id,
      redraw: scope.redraw,
      press: (line) => this.#press(line),
    });
    this.#latest.refresh();
  }

  refresh(): void {
    this.#latest.refresh();
  }

  close(): void {
    this.#latest.close();
    this.#figures.close();
  }

  render(): TemplateResult {
    return html`<section class="card money" aria-labelledby="money-heading">
      <h2 id="money-heading">${say(MONEY.heading)}</h2>
      ${showKnown(
        this.#latest.known,
        () => this.#latest.retry(),
        (answered) => this.#answered(answered),
      )}
    </section>`;
  }

  #answered({ asked, sums }: Answered): TemplateResult {
    const measures = measuresOf(sums);
    const chosen = measures.find((measure) => measure === this.#measure) ?? usualMeasure(sums);
    return html`${moneyControls({
      asked: this.#asked,
      measure: chosen,
      measures,
      ask: (next) => {
        this.#asked = next;
        this.#latest.refresh();
      },
      measureBy: (measure) => {
        this.#measure = measure;
        this.#scope.redraw();
      },
    })}
    ${this.#news(asked, sums)} ${this.#fault()}
    ${chosen === null ? noMoney(asked, sums) : this.#figures.render({ sums, measure: chosen, asked, nameOf: this.#nameOf })}`;
  }

  /** What comes by itself is not announced, only what the reader has asked for. */
  #news(asked: SumsAsked, { at, unit }: Sums): TemplateResult {
    const isNew = this.#latest.isAsking && asked !== this.#asked;
    const time = say(tellMoment(at));
    return html`<p class="hint money-as-of">
      ${say(MONEY.asOf, { time, unit: UNIT_NAMES[unit][language()] })}
      <span class="money-renewing">${isNew ? [spinner(), " ", say(MONEY.renewing)] : nothing}</span>
    </p>`;
  }

  #fault(): unknown {
    const { fault } = this.#latest;
    if (!fault) return nothing;
    return statusLine({
      kind: "warning",
      text: say(MONEY.stale, { why: say(fault) }),
      isAlert: true,
      actions: button({ label: say(COMMON.again), icon: "refresh", does: () => this.#latest.refresh() }),
    });
  }

  /** To the submission; where the bar is of several, to all of them in the table. */
  #press(line: MoneyLine): void {
    const [only, ...others] = line.organisations;
    if (only && others.length === 0) this.#scope.go(submissionPlace(this.#round.id, only.id));
    else this.#figures.showLine(line.id);
  }

  async #ask(): Promise<Reply<Answered>> {
    const asked = this.#asked;
    const reply = await this.#askSums(asked);
    return reply.ok ? { ok: true, value: { asked, sums: reply.value } } : reply;
  }

  readonly #nameOf = (organisationId: string): string | null => {
    if (!this.#names && !this.#isAskingNames) void this.#askNames();
    return this.#names ? (this.#names.get(organisationId) ?? organisationId) : null;
  };

  /** Once: should it fail, the organisations go by their ids. */
  async #askNames(): Promise<void> {
    this.#isAskingNames = true;
    const params = { roundId: this.#round.id };
    const reply = await this.#scope.ask((client) => client.call("readProgress", { params }));
    const lines = reply.ok ? reply.value.lines : [];
    this.#names = new Map(lines.map(({ organisationId, name }) => [organisationId, name]));
    this.#scope.redraw();
  }
}

const noMoney = ({ acceptedOnly }: SumsAsked, { versions }: Sums): TemplateResult =>
  html`<p>
    ${versions > 0 ? `${say(MONEY.noMoney)} ${say(MONEY.versions)}: ${printCount(versions)}.` : say(acceptedOnly ? MONEY.emptyAccepted : MONEY.empty)}
  </p>`;

export const openMoneyPart: OpenRoundPart = (scope, round, { askSums }) => new MoneyPart(scope, round, askSums);
