/** What the officer does in the simulated Excel. Each step can be undone while the undo is kept. */
import { columnIndex, type Area, type CellValue } from "../../shared/grid.ts";
import { LAST_COLUMN, LAST_ROW, parseAddress } from "./address.ts";
import { recalculate } from "./formulas/recalculate.ts";
import type { SimulatedHost } from "./host.ts";
import { without } from "./objects/data-validation.ts";
import type { Sheet } from "./sheet.ts";
import type { Transport } from "./transport.ts";

export class User {
  readonly #host: SimulatedHost;
  readonly #transport: Transport;

  constructor(host: SimulatedHost, transport: Transport) {
    this.#host = host;
    this.#transport = transport;
  }

  #find(address: string): { sheet: Sheet; area: Area } {
    const { sheet: name, area } = parseAddress(address);
    const sheet = name === null ? this.#host.book.active : this.#host.book.find(name);
    if (!sheet) throw new Error(`no sheet for ${address}`);
    return { sheet, area };
  }

  /** "Phụ lục!F12", as typed: "=SUM(F8:F11)", "12,5", 480. */
  types(address: string, input: CellValue): void {
    this.#writes(address, [[input]]);
  }

  /** Pasted cells bring their formats and take the drop-downs away, as Excel's ordinary paste does. */
  pastes(address: string, table: readonly (readonly CellValue[])[]): void {
    const { sheet } = this.#find(address);
    const area = this.#writes(address, table);
    for (const validation of sheet.validations)
      validation.areas = validation.areas.flatMap((other) => without(other, area));
  }

  #writes(address: string, table: readonly (readonly CellValue[])[]): Area {
    const { sheet, area: start } = this.#find(address);
    const { top, left } = start;
    const area = { top, left, bottom: top + table.length - 1, right: left + (table[0]?.length ?? 1) - 1 };
    const { value: before } = sheet.cell(top, left);
    const undo = sheet.remember(area);
    const calculated = this.#host.book.write(sheet, area, (row, column) => table[row - top]?.[column - left]);
    this.#host.book.undo.push({ sheet, area, undo });
    this.#host.changed(sheet, area, { by: "user", before });
    this.#host.calculated(calculated);
    this.#transport.flush();
    return area;
  }

  clears(address: string): void {
    const { area } = this.#find(address);
    const rows = area.bottom - area.top + 1;
    this.#writes(
      address,
      Array.from({ length: rows }, () => Array.from({ length: area.right - area.left + 1 }, () => "")),
    );
  }

  selects(address: string): void {
    const { sheet, area } = this.#find(address);
    this.#host.select(sheet, [area]);
    this.#transport.flush();
  }

  insertsRows(sheet: string, at: number, count = 1): void {
    this.#moves(sheet, rowsArea(at, count), 1);
  }

  deletesRows(sheet: string, at: number, count = 1): void {
    this.#moves(sheet, rowsArea(at, count), -1);
  }

  insertsColumns(sheet: string, at: string, count = 1): void {
    this.#moves(sheet, columnsArea(columnIndex(at), count), 1);
  }

  deletesColumns(sheet: string, at: string, count = 1): void {
    this.#moves(sheet, columnsArea(columnIndex(at), count), -1);
  }

  #moves(name: string, area: Area, direction: 1 | -1): void {
    const sheet = this.#host.sheet(name);
    this.#host.moveCells(sheet, area, direction, "user");
    this.#host.book.undo.push({
      sheet,
      area,
      undo: () => {
        this.#host.moveCells(sheet, area, direction > 0 ? -1 : 1, "user");
      },
    });
    this.#transport.flush();
  }

  hidesRows(name: string, first: number, last: number): void {
    const sheet = this.#host.sheet(name);
    const rows = Array.from({ length: last - first + 1 }, (_, index) => first + index);
    sheet.hiddenRows = new Set([...sheet.hiddenRows, ...rows]);
    this.#host.events.emit("RowHiddenChanged", sheet.id, {
      worksheetId: sheet.id,
      address: `${String(first)}:${String(last)}`,
      changeType: "Hidden",
      source: "Local",
    });
    this.#transport.flush();
  }

  addsSheet(name: string): void {
    this.#host.addSheet(name);
    this.#transport.flush();
  }

  deletesSheet(name: string): void {
    this.#host.deleteSheet(this.#host.sheet(name));
    this.#transport.flush();
  }

  renamesSheet(name: string, nameAfter: string): void {
    const sheet = this.#host.sheet(name);
    this.#host.book.rename(sheet, nameAfter);
    const names = { nameBefore: name, nameAfter };
    this.#host.events.emit("NameChanged", sheet.id, { worksheetId: sheet.id, source: "Local", ...names });
    this.#transport.flush();
  }

  protectsSheet(name: string, isProtected = true): void {
    const sheet = this.#host.sheet(name);
    sheet.isProtected = isProtected;
    this.#host.book.isDirty = true;
    const args = { worksheetId: sheet.id, sheetId: sheet.id, isProtected, source: "Local" };
    this.#host.events.emit("ProtectionChanged", sheet.id, args);
    this.#transport.flush();
  }

  selectsShape(): void {
    this.#host.hasShapeSelected = true;
  }

  /** A button of the ribbon. @returns when it is free again; never, when nobody answers it */
  clicks(button: string): Promise<void> {
    return new Promise((resolve) => {
      this.#host.desk.buttons.get(button)?.({ completed: resolve });
    });
  }

  /** Ctrl+S. */
  saves(): void {
    this.#host.save();
  }

  turnsAutoSave(isOn: boolean): void {
    this.#host.book.isAutoSaved = isOn;
    this.#host.events.emit("AutoSaveSettingChanged", "Workbook", {});
    this.#transport.flush();
  }

  beginsEditing(): void {
    this.#host.isEditing = true;
  }

  endsEditing(): void {
    this.#host.isEditing = false;
    this.#transport.endWaiting();
  }

  /** Ctrl+Z; false when nothing is left to undo. */
  undoes(): boolean {
    const step = this.#host.book.undo.pop();
    if (!step) return false;
    step.undo();
    this.#host.changed(step.sheet, step.area, { by: "user" });
    this.#host.calculated(recalculate(this.#host.book, [step]));
    this.#transport.flush();
    return true;
  }
}

const rowsArea = (at: number, count: number): Area => ({
  top: at,
  left: 0,
  bottom: at + count - 1,
  right: LAST_COLUMN,
});
const columnsArea = (at: number, count: number): Area => ({
  top: 1,
  left: at,
  bottom: LAST_ROW,
  right: at + count - 1,
});
