/** The small values the contract is made of. Formats bear names, by which issues.ts says what is wrong with one. */
import * as z from "zod";
import { parseCellName } from "../grid.ts";

/** Ids are made by the service: opaque, safe in an address. */
export const idSchema = z.stringFormat("id", /^[a-z0-9-]{1,60}$/);

/** Times are compared as text, so every one is written alike. A year that UTC would write with a sign stays as it came. */
function toUtc(time: string): string {
  const ms = Date.parse(time);
  const utc = Number.isNaN(ms) ? time : new Date(ms).toISOString();
  return /^\d{4}-/.test(utc) ? utc : time;
}

/** A moment, ISO 8601: with any offset when it comes, in UTC from then on. */
export const timeSchema = z.iso.datetime({ offset: true }).overwrite(toUtc);
export const textSchema = (longest: number): z.ZodString => z.string().trim().min(1).max(longest);
/** They turn the direction of what stands beside a name; no name has need of them. */
const TURNS_DIRECTION = /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
/** Of an organisation, a person, a round. */
export const nameSchema = (longest: number): z.ZodString =>
  z
    .string()
    .overwrite((name) => name.replace(TURNS_DIRECTION, ""))
    .trim()
    .min(1)
    .max(longest);
const LONGEST_WHY = 2000;
/** The reason for what somebody does to another's work. */
export const whySchema = textSchema(LONGEST_WHY);
/** Where no reason has to be given. */
export const optionalWhySchema = z.string().trim().max(LONGEST_WHY);
export const sha256Schema = z.stringFormat("sha256", /^[0-9a-f]{64}$/);
export const yearSchema = z.int().min(1990).max(2100);
/** From the address a number comes as text. */
export const wholeFromText = (smallest: number): z.ZodType<number> =>
  z
    .stringFormat("whole", /^\d{1,9}$/)
    .transform(Number)
    .pipe(z.int().min(smallest));
const isCell = (text: string): boolean => {
  const { row = 0, column = 0 } = /^[A-Z]{1,3}[1-9]\d{0,6}$/.test(text) ? (parseCellName(text) ?? {}) : {};
  return row >= 1 && row <= 1_048_576 && column <= 16_383;
};
/** "B12"; the last cell of a sheet is XFD1048576. */
export const cellSchema = z.stringFormat("cell", isCell);
export const emailSchema = z.email().max(200);
/** Checked for strength where it is set; here only bounded. */
export const passwordSchema = z.string().min(1).max(200);
export const bilingualSchema = z.object({ vi: z.string(), en: z.string() });

/** Who did something, as it is shown. */
export const actorSchema = z.object({ id: idSchema, name: z.string() });
