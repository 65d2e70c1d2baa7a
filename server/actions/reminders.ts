/** Who is still to submit in a round, and whom to remind there. */
import type * as z from "zod";
import type { overviewRoutes } from "../../shared/api/overviews.ts";
import { groupBy } from "../../shared/group-by.ts";
import type { Service } from "../service.ts";
import { expectedIdsOf, toRound } from "../store/rounds.ts";
import type { RoundTable } from "../store/tables.ts";
import { progressLines } from "./progress.ts";

type Reminders = z.infer<typeof overviewRoutes.listReminders.answer>;

/** What was prepared waits for a second person, and what was returned for the first. */
const YET_TO_SUBMIT: ReadonlySet<string> = new Set(["missing", "draft", "prepared", "returned"]);

/** By name. Of people only those who submit, and whose accounts are open. */
export async function listReminders({ db }: Pick<Service, "db">, row: RoundTable): Promise<Reminders> {
  const round = toRound(row, await expectedIdsOf(db, row.id));
  const lines = (await progressLines(db, round, round.expectedIds)).filter(({ state }) => YET_TO_SUBMIT.has(state));
  const people = await db
    .selectFrom("person")
    .innerJoin("round_member", "round_member.organisation_id", "person.organisation_id")
    .select(["person.organisation_id", "person.name", "person.email"])
    .where("round_member.round_id", "=", row.id)
    .where("person.role", "=", "submitter")
    .where("person.is_active", "=", 1)
    .orderBy("person.name")
    .execute();
  const byOrganisation = groupBy(people, (person) => person.organisation_id);
  return {
    lines: lines.map(({ organisationId, name, state, isLate }) => ({
      organisationId,
      name,
      state,
      isLate,
      people: (byOrganisation.get(organisationId) ?? []).map((person) => ({ name: person.name, email: person.email })),
    })),
  };
}
