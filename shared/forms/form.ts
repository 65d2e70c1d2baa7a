/** What a form is: data only. The equations follow from what its columns hold and are written once, in shared/sums/. */
import type { AmountHolds, FormId, Scope, TextColumnId } from "../appendix.ts";
import type { Unit } from "../money.ts";
import type { Bilingual } from "../rule.ts";

/** Header spellings are patterns over folded words: no marks, lower case, single spaces ("so tt tt"). */
export interface TextColumnSpec {
  readonly holds: TextColumnId;
  readonly title: Bilingual;
  readonly headers: RegExp;
  /** Taken where no column matches the first. */
  readonly orHeaders?: RegExp;
  readonly required: boolean;
}

export interface CountSpec {
  readonly measure: string;
  readonly within: string | null;
  readonly title: Bilingual;
  readonly headers: RegExp;
  readonly required: boolean;
}

export interface RatioSpec {
  readonly of: string;
  readonly per: string;
  readonly title: Bilingual;
  readonly headers: RegExp;
}

/** A pattern of amount columns: a property left out is open, null asks for none, "any" for some. */
export type AmountPattern = {
  readonly [P in keyof Pick<AmountHolds, "scope" | "kind" | "origin" | "nature">]?: AmountHolds[P] | "any";
};

export interface Form {
  readonly id: FormId;
  readonly title: Bilingual;
  readonly texts: readonly TextColumnSpec[];
  /** Text columns without which a sheet is not of this form at all. */
  readonly essential: readonly TextColumnId[];
  readonly counts: readonly CountSpec[];
  readonly ratios: readonly RatioSpec[];
  /** Amount columns that make the form what it is; empty for forms without money. */
  readonly has: readonly AmountPattern[];
  /** Amount columns that make it another form. */
  readonly lacks: readonly AmountPattern[];
  /** What an amount column without a stated scope is for; null: the form has no money. */
  readonly defaultScope: Scope | null;
  /** The unit of the form where the sheet states none. */
  readonly defaultUnit: Unit | null;
  /** Whether the figures of a line item are asked for (an item without any is then reported). */
  readonly asksFigures: boolean;
}

export function matchesPattern(holds: AmountHolds, pattern: AmountPattern): boolean {
  return (Object.keys(pattern) as (keyof AmountPattern)[]).every((key) => {
    const wanted = pattern[key];
    return wanted === undefined || (wanted === "any" ? holds[key] !== null : holds[key] === wanted);
  });
}
