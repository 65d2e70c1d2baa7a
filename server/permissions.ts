/** Who may do what to whom: one table, from which every route is guarded. */
import type { Role } from "../shared/api/organisations.ts";
import type { Access } from "../shared/api/route.ts";

/** Where the organisation acted upon stands, seen from the caller's: "below" is in the caller's branch, "above" is on its way to the root. */
export type Relation = "own" | "below" | "above" | "beside";

type Granted = Readonly<Partial<Record<Relation, readonly Role[]>>>;

const EVERY_ROLE: readonly Role[] = ["submitter", "reviewer", "viewer", "administrator"];
const OVERSEERS: readonly Role[] = ["reviewer", "viewer", "administrator"];

/** Accesses to an organisation. What concerns a round or a submission asks the same of the organisation in it. */
const GRANTED: Readonly<Record<Exclude<Access, "public" | "signed-in">, Granted>> = {
  /** Of the round's owner. Whether the caller takes part in the round is asked besides. */
  "read-round": { own: EVERY_ROLE, above: EVERY_ROLE },
  "manage-round": { own: ["reviewer", "administrator"] },
  /** Of the round's owner: an organisation above those expected merges its own branch. */
  merge: { own: OVERSEERS, above: OVERSEERS },
  "read-submission": { own: EVERY_ROLE, below: OVERSEERS },
  "write-submission": { own: ["submitter"] },
  "sign-off": { own: ["submitter"] },
  /** Only by the round's owner. */
  review: { below: ["reviewer"] },
  "read-people": { own: EVERY_ROLE, below: ["reviewer", "administrator"] },
  "manage-people": { own: ["administrator"], below: ["administrator"] },
  "manage-organisations": { own: ["administrator"], below: ["administrator"] },
  "read-audit": { own: ["administrator"] },
  /** Of the root only. */
  "back-up": { own: ["administrator"] },
};

export const isGranted = (access: Exclude<Access, "public" | "signed-in">, role: Role, relation: Relation): boolean =>
  GRANTED[access][relation]?.includes(role) ?? false;
