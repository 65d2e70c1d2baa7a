/** Files of the service saved by the browser itself, however large: by a link that works once, as an address carries no token. */
import type { Asker } from "../../addin/sync/asking.ts";
import type { Reply } from "../../addin/sync/reply.ts";

/** @param path of the contract, "/api/v1/consolidations/…/workbook" */
export async function download(ask: Asker["ask"], path: string): Promise<Reply<null>> {
  const ticket = await ask((client) => client.call("makeTicket", { body: { path } }));
  if (!ticket.ok) return ticket;
  const link = document.createElement("a");
  // The service names itself by the address people know; here it is reached by this page's.
  const { pathname, search } = new URL(ticket.value.url);
  link.href = `${pathname}${search}`;
  link.download = "";
  document.body.append(link);
  link.click();
  link.remove();
  return { ok: true, value: null };
}
