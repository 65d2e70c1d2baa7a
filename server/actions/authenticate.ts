/** Who is asking: from the bearer token, or from a one-time ticket for downloads. */
import type { Route } from "../../shared/api/route.ts";
import { Problem } from "../problem.ts";
import type { Caller, Service } from "../service.ts";
import { sha256 } from "../store/ids.ts";
import { toOrganisation } from "../store/organisations.ts";
import { useTicket } from "./tickets.ts";

/** What someone with a first password may do before changing it. */
const BEFORE_CHANGING = new Set(["/me", "/me/password", "/sessions/current", "/sessions"]);

/** What a request shows of who asks. */
interface Shown {
  readonly authorization: string | undefined;
  readonly ticket: unknown;
  /** As asked for: a ticket is for one address. */
  readonly address: string;
}

/** @throws Problem not-signed-in, session-ended, ticket-invalid, account-closed or password-change-required */
export async function signedInCaller(service: Service, shown: Shown, route: Route): Promise<Caller> {
  const { ticket, authorization, address } = shown;
  const isDownload = ["workbook", "file", "archive", "events"].includes(String(route.answer));
  const caller =
    isDownload && typeof ticket === "string"
      ? await callerByTicket(service, ticket, address)
      : await callerByToken(service, authorization);
  if (caller.mustChangePassword && !BEFORE_CHANGING.has(route.path)) throw new Problem("password-change-required");
  return caller;
}

async function callerByToken(service: Service, header: string | undefined): Promise<Caller> {
  const token = /^Bearer ([\w-]{20,100})$/i.exec(header ?? "")?.[1];
  if (token === undefined) throw new Problem("not-signed-in");
  const row = await sessions(service).where("session.access_hash", "=", sha256(token)).executeTakeFirst();
  if (!row || row.access_expires_at <= new Date().toISOString()) throw new Problem("session-ended");
  return toCaller(row);
}

async function callerByTicket(service: Service, ticket: string, address: string): Promise<Caller> {
  const sessionId = await useTicket(service, ticket, address);
  const row = await sessions(service).where("session.id", "=", sessionId).executeTakeFirst();
  if (!row) throw new Problem("session-ended");
  return toCaller(row);
}

/** Each with its person and their organisation, in one question: it comes before every request. */
const sessions = ({ db }: Service) =>
  db
    .selectFrom("session")
    .innerJoin("person", "person.id", "session.person_id")
    .innerJoin("organisation", "organisation.id", "person.organisation_id")
    .select([
      "session.id as session_id",
      "session.access_expires_at",
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
    ]);

type SessionRow = NonNullable<Awaited<ReturnType<ReturnType<typeof sessions>["executeTakeFirst"]>>>;

function toCaller(row: SessionRow): Caller {
  if (row.ended_at !== null) throw new Problem("session-ended");
  if (row.is_active === 0 || row.is_closed === 1) throw new Problem("account-closed");
  return {
    id: row.person_id,
    name: row.person_name,
    email: row.email,
    role: row.role,
    organisation: toOrganisation(row),
    sessionId: row.session_id,
    mustChangePassword: row.must_change_password === 1,
  };
}
