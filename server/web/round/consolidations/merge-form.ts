/** Merging now: how, and what goes in. */
import { html, nothing, type TemplateResult } from "lit-html";
import { spinner } from "../../../../addin/pane/kit/icons.ts";
import { language, say } from "../../../../addin/pane/kit/language.ts";
import { printCount } from "../../../../addin/pane/kit/printing.ts";
import { statusLine } from "../../../../addin/pane/kit/status-line.ts";
import type { Reply } from "../../../../addin/sync/reply.ts";
import type { ConsolidationTerms } from "../../../../shared/api/consolidations.ts";
import type { Round } from "../../../../shared/api/rounds.ts";
import { UNIT_NAMES, UNITS } from "../../../../shared/money.ts";
import type { Bilingual } from "../../../../shared/rule.ts";
import { choice, sent, tick } from "../../parts/form.ts";
import { showKnown } from "../../parts/known.ts";
import { Latest } from "../../parts/latest.ts";
import type { Scope } from "../../page.ts";
import type { Sums } from "../money/money-split.ts";
import type { RoundKnowledge } from "../part.ts";
import type { ConsolidationLine } from "./consolidation-list.ts";
import { CONSOLIDATIONS, ERA_NAMES } from "./words.ts";

/** Who goes in and who does not, by the tick that was set when it was asked for. */
interface GoingIn {
  readonly acceptedOnly: boolean;
  readonly versions: number;
  readonly standing: Sums["standing"];
}

type Said = { readonly kind: "done" | "error"; readonly text: string } | null;

interface MergeFormOptions {
  readonly scope: Scope;
  readonly round: Round;
  readonly known: RoundKnowledge;
  readonly onMerged: (line: ConsolidationLine) => void;
}

const UNIT_OF_ROUND = "round";

export class MergeForm {
  readonly #options: MergeFormOptions;
  readonly #goingIn: Latest<GoingIn>;
  #terms: ConsolidationTerms = {
    level: "organisation",
    era: "then",
    unit: null,
    acceptedOnly: false,
    belowOrganisationId: null,
  };
  #isMerging = false;
  #said: Said = null;

  constructor(options: MergeFormOptions) {
    this.#options = options;
    this.#goingIn = new Latest({ ask: () => this.#askGoingIn(), redraw: options.scope.redraw });
    this.#goingIn.refresh();
  }

  refresh(): void {
    this.#goingIn.refresh();
  }

  close(): void {
    this.#goingIn.close();
  }

  render(): TemplateResult {
    const { stateOf } = this.#options.known;
    return html`<form class="form" novalidate @submit=${sent(() => void this.#merge())}>
      <div class="merge-terms">${this.#choices()}</div>
      ${showKnown(
        this.#goingIn.known,
        () => this.#goingIn.retry(),
        (goingIn) => tellGoingIn(goingIn, stateOf),
      )}
      <div class="actions">
        <button
          type="submit"
          class="button primary"
          aria-disabled=${this.#isMerging || this.#isNothing() ? "true" : "false"}
          aria-describedby="merge-going-in"
        >
          ${this.#isMerging ? spinner() : nothing}<span
            >${say(this.#isMerging ? CONSOLIDATIONS.merging : CONSOLIDATIONS.merge)}</span
          >
        </button>
      </div>
      ${
        this.#said
          ? statusLine({
              kind: this.#said.kind,
              text: this.#said.text,
              isAlert: this.#said.kind === "error",
              dismiss: () => this.#say(null),
            })
          : nothing
      }
    </form>`;
  }

  /** Nothing would go in, as far as is known. */
  #isNothing(): boolean {
    const { known } = this.#goingIn;
    return (
      known.kind === "known" && known.value.acceptedOnly === this.#terms.acceptedOnly && known.value.versions === 0
    );
  }

  #choices(): readonly TemplateResult[] {
    const { level, era, unit, acceptedOnly } = this.#terms;
    const ofRound = say(CONSOLIDATIONS.ofRound, { unit: UNIT_NAMES[this.#options.round.unit][language()] });
    return [
      choice<ConsolidationTerms["level"]>({
        id: "merge-level",
        label: say(CONSOLIDATIONS.level),
        value: level,
        options: [
          ["organisation", say(CONSOLIDATIONS.ofOrganisation)],
          ["province", say(CONSOLIDATIONS.ofProvince)],
          ["root", say(CONSOLIDATIONS.ofAll)],
        ],
        choose: (chosen) => this.#change({ level: chosen }),
      }),
      choice<ConsolidationTerms["era"]>({
        id: "merge-era",
        label: say(CONSOLIDATIONS.era),
        value: era,
        options: [
          ["then", say(ERA_NAMES.then)],
          ["today", say(ERA_NAMES.today)],
        ],
        choose: (chosen) => this.#change({ era: chosen }),
      }),
      choice({
        id: "merge-unit",
        label: say(CONSOLIDATIONS.unit),
        value: unit ?? UNIT_OF_ROUND,
        options: [[UNIT_OF_ROUND, ofRound], ...UNITS.map((one) => [one, UNIT_NAMES[one][language()]] as const)],
        choose: (chosen) => this.#change({ unit: UNITS.find((one) => one === chosen) ?? null }),
      }),
      tick({
        label: say(CONSOLIDATIONS.acceptedOnly),
        isOn: acceptedOnly,
        set: (isOn) => {
          this.#change({ acceptedOnly: isOn });
          this.#goingIn.refresh();
        },
      }),
    ];
  }

  #change(changed: Partial<ConsolidationTerms>): void {
    this.#terms = { ...this.#terms, ...changed };
    this.#options.scope.redraw();
  }

  #say(said: Said): void {
    this.#said = said;
    this.#options.scope.redraw();
  }

  async #merge(): Promise<void> {
    if (this.#isMerging || this.#isNothing()) return;
    this.#isMerging = true;
    this.#say(null);
    const given = { params: { roundId: this.#options.round.id }, body: this.#terms };
    const reply = await this.#options.scope.ask((client) => client.call("merge", given), {
      timeoutMs: MERGE_TIMEOUT_MS,
    });
    this.#isMerging = false;
    if (!reply.ok) {
      this.#say({ kind: "error", text: say(CONSOLIDATIONS.notMerged, { why: say(reply.told) }) });
      return;
    }
    const { versions, lineItems } = reply.value;
    const counted = { versions: printCount(versions), lineItems: printCount(lineItems) };
    this.#say({ kind: "done", text: say(CONSOLIDATIONS.merged, counted) });
    this.#options.onMerged(reply.value);
  }

  async #askGoingIn(): Promise<Reply<GoingIn>> {
    const { acceptedOnly } = this.#terms;
    const reply = await this.#options.known.askSums({ level: "organisation", era: "then", acceptedOnly });
    if (!reply.ok) return reply;
    const { versions, standing } = reply.value;
    return { ok: true, value: { acceptedOnly, versions, standing } };
  }
}

