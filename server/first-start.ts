/** What a new database begins with: the ministry, the provinces of today and before, and one administrator. */
import { FORMER_PROVINCES, PROVINCES } from "../shared/provinces.ts";
import { foldWords } from "../shared/text.ts";
import { hashPassword, makeFirstPassword } from "./passwords.ts";
import { appendAudit } from "./store/audit.ts";
import type { Store, Writing } from "./store/database.ts";
import { newId } from "./store/ids.ts";
import type { OrganisationTable } from "./store/tables.ts";

export const ROOT_ID = "bo";
const ROOT_NAME = "Bộ Khoa học và Công nghệ";
const FIRST_EMAIL = "quantri@phuluc.local";

const slug = (name: string): string => foldWords(name).trim().replace(/\s+/g, "-");
/** The same on every installation: "tinh-nghe-an". */
export const provinceId = (name: string): string => `tinh-${slug(name)}`;
/** Of a province until 30 June 2025: "tinh-cu-ha-nam". */
export const formerProvinceId = (name: string): string => `tinh-cu-${slug(name)}`;

function seedRows(at: string): readonly OrganisationTable[] {
  const base = { parent_id: ROOT_ID, kind: "province", successor_id: null, is_closed: 0, created_at: at } as const;
  return [
    { ...base, id: ROOT_ID, parent_id: null, kind: "ministry", name: ROOT_NAME },
    ...PROVINCES.map((name) => ({ ...base, id: provinceId(name), name })),
    ...FORMER_PROVINCES.map(({ name, successor }) => ({
      ...base,
      id: formerProvinceId(name),
      name,
      successor_id: provinceId(successor),
    })),
  ];
}

export interface FirstAccount {
  readonly email: string;
  readonly password: string;
}

/**
 * Seeds an empty database and gives the administrator's account: its password is shown at the start and kept nowhere. The
 * embedded database gives a new one at each start until somebody has signed in; on PostgreSQL `phuluc user` gives another.
 */
export async function prepareFirstStart(store: Store): Promise<FirstAccount | null> {
  const password = makeFirstPassword();
  const passwordHash = await hashPassword(password);
  return store.write(async (tx) => {
    const at = new Date().toISOString();
    const seeded = await tx.selectFrom("organisation").select("id").limit(1).executeTakeFirst();
    if (!seeded) {
      await tx.insertInto("organisation").values(seedRows(at)).execute();
      await log(tx, at, { action: "seed", subject: `organisation ${ROOT_ID}` });
    }
    const people = await tx.selectFrom("person").select(["id", "email", "last_sign_in_at"]).limit(2).execute();
    const only = people.length === 1 ? people[0] : null;
    if (people.length === 0) {
      await tx.insertInto("person").values(firstAdministrator(at, passwordHash)).execute();
      await log(tx, at, { action: "add-person", subject: `person ${FIRST_EMAIL}` });
      return { email: FIRST_EMAIL, password };
    }
    // Where several instances start, the first one's password must stay good.
    if (store.kind !== "sqlite") return null;
    if (only?.email !== FIRST_EMAIL || only.last_sign_in_at !== null) return null;
    await tx
      .updateTable("person")
      .set({ password_hash: passwordHash, failed_attempts: 0, locked_until: null })
      .where("id", "=", only.id)
      .execute();
    await log(tx, at, { action: "reset-password", subject: `person ${FIRST_EMAIL}` });
    return { email: FIRST_EMAIL, password };
  });
}

const firstAdministrator = (at: string, passwordHash: string) => ({
  id: newId(),
  organisation_id: ROOT_ID,
  name: "Quản trị",
  email: FIRST_EMAIL,
  role: "administrator" as const,
  password_hash: passwordHash,
  must_change_password: 1 as const,
  failed_attempts: 0,
  locked_until: null,
  is_active: 1 as const,
  oidc_subject: null,
  created_at: at,
  last_sign_in_at: null,
});

const log = (tx: Writing, at: string, what: { action: string; subject: string }): Promise<void> =>
  appendAudit(tx, { at, actor: null, organisationId: ROOT_ID, details: {}, ...what });
