/** What the pane knows of the service: who is signed in, the round, what was sent and what came back. */
import type * as z from "zod";
import type { FormId } from "../../shared/appendix.ts";
import type { RouteId, API, Answer } from "../../shared/api.ts";
import type { CommentAnswer } from "../../shared/api/reviews.ts";
import type { Round } from "../../shared/api/rounds.ts";
import type { meSchema } from "../../shared/api/sessions.ts";
import type { Receipt, SubmissionAnswer } from "../../shared/api/submissions.ts";
import type { ThreeWayChanges, VersionChanges } from "../../shared/compare-versions.ts";
import type { Grid } from "../../shared/grid.ts";
import type { Language } from "../../shared/money.ts";
import type { Bilingual } from "../../shared/rule.ts";
import type { Explanation } from "../../shared/submission.ts";
import type { ToldFinding } from "../../shared/api/findings.ts";
import type { Properties } from "../host/port.ts";
import type { Observed } from "../observed.ts";

export type Me = Readonly<z.infer<typeof meSchema>>;
type AnswerOf<Id extends RouteId> = Answer<(typeof API)[Id]>;
export type ConsolidationLine = AnswerOf<"listConsolidations">["consolidations"][number];

export type Account =
  /** Looking for a session kept from before. */
  | { readonly kind: "looking" }
  /** `oidcName`: what single sign-on is called here; null without. */
  | { readonly kind: "signed-out"; readonly oidcName: string | null }
  | { readonly kind: "must-change-password"; readonly me: Me }
  | { readonly kind: "signed-in"; readonly me: Me };

/** One submission on its way. It survives closing Excel, and is sent under one key until the service has answered. */
export interface OutboxEntry {
  readonly idempotencyKey: string;
  readonly roundId: string;
  readonly roundName: string;
  readonly organisationId: string;
  /** Who prepared it: another person signing in on this machine does not send it. */
  readonly personId: string;
  /** Milliseconds since 1970. */
  readonly madeAt: number;
  readonly workbook: string;
  readonly lineItems: number;
  readonly status:
    /** Waits for the service to be reached. */
    | { readonly kind: "waiting"; readonly tries: number; readonly nextTryAt: number | null }
    | { readonly kind: "sending" }
    /** The service wants it mended; nothing was kept there. */
    | { readonly kind: "refused"; readonly problem: Bilingual; readonly findings: readonly ToldFinding[] }
    | { readonly kind: "conflict"; readonly conflict: Conflict }
    | { readonly kind: "received"; readonly receipt: Receipt };
}

/** Somebody submitted first. */
export interface Conflict {
  readonly told: Bilingual;
  readonly latestVersion: number;
  /** Null where the service could not tell the difference. */
  readonly threeWays: ThreeWayChanges | null;
}

export type Choice = "mine" | "theirs" | "before";

/** What is written into the officer's sheet when a line is settled their way or as it was. */
export interface Settlement {
  readonly lineId: string;
  /** One field of the line, by its name in the comparison; the whole line where it is absent. */
  readonly field?: string;
  readonly choice: Choice;
}

export interface SyncState {
  /** Whether the last request reached the service. */
  readonly isReachable: boolean;
  readonly account: Account;
  /** What is under way, for "đang …"; null when nothing is. */
  readonly busy: "signing-in" | "loading" | "comparing" | "submitting" | "merging" | "opening" | null;
  /** What went wrong last, in the service's own words. */
  readonly problem: Bilingual | null;
  readonly rounds: readonly Round[];
  readonly roundId: string | null;
  /** Of the chosen round and the person's organisation; null before it is known, or where it takes no part. */
  readonly submission: SubmissionAnswer | null;
  /** Until when a closed round was reopened for the person's organisation; null where it was not, undefined before it is known. */
  readonly reopenedUntil?: string | null | undefined;
  readonly comments: readonly CommentAnswer[];
  /** Since the latest version; null before it was asked for, or without one. */
  readonly changes: VersionChanges | null;
  readonly outbox: readonly OutboxEntry[];
  /** Of the chosen round, for those who may merge. */
  readonly consolidations: readonly ConsolidationLine[];
  readonly mayMerge: boolean;
}

/** What is to be sent. */
export interface Parcel {
  readonly sheets: readonly Grid[];
  readonly explanations: readonly Explanation[];
  readonly workbook: string;
  readonly lineItems: number;
}

export interface Sync extends Observed<SyncState> {
  signIn(email: string, password: string): Promise<void>;
  /** In a window of its own (see `Surroundings.openSignIn`). */
  signInWithOidc(): Promise<void>;
  changePassword(current: string, next: string): Promise<void>;
  signOut(everywhere: boolean): Promise<void>;
  chooseRound(roundId: string): Promise<void>;
  refresh(): Promise<void>;
  /** What would be new against the latest version. */
  compare(sheets: readonly Grid[]): Promise<void>;
  /** Puts it into the outbox and tries to send it. @returns its key */
  submit(parcel: Parcel): Promise<string>;
  /** Tries what waits, now. */
  sendNow(): Promise<void>;
  /** Takes an entry that was refused, conflicts or was received out of the list. One that waits is asked about first. */
  discard(idempotencyKey: string): Promise<void>;
  /** Which cells change when a conflict is settled so; lines that can't be put into the sheet by themselves are told. */
  settle(idempotencyKey: string, settlements: readonly Settlement[], sheets: readonly Grid[]): Promise<Settled>;
  resolveComment(commentId: string): Promise<void>;
  requestUnlock(why: string): Promise<void>;
  readTemplate(form: FormId): Promise<Uint8Array | null>;
  merge(): Promise<void>;
  readConsolidation(id: string): Promise<Uint8Array | null>;
  /** An address that works once, for a minute, without the session's token. */
  consolidationTicket(id: string): Promise<string | null>;
  dismissProblem(): void;
  close(): void;
}

export interface Settled {
  /** By sheet's name. */
  readonly edits: readonly {
    readonly sheet: string;
    readonly cell: string;
    readonly was: string | number | boolean | null;
    readonly value: string | number;
  }[];
  /** Lines to be put in or taken out by hand. */
  readonly byHand: readonly Bilingual[];
}

/** What the sender needs of the page it runs in. */
export interface Surroundings {
  /** "" for the page's own origin. */
  readonly base: string;
  readonly language: () => Language;
  readonly now: () => number;
  /** The open workbook as parcels name it, so that a receipt that comes after a restart goes into the right one; "" where it has no name yet. */
  readonly workbook: () => string;
  /** Shows the sign-in page in a window and gives what it came back with ("code=…"); null when it was closed. */
  readonly openSignIn: (address: string) => Promise<string | null>;
  /** Which workbook this is, from its own properties. */
  readonly readProperties: () => Promise<Properties>;
  /** Rejects where Excel refuses: then it is tried again later. */
  readonly writeProperties: (properties: Properties) => Promise<void>;
}
