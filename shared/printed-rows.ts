/** What a version prints around its line items: sections' and totals' figures, and the plan's own facts. */
import type { Appendix, AppendixRow, FormId, Plan } from "./appendix.ts";
import { findCarrying, isCarried } from "./consolidation/carried.ts";
import { groupBy } from "./group-by.ts";
import { figureFields, indexFields, placeOf, type Field, type Fields } from "./line-fields.ts";
import { figureKeys, figuresOf } from "./line-items.ts";
import { printYears } from "./period.ts";
import { sectionsOf } from "./sections.ts";
import { fold, foldWords } from "./text.ts";

type PrintedKind = Exclude<AppendixRow["kind"], "lineItem">;

export interface PrintedRow {
  readonly sheet: string;
  readonly kind: PrintedKind;
  readonly name: string;
  readonly fields: Fields;
}

/** Rows that are no line items, by form, kind, name and the sections above: neither row nor sheet name need stay the same. */
export function printedRows(appendices: readonly Appendix[]): ReadonlyMap<string, PrintedRow> {
  const printed = new Map<string, PrintedRow>();
  for (const appendix of appendices) {
    const carrying = findCarrying(appendix);
    const columns = figureKeys(appendix.figureColumns);
    appendix.rows.forEach((row, index) => {
      if (row.kind === "lineItem" || isCarried(carrying, row, index)) return;
      const fields = indexFields(figureFields(figuresOf(appendix, row, columns)));
      const key = freeKey(printed, keyOf(appendix, row));
      printed.set(key, { sheet: appendix.sheet, kind: row.kind, name: row.name, fields });
    });
  }
  return printed;
}

const keyOf = (appendix: Appendix, row: AppendixRow): string =>
  [appendix.form, row.kind, placeOf({ sheet: "", sections: sectionsOf(appendix, row) }), foldWords(row.name)].join("|");

/** Rows of the same name are told apart by their order. */
function freeKey(taken: ReadonlyMap<string, unknown>, key: string): string {
  let free = key;
  for (let count = 2; taken.has(free); count++) free = `${key} #${String(count)}`;
  return free;
}

/** Empty without a plan sheet. */
export function planFields(plan: Plan | null): Fields {
  if (!plan) return new Map();
  const text = (field: string, value: string | null): Field => ({ field, header: "", isDong: false, value });
  const amounts = new Map<string, Field>();
  for (const { label, dong } of plan.amounts) {
    const field = freeKey(amounts, `amount ${fold(label)}`);
    amounts.set(field, { field, header: label, isDong: true, value: dong });
  }
  return indexFields([
    text("province", plan.province),
    text("number", plan.number),
    text("date", plan.date),
    text("period", plan.period && printYears(plan.period)),
    ...amounts.values(),
  ]);
}

export interface AppendixPlace {
  readonly form: FormId;
  readonly sheet: string;
}

/** Of several appendices of one form, those beyond the number there were. */
export function findAddedAppendices(before: readonly Appendix[], now: readonly Appendix[]): AppendixPlace[] {
  const formOf = ({ form }: Appendix): FormId => form;
  const known = groupBy(before, formOf);
  return [...groupBy(now, formOf)].flatMap(([form, own]) => {
    const sheets = new Set((known.get(form) ?? []).map(({ sheet }) => sheet));
    const count = Math.max(0, own.length - (known.get(form)?.length ?? 0));
    const newFirst = [
      ...own.filter(({ sheet }) => !sheets.has(sheet)),
      ...own.filter(({ sheet }) => sheets.has(sheet)),
    ];
    return newFirst.slice(0, count).map(({ sheet }) => ({ form, sheet }));
  });
}
