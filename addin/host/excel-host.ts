/** The port, with Excel behind it. */
import { applyFix, undoFix, type BeforeWriting } from "./apply-fix.ts";
import { openExcelSession } from "./connect.ts";
import { readEntryRules, writeEntryRules } from "./entry-rules.ts";
import { ExcelEvents, type Listener } from "./excel-events.ts";
import { listSheets } from "./list-sheets.ts";
import { mark } from "./marks.ts";
import { MergedAreas } from "./merged-areas.ts";
import { readNotes, writeNotes } from "./notes.ts";
import { openDialog } from "./open-dialog.ts";
import { openLink } from "./open-link.ts";
import { OwnWrites } from "./own-writes.ts";
import type { Host, HostEvent, Outcome, SaveState } from "./port.ts";
import { readProperties, writeProperties } from "./properties.ts";
import { readFile } from "./read-file.ts";
import { readSelection } from "./read-selection.ts";
import { readSheet } from "./read-sheet.ts";
import { answerRibbon, showPane } from "./ribbon.ts";
import { SaveWatcher } from "./save-watcher.ts";
import { readSaveFacts, save } from "./saving.ts";
import { selectCells } from "./select-cells.ts";
import { done, type OfficeGlobals, type Session } from "./session.ts";
import { insertSheets, openWorkbook } from "./workbook-files.ts";

export interface HostOptions {
  /** Between two questions whether the workbook is still unsaved. */
  readonly pollMs?: number;
}

/** `globals`: where Office puts its objects, in a page `globalThis`. */
export async function connectHost(
  globals: OfficeGlobals,
  { pollMs = 1_000 }: HostOptions = {},
): Promise<Outcome<Host>> {
  const session = await openExcelSession(globals);
  return session.ok ? done(excelHost(session.value, pollMs)) : session;
}

function excelHost(session: Session, pollMs: number): Host {
  const ownWrites = new OwnWrites();
  const events = new ExcelEvents(session, ownWrites);
  const merged = new MergedAreas(session);
  const watchers = new Set<SaveWatcher>();
  const beforeWriting: BeforeWriting = (sheet, cells) => {
    ownWrites.expect(sheet, cells);
  };
  const listen = async (listener: Listener): Promise<Outcome<() => void>> => {
    const following = await merged.follow(events);
    return following.ok ? events.listen(listener) : following;
  };
  const watchSaves = async (tell: (state: SaveState) => void): Promise<Outcome<() => void>> => {
    const watcher = new SaveWatcher({ read: () => readSaveFacts(session), tell, pollMs });
    const listening = await listen(noteFor(watcher));
    if (!listening.ok) return listening;
    watchers.add(watcher);
    await watcher.start();
    return done(() => {
      listening.value();
      watcher.stop();
      watchers.delete(watcher);
    });
  };

  /** What has no event of Excel's may have made the workbook unsaved all the same. */
  const writing = async <T>(outcome: Promise<Outcome<T>>): Promise<Outcome<T>> => {
    const written = await outcome;
    for (const watcher of watchers) watcher.lookAgain();
    return written;
  };

  return {
    facts: session.facts,
    listSheets: () => listSheets(session),
    readSheet: (sheet, occasion) => readSheet(session, merged, { sheet, occasion }),
    mark: (sheet, marks, occasion) => writing(mark(session, { sheet, marks, occasion })),
    select: (sheet, cells) => selectCells(session, sheet, cells),
    readSelection: () => readSelection(session),
    applyFix: (sheet, edits) => applyFix(session, { sheet, edits }, beforeWriting),
    undoFix: async (fix) => {
      const undone = await undoFix(session, fix, beforeWriting);
      return undone.ok ? done(null) : undone;
    },
    readEntryRules: (sheet, cells) => readEntryRules(session, sheet, cells),
    writeEntryRules: (sheet, rules) => writing(writeEntryRules(session, sheet, rules)),
    readProperties: () => readProperties(session),
    writeProperties: (properties) => writing(writeProperties(session, properties)),
    readNotes: () => readNotes(session),
    writeNotes: (name, value) => writing(writeNotes(session, name, value)),
    listen,
    watchSaves,
    save: () => save(session),
    openWorkbook: (bytes) => openWorkbook(session, bytes),
    insertSheets: (bytes) => insertSheets(session, bytes),
    readFile: () => readFile(session),
    answerRibbon: (functions) => {
      answerRibbon(session, functions);
    },
    showPane: () => showPane(session),
    openLink: (url) => openLink(session, url),
    openDialog: (url) => openDialog(session, url),
    close: async () => {
      for (const watcher of watchers) watcher.stop();
      await events.close();
    },
  };
}

const CHANGES: readonly HostEvent["kind"][] = ["cells-changed", "cells-moved", "sheet-changed", "sheets-changed"];

const noteFor =
  (watcher: SaveWatcher) =>
  ({ kind }: HostEvent): void => {
    if (kind === "autosave-switched") watcher.lookAgain();
    else if (CHANGES.includes(kind)) watcher.noteChange();
  };
