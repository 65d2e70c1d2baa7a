/** The consolidations made of a round: their files, and whether they would be made the same again. */
import { html, nothing, type TemplateResult } from "lit-html";
import { button } from "../../../../addin/pane/kit/button.ts";
import { copyText } from "../../../../addin/pane/kit/copy-text.ts";
import { say } from "../../../../addin/pane/kit/language.ts";
import { tellMoment } from "../../../../addin/pane/kit/moments.ts";
import { printCount } from "../../../../addin/pane/kit/printing.ts";
import { shortHash } from "../../../../addin/pane/kit/values.ts";
import { API } from "../../../../shared/api.ts";
import { addressOf } from "../../../../shared/api/client.ts";
import type { consolidationRoutes } from "../../../../shared/api/consolidations.ts";
import type { Answer } from "../../../../shared/api/route.ts";
import type { Round } from "../../../../shared/api/rounds.ts";
import type { Bilingual } from "../../../../shared/rule.ts";
import { badge } from "../../parts/badge.ts";
import type { Scope } from "../../page.ts";
import { tellTerms } from "./tell-terms.ts";
import { CONSOLIDATIONS } from "./words.ts";

export type ConsolidationLine = Answer<(typeof consolidationRoutes)["merge"]>;

type Doing = "workbook" | "check-sheet" | "verify";
type Verdict =
  { readonly kind: "same" } | { readonly kind: "differs" } | { readonly kind: "trouble"; readonly told: Bilingual };

/** A country's consolidation takes longer to make again than other requests. */
const VERIFY_TIMEOUT_MS = 300_000;

export class ConsolidationList {
  readonly #scope: Scope;
  readonly #round: Round;
  /** "verify abc": what is under way, of which consolidation. */
  #doing: ReadonlySet<string> = new Set();
  #verdicts: ReadonlyMap<string, Verdict> = new Map();
  #copied: { readonly id: string; readonly text: string } | null = null;

  constructor(scope: Scope, round: Round) {
    this.#scope = scope;
    this.#round = round;
  }

  render(lines: readonly ConsolidationLine[]): TemplateResult {
    if (lines.length === 0) return html`<p class="quiet-text">${say(CONSOLIDATIONS.none)}</p>`;
    const label = say(CONSOLIDATIONS.list);
    return html`<div class="table-frame" tabindex="0" role="region" aria-label=${label}>
      <table class="table consolidations-table">
        <thead>
          <tr>
            <th scope="col">${say(CONSOLIDATIONS.made)}</th>
            <th scope="col">${say(CONSOLIDATIONS.by)}</th>
            <th scope="col">${say(CONSOLIDATIONS.terms)}</th>
            <th scope="col" class="figure">${say(CONSOLIDATIONS.versions)}</th>
            <th scope="col" class="figure">${say(CONSOLIDATIONS.lineItems)}</th>
            <th scope="col">${say(CONSOLIDATIONS.sha256)}</th>
            <th scope="col">${say(CONSOLIDATIONS.files)}</th>
          </tr>
        </thead>
        <tbody>
          ${lines.map((line) => this.#row(line))}
        </tbody>
      </table>
    </div>`;
  }

  #row(line: ConsolidationLine): TemplateResult {
    const copied = this.#copied?.id === line.id ? this.#copied.text : null;
    return html`<tr>
      <th scope="row">${say(tellMoment(line.at))}</th>
      <td class="consolidation-wide" data-label=${say(CONSOLIDATIONS.by)}>${line.by.name}</td>
      <td class="consolidation-wide" data-label=${say(CONSOLIDATIONS.terms)}>${tellTerms(line, this.#round.unit)}</td>
      <td class="figure" data-label=${say(CONSOLIDATIONS.versions)}>${printCount(line.versions)}</td>
      <td class="figure" data-label=${say(CONSOLIDATIONS.lineItems)}>${printCount(line.lineItems)}</td>
      <td class="consolidation-hash consolidation-wide" data-label=${say(CONSOLIDATIONS.sha256)}>
        <code>${shortHash(line.sha256)}</code>
        ${button({
          label: say(CONSOLIDATIONS.copyHash),
          icon: "paste",
          look: "quiet",
          isIconOnly: true,
          does: () => void this.#copy(line),
        })}
        <span class="hint" role="status">${copied ?? nothing}</span>
      </td>
      <td class="consolidation-wide">${this.#actions(line)}${this.#verdict(line.id)}</td>
    </tr>`;
  }

  #actions({ id }: ConsolidationLine): TemplateResult {
    const params = { consolidationId: id };
    const save = (doing: Doing, route: "downloadConsolidation" | "downloadConsolidationCheckSheet"): void => {
      void this.#once(doing, id, () => this.#scope.download(addressOf(API[route], { params })));
    };
    const isBusy = (doing: Doing): boolean => this.#doing.has(`${doing} ${id}`);
    return html`<div class="actions">
      ${button({
        label: say(CONSOLIDATIONS.workbook),
        icon: "download",
        isBusy: isBusy("workbook"),
        does: () => save("workbook", "downloadConsolidation"),
      })}
      ${button({
        label: say(CONSOLIDATIONS.checkSheet),
        icon: "download",
        isBusy: isBusy("check-sheet"),
        does: () => save("check-sheet", "downloadConsolidationCheckSheet"),
      })}
      ${button({
        label: say(CONSOLIDATIONS.verify),
        icon: "refresh",
        look: "quiet",
        isBusy: isBusy("verify"),
        describedBy: "consolidations-verify-hint",
        does: () => void this.#once("verify", id, () => this.#verify(id)),
      })}
    </div>`;
  }

  #verdict(id: string): TemplateResult {
    const verdict = this.#verdicts.get(id);
    return html`<div role="status" class="consolidation-verdict">${verdict ? tellVerdict(verdict) : nothing}</div>`;
  }

  /** Pressing again while it is under way does nothing. */
  async #once(doing: Doing, id: string, act: () => Promise<unknown>): Promise<void> {
    const key = `${doing} ${id}`;
    if (this.#doing.has(key)) return;
    this.#doing = new Set([...this.#doing, key]);
    this.#scope.redraw();
    await act();
    this.#doing = new Set([...this.#doing].filter((one) => one !== key));
    this.#scope.redraw();
  }

  async #verify(id: string): Promise<void> {
    const params = { consolidationId: id };
    const reply = await this.#scope.ask((client) => client.call("readConsolidation", { params }), {
      timeoutMs: VERIFY_TIMEOUT_MS,
    });
    const verdict: Verdict = reply.ok
      ? { kind: reply.value.isSame ? "same" : "differs" }
      : { kind: "trouble", told: reply.told };
    this.#verdicts = new Map([...this.#verdicts, [id, verdict]]);
  }

  async #copy({ id, sha256 }: ConsolidationLine): Promise<void> {
    const isCopied = await copyText(sha256);
    this.#copied = {
      id,
      text: isCopied ? say(CONSOLIDATIONS.hashCopied) : say(CONSOLIDATIONS.notCopied, { code: sha256 }),
    };
    this.#scope.redraw();
  }
}

function tellVerdict(verdict: Verdict): TemplateResult {
  switch (verdict.kind) {
    case "same":
      return badge("done", say(CONSOLIDATIONS.same));
    case "differs":
      return html`<p class="fault">${say(CONSOLIDATIONS.differs)}</p>`;
    case "trouble":
      return html`<p class="fault">${say(verdict.told)}</p>`;
  }
}
