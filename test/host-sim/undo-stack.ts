/** The user's undo, and which calls of an add-in cleared it. */
import type { Area } from "../../shared/grid.ts";
import type { Sheet } from "./sheet.ts";

export interface UndoStep {
  readonly sheet: Sheet;
  readonly area: Area;
  readonly undo: () => void;
}

export class UndoStack {
  #steps: UndoStep[] = [];
  /** The calls of each request that cleared it. */
  readonly clearedBy: string[] = [];

  get length(): number {
    return this.#steps.length;
  }

  push(step: UndoStep): void {
    this.#steps.push(step);
  }

  clear(by: string): void {
    this.clearedBy.push(by);
    this.#steps = [];
  }

  pop = (): UndoStep | null => this.#steps.pop() ?? null;
}
