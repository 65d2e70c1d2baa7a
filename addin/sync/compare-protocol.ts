/** What the page and the comparing thread say to each other. Sheets come in portions, so that neither is held up by copying them. */
import type { ThreeWayChanges, VersionChanges } from "../../shared/compare-versions.ts";
import type { Grid, GridRow } from "../../shared/grid.ts";
import type { Trouble } from "./reply.ts";
import type { Settled, Settlement } from "./state.ts";

/** Which version, and how to get it. */
export interface VersionSource {
  readonly base: string;
  readonly token: string;
  readonly params: { readonly roundId: string; readonly organisationId: string; readonly version: number };
}

export type ToThread =
  /** Begins a sheet; its rows follow. */
  | { readonly kind: "sheet"; readonly id: number; readonly sheet: Omit<Grid, "rows"> }
  | { readonly kind: "rows"; readonly id: number; readonly rows: readonly GridRow[] }
  /** All sheets of this id have come. */
  | { readonly kind: "compare"; readonly id: number; readonly source: VersionSource }
  | {
      readonly kind: "settle";
      readonly id: number;
      readonly threeWays: ThreeWayChanges;
      readonly settlements: readonly Settlement[];
    };

export type FromThread =
  | { readonly kind: "compared"; readonly id: number; readonly changes: VersionChanges }
  | { readonly kind: "settled"; readonly id: number; readonly settled: Settled }
  /** The service's, or the network's. */
  | { readonly kind: "trouble"; readonly id: number; readonly trouble: Trouble }
  /** A fault of ours. */
  | { readonly kind: "failed"; readonly id: number };

/** Sheets as they arrive. */
export class Arriving {
  readonly #byId = new Map<number, { readonly sheet: Omit<Grid, "rows">; readonly rows: GridRow[] }[]>();

  begin(id: number, sheet: Omit<Grid, "rows">): void {
    const sheets = this.#byId.get(id) ?? [];
    sheets.push({ sheet, rows: [] });
    this.#byId.set(id, sheets);
  }

  add(id: number, rows: readonly GridRow[]): void {
    const sheets = this.#byId.get(id) ?? [];
    for (const row of rows) sheets[sheets.length - 1]?.rows.push(row);
  }

  /** Whole, and forgotten here. */
  take(id: number): readonly Grid[] {
    const sheets = this.#byId.get(id) ?? [];
    this.#byId.delete(id);
    return sheets.map(({ sheet, rows }) => ({ ...sheet, rows }));
  }
}
