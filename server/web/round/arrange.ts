/** The organisations in the order asked for, without those that are not looked for. */
import type { ProgressLine } from "../../../shared/api/rounds.ts";
import { fold } from "../../../shared/text.ts";
import { passes, STATES_BY_PROGRESS, type Filter } from "./counts.ts";

export const SORT_KEYS = [
  "name",
  "state",
  "version",
  "submittedAt",
  "lineItems",
  "errors",
  "warnings",
  "totalDong",
] as const;
export type SortKey = (typeof SORT_KEYS)[number];

export interface Arrangement {
  readonly by: SortKey;
  readonly isDown: boolean;
  readonly filter: Filter;
  readonly search: string;
}

/** By name, as the service gives them: in the order of the Vietnamese alphabet. */
export const AS_GIVEN: Arrangement = { by: "name", isDown: false, filter: "all", search: "" };

/** @returns ids of organisations */
export function arrange(lines: readonly ProgressLine[], asked: Arrangement): readonly string[] {
  const words = fold(asked.search).split(" ");
  const found = lines.filter((line) => {
    if (!passes(line, asked.filter)) return false;
    const name = fold(line.name);
    return words.every((word) => name.includes(word));
  });
  const sorted = asked.by === "name" ? (asked.isDown ? [...found].reverse() : found) : sortBy(found, asked);
  return sorted.map(({ organisationId }) => organisationId);
}

type Worth = number | string | null;

/** What has no value comes last, whichever way one sorts; equals stay in the order of their names. */
function sortBy(lines: readonly ProgressLine[], { by, isDown }: Arrangement): readonly ProgressLine[] {
  const way = isDown ? -1 : 1;
  return lines
    .map((line) => ({ line, worth: worthOf(line, by) }))
    .sort((a, b) => {
      if (a.worth === b.worth) return 0;
      if (a.worth === null || b.worth === null) return a.worth === null ? 1 : -1;
      return a.worth < b.worth ? -way : way;
    })
    .map(({ line }) => line);
}

/** Before the first version its figures are none, not naught. */
function worthOf(line: ProgressLine, by: SortKey): Worth {
  if (by === "state") return STATES_BY_PROGRESS.indexOf(line.state);
  return line.version === null ? null : line[by];
}
