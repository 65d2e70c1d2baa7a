/** What is found: facts about cells, and what would mend them. Words are added where a finding is read. */
import type * as z from "zod";
import type * as schemas from "./finding-schema.ts";

export const SEVERITIES = ["error", "warning", "ask", "info"] as const;
/** error stops a submission; warning goes along; ask: the machine can't know; info: could be better. */
export type Severity = (typeof SEVERITIES)[number];

export type Fact = z.infer<typeof schemas.factSchema>;
export type Facts = Readonly<Record<string, Fact>>;
export type Edit = Readonly<z.infer<typeof schemas.editSchema>>;
export type Fix = Readonly<z.infer<typeof schemas.fixSchema>>;
export type Finding = Readonly<z.infer<typeof schemas.findingSchema>>;
