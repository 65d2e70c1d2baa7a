/** The audit log, newest first, and whether its chain is whole. */
import { html, nothing, type TemplateResult } from "lit-html";
import type * as z from "zod";
import { button } from "../../../addin/pane/kit/button.ts";
import { say } from "../../../addin/pane/kit/language.ts";
import { tellMoment } from "../../../addin/pane/kit/moments.ts";
import { statusLine } from "../../../addin/pane/kit/status-line.ts";
import type { Reply } from "../../../addin/sync/reply.ts";
import type { API } from "../../../shared/api.ts";
import type { Bilingual } from "../../../shared/rule.ts";
import { fold } from "../../../shared/text.ts";
import { ASKING, knownFrom, type Known, type Scope } from "../page.ts";
import { Latest } from "../parts/latest.ts";
import {
  actionOf,
  detailsOf,
  peopleIn,
  searchedIn,
  subjectOf,
  type AuditEntry,
  type KnownNames,
} from "./audit-entry.ts";
import { AUDIT } from "./audit-words.ts";
import type { AdminPart, OpenAdminPart } from "./part.ts";
import { showLatest } from "./show-latest.ts";

type Verification = z.infer<(typeof API)["verifyAudit"]["answer"]>;

interface Older {
  /** The answer that they go on from. */
  readonly newest: readonly AuditEntry[];
  readonly entries: readonly AuditEntry[];
  readonly isAll: boolean;
}

/** As many as the service gives at once. */
const PAGE = 100;

class AuditPart implements AdminPart {
  readonly #scope: Scope;
  readonly #newest: Latest<readonly AuditEntry[]>;
  /** What goes on where an answer with the newest ended; null: nothing older was asked for. */
  #older: Older | null = null;
  #isLoading = false;
  #query = "";
  readonly #open = new Set<number>();
  #names: KnownNames = new Map();
  #verification: Known<Verification> | null = null;

  constructor(scope: Scope) {
    this.#scope = scope;
    this.#newest = new Latest({ ask: () => this.#ask(), redraw: scope.redraw });
    void this.#loadNames();
  }

  show(): void {
    this.#newest.refresh();
  }

  close(): void {
    this.#open.clear();
    this.#newest.close();
  }

  render(): TemplateResult {
    return html`<p>${say(AUDIT.says)}</p>
      ${this.#checking()} ${showLatest(this.#newest, (newest) => this.#log(newest))}`;
  }

