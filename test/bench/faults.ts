/** Faults put into right sheets, at every place they can stand. */
import { isErrorValue, type Grid } from "../../shared/grid.ts";
import { deleteRow, doubleRow, formulaAt, setCells, valueAt, type RightSheet } from "./right-sheets.ts";

export interface Injected {
  readonly kind: string;
  readonly sheet: string;
  readonly grids: readonly Grid[];
  /** The cells any one of which is the right place. */
  readonly at: readonly string[];
  /** Where no equation determines the cell: the totals of the sum it stands in. */
  readonly orAt: readonly string[];
}

type Change = (value: number) => number | null;

const swapDigits: Change = (value) => {
  const digits = [...String(value)];
  const index = digits.findIndex(
    (digit, place) => place > 0 && digit !== digits[place - 1] && !(place === 1 && digit === "0"),
  );
  if (index < 0) return null;
  [digits[index - 1], digits[index]] = [digits[index] ?? "", digits[index - 1] ?? ""];
  return Number(digits.join(""));
};

const AMOUNT_CHANGES: Readonly<Record<string, Change>> = {
  "digits swapped": swapDigits,
  "digit lost": (value) => (value >= 10 ? Math.floor(value / 10) : null),
  "digit added": (value) => value * 10 + 7,
  "digit changed": (value) => value + (String(value).startsWith("9") ? -1 : 1) * 10 ** (String(value).length - 1),
  "last digits changed": (value) => (value >= 100 ? value + 37 : null),
  "times 1000": (value) => value * 1000,
  "divided by 1000": (value) => value / 1000,
  "sign flipped": (value) => -value,
};

const replaceGrid = (sheet: RightSheet, grid: Grid, index = sheet.appendix): Grid[] =>
  sheet.grids.map((other, at) => (at === index ? grid : other));

const appendixOf = (sheet: RightSheet): Grid => sheet.grids[sheet.appendix] as Grid;

/** Rows of line items: those between first and last that no section row and no blank one is. */
function itemRows(sheet: RightSheet): number[] {
  const grid = appendixOf(sheet);
  const rows: number[] = [];
  for (let row = sheet.firstRow; row <= sheet.lastRow; row++) {
    const hasMoney = sheet.money.some((letter) => typeof valueAt(grid, letter + String(row)) === "number");
    if (!(row in sheet.sections) && hasMoney && valueAt(grid, sheet.nameColumn + String(row)) !== null) rows.push(row);
  }
  return rows;
}

const groupsOf = (sheet: RightSheet, letter: string): readonly (readonly string[])[] =>
  sheet.groups.filter((group) => group.includes(letter));

/** The total down a column that a row counts in. */
function totalRowOf(sheet: RightSheet, row: number): number {
  const section = Object.entries(sheet.sections).find(([, [first, last]]) => row >= first && row <= last);
  return section ? Number(section[0]) : sheet.totalRow;
}

/**
 * A figure stands in a sum along its row and in one down its column: both failing, the cell is determined. Without the
 * one, or where the totals are formulas and follow along, only a total can be named.
 */
function undetermined(sheet: RightSheet, letter: string, row: number): string[] {
  const groups = groupsOf(sheet, letter);
  if (groups.length === 0) return [letter + String(totalRowOf(sheet, row))];
  return sheet.hasFormulas ? groups.map(([total]) => String(total) + String(row)) : [];
}

function amountFaults(sheet: RightSheet): Injected[] {
  const grid = appendixOf(sheet);
  return itemRows(sheet).flatMap((row) =>
    sheet.money.flatMap((letter) => {
      const cell = letter + String(row);
      const value = valueAt(grid, cell);
      if (typeof value !== "number" || value === 0) return [];
      const isSeen = groupsOf(sheet, letter).length > 0 || !sheet.hasFormulas || sheet.money.length === 1;
      const kinds = Object.entries(AMOUNT_CHANGES).flatMap(([kind, change]) => {
        const changed = change(value);
        return changed === null || changed === value || !isSeen ? [] : [{ kind: `amount: ${kind}`, changed }];
      });
      return kinds.map(({ kind, changed }) => ({
        kind,
        sheet: sheet.name,
        grids: replaceGrid(sheet, setCells(grid, { [cell]: changed })),
        at: [cell],
        orAt: undetermined(sheet, letter, row),
      }));
    }),
  );
}

