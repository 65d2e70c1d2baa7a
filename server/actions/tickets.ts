/** One-time links for downloads: an address that is opened in a browser can't carry the session's token. */
import { Problem } from "../problem.ts";
import type { Caller, Service } from "../service.ts";
import { newToken, sha256 } from "../store/ids.ts";

const TICKET_MS = 60_000;

/** The address a ticket is for, always written the same way, without the ticket. */
export function ticketPath(address: string): string {
  // The absolute form of an address may hold anything.
  if (!address.startsWith("/")) throw new Problem("ticket-invalid");
  const url = new URL(address, "http://localhost");
  const query = new URLSearchParams([...url.searchParams].filter(([name]) => name !== "ticket")).toString();
  return query === "" ? url.pathname : `${url.pathname}?${query}`;
}

export async function makeTicket(
  service: Service,
  caller: Caller,
  path: string,
): Promise<{ url: string; expiresAt: string }> {
  const ticket = newToken();
  const bound = ticketPath(path);
  const expiresAt = new Date(Date.now() + TICKET_MS).toISOString();
  await service.store.write((tx) =>
    tx
      .insertInto("ticket")
      .values({ hash: sha256(ticket), session_id: caller.sessionId, path: bound, expires_at: expiresAt, used_at: null })
      .execute(),
  );
  return { url: `${service.url()}${bound}${bound.includes("?") ? "&" : "?"}ticket=${ticket}`, expiresAt };
}

/** @returns the session it was made in */
export async function useTicket({ store }: Service, ticket: string, address: string): Promise<string> {
  const now = new Date().toISOString();
  const used = await store.write((tx) =>
    tx
      .updateTable("ticket")
      .set({ used_at: now })
      .where("hash", "=", sha256(ticket))
      .where("path", "=", ticketPath(address))
      .where("used_at", "is", null)
      .where("expires_at", ">", now)
      .returning("session_id")
      .executeTakeFirst(),
  );
  if (!used) throw new Problem("ticket-invalid");
  return used.session_id;
}
