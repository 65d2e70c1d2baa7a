/** Trouble with what was sent, told at the fields that it is about. */
import * as z from "zod";
import type { Trouble } from "../../../addin/sync/reply.ts";
import type { Bilingual } from "../../../shared/rule.ts";

const detailsSchema = z.array(z.object({ where: z.string(), vi: z.string(), en: z.string() }));

/** "body.expectedIds.3" → "expectedIds". */
const fieldOf = (where: string): string => where.split(".")[1] ?? "";

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

/**
 * Field → what is wrong with it.
 * @param other where all is told that the service says of the request as a whole
 */
export function faultsByField(trouble: Trouble, other: string): Readonly<Record<string, Bilingual>> {
  const details = trouble.code === "malformed-request" ? detailsSchema.safeParse(trouble.details) : null;
  const told = details?.success ? details.data : [];
  if (told.length === 0) return { [other]: trouble.told };
  return Object.fromEntries(
    [...told].reverse().map(({ where, vi, en }) => [fieldOf(where), { vi: sentence(vi), en: sentence(en) }]),
  );
}
