/** Which rows are those of one organisation in one round. */
import { sql, type RawBuilder, type SqlBool } from "kysely";
import type { SubmissionPlace } from "./submissions.ts";

/** @param table where the question is to several */
export function atPlace({ roundId, organisationId }: SubmissionPlace, table?: "version"): RawBuilder<SqlBool> {
  const column = (name: string) => sql.ref(table === undefined ? name : `${table}.${name}`);
  return sql`(${column("round_id")} = ${roundId} and ${column("organisation_id")} = ${organisationId})`;
}
