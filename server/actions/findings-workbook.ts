/** All that was found in what a round has been sent, as one workbook: for who goes through it with the organisations. */
import { consolidate } from "../../shared/consolidation.ts";
import { toVietnamDay } from "../../shared/vietnam-time.ts";
import type { Download } from "../answers.ts";
import { Problem } from "../problem.ts";
import type { Caller, Service } from "../service.ts";
import { countedVersions } from "../store/consolidations.ts";
import type { RoundTable } from "../store/tables.ts";
import { writeFindingsWorkbook } from "../workbook/write-findings.ts";
import { saveName, XLSX } from "./file-names.ts";
import { makeManifest } from "./manifest.ts";
import { limitToOwn } from "./merge.ts";

const TERMS = {
  level: "organisation",
  era: "then",
  unit: null,
  acceptedOnly: false,
  belowOrganisationId: null,
} as const;

/** Of the versions that a merge would count now. @throws Problem nothing-to-merge */
export async function downloadFindings(service: Service, caller: Caller, round: RoundTable): Promise<Download> {
  const at = new Date().toISOString();
  const terms = await limitToOwn(service, caller, { round, terms: TERMS });
  const manifest = await makeManifest(service.db, round, { terms, asOf: at });
  if (!manifest.organisations.some(({ included }) => included)) throw new Problem("nothing-to-merge");
  const versions = countedVersions(service.db, manifest);
  const consolidation = await consolidate(manifest, versions);
  return {
    fileName: saveName(["Phát hiện", round.name, toVietnamDay(at)], "xlsx"),
    mediaType: XLSX,
    write: (out) => writeFindingsWorkbook({ consolidation, versions }, out),
  };
}
