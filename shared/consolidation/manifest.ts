/**
 * What a consolidation is made from, as it stood at one moment: kept for ever, so that it can be made again. Its fields are
 * never renamed and their meaning never changes.
 */
import * as z from "zod";
import { FORM_IDS } from "../appendix.ts";
import { UNITS } from "../money.ts";
import { ORGANISATION_KINDS } from "../organisation-kinds.ts";
import { SUBMISSION_STATES } from "../submission-states.ts";

const roundSchema = z.object({
  id: z.string(),
  /** "" where files are merged outside any round. */
  name: z.string(),
  fromYear: z.int(),
  toYear: z.int(),
  /** The unit its workbooks show. */
  unit: z.enum(UNITS),
  /** ISO time; null where none was set. */
  deadline: z.string().nullable(),
  formIds: z.array(z.enum(FORM_IDS)).readonly(),
});

const organisationSchema = z.object({
  id: z.string(),
  parentId: z.string().nullable(),
  name: z.string(),
  kind: z.enum(ORGANISATION_KINDS),
  /** Whom its tasks have passed to since. */
  successorId: z.string().nullable(),
  isExpected: z.boolean(),
  state: z.enum(SUBMISSION_STATES),
  isLate: z.boolean(),
  submittedAt: z.string().nullable(),
  /** Its money is in the totals. */
  included: z.boolean(),
  version: z.int().nullable(),
  receipt: z.string().nullable(),
  contentSha256: z.string().nullable(),
  fileName: z.string().nullable(),
});
export type ManifestOrganisation = Readonly<z.infer<typeof organisationSchema>>;

export const manifestSchema = z.object({
  round: roundSchema,
  /** ISO time at which all of this was so. */
  asOf: z.string(),
  rulesVersion: z.string(),
  /** "then": by the organisations of their time; "today": under those that took over their tasks. */
  era: z.enum(["then", "today"]),
  /** By what the money is grouped: who submits, their province, or all in one. */
  level: z.enum(["organisation", "province", "root"]),
  organisations: z.array(organisationSchema).readonly(),
});
export type Manifest = Readonly<z.infer<typeof manifestSchema>>;
