/** A rule is one object: what it checks, on what ground, how it says so in both languages, and how it finds. */
import type { Appendix, Plan } from "./appendix.ts";
import type { Facts, Finding, Fix, Severity } from "./finding.ts";
import type { SumFaults } from "./sums/sum-faults.ts";

export interface Bilingual {
  readonly vi: string;
  readonly en: string;
}

/** One sentence of a rule. `{name}` stands for a fact; see describe.ts for how facts are printed. */
export interface Sentence extends Bilingual {
  /** When it differs from the rule's own. */
  readonly severity?: Severity;
}

export interface Place {
  readonly cells: readonly string[];
  readonly facts?: Facts;
  readonly fix?: Fix | null;
  /** When it is not the appendix's own sheet. */
  readonly sheet?: string;
}

export type Found<V extends string> = (variant: V, place: Place) => Finding;

/** What a rule may look at: one appendix, the workbook's plan, and what is wrong with the sums, found once for all. */
export interface Subject {
  readonly appendix: Appendix;
  readonly plan: Plan | null;
  readonly sums: SumFaults;
}

export interface RuleDefinition<V extends string> {
  readonly id: string;
  readonly severity: Severity;
  /** "trial" (thử nghiệm): its errors are reported as warnings until the rule is trusted. */
  readonly status: "trusted" | "trial";
  readonly checks: Bilingual;
  readonly source: Bilingual;
  /** safe: one click; choose: the officer picks; explain: only words can settle it. */
  readonly fix: "safe" | "choose" | "explain";
  readonly says: Readonly<Record<V, Sentence>>;
  /** Absent when reading the sheet itself finds it (see shared/reading/). */
  readonly find?: (subject: Subject, found: Found<V>) => readonly Finding[];
  /** For rules on a workbook's plan, with the appendices beside it. */
  readonly findInPlan?: (plan: Plan, subjects: readonly Subject[], found: Found<V>) => readonly Finding[];
  /** For rules on an appendix beside the others of its plan. */
  readonly findBeside?: (subject: Subject, others: readonly Subject[], found: Found<V>) => readonly Finding[];
}

type Finders = "find" | "findInPlan" | "findBeside";

export interface Rule<V extends string = string> extends Omit<RuleDefinition<V>, Finders> {
  readonly find: ((subject: Subject) => readonly Finding[]) | null;
  readonly findInPlan: ((plan: Plan, subjects: readonly Subject[]) => readonly Finding[]) | null;
  readonly findBeside: ((subject: Subject, others: readonly Subject[]) => readonly Finding[]) | null;
  /** Makes a finding of this rule on a sheet. */
  found(sheet: string, variant: V, place: Place): Finding;
}

export function defineRule<const V extends string>(definition: RuleDefinition<V>): Rule<V> {
  const { find, findInPlan, findBeside } = definition;
  const found = (sheet: string, variant: V, place: Place): Finding => ({
    rule: definition.id,
    variant,
    severity: severityOf(definition, variant),
    sheet: place.sheet ?? sheet,
    cells: [...place.cells],
    facts: { ...place.facts },
    fix: place.fix ?? null,
  });
  return {
    ...definition,
    found,
    find: find ? (subject) => find(subject, (variant, place) => found(subject.appendix.sheet, variant, place)) : null,
    findInPlan: findInPlan
      ? (plan, subjects) => findInPlan(plan, subjects, (variant, place) => found(plan.sheet, variant, place))
      : null,
    findBeside: findBeside
      ? (subject, others) =>
          findBeside(subject, others, (variant, place) => found(subject.appendix.sheet, variant, place))
      : null,
  };
}

function severityOf<V extends string>(definition: RuleDefinition<V>, variant: V): Severity {
  const severity = definition.says[variant].severity ?? definition.severity;
  return definition.status === "trial" && severity === "error" ? "warning" : severity;
}
