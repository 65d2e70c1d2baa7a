/** What is compared to find the same task planned by two organisations, and what is shown of it side by side. */
import { readPeriod, type Period } from "../period.ts";
import type { MoneyColumn } from "./columns.ts";
import type { ConsolidatedLine } from "./version.ts";

export interface OverlapLine {
  readonly key: string;
  readonly organisationId: string;
  readonly version: number;
  readonly planNumber: string;
  readonly sheet: string;
  readonly cell: string;
  readonly name: string;
  readonly leadAgency: string;
  readonly periodText: string;
  readonly period: Period | null;
  /** Of the widest scope the line prints. */
  readonly amountDong: number | null;
}

export interface FoundOverlap {
  /** Keys of the lines. */
  readonly lines: readonly string[];
  readonly likeness: "same-name" | "near-name";
}

export type FindOverlaps = (lines: readonly OverlapLine[]) => readonly FoundOverlap[];

/** The same where others are served meanwhile. */
export type SeekOverlaps = (
  lines: readonly OverlapLine[],
) => readonly FoundOverlap[] | Promise<readonly FoundOverlap[]>;

export interface Overlap {
  readonly likeness: FoundOverlap["likeness"];
  readonly lines: readonly OverlapLine[];
}

export function overlapLineOf(line: ConsolidatedLine, columns: readonly MoneyColumn[]): OverlapLine {
  const { organisationId, version, planNumber, sheet, cell, name, leadAgency } = line;
  const period = readPeriod(line.period);
  const widest = columns.findIndex(
    ({ kind, source }, index) => kind === "planned" && source === "total" && (line.amounts[index] ?? null) !== null,
  );
  return {
    key: `${organisationId}|${String(version)}|${sheet}|${cell}`,
    organisationId,
    version,
    planNumber,
    sheet,
    cell,
    name,
    leadAgency,
    periodText: line.period,
    period: typeof period === "string" ? null : period,
    amountDong: line.amounts[widest] ?? null,
  };
}

export function showOverlaps(lines: readonly OverlapLine[], find: FindOverlaps): readonly Overlap[] {
  const byKey = new Map(lines.map((line) => [line.key, line]));
  return find(lines).map(({ likeness, lines: keys }) => ({
    likeness,
    lines: keys.flatMap((key) => byKey.get(key) ?? []),
  }));
}
