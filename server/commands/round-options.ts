/** The options of `phuluc round add` as a round's terms. */
import { FORM_IDS } from "../../shared/appendix.ts";
import { roundTermsSchema, type RoundTerms } from "../../shared/api/rounds.ts";
import { UNITS } from "../../shared/money.ts";
import { endOfVietnamDay } from "../../shared/vietnam-time.ts";
import { UsageError, type Parsed } from "./options.ts";
import { requireOneOf, requireOption } from "./subcommands.ts";

export const ROUND_OPTIONS = {
  name: { type: "string" },
  years: { type: "string" },
  deadline: { type: "string" },
  expect: { type: "string" },
  unit: { type: "string" },
  forms: { type: "string" },
  owner: { type: "string" },
  "sign-off": { type: "boolean" },
} as const;

/** Every province of today below the round's owner. */
export const ALL_PROVINCES = "all-provinces";

type Values = Parsed["values"];

/** @throws UsageError for the first option that can't be used */
export function readTerms(values: Values): RoundTerms {
  const [fromYear, toYear] = readYears(requireOption(values, "years"));
  const parsed = roundTermsSchema.safeParse({
    name: requireOption(values, "name"),
    fromYear,
    toYear,
    deadline: readDeadline(requireOption(values, "deadline")),
    expectedIds: listOf(requireOption(values, "expect")),
    unit: values["unit"] === undefined ? "million" : requireOneOf(values, "unit", UNITS),
    formIds: values["forms"] === undefined ? [] : readForms(requireOption(values, "forms")),
    needsSignOff: values["sign-off"] === true,
    severityOverrides: {},
    explainedRuleIds: [],
    previousRoundId: null,
  });
  if (parsed.success) return parsed.data;
  const where = OPTION_OF[String(parsed.error.issues[0]?.path[0])] ?? "";
  throw new UsageError(`--${where} không dùng được. / --${where} can't be used.`);
}

const OPTION_OF: Readonly<Record<string, string>> = {
  name: "name",
  fromYear: "years",
  toYear: "years",
  deadline: "deadline",
  expectedIds: "expect",
};

const listOf = (text: string): readonly string[] =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");

function readYears(text: string): readonly [number, number] {
  const [, from, to = from] = /^(\d{4})(?:-(\d{4}))?$/.exec(text) ?? [];
  if (from === undefined)
    throw new UsageError("--years có dạng 2026-2030 hoặc 2026. / --years looks like 2026-2030 or 2026.");
  return [Number(from), Number(to)];
}

/** The whole of the day, in Vietnam. */
function readDeadline(text: string): string {
  const deadline = endOfVietnamDay(text);
  if (deadline === null)
    throw new UsageError("--deadline là một ngày có dạng 2026-12-31. / --deadline is a day such as 2026-12-31.");
  return deadline;
}

function readForms(text: string): readonly string[] {
  const forms = listOf(text);
  const known: readonly string[] = FORM_IDS;
  if (forms.every((form) => known.includes(form))) return forms;
  throw new UsageError(`--forms chỉ nhận ${known.join(", ")}. / --forms takes ${known.join(", ")}.`);
}
