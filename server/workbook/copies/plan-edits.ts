/** What fixes do to a sheet, before any of it is written. */
import type { Edit } from "../../../shared/finding.ts";
import type { Grid } from "../../../shared/grid.ts";
import { findElements, isTrue } from "../xml.ts";
import { findFormulaAreas } from "./cell-formulas.ts";
import type { CellStyles } from "./cell-styles.ts";
import { chooseFixes, placesOf, type Place } from "./choose-fixes.ts";
import { usualFigures } from "./figure-formats.ts";
import { placeCells, type PlacedSheet } from "./find-cells.ts";
import { keepSharing } from "./keep-sharing.ts";
import { findOwnedAreas } from "./owned-areas.ts";
import type { PackageCopy } from "./package-copy.ts";
import type { Splice } from "./part-text.ts";
import { placeOf } from "./place.ts";
import { stylesAt } from "./style-at.ts";
import { openingOf, type Root } from "./xml-spans.ts";

export interface SheetToEdit {
  readonly part: string;
  /** As it was read, for the formulas as they are in each cell. */
  readonly grid: Grid;
  readonly fixes: readonly (readonly Edit[])[];
}

export interface EditPlan {
  readonly part: string;
  readonly grid: Grid;
  readonly sheet: PlacedSheet;
  readonly places: readonly Place[];
  /** Formulas of others that one written over held for them. */
  readonly kept: readonly Splice[];
  /** A formula is written, or one is written over. */
  readonly touchesFormulas: boolean;
  /** The row of a figure whose number format is the one for that edit. */
  readonly likeRow: (place: Place) => number | null;
  readonly applied: number;
  readonly locked: number;
}

export function planEdits(copy: PackageCopy, styles: CellStyles, { part, grid, fixes }: SheetToEdit): EditPlan {
  const { text } = copy.text(part);
  const wanted = fixes.map(placesOf);
  const usual = usualFigures(grid);
  const likeRow = ({ column, edit: { value } }: Place): number | null =>
    usual(column, typeof value === "number" ? value : null);
  const sheet = placeCells(text, new Set(wanted.flat().flatMap((place) => [place.row, likeRow(place) ?? place.row])));
  const none = { part, grid, sheet, likeRow, places: [], kept: [], touchesFormulas: false, applied: 0, locked: 0 };
  if (!sheet.cells) return none;

  const styleAt = stylesAt(text, sheet);
  const isProtected = bearsLock(text, sheet.root);
  const isLocked = (row: number, column: number): boolean => isProtected && styles.isLocked(styleAt(row, column));
  const areas = [...findFormulaAreas(text, sheet.cells), ...findOwnedAreas(copy, part)];
  const isGivenTwice = (row: number, column: number): boolean => sheet.cellsAt(row, column).length > 1;
  const chosen = chooseFixes(wanted, { areas, isGivenTwice, isLocked });
  const written = new Set(chosen.places.map(({ row, column }) => placeOf(row, column)));
  const kept = keepSharing(text, { sheet, grid, isWritten: (row, column) => written.has(placeOf(row, column)) });
  // Others take their formula from a cell that can't be spelt out for them.
  if (!kept) return { ...none, locked: chosen.locked };
  const touchesFormulas = kept.hasFormulas || chosen.places.some(({ edit }) => edit.formula !== undefined);
  return { ...none, ...chosen, kept: kept.splices, touchesFormulas };
}

function bearsLock(text: string, { children }: Root): boolean {
  const protection = children.find(({ name }) => name === "sheetProtection");
  const [attributes] = protection ? findElements(openingOf(text, protection), "sheetProtection") : [];
  return isTrue(attributes?.get("sheet"));
}
