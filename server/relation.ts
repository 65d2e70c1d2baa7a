/** Where one organisation stands, seen from another. */
import type { Relation } from "./permissions.ts";
import type { Database } from "./store/database.ts";
import { branchOf } from "./store/organisations.ts";

export async function relationOf(db: Database, from: string, target: string): Promise<Relation> {
  if (from === target) return "own";
  if ((await branchOf(db, target)).includes(from)) return "below";
  return (await branchOf(db, from)).includes(target) ? "above" : "beside";
}
