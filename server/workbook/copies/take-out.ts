/** Takes all of ours out of an annotated copy: to the byte where nobody saved it since, else by our marks. */
import { isFindingsSheet } from "../../../shared/findings-sheet.ts";
import { listTabs, type Tab } from "./list-sheets.ts";
import { mayBeMarked, unmarkCells } from "./marks.ts";
import { PackageCopy } from "./package-copy.ts";
import { applySplices, readPartText, writePartText } from "./part-text.ts";
import { forgetTypes, unlinkFromWorkbook } from "./part-links.ts";
import { readRecord, type RestoreRecord } from "./restore-record.ts";
import { sha256 } from "./sha256.ts";
import { forgetSheet } from "./forget-sheet.ts";

/** The same bytes where nothing is ours. @throws CopyRefused */
export function takeOurOwnOut(bytes: Buffer, fileName: string): Buffer {
  const copy = new PackageCopy(bytes, fileName);
  const tabs = listTabs(copy);
  const record = findRecord(copy, tabs);
  if (record && restore(copy, record)) return copy.write();

  const saved = new PackageCopy(bytes, fileName);
  takeOutByMarks(saved, tabs);
  return saved.write();
}

interface FoundRecord extends RestoreRecord {
  /** The part it lies in. */
  readonly part: string;
}

function findRecord(copy: PackageCopy, tabs: readonly Tab[]): FoundRecord | null {
  for (const { part } of [...tabs].reverse()) {
    const found = part === null ? null : recordOf(copy, part);
    if (found) return found;
  }
  return null;
}

function recordOf(copy: PackageCopy, sheet: string): FoundRecord | null {
  for (const { kind, paths } of copy.relationships(sheet)) {
    const part = kind === "customProperty" ? paths.find((path) => copy.has(path)) : undefined;
    const record = part === undefined ? null : readRecord(copy.read(part));
    if (record && part !== undefined) return { ...record, part };
  }
  return null;
}

/** False when a part is not as we wrote it. */
function restore(copy: PackageCopy, { changes, added }: FoundRecord): boolean {
  for (const { part, undo, before, after } of changes) {
    if (!copy.has(part)) return false;
    const content = copy.read(part);
    const text = readPartText(content);
    if (sha256(content) !== after) return false;
    try {
      if (sha256(writePartText({ ...text, text: applySplices(text.text, undo).text })) !== before) return false;
    } catch {
      // No record of ours says this.
      return false;
    }
    copy.splice(part, undo);
  }
  for (const part of added) copy.remove(part);
  return true;
}

function takeOutByMarks(copy: PackageCopy, tabs: readonly Tab[]): void {
  for (const { part } of tabs) {
    if (part === null || !mayBeMarked(copy.read(part))) continue;
    const splices = unmarkCells(copy.text(part).text);
    if (splices.length > 0) copy.splice(part, splices);
  }
  const isOurs = (tab: Tab): boolean =>
    tab.part !== null && (recordOf(copy, tab.part) !== null || isFindingsSheet(tab.name));
  const ours = tabs.filter(isOurs);
  // A workbook without a sheet is none.
  if (ours.length === 0 || ours.length === tabs.length) return;
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
