/** What the service's answer to a submission means for the entry in the outbox. */
import * as z from "zod";
import { toldFindingSchema, type ToldFinding } from "../../shared/api/findings.ts";
import type { Receipt } from "../../shared/api/submissions.ts";
import { threeWayChangesSchema } from "../../shared/compare-versions.ts";
import type { Bilingual } from "../../shared/rule.ts";
import type { Reply, Trouble } from "./reply.ts";
import type { Conflict } from "./state.ts";

export type SubmitAnswer =
  | { readonly kind: "received"; readonly receipt: Receipt }
  /** Nobody knows whether it arrived, or the service could not look at it: the same is sent again, under the same key. */
  | { readonly kind: "again" }
  /** It waits for the person to sign in. */
  | { readonly kind: "sign-in" }
  | { readonly kind: "refused"; readonly problem: Bilingual; readonly findings: readonly ToldFinding[] }
  | { readonly kind: "conflict"; readonly conflict: Conflict };

const stopsSchema = z.object({ findings: z.array(toldFindingSchema) });
const conflictSchema = z.object({ latestVersion: z.int(), threeWays: threeWayChangesSchema.nullable() });

export const readSubmitAnswer = (reply: Reply<Receipt>): SubmitAnswer =>
  reply.ok ? { kind: "received", receipt: reply.value } : readTrouble(reply);

function readTrouble(trouble: Trouble): SubmitAnswer {
  const { status, code, told, details } = trouble;
  switch (code) {
    case "unreachable":
    case "garbled":
      return { kind: "again" };
    // Right as soon as the account is: it must not cost the officer what was prepared.
    case "password-change-required":
    case "account-closed":
      return { kind: "sign-in" };
    case "version-conflict":
      return { kind: "conflict", conflict: readConflict(trouble) };
    default:
  }
  if (status === 401) return { kind: "sign-in" };
  if (status === 429 || status >= 500) return { kind: "again" };
  const stops = stopsSchema.safeParse(details);
  return { kind: "refused", problem: told, findings: stops.success ? stops.data.findings : [] };
}

function readConflict({ told, facts, details }: Trouble): Conflict {
  const read = conflictSchema.safeParse(details);
  if (read.success) return { told, ...read.data };
  return { told, latestVersion: Number(facts["version"] ?? 0), threeWays: null };
}
