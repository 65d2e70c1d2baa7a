/**
 * The simulated Excel: answers the batches that the Excel library sends and fires events. What it answers is what we
 * believe Excel answers; nothing here decides anything about budgets.
 */
import type { Area, CellValue, Grid } from "../../shared/grid.ts";
import type { Move } from "../../shared/moved-areas.ts";
import { columnsOf, hull, isSameArea, LAST_COLUMN, LAST_ROW, meet, printArea, rowsOf } from "./address.ts";
import type { BatchHost } from "./batch.ts";
import { Desk } from "./desk.ts";
import { Events, isEventName, WORKBOOK } from "./events.ts";
import { HostError, invalidArgument, itemNotFound } from "./host-error.ts";
import type { HostObject } from "./host-object.ts";
import { KeptObjects } from "./kept-objects.ts";
import { workbookObject } from "./objects/workbook.ts";
import type { Sheet } from "./sheet.ts";
import { moveSheet } from "./structure.ts";
import { fillSheet } from "./workbook-of.ts";
import type { Workbook } from "./workbook.ts";

export type ServiceCall = readonly [service: string, method: string, args: readonly unknown[]];

/** What a change looked like, as its event tells. */
export interface Change {
  readonly by: "user" | "add-in";
  readonly kind?: "RangeEdited" | "RowInserted" | "RowDeleted" | "ColumnInserted" | "ColumnDeleted";
  readonly before?: CellValue;
}

const SHIFTS: Readonly<Record<string, string>> = {
  RowInserted: "ShiftCellDown",
  RowDeleted: "ShiftCellUp",
  ColumnInserted: "ShiftCellRight",
  ColumnDeleted: "ShiftCellLeft",
};

const valueType = (value: CellValue): string => {
  if (value === "") return "Empty";
  return typeof value === "number" ? "Double" : typeof value === "boolean" ? "Boolean" : "String";
};

export class SimulatedHost implements BatchHost {
  readonly book: Workbook;
  readonly kept = new KeptObjects();
  readonly events = new Events();
  readonly desk = new Desk();
  readonly root: HostObject;
  readonly serviceCalls: ServiceCall[] = [];
  /** Base64 of each workbook that was opened as a new one. */
  readonly opened: string[] = [];
  /** The user is typing into a cell: Excel answers nothing but batches that wait. */
  isEditing = false;
  /** Another workbook has the focus: nothing here can be selected. */
  isElsewhere = false;
  /** A picture or a chart is selected, and no cells. */
  hasShapeSelected = false;
  /** The user closes the dialog of a save without saving. */
  cancelsSave = false;
  /** How a workbook is read that is to be put into this one, in the background; null when it is none. */
  readWorkbook: ((base64: string) => Promise<readonly Grid[] | null>) | null = null;
  /** What was read, until it is put in. */
  readonly #read = new Map<string, readonly Grid[]>();
  /** From 1.14 on, events tell who caused them. */
  readonly apiVersion: number;
  /** What an add-in writes joins the user's undo; older Excels empty it instead. */
  readonly keepsUndo: boolean;

  constructor(book: Workbook, { apiVersion, keepsUndo }: { readonly apiVersion: number; readonly keepsUndo: boolean }) {
    this.book = book;
    this.apiVersion = apiVersion;
    this.keepsUndo = keepsUndo;
    this.root = workbookObject(this);
  }

  listen(object: HostObject, event: string, isOn: boolean): void {
    if (!isEventName(event)) throw new HostError("ApiNotFound", `the event ${event} is not simulated`);
    this.events.listen(event, object.type === "Worksheet" ? (object.id ?? WORKBOOK) : WORKBOOK, isOn);
  }

  callService(service: string, method: string, args: readonly unknown[]): unknown {
    this.serviceCalls.push([service, method, args]);
    return null;
  }

  sheet(key: unknown): Sheet {
    const sheet = this.book.find(String(key));
    if (!sheet) throw itemNotFound(key);
    return sheet;
  }

  write(sheet: Sheet, area: Area, inputAt: (row: number, column: number) => unknown): void {
    this.refuseLocked(sheet, area);
    refusePartOfArray(sheet, area);
    const { value: before } = sheet.cell(area.top, area.left);
    if (this.keepsUndo) this.book.undo.push({ sheet, area, undo: sheet.remember(area) });
    const calculated = this.book.write(sheet, area, inputAt);
    this.changed(sheet, area, { by: "add-in", before });
    this.calculated(calculated);
  }

  /** @throws HostError where the sheet is protected and a cell of the area is locked */
  refuseLocked(sheet: Sheet, area: Area): void {
    if (!sheet.isProtected) return;
    for (let { top: row } = area; row <= area.bottom; row++)
      for (let { left: column } = area; column <= area.right; column++)
        if (sheet.cell(row, column).locked) throw new HostError("AccessDenied", "the sheet is protected");
  }

