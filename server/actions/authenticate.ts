/** Who is asking: from the bearer token, or from a one-time ticket for downloads. */
import type { Request } from "express";
import type { Route } from "../../shared/api/route.ts";
import { Problem } from "../problem.ts";
import type { Caller, Service } from "../service.ts";
import { sha256 } from "../store/ids.ts";
import { toOrganisation } from "../store/organisations.ts";
import { useTicket } from "./tickets.ts";

/** What someone with a first password may do before changing it. */
const BEFORE_CHANGING = new Set(["/me", "/me/password", "/sessions/current", "/sessions"]);

/** @throws Problem not-signed-in, session-ended, ticket-invalid, account-closed or password-change-required */
export async function signedInCaller(service: Service, request: Request, route: Route): Promise<Caller> {
  const ticket = request.query["ticket"];
  const isDownload = ["workbook", "file", "archive", "events"].includes(String(route.answer));
  const caller =
    isDownload && typeof ticket === "string"
      ? await callerOfSession(service, await useTicket(service, ticket, request.originalUrl))
      : await callerByToken(service, request.get("authorization"));
  if (caller.mustChangePassword && !BEFORE_CHANGING.has(route.path)) throw new Problem("password-change-required");
  return caller;
}

async function callerByToken(service: Service, header: string | undefined): Promise<Caller> {
  const token = /^Bearer ([\w-]{20,100})$/i.exec(header ?? "")?.[1];
  if (token === undefined) throw new Problem("not-signed-in");
  const session = await service.db
    .selectFrom("session")
    .select(["id", "access_expires_at", "ended_at"])
    .where("access_hash", "=", sha256(token))
    .executeTakeFirst();
  const isOver = !session || session.ended_at !== null || session.access_expires_at <= new Date().toISOString();
  if (isOver) throw new Problem("session-ended");
  return callerOfSession(service, session.id);
}

async function callerOfSession(service: Service, sessionId: string): Promise<Caller> {
  const row = await service.db
    .selectFrom("session")
    .innerJoin("person", "person.id", "session.person_id")
    .innerJoin("organisation", "organisation.id", "person.organisation_id")
    .select([
      "session.ended_at",
      "person.id as person_id",
      "person.name as person_name",
      "person.email",
      "person.role",
      "person.is_active",
      "person.must_change_password",
      "organisation.id",
      "organisation.parent_id",
      "organisation.kind",
      "organisation.name",
      "organisation.successor_id",
      "organisation.is_closed",
    ])
    .where("session.id", "=", sessionId)
    .executeTakeFirst();
  if (!row || row.ended_at !== null) throw new Problem("session-ended");
  if (row.is_active === 0 || row.is_closed === 1) throw new Problem("account-closed");
  return {
    id: row.person_id,
    name: row.person_name,
    email: row.email,
    role: row.role,
    organisation: toOrganisation(row),
    sessionId,
    mustChangePassword: row.must_change_password === 1,
  };
}
