/** What was written into a sheet. */
export interface Written {
  /** Fixes, each whole. */
  readonly applied: number;
  /** A formula was written, or one was written over. */
  readonly touchesFormulas: boolean;
}
