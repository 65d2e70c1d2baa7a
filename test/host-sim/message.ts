/** The JSON that the Excel library and its host exchange, as far as it is answered here. */
export interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: Query;
}

export interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  /** Beside each argument: the path of the object it is, 0 for a plain value. */
  readonly ReferencedObjectPathIds?: readonly number[] | null;
}

/** Select: ["values", "format/fill/color"]; on a collection it speaks of the items. */
export interface Query {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}

export interface ObjectPath {
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

export interface Batch {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

export interface Answer {
  readonly Results: readonly { readonly ActionId: number; readonly Value: unknown }[];
  readonly TraceIds: readonly number[];
  readonly Error?: { readonly Code: string; readonly Message: string; readonly ActionIndex: number };
}

export interface Request {
  readonly id: number;
  readonly flags: number;
  readonly message: { readonly body: Batch };
}

export const ACTION = {
  instantiate: 1,
  query: 2,
  method: 3,
  setProperty: 4,
  trace: 5,
  ensureUnchanged: 6,
} as const;

export const PATH = { root: 1, newObject: 2, method: 3, property: 4, indexer: 5, reference: 6 } as const;

/** What a request says of itself: bits of its flags. */
export const REQUEST = {
  /** It holds a call that the library counts as writing, though some of them only read. */
  writes: 1,
  /** The host can take it back with the user's undo. */
  undoable: 16,
  /** It waits until the user has left the cell. */
  waitsForCellEdit: 64,
} as const;
