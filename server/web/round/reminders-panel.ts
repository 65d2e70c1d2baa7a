/** Who has yet to submit, whom to write to there, and what to write. */
import { html, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { button } from "../../../addin/pane/kit/button.ts";
import { copyText } from "../../../addin/pane/kit/copy-text.ts";
import { say } from "../../../addin/pane/kit/language.ts";
import type { overviewRoutes } from "../../../shared/api/overviews.ts";
import type { Round } from "../../../shared/api/rounds.ts";
import type { Answer } from "../../../shared/api/route.ts";
import type { Bilingual } from "../../../shared/rule.ts";
import type { Scope } from "../page.ts";
import { addressOf } from "../places.ts";
import { stateBadge } from "../parts/badge.ts";
import { showKnown } from "../parts/known.ts";
import { Latest } from "../parts/latest.ts";
import { COMMON } from "../words.ts";
import { KeptLetter } from "./kept-letter.ts";
import { addressesOf, listAsText, writeLetter, type ReminderLine } from "./reminder-letter.ts";
import { REMIND } from "./words.ts";

const AT_ONCE = 100;
const LETTER_ID = "reminder-letter";

export class RemindersPanel {
  readonly #scope: Scope;
  readonly #latest: Latest<Answer<typeof overviewRoutes.listReminders>>;
  #many = AT_ONCE;
  /** As we wrote it for these lines: it tells the time, and is not written anew under who selects in it. */
  #written: { readonly lines: readonly ReminderLine[]; readonly text: string } | null = null;
  /** As it was edited; null while it is as we wrote it. */
  #letter: string | null;
  readonly #kept: KeptLetter;

  constructor(scope: Scope, roundId: string) {
    this.#scope = scope;
    this.#kept = new KeptLetter(scope.me.id, roundId);
    this.#letter = this.#kept.read();
    this.#latest = new Latest({
      ask: () => scope.ask((client) => client.call("listReminders", { params: { roundId } })),
      redraw: scope.redraw,
    });
    this.refresh();
  }

  refresh(): void {
    this.#latest.refresh();
  }

  close(): void {
    this.#latest.close();
  }

  render(round: Round): TemplateResult {
    return html`<section class="card round-panel" id="round-reminders" aria-labelledby="reminders-heading">
      ${showKnown(
        this.#latest.known,
        () => {
          this.#latest.retry();
        },
        ({ lines }) => this.#show(round, lines),
      )}
    </section>`;
  }

  #show(round: Round, lines: readonly ReminderLine[]): TemplateResult {
    if (lines.length === 0)
      return html`<h2 id="reminders-heading">${say(REMIND.heading(0))}</h2>
        <p>${say(REMIND.none)}</p>`;
    return html`<h2 id="reminders-heading">${say(REMIND.heading(lines.length))}</h2>
      <div class="round-reminders">
        <div class="round-reminded">${this.#list(lines)} ${this.#copyButtons(lines)}</div>
        ${this.#letterField(round, lines)}
      </div>`;
  }

  #list(lines: readonly ReminderLine[]): TemplateResult {
    const left = lines.length - this.#many;
    return html`<ul class="round-owing" tabindex="0" aria-label=${say(REMIND.label)}>
        ${lines.slice(0, this.#many).map(reminded)}
      </ul>
      ${
        left > 0
          ? button({
              label: say(COMMON.more(left)),
              look: "quiet",
              does: () => {
                this.#many += AT_ONCE;
                this.#scope.redraw();
              },
            })
          : ""
      }`;
  }

  #copyButtons(lines: readonly ReminderLine[]): TemplateResult {
    const addresses = addressesOf(lines);
    return html`<div class="actions">
      ${button({
        label: say(REMIND.copyAddresses(addresses.length)),
        isDisabled: addresses.length === 0,
        does: () => void this.#copy(addresses.join("; "), REMIND.copiedAddresses),
      })}
      ${button({
        label: say(REMIND.copyList),
        does: () => void this.#copy(listAsText(lines), REMIND.copiedList),
      })}
    </div>`;
  }

  #letterField(round: Round, lines: readonly ReminderLine[]): TemplateResult {
    const text = this.#letter ?? this.#write(round, lines);
    return html`<div class="field round-letter">
      <label for=${LETTER_ID}>${say(REMIND.letter)}</label>
      <textarea
        id=${LETTER_ID}
        rows="14"
        lang="vi"
        .value=${live(text)}
        @input=${({ target }: Event) => {
          if (target instanceof HTMLTextAreaElement) this.#keep(target.value);
        }}
      ></textarea>
      <div class="actions">
        ${button({
          label: say(REMIND.copyLetter),
          look: "primary",
          // What stands in the field, whatever has been drawn since.
          does: () => void this.#copy(this.#letter ?? text, REMIND.copiedLetter),
        })}
        ${
          this.#letter === null
            ? ""
            : button({
                label: say(REMIND.anew),
                look: "quiet",
                does: () => {
                  this.#keep(null);
                },
              })
        }
      </div>
    </div>`;
  }

  #keep(letter: string | null): void {
    this.#letter = letter;
    this.#kept.write(letter);
    this.#scope.redraw();
  }

  #write(round: Round, lines: readonly ReminderLine[]): string {
    if (this.#written?.lines !== lines) {
      const address = location.origin + addressOf({ page: "round", roundId: round.id });
      const text = writeLetter({ round, lines, me: this.#scope.me, address, now: Date.now() });
      this.#written = { lines, text };
    }
    return this.#written.text;
  }

  async #copy(text: string, done: Bilingual): Promise<void> {
    const isCopied = await copyText(text);
    this.#scope.tell(isCopied ? { kind: "done", text: done } : { kind: "error", text: REMIND.notCopied });
  }
}

const reminded = ({ name, state, isLate, people }: ReminderLine): TemplateResult =>
  html`<li>
    <div>${name} ${stateBadge(state, isLate)}</div>
    ${
      people.length === 0
        ? html`<div class="quiet-text">${say(REMIND.noPerson)}</div>`
        : people.map(
            (person) =>
              html`<div class="quiet-text">
                ${person.name} · <a href=${`mailto:${person.email}`}>${person.email}</a>
              </div>`,
          )
    }
  </li>`;
