/** Workbooks the service makes of what it keeps: an organisation's appendix again, pages to be signed, blank forms. */
import type { FormId } from "../../shared/appendix.ts";
import { formById } from "../../shared/forms/index.ts";
import type { Grid } from "../../shared/grid.ts";
import type { JudgedSubmission } from "../../shared/submission.ts";
import { canSeeRound, NOT_FOUND } from "../authorise.ts";
import { Problem } from "../problem.ts";
import type { Download } from "../answers.ts";
import type { Caller, Service, Target } from "../service.ts";
import type { SubmissionPlace } from "../store/submissions.ts";
import { findVersionDocuments, findVersionLine } from "../store/versions.ts";
import { readTerms } from "../store/rounds.ts";
import { writeAppendix } from "../workbook/write-appendix.ts";
import { checkSheetOfSubmission, writeCheckSheet } from "../workbook/write-check-sheet.ts";
import { writeTemplate } from "../workbook/write-template.ts";
import { saveName, XLSX } from "./file-names.ts";

export interface VersionAsked {
  readonly place: SubmissionPlace;
  readonly version: number;
  readonly target: Target;
}

/** @throws Problem not-found */
export async function downloadAppendix(service: Service, { place, version, target }: VersionAsked): Promise<Download> {
  const { head, documents } = await findVersion(service, place, version);
  const { sheets } = JSON.parse(documents.content) as { sheets: readonly Grid[] };
  return {
    fileName: saveName(["Phụ lục", target.organisation?.name ?? "", `bản ${String(version)}`], "xlsx"),
    mediaType: XLSX,
    write: (out) => writeAppendix({ grids: sheets, asOf: head.at }, out),
  };
}

/** @throws Problem not-found */
export async function downloadCheckSheet(
  service: Service,
  { place, version, target }: VersionAsked,
): Promise<Download> {
  const { head, documents } = await findVersion(service, place, version);
  const organisation = target.organisation?.name ?? "";
  const check = checkSheetOfSubmission({
    round: target.round?.name ?? "",
    years: target.round && readTerms(target.round),
    organisation,
    version,
    receipt: head.receipt,
    submittedAt: head.at,
    contentSha256: head.sha256,
    rulesVersion: head.judgedWith,
    judged: JSON.parse(documents.judged) as JudgedSubmission,
  });
  return {
    fileName: saveName(["Phiếu kiểm tra", organisation, `bản ${String(version)}`], "xlsx"),
    mediaType: XLSX,
    write: (out) => writeCheckSheet(check, { asOf: head.at }, out),
  };
}

async function findVersion(service: Service, place: SubmissionPlace, version: number) {
  const [head, documents] = await Promise.all([
    findVersionLine(service.db, place, version),
    findVersionDocuments(service.db, place, version),
  ]);
  if (!head || !documents) throw new Problem("not-found", NOT_FOUND.version);
  return { head, documents };
}

/** Blank, for anybody; for a round, only for those who take part in it. @throws Problem not-found */
export async function downloadTemplate(
  service: Service,
  caller: Caller,
  { form, roundId }: { form: FormId; roundId: string | undefined },
): Promise<Download> {
  const row =
    roundId === undefined
      ? null
      : ((await service.db.selectFrom("round").selectAll().where("id", "=", roundId).executeTakeFirst()) ?? null);
  const isHidden = roundId !== undefined && (row === null || !(await canSeeRound(service.db, caller, row)));
  if (isHidden) throw new Problem("not-found", NOT_FOUND.round);
  const terms = row ? readTerms(row) : null;
  const round =
    row && terms
      ? { id: row.id, name: row.name, fromYear: terms.fromYear, toYear: terms.toYear, unit: terms.unit }
      : null;
  return {
    fileName: saveName(["Mẫu", formById(form).title.vi, row?.name ?? ""], "xlsx"),
    mediaType: XLSX,
    write: (out) => writeTemplate({ form, round, ...(round ? { organisation: caller.organisation.name } : {}) }, out),
  };
}
