/** An object of Excel's model as the host answers for it; names are the host's own, in PascalCase. */
export interface HostObject {
  readonly type: string;
  /** Given with the object's identity; indexers find it again by this. */
  readonly id?: string;
  readonly get?: Readonly<Record<string, () => unknown>>;
  readonly set?: Readonly<Record<string, (value: unknown) => void>>;
  /** Objects beneath it; null where there is none. */
  readonly nav?: Readonly<Record<string, () => HostObject | null>>;
  readonly methods?: Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;
  readonly items?: () => readonly HostObject[];
  readonly indexer?: (key: unknown) => HostObject | null;
}

export const isHostObject = (value: unknown): value is HostObject =>
  typeof value === "object" && value !== null && "type" in value;

/** Collections whose items are found by a key. */
export function keyed(
  type: string,
  items: () => readonly HostObject[],
  find: (key: unknown) => HostObject | null,
): HostObject {
  return { type, items, indexer: find, methods: { GetItemOrNullObject: find, GetCount: () => items().length } };
}
