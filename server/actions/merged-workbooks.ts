/** A consolidation as files: the workbook, and the page to be signed. */
import type { Download } from "../answers.ts";
import { Problem } from "../problem.ts";
import type { Caller, Service } from "../service.ts";
import type { RoundTable } from "../store/tables.ts";
import { toVietnamDay } from "../../shared/vietnam-time.ts";
import { checkSheetOfConsolidation, writeCheckSheet } from "../workbook/write-check-sheet.ts";
import { writeConsolidation } from "../workbook/write-consolidation.ts";
import { saveName, XLSX } from "./file-names.ts";
import { remake, type Made } from "./merge.ts";

interface Asked {
  readonly id: string;
  readonly round: RoundTable;
}

/** What the files are made from must be what was merged: otherwise nobody could rely on its hash. */
async function remakeSame(service: Service, caller: Caller, asked: Asked): Promise<Made> {
  const made = await remake(service, caller, asked);
  if (!made.isSame) throw new Problem("consolidation-differs");
  return made;
}

export async function downloadConsolidation(service: Service, caller: Caller, asked: Asked): Promise<Download> {
  const { line, consolidation, versions } = await remakeSame(service, caller, asked);
  return {
    fileName: saveName(["Tổng hợp", asked.round.name, toVietnamDay(line.at)], "xlsx"),
    mediaType: XLSX,
    write: (out) => writeConsolidation({ consolidation, versions }, { unit: consolidation.manifest.round.unit }, out),
  };
}

export async function downloadConsolidationCheckSheet(
  service: Service,
  caller: Caller,
  asked: Asked,
): Promise<Download> {
  const { line, consolidation } = await remakeSame(service, caller, asked);
  const check = checkSheetOfConsolidation(consolidation, line.sha256);
  return {
    fileName: saveName(["Phiếu kiểm tra tổng hợp", asked.round.name, toVietnamDay(line.at)], "xlsx"),
    mediaType: XLSX,
    write: (out) => writeCheckSheet(check, { asOf: line.at }, out),
  };
}
