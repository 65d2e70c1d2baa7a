/** The people of one organisation: who they are, how their accounts stand, and a new one. */
import { html, nothing, type TemplateResult } from "lit-html";
import { focusWhenDrawn } from "../../../addin/pane/kit/after-drawing.ts";
import { say } from "../../../addin/pane/kit/language.ts";
import { tellMoment } from "../../../addin/pane/kit/moments.ts";
import type { Reply } from "../../../addin/sync/reply.ts";
import type { Organisation, PersonAnswer } from "../../../shared/api/organisations.ts";
import { capitalised, ROLE_NAMES } from "../../../shared/names.ts";
import type { Scope } from "../page.ts";
import { badge } from "../parts/badge.ts";
import { Latest } from "../parts/latest.ts";
import type { FirstPasswords } from "./first-passwords.ts";
import { NewPersonForm } from "./new-person-form.ts";
import { PersonEditor } from "./person-editor.ts";
import type { Question } from "./question.ts";
import { showLatest } from "./show-latest.ts";
import { PEOPLE } from "./words.ts";

interface PeopleOptions {
  /** Of the organisation. */
  readonly id: string;
  readonly scope: Scope;
  readonly question: Question;
  readonly passwords: FirstPasswords;
}

const COLUMNS = [PEOPLE.name, PEOPLE.role, PEOPLE.account, PEOPLE.lastSignIn] as const;

export class PeoplePanel {
  readonly #options: PeopleOptions;
  readonly #newPerson: NewPersonForm;
  readonly #people: Latest<readonly PersonAnswer[]>;
  #editor: PersonEditor | null = null;

  constructor(options: PeopleOptions) {
    this.#options = options;
    this.#newPerson = new NewPersonForm({ ...options, added: () => this.refresh() });
    this.#people = new Latest({ ask: () => this.#ask(), redraw: options.scope.redraw });
    this.refresh();
  }

  /** Reads them anew. */
  refresh(): void {
    this.#people.refresh();
  }

  async #ask(): Promise<Reply<readonly PersonAnswer[]>> {
    const { id, scope } = this.#options;
    const reply = await scope.ask((client) => client.call("listPeople", { params: { organisationId: id } }));
    return reply.ok ? { ok: true, value: reply.value.people } : reply;
  }

  render(organisation: Organisation): TemplateResult {
    return html`<section class="admin-section" aria-labelledby="people-heading">
      <h3 id="people-heading">${say(PEOPLE.heading)}</h3>
      ${showLatest(this.#people, (people) => this.#table(people, organisation))}
      ${organisation.isClosed ? html`<p class="quiet-text">${say(PEOPLE.closedSays)}</p>` : this.#newPerson.render(organisation)}
    </section>`;
  }

  #table(people: readonly PersonAnswer[], organisation: Organisation): TemplateResult {
    if (people.length === 0) return html`<p class="quiet-text">${say(PEOPLE.none)}</p>`;
    return html`<div class="table-frame" tabindex="0" role="region" aria-label=${say(PEOPLE.table)}>
        <table class="table people">
          <thead>
            <tr>
              ${COLUMNS.map((column) => html`<th scope="col">${say(column)}</th>`)}
              <th scope="col"><span class="sr-only">${say(PEOPLE.edit)}</span></th>
            </tr>
          </thead>
          <tbody>
            ${people.map((person) => this.#row(person))}
          </tbody>
        </table>
      </div>
      ${this.#opened(people, organisation)}`;
  }

  #row(person: PersonAnswer): TemplateResult {
    const isOpen = this.#editor?.id === person.id;
    return html`<tr>
      <td>
        <div class="person-name">${person.name}</div>
        <div class="quiet-text">${person.email}</div>
      </td>
      <td>${capitalised(say(ROLE_NAMES[person.role]))}</td>
      <td>${account(person)}</td>
      <td>${person.lastSignInAt === null ? say(PEOPLE.never) : say(tellMoment(person.lastSignInAt))}</td>
      <td class="person-actions">
        <button
          type="button"
          class="button quiet"
          aria-expanded=${isOpen ? "true" : "false"}
          aria-label=${say(PEOPLE.editOf(person.name))}
          @click=${() => this.#edit(person)}
        >
          ${say(PEOPLE.edit)}
        </button>
      </td>
    </tr>`;
  }

  /** Below the table: on a phone it would be as wide as that. */
  #opened(people: readonly PersonAnswer[], organisation: Organisation): TemplateResult | typeof nothing {
    const person = people.find(({ id }) => id === this.#editor?.id);
    if (!person || !this.#editor) return nothing;
    return html`<section class="card" id="person-card" aria-labelledby="person-heading">
      <h4 id="person-heading">${person.name} <span class="quiet-text">${person.email}</span></h4>
      ${this.#editor.render(person, organisation)}
    </section>`;
  }

  #edit(person: PersonAnswer): void {
    const { scope, question, passwords } = this.#options;
    if (this.#editor?.id === person.id) this.#editor = null;
    else {
      this.#editor = new PersonEditor(person, { scope, question, passwords, changed: () => this.refresh() });
      focusWhenDrawn("person-name");
    }
    scope.redraw();
  }
}

function account({ isActive, lockedUntil, mustChangePassword }: PersonAnswer): TemplateResult {
  const isLocked = lockedUntil !== null && Date.parse(lockedUntil) > Date.now();
  return html`${isActive ? badge("done", say(PEOPLE.active)) : badge("quiet", say(PEOPLE.inactive))}
  ${isLocked ? badge("error", say(PEOPLE.lockedUntil(tellMoment(lockedUntil)))) : nothing}
  ${isActive && mustChangePassword ? badge("ask", say(PEOPLE.firstPassword)) : nothing}`;
}
