/** What a request holds → what the contract says it holds, or a problem that says what is wrong with it. */
import { raw, text, type Request, type RequestHandler, type Response } from "express";
import * as z from "zod";
import { describeIssues } from "../../shared/api/issues.ts";
import type { Route } from "../../shared/api/route.ts";
import { XLSM, XLSX } from "../actions/file-names.ts";
import { malformed, Problem } from "../problem.ts";
import { withRoom } from "./body-room.ts";
import { isTooDeep } from "./nesting.ts";

/** A sheet of 100,000 rows as JSON stays below. */
const JSON_BYTES = 16 * 1024 * 1024;

/** What a file may be said to be; a form with a file in it is none of them, for it would be kept with its envelope. */
const FILE_TYPES = ["application/octet-stream", XLSX, XLSM.toLowerCase()];

const MEGABYTE = 1024 * 1024;
/** The command line reads larger ones; what an organisation sends is a few appendices. */
const FILE_BYTES = 20 * MEGABYTE;
/** Who is not signed in sends an address and a password, nothing large. */
const STRANGER_BYTES = 16 * 1024;

/** Only sheets are large. */
const limitOf = ({ access, path }: Route): number => {
  if (access === "public") return STRANGER_BYTES;
  return /\/(versions|draft)$/.test(path) ? JSON_BYTES : MEGABYTE;
};

const readTextOf = (limit: number): RequestHandler =>
  text({ type: "application/json", limit, defaultCharset: "utf-8" });
const TEXT_READERS = new Map([STRANGER_BYTES, MEGABYTE, JSON_BYTES].map((limit) => [limit, readTextOf(limit)]));
const readBytes = raw({ type: FILE_TYPES, limit: FILE_BYTES });

/** Runs an Express body parser as a promise; its errors become problems in app.ts. */
const runParser = (parser: RequestHandler, request: Request, response: Response): Promise<void> =>
  new Promise((resolve, reject) => {
    parser(request, response, (trouble?: unknown) => {
      if (trouble === undefined) resolve();
      else reject(trouble instanceof Error ? trouble : new Error(String(trouble)));
    });
  });

const SEND_FILE = {
  why: "xin gửi chính tệp .xlsx hoặc .xlsm, với Content-Type: application/octet-stream",
  whyEn: "please send the .xlsx or .xlsm itself, with Content-Type: application/octet-stream",
};
const SEND_JSON = {
  why: "xin gửi JSON, với Content-Type: application/json",
  whyEn: "please send JSON, with Content-Type: application/json",
};
const TOO_DEEP = { vi: "lồng quá nhiều cấp", en: "it is nested too deep" };
const EMPTY_BODY = { vi: "không có nội dung", en: "there is nothing in it" };

/** @param sender who sends it: bodies under way have only so much room for each */
export async function readBody(
  route: Route,
  { request, response, sender }: { request: Request; response: Response; sender: string },
): Promise<unknown> {
  if (route.body === undefined) return undefined;
  if (route.body === "bytes") return readFileBody({ request, response, sender });
  return withRoom(request, { sender, most: limitOf(route) }, () => receive(route, request, response));
}

/** A workbook sent as it is. */
export const readFileBody = ({
  request,
  response,
  sender,
}: {
  request: Request;
  response: Response;
  sender: string;
}): Promise<Uint8Array> => withRoom(request, { sender, most: FILE_BYTES }, () => receiveFile(request, response));

async function receive(route: Route, request: Request, response: Response): Promise<unknown> {
  if (route.body === undefined || route.body === "bytes") return undefined;
  return parse(route.body, await readJson(route, request, response), "body");
}

async function receiveFile(request: Request, response: Response): Promise<Uint8Array> {
  if (request.is(FILE_TYPES) === false) throw new Problem("unsupported-type", SEND_FILE);
  await runParser(readBytes, request, response);
  if (!(request.body instanceof Uint8Array) || request.body.length === 0) throw malformed("body", EMPTY_BODY);
  return request.body;
}

async function readJson(route: Route, request: Request, response: Response): Promise<unknown> {
  if (!request.is("application/json")) throw new Problem("unsupported-type", SEND_JSON);
  const limit = limitOf(route);
  await runParser(TEXT_READERS.get(limit) ?? readTextOf(limit), request, response);
  const content = String(request.body);
  if (isTooDeep(content)) throw malformed("body", TOO_DEEP);
  const given = fromJson(content);
  if (hasBrokenText(content)) throw malformed("body", BROKEN_TEXT);
  return given;
}

function fromJson(content: string): unknown {
  try {
    return JSON.parse(content) as unknown;
  } catch {
    throw new Problem("malformed-json");
  }
}

export const BROKEN_TEXT = {
  vi: "có ký tự NUL, nửa ký tự Unicode hoặc mã không phải ký tự, không lưu được",
  en: "it has a NUL, half a Unicode character or a code that is no character, which can't be kept",
};

/** Few texts have it: emoji written as escapes. */
const MAY_BE_BROKEN = /\\u(?:0000|d[89a-f]|fff[ef])|[\uFFFE\uFFFF]/i;
/** Each escape whole: a pair of halves is a character; what is left alone is broken. */
const ESCAPES = /\\(?:ud[89ab]..\\ud[c-f]|(u0000|ud[89a-f]|ufff[ef])|.)|([\uFFFE\uFFFF])/gis;

/**
 * PostgreSQL keeps no NUL, and half a character is kept as another. In valid JSON, read from UTF-8, both come as escapes only.
 * @param content valid JSON
 */
export function hasBrokenText(content: string): boolean {
  if (!MAY_BE_BROKEN.test(content)) return false;
  for (const [, escape, character] of content.matchAll(ESCAPES))
    if (escape !== undefined || character !== undefined) return true;
  return false;
}

const NOT_COMPARABLE = { vi: "có giá trị không đọc được", en: "it has a value that can't be read" };

/** zod compares the length of whatever has one, and an object for a length may refuse to be compared. */
function checkBy(schema: z.ZodType, given: unknown, place: string): z.ZodSafeParseResult<unknown> {
  try {
    return schema.safeParse(given, { reportInput: true });
  } catch (trouble) {
    if (trouble instanceof TypeError) throw malformed(place, NOT_COMPARABLE);
    throw trouble;
  }
}

/** @param place "body", "query" or "address": where in the request it was given */
export function parse(schema: z.ZodType | undefined, given: unknown, place: string): unknown {
  if (!schema) return undefined;
  const parsed = checkBy(schema, given, place);
  if (parsed.success) return parsed.data;
  const faults = describeIssues(parsed.error.issues, place);
  const [{ where, ...why } = { where: place, vi: "", en: "" }] = faults;
  throw malformed(where, why, faults);
}
