/** Makes of an annotated copy the workbook that it was made of, to the byte, as its own record says. */
import { partKey } from "../workbook-package.ts";
import type { Tab } from "./list-sheets.ts";
import type { PackageCopy } from "./package-copy.ts";
import { TYPES_PART } from "./part-links.ts";
import { applySplices, readPartText, writePartText, type Splice } from "./part-text.ts";
import { readRecord, type RestoreRecord } from "./restore-record.ts";
import { sha256 } from "./sha256.ts";
import { stylesPart } from "./style-lists.ts";

export interface FoundRecord extends RestoreRecord {
  /** The part it lies in. */
  readonly part: string;
}

export function recordOf(copy: PackageCopy, sheet: string): FoundRecord | null {
  for (const { kind, paths } of copy.relationships(sheet)) {
    const part = kind === "customProperty" ? paths.find((path) => copy.has(path)) : undefined;
    const record = part === undefined ? null : readRecord(copy.read(part));
    if (record && part !== undefined) return { ...record, part };
  }
  return null;
}

interface Restoring {
  readonly record: FoundRecord;
  /** The part of our own sheet. */
  readonly ours: string;
  readonly tabs: readonly Tab[];
}

/** False when a part is not as we wrote it, or the record speaks of one that we never write. */
export function restore(copy: PackageCopy, { record, ours, tabs }: Restoring): boolean {
  const { changes, added } = record;
  const links = copy.relationshipsPart(copy.workbook);
  const styles = stylesPart(copy);
  const mayAdd = new Set([ours, copy.relationshipsPart(ours), record.part, links, styles].map(partKey));
  const sheets = tabs.flatMap(({ part }) => (part === null || part === ours ? [] : [part]));
  const mayChange = new Set([TYPES_PART, copy.workbook, links, styles, ...sheets].map(partKey));
  if (!added.includes(ours) || added.some((part) => !mayAdd.has(partKey(part)))) return false;
  for (const change of changes) {
    if (!mayChange.has(partKey(change.part)) || !isAsWritten(copy, change)) return false;
    copy.splice(change.part, change.undo);
  }
  for (const part of added) copy.remove(part);
  return true;
}

function isAsWritten(copy: PackageCopy, { part, undo, before, after }: RestoreRecord["changes"][number]): boolean {
  if (!copy.has(part)) return false;
  const content = copy.read(part);
  if (sha256(content) !== after) return false;
  const was = undone(content, undo);
  return was !== null && sha256(was) === before;
}

/** Null where no record of ours says this. */
function undone(content: Buffer, undo: readonly Splice[]): Buffer | null {
  const text = readPartText(content);
  try {
    return writePartText({ ...text, text: applySplices(text.text, undo).text });
  } catch {
    return null;
  }
}
