import type { organisationRoutes } from "../../shared/api/organisations.ts";
import type { Acting } from "../actions/acting.ts";
import { addOrganisation, changeOrganisation, listVisibleOrganisations } from "../actions/organisations.ts";
import { addPerson, changePerson, endSessions, listPeople, resetPassword } from "../actions/people.ts";
import { listSessions } from "../actions/list-sessions.ts";
import type { Caller, Service } from "../service.ts";
import type { Handlers } from "./handler.ts";

const acting = (service: Service, { id, name }: Caller): Acting => ({ store: service.store, actor: { id, name } });

export const organisationHandlers: Handlers<typeof organisationRoutes> = {
  listOrganisations: async ({ service, caller }) => ({
    organisations: [...(await listVisibleOrganisations(service.db, caller.organisation))],
  }),
  addOrganisation: ({ service, caller, params, body }) =>
    addOrganisation(acting(service, caller), { parentId: params.organisationId, ...body }),
  changeOrganisation: ({ service, caller, params, body }) =>
    changeOrganisation(acting(service, caller), { id: params.organisationId, ...body }, caller.organisation.id),
  listPeople: async ({ service, params }) => ({ people: [...(await listPeople(service.db, params.organisationId))] }),
  addPerson: ({ service, caller, params, body }) => addPerson(acting(service, caller), { ...params, ...body }),
  changePerson: ({ service, caller, params, body }) => changePerson(acting(service, caller), params.personId, body),
  resetPassword: ({ service, caller, params }) => resetPassword(acting(service, caller), params.personId),
  listSessions: async ({ service, caller, params }) => ({
    sessions: await listSessions(service.db, params.personId, caller.sessionId),
  }),
  endSessions: async ({ service, caller, params }) =>
    void (await endSessions(acting(service, caller), params.personId)),
};
