/** A backup from the browser, what is in it, and how it is restored. Only for the administrators of the whole service. */
import { html, type TemplateResult } from "lit-html";
import { button } from "../../../addin/pane/kit/button.ts";
import { say } from "../../../addin/pane/kit/language.ts";
import { tellMoment } from "../../../addin/pane/kit/moments.ts";
import { statusLine } from "../../../addin/pane/kit/status-line.ts";
import { API } from "../../../shared/api.ts";
import { addressOf } from "../../../shared/api/client.ts";
import type { Reply } from "../../../addin/sync/reply.ts";
import type { Scope } from "../page.ts";
import { facts } from "../parts/facts.ts";
import { Latest } from "../parts/latest.ts";
import type { AuditEntry } from "./audit-entry.ts";
import { BACKUP } from "./audit-words.ts";
import type { AdminPart, OpenAdminPart } from "./part.ts";
import { showLatest } from "./show-latest.ts";

/** So many pages of the log are looked through for the last backup. */
const MOST_PAGES = 5;
const RESTORE = "phuluc restore phuluc-….ndjson.gz --replace";
const BACK_UP = "phuluc backup -o /noi/an-toan/phuluc.ndjson.gz";
/** By then the download has begun and is in the log. */
const LOGGED_MS = 1500;

interface Looked {
  readonly found: AuditEntry | null;
  readonly entries: number;
}

class BackupPart implements AdminPart {
  readonly #scope: Scope;
  readonly #last: Latest<Looked>;
  #isBusy = false;
  #hasBegun = false;
  #clock: ReturnType<typeof setTimeout> | undefined;

  constructor(scope: Scope) {
    this.#scope = scope;
    this.#last = new Latest({ ask: () => this.#findLast(), redraw: scope.redraw });
  }

  show(): void {
    this.#last.refresh();
  }

  close(): void {
    clearTimeout(this.#clock);
    this.#last.close();
  }

  render(): TemplateResult {
    return html`<section class="card" aria-labelledby="backup-heading">
        <h2 id="backup-heading">${say(BACKUP.heading)}</h2>
        <p>${say(BACKUP.says)}</p>
        <h3>${say(BACKUP.holdsHeading)}</h3>
        <ul class="bullets">
          ${BACKUP.holds.map((held) => html`<li>${say(held)}</li>`)}
        </ul>
        <p>${say(BACKUP.leftOut)}</p>
        ${statusLine({ kind: "warning", text: say(BACKUP.secret) })} ${this.#lastTime()}
        <div class="actions">
          ${button({
            label: say(BACKUP.download),
            icon: "download",
            look: "primary",
            isBusy: this.#isBusy,
            does: () => void this.#download(),
          })}
        </div>
        <p role="status">${this.#hasBegun ? say(BACKUP.under) : ""}</p>
      </section>
      <section class="card" aria-labelledby="restore-heading">
        <h2 id="restore-heading">${say(BACKUP.restoreHeading)}</h2>
        <p>${say(BACKUP.restoreSays)}</p>
        <pre class="command" tabindex="0">${RESTORE}</pre>
        <p>${say(BACKUP.byItself)}</p>
        <pre class="command" tabindex="0">${BACK_UP}</pre>
      </section>`;
  }

  #lastTime(): TemplateResult {
    return showLatest(this.#last, ({ found, entries }) =>
      facts([
        [
          say(BACKUP.lastHeading),
          say(found ? BACKUP.last(tellMoment(found.at), found.actor) : BACKUP.noneFound(entries)),
        ],
      ]),
    );
  }

  async #download(): Promise<void> {
    this.#isBusy = true;
    this.#hasBegun = false;
    this.#scope.redraw();
    this.#hasBegun = await this.#scope.download(addressOf(API.downloadBackup, {}));
    this.#isBusy = false;
    this.#scope.redraw();
    if (!this.#hasBegun || this.#scope.isLeft()) return;
    clearTimeout(this.#clock);
    this.#clock = setTimeout(() => this.#last.refresh(), LOGGED_MS);
  }

  async #findLast(): Promise<Reply<Looked>> {
    let before: number | undefined;
    let entries = 0;
    for (let page = 0; page < MOST_PAGES; page++) {
      const query = before === undefined ? {} : { before };
      const reply = await this.#scope.ask((client) => client.call("readAudit", { query }));
      if (!reply.ok) return reply;
      const found = reply.value.entries.find(({ action }) => action === "back-up");
      if (found) return { ok: true, value: { found, entries } };
      entries += reply.value.entries.length;
      before = reply.value.entries[reply.value.entries.length - 1]?.sequence;
      if (before === undefined || before === 1) break;
    }
    return { ok: true, value: { found: null, entries } };
  }
}

export const openBackupPart: OpenAdminPart = (scope) => new BackupPart(scope);
