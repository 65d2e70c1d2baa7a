/** A small workbook, made whole in memory, into whatever takes it. */
import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Workbook } from "exceljs";
import { customPropertiesPart, type CustomProperties } from "./custom-properties.ts";
import { withDefaultFont } from "./default-font.ts";
import { rewritePackage, type Changes } from "./rewrite-package.ts";

export interface FileFacts {
  /** ISO time, said as the file's own; else that of its making. */
  readonly asOf?: string;
  readonly properties?: CustomProperties;
}

/** Ends `out`; its own error is thrown, even one that comes before the workbook is made. */
export async function sendWorkbook(
  out: Writable,
  make: (workbook: Workbook) => void,
  { asOf, properties = [] }: FileFacts = {},
): Promise<void> {
  const noteError = (): void => undefined;
  // An error that nobody listens to would end the process; it is thrown below.
  out.on("error", noteError);
  const { Workbook: NewWorkbook } = (await import("exceljs")).default;
  const workbook = new NewWorkbook();
  workbook.creator = "Phụ Lục";
  if (asOf !== undefined) workbook.created = workbook.modified = new Date(asOf);
  make(workbook);
  const made = Buffer.from(await workbook.xlsx.writeBuffer());
  const bytes = await rewritePackage(made, changesFor(properties));
  if (out.errored) throw out.errored;
  await pipeline(Readable.from([bytes]), out);
}

function changesFor(properties: CustomProperties): Changes {
  const { changed, added } = properties.length === 0 ? { changed: [], added: [] } : customPropertiesPart(properties);
  return { changed: new Map([...changed, ["xl/styles.xml", withDefaultFont]]), added };
}
