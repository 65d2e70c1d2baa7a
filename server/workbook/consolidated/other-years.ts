/** What is said of appendices for years that the round does not ask for: they are added up, and must not pass unseen. */
import type { Consolidation } from "../../../shared/consolidation.ts";
import { shortList } from "../short-list.ts";

/** "Có 1 phụ lục của thời gian ngoài 2026-2030: “Phụ lục” (Vĩnh Long, 2020)."; null where there is none. */
export function otherYearsRemark({ manifest, versions }: Consolidation): string | null {
  const names = new Map(manifest.organisations.map(({ id, name }) => [id, name]));
  const others = versions.flatMap(({ organisationId, appendices }) =>
    appendices
      .filter(({ isOfOtherYears }) => isOfOtherYears)
      .map(({ sheet, years }) => `“${sheet}” (${names.get(organisationId) ?? organisationId}, ${years})`),
  );
  if (others.length === 0) return null;
  return `Có ${String(others.length)} phụ lục của thời gian ngoài ${roundYears(manifest.round)}: ${shortList(others)}.`;
}

export const roundYears = ({ fromYear, toYear }: { readonly fromYear: number; readonly toYear: number }): string =>
  fromYear === toYear ? String(fromYear) : `${String(fromYear)}-${String(toYear)}`;
