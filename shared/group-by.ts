/** Items by key, keys in the order they first come. */
export function groupBy<T, K>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/**
 * As `groupBy`, without the items that are alone with their key: where hardly any key comes twice, sorting plain integers
 * is far quicker than a group for each.
 * @param keyOf gives integers of 32 bits
 */
export function groupRepeated<T>(items: readonly T[], keyOf: (item: T) => number): Map<number, T[]> {
  const keys = new Int32Array(items.length);
  for (let index = 0; index < items.length; index++) keys[index] = keyOf(items[index] as T);
  const sorted = keys.slice().sort();
  const repeated = new Set(sorted.filter((key, index) => key === sorted[index + 1]));
  return groupBy(
    items.filter((_, index) => repeated.has(keys[index] ?? 0)),
    keyOf,
  );
}

/** The last item that passes; undefined when none does. */
export function findLast<T>(items: readonly T[], passes: (item: T) => boolean): T | undefined {
  for (let index = items.length - 1; index >= 0; index--) {
    const item = items[index] as T;
    if (passes(item)) return item;
  }
  return undefined;
}
