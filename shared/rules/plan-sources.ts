/** Shared by what sets the plan's money against an appendix source by source: which columns a line of the plan's text names. */
import type { AmountHolds, Plan, PlanAmount } from "../appendix.ts";
import { facetsOf, type Facets } from "../forms/amount-header.ts";
import { foldWords } from "../text.ts";
import type { BundleTotal } from "./plan-totals.ts";

export interface PlanSource {
  readonly amount: PlanAmount;
  /** All figure columns that hold a part of its money, those that others split further too. */
  readonly columns: readonly number[];
}

/** Only lines whose words name a source beyond doubt, and that the appendix has columns for. */
export function planSources(plan: Plan, { subject, bundle }: BundleTotal): readonly PlanSource[] {
  const { figureColumns } = subject.appendix;
  const amounts = bundle.columns.flatMap((index) => {
    const holds = figureColumns[index]?.holds;
    return holds?.type === "amount" && index !== bundle.total ? [{ index, holds }] : [];
  });
  const hasCentral = amounts.some(({ holds }) => holds.origin === "central");
  return namedParts(plan).flatMap(({ amount, facets }) => {
    const columns = amounts.filter(({ holds }) => isOfSource(holds, facets, hasCentral)).map(({ index }) => index);
    return columns.length === 0 ? [] : [{ amount, columns }];
  });
}

/** A part of a part keeps the nature of the part above: "— Trung ương hỗ trợ" under "Nguồn vốn đầu tư phát triển". */
function namedParts(plan: Plan): { amount: PlanAmount; facets: Facets }[] {
  const named: { amount: PlanAmount; facets: Facets }[] = [];
  let above: Facets = { origin: null, nature: null };
  for (const amount of plan.amounts) {
    if (amount.level === 0) continue;
    const own = facetsOfLabel(amount.label);
    if (amount.level === 1) above = own;
    const facets = amount.level === 1 ? own : { origin: own.origin, nature: own.nature ?? above.nature };
    if (facets.origin !== null || facets.nature !== null) named.push({ amount, facets });
  }
  return named;
}

/** "Kinh phí của các đơn vị, địa phương" may be any money that is not the province's: no source is named. */
function facetsOfLabel(label: string): Facets {
  const words = foldWords(label);
  if (/cac don vi|cac dia phuong|long ghep/.test(words)) return { origin: null, nature: null };
  if (/chuong trinh muc tieu/.test(words)) return { origin: "central", nature: null };
  return facetsOf(words);
}

/** Beside a central column the ones that name no origin are local (Vĩnh Long 2020: TW │ NV ĐTPT │ NV SN). */
function isOfSource(holds: AmountHolds, facets: Facets, hasCentral: boolean): boolean {
  const origin = holds.origin ?? (hasCentral ? "local" : null);
  const isOrigin = facets.origin === null || facets.origin === origin;
  return isOrigin && (facets.nature === null || facets.nature === holds.nature);
}
