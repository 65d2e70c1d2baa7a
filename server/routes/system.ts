/** Addresses outside the contract: health and measurements for whoever runs the service, and the contract itself. */
import { timingSafeEqual } from "node:crypto";
import type { Express, Request } from "express";
import { makeMetrics } from "../metrics.ts";
import { Problem } from "../problem.ts";
import type { Service } from "../service.ts";
import { reach } from "../store/database.ts";
import { sha256 } from "../store/ids.ts";
import { DOCS_STYLE, printDocs } from "./docs.ts";
import { describeApi } from "./openapi.ts";

export function addSystemRoutes(app: Express, service: Service): void {
  const metrics = makeMetrics(service);
  app.use(metrics.measure);
  /** The process answers. */
  app.get("/healthz", (_request, response) => {
    response.json({ status: "ok" });
  });
  /** It can do its work: the database answers. */
  app.get("/readyz", (_request, response) => {
    reach(service.db).then(
      () => response.json({ status: "ready" }),
      () => response.status(503).json({ status: "database-unreachable" }),
    );
  });
  app.get("/metrics", (request, response, next) => {
    if (!mayMeasure(service.config.metricsToken, request)) {
      next(new Problem("forbidden"));
      return;
    }
    metrics.print().then((text) => response.type(metrics.contentType).send(text), next);
  });
  /** Until there are pages. */
  app.get("/", (_request, response) => {
    response.redirect(302, "/api/docs");
  });
  const docs = printDocs();
  app.get("/api/openapi.json", (_request, response) => {
    response.json(describeApi(service.url()));
  });
  app.get("/api/docs", (_request, response) => {
    response.type("html").send(docs);
  });
  app.get("/api/docs.css", (_request, response) => {
    response.type("css").send(DOCS_STYLE);
  });
}

/** With a token: who has it. Without: only from the machine itself, and not through a proxy on it. */
function mayMeasure(token: string | null, request: Request): boolean {
  const isProxied = request.get("x-forwarded-for") !== undefined;
  if (token === null) return !isProxied && /^(::1|127\.|::ffff:127\.)/.test(request.socket.remoteAddress ?? "");
  return timingSafeEqual(
    Buffer.from(sha256(`Bearer ${token}`)),
    Buffer.from(sha256(request.get("authorization") ?? "")),
  );
}
