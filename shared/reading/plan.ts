/** The plan sheet ("Kế hoạch"): number, date, years, and the amounts of the plan's text in figures and in words. */
import type { Plan, PlanAmount, Years } from "../appendix.ts";
import { cellName, type Grid, type GridCell, type GridRow } from "../grid.ts";
import { readAmountText, readUnit, toDong, writtenToDong, type Unit } from "../money.ts";
import { findTables } from "./header.ts";
import { matchForm } from "./match-form.ts";
import { readPeriod, serialToMonth } from "../period.ts";
import { fold, foldWords, tidy } from "../text.ts";

const PROVINCE = /^(tinh|tinh thanh pho|thanh pho|don vi|co quan|dia phuong|bo nganh)$/;
const NUMBER = /^(so ke hoach|so|so van ban|so hieu|so ky hieu|so quyet dinh)$/;
const DATE = /^(ngay ban hanh|ngay|ngay ky|ngay thang)$/;
const PERIOD = /^(giai doan|nam|nam ke hoach|thoi gian|ky ke hoach|nien do)( ke hoach)?$/;
const AMOUNT_HEADER = /^(so tien|kinh phi|bang so)( .*)?$/;
const WORDS_HEADER = /^(bang chu|viet bang chu|so tien bang chu)$/;

const MOST_ROWS = 400;

/** @returns null when the sheet is no plan sheet: one with an appendix on it is none */
export function readPlan(grid: Grid): Plan | null {
  const rows = grid.rows.slice(0, MOST_ROWS);
  if (findTables({ ...grid, rows }).some((table) => matchForm(table.columns) !== null)) return null;
  const header = rows.findIndex((row) =>
    row.cells.some((cell) => WORDS_HEADER.test(words(cell)) || AMOUNT_HEADER.test(words(cell))),
  );
  const facts = new Map<string, GridCell>();
  for (const row of header < 0 ? rows : rows.slice(0, header)) {
    const [label, value] = row.cells.filter((cell) => cell.value !== "");
    if (label && value) facts.set(words(label), value);
  }
  const fact = (pattern: RegExp): GridCell | undefined => [...facts].find(([label]) => pattern.test(label))?.[1];
  const number = fact(NUMBER);
  if (header < 0 || (!number && !fact(PERIOD) && !fact(PROVINCE))) return null;
  return {
    sheet: grid.name,
    province: textOf(fact(PROVINCE)),
    number: textOf(number),
    date: dateOf(fact(DATE)),
    period: yearsOf(fact(PERIOD)),
    amounts: readAmounts(rows.slice(header)),
  };
}

const words = (cell: GridCell): string => (typeof cell.value === "string" ? foldWords(cell.value) : "");

const textOf = (cell: GridCell | undefined): string | null => (cell === undefined ? null : tidy(String(cell.value)));

function yearsOf(cell: GridCell | undefined): Years | null {
  if (cell?.value === undefined || cell.value === null || typeof cell.value === "boolean") return null;
  const period = readPeriod(cell.value);
  return typeof period === "string" ? null : { from: period.from, to: period.to };
}

function dateOf(cell: GridCell | undefined): string | null {
  if (typeof cell?.value === "number" && cell.value > 20_000 && cell.value < 80_000) {
    const [month = "", year = ""] = serialToMonth(cell.value).split("/");
    const day = new Date(Math.round((cell.value - 25_569) * 86_400_000)).getUTCDate();
    return `${year}-${month.padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  }
  const text = textOf(cell);
  const local = text === null ? null : /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  return local ? `${local[3] ?? ""}-${(local[2] ?? "").padStart(2, "0")}-${(local[1] ?? "").padStart(2, "0")}` : text;
}

function readAmounts(rows: readonly GridRow[]): readonly PlanAmount[] {
  const [header, ...body] = rows;
  const amountColumn = header?.cells.find(
    (cell) => AMOUNT_HEADER.test(words(cell)) && !WORDS_HEADER.test(words(cell)),
  )?.column;
  const wordsColumn = header?.cells.find((cell) => WORDS_HEADER.test(words(cell)))?.column;
  const labelColumn = header?.cells.find((cell) => !/^(stt|tt|so tt)$/.test(words(cell)))?.column ?? 0;
  const headerUnit =
    header?.cells.map((cell) => readUnit(String(cell.value ?? ""))).find((unit) => unit !== null) ?? "dong";
  if (amountColumn === undefined) return [];
  const amounts: PlanAmount[] = [];
  for (const row of body) {
    const at = (column: number | undefined): GridCell | undefined => row.cells.find((cell) => cell.column === column);
    const label = textOf(at(labelColumn)) ?? "";
    const amount = at(amountColumn);
    if (label === "" || amount === undefined || amount.value === "") continue;
    const wordsCell = at(wordsColumn);
    const isSpelled = typeof wordsCell?.value === "string" && wordsCell.value.trim() !== "";
    amounts.push({
      label,
      level: levelOf(label, amounts.length),
      cell: cellName(row.row, amountColumn),
      dong: dongOf(amount, headerUnit),
      wordsCell: isSpelled ? cellName(row.row, wordsColumn ?? 0) : null,
      words: isSpelled ? tidy(String(wordsCell.value)) : null,
    });
  }
  return amounts;
}

/** The first line is the total, lines with a dash are parts of the part above. */
function levelOf(label: string, index: number): number {
  if (index === 0) return 0;
  return /^\s*[-+*•]/.test(fold(label)) ? 2 : 1;
}

/** In figures, with a unit word or in whole đồng. */
function dongOf(cell: GridCell, unit: Unit): number | null {
  if (typeof cell.value === "number") {
    const dong = toDong(cell.value, unit);
    return dong?.isWhole ? dong.dong : null;
  }
  if (typeof cell.value !== "string") return null;
  const reading = readAmountText(cell.value);
  const number = reading.kind === "ambiguous" ? reading.asThousands : reading.kind === "number" ? reading.number : null;
  const dong = number ? writtenToDong(number, unit) : null;
  return dong?.isWhole ? dong.dong : null;
}

/** The amount the plan is for: its first line. */
export const planTotal = (plan: Plan | null): PlanAmount | null =>
  plan?.amounts.find((amount) => amount.level === 0) ?? null;
