/** The officer at the sheet: selecting, typing, pasting, with mouse and keys. All of it goes through the simulated user. */
import { cellName, type Area } from "../../../shared/grid.ts";
import { LAST_COLUMN, LAST_ROW, parseAddress, printArea, quoteSheet } from "../../../test/host-sim/address.ts";
import type { Cell, Sheet } from "../../../test/host-sim/sheet.ts";
import type { Selection } from "../../../test/host-sim/workbook.ts";
import type { DemoExcel } from "../demo-excel.ts";
import { CellEditor } from "./cell-editor.ts";
import { lookOf } from "./cell-look.ts";
import { readTable, writeTable } from "./clipboard.ts";
import type { Command } from "./keys.ts";
import { areaBetween, goRound, leap, placeOf, step } from "./moving.ts";
import type { Place, Step } from "./place.ts";
import { SheetView, type ViewWords } from "./sheet-view.ts";
import { editableText, formatTyped, readTyped } from "./typed.ts";

interface Editing {
  readonly sheet: Sheet;
  readonly place: Place;
  readonly before: string;
  /** Begun by typing: arrows then leave the cell instead of moving in the text. */
  readonly isTyped: boolean;
}

export class SheetControl {
  readonly view: SheetView;
  readonly editor: CellEditor;
  readonly #excel: DemoExcel;
  readonly #tell: () => void;
  #sheet: Sheet;
  #active: Place = { row: 1, column: 0 };
  /** The other end of what is selected with Shift. */
  #end: Place = { row: 1, column: 0 };
  #areas: readonly Area[] = [];
  #own: Selection | null = null;
  #isSelecting = false;
  #editing: Editing | null = null;
  readonly #remembered = new Map<Sheet, Area>();

  constructor(excel: DemoExcel, words: ViewWords & { readonly editor: string }, tell: () => void) {
    const sheet = excel.book.active ?? excel.book.sheets[0];
    if (!sheet) throw new Error("a workbook without sheets");
    this.#excel = excel;
    this.#tell = tell;
    this.#sheet = sheet;
    this.view = new SheetView(sheet, words);
    this.editor = new CellEditor(words.editor, tell);
    this.select({ row: 1, column: 0 });
  }

  get sheet(): Sheet {
    return this.#sheet;
  }

  get active(): Place {
    return this.#active;
  }

  get areas(): readonly Area[] {
    return this.#areas;
  }

  get activeCell(): Cell {
    return this.#sheet.cell(this.#active.row, this.#active.column);
  }

  get isEditing(): boolean {
    return this.#editing !== null;
  }

  /** Begun by typing, so that arrows leave the cell. */
  get isEntering(): boolean {
    return this.#editing?.isTyped ?? false;
  }

  /** What the formula bar shows. */
  get barText(): string {
    return this.#editing ? this.editor.text : editableText(this.activeCell);
  }

