/** Reopening a closed round for one organisation: until when, and why. */
import { html, nothing, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { focusWhenDrawn } from "../../../addin/pane/kit/after-drawing.ts";
import { button } from "../../../addin/pane/kit/button.ts";
import { dialog } from "../../../addin/pane/kit/dialog.ts";
import { field } from "../../../addin/pane/kit/field.ts";
import { say } from "../../../addin/pane/kit/language.ts";
import { tellMoment } from "../../../addin/pane/kit/moments.ts";
import { statusLine } from "../../../addin/pane/kit/status-line.ts";
import type { ProgressLine, Round } from "../../../shared/api/rounds.ts";
import type { Bilingual } from "../../../shared/rule.ts";
import { toVietnamDay } from "../../../shared/vietnam-time.ts";
import type { Scope } from "../page.ts";
import { COMMON } from "../words.ts";
import { ACT } from "./words.ts";

const UNTIL_ID = "reopening-until";
const WHY_ID = "reopening-why";
const DAYS_GIVEN = 3;
const DAY_MS = 86_400_000;
const LONGEST_WHY = 2000;

interface ReopeningOptions {
  readonly round: Round;
  readonly line: ProgressLine;
  readonly close: () => void;
  readonly done: () => void;
}

export class Reopening {
  readonly #scope: Scope;
  readonly #options: ReopeningOptions;
  /** By the clock in Vietnam: "2026-11-30T17:00". */
  #until = `${toVietnamDay(new Date(Date.now() + DAYS_GIVEN * DAY_MS).toISOString())}T17:00`;
  #why = "";
  #isBusy = false;
  /** Whether it was tried: what is missing is told from then on. */
  #isTried = false;
  #fault: Bilingual | null = null;

  constructor(scope: Scope, options: ReopeningOptions) {
    this.#scope = scope;
    this.#options = options;
  }

  render(): TemplateResult {
    const { line } = this.#options;
    const close = (): void => {
      if (!this.#isBusy) this.#options.close();
    };
    return dialog({
      title: say(ACT.reopenHead(line.name)),
      body: html`<div class="form">
        ${this.#fault ? statusLine({ kind: "error", text: say(this.#fault), isAlert: true }) : nothing}
        <p>${say(ACT.reopenSays)}</p>
        ${this.#untilField()}
        ${field({
          id: WHY_ID,
          label: say(ACT.why),
          kind: "area",
          isRequired: true,
          maxLength: LONGEST_WHY,
          hint: say(ACT.whyHint),
          fault: this.#isTried && this.#why.trim() === "" ? say(ACT.whyMissing) : null,
          value: this.#why,
          type: (text) => {
            this.#why = text;
          },
        })}
      </div>`,
      actions: html`${button({
        label: say(ACT.reopen),
        look: "primary",
        isBusy: this.#isBusy,
        does: () => void this.#send(),
      })}
      ${button({ label: say(COMMON.cancel), does: close })}`,
      close,
    });
  }

  /** Null where it is no time to come. */
  #untilTime(): string | null {
    const ms = Date.parse(`${this.#until}:00+07:00`);
    return Number.isNaN(ms) || ms <= Date.now() ? null : new Date(ms).toISOString();
  }

  #untilField(): TemplateResult {
    const until = this.#untilTime();
    return html`<div class="field">
      <label for=${UNTIL_ID}>${say(ACT.until)}</label>
      <input
        id=${UNTIL_ID}
        class="round-until"
        type="datetime-local"
        required
        aria-invalid=${until === null ? "true" : "false"}
        aria-describedby="${UNTIL_ID}-says"
        .value=${live(this.#until)}
        @change=${({ target }: Event) => {
          if (target instanceof HTMLInputElement) this.#until = target.value;
          this.#scope.redraw();
        }}
      />
      <p class=${until === null ? "fault" : "hint"} id="${UNTIL_ID}-says">
        ${say(until === null ? ACT.untilPast : ACT.untilSays(tellMoment(until)))}
      </p>
    </div>`;
  }

  async #send(): Promise<void> {
    if (this.#isBusy) return;
    const { round, line, close, done } = this.#options;
    const until = this.#untilTime();
    const why = this.#why.trim();
    this.#isTried = true;
    if (until === null || why === "") {
      focusWhenDrawn(until === null ? UNTIL_ID : WHY_ID);
      this.#scope.redraw();
      return;
    }
    this.#isBusy = true;
    this.#scope.redraw();
    const params = { roundId: round.id, organisationId: line.organisationId };
    const reply = await this.#scope.ask((client) =>
      client.call("reopenForOrganisation", { params, body: { until, why } }),
    );
    // What is done is not done twice, however soon the button is pressed again.
    this.#isBusy = reply.ok;
    this.#fault = reply.ok ? null : reply.told;
    if (reply.ok) {
      close();
      this.#scope.tell({ kind: "done", text: ACT.reopened(line.name) });
      done();
    }
    this.#scope.redraw();
  }
}
