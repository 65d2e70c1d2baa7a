/** The service's log: one JSON object a line, on standard error, with no password or token in it. */
import { pino, type Logger } from "pino";

const SECRETS = [
  "password",
  "current",
  "next",
  "token",
  "accessToken",
  "refreshToken",
  "authorization",
  "cookie",
  "code",
];

export const makeLog = (level: string): Logger =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: "•" },
    },
    pino.destination({ dest: 2, sync: false }),
  );
