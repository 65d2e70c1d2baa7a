/** Versions, one at a time → a consolidation. What it holds grows with appendices and organisations, not with line items. */
import type { FormId } from "../appendix.ts";
import { groupBy } from "../group-by.ts";
import { isOfOtherYears } from "../other-years.ts";
import { printYears } from "../period.ts";
import { columnKey, uniteColumns, type MoneyColumn } from "./columns.ts";
import { mergeCounts, type CountTable } from "./counts.ts";
import { groupOrganisations } from "./groups.ts";
import type { Manifest } from "./manifest.ts";
import { showOverlaps, type FindOverlaps, type Overlap, type OverlapLine } from "./overlap-lines.ts";
import { findStanding, type Standing } from "./standing.ts";
import {
  addCounts,
  addDong,
  summarizeVersion,
  type AppendixSummary,
  type FindingCounts,
  type VersionSummary,
} from "./summary.ts";
import { mergeTargets, type TargetRow } from "./targets.ts";
import type { SubmittedVersion } from "./version.ts";

/** Why an appendix's money is not in the totals. */
export type LeftOut = "unit-unknown" | "same-appendix" | "no-money";

export interface ConsolidatedAppendix {
  readonly sheet: string;
  readonly form: FormId;
  readonly planNumber: string;
  /** "2026-2030", as its title or its plan says; "" when neither does. */
  readonly years: string;
  /** They do not meet the round's. */
  readonly isOfOtherYears: boolean;
  readonly lineItems: number;
  readonly saysFunding: boolean;
  readonly errors: number;
  readonly warnings: number;
  /** Null when its money is in the totals. */
  readonly leftOut: LeftOut | null;
}

export interface ConsolidatedVersion {
  readonly organisationId: string;
  readonly version: number;
  readonly fileName: string | null;
  readonly appendices: readonly ConsolidatedAppendix[];
  readonly findings: FindingCounts;
}

/** Whole đồng by column of the consolidation; null where nothing is said. */
export interface Totals {
  readonly lineItems: number;
  readonly amounts: readonly (number | null)[];
}

export interface OrganisationTotals extends Totals {
  readonly id: string;
  readonly groupId: string;
}

export interface GroupTotals extends Totals {
  readonly id: string;
  readonly name: string;
  readonly organisationIds: readonly string[];
}

export interface Consolidation {
  readonly manifest: Manifest;
  /** Those that some line item fills. */
  readonly columns: readonly MoneyColumn[];
  readonly total: Totals;
  /** Those that have line items, in the manifest's order. */
  readonly groups: readonly GroupTotals[];
  readonly organisations: readonly OrganisationTotals[];
  readonly standing: Standing;
  readonly versions: readonly ConsolidatedVersion[];
  readonly targets: readonly TargetRow[];
  readonly counts: readonly CountTable[];
  /** Null when there were too many line items to compare each with each. */
  readonly overlaps: readonly Overlap[] | null;
}

/** Names are held while they are compared; beyond this they would no longer fit beside the rest. */
export const MOST_COMPARED = 100_000;

interface Kept {
  readonly summary: Omit<AppendixSummary, "overlapLines">;
  readonly organisationId: string;
  readonly leftOut: LeftOut | null;
}

export interface Merge {
  readonly add: (version: SubmittedVersion) => void;
  /** A version that was gone through before. */
  readonly addSummary: (summary: VersionSummary) => void;
  /** The lines among which overlaps are sought: none where there are too many. */
  readonly compared: () => readonly OverlapLine[];
  readonly end: () => Consolidation;
}

