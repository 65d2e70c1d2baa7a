/** The simulated workbook: what Excel holds, without how it is asked for it. */
import type { Area } from "../../shared/grid.ts";
import { renameInFormula } from "./formulas/move.ts";
import { recalculate } from "./formulas/recalculate.ts";
import { HostError } from "./host-error.ts";
import { Sheet } from "./sheet.ts";
import { readWritten } from "./typing.ts";
import { UndoStack } from "./undo-stack.ts";

export interface Selection {
  readonly sheet: Sheet;
  readonly areas: readonly Area[];
}

export class Workbook {
  name = "Book1.xlsx";
  /** Path or address; "" for one never saved. */
  url = "";
  readonly sheets: Sheet[] = [];
  readonly properties = new Map<string, string | number | boolean>();
  readonly settings = new Map<string, unknown>();
  readonly undo = new UndoStack();
  active: Sheet | null = null;
  selection: Selection | null = null;
  isDirty = false;
  isAutoSaved = false;
  saves = 0;
  #lastId = 0;

  newId = (): string => `{${String((this.#lastId += 1)).padStart(8, "0")}-0000-0000-0000-000000000000}`;

  addSheet(name: string): Sheet {
    if (this.find(name)) throw new HostError("ItemAlreadyExists", name);
    const sheet = new Sheet(this.newId(), name);
    this.sheets.push(sheet);
    this.active ??= sheet;
    return sheet;
  }

  /** As Excel names a sheet whose name is taken: "Phụ lục (2)". */
  freeName(name: string): string {
    let free = name;
    for (let count = 2; this.find(free); count++) free = `${name} (${String(count)})`;
    return free;
  }

  removeSheet(sheet: Sheet): void {
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
    if (this.active === sheet) this.active = this.sheets[0] ?? null;
    if (this.selection?.sheet === sheet) this.selection = null;
  }

  /** Formulas that name it name it anew. */
  rename(sheet: Sheet, name: string): void {
    if (this.find(name) && this.find(name) !== sheet) throw new HostError("InvalidArgument", "the name is taken");
    const before = sheet.name;
    sheet.name = name;
    for (const other of this.sheets)
      for (const { row, column, formula } of [...other.formulas()])
        other.put(row, column, { formula: renameInFormula(formula.text, before, name) });
    this.isDirty = true;
  }

  /** By name, whatever its case, or by id. */
  find(key: string): Sheet | null {
    const folded = key.toLowerCase();
    return this.sheets.find(({ id, name }) => name.toLowerCase() === folded || id.toLowerCase() === folded) ?? null;
  }

  /** As if typed into the cell; gives what the formulas of the workbook now come to. */
  write(sheet: Sheet, area: Area, inputAt: (row: number, column: number) => unknown): readonly Sheet[] {
    for (let row = area.top; row <= area.bottom; row++) {
      for (let column = area.left; column <= area.right; column++) {
        const input = inputAt(row, column);
        // In an array, null leaves the cell as it is.
        if (input === null || input === undefined) continue;
        sheet.put(row, column, readWritten(input, sheet.cell(row, column).format));
      }
    }
    this.isDirty = true;
    return recalculate(this, [{ sheet, area }]);
  }
}
