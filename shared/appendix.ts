/** An appendix as read from a sheet: what it is, its figure columns, and its rows with amounts in whole đồng. */
import type * as z from "zod";
import type * as schemas from "./appendix-schema.ts";
import { cellName } from "./grid.ts";

export const SCOPES = ["project", "phase", "year"] as const;
/** Widest first: the whole project contains the plan's phase, which contains the plan's year. */
export type Scope = (typeof SCOPES)[number];

export const FORM_IDS = [
  "project-list-by-origin",
  "project-list-phase-year",
  "project-list-single-amount",
  "project-list-nature-origin",
  "disbursement-review",
  "project-status",
  "targets",
  "results",
  "it-staff",
  "computers-networks",
] as const;
export type FormId = (typeof FORM_IDS)[number];

export const TEXT_COLUMNS = [
  "number",
  "name",
  "leadAgency",
  "supportingAgencies",
  "objective",
  "period",
  "continuity",
  "fundingText",
  "note",
  "target",
  "result",
  "achieved",
  "status",
  "fundingStatus",
] as const;
export type TextColumnId = (typeof TEXT_COLUMNS)[number];

export type AmountHolds = Readonly<z.infer<typeof schemas.amountSchema>>;
export type FigureColumn = Readonly<z.infer<typeof schemas.figureColumnSchema>>;
export type TextColumn = Readonly<z.infer<typeof schemas.textColumnSchema>>;
export type AppendixRow = Readonly<z.infer<typeof schemas.rowSchema>>;
export type Appendix = Readonly<z.infer<typeof schemas.appendixSchema>>;
export type Years = Readonly<z.infer<typeof schemas.yearsSchema>>;
export type PlanAmount = Readonly<z.infer<typeof schemas.planAmountSchema>>;
export type Plan = Readonly<z.infer<typeof schemas.planSchema>>;

export const textColumn = (appendix: Appendix, holds: TextColumnId): TextColumn | undefined =>
  appendix.textColumns.find((column) => column.holds === holds);

/** Address of a row's text cell; null when the sheet has no such column. */
export function textCell(appendix: Appendix, row: AppendixRow, holds: TextColumnId): string | null {
  const column = textColumn(appendix, holds);
  return column ? cellName(row.row, column.column) : null;
}

/** Address of a row's figure cell. */
export const figureCell = (appendix: Appendix, row: AppendixRow, column: number): string =>
  cellName(row.row, appendix.figureColumns[column]?.column ?? 0);

/** A text of the row, or of the nearest row above it in the tree that has it: sub-items share their item's agency. */
export function inheritedText(appendix: Appendix, row: AppendixRow, holds: TextColumnId): string {
  for (let line: AppendixRow | undefined = row; line; line = appendix.rows[line.parent]) {
    const text = line.texts[holds];
    if (text !== undefined && text !== "") return text;
  }
  return "";
}

export function hasFigures(row: AppendixRow): boolean {
  for (const value of row.figures) if (value !== null) return true;
  return false;
}

/** All the money of its scope, kind and year, whatever its source. */
export const isWhole = ({ origin, nature, detail }: Pick<AmountHolds, "origin" | "nature" | "detail">): boolean =>
  origin === null && nature === null && detail === null;

/** A line that splits an item: a dash, a letter, or no number. */
export const isSubItem = (row: AppendixRow): boolean => /^[a-zđ-]?$/.test(row.number);

export const isMoney = (appendix: Appendix): boolean =>
  appendix.figureColumns.some(({ holds }) => holds.type === "amount");
