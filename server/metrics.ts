/** What is measured, for Prometheus: requests by route and answer, how long they take, the process, the e-mails waiting. */
import type { RequestHandler } from "express";
import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Service } from "./service.ts";

export interface Metrics {
  readonly contentType: string;
  readonly measure: RequestHandler;
  readonly print: () => Promise<string>;
}

const SECONDS = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

export function makeMetrics(service: Service): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: "phuluc_request_seconds",
    help: "How long requests take, by route and status",
    labelNames: ["method", "route", "status"],
    buckets: SECONDS,
    registers: [registry],
  });
  const count = async (gauge: Gauge, query: Promise<{ count: number | string | bigint }>): Promise<void> => {
    gauge.set(Number((await query).count));
  };
  const { db } = service;
  new Gauge({
    name: "phuluc_emails_waiting",
    help: "E-mails not sent yet",
    registers: [registry],
    async collect() {
      const waiting = db.selectFrom("email").where("sent_at", "is", null);
      await count(this, waiting.select((row) => row.fn.countAll().as("count")).executeTakeFirstOrThrow());
    },
  });
  new Gauge({
    name: "phuluc_versions",
    help: "Versions submitted, all rounds",
    registers: [registry],
    async collect() {
      const versions = db.selectFrom("version").select((row) => row.fn.countAll().as("count"));
      await count(this, versions.executeTakeFirstOrThrow());
    },
  });
  return { contentType: registry.contentType, print: () => registry.metrics(), measure: measure(requests) };
}

/** The route's pattern, never the address: ids would make endless labels. */
const measure =
  (requests: Histogram): RequestHandler =>
  (request, response, next) => {
    const end = requests.startTimer();
    response.on("close", () => {
      const route: unknown = (request as { route?: { path?: unknown } }).route?.path;
      end({ method: request.method, route: typeof route === "string" ? route : "other", status: response.statusCode });
    });
    next();
  };
