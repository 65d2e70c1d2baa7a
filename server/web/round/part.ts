/** One part of a round's page, below its head. */
import type { TemplateResult } from "lit-html";
import type { Round } from "../../../shared/api/rounds.ts";
import type { SubmissionState } from "../../../shared/submission-states.ts";
import type { Scope } from "../page.ts";
import type { AskSums } from "./ask-sums.ts";

export interface RoundPart {
  render(): TemplateResult;
  /** Something has happened in the round: what is shown may be old. Called at most once in a few seconds. */
  refresh(): void;
  close(): void;
}

/** What the parts of a page know in common. */
export interface RoundKnowledge {
  readonly askSums: AskSums;
  /** How far an organisation is, as the list above tells it; null for whom it has not. */
  readonly stateOf: (organisationId: string) => SubmissionState | null;
}

export type OpenRoundPart = (scope: Scope, round: Round, known: RoundKnowledge) => RoundPart;
