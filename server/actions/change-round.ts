/** Changing what a round asks. What has been submitted was judged by its terms, so some of them stay from then on. */
import { isDeepStrictEqual } from "node:util";
import type { Round, RoundTerms } from "../../shared/api/rounds.ts";
import { Problem } from "../problem.ts";
import { appendAudit, type Actor } from "../store/audit.ts";
import type { Writing } from "../store/database.ts";
import { appendRoundEvent } from "../store/round-events.ts";
import { addMembers, dropMembers, keptTermsSchema } from "../store/rounds.ts";
import { checkDeadline, checkExpected, checkPreviousRound, checkRules, checkYears, tidyTerms } from "./round-terms.ts";
import { readRound, type RoundKeeper } from "./rounds.ts";

type Changes = Partial<RoundTerms>;
/** As the request's shape gives it. */
type Given = { readonly [Name in keyof RoundTerms]?: RoundTerms[Name] | undefined };

/** What no longer changes once somebody has submitted. */
const FIXED: Readonly<Partial<Record<keyof RoundTerms, { what: string; whatEn: string }>>> = {
  fromYear: { what: "giai đoạn của kế hoạch", whatEn: "the plan's years" },
  toYear: { what: "giai đoạn của kế hoạch", whatEn: "the plan's years" },
  formIds: { what: "các biểu mẫu", whatEn: "its forms" },
  needsSignOff: { what: "việc ký duyệt", whatEn: "whether it needs sign-off" },
};

/** @throws Problem not-found, unfit-terms or round-in-use */
export async function changeRound(
  { store, nudge }: RoundKeeper,
  given: Given,
  { roundId, by }: { roundId: string; by: Actor | null },
): Promise<Round> {
  const changed = await store.write(async (tx) => {
    const at = new Date().toISOString();
    const round = await readRound(tx, roundId);
    const changes = whatDiffers(round, tidyTerms(given));
    if (Object.keys(changes).length === 0) return round;
    await checkChanges(tx, { round, changes, at });
    await keepTerms(tx, { ...round, ...changes });
    const members = await changeMembers(tx, round, changes.expectedIds ?? round.expectedIds);
    await appendAudit(tx, {
      at,
      actor: by,
      organisationId: round.ownerId,
      action: "change-round",
      subject: `round ${roundId}`,
      details: { ...beforeAndAfter(round, changes), ...members },
    });
    await appendRoundEvent(tx, { roundId, organisationId: null, what: "round-changed", version: null, at, by });
    return readRound(tx, roundId);
  });
  nudge("round-event");
  return changed;
}

const whatDiffers = (round: Round, given: Given): Changes =>
  Object.fromEntries(
    Object.entries(given).filter(
      ([name, value]) => value !== undefined && !isDeepStrictEqual(value, round[name as keyof RoundTerms]),
    ),
  );

interface Asked {
  readonly round: Round;
  readonly changes: Changes;
  readonly at: string;
}

async function checkChanges(tx: Writing, { round, changes, at }: Asked): Promise<void> {
  checkYears({ ...round, ...changes });
  if (changes.deadline !== undefined) checkDeadline(changes.deadline, at);
  checkRules(changes);
  if (changes.previousRoundId !== undefined)
    await checkPreviousRound(tx, changes.previousRoundId, { ownerId: round.ownerId, roundId: round.id });
  const known = new Set(round.expectedIds);
  const added = (changes.expectedIds ?? []).filter((id) => !known.has(id));
  await checkExpected(tx, round.ownerId, added);
  await checkFixed(tx, round, changes);
}

/** @throws Problem round-in-use */
async function checkFixed(tx: Writing, round: Round, changes: Changes): Promise<void> {
  const submitters = await tx
    .selectFrom("version")
    .innerJoin("organisation", "organisation.id", "version.organisation_id")
    .select(["organisation.id", "organisation.name"])
    .distinct()
    .where("version.round_id", "=", round.id)
    .execute();
  if (submitters.length === 0) return;
  const fixed = (Object.keys(changes) as (keyof RoundTerms)[]).map((name) => FIXED[name]).find((facts) => facts);
  if (fixed) throw new Problem("round-in-use", fixed);
  const expected = changes.expectedIds ? new Set(changes.expectedIds) : null;
  const dropped = expected === null ? undefined : submitters.find(({ id }) => !expected.has(id));
  if (dropped)
    throw new Problem("round-in-use", {
      what: `việc yêu cầu ${dropped.name} nộp`,
      whatEn: `what it expects of ${dropped.name}`,
    });
}

async function keepTerms(tx: Writing, round: Round): Promise<void> {
  const terms = keptTermsSchema.parse(round);
  await tx
    .updateTable("round")
    .set({ name: terms.name, deadline: terms.deadline, terms: JSON.stringify(terms) })
    .where("id", "=", round.id)
    .execute();
}

/** Those who stay keep what they were given (a reopening). */
async function changeMembers(
  tx: Writing,
  round: Round,
  expectedIds: readonly string[],
): Promise<{ addedIds?: readonly string[]; droppedIds?: readonly string[] }> {
  const before = new Set(round.expectedIds);
  const after = new Set(expectedIds);
  const addedIds = expectedIds.filter((id) => !before.has(id));
  const droppedIds = round.expectedIds.filter((id) => !after.has(id));
  await addMembers(tx, round.id, addedIds);
  await dropMembers(tx, round.id, droppedIds);
  return { ...(addedIds.length > 0 ? { addedIds } : {}), ...(droppedIds.length > 0 ? { droppedIds } : {}) };
}

/** Who came and who went is told by itself. */
function beforeAndAfter(round: Round, changes: Changes): Record<string, unknown> {
  const names = (Object.keys(changes) as (keyof RoundTerms)[]).filter((name) => name !== "expectedIds");
  return {
    before: Object.fromEntries(names.map((name) => [name, round[name]])),
    after: Object.fromEntries(names.map((name) => [name, changes[name]])),
  };
}
