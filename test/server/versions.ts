/** A submission as it stands in the database, for tests of what reads it. */
import type { SubmissionTable, VersionTable } from "../../server/store/tables.ts";
import type { Store } from "../../server/store/database.ts";
import { newId, sha256 } from "../../server/store/ids.ts";

interface Put {
  readonly roundId: string;
  readonly organisationId: string;
  readonly submission?: Partial<SubmissionTable>;
  readonly version?: Partial<VersionTable>;
}

export async function putVersion(
  store: Store,
  { roundId, organisationId, submission = {}, version = {} }: Put,
): Promise<void> {
  const at = new Date().toISOString();
  const place = { round_id: roundId, organisation_id: organisationId };
  await store.write(async (tx) => {
    await tx
      .insertInto("submission")
      .values({
        ...place,
        state: "submitted",
        is_locked: 0,
        unlock_request: null,
        latest_version: 1,
        updated_at: at,
        ...submission,
      })
      .execute();
    await tx
      .insertInto("version")
      .values({
        ...place,
        number: 1,
        receipt: newId(),
        idempotency_key: newId(),
        request_sha256: sha256("request"),
        sha256: sha256("content"),
        at,
        by_id: "nguoi-lap",
        by_name: "Người lập",
        signed_off_at: null,
        signed_off_by_id: null,
        signed_off_by_name: null,
        is_late: 0,
        signed_off_late: null,
        made_with: null,
        judged_with: "0.2.0",
        line_items: 12,
        errors: 0,
        warnings: 3,
        total_dong: 53_930_320_000,
        remarks: JSON.stringify({ missingForms: [], sheetsOfOtherYears: [] }),
        sheet_names: JSON.stringify(["PL1"]),
        file_id: null,
        content: "{}",
        judged: "{}",
        line_ids: "{}",
        ...version,
      })
      .execute();
  });
}
