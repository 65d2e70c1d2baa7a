/** Whose versions a manifest adds up. */
import type { Manifest } from "../../shared/consolidation.ts";
import type { VersionPlace } from "./kept-summaries.ts";

export const placesOfIncluded = ({ round, organisations }: Manifest): readonly VersionPlace[] =>
  organisations.flatMap(({ id, version, included }) =>
    included && version !== null ? [{ roundId: round.id, organisationId: id, version }] : [],
  );
