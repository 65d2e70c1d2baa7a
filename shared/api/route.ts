/** One route of the HTTP contract: the service is built from it, clients call by it, the documentation prints it. */
import * as z from "zod";
import type { Bilingual } from "../rule.ts";

export const API_PREFIX = "/api/v1";

/** What a route asks of the caller. Who may do what to whom is in server/permissions.ts. */
export type Access =
  | "public"
  | "signed-in"
  | "read-round"
  | "manage-round"
  | "read-submission"
  | "write-submission"
  | "sign-off"
  | "review"
  | "merge"
  | "read-people"
  | "manage-people"
  | "manage-organisations"
  | "read-audit"
  | "back-up";

/** What is not JSON: "workbook" an .xlsx, "file" bytes as they came, "archive" a zip, "events" server-sent events. */
export type Stream = "workbook" | "file" | "archive" | "events";

export interface Route {
  readonly method: "get" | "post" | "put" | "patch" | "delete";
  /** Below API_PREFIX; `:name` stands for a part named in `params`. */
  readonly path: `/${string}`;
  readonly says: Bilingual;
  readonly access: Access;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  /** "bytes": the file itself is the body. */
  readonly body?: z.ZodType | "bytes";
  readonly answer: z.ZodType | Stream | "nothing" | "redirect";
  /** 201 where something is made. Default 200, 204 for "nothing", 302 for "redirect". */
  readonly status?: 201;
}

type Parsed<T> = T extends z.ZodType ? z.infer<T> : T extends "bytes" ? Uint8Array : undefined;

/** What a handler of the route receives. */
export interface Input<R extends Route> {
  readonly params: Parsed<R["params"]>;
  readonly query: Parsed<R["query"]>;
  readonly body: Parsed<R["body"]>;
}

/** What the route answers as JSON; undefined for what is not JSON. */
export type Answer<R extends Route> = R["answer"] extends z.ZodType ? z.infer<R["answer"]> : undefined;

export const route = <const R extends Route>(definition: R): R => definition;
