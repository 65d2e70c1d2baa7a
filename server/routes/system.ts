/** Addresses outside the contract: health for whoever watches the service. */
import type { Express } from "express";
import { sql } from "kysely";
import type { Service } from "../service.ts";

export function addSystemRoutes(app: Express, service: Service): void {
  app.get("/healthz", (_request, response) => {
    response.json({ status: "ok" });
  });
  app.get("/readyz", (_request, response, next) => {
    sql`select 1`.execute(service.db).then(() => response.json({ status: "ready" }), next);
  });
}
