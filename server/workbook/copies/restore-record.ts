/**
 * What is needed to take all of ours out of an annotated copy again, to the byte. It travels as a property of our own sheet,
 * which Excel keeps when it saves the file; then the parts are no longer those we wrote, and ours is taken out by its marks.
 */
import * as z from "zod";
import type { PartChange } from "./package-copy.ts";

const recordSchema = z.object({
  phuluc: z.literal(1),
  changes: z.array(
    z.object({
      part: z.string(),
      undo: z.array(z.object({ at: z.int().min(0), remove: z.int().min(0), insert: z.string() })),
      before: z.string(),
      after: z.string(),
    }),
  ),
  added: z.array(z.string()),
});
export type RestoreRecord = Readonly<z.infer<typeof recordSchema>>;

/** Excel takes such a property for a text in UTF-16. */
export const writeRecord = (changes: readonly PartChange[], added: readonly string[]): Buffer =>
  Buffer.from(JSON.stringify({ phuluc: 1, changes, added }), "utf16le");

/** Null for what is no record of ours. */
export function readRecord(content: Buffer): RestoreRecord | null {
  try {
    const parsed = recordSchema.safeParse(JSON.parse(content.toString("utf16le")));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
