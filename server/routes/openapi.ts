/** The contract → an OpenAPI 3.1 document, so that other programs can submit and fetch. */
import type * as z from "zod";
import { API, type RouteId } from "../../shared/api.ts";
import { PROBLEMS } from "../../shared/api/problems.ts";
import { API_PREFIX, type Route } from "../../shared/api/route.ts";
import { CORE_VERSION } from "../../shared/version.ts";
import { GROUPS } from "../docs/groups.ts";
import { answerSchemas, inputSchema, REFERENCE, type Json } from "../docs/schemas.ts";

const MEDIA_TYPES = {
  workbook: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  file: "application/octet-stream",
  archive: "application/zip",
  events: "text/event-stream",
} as const;

function parametersOf(route: Route): readonly Json[] {
  const of = (schema: z.ZodObject | undefined, place: "path" | "query"): readonly Json[] =>
    Object.entries(schema?.shape ?? {}).map(([name, value]) => ({
      name,
      in: place,
      required: place === "path" || !(value as z.ZodType).safeParse(undefined).success,
      schema: inputSchema(value as z.ZodType),
    }));
  return [...of(route.params, "path"), ...of(route.query, "query")];
}

function answersOf(id: RouteId, route: Route): Json {
  const problem = { $ref: "#/components/responses/Problem" };
  const { answer } = route;
  if (answer === "nothing") return { 204: { description: "Đã xong / Done" }, default: problem };
  if (answer === "redirect") return { 302: { description: "Chuyển hướng / Redirect" }, default: problem };
  const content =
    typeof answer === "string"
      ? { [MEDIA_TYPES[answer]]: { schema: { type: "string" } } }
      : { "application/json": { schema: answerSchemas().ofRoute(id) } };
  return { [route.status ?? 200]: { description: route.says.vi, content }, default: problem };
}

function bodyOf(route: Route): Json {
  if (route.body === undefined) return {};
  const content =
    route.body === "bytes"
      ? { "application/octet-stream": { schema: { type: "string" } } }
      : { "application/json": { schema: inputSchema(route.body) } };
  return { requestBody: { required: true, content } };
}

const operationOf = (id: RouteId, route: Route): Json => ({
  operationId: id,
  summary: `${route.says.vi} / ${route.says.en}`,
  tags: GROUPS.filter(({ routes }) => routes.includes(id)).map(({ name }) => name.vi),
  security: route.access === "public" ? [] : [{ bearer: [] }],
  parameters: parametersOf(route),
  ...bodyOf(route),
  responses: answersOf(id, route),
});

/** The whole document; `url` is where the service is reached. */
export function describeApi(url: string): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const id of Object.keys(API) as RouteId[]) {
    const route: Route = API[id];
    const path = `${API_PREFIX}${route.path}`.replace(/:(\w+)/g, "{$1}");
    paths[path] = { ...paths[path], [route.method]: operationOf(id, route) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Phụ Lục",
      version: CORE_VERSION,
      description:
        "Nộp, rà soát và tổng hợp phụ lục kế hoạch ứng dụng CNTT / Submit, review and merge the appendices of IT plans",
    },
    servers: [{ url }],
    tags: GROUPS.map(({ name }) => ({ name: name.vi, description: name.en })),
    paths,
    components: {
      schemas: answerSchemas().named,
      securitySchemes: { bearer: { type: "http", scheme: "bearer" } },
      responses: {
        Problem: {
          description: Object.keys(PROBLEMS).join(", "),
          content: { "application/problem+json": { schema: { $ref: `${REFERENCE}Problem` } } },
        },
      },
    },
  };
}
