/** A file of ours as browsers get it: kept in memory, known by its content. */
import { createHash } from "node:crypto";
import { extname } from "node:path";
import type { Request, Response } from "express";

export interface KeptFile {
  readonly bytes: Buffer;
  readonly mediaType: string;
  readonly etag: string;
  readonly cacheControl: string;
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".gif": "image/gif",
  ".woff2": "font/woff2",
};

/** Null for what no page needs. */
export const mediaTypeOf = (name: string): string | null => MEDIA_TYPES[extname(name).toLowerCase()] ?? null;

/** May be kept, and is asked for anew each time: an update reaches everybody at once. */
export const ASK_EACH_TIME = "no-cache";

/** Weak: the same content is sent compressed and not. */
export const etagOf = (content: Buffer | string): string =>
  `W/"${createHash("sha256").update(content).digest("base64url").slice(0, 22)}"`;

export const keepFile = (bytes: Buffer, mediaType: string, cacheControl = ASK_EACH_TIME): KeptFile => ({
  bytes,
  mediaType,
  etag: etagOf(bytes),
  cacheControl,
});

const IS_COMPRESSIBLE = /^(text\/|application\/json|image\/svg)/;

/** Whole, or 304 to who has it already. */
export function sendKept(request: Request, response: Response, file: KeptFile): void {
  response.setHeader("Cache-Control", file.cacheControl);
  response.setHeader("ETag", file.etag);
  // Said of a 304 too, whose content nobody could judge by.
  if (IS_COMPRESSIBLE.test(file.mediaType)) response.vary("Accept-Encoding");
  if (request.fresh) {
    response.status(304).end();
    return;
  }
  response.setHeader("Content-Type", file.mediaType);
  response.send(file.bytes);
}
