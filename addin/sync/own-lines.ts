/** The officer's own sheets beside a version of the service, as the service itself will lay them side by side. */
import type { Appendix } from "../../shared/appendix.ts";
import { checkWorkbook } from "../../shared/check.ts";
import { compareVersions, type ComparedVersion, type VersionChanges } from "../../shared/compare-versions.ts";
import type { Grid } from "../../shared/grid.ts";
import { identify } from "../../shared/line-identity.ts";
import { lineItemsOf } from "../../shared/line-items.ts";
import type { Plan } from "../../shared/appendix.ts";

/** What of a version's answer is compared. */
export interface VersionContent {
  readonly plan: Plan | null;
  readonly appendices: readonly Appendix[];
  readonly lines: readonly { readonly key: string; readonly lineId: string }[];
}

/** @returns what would be new, line by line */
export function compareWithVersion(version: VersionContent, sheets: readonly Grid[]): VersionChanges {
  const before: ComparedVersion = {
    plan: version.plan,
    appendices: version.appendices,
    lineIds: new Map(version.lines.map(({ key, lineId }) => [key, lineId])),
  };
  const own = checkWorkbook(sheets);
  const appendices = own.sheets.flatMap(({ appendix }) => appendix ?? []);
  const known = lineItemsOf(version.appendices).flatMap((line) => {
    const lineId = before.lineIds.get(line.key);
    return lineId === undefined ? [] : [{ ...line, lineId }];
  });
  const lineIds = identify(known, lineItemsOf(appendices), { newId: ({ key }) => `new ${key}` });
  return compareVersions(before, { plan: own.plan, appendices, lineIds });
}
