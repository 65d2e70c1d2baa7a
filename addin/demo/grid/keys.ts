/** What the keys of Excel mean on the sheet. */
import type { Step } from "./place.ts";

export type Command =
  | { readonly kind: "move"; readonly by: Step; readonly extends: boolean; readonly leaps: boolean }
  | { readonly kind: "page"; readonly direction: 1 | -1; readonly extends: boolean }
  | { readonly kind: "home"; readonly ofSheet: boolean; readonly extends: boolean }
  | { readonly kind: "end"; readonly extends: boolean }
  | { readonly kind: "sheet"; readonly by: 1 | -1 }
  /** From row to row as Enter does, or from cell to cell as Tab does. */
  | { readonly kind: "next"; readonly by: Step }
  | { readonly kind: "edit" }
  /** The key itself goes into the cell. */
  | { readonly kind: "type" }
  | { readonly kind: "clear" }
  | { readonly kind: "all" }
  | { readonly kind: "undo" }
  | { readonly kind: "save" }
  | { readonly kind: "pane" };

export interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

export const ARROWS: Readonly<Record<string, Step>> = {
  ArrowUp: { rows: -1, columns: 0 },
  ArrowDown: { rows: 1, columns: 0 },
  ArrowLeft: { rows: 0, columns: -1 },
  ArrowRight: { rows: 0, columns: 1 },
};

const WITH_CTRL: Readonly<Record<string, Command>> = {
  z: { kind: "undo" },
  s: { kind: "save" },
  a: { kind: "all" },
  PageUp: { kind: "sheet", by: -1 },
  PageDown: { kind: "sheet", by: 1 },
};

const PLAIN: Readonly<Record<string, Command>> = {
  F2: { kind: "edit" },
  F6: { kind: "pane" },
  Delete: { kind: "clear" },
  Backspace: { kind: "clear" },
};

/** Null for what the browser is to have. */
export function commandFor(pressed: Key): Command | null {
  const { key, shiftKey, altKey } = pressed;
  const ctrl = pressed.ctrlKey || pressed.metaKey;
  if (altKey) return null;
  const arrow = ARROWS[key];
  if (arrow) return { kind: "move", by: arrow, extends: shiftKey, leaps: ctrl };
  if (key === "Home") return { kind: "home", ofSheet: ctrl, extends: shiftKey };
  if (key === "End" && ctrl) return { kind: "end", extends: shiftKey };
  if (ctrl) return WITH_CTRL[key] ?? WITH_CTRL[key.toLowerCase()] ?? null;
  if (key === "Enter") return { kind: "next", by: { rows: shiftKey ? -1 : 1, columns: 0 } };
  if (key === "Tab") return { kind: "next", by: { rows: 0, columns: shiftKey ? -1 : 1 } };
  if (key === "PageUp" || key === "PageDown")
    return { kind: "page", direction: key === "PageUp" ? -1 : 1, extends: shiftKey };
  // "Process": a method of typing Vietnamese is at work.
  if (key.length === 1 || key === "Process") return { kind: "type" };
  return PLAIN[key] ?? null;
}
