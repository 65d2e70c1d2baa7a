import type { sessionRoutes } from "../../shared/api/sessions.ts";
import { changePassword } from "../actions/change-password.ts";
import { finishOidc, readSignInWays, signInWithOidc, startOidc } from "../actions/oidc.ts";
import { readMe, refreshSession, signOut, signOutEverywhere } from "../actions/sessions.ts";
import { signIn } from "../actions/sign-in.ts";
import { endOwnSession, listSessions } from "../actions/list-sessions.ts";
import { makeTicket } from "../actions/tickets.ts";
import type { Handlers } from "./handler.ts";

export const sessionHandlers: Handlers<typeof sessionRoutes> = {
  readSignInWays: async ({ service }) => readSignInWays(service),
  signIn: ({ service, body, asking }) => signIn(service, body, asking),
  refreshSession: ({ service, body }) => refreshSession(service, body.refreshToken),
  signOut: async ({ service, caller }) => void (await signOut(service, caller)),
  signOutEverywhere: async ({ service, caller }) => void (await signOutEverywhere(service, caller)),
  listOwnSessions: async ({ service, caller }) => ({
    sessions: await listSessions(service.db, caller.id, caller.sessionId),
  }),
  endOwnSession: async ({ service, caller, params }) => void (await endOwnSession(service, caller, params.sessionId)),
  readMe: async ({ caller }) => readMe(caller),
  changePassword: async ({ service, caller, body }) => void (await changePassword(service, caller, body)),
  startOidc: ({ service, query }) => startOidc(service, query.challenge),
  finishOidc: ({ service, query, asking }) => finishOidc(service, query.state ?? "", asking),
  signInWithOidc: ({ service, body, asking }) => signInWithOidc(service, body, asking),
  makeTicket: ({ service, caller, body }) => makeTicket(service, caller, body.path),
};
