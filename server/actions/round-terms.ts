/** Whether what a round asks makes sense: what the shape of the request can't tell. */
import { LONGEST_PLAN_YEARS, type RoundTerms } from "../../shared/api/rounds.ts";
import { crashedRule } from "../../shared/rules/crashed-rule.ts";
import { rules } from "../../shared/rules/index.ts";
import type { Bilingual } from "../../shared/rule.ts";
import { Problem } from "../problem.ts";
import type { Database } from "../store/database.ts";
import { idsBelow } from "../store/organisations.ts";

/** A crash must never look like a pass, whatever a round says. */
const NEVER_OVERRIDDEN = crashedRule.id;
const RULE_IDS: ReadonlySet<string> = new Set(rules.map((rule) => rule.id));
/** Plans reach until 2100 (yearSchema). */
const AFTER_LAST_YEAR = "2101";

/** @param term which of them it is about: there forms tell it */
export const unfit = (term: keyof RoundTerms, { vi, en }: Bilingual): Problem =>
  new Problem("unfit-terms", { term, why: vi, whyEn: en });

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
  if (toYear < fromYear) throw unfit("toYear", { vi: "năm cuối trước năm đầu", en: "it ends before it begins" });
  if (toYear - fromYear >= LONGEST_PLAN_YEARS)
    throw unfit("toYear", {
      vi: `kế hoạch dài hơn ${String(LONGEST_PLAN_YEARS)} năm`,
      en: `it is longer than ${String(LONGEST_PLAN_YEARS)} years`,
    });
}

/** @throws Problem unfit-terms */
export function checkDeadline(deadline: string, now: string): void {
  if (deadline <= now) throw unfit("deadline", { vi: "thời hạn nộp đã qua", en: "its deadline has passed" });
  if (deadline >= AFTER_LAST_YEAR)
    throw unfit("deadline", { vi: "thời hạn nộp quá xa", en: "its deadline is too far away" });
}

/** @throws Problem unfit-terms */
export function checkRules({
  severityOverrides = {},
  explainedRuleIds = [],
}: Partial<Pick<RoundTerms, "severityOverrides" | "explainedRuleIds">>): void {
  checkKnown("severityOverrides", Object.keys(severityOverrides));
  checkKnown("explainedRuleIds", explainedRuleIds);
  if (Object.keys(severityOverrides).includes(NEVER_OVERRIDDEN))
    throw unfit("severityOverrides", {
      vi: `không thể đổi mức của “${NEVER_OVERRIDDEN}”`,
      en: `“${NEVER_OVERRIDDEN}” keeps its severity`,
    });
}

function checkKnown(term: keyof RoundTerms, ruleIds: readonly string[]): void {
  const unknown = ruleIds.find((id) => !RULE_IDS.has(id));
  if (unknown !== undefined)
    throw unfit(term, { vi: `không có quy tắc “${unknown}”`, en: `there is no rule “${unknown}”` });
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
      throw unfit("expectedIds", {
        vi: `“${id}” không phải đơn vị trực thuộc`,
        en: `“${id}” is no organisation below the owner`,
      });
    const name = closedNames.get(id);
    if (name !== undefined)
      throw unfit("expectedIds", { vi: `“${name}” đã ngừng hoạt động`, en: `“${name}” is closed` });
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
    throw unfit("previousRoundId", {
      vi: "đợt trước không phải một đợt khác của đơn vị này",
      en: "the previous round is no other round of its owner",
    });
}