/** Parts of a row: one blanked, two exchanged. */
function sourceFaults(sheet: RightSheet): Injected[] {
  const grid = appendixOf(sheet);
  const made = (kind: string, changes: Record<string, number | null>, orAt: readonly string[]): Injected => ({
    kind,
    sheet: sheet.name,
    grids: replaceGrid(sheet, setCells(grid, changes)),
    at: Object.keys(changes),
    orAt,
  });
  return itemRows(sheet).flatMap((row) =>
    sheet.groups.flatMap(([total = "", ...parts]) => {
      const filled = parts.filter((letter) => Number(valueAt(grid, letter + String(row))) > 0);
      const blanked = filled.map((letter) =>
        made("source blanked", { [letter + String(row)]: null }, sheet.hasFormulas ? [total + String(row)] : []),
      );
      const exchanged = parts.flatMap((first, index) =>
        parts.slice(index + 1).flatMap((second) => {
          const [a, b] = [
            Number(valueAt(grid, first + String(row)) ?? 0),
            Number(valueAt(grid, second + String(row)) ?? 0),
          ];
          const place = String(totalRowOf(sheet, row));
          if (a === b || sheet.hasFormulas) return [];
          return [
            made("two sources exchanged", { [first + String(row)]: b, [second + String(row)]: a }, [
              first + place,
              second + place,
            ]),
          ];
        }),
      );
      return [...blanked, ...exchanged];
    }),
  );
}

/** Printed totals of sections and of all. */
function totalFaults(sheet: RightSheet): Injected[] {
  const grid = appendixOf(sheet);
  const rows = [...Object.keys(sheet.sections).map(Number), sheet.totalRow];
  return rows.flatMap((row) =>
    sheet.money.flatMap((letter) => {
      const cell = letter + String(row);
      const value = valueAt(grid, cell);
      const kind = row === sheet.totalRow ? "grand total changed" : "subtotal changed";
      const made = (name: string, changed: number | null): Injected => ({
        kind: name,
        sheet: sheet.name,
        grids: replaceGrid(sheet, setCells(grid, { [cell]: changed })),
        at: [cell],
        orAt: [],
      });
      if (formulaAt(grid, cell) !== null) return rangeFaults(sheet, cell);
      if (typeof value !== "number" || value === 0) return [];
      return [made(kind, value + 130), made(kind, swapDigits(value) ?? value + 900), made("total blanked", null)];
    }),
  );
}

function rangeFaults(sheet: RightSheet, cell: string): Injected[] {
  const grid = appendixOf(sheet);
  const formula = formulaAt(grid, cell) ?? "";
  const range = /^SUM\(([A-Z]+)(\d+):[A-Z]+(\d+)\)$/.exec(formula);
  const made = (kind: string, changed: string): Injected => ({
    kind,
    sheet: sheet.name,
    grids: replaceGrid(sheet, setCells(grid, { [cell]: changed })),
    at: [cell],
    orAt: [],
  });
  if (!range) {
    const terms = formula.split("+");
    const first = terms.findIndex((term) => sumBelow(sheet, term) !== 0);
    return terms.length > 1 && first >= 0
      ? [made("SUM misses a section", `=${terms.filter((_, index) => index !== first).join("+")}`)]
      : [];
  }
  const [, letter = "", first = "", last = ""] = range;
  const isFilled = (row: string): boolean => Number(valueAt(grid, letter + row) ?? 0) !== 0;
  const made1 =
    isFilled(last) && first !== last
      ? [made("SUM range shortened", `=SUM(${letter}${first}:${letter}${String(Number(last) - 1)})`)]
      : [];
  const made2 =
    isFilled(first) && first !== last
      ? [made("SUM range shortened", `=SUM(${letter}${String(Number(first) + 1)}:${letter}${last})`)]
      : [];
  const errors = [made("formula error", "#REF!")];
  return [...made1, ...made2, ...errors];
}

