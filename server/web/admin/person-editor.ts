/** One person: name and role, a new first password, their sessions, and closing the account. */
import { html, nothing, type TemplateResult } from "lit-html";
import { focusWhenDrawn } from "../../../addin/pane/kit/after-drawing.ts";
import { button } from "../../../addin/pane/kit/button.ts";
import { field } from "../../../addin/pane/kit/field.ts";
import { say } from "../../../addin/pane/kit/language.ts";
import type { Organisation, PersonAnswer, Role } from "../../../shared/api/organisations.ts";
import type { Bilingual } from "../../../shared/rule.ts";
import type { Scope } from "../page.ts";
import { choice, sendButton, sent } from "../parts/form.ts";
import { COMMON } from "../words.ts";
import type { FirstPasswords } from "./first-passwords.ts";
import { roleOptions } from "./new-person-form.ts";
import { PersonSessions } from "./person-sessions.ts";
import { paragraph, type Question } from "./question.ts";
import { PEOPLE } from "./words.ts";

interface EditorOptions {
  readonly scope: Scope;
  readonly question: Question;
  readonly passwords: FirstPasswords;
  /** Reads the people anew. */
  readonly changed: () => void;
}

export class PersonEditor {
  readonly id: string;
  readonly #options: EditorOptions;
  readonly #isOneself: boolean;
  readonly #sessions: PersonSessions;
  #name: string;
  #role: Role;
  #fault: Bilingual | null = null;
  #isBusy = false;

  constructor(person: PersonAnswer, options: EditorOptions) {
    this.id = person.id;
    this.#options = options;
    this.#name = person.name;
    this.#role = person.role;
    this.#isOneself = person.id === options.scope.me.id;
    this.#sessions = new PersonSessions(person, options);
  }

  render(person: PersonAnswer, organisation: Organisation): TemplateResult {
    return html`<form class="form" novalidate @submit=${sent(() => void this.#save(person))}>
        <div class="fields">
          ${field({
            id: "person-name",
            label: say(PEOPLE.name),
            value: this.#name,
            isRequired: true,
            maxLength: 120,
            fault: this.#fault ? say(this.#fault) : null,
            type: (text) => {
              this.#name = text;
            },
          })}
          ${
            this.#isOneself
              ? nothing
              : choice({
                  id: "person-role",
                  label: say(PEOPLE.role),
                  value: this.#role,
                  options: roleOptions(),
                  choose: (role) => {
                    this.#role = role;
                  },
                })
          }
        </div>
        <div class="actions">
          ${sendButton(say(COMMON.save), this.#isBusy)}
          ${this.#isOneself ? nothing : this.#others(person, organisation)}
        </div>
        ${this.#isOneself ? html`<p class="hint">${say(PEOPLE.oneself)}</p>` : nothing}
      </form>
      ${this.#sessions.render()}`;
  }

  #others(person: PersonAnswer, organisation: Organisation): TemplateResult {
    return html`${button({ label: say(PEOPLE.reset), icon: "lock", does: () => this.#askToReset(person, organisation) })}
    ${button({
      label: say(person.isActive ? PEOPLE.close : PEOPLE.reopen),
      does: () => this.#askToClose(person),
    })}`;
  }

  async #save({ name: before }: PersonAnswer): Promise<void> {
    if (this.#isBusy) return;
    const { scope, changed } = this.#options;
    const name = this.#name.trim();
    this.#fault = name === "" ? PEOPLE.nameMissing : null;
    if (!this.#fault) {
      this.#isBusy = true;
      scope.redraw();
      const body = this.#isOneself ? { name } : { name, role: this.#role };
      const reply = await scope.ask((client) => client.call("changePerson", { params: { personId: this.id }, body }));
      this.#isBusy = false;
      this.#fault = reply.ok ? null : reply.told;
      if (reply.ok) {
        scope.tell({ kind: "done", text: PEOPLE.saved(before) });
        changed();
      }
    }
    if (this.#fault) focusWhenDrawn("person-name");
    scope.redraw();
  }

  #askToReset({ name, email }: PersonAnswer, organisation: Organisation): void {
    const { scope, question, passwords, changed } = this.#options;
    question.ask({
      title: PEOPLE.resetAsk(name),
      body: paragraph(PEOPLE.resetSays),
      yes: PEOPLE.reset,
      does: async () => {
        const params = { personId: this.id };
        const reply = await passwords.awaitFrom(() => scope.ask((client) => client.call("resetPassword", { params })));
        if (!reply.ok) {
          scope.tell({ kind: "error", text: reply.told });
          return;
        }
        passwords.give({ name, email, organisation: organisation.name, password: reply.value.firstPassword });
        focusWhenDrawn("first-passwords");
        this.#sessions.forget();
        changed();
      },
    });
  }

  #askToClose({ name, isActive }: PersonAnswer): void {
    const { scope, question, changed } = this.#options;
    question.ask({
      title: isActive ? PEOPLE.closeAsk(name) : PEOPLE.reopenAsk(name),
      body: paragraph(isActive ? PEOPLE.closeSays : PEOPLE.reopenSays),
      yes: isActive ? PEOPLE.close : PEOPLE.reopen,
      does: async () => {
        const params = { personId: this.id };
        const body = { isActive: !isActive };
        const reply = await scope.ask((client) => client.call("changePerson", { params, body }));
        const done = isActive ? PEOPLE.closedNow(name) : PEOPLE.reopened(name);
        scope.tell(reply.ok ? { kind: "done", text: done } : { kind: "error", text: reply.told });
        this.#sessions.forget();
        if (reply.ok) changed();
      },
    });
  }
}
