/** The rounds that this person may manage: their list, and one of them to be made or changed. */
import { html, nothing, type TemplateResult } from "lit-html";
import { button } from "../../../addin/pane/kit/button.ts";
import { say } from "../../../addin/pane/kit/language.ts";
import { tellMoment } from "../../../addin/pane/kit/moments.ts";
import { statusLine } from "../../../addin/pane/kit/status-line.ts";
import { printCount } from "../../../addin/pane/kit/printing.ts";
import type { Reply } from "../../../addin/sync/reply.ts";
import type { Round } from "../../../shared/api/rounds.ts";
import type { Scope } from "../page.ts";
import { roundBadge } from "../parts/badge.ts";
import { Latest } from "../parts/latest.ts";
import { addressOf } from "../places.ts";
import { countHandedIn, countLines } from "../round/counts.ts";
import { StateQuestion } from "../round/state-question.ts";
import { OrganisationTree } from "./organisation-tree.ts";
import type { AdminPart, OpenAdminPart } from "./part.ts";
import { Question } from "./question.ts";
import { RoundEditor, type Choices } from "./round-editor.ts";
import { EDITOR, ROUNDS } from "./round-words.ts";
import { showLatest } from "./show-latest.ts";

/** In the address, of a round that is being made. */
const NEW = "moi";

const roundPlace = (id: string | null): string => addressOf({ page: "admin", part: "dot", id });

class RoundsPart implements AdminPart {
  readonly #scope: Scope;
  readonly #question: Question;
  /** Opening or closing a round, while it is asked about. */
  #moving: StateQuestion | null = null;
  #isCounting = false;
  /** How many of those the round still waits for have nobody who could submit, by the round's id. */
  readonly #accountless = new Map<string, number>();
  readonly #choices: Latest<Choices>;
  #id: string | null = null;
  /** By the round's id: what is typed stays while something else is looked at. */
  readonly #editors = new Map<string, RoundEditor>();

  constructor(scope: Scope) {
    this.#scope = scope;
    this.#question = new Question(scope.redraw);
    this.#choices = new Latest({ ask: () => this.#ask(), redraw: scope.redraw });
  }

  show(id: string | null): void {
    this.#id = id;
    this.#choices.refresh();
  }

  close(): void {
    this.#choices.close();
    for (const editor of this.#editors.values()) editor.close();
    this.#editors.clear();
  }

  render(): TemplateResult {
    return html`${showLatest(this.#choices, ({ rounds }) =>
      this.#id === null ? this.#list(rounds) : this.#one(this.#id, rounds),
    )}
    ${this.#question.render()} ${this.#moving?.render() ?? nothing}`;
  }

  async #ask(): Promise<Reply<Choices>> {
    const id = this.#id;
    const [rounds, organisations, rules] = await Promise.all([
      this.#scope.ask((client) => client.call("listRounds", {})),
      this.#scope.ask((client) => client.call("listOrganisations", {})),
      this.#scope.ask((client) => client.call("listRules", {})),
      id === null || id === NEW ? null : this.#countAccountless(id),
    ]);
    if (!rounds.ok) return rounds;
    if (!organisations.ok) return organisations;
    if (!rules.ok) return rules;
    const own = rounds.value.rounds.filter(({ ownerId }) => ownerId === this.#scope.me.organisation.id);
    const tree = new OrganisationTree(organisations.value.organisations);
    const choices: Choices = { tree, rules: rules.value.rules, rounds: own };
    if (!this.#scope.isLeft()) this.#refresh(choices);
    return { ok: true, value: choices };
  }

  /** Where it can't be known nothing is said of it. */
  async #countAccountless(roundId: string): Promise<void> {
    const reply = await this.#scope.ask((client) => client.call("listReminders", { params: { roundId } }));
    if (!reply.ok) return;
    this.#accountless.set(roundId, reply.value.lines.filter(({ people }) => people.length === 0).length);
  }

  /** Forms that nobody has typed in are made anew from what the service says now. */
  #refresh(choices: Choices): void {
    for (const [id, editor] of this.#editors) {
      if (editor.isTouched) editor.chooseFrom(choices);
      else {
        editor.close();
        this.#editors.delete(id);
      }
    }
    const id = this.#id;
    if (id === null || this.#editors.has(id)) return;
    const round = choices.rounds.find((one) => one.id === id) ?? null;
    if (round === null && id !== NEW) return;
    const { scope, question } = { scope: this.#scope, question: this.#question };
    const saved = (kept: Round): void => this.#saved(id, kept);
    this.#editors.set(id, new RoundEditor({ scope, question, round, saved }, choices));
  }

  /** The form of a round is made anew with what the service says next. */
  #saved(id: string, { id: roundId }: Round): void {
    if (id === NEW) {
      this.#editors.get(id)?.close();
      this.#editors.delete(id);
      // Whoever looks at something else by now stays there.
      if (location.pathname === roundPlace(NEW)) this.#scope.go({ page: "admin", part: "dot", id: roundId }, "replace");
    }
    this.#choices.refresh();
  }

  #list(rounds: readonly Round[]): TemplateResult {
    return html`<div class="page-head">
        <p>${say(ROUNDS.says)}</p>
        <a class="button primary" href=${roundPlace(NEW)}>${say(ROUNDS.add)}</a>
      </div>
      ${rounds.length === 0 ? html`<p class="quiet-text">${say(ROUNDS.none)}</p>` : table(rounds)}`;
  }

