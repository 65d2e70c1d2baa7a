/** Findings as they are told to people: with their sentence, so that no client needs the catalogue of rules. */
import type * as z from "zod";
import { findingSchema } from "../finding-schema.ts";
import { bilingualSchema } from "./values.ts";

export const toldFindingSchema = findingSchema.extend({
  message: bilingualSchema.describe(
    "một đến ba câu: ở đâu, sai gì, lệch bao nhiêu, sửa thế nào / where, what, how far off, what to do",
  ),
});
export type ToldFinding = Readonly<z.infer<typeof toldFindingSchema>>;