  refuseProtected({ isProtected }: Sheet): void {
    if (isProtected) throw new HostError("AccessDenied", "the sheet is protected");
  }

  changed(sheet: Sheet, area: Area, { by, kind = "RangeEdited", before }: Change): void {
    const isCell = kind === "RangeEdited" && area.top === area.bottom && area.left === area.right;
    const { value: after } = sheet.cell(area.top, area.left);
    const details =
      isCell && before !== undefined
        ? {
            valueBefore: before,
            valueAfter: after,
            valueTypeBefore: valueType(before),
            valueTypeAfter: valueType(after),
          }
        : {};
    this.events.emit("DataChanged", sheet.id, {
      worksheetId: sheet.id,
      address: printArea(area),
      changeType: kind,
      source: "Local",
      shiftDirection: SHIFTS[kind] ?? "None",
      ...(this.apiVersion >= 14 ? { triggerSource: by === "add-in" ? "ThisLocalAddin" : "Unknown" } : {}),
      ...details,
    });
  }

  calculated(sheets: readonly Sheet[]): void {
    for (const { id } of sheets) this.events.emit("Calculated", id, { worksheetId: id, address: "" });
  }

  activate(sheet: Sheet): void {
    if (this.isElsewhere) throw new HostError("InvalidOperation", "another workbook has the focus");
    if (sheet.visibility !== "Visible") throw new HostError("InvalidOperation", "the sheet is hidden");
    const { active } = this.book;
    if (active === sheet) return;
    if (active) this.events.emit("Deactivated", active.id, { worksheetId: active.id });
    this.book.active = sheet;
    this.events.emit("Activated", sheet.id, { worksheetId: sheet.id });
  }

  select(sheet: Sheet, areas: readonly Area[]): void {
    this.activate(sheet);
    this.book.selection = { sheet, areas };
    this.hasShapeSelected = false;
    const address = areas.map(printArea).join(",");
    this.events.emit("SelectionChanged", sheet.id, { worksheetId: sheet.id, address, isInsideTable: false });
  }

  /** Whole rows or columns put in (1) or taken out (-1). */
  moveCells(sheet: Sheet, area: Area, direction: 1 | -1, by: Change["by"] = "add-in"): null {
    this.refuseProtected(sheet);
    const isRows = isWholeRows(area);
    if (!isRows && !isWholeColumns(area))
      throw new HostError("NotImplemented", "only whole rows and columns move here");
    const move: Move = isRows
      ? { axis: "rows", at: area.top, count: direction * rowsOf(area) }
      : { axis: "columns", at: area.left, count: direction * columnsOf(area) };
    const calculated = moveSheet(this.book, sheet, move);
    const kind = `${isRows ? "Row" : "Column"}${direction > 0 ? "Inserted" : "Deleted"}` as const;
    this.changed(sheet, area, { by, kind });
    this.calculated(calculated);
    return null;
  }

  addSheet(name: string): Sheet {
    const sheet = this.book.addSheet(name);
    this.book.isDirty = true;
    this.events.emit("Added", WORKBOOK, { worksheetId: sheet.id, source: "Local" });
    return sheet;
  }

  deleteSheet(sheet: Sheet): void {
    this.book.removeSheet(sheet);
    this.book.isDirty = true;
    this.events.emit("Deleted", WORKBOOK, { worksheetId: sheet.id, source: "Local" });
  }

  async prepareSheets(base64: string): Promise<void> {
    const grids = await this.readWorkbook?.(base64);
    if (grids) this.#read.set(base64, grids);
  }

  /** @returns the ids of the sheets put in, behind the others */
  insertSheets(base64: string): readonly string[] {
    const grids = this.#read.get(base64);
    this.#read.delete(base64);
    if (!grids) throw invalidArgument("this is no workbook that can be read here");
    return grids.map((grid) => {
      const sheet = this.addSheet(this.book.freeName(grid.name));
      fillSheet(sheet, grid);
      return sheet.id;
    });
  }

  /** @returns whether the user let it be saved */
  save(): boolean {
    if (this.cancelsSave) return false;
    this.book.isDirty = false;
    this.book.saves += 1;
    return true;
  }
}

function refusePartOfArray(sheet: Sheet, area: Area): void {
  for (const array of sheet.arrays)
    if (meet(array, area) && !isSameArea(hull(array, area), area))
      throw new HostError("InvalidOperation", "part of an array can't be changed");
}

const isWholeRows = ({ left, right }: Area): boolean => left === 0 && right === LAST_COLUMN;
const isWholeColumns = ({ top, bottom }: Area): boolean => top === 1 && bottom === LAST_ROW;
