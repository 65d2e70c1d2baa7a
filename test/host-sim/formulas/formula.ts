/** A formula of a cell: its text, what it refers to, and its tree once it must be worked out. */
import type { Area } from "../../../shared/grid.ts";
import { moveArea } from "../../../shared/moved-areas.ts";
import { isSameArea, parseAddress } from "../address.ts";
import { moveFormula, referencesOf, type FormulaMove } from "./move.ts";
import { parse, type Expression } from "./parse.ts";

export interface Reference {
  /** Null for the sheet the formula stands on. */
  readonly sheet: string | null;
  readonly area: Area;
}

export class Formula {
  readonly text: string;
  #references: readonly Reference[] | null;
  #expression: Expression | null | undefined;

  constructor(text: string, references: readonly Reference[] | null = null) {
    this.text = text;
    this.#references = references;
  }

  get references(): readonly Reference[] {
    this.#references ??= referencesOf(this.text).map(parseAddress);
    return this.#references;
  }

  /** Null for one that can't be worked out here. */
  get expression(): Expression | null {
    if (this.#expression === undefined) this.#expression = parse(this.text);
    return this.#expression;
  }

  /** Itself where it names nothing that moves. */
  moved(where: FormulaMove): Formula {
    const { sheet, moved, move } = where;
    const isThere = (named: string | null): boolean => (named ?? sheet).toLowerCase() === moved.toLowerCase();
    const now = this.references.flatMap((reference) => {
      const area = isThere(reference.sheet) ? moveArea(reference.area, move) : reference.area;
      return area ? [{ ...reference, area }] : [];
    });
    const isSame =
      now.length === this.references.length &&
      now.every((reference, index) => isSameArea(reference.area, this.references[index]?.area ?? null));
    return isSame ? this : new Formula(moveFormula(this.text, where), now);
  }
}
