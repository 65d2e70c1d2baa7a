import type { submissionRoutes } from "../../shared/api/submissions.ts";
import { compareVersions, compareWithPreviousRound } from "../actions/compare-versions.ts";
import { downloadAnnotated, downloadAnnotatedVersion, downloadFixed } from "../actions/copies.ts";
import { readDraft, saveDraft } from "../actions/drafts.ts";
import { downloadFile, sendFile } from "../actions/files.ts";
import { correctLineIdentity } from "../actions/line-identities.ts";
import { downloadAppendix, downloadCheckSheet } from "../actions/made-workbooks.ts";
import { readStanding, readVersion } from "../actions/read-submission.ts";
import { submit } from "../actions/submit.ts";
import { submittingOf } from "../actions/submitting.ts";
import type { Handlers } from "./handler.ts";

export const submissionHandlers: Handlers<typeof submissionRoutes> = {
  sendFile: ({ service, caller, target, params, query, body }) =>
    sendFile(service, { bytes: body, fileName: query.fileName }, submittingOf(caller, target, params)),
  downloadAnnotated: ({ service, caller, target, params }) =>
    downloadAnnotated(service, params.fileId, submittingOf(caller, target, params)),
  downloadFixed: ({ service, caller, target, params }) =>
    downloadFixed(service, params.fileId, submittingOf(caller, target, params)),
  downloadAnnotatedVersion: ({ service, params }) => downloadAnnotatedVersion(service, params, params.version),
  submit: ({ service, caller, target, params, body }) => submit(service, body, submittingOf(caller, target, params)),
  readSubmission: ({ service, params }) => readStanding(service.db, params),
  readDraft: ({ service, params }) => readDraft(service, params),
  saveDraft: ({ service, caller, target, params, body }) =>
    saveDraft(service, body, submittingOf(caller, target, params)),
  readVersion: ({ service, params }) => readVersion(service, params, params.version),
  downloadFile: ({ service, params }) => downloadFile(service, params, params.version),
  downloadAppendix: ({ service, target, params }) =>
    downloadAppendix(service, { place: params, version: params.version, target }),
  downloadCheckSheet: ({ service, target, params }) =>
    downloadCheckSheet(service, { place: params, version: params.version, target }),
  compareVersions: ({ service, params, query }) =>
    compareVersions(service, params, { version: params.version, since: query.since }),
  compareWithPreviousRound: ({ service, params }) => compareWithPreviousRound(service, params, params.version),
  correctLineIdentity: async ({ service, caller, params, body }) => ({
    lines: await correctLineIdentity({ service, place: params, by: caller }, { ...body, version: params.version }),
  }),
};
