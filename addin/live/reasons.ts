/** Why a turn is taken: what happened since the last one. */
import type { Occasion } from "./state.ts";

/** Our own save is a check that was asked for, and then saved. */
type Checked = Exclude<Occasion, "saved-here">;

/** "language": told again in other words; nothing was checked. */
export type Reason = Checked | "language";

const BY_WEIGHT: readonly Checked[] = ["asked", "saved-by-excel", "opened", "live"];

/** The gravest is what the pane says of the turn; null where nothing asked for a check. */
export const gravestOf = (reasons: readonly Reason[]): Checked | null =>
  BY_WEIGHT.find((one) => reasons.includes(one)) ?? null;
