/** Cards of rules, fetched from the checking thread once each, when first asked for. */
import type { Bilingual } from "../../../shared/rule.ts";
import type { RuleCard } from "../../checking/report.ts";

export interface RuleSource {
  readonly why: (ruleId: string) => Promise<RuleCard | null>;
  readonly examples: () => Promise<Readonly<Record<string, Bilingual>>>;
  readonly redraw: () => void;
}

export class RuleCards {
  readonly #source: RuleSource;
  /** Null while it is on its way, or where there is none. */
  readonly #cards = new Map<string, RuleCard | null>();
  #examples: Readonly<Record<string, Bilingual>> | null = null;
  #isLoading = false;

  constructor(source: RuleSource) {
    this.#source = source;
  }

  cardOf(ruleId: string): RuleCard | null {
    const known = this.#cards.get(ruleId);
    if (known !== undefined) return known;
    this.#cards.set(ruleId, null);
    this.#source.why(ruleId).then(
      (card) => {
        this.#cards.set(ruleId, card);
        this.#source.redraw();
      },
      // The thread has died: whoever asks next asks the new one.
      () => this.#cards.delete(ruleId),
    );
    return null;
  }

  exampleOf(ruleId: string): Bilingual | null {
    if (!this.#examples && !this.#isLoading) void this.#load();
    return this.#examples?.[ruleId] ?? null;
  }

  /** Offline it is tried again when somebody asks next. */
  async #load(): Promise<void> {
    this.#isLoading = true;
    this.#examples = await this.#source.examples().catch(() => null);
    this.#isLoading = false;
    if (this.#examples) this.#source.redraw();
  }
}
