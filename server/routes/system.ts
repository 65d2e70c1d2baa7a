/** Addresses outside the contract: health and measurements for whoever runs the service, and the contract itself. */
import type { Express, Request } from "express";
import { printDocs } from "../docs/page.ts";
import { DOCS_STYLE } from "../docs/style.ts";
import { isReady, isSameToken } from "../actions/health.ts";
import { makeMetrics } from "../metrics.ts";
import { Problem } from "../problem.ts";
import type { Service } from "../service.ts";
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
    void isReady(service.db).then((ready) =>
      ready ? response.json({ status: "ready" }) : response.status(503).json({ status: "database-unreachable" }),
    );
  });
  app.get("/metrics", (request, response, next) => {
    if (!mayMeasure(service.config.metricsToken, request)) {
      next(new Problem("forbidden"));
      return;
    }
    metrics.print().then((text) => response.type(metrics.contentType).send(text), next);
  });
  const page = once(() => printDocs(service.url()));
  const document = once(() => JSON.stringify(describeApi(service.url())));
  app.get("/api/openapi.json", (_request, response) => {
    response.type("json").send(document());
  });
  app.get("/api/docs", (_request, response) => {
    response.type("html").send(page());
  });
  app.get("/api/docs.css", (_request, response) => {
    response.type("css").send(DOCS_STYLE);
  });
}

/** The same for everybody: made when somebody first asks. */
function once(make: () => string): () => string {
  let made: string | null = null;
  return () => (made ??= make());
}

/** With a token: who has it. Without: only from the machine itself, and not through a proxy on it. */
function mayMeasure(token: string | null, request: Request): boolean {
  const isProxied = request.get("x-forwarded-for") !== undefined;
  if (token === null) return !isProxied && /^(::1|127\.|::ffff:127\.)/.test(request.socket.remoteAddress ?? "");
  return isSameToken(`Bearer ${token}`, request.get("authorization") ?? "");
}
