/** Which round the workbook is for. */
import type { Round } from "../../shared/api/rounds.ts";

interface Remembered {
  /** In the workbook itself. */
  readonly workbook: string | null;
  /** Chosen last on this machine. */
  readonly machine: string | null;
}

/** The workbook's own, else the only one that is open, else the one used last; null leaves it to the officer. */
export function chooseRoundId(rounds: readonly Round[], { workbook, machine }: Remembered): string | null {
  const isThere = (id: string | null): boolean => rounds.some((round) => round.id === id);
  if (isThere(workbook)) return workbook;
  const [only, ...others] = rounds.filter(({ state }) => state === "open");
  if (only && others.length === 0) return only.id;
  return isThere(machine) ? machine : null;
}
