/** What may be done to a submission in each state, and the one place where its state changes. */
import type { RoundEventKind, SubmissionAction } from "../../shared/api/rounds.ts";
import { STATE_NAMES } from "../../shared/names.ts";
import type { SubmissionState } from "../../shared/submission-states.ts";
import type { Bilingual } from "../../shared/rule.ts";
import { Problem } from "../problem.ts";
import { appendAudit, type Actor } from "../store/audit.ts";
import type { Writing } from "../store/database.ts";
import { appendRoundEvent } from "../store/round-events.ts";
import { findSubmission, untouched, type SubmissionPlace } from "../store/submissions.ts";
import type { SubmissionTable } from "../store/tables.ts";

type NextStates = Readonly<Partial<Record<SubmissionAction, SubmissionState>>>;

/**
 * What is not listed can't be done. Saving a draft changes nothing of what has been submitted. What a reviewer has accepted is not
 * returned: it is unlocked, and keeps counting until a new version arrives. Accepted again, it is locked again.
 */
const NEXT: Readonly<Record<SubmissionState, NextStates>> = {
  missing: { "save-draft": "draft", submit: "submitted", prepare: "prepared" },
  draft: { "save-draft": "draft", submit: "submitted", prepare: "prepared" },
  prepared: {
    "save-draft": "prepared",
    submit: "submitted",
    prepare: "prepared",
    "sign-off": "submitted",
    withdraw: "draft",
  },
  submitted: {
    "save-draft": "submitted",
    submit: "submitted",
    prepare: "prepared",
    return: "returned",
    accept: "accepted",
    "request-unlock": "submitted",
    unlock: "submitted",
  },
  returned: { "save-draft": "returned", submit: "submitted", prepare: "prepared" },
  accepted: {
    "save-draft": "accepted",
    submit: "submitted",
    prepare: "prepared",
    accept: "accepted",
    "request-unlock": "accepted",
    unlock: "accepted",
  },
};

/** Actions after which it takes no new version, or takes one again. The others leave it as it was. */
const LOCKS_AFTER: Readonly<Partial<Record<SubmissionAction, 0 | 1>>> = {
  "sign-off": 1,
  accept: 1,
  return: 0,
  unlock: 0,
};

/** What those who watch the round hear of it. */
const EVENTS: Readonly<Record<SubmissionAction, RoundEventKind>> = {
  "save-draft": "draft-saved",
  submit: "submitted",
  prepare: "prepared",
  "sign-off": "signed-off",
  withdraw: "withdrawn",
  return: "returned",
  accept: "accepted",
  "request-unlock": "unlock-requested",
  unlock: "unlocked",
};

export const ACTION_NAMES: Readonly<Record<SubmissionAction, Bilingual>> = {
  "save-draft": { vi: "lưu bản nháp", en: "save a draft" },
  submit: { vi: "nộp", en: "submit" },
  prepare: { vi: "trình ký duyệt", en: "hand it over for sign-off" },
  "sign-off": { vi: "ký duyệt", en: "sign it off" },
  withdraw: { vi: "trả lại người lập", en: "give it back to the preparer" },
  return: { vi: "trả lại", en: "return it" },
  accept: { vi: "chấp nhận", en: "accept it" },
  "request-unlock": { vi: "đề nghị mở khóa", en: "ask for it to be unlocked" },
  unlock: { vi: "mở khóa", en: "unlock it" },
};

/** Null when it can't be done. */
export const nextState = (state: SubmissionState, action: SubmissionAction): SubmissionState | null =>
  NEXT[state][action] ?? null;

export const wrongState = (action: Bilingual, state: Bilingual): Problem =>
  new Problem("wrong-state", { action: action.vi, actionEn: action.en, state: state.vi, stateEn: state.en });

const UNLOCKED: Bilingual = { vi: "không khóa", en: "not locked" };
const OF_THE_LOCKED: ReadonlySet<SubmissionAction> = new Set(["request-unlock", "unlock"]);

export interface Move extends SubmissionPlace {
  readonly action: SubmissionAction;
  /** The version it is done to; null for a draft. */
  readonly version: number | null;
  readonly why: string;
  readonly by: Actor;
  readonly at: string;
}

/**
 * Moves the submission on and tells it: to its history, to the log and to those who watch the round (nudge "round-event" after
 * the write). Its latest_version is the business of who adds the version.
 * @throws Problem wrong-state, or submission-locked for a new version
 */
export async function moveState(tx: Writing, move: Move): Promise<SubmissionState> {
  const { action, at } = move;
  const before = (await findSubmission(tx, move)) ?? untouched(move, at);
  const to = nextState(before.state, action);
  if (to === null) throw wrongState(ACTION_NAMES[action], STATE_NAMES[before.state]);
  const isNewVersion = action === "submit" || action === "prepare";
  if (isNewVersion && before.is_locked === 1) throw new Problem("submission-locked");
  if (OF_THE_LOCKED.has(action) && before.is_locked === 0) throw wrongState(ACTION_NAMES[action], UNLOCKED);
  if (action === "accept" && before.state === "accepted" && before.is_locked === 1)
    throw wrongState(ACTION_NAMES.accept, STATE_NAMES.accepted);
  await keepState(tx, move, { before, to });
  // A draft is saved every little while: only the first one is news.
  if (action !== "save-draft" || to !== before.state) await tellMove(tx, move, { from: before.state, to });
  return to;
}

async function keepState(
  tx: Writing,
  { action, at, by, why }: Move,
  { before, to }: { before: SubmissionTable; to: SubmissionState },
): Promise<void> {
  const is_locked = LOCKS_AFTER[action] ?? before.is_locked;
  const asked = action === "request-unlock" ? JSON.stringify({ at, by: { id: by.id, name: by.name }, why }) : null;
  const unlock_request = is_locked === 1 ? (asked ?? before.unlock_request) : null;
  const changed = { state: to, is_locked, unlock_request, updated_at: at };
  await tx
    .insertInto("submission")
    .values({ ...before, ...changed })
    .onConflict((conflict) => conflict.columns(["round_id", "organisation_id"]).doUpdateSet(changed))
    .execute();
}

async function tellMove(
  tx: Writing,
  { roundId, organisationId, action, version, why, by, at }: Move,
  { from, to }: { from: SubmissionState; to: SubmissionState },
): Promise<void> {
  const last = await tx
    .selectFrom("state_change")
    .select(({ fn }) => fn.max("id").as("id"))
    .executeTakeFirst();
  await tx
    .insertInto("state_change")
    .values({
      id: (last?.id ?? 0) + 1,
      round_id: roundId,
      organisation_id: organisationId,
      version,
      action,
      from_state: from,
      to_state: to,
      why,
      at,
      by_id: by.id,
      by_name: by.name,
    })
    .execute();
  await appendRoundEvent(tx, { roundId, organisationId, what: EVENTS[action], version, at, by });
  await appendAudit(tx, {
    at,
    actor: by,
    organisationId,
    action,
    subject: submissionSubject({ roundId, organisationId }),
    details: { from, to, version, why },
  });
}

/** As the log names it. */
export const submissionSubject = ({ roundId, organisationId }: SubmissionPlace): string =>
  `submission ${roundId} ${organisationId}`;
