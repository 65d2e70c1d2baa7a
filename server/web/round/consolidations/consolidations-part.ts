/** "Tệp tổng hợp": merging the round, and what was merged before. */
import { html, nothing, type TemplateResult } from "lit-html";
import { say } from "../../../../addin/pane/kit/language.ts";
import { statusLine } from "../../../../addin/pane/kit/status-line.ts";
import type { Reply } from "../../../../addin/sync/reply.ts";
import type { Round } from "../../../../shared/api/rounds.ts";
import { showKnown } from "../../parts/known.ts";
import { Latest } from "../../parts/latest.ts";
import type { Scope } from "../../page.ts";
import type { OpenRoundPart, RoundKnowledge, RoundPart } from "../part.ts";
import { ConsolidationList, type ConsolidationLine } from "./consolidation-list.ts";
import { MergeForm } from "./merge-form.ts";
import { CONSOLIDATIONS } from "./words.ts";

class ConsolidationsPart implements RoundPart {
  readonly #scope: Scope;
  readonly #round: Round;
  readonly #form: MergeForm;
  readonly #list: ConsolidationList;
  readonly #latest: Latest<readonly ConsolidationLine[]>;

  constructor(scope: Scope, round: Round, known: RoundKnowledge) {
    this.#scope = scope;
    this.#round = round;
    this.#latest = new Latest({ ask: () => this.#ask(), redraw: scope.redraw });
    this.#list = new ConsolidationList(scope, round);
    this.#form = new MergeForm({ scope, round, known, onMerged: () => this.#latest.refresh() });
    this.#latest.refresh();
  }

  refresh(): void {
    this.#form.refresh();
    this.#latest.refresh();
  }

  close(): void {
    this.#form.close();
    this.#latest.close();
  }

  render(): TemplateResult {
    const { fault } = this.#latest;
    return html`<section class="card consolidations" aria-labelledby="consolidations-heading">
      <h2 id="consolidations-heading">${say(CONSOLIDATIONS.heading)}</h2>
      ${this.#form.render()}
      <h3>${say(CONSOLIDATIONS.list)}</h3>
      <p class="hint" id="consolidations-verify-hint">
        ${say(CONSOLIDATIONS.verify)}: ${say(CONSOLIDATIONS.verifyHint)}
      </p>
      ${fault ? statusLine({ kind: "warning", text: say(CONSOLIDATIONS.stale, { why: say(fault) }) }) : nothing}
      ${showKnown(
        this.#latest.known,
        () => this.#latest.retry(),
        (lines) => this.#list.render(lines),
      )}
    </section>`;
  }

  /** Newest first, as the service gives them. */
  async #ask(): Promise<Reply<readonly ConsolidationLine[]>> {
    const params = { roundId: this.#round.id };
    const reply = await this.#scope.ask((client) => client.call("listConsolidations", { params }));
    return reply.ok ? { ok: true, value: reply.value.consolidations } : reply;
  }
}

export const openConsolidationsPart: OpenRoundPart = (scope, round, known) =>
  new ConsolidationsPart(scope, round, known);
