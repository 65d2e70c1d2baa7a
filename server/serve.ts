/** Starts the service and stops it in good order. */
import { EventEmitter } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Logger } from "pino";
import { addressOf, reachableHost } from "./address.ts";
import { makeApp } from "./app.ts";
import { startChores } from "./chores.ts";
import { answerBrokenRequests } from "./broken-requests.ts";
import type { Config } from "./config.ts";
import { prepareFirstStart, type FirstAccount } from "./first-start.ts";
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

export async function startService(config: Config, log: Logger): Promise<Running> {
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
    url: () => config.publicUrl ?? reached,
    stopping: stopping.signal,
    nudge: (what) => void nudges.emit(what),
    onNudge: (what, listener) => {
      nudges.on(what, listener);
      return () => void nudges.off(what, listener);
    },
  };
  const server = createServer({ headersTimeout: HEADERS_MS, requestTimeout: REQUEST_MS }, makeApp(service));
  answerBrokenRequests(server);
  const port = await listen(server, config).catch(async (trouble: unknown) => {
    await judge.close();
    await store.close();
    throw trouble;
  });
  const url = addressOf(config.host, port);
  reached = addressOf(reachableHost(config.host), port);
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
