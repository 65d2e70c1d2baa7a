/** Two versions laid side by side: line by line, and all that is printed around the lines. Plain JSON, for it goes over the wire. */
import * as z from "zod";
import { FORM_IDS, type Appendix, type Plan } from "./appendix.ts";
import { fieldNames, fieldValueSchema, fieldsOf, isSameValue, linesById, placeOf, type Fields } from "./line-fields.ts";
import { lineItemsOf, totalsByColumn, type LineItem } from "./line-items.ts";
import { findAddedAppendices, planFields, printedRows } from "./printed-rows.ts";
import { sectionText } from "./sections.ts";

export { compareThreeWays, threeWayChangesSchema, type ThreeWayChanges } from "./compare-three-ways.ts";

/** A version, with the identity of each line item by its key (see line-identity.ts). */
export interface ComparedVersion {
  readonly plan: Plan | null;
  readonly appendices: readonly Appendix[];
  readonly lineIds: ReadonlyMap<string, string>;
}

export const fieldChangeSchema = z.object({
  field: z.string(),
  header: z.string(),
  isDong: z.boolean(),
  before: fieldValueSchema,
  now: fieldValueSchema,
  /** Of two figures in the same measure: now − before. */
  difference: z.number().nullable(),
});
export type FieldChange = Readonly<z.infer<typeof fieldChangeSchema>>;

export const comparedLineSchema = z.object({
  lineId: z.string(),
  key: z.string(),
  sections: z.string(),
  number: z.string(),
  name: z.string(),
  leadAgency: z.string(),
  period: z.string(),
  amountDong: z.number().nullable(),
});

const appendixPlaceSchema = z.object({ form: z.enum(FORM_IDS), sheet: z.string() });

export const versionChangesSchema = z.object({
  added: z.array(comparedLineSchema).readonly(),
  removed: z.array(comparedLineSchema).readonly(),
  /** `line` as it is now. */
  changed: z
    .array(z.object({ line: comparedLineSchema, keyBefore: z.string(), fields: z.array(fieldChangeSchema).readonly() }))
    .readonly(),
  /** To another section or sheet; such a line may have changed too. */
  moved: z.array(z.object({ line: comparedLineSchema, keyBefore: z.string(), sectionsBefore: z.string() })).readonly(),
  /** Neither changed nor moved. */
  unchanged: z.int(),
  /** By column of a consolidation; null where a version has no such column. */
  totals: z
    .array(
      z.object({
        column: z.string(),
        beforeDong: z.number().nullable(),
        nowDong: z.number().nullable(),
        differenceDong: z.number().nullable(),
      }),
    )
    .readonly(),
  plan: z.array(fieldChangeSchema).readonly(),
  /** Figures that sections and totals print. */
  printed: z
    .array(
      z.object({
        sheet: z.string(),
        kind: z.enum(["section", "subtotal", "grandTotal"]),
        name: z.string(),
        fields: z.array(fieldChangeSchema).readonly(),
      }),
    )
    .readonly(),
  appendicesAdded: z.array(appendixPlaceSchema).readonly(),
  appendicesRemoved: z.array(appendixPlaceSchema).readonly(),
});
export type VersionChanges = Readonly<z.infer<typeof versionChangesSchema>>;

/** What changed from one version to another; of a version and itself, nothing. */
export function compareVersions(before: ComparedVersion, now: ComparedVersion): VersionChanges {
  const linesBefore = linesById(lineItemsOf(before.appendices), before.lineIds);
  const linesNow = linesById(lineItemsOf(now.appendices), now.lineIds);
  return {
    ...compareLines(linesBefore, linesNow),
    totals: compareTotals(totalsByColumn(before.appendices), totalsByColumn(now.appendices)),
    plan: compareFields(planFields(before.plan), planFields(now.plan)),
    printed: comparePrinted(before.appendices, now.appendices),
    appendicesAdded: findAddedAppendices(before.appendices, now.appendices),
    appendicesRemoved: findAddedAppendices(now.appendices, before.appendices),
  };
}

