/** The tables, as TypeScript sees them. The same on SQLite and PostgreSQL: ids and times are text, truth is 0 or 1, documents are JSON text. */
import type { Role } from "../../shared/api/organisations.ts";
import type { OrganisationKind } from "../../shared/organisation-kinds.ts";
import type { RoundEventKind, SubmissionAction } from "../../shared/api/rounds.ts";
import type { SubmissionState } from "../../shared/submission-states.ts";

type Flag = 0 | 1;

export interface OrganisationTable {
  id: string;
  parent_id: string | null;
  kind: OrganisationKind;
  name: string;
  successor_id: string | null;
  is_closed: Flag;
  created_at: string;
}

export interface PersonTable {
  id: string;
  organisation_id: string;
  name: string;
  /** Lower case. */
  email: string;
  role: Role;
  /** Null for people who only use single sign-on. */
  password_hash: string | null;
  must_change_password: Flag;
  failed_attempts: number;
  locked_until: string | null;
  is_active: Flag;
  /** Issuer and subject, once they have come by single sign-on. */
  oidc_subject: string | null;
  created_at: string;
  last_sign_in_at: string | null;
}

/** Tokens are kept as SHA-256 only. */
export interface SessionTable {
  id: string;
  person_id: string;
  access_hash: string;
  access_expires_at: string;
  refresh_hash: string;
  previous_refresh_hash: string | null;
  rotated_at: string;
  refresh_expires_at: string;
  created_at: string;
  ended_at: string | null;
  user_agent: string;
}

/** A single sign-on under way: begun with a state, finished with a one-time code. */
export interface OidcLoginTable {
  state: string;
  nonce: string;
  verifier: string;
  expires_at: string;
  code_hash: string | null;
  person_id: string | null;
}

export interface TicketTable {
  hash: string;
  session_id: string;
  path: string;
  expires_at: string;
  used_at: string | null;
}

export interface RoundTable {
  id: string;
  owner_id: string;
  name: string;
  state: "preparing" | "open" | "closed";
  deadline: string;
  /** RoundTerms without the expected organisations. */
  terms: string;
  created_at: string;
}

export interface RoundMemberTable {
  round_id: string;
  organisation_id: string;
  reopened_until: string | null;
}

/** Written in the order of its ids, which is the order of the commits. */
export interface RoundEventTable {
  id: number;
  round_id: string;
  organisation_id: string | null;
  what: RoundEventKind;
  version: number | null;
  at: string;
  by_id: string | null;
  by_name: string | null;
}

export interface SubmissionTable {
  round_id: string;
  organisation_id: string;
  state: SubmissionState;
  is_locked: Flag;
  /** {at, by: {id, name}, why} */
  unlock_request: string | null;
  latest_version: number;
  updated_at: string;
}

/** One for each person: nobody overwrites another's. */
export interface DraftTable {
  round_id: string;
  organisation_id: string;
  person_id: string;
  person_name: string;
  revision: number;
  saved_at: string;
  /** {sheets, explanations} */
  content: string;
}

export interface VersionTable {
  round_id: string;
  organisation_id: string;
  number: number;
  receipt: string;
  idempotency_key: string;
  /** Of the request, to tell a retry from another content under the same key. */
  request_sha256: string;
  /** Of the content. */
  sha256: string;
  at: string;
  by_id: string;
  by_name: string;
  signed_off_at: string | null;
  signed_off_by_id: string | null;
  signed_off_by_name: string | null;
  /** As its receipt says. */
  is_late: Flag;
  /** Where it was signed off, whether that was late. */
  signed_off_late: Flag | null;
  made_with: string | null;
  judged_with: string;
  line_items: number;
  errors: number;
  warnings: number;
  total_dong: number | null;
  /** {missingForms, sheetsOfOtherYears} */
  remarks: string;
  /** Of all its sheets, appendices or not. */
  sheet_names: string;
  file_id: string | null;
  /** {sheets, explanations} as sent. */
  content: string;
  /** {plan, appendices, findings, explanations} as judged then. */
  judged: string;
  /** Key of the line → its identity. */
  line_ids: string;
}

export interface LineCorrectionTable {
  round_id: string;
  organisation_id: string;
  version: number;
  key: string;
  line_id: string;
  at: string;
  by_id: string;
}

/** In the order of its ids. */
export interface StateChangeTable {
  id: number;
  round_id: string;
  organisation_id: string;
  version: number | null;
  action: SubmissionAction;
  from_state: SubmissionState;
  to_state: SubmissionState;
  why: string;
  at: string;
  by_id: string;
  by_name: string;
}

export interface CommentTable {
  id: string;
  /** The order in which they were given. */
  sequence: number;
  round_id: string;
  organisation_id: string;
  version: number;
  sheet: string;
  cell: string;
  text: string;
  at: string;
  by_id: string;
  by_name: string;
  resolved_at: string | null;
  resolved_by_id: string | null;
  resolved_by_name: string | null;
}

export interface FileTable {
  id: string;
  round_id: string;
  organisation_id: string;
  name: string;
  sha256: string;
  size: number;
  bytes: Uint8Array;
  at: string;
  by_id: string;
}

export interface ConsolidationTable {
  id: string;
  round_id: string;
  terms: string;
  /** Everything it was made from but the versions' own documents. */
  manifest: string;
  sha256: string;
  versions: number;
  line_items: number;
  at: string;
  by_id: string;
  by_name: string;
}

export interface EmailTable {
  id: string;
  to_address: string;
  subject: string;
  body: string;
  /** The same notice is written once. */
  notice: string;
  created_at: string;
  sent_at: string | null;
  attempts: number;
  next_attempt_at: string;
  last_error: string | null;
}

export interface CounterTable {
  name: string;
  value: number;
}

/** Append-only: the database itself refuses to change or delete a row. */
export interface AuditEntryTable {
  sequence: number;
  at: string;
  actor_id: string | null;
  actor: string;
  organisation_id: string | null;
  action: string;
  subject: string;
  details: string;
  previous_hash: string;
  hash: string;
}

export interface Tables {
  organisation: OrganisationTable;
  person: PersonTable;
  session: SessionTable;
  oidc_login: OidcLoginTable;
  ticket: TicketTable;
  round: RoundTable;
  round_member: RoundMemberTable;
  round_event: RoundEventTable;
  submission: SubmissionTable;
  draft: DraftTable;
  version: VersionTable;
  line_correction: LineCorrectionTable;
  state_change: StateChangeTable;
  comment: CommentTable;
  file: FileTable;
  consolidation: ConsolidationTable;
  email: EmailTable;
  counter: CounterTable;
  audit_entry: AuditEntryTable;
}

/** The key of each table; in an order in which no row comes before the one it names. */
export const TABLE_KEYS = {
  organisation: ["id"],
  person: ["id"],
  session: ["id"],
  oidc_login: ["state"],
  ticket: ["hash"],
  round: ["id"],
  round_member: ["round_id", "organisation_id"],
  round_event: ["id"],
  submission: ["round_id", "organisation_id"],
  draft: ["round_id", "organisation_id", "person_id"],
  file: ["id"],
  version: ["round_id", "organisation_id", "number"],
  line_correction: ["round_id", "organisation_id", "version", "key"],
  state_change: ["id"],
  comment: ["id"],
  consolidation: ["id"],
  email: ["id"],
  counter: ["name"],
  audit_entry: ["sequence"],
} as const satisfies { readonly [Name in keyof Tables]: readonly (keyof Tables[Name])[] };
