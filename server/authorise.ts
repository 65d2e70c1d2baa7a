/** Whether the caller may use a route on what its address names. What one may not see is not found; what one may see and not do is forbidden. */
import type { Access } from "../shared/api/route.ts";
import { isGranted } from "./permissions.ts";
import { Problem } from "./problem.ts";
import { relationOf } from "./relation.ts";
import type { Caller, Target } from "./service.ts";
import type { Database } from "./store/database.ts";
import { branchOf, findOrganisation, idsBelow } from "./store/organisations.ts";
import type { PersonTable, RoundTable } from "./store/tables.ts";

export type Params = Readonly<Record<string, unknown>>;

/** Facts of the problem not-found. */
export const NOT_FOUND = {
  round: { what: "đợt này", whatEn: "This round" },
  organisation: { what: "đơn vị này", whatEn: "This organisation" },
  person: { what: "người dùng này", whatEn: "This person" },
  consolidation: { what: "bản tổng hợp này", whatEn: "This consolidation" },
  submission: { what: "bản nộp này", whatEn: "This submission" },
  version: { what: "phiên bản này", whatEn: "This version" },
  draft: { what: "bản nháp", whatEn: "The draft" },
  file: { what: "tệp này", whatEn: "This file" },
  line: { what: "dòng này", whatEn: "This line" },
  lineItem: { what: "nhiệm vụ, dự án này", whatEn: "This line item" },
  session: { what: "phiên này", whatEn: "This session" },
  comment: { what: "ý kiến này", whatEn: "This comment" },
} as const;

const idOf = (params: Params, name: string): string | null => {
  const id = params[name];
  return typeof id === "string" ? id : null;
};

/** @throws Problem not-found or forbidden */
export async function authorise(
  db: Database,
  caller: Caller,
  { access, params }: { access: Access; params: Params },
): Promise<Target> {
  const target = await load(db, params);
  if (access === "public" || access === "signed-in") return target;
  if (target.round && !(await canSeeRound(db, caller, target.round))) throw new Problem("not-found", NOT_FOUND.round);
  switch (access) {
    case "back-up":
      return granted(isGranted(access, caller.role, "own") && caller.organisation.parentId === null, target);
    case "read-audit":
      return granted(isGranted(access, caller.role, "own"), target);
    case "read-round":
    case "merge":
    case "manage-round": {
      const asked = target.round?.owner_id ?? target.organisation?.id ?? caller.organisation.id;
      return granted(isGranted(access, caller.role, await relationOf(db, caller.organisation.id, asked)), target);
    }
    case "read-submission":
    case "write-submission":
    case "sign-off":
    case "review":
      return authoriseSubmission(db, caller, { access, target });
    case "read-people":
    case "manage-people":
    case "manage-organisations": {
      const asked = target.person?.organisation_id ?? target.organisation?.id ?? "";
      const relation = await relationOf(db, caller.organisation.id, asked);
      if (target.person && relation !== "own" && relation !== "below") throw new Problem("not-found", NOT_FOUND.person);
      return granted(isGranted(access, caller.role, relation), target);
    }
  }
}

type SubmissionAccess = "read-submission" | "write-submission" | "sign-off" | "review";

async function authoriseSubmission(
  db: Database,
  caller: Caller,
  { access, target }: { access: SubmissionAccess; target: Target },
): Promise<Target> {
  const relation = await relationOf(db, caller.organisation.id, target.organisation?.id ?? "");
  if (!isGranted("read-submission", caller.role, relation)) throw new Problem("not-found", NOT_FOUND.organisation);
  const isOwner = target.round?.owner_id === caller.organisation.id;
  return granted(isGranted(access, caller.role, relation) && (access !== "review" || isOwner), target);
}

function granted(isAllowed: boolean, target: Target): Target {
  if (!isAllowed) throw new Problem("forbidden");
  return target;
}

/** The owner sees its round; so do those expected in it, and those between. */
export async function canSeeRound(db: Database, caller: Caller, round: RoundTable): Promise<boolean> {
  if (caller.organisation.id === round.owner_id) return true;
  if (!(await branchOf(db, caller.organisation.id)).includes(round.owner_id)) return false;
  const members = await db
    .selectFrom("round_member")
    .select("organisation_id")
    .where("round_id", "=", round.id)
    .execute();
  const expected = new Set(members.map((member) => member.organisation_id));
  return (await idsBelow(db, caller.organisation.id)).some((id) => expected.has(id));
}

async function load(db: Database, params: Params): Promise<Target> {
  const organisationId = idOf(params, "organisationId");
  const organisation = organisationId === null ? null : await findOrganisation(db, organisationId);
  if (organisationId !== null && !organisation) throw new Problem("not-found", NOT_FOUND.organisation);
  return { organisation, round: await loadRound(db, params), person: await loadPerson(db, params) };
}

async function loadRound(db: Database, params: Params): Promise<RoundTable | null> {
  let id = idOf(params, "roundId");
  const consolidationId = idOf(params, "consolidationId");
  if (consolidationId !== null) {
    const found = await db
      .selectFrom("consolidation")
      .select("round_id")
      .where("id", "=", consolidationId)
      .executeTakeFirst();
    if (!found) throw new Problem("not-found", NOT_FOUND.consolidation);
    id = found.round_id;
  }
  if (id === null) return null;
  const round = await db.selectFrom("round").selectAll().where("id", "=", id).executeTakeFirst();
  if (!round) throw new Problem("not-found", NOT_FOUND.round);
  return round;
}

async function loadPerson(db: Database, params: Params): Promise<PersonTable | null> {
  const id = idOf(params, "personId");
  if (id === null) return null;
  const person = await db.selectFrom("person").selectAll().where("id", "=", id).executeTakeFirst();
  if (!person) throw new Problem("not-found", NOT_FOUND.person);
  return person;
}
