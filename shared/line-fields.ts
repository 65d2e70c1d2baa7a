/** What a line item says, field by field, so that two or three versions of it can be laid side by side. */
import * as z from "zod";
import type { LineItem } from "./line-items.ts";
import { foldWords, tidy } from "./text.ts";

export const fieldValueSchema = z.union([z.string(), z.number(), z.null()]);
export type FieldValue = z.infer<typeof fieldValueSchema>;

/** "name", "leadAgency", "period", another text column's id, or "figure " and what its column holds. */
export interface Field {
  readonly field: string;
  /** The column's header as printed; "" for texts, whose field says what they are. */
  readonly header: string;
  readonly isDong: boolean;
  readonly value: FieldValue;
}

export type Fields = ReadonlyMap<string, Field>;

/** Spaces, line breaks and the way letters are composed are no change. */
const textValue = (text: string): FieldValue => (text === "" ? null : tidy(text.normalize("NFC")));

const textField = (field: string, text: string): Field => ({
  field,
  header: "",
  isDong: false,
  value: textValue(text),
});

export const indexFields = (fields: readonly Field[]): Fields => new Map(fields.map((field) => [field.field, field]));

export const figureFields = (figures: LineItem["figures"]): readonly Field[] =>
  figures.map(({ column, header, isDong, value }) => ({ field: `figure ${column}`, header, isDong, value }));

/** A number in front of the name is left out: it changes for all lines when one is put in. */
export const fieldsOf = (line: LineItem): Fields =>
  indexFields([
    textField("name", line.name),
    textField("leadAgency", line.leadAgency),
    textField("period", line.periodText),
    ...Object.entries(line.texts).map(([column, text]) => textField(column, text)),
    ...figureFields(line.figures),
  ]);

/** The same for the same value in the same measure; a blank is one, whatever column it stands in or is missing from. */
export const isSameValue = (a: Field | undefined, b: Field | undefined): boolean =>
  (a?.value ?? null) === (b?.value ?? null) && (a?.isDong === b?.isDong || (a?.value ?? null) === null);

/** The fields of several versions, each once, in the order they first come. */
export const fieldNames = (...versions: readonly Fields[]): readonly string[] => [
  ...new Set(versions.flatMap((fields) => [...fields.keys()])),
];

/** Where a line stands, whatever the numbers of its sections are by now. */
export const placeOf = ({ sheet, sections }: Pick<LineItem, "sheet" | "sections">): string =>
  [sheet, ...sections.map(({ name }) => name)].map(foldWords).join("\n");

/** Line items by their identity; one that has none, or another's, is known by its key. */
export function linesById(
  lines: readonly LineItem[],
  lineIds: ReadonlyMap<string, string>,
): ReadonlyMap<string, LineItem> {
  const byId = new Map<string, LineItem>();
  for (const line of lines) {
    const lineId = lineIds.get(line.key) ?? line.key;
    byId.set(byId.has(lineId) ? line.key : lineId, line);
  }
  return byId;
}