  /** Something was done in the workbook, by the officer, by the pane or by a test. */
  follow(): void {
    const { active, selection } = this.#excel.book;
    if (active && active !== this.#sheet) {
      this.#remembered.set(this.#sheet, areaBetween(this.#active, this.#end));
      this.#sheet = active;
    }
    this.view.show(this.#sheet);
    if (!this.#isSelecting && selection && selection !== this.#own && selection.sheet === this.#sheet)
      this.#adopt(selection);
    this.view.refresh();
    this.#tell();
  }

  #adopt(selection: Selection): void {
    const [first] = selection.areas;
    if (!first) return;
    this.#own = selection;
    this.#active = placeOf(first);
    this.#end = { row: first.bottom, column: first.right };
    this.#areas = selection.areas;
    this.view.select({ areas: this.#areas, active: this.#active });
    this.view.reveal(first.bottom - first.top > 200 ? { ...first, bottom: first.top } : first);
  }

  select(active: Place, end: Place = active, shown: Place = end): void {
    const { layout } = this.view;
    const anchor = placeOf(layout.roomFor(active.row, active.column));
    const area = layout.merged.whole(areaBetween(anchor, end));
    this.#active = anchor;
    this.#end = end;
    this.#selectArea(area);
    this.view.reveal({ top: shown.row, left: shown.column, bottom: shown.row, right: shown.column });
  }

  #selectArea(area: Area): void {
    const address = `${quoteSheet(this.#sheet.name)}!${printArea(area)}`;
    const [known] = this.#areas;
    const isKnown = this.#areas.length === 1 && known && printArea(known) === printArea(area);
    this.#areas = [area];
    this.view.select({ areas: this.#areas, active: this.#active });
    if (isKnown && this.#own?.sheet === this.#sheet) return;
    this.#isSelecting = true;
    this.#excel.user.selects(address);
    this.#isSelecting = false;
    this.#own = this.#excel.book.selection;
    this.#tell();
  }

  /** Whole rows or columns, by their headings. */
  selectWhole({ row, column }: { row: number | null; column: number | null }): void {
    const { layout } = this.view;
    this.#active = { row: row ?? 1, column: column ?? 0 };
    this.#end = this.#active;
    this.#selectArea({
      top: row ?? 1,
      bottom: row ?? LAST_ROW,
      left: column ?? 0,
      right: column ?? LAST_COLUMN,
    });
    layout.reach(row ?? 1, column ?? 0);
  }

  /** "F12", "F8:H20", "'Phụ lục 2'!B3"; false when it is no address. */
  goTo(address: string): boolean {
    try {
      const { sheet, area } = parseAddress(address);
      const found = sheet === null ? this.#sheet : this.#excel.book.find(sheet);
      if (found?.visibility !== "Visible") return false;
      this.#excel.user.selects(`${quoteSheet(found.name)}!${printArea(area)}`);
      return true;
    } catch {
      return false;
    }
  }

  showSheet(sheet: Sheet): void {
    this.commit();
    const area = this.#remembered.get(sheet) ?? { top: 1, left: 0, bottom: 1, right: 0 };
    this.#excel.user.selects(`${quoteSheet(sheet.name)}!${printArea(area)}`);
  }

  get visibleSheets(): readonly Sheet[] {
    return this.#excel.book.sheets.filter(({ visibility }) => visibility === "Visible");
  }

  do(command: Command): void {
    switch (command.kind) {
      case "move": {
        const from = command.extends ? this.#end : this.#active;
        this.#extend(
          command.leaps ? leap(this.view.layout, from, command.by) : step(this.view.layout, from, command.by),
          command.extends,
        );
        return;
      }
      case "page": {
        const from = command.extends ? this.#end : this.#active;
        const by = { rows: command.direction * this.view.rowsInView(), columns: 0 };
        this.#extend(step(this.view.layout, from, by), command.extends);
        return;
      }
      case "home":
        this.#extend({ row: command.ofSheet ? 1 : this.#end.row, column: 0 }, command.extends);
        return;
      case "end":
        this.#extend(this.view.layout.used, command.extends);
        return;
      case "next":
        this.#next(command.by);
        return;
      default:
        this.#doPlain(command.kind, command);
    }
  }

  #doPlain(kind: string, command: Command): void {
    const { user } = this.#excel;
    if (kind === "undo") user.undoes();
    else if (kind === "save") user.saves();
    else if (kind === "clear") this.#clear();
    else if (kind === "edit") this.edit({ text: editableText(this.activeCell), isTyped: false });
    else if (kind === "type") this.edit({ text: "", isTyped: true });
    else if (kind === "all") this.select({ row: 1, column: 0 }, this.view.layout.used, this.#active);
    else if (command.kind === "sheet") this.#showNextSheet(command.by);
  }

  #extend(to: Place, isExtending: boolean): void {
    this.view.layout.reach(to.row, to.column);
    if (isExtending) this.select(this.#active, to);
    else this.select(to);
  }

  /** Inside a selection of several cells, Enter and Tab go round in it. */
  #next(by: Step): void {
    const [area] = this.#areas;
    const isSeveral = area && this.#areas.length === 1 && (area.bottom > area.top || area.right > area.left);
    const merged = this.view.layout.merged.at(this.#active.row, this.#active.column);
    if (!isSeveral || (merged && printArea(merged) === printArea(area))) {
      this.select(step(this.view.layout, this.#active, by));
      return;
    }
    this.#active = goRound(area, this.#active, by);
    this.view.select({ areas: this.#areas, active: this.#active });
    const { row, column } = this.#active;
    this.view.reveal({ top: row, left: column, bottom: row, right: column });
    this.#tell();
  }

  #showNextSheet(by: 1 | -1): void {
    const sheets = this.visibleSheets;
    const next = sheets[sheets.indexOf(this.#sheet) + by];
    if (next) this.showSheet(next);
  }

  #clear(): void {
    for (const area of this.#areas) this.#excel.user.clears(this.#addressOf(this.#cut(area)));
  }

  edit({ text, isTyped }: { text: string; isTyped: boolean }): void {
    if (this.#editing) return;
    const { row, column } = this.#active;
    const before = editableText(this.activeCell);
    this.#editing = { sheet: this.#sheet, place: this.#active, before, isTyped };
    this.view.reveal({ top: row, left: column, bottom: row, right: column });
    this.editor.open(this.view.overlay, this.view.boxOf(this.view.layout.roomFor(row, column)), text);
    this.editor.focus();
    this.#excel.user.beginsEditing();
  }

  /** From the formula bar. */
  writeFromBar(text: string): void {
    this.edit({ text, isTyped: false });
    this.editor.text = text;
    this.#tell();
  }

  commit(by: Step | null = null): void {
    const editing = this.#editing;
    if (!editing) return;
    this.#editing = null;
    const { sheet, place, before } = editing;
    const { text } = this.editor;
    this.editor.close();
    if (text !== before) this.#write(sheet, place, text);
    this.#excel.user.endsEditing();
    if (by) this.#next(by);
    this.#tell();
  }

  cancel(): void {
    if (!this.#editing) return;
    this.#editing = null;
    this.editor.close();
    this.#excel.user.endsEditing();
    this.#tell();
  }

  #write(sheet: Sheet, { row, column }: Place, text: string): void {
    const { format } = sheet.cell(row, column);
    this.#excel.user.types(`${quoteSheet(sheet.name)}!${cellName(row, column)}`, readTyped(text, format));
    const typedFormat = format === "General" ? formatTyped(text) : null;
    if (typedFormat !== null) sheet.put(row, column, { format: typedFormat });
  }

  insertRows(): void {
    const { top, bottom } = this.#cut(areaBetween(this.#active, this.#end));
    this.#excel.user.insertsRows(this.#sheet.name, top, bottom - top + 1);
  }

  deleteRows(): void {
    const { top, bottom } = this.#cut(areaBetween(this.#active, this.#end));
    this.#excel.user.deletesRows(this.#sheet.name, top, bottom - top + 1);
  }

  /** As text, the way other programs take tables. */
  copied(): string {
    const { top, left, bottom, right } = this.#cut(this.#areas[0] ?? areaBetween(this.#active, this.#end));
    const lines: string[][] = [];
    for (let row = top; row <= bottom; row++) {
      const line: string[] = [];
      for (let column = left; column <= right; column++) line.push(lookOf(this.#sheet.cell(row, column)).text);
      lines.push(line);
    }
    return writeTable(lines);
  }

  paste(text: string): void {
    const { top, left, bottom, right } = this.#cut(this.#areas[0] ?? areaBetween(this.#active, this.#end));
    const table = readTable(text);
    const [[only] = []] = table;
    const isOne = table.length === 1 && table[0]?.length === 1;
    const filled = isOne
      ? Array.from({ length: bottom - top + 1 }, () => Array.from({ length: right - left + 1 }, () => only ?? ""))
      : table;
    const values = filled.map((line, down) =>
      line.map((cell, along) => readTyped(cell, this.#sheet.cell(top + down, left + along).format)),
    );
    this.#excel.user.pastes(`${quoteSheet(this.#sheet.name)}!${cellName(top, left)}`, values);
    this.select(
      { row: top, column: left },
      { row: top + values.length - 1, column: left + (values[0]?.length ?? 1) - 1 },
      { row: top, column: left },
    );
  }

  #addressOf = (area: Area): string => `${quoteSheet(this.#sheet.name)}!${printArea(area)}`;

  /** Of whole rows or columns, only what can hold something. */
  #cut({ top, left, bottom, right }: Area): Area {
    const { used } = this.view.layout;
    return {
      top,
      left,
      bottom: bottom === LAST_ROW ? Math.max(top, used.row) : bottom,
      right: right === LAST_COLUMN ? Math.max(left, used.column) : right,
    };
  }
}