type Lines = ReadonlyMap<string, LineItem>;

function compareLines(
  before: Lines,
  now: Lines,
): Pick<VersionChanges, "added" | "removed" | "changed" | "moved" | "unchanged"> {
  const both = [...now].flatMap(([lineId, line]) => {
    const old = before.get(lineId);
    return old ? [{ lineId, old, line, fields: compareFields(fieldsOf(old), fieldsOf(line)) }] : [];
  });
  const isMoved = moveFinder(before, now);
  const changed = both.filter(({ fields }) => fields.length > 0);
  const moved = both.filter(({ old, line }) => isMoved(old, line));
  return {
    added: [...now].filter(([lineId]) => !before.has(lineId)).map(([lineId, line]) => showLine(lineId, line)),
    removed: [...before].filter(([lineId]) => !now.has(lineId)).map(([lineId, line]) => showLine(lineId, line)),
    changed: changed.map(({ lineId, old, line, fields }) => ({
      line: showLine(lineId, line),
      keyBefore: old.key,
      fields: [...fields],
    })),
    moved: moved.map(({ lineId, old, line }) => ({
      line: showLine(lineId, line),
      keyBefore: old.key,
      sectionsBefore: sectionText(old.sections),
    })),
    unchanged: both.length - new Set([...changed, ...moved]).size,
  };
}

/** A section or sheet that only has another name has moved nothing: neither name stands in both versions. */
function moveFinder(before: Lines, now: Lines): (old: LineItem, line: LineItem) => boolean {
  const placesOf = (lines: Lines): ReadonlySet<string> => new Set([...lines.values()].map(placeOf));
  const [placesBefore, placesNow] = [placesOf(before), placesOf(now)];
  return (old, line) => {
    const [from, to] = [placeOf(old), placeOf(line)];
    return from !== to && (placesNow.has(from) || placesBefore.has(to));
  };
}

const showLine = (lineId: string, line: LineItem): VersionChanges["added"][number] => ({
  lineId,
  key: line.key,
  sections: sectionText(line.sections),
  number: line.number,
  name: line.name,
  leadAgency: line.leadAgency,
  period: line.periodText,
  amountDong: line.amountDong,
});

function compareFields(before: Fields, now: Fields): readonly FieldChange[] {
  return fieldNames(before, now).flatMap((field): FieldChange[] => {
    const [old, next] = [before.get(field), now.get(field)];
    if (isSameValue(old, next)) return [];
    const [from, to] = [old?.value ?? null, next?.value ?? null];
    const isComparable = typeof from === "number" && typeof to === "number" && old?.isDong === next?.isDong;
    return [
      {
        field,
        header: next?.header ?? old?.header ?? "",
        isDong: next?.isDong ?? old?.isDong ?? false,
        before: from,
        now: to,
        difference: isComparable ? to - from : null,
      },
    ];
  });
}

type Totals = ReadonlyMap<string, number | null>;

const compareTotals = (before: Totals, now: Totals): VersionChanges["totals"] =>
  [...new Set([...before.keys(), ...now.keys()])].map((column) => {
    const beforeDong = before.get(column) ?? null;
    const nowDong = now.get(column) ?? null;
    const differenceDong = beforeDong === null || nowDong === null ? null : nowDong - beforeDong;
    return { column, beforeDong, nowDong, differenceDong };
  });

function comparePrinted(before: readonly Appendix[], now: readonly Appendix[]): VersionChanges["printed"] {
  const [old, next] = [printedRows(before), printedRows(now)];
  return [...new Set([...old.keys(), ...next.keys()])].flatMap((key) => {
    const row = next.get(key) ?? old.get(key);
    const fields = compareFields(old.get(key)?.fields ?? new Map(), next.get(key)?.fields ?? new Map());
    return row && fields.length > 0 ? [{ sheet: row.sheet, kind: row.kind, name: row.name, fields: [...fields] }] : [];
  });
}
