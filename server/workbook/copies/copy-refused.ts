import type { RefusalCode } from "../refusals.ts";

/** Why no copy can be made; thrown inside this folder, and a result for all others. */
export class CopyRefused extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode) {
    super(code);
    this.code = code;
  }
}

export type CopyResult<T> =
  ({ readonly ok: true; readonly bytes: Buffer } & T) | { readonly ok: false; readonly code: RefusalCode };

/** @throws Error for faults of this program */
export function makeCopy<T>(make: () => { readonly bytes: Buffer } & T): CopyResult<T> {
  try {
    return { ok: true, ...make() };
  } catch (trouble) {
    if (trouble instanceof CopyRefused) return { ok: false, code: trouble.code };
    throw trouble;
  }
}
