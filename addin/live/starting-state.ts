/** Before anything of the workbook is read. */
import type { HostFacts } from "../host/port.ts";
import type { LiveState } from "./state.ts";

export const startingState = (facts: HostFacts, marksShown: boolean): LiveState => ({
  phase: "starting",
  facts,
  sheets: [],
  report: null,
  lastCheck: null,
  isStale: false,
  save: "unknown",
  selection: null,
  explanations: [],
  marksShown,
  done: [],
  losses: [],
  trouble: null,
});
