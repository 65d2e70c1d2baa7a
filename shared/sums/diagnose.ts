/**
 * What is wrong with an appendix's sums, one fault for each cause. A cell in two failing equations that one change would
 * settle is the wrong cell; a doubled or left-out row shows in every column alike; what remains is told at the total.
 */
import type { Appendix } from "../appendix.ts";
import { inUnit } from "../money.ts";
import { foldWords } from "../text.ts";
import { isEquation, residualOf, settlingChange, termsOf, type Cell, type Equation } from "./equations.ts";
import { findRangeFaults, type RangeFault } from "./ranges.ts";
import { figure, findResiduals, type Residuals } from "./residuals.ts";
import { findTypo, typoWeight, type Typo } from "./typo.ts";

export interface Suspect extends Cell {
  readonly typo: Typo;
  /** What the cell would have to say, in đồng (or as it is, for counts). */
  readonly value: number;
}

/** A total that does not agree with what it adds up. */
export interface SumFault {
  readonly kind: "sources" | "unsourced" | "section" | "grand";
  /** Index of the row the equation is of. */
  readonly of: number;
  /** Wrong totals, by column: as printed and as summed. */
  readonly totals: readonly (Cell & { readonly printed: number; readonly sum: number })[];
  /** The one cell that settles it, where the equations determine it. */
  readonly located: (Cell & { readonly value: number }) | null;
  /** The likeliest slip, where they don't. */
  readonly suspect: Suspect | null;
  /** Two cells of one row that have changed places. */
  readonly exchanged: readonly [Cell, Cell] | null;
  /** A row that the total leaves out. */
  readonly leftOut: number | null;
  /** Rows above whose sources are off only because of this one. */
  readonly above: readonly Cell[];
  readonly isRounding: boolean;
}

export interface DoubledRow {
  readonly row: number;
  readonly twin: number;
  readonly totals: readonly Cell[];
}

export interface SumFaults {
  readonly residuals: Residuals;
  readonly faults: readonly SumFault[];
  readonly ranges: readonly RangeFault[];
  readonly doubled: readonly DoubledRow[];
  /** Whether most rows' sources do not add up: the breakdown is then a partial one. */
  readonly partialGroups: readonly number[];
  /** Cells already spoken of, as `row * columns + column`: no other rule complains of them again. */
  readonly implicated: ReadonlySet<number>;
}

export const cellKey = (appendix: Appendix, cell: Cell): number => cell.row * appendix.figureColumns.length + cell.column;

export function diagnoseSums(appendix: Appendix): SumFaults {
  const residuals = findResiduals(appendix);
  const work = new Diagnosis(residuals);
  work.setAsidePartialGroups();
  work.explainRanges();
  work.explainDoubledRows();
  work.locate();
  work.explainExchanges();
  work.explainTotals();
  work.explainSources();
  return work.result();
}

class Diagnosis {
  readonly #residuals: Residuals;
  readonly #appendix: Appendix;
  readonly #faults: SumFault[] = [];
  readonly #doubled: DoubledRow[] = [];
  readonly #implicated = new Set<number>();
  readonly #ranges: readonly RangeFault[];
  readonly #partialGroups: number[] = [];

  constructor(residuals: Residuals) {
    this.#residuals = residuals;
    this.#appendix = residuals.appendix;
    this.#ranges = findRangeFaults(residuals);
  }