export function startMerge(manifest: Manifest, findOverlaps: FindOverlaps): Merge {
  const included = new Map(
    manifest.organisations.filter((one) => one.included).map(({ id, version }) => [id, version]),
  );
  const seen = new Set<string>();
  const kept: Kept[] = [];
  const versions: ConsolidatedVersion[] = [];
  let compared: OverlapLine[] | null = [];
  const addSummary = (version: VersionSummary): void => {
    const { organisationId, appendices, findings, fileName } = version;
    const wanted = included.get(organisationId) ?? version.version;
    if (!included.has(organisationId) || wanted !== version.version)
      throw new Error(`version ${String(version.version)} of ${organisationId} is not included`);
    const own = appendices.map(({ overlapLines, ...summary }) => {
      const leftOut = whyLeftOut(summary, seen);
      if (leftOut === null) for (const line of overlapLines) compared?.push(line);
      return { summary, organisationId, leftOut };
    });
    if (compared && compared.length > MOST_COMPARED) compared = null;
    kept.push(...own);
    const describe = ({ summary, leftOut }: Kept): ConsolidatedAppendix => {
      const { sheet, form, planNumber, years, lineItems, saysFunding } = summary;
      const time = {
        years: years === null ? "" : printYears(years),
        isOfOtherYears: isOfOtherYears(years, manifest.round),
      };
      const { error: errors = 0, warning: warnings = 0 } = findings.get(sheet) ?? {};
      return { sheet, form, planNumber, ...time, lineItems, saysFunding, errors, warnings, leftOut };
    };
    const counted = addCounts(findings.values());
    versions.push({
      organisationId,
      version: version.version,
      fileName,
      appendices: own.map(describe),
      findings: counted,
    });
  };
  return {
    add: (version) => {
      addSummary(summarizeVersion(version));
    },
    addSummary,
    compared: () => compared ?? [],
    end: () => {
      const sent = new Set(versions.map(({ organisationId }) => organisationId));
      const absent = [...included.keys()].filter((id) => !sent.has(id));
      if (absent.length > 0) throw new Error(`no version given of ${absent.join(", ")}`);
      const overlaps = compared && showOverlaps(compared, findOverlaps);
      return { ...addUp(manifest, kept), versions, overlaps };
    },
  };
}

/** @param seen keys of the appendices that came before it */
export function whyLeftOut(
  summary: Pick<AppendixSummary, "contentKey" | "hasMoney" | "unit">,
  seen: Set<string>,
): LeftOut | null {
  const isRepeat = seen.has(summary.contentKey);
  seen.add(summary.contentKey);
  if (isRepeat) return "same-appendix";
  if (!summary.hasMoney) return "no-money";
  return summary.unit === null ? "unit-unknown" : null;
}

function addUp(manifest: Manifest, kept: readonly Kept[]): Omit<Consolidation, "versions" | "overlaps"> {
  const added = kept.filter(({ leftOut }) => leftOut === null);
  const told = kept.filter(({ leftOut }) => leftOut !== "same-appendix").map(({ summary }) => summary);
  const columns = uniteColumns(added.flatMap(({ summary }) => summary.filledColumns));
  const groupOf = groupOrganisations(manifest);
  const bySender = groupBy(added, ({ organisationId }) => organisationId);
  const organisations = manifest.organisations.flatMap(({ id }): OrganisationTotals[] => {
    const own = bySender.get(id);
    return own ? [{ id, groupId: groupOf.get(id)?.id ?? id, ...totalsOf(own, columns) }] : [];
  });
  const groups = [...groupBy(organisations, ({ groupId }) => groupId)].map(([id, own]) => ({
    id,
    name: groupOf.get(own[0]?.id ?? "")?.name ?? "",
    organisationIds: own.map((organisation) => organisation.id),
    ...sumTotals(own, columns),
  }));
  return {
    manifest,
    columns,
    total: sumTotals(groups, columns),
    groups,
    organisations,
    standing: findStanding(manifest),
    targets: mergeTargets(told.flatMap(({ targets }) => targets)),
    counts: mergeCounts(told.flatMap(({ count }) => count ?? [])),
  };
}

function totalsOf(kept: readonly Kept[], columns: readonly MoneyColumn[]): Totals {
  const keys = columns.map(columnKey);
  const parts = kept.map(({ summary }): Totals => {
    const byKey = new Map(summary.columns.map((column, index) => [columnKey(column), summary.amounts[index] ?? null]));
    const amounts = keys.map((key) => byKey.get(key) ?? null);
    return { lineItems: summary.lineItems, amounts };
  });
  return sumTotals(parts, columns);
}

function sumTotals(parts: readonly Totals[], columns: readonly MoneyColumn[]): Totals {
  const amounts = columns.map((_, index) => {
    const given: number[] = [];
    for (const part of parts) {
      const amount = part.amounts[index] ?? null;
      if (amount !== null) given.push(amount);
    }
    return given.length === 0 ? null : addDong(given);
  });
  return { lineItems: parts.reduce((sum, part) => sum + part.lineItems, 0), amounts };
}
