/** A request to submit, before anything is judged: what it holds, and whether it makes sense. */
import type { SubmissionBody } from "../../shared/api/submissions.ts";
import { CORE_VERSION } from "../../shared/version.ts";
import { NOT_FOUND } from "../authorise.ts";
import type { SentContent } from "../judging/tasks.ts";
import { malformed, Problem } from "../problem.ts";
import type { Database } from "../store/database.ts";
import { findFile, hasFile } from "../store/files.ts";
import { sha256 } from "../store/ids.ts";
import type { SubmissionPlace } from "../store/submissions.ts";
import { draftContent } from "./drafts.ts";

export interface SubmitRequest {
  readonly content: SentContent;
  /** As a draft of the same content would be kept; null where it is read from a file. */
  readonly asDraft: string | null;
  readonly idempotencyKey: string;
  /** The same for the same request: its keys come in the contract's order. */
  readonly sha256: string;
  readonly replaces: number;
  /** The original workbook. */
  readonly fileId: string | null;
  readonly madeWith: string | null;
}

/** Read as text once; what is large is not gone through again. */
export interface RequestText {
  readonly sheets: string | null;
  readonly explanations: string;
  readonly sha256: string;
}

const SHEETS_OR_FILE = {
  vi: "cần đúng một trong hai: sheets hoặc readFromFileId",
  en: "either sheets or readFromFileId is needed, and not both",
};
const NO_VERSION = { vi: "phải có dạng 1.2.3", en: "it must be like 1.2.3" };

/** @throws Problem malformed-request: sheets or a file, one of the two */
export function textOf(body: SubmissionBody): RequestText {
  const { sheets, readFromFileId, replaces, attachedFileId, madeWith } = body;
  if ((sheets === undefined) === (readFromFileId === undefined)) throw malformed("body", SHEETS_OR_FILE);
  const text = { sheets: sheets ? JSON.stringify(sheets) : null, explanations: JSON.stringify(body.explanations) };
  const rest = JSON.stringify([readFromFileId ?? null, replaces, attachedFileId, madeWith]);
  return { ...text, sha256: sha256([text.sheets ?? "", text.explanations, rest].join("\n")) };
}

/** @throws Problem not-found, or unknown-core */
export async function readRequest(
  db: Database,
  place: SubmissionPlace,
  { body, text }: { body: SubmissionBody; text: RequestText },
): Promise<SubmitRequest> {
  checkCore(body.madeWith);
  const fileId = body.attachedFileId ?? body.readFromFileId ?? null;
  if (body.attachedFileId !== null && !(await hasFile(db, place, body.attachedFileId)))
    throw new Problem("not-found", NOT_FOUND.file);
  return {
    content: await contentOf(db, place, { body, text }),
    asDraft: text.sheets === null ? null : draftContent(text.sheets, text.explanations),
    idempotencyKey: body.idempotencyKey,
    sha256: text.sha256,
    replaces: body.replaces,
    fileId,
    madeWith: body.madeWith,
  };
}

async function contentOf(
  db: Database,
  place: SubmissionPlace,
  { body, text: { sheets, explanations } }: { body: SubmissionBody; text: RequestText },
): Promise<SentContent> {
  if (sheets !== null) return { kind: "sheets", sheets, explanations };
  const file = await findFile(db, place, body.readFromFileId ?? "");
  if (!file) throw new Problem("not-found", NOT_FOUND.file);
  return { kind: "workbook", bytes: file.bytes, fileName: file.name, explanations };
}

/** @throws Problem unknown-core: an older service would take for right what a newer pane knows to be wrong */
function checkCore(madeWith: string | null): void {
  if (madeWith === null) return;
  if (!/^\d{1,6}(\.\d{1,6}){0,3}$/.test(madeWith)) throw malformed("body.madeWith", NO_VERSION);
  if (isNewer(madeWith, CORE_VERSION)) throw new Problem("unknown-core", { version: madeWith, own: CORE_VERSION });
}

export function isNewer(version: string, than: string): boolean {
  const [own, other] = [version, than].map((text) => text.split(".").map(Number));
  const places = Math.max(own?.length ?? 0, other?.length ?? 0);
  for (let place = 0; place < places; place++) {
    const difference = (own?.[place] ?? 0) - (other?.[place] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}
