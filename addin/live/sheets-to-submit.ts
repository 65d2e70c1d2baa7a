/** What leaves the officer's machine: sheets with an appendix, the plan's text, or something found. Others stay at home. */
import type { Grid } from "../../shared/grid.ts";
import type { CheckReport } from "../checking/report.ts";

export function sheetsToSubmit(
  grids: readonly Grid[],
  { planSheet, appendices, findings }: Pick<CheckReport, "planSheet" | "appendices" | "findings">,
): readonly Grid[] {
  const needed = new Set([planSheet, ...[...appendices, ...findings].map(({ sheet }) => sheet)]);
  return grids.filter(({ name }) => needed.has(name));
}
