/** Which form a header is of, and what each of its columns holds. */
import { isWhole, type AmountHolds, type FigureColumn, type Scope, type TextColumn } from "../appendix.ts";
import { readAmountHeader, withoutRemarks, type AmountHeader } from "../forms/amount-header.ts";
import { matchesPattern, type Form, type TextColumnSpec } from "../forms/form.ts";
import { forms } from "../forms/index.ts";
import { findLast } from "../group-by.ts";
import { foldWords } from "../text.ts";
import type { HeaderColumn } from "./header.ts";

export interface FormMatch {
  readonly form: Form;
  readonly texts: readonly TextColumn[];
  readonly figures: readonly FigureColumn[];
  readonly missing: readonly TextColumnSpec[];
  readonly repeated: readonly { readonly header: string; readonly cells: readonly string[] }[];
  readonly phase: { readonly from: number; readonly to: number } | null;
}

/** The form that fits best, or null when the header is of none. */
export function matchForm(columns: readonly HeaderColumn[]): FormMatch | null {
  let best: { match: FormMatch; score: number } | null = null;
  for (const form of forms) {
    const candidate = tryForm(form, columns);
    if (candidate && (best === null || candidate.score > best.score)) best = candidate;
  }
  return best?.match ?? null;
}

interface Folded {
  readonly header: HeaderColumn;
  readonly leaf: string;
}

function tryForm(form: Form, columns: readonly HeaderColumn[]): { match: FormMatch; score: number } | null {
  const folded = columns.map((header) => ({
    header,
    leaf: foldWords(withoutRemarks(header.path[header.path.length - 1] ?? "")),
  }));
  const free = new Set<Folded>(folded);
  const texts = takeTexts(form, folded, free);
  const counts = takeCounts(form, folded, free);
  const amounts = form.defaultScope === null ? null : takeAmounts(form.defaultScope, folded, free);
  const missing = form.texts.filter((spec) => spec.required && !texts.some((column) => column.holds === spec.holds));
  if (missing.some((spec) => form.essential.includes(spec.holds))) return null;
  if (!fits(form, { counts, amounts: amounts?.figures ?? [] })) return null;
  const figures = [...(amounts?.figures ?? []), ...counts].sort((a, b) => a.column - b.column);
  const required = form.texts.filter((spec) => spec.required).length - missing.length;
  const score = 3 * required + texts.length + figures.length - 4 * missing.length - 1.5 * free.size;
  const repeated = [...(amounts?.repeated ?? []), ...repeatedTexts(form, texts, free)];
  return { match: { form, texts, figures, missing, repeated, phase: amounts?.phase ?? null }, score };
}

function fits(form: Form, found: { counts: readonly FigureColumn[]; amounts: readonly FigureColumn[] }): boolean {
  const holds = found.amounts
    .map((column) => column.holds)
    .filter((held): held is AmountHolds => held.type === "amount");
  if (form.counts.length > 0) {
    const needed = form.counts.filter((spec) => spec.required);
    const here = needed.filter((spec) =>
      found.counts.some((column) => column.holds.type === "count" && column.holds.measure === spec.measure),
    );
    return here.length >= Math.min(2, needed.length) && found.counts.length >= 3;
  }
  if (form.lacks.some((pattern) => holds.some((held) => matchesPattern(held, pattern)))) return false;
  return form.has.every((pattern) => holds.some((held) => matchesPattern(held, pattern)));
}

function takeTexts(form: Form, columns: readonly Folded[], free: Set<Folded>): TextColumn[] {
  const taken: TextColumn[] = [];
  for (const spec of form.texts) {
    const find = (pattern: RegExp | undefined): Folded | undefined =>
      pattern &&
      columns.find(
        (column) =>
          free.has(column) && pattern.test(column.leaf) && (spec.holds !== "fundingText" || !isMoneyOfSource(column)),
      );
    const found = find(spec.headers) ?? find(spec.orHeaders);
    if (!found) continue;
    free.delete(found);
    taken.push({ column: found.header.column, holds: spec.holds, headerCell: found.header.cell });
  }
  return taken.sort((a, b) => a.column - b.column);
}

/** "Kinh phí năm 2020 › Nguồn vốn đầu tư" is an amount; "Nguồn vốn" is the sources in words, wherever it stands. */
const isMoneyOfSource = ({ leaf, header: { path } }: Folded): boolean =>
  leaf.endsWith("dau tu") && path.length > 1 && readAmountHeader(path.slice(0, -1)) !== null;

function takeCounts(form: Form, columns: readonly Folded[], free: Set<Folded>): FigureColumn[] {
  const taken: FigureColumn[] = [];
  const take = (pattern: RegExp, holds: FigureColumn["holds"]): void => {
    const found = columns.find((column) => free.has(column) && pattern.test(column.leaf));
    if (!found) return;
    free.delete(found);
    taken.push(figureColumn(found.header, holds));
  };
  for (const spec of form.ratios) take(spec.headers, { type: "ratio", of: spec.of, per: spec.per });
  for (const spec of form.counts) take(spec.headers, { type: "count", measure: spec.measure, within: spec.within });
  return taken;
}

