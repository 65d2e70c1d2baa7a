import type { overviewRoutes } from "../../shared/api/overviews.ts";
import { downloadFindings } from "../actions/findings-workbook.ts";
import { listOverlaps } from "../actions/overlaps.ts";
import { listReminders } from "../actions/reminders.ts";
import { readSums } from "../actions/round-sums.ts";
import type { Handlers } from "./handler.ts";
import { roundOf } from "./target.ts";

export const overviewHandlers: Handlers<typeof overviewRoutes> = {
  readSums: ({ service, caller, target, query }) =>
    readSums(service, caller, {
      round: roundOf(target),
      asked: { ...query, acceptedOnly: query.acceptedOnly === "true" },
    }),
  listReminders: ({ service, target }) => listReminders(service, roundOf(target)),
  downloadFindings: ({ service, caller, target }) => downloadFindings(service, caller, roundOf(target)),
  listOverlaps: ({ service, caller, target, params }) =>
    listOverlaps(service, caller, { round: roundOf(target), place: params }),
};
