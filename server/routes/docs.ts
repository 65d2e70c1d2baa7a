/** The contract as a page: what can be asked, by whom, and what the problems mean. No script, nothing from elsewhere. */
import * as z from "zod";
import { API, type RouteId } from "../../shared/api.ts";
import { ROLES } from "../../shared/api/organisations.ts";
import { PROBLEM_CODES, PROBLEMS } from "../../shared/api/problems.ts";
import { API_PREFIX, type Access, type Route } from "../../shared/api/route.ts";
import { isGranted, type Relation } from "../permissions.ts";

const escape = (text: string): string => text.replace(/[&<>"']/g, (letter) => `&#${String(letter.charCodeAt(0))};`);

const ROLE_NAMES = {
  submitter: "người nộp / submitter",
  reviewer: "người rà soát / reviewer",
  viewer: "người xem / viewer",
  administrator: "quản trị / administrator",
} as const;
const RELATION_NAMES: Readonly<Record<Relation, string>> = {
  own: "của chính đơn vị / of the organisation itself",
  below: "của đơn vị cấp trên / of an organisation above it",
  above: "của đơn vị cấp dưới / of an organisation below it",
  beside: "của đơn vị khác / of another organisation",
};

function whoMay(access: Access): string {
  if (access === "public") return "Ai cũng gọi được / anybody";
  if (access === "signed-in") return "Người đã đăng nhập / anybody signed in";
  return (Object.keys(RELATION_NAMES) as Relation[])
    .flatMap((relation) => {
      const roles = ROLES.filter((role) => isGranted(access, role, relation)).map((role) => ROLE_NAMES[role]);
      return roles.length === 0 ? [] : [`${roles.join(", ")} — ${RELATION_NAMES[relation]}`];
    })
    .join("; ");
}

const printSchema = (title: string, schema: z.ZodType, io: "input" | "output"): string => {
  const json = JSON.stringify(z.toJSONSchema(schema, { io, unrepresentable: "any" }), null, 1);
  return `<details><summary>${title}</summary><pre>${escape(json)}</pre></details>`;
};

function printRoute(id: RouteId): string {
  const route: Route = API[id];
  const parts = [
    `<h3 id="${id}"><span class="method">${route.method.toUpperCase()}</span> <code>${escape(API_PREFIX + route.path)}</code></h3>`,
    `<p>${escape(route.says.vi)}<br><span lang="en">${escape(route.says.en)}</span></p>`,
    `<p class="who">${escape(whoMay(route.access))}</p>`,
    route.query ? printSchema("Tham số / query", route.query, "input") : "",
    route.body === "bytes" ? "<p>Nội dung: chính tệp đó / the body is the file itself</p>" : "",
    route.body !== undefined && route.body !== "bytes" ? printSchema("Nội dung gửi / body", route.body, "input") : "",
    typeof route.answer === "string"
      ? `<p>Trả về / answers: ${route.answer}</p>`
      : printSchema("Trả về / answer", route.answer, "output"),
  ];
  return `<section>${parts.join("\n")}</section>`;
}

const printProblem = (code: (typeof PROBLEM_CODES)[number]): string =>
  `<tr id="${code}"><td><code>${code}</code></td><td>${String(PROBLEMS[code].status)}</td><td>${escape(PROBLEMS[code].vi)}<br><span lang="en">${escape(PROBLEMS[code].en)}</span></td></tr>`;

/** The same for every service: made once. */
export function printDocs(): string {
  const ids = Object.keys(API) as RouteId[];
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>API của Phụ Lục</title><link rel="stylesheet" href="/api/docs.css"></head><body>
<header><h1>API của Phụ Lục</h1>
<p>Bản cho máy đọc / for machines: <a href="/api/openapi.json">OpenAPI 3.1</a></p></header>
<nav aria-label="Mục lục"><ul>${ids.map((id) => `<li><a href="#${id}">${id}</a></li>`).join("")}</ul></nav>
<main>${ids.map(printRoute).join("\n")}
<h2>Khi không làm được / when something can't be done</h2>
<table><thead><tr><th>Mã / code</th><th>HTTP</th><th>Nghĩa / meaning</th></tr></thead><tbody>${PROBLEM_CODES.map(printProblem).join("\n")}</tbody></table>
</main></body></html>
`;
}

export const DOCS_STYLE = `:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 68rem; margin: 0 auto; padding: 1rem; }
nav ul { columns: 14rem; padding: 0; list-style: none; }
section { border-top: 1px solid #8886; padding: .25rem 0 1rem; }
h3 { overflow-wrap: anywhere; }
.method { display: inline-block; min-width: 4.5rem; font-weight: 700; }
.who { font-size: .9rem; }
pre { overflow: auto; max-height: 24rem; padding: .75rem; border: 1px solid #8886; }
table { border-collapse: collapse; }
td, th { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid #8886; }
`;
