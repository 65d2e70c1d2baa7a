/** Rows or columns came or went: what is known of the sheet moves along until it is read and checked anew. */
import { moveCell, type Move } from "../../shared/moved-areas.ts";
import type { Explanation } from "../../shared/submission.ts";
import type { TellableFinding } from "../checking/report.ts";
import { moveFix } from "../host/moved-fix.ts";
import type { DoneFix, LiveState, Loss } from "./state.ts";

export interface SheetMove {
  readonly sheetId: string;
  /** Its name. */
  readonly sheet: string;
  readonly move: Move;
}

type Moved = Pick<LiveState, "report" | "explanations" | "done" | "losses">;

/** A finding all of whose cells are gone is gone; a fix that lost a cell can't be taken back any more. */
export function moveKnown(state: Moved, { sheetId, sheet, move }: SheetMove): Moved {
  const { report } = state;
  return {
    report: report && {
      ...report,
      findings: report.findings.flatMap((finding) =>
        finding.sheet === sheet ? moveFinding(finding, move) : [finding],
      ),
    },
    explanations: state.explanations.flatMap((explanation) =>
      explanation.sheet === sheet ? moveExplanation(explanation, move) : [explanation],
    ),
    done: state.done.flatMap((done) => (done.applied.sheet === sheetId ? moveDone(done, move) : [done])),
    losses: state.losses.flatMap((loss) => (loss.sheetId === sheetId ? moveLoss(loss, move) : [loss])),
  };
}

const moveCells = (cells: readonly string[], move: Move): readonly string[] =>
  cells.flatMap((cell) => moveCell(cell, move) ?? []);

function moveFinding(finding: TellableFinding, move: Move): readonly TellableFinding[] {
  const cells = moveCells(finding.cells, move);
  // Its fix would write where the cells were.
  return cells.length === 0 && finding.cells.length > 0 ? [] : [{ ...finding, cells, fix: null }];
}

function moveExplanation(explanation: Explanation, move: Move): readonly Explanation[] {
  const cell = explanation.cell === "" ? "" : moveCell(explanation.cell, move);
  return cell === null ? [] : [{ ...explanation, cell }];
}

function moveDone(done: DoneFix, move: Move): readonly DoneFix[] {
  const applied = moveFix(done.applied, move);
  return applied ? [{ ...done, applied }] : [];
}

const REFERENCE = /\$?([A-Z]{1,3})\$?(\d+)/g;

/** Kept only where neither its cells nor what its formulas name has moved: put back elsewhere they would be wrong. */
function moveLoss(loss: Loss, move: Move): readonly Loss[] {
  const named = loss.formulas.flatMap(({ cell, formula }) => [cell, ...(formula.match(REFERENCE) ?? [])]);
  const ruled = loss.entryRules.flatMap(({ cells }) => cells.split(/[:,]/));
  const places = [...named, ...ruled].map((place) => place.replace(/\$/g, ""));
  return places.every((place) => moveCell(place, move) === place) ? [loss] : [];
}

/** Cells changed places in a way nobody tells: fixes wait for the next check, and what would be put back is forgotten. */
export const shuffleKnown = (
  { report, done, losses }: Moved,
  { sheetId, sheet }: Omit<SheetMove, "move">,
): Omit<Moved, "explanations"> => ({
  report: report && {
    ...report,
    findings: report.findings.map((finding) => (finding.sheet === sheet ? { ...finding, fix: null } : finding)),
  },
  done: done.filter(({ applied }) => applied.sheet !== sheetId),
  losses: losses.filter((loss) => loss.sheetId !== sheetId),
});
