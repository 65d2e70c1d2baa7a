/** What came of submitting. */
import * as z from "zod";
import { toldFindingSchema, type ToldFinding } from "../../../shared/api/findings.ts";
import { receiptSchema, type Receipt } from "../../../shared/api/submissions.ts";
import type { Bilingual } from "../../../shared/rule.ts";
import type { Reply } from "../../../addin/sync/reply.ts";

export type Outcome =
  | { readonly kind: "none" }
  /** `isRecalled`: it was sent before the page was loaded anew. */
  | { readonly kind: "sending"; readonly isRecalled: boolean }
  | { readonly kind: "received"; readonly receipt: Receipt }
  /** Nobody knows whether it arrived: the same is sent again, under the same key. */
  | { readonly kind: "uncertain" }
  | { readonly kind: "unchanged"; readonly told: Bilingual; readonly receipt: Receipt | null }
  | { readonly kind: "stopped"; readonly told: Bilingual; readonly findings: readonly ToldFinding[] }
  | { readonly kind: "conflict"; readonly name: string; readonly latestVersion: number }
  | { readonly kind: "refused"; readonly told: Bilingual };

const stopsSchema = z.object({ findings: z.array(toldFindingSchema) });
const sameSchema = z.object({ receipt: receiptSchema });

export function outcomeOf(reply: Reply<Receipt>): Outcome {
  if (reply.ok) return { kind: "received", receipt: reply.value };
  const { status, code, told, facts, details } = reply;
  switch (code) {
    case "unreachable":
    case "garbled":
      return { kind: "uncertain" };
    case "version-conflict":
      return { kind: "conflict", name: String(facts["name"] ?? ""), latestVersion: Number(facts["version"] ?? 0) };
    case "unchanged":
      return { kind: "unchanged", told, receipt: sameSchema.safeParse(details).data?.receipt ?? null };
    case "stops-submission":
      return { kind: "stopped", told, findings: stopsSchema.safeParse(details).data?.findings ?? [] };
    default:
      return status === 401 || status === 429 || status >= 500 ? { kind: "uncertain" } : { kind: "refused", told };
  }
}

/** The wish to submit ended with this; what is pressed next is another one. */
export const isSettled = ({ kind }: Outcome): boolean => kind !== "uncertain" && kind !== "sending";
