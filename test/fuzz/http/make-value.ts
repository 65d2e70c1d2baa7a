/** Values by a schema of the contract, mostly right, so that they come as deep into the service as an officer's do. */
import * as z from "zod";
import { HOSTILE_TEXTS } from "../mutate-text.ts";
import type { Random } from "../random.ts";

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly const?: Json;
  readonly enum?: readonly Json[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly format?: string;
  readonly additionalProperties?: JsonSchema | boolean;
}

const known = new Map<z.ZodType, JsonSchema>();

function schemaOf(type: z.ZodType): JsonSchema {
  const schema = known.get(type) ?? (z.toJSONSchema(type, { unrepresentable: "any", io: "input" }) as JsonSchema);
  known.set(type, schema);
  return schema;
}

/** Words that stand for what the scene knows only when it runs. */
export const PLACEHOLDERS = ["{spareRound}", "{spareOrganisation}", "{person}", "{ministry}", "{key}"] as const;

const TEXTS = [
  ...PLACEHOLDERS,
  "Kế hoạch ứng dụng CNTT",
  "2026-11-30T10:00:00.000Z",
  "2026-11-30",
  "a@vi-du.vn",
  "number-gap",
  "standard",
  "Phụ lục",
  "B7",
  "SUM(A1:A3)",
  "1",
  "0",
  "x",
];

const anyText = (random: Random): string => (random.chance(0.75) ? random.pick(TEXTS) : random.pick(HOSTILE_TEXTS));

export const anyJson = (random: Random): Json =>
  random.pick<() => Json>([
    () => null,
    () => random.chance(0.5),
    () => random.pick([0, -1, 1, 1.5, 2 ** 31, 2 ** 53, -(2 ** 53), 1e308, 1e-300]),
    () => anyText(random),
    () => [],
    () => ({}),
    () => [[[[{ a: [] }]]]],
    () => "ă".repeat(random.pick([1, 200, 3_000])),
    () => Array.from({ length: random.pick([1, 30, 1_200]) }, (_, index) => index),
    () => ({ length: 1, then: "x", toString: "y" }),
  ])();

const integerIn = ({ minimum, maximum }: JsonSchema, random: Random): number => {
  const low = Math.max(minimum ?? -5, -1e6);
  const high = Math.min(maximum ?? low + 3_000, low + 3_000);
  return low + random.below(Math.max(1, high - low + 1));
};

function objectOf(schema: JsonSchema, random: Random): Json {
  const required = new Set(schema.required ?? []);
  const entries = Object.entries(schema.properties ?? {})
    .filter(([name]) => (required.has(name) ? random.chance(0.98) : random.chance(0.5)))
    .map(([name, property]): readonly [string, Json] => [name, valueOf(property, random)]);
  const more =
    typeof schema.additionalProperties === "object" && random.chance(0.5) ? schema.additionalProperties : null;
  return Object.fromEntries(more ? [...entries, [anyText(random), valueOf(more, random)]] : entries);
}

const BY_FORMAT: Readonly<Record<string, readonly string[]>> = {
  "date-time": ["2026-11-30T10:00:00.000Z", "2099-12-31T16:59:59.000Z"],
  date: ["2026-11-30"],
  email: ["a@vi-du.vn", "khac@vi-du.vn"],
};

function textBy({ format = "", minLength = 0 }: JsonSchema, random: Random): string {
  const right = BY_FORMAT[format];
  return right && random.chance(0.9) ? random.pick(right) : anyText(random).padEnd(minLength, "x");
}

function valueOf(schema: JsonSchema, random: Random): Json {
  if (random.chance(0.01)) return anyJson(random);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return random.pick(schema.enum);
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (choices) return valueOf(random.pick(choices), random);
  const type = Array.isArray(schema.type) ? random.pick(schema.type as readonly string[]) : schema.type;
  if (type === "object") return objectOf(schema, random);
  if (type === "array") return Array.from({ length: random.below(4) }, () => valueOf(schema.items ?? {}, random));
  if (type === "string") return textBy(schema, random);
  if (type === "integer") return integerIn(schema, random);
  if (type === "number") return random.chance(0.7) ? integerIn(schema, random) : random.next() * 1e6;
  if (type === "boolean") return random.chance(0.5);
  return type === "null" ? null : anyJson(random);
}

export const makeValue = (type: z.ZodType, random: Random): Json => valueOf(schemaOf(type), random);

/** One place of it changed: another value, a field left out, one too many. */
export function mutateJson(value: Json, random: Random): Json {
  if (random.chance(0.15)) return anyJson(random);
  if (Array.isArray(value)) {
    const items = value as readonly Json[];
    if (items.length === 0 || random.chance(0.2)) return [...items, anyJson(random)];
    const index = random.below(items.length);
    return random.chance(0.2)
      ? [...items, items[index] ?? null]
      : items.with(index, mutateJson(items[index] ?? null, random));
  }
  if (typeof value !== "object" || value === null) return anyJson(random);
  const entries = Object.entries(value);
  if (entries.length === 0 || random.chance(0.1))
    return {
      ...value,
      [random.pick(["__proto__x", "constructor", "toString", "0", "id", "", "sheets"])]: anyJson(random),
    };
  const [name, inside] = random.pick(entries);
  if (random.chance(0.1)) return Object.fromEntries(entries.filter(([other]) => other !== name));
  return { ...value, [name]: mutateJson(inside, random) };
}
