/** Annotated and fixed copies of workbooks that were sent. Runs in a judging thread. */
import type { Language } from "../../shared/money.ts";
import { judgeSubmission, type Policy } from "../../shared/judge.ts";
import type { JudgedSubmission } from "../../shared/submission.ts";
import { annotate } from "../workbook/annotate.ts";
import { fix } from "../workbook/fix.ts";
import type { CopyResult } from "../workbook/copies/copy-refused.ts";
import { readWorkbook } from "./read-workbook.ts";
import type { Refused, SentWorkbook } from "./tasks.ts";

/** A file sent before, judged as the round judges. */
export interface CopyFileTask {
  readonly workbook: SentWorkbook;
  readonly policy: Policy;
}

/** The original of a version, with what was found then. */
export interface AnnotateVersionTask {
  readonly workbook: SentWorkbook;
  /** {findings, explanations, …} */
  readonly judged: string;
}

export type CopyReply = { readonly ok: true; readonly bytes: Uint8Array } | Refused;

/** As the people who download it read. */
const LANGUAGE: Language = "vi";

export function annotateFile({ workbook, policy }: CopyFileTask): CopyReply {
  const read = readWorkbook(workbook);
  if (!read.ok) return read;
  const { findings } = judgeSubmission({ sheets: read.grids, explanations: [] }, policy);
  const { fileName } = workbook;
  return replyOf(annotate(bytesOf(workbook), { fileName, findings, explanations: [], language: LANGUAGE }));
}

export function annotateVersion({ workbook, judged }: AnnotateVersionTask): CopyReply {
  const { findings, explanations } = JSON.parse(judged) as JudgedSubmission;
  const { fileName } = workbook;
  return replyOf(annotate(bytesOf(workbook), { fileName, findings, explanations, language: LANGUAGE }));
}

export function fixFile({ workbook, policy }: CopyFileTask): CopyReply {
  const read = readWorkbook(workbook);
  if (!read.ok) return read;
  const { findings } = judgeSubmission({ sheets: read.grids, explanations: [] }, policy);
  return replyOf(fix(bytesOf(workbook), { fileName: workbook.fileName, findings, grids: read.grids }));
}

const bytesOf = ({ bytes }: SentWorkbook): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const replyOf = (copy: CopyResult<object>): CopyReply =>
  copy.ok ? { ok: true, bytes: copy.bytes } : { ok: false, why: "refused", code: copy.code, sheet: "" };
