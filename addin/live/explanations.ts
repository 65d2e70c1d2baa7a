/**
 * Explanations are kept at once on this machine, under the workbook's address; into the workbook itself they are written
 * only when the officer saves by our button or submits, as writing there empties Excel's undo.
 */
import type { Finding } from "../../shared/finding.ts";
import type { Explanation } from "../../shared/submission.ts";

/** Of localStorage. */
export interface Shelf {
  getItem(name: string): string | null;
  setItem(name: string, value: string): void;
  removeItem(name: string): void;
}

/** The name of the note in the workbook. */
export const NOTE = "explanations";

const shelfName = (documentKey: string): string => `phuluc.explanations ${documentKey}`;

/** Of a workbook never saved nothing is kept here: its address is anybody's. */
export function keepExplanations(shelf: Shelf, documentKey: string, explanations: readonly Explanation[]): void {
  if (documentKey === "") return;
  try {
    if (explanations.length === 0) shelf.removeItem(shelfName(documentKey));
    else shelf.setItem(shelfName(documentKey), JSON.stringify(explanations));
  } catch {
    // A full or forbidden store: they are still written into the workbook on saving.
  }
}

/** What was kept here comes before what the workbook brings, which was written earlier. */
export function recallExplanations(shelf: Shelf, documentKey: string, note: unknown): readonly Explanation[] {
  const here = documentKey === "" ? [] : read(readShelf(shelf, documentKey));
  return [...here, ...read(note).filter((one) => !here.some((other) => isSamePlace(one, other)))];
}

function readShelf(shelf: Shelf, documentKey: string): unknown {
  try {
    return JSON.parse(shelf.getItem(shelfName(documentKey)) ?? "null");
  } catch {
    return null;
  }
}

/** Whatever is no explanation is left out: the note may be anybody's. */
const read = (kept: unknown): readonly Explanation[] => (Array.isArray(kept) ? kept.filter(isExplanation) : []);

function isExplanation(value: unknown): value is Explanation {
  if (typeof value !== "object" || value === null) return false;
  const fields = value as Readonly<Record<string, unknown>>;
  return ["rule", "variant", "sheet", "cell", "text"].every((name) => typeof fields[name] === "string");
}

type Place = Pick<Explanation, "rule" | "variant" | "sheet" | "cell">;

const isSamePlace = (a: Place, b: Place): boolean =>
  a.rule === b.rule && a.variant === b.variant && a.sheet === b.sheet && a.cell === b.cell;

const placeOf = ({ rule, variant, sheet, cells }: Finding): Place => ({ rule, variant, sheet, cell: cells[0] ?? "" });

/** With the finding explained so; an empty text takes its explanation away. */
export function withExplanation(known: readonly Explanation[], finding: Finding, text: string): readonly Explanation[] {
  const place = placeOf(finding);
  const others = known.filter((one) => !isSamePlace(one, place));
  const tidy = text.trim();
  return tidy === "" ? others : [...others, { ...place, text: tidy }];
}

/** After sheets got other names, all at once: one may have the name that another had. */
export function renameSheets(
  known: readonly Explanation[],
  renamed: readonly { readonly from: string; readonly to: string }[],
): readonly Explanation[] {
  const names = new Map(renamed.map(({ from, to }) => [from, to]));
  return known.map((one) => ({ ...one, sheet: names.get(one.sheet) ?? one.sheet }));
}