/** A country's round takes longer than other requests. */
const MERGE_TIMEOUT_MS = 300_000;

/** "Sẽ cộng 4 bản nộp trong 7 đơn vị phải nộp: 1 chưa nộp, 1 mới có bản nháp, 1 bị trả lại." */
function tellGoingIn({ versions, standing }: GoingIn, stateOf: RoundKnowledge["stateOf"]): TemplateResult {
  const { expected, missing, returned, late, notIncluded } = standing;
  const counted: readonly (readonly [Bilingual, readonly string[]])[] = [
    [CONSOLIDATIONS.missing, missing.filter((id) => !["draft", "prepared"].includes(stateOf(id) ?? ""))],
    [CONSOLIDATIONS.draft, missing.filter((id) => stateOf(id) === "draft")],
    [CONSOLIDATIONS.prepared, missing.filter((id) => stateOf(id) === "prepared")],
    [CONSOLIDATIONS.returned, returned],
    [CONSOLIDATIONS.late, late],
    [CONSOLIDATIONS.notIncluded, notIncluded],
  ];
  const left = counted.flatMap(([name, ids]) =>
    ids.length === 0 ? [] : [say(name, { count: printCount(ids.length) })],
  );
  const count = printCount(expected.length);
  const ends = left.length === 0 ? "." : `: ${left.join(", ")}.`;
  return html`<p class="merge-going-in" id="merge-going-in">
    ${
      versions === 0
        ? html`${say(CONSOLIDATIONS.nothingToMerge)}
          ${left.length === 0 ? nothing : `${say(CONSOLIDATIONS.ofAsked, { count })}${ends}`}`
        : html`<strong>${say(CONSOLIDATIONS.goingIn, { count: printCount(versions) })}</strong>
            ${say(CONSOLIDATIONS.ofExpected, { count })}${ends}`
    }
  </p>`;
}
