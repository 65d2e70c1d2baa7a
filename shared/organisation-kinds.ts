/** What an organisation can be, from the top of the tree down. */
export const ORGANISATION_KINDS = ["ministry", "province", "department", "commune"] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];
