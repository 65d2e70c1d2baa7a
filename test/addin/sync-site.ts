/** A site with a page that syncs, before a service that can be away: what it is sent passes through here. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Browser, BrowserContext, Page } from "playwright-core";
import type { Properties } from "../../addin/host/port.ts";
import type { Sync, SyncState } from "../../addin/sync/state.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

export interface Site {
  readonly url: string;
  /** Where the service is; null while it is away. */
  serviceUrl: string | null;
  /** The next answers to such requests are lost on their way, though the service has given them. */
  losesAnswer: (request: string) => boolean;
  /** "POST /api/v1/sessions", each that was passed on. */
  readonly passed: string[];
  readonly end: () => Promise<void>;
}

/** As the pane loads it: when needed, from chunks/, with its thread one folder above. */
const PAGE_SCRIPT = `
import("./addin/sync/open-sync.ts").then(({ openSync }) => {
  const desk = { properties: {}, written: 0, refused: 0, refuses: false };
  desk.sync = openSync({
    base: "",
    language: () => "vi",
    now: () => Date.now(),
    workbook: () => new URLSearchParams(location.search).get("workbook") ?? "",
    openSignIn: (address) => globalThis.openSignIn(address),
    readProperties: () => Promise.resolve({ PhulucRound: new URLSearchParams(location.search).get("round") ?? undefined }),
    writeProperties: (properties) => {
      if (desk.refuses) {
        desk.refused += 1;
        return Promise.reject(new Error("Excel refuses"));
      }
      desk.written += 1;
      Object.assign(desk.properties, properties);
      return Promise.resolve();
    },
  });
  globalThis.desk = desk;
});`;

async function bundle(outdir: string): Promise<void> {
  const common = { absWorkingDir: ROOT, bundle: true, target: "es2020", outdir, logLevel: "warning" } as const;
  await Promise.all([
    build({
      ...common,
      stdin: { contents: PAGE_SCRIPT, resolveDir: ROOT, sourcefile: "page.js" },
      entryNames: "page",
      format: "esm",
      splitting: true,
      chunkNames: "chunks/[name]-[hash]",
    }),
    build({ ...common, entryPoints: ["addin/sync/compare-thread.ts"], format: "iife" }),
  ]);
}

export async function openSite(serviceUrl: string | null): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), "phuluc-site-"));
  await bundle(folder);
  const server = createServer((asked, answer) => {
    if (asked.url?.startsWith("/api/") === true) pass(site, asked, answer);
    else serve(folder, asked, answer);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const site: Site = {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    serviceUrl,
    losesAnswer: () => false,
    passed: [],
    end: async () => {
      await close(server);
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return site;
}

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

const PAGE = `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Phụ Lục</title><script type="module" src="page.js"></script>`;

function serve(folder: string, { url = "/" }: IncomingMessage, answer: ServerResponse): void {
  const { pathname } = new URL(url, "http://localhost");
  if (pathname === "/addin/page.html") {
    answer.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(PAGE);
    return;
  }
  try {
    const script = readFileSync(join(folder, pathname.replace(/^\/addin\//, "")));
    answer.writeHead(200, { "Content-Type": "text/javascript; charset=utf-8" }).end(script);
  } catch {
    answer.writeHead(404).end();
  }
}

/** Cut off where the service is away, as by a network without it. */
function pass(site: Site, asked: IncomingMessage, answer: ServerResponse): void {
  const cut = (): void => void asked.socket.destroy();
  if (site.serviceUrl === null) return cut();
  const name = `${asked.method ?? ""} ${asked.url ?? ""}`;
  site.passed.push(name);
  const headers = Object.fromEntries(Object.entries(asked.headers).filter(([header]) => header !== "host"));
  const onward = request(
    `${site.serviceUrl}${asked.url ?? ""}`,
    { method: asked.method ?? "GET", headers },
    (reply) => {
      if (site.losesAnswer(name)) {
        reply.resume();
        return cut();
      }
      answer.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.pipe(answer).on("error", cut);
      reply.on("error", cut);
    },
  );
  onward.on("error", cut);
  asked.pipe(onward);
}

type Method = Exclude<keyof Sync, "state" | "subscribe" | "close">;

/** What the page holds. */
interface Desk {
  readonly sync: Sync;
  readonly properties: Properties;
  readonly written: number;
  readonly refused: number;
}

/** One window of the pane. */
export interface Window {
  readonly page: Page;
  readonly state: () => Promise<SyncState>;
  readonly read: <Key extends Exclude<keyof Desk, "sync">>(what: Key) => Promise<Desk[Key]>;
  readonly call: <Name extends Method>(
    name: Name,
    ...given: Parameters<Sync[Name]>
  ) => Promise<Awaited<ReturnType<Sync[Name]>>>;
  /** Resolves when the state is so; the condition sees nothing but its arguments. */
  readonly until: <T>(condition: (state: SyncState, given: T) => boolean, given?: T) => Promise<void>;
}

const WAIT_MS = 60_000;

export async function openWindow(
  site: Site,
  where: BrowserContext | Browser,
  query: Readonly<Record<string, string>> = {},
  waitMs?: number,
): Promise<Window> {
  const page = await where.newPage();
  await page.goto(`${site.url}/addin/page.html?${new URLSearchParams(query).toString()}`);
  return windowOf(page, waitMs);
}

/** Also after it was loaded again. */
export async function windowOf(page: Page, waitMs = WAIT_MS): Promise<Window> {
  await page.waitForFunction("globalThis.desk !== undefined", undefined, { timeout: waitMs });
  return {
    page,
    state: () => page.evaluate("desk.sync.state"),
    read: (what) => page.evaluate(`desk.${what}`),
    call: (name, ...given) => page.evaluate(`desk.sync.${name}(...${JSON.stringify(given)})`),
    until: async (condition, given) => {
      const asked = `(${String(condition)})(desk.sync.state, ${JSON.stringify(given) ?? "undefined"})`;
      try {
        await page.waitForFunction(asked, undefined, { timeout: waitMs });
      } catch {
        const state = { ...(await page.evaluate<SyncState>("desk.sync.state")), rounds: [] };
        throw new Error(`the state never was ${asked}: ${JSON.stringify(state).slice(0, 3000)}`);
      }
    },
  };
}
