import type { Area } from "../../../shared/grid.ts";
import {
  cellsOf,
  columnsOf,
  eachCell,
  hull,
  parseAddress,
  printArea,
  quoteSheet,
  rowsOf,
  WHOLE_SHEET,
} from "../address.ts";
import { HostError, invalidArgument } from "../host-error.ts";
import { isHostObject, type HostObject } from "../host-object.ts";
import type { SimulatedHost } from "../host.ts";
import type { Cell, Sheet } from "../sheet.ts";
import { conditionalFormatsObject } from "./conditional-formats.ts";
import { dataValidationObject } from "./data-validation.ts";
import { rangeAreasObject } from "./range-areas.ts";
import { worksheetObject } from "./worksheet.ts";

const MOST_CELLS_READ = 5_000_000;
const MOST_MERGED_AREAS = 512;

export function rangeObject(host: SimulatedHost, sheet: Sheet, area: Area): HostObject {
  const part = (change: Partial<Area>): HostObject => rangeObject(host, sheet, { ...area, ...change });
  return {
    type: "Range",
    get: readable(sheet, area),
    set: writable(host, sheet, area),
    nav: {
      Worksheet: () => worksheetObject(host, sheet),
      Format: () => formatObject(host, sheet, area),
      ConditionalFormats: () => conditionalFormatsObject(host, sheet, [area]),
      DataValidation: () => dataValidationObject(host, sheet, area),
    },
    methods: {
      // The library asks this before it cuts a large write into pieces.
      _ValidateArraySize: () => null,
      GetCell: (row, column) => {
        const [top, left] = [area.top + Number(row), area.left + Number(column)];
        return part({ top, left, bottom: top, right: left });
      },
      GetRow: (row) => part({ top: area.top + Number(row), bottom: area.top + Number(row) }),
      GetColumn: (column) => part({ left: area.left + Number(column), right: area.left + Number(column) }),
      GetBoundingRect: (other) => part(hull(area, rangeArea(other))),
      GetUsedRangeOrNullObject: (valuesOnly) =>
        usedRange(host, sheet, { valuesOnly: valuesOnly === true, orNull: true, within: area }),
      GetSpecialCellsOrNullObject: (kind) => visibleCells(host, sheet, { kind, area }),
      GetMergedAreasOrNullObject: () => mergedAreas(host, sheet, area),
      Insert: () => host.moveCells(sheet, area, 1),
      Delete: () => host.moveCells(sheet, area, -1),
      Select: () => {
        host.select(sheet, [area]);
      },
    },
  };
}

/** Of a range that the library hands over, or an address. */
function rangeArea(range: unknown): Area {
  const address = isHostObject(range) ? range.get?.["Address"]?.() : range;
  return parseAddress(String(address)).area;
}

function readable(sheet: Sheet, area: Area): NonNullable<HostObject["get"]> {
  const table = (give: (cell: Cell) => unknown): unknown => {
    if (cellsOf(area) > MOST_CELLS_READ) throw new HostError("InvalidArgument", "too many cells");
    return sheet.table(area, give);
  };
  return {
    Address: () => `${quoteSheet(sheet.name)}!${printArea(area)}`,
    RowIndex: () => area.top - 1,
    ColumnIndex: () => area.left,
    RowCount: () => rowsOf(area),
    ColumnCount: () => columnsOf(area),
    CellCount: () => cellsOf(area),
    Values: () => table(({ value }) => value),
    Formulas: () => table(({ value, formula }) => formula ?? value),
    NumberFormat: () => table(({ format }) => format),
    RowHidden: () => allOrSome(area.top, area.bottom, sheet.hiddenRows),
    ColumnHidden: () => allOrSome(area.left, area.right, sheet.hiddenColumns),
  };
}

/** Null when some are and some are not. */
function allOrSome(first: number, last: number, chosen: ReadonlySet<number>): boolean | null {
  let count = 0;
  for (const index of chosen) if (index >= first && index <= last) count += 1;
  if (count === 0) return false;
  return count === last - first + 1 ? true : null;
}

