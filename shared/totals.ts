/** What an appendix adds up to. */
import type { Appendix } from "./appendix.ts";
import { sumDong } from "./money.ts";
import { findResiduals } from "./sums/residuals.ts";

/**
 * The sum of the line items in the widest scope printed (project before phase before year), in đồng.
 * @returns null without money, when the unit is not known, or when the sum can't be kept exactly
 */
export function headlineTotal(appendix: Appendix): number | null {
  if (appendix.unit === null) return null;
  const { bundles, effective, roots } = findResiduals(appendix);
  const planned = bundles.filter(({ kind }) => kind === "planned");
  const widest = (["project", "phase", "year"] as const)
    .map((scope) => planned.find((bundle) => bundle.scope === scope))
    .find((found) => found);
  if (!widest) return null;
  const columns = widest.total >= 0 ? [widest.total] : widest.columns;
  return sumDong(columns.flatMap((column) => roots.map((root) => effective[column]?.[root] ?? 0)));
}