  #one(id: string, rounds: readonly Round[]): TemplateResult {
    const round = rounds.find((one) => one.id === id) ?? null;
    const editor = this.#editors.get(id);
    const back = html`<a href=${roundPlace(null)}>${say(ROUNDS.all)}</a>`;
    if (!editor)
      return html`<p>${back}</p>
        ${round || id === NEW || this.#choices.isAsking ? nothing : html`<p>${say(ROUNDS.unknown)}</p>`}`;
    return html`<header class="chosen-head">
        <div class="crumbs">${back}</div>
        <h2>${round ? round.name : say(EDITOR.newHeading)} ${round ? roundBadge(round.state) : nothing}</h2>
        ${round ? this.#actions(round, editor) : nothing}
      </header>
      ${round ? this.#accounts(round) : nothing} ${editor.render()}`;
  }

  #actions(round: Round, editor: RoundEditor): TemplateResult {
    const isOpen = round.state === "open";
    const label = isOpen ? ROUNDS.close : round.state === "closed" ? ROUNDS.openAgain : ROUNDS.open;
    return html`<div class="actions">
      ${button({ label: say(label), isBusy: this.#isCounting, does: () => void this.#askToMove(round, editor) })}
      <a class="button quiet" href=${addressOf({ page: "round", roundId: round.id })}>${say(ROUNDS.watch)}</a>
    </div>`;
  }

  #accounts({ id, state, expectedIds }: Round): TemplateResult | typeof nothing {
    const without = this.#accountless.get(id) ?? 0;
    if (without === 0 || state === "closed") return nothing;
    const isAdministrator = this.#scope.me.role === "administrator";
    return statusLine({
      kind: "warning",
      text: html`${say(ROUNDS.accountless(without, expectedIds.length))}
      ${
        isAdministrator
          ? html`<a href=${addressOf({ page: "admin", part: "don-vi", id: null })}>${say(ROUNDS.addPeople)}</a>`
          : say(ROUNDS.askAdministrator)
      }`,
    });
  }

  /** The round's own page asks the same. */
  async #askToMove(round: Round, editor: RoundEditor): Promise<void> {
    if (editor.isTouched) {
      this.#scope.tell({ kind: "info", text: ROUNDS.saveFirst });
      return;
    }
    if (this.#isCounting) return;
    this.#isCounting = true;
    this.#scope.redraw();
    const params = { roundId: round.id };
    const progress = await this.#scope.ask((client) => client.call("readProgress", { params }));
    this.#isCounting = false;
    if (progress.ok) {
      const counts = countLines(progress.value.lines);
      this.#moving = new StateQuestion(this.#scope, {
        what: round.state === "open" ? "close" : "open",
        round,
        yetToSubmit: counts.all - countHandedIn(counts),
        close: () => {
          this.#moving = null;
          this.#scope.redraw();
        },
        done: () => this.#choices.refresh(),
      });
    } else this.#scope.tell({ kind: "error", text: progress.told });
    this.#scope.redraw();
  }
}

const table = (rounds: readonly Round[]): TemplateResult =>
  html`<div class="table-frame" tabindex="0" role="region" aria-label=${say(ROUNDS.table)}>
    <table class="table">
      <thead>
        <tr>
          ${ROUNDS.columns.map(
            (column, index) =>
              html`<th scope="col" class=${index === ROUNDS.columns.length - 1 ? "figure" : ""}>${say(column)}</th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${rounds.map(
          ({ id, name, fromYear, toYear, state, deadline, expectedIds }) =>
            html`<tr>
              <td><a href=${roundPlace(id)}>${name}</a></td>
              <td>${fromYear === toYear ? fromYear : `${String(fromYear)}–${String(toYear)}`}</td>
              <td>${roundBadge(state)}</td>
              <td>${say(tellMoment(deadline))}</td>
              <td class="figure">${printCount(expectedIds.length)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;

export const openRoundsPart: OpenAdminPart = (scope) => new RoundsPart(scope);
