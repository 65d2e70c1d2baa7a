/** One view of a submission, below the head that all of them share. */
import type { TemplateResult } from "lit-html";
import type { Round } from "../../../shared/api/rounds.ts";
import type { SubmissionAnswer } from "../../../shared/api/submissions.ts";
import type { Scope } from "../page.ts";
import type { PlaceOf } from "../places.ts";

/** What is looked at: given anew whenever the address or the submission has changed. */
export interface ShownSubmission {
  readonly round: Round;
  readonly submission: SubmissionAnswer;
  /** Of the organisation that submits. */
  readonly organisationName: string;
  /** For this organisation alone: asked for where the round is closed and who looks submits. */
  readonly reopenedUntil: string | null;
  readonly place: PlaceOf<"submission">;
  /** The version that is shown: the address's, else the latest. */
  readonly version: number;
}

export interface SubmissionPart {
  render(): TemplateResult;
  show(shown: ShownSubmission): void;
  close(): void;
}

/** Opened only where there is a version. */
export type OpenSubmissionPart = (scope: Scope, shown: ShownSubmission) => SubmissionPart;
