/**
 * Appendices of several workbooks → one list of line items and what it was made from. Pure: the same input gives the same
 * result. Nothing is left out silently: what can't be added up is named in `sources`.
 */
import {
  figureCell,
  textCell,
  type AmountHolds,
  type Appendix,
  type AppendixRow,
  type FormId,
  type Plan,
  type Scope,
} from "./appendix.ts";
import type { WorkbookCheck } from "./check.ts";
import { groupBy } from "./group-by.ts";
import type { Bundle } from "./sums/groups.ts";
import { findResiduals, type Residuals } from "./sums/residuals.ts";
import { sumDong } from "./money.ts";
import { fold, foldWords } from "./text.ts";

/** A bucket of money: the whole of a scope and kind, one of its sources, or what has no source. */
export interface MoneyColumn {
  readonly scope: Scope;
  readonly kind: AmountHolds["kind"];
  readonly source:
    "total" | "unsourced" | { readonly origin: AmountHolds["origin"]; readonly nature: AmountHolds["nature"] };
}

export interface ConsolidatedLine {
  readonly province: string;
  readonly planNumber: string;
  readonly file: string;
  readonly sheet: string;
  /** Address of the item's name. */
  readonly cell: string;
  /** "II. Ứng dụng CNTT › 3. …": the sections it stands in. */
  readonly sections: string;
  readonly number: string;
  readonly name: string;
  readonly leadAgency: string;
  readonly period: string;
  readonly fundingText: string;
  /** Whole đồng by column of the consolidation; null where the sheet says nothing. */
  readonly amounts: readonly (number | null)[];
}

export interface ConsolidatedSource {
  readonly file: string;
  readonly sheet: string;
  readonly province: string;
  readonly planNumber: string;
  readonly form: FormId;
  readonly lineItems: number;
  readonly errors: number;
  readonly warnings: number;
  /** Why its money is not in the totals; null when it is. */
  readonly leftOut: "unit-unknown" | "same-appendix" | "no-money" | null;
}

export interface Consolidation {
  readonly columns: readonly MoneyColumn[];
  readonly lines: readonly ConsolidatedLine[];
  readonly sources: readonly ConsolidatedSource[];
}

export interface CheckedWorkbook {
  readonly file: string;
  readonly check: WorkbookCheck;
}

interface Part {
  readonly file: string;
  readonly appendix: Appendix;
  readonly plan: Plan | null;
  readonly check: WorkbookCheck;
}

export function consolidate(workbooks: readonly CheckedWorkbook[]): Consolidation {
  const parts = workbooks.flatMap(({ file, check }) =>
    check.sheets.flatMap(({ appendix }): Part[] => (appendix ? [{ file, appendix, plan: check.plan, check }] : [])),
  );
  const seen = new Set<string>();
  const sources = parts.map((part) => sourceOf(part, seen));
  const added = parts.filter((_, index) => sources[index]?.leftOut === null);
  const columns = columnsOf(added);
  return { columns, lines: added.flatMap((part) => linesOf(part, columns)), sources };
}

export const provinceOf = ({ appendix, plan, file }: Pick<Part, "appendix" | "plan" | "file">): string =>
  plan?.province ?? appendix.province ?? file.replace(/^.*[\\/]/, "").replace(/\.xls[xm]$/i, "");

const planNumberOf = ({ appendix, plan }: Part): string => plan?.number ?? appendix.planNumber ?? "";

function sourceOf(part: Part, seen: Set<string>): ConsolidatedSource {
  const { appendix, file, check } = part;
  const findings = check.findings.filter(({ sheet }) => sheet === appendix.sheet);
  const key = contentKey(part);
  const isRepeat = seen.has(key);
  seen.add(key);
  const hasMoney = appendix.figureColumns.some(({ holds }) => holds.type === "amount");
  return {
    file,
    sheet: appendix.sheet,
    province: provinceOf(part),
    planNumber: planNumberOf(part),
    form: appendix.form,
    lineItems: appendix.rows.filter((row) => row.kind === "lineItem").length,
    errors: findings.filter(({ severity }) => severity === "error").length,
    warnings: findings.filter(({ severity }) => severity === "warning").length,
    leftOut: !hasMoney ? "no-money" : appendix.unit === null ? "unit-unknown" : isRepeat ? "same-appendix" : null,
  };
}

