/** One organisation: what it is, its name, whether it is closed, and what is added below it. */
import { html, nothing, type TemplateResult } from "lit-html";
import { focusWhenDrawn } from "../../../addin/pane/kit/after-drawing.ts";
import { button } from "../../../addin/pane/kit/button.ts";
import { field } from "../../../addin/pane/kit/field.ts";
import { say } from "../../../addin/pane/kit/language.ts";
import { printCount } from "../../../addin/pane/kit/printing.ts";
import type { Reply } from "../../../addin/sync/reply.ts";
import type { Organisation } from "../../../shared/api/organisations.ts";
import { capitalised, KIND_NAMES } from "../../../shared/names.ts";
import { KINDS_BELOW, type OrganisationKind } from "../../../shared/organisation-kinds.ts";
import type { Bilingual } from "../../../shared/rule.ts";
import type { Scope } from "../page.ts";
import { badge } from "../parts/badge.ts";
import { facts } from "../parts/facts.ts";
import { choice, sendButton, sent } from "../parts/form.ts";
import { addressOf } from "../places.ts";
import { COMMON } from "../words.ts";
import type { OrganisationTree } from "./organisation-tree.ts";
import { paragraph, type Question } from "./question.ts";
import { ORGANISATIONS } from "./words.ts";

interface PanelOptions {
  readonly id: string;
  readonly scope: Scope;
  readonly question: Question;
  /** Reads the tree anew. */
  readonly reload: () => void;
}

/** A form below the head: the organisation's name, or one to be added. */
interface OpenForm {
  readonly kind: "rename" | "add";
  name: string;
  below: OrganisationKind;
  fault: Bilingual | null;
  isBusy: boolean;
}

export class OrganisationPanel {
  readonly #options: PanelOptions;
  #form: OpenForm | null = null;

  constructor(options: PanelOptions) {
    this.#options = options;
  }

  render(tree: OrganisationTree, organisation: Organisation): TemplateResult {
    return html`<header class="chosen-head">
        ${this.#crumbs(tree, organisation)}
        <h2>${organisation.name} ${organisation.isClosed ? badge("quiet", say(ORGANISATIONS.closed)) : nothing}</h2>
        ${this.#facts(tree, organisation)} ${this.#actions(organisation)}
      </header>
      ${this.#form ? this.#openForm(this.#form, organisation) : nothing}`;
  }