function sumBelow(sheet: RightSheet, cell: string): number {
  const letter = cell.replace(/\d+/, "");
  const [first = 0, last = -1] = sheet.sections[Number(cell.replace(/\D+/, ""))] ?? [];
  let sum = 0;
  for (let row = first; row <= last; row++) sum += Number(valueAt(appendixOf(sheet), letter + String(row)) ?? 0);
  return sum;
}

/** Whole rows: gone, twice, or added without the totals knowing. */
function rowFaults(sheet: RightSheet): Injected[] {
  const grid = appendixOf(sheet);
  if (sheet.hasFormulas) return [];
  return itemRows(sheet).flatMap((row) => {
    const moved = (at: number): number => (at > row ? at - 1 : at);
    const totals = sheet.money.map((letter) => letter + String(moved(totalRowOf(sheet, row))));
    const gone: Injected = {
      kind: "row deleted, totals left",
      sheet: sheet.name,
      grids: replaceGrid(sheet, deleteRow(grid, row)),
      at: [...totals, sheet.numberColumn + String(row)],
      orAt: [],
    };
    const twice: Injected = {
      kind: "row doubled, totals left",
      sheet: sheet.name,
      grids: replaceGrid(sheet, doubleRow(grid, row)),
      at: [sheet.nameColumn + String(row + 1), sheet.nameColumn + String(row)],
      orAt: [],
    };
    const renamed = setCells(doubleRow(grid, row), {
      [sheet.nameColumn + String(row + 1)]: "Nhiệm vụ mới bổ sung sau khi đã cộng",
      [sheet.numberColumn + String(row + 1)]: null,
    });
    const shifted = totalRowOf(sheet, row) > row ? totalRowOf(sheet, row) + 1 : totalRowOf(sheet, row);
    const added: Injected = {
      kind: "row added, totals left",
      sheet: sheet.name,
      grids: replaceGrid(sheet, renamed),
      at: sheet.money.map((letter) => letter + String(shifted)),
      orAt: [],
    };
    return [gone, twice, added];
  });
}

/** Texts: numbers, names, agencies, periods, units, words in money cells. */
function textFaults(sheet: RightSheet): Injected[] {
  const grid = appendixOf(sheet);
  const made = (kind: string, changes: Record<string, string | number | null>, at?: readonly string[]): Injected => ({
    kind,
    sheet: sheet.name,
    grids: replaceGrid(sheet, setCells(grid, changes)),
    at: at ?? Object.keys(changes),
    orAt: [],
  });
  const perRow = itemRows(sheet).flatMap((row) => {
    const place = String(row);
    const number = valueAt(grid, sheet.numberColumn + place);
    const faults: Injected[] = [made("name blanked", { [sheet.nameColumn + place]: null })];
    if (sheet.agencyColumn) faults.push(made("lead agency blanked", { [sheet.agencyColumn + place]: null }));
    if (sheet.periodColumn) {
      const cell = sheet.periodColumn + place;
      faults.push(
        made("period blanked", { [cell]: null }),
        made("period reversed", { [cell]: "2024-2019" }),
        made("period outside plan", { [cell]: "2003-2004" }),
      );
      faults.push(made("period unreadable", { [cell]: "sau khi được duyệt" }));
    }
    if (typeof number === "number" && number > 1)
      faults.push(made("number repeated", { [sheet.numberColumn + place]: number - 1 }));
    if (typeof number === "number") faults.push(...skipFrom(sheet, row, number, made));
    return faults;
  });
  return [...perRow, ...moneyTextFaults(sheet, made), ...unitFaults(sheet, made)];
}

type Make = (kind: string, changes: Record<string, string | number | null>, at?: readonly string[]) => Injected;

/** All numbers of the section from a row on are one too high. */
function skipFrom(sheet: RightSheet, row: number, number: number, made: Make): Injected[] {
  const changes: Record<string, number> = {};
  for (let below = row, next = number; ; below++, next++) {
    const value = valueAt(appendixOf(sheet), sheet.numberColumn + String(below));
    if (typeof value === "string" && value === "-") {
      next--;
      continue;
    }
    if (value !== next) break;
    changes[sheet.numberColumn + String(below)] = next + 1;
  }
  return [made("number skipped", changes, [sheet.numberColumn + String(row)])];
}

