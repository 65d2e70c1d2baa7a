/** Files merged outside any round: each province (or file) they name is an organisation that has submitted. */
import type { WorkbookCheck } from "../../shared/check.ts";
import type { Years } from "../../shared/appendix.ts";
import type { Manifest, SubmittedVersion } from "../../shared/consolidation.ts";
import type { ManifestOrganisation } from "../../shared/consolidation/manifest.ts";
import { groupBy } from "../../shared/group-by.ts";
import type { Unit } from "../../shared/money.ts";

export interface CheckedWorkbook {
  readonly file: string;
  readonly check: WorkbookCheck;
}

export interface MergedFiles {
  readonly manifest: Manifest;
  readonly versions: readonly SubmittedVersion[];
}

/** @param how `asOf` is an ISO time */
export function mergeFiles(
  workbooks: readonly CheckedWorkbook[],
  how: { asOf: string; unit: Unit; rulesVersion: string },
): MergedFiles {
  const parts = workbooks.flatMap(versionsOfFile);
  const versions = [...groupBy(parts, ({ organisationId }) => organisationId).values()].flatMap((own) =>
    own.map((version, index) => ({ ...version, version: index + 1 })),
  );
  const names = [...new Set(versions.map(({ organisationId }) => organisationId))];
  const years = versions.flatMap(({ plan, appendices }) => [plan?.period, ...appendices.map(({ period }) => period)]);
  const round = {
    id: "",
    name: "",
    ...rangeOf(years, Number(how.asOf.slice(0, 4))),
    unit: how.unit,
    deadline: null,
    formIds: [],
  };
  const manifest: Manifest = {
    round,
    asOf: how.asOf,
    rulesVersion: how.rulesVersion,
    era: "then",
    level: "organisation",
    organisations: names.map(organisationOf),
  };
  return { manifest, versions };
}

/** Said to be a file's, so that nobody takes it for a province. */
const nameOfFile = (file: string): string => `(tệp) ${file.replace(/^.*[\\/]/, "")}`;

/** The sheets of one file may name several provinces; one without any appendix is named too, with nothing to add. */
function versionsOfFile({ file, check }: CheckedWorkbook): readonly SubmittedVersion[] {
  const { plan, findings } = check;
  const appendices = check.sheets.flatMap(({ appendix }) => appendix ?? []);
  const nameOf = (province: string | null): string => plan?.province ?? province ?? nameOfFile(file);
  const byProvince =
    appendices.length === 0
      ? new Map([[nameOf(null), appendices]])
      : groupBy(appendices, ({ province }) => nameOf(province));
  const sheets = (own: typeof appendices): Set<string> => new Set(own.map(({ sheet }) => sheet));
  const first = [...byProvince.keys()][0];
  const elsewhere = sheets(appendices);
  return [...byProvince].map(([organisationId, own]) => ({
    organisationId,
    version: 1,
    fileName: file,
    plan,
    appendices: own,
    findings: findings.filter(
      ({ sheet }) => sheets(own).has(sheet) || (organisationId === first && !elsewhere.has(sheet)),
    ),
    explanations: [],
  }));
}

function rangeOf(
  periods: readonly (Years | null | undefined)[],
  otherwise: number,
): Pick<Manifest["round"], "fromYear" | "toYear"> {
  const known = periods.flatMap((period) => period ?? []);
  if (known.length === 0) return { fromYear: otherwise, toYear: otherwise };
  const yearOf = (month: number): number => Math.floor(month / 12);
  return {
    fromYear: Math.min(...known.map(({ from }) => yearOf(from))),
    toYear: Math.max(...known.map(({ to }) => yearOf(to))),
  };
}

const organisationOf = (name: string): ManifestOrganisation => ({
  id: name,
  parentId: null,
  name,
  kind: "province",
  successorId: null,
  isExpected: false,
  state: "submitted",
  isLate: false,
  submittedAt: null,
  included: true,
  version: null,
  receipt: null,
  contentSha256: null,
  fileName: null,
});
