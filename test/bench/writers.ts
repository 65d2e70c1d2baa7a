/** Ways to write the list of a consolidation. Each loads only what it needs, so that its process holds nothing of the others. */
import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { lineReader, type Consolidation, type SubmittedVersion } from "../../shared/consolidation.ts";

export const WRITERS = ["ours", "hucre", "sheetjs"] as const;
export type Writer = (typeof WRITERS)[number];

export interface ToWrite {
  readonly consolidation: Consolidation;
  readonly versions: () => Iterable<SubmittedVersion>;
}

type Write = (given: ToWrite, out: Writable) => Promise<void>;

export async function writerOf(writer: Writer): Promise<Write> {
  switch (writer) {
    case "ours": {
      const { writeConsolidation } = await import("../../server/workbook/write-consolidation.ts");
      return (given, out) => writeConsolidation(given, { unit: "million" }, out);
    }
    case "hucre": {
      const { writeXlsxStream } = await import("hucre/xlsx");
      return (given, out) =>
        pipeline(Readable.fromWeb(writeXlsxStream(listOf(given), { name: "Danh mục" }) as ReadableStream), out);
    }
    case "sheetjs": {
      const { utils, write } = await import("@e965/xlsx");
      return (given, out) => {
        const book = utils.book_new(utils.aoa_to_sheet([...listOf(given)]), "Danh mục");
        return pipeline([write(book, { type: "buffer", bookType: "xlsx", compression: true }) as Buffer], out);
      };
    }
  }
}

type Value = string | number | null;
const DONG_IN_MILLION = 1_000_000;

/** The list's cells, without a look of any kind. */
function* listOf({ consolidation, versions }: ToWrite): Generator<Value[]> {
  const linesOf = lineReader(consolidation);
  const names = new Map(consolidation.manifest.organisations.map(({ id, name }) => [id, name]));
  for (const version of versions())
    for (const line of linesOf(version))
      yield [
        1,
        names.get(line.organisationId) ?? "",
        line.sections,
        line.number,
        line.name,
        line.leadAgency,
        line.period,
        line.fundingText,
        ...line.amounts.map((dong) => (dong === null ? null : dong / DONG_IN_MILLION)),
        line.planNumber,
        line.version,
        line.sheet,
        line.cell,
      ];
}
