/** One entry of the log as it is read: names in place of ids where they are known. */
import type * as z from "zod";
import type { API } from "../../../shared/api.ts";
import { say } from "../../../addin/pane/kit/language.ts";
import { tellMoment } from "../../../addin/pane/kit/moments.ts";
import { fold } from "../../../shared/text.ts";
import { KIND_NAMES, ROLE_NAMES, ROUND_STATE_NAMES, STATE_NAMES } from "../../../shared/names.ts";
import type { Bilingual } from "../../../shared/rule.ts";
import { AUDIT_ACTIONS, DETAIL_NAMES, SUBJECT_KINDS, WAYS } from "./audit-words.ts";

export type AuditEntry = z.infer<(typeof API)["readAudit"]["answer"]>["entries"][number];

/** Ids → what people call them. */
export type KnownNames = ReadonlyMap<string, string>;

export const actionOf = ({ action }: AuditEntry): string => {
  const words = AUDIT_ACTIONS[action];
  return words ? say(words) : action;
};

/** "Bản nộp: Tỉnh Nghệ An, Kế hoạch 2026". */
export function subjectOf({ subject, details }: Pick<AuditEntry, "subject" | "details">, names: KnownNames): string {
  const [kind = "", ...ids] = subject.split(" ");
  const words = SUBJECT_KINDS[kind];
  if (!words) return subject;
  // Of a submission the organisation says more than its round.
  const told = [...ids].reverse().map((id) => names.get(id) ?? names.get(roundIn(details)) ?? id);
  return told.length === 0 ? say(words) : `${say(words)}: ${told.join(", ")}`;
}

/** What bears no name itself, as a merged workbook, is called by its round. */
const roundIn = (details: unknown): string =>
  typeof details === "object" && details !== null && "roundId" in details ? String(details.roundId) : "";

/** All that one may search an entry by, folded. */
export const searchedIn = (entry: AuditEntry, names: KnownNames): string =>
  fold(
    [
      String(entry.sequence),
      entry.actor,
      actionOf(entry),
      entry.action,
      entry.subject,
      subjectOf(entry, names),
      say(tellMoment(entry.at)),
      JSON.stringify(entry.details),
    ].join(" "),
  );

interface Detail {
  readonly name: string;
  readonly value: string;
}

const VALUES: Readonly<Partial<Record<string, Bilingual>>> = {
  ...STATE_NAMES,
  ...ROUND_STATE_NAMES,
  ...ROLE_NAMES,
  ...KIND_NAMES,
  ...WAYS,
};

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/** What an entry's details hold, however deep, as lines: "trước · hạn nộp" → "17:00 ngày 30/11/2026". */
export function detailsOf(details: unknown, names: KnownNames, path: readonly string[] = []): readonly Detail[] {
  if (Array.isArray(details) && details.every((one) => typeof one !== "object" || one === null)) {
    const value = details.map((one) => printed(one, names)).join(", ");
    return [{ name: path.join(" · "), value: value === "" ? "–" : value }];
  }
  if (typeof details !== "object" || details === null)
    return [{ name: path.join(" · "), value: printed(details, names) }];
  return Object.entries(details).flatMap(([key, value]) => {
    const words = DETAIL_NAMES[key];
    return detailsOf(value, names, [...path, words ? say(words) : key]);
  });
}

function printed(value: unknown, names: KnownNames): string {
  if (value === null || value === "") return "–";
  const words = VALUES[String(value)];
  if (words) return say(words);
  if (typeof value !== "string") return String(value);
  return MOMENT.test(value) ? say(tellMoment(value)) : (names.get(value) ?? value);
}

/** What people do to their own account: there the log has their name. */
const OWN: ReadonlySet<string> = new Set([
  "sign-in",
  "sign-out",
  "sign-out-everywhere",
  "change-password",
  "end-own-session",
]);

/** Ids of people → how what is loaded of the log calls them: by name where they acted themselves, else by address. */
export function peopleIn(entries: readonly AuditEntry[]): KnownNames {
  const names = new Map<string, string>();
  for (const { subject, details, action, actor } of entries) {
    const [kind, id] = subject.split(" ");
    if (kind !== "person" || id === undefined) continue;
    if (OWN.has(action)) names.set(id, actor);
    else if (!names.has(id) && hasEmail(details)) names.set(id, details.email);
  }
  return names;
}

const hasEmail = (details: unknown): details is { readonly email: string } =>
  typeof details === "object" && details !== null && "email" in details && typeof details.email === "string";
