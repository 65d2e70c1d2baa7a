/**
 * What survives a reload of the page, in this window only: the file that was judged, what was typed, and a submission whose
 * answer is not known. That one is asked about again under its own key, so that nothing is submitted twice.
 */
import * as z from "zod";
import type { SubmissionBody } from "../../../shared/api/submissions.ts";
import { explanationSchema } from "../../../shared/submission.ts";
import type { Typed } from "./explaining.ts";
import { sentFileSchema, type SentFile } from "./sent-file.ts";

const intentSchema = z.object({
  idempotencyKey: z.string(),
  replaces: z.int(),
  readFromFileId: z.string(),
  attachedFileId: z.string(),
  explanations: z.array(explanationSchema),
  madeWith: z.null(),
});
/** One wish to submit: sent again it is the very same, to the letter. */
export type Intent = Readonly<z.infer<typeof intentSchema>> & SubmissionBody;

const SCHEMAS = {
  file: sentFileSchema,
  typed: z.record(z.string(), z.string()),
  intent: intentSchema,
} as const;

interface Values {
  readonly file: SentFile;
  readonly typed: Typed;
  readonly intent: Intent;
}

/** Of one person, for one organisation in one round. */
export class Kept {
  readonly #name: string;

  constructor(personId: string, { roundId, organisationId }: { roundId: string; organisationId: string }) {
    this.#name = `phuluc.upload ${personId} ${roundId} ${organisationId}`;
  }

  read<Name extends keyof Values>(name: Name): Values[Name] | null {
    try {
      const kept: unknown = JSON.parse(sessionStorage.getItem(`${this.#name} ${name}`) ?? "null");
      return SCHEMAS[name].parse(kept) as unknown as Values[Name];
    } catch {
      return null;
    }
  }

  /** Null takes it away. */
  write<Name extends keyof Values>(name: Name, value: Values[Name] | null): void {
    try {
      if (value === null) sessionStorage.removeItem(`${this.#name} ${name}`);
      else sessionStorage.setItem(`${this.#name} ${name}`, JSON.stringify(value));
    } catch {
      // Full or forbidden: then a reload begins anew, and the service still takes nothing twice from this page.
    }
  }
}