function writable(host: SimulatedHost, sheet: Sheet, area: Area): NonNullable<HostObject["set"]> {
  const write = (input: unknown): void => {
    host.write(sheet, area, tableReader(area, input));
  };
  return {
    Values: write,
    Formulas: write,
    NumberFormat: (input) => {
      host.refuseLocked(sheet, area);
      const formatAt = tableReader(area, input);
      eachCell(area, (row, column) => {
        const format = formatAt(row, column);
        if (typeof format === "string") sheet.put(row, column, { format });
      });
      host.book.isDirty = true;
    },
  };
}

/** One value for all cells, or a table of exactly the area's size. */
function tableReader(area: Area, input: unknown): (row: number, column: number) => unknown {
  if (!Array.isArray(input)) return () => input;
  const table = input as readonly unknown[];
  const lines = table.map((line) => (Array.isArray(line) ? (line as readonly unknown[]) : []));
  if (lines.length !== rowsOf(area) || lines.some((line) => line.length !== columnsOf(area)))
    throw invalidArgument("the array is not of the range's size");
  return (row, column) => lines[row - area.top]?.[column - area.left];
}

interface UsedRangeQuery {
  readonly valuesOnly: boolean;
  readonly orNull: boolean;
  readonly within?: Area;
}

export function usedRange(
  host: SimulatedHost,
  sheet: Sheet,
  { valuesOnly, orNull, within }: UsedRangeQuery,
): HostObject | null {
  const area = sheet.used(valuesOnly, within ?? WHOLE_SHEET);
  if (!area && orNull) return null;
  return rangeObject(host, sheet, area ?? { top: 1, left: 0, bottom: 1, right: 0 });
}

/** Where each run of rows and of columns that are not hidden meets. */
function visibleCells(
  host: SimulatedHost,
  sheet: Sheet,
  { kind, area }: { readonly kind: unknown; readonly area: Area },
): HostObject | null {
  if (kind !== "Visible") throw invalidArgument(`cells of the kind ${String(kind)}`);
  host.refuseProtected(sheet);
  // Of one cell, Excel answers for the whole sheet.
  const within = cellsOf(area) === 1 ? (sheet.used(false) ?? area) : area;
  const rows = runsOutside(within.top, within.bottom, sheet.hiddenRows);
  const columns = runsOutside(within.left, within.right, sheet.hiddenColumns);
  const areas = rows.flatMap(([top, bottom]) => columns.map(([left, right]) => ({ top, left, bottom, right })));
  return areas.length === 0 ? null : rangeAreasObject(host, sheet, areas);
}

function runsOutside(first: number, last: number, hidden: ReadonlySet<number>): readonly [number, number][] {
  const runs: [number, number][] = [];
  for (let index = first; index <= last; index++) {
    if (hidden.has(index)) continue;
    const run = runs[runs.length - 1];
    if (run?.[1] === index - 1) run[1] = index;
    else runs.push([index, index]);
  }
  return runs;
}

function mergedAreas(host: SimulatedHost, sheet: Sheet, area: Area): HostObject | null {
  const areas = sheet.mergedIn(area);
  if (areas.length > MOST_MERGED_AREAS) throw new HostError("GeneralException", "too many merged areas");
  return areas.length === 0 ? null : rangeAreasObject(host, sheet, areas);
}

function formatObject(host: SimulatedHost, sheet: Sheet, area: Area): HostObject {
  /** One value where every cell agrees, else null. */
  const common = (give: (cell: Cell) => unknown): unknown => {
    const found = new Set<unknown>();
    eachCell(area, (row, column) => found.add(give(sheet.cell(row, column))));
    return found.size === 1 ? [...found][0] : null;
  };
  const put = (change: Partial<Cell>): void => {
    host.refuseProtected(sheet);
    eachCell(area, (row, column) => {
      sheet.put(row, column, change);
    });
    host.book.isDirty = true;
  };
  return {
    type: "RangeFormat",
    nav: {
      Fill: () => ({
        type: "RangeFill",
        get: { Color: () => common(({ fill }) => fill) },
        set: {
          Color: (fill) => {
            put({ fill: String(fill) });
          },
        },
      }),
      Protection: () => ({ type: "FormatProtection", get: { Locked: () => common(({ locked }) => locked) } }),
    },
  };
}
