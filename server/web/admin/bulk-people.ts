/** Several people at once, from a pasted list: what each line gives is told before and after it is sent. */
import { html, nothing, type TemplateResult } from "lit-html";
import { focusWhenDrawn } from "../../../addin/pane/kit/after-drawing.ts";
import { disclosure } from "../../../addin/pane/kit/disclosure.ts";
import { field } from "../../../addin/pane/kit/field.ts";
import { say } from "../../../addin/pane/kit/language.ts";
import type { Organisation } from "../../../shared/api/organisations.ts";
import { ROLE_NAMES } from "../../../shared/names.ts";
import type { Bilingual } from "../../../shared/rule.ts";
import type { Scope } from "../page.ts";
import { sendButton, sent } from "../parts/form.ts";
import { readBulkLines, type BulkLine, type BulkPerson } from "./bulk-lines.ts";
import type { FirstPasswords } from "./first-passwords.ts";
import type { OrganisationTree } from "./organisation-tree.ts";
import { faultsByField } from "./request-faults.ts";
import { BULK } from "./words.ts";

interface BulkOptions {
  readonly scope: Scope;
  readonly passwords: FirstPasswords;
  readonly added: () => void;
}

interface Outcome {
  readonly line: BulkLine;
  /** Null: the person was added. */
  readonly fault: Bilingual | null;
}

export class BulkPeople {
  readonly #options: BulkOptions;
  #isOpen = false;
  #text = "";
  #outcomes: readonly Outcome[] = [];
  /** How many were sent of how many; null when nothing is being sent. */
  #progress: readonly [done: number, all: number] | null = null;

  constructor(options: BulkOptions) {
    this.#options = options;
  }

  render(tree: OrganisationTree, organisation: Organisation): TemplateResult {
    return disclosure({
      id: "bulk",
      title: say(BULK.heading),
      isOpen: this.#isOpen,
      toggle: () => {
        this.#isOpen = !this.#isOpen;
        if (this.#isOpen) focusWhenDrawn("bulk-list");
        this.#options.scope.redraw();
      },
      body: () => this.#form(tree, organisation),
    });
  }

  #form(tree: OrganisationTree, organisation: Organisation): TemplateResult {
    const lines = readBulkLines(this.#text, { tree, organisation });
    const good = lines.filter(({ person }) => person !== null).length;
    const label = this.#progress ? BULK.sending(...this.#progress) : BULK.send(good);
    return html`<form class="form" novalidate @submit=${sent(() => void this.#send(lines))}>
      <p>${say(BULK.says)}</p>
      <ul class="bulk-forms">
        ${BULK.forms.map(
          (form, index) => html`<li>${index > 0 ? `${say(BULK.or)} ` : nothing}<code>${say(form)}</code></li>`,
        )}
      </ul>
      ${field({
        id: "bulk-list",
        label: say(BULK.list),
        kind: "area",
        value: this.#text,
        maxLength: 100_000,
        hint: say(BULK.hint),
        type: (text) => {
          this.#text = text;
          this.#outcomes = [];
          this.#options.scope.redraw();
        },
      })}
      ${this.#outcomes.length > 0 ? this.#told() : preview(lines)}
      <div class="actions">${sendButton(say(label), this.#progress !== null)}</div>
    </form>`;
  }

  /** What became of each line. */
  #told(): TemplateResult {
    const added = this.#outcomes.filter(({ fault }) => fault === null).length;
    return html`<p role="status">${say(BULK.outcome(added, this.#outcomes.length - added))}</p>
      <div class="table-frame bulk-lines" tabindex="0" role="region" aria-label=${say(BULK.outcomes)}>
        <table class="table">
          <tbody>
            ${this.#outcomes.map(
              ({ line, fault }) =>
                html`<tr>
                  <td>${line.person ? line.person.name : line.text}</td>
                  <td>${line.person?.email ?? ""}</td>
                  <td class=${fault ? "fault" : ""}>${fault ? say(BULK.notAdded(fault)) : say(BULK.added)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>`;
  }

  async #send(lines: readonly BulkLine[]): Promise<void> {
    const { scope, passwords, added } = this.#options;
    if (this.#progress) return;
    const all = lines.filter(({ person }) => person !== null).length;
    if (all === 0) {
      focusWhenDrawn("bulk-list");
      return;
    }
    const outcomes = await passwords.awaitFrom(() => this.#addEach(lines, all));
    if (scope.isLeft()) return;
    this.#progress = null;
    this.#outcomes = outcomes;
    // What was added is not to be added again; the rest can be put right where it stands.
    this.#text = outcomes.flatMap(({ line, fault }) => (fault ? [line.text] : [])).join("\n");
    if (outcomes.some(({ fault }) => fault === null)) focusWhenDrawn("first-passwords");
    added();
    scope.redraw();
  }

  /** Where the page is left meanwhile, what is under way is the last: nobody would see what became of the others. */
  async #addEach(lines: readonly BulkLine[], all: number): Promise<readonly Outcome[]> {
    const { scope } = this.#options;
    const outcomes: Outcome[] = [];
    let done = 0;
    for (const line of lines) {
      if (scope.isLeft()) break;
      if (line.person) {
        this.#progress = [done++, all];
        scope.redraw();
      }
      outcomes.push({ line, fault: line.person ? await this.#add(line.person) : line.fault });
    }
    return outcomes;
  }

  async #add({ organisation, name, email, role }: BulkPerson): Promise<Bilingual | null> {
    const { scope, passwords } = this.#options;
    const params = { organisationId: organisation.id };
    const reply = await scope.ask((client) => client.call("addPerson", { params, body: { name, email, role } }));
    if (!reply.ok) return Object.values(faultsByField(reply, "email"))[0] ?? reply.told;
    passwords.give({
      name,
      email: reply.value.person.email,
      organisation: organisation.name,
      password: reply.value.firstPassword,
    });
    return null;
  }
}

/** How the lines are understood, while they are typed. */
function preview(lines: readonly BulkLine[]): TemplateResult | typeof nothing {
  if (lines.length === 0) return nothing;
  return html`<div class="table-frame bulk-lines" tabindex="0" role="region" aria-label=${say(BULK.preview)}>
    <table class="table">
      <thead>
        <tr>
          ${BULK.columns.map((column) => html`<th scope="col">${say(column)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${lines.map(({ number, text, person, fault }) =>
          person
            ? html`<tr>
                <td class="figure">${number}</td>
                <td>${person.organisation.name}</td>
                <td>${person.name}</td>
                <td>${person.email}</td>
                <td>${say(ROLE_NAMES[person.role])}</td>
              </tr>`
            : html`<tr>
                <td class="figure">${number}</td>
                <td colspan="4">
                  <span class="fault">${fault ? say(fault) : ""}</span> <span class="quiet-text">${text}</span>
                </td>
              </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