/** The same appendix sent twice, as another file or laid out otherwise, counts once. */
function contentKey(part: Part): string {
  const rows = part.appendix.rows.map((row) => `${foldWords(row.name)} ${row.figures.join(" ")}`);
  return `${fold(provinceOf(part))}|${fold(planNumberOf(part))}|${part.appendix.form}|${rows.join("|")}`;
}

const columnKey = ({ scope, kind, source }: MoneyColumn): string =>
  `${kind} ${scope} ${typeof source === "string" ? source : `${String(source.origin)} ${String(source.nature)}`}`;

const SCOPE_ORDER: Readonly<Record<Scope, number>> = { project: 0, phase: 1, year: 2 };
const SOURCE_ORDER = [
  "total",
  "central null",
  "central investment",
  "central recurrent",
  "local null",
  "local investment",
  "local recurrent",
];

/** Columns that some appendix fills, widest scope first, each scope with its whole and what has no source. */
function columnsOf(parts: readonly Part[]): readonly MoneyColumn[] {
  const found = new Map<string, MoneyColumn>();
  const add = (column: MoneyColumn): unknown => found.set(columnKey(column), column);
  for (const { appendix } of parts) {
    for (const { holds } of appendix.figureColumns) {
      if (holds.type !== "amount") continue;
      add({ scope: holds.scope, kind: holds.kind, source: "total" });
      add({ scope: holds.scope, kind: holds.kind, source: "unsourced" });
      if (holds.origin !== null || holds.nature !== null) {
        add({ scope: holds.scope, kind: holds.kind, source: { origin: holds.origin, nature: holds.nature } });
      }
    }
  }
  const rank = (column: MoneyColumn): string => {
    const source =
      typeof column.source === "string"
        ? column.source
        : `${String(column.source.origin)} ${String(column.source.nature)}`;
    const place = column.source === "unsourced" ? 99 : SOURCE_ORDER.indexOf(source) + 1 || 50;
    return `${column.kind === "planned" ? "0" : "1"}${String(SCOPE_ORDER[column.scope])}${String(place).padStart(2, "0")}${source}`;
  };
  return [...found.values()].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

/** Every row that carries money of its own: line items, and sections whose money is not split among their rows. */
function linesOf(part: Part, columns: readonly MoneyColumn[]): readonly ConsolidatedLine[] {
  const { appendix, file } = part;
  const residuals = findResiduals(appendix);
  const filledBelow = residuals.bundles.map((bundle) => findFilledBelow(residuals, bundle));
  return appendix.rows.flatMap((row, index) => {
    if (row.kind === "grandTotal" || row.kind === "subtotal") return [];
    const carried = residuals.bundles.filter(
      (bundle, number) => filledBelow[number]?.[index] !== 1 && isFilled(row, bundle),
    );
    if (carried.length === 0 && row.kind !== "lineItem") return [];
    return [
      {
        province: provinceOf(part),
        planNumber: planNumberOf(part),
        file,
        sheet: appendix.sheet,
        cell: textCell(appendix, row, "name") ?? figureCell(appendix, row, 0),
        sections: sectionsOf(appendix, row),
        number: row.number,
        name: row.name,
        leadAgency: row.texts["leadAgency"] ?? "",
        period: row.texts["period"] ?? "",
        fundingText: row.texts["fundingText"] ?? "",
        amounts: columns.map((column) => amountOf(residuals, row, { column, carried })),
      },
    ];
  });
}

const isFilled = (row: AppendixRow | undefined, bundle: Bundle): boolean =>
  bundle.columns.some((column) => (row?.figures[column] ?? null) !== null);

/** 1 for rows with a row below them that prints money of the bundle. */
function findFilledBelow({ appendix }: Residuals, bundle: Bundle): Uint8Array {
  const filled = new Uint8Array(appendix.rows.length);
  appendix.rows.forEach((row) => {
    if (row.kind === "grandTotal" || row.kind === "subtotal" || !isFilled(row, bundle)) return;
    for (let above = row.parent; above >= 0 && filled[above] !== 1; above = appendix.rows[above]?.parent ?? -1)
      filled[above] = 1;
  });
  return filled;
}

function sectionsOf(appendix: Appendix, row: AppendixRow): string {
  const names: string[] = [];
  for (let above = appendix.rows[row.parent]; above; above = appendix.rows[above.parent]) {
    names.unshift([above.number, above.name].filter((text) => text !== "" && text !== "-").join(". "));
  }
  return names.join(" › ");
}

interface Wanted {
  readonly column: MoneyColumn;
  readonly carried: readonly Bundle[];
}

/**
 * The whole is the printed one, else the sum of the sources; what is in the whole and in no source is unsourced.
 * Of two splits of one whole (by origin, by nature) the first is added up; the other's columns show it once more.
 */
function amountOf(residuals: Residuals, row: AppendixRow, { column, carried }: Wanted): number | null {
  const { appendix } = residuals;
  const bundles = carried.filter((bundle) => bundle.scope === column.scope && bundle.kind === column.kind);
  if (bundles.length === 0) return null;
  const parts = bundles.flatMap((bundle) =>
    bundle.columns.filter((index) => index !== bundle.total && isFinest(appendix, bundle, index)),
  );
  const sum = (indexes: readonly number[]): number =>
    indexes.reduce((total, index) => total + (row.figures[index] ?? 0), 0);
  const wholes = bundles.flatMap(({ total }) => (total >= 0 && row.figures[total] !== null ? [total] : []));
  const again = new Set(
    bundles
      .flatMap(({ total }) => residuals.groups.filter((group) => group.total === total).slice(1))
      .flatMap((group) => group.parts),
  );
  const sourced = sum(parts.filter((index) => !again.has(index)));
  const whole = wholes.length > 0 ? sum(wholes) : sourced;
  if (column.source === "total") return whole;
  if (column.source === "unsourced") return whole - sourced;
  const { origin, nature } = column.source;
  const own = parts.filter((index) => {
    const holds = appendix.figureColumns[index]?.holds;
    return holds?.type === "amount" && holds.origin === origin && holds.nature === nature;
  });
  return own.length === 0 ? null : sum(own);
}

/** A source that is split further in the same bundle is counted by its split. */
function isFinest(appendix: Appendix, bundle: Bundle, index: number): boolean {
  const holds = appendix.figureColumns[index]?.holds;
  if (holds?.type !== "amount") return false;
  return !bundle.columns.some((other) => {
    const finer = appendix.figureColumns[other]?.holds;
    if (other === index || finer?.type !== "amount" || holds.detail !== null) return false;
    const isWithin =
      (holds.origin === null || holds.origin === finer.origin) &&
      (holds.nature === null || holds.nature === finer.nature);
    return isWithin && other !== bundle.total && count(finer) > count(holds);
  });
}

const count = ({ origin, nature, detail }: AmountHolds): number =>
  (origin ? 1 : 0) + (nature ? 1 : 0) + (detail ? 1 : 0);

/** Totals of every column by province, in the order provinces first come. */
export function totalsByProvince({ lines, columns }: Consolidation): ReadonlyMap<string, readonly number[]> {
  const totals = new Map<string, number[]>();
  for (const [province, own] of groupBy(lines, (line) => line.province)) {
    totals.set(
      province,
      columns.map((_, index) => addDong(own.map((line) => line.amounts[index] ?? 0))),
    );
  }
  return totals;
}

/** @throws RangeError when the sum can't be kept exactly: no plan for IT comes near it */
function addDong(amounts: readonly number[]): number {
  const sum = sumDong(amounts);
  if (sum === null)
    throw new RangeError("tổng vượt quá số Excel giữ được chính xác / a total is larger than can be kept exactly");
  return sum;
}
