/** A conflict settled line by line → what changes in the officer's cells, and what they have to do by hand. */
import type { Appendix } from "../../shared/appendix.ts";
import type { ThreeWayChanges } from "../../shared/compare-versions.ts";
import type { CellValue, Grid } from "../../shared/grid.ts";
import { lineItemsOf, type LineItem } from "../../shared/line-items.ts";
import type { Bilingual } from "../../shared/rule.ts";
import { foldWords, tidy } from "../../shared/text.ts";
import { findFieldPlace, openCells, type Cells } from "./field-cells.ts";
import { sayAdd, sayEdit, sayFormula, sayGone, sayMove, sayRemove } from "./say-by-hand.ts";
import type { Choice, Settled, Settlement } from "./state.ts";

type Line = ThreeWayChanges["lines"][number];
export type LineField = Line["fields"][number];
type Edit = Settled["edits"][number];

/** A line of the officer's sheets as they are now. */
export interface OwnLine {
  readonly appendix: Appendix;
  readonly item: LineItem;
}

interface Own {
  readonly byKey: ReadonlyMap<string, OwnLine>;
  readonly lines: readonly OwnLine[];
  readonly cells: Cells;
}

/** @param own the officer's sheets and what was read from them */
export function settle(
  threeWays: ThreeWayChanges,
  settlements: readonly Settlement[],
  own: { readonly sheets: readonly Grid[]; readonly appendices: readonly Appendix[] },
): Settled {
  const lines = own.appendices.flatMap((appendix) => lineItemsOf([appendix]).map((item) => ({ appendix, item })));
  const found = { lines, byKey: new Map(lines.map((line) => [line.item.key, line])), cells: openCells(own.sheets) };
  const byId = new Map(threeWays.lines.map((line) => [line.lineId, line]));
  const settled = settlements.flatMap(({ lineId, field, choice }) => {
    const line = byId.get(lineId);
    return line && choice !== "mine" ? [settleLine(onlyField(line, field), choice, found)] : [];
  });
  return { edits: settled.flatMap(({ edits }) => edits), byHand: settled.flatMap(({ byHand }) => byHand) };
}

const onlyField = (line: Line, field: string | undefined): Line =>
  field === undefined ? line : { ...line, fields: line.fields.filter((each) => each.field === field) };

const NOTHING: Settled = { edits: [], byHand: [] };

function settleLine(line: Line, choice: Exclude<Choice, "mine">, own: Own): Settled {
  const isWanted = (choice === "theirs" ? line.keys.theirs : line.keys.base) !== null;
  const isThere = line.keys.mine !== null;
  if (!isWanted && !isThere) return NOTHING;
  if (!isThere) return { ...NOTHING, byHand: [sayAdd(line.name, line.keys[choice === "theirs" ? "theirs" : "base"])] };
  const found = findOwn(line, own);
  if (!isWanted) return { ...NOTHING, byHand: found ? [sayRemove(line.name, found.item.key)] : [] };
  if (!found) return { ...NOTHING, byHand: [sayGone(line.name, line.keys.mine)] };
  const wanted = line.fields.filter(({ field }) => field !== "line").map((field) => settleField(field, choice));
  return writeFields(
    found,
    wanted.filter(({ isChanged }) => isChanged),
    own,
  );
}

interface Wanted {
  readonly field: LineField;
  readonly value: LineField["mine"];
  readonly isChanged: boolean;
}

function settleField(field: LineField, choice: Exclude<Choice, "mine">): Wanted {
  const value = choice === "theirs" ? field.theirs : field.base;
  return { field, value, isChanged: value !== field.mine };
}

/** By its cell while the line there has kept its name; rows may have come or gone since, so else by its name alone. */
function findOwn({ name, keys }: Line, { byKey, lines }: Own): OwnLine | null {
  const isIt = ({ item }: OwnLine): boolean => foldWords(item.name) === foldWords(name);
  const there = byKey.get(keys.mine ?? "");
  if (there && isIt(there)) return there;
  const [only, ...others] = lines.filter(isIt);
  return only && others.length === 0 ? only : null;
}

function writeFields(line: OwnLine, wanted: readonly Wanted[], { cells }: Own): Settled {
  const written = wanted.map((each) => writeField(line, each, cells));
  const edits = written.flatMap(({ edit }) => edit ?? []);
  const hasFigures = written.some(({ edit, isFigure }) => edit !== null && isFigure);
  // A formula that adds what is now written follows by itself.
  const byHand = written.flatMap(({ byHand, isFormula }) => (byHand && !(isFormula && hasFigures) ? [byHand] : []));
  return { edits, byHand };
}

interface Written {
  readonly edit: Edit | null;
  readonly byHand: Bilingual | null;
  readonly isFigure: boolean;
  readonly isFormula: boolean;
}

function writeField(line: OwnLine, { field, value }: Wanted, cells: Cells): Written {
  const { name } = line.item;
  const isFigure = field.field.startsWith("figure ");
  const nothing: Written = { edit: null, byHand: null, isFigure, isFormula: false };
  if (field.field === "section") return { ...nothing, byHand: sayMove(name, line.item.key, String(value ?? "")) };
  const place = findFieldPlace(line, field, value);
  if (!place) return { ...nothing, byHand: sayEdit(name, field, value) };
  if (place.isAsWanted) return nothing;
  const content = cells.read(line.item.sheet, place);
  if (content.formula !== null) return { ...nothing, byHand: sayFormula(name, content.name, field), isFormula: true };
  const isBlank = content.value === null || content.value === "";
  // What is read there stands in another cell (a merged one, or one above), or the cell says more than is read ("1. Tên").
  const isOther = content.isCovered || (isBlank && place.value === "");
  if (isOther || (!isBlank && place.textNow !== null && place.textNow !== tidyText(content.value)))
    return { ...nothing, byHand: sayEdit(name, field, value) };
  const edit = { sheet: line.item.sheet, cell: content.name, was: content.value, value: place.value };
  return { ...nothing, edit };
}

const tidyText = (value: CellValue | null): string => tidy(String(value ?? "").normalize("NFC"));
