/** The contract as a page: how to begin, what can be asked and by whom, and what the problems mean. No script, nothing from elsewhere. */
import { API, type RouteId } from "../../shared/api.ts";
import { ROLES } from "../../shared/api/organisations.ts";
import { PROBLEM_DETAILS } from "../../shared/api/problem-details.ts";
import { PROBLEM_CODES, PROBLEMS, type ProblemCode } from "../../shared/api/problems.ts";
import { API_PREFIX, type Access, type Route } from "../../shared/api/route.ts";
import { ROLE_NAMES } from "../../shared/names.ts";
import type { Bilingual } from "../../shared/rule.ts";
import { isGranted, type Relation } from "../permissions.ts";
import { escape } from "./escape.ts";
import { kindOf, printFields } from "./fields.ts";
import { GROUPS, type Group } from "./groups.ts";
import { answerSchemas, inputSchema, type Json } from "./schemas.ts";
import { REVIEWER_FROM, STORY, type Step } from "./story.ts";

const both = ({ vi, en }: Bilingual): string => `${escape(vi)} <span lang="en">${escape(en)}</span>`;

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
      const roles = ROLES.filter((role) => isGranted(access, role, relation)).map(
        (role) => `${ROLE_NAMES[role].vi} / ${ROLE_NAMES[role].en}`,
      );
      return roles.length === 0 ? [] : [`${roles.join(", ")} — ${RELATION_NAMES[relation]}`];
    })
    .join("; ");
}

const STREAMS = {
  workbook: "tệp .xlsx / an .xlsx",
  file: "tệp gốc / the file as it came",
  archive: "tệp .zip / a zip",
  events: "server-sent events",
  nothing: "204, không có nội dung / nothing",
  redirect: "302, chuyển hướng / a redirect",
} as const;

function printPart(title: string, schema: Json | undefined): string {
  if (!schema) return "";
  if (schema["$ref"] !== undefined) return `<p>${title}: ${kindOf(schema)}</p>`;
  return `<details><summary>${title}</summary>${printFields(schema)}</details>`;
}

function printRoute(id: RouteId): string {
  const route: Route = API[id];
  const { body, answer } = route;
  const parts = [
    `<h3>${both(route.says)}</h3>`,
    `<p><code><b>${route.method.toUpperCase()}</b> ${escape(API_PREFIX + route.path)}</code></p>`,
    `<p class="who">${escape(whoMay(route.access))}</p>`,
    printPart("Tham số / query", route.query && inputSchema(route.query)),
    body === "bytes" ? "<p>Gửi chính tệp đó / send the file itself: <code>application/octet-stream</code></p>" : "",
    printPart("Gửi / send", body === undefined || body === "bytes" ? undefined : inputSchema(body)),
    typeof answer === "string" ? `<p>Trả về / answers: ${STREAMS[answer]}</p>` : "",
    printPart(`Trả về / answers${route.status ? ` (${String(route.status)})` : ""}`, answerSchemas().ofRoute(id)),
  ];
  return `<section id="${id}">${parts.join("\n")}</section>`;
}

const printGroup = ({ id, name, routes }: Group): string =>
  `<h2 id="${id}">${both(name)}</h2>\n${routes.map(printRoute).join("\n")}`;

const printMenu = ({ id, name, routes }: Group): string => {
  const links = routes.map((route) => `<li><a href="#${route}">${escape(API[route].says.vi)}</a></li>`);
  return `<div><a href="#${id}"><b>${escape(name.vi)}</b></a><ul>${links.join("")}</ul></div>`;
};

function printStep({ says, command, keeps }: Step): string {
  const kept = Object.entries(keeps).map(([name, place]) => `<code>${name}</code> = <code>${place}</code>`);
  const keep = kept.length === 0 ? "" : `<p>Giữ lại / keep: ${kept.join(", ")}</p>`;
  return `<li>${both(says)}<pre tabindex="0">${escape(command)}</pre>${keep}</li>`;
}

const printStory = (url: string): string => `<h2 id="bat-dau">Bắt đầu <span lang="en">Getting started</span></h2>
<pre>BASE=${escape(url)}${API_PREFIX}
EMAIL=an@vi-du.vn
PASSWORD='…'</pre>
<ol>${STORY.slice(0, REVIEWER_FROM).map(printStep).join("\n")}</ol>
<ol start="${String(REVIEWER_FROM + 1)}">${STORY.slice(REVIEWER_FROM).map(printStep).join("\n")}</ol>`;

const CONVENTIONS: Bilingual = {
  vi: "Mọi nội dung là JSON (UTF-8), trừ tệp. Thời điểm nhận mọi múi giờ (2026-12-15T17:00:00+07:00), trả về theo UTC; số tiền là đồng, số nguyên; dấu ? là mục không bắt buộc.",
  en: "Everything is JSON (UTF-8) but files. Times are taken with any offset and answered in UTC; money is whole đồng; ? marks what may be left out.",
};

/** Browsers open what is folded when a link leads into it. */
const printType = ([name, schema]: readonly [string, Json]): string =>
  `<details><summary>${name}</summary><div id="type-${name}">${printFields(schema)}</div></details>`;

function printProblem(code: ProblemCode): string {
  const { status } = PROBLEMS[code];
  const details = PROBLEM_DETAILS[code];
  const told = details ? `<br>details: ${both(details)}` : "";
  return `<tr id="${code}"><td><code>${code}</code> ${String(status)}</td><td>${both(PROBLEMS[code])}${told}</td></tr>`;
}

/** @param url where the service is reached, so that the commands can be pasted */
export const printDocs = (url: string): string => `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>API của Phụ Lục</title><link rel="stylesheet" href="/api/docs.css"></head><body>
<header><h1>API của Phụ Lục</h1>
<p>Nộp, rà soát và tổng hợp phụ lục kế hoạch ứng dụng CNTT <span lang="en">Submit, review and merge the appendices of IT plans</span>
</p>
<p><a href="#muc-luc">Mục lục</a> · <a href="#kieu">Kiểu dữ liệu</a> · <a href="#loi">Khi không làm được</a> · <a href="/api/openapi.json">OpenAPI 3.1</a></p></header>
<main>${printStory(url)}
<p>${both(CONVENTIONS)}</p>
<h2 id="muc-luc">Mục lục <span lang="en">Contents</span></h2>
<nav aria-label="Mục lục">${GROUPS.map(printMenu).join("\n")}</nav>
${GROUPS.map(printGroup).join("\n")}
<h2 id="kieu">Kiểu dữ liệu <span lang="en">Types</span></h2>
${Object.entries(answerSchemas().named).map(printType).join("\n")}
<h2 id="loi">Khi không làm được <span lang="en">When something can't be done</span></h2>
<p>Trả lời là <a href="#type-Problem">Problem</a> (application/problem+json). <span lang="en">The answer is a Problem.</span></p>
<table><thead><tr><th>Mã / code, HTTP</th><th>Nghĩa / meaning</th></tr></thead><tbody>${PROBLEM_CODES.map(printProblem).join("\n")}</tbody></table>
</main></body></html>
`;
