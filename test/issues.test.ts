/** What is wrong with a request is said in sentences, each in its language, wherever the contract checks anything. */
import assert from "node:assert/strict";
import * as z from "zod";
import { API, type Route, type RouteId } from "../shared/api.ts";
import { describeIssues, type RequestFault } from "../shared/api/issues.ts";
import { cellSchema, emailSchema, idSchema, textSchema, timeSchema, wholeFromText } from "../shared/api/values.ts";

function faultsOf(schema: z.ZodType, given: unknown): readonly RequestFault[] {
  const parsed = schema.safeParse(given, { reportInput: true });
  return parsed.success ? [] : describeIssues(parsed.error.issues, "body");
}

const CASES: readonly (readonly [string, z.ZodType, unknown, string, string])[] = [
  ["nothing", z.object({ name: z.string() }), {}, "thiếu", "it is missing"],
  ["no choice", z.object({ role: z.enum(["a", "b"]) }), {}, "thiếu", "it is missing"],
  ["nothing of two shapes", z.object({ cell: cellSchema.or(z.literal("")) }), {}, "thiếu", "it is missing"],
  ["no object", z.object({}), "x", "phải là đối tượng JSON", "it must be a JSON object"],
  ["no text", z.string(), 1, "phải là văn bản", "it must be text"],
  ["no number", z.number(), "1", "phải là số", "it must be a number"],
  ["a fraction", z.int(), 1.5, "phải là số nguyên", "it must be a whole number"],
  ["no truth", z.boolean(), "true", "phải là true hoặc false", "it must be true or false"],
  ["no list", z.array(z.string()), {}, "phải là danh sách", "it must be a list"],
  ["another choice", z.enum(["a", "b"]), "c", "phải là một trong: a, b", "it must be one of: a, b"],
  ["another constant", z.literal(true), false, "phải là true", "it must be true"],
  ["too long", textSchema(3), "bốn chữ", "quá dài (tối đa 3 ký tự)", "it is too long (at most 3 characters)"],
  ["blank", textSchema(3), "  ", "để trống", "it is blank"],
  ["too short", z.string().min(3), "a", "quá ngắn (ít nhất 3 ký tự)", "it is too short (at least 3 characters)"],
  ["too many", z.array(z.int()).max(1), [1, 2], "có quá nhiều mục (tối đa 1)", "it has too many entries (at most 1)"],
  ["too few", z.array(z.int()).min(1), [], "có quá ít mục (ít nhất 1)", "it has too few entries (at least 1)"],
  ["too large", z.int().max(9), 10, "phải không quá 9", "it must be at most 9"],
  ["too small", wholeFromText(1), "0", "phải từ 1 trở lên", "it must be at least 1"],
  [
    "a sign",
    wholeFromText(1),
    "-1",
    "phải là số nguyên không dấu, tối đa 9 chữ số",
    "it must be a whole number of at most 9 digits",
  ],
  [
    "no time",
    timeSchema,
    "15/12/2026",
    "phải là thời điểm, ví dụ 2026-12-15T17:00:00+07:00",
    "it must be a time, such as 2026-12-15T17:00:00+07:00",
  ],
  ["no address", emailSchema, "an", "không phải địa chỉ thư điện tử", "it is no e-mail address"],
  ["no cell", cellSchema.or(z.literal("")), "XFE1", "phải là địa chỉ ô, ví dụ B12", "it must be a cell, such as B12"],
  [
    "a key that is none",
    z.record(idSchema, z.int()),
    { A: 1 },
    "tên mục phải là mã do dịch vụ cấp: chữ thường, chữ số, dấu gạch nối, tối đa 60 ký tự",
    "the key: it must be an id given by the service: small letters, digits and hyphens, at most 60 characters",
  ],
  ["a rule of its own", z.string().refine(() => false), "x", "không hợp lệ", "it is not valid"],
];

describe("what is wrong with a request", () => {
  for (const [what, schema, given, vi, en] of CASES)
    it(`${what}: ${vi}`, () => {
      assert.deepEqual(
        faultsOf(schema, given).map((fault) => [fault.vi, fault.en]),
        [[vi, en]],
      );
    });
  it("is told with its place, all of it up to twenty", () => {
    const schema = z.object({ rows: z.array(z.object({ name: z.string() })) });
    assert.deepEqual(
      faultsOf(schema, { rows: [{ name: "a" }, {}, { name: 3 }] }).map(({ where }) => where),
      ["body.rows.1.name", "body.rows.2.name"],
    );
    assert.equal(faultsOf(schema, { rows: Array.from({ length: 500 }, () => ({})) }).length, 20);
    assert.equal(faultsOf(z.record(z.string(), z.int()), { ["k".repeat(5000)]: "x" })[0]?.where.length, 200);
  });
  for (const id of Object.keys(API) as RouteId[]) {
    const route: Route = API[id];
    for (const schema of [route.params, route.query, route.body])
      if (schema !== undefined && schema !== "bytes")
        it(`${id} is never answered with a code`, () => {
          for (const given of [
            undefined,
            null,
            7,
            "x",
            [],
            {},
            fill(schema, "\u0007"),
            fill(schema, -1.5),
            fill(schema, {}),
          ])
            for (const { vi, en } of faultsOf(schema, given)) {
              assert.doesNotMatch(vi, /invalid|expected|_|undefined/);
              assert.doesNotMatch(en, /invalid|expected|_type|undefined/);
            }
        });
  }
});

/** Each of the schema's keys with the same value. */
const fill = (schema: z.ZodType, value: unknown): unknown =>
  schema instanceof z.ZodObject ? Object.fromEntries(Object.keys(schema.shape).map((key) => [key, value])) : value;

const TIMES: readonly (readonly [string, string | null])[] = [
  ["2026-12-15T17:00:00+07:00", "2026-12-15T10:00:00.000Z"],
  ["2026-12-15T10:00:00Z", "2026-12-15T10:00:00.000Z"],
  ["2026-12-15T10:00:00.000Z", "2026-12-15T10:00:00.000Z"],
  ["2026-12-15T10:00:00.123456-01:30", "2026-12-15T11:30:00.123Z"],
  ["2027-01-01T00:00:00+07:00", "2026-12-31T17:00:00.000Z"],
  ["9999-12-31T23:59:59-07:00", "9999-12-31T23:59:59-07:00"],
  ["2026-12-15T10:00:00", null],
  ["2026-02-30T10:00:00Z", null],
  ["2026-12-15", null],
  ["", null],
];

describe("times are kept in UTC, written alike, so that they can be compared as text", () => {
  for (const [given, kept] of TIMES)
    it(`${given} → ${String(kept)}`, () => assert.equal(timeSchema.safeParse(given).data ?? null, kept));
});
