/** Reading and writing scattered cells exactly, as fixes and their undoing need it. */
import { cellName, type Area, type CellValue } from "../../shared/grid.ts";
import { addressOf } from "./cell-areas.ts";
import type { AppliedEdit, CellContent } from "./port.ts";

export interface AskedCells {
  /** After the next sync. */
  readonly contents: () => ReadonlyMap<string, CellContent>;
  readonly lockedCells: () => readonly string[];
}

/** Also whether they are locked, which counts on a protected sheet. */
export function askCells(sheet: Excel.Worksheet, areas: readonly Area[]): AskedCells {
  const asked = areas.map((area) => {
    const range = sheet.getRange(addressOf(area));
    range.load("values,formulas,numberFormat");
    range.format.protection.load("locked");
    return { area, range };
  });
  return {
    contents: () => {
      const cells = new Map<string, CellContent>();
      for (const { area, range } of asked) addContents(cells, area, range);
      return cells;
    },
    lockedCells: () =>
      // Null where some are and some are not: then all of them are named.
      asked.filter(({ range }) => range.format.protection.locked !== false).map(({ area }) => addressOf(area)),
  };
}

type Table = readonly (readonly unknown[])[];

function addContents(cells: Map<string, CellContent>, area: Area, range: Excel.Range): void {
  const values = range.values as Table;
  const formulas = range.formulas as Table;
  const formats = range.numberFormat as Table;
  for (const [down, line] of values.entries()) {
    for (const [along, value] of line.entries()) {
      const formula = formulas[down]?.[along];
      cells.set(cellName(area.top + down, area.left + along), {
        value: value as CellValue,
        formula: typeof formula === "string" && formula.startsWith("=") && formula !== value ? formula : null,
        format: String(formats[down]?.[along] ?? "General"),
      });
    }
  }
}

/** A number or formula written into a cell of the text format would stay text there. */
const TEXT_FORMAT = "@";

export const formatFor = ({ value, formula, format }: CellContent): string =>
  format === TEXT_FORMAT && (formula !== null || typeof value !== "string") ? "General" : format;

/**
 * All cells of the area at once. Values are written, never formulas: Excel takes either by them, and only of values it
 * can take back the writing.
 */
export function writeArea(sheet: Excel.Worksheet, area: Area, edits: ReadonlyMap<string, AppliedEdit>): void {
  const range = sheet.getRange(addressOf(area));
  const lines = namesIn(area).map((names) => names.flatMap((name) => edits.get(name) ?? []));
  // Null leaves a cell's format as it is.
  const formats = lines.map((line) =>
    line.map(({ before, after }) => (before.format === after.format ? null : after.format)),
  );
  if (formats.some((line) => line.some((format) => format !== null))) range.numberFormat = formats;
  range.values = lines.map((line) => line.map(({ after }) => inputFor(after)));
}

const namesIn = ({ top, left, bottom, right }: Area): readonly (readonly string[])[] =>
  Array.from({ length: bottom - top + 1 }, (_row, down) =>
    Array.from({ length: right - left + 1 }, (_cell, along) => cellName(top + down, left + along)),
  );

/** Excel would read "1.10" as a number, "2/3" as a day and "=A1" as a formula: texts that could be more are marked. */
function inputFor({ value, formula, format }: CellContent): CellValue {
  if (formula !== null) return formula;
  if (typeof value !== "string" || value === "" || format === TEXT_FORMAT) return value;
  return /^['=+\-@]|\d|^(true|false)$/i.test(value) ? `'${value}` : value;
}
