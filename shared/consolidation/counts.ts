/** Staff and computers: what the units of each organisation add up to. */
import { FORM_IDS, type Appendix, type FormId } from "../appendix.ts";
import { formById } from "../forms/index.ts";
import { groupBy } from "../group-by.ts";
import { carries, findCarrying, isCarried } from "./carried.ts";

/** One appendix's counts by measure ("staff", "computers"). */
export interface Count {
  readonly organisationId: string;
  readonly form: FormId;
  readonly units: number;
  readonly byMeasure: Readonly<Record<string, number>>;
}

export interface CountTable {
  readonly form: FormId;
  /** In the form's order, only those that some organisation fills. */
  readonly measures: readonly string[];
  readonly rows: readonly CountRow[];
}

export interface CountRow {
  readonly organisationId: string;
  /** How many rows (offices, districts) were added up. */
  readonly units: number;
  /** By measure; null where the organisation gives none. */
  readonly counts: readonly (number | null)[];
}

export function countOf(organisationId: string, appendix: Appendix): Count | null {
  const { figureColumns, rows, form } = appendix;
  if (formById(form).counts.length === 0) return null;
  const carrying = findCarrying(appendix);
  const byMeasure: Record<string, number> = {};
  let units = 0;
  rows.forEach((row, index) => {
    if (!isCarried(carrying, row, index)) return;
    units++;
    carrying.bundles.forEach((bundle, number) => {
      const column = bundle.columns[0] ?? -1;
      const holds = figureColumns[column]?.holds;
      const figure = row.figures[column] ?? null;
      if (holds?.type !== "count" || figure === null) return;
      if (carries(carrying, row, { bundle: number, row: index }))
        byMeasure[holds.measure] = (byMeasure[holds.measure] ?? 0) + figure;
    });
  });
  return { organisationId, form, units, byMeasure };
}

export function mergeCounts(counts: readonly Count[]): readonly CountTable[] {
  const byForm = groupBy(counts, ({ form }) => form);
  return FORM_IDS.flatMap((form): CountTable[] => {
    const own = byForm.get(form);
    if (!own) return [];
    const measures = formById(form)
      .counts.map(({ measure }) => measure)
      .filter((measure) => own.some(({ byMeasure }) => byMeasure[measure] !== undefined));
    return [{ form, measures, rows: countRows(own, measures) }];
  });
}

const countRows = (counts: readonly Count[], measures: readonly string[]): readonly CountRow[] =>
  [...groupBy(counts, ({ organisationId }) => organisationId)].map(([organisationId, own]) => ({
    organisationId,
    units: own.reduce((sum, { units }) => sum + units, 0),
    counts: measures.map((measure) => {
      const given = own.flatMap(({ byMeasure }) => byMeasure[measure] ?? []);
      return given.length === 0 ? null : given.reduce((sum, count) => sum + count, 0);
    }),
  }));
