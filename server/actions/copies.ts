/** Copies of the workbooks that an organisation sent: its findings marked, or its safe fixes applied; all else as it was. */
import { NOT_FOUND } from "../authorise.ts";
import type { Download } from "../answers.ts";
import type { CopyReply } from "../judging/copy-workbook.ts";
import { policyOf } from "../judging/policy.ts";
import { refusedProblem } from "../judging/refused.ts";
import { Problem } from "../problem.ts";
import type { Service } from "../service.ts";
import { findFile, findVersionFile } from "../store/files.ts";
import { readTerms } from "../store/rounds.ts";
import type { SubmissionPlace } from "../store/submissions.ts";
import type { FileTable } from "../store/tables.ts";
import { findVersionDocuments } from "../store/versions.ts";
import { XLSM, XLSX } from "./file-names.ts";
import type { Submitting } from "./submitting.ts";

const ANNOTATED = "đã đánh dấu";
const FIXED = "đã sửa";

/** @throws Problem not-found, workbook-refused */
export async function downloadAnnotated(
  service: Service,
  fileId: string,
  { place, round }: Submitting,
): Promise<Download> {
  const file = await existing(findFile(service.db, place, fileId));
  const policy = policyOf(readTerms(round));
  return copyOf(file, ANNOTATED, await service.judge.annotateFile({ workbook: workbookOf(file), policy }));
}

/** @throws Problem not-found, workbook-refused */
export async function downloadFixed(service: Service, fileId: string, { place, round }: Submitting): Promise<Download> {
  const file = await existing(findFile(service.db, place, fileId));
  const policy = policyOf(readTerms(round));
  return copyOf(file, FIXED, await service.judge.fixFile({ workbook: workbookOf(file), policy }));
}

/** With what was found when it was submitted, and how that was explained. @throws Problem not-found, workbook-refused */
export async function downloadAnnotatedVersion(
  service: Service,
  place: SubmissionPlace,
  version: number,
): Promise<Download> {
  const file = await existing(findVersionFile(service.db, place, version));
  const documents = await findVersionDocuments(service.db, place, version);
  if (!documents) throw new Problem("not-found", NOT_FOUND.version);
  const { judged } = documents;
  return copyOf(file, ANNOTATED, await service.judge.annotateVersion({ workbook: workbookOf(file), judged }));
}

async function existing(found: Promise<FileTable | null>): Promise<FileTable> {
  const file = await found;
  if (!file) throw new Problem("not-found", NOT_FOUND.file);
  return file;
}

const workbookOf = ({ bytes, name }: FileTable) => ({ bytes, fileName: name });

function copyOf({ name }: FileTable, what: string, reply: CopyReply): Download {
  if (!reply.ok) throw refusedProblem(reply);
  const { bytes } = reply;
  return {
    fileName: name.replace(/(\.xls[xm])$/i, ` (${what})$1`),
    mediaType: /m$/i.test(name) ? XLSM : XLSX,
    size: bytes.length,
    write: (out) => new Promise((resolve, reject) => out.once("error", reject).end(bytes, resolve)),
  };
}
