/** Starts the service and stops it in good order. */
import { EventEmitter } from "node:events";
import { createServer, type Server } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo } from "node:net";
import type { Logger } from "pino";
import { keepSummaries } from "./actions/kept-summaries.ts";
import { addressOf, reachableHost } from "./address.ts";
import { makeApp } from "./app.ts";
import { startChores } from "./chores.ts";
import { answerBrokenRequests } from "./broken-requests.ts";
import { ConfigError, type Config } from "./config.ts";
import { prepareFirstStart, type FirstAccount } from "./first-start.ts";
import { BUILT_PLACES, type Places } from "./pages/built.ts";
import { findOfficeLibrary, OFFICE_JS_PATH } from "./pages/office-library.ts";
import type { Service } from "./service.ts";
import { openJudging } from "./judging/pool.ts";
import { openStore } from "./store/database.ts";

export interface Running {
  readonly service: Service;
  readonly url: string;
  /** The administrator's account while nobody has signed in with it. */
  readonly firstAccount: FirstAccount | null;
  /** Takes nothing new, finishes what is under way, closes the database. */
  readonly stop: () => Promise<void>;
}

/** What is under way has this long to finish. */
const STOP_MS = 25_000;
const HEADERS_MS = 20_000;
/** A slow line needs this long for the largest workbook. */
const REQUEST_MS = 300_000;

/** HTTPS by the service itself, for a real Excel on the same machine; elsewhere a proxy does it. */
export interface Certificate {
  readonly key: Buffer;
  readonly cert: Buffer;
}

interface Manner {
  readonly certificate?: Certificate | null;
  readonly places?: Places;
}

/** @throws ConfigError when the settings ask for what is not there */
export async function startService(
  config: Config,
  log: Logger,
  { certificate = null, places = BUILT_PLACES }: Manner = {},
): Promise<Running> {
  requireOfficeLibrary(config);
  const store = await openStore(config.database);
  const firstAccount = await prepareFirstStart(store);
  const judge = openJudging({
    workers: config.workers,
    onTrouble: (trouble) => {
      log.error({ err: trouble }, "a judging thread failed");
    },
  });
  const stopping = new AbortController();
  const nudges = new EventEmitter().setMaxListeners(0);
  let reached = "";
  const service: Service = {
    config,
    store,
    db: store.db,
    log,
    judge,
    summaries: keepSummaries({ db: store.db, judge }),
    url: () => config.publicUrl ?? reached,
    stopping: stopping.signal,
    nudge: (what) => void nudges.emit(what),
    onNudge: (what, listener) => {
      nudges.on(what, listener);
      return () => void nudges.off(what, listener);
    },
  };
  const limits = { headersTimeout: HEADERS_MS, requestTimeout: REQUEST_MS };
  const app = makeApp(service, places);
  const server = certificate ? createSecureServer({ ...limits, ...certificate }, app) : createServer(limits, app);
  answerBrokenRequests(server);
  const port = await listen(server, config).catch(async (trouble: unknown) => {
    await judge.close();
    await store.close();
    throw trouble;
  });
  const scheme = certificate ? "https" : "http";
  const url = addressOf(config.host, port, scheme);
  reached = addressOf(reachableHost(config.host), port, scheme);
  const choresEnd = startChores(service);
  const stop = async (): Promise<void> => {
    stopping.abort();
    await close(server);
    await choresEnd();
    await judge.close();
    await store.close();
  };
  return { service, url, firstAccount, stop };
}

function requireOfficeLibrary({ officeJsUrl }: Config): void {
  if (officeJsUrl !== OFFICE_JS_PATH || findOfficeLibrary()) return;
  throw new ConfigError(
    `OFFICE_JS_URL là ${OFFICE_JS_PATH}, nhưng gói @microsoft/office-js chưa được cài: hãy chạy npm ci, hoặc bỏ OFFICE_JS_URL để tải từ máy chủ của Microsoft. / OFFICE_JS_URL is ${OFFICE_JS_PATH}, but the package @microsoft/office-js is not installed: run npm ci, or leave OFFICE_JS_URL out to load it from Microsoft.`,
  );
}

const listen = (server: Server, { port, host }: Config): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve((server.address() as AddressInfo).port);
    });
  });

/** A connection that has had its last answer is idle, and would be kept open for a next question. */
const IDLE_CHECK_MS = 50;

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const clock = setTimeout(() => {
      server.closeAllConnections();
    }, STOP_MS);
    const idle = setInterval(() => {
      server.closeIdleConnections();
    }, IDLE_CHECK_MS);
    server.close(() => {
      clearTimeout(clock);
      clearInterval(idle);
      resolve();
    });
  });
