/** Copies as the command line makes them: by no round's terms, and with what is told of them. Runs in a judging thread. */
import { checkWorkbook } from "../../shared/check.ts";
import type { Language } from "../../shared/money.ts";
import { annotate } from "../workbook/annotate.ts";
import { clean } from "../workbook/clean.ts";
import { fix } from "../workbook/fix.ts";
import type { CopyResult } from "../workbook/copies/copy-refused.ts";
import { readWorkbook } from "./read-workbook.ts";
import type { Refused, SentWorkbook } from "./tasks.ts";

export interface CopyAskedTask {
  readonly workbook: SentWorkbook;
  readonly kind: "annotate" | "clean" | "fix";
  readonly language: Language;
}

export interface CopyMade {
  readonly ok: true;
  readonly bytes: Uint8Array;
  readonly findings: number;
  /** Findings mended, and those whose cells are locked. */
  readonly applied: number;
  readonly locked: number;
}

export function copyAsked({ workbook, kind, language }: CopyAskedTask): CopyMade | Refused {
  const { fileName } = workbook;
  const bytes = Buffer.from(workbook.bytes.buffer, workbook.bytes.byteOffset, workbook.bytes.byteLength);
  const none = { findings: 0, applied: 0, locked: 0 };
  if (kind === "clean") return made(clean(bytes, fileName), none);
  const read = readWorkbook(workbook);
  if (!read.ok) return read;
  const { grids } = read;
  const { findings } = checkWorkbook(grids);
  const counts = { ...none, findings: findings.length };
  if (kind === "annotate") return made(annotate(bytes, { fileName, findings, explanations: [], language }), counts);
  const copy = fix(bytes, { fileName, findings, grids });
  return made(copy, copy.ok ? { ...counts, applied: copy.applied, locked: copy.locked } : counts);
}

const made = (copy: CopyResult<object>, counts: Omit<CopyMade, "ok" | "bytes">): CopyMade | Refused =>
  copy.ok ? { ok: true, bytes: copy.bytes, ...counts } : { ok: false, why: "refused", code: copy.code, sheet: "" };
