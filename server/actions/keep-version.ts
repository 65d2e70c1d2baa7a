/** The write that makes a version: every check is made again in it, so that of two officers one is told of the other. */
import type { SubmissionState } from "../../shared/submission-states.ts";
import type { Receipt } from "../../shared/api/submissions.ts";
import type { Bilingual } from "../../shared/rule.ts";
import { CORE_VERSION } from "../../shared/version.ts";
import { NOT_FOUND } from "../authorise.ts";
import type { JudgedContent } from "../judging/tasks.ts";
import { malformed, Problem } from "../problem.ts";
import { atPlace } from "../store/at-place.ts";
import { appendAudit } from "../store/audit.ts";
import type { Writing } from "../store/database.ts";
import { dropSubmittedDraft, type SavedDraft } from "../store/drafts.ts";
import { hasFile } from "../store/files.ts";
import {
  findVersionByKey,
  findVersionHead,
  nextReceiptNumber,
  receiptOf,
  type VersionHead,
} from "../store/receipts.ts";
import { readTerms } from "../store/rounds.ts";
import { findSubmission } from "../store/submissions.ts";
import type { VersionTable } from "../store/tables.ts";
import { putAside } from "./drafts.ts";
import { moveState } from "./states.ts";
import type { SubmitRequest } from "./submit-request.ts";
import { admitNow, type Submitting } from "./submitting.ts";

export type Outcome =
  | { readonly kind: "kept" | "unchanged"; readonly receipt: Receipt }
  | { readonly kind: "key-reused" }
  | { readonly kind: "locked"; readonly draft: SavedDraft }
  | Conflict;

export interface Conflict {
  readonly kind: "conflict";
  readonly latest: VersionHead;
  readonly draft: SavedDraft;
}

interface JudgedRequest {
  readonly request: SubmitRequest;
  readonly judged: JudgedContent;
  /** Drafts saved later hold something else. */
  readonly startedAt: string;
}

/** In the other states nothing stands: what was returned or given back may come again as it was. */
const STANDING: ReadonlySet<SubmissionState> = new Set(["prepared", "submitted", "accepted"]);

/** @throws Problem only where nothing has to be kept */
export async function keepVersion(tx: Writing, submitting: Submitting, sent: JudgedRequest): Promise<Outcome> {
  const { place, by } = submitting;
  const { request, judged } = sent;
  const known = await findVersionByKey(tx, place, request.idempotencyKey);
  if (known && known.request_sha256 !== request.sha256) return { kind: "key-reused" };
  if (known) return { kind: "kept", receipt: await receiptOf(tx, place, known) };
  const at = new Date().toISOString();
  const { round, isLate } = await admitNow(tx, place, at);
  const submission = await findSubmission(tx, place);
  const latest = await findVersionHead(tx, place, submission?.latest_version ?? 0);
  if (latest?.sha256 === judged.sha256 && submission && STANDING.has(submission.state))
    return { kind: "unchanged", receipt: await receiptOf(tx, place, latest) };
  const draft = { place, by, at, content: judged.content };
  if (submission?.is_locked === 1) return { kind: "locked", draft: await putAside(tx, draft) };
  if (request.replaces > (latest?.number ?? 0)) throw malformed("body.replaces", noSuchVersion(latest?.number ?? 0));
  if (latest && request.replaces < latest.number) return { kind: "conflict", latest, draft: await putAside(tx, draft) };
  const action = readTerms(round).needsSignOff ? "prepare" : "submit";
  return { kind: "kept", receipt: await addVersion(tx, submitting, { ...sent, at, isLate, action }) };
}

const noSuchVersion = (latest: number): Bilingual =>
  latest === 0
    ? { vi: "chưa có bản nào được nộp, xin gửi 0", en: "no version has been submitted yet: please send 0" }
    : { vi: `bản mới nhất là bản ${String(latest)}`, en: `the latest version is ${String(latest)}` };

interface NewVersion extends JudgedRequest {
  readonly at: string;
  readonly isLate: boolean;
  readonly action: "submit" | "prepare";
}

async function addVersion(tx: Writing, { place, by }: Submitting, version: NewVersion): Promise<Receipt> {
  const { request, judged, startedAt, at } = version;
  // A file that was sent for another try may have made way for newer ones.
  if (request.fileId !== null && !(await hasFile(tx, place, request.fileId)))
    throw new Problem("not-found", NOT_FOUND.file);
  const number = ((await findSubmission(tx, place))?.latest_version ?? 0) + 1;
  const row = toRow(version, { number, receipt: await nextReceiptNumber(tx, at) });
  await tx
    .insertInto("version")
    .values({ ...row, round_id: place.roundId, organisation_id: place.organisationId, by_id: by.id, by_name: by.name })
    .execute();
  await moveState(tx, { ...place, action: version.action, version: number, why: "", by, at });
  await tx.updateTable("submission").set({ latest_version: number }).where(atPlace(place)).execute();
  for (const content of [judged.content, request.asDraft ?? judged.content])
    await dropSubmittedDraft(tx, { place, by, at: startedAt, content });
  await appendAudit(tx, {
    at,
    actor: by,
    organisationId: place.organisationId,
    action: "issue-receipt",
    subject: `submission ${place.roundId} ${place.organisationId}`,
    details: { version: number, receipt: row.receipt, sha256: row.sha256, fileId: row.file_id, isLate: version.isLate },
  });
  return receiptOf(tx, place, { ...row, by_name: by.name });
}

function toRow(
  { request, judged, at, isLate }: NewVersion,
  { number, receipt }: Pick<VersionTable, "number" | "receipt">,
): Omit<VersionTable, "round_id" | "organisation_id" | "by_id" | "by_name"> {
  const { summary } = judged;
  return {
    number,
    receipt,
    idempotency_key: request.idempotencyKey,
    request_sha256: request.sha256,
    sha256: judged.sha256,
    at,
    signed_off_at: null,
    signed_off_by_id: null,
    signed_off_by_name: null,
    is_late: isLate ? 1 : 0,
    signed_off_late: null,
    made_with: request.madeWith,
    judged_with: CORE_VERSION,
    line_items: summary.lineItems,
    errors: summary.errors,
    warnings: summary.warnings,
    total_dong: summary.totalDong,
    remarks: JSON.stringify(judged.remarks),
    sheet_names: JSON.stringify(judged.sheetNames),
    file_id: request.fileId,
    content: judged.content,
    judged: judged.judged,
    line_ids: judged.lineIds,
  };
}
