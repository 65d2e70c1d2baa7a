/** So many requests a minute of one address. */
import type { RequestHandler } from "express";
import { rateLimit } from "express-rate-limit";
import { Problem } from "./problem.ts";

const MINUTE_MS = 60_000;

export const limitRate = (perMinute: number): RequestHandler =>
  rateLimit({
    windowMs: MINUTE_MS,
    limit: Math.max(1, Math.ceil(perMinute)),
    standardHeaders: "draft-8",
    legacyHeaders: false,
    handler: (_request, _response, next) => {
      next(new Problem("too-many-requests"));
    },
  });
