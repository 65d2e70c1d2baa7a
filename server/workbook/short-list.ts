/** Names in a sentence: one page holds no sixty of them. */
const MOST_NAMES = 12;

export const shortList = (items: readonly string[]): string =>
  items.length <= MOST_NAMES
    ? items.join(", ")
    : `${items.slice(0, MOST_NAMES).join(", ")} và ${String(items.length - MOST_NAMES)} nữa`;
