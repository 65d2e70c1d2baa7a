/** What every sheet of a consolidated workbook needs. */
import { lineReader, type Consolidation, type Versions } from "../../../shared/consolidation.ts";
import type { ManifestOrganisation } from "../../../shared/consolidation/manifest.ts";
import { UNIT_NAMES, inUnit, type Unit } from "../../../shared/money.ts";
import { onVietnamClock, toPaperTime } from "../../../shared/vietnam-time.ts";
import { heightOfLines, linesOfText } from "../row-height.ts";
import { numberStyle, centredStyle, textStyle, timeStyle, type Emphasis } from "../styles.ts";
import type { Cell, Layout } from "./book.ts";
import { listLayout, type ListLayout } from "./list-layout.ts";

export interface Material {
  readonly consolidation: Consolidation;
  readonly versions: Versions;
  readonly unit: Unit;
  readonly organisation: (id: string) => ManifestOrganisation | undefined;
  readonly nameOf: (id: string) => string;
  /** Blank where files are merged outside any round: the fourth file of a province is no fourth version. */
  readonly versionCell: (version: number | null) => Cell;
  /** The number by which a group's line items are found in the list, from 1. */
  readonly groupNumber: (groupId: string) => number;
  readonly list: ListLayout;
  readonly linesOf: ReturnType<typeof lineReader>;
}

export interface Options {
  readonly unit: Unit;
  /** Of one sheet, Excel's own limit unless a test asks for fewer. */
  readonly mostRows?: number;
}

const MOST_ROWS = 1_048_576;

export function gatherMaterial(consolidation: Consolidation, versions: Versions, options: Options): Material {
  const organisations = new Map(consolidation.manifest.organisations.map((one) => [one.id, one]));
  const numbers = new Map(consolidation.groups.map(({ id }, index) => [id, index + 1]));
  const organisation = (id: string): ManifestOrganisation | undefined => organisations.get(id);
  return {
    consolidation,
    versions,
    unit: options.unit,
    organisation,
    nameOf: (id) => organisation(id)?.name ?? id,
    versionCell: (version) => centredCell(consolidation.manifest.round.id === "" ? null : version),
    groupNumber: (groupId) => numbers.get(groupId) ?? 0,
    list: listLayout(consolidation, { unit: options.unit, mostRows: options.mostRows ?? MOST_ROWS }),
    linesOf: lineReader(consolidation),
  };
}

type PlainLayout = Omit<Layout, "notes" | "unit" | "frozenColumns" | "paper" | "hasFilter" | "pagesWide" | "headings"> &
  Partial<Layout>;

/** A sheet's layout, with the round and the time under its title. */
export function layoutOf({ consolidation }: Material, layout: PlainLayout): Layout {
  const { round, asOf } = consolidation.manifest;
  const line = [round.name, `Số liệu đến ${toPaperTime(asOf)}`].filter((text) => text !== "").join(" – ");
  return {
    unit: null,
    frozenColumns: 0,
    paper: "A4",
    hasFilter: false,
    pagesWide: 1,
    headings: [],
    ...layout,
    notes: [line, ...(layout.notes ?? [])],
  };
}

export const unitLine = ({ unit }: Material): string => `Đơn vị tính: ${UNIT_NAMES[unit].vi}`;

export const textCell = (value: string, emphasis: Emphasis = "plain"): Cell => ({
  value: value === "" ? null : value,
  style: textStyle(value, emphasis),
});

export const centredCell = (value: string | number | null, emphasis: Emphasis = "plain"): Cell => ({
  value: value === "" ? null : value,
  style: centredStyle(emphasis),
});

export const numberCell = (value: number | null, emphasis: Emphasis = "plain"): Cell => ({
  value,
  style: numberStyle(value ?? 0, emphasis),
});

export const moneyCell = (dong: number | null, unit: Unit, emphasis: Emphasis = "plain"): Cell =>
  numberCell(dong === null ? null : inUnit(dong, unit), emphasis);

/** The result stands beside its formula: it is right before anything is calculated anew. */
export function formulaCell(formula: string, result: number, emphasis: Emphasis = "plain"): Cell {
  return { value: { formula, result }, style: numberStyle(result, emphasis) };
}

export const timeCell = (iso: string | null): Cell => ({
  value: iso === null ? null : onVietnamClock(iso),
  style: timeStyle(),
});

/** Of a row in columns of these widths. */
export function heightOf(cells: readonly Cell[], widths: readonly number[]): number {
  let lines = 1;
  cells.forEach(({ value, style }, index) => {
    if (typeof value === "string") lines = Math.max(lines, linesOfText(value, widths[index] ?? 10, style));
  });
  return heightOfLines(lines);
}
