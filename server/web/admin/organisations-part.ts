/** The tree of organisations, and beside it the one that is looked at with its people. */
import { html, nothing, type TemplateResult } from "lit-html";
import { ifDefined } from "lit-html/directives/if-defined.js";
import { say } from "../../../addin/pane/kit/language.ts";
import type { Reply } from "../../../addin/sync/reply.ts";
import type { Scope } from "../page.ts";
import { Latest } from "../parts/latest.ts";
import { addressOf } from "../places.ts";
import { BulkPeople } from "./bulk-people.ts";
import { firstPasswordsOf, type FirstPasswords } from "./first-passwords.ts";
import { OrganisationPanel } from "./organisation-panel.ts";
import { OrganisationTree } from "./organisation-tree.ts";
import type { AdminPart, OpenAdminPart } from "./part.ts";
import { PeoplePanel } from "./people-panel.ts";
import { Question } from "./question.ts";
import { showLatest } from "./show-latest.ts";
import { TreeList } from "./tree-list.ts";
import { ORGANISATIONS } from "./words.ts";

/** What of one organisation is looked at. */
interface Looked {
  readonly id: string;
  readonly panel: OrganisationPanel;
  readonly people: PeoplePanel;
  readonly bulk: BulkPeople;
}

class OrganisationsPart implements AdminPart {
  readonly #scope: Scope;
  readonly #list: TreeList;
  readonly #question: Question;
  readonly #passwords: FirstPasswords;
  readonly #tree: Latest<OrganisationTree>;
  /** Null: one's own. */
  #chosenId: string | null = null;
  #looked: Looked | null = null;

  constructor(scope: Scope) {
    this.#scope = scope;
    this.#question = new Question(scope.redraw);
    this.#passwords = firstPasswordsOf(scope);
    this.#list = new TreeList({
      id: "organisations",
      redraw: scope.redraw,
      cell: ({ id, name }) => this.#link(id, name),
    });
    this.#list.open(scope.me.organisation.id, `${scope.me.organisation.id}:today`);
    this.#tree = new Latest({ ask: () => this.#ask(), redraw: scope.redraw });
    this.#tree.refresh();
  }

  render(): TemplateResult {
    return html`${this.#passwords.render()} ${showLatest(this.#tree, (tree) => this.#both(tree))}
    ${this.#question.render()}`;
  }

  show(id: string | null): void {
    this.#chosenId = id;
    const { known } = this.#tree;
    if (known.kind === "known") this.#look(known.value);
  }

  close(): void {
    this.#list.close();
    this.#tree.close();
  }

  async #ask(): Promise<Reply<OrganisationTree>> {
    const reply = await this.#scope.ask((client) => client.call("listOrganisations", {}));
    if (!reply.ok) return reply;
    const tree = new OrganisationTree(reply.value.organisations);
    this.#look(tree);
    return { ok: true, value: tree };
  }

  #look(tree: OrganisationTree): void {
    const id = this.#chosenId ?? this.#scope.me.organisation.id;
    this.#list.open(...tree.keysAbove(id));
    const organisation = tree.find(id);
    if (!organisation || this.#looked?.id === id) return;
    const { me } = this.#scope;
    const shared = { id, scope: this.#scope, question: this.#question, passwords: this.#passwords };
    this.#looked = tree.isInBranch(id, me.organisation.id)
      ? {
          id,
          panel: new OrganisationPanel({ ...shared, reload: () => this.#tree.refresh() }),
          people: new PeoplePanel(shared),
          bulk: new BulkPeople({ ...shared, added: () => this.#looked?.people.refresh() }),
        }
      : null;
  }

  #link(id: string, bareName: string): TemplateResult {
    const { known } = this.#tree;
    const name = known.kind === "known" ? known.value.nameOf(id) : bareName;
    const isChosen = id === (this.#chosenId ?? this.#scope.me.organisation.id);
    return html`<a
      href=${addressOf({ page: "admin", part: "don-vi", id })}
      aria-current=${ifDefined(isChosen ? "true" : undefined)}
      >${name}</a
    >`;
  }

  #both(tree: OrganisationTree): TemplateResult {
    return html`<div class="admin-two ${this.#chosenId === null ? "" : "has-chosen"}">
      <div class="admin-list">${this.#list.render({ tree, label: say(ORGANISATIONS.tree) })}</div>
      <div class="admin-chosen">
        <a class="admin-back" href=${addressOf({ page: "admin", part: "don-vi", id: null })}
          >${say(ORGANISATIONS.another)}</a
        >
        ${this.#chosen(tree)}
      </div>
    </div>`;
  }

  #chosen(tree: OrganisationTree): TemplateResult {
    const id = this.#chosenId ?? this.#scope.me.organisation.id;
    const organisation = tree.find(id);
    if (!organisation) return html`<p>${say(ORGANISATIONS.unknown)}</p>`;
    if (this.#looked?.id !== id)
      return html`<h2>${organisation.name}</h2>
        <p>${say(ORGANISATIONS.notYours)}</p>`;
    const { panel, people, bulk } = this.#looked;
    return html`${panel.render(tree, organisation)} ${people.render(organisation)}
    ${organisation.isClosed ? nothing : bulk.render(tree, organisation)}`;
  }
}

export const openOrganisationsPart: OpenAdminPart = (scope) => new OrganisationsPart(scope);
