/** Whole workbooks handed to Excel. */
import type { Outcome } from "./port.ts";
import { done, refusalOf, type Session } from "./session.ts";
import { trouble } from "./troubles.ts";

/** As many arguments as every browser lets one call have. */
const BYTES_PER_CALL = 0x8000;

function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let start = 0; start < bytes.length; start += BYTES_PER_CALL)
    parts.push(String.fromCharCode(...bytes.subarray(start, start + BYTES_PER_CALL)));
  return btoa(parts.join(""));
}

export async function openWorkbook({ excel }: Session, bytes: Uint8Array): Promise<Outcome<null>> {
  try {
    await excel.createWorkbook(toBase64(bytes));
    return done(null);
  } catch (failure) {
    return refusalOf(failure);
  }
}

export async function insertSheets(session: Session, bytes: Uint8Array): Promise<Outcome<readonly string[]>> {
  if (!session.facts.insertsSheets) return trouble("not-supported");
  return session.run("asked", async (context) => {
    const ids = context.workbook.insertWorksheetsFromBase64(toBase64(bytes), { positionType: "End" });
    await context.sync();
    return done(ids.value);
  });
}