  result(): SumFaults {
    const { faults, doubled, implicated, ranges, partialGroups } = {
      faults: this.#faults,
      doubled: this.#doubled,
      implicated: this.#implicated,
      ranges: this.#ranges,
      partialGroups: this.#partialGroups,
    };
    return { residuals: this.#residuals, faults, ranges, doubled, partialGroups, implicated };
  }

  /** Where most rows fail the same way the columns are no full breakdown; thirty alarms would be thirty false ones. */
  setAsidePartialGroups(): void {
    this.#residuals.groups.forEach((group, along) => {
      const lines = this.#residuals.along[along];
      if (!lines) return;
      let held = 0;
      let failed = 0;
      this.#appendix.rows.forEach((row, index) => {
        const residual = lines[index] ?? 0;
        const hasParts = group.parts.some((part) => (row.figures[part] ?? 0) !== 0);
        if (!isEquation(residual) || !hasParts) return;
        if (residual === 0) held++;
        else failed++;
      });
      if (failed < 4 || failed <= held * 2) return;
      this.#partialGroups.push(along);
      lines.fill(Number.NaN);
    });
  }

  explainRanges(): void {
    for (const range of this.#ranges) {
      const value = this.#residuals.effective[range.column];
      const off = (rows: readonly number[]): number => rows.reduce((sum, row) => sum + (value?.[row] ?? 0), 0);
      this.#carryUp(range.of, range.column, off(range.missed) - off(range.doubled));
      this.#settle({ down: range.column, row: range.of });
      this.#mark({ row: range.row, column: range.column });
    }
  }

  /** A row that stands twice makes every column's sum too large by exactly that row. */
  explainDoubledRows(): void {
    for (const { of, columns, below } of this.#failingTotals()) {
      const row = below.find((index) => this.#accountsFor(index, { of, columns, sign: -1 }) && this.#twinOf(index, below) >= 0);
      if (row === undefined) continue;
      const totals = columns.map((column) => ({ row: this.#printedRow(of), column }));
      this.#doubled.push({ row, twin: this.#twinOf(row, below), totals });
      for (const total of totals) {
        this.#settle({ down: total.column, row: of });
        this.#mark(total);
      }
    }
  }

  #twinOf(index: number, below: readonly number[]): number {
    const name = foldWords(this.#appendix.rows[index]?.name ?? "");
    if (name === "") return -1;
    const twin = below.find((other) => other < index && foldWords(this.#appendix.rows[other]?.name ?? "") === name);
    return twin ?? -1;
  }

  /** Whether the row's figures are just what the totals are off by, in every column. */
  #accountsFor(index: number, totals: { of: number; columns: readonly number[]; sign: 1 | -1 }): boolean {
    let filled = 0;
    for (let column = 0; column < this.#appendix.figureColumns.length; column++) {
      const residual = residualOf(this.#residuals, { down: column, row: totals.of });
      if (!isEquation(residual)) continue;
      const value = this.#residuals.effective[column]?.[index] ?? 0;
      if (residual !== totals.sign * value) return false;
      if (value !== 0) filled++;
    }
    return filled >= 1 && filled === totals.columns.length;
  }

  /** Cells that stand in several failing equations which one change settles, the most explaining first. */
  locate(): void {
    const candidates = new Map<number, { cell: Cell; change: number; count: number }>();
    for (const cell of this.#cellsOfFailing()) {
      const settling = settlingChange(this.#residuals, cell);
      if (settling) candidates.set(cellKey(this.#appendix, cell), { cell, change: settling.change, count: settling.terms.length });
    }
    const best = [...candidates.values()].sort((a, b) => b.count - a.count);
    for (const { cell } of best) {
      const settling = settlingChange(this.#residuals, cell);
      if (settling) this.#locateAt(cell, settling);
    }
  }

  *#cellsOfFailing(): Iterable<Cell> {
    const { groups, along } = this.#residuals;
    for (let index = 0; index < groups.length; index++) {
      const group = groups[index];
      const lines = along[index];
      if (!group || !lines) continue;
      for (let row = 0; row < lines.length; row++) {
        if (!isOff(lines[row])) continue;
        for (const column of [group.total, ...group.parts]) yield { row, column };
      }
    }
    for (const { of, columns } of this.#failingTotals()) {
      for (const column of columns) yield { row: this.#printedRow(of), column };
    }
  }

  #locateAt(cell: Cell, settling: { change: number; terms: readonly { equation: Equation }[] }): void {
    const row = this.#appendix.rows[cell.row];
    const printed = figure(row, cell.column);
    const value = printed + settling.change;
    const kind = row?.kind === "grandTotal" ? "grand" : this.#isTotalCell(cell) ? "section" : "sources";
    const isBlankSource = kind === "sources" && printed === 0 && value > 0;
    for (const { equation } of settling.terms) this.#settle(equation);
    this.#mark(cell);
    this.#faults.push({
      ...NO_DETAILS,
      kind: isBlankSource ? "unsourced" : kind,
      of: cell.row,
      totals: [{ ...cell, printed, sum: value }],
      located: { ...cell, value },
      isRounding: this.#isRounding(settling.change, 2),
    });
  }

  #isTotalCell(cell: Cell): boolean {
    const row = this.#appendix.rows[cell.row];
    return row?.kind === "subtotal" || (this.#residuals.children[cell.row]?.length ?? 0) > 0;
  }

  /** Two sources of one row in each other's place: the row still adds up, two columns are off by as much. */
  explainExchanges(): void {
    for (const { of, columns, below } of this.#failingTotals()) {
      const pair = this.#oppositePair(of, columns);
      if (!pair) continue;
      const [first, second] = pair;
      const off = residualOf(this.#residuals, { down: first, row: of });
      const value = (index: number, column: number): number => this.#residuals.effective[column]?.[index] ?? 0;
      const rows = [this.#printedRow(of), ...below].filter((index) => {
        const sign = index === this.#printedRow(of) ? 1 : -1;
        return sign * (value(index, first) - value(index, second)) === off && this.#isSourceRow(index, pair);
      });
      const [only] = rows;
      if (only !== undefined && rows.length === 1) this.#exchange(of, only, pair);
    }
  }

  #oppositePair(of: number, columns: readonly number[]): readonly [number, number] | null {
    const [first, second] = columns;
    if (first === undefined || second === undefined || columns.length !== 2) return null;
    const off = residualOf(this.#residuals, { down: first, row: of });
    return off === -residualOf(this.#residuals, { down: second, row: of }) ? [first, second] : null;
  }

  #isSourceRow(index: number, pair: readonly [number, number]): boolean {
    return this.#residuals.groups.some(
      (group, along) =>
        pair.every((column) => group.parts.includes(column)) && residualOf(this.#residuals, { along, row: index }) === 0,
    ) || this.#residuals.groups.length === 0;
  }

  #exchange(of: number, row: number, pair: readonly [number, number]): void {
    const cells = pair.map((column) => ({ row, column }));
    const totals = pair.map((column) => this.#totalAt(of, column));
    for (const cell of cells) {
      for (const { equation } of termsOf(this.#residuals, cell)) this.#settle(equation);
      this.#mark(cell);
    }
    const kind = this.#appendix.rows[of]?.kind === "grandTotal" ? "grand" : "section";
    const [a, b] = cells;
    this.#faults.push({ ...NO_DETAILS, kind, of, totals, exchanged: a && b ? [a, b] : null });
  }

  /** What is still off: told at the totals, from the innermost section outwards, each wrong subtotal put right first. */
  explainTotals(): void {
    const inward = [...this.#failingTotals()].sort((a, b) => b.of - a.of);
    for (const failing of inward) this.#explainTotal(failing);
    for (const of of this.#residuals.grandTotals) {
      const columns = this.#failingColumns(of);
      if (columns.length > 0) this.#explainTotal({ of, below: this.#residuals.roots });
    }
  }

  #explainTotal({ of, below }: { readonly of: number; readonly below: readonly number[] }): void {
    const columns = this.#failingColumns(of);
    if (columns.length === 0) return;
    const totals = columns.map((column) => this.#totalAt(of, column));
    const leftOut = below.find((index) => this.#accountsFor(index, { of, columns, sign: -1 })) ?? null;
    const isGrand = this.#appendix.rows[of]?.kind === "grandTotal";
    const suspect = leftOut === null && totals.length === 1 ? this.#suspectDown(of, columns[0] ?? 0) : null;
    const largest = Math.max(...totals.map(({ printed, sum }) => Math.abs(printed - sum)));
    this.#faults.push({
      ...NO_DETAILS,
      kind: isGrand ? "grand" : "section",
      of,
      totals,
      leftOut,
      suspect,
      isRounding: this.#isRounding(largest, below.length),
    });
    for (const total of totals) {
      this.#mark(total);
      if (suspect) this.#mark(suspect);
      this.#settle({ down: total.column, row: of });
      if (!isGrand && total.printed === 0) this.#carryUp(of, total.column, total.sum);
    }
  }

  /** A wrong subtotal makes a typed total above it wrong as well; a formula above will follow by itself. */
  #carryUp(of: number, column: number, change: number): void {
    for (const { equation } of termsOf(this.#residuals, { row: of, column }).filter(({ sign }) => sign === -1)) {
      const lines = "down" in equation ? this.#residuals.down[equation.down] : undefined;
      const isFormula = (this.#appendix.rows[this.#printedRow(equation.row)]?.formulas?.[column] ?? null) !== null;
      if (lines && !isFormula) lines[equation.row] = (lines[equation.row] ?? 0) - change;
    }
  }

  #totalAt(of: number, column: number): Cell & { printed: number; sum: number } {
    const row = this.#printedRow(of);
    const printed = figure(this.#appendix.rows[row], column);
    return { row, column, printed, sum: printed - residualOf(this.#residuals, { down: column, row: of }) };
  }

  /** The one cell of a failing column whose slip of the keyboard would settle it, the total itself included. */
  #suspectDown(of: number, column: number): Suspect | null {
    const off = residualOf(this.#residuals, { down: column, row: of });
    const below = this.#residuals.grandTotals.includes(of) ? this.#residuals.roots : (this.#residuals.children[of] ?? []);
    const parts = below.map((row) => ({ cell: { row, column }, change: off }));
    const total = { cell: { row: this.#printedRow(of), column }, change: -off };
    return this.#likeliest([total, ...parts.filter(({ cell }) => this.#isFree(cell, of))]);
  }

  /** A cell in another equation that holds is right. */
  #isFree(cell: Cell, of: number): boolean {
    return termsOf(this.#residuals, cell).every(({ equation }) => "down" in equation && equation.row === of);
  }

  #likeliest(candidates: readonly { cell: Cell; change: number }[]): Suspect | null {
    let best: Suspect | null = null;
    let isUnique = false;
    for (const { cell, change } of candidates) {
      const written = this.#effectiveAt(cell);
      const value = written + change;
      const typo = findTypo(this.#inSheetUnit(written), this.#inSheetUnit(value));
      if (typo === null) continue;
      const order = best === null ? -1 : typoWeight(typo) - typoWeight(best.typo);
      if (order === 0) isUnique = false;
      else if (order < 0) {
        best = { ...cell, typo, value };
        isUnique = true;
      }
    }
    return isUnique ? best : null;
  }

  #effectiveAt(cell: Cell): number {
    const printed = this.#appendix.rows[cell.row]?.figures[cell.column];
    return printed ?? this.#residuals.effective[cell.column]?.[cell.row] ?? 0;
  }

  #inSheetUnit(value: number): number {
    const isMoney = this.#appendix.figureColumns[0]?.holds.type === "amount";
    return isMoney && this.#appendix.unit !== null ? inUnit(value, this.#appendix.unit) : value;
  }

  /** Rows whose sources do not add up; a section whose own rows explain it is not told again. */
  explainSources(): void {
    this.#residuals.along.forEach((lines, along) => {
      for (let index = lines.length - 1; index >= 0; index--) {
        const off = lines[index];
        if (isOff(off) && !this.#isExplainedBelow(along, index)) this.#explainSource(along, index);
      }
    });
  }

  #explainSource(along: number, index: number): void {
    const group = this.#residuals.groups[along];
    const row = this.#appendix.rows[index];
    if (!group || !row) return;
    const off = residualOf(this.#residuals, { along, row: index });
    const printed = figure(row, group.total);
    const hasNoSource = group.parts.every((part) => (row.figures[part] ?? 0) === 0);
    const total = { row: index, column: group.total };
    const parts = group.parts.map((column) => ({ cell: { row: index, column }, change: off }));
    const candidates = [{ cell: total, change: -off }, ...parts.filter(({ cell }) => this.#effectiveAt(cell) !== 0)];
    this.#mark(total);
    for (const { cell } of parts) this.#mark(cell);
    this.#faults.push({
      ...NO_DETAILS,
      kind: hasNoSource ? "unsourced" : "sources",
      of: index,
      totals: [{ ...total, printed, sum: printed - off }],
      suspect: hasNoSource ? null : this.#likeliest(candidates.filter(({ cell }) => this.#isFreeAcross(cell, along))),
      above: this.#rowsAbove(along, index),
      isRounding: this.#isRounding(off, group.parts.length),
    });
  }

  #isFreeAcross(cell: Cell, along: number): boolean {
    return termsOf(this.#residuals, cell).every(
      ({ equation }) => ("along" in equation && equation.along === along) || residualOf(this.#residuals, equation) !== 0,
    );
  }

  #isExplainedBelow(along: number, index: number): boolean {
    const off = this.#residuals.along[along]?.[index] ?? 0;
    const isGrand = this.#residuals.grandTotals.includes(index);
    const below = isGrand ? this.#residuals.roots : (this.#residuals.children[this.#owner(index)] ?? []);
    return below.length > 0 && below.reduce((sum, child) => sum + this.#sourceOff(along, child), 0) === off;
  }

  #owner(index: number): number {
    const row = this.#appendix.rows[index];
    return row?.kind === "subtotal" && row.parent >= 0 ? row.parent : index;
  }

  /** How far a row's sources are off, by its own cells or, where it prints none, by its rows below. */
  #sourceOff(along: number, index: number): number {
    const own = this.#residuals.along[along]?.[this.#printedRow(index)];
    if (own !== undefined && isEquation(own)) return own;
    return (this.#residuals.children[index] ?? []).reduce((sum, child) => sum + this.#sourceOff(along, child), 0);
  }

  #rowsAbove(along: number, index: number): readonly Cell[] {
    const column = this.#residuals.groups[along]?.total ?? 0;
    const above: number[] = [];
    const { rows } = this.#appendix;
    for (let parent = rows[index]?.parent ?? -1; parent >= 0; parent = rows[parent]?.parent ?? -1) above.push(this.#printedRow(parent));
    if (rows[index]?.kind !== "grandTotal") above.push(...this.#residuals.grandTotals);
    return above.filter((row) => isOff(this.#residuals.along[along]?.[row])).map((row) => ({ row, column }));
  }

  #printedRow(of: number): number {
    const stated = this.#residuals.statedBy[of] ?? -1;
    return stated >= 0 ? stated : of;
  }

  #failingColumns(of: number): readonly number[] {
    return this.#residuals.down.flatMap((lines, column) => (isOff(lines[of]) ? [column] : []));
  }

  #failingTotals(): readonly { of: number; columns: readonly number[]; below: readonly number[] }[] {
    const failing = new Set<number>();
    for (const lines of this.#residuals.down) {
      for (let of = 0; of < lines.length; of++) if (isOff(lines[of])) failing.add(of);
    }
    return [...failing].map((of) => ({
      of,
      columns: this.#failingColumns(of),
      below: this.#residuals.grandTotals.includes(of) ? this.#residuals.roots : (this.#residuals.children[of] ?? []),
    }));
  }

  #settle(equation: Equation): void {
    const lines = "along" in equation ? this.#residuals.along[equation.along] : this.#residuals.down[equation.down];
    if (lines) lines[equation.row] = 0;
  }

  #mark(cell: Cell): void {
    this.#implicated.add(cellKey(this.#appendix, cell));
  }

  /** Half a unit for each addend and the total, where the sheet's unit is coarser than a đồng. */
  #isRounding(off: number, addends: number): boolean {
    const { precision } = this.#appendix;
    return precision > 1 && Math.abs(off) <= (precision / 2) * addends;
  }
}

const NO_DETAILS = { located: null, suspect: null, exchanged: null, leftOut: null, above: [], isRounding: false } as const;

const isOff = (residual: number | undefined): boolean => residual !== undefined && isEquation(residual) && residual !== 0;
