/** A JSON Schema as a list of fields that people read: name, kind, meaning. */
import { escape } from "./escape.ts";
import { REFERENCE, type Json } from "./schemas.ts";

const listOf = (value: unknown): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : []);
const partsOf = (schema: Json): readonly Json[] => [...listOf(schema["anyOf"]), ...listOf(schema["oneOf"])];
const propertiesOf = (schema: Json): readonly (readonly [string, Json])[] =>
  Object.entries((schema["properties"] ?? {}) as Record<string, Json>);

/** "id[]", "integer ≥ 1 | null". */
export function kindOf(schema: Json): string {
  const { $ref, enum: values, type, items } = schema;
  if (typeof $ref === "string") {
    const name = $ref.slice(REFERENCE.length);
    return `<a href="#type-${name}">${name}</a>`;
  }
  if (Array.isArray(values)) return values.map((value) => escape(JSON.stringify(value))).join(" | ");
  if ("const" in schema) return escape(JSON.stringify(schema["const"]));
  if (Array.isArray(type)) return type.join(" | ");
  if (type === "array") {
    const kind = kindOf((items ?? {}) as Json);
    return kind.includes(" ") ? `(${kind})[]` : `${kind}[]`;
  }
  if (type === "object" && schema["properties"] === undefined) return recordKind(schema);
  const parts = partsOf(schema);
  if (parts.length > 0) return [...new Set(parts.map(kindOf))].join(" | ");
  return typeof type === "string" ? simpleKind(type, schema) : "JSON";
}

const recordKind = ({ additionalProperties }: Json): string =>
  typeof additionalProperties === "object" && additionalProperties !== null
    ? `{…: ${kindOf(additionalProperties as Json)}}`
    : "object";

const FORMATS: Readonly<Record<string, string>> = {
  "date-time": "time",
  sha256: "SHA-256",
  rule: "rule id",
  key: "string",
  challenge: "string",
  address: "string",
  whole: "integer",
};

function simpleKind(type: string, { format, maxLength, minimum, maximum }: Json): string {
  const kind = typeof format === "string" ? (FORMATS[format] ?? format) : type;
  const bounds = [
    minimum === undefined ? "" : ` ≥ ${String(minimum)}`,
    maximum === undefined ? "" : ` ≤ ${String(maximum)}`,
    maxLength === undefined ? "" : ` ≤ ${String(maxLength)}`,
  ];
  return escape(`${kind}${bounds.join("")}`);
}

/** The objects it is made of, whose fields stand below it. */
function objectsIn(schema: Json): readonly Json[] {
  if (schema["properties"] !== undefined) return [schema];
  if (schema["type"] === "array") return objectsIn((schema["items"] ?? {}) as Json);
  return partsOf(schema).flatMap(objectsIn);
}

function printField(name: string, schema: Json, isRequired: boolean): string {
  const { description } = schema;
  const meaning = typeof description === "string" ? `<p>${escape(description)}</p>` : "";
  const below = objectsIn(schema).map(printObject).join("");
  const told = meaning === "" && below === "" ? "" : `<dd>${meaning}${below}</dd>`;
  return `<dt><code>${escape(name)}${isRequired ? "" : "?"}</code> <span>${kindOf(schema)}</span></dt>${told}`;
}

function printObject(schema: Json): string {
  const required = new Set(schema["required"] as readonly string[] | undefined);
  const fields = propertiesOf(schema).map(([name, field]) => printField(name, field, required.has(name)));
  return `<dl>${fields.join("\n")}</dl>`;
}

/** What a schema holds; its name alone where it is one that is told elsewhere. */
export function printFields(schema: Json): string {
  const objects = objectsIn(schema);
  return objects.length === 0 ? `<p>${kindOf(schema)}</p>` : objects.map(printObject).join("");
}
