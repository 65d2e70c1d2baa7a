/** Fixes that change no meaning, for all at once. */
import type { TellableFinding } from "../../checking/report.ts";

export const findSafeFixes = (findings: readonly TellableFinding[]): readonly TellableFinding[] =>
  findings.filter(({ fix }) => fix !== null && fix.kind !== "choose" && fix.safe && fix.edits.length > 0);
