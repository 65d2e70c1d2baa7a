/** Which entries of the outbox this window made: their receipts go into the workbook that is open in it. Lasts through a reload. */

const KEY = "phuluc.made-here";
const made = new Set<string>();

export function noteMadeHere(idempotencyKey: string): void {
  made.add(idempotencyKey);
  try {
    sessionStorage.setItem(KEY, [...readKept(), idempotencyKey].join(" "));
  } catch {
    // Then only until the page is loaded again.
  }
}

export const isMadeHere = (idempotencyKey: string): boolean =>
  made.has(idempotencyKey) || readKept().includes(idempotencyKey);

function readKept(): readonly string[] {
  try {
    return sessionStorage.getItem(KEY)?.split(" ") ?? [];
  } catch {
    return [];
  }
}
