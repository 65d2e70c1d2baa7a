/** A small workbook, made whole in memory, into whatever takes it. */
import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Workbook } from "exceljs";
import { addCustomProperties, type CustomProperties } from "./custom-properties.ts";

/** Ends `out`; its own error is thrown, even one that comes before the workbook is made. */
export async function sendWorkbook(
  out: Writable,
  make: (workbook: Workbook) => void,
  properties: CustomProperties = [],
): Promise<void> {
  const noteError = (): void => undefined;
  // An error that nobody listens to would end the process; it is thrown below.
  out.on("error", noteError);
  const { Workbook: NewWorkbook } = (await import("exceljs")).default;
  const workbook = new NewWorkbook();
  make(workbook);
  const made = Buffer.from(await workbook.xlsx.writeBuffer());
  const bytes = properties.length === 0 ? made : await addCustomProperties(made, properties);
  if (out.errored) throw out.errored;
  await pipeline(Readable.from([bytes]), out);
}
