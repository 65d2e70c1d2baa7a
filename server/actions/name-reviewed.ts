/** A submission under review as an e-mail tells of it: the round and the organisation by their names. */
import type { Reviewed } from "../mail/notices.ts";
import type { Database } from "../store/database.ts";
import type { SubmissionPlace } from "../store/submissions.ts";

export async function nameReviewed(
  db: Database,
  { roundId, organisationId }: SubmissionPlace,
  told: Pick<Reviewed, "version" | "why">,
): Promise<Reviewed & { readonly ownerId: string }> {
  const names = await db
    .selectFrom("round")
    .innerJoin("organisation", (join) => join.on("organisation.id", "=", organisationId))
    .select(["round.name as round", "round.owner_id as ownerId", "organisation.name as organisation"])
    .where("round.id", "=", roundId)
    .executeTakeFirstOrThrow();
  return {
    ...told,
    ownerId: names.ownerId,
    round: { id: roundId, name: names.round },
    organisation: { id: organisationId, name: names.organisation },
  };
}
