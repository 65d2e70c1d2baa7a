import { type Area, parseCellName } from "../../shared/grid.ts";
import { noPlainCells, type PlainCells, takePlainCells } from "./plain-cells.ts";
import { LIMITS } from "./refusals.ts";
import { findElements, isTrue } from "./xml.ts";

export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_383;

/** Stands for a formula's missing result, which SheetJS would give as 0; no XML may hold this character. */
export const UNKNOWN_RESULT = "\u0001";

export interface SheetLayout {
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: readonly number[];
  readonly merged: readonly Area[];
}

export interface SheetXml {
  readonly layout: SheetLayout;
  readonly plain: PlainCells;
  /** All other cells, as XML. */
  readonly rest: string;
}

function findHiddenColumns(head: string): number[] {
  const hidden = new Set<number>();
  for (const column of findElements(head, "col")) {
    if (!isTrue(column.get("hidden"))) continue;
    const last = Math.min(Number(column.get("max")) - 1, LAST_COLUMN);
    for (let index = Math.max(0, Number(column.get("min")) - 1); index <= last; index += 1) hidden.add(index);
  }
  return [...hidden].sort((a, b) => a - b);
}

function readArea(ref: string): Area | null {
  const [first, second] = ref.split(":", 2).map(parseCellName);
  if (!first || !second) return null;
  const area = {
    top: Math.min(first.row, second.row),
    left: Math.min(first.column, second.column),
    bottom: Math.max(first.row, second.row),
    right: Math.max(first.column, second.column),
  };
  return area.bottom > LAST_ROW || area.right > LAST_COLUMN ? null : area;
}

function findMerged(tail: string): Area[] {
  const merged: Area[] = [];
  for (const merge of findElements(tail, "mergeCell")) {
    const area = readArea(merge.get("ref") ?? "");
    if (area) merged.push(area);
    if (merged.length === LIMITS.merges) break;
  }
  return merged;
}

/** Null when a row lies beyond Excel's last one, as in no sheet that Excel saved. */
function findHiddenRows(cells: string): ReadonlySet<number> | null {
  const hidden = new Set<number>();
  let row = 0;
  for (const [tag] of cells.matchAll(/<(?:\w+:)?row(?=[\s/>])[^<>]*>/g)) {
    const stated = /\sr=["'](\d+)["']/.exec(tag)?.[1];
    row = stated ? Number(stated) : row + 1;
    if (row > LAST_ROW) return null;
    if (/\shidden=["'](?:1|true)["']/.test(tag)) hidden.add(row);
  }
  return hidden;
}

const asUtf8Bytes = (code: number): string =>
  code > 0x7f && code <= 0x10ffff ? Buffer.from(String.fromCodePoint(code), "utf8").toString("latin1") : "";

/** SheetJS loses the high half of a character written as a number when it stands in a formula's result. */
function spellOutCharacters(xml: string): string {
  if (!xml.includes("&#")) return xml;
  return xml.replace(/&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi, (whole, hex: string | undefined, decimal: string) => {
    return asUtf8Bytes(hex ? parseInt(hex, 16) : Number(decimal)) || whole;
  });
}

/** Of a text that is plain first and rich after SheetJS would keep the plain part only. */
const joinRichText = (xml: string): string =>
  xml.replace(
    /(<((?:\w+:)?)(?:si|is)(?:\s[^<>]*)?>\s*)(<\2t(?:\s[^<>]*)?>[^<]*<\/\2t>)(?=\s*<\2r[\s>])/g,
    "$1<$2r>$3</$2r>",
  );

export function prepareSharedStrings(xml: string): string {
  // SheetJS would skip an empty string written in the short form and so shift all that follow.
  const filled = xml.replace(/<((?:\w+:)?si)\s*\/>/g, "<$1></$1>");
  return joinRichText(spellOutCharacters(filled));
}

/** A cell of a formula alone, at most with an empty result. */
const FORMULA_WITHOUT_RESULT =
  /<(?:\w+:)?c(?<attributes>\s[^<>]*)?>\s*(?<formula><(?<prefix>(?:\w+:)?)f(?=[\s/>])[^<>]*(?:\/>|>[^<]*<\/\k<prefix>f>))(?:\s*(?<result><\k<prefix>v\s*(?:\/>|>\s*<\/\k<prefix>v>)))?\s*<\/(?:\w+:)?c>/;

function markUnknownResults(xml: string): string {
  return xml.replace(new RegExp(FORMULA_WITHOUT_RESULT, "g"), (cell) => {
    const { attributes = "", formula = "", result } = FORMULA_WITHOUT_RESULT.exec(cell)?.groups ?? {};
    if (result && /\st=["']str["']/.test(attributes)) return cell;
    return `<c${attributes.replace(/\st=["']\w*["']/, "")} t="str">${formula}<v>${UNKNOWN_RESULT}</v></c>`;
  });
}

/** Where one is without a name, its place follows from those before it, and none may be taken out. */
const UNNAMED = /<(?:\w+:)?(?:c|row)(?:[>/]|\s(?![^<>]*\br=))/;
const STYLE_ONLY = /<(?:\w+:)?c\s[^<>]*(?:\/>|>\s*<\/(?:\w+:)?c>)/g;
const EMPTY_ROW = /<(?:\w+:)?row\s[^<>]*(?:\/>|>\s*<\/(?:\w+:)?row>)/g;

function prepareCells(xml: string): string {
  const plainer = xml
    // Of an error SheetJS keeps a number, and none for errors newer than itself.
    .replace(/(<(?:\w+:)?c\s[^<>]*?\bt=)(["'])e\2/g, '$1"str"')
    // For each cell SheetJS looks through all array formulas of the sheet, for what nobody reads.
    .replace(/(<(?:\w+:)?f\s[^<>]*?)\bt=(["'])array\2/g, "$1");
  return markUnknownResults(joinRichText(spellOutCharacters(plainer)));
}

type SheetCells = Pick<SheetXml, "plain" | "rest">;

function readCells(xml: string): SheetCells {
  const plain = noPlainCells();
  if (UNNAMED.test(xml)) return { plain, rest: prepareCells(xml) };
  // A template may hold a million cells of style alone.
  const rest = takePlainCells(xml, plain).replace(STYLE_ONLY, "").replace(EMPTY_ROW, "");
  return { plain, rest: prepareCells(rest) };
}

export const countRows = (xml: string): number => xml.match(/<(?:\w+:)?row[\s>]/g)?.length ?? 0;

/** Null when it is no worksheet, or breaks Excel's own limits. */
export function readSheetXml(xml: string): SheetXml | null {
  if (!/<(?:\w+:)?worksheet[\s>]/.test(xml)) return null;
  const open = /<(?:\w+:)?sheetData(?:\s[^<>]*|\/)?>/.exec(xml);
  const start = open ? open.index + open[0].length : xml.length;
  const isEmpty = !open || open[0].endsWith("/>");
  const end = isEmpty ? start : xml.lastIndexOf("</", xml.lastIndexOf("sheetData"));
  if (end < start) return null;
  const cells = xml.slice(start, end);
  const hiddenRows = findHiddenRows(cells);
  if (!hiddenRows) return null;
  return {
    layout: {
      hiddenRows,
      hiddenColumns: findHiddenColumns(xml.slice(0, open?.index)),
      merged: findMerged(xml.slice(end)),
    },
    ...readCells(cells),
  };
}
