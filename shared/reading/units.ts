/** Which unit a sheet's amounts are in: stated, else the one in which they agree with the plan, else the form's own. */
import type { Appendix, FigureColumn, Plan } from "../appendix.ts";
import { UNIT_DONG, UNITS, readUnit, type Unit } from "../money.ts";
import { findBundles } from "../sums/groups.ts";
import { wholeColumns } from "../sums/residuals.ts";
import type { FormMatch } from "./match-form.ts";
import { planTotal } from "./plan.ts";
import type { RawRow } from "./raw-row.ts";
import type { Title } from "./title.ts";

export interface SheetUnit {
  readonly unit: Unit | null;
  readonly from: Appendix["unitFrom"];
  readonly cell: string | null;
  /** The unit in which the figures would agree with the plan, when it is another than the stated one. */
  readonly agrees: Unit | null;
}

/** A figure in the sheet's own unit, by index of its row and its column. */
export type PlainValue = (row: number, column: number) => number;

export function findUnit(
  sheet: { title: Title; match: FormMatch; rows: readonly RawRow[]; plan: Plan | null },
  plain: PlainValue,
): SheetUnit {
  const { title, match, rows, plan } = sheet;
  const inHeader = match.figures.find((column) => column.holds.type === "amount" && readUnit(column.header) !== null);
  const stated = title.unit ?? (inHeader ? readUnit(inHeader.header) : null);
  const agreeing = agreeingUnit(match.figures, rows, { plan, plain });
  if (stated !== null) {
    const agrees = agreeing !== null && agreeing !== stated ? agreeing : null;
    return { unit: stated, from: "stated", cell: title.unit ? title.unitCell : (inHeader?.headerCell ?? null), agrees };
  }
  if (agreeing !== null) return { unit: agreeing, from: "plan", cell: null, agrees: null };
  const ofForm = match.form.defaultUnit;
  return { unit: ofForm, from: ofForm === null ? "unknown" : "form", cell: null, agrees: null };
}

/** The one unit in which a bundle's money is the plan's total, to the đồng or within the rounding of the figures. */
function agreeingUnit(
  figures: readonly FigureColumn[],
  rows: readonly RawRow[],
  how: { plan: Plan | null; plain: PlainValue },
): Unit | null {
  const total = planTotal(how.plan)?.dong ?? null;
  if (total === null || total <= 0) return null;
  const indexes = rows.map((_, index) => index);
  const leaves = indexes.filter((index) => rows[index]?.kind === "lineItem");
  const grandTotals = indexes.filter((index) => rows[index]?.kind === "grandTotal");
  for (const bundle of findBundles(figures)) {
    const columns = wholeColumns(bundle);
    const sumOver = (counted: readonly number[]): number =>
      counted.reduce((all, row) => all + columns.reduce((along, column) => along + how.plain(row, column), 0), 0);
    const sums = [leaves, grandTotals.slice(0, 1)].map(sumOver).filter((sum) => sum > 0);
    const unit = UNITS.find((candidate) =>
      sums.some((sum) => isTotal(sum * UNIT_DONG[candidate], total, UNIT_DONG[candidate])),
    );
    if (unit) return unit;
  }
  return null;
}

const isTotal = (sum: number, total: number, unitDong: number): boolean => Math.abs(sum - total) < unitDong / 2;
