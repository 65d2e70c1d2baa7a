/** Workbooks that an organisation sends, and the originals of its versions. */
import { NOT_FOUND } from "../authorise.ts";
import { policyOf } from "../judging/policy.ts";
import { refusedProblem } from "../judging/refused.ts";
import { Problem } from "../problem.ts";
import { WrittenJson, type Download } from "../answers.ts";
import type { Service } from "../service.ts";
import { appendAudit } from "../store/audit.ts";
import { findVersionFile, keepFile } from "../store/files.ts";
import { sha256 } from "../store/ids.ts";
import { readTerms } from "../store/rounds.ts";
import type { SubmissionPlace } from "../store/submissions.ts";
import { XLSM, XLSX } from "./file-names.ts";
import { admitNow, type Submitting } from "./submitting.ts";

const LONGEST_NAME = 200;
/** What can be read; the name goes into the archive, and back to whoever downloads it. */
const ENDING = /.\.xls[xm]$/i;
/** Control characters, those that turn the direction of writing ("xslx.exe"), and halves of a letter. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\u200e\u200f]/u;

/** @throws Problem bad-file-name */
function checkFileName(given: string): string {
  const name = given.normalize("NFC").trim();
  const isNamed = name.length <= LONGEST_NAME && ENDING.test(name);
  if (!isNamed || /[/\\]/.test(name) || UNPRINTABLE.test(name)) throw new Problem("bad-file-name");
  return name;
}

/** Nothing is kept of what can't be read. @throws Problem bad-file-name, workbook-refused, or why the round takes nothing */
export async function sendFile(
  service: Service,
  { bytes, fileName }: { bytes: Uint8Array; fileName: string },
  { place, by }: Submitting,
): Promise<WrittenJson> {
  const name = checkFileName(fileName);
  const { round } = await admitNow(service.db, place, new Date().toISOString());
  const judged = await service.judge.judgeFile({
    content: { kind: "workbook", bytes, fileName: name, explanations: "[]" },
    policy: policyOf(readTerms(round)),
    before: [],
  });
  if (!judged.ok) throw refusedProblem(judged);
  const hash = sha256(bytes);
  const at = new Date().toISOString();
  const fileId = await service.store.write(async (tx) => {
    const id = await keepFile(tx, { place, name, sha256: hash, bytes, at, byId: by.id });
    await appendAudit(tx, {
      at,
      actor: by,
      organisationId: place.organisationId,
      action: "send-file",
      subject: `submission ${place.roundId} ${place.organisationId}`,
      details: { fileId: id, name, sha256: hash, size: bytes.length },
    });
    return id;
  });
  return new WrittenJson(`{"fileId":"${fileId}","sha256":"${hash}",${judged.answer.slice(1)}`);
}

/** @throws Problem not-found */
export async function downloadFile(service: Service, place: SubmissionPlace, version: number): Promise<Download> {
  const file = await findVersionFile(service.db, place, version);
  if (!file) throw new Problem("not-found", NOT_FOUND.file);
  return {
    fileName: file.name,
    mediaType: /m$/i.test(file.name) ? XLSM : XLSX,
    size: file.size,
    write: (out) => new Promise((resolve, reject) => out.once("error", reject).end(file.bytes, resolve)),
  };
}
