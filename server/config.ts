/** What the service is told by its surroundings. */
import { join, resolve } from "node:path";
import { environmentSchema, SECRET_NAMES, TAKES } from "./environment.ts";
import type { DatabaseAddress } from "./store/database.ts";

export interface OidcConfig {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string | null;
  readonly name: string;
  readonly allowHttp: boolean;
}

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string | null;
  readonly dataDir: string;
  readonly database: DatabaseAddress;
  readonly logLevel: string;
  readonly trustedProxies: number;
  readonly frameAncestors: string;
  /** Where pages load Microsoft's library from: an address, or a path of ours. */
  readonly officeJsUrl: string;
  readonly mail: { readonly url: string; readonly from: string; readonly remindHours: number } | null;
  readonly oidc: OidcConfig | null;
  readonly metricsToken: string | null;
  readonly accessMs: number;
  readonly refreshMs: number;
  readonly ratePerMinute: number;
  readonly workers: number | null;
}

/** A setting that can't be used, told in both languages. */
export class ConfigError extends Error {}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** @throws ConfigError naming the first setting that can't be used */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) throw unusable(String(parsed.error.issues[0]?.path[0] ?? ""), given);
  const env = parsed.data;
  const dataDir = resolve(env.DATA_DIR);
  if (env.OIDC_ISSUER !== undefined && env.OIDC_CLIENT_ID === undefined)
    throw new ConfigError("OIDC_ISSUER cần có OIDC_CLIENT_ID. / OIDC_ISSUER needs OIDC_CLIENT_ID.");
  return {
    port: env.PORT,
    host: env.HOST,
    publicUrl: env.PUBLIC_URL?.replace(/\/+$/, "") ?? null,
    dataDir,
    database: env.DATABASE_URL
      ? { kind: "postgres", url: env.DATABASE_URL }
      : { kind: "sqlite", path: join(dataDir, "phuluc.sqlite") },
    logLevel: env.LOG_LEVEL,
    trustedProxies: env.TRUSTED_PROXIES,
    frameAncestors: env.FRAME_ANCESTORS,
    officeJsUrl: env.OFFICE_JS_URL,
    mail: env.SMTP_URL
      ? { url: env.SMTP_URL, from: env.MAIL_FROM ?? "phuluc@localhost", remindHours: env.REMIND_HOURS }
      : null,
    oidc:
      env.OIDC_ISSUER !== undefined && env.OIDC_CLIENT_ID !== undefined
        ? {
            issuer: env.OIDC_ISSUER,
            clientId: env.OIDC_CLIENT_ID,
            clientSecret: env.OIDC_CLIENT_SECRET ?? null,
            name: env.OIDC_NAME,
            allowHttp: env.OIDC_ALLOW_HTTP,
          }
        : null,
    metricsToken: env.METRICS_TOKEN ?? null,
    accessMs: env.ACCESS_MINUTES * MINUTE_MS,
    refreshMs: env.REFRESH_DAYS * DAY_MS,
    ratePerMinute: env.RATE_PER_MINUTE,
    workers: env.WORKERS ?? null,
  };
}

function unusable(name: string, given: Readonly<Record<string, string | undefined>>): ConfigError {
  const value = SECRET_NAMES.has(name) ? "" : ` “${given[name] ?? ""}”`;
  const { vi, en } = TAKES[name as keyof typeof TAKES];
  return new ConfigError(
    `Biến môi trường ${name} không nhận giá trị này${value}; cần ${vi}. / The environment variable ${name} can't be used; it takes ${en}.`,
  );
}
