/** What an organisation can be, from the top of the tree down. */
export const ORGANISATION_KINDS = ["ministry", "province", "department", "commune"] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/**
 * What may stand below what. The ministry has departments of its own beside the provinces; a department (sở, ban, cục) has
 * units below it that hand in to it (trung tâm, bệnh viện, trường); a commune has none that make a plan.
 */
export const KINDS_BELOW: Readonly<Record<OrganisationKind, readonly OrganisationKind[]>> = {
  ministry: ["province", "department"],
  province: ["department", "commune"],
  department: ["department"],
  commune: [],
};