  #crumbs(tree: OrganisationTree, { id }: Organisation): TemplateResult | typeof nothing {
    const above = tree.aboveOf(id);
    if (above.length === 0) return nothing;
    return html`<nav class="crumbs" aria-label=${say(ORGANISATIONS.above)}>
      ${above.map(
        (one) => html`<a href=${addressOf({ page: "admin", part: "don-vi", id: one.id })}>${one.name}</a> › `,
      )}
    </nav>`;
  }

  #facts(tree: OrganisationTree, { id, kind, successorId }: Organisation): TemplateResult {
    const former = tree.formerOf(id);
    const below = tree.childrenOf(id).length;
    const names = former.map(({ name }) => name).join(", ");
    return facts([
      [say(ORGANISATIONS.kind), capitalised(say(KIND_NAMES[kind]))],
      successorId === null ? null : [say(ORGANISATIONS.successor), tree.nameOf(successorId)],
      former.length === 0 ? null : [say(ORGANISATIONS.former), names],
      below === 0 ? null : [say(ORGANISATIONS.below), printCount(below)],
    ]);
  }

  #actions(organisation: Organisation): TemplateResult {
    const { kind, isClosed, parentId } = organisation;
    const kinds = KINDS_BELOW[kind];
    const [first] = kinds;
    const isOwn = this.#options.id === this.#options.scope.me.organisation.id;
    return html`<div class="actions">
      ${button({
        label: say(ORGANISATIONS.rename),
        does: () => this.#openTo({ kind: "rename", name: organisation.name, below: kind }),
      })}
      ${
        isClosed || first === undefined
          ? nothing
          : button({ label: say(ORGANISATIONS.add), does: () => this.#openTo({ kind: "add", name: "", below: first }) })
      }
      ${
        parentId === null || isOwn
          ? nothing
          : button({
              label: say(isClosed ? ORGANISATIONS.reopen : ORGANISATIONS.close),
              does: () => this.#askToClose(organisation),
            })
      }
    </div>`;
  }

  #openTo(form: Pick<OpenForm, "kind" | "name" | "below">): void {
    this.#form = { ...form, fault: null, isBusy: false };
    focusWhenDrawn("organisation-name");
    this.#options.scope.redraw();
  }

  #openForm(form: OpenForm, organisation: Organisation): TemplateResult {
    return html`<form
      class="form card"
      novalidate
      aria-label=${say(form.kind === "add" ? ORGANISATIONS.add : ORGANISATIONS.rename)}
      @submit=${sent(() => void this.#send(form))}
    >
      ${form.kind === "add" ? this.#kindChoice(form, organisation) : nothing}
      ${field({
        id: "organisation-name",
        label: say(form.kind === "add" ? ORGANISATIONS.newName : ORGANISATIONS.name),
        value: form.name,
        isRequired: true,
        maxLength: 200,
        fault: form.fault ? say(form.fault) : null,
        type: (text) => {
          form.name = text;
        },
      })}
      <div class="actions">
        ${sendButton(say(form.kind === "add" ? ORGANISATIONS.addIt : COMMON.save), form.isBusy)}
        ${button({
          label: say(COMMON.close),
          does: () => {
            this.#form = null;
            this.#options.scope.redraw();
          },
        })}
      </div>
    </form>`;
  }

  #kindChoice(form: OpenForm, { kind }: Organisation): TemplateResult {
    return choice({
      id: "organisation-kind",
      label: say(ORGANISATIONS.kind),
      value: form.below,
      options: KINDS_BELOW[kind].map((below) => [below, capitalised(say(KIND_NAMES[below]))] as const),
      choose: (below) => {
        form.below = below;
      },
    });
  }

  async #send(form: OpenForm): Promise<void> {
    if (form.isBusy) return;
    const { id, scope } = this.#options;
    const name = form.name.trim();
    form.fault = name === "" ? ORGANISATIONS.nameMissing : null;
    if (!form.fault) {
      form.isBusy = true;
      scope.redraw();
      const params = { organisationId: id };
      const reply: Reply<Organisation> = await scope.ask((client) =>
        form.kind === "add"
          ? client.call("addOrganisation", { params, body: { kind: form.below, name } })
          : client.call("changeOrganisation", { params, body: { name } }),
      );
      form.isBusy = false;
      form.fault = reply.ok ? null : reply.told;
      if (reply.ok) this.#done(form, name);
    }
    if (form.fault) focusWhenDrawn("organisation-name");
    scope.redraw();
  }

  /** After one was added the form stays, as several are often added one after another. */
  #done(form: OpenForm, name: string): void {
    const text = form.kind === "add" ? ORGANISATIONS.added(name) : ORGANISATIONS.renamed(name);
    if (form.kind === "rename") this.#form = null;
    form.name = "";
    if (form.kind === "add") focusWhenDrawn("organisation-name");
    this.#options.scope.tell({ kind: "done", text });
    this.#options.reload();
  }

  #askToClose({ name, isClosed }: Organisation): void {
    const { scope, question } = this.#options;
    const [yes, body] = isClosed
      ? [ORGANISATIONS.reopen, ORGANISATIONS.reopenSays]
      : [ORGANISATIONS.close, ORGANISATIONS.closeSays];
    question.ask({
      title: isClosed ? ORGANISATIONS.reopenAsk(name) : ORGANISATIONS.closeAsk(name),
      body: paragraph(body),
      yes,
      does: async () => {
        const params = { organisationId: this.#options.id };
        const reply = await scope.ask((client) =>
          client.call("changeOrganisation", { params, body: { isClosed: !isClosed } }),
        );
        const done = isClosed ? ORGANISATIONS.reopened(name) : ORGANISATIONS.closedNow(name);
        scope.tell(reply.ok ? { kind: "done", text: done } : { kind: "error", text: reply.told });
        if (reply.ok) this.#options.reload();
      },
    });
  }
}
