/** One round's terms, being made or changed. What is typed stays until it is saved, whatever comes of saving. */
import { html, nothing, type TemplateResult } from "lit-html";
import { focusWhenDrawn } from "../../../addin/pane/kit/after-drawing.ts";
import { button } from "../../../addin/pane/kit/button.ts";
import { say } from "../../../addin/pane/kit/language.ts";
import { statusLine } from "../../../addin/pane/kit/status-line.ts";
import type { Round, RoundTerms } from "../../../shared/api/rounds.ts";
import type { Bilingual } from "../../../shared/rule.ts";
import { toVietnamDay } from "../../../shared/vietnam-time.ts";
import type { Scope } from "../page.ts";
import { sendButton, sent } from "../parts/form.ts";
import { ExpectedPicker } from "./expected-picker.ts";
import { KeptTerms, textOfTerms } from "./kept-terms.ts";
import type { OrganisationTree } from "./organisation-tree.ts";
import type { Question } from "./question.ts";
import {
  deadline,
  faultLine,
  fieldId,
  formsAndUnit,
  nameAndYears,
  previousRound,
  signOff,
  type RoundFields,
} from "./round-fields.ts";
import { EDITOR, RULES, TERM_NAMES } from "./round-words.ts";
import { RulesPicker, type ListedRule } from "./rules-picker.ts";
import { changesOf } from "./term-changes.ts";
import { findTermFaults } from "./term-faults.ts";
import { blankTerms, readTerms, typedFrom, type TermFaults, type TypedTerms } from "./typed-terms.ts";

/** What the form chooses from. */
export interface Choices {
  readonly tree: OrganisationTree;
  readonly rules: readonly ListedRule[];
  /** Of the same owner. */
  readonly rounds: readonly Round[];
}

interface EditorOptions {
  readonly scope: Scope;
  readonly question: Question;
  /** Null: one to be made. */
  readonly round: Round | null;
  readonly saved: (round: Round) => void;
}

/** What a new round may take over from the one before. */
const TAKEN_OVER = [
  "formIds",
  "unit",
  "expectedIds",
  "severityOverrides",
  "explainedRuleIds",
  "needsSignOff",
] as const satisfies readonly (keyof TypedTerms)[];

/** Plans are asked for in the year before. */
const startOf = (round: Round | null): TypedTerms =>
  round ? typedFrom(round) : blankTerms(Number(toVietnamDay(new Date().toISOString()).slice(0, 4)) + 1);

export class RoundEditor {
  readonly #options: EditorOptions;
  readonly #start: TypedTerms;
  readonly #kept: KeptTerms;
  /** What the form said when it was saved last. */
  #saved: string;
  /** What stands in the form was typed before the page was left. */
  #isRestored = false;
  #choices: Choices;
  #typed: TypedTerms;
  #faults: TermFaults = {};
  #whole: Bilingual | null = null;
  #isBusy = false;
  #expected: ExpectedPicker;
  #rules: RulesPicker;

  constructor(options: EditorOptions, choices: Choices) {
    this.#options = options;
    this.#choices = choices;
    this.#start = startOf(options.round);
    this.#saved = textOfTerms(this.#start);
    this.#kept = new KeptTerms(options.scope.me.id, options.round?.id ?? "");
    this.#typed = { ...this.#start, ...this.#kept.read() };
    this.#isRestored = this.isTouched;
    this.#expected = this.#openExpected();
    this.#rules = this.#openRules();
  }

