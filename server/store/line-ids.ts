/** Which line item each line of a version is: as matched when it came, and as people corrected it since. */
import { atPlace } from "./at-place.ts";
import type { Database } from "./database.ts";
import type { SubmissionPlace } from "./submissions.ts";
import type { VersionTable } from "./tables.ts";

/** Key of the line → its identity. */
export type LineIds = Readonly<Record<string, string>>;

/** What people said wins over what was matched. Nobody is given a line item that another line has: correctLineIdentity sees to it. */
export async function correctedLineIds(
  db: Database,
  place: SubmissionPlace,
  { number, line_ids }: Pick<VersionTable, "number" | "line_ids">,
): Promise<LineIds> {
  const matched = JSON.parse(line_ids) as LineIds;
  const corrections = await db
    .selectFrom("line_correction")
    .select(["key", "line_id"])
    .where(atPlace(place))
    .where("version", "=", number)
    .orderBy("at")
    .execute();
  if (corrections.length === 0) return matched;
  return Object.fromEntries(
    new Map([...Object.entries(matched), ...corrections.map(({ key, line_id }) => [key, line_id] as const)]),
  );
}
