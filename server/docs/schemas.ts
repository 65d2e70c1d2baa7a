/** The contract's schemas as JSON Schema. What many answers share has a name, and stands once. */
import * as z from "zod";
import { API, type RouteId } from "../../shared/api.ts";
import { appendixSchema, planSchema } from "../../shared/appendix-schema.ts";
import { consolidationLineSchema } from "../../shared/api/consolidations.ts";
import { standingSchema } from "../../shared/api/consolidation-values.ts";
import { toldFindingSchema } from "../../shared/api/findings.ts";
import { organisationSchema, personSchema } from "../../shared/api/organisations.ts";
import { problemSchema } from "../../shared/api/problems.ts";
import { commentSchema } from "../../shared/api/reviews.ts";
import type { Route } from "../../shared/api/route.ts";
import { progressLineSchema, roundSchema } from "../../shared/api/rounds.ts";
import { meSchema, sessionSchema } from "../../shared/api/sessions.ts";
import {
  lineItemSchema,
  receiptSchema,
  stateChangeSchema,
  submissionSchema,
  versionLineSchema,
} from "../../shared/api/submissions.ts";
import { actorSchema } from "../../shared/api/values.ts";
import { comparedLineSchema, fieldChangeSchema } from "../../shared/compare-versions.ts";
import { manifestSchema } from "../../shared/consolidation/manifest.ts";
import { explanationSchema, gridSchema } from "../../shared/submission.ts";

export type Json = Readonly<Record<string, unknown>>;

const NAMED: Readonly<Record<string, z.ZodType>> = {
  Actor: actorSchema,
  Appendix: appendixSchema,
  ChangedField: fieldChangeSchema,
  Comment: commentSchema,
  ComparedLine: comparedLineSchema,
  Consolidation: consolidationLineSchema,
  Explanation: explanationSchema,
  Finding: toldFindingSchema,
  LineItem: lineItemSchema,
  Manifest: manifestSchema,
  Me: meSchema,
  Organisation: organisationSchema,
  Person: personSchema,
  Plan: planSchema,
  Problem: problemSchema,
  Progress: progressLineSchema,
  Receipt: receiptSchema,
  Round: roundSchema,
  Session: sessionSchema,
  Sheet: gridSchema,
  Standing: standingSchema,
  StateChange: stateChangeSchema,
  Submission: submissionSchema,
  Version: versionLineSchema,
};
export const REFERENCE = "#/components/schemas/";

/** What is plain to every reader, and long: the pattern of a time, the largest whole number. */
function shorten({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (jsonSchema.format === "date-time" || jsonSchema.format === "email") delete jsonSchema.pattern;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.items !== undefined) jsonSchema.type = "array";
}

/** Without the dialect each schema names for itself: the document names it once. */
const plain = (json: Json): Json =>
  Object.fromEntries(Object.entries(json).filter(([key]) => key !== "$schema" && key !== "$id"));

/** What is sent: each body is of one route. */
export const inputSchema = (schema: z.ZodType): Json =>
  plain(z.toJSONSchema(schema, { io: "input", unrepresentable: "any", override: shorten }));

export interface AnswerSchemas {
  readonly named: Readonly<Record<string, Json>>;
  /** Of the routes that answer with JSON. */
  readonly ofRoute: (id: RouteId) => Json | undefined;
}

/** The same for every service: made once, when somebody first asks. */
let made: AnswerSchemas | null = null;
export const answerSchemas = (): AnswerSchemas => (made ??= makeAnswerSchemas());

function makeAnswerSchemas(): AnswerSchemas {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(NAMED)) registry.add(schema, { id });
  for (const id of Object.keys(API) as RouteId[]) {
    const { answer }: Route = API[id];
    if (typeof answer !== "string" && !registry.has(answer)) registry.add(answer, { id });
  }
  const { schemas } = z.toJSONSchema(registry, {
    io: "output",
    unrepresentable: "any",
    uri: (id) => `${REFERENCE}${id}`,
    override: shorten,
  });
  const ofRoute = (id: RouteId): Json | undefined => {
    const { answer }: Route = API[id];
    const name = typeof answer === "string" ? undefined : registry.get(answer)?.id;
    if (name === undefined) return undefined;
    return name in NAMED ? { $ref: `${REFERENCE}${name}` } : plain(schemas[name] ?? {});
  };
  const named = Object.fromEntries(Object.keys(NAMED).map((name) => [name, plain(schemas[name] ?? {})]));
  return { named, ofRoute };
}
