/** Settling a conflict: what was chosen is written into the sheets, and what can't be is told. */
import type { Choice, Conflict, OutboxEntry, Settled } from "../../sync/state.ts";
import { chooseAll, choiceKey, settlementsOf, type ThreeField, type ThreeLine } from "./choices.ts";
import { editsBySheet } from "./edits-by-sheet.ts";
import { startReview } from "./review.ts";
import type { SubmitScope } from "./scope.ts";

type ConflictEntry = OutboxEntry & { readonly status: { readonly kind: "conflict"; readonly conflict: Conflict } };

const isConflictEntry = (entry: OutboxEntry): entry is ConflictEntry => entry.status.kind === "conflict";

export function startSettling({ own }: SubmitScope, idempotencyKey: string): void {
  own.goTo("settle", { settling: { idempotencyKey, choices: new Map(), phase: "choosing", settled: null } });
}

/** Null once it has left the outbox. */
export function conflictOf({ sync, own }: SubmitScope): Conflict | null {
  const key = own.state.settling?.idempotencyKey;
  const entry = sync.state.outbox.filter(isConflictEntry).find(({ idempotencyKey }) => idempotencyKey === key);
  return entry?.status.conflict ?? null;
}

export function choose(scope: SubmitScope, line: ThreeLine, { field, choice }: ThreeField & { choice: Choice }): void {
  const choices = scope.own.state.settling?.choices ?? new Map<string, Choice>();
  scope.own.changeSettling({ choices: new Map([...choices, [choiceKey(line.lineId, field), choice]]) });
}

export function chooseEverywhere(scope: SubmitScope, lines: readonly ThreeLine[], choice: Choice): void {
  const { settling } = scope.own.state;
  if (settling) scope.own.changeSettling({ choices: chooseAll(lines, settling.choices, choice) });
}

/** Sheet by sheet; stops at the first that Excel refuses. What is written already can be undone. */
export async function applyChoices(scope: SubmitScope): Promise<void> {
  const { live, sync, own } = scope;
  const { settling } = own.state;
  const lines = conflictOf(scope)?.threeWays?.lines;
  if (!settling || !lines || settling.phase === "applying") return;
  own.changeSettling({ phase: "applying" });
  const sheets = await live.readAll();
  if (!sheets) {
    own.changeSettling({ phase: "refused" });
    return;
  }
  const settled = await sync.settle(settling.idempotencyKey, settlementsOf(lines, settling.choices), sheets);
  const isWritten = await writeEdits(scope, settled);
  if (isWritten) own.goTo("settle", { settling: { ...settling, phase: "done", settled } });
  else own.changeSettling({ phase: "refused", settled });
}

async function writeEdits({ live }: SubmitScope, { edits }: Settled): Promise<boolean> {
  for (const [sheet, own] of editsBySheet(edits)) {
    if (!(await live.applyEdits(sheet, own))) return false;
  }
  return true;
}

/** The workbook is read again and compared with the version that came first; the conflict stays listed until it is submitted. */
export async function submitSettled(scope: SubmitScope): Promise<void> {
  await scope.sync.refresh();
  await startReview(scope);
}
