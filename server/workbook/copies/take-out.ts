/**
 * Takes all of ours out of an annotated copy: to the byte where nobody saved it since, else by our marks. What the file says of
 * itself may be forged: nothing is taken out that would change what is read.
 */
import { createHash } from "node:crypto";
import { isFindingsSheet } from "../../../shared/findings-sheet.ts";
import { readSafely } from "../read-grids.ts";
import { listTabs, type Tab } from "./list-sheets.ts";
import { mayBeMarked, unmarkCells } from "./marks.ts";
import { PackageCopy } from "./package-copy.ts";
import { forgetTypes, unlinkFromWorkbook } from "./part-links.ts";
import { recordOf, restore } from "./restore.ts";
import { forgetSheet } from "./forget-sheet.ts";

/** The same bytes where nothing is ours. @throws CopyRefused */
export function takeOurOwnOut(bytes: Buffer, fileName: string): Buffer {
  for (const takeOut of [restoreByRecord, takeOutByMarks]) {
    const copy = new PackageCopy(bytes, fileName);
    const isOut = takeOut(copy, listTabs(copy));
    const without = isOut ? copy.write() : bytes;
    if (without !== bytes && readsTheSame(bytes, without, fileName)) return without;
  }
  return bytes;
}

function readsTheSame(bytes: Buffer, without: Buffer, fileName: string): boolean {
  const [before, after] = [bytes, without].map((one) => readingOf(one, fileName));
  return before !== null && before === after;
}

/** All that is read but our own sheet, as a sum: two readings of a large workbook would take much room. */
function readingOf(bytes: Buffer, fileName: string): string | null {
  const read = readSafely(bytes, fileName);
  if (!read.ok) return null;
  const hash = createHash("sha256");
  for (const { rows, ...sheet } of read.grids.filter(({ name }) => !isFindingsSheet(name))) {
    hash.update(JSON.stringify(sheet));
    for (const row of rows) hash.update(JSON.stringify(row));
  }
  return hash.digest("hex");
}

/** False where there is no record of ours, or the file is not as we wrote it. */
function restoreByRecord(copy: PackageCopy, tabs: readonly Tab[]): boolean {
  const ours = tabs.findLast(({ name }) => isFindingsSheet(name))?.part ?? null;
  const record = ours === null ? null : recordOf(copy, ours);
  return ours !== null && record !== null && restore(copy, { record, ours, tabs });
}

function takeOutByMarks(copy: PackageCopy, tabs: readonly Tab[]): boolean {
  for (const { part } of tabs) {
    if (part === null || !mayBeMarked(copy.read(part))) continue;
    const splices = unmarkCells(copy.text(part).text);
    if (splices.length > 0) copy.splice(part, splices);
  }
  const ours = tabs.filter(({ name, part }) => part !== null && isFindingsSheet(name));
  // A workbook without a sheet is none.
  if (ours.length > 0 && ours.length < tabs.length) takeSheetsOut(copy, tabs, ours);
  return copy.isChanged;
}

function takeSheetsOut(copy: PackageCopy, tabs: readonly Tab[], ours: readonly Tab[]): void {
  const gone = new Set(
    ours.flatMap(({ part }) =>
      part === null
        ? []
        : [part, copy.relationshipsPart(part), ...ownedBy(copy, part)].filter((name) => copy.has(name)),
    ),
  );
  forgetSheet(copy, tabs, new Set(ours));
  unlinkFromWorkbook(copy, new Set(ours.map(({ relationshipId }) => relationshipId)));
  forgetTypes(copy, gone);
  for (const part of gone) copy.remove(part);
}

/** What no other sheet refers to. */
const ownedBy = (copy: PackageCopy, sheet: string): readonly string[] =>
  copy
    .relationships(sheet)
    .filter(({ kind }) => kind === "customProperty" || kind === "printerSettings")
    .flatMap(({ paths }) => paths.slice(0, 1));
