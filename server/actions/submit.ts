/** Submitting: judged first, then kept in one write that sees everything as it is at that moment. */
import { sayStops } from "../../shared/api/stops.ts";
import type { Receipt, SubmissionBody } from "../../shared/api/submissions.ts";
import { policyOf } from "../judging/policy.ts";
import { refusedProblem } from "../judging/refused.ts";
import type { JudgedContent } from "../judging/tasks.ts";
import { Problem } from "../problem.ts";
import type { Service } from "../service.ts";
import { linesBefore } from "../store/stored-lines.ts";
import { findVersionByKey, receiptOf } from "../store/receipts.ts";
import { readTerms } from "../store/rounds.ts";
import { conflictProblem } from "./conflict.ts";
import { putAside } from "./drafts.ts";
import { keepVersion, type Outcome } from "./keep-version.ts";
import { readRequest, textOf, type RequestText, type SubmitRequest } from "./submit-request.ts";
import { admitNow, type Submitting } from "./submitting.ts";

/** @throws Problem for everything that keeps it from becoming a version; content that was judged is then the person's draft */
export async function submit(service: Service, body: SubmissionBody, submitting: Submitting): Promise<Receipt> {
  const { place } = submitting;
  const startedAt = new Date().toISOString();
  const text = textOf(body);
  const before = await findEarlierReceipt(service, submitting, { body, text });
  if (before) return before;
  const { round } = await admitNow(service.db, place, startedAt);
  const request = await readRequest(service.db, place, { body, text });
  const terms = readTerms(round);
  const judged = await service.judge.judgeContent({
    content: request.content,
    policy: policyOf(terms),
    before: await linesBefore(service.db, place, terms.previousRoundId),
  });
  if (!judged.ok) throw refusedProblem(judged);
  await mustNotBeStopped(service, submitting, judged);
  const outcome = await service.store.write((tx) => keepVersion(tx, submitting, { request, judged, startedAt }));
  service.nudge("round-event");
  return answerTo(service, submitting, { request, judged, outcome });
}

/** Asked again because the answer did not arrive: the same receipt, though the round may have closed since. */
async function findEarlierReceipt(
  { db }: Service,
  { place }: Submitting,
  { body, text }: { body: SubmissionBody; text: RequestText },
): Promise<Receipt | null> {
  const known = await findVersionByKey(db, place, body.idempotencyKey);
  if (!known) return null;
  if (known.request_sha256 !== text.sha256) throw new Problem("idempotency-key-reused");
  return receiptOf(db, place, known);
}

/** What can't be submitted yet is kept as a draft, so that no work is lost. */
async function mustNotBeStopped(service: Service, { place, by }: Submitting, judged: JudgedContent): Promise<void> {
  const { noAppendix, count, counts, findings } = judged.stops;
  if (noAppendix) throw new Problem("no-appendix");
  if (count === 0) return;
  const at = new Date().toISOString();
  const draft = await service.store.write((tx) => putAside(tx, { place, by, at, content: judged.content }));
  service.nudge("round-event");
  const { vi, en } = sayStops(counts);
  throw new Problem(
    "stops-submission",
    { count, ...counts, what: vi, whatEn: en },
    { findings, ...judged.remarks, draft },
  );
}

async function answerTo(
  service: Service,
  { place }: Submitting,
  { request, judged, outcome }: { request: SubmitRequest; judged: JudgedContent; outcome: Outcome },
): Promise<Receipt> {
  switch (outcome.kind) {
    case "kept":
      return outcome.receipt;
    case "key-reused":
      throw new Problem("idempotency-key-reused");
    case "unchanged":
      throw new Problem("unchanged", { version: outcome.receipt.version }, { receipt: outcome.receipt });
    case "locked":
      throw new Problem("submission-locked", {}, { draft: outcome.draft });
    case "conflict":
      throw await conflictProblem(service, place, { request, judged, outcome });
  }
}
