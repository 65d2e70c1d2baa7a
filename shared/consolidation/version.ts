/** A submitted version as it is merged, and its line items on demand. */
import { figureCell, inheritedText, textCell, type Appendix, type AppendixRow } from "../appendix.ts";
import { sectionsOf, sectionText, type SectionLabel } from "../sections.ts";
import type { JudgedSubmission } from "../submission.ts";
import { amountsOf, findShares, isCarried } from "./carried.ts";
import type { MoneyColumn } from "./columns.ts";

export interface SubmittedVersion extends JudgedSubmission {
  readonly organisationId: string;
  readonly version: number;
  /** Where an organisation's appendices came in several files; else the manifest names its one file. */
  readonly fileName?: string;
}

export interface ConsolidatedLine {
  readonly organisationId: string;
  readonly version: number;
  readonly planNumber: string;
  readonly sheet: string;
  /** Address of the item's name. */
  readonly cell: string;
  /** The section it stands in, and the outermost before it where both are short: "II. Ứng dụng CNTT › 3. Cổng dịch vụ". */
  readonly sections: string;
  readonly number: string;
  readonly name: string;
  readonly leadAgency: string;
  readonly period: string;
  readonly fundingText: string;
  /** Whole đồng by column of the consolidation; null where the sheet says nothing. */
  readonly amounts: readonly (number | null)[];
}

export const planNumberOf = (version: SubmittedVersion, appendix: Appendix): string =>
  version.plan?.number ?? appendix.planNumber ?? "";

/** Every row of one appendix that carries money of its own. */
export function* linesOfAppendix(
  version: SubmittedVersion,
  appendix: Appendix,
  columns: readonly MoneyColumn[],
): Generator<ConsolidatedLine> {
  const shares = findShares(appendix, columns);
  const planNumber = planNumberOf(version, appendix);
  for (const [index, row] of appendix.rows.entries()) {
    if (!isCarried(shares.carrying, row, index)) continue;
    yield {
      organisationId: version.organisationId,
      version: version.version,
      planNumber,
      sheet: appendix.sheet,
      cell: lineCell(appendix, row),
      sections: sectionOf(sectionsOf(appendix, row)),
      number: row.number,
      name: row.name,
      leadAgency: inheritedText(appendix, row, "leadAgency"),
      period: inheritedText(appendix, row, "period"),
      fundingText: inheritedText(appendix, row, "fundingText"),
      amounts: amountsOf(shares, row, index),
    };
  }
}

/** The whole path stands in the sheet itself; on each line of a long list it would be read by nobody. */
const MOST_LETTERS = 60;

export function sectionOf(sections: readonly SectionLabel[]): string {
  const [outermost, innermost] = [sections.slice(0, 1), sections.slice(-1)];
  const both = sections.length > 1 ? sectionText([...outermost, ...innermost]) : "";
  return both === "" || both.length > MOST_LETTERS ? sectionText(innermost) : both;
}

export const lineCell = (appendix: Appendix, row: AppendixRow): string =>
  textCell(appendix, row, "name") ?? figureCell(appendix, row, 0);
