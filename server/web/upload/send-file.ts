/** Sends a workbook with the progress told, which the contract's client can't: fetch says nothing of what is on its way. */
import * as z from "zod";
import { API, type Answer } from "../../../shared/api.ts";
import { addressOf } from "../../../shared/api/client.ts";
import { problemSchema } from "../../../shared/api/problems.ts";
import type { Asker } from "../../../addin/sync/asking.ts";
import { troubleOf, type Reply } from "../../../addin/sync/reply.ts";
import { FILE } from "./words.ts";

export type SendAnswer = Answer<(typeof API)["sendFile"]>;

/** A line is given up when nothing moves on it for so long; judging a large workbook takes its time. */
const STILL_MS = 120_000;

export interface Sending {
  readonly file: File;
  readonly params: { readonly roundId: string; readonly organisationId: string };
  readonly readToken: Asker["readToken"];
  /** From 0 to 1; 1 when all is sent and being judged. */
  readonly onProgress: (part: number) => void;
  /** Aborted: the answer is not waited for. */
  readonly signal: AbortSignal;
}

interface Raw {
  /** 0 where no answer came. */
  readonly status: number;
  readonly text: string;
}

/** Null when it was stopped. */
export async function sendFile(sending: Sending): Promise<Reply<SendAnswer> | null> {
  const token = await sending.readToken(null);
  if (!token.ok) return token;
  const first = await post(sending, token.value);
  if (sending.signal.aborted) return null;
  if (first.status !== 401) return read(first);
  const renewed = await sending.readToken(token.value);
  if (!renewed.ok) return renewed;
  const second = await post(sending, renewed.value);
  return sending.signal.aborted ? null : read(second);
}

function post({ file, params, onProgress, signal }: Sending, token: string): Promise<Raw> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    let clock = 0;
    const moving = (): void => {
      clearTimeout(clock);
      clock = setTimeout(() => request.abort(), STILL_MS);
    };
    const stop = (): void => request.abort();
    request.upload.onprogress = ({ loaded, total }) => {
      moving();
      // All of it has left this machine only when the browser says so.
      onProgress(total > 0 ? Math.min(loaded / total, 0.99) : 0);
    };
    request.upload.onload = () => {
      moving();
      onProgress(1);
    };
    request.onloadend = () => {
      clearTimeout(clock);
      signal.removeEventListener("abort", stop);
      resolve({ status: request.status, text: request.responseText });
    };
    signal.addEventListener("abort", stop);
    request.open("POST", addressOf(API.sendFile, { params, query: { fileName: file.name } }));
    request.setRequestHeader("Authorization", `Bearer ${token}`);
    request.setRequestHeader("Accept", "application/json");
    request.setRequestHeader("Content-Type", "application/octet-stream");
    moving();
    if (signal.aborted) resolve({ status: 0, text: "" });
    else request.send(file);
  });
}

function read({ status, text }: Raw): Reply<SendAnswer> {
  if (status === 0) return troubleOf("unreachable", FILE.unreachable);
  const problem = parseAs(problemSchema, status >= 400 ? text : "");
  if (problem) {
    const { code, vi, en, facts, details } = problem;
    return { ...troubleOf(code, { vi, en }, status), facts, details };
  }
  const value = status < 400 ? parseAs(API.sendFile.answer, text) : null;
  if (value) return { ok: true, value };
  // Gateways answer for a service that is away.
  return status >= 500
    ? troubleOf("unreachable", FILE.unreachable, status)
    : troubleOf("garbled", FILE.garbled, status);
}

function parseAs<S extends z.ZodType>(schema: S, text: string): z.infer<S> | null {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