const figureColumn = (header: HeaderColumn, holds: FigureColumn["holds"]): FigureColumn => ({
  column: header.column,
  header: header.path.join(" › "),
  headerCell: header.cell,
  holds,
});

interface Amounts {
  readonly figures: readonly FigureColumn[];
  readonly repeated: FormMatch["repeated"];
  readonly phase: FormMatch["phase"];
}

function takeAmounts(defaultScope: Scope, columns: readonly Folded[], free: Set<Folded>): Amounts {
  const found: { column: Folded; amount: AmountHeader }[] = [];
  for (const column of columns) {
    const amount = free.has(column) ? readAmountHeader(column.header.path) : null;
    if (!amount) continue;
    free.delete(column);
    found.push({ column, amount });
  }
  const other = found.some(({ amount }) => amount.origin !== null)
    ? columns.find((column) => free.has(column) && column.leaf === "khac")
    : undefined;
  const first = found.find(({ amount }) => amount.origin !== null)?.amount;
  if (other && first) {
    free.delete(other);
    found.push({ column: other, amount: { ...first, origin: "other", nature: null, detail: null } });
    found.sort((a, b) => a.column.header.column - b.column.header.column);
  }
  const scopes = settleScopes(
    found.map(({ amount }) => amount),
    defaultScope,
  );
  const figures = found.map(({ column, amount }, index) => {
    const { type, kind, origin, nature, detail, year } = amount;
    return figureColumn(column.header, {
      type,
      scope: scopes[index] ?? defaultScope,
      kind,
      origin,
      nature,
      detail,
      year,
    });
  });
  const single = nameLevels(keepSingleYears(figures));
  return { ...tellApart(single), phase: found.find(({ amount }) => amount.phase)?.amount.phase ?? null };
}

/**
 * A whole that names no scope ("Tổng kinh phí") has the form's own, if no other whole has it; a source that names none is
 * one of the whole before it, else of the first whole.
 */
function settleScopes(amounts: readonly AmountHeader[], defaultScope: Scope): readonly Scope[] {
  const scopes: Scope[] = [];
  const wholes = amounts.filter(isWhole);
  amounts.forEach((amount, index) => {
    const before = findLast(amounts.slice(0, index), isWhole);
    const named = before ? scopes[amounts.indexOf(before)] : wholes.find(({ scope }) => scope !== null)?.scope;
    scopes.push(amount.scope ?? (isWhole(amount) ? defaultScope : (named ?? defaultScope)));
  });
  return scopes;
}

/** A year is told apart only where several stand side by side: "2021 │ 2022 │ 2023". */
function keepSingleYears(figures: readonly FigureColumn[]): readonly FigureColumn[] {
  const years = new Set(
    figures.map(({ holds }) => (holds.type === "amount" ? holds.year : null)).filter((year) => year !== null),
  );
  if (years.size > 1) return figures;
  return figures.map((figure) =>
    figure.holds.type === "amount" ? { ...figure, holds: { ...figure.holds, year: null } } : figure,
  );
}

/** "NS tỉnh" beside "NS huyện" is one level of the local budget, not all of it. */
function nameLevels(figures: readonly FigureColumn[]): readonly FigureColumn[] {
  const hasLevel = figures.some(
    ({ holds }) => holds.type === "amount" && holds.origin === "local" && holds.detail !== null,
  );
  if (!hasLevel) return figures;
  return figures.map((figure) => {
    const isProvince = /(^| )(tinh|nst)( |$)/.test(foldWords(figure.header));
    const isOpen = figure.holds.type === "amount" && figure.holds.origin === "local" && figure.holds.detail === null;
    return isProvince && isOpen && figure.holds.type === "amount"
      ? { ...figure, holds: { ...figure.holds, detail: figure.header } }
      : figure;
  });
}

/** Two columns that hold the same are told apart by their own words; with the same words one is a repeat. */
function tellApart(figures: readonly FigureColumn[]): Pick<Amounts, "figures" | "repeated"> {
  const seen = new Map<string, FigureColumn>();
  const repeated: { header: string; cells: string[] }[] = [];
  const kept: FigureColumn[] = [];
  for (const figure of figures) {
    const key = JSON.stringify(figure.holds);
    const first = seen.get(key);
    if (!first) {
      seen.set(key, figure);
      kept.push(figure);
      continue;
    }
    if (foldWords(first.header) === foldWords(figure.header) || figure.holds.type !== "amount") {
      repeated.push({ header: figure.header, cells: [first.headerCell, figure.headerCell] });
      continue;
    }
    kept.push({ ...figure, holds: { ...figure.holds, detail: figure.header } });
  }
  return { figures: kept, repeated };
}

function repeatedTexts(form: Form, texts: readonly TextColumn[], free: ReadonlySet<Folded>): FormMatch["repeated"] {
  const repeated: { header: string; cells: string[] }[] = [];
  for (const column of free) {
    const spec = form.texts.find((candidate) => candidate.headers.test(column.leaf));
    const first = spec ? texts.find((text) => text.holds === spec.holds) : undefined;
    if (!first || spec?.holds === "note" || spec?.holds === "objective") continue;
    repeated.push({ header: column.header.path.join(" › "), cells: [first.headerCell, column.header.cell] });
  }
  return repeated;
}
