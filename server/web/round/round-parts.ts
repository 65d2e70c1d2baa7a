/** What stands below the list for those who merge: the round's money, and what was merged. Loaded once the list is shown. */
import { html, nothing, type TemplateResult } from "lit-html";
import type { ProgressLine, Round, RoundEventKind } from "../../../shared/api/rounds.ts";
import type { Scope } from "../page.ts";
import { FRAME } from "../words.ts";
import { sumsAsker } from "./ask-sums.ts";
import type { Progress } from "./live-progress.ts";
import { Pace } from "./pace.ts";
import type { OpenRoundPart, RoundKnowledge, RoundPart } from "./part.ts";

const REFRESH_GAP_MS = 4000;

/** After these other versions count than before. */
const MOVES_MONEY: ReadonlySet<RoundEventKind> = new Set([
  "submitted",
  "signed-off",
  "returned",
  "accepted",
  "prepared",
  "withdrawn",
  "unlocked",
]);

const PARTS: readonly { readonly id: string; readonly load: () => Promise<OpenRoundPart> }[] = [
  { id: "so-lieu", load: async () => (await import("./money/money-part.ts")).openMoneyPart },
  {
    id: "tong-hop",
    load: async () => (await import("./consolidations/consolidations-part.ts")).openConsolidationsPart,
  },
];

export class RoundParts {
  readonly #scope: Scope;
  readonly #pace = new Pace(REFRESH_GAP_MS, () => {
    for (const part of this.#parts) part?.refresh();
    return Promise.resolve();
  });
  #parts: readonly (RoundPart | null)[] = [];
  #states: ReadonlyMap<string, ProgressLine["state"]> = new Map();
  /** As the parts were opened with. */
  #round: Round | null = null;
  #isClosed = false;

  constructor(scope: Scope) {
    this.#scope = scope;
  }

  /** Opens them; anew where the round is asked for otherwise than it was. */
  show({ round, lines }: Progress): void {
    this.#states = new Map(lines.map(({ organisationId, state }) => [organisationId, state]));
    const isSame = this.#round !== null && JSON.stringify(round) === JSON.stringify(this.#round);
    if (isSame) return;
    this.#round = round;
    void this.#open(round);
  }

  /** Those that are there; what is opened later asks by itself. */
  refresh(): void {
    this.#pace.ask();
  }

  hear(kinds: readonly RoundEventKind[]): void {
    if (kinds.some((kind) => MOVES_MONEY.has(kind))) this.refresh();
  }

  close(): void {
    this.#isClosed = true;
    this.#pace.stop();
    for (const part of this.#parts) part?.close();
  }

  render(): TemplateResult {
    return html`${PARTS.map(
      ({ id }, index) => html`<div class="round-part" id=${id}>${this.#parts[index]?.render() ?? nothing}</div>`,
    )}`;
  }

  async #open(round: Round): Promise<void> {
    let opened: readonly OpenRoundPart[];
    try {
      opened = await Promise.all(PARTS.map(({ load }) => load()));
    } catch (trouble) {
      // A chunk of an older build is gone once the service was updated.
      console.error(trouble);
      if (!this.#isClosed) this.#scope.tell({ kind: "error", text: FRAME.notLoaded });
      return;
    }
    if (this.#isClosed || this.#round !== round) return;
    for (const part of this.#parts) part?.close();
    const known: RoundKnowledge = {
      askSums: sumsAsker(this.#scope, round.id),
      stateOf: (id) => this.#states.get(id) ?? null,
    };
    this.#parts = opened.map((open) => open(this.#scope, round, known));
    this.#scope.redraw();
  }
}