  /** Whether something typed is not saved. */
  get isTouched(): boolean {
    return textOfTerms(this.#typed) !== this.#saved;
  }

  /** Organisations and rounds may have been added elsewhere. */
  chooseFrom(choices: Choices): void {
    this.#expected.close();
    this.#choices = choices;
    this.#expected = this.#openExpected();
    this.#rules = this.#openRules();
  }

  close(): void {
    this.#expected.close();
  }

  render(): TemplateResult {
    const fields: RoundFields = {
      typed: this.#typed,
      faults: this.#faults,
      change: (changed) => this.#change(changed),
    };
    const { round } = this.#options;
    const isFaulty = this.#whole !== null || Object.keys(this.#faults).length > 0;
    return html`<form class="form round-form" novalidate @submit=${sent(() => void this.#save())}>
      ${isFaulty ? statusLine({ kind: "error", text: say(this.#whole ?? EDITOR.faulty), isAlert: true }) : nothing}
      ${this.#isRestored && this.isTouched ? this.#restored() : nothing}
      <section class="card">
        <h3>${say(EDITOR.about)}</h3>
        ${nameAndYears(fields)} ${deadline(fields)} ${this.#previous(fields)} ${formsAndUnit(fields)} ${signOff(fields)}
      </section>
      <section class="card" id=${fieldId("expectedIds")} tabindex="-1">
        <h3>${say(EDITOR.expected)}</h3>
        ${faultLine("expectedIds", this.#faults)} ${this.#expected.render()}
      </section>
      <section class="card" id=${fieldId("severityOverrides")} tabindex="-1">
        <h3>${say(RULES.heading)}</h3>
        ${faultLine("severityOverrides", this.#faults)} ${faultLine("explainedRuleIds", this.#faults)}
        ${this.#rules.render(this.#typed, fields.change)}
      </section>
      <div class="save-bar">
        <div class="actions">
          ${sendButton(say(round ? EDITOR.save : EDITOR.saveNew), this.#isBusy)}
          ${this.isTouched ? button({ label: say(EDITOR.undo), does: () => this.#undo() }) : nothing}
        </div>
        <p class="quiet-text" role="status">${this.isTouched ? say(EDITOR.unsaved) : ""}</p>
      </div>
    </form>`;
  }

  #restored(): TemplateResult {
    const actions = button({ label: say(EDITOR.undo), does: () => this.#undo() });
    return statusLine({ kind: "info", text: say(EDITOR.restored), actions });
  }

  #previous(fields: RoundFields): TemplateResult {
    const { round } = this.#options;
    const rounds = this.#choices.rounds.filter(({ id }) => id !== round?.id);
    return previousRound({ ...fields, rounds, takeOver: round ? null : (from) => this.#takeOver(from) });
  }

  #openExpected(): ExpectedPicker {
    const { scope, round } = this.#options;
    return new ExpectedPicker({
      redraw: scope.redraw,
      tree: this.#choices.tree,
      ownerId: round?.ownerId ?? scope.me.organisation.id,
      chosen: () => this.#typed.expectedIds,
      choose: (expectedIds) => this.#change({ expectedIds }),
    });
  }

  #openRules(): RulesPicker {
    return new RulesPicker({ redraw: this.#options.scope.redraw, rules: this.#choices.rules });
  }

  #change(changed: Partial<TypedTerms>): void {
    this.#typed = { ...this.#typed, ...changed };
    this.#kept.write(this.#typed, this.#start);
    this.#options.scope.redraw();
  }

  #takeOver(from: Round): void {
    const typed = typedFrom(from);
    this.#change(Object.fromEntries(TAKEN_OVER.map((term) => [term, typed[term]])));
    this.#options.scope.tell({ kind: "info", text: EDITOR.tookOver });
  }

  #undo(): void {
    this.#faults = {};
    this.#whole = null;
    this.#change(this.#start);
  }

  async #save(): Promise<void> {
    if (this.#isBusy) return;
    const { scope, question, round } = this.#options;
    const reading = readTerms(this.#typed, round, Date.now());
    this.#faults = reading.ok ? {} : reading.faults;
    this.#whole = null;
    if (!reading.ok) {
      this.#goToFault();
      return;
    }
    const { terms } = reading;
    if (!round) return this.#send(terms);
    const changes = changesOf(round, terms, (id) => this.#nameOf(id));
    if (changes.length === 0) {
      scope.tell({ kind: "info", text: EDITOR.nothingChanged });
      return;
    }
    const changed = Object.fromEntries(changes.map(({ term }) => [term, terms[term]])) as Partial<RoundTerms>;
    if (round.state === "preparing") return this.#send(changed);
    question.ask({
      title: EDITOR.ask,
      body: () =>
        html`<p>${say(round.state === "open" ? EDITOR.willChange : EDITOR.willChangeClosed)}</p>
          <ul class="bullets">
            ${changes.map(({ told }) => html`<li>${told}</li>`)}
          </ul>`,
      yes: EDITOR.save,
      does: () => this.#send(changed),
    });
  }

  #nameOf(id: string): string {
    return this.#choices.rounds.find((round) => round.id === id)?.name ?? this.#choices.tree.nameOf(id);
  }

  /** Only what is changed is sent: what a colleague changed meanwhile stays. */
  async #send(terms: RoundTerms | Partial<RoundTerms>): Promise<void> {
    const { scope, round, saved } = this.#options;
    const text = textOfTerms(this.#typed);
    this.#isBusy = true;
    scope.redraw();
    const params = { organisationId: scope.me.organisation.id };
    const reply = await scope.ask<Round>((client) =>
      round
        ? client.call("changeRound", { params: { roundId: round.id }, body: terms })
        : client.call("addRound", { params, body: terms as RoundTerms }),
    );
    this.#isBusy = false;
    if (reply.ok) {
      scope.tell({ kind: "done", text: round ? EDITOR.saved(reply.value.name) : EDITOR.added(reply.value.name) });
      this.#saved = text;
      if (!this.isTouched) this.#kept.forget();
      saved(reply.value);
      return;
    }
    const { faults, whole } = findTermFaults(reply);
    this.#faults = faults;
    this.#whole = whole;
    this.#goToFault();
  }

  #goToFault(): void {
    const first = (Object.keys(TERM_NAMES) as (keyof RoundTerms)[]).find((term) => this.#faults[term]);
    if (first) focusWhenDrawn(fieldId(first === "explainedRuleIds" ? "severityOverrides" : first));
    this.#options.scope.redraw();
  }
}
