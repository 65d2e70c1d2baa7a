/** Rounds, organisations and versions for a consolidation, each case saying only what matters to it. */
import { consolidate, lineReader } from "../../shared/consolidation.ts";
import type { Consolidation, ConsolidatedLine, Manifest, SubmittedVersion } from "../../shared/consolidation.ts";
import type { ManifestOrganisation } from "../../shared/consolidation/manifest.ts";
import type { Totals } from "../../shared/consolidation/merge.ts";
import type { FindOverlaps } from "../../shared/consolidation/overlap-lines.ts";
import type { Grid } from "../../shared/grid.ts";
import type { Explanation } from "../../shared/submission.ts";
import { check } from "../builders.ts";

export const organisation = (
  id: string,
  { name = id, ...rest }: Partial<ManifestOrganisation> = {},
): ManifestOrganisation => ({
  id,
  parentId: null,
  name,
  kind: "province",
  successorId: null,
  isExpected: true,
  state: "accepted",
  isLate: false,
  submittedAt: "2025-11-20T03:00:00.000Z",
  included: true,
  version: 1,
  receipt: `BN-${id}`,
  contentSha256: "0f".repeat(32),
  fileName: null,
  ...rest,
});

export const manifestOf = (
  organisations: readonly ManifestOrganisation[],
  how: Partial<Omit<Manifest, "round">> & { round?: Partial<Manifest["round"]> } = {},
): Manifest => ({
  asOf: "2025-12-01T02:30:00.000Z",
  rulesVersion: "1.0",
  era: "then",
  level: "organisation",
  organisations,
  ...how,
  round: {
    id: "2026",
    name: "Kế hoạch ứng dụng CNTT năm 2026",
    fromYear: 2026,
    toYear: 2026,
    unit: "million",
    deadline: "2025-11-30T10:00:00.000Z",
    formIds: ["project-list-phase-year"],
    ...how.round,
  },
});

export function versionOf(
  organisationId: string,
  grids: readonly Grid[],
  more: { version?: number; fileName?: string; explanations?: readonly Explanation[] } = {},
): SubmittedVersion {
  const { plan, sheets, findings } = check(...grids);
  const appendices = sheets.flatMap(({ appendix }) => appendix ?? []);
  return { organisationId, version: 1, explanations: [], ...more, plan, appendices, findings };
}

export interface Merged {
  readonly consolidation: Consolidation;
  readonly lines: readonly ConsolidatedLine[];
}

export async function merge(
  manifest: Manifest,
  versions: readonly SubmittedVersion[],
  findOverlaps?: FindOverlaps,
): Promise<Merged> {
  const consolidation = await consolidate(manifest, () => versions, findOverlaps);
  const linesOf = lineReader(consolidation);
  return { consolidation, lines: versions.flatMap((version) => [...linesOf(version)]) };
}

/** Each workbook its own organisation: "a", "b", … */
export function mergeEach(...workbooks: readonly (readonly Grid[])[]): Promise<Merged> {
  const ids = workbooks.map((_, index) => String.fromCharCode(97 + index));
  const versions = workbooks.map((grids, index) => versionOf(ids[index] ?? "", grids));
  return merge(manifestOf(ids.map((id) => organisation(id))), versions);
}

export const columnsOf = ({ columns }: Consolidation): string[] =>
  columns.map(
    ({ scope, kind, source }) =>
      `${kind === "planned" ? "" : "disbursed "}${scope} ${typeof source === "string" ? source : `${String(source.origin)}/${String(source.nature)}`}`,
  );

/** One column of some totals; undefined when there is no such column. */
export const amountIn = (consolidation: Consolidation, totals: Totals | undefined, column: string): unknown =>
  totals?.amounts[columnsOf(consolidation).indexOf(column)];

export const totalOf = (consolidation: Consolidation, column: string): unknown =>
  amountIn(consolidation, consolidation.total, column);
