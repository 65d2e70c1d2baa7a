/** Whether what a round asks makes sense: what the shape of the request can't tell. */
import type { RoundTerms } from "../../shared/api/rounds.ts";
import { rules } from "../../shared/rules/index.ts";
import { Problem } from "../problem.ts";
import type { Database } from "../store/database.ts";
import { idsBelow } from "../store/organisations.ts";

/** A crash must never look like a pass, whatever a round says. */
const NEVER_OVERRIDDEN = "crashed-rule";
const RULE_IDS: ReadonlySet<string> = new Set(rules.map((rule) => rule.id));
const LONGEST_PLAN_YEARS = 20;
/** Plans reach until 2100 (yearSchema). */
const AFTER_LAST_YEAR = "2101";

const unfit = (why: string, whyEn: string): Problem => new Problem("unfit-terms", { why, whyEn });

/** Times with milliseconds, as they are compared; nobody named twice. */
export const tidyTerms = <T extends { readonly [Name in keyof RoundTerms]?: RoundTerms[Name] | undefined }>(
  terms: T,
): T => ({
  ...terms,
  ...(terms.deadline === undefined ? {} : { deadline: new Date(terms.deadline).toISOString() }),
  ...(terms.formIds === undefined ? {} : { formIds: [...new Set(terms.formIds)] }),
  ...(terms.expectedIds === undefined ? {} : { expectedIds: [...new Set(terms.expectedIds)].sort() }),
  ...(terms.explainedRuleIds === undefined ? {} : { explainedRuleIds: [...new Set(terms.explainedRuleIds)] }),
});

/** @throws Problem unfit-terms */
export function checkYears({ fromYear, toYear }: Pick<RoundTerms, "fromYear" | "toYear">): void {
  if (toYear < fromYear) throw unfit("năm cuối trước năm đầu", "it ends before it begins");
  if (toYear - fromYear >= LONGEST_PLAN_YEARS)
    throw unfit(
      `kế hoạch dài hơn ${String(LONGEST_PLAN_YEARS)} năm`,
      `it is longer than ${String(LONGEST_PLAN_YEARS)} years`,
    );
}

/** @throws Problem unfit-terms */
export function checkDeadline(deadline: string, now: string): void {
  if (deadline <= now) throw unfit("thời hạn nộp đã qua", "its deadline has passed");
  if (deadline >= AFTER_LAST_YEAR) throw unfit("thời hạn nộp quá xa", "its deadline is too far away");
}

/** @throws Problem unfit-terms */
export function checkRules({
  severityOverrides = {},
  explainedRuleIds = [],
}: Partial<Pick<RoundTerms, "severityOverrides" | "explainedRuleIds">>): void {
  const named = [...Object.keys(severityOverrides), ...explainedRuleIds];
  const unknown = named.find((id) => !RULE_IDS.has(id));
  if (unknown !== undefined) throw unfit(`không có quy tắc “${unknown}”`, `there is no rule “${unknown}”`);
  if (Object.keys(severityOverrides).includes(NEVER_OVERRIDDEN))
    throw unfit(`không thể đổi mức của “${NEVER_OVERRIDDEN}”`, `“${NEVER_OVERRIDDEN}” keeps its severity`);
}

/**
 * Those newly expected stand below the owner and are not closed.
 * @throws Problem unfit-terms
 */
export async function checkExpected(db: Database, ownerId: string, addedIds: readonly string[]): Promise<void> {
  if (addedIds.length === 0) return;
  const below = new Set(await idsBelow(db, ownerId));
  const closed = await db.selectFrom("organisation").select(["id", "name"]).where("is_closed", "=", 1).execute();
  const closedNames = new Map(closed.map(({ id, name }) => [id, name]));
  for (const id of addedIds) {
    if (id === ownerId || !below.has(id))
      throw unfit(`“${id}” không phải đơn vị trực thuộc`, `“${id}” is no organisation below the owner`);
    const name = closedNames.get(id);
    if (name !== undefined) throw unfit(`“${name}” đã ngừng hoạt động`, `“${name}” is closed`);
  }
}

/** @throws Problem unfit-terms */
export async function checkPreviousRound(
  db: Database,
  previousRoundId: string | null,
  { ownerId, roundId }: { ownerId: string; roundId: string },
): Promise<void> {
  if (previousRoundId === null) return;
  const previous = await db.selectFrom("round").select("owner_id").where("id", "=", previousRoundId).executeTakeFirst();
  if (previous?.owner_id !== ownerId || previousRoundId === roundId)
    throw unfit(
      "đợt trước không phải một đợt khác của đơn vị này",
      "the previous round is no other round of its owner",
    );
}
