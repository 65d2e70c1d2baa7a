/** The card follows the selected cell: it comes with a cell that something is said of, and goes with it. */
import type { Item } from "./items.ts";
import { itemAt, type SelectedCells } from "./at-selection.ts";
import type { ViewState } from "../view-state.ts";

export type Chosen = Pick<ViewState, "selected" | "selectedBy">;

export class SelectionFollower {
  #selection: SelectedCells | null = null;
  #items: readonly Item[] = [];
  /** The card that was open when last looked at. */
  #open: string | null = null;
  /** Closed by the officer, and not to come back while the same cell is selected. */
  #closed: string | null = null;

  /** @returns what is to be chosen now; null where nothing changes */
  follow(items: readonly Item[], selection: SelectedCells | null, chosen: Chosen): Chosen | null {
    if (chosen.selected === null && this.#open !== null) this.#closed = this.#open;
    const isSame = selection === this.#selection && items === this.#items;
    if (selection !== this.#selection) this.#closed = null;
    this.#selection = selection;
    this.#items = items;
    const next = isSame ? null : this.#chosenAt(items, selection, chosen);
    this.#open = (next ?? chosen).selected;
    return next;
  }

  /** What the officer opened stays until another cell has something to say. */
  #chosenAt(items: readonly Item[], selection: SelectedCells | null, chosen: Chosen): Chosen | null {
    const item = itemAt(items, selection, chosen.selected);
    if (item?.key === this.#closed && item) return null;
    if (item) return item.key === chosen.selected ? null : { selected: item.key, selectedBy: "cell" };
    const goes = chosen.selected !== null && chosen.selectedBy === "cell";
    return goes ? { selected: null, selectedBy: "officer" } : null;
  }
}
