/** Two people changed one version: what only one of them changed, what both did alike, and what needs a decision. */
import * as z from "zod";
import type { ComparedVersion } from "./compare-versions.ts";
import {
  fieldNames,
  fieldValueSchema,
  fieldsOf,
  indexFields,
  isSameValue,
  linesById,
  placeOf,
  type Field,
  type Fields,
  type FieldValue,
} from "./line-fields.ts";
import { lineItemsOf, type LineItem } from "./line-items.ts";
import { sectionText } from "./sections.ts";

const threeFieldsSchema = z.object({
  /** As in a comparison of two; "section" for where the line stands, "line" for whether it is there ("present" or null). */
  field: z.string(),
  header: z.string(),
  isDong: z.boolean(),
  base: fieldValueSchema,
  mine: fieldValueSchema,
  theirs: fieldValueSchema,
  /** Who changed it; "both" alike, or both and differently. */
  by: z.enum(["mine", "theirs", "both", "conflict"]),
});
type ThreeFields = Readonly<z.infer<typeof threeFieldsSchema>>;

const keysSchema = z.object({
  base: z.string().nullable(),
  mine: z.string().nullable(),
  theirs: z.string().nullable(),
});

export const threeWayChangesSchema = z.object({
  /** Only lines that somebody changed. */
  lines: z
    .array(
      z.object({
        lineId: z.string(),
        name: z.string(),
        keys: keysSchema,
        fields: z.array(threeFieldsSchema).readonly(),
      }),
    )
    .readonly(),
  unchanged: z.int(),
  /** How many lines have a field that both changed differently. */
  conflicts: z.int(),
});
export type ThreeWayChanges = Readonly<z.infer<typeof threeWayChangesSchema>>;

/** One thing in the base and in what each made of it. */
interface Three<T> {
  readonly base: T | undefined;
  readonly mine: T | undefined;
  readonly theirs: T | undefined;
}

/** Line by line and field by field, by the lines' identity in all three. */
export function compareThreeWays(
  base: ComparedVersion,
  mine: ComparedVersion,
  theirs: ComparedVersion,
): ThreeWayChanges {
  const [inBase, inMine, inTheirs] = [base, mine, theirs].map(({ appendices, lineIds }) =>
    linesById(lineItemsOf(appendices), lineIds),
  );
  const ids = new Set([inBase, inMine, inTheirs].flatMap((lines) => [...(lines?.keys() ?? [])]));
  const compared = [...ids].map((lineId) => {
    const lines = { base: inBase?.get(lineId), mine: inMine?.get(lineId), theirs: inTheirs?.get(lineId) };
    return {
      lineId,
      name: (lines.mine ?? lines.theirs ?? lines.base)?.name ?? "",
      keys: { base: lines.base?.key ?? null, mine: lines.mine?.key ?? null, theirs: lines.theirs?.key ?? null },
      fields: [...compareLine(lines)],
    };
  });
  const lines = compared.filter(({ fields }) => fields.length > 0);
  return {
    lines,
    unchanged: compared.length - lines.length,
    conflicts: lines.filter(({ fields }) => fields.some(({ by }) => by === "conflict")).length,
  };
}

function compareLine(lines: Three<LineItem>): readonly ThreeFields[] {
  const { base, mine, theirs } = lines;
  if (mine && theirs) {
    const fields = compareFields({ base: allFields(base), mine: allFields(mine), theirs: allFields(theirs) });
    // What both put in alike needs no word more than that both put it in.
    return base ? fields : [presence(lines, "both"), ...fields.filter(({ by }) => by !== "both")];
  }
  const kept = mine ?? theirs;
  if (!base || !kept) return [presence(lines, base ? "both" : mine ? "mine" : "theirs")];
  const isKeptAsWas =
    compareFields({ base: allFields(base), mine: allFields(kept), theirs: allFields(base) }).length === 0;
  return [presence(lines, isKeptAsWas ? (mine ? "theirs" : "mine") : "conflict")];
}

/** Sections are compared by their names: their numbers change when another is put in before them. */
function allFields(line: LineItem | undefined): Fields {
  if (!line) return new Map();
  const section: Field = { field: "section", header: placeOf(line), isDong: false, value: sectionText(line.sections) };
  return indexFields([section, ...fieldsOf(line).values()]);
}

const isSame = (a: Field | undefined, b: Field | undefined): boolean =>
  a?.field === "section" && b ? a.header === b.header : isSameValue(a, b);

function compareFields({
  base,
  mine,
  theirs,
}: Readonly<Record<"base" | "mine" | "theirs", Fields>>): readonly ThreeFields[] {
  return fieldNames(base, mine, theirs).flatMap((field): ThreeFields[] => {
    const fields = { base: base.get(field), mine: mine.get(field), theirs: theirs.get(field) };
    const by = whoChanged(fields);
    const shown = fields.mine ?? fields.theirs ?? fields.base;
    if (!by || !shown) return [];
    const header = field === "section" ? "" : shown.header;
    return [{ field, header, isDong: shown.isDong, ...valuesOf(fields), by }];
  });
}

function whoChanged({ base, mine, theirs }: Three<Field>): ThreeFields["by"] | null {
  const [byMe, byThem] = [!isSame(base, mine), !isSame(base, theirs)];
  if (byMe && byThem) return isSame(mine, theirs) ? "both" : "conflict";
  return byMe ? "mine" : byThem ? "theirs" : null;
}

const valuesOf = ({ base, mine, theirs }: Three<Field>): Readonly<Record<"base" | "mine" | "theirs", FieldValue>> => ({
  base: base?.value ?? null,
  mine: mine?.value ?? null,
  theirs: theirs?.value ?? null,
});

const presence = ({ base, mine, theirs }: Three<LineItem>, by: ThreeFields["by"]): ThreeFields => ({
  field: "line",
  header: "",
  isDong: false,
  base: base ? "present" : null,
  mine: mine ? "present" : null,
  theirs: theirs ? "present" : null,
  by,
});
