import type { roundRoutes } from "../../shared/api/rounds.ts";
import { downloadArchive } from "../actions/archive.ts";
import { changeRound } from "../actions/change-round.ts";
import { readProgress } from "../actions/progress.ts";
import { watchRound } from "../actions/round-events.ts";
import { closeRound, openRound, reopenForOrganisation } from "../actions/round-states.ts";
import { addRound, listOwnRounds, readRound } from "../actions/rounds.ts";
import type { Handlers } from "./handler.ts";
import { roundOf } from "./target.ts";

export const roundHandlers: Handlers<typeof roundRoutes> = {
  listRounds: async ({ service, caller }) => ({
    rounds: [...(await listOwnRounds(service.db, caller))],
  }),
  addRound: ({ service, caller, params, body }) =>
    addRound(service, body, { ownerId: params.organisationId, by: caller }),
  readRound: ({ service, params }) => readRound(service.db, params.roundId),
  changeRound: ({ service, caller, params, body }) =>
    changeRound(service, body, { roundId: params.roundId, by: caller }),
  openRound: ({ service, caller, params }) => openRound(service, { roundId: params.roundId, by: caller }),
  closeRound: ({ service, caller, params }) => closeRound(service, { roundId: params.roundId, by: caller }),
  reopenForOrganisation: ({ service, caller, params, body }) =>
    reopenForOrganisation(service, { ...params, ...body, by: caller }),
  readProgress: ({ service, caller, params }) => readProgress(service.db, caller, params.roundId),
  watchRound: ({ service, caller, params, asking }) =>
    watchRound(service, caller, { roundId: params.roundId, after: asking.lastEventId }),
  downloadArchive: ({ service, caller, target }) => downloadArchive(service, caller, roundOf(target)),
};
