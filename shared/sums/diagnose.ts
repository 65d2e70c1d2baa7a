/**
 * What is wrong with an appendix's sums, one fault for each cause. A cell in two failing equations that one change would
 * settle is the wrong cell; a doubled or left-out row shows in every column alike; what remains is told at the total.
 */
import type { Appendix } from "../appendix.ts";
import { explainDoubledRows } from "./explain-doubled.ts";
import { explainExchanges } from "./explain-exchanges.ts";
import { explainSources } from "./explain-sources.ts";
import { explainTotals } from "./explain-totals.ts";
import { locateCells } from "./locate-cells.ts";
import { setAsidePartialGroups } from "./partial-groups.ts";
import { findResiduals } from "./residuals.ts";
import type { SumFaults } from "./sum-faults.ts";
import { SumWork } from "./sum-work.ts";

/** Each step settles the equations it explains; the next sees what is left. */
export function diagnoseSums(appendix: Appendix): SumFaults {
  const work = new SumWork(findResiduals(appendix));
  setAsidePartialGroups(work);
  for (const range of work.ranges) work.mark(range);
  explainDoubledRows(work);
  explainExchanges(work);
  locateCells(work);
  explainTotals(work);
  explainSources(work);
  return work.result();
}
