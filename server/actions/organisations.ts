/** The tree of organisations: seeing it, adding to it, renaming, closing. */
import type { Organisation } from "../../shared/api/organisations.ts";
import { KINDS_BELOW, type OrganisationKind } from "../../shared/organisation-kinds.ts";
import { tidy } from "../../shared/text.ts";
import { NOT_FOUND } from "../authorise.ts";
import { KIND_NAMES } from "../../shared/names.ts";
import { Problem } from "../problem.ts";
import { appendAudit } from "../store/audit.ts";
import type { Database, Writing } from "../store/database.ts";
import { newId } from "../store/ids.ts";
import { branchOf, findOrganisation, idsBelow, listOrganisations } from "../store/organisations.ts";
import { endSessions } from "../store/sessions.ts";
import type { Acting } from "./acting.ts";

function requirePlace(kind: OrganisationKind, above: Organisation): void {
  if (above.isClosed) throw new Problem("organisation-closed", { name: above.name });
  if (KINDS_BELOW[above.kind].includes(kind)) return;
  const [lower, upper] = [KIND_NAMES[kind], KIND_NAMES[above.kind]];
  throw new Problem("wrong-place", { kind: lower.vi, kindEn: lower.en, above: upper.vi, aboveEn: upper.en });
}

/** One's own branch: those above, and all below. Of a former province also the one it went into. */
export async function listVisibleOrganisations(db: Database, own: Organisation): Promise<readonly Organisation[]> {
  const [all, above, below] = [await listOrganisations(db), await branchOf(db, own.id), await idsBelow(db, own.id)];
  const branch = new Set([...above, ...below]);
  const successors = new Set(all.filter(({ id }) => branch.has(id)).map(({ successorId }) => successorId));
  return all.filter(({ id }) => branch.has(id) || successors.has(id));
}

interface NewOrganisation {
  readonly parentId: string;
  readonly kind: OrganisationKind;
  readonly name: string;
}

/** @throws Problem not-found, organisation-closed, wrong-place or name-taken */
export function addOrganisation({ store, actor }: Acting, given: NewOrganisation): Promise<Organisation> {
  return store.write(async (tx) => {
    const at = new Date().toISOString();
    const parent = await readOrganisation(tx, given.parentId);
    requirePlace(given.kind, parent);
    const added: Organisation = {
      id: newId(),
      parentId: parent.id,
      kind: given.kind,
      name: tidy(given.name),
      successorId: null,
      isClosed: false,
    };
    await requireFreeName(tx, added);
    await tx
      .insertInto("organisation")
      .values({
        id: added.id,
        parent_id: added.parentId,
        kind: added.kind,
        name: added.name,
        successor_id: null,
        is_closed: 0,
        created_at: at,
      })
      .execute();
    await appendAudit(tx, {
      at,
      actor,
      organisationId: added.id,
      action: "add-organisation",
      subject: `organisation ${added.id}`,
      details: { name: added.name, kind: added.kind, parentId: added.parentId },
    });
    return added;
  });
}

async function readOrganisation(db: Database, id: string): Promise<Organisation> {
  const organisation = await findOrganisation(db, id);
  if (!organisation) throw new Problem("not-found", NOT_FOUND.organisation);
  return organisation;
}

/** Marks count ("Hòa An", "Hoa An"), capitals and spaces don't. A province of today may be called as a former one. */
async function requireFreeName(tx: Writing, { id, parentId, name, successorId }: Organisation): Promise<void> {
  const form = (text: string): string => tidy(text).normalize("NFC").toLowerCase();
  const siblings = await tx
    .selectFrom("organisation")
    .select(["id", "name", "successor_id"])
    .where("parent_id", parentId === null ? "is" : "=", parentId)
    .execute();
  const isTaken = siblings.some(
    (sibling) =>
      sibling.id !== id &&
      (sibling.successor_id === null) === (successorId === null) &&
      form(sibling.name) === form(name),
  );
  if (isTaken) throw new Problem("name-taken", { name });
}

export interface OrganisationChange {
  readonly id: string;
  readonly name?: string | undefined;
  readonly isClosed?: boolean | undefined;
}

/**
 * @param own the actor's organisation, which they can't close; null for the command line
 * @throws Problem not-found, name-taken, organisation-in-use, organisation-closed or forbidden
 */
export function changeOrganisation(
  { store, actor }: Acting,
  { id, name, isClosed }: OrganisationChange,
  own: string | null,
): Promise<Organisation> {
  return store.write(async (tx) => {
    const at = new Date().toISOString();
    const before = await readOrganisation(tx, id);
    const after = { ...before, name: tidy(name ?? before.name), isClosed: isClosed ?? before.isClosed };
    const note = (action: string, details: Readonly<Record<string, unknown>>): Promise<void> =>
      appendAudit(tx, { at, actor, organisationId: id, action, subject: `organisation ${id}`, details });
    if (after.name !== before.name) {
      await requireFreeName(tx, after);
      await note("rename-organisation", { from: before.name, to: after.name });
    }
    if (after.isClosed && !before.isClosed) {
      if (id === own || before.parentId === null) throw new Problem("forbidden");
      await close(tx, id, at);
      await note("close-organisation", { name: after.name });
    }
    if (!after.isClosed && before.isClosed) {
      await requireOpenParent(tx, before);
      await note("reopen-organisation", { name: after.name });
    }
    await tx
      .updateTable("organisation")
      .set({ name: after.name, is_closed: after.isClosed ? 1 : 0 })
      .where("id", "=", id)
      .execute();
    return after;
  });
}

async function close(tx: Writing, id: string, at: string): Promise<void> {
  await mustNotBeInUse(tx, id);
  const people = await tx.selectFrom("person").select("id").where("organisation_id", "=", id).execute();
  await endSessions(tx, at, { personIds: people.map((person) => person.id) });
}

/** Its people could submit nothing more, and the round would wait for it in vain. */
async function mustNotBeInUse(tx: Writing, id: string): Promise<void> {
  const below = await tx
    .selectFrom("organisation")
    .select("name")
    .where("parent_id", "=", id)
    .where("is_closed", "=", 0)
    .limit(1)
    .executeTakeFirst();
  if (below)
    throw new Problem("organisation-in-use", {
      why: `đơn vị trực thuộc “${below.name}” đang hoạt động`,
      whyEn: `“${below.name}” below it is active`,
    });
  const round = await tx
    .selectFrom("round")
    .innerJoin("round_member", "round_member.round_id", "round.id")
    .select("round.name")
    .where("round_member.organisation_id", "=", id)
    .where("round.state", "=", "open")
    .limit(1)
    .executeTakeFirst();
  if (round)
    throw new Problem("organisation-in-use", {
      why: `đợt “${round.name}” đang mở và yêu cầu đơn vị nộp`,
      whyEn: `the open round “${round.name}” expects it`,
    });
}

async function requireOpenParent(tx: Writing, { parentId }: Organisation): Promise<void> {
  const parent = parentId === null ? null : await findOrganisation(tx, parentId);
  if (parent?.isClosed) throw new Problem("organisation-closed", { name: parent.name });
}
