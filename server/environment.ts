/** The environment variables the service reads, all optional, and what each takes. Told in docs/deploying.md. */
import * as z from "zod";
import type { Bilingual } from "../shared/rule.ts";

const port = z.coerce.number().int().min(0).max(65_535);
const url = z.url({ protocol: /^https?$/ });
const flag = z.enum(["0", "1", "true", "false"]).transform((text) => text === "1" || text === "true");
const text = z.string().min(1);

export const environmentSchema = z.object({
  PORT: port.default(3000),
  HOST: text.default("127.0.0.1"),
  /** As people reach it; links in e-mails and the single sign-on's way back begin with it. */
  PUBLIC_URL: url.optional(),
  DATA_DIR: text.default("./data"),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "silent"]).default("info"),
  /** How many proxies stand before it: whose word about the client's address is believed. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  /** Sources that may frame the pages, for Excel on the web. */
  FRAME_ANCESTORS: z.string().default("'self'"),
  /** Of Microsoft's library: its address, or "/office-js/office.js" for the copy that the service serves. */
  OFFICE_JS_URL: z
    .union([z.literal("/office-js/office.js"), z.url({ protocol: /^https$/ }).regex(/^[^\s"'<>;,]+$/)])
    .default("https://appsforoffice.microsoft.com/lib/1/hosted/office.js"),
  /** "smtp://user:password@host:port" or "smtps://…". */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).optional(),
  /** Hours before a round's deadline at which those who have not submitted are reminded. */
  REMIND_HOURS: z.coerce.number().int().min(1).max(720).default(48),
  OIDC_ISSUER: url.optional(),
  OIDC_CLIENT_ID: text.optional(),
  OIDC_CLIENT_SECRET: text.optional(),
  OIDC_NAME: text.default("Đăng nhập một lần"),
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

type Name = keyof typeof environmentSchema.shape;

const WEB_ADDRESS: Bilingual = { vi: "địa chỉ như https://phuluc.vi-du.vn", en: "an address like https://example.vn" };
const SOME_TEXT: Bilingual = { vi: "một đoạn chữ", en: "some text" };
const whole = (from: number, to: number | null): Bilingual =>
  to === null
    ? { vi: `số nguyên từ ${String(from)} trở lên`, en: `a whole number from ${String(from)}` }
    : {
        vi: `số nguyên từ ${String(from)} đến ${String(to)}`,
        en: `a whole number from ${String(from)} to ${String(to)}`,
      };

/** Said to whoever gave something else. */
export const TAKES: Readonly<Record<Name, Bilingual>> = {
  PORT: whole(0, 65_535),
  HOST: { vi: "địa chỉ như 127.0.0.1 hoặc 0.0.0.0", en: "an address like 127.0.0.1 or 0.0.0.0" },
  PUBLIC_URL: WEB_ADDRESS,
  DATA_DIR: { vi: "tên một thư mục", en: "the name of a folder" },
  DATABASE_URL: {
    vi: "địa chỉ như postgres://người:mật-khẩu@máy:5432/tên",
    en: "an address like postgres://user:password@host:5432/name",
  },
  LOG_LEVEL: {
    vi: "một trong trace, debug, info, warn, error, silent",
    en: "one of trace, debug, info, warn, error, silent",
  },
  TRUSTED_PROXIES: whole(0, 10),
  FRAME_ANCESTORS: SOME_TEXT,
  OFFICE_JS_URL: {
    vi: "địa chỉ https:// của office.js, hoặc /office-js/office.js để dịch vụ tự phục vụ",
    en: "the https:// address of office.js, or /office-js/office.js to have the service serve it",
  },
  SMTP_URL: {
    vi: "địa chỉ như smtp://người:mật-khẩu@máy:587 hoặc smtps://…",
    en: "an address like smtp://user:password@host:587 or smtps://…",
  },
  MAIL_FROM: { vi: "một địa chỉ thư điện tử", en: "an e-mail address" },
  REMIND_HOURS: whole(1, 720),
  OIDC_ISSUER: WEB_ADDRESS,
  OIDC_CLIENT_ID: SOME_TEXT,
  OIDC_CLIENT_SECRET: SOME_TEXT,
  OIDC_NAME: SOME_TEXT,
  OIDC_ALLOW_HTTP: { vi: "0 hoặc 1", en: "0 or 1" },
  METRICS_TOKEN: SOME_TEXT,
  ACCESS_MINUTES: { vi: "số phút từ 0,01 đến 60", en: "minutes from 0.01 to 60" },
  REFRESH_DAYS: { vi: "số ngày từ 0,001 đến 90", en: "days from 0.001 to 90" },
  RATE_PER_MINUTE: whole(1, null),
  WORKERS: whole(1, 64),
};

/** What they hold is printed nowhere. */
export const SECRET_NAMES: ReadonlySet<string> = new Set<Name>([
  "DATABASE_URL",
  "SMTP_URL",
  "OIDC_CLIENT_SECRET",
  "METRICS_TOKEN",
]);
