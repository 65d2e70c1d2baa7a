/** What was typed of a round and not saved, in this window: kept however the form is left, until it is saved or dropped. */
import * as z from "zod";
import { FORM_IDS } from "../../../shared/appendix.ts";
import { SEVERITIES } from "../../../shared/finding.ts";
import { UNITS } from "../../../shared/money.ts";
import type { TypedTerms } from "./typed-terms.ts";

const idsSchema = z.array(z.string()).transform((ids) => new Set(ids));

const changedSchema = z
  .object({
    name: z.string(),
    fromYear: z.string(),
    toYear: z.string(),
    formIds: z.array(z.enum(FORM_IDS)),
    unit: z.enum(UNITS),
    day: z.string(),
    time: z.string(),
    expectedIds: idsSchema,
    severityOverrides: z.record(z.string(), z.enum([...SEVERITIES, "off"])),
    explainedRuleIds: idsSchema,
    needsSignOff: z.boolean(),
    previousRoundId: z.string().nullable(),
  })
  .partial();

/** Sets as sorted lists: the same text for the same terms. */
export const textOfTerms = (typed: Partial<TypedTerms>): string =>
  JSON.stringify(typed, (_, value: unknown) => (value instanceof Set ? [...(value as Set<string>)].sort() : value));

/** Of one person, for one round or the one being made. */
export class KeptTerms {
  readonly #name: string;

  constructor(personId: string, roundId: string) {
    this.#name = `phuluc.round ${personId} ${roundId}`;
  }

  /** Only what was changed: what a colleague saved meanwhile stays. */
  read(): Partial<TypedTerms> {
    try {
      const kept = changedSchema.parse(JSON.parse(sessionStorage.getItem(this.#name) ?? "{}"));
      return Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined));
    } catch {
      return {};
    }
  }

  /** Nothing changed takes it away. */
  write(typed: TypedTerms, from: TypedTerms): void {
    const names = Object.keys(from) as (keyof TypedTerms)[];
    const isChanged = (name: keyof TypedTerms): boolean =>
      textOfTerms({ [name]: typed[name] }) !== textOfTerms({ [name]: from[name] });
    const changed = names.filter(isChanged);
    try {
      if (changed.length === 0) sessionStorage.removeItem(this.#name);
      else
        sessionStorage.setItem(this.#name, textOfTerms(Object.fromEntries(changed.map((name) => [name, typed[name]]))));
    } catch {
      // Full or forbidden: then it is kept only while the form is open.
    }
  }

  forget(): void {
    try {
      sessionStorage.removeItem(this.#name);
    } catch {
      // Forbidden: then nothing was kept.
    }
  }
}
