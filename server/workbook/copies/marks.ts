/**
 * Marks on the cells that findings speak of: a conditional format for each severity, always true, its formula naming us.
 * The add-in marks so too (addin/host/marks.ts): it knows these for its own, and takes them off when the cells are mended.
 */
import { SEVERITIES, type Finding, type Severity } from "../../../shared/finding.ts";
import { cellName, compareCellNames, parseCellName } from "../../../shared/grid.ts";
import type { Splice } from "./part-text.ts";
import { elementsIn, insertAfter, rootOf, takeOut, type Span } from "./xml-spans.ts";

/** The fill as in the add-in; the edge shows where a format of the officer's own fills the cell before ours. */
const COLOURS: Readonly<Record<Severity, { readonly fill: string; readonly edge: string }>> = {
  error: { fill: "FFFFC7CE", edge: "FFC00000" },
  warning: { fill: "FFFFEB9C", edge: "FFBF8F00" },
  ask: { fill: "FFD9E1F2", edge: "FF2F5597" },
  info: { fill: "FFE2EFDA", edge: "FF548235" },
};

/** As the add-in: what could only be better is listed and not marked. */
const MARKED = SEVERITIES.filter((severity) => severity !== "info");

export const fillOf = (severity: Severity): string => COLOURS[severity].fill;

function markStyle(severity: Severity): string {
  const { fill, edge } = COLOURS[severity];
  const side = (name: string): string => `<${name} style="thin"><color rgb="${edge}"/></${name}>`;
  const colour = `<fill><patternFill patternType="solid"><fgColor rgb="${fill}"/><bgColor rgb="${fill}"/></patternFill></fill>`;
  return `<dxf>${colour}<border>${["left", "right", "top", "bottom"].map(side).join("")}</border></dxf>`;
}

/** In the order of SEVERITIES. */
export const MARK_STYLES: readonly string[] = SEVERITIES.map(markStyle);

const formulaOf = (severity: Severity): string => `N("phuluc:${severity}")=0`;
const OURS = /^\s*=?\s*N\("phuluc:\w+"\)\s*=\s*0\s*$/i;
/** Somewhere in a sheet that bears a mark, however its XML is spelt. */
const TRACE = "phuluc:";

/** What the format wants before conditional formats. */
const BEFORE = new Set([
  "sheetPr",
  "dimension",
  "sheetViews",
  "sheetFormatPr",
  "cols",
  "sheetData",
  "sheetCalcPr",
  "sheetProtection",
  "protectedRanges",
  "scenarios",
  "autoFilter",
  "sortState",
  "dataConsolidate",
  "customSheetViews",
  "mergeCells",
  "phoneticPr",
]);
/** Of areas in one element: longer lists are cut. */
const MOST_AREAS = 500;
const LAST_PRIORITY = 2_147_483_647;

export interface Marking {
  readonly findings: readonly Pick<Finding, "severity" | "cells">[];
  /** The styles' numbers, in the order of SEVERITIES. */
  readonly styles: readonly number[];
}

/** Marks into a worksheet. @throws CopyRefused for a damaged one */
export function markCells(text: string, { findings, styles }: Marking): readonly Splice[] {
  const wanted = cellsBySeverity(findings);
  if (wanted.size === 0) return [];
  const root = rootOf(text, "worksheet");
  const first = highestPriority(text, root.children) + 1;
  const formats = [...wanted].flatMap(([severity, cells]) =>
    portions(areasOf(cells), MOST_AREAS).map((areas) => ({ severity, areas })),
  );
  const xml = formats.map(({ severity, areas }, index) => {
    const priority = String(Math.min(first + index, LAST_PRIORITY));
    const style = String(styles[SEVERITIES.indexOf(severity)] ?? 0);
    const rule = `<${root.prefix}cfRule type="expression" dxfId="${style}" priority="${priority}"><${root.prefix}formula>${formulaOf(severity)}</${root.prefix}formula></${root.prefix}cfRule>`;
    return `<${root.prefix}conditionalFormatting sqref="${areas.join(" ")}">${rule}</${root.prefix}conditionalFormatting>`;
  });
  return [insertAfter(root, BEFORE, xml.join(""))];
}

/** A cell is marked once, by the gravest of its findings. */
function cellsBySeverity(findings: Marking["findings"]): ReadonlyMap<Severity, readonly string[]> {
  const taken = new Set<string>();
  const wanted = new Map<Severity, readonly string[]>();
  for (const severity of MARKED) {
    const cells = findings.flatMap((finding) => (finding.severity === severity ? finding.cells : []));
    const free = [...new Set(cells)].filter((cell) => parseCellName(cell) !== null && !taken.has(cell));
    for (const cell of free) taken.add(cell);
    if (free.length > 0) wanted.set(severity, free);
  }
  return wanted;
}

/** Cells right below each other are one area. */
function areasOf(cells: readonly string[]): readonly string[] {
  const places = [...cells].sort(compareCellNames).flatMap((cell) => parseCellName(cell) ?? []);
  const open = new Map<number, { readonly top: number; bottom: number; readonly column: number }>();
  const areas: { readonly top: number; bottom: number; readonly column: number }[] = [];
  for (const { row, column } of places) {
    const above = open.get(column);
    if (above && above.bottom === row - 1) {
      above.bottom = row;
      continue;
    }
    const area = { top: row, bottom: row, column };
    open.set(column, area);
    areas.push(area);
  }
  return areas.map(({ top, bottom, column }) =>
    top === bottom ? cellName(top, column) : `${cellName(top, column)}:${cellName(bottom, column)}`,
  );
}

function portions<T>(items: readonly T[], most: number): (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / most) }, (_, index) =>
    items.slice(index * most, (index + 1) * most),
  );
}

/** Ours come after the officer's own, whose numbers stay as they are. */
function highestPriority(text: string, children: readonly Span[]): number {
  let highest = 0;
  for (const { name, start, end } of children) {
    if (name !== "conditionalFormatting" && name !== "extLst") continue;
    for (const [, priority] of text.slice(start, end).matchAll(/\spriority\s*=\s*["'](\d+)["']/g))
      highest = Math.max(highest, Number(priority));
  }
  return highest;
}

/** Whether a part may bear marks, told without reading it. */
export const mayBeMarked = (content: Buffer): boolean =>
  content.includes(TRACE) || content.includes(Buffer.from(TRACE, "utf16le")) || content.includes(utf16be(TRACE));

const utf16be = (text: string): Buffer => Buffer.from(text, "utf16le").swap16();

/** Takes all our marks off, wherever they were copied to since. @throws CopyRefused for a damaged sheet */
export function unmarkCells(text: string): readonly Splice[] {
  return rootOf(text, "worksheet")
    .children.filter(({ name, isEmpty }) => name === "conditionalFormatting" && !isEmpty)
    .flatMap((format) => {
      const rules = elementsIn(text, format.from, format.to).filter(({ name }) => name === "cfRule");
      const ours = rules.filter((rule) => isOurs(text, rule));
      if (ours.length === 0) return [];
      return ours.length === rules.length ? [takeOut(format)] : ours.map(takeOut);
    });
}

function isOurs(text: string, rule: Span): boolean {
  if (rule.isEmpty) return false;
  const formula = elementsIn(text, rule.from, rule.to).find(({ name }) => name === "formula");
  return formula !== undefined && OURS.test(text.slice(formula.from, formula.to).replace(/&quot;|&#34;/g, '"'));
}
