/** The contract → Express: each route signs the caller in, checks the right, parses, calls its handler, answers. In that order, so that strangers make us parse nothing. */
import type { NextFunction, Request, Response, Router } from "express";
import { API_PREFIX, type Route } from "../../shared/api/route.ts";
import { signedInCaller } from "../actions/authenticate.ts";
import { authorise } from "../authorise.ts";
import { malformed } from "../problem.ts";
import { WrittenJson, type Download, type EventStream } from "../answers.ts";
import type { Asking, Caller, Service } from "../service.ts";
import type { Call, Handler } from "./handler.ts";
import { BROKEN_TEXT, parse, readBody } from "./read-request.ts";

const MEGABYTE = 1024 * 1024;

const askingOf = (request: Request): Asking => ({
  ip: request.ip ?? "",
  userAgent: (request.get("user-agent") ?? "").slice(0, 200),
  lastEventId: /^\d{1,15}$/.test(request.get("last-event-id") ?? "") ? Number(request.get("last-event-id")) : null,
  url: request.originalUrl,
});

/** In any part of it or any value asked with. */
const NUL_IN_ADDRESS = /%00/;

export type AnyHandler = Handler<Route & { readonly answer: "nothing" }>;

const shownBy = (request: Request): Parameters<typeof signedInCaller>[1] => ({
  authorization: request.get("authorization"),
  ticket: request.query["ticket"],
  address: request.originalUrl,
});

/** One route into the router. */
export function implement(
  router: Router,
  service: Service,
  { route, handler }: { route: Route; handler: AnyHandler },
): void {
  const respond = async (request: Request, response: Response): Promise<void> => {
    const caller = route.access === "public" ? null : await signedInCaller(service, shownBy(request), route);
    if (NUL_IN_ADDRESS.test(request.url)) throw malformed("address", BROKEN_TEXT);
    const params = parse(route.params, { ...request.params }, "address");
    const target = caller
      ? await authorise(service.db, caller, { access: route.access, params: (params ?? {}) as Record<string, unknown> })
      : { organisation: null, round: null, person: null };
    const query = parse(route.query, request.query, "query");
    const sender = caller?.id ?? request.ip ?? "";
    const body = await readBody(route, { request, response, sender });
    const judge = service.judge.by(sender);
    const call = {
      service: { ...service, judge },
      caller: caller as Caller,
      target,
      params,
      query,
      body,
      asking: askingOf(request),
    };
    const reply: unknown = await handler(call as unknown as Call<Route & { readonly answer: "nothing" }>);
    await answer(response, { route, reply, service });
  };
  router[route.method](`${API_PREFIX}${route.path}`, (request: Request, response: Response, next: NextFunction) => {
    respond(request, response).catch(next);
  });
}

async function answer(
  response: Response,
  { route, reply, service }: { route: Route; reply: unknown; service: Service },
): Promise<void> {
  switch (route.answer) {
    case "nothing":
      response.status(204).end();
      return;
    case "redirect":
      response.redirect(302, (reply as { to: string }).to);
      return;
    case "events":
      await sendEvents(response, reply as EventStream, service.stopping);
      return;
    case "workbook":
    case "file":
    case "archive":
      await sendDownload(response, reply as Download);
      return;
    default:
      response.status(route.status ?? 200);
      if (reply instanceof WrittenJson) response.type("json").send(reply.text);
      else response.json(reply);
  }
}

/** What encodeURIComponent leaves as it is, and RFC 8187 does not allow. */
const inPercent = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;

/** Both ways of RFC 6266: a plain name for old clients, the true one in UTF-8. */
const attachment = (fileName: string): string => {
  const plain = fileName.normalize("NFD").replace(/[^\x20-\x7e]|["\\%;]/g, "");
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName).replace(/['()*]/g, inPercent)}`;
};

async function sendDownload(response: Response, download: Download): Promise<void> {
  response.setHeader("Content-Type", download.mediaType);
  response.setHeader("Content-Disposition", attachment(download.fileName));
  if (download.size !== undefined) response.setHeader("Content-Length", download.size);
  await download.write(response);
  if (!response.writableEnded) response.end();
}

const HEARTBEAT_MS = 20_000;
/** Who does not read what is sent is let go: they come again with Last-Event-ID. */
const MOST_UNREAD = MEGABYTE;

async function sendEvents(response: Response, events: EventStream, stopping: AbortSignal): Promise<void> {
  const gone = new AbortController();
  response.on("close", () => {
    gone.abort();
  });
  response.writeHead(200, {
    "Content-Type": "text/event-stream",
    "Cache-Control": "no-cache",
    "X-Accel-Buffering": "no",
  });
  response.write("retry: 2000\n\n");
  const heartbeat = setInterval(() => response.write(": \n\n"), HEARTBEAT_MS);
  const send = ({ id, json }: { id: number; json: string }): void => {
    response.write(`id: ${String(id)}\ndata: ${json}\n\n`);
    if (response.writableLength > MOST_UNREAD) response.destroy();
  };
  try {
    await events.run(send, AbortSignal.any([gone.signal, stopping]));
  } finally {
    clearInterval(heartbeat);
    response.end();
  }
}
