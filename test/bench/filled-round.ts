/** A round to which everybody has submitted, put straight into the database: for measuring what a long round costs. */
import { judgeContent } from "../../server/judging/judge-content.ts";
import { formerProvinceId, ROOT_ID } from "../../server/first-start.ts";
import type { Store } from "../../server/store/database.ts";
import { FORMER_PROVINCES } from "../../shared/provinces.ts";
import { addOpenRound } from "../server/rounds.ts";
import type { Person } from "../server/service.ts";
import { putVersion } from "../server/versions.ts";
import { largeSheet } from "./sheets.ts";

interface Filled {
  readonly administrator: Person;
  readonly store: Store;
  readonly organisationIds: readonly string[];
  readonly lineItems: number;
}

export const SIXTY_THREE: readonly string[] = FORMER_PROVINCES.map(({ name }) => formerProvinceId(name));

/** Communes below the root, so many. @returns their ids */
export async function addCommunes(store: Store, count: number): Promise<readonly string[]> {
  const created_at = new Date().toISOString();
  const rows = Array.from({ length: count }, (_, index) => ({
    id: `xa-${String(index + 1)}`,
    parent_id: ROOT_ID,
    kind: "commune" as const,
    name: `Xã số ${String(index + 1)}`,
    successor_id: null,
    is_closed: 0 as const,
    created_at,
  }));
  for (let from = 0; from < rows.length; from += 500)
    await store.write(async (tx) => {
      await tx
        .insertInto("organisation")
        .values(rows.slice(from, from + 500))
        .execute();
    });
  return rows.map(({ id }) => id);
}

/** @returns the round's id. Every organisation's sheet is another. */
export async function fillRound({ administrator, store, organisationIds, lineItems }: Filled): Promise<string> {
  const terms = { name: `Đợt ${String(organisationIds.length)} × ${String(lineItems)}`, expectedIds: organisationIds };
  const roundId = await addOpenRound(administrator, terms);
  const policy = { formsAsked: [], severityOverrides: {}, explainedRules: [], fromYear: 2016, toYear: 2020 };
  for (const [index, organisationId] of organisationIds.entries()) {
    const sheets = JSON.stringify([largeSheet(lineItems, { seed: index + 1 })]);
    const judged = judgeContent({ content: { kind: "sheets", sheets, explanations: "[]" }, policy, before: [] });
    if (!judged.ok) throw new Error("the sheet was refused");
    const { content, sha256, lineIds, summary, sheetNames } = judged;
    await putVersion(store, {
      roundId,
      organisationId,
      version: {
        content,
        judged: judged.judged,
        sha256,
        line_ids: lineIds,
        line_items: summary.lineItems,
        errors: summary.errors,
        warnings: summary.warnings,
        total_dong: summary.totalDong,
        sheet_names: JSON.stringify(sheetNames),
      },
    });
  }
  return roundId;
}
