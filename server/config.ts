/** What the service is told by its surroundings: environment variables, all optional, each told in docs/deploying.md. */
import { join, resolve } from "node:path";
import * as z from "zod";
import type { DatabaseAddress } from "./store/database.ts";

const port = z.coerce.number().int().min(0).max(65_535);
const url = z.url({ protocol: /^https?$/ });
const flag = z.enum(["0", "1", "true", "false"]).transform((text) => text === "1" || text === "true");

const environmentSchema = z.object({
  PORT: port.default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  /** As people reach it; links in e-mails and the single sign-on's way back begin with it. */
  PUBLIC_URL: url.optional(),
  DATA_DIR: z.string().min(1).default("./data"),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "silent"]).default("info"),
  /** How many proxies stand before it: whose word about the client's address is believed. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  /** Sources that may frame the pages, for Excel on the web. */
  FRAME_ANCESTORS: z.string().default("'self'"),
  /** "smtp://user:password@host:port" or "smtps://…". */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).optional(),
  /** Hours before a round's deadline at which those who have not submitted are reminded. */
  REMIND_HOURS: z.coerce.number().int().min(1).max(720).default(48),
  OIDC_ISSUER: url.optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_NAME: z.string().min(1).default("Đăng nhập một lần"),
  /** Only for a provider on the same machine or network without HTTPS. */
  OIDC_ALLOW_HTTP: flag.default(false),
  /** "" for no measuring. Who asks for /metrics must send it as a bearer token when it is set. */
  METRICS_TOKEN: z.string().optional(),
  ACCESS_MINUTES: z.coerce.number().min(0.01).max(60).default(10),
  REFRESH_DAYS: z.coerce.number().min(0.001).max(90).default(14),
  /** Requests a minute of one client; sign-ins are held to a tenth. */
  RATE_PER_MINUTE: z.coerce.number().int().min(1).default(1200),
  WORKERS: z.coerce.number().int().min(1).max(64).optional(),
});

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
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0] ?? "");
    throw new ConfigError(
      `biến môi trường ${name} không dùng được: “${given[name] ?? ""}” / the environment variable ${name} can't be used`,
    );
  }
  const env = parsed.data;
  const dataDir = resolve(env.DATA_DIR);
  if (env.OIDC_ISSUER !== undefined && env.OIDC_CLIENT_ID === undefined)
    throw new ConfigError("OIDC_ISSUER cần có OIDC_CLIENT_ID / OIDC_ISSUER needs OIDC_CLIENT_ID");
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
