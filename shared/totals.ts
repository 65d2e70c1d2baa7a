/** What an appendix adds up to. */
import type { Appendix } from "./appendix.ts";
import { sumDong } from "./money.ts";
import { bundleSum, findResiduals } from "./sums/residuals.ts";

/**
 * The sum of the line items in the widest scope printed (project before phase before year), in đồng.
 * @returns null without money, when the unit is not known, or when the sum can't be kept exactly
 */
export function headlineTotal(appendix: Appendix): number | null {
  if (appendix.unit === null) return null;
  const residuals = findResiduals(appendix);
  const planned = residuals.bundles.filter(({ kind }) => kind === "planned");
  const widest = (["project", "phase", "year"] as const)
    .map((scope) => planned.find((bundle) => bundle.scope === scope))
    .find((found) => found);
  if (!widest) return null;
  return sumDong([bundleSum(residuals, widest)]);
}