function moneyTextFaults(sheet: RightSheet, made: Make): Injected[] {
  const grid = appendixOf(sheet);
  return itemRows(sheet).flatMap((row) =>
    sheet.money.flatMap((letter) => {
      const cell = letter + String(row);
      const value = valueAt(grid, cell);
      if (typeof value !== "number" || value === 0) return [];
      const dotted = String(value).replace(/\B(?=(\d{3})+$)/g, ".");
      const faults = [
        made("words in a money cell", { [cell]: "chưa xác định" }),
        made("amount typed as text", { [cell]: dotted }),
      ];
      return [...faults, made("letter in an amount", { [cell]: `${String(value)}o5` })];
    }),
  );
}

function unitFaults(sheet: RightSheet, made: Make): Injected[] {
  if (!sheet.unitCell || sheet.plan < 0) return [];
  const wrong = ["tỷ đồng", "đồng", "nghìn đồng", "triệu đồng"].filter(
    (unit) =>
      !String(valueAt(appendixOf(sheet), sheet.unitCell ?? ""))
        .toLowerCase()
        .includes(` ${unit}`),
  );
  return wrong.map((unit) => made("unit line changed", { [sheet.unitCell ?? ""]: `Đơn vị tính: ${unit}` }));
}

/** The plan's text: figures, words, parts. */
function planFaults(sheet: RightSheet): Injected[] {
  const grid = sheet.grids[sheet.plan];
  if (!grid) return [];
  const rows = grid.rows.filter((row) => row.row >= 7).map(({ row }) => row);
  return rows.flatMap((row) => {
    const figures = String(valueAt(grid, `B${String(row)}`));
    const words = valueAt(grid, `C${String(row)}`);
    const changed = figures.replace(/[1-9]/, (digit) => String((Number(digit) % 9) + 1));
    const made = (kind: string, changes: Record<string, string>): Injected => ({
      kind,
      sheet: sheet.name,
      grids: replaceGrid(sheet, setCells(grid, changes), sheet.plan),
      at: Object.keys(changes),
      orAt: sheet.money
        .map((letter) => letter + String(sheet.totalRow))
        .concat(rows.map((other) => `B${String(other)}`)),
    });
    const apart =
      typeof words === "string"
        ? [
            made("plan: words and figures apart", { [`C${String(row)}`]: `một trăm ${words}` }),
            made("plan: words and figures apart", { [`B${String(row)}`]: changed }),
          ]
        : [];
    const plain = typeof words === "string" ? [] : [made("plan: amount changed", { [`B${String(row)}`]: changed })];
    return [...apart, ...plain];
  });
}

/** Changes that every total follows: no equation of the sheet can reveal them. */
function hiddenFaults(sheet: RightSheet): Injected[] {
  const grid = appendixOf(sheet);
  const letter = sheet.money[0] ?? "";
  if (!sheet.hasFormulas || sheet.groups.some((group) => group.includes(letter)) || sheet.money.length === 1) return [];
  return itemRows(sheet).flatMap((row) => {
    const cell = letter + String(row);
    const value = valueAt(grid, cell);
    return typeof value === "number"
      ? [
          {
            kind: NOT_REVEALED,
            sheet: sheet.name,
            grids: replaceGrid(sheet, setCells(grid, { [cell]: value + 100 })),
            at: [cell],
            orAt: [],
          },
        ]
      : [];
  });
}

export const NOT_REVEALED = "project's amount larger, totals follow (no equation reveals it)";

export function injectAll(sheet: RightSheet): readonly Injected[] {
  const all = [amountFaults, sourceFaults, totalFaults, rowFaults, textFaults, planFaults, hiddenFaults].flatMap(
    (make) => make(sheet),
  );
  return all.filter(({ grids }) =>
    grids.every((grid) => grid.rows.every((row) => row.cells.every((cell) => !isErrorValue(cell.value) || true))),
  );
}
