/** Formulas that several cells share, or that fill an area: what must be known before one of those cells is written over. */
import { parseCellName, type Area } from "../../../shared/grid.ts";
import { findElements } from "../xml.ts";
import { elementsIn, openingOf, type Span } from "./xml-spans.ts";

export interface CellFormula {
  readonly kind: "plain" | "shared" | "area";
  /** Of a shared formula: which, and whether its text stands here. */
  readonly shared: string | null;
  readonly isMaster: boolean;
  readonly span: Span;
  /** The cells it covers, where it names them. */
  readonly area: Area | null;
}

/** Null for a cell without a formula. */
export function formulaOf(text: string, cell: Span): CellFormula | null {
  if (cell.isEmpty) return null;
  // Of several the reader takes the last.
  const span = elementsIn(text, cell.from, cell.to).findLast(({ name }) => name === "f");
  if (!span) return null;
  const [attributes] = findElements(openingOf(text, span), "f");
  const type = attributes?.get("t") ?? "normal";
  const kind = type === "shared" ? "shared" : type === "normal" ? "plain" : "area";
  const area = readArea(attributes?.get("ref") ?? "");
  const isMaster = kind === "shared" && text.slice(span.from, span.to).trim() !== "";
  return { kind, shared: kind === "shared" ? (attributes?.get("si") ?? "") : null, isMaster, span, area };
}

/** "A1" or "A1:C3". */
export function readArea(ref: string): Area | null {
  const [first = "", second = first] = ref.split(":", 2);
  const [start, end] = [parseCellName(first), parseCellName(second)];
  return start && end ? { top: start.row, left: start.column, bottom: end.row, right: end.column } : null;
}

export interface FormulaArea extends Area {
  /** A what-if table: its formula is no text. */
  readonly isTable: boolean;
}

/** Areas of array formulas and data tables, whose cells can't be written one by one. */
export function findFormulaAreas(text: string, cells: Pick<Span, "from" | "to">): readonly FormulaArea[] {
  const areas: FormulaArea[] = [];
  const pattern = /<(?:\w+:)?f\s[^<>]*\bt\s*=\s*["']\s*(?:array|dataTable)\s*["'][^<>]*>/g;
  for (const [tag] of text.slice(cells.from, cells.to).matchAll(pattern)) {
    const [attributes] = findElements(tag, "f");
    const area = readArea(attributes?.get("ref") ?? "");
    if (area) areas.push({ ...area, isTable: attributes?.get("t")?.trim() === "dataTable" });
  }
  return areas;
}
