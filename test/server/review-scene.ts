/** What the tests of reviewing share: a province's two officers, two reviewers of the ministry, and rounds in the state a case begins with. */
import type { Context } from "mocha";
import type { RoundTerms } from "../../shared/api/rounds.ts";
import type { SubmissionState } from "../../shared/submission-states.ts";
import type { Grid } from "../../shared/grid.ts";
import { gridOf, PHASE_YEAR, withCells, type Value } from "../builders.ts";
import { openScene, type AuditLine, type Scene } from "./accounts.ts";
import { addOpenRound, bodyOf, MINISTRY } from "./rounds.ts";
import { addPerson, type DatabaseKind, type Person } from "./service.ts";

export const PROVINCE = "tinh-vinh-long";

export interface Place {
  readonly roundId: string;
  readonly organisationId: string;
}

export interface ReviewScene extends Scene {
  /** Prepares (người lập). */
  readonly officer: Person;
  /** The second person of the same organisation (người duyệt). */
  readonly approver: Person;
  readonly reviewer: Person;
  readonly colleague: Person;
  readonly person: (organisationId: string, role: "submitter" | "reviewer" | "viewer") => Promise<Person>;
  readonly newRound: (terms?: Partial<RoundTerms>) => Promise<Place>;
}

export async function openReviewScene(
  kind: DatabaseKind,
  test: Context,
  env: Readonly<Record<string, string>> = {},
): Promise<ReviewScene> {
  const scene = await openScene(kind, test, env);
  const { url, administrator } = scene;
  const person: ReviewScene["person"] = (organisationId, role) =>
    addPerson(administrator, { url, organisationId, role });
  return {
    ...scene,
    officer: await person(PROVINCE, "submitter"),
    approver: await person(PROVINCE, "submitter"),
    reviewer: await person(MINISTRY, "reviewer"),
    colleague: await person(MINISTRY, "reviewer"),
    person,
    newRound: async (terms = {}) => ({
      roundId: await addOpenRound(administrator, { expectedIds: [PROVINCE], ...terms }),
      organisationId: PROVINCE,
    }),
  };
}

/** A right sheet that says something else in some cells. */
export const sheetWith = (changes: Readonly<Record<string, Value>> = {}): Grid =>
  gridOf(withCells(PHASE_YEAR, changes), { name: "PL1" });

/** The first version, or the next one after `replaces`; each says something of its own. */
export const submitNext = (
  by: Person,
  params: Place,
  { replaces = 0, sheets }: { replaces?: number; sheets?: readonly Grid[] } = {},
) =>
  by.get("submit", {
    params,
    body: bodyOf(sheets ?? [sheetWith({ M7: `Bản thứ ${String(replaces + 1)}` })], { replaces }),
  });

/** A round in which the province's submission is in this state, by its first version. */
export async function bringTo(scene: ReviewScene, state: SubmissionState): Promise<Place> {
  const place = await scene.newRound({ needsSignOff: state === "prepared" });
  const params = place;
  const sheets = [sheetWith()] as never;
  if (state === "missing") return place;
  if (state === "draft") {
    await scene.officer.get("saveDraft", { params, body: { replaces: 0, sheets, explanations: [] } });
    return place;
  }
  await submitNext(scene.officer, place);
  const body = { version: 1, why: "Đã xem.", comments: [] };
  if (state === "returned") await scene.reviewer.get("returnSubmission", { params, body });
  if (state === "accepted") await scene.reviewer.get("acceptSubmission", { params, body });
  return place;
}

/** What the log says of a submission, oldest first. */
export async function logOf(scene: Scene, { roundId, organisationId }: Place): Promise<readonly AuditLine[]> {
  const subject = `submission ${roundId} ${organisationId}`;
  return [...(await scene.audit())].reverse().filter((line) => line.subject === subject);
}

/** What those who watch the round heard of the organisation, in order. */
export async function heardOf({ store }: Scene, { roundId, organisationId }: Place): Promise<readonly string[]> {
  const rows = await store.db
    .selectFrom("round_event")
    .select(["what", "version"])
    .where("round_id", "=", roundId)
    .where("organisation_id", "=", organisationId)
    .orderBy("id")
    .execute();
  return rows.map(({ what, version }) => (version === null ? what : `${what} ${String(version)}`));
}
