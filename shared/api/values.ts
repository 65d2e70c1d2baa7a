/** The small values the contract is made of. */
import * as z from "zod";
import { parseCellName } from "../grid.ts";

/** Ids are made by the service: opaque, safe in an address. */
export const idSchema = z.string().regex(/^[a-z0-9-]{1,60}$/);
/** A moment in UTC, ISO 8601. */
export const timeSchema = z.iso.datetime();
/** PostgreSQL keeps no NUL. */
export const textSchema = (longest: number): z.ZodString =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .regex(/^[^\0]*$/);
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);
export const yearSchema = z.int().min(1990).max(2100);
/** From the address a number comes as text. */
export const wholeFromText = (smallest: number): z.ZodType<number> =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.int().min(smallest));
/** "B12"; the last cell of a sheet is XFD1048576. */
export const cellSchema = z
  .string()
  .regex(/^[A-Z]{1,3}[1-9]\d{0,6}$/)
  .refine((cell) => {
    const { row = 0, column = 0 } = parseCellName(cell) ?? {};
    return row <= 1_048_576 && column <= 16_383;
  });
export const emailSchema = z.email().max(200);
/** Checked for strength where it is set; here only bounded. */
export const passwordSchema = z.string().min(1).max(200);
export const bilingualSchema = z.object({ vi: z.string(), en: z.string() });

/** Who did something, as it is shown. */
export const actorSchema = z.object({ id: idSchema, name: z.string() });
