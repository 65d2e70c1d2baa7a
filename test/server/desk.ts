/** What the tests of submissions share: a service, two officers of one province, one of another, a reviewer, and sheets to send. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Context } from "mocha";
import type { RoundTerms } from "../../shared/api/rounds.ts";
import type { SubmissionBody } from "../../shared/api/submissions.ts";
import type { Explanation } from "../../shared/submission.ts";
import type { Grid } from "../../shared/grid.ts";
import { readWorkbookFile } from "../../server/workbook/read.ts";
import { gridOf, PHASE_YEAR, withCells, type Value } from "../builders.ts";
import { openScene, type Scene } from "./accounts.ts";
import { addOpenRound, bodyOf, MINISTRY } from "./rounds.ts";
import { addPerson, type DatabaseKind, type Person } from "./service.ts";

export const PROVINCE = "tinh-vinh-long";
export const OTHER_PROVINCE = "tinh-nghe-an";

export interface Place {
  readonly roundId: string;
  readonly organisationId: string;
}

export interface Desk extends Scene {
  readonly reviewer: Person;
  readonly officer: Person;
  readonly colleague: Person;
  /** Of the other province. */
  readonly neighbour: Person;
  /** A new open round that expects the first province, or whom the terms say. */
  readonly newPlace: (terms?: Partial<RoundTerms>) => Promise<Place>;
}

export async function openDesk(
  kind: DatabaseKind,
  test: Context,
  env: Readonly<Record<string, string>> = {},
): Promise<Desk> {
  const scene = await openScene(kind, test, env);
  const { administrator, url } = scene;
  const add = (organisationId: string, role: "submitter" | "reviewer"): Promise<Person> =>
    addPerson(administrator, { url, organisationId, role });
  return {
    ...scene,
    reviewer: await add(MINISTRY, "reviewer"),
    officer: await add(PROVINCE, "submitter"),
    colleague: await add(PROVINCE, "submitter"),
    neighbour: await add(OTHER_PROVINCE, "submitter"),
    newPlace: async (terms = {}) => ({
      roundId: await addOpenRound(administrator, { expectedIds: [PROVINCE], ...terms }),
      organisationId: PROVINCE,
    }),
  };
}

export const fixturePath = (name: string): string => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
export const fixtureBytes = (name: string): Promise<Buffer> => readFile(fixturePath(name));

export async function fixtureGrids(name: string): Promise<readonly Grid[]> {
  const read = await readWorkbookFile(fixturePath(name));
  if (!read.ok) throw new Error(read.en);
  return read.grids;
}

/** A right appendix of eight rows, with some cells changed. */
export const sheet = (changes: Readonly<Record<string, Value>> = {}): Grid =>
  gridOf(withCells(PHASE_YEAR, changes), { name: "PL1" });

/** The right appendix, so that versions differ. */
export const sheetNamed = (name: string): Grid => sheet({ B7: name });

/** What is sent to submit the right appendix, with some cells changed. */
export const body = (
  changes: Readonly<Record<string, Value>> = {},
  more: Partial<SubmissionBody> = {},
): SubmissionBody => bodyOf([sheet(changes)], more);

/** What is sent to have a file read that was sent before. */
export const bodyFromFile = (fileId: string, more: Partial<SubmissionBody> = {}): SubmissionBody => ({
  ...bodyOf([]),
  sheets: undefined,
  readFromFileId: fileId,
  ...more,
});

/** The wire's sheets of grids. */
export const wire = (grids: readonly Grid[]): NonNullable<SubmissionBody["sheets"]> =>
  grids as NonNullable<SubmissionBody["sheets"]>;

export const explanation = (more: Partial<Explanation> = {}): Explanation => ({
  rule: "number-gap",
  variant: "standard",
  sheet: "PL1",
  cell: "A8",
  text: "Số thứ tự theo danh mục đã được phê duyệt.",
  ...more,
});
