/** Findings → what is marked on a sheet. */
import type { TellableFinding } from "../checking/report.ts";
import type { Mark } from "../host/port.ts";

/** A hint is said in the list; colours are kept for what matters. */
export const marksOf = (findings: readonly TellableFinding[], sheet: string): readonly Mark[] =>
  findings.flatMap(({ sheet: on, severity, cells }) =>
    on === sheet && severity !== "info" ? [{ severity, cells }] : [],
  );
