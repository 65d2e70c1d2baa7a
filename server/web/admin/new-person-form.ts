/** Adds one person to an organisation. Their first password is shown once. */
import { html, type TemplateResult } from "lit-html";
import { focusWhenDrawn } from "../../../addin/pane/kit/after-drawing.ts";
import { disclosure } from "../../../addin/pane/kit/disclosure.ts";
import { field } from "../../../addin/pane/kit/field.ts";
import { say } from "../../../addin/pane/kit/language.ts";
import { ROLES, type Organisation, type Role } from "../../../shared/api/organisations.ts";
import { capitalised, ROLE_NAMES } from "../../../shared/names.ts";
import type { Bilingual } from "../../../shared/rule.ts";
import type { Scope } from "../page.ts";
import { choice, sendButton, sent } from "../parts/form.ts";
import type { FirstPasswords } from "./first-passwords.ts";
import { faultsByField } from "./request-faults.ts";
import { PEOPLE } from "./words.ts";

interface NewPersonOptions {
  readonly id: string;
  readonly scope: Scope;
  readonly passwords: FirstPasswords;
  readonly added: () => void;
}

type Faults = Readonly<Partial<Record<string, Bilingual>>>;

/** What people of a role may do, beside its name. */
export const roleOptions = (): readonly (readonly [Role, string])[] =>
  ROLES.map((role) => [role, `${capitalised(say(ROLE_NAMES[role]))}: ${say(PEOPLE.roleSays[role])}`] as const);

export class NewPersonForm {
  readonly #options: NewPersonOptions;
  #isOpen = false;
  #name = "";
  #email = "";
  #role: Role = "submitter";
  #faults: Faults = {};
  #isBusy = false;

  constructor(options: NewPersonOptions) {
    this.#options = options;
  }

  render(organisation: Organisation): TemplateResult {
    return disclosure({
      id: "new-person",
      title: say(PEOPLE.add),
      isOpen: this.#isOpen,
      toggle: () => {
        this.#isOpen = !this.#isOpen;
        if (this.#isOpen) focusWhenDrawn("new-person-name");
        this.#options.scope.redraw();
      },
      body: () => this.#form(organisation),
    });
  }

  #form(organisation: Organisation): TemplateResult {
    return html`<form class="form" novalidate @submit=${sent(() => void this.#send(organisation))}>
      <div class="fields">
        ${field({
          id: "new-person-name",
          label: say(PEOPLE.name),
          value: this.#name,
          isRequired: true,
          maxLength: 120,
          fault: this.#fault("name"),
          type: (text) => {
            this.#name = text;
          },
        })}
        ${field({
          id: "new-person-email",
          label: say(PEOPLE.email),
          kind: "email",
          value: this.#email,
          isRequired: true,
          maxLength: 200,
          fault: this.#fault("email"),
          type: (text) => {
            this.#email = text;
          },
        })}
        ${choice({
          id: "new-person-role",
          label: say(PEOPLE.role),
          value: this.#role,
          options: roleOptions(),
          choose: (role) => {
            this.#role = role;
          },
        })}
      </div>
      <div class="actions">${sendButton(say(PEOPLE.addIt), this.#isBusy)}</div>
    </form>`;
  }

  #fault(name: string): string | null {
    const fault = this.#faults[name];
    return fault ? say(fault) : null;
  }

  async #send(organisation: Organisation): Promise<void> {
    if (this.#isBusy) return;
    const { scope, id, passwords, added } = this.#options;
    const body = { name: this.#name.trim(), email: this.#email.trim(), role: this.#role };
    this.#faults = {
      ...(body.name === "" ? { name: PEOPLE.nameMissing } : {}),
      ...(body.email === "" ? { email: PEOPLE.emailMissing } : {}),
    };
    if (Object.keys(this.#faults).length === 0) {
      this.#isBusy = true;
      scope.redraw();
      const params = { organisationId: id };
      const reply = await passwords.awaitFrom(() => scope.ask((client) => client.call("addPerson", { params, body })));
      this.#isBusy = false;
      this.#faults = reply.ok ? {} : faultsByField(reply, "email");
      if (reply.ok) {
        this.#name = "";
        this.#email = "";
        const { name, email } = reply.value.person;
        passwords.give({ name, email, organisation: organisation.name, password: reply.value.firstPassword });
        focusWhenDrawn("first-passwords");
        added();
      }
    }
    if (this.#fault("name")) focusWhenDrawn("new-person-name");
    else if (this.#fault("email")) focusWhenDrawn("new-person-email");
    scope.redraw();
  }
}
