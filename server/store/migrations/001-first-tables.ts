/** Organisations, people, rounds, submissions, and the audit log. */
import { sql } from "kysely";
import type { DatabaseKind, Writing } from "../database.ts";
import type { Migration } from "./index.ts";

const TABLES = `
create table organisation (
  id text not null,
  parent_id text references organisation (id) deferrable initially deferred,
  kind text not null,
  name text not null,
  successor_id text references organisation (id) deferrable initially deferred,
  is_closed integer not null,
  created_at text not null,
  primary key (id)
);
create index organisation_by_parent on organisation (parent_id);

create table person (
  id text not null,
  organisation_id text not null references organisation (id),
  name text not null,
  email text not null,
  role text not null,
  password_hash text,
  must_change_password integer not null,
  failed_attempts integer not null,
  locked_until text,
  is_active integer not null,
  oidc_subject text,
  created_at text not null,
  last_sign_in_at text,
  primary key (id),
  unique (email),
  unique (oidc_subject)
);
create index person_by_organisation on person (organisation_id);

create table session (
  id text not null,
  person_id text not null references person (id),
  access_hash text not null,
  access_expires_at text not null,
  refresh_hash text not null,
  previous_refresh_hash text,
  rotated_at text not null,
  refresh_expires_at text not null,
  created_at text not null,
  ended_at text,
  user_agent text not null,
  primary key (id),
  unique (access_hash),
  unique (refresh_hash)
);
create index session_by_person on session (person_id);
create index session_by_previous_refresh_hash on session (previous_refresh_hash);

create table oidc_login (
  state text not null,
  nonce text not null,
  verifier text not null,
  expires_at text not null,
  code_hash text,
  person_id text references person (id),
  primary key (state),
  unique (code_hash)
);

create table ticket (
  hash text not null,
  session_id text not null references session (id),
  path text not null,
  expires_at text not null,
  used_at text,
  primary key (hash)
);

create table round (
  id text not null,
  owner_id text not null references organisation (id),
  name text not null,
  state text not null,
  deadline text not null,
  terms text not null,
  created_at text not null,
  primary key (id)
);
create index round_by_owner on round (owner_id);

create table round_member (
  round_id text not null references round (id),
  organisation_id text not null references organisation (id),
  reopened_until text,
  primary key (round_id, organisation_id)
);
create index round_member_by_organisation on round_member (organisation_id);

create table round_event (
  id bigint not null,
  round_id text not null references round (id),
  organisation_id text,
  what text not null,
  version integer,
  at text not null,
  by_id text,
  by_name text,
  primary key (id)
);
create index round_event_by_round_id on round_event (round_id, id);

create table submission (
  round_id text not null references round (id),
  organisation_id text not null references organisation (id),
  state text not null,
  is_locked integer not null,
  unlock_request text,
  latest_version integer not null,
  updated_at text not null,
  primary key (round_id, organisation_id)
);

create table draft (
  round_id text not null references round (id),
  organisation_id text not null references organisation (id),
  person_id text not null references person (id),
  person_name text not null,
  revision integer not null,
  saved_at text not null,
  content text not null,
  primary key (round_id, organisation_id, person_id)
);

create table file (
  id text not null,
  round_id text not null references round (id),
  organisation_id text not null references organisation (id),
  name text not null,
  sha256 text not null,
  size integer not null,
  bytes BYTES not null,
  at text not null,
  by_id text not null,
  primary key (id)
);

create table version (
  round_id text not null references round (id),
  organisation_id text not null references organisation (id),
  number integer not null,
  receipt text not null,
  idempotency_key text not null,
  request_sha256 text not null,
  sha256 text not null,
  at text not null,
  by_id text not null,
  by_name text not null,
  signed_off_at text,
  signed_off_by_id text,
  signed_off_by_name text,
  is_late integer not null,
  signed_off_late integer,
  made_with text,
  judged_with text not null,
  line_items integer not null,
  errors integer not null,
  warnings integer not null,
  total_dong bigint,
  remarks text not null,
  sheet_names text not null,
  file_id text references file (id),
  content text not null,
  judged text not null,
  line_ids text not null,
  primary key (round_id, organisation_id, number),
  unique (receipt),
  unique (round_id, organisation_id, idempotency_key)
);

create table line_correction (
  round_id text not null references round (id),
  organisation_id text not null references organisation (id),
  version integer not null,
  key text not null,
  line_id text not null,
  at text not null,
  by_id text not null,
  primary key (round_id, organisation_id, version, key)
);

create table state_change (
  id bigint not null,
  round_id text not null references round (id),
  organisation_id text not null references organisation (id),
  version integer,
  action text not null,
  from_state text not null,
  to_state text not null,
  why text not null,
  at text not null,
  by_id text not null,
  by_name text not null,
  primary key (id)
);
create index state_change_by_round_organisation_id on state_change (round_id, organisation_id, id);

create table comment (
  id text not null,
  sequence bigint not null,
  round_id text not null references round (id),
  organisation_id text not null references organisation (id),
  version integer not null,
  sheet text not null,
  cell text not null,
  text text not null,
  at text not null,
  by_id text not null,
  by_name text not null,
  resolved_at text,
  resolved_by_id text,
  resolved_by_name text,
  primary key (id),
  unique (sequence)
);
create index comment_by_round_organisation_sequence on comment (round_id, organisation_id, sequence);

create table consolidation (
  id text not null,
  round_id text not null references round (id),
  terms text not null,
  manifest text not null,
  sha256 text not null,
  versions integer not null,
  line_items integer not null,
  at text not null,
  by_id text not null,
  by_name text not null,
  primary key (id)
);
create index consolidation_by_round_at on consolidation (round_id, at);

create table email (
  id text not null,
  to_address text not null,
  subject text not null,
  body text not null,
  notice text not null,
  created_at text not null,
  sent_at text,
  attempts integer not null,
  next_attempt_at text not null,
  last_error text,
  primary key (id),
  unique (notice)
);
create index email_by_sent_next_attempt on email (sent_at, next_attempt_at);

create table counter (
  name text not null,
  value bigint not null,
  primary key (name)
);

create table audit_entry (
  sequence bigint not null,
  at text not null,
  actor_id text,
  actor text not null,
  organisation_id text,
  action text not null,
  subject text not null,
  details text not null,
  previous_hash text not null,
  hash text not null,
  primary key (sequence),
  unique (previous_hash),
  unique (hash)
)`;

const REFUSAL = "audit entries are never changed";

/** Neither a fault of ours nor a hand at the database changes the log unnoticed. */
async function keepAuditAppendOnly(tx: Writing, kind: DatabaseKind): Promise<void> {
  if (kind === "sqlite") {
    for (const change of ["update", "delete"]) {
      await sql
        .raw(
          `create trigger audit_entry_no_${change} before ${change} on audit_entry begin select raise(abort, '${REFUSAL}'); end`,
        )
        .execute(tx);
    }
    return;
  }
  await sql
    .raw(
      `create or replace function refuse_audit_change() returns trigger language plpgsql as $$ begin raise exception '${REFUSAL}'; end $$`,
    )
    .execute(tx);
  await sql
    .raw(
      "create trigger audit_entry_no_change before update or delete or truncate on audit_entry for each statement execute function refuse_audit_change()",
    )
    .execute(tx);
}

export const firstTables: Migration = {
  name: "001-first-tables",
  up: async (tx, kind) => {
    const statements = TABLES.replace("BYTES", kind === "postgres" ? "bytea" : "blob").split(";");
    for (const statement of statements) await sql.raw(statement).execute(tx);
    await keepAuditAppendOnly(tx, kind);
  },
};
