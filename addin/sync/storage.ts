/** Small texts kept in the browser. Where it keeps nothing for us (a frame of another site), they last as long as the page. */
const MEMORY = new Map<string, string>();

/** Reading the property itself throws where storage is forbidden. */
function attempt<T>(use: (storage: Storage) => T, otherwise: () => T): T {
  try {
    return use(localStorage);
  } catch {
    return otherwise();
  }
}

export const readText = (key: string): string | null =>
  attempt(
    (storage) => storage.getItem(key),
    () => MEMORY.get(key) ?? null,
  );

export function keepText(key: string, text: string): void {
  attempt(
    (storage) => storage.setItem(key, text),
    () => void MEMORY.set(key, text),
  );
}

export function removeText(key: string): void {
  attempt(
    (storage) => storage.removeItem(key),
    () => void MEMORY.delete(key),
  );
}
