/**
 * Marks on the cells that findings speak of: a conditional format for each severity, always true, its formula naming us.
 * The officer's own colours stay beneath it, and what is ours is found by its formula and taken off without a trace.
 */
import { SEVERITIES, type Severity } from "../../shared/finding.ts";
import type { Area } from "../../shared/grid.ts";
import { addressesOf, areasOf, cellsIn } from "./cell-areas.ts";
import { countCells } from "./blocks.ts";
import type { Mark, Occasion, Outcome } from "./port.ts";
import { done, type Session } from "./session.ts";
import { trouble } from "./troubles.ts";
import { AREAS_PROPERTIES, areaOf } from "./used-blocks.ts";

/** Light enough for black figures; Excel shows them in every theme. */
const FILLS: Readonly<Record<Severity, string>> = {
  error: "#FFC7CE",
  warning: "#FFEB9C",
  ask: "#D9E1F2",
  info: "#E2EFDA",
};

const formulaOf = (severity: Severity): string => `=N("phuluc:${severity}")=0`;
const OURS = /^=\s*N\("phuluc:(\w+)"\)\s*=\s*0$/i;

interface FoundMark {
  readonly format: Excel.ConditionalFormat;
  readonly severity: string;
  readonly areas: readonly Area[];
}

export interface Marking {
  readonly sheet: string;
  readonly marks: readonly Mark[];
  readonly occasion: Occasion;
}

export const mark = (
  session: Session,
  { sheet, marks, occasion }: Marking,
): Promise<Outcome<"marked" | "unchanged" | "saved">> =>
  session.run("background", async (context) => {
    const { workbook } = context;
    workbook.load("isDirty,autoSave");
    const worksheet = workbook.worksheets.getItemOrNullObject(sheet);
    worksheet.load("id");
    const formats = worksheet.getRange().conditionalFormats;
    formats.load("items/id,items/type");
    await context.sync();
    if (worksheet.isNullObject) return trouble("sheet-gone");
    if (occasion === "background" && !workbook.isDirty && !workbook.autoSave) return done("saved");

    const found = await findOurs(context, formats.items);
    const wanted = cellsBySeverity(marks);
    if (isShown(found, wanted)) return done("unchanged");
    for (const { format } of found) format.delete();
    for (const [severity, cells] of wanted) {
      for (const address of addressesOf(areasOf(cells))) {
        const format = worksheet.getRanges(address).conditionalFormats.add("Custom");
        format.custom.rule.formula = formulaOf(severity);
        format.custom.format.fill.color = FILLS[severity];
      }
    }
    await context.sync();
    return done("marked");
  });

async function findOurs(
  context: Excel.RequestContext,
  formats: readonly Excel.ConditionalFormat[],
): Promise<readonly FoundMark[]> {
  const asked = formats
    .filter(({ type }) => type === "Custom")
    .map((format) => {
      const { custom } = format;
      custom.rule.load("formula");
      const ranges = format.getRanges();
      ranges.areas.load(AREAS_PROPERTIES);
      return { format, custom, areas: ranges.areas };
    });
  if (asked.length === 0) return [];
  await context.sync();
  return asked.flatMap(({ format, custom, areas }) => {
    const [, severity] = OURS.exec(custom.rule.formula) ?? [];
    return severity === undefined ? [] : [{ format, severity, areas: areas.items.map(areaOf) }];
  });
}

/** A cell is marked once, by the gravest of its findings. */
function cellsBySeverity(marks: readonly Mark[]): ReadonlyMap<Severity, ReadonlySet<string>> {
  const taken = new Set<string>();
  const wanted = new Map<Severity, ReadonlySet<string>>();
  for (const severity of SEVERITIES) {
    const cells = marks.filter((one) => one.severity === severity).flatMap((one) => one.cells);
    const free = new Set(cells.filter((cell) => !taken.has(cell)));
    for (const cell of free) taken.add(cell);
    if (free.size > 0) wanted.set(severity, free);
  }
  return wanted;
}

/** Compared by cells: Excel may keep the same cells as other areas. A copied format may cover a whole sheet: counted first. */
function isShown(found: readonly FoundMark[], wanted: ReadonlyMap<Severity, ReadonlySet<string>>): boolean {
  const sizeOf = (areas: readonly Area[]): number => areas.reduce((sum, area) => sum + countCells(area), 0);
  const isSpread =
    [...wanted.values()].reduce((sum, cells) => sum + cells.size, 0) < sizeOf(found.flatMap(({ areas }) => areas));
  if (isSpread) return false;
  const shown = new Map<string, Set<string>>();
  for (const { severity, areas } of found) {
    const known = shown.get(severity) ?? new Set<string>();
    for (const cell of areas.flatMap(cellsIn)) known.add(cell);
    shown.set(severity, known);
  }
  if (shown.size !== wanted.size) return false;
  return [...wanted].every(([severity, cells]) => {
    const known = shown.get(severity);
    return known?.size === cells.size && [...cells].every((cell) => known.has(cell));
  });
}
