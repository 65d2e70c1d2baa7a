/** Who has sent what was asked, and who has not: part of every consolidation, never left out silently. */
import type { Manifest, ManifestOrganisation } from "./manifest.ts";

/** Ids of expected organisations; one that is late is among the submitted too. */
export interface Standing {
  readonly expected: readonly string[];
  /** Submitted or accepted. */
  readonly submitted: readonly string[];
  readonly late: readonly string[];
  readonly returned: readonly string[];
  /** Nothing sent yet: missing, a draft, or waiting for approval. */
  readonly missing: readonly string[];
  /** Sent, but its money is not in the totals. */
  readonly notIncluded: readonly string[];
}

export const hasSubmitted = ({ state }: ManifestOrganisation): boolean => state === "submitted" || state === "accepted";

/** Whoever is asked, or sends without being asked. */
export const isListed = (organisation: ManifestOrganisation): boolean =>
  organisation.isExpected || organisation.included || organisation.state !== "missing";

export function findStanding({ organisations }: Manifest): Standing {
  const idsOf = (passes: (organisation: ManifestOrganisation) => boolean): readonly string[] =>
    organisations.filter((organisation) => organisation.isExpected && passes(organisation)).map(({ id }) => id);
  return {
    expected: idsOf(() => true),
    submitted: idsOf(hasSubmitted),
    late: idsOf(({ isLate }) => isLate),
    returned: idsOf(({ state }) => state === "returned"),
    missing: idsOf((organisation) => !hasSubmitted(organisation) && organisation.state !== "returned"),
    notIncluded: idsOf((organisation) => hasSubmitted(organisation) && !organisation.included),
  };
}
