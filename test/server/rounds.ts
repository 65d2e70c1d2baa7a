/** A round under way for tests: the ministry with its people, and provinces with sheets to submit. */
import { randomBytes } from "node:crypto";
import type { SubmissionBody } from "../../shared/api/submissions.ts";
import type { RoundTerms } from "../../shared/api/rounds.ts";
import type { Grid } from "../../shared/grid.ts";
import { addPerson, signInFirst, type Person, type ServiceProcess } from "./service.ts";

export const MINISTRY = "bo";

export const TERMS: RoundTerms = {
  name: "Kế hoạch ứng dụng CNTT 2016-2020",
  fromYear: 2016,
  toYear: 2020,
  formIds: [],
  unit: "million",
  deadline: "2099-12-31T16:59:59.000Z",
  expectedIds: [],
  severityOverrides: {},
  explainedRuleIds: [],
  needsSignOff: false,
  previousRoundId: null,
};

export interface OpenRound {
  readonly roundId: string;
  readonly administrator: Person;
  readonly reviewer: Person;
}

/** The first account's owner changes the password, adds a reviewer, and opens a round. */
export async function openRound(service: ServiceProcess, terms: Partial<RoundTerms>): Promise<OpenRound> {
  if (!service.firstAccount) throw new Error("somebody has signed in before");
  const administrator = await signInFirst(service.url, service.firstAccount);
  const reviewer = await addPerson(administrator, { url: service.url, organisationId: MINISTRY, role: "reviewer" });
  return { roundId: await addOpenRound(administrator, terms), administrator, reviewer };
}

export async function addOpenRound(administrator: Person, terms: Partial<RoundTerms>): Promise<string> {
  const { id } = await administrator.get("addRound", {
    params: { organisationId: MINISTRY },
    body: { ...TERMS, ...terms },
  });
  await administrator.get("openRound", { params: { roundId: id } });
  return id;
}

export const newKey = (): string => randomBytes(16).toString("hex");

/** What is sent to submit these sheets as the first version. */
export const bodyOf = (sheets: readonly Grid[], more: Partial<SubmissionBody> = {}): SubmissionBody => ({
  sheets: sheets as NonNullable<SubmissionBody["sheets"]>,
  explanations: [],
  idempotencyKey: newKey(),
  replaces: 0,
  attachedFileId: null,
  madeWith: null,
  ...more,
});
