/**
 * Marks on the cells that findings speak of: a conditional format for each severity, always true, its formula naming us.
 * The officer's own colours stay beneath it, and what is ours is found by its formula and taken off without a trace.
 */
import { SEVERITIES, type Severity } from "../../shared/finding.ts";
import { addressesOf, areasOf, cellsIn } from "./cell-areas.ts";
import type { Mark, Outcome } from "./port.ts";
import { done, type Session } from "./session.ts";
import { trouble } from "./troubles.ts";
import { AREA_PROPERTIES, areaOf } from "./used-blocks.ts";

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
  readonly cells: readonly string[];
}

export const mark = (
  session: Session,
  sheet: string,
  marks: readonly Mark[],
): Promise<Outcome<"marked" | "unchanged">> =>
  session.run("background", async (context) => {
    const worksheet = context.workbook.worksheets.getItemOrNullObject(sheet);
    worksheet.load("id");
    const formats = worksheet.getRange().conditionalFormats;
    formats.load("items/id,items/type");
    await context.sync();
    if (worksheet.isNullObject) return trouble("sheet-gone");

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
      ranges.areas.load(`items/${AREA_PROPERTIES.split(",").join(",items/")}`);
      return { format, custom, areas: ranges.areas };
    });
  if (asked.length === 0) return [];
  await context.sync();
  return asked.flatMap(({ format, custom, areas }) => {
    const [, severity] = OURS.exec(custom.rule.formula) ?? [];
    return severity === undefined
      ? []
      : [{ format, severity, cells: areas.items.flatMap((area) => cellsIn(areaOf(area))) }];
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

/** Compared by cells: Excel may keep the same cells as other areas. */
function isShown(found: readonly FoundMark[], wanted: ReadonlyMap<Severity, ReadonlySet<string>>): boolean {
  const shown = new Map<string, Set<string>>();
  for (const { severity, cells } of found) {
    const known = shown.get(severity) ?? new Set<string>();
    for (const cell of cells) known.add(cell);
    shown.set(severity, known);
  }
  if (shown.size !== wanted.size) return false;
  return [...wanted].every(([severity, cells]) => {
    const known = shown.get(severity);
    return known?.size === cells.size && [...cells].every((cell) => known.has(cell));
  });
}
