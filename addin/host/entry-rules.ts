/** Drop-down lists and other rules of entry: read before a paste may take them away, and put back after it. */
import type { Area } from "../../shared/grid.ts";
import { addressOf, areasOf, cellsIn, parseAddress } from "./cell-areas.ts";
import type { EntryRule, Outcome } from "./port.ts";
import { done, type Session } from "./session.ts";
import { trouble } from "./troubles.ts";

/** Some cells have a rule and some have none, or they have several. */
const MIXED: readonly string[] = ["Inconsistent", "MixedCriteria"];

/** Mixed areas are asked for again in halves, columns first: a rule nearly always covers the rows of one column. */
export const readEntryRules = (
  session: Session,
  sheet: string,
  cells: string,
): Promise<Outcome<readonly EntryRule[]>> =>
  session.run("background", async (context) => {
    const worksheet = context.workbook.worksheets.getItemOrNullObject(sheet);
    const found = new Map<string, FoundRule>();
    for (let open = parseAddress(cells); open.length > 0;) {
      const asked = open.map((area) => {
        const { dataValidation } = worksheet.getRange(addressOf(area));
        dataValidation.load("type,rule");
        return { area, dataValidation };
      });
      await context.sync();
      if (worksheet.isNullObject) return trouble("sheet-gone");
      open = asked.filter(({ dataValidation: { type } }) => MIXED.includes(type)).flatMap(({ area }) => halve(area));
      for (const { area, dataValidation } of asked) {
        const { type, rule } = dataValidation;
        if (type !== "None" && !MIXED.includes(type)) addTo(found, { ...rule }, cellsIn(area));
      }
    }
    return done([...found.values()].flatMap(inAreas));
  });

interface FoundRule {
  readonly rule: EntryRule["rule"];
  readonly cells: string[];
}

function addTo(found: Map<string, FoundRule>, rule: EntryRule["rule"], cells: readonly string[]): void {
  const key = JSON.stringify(rule);
  const same = found.get(key) ?? { rule, cells: [] };
  for (const cell of cells) same.cells.push(cell);
  found.set(key, same);
}

/** The halves put together again. */
const inAreas = ({ rule, cells }: FoundRule): readonly EntryRule[] =>
  areasOf(cells).map((area) => ({ cells: addressOf(area), rule }));

function halve(area: Area): readonly Area[] {
  const isWide = area.right > area.left;
  const [first, last] = isWide ? [area.left, area.right] : [area.top, area.bottom];
  // One cell has one rule; were it called mixed, nothing could be learnt of it.
  if (first === last) return [];
  const middle = Math.floor((first + last) / 2);
  return isWide
    ? [
        { ...area, right: middle },
        { ...area, left: middle + 1 },
      ]
    : [
        { ...area, bottom: middle },
        { ...area, top: middle + 1 },
      ];
}

export const writeEntryRules = (session: Session, sheet: string, rules: readonly EntryRule[]): Promise<Outcome<null>> =>
  session.run("asked", async (context) => {
    const worksheet = context.workbook.worksheets.getItem(sheet);
    for (const { cells, rule } of rules) worksheet.getRange(cells).dataValidation.rule = rule;
    await context.sync();
    return done(null);
  });
