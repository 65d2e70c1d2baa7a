/** An annotated copy of a workbook as it was sent: findings marked on their cells and listed on a sheet of their own; all else is as it was. */
import type { Finding } from "../../shared/finding.ts";
import { FINDINGS_SHEET, isFindingsSheet } from "../../shared/findings-sheet.ts";
import { groupBy } from "../../shared/group-by.ts";
import { asciiXml } from "./copies/ascii-xml.ts";
import { CopyRefused, makeCopy, type CopyResult } from "./copies/copy-refused.ts";
import { findingsSheetXml, type ListedFindings } from "./copies/findings-sheet.ts";
import { addSheetStyles, type SheetStyles } from "./copies/findings-styles.ts";
import { listTabs, type Tab } from "./copies/list-sheets.ts";
import { markCells, MARK_STYLES } from "./copies/marks.ts";
import { namespacesOf } from "./copies/namespaces.ts";
import { PackageCopy } from "./copies/package-copy.ts";
import { addLinks, linkFromWorkbook, nameType } from "./copies/part-links.ts";
import { writeRecord } from "./copies/restore-record.ts";
import { StyleLists } from "./copies/style-lists.ts";
import { takeOurOwnOut } from "./copies/take-out.ts";
import { appendTo, openingOf, rootOf } from "./copies/xml-spans.ts";

export interface Annotation extends ListedFindings {
  readonly fileName: string;
}

const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** What was annotated before is annotated anew. */
export const annotate = (bytes: Buffer, annotation: Annotation): CopyResult<object> =>
  makeCopy(() => {
    const { fileName, findings } = annotation;
    const copy = new PackageCopy(takeOurOwnOut(bytes, fileName), fileName);
    const tabs = listTabs(copy);
    // One that could not be taken out without changing what is read is none of ours.
    if (tabs.some(({ name }) => isFindingsSheet(name))) throw new CopyRefused("damaged");
    const lists = new StyleLists(copy);
    const marks = lists.add("dxfs", MARK_STYLES);
    const styles = addSheetStyles(lists);
    lists.write();
    markSheets(copy, { tabs, findings, marks });
    const added = addFindingsSheet(copy, { annotation, tabs, styles });
    return { bytes: copy.write((changes) => [added.record, writeRecord(changes, added.parts)]) };
  });

interface SheetsToMark {
  readonly tabs: readonly Tab[];
  readonly findings: readonly Finding[];
  readonly marks: readonly number[];
}

function markSheets(copy: PackageCopy, { tabs, findings, marks }: SheetsToMark): void {
  const bySheet = groupBy(findings, ({ sheet }) => sheet);
  for (const [name, found] of bySheet) {
    const part = tabs.find((tab) => tab.name === name)?.part ?? null;
    if (part === null) continue;
    const splices = markCells(copy.text(part).text, { findings: found, styles: marks });
    if (splices.length > 0) copy.splice(part, splices);
  }
}

interface SheetToAdd {
  readonly annotation: Annotation;
  readonly tabs: readonly Tab[];
  readonly styles: SheetStyles;
}

/** @returns all parts that were added, and the one that is written last */
function addFindingsSheet(
  copy: PackageCopy,
  { annotation, tabs, styles }: SheetToAdd,
): { readonly record: string; readonly parts: readonly string[] } {
  const { text } = copy.text(copy.workbook);
  const root = rootOf(text, "workbook");
  const namespaces = namespacesOf(text, root);
  const sheet = copy.freeName("xl/worksheets/sheet", ".xml");
  const record = copy.freeName("xl/customProperty", ".bin");
  const recordId = "rId1";
  const sheetNames = new Set(tabs.map(({ name }) => name));
  copy.add(sheet, findingsSheetXml(annotation, { styles, namespaces, sheetNames, recordId }));
  addLinks(copy, sheet, [{ id: recordId, type: `${namespaces.relationships}/customProperty`, target: `/${record}` }]);
  nameType(copy, sheet, `${TYPE}.worksheet+xml`);
  nameType(copy, record, `${TYPE}.customProperty`);
  const id = linkFromWorkbook(copy, { type: `${namespaces.relationships}/worksheet`, part: sheet });

  const list = root.children.find(({ name }) => name === "sheets");
  // The reader looks for sheets wherever they stand.
  if (!list) throw new CopyRefused("damaged");
  const sheetId = String(Math.max(0, ...tabs.map((tab) => tab.sheetId)) + 1);
  const prefix = /\sxmlns:(\w+)\s*=\s*["']([^"']*)["']/g;
  const known = [...openingOf(text, root).matchAll(prefix)].find(
    ([, , namespace]) => namespace === namespaces.relationships,
  );
  const name = asciiXml(FINDINGS_SHEET[annotation.language]);
  const own = known?.[1] === undefined ? ` xmlns:r="${namespaces.relationships}"` : "";
  const xml = `<${root.prefix}sheet name="${name}" sheetId="${sheetId}"${own} ${known?.[1] ?? "r"}:id="${id}"/>`;
  copy.splice(copy.workbook, [appendTo(list, xml)]);
  return { record, parts: [...copy.addedParts, record] };
}
