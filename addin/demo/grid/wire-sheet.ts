/** Mouse, keys and clipboard of the sheet's elements → what the officer does. */
import type { SheetControl } from "./sheet-control.ts";
import { ARROWS, commandFor } from "./keys.ts";
import { editableText } from "./typed.ts";
import type { Place } from "./place.ts";

export interface SheetWires {
  readonly goToPane: () => void;
}

/** @returns how to take the wires off again */
export function wireSheet(control: SheetControl, { goToPane }: SheetWires): () => void {
  const taken = new AbortController();
  const { signal } = taken;
  wireMouse(control, signal);
  wireKeys(control, goToPane, signal);
  wireClipboard(control, signal);
  return () => {
    taken.abort();
  };
}

function wireMouse(control: SheetControl, signal: AbortSignal): void {
  const { element, grid } = control.view;
  let from: Place | null = null;
  element.addEventListener(
    "pointerdown",
    (event) => {
      const isOnCells = event.offsetX <= element.clientWidth || event.target !== element;
      if (event.button !== 0 || control.editor.element.contains(event.target as Node) || !isOnCells) return;
      event.preventDefault();
      control.commit();
      grid.focus({ preventScroll: true });
      const { row, column } = control.view.placeAt(event);
      if (row === null || column === null) {
        control.selectWhole({ row, column });
        return;
      }
      from = event.shiftKey ? control.active : { row, column };
      control.select(from, { row, column });
      element.setPointerCapture(event.pointerId);
    },
    { signal },
  );
  element.addEventListener(
    "pointermove",
    (event) => {
      const { row, column } = control.view.placeAt(event);
      if (from && row !== null && column !== null) control.select(from, { row, column });
    },
    { signal },
  );
  const end = (): void => {
    from = null;
  };
  element.addEventListener("pointerup", end, { signal });
  element.addEventListener("pointercancel", end, { signal });
  element.addEventListener(
    "dblclick",
    () => {
      if (!control.isEditing) control.edit({ text: editableText(control.activeCell), isTyped: false });
    },
    { signal },
  );
}

function wireKeys(control: SheetControl, goToPane: () => void, signal: AbortSignal): void {
  control.view.grid.addEventListener(
    "keydown",
    (event) => {
      const command = commandFor(event);
      if (!command) return;
      // The key goes on into the editor, which has the focus by then.
      if (command.kind !== "type") event.preventDefault();
      if (command.kind === "pane") goToPane();
      else control.do(command);
    },
    { signal },
  );
  control.editor.element.addEventListener(
    "keydown",
    (event) => {
      if (pressInEditor(control, event)) event.preventDefault();
    },
    { signal },
  );
}

/** @returns whether the key was ours */
export function pressInEditor(control: SheetControl, event: KeyboardEvent): boolean {
  if (event.isComposing) return false;
  const arrow = ARROWS[event.key];
  if (event.key === "Enter" && event.altKey) control.editor.breakLine();
  else if (event.key === "Enter") leave(control, { rows: event.shiftKey ? -1 : 1, columns: 0 });
  else if (event.key === "Tab") leave(control, { rows: 0, columns: event.shiftKey ? -1 : 1 });
  else if (event.key === "Escape") {
    control.cancel();
    focusGrid(control);
  } else if (arrow && control.isEntering) leave(control, arrow);
  else return false;
  return true;
}

function leave(control: SheetControl, by: { rows: number; columns: number }): void {
  control.commit(by);
  focusGrid(control);
}

const focusGrid = ({ view }: SheetControl): void => {
  view.grid.focus({ preventScroll: true });
};

function wireClipboard(control: SheetControl, signal: AbortSignal): void {
  const { grid } = control.view;
  const copy = (event: ClipboardEvent): void => {
    event.clipboardData?.setData("text/plain", control.copied());
    event.preventDefault();
  };
  grid.addEventListener("copy", copy, { signal });
  grid.addEventListener(
    "cut",
    (event) => {
      copy(event);
      control.do({ kind: "clear" });
    },
    { signal },
  );
  grid.addEventListener(
    "paste",
    (event) => {
      const text = event.clipboardData?.getData("text/plain") ?? "";
      event.preventDefault();
      if (text !== "") control.paste(text);
    },
    { signal },
  );
}
