import type { consolidationRoutes } from "../../shared/api/consolidations.ts";
import { readAudit, verifyWholeLog } from "../actions/audit.ts";
import { downloadTemplate } from "../actions/made-workbooks.ts";
import { downloadBackup } from "../actions/back-up.ts";
import { downloadConsolidation, downloadConsolidationCheckSheet } from "../actions/merged-workbooks.ts";
import { listConsolidations, mergeRound, remake } from "../actions/merge.ts";
import { listRules } from "../actions/rules.ts";
import { WrittenJson } from "../answers.ts";
import type { Handlers } from "./handler.ts";
import { roundOf } from "./target.ts";

export const consolidationHandlers: Handlers<typeof consolidationRoutes> = {
  merge: ({ service, caller, target, body }) => mergeRound(service, caller, { round: roundOf(target), terms: body }),
  listConsolidations: async ({ service, caller, target }) => ({
    consolidations: await listConsolidations(service, caller, roundOf(target)),
  }),
  readConsolidation: async ({ service, caller, target, params }) => {
    const made = await remake(service, caller, { id: params.consolidationId, round: roundOf(target) });
    const head = JSON.stringify({ line: made.line, isSame: made.isSame });
    return new WrittenJson(`${head.slice(0, -1)},"values":${made.values}}`);
  },
  downloadConsolidation: ({ service, caller, target, params }) =>
    downloadConsolidation(service, caller, { id: params.consolidationId, round: roundOf(target) }),
  downloadConsolidationCheckSheet: ({ service, caller, target, params }) =>
    downloadConsolidationCheckSheet(service, caller, { id: params.consolidationId, round: roundOf(target) }),
  downloadTemplate: ({ service, caller, params, query }) =>
    downloadTemplate(service, caller, { form: params.formId, roundId: query.roundId }),
  listRules: () => Promise.resolve(listRules()),
  readAudit: ({ service, caller, query }) => readAudit(service.db, caller, query.before),
  downloadBackup: ({ service, caller }) => downloadBackup(service, caller),
  verifyAudit: ({ service, caller }) => verifyWholeLog(service.db, caller),
};
