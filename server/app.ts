/** The Express application: headers, limits, every route of the contract, and one place where trouble becomes an answer. */
import compression from "compression";
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from "express";
import helmet from "helmet";
import { API, type RouteId } from "../shared/api.ts";
import { describeProblem } from "../shared/api/problems.ts";
import { API_PREFIX } from "../shared/api/route.ts";
import type { Bilingual } from "../shared/rule.ts";
import { limitRate } from "./limit-rate.ts";
import type { Places } from "./pages/built.ts";
import { contentPolicy } from "./pages/content-policy.ts";
import { addPages } from "./pages/index.ts";
import { malformed, Problem } from "./problem.ts";
import { handlers } from "./routes/index.ts";
import { implement, type AnyHandler } from "./routes/implement.ts";
import { BROKEN_TEXT } from "./routes/read-request.ts";
import { addSystemRoutes } from "./routes/system.ts";
import type { Service } from "./service.ts";
import { newId } from "./store/ids.ts";

/** Sign-ins are tried by those who guess. */
const SIGN_IN_SHARE = 10;
const LONGEST_PATH = 200;

export function makeApp(service: Service, places: Places): Express {
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.set("trust proxy", service.config.trustedProxies);
  app.set("query parser", "simple");
  app.use(securityHeaders());
  app.use(limitContent(service.config.frameAncestors));
  app.use(logRequest(service));
  app.use(refuseWhileStopping(service));
  addSystemRoutes(app, service);
  app.use(API_PREFIX, limitRate(service.config.ratePerMinute));
  app.post(
    [`${API_PREFIX}/sessions`, `${API_PREFIX}/sessions/oidc`],
    limitRate(service.config.ratePerMinute / SIGN_IN_SHARE),
  );
  app.use(
    compression({
      filter: (request, response) =>
        !isStream(response.getHeader("Content-Type")) && compression.filter(request, response),
    }),
  );
  addPages(app, service, places);
  const router = express.Router({ caseSensitive: true, strict: true });
  for (const id of Object.keys(API) as RouteId[]) {
    implement(router, service, { route: API[id], handler: handlers[id] as unknown as AnyHandler });
  }
  app.use(router);
  app.use(() => {
    throw new Problem("no-such-route");
  });
  app.use(answerTrouble(service));
  return app;
}

/** Events are sent as they happen; workbooks and archives are compressed already. */
const isStream = (type: unknown): boolean => /event-stream|spreadsheetml|zip/.test(String(type));

/** Pages may be framed by who is named: Excel on the web shows the pane in a frame. */
const securityHeaders = (): RequestHandler =>
  helmet({
    contentSecurityPolicy: false,
    // Whether a whole host is HTTPS only is for the proxy before it to say.
    strictTransportSecurity: false,
    crossOriginOpenerPolicy: false,
    crossOriginResourcePolicy: { policy: "same-origin" },
    xFrameOptions: false,
    referrerPolicy: { policy: "no-referrer" },
  });

/** Of everything; pages that load more say so themselves. */
const limitContent = (frameAncestors: string): RequestHandler => {
  const policy = contentPolicy({ frameAncestors });
  return (_request, response, next) => {
    response.setHeader("Content-Security-Policy", policy);
    next();
  };
};

/** One line a request: the route's pattern, never the whole address, which may hold a ticket; of no route, its path. */
const logRequest =
  (service: Service): RequestHandler =>
  (request, response, next) => {
    const began = performance.now();
    response.on("close", () => {
      const route: unknown = (request as { route?: { path?: unknown } }).route?.path;
      const { method, ip, path } = request;
      const ms = Math.round(performance.now() - began);
      const place = route === undefined ? { path: path.slice(0, LONGEST_PATH) } : { route };
      service.log.info({ method, ...place, status: response.statusCode, ms, ip, isWhole: response.writableFinished });
    });
    next();
  };

const refuseWhileStopping =
  (service: Service): RequestHandler =>
  (_request, response, next) => {
    if (!service.stopping.aborted) {
      next();
      return;
    }
    response.setHeader("Connection", "close");
    next(new Problem("shutting-down"));
  };

const WRONG: Bilingual = { vi: "không hợp lệ", en: "it is not valid" };

/** What Express and its parsers throw, by the name they give it. */
const PARSER_PROBLEMS: Readonly<Record<string, Problem>> = {
  "encoding.unsupported": new Problem("unsupported-type", {
    why: "xin gửi không nén, hoặc nén bằng gzip, deflate hay br",
    whyEn: "please send it as it is, or compressed with gzip, deflate or br",
  }),
  "charset.unsupported": new Problem("unsupported-type", {
    why: "xin dùng bảng mã UTF-8",
    whyEn: "please write it in UTF-8",
  }),
  "request.aborted": malformed("body", { vi: "bị ngắt giữa chừng", en: "it was broken off" }),
  "request.size.invalid": malformed("Content-Length", { vi: "sai độ dài", en: "it is the wrong length" }),
};

/** PostgreSQL keeps no such text. */
const NUL_IN_TEXT = "22021";
const MEGABYTE = 1024 * 1024;

const printBytes = (bytes: number): string =>
  bytes < MEGABYTE ? `${String(Math.round(bytes / 1024))} KB` : `${String(bytes / MEGABYTE)} MB`;

function tell(trouble: unknown): Problem | null {
  if (trouble instanceof Problem) return trouble;
  if (trouble instanceof URIError) return malformed("address", WRONG);
  if (!(trouble instanceof Error)) return null;
  const { code, type, status, limit } = trouble as Partial<Record<"code" | "type" | "status" | "limit", unknown>>;
  if (code === NUL_IN_TEXT) return malformed("body", BROKEN_TEXT);
  if (type === "entity.too.large") return new Problem("too-large", { limit: printBytes(Number(limit)) });
  const isOfRequest = typeof status === "number" && status >= 400 && status < 500;
  return PARSER_PROBLEMS[String(type)] ?? (isOfRequest ? malformed("request", WRONG) : null);
}

const answerTrouble =
  (service: Service): ErrorRequestHandler =>
  // Express knows a handler of errors by its four parameters.
  // eslint-disable-next-line max-params, @typescript-eslint/no-unused-vars
  (trouble: unknown, request, response, _next) => {
    // Who has left needs no answer; that a download was broken off is no fault of ours.
    if (response.destroyed) return;
    const known = tell(trouble);
    const reference = newId();
    if (!known) service.log.error({ err: trouble, reference, path: request.path }, "a request failed");
    if (response.headersSent) {
      // Half an answer must not look whole.
      response.destroy();
      return;
    }
    const { code, facts, details } = known ?? new Problem("internal", { reference });
    const problem = describeProblem(code, facts, details);
    if (problem.status === 401) response.setHeader("WWW-Authenticate", "Bearer");
    // What was not read of the request is not waited for.
    if (problem.status === 413) response.setHeader("Connection", "close");
    response.status(problem.status).type("application/problem+json").send(JSON.stringify(problem));
  };
