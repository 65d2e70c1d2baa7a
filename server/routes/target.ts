/** What authorise has loaded for the routes whose address names it. */
import { NOT_FOUND } from "../authorise.ts";
import { Problem } from "../problem.ts";
import type { Target } from "../service.ts";

export function roundOf({ round }: Target): NonNullable<Target["round"]> {
  if (!round) throw new Problem("not-found", NOT_FOUND.round);
  return round;
}
