/** Whether a round takes a version from an organisation: as the service decides it, so that nobody is shown a way that leads nowhere. */
import type { ProgressLine, Round } from "../../../shared/api/rounds.ts";

export const isReopened = (until: string | null, now: number): boolean => until !== null && Date.parse(until) >= now;

/** What is locked has to be unlocked first: reopening the round does not do that. */
export function takesVersion(
  { state }: Pick<Round, "state">,
  { isLocked, reopenedUntil }: Pick<ProgressLine, "isLocked" | "reopenedUntil">,
  now: number,
): boolean {
  if (isLocked) return false;
  return state === "open" || (state === "closed" && isReopened(reopenedUntil, now));
}