  async #ask(before?: number): Promise<Reply<readonly AuditEntry[]>> {
    const query = before === undefined ? {} : { before };
    const reply = await this.#scope.ask((client) => client.call("readAudit", { query }));
    if (!reply.ok) return reply;
    const { entries } = reply.value;
    this.#names = new Map([...this.#names, ...peopleIn(entries)]);
    return { ok: true, value: entries };
  }

  /** @param newest to which they belong: once the log was read anew, they would leave a gap below it */
  async #loadOlder(newest: readonly AuditEntry[]): Promise<void> {
    const entries = this.#olderThan(newest);
    const before = (entries[entries.length - 1] ?? newest[newest.length - 1])?.sequence;
    if (this.#isLoading || before === undefined) return;
    this.#isLoading = true;
    this.#scope.redraw();
    const reply = await this.#ask(before);
    this.#isLoading = false;
    if (reply.ok) this.#older = { newest, entries: [...entries, ...reply.value], isAll: reply.value.length < PAGE };
    else this.#scope.tell({ kind: "error", text: reply.told });
    this.#scope.redraw();
  }

  #olderThan(newest: readonly AuditEntry[]): readonly AuditEntry[] {
    return this.#older?.newest === newest ? this.#older.entries : [];
  }

  /** Where organisations and rounds can't be asked for, their ids stand. */
  async #loadNames(): Promise<void> {
    const [organisations, rounds] = await Promise.all([
      this.#scope.ask((client) => client.call("listOrganisations", {})),
      this.#scope.ask((client) => client.call("listRounds", {})),
    ]);
    const named = [
      ...(organisations.ok ? organisations.value.organisations : []),
      ...(rounds.ok ? rounds.value.rounds : []),
    ];
    this.#names = new Map([...this.#names, ...named.map(({ id, name }) => [id, name] as const)]);
    this.#scope.redraw();
  }

  #checking(): TemplateResult {
    if (this.#scope.me.organisation.parentId !== null) return html`<p class="quiet-text">${say(AUDIT.rootOnly)}</p>`;
    const verification = this.#verification;
    return html`<div class="actions">
        ${button({
          label: say(AUDIT.verify),
          icon: "tick",
          isBusy: verification?.kind === "asking",
          does: () => void this.#verify(),
        })}
      </div>
      ${verification && verification.kind !== "asking" ? outcome(verification) : nothing}`;
  }

  async #verify(): Promise<void> {
    this.#verification = ASKING;
    this.#scope.redraw();
    this.#verification = knownFrom(await this.#scope.ask((client) => client.call("verifyAudit", {})));
    this.#scope.redraw();
  }

  #log(newest: readonly AuditEntry[]): TemplateResult {
    const entries = [...newest, ...this.#olderThan(newest)];
    const isAll = this.#older?.newest === newest ? this.#older.isAll : newest.length < PAGE;
    if (entries.length === 0) return html`<p class="quiet-text">${say(AUDIT.empty)}</p>`;
    const words = fold(this.#query.trim());
    const found = words === "" ? entries : entries.filter((entry) => searchedIn(entry, this.#names).includes(words));
    const count = words === "" ? AUDIT.loaded(entries.length) : AUDIT.found(found.length, entries.length);
    return html`<div class="admin-tools">
        ${this.#search()}
        <p class="quiet-text" role="status">${say(count)}</p>
        ${button({ label: say(AUDIT.refresh), icon: "refresh", look: "quiet", does: () => this.#newest.refresh() })}
      </div>
      ${found.length === 0 ? html`<p>${say(AUDIT.none)}</p>` : this.#table(found)}
      ${
        isAll
          ? html`<p class="quiet-text">${say(AUDIT.isAll)}</p>`
          : html`<div class="actions">
              ${button({ label: say(AUDIT.older), isBusy: this.#isLoading, does: () => void this.#loadOlder(newest) })}
            </div>`
      }`;
  }

  #search(): TemplateResult {
    return html`<div class="field">
      <label for="audit-search" class="sr-only">${say(AUDIT.search)}</label>
      <input
        id="audit-search"
        type="search"
        autocomplete="off"
        placeholder=${say(AUDIT.search)}
        .value=${this.#query}
        @input=${({ target }: Event) => {
          if (target instanceof HTMLInputElement) this.#query = target.value;
          this.#scope.redraw();
        }}
      />
    </div>`;
  }

  #table(entries: readonly AuditEntry[]): TemplateResult {
    return html`<div class="table-frame" tabindex="0" role="region" aria-label=${say(AUDIT.table)}>
      <table class="table audit">
        <thead>
          <tr>
            ${AUDIT.columns.map((column) => html`<th scope="col">${say(column)}</th>`)}
            <th scope="col"><span class="sr-only">${say(AUDIT.details)}</span></th>
          </tr>
        </thead>
        <tbody>
          ${entries.map((entry) => this.#row(entry))}
        </tbody>
      </table>
    </div>`;
  }

  #row(entry: AuditEntry): TemplateResult {
    const { sequence, at, actor } = entry;
    const isOpen = this.#open.has(sequence);
    return html`<tr>
        <td class="figure">${sequence}</td>
        <td class="moment">${say(tellMoment(at))}</td>
        <td>${actor}</td>
        <td>${actionOf(entry)}</td>
        <td class="subject">${subjectOf(entry, this.#names)}</td>
        <td>
          <button
            type="button"
            class="button quiet"
            aria-expanded=${isOpen ? "true" : "false"}
            aria-label=${say(AUDIT.detailsOf(sequence))}
            @click=${() => {
              if (!this.#open.delete(sequence)) this.#open.add(sequence);
              this.#scope.redraw();
            }}
          >
            ${say(AUDIT.details)}
          </button>
        </td>
      </tr>
      ${isOpen ? this.#details(entry) : nothing}`;
  }

  #details({ details, hash }: AuditEntry): TemplateResult {
    return html`<tr class="audit-open">
      <td colspan="6">
        <dl>
          ${[...detailsOf(details, this.#names), { name: say(AUDIT.hash), value: hash }].map(
            ({ name, value }) =>
              html`<div>
                <dt>${name}</dt>
                <dd>${value}</dd>
              </div>`,
          )}
        </dl>
      </td>
    </tr>`;
  }
}

function outcome(verification: Exclude<Known<Verification>, { kind: "asking" }>): TemplateResult {
  if (verification.kind === "trouble")
    return statusLine({ kind: "error", text: say(verification.told), isAlert: true });
  const { isWhole, entries, brokenAt, head } = verification.value;
  const told: Bilingual = isWhole ? AUDIT.whole(entries) : AUDIT.broken(brokenAt ?? entries + 1);
  return statusLine({
    kind: isWhole ? "done" : "error",
    isAlert: !isWhole,
    text: html`${say(told)}
    ${head === null ? nothing : html`<br />${say(AUDIT.head)} <code class="hash">${head}</code>`}`,
  });
}

export const openAuditPart: OpenAdminPart = (scope) => new AuditPart(scope);
