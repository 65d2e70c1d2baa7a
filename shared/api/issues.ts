/** What a schema finds wrong with a request, in words. Pure: a client says the same before it sends anything. */
import type * as z from "zod";
import type { Bilingual } from "../rule.ts";

/** `where`: "body.sheets.0.name". */
export interface RequestFault extends Bilingual {
  readonly where: string;
}

type Issue = z.core.$ZodIssue;

const MOST_TOLD = 20;
const LONGEST_PLACE = 200;

/** @param issues of a parse with `reportInput`: what is not given is told from what is wrong */
export const describeIssues = (issues: readonly Issue[], place: string): readonly RequestFault[] =>
  issues.slice(0, MOST_TOLD).map((issue) => {
    const where = [place, ...issue.path].map(String).join(".").slice(0, LONGEST_PLACE);
    return { where, ...describeIssue(issue) };
  });

const MISSING: Bilingual = { vi: "thiếu", en: "it is missing" };
const WRONG: Bilingual = { vi: "không hợp lệ", en: "it is not valid" };

function describeIssue(issue: Issue): Bilingual {
  if (issue.code !== "custom" && issue.code !== "unrecognized_keys" && issue.input === undefined) return MISSING;
  switch (issue.code) {
    case "invalid_type":
      return mustBe(TYPES[issue.expected]);
    case "invalid_value":
      return mustBeOneOf(issue.values);
    case "invalid_format":
      return FORMATS[issue.format] ?? WRONG;
    case "too_big":
      return tooMuch(issue.origin, String(issue.maximum));
    case "too_small":
      return tooLittle(issue.origin, String(issue.minimum));
    case "invalid_union":
      return describeUnion(issue);
    case "invalid_key":
      return describeKey(issue);
    default:
      return WRONG;
  }
}

/** Of several shapes, the one that came furthest: its own trouble is what the sender means. */
function describeUnion({ errors }: z.core.$ZodIssueInvalidUnion): Bilingual {
  const closest = errors.find(([first]) => first?.code !== "invalid_type") ?? errors[0];
  return closest?.[0] ? describeIssue(closest[0]) : WRONG;
}

function describeKey({ issues }: z.core.$ZodIssueInvalidKey): Bilingual {
  const [first] = issues;
  const { vi, en } = first ? describeIssue(first) : WRONG;
  return { vi: `tên mục ${vi}`, en: `the key: ${en}` };
}

const mustBe = (what: Bilingual | undefined): Bilingual =>
  what ? { vi: `phải là ${what.vi}`, en: `it must be ${what.en}` } : WRONG;

function mustBeOneOf(values: readonly unknown[]): Bilingual {
  const list = values.map((value) => (value === "" ? "“”" : String(value))).join(", ");
  if (values.length === 1) return mustBe({ vi: list, en: list });
  return { vi: `phải là một trong: ${list}`, en: `it must be one of: ${list}` };
}

const TYPES: Readonly<Record<string, Bilingual>> = {
  string: { vi: "văn bản", en: "text" },
  number: { vi: "số", en: "a number" },
  int: { vi: "số nguyên", en: "a whole number" },
  boolean: { vi: "true hoặc false", en: "true or false" },
  array: { vi: "danh sách", en: "a list" },
  object: { vi: "đối tượng JSON", en: "a JSON object" },
  record: { vi: "đối tượng JSON", en: "a JSON object" },
  null: { vi: "null", en: "null" },
};

/** By the names that values.ts and zod give them. */
const FORMATS: Readonly<Record<string, Bilingual>> = {
  datetime: {
    vi: "phải là thời điểm, ví dụ 2026-12-15T17:00:00+07:00",
    en: "it must be a time, such as 2026-12-15T17:00:00+07:00",
  },
  email: { vi: "không phải địa chỉ thư điện tử", en: "it is no e-mail address" },
  id: {
    vi: "phải là mã do dịch vụ cấp: chữ thường, chữ số, dấu gạch nối, tối đa 60 ký tự",
    en: "it must be an id given by the service: small letters, digits and hyphens, at most 60 characters",
  },
  rule: {
    vi: "phải là mã quy tắc: chữ thường, chữ số, dấu gạch nối",
    en: "it must be a rule's id: small letters, digits and hyphens",
  },
  whole: { vi: "phải là số nguyên không dấu, tối đa 9 chữ số", en: "it must be a whole number of at most 9 digits" },
  cell: { vi: "phải là địa chỉ ô, ví dụ B12", en: "it must be a cell, such as B12" },
  sha256: { vi: "phải là mã SHA-256: 64 chữ số thập lục phân", en: "it must be a SHA-256: 64 hexadecimal digits" },
  key: {
    vi: "phải gồm 16–80 chữ cái không dấu, chữ số, dấu gạch",
    en: "it must be 16–80 letters, digits, hyphens or underscores",
  },
  challenge: {
    vi: "phải là SHA-256 dạng base64url, 43 ký tự",
    en: "it must be a SHA-256 in base64url, 43 characters",
  },
  address: { vi: "phải là địa chỉ bắt đầu bằng /api/v1/", en: "it must be an address that begins with /api/v1/" },
};

function tooMuch(origin: string, limit: string): Bilingual {
  if (origin === "string")
    return { vi: `quá dài (tối đa ${limit} ký tự)`, en: `it is too long (at most ${limit} characters)` };
  if (origin === "array")
    return { vi: `có quá nhiều mục (tối đa ${limit})`, en: `it has too many entries (at most ${limit})` };
  return { vi: `phải không quá ${limit}`, en: `it must be at most ${limit}` };
}

function tooLittle(origin: string, limit: string): Bilingual {
  if (origin === "string" && limit === "1") return { vi: "để trống", en: "it is blank" };
  if (origin === "string")
    return { vi: `quá ngắn (ít nhất ${limit} ký tự)`, en: `it is too short (at least ${limit} characters)` };
  if (origin === "array")
    return { vi: `có quá ít mục (ít nhất ${limit})`, en: `it has too few entries (at least ${limit})` };
  return { vi: `phải từ ${limit} trở lên`, en: `it must be at least ${limit}` };
}
