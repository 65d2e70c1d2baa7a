import type { consolidationRoutes } from "../../shared/api/consolidations.ts";
import { readAudit } from "../actions/audit.ts";
import { listRules } from "../actions/rules.ts";
import { Problem } from "../problem.ts";
import { verifyAudit } from "../store/audit.ts";
import type { Handlers } from "./handler.ts";

const notYet = (): Promise<never> => Promise.reject(new Problem("no-such-route"));

export const consolidationHandlers: Handlers<typeof consolidationRoutes> = {
  merge: notYet,
  listConsolidations: notYet,
  readConsolidation: notYet,
  downloadConsolidation: notYet,
  downloadConsolidationCheckSheet: notYet,
  downloadTemplate: notYet,
  listRules: () => Promise.resolve(listRules()),
  readAudit: ({ service, caller, query }) => readAudit(service.db, caller, query.before),
  verifyAudit: async ({ service }) => ({ ...(await verifyAudit(service.db)) }),
};
