/** The thread's side of the conversation: keeps the sheets it was given, checks them when asked, and answers in portions. */
import type { Grid, GridRow } from "../../shared/grid.ts";
import { portionsOf } from "./portions.ts";
import type { FromThread, ToThread } from "./protocol.ts";
import { reportOf, ruleCardOf } from "./report-of.ts";
import type { TellableFinding } from "./report.ts";

/** Of findings with a cell each. */
const MOST_IN_AN_ANSWER = 500;

interface KnownSheet {
  readonly sheet: Omit<Grid, "rows">;
  readonly rows: GridRow[];
}

type CheckAsked = Extract<ToThread, { kind: "check" }>;

/** @returns what hears the page's messages */
export function openAnswering(post: (message: FromThread) => void): (message: ToThread) => void {
  const known = new Map<number, KnownSheet>();
  return (message) => {
    switch (message.kind) {
      case "sheet":
        known.set(message.sheetId, { sheet: message.sheet, rows: [] });
        return;
      case "rows":
        for (const row of message.rows) known.get(message.sheetId)?.rows.push(row);
        return;
      case "check":
        answerCheck(message, known, post);
        return;
      case "why":
        post({ kind: "why", whyId: message.whyId, card: ruleCardOf(message.ruleId) });
        return;
    }
  };
}

function answerCheck(
  { checkId, sheetIds, language }: CheckAsked,
  known: Map<number, KnownSheet>,
  post: (message: FromThread) => void,
): void {
  for (const id of [...known.keys()]) if (!sheetIds.includes(id)) known.delete(id);
  const grids = sheetIds.flatMap((id): readonly Grid[] => {
    const sheet = known.get(id);
    return sheet ? [{ ...sheet.sheet, rows: sheet.rows }] : [];
  });
  const { findings, ...report } = reportOf(grids, language);
  for (const portion of portionsOf(findings, { most: MOST_IN_AN_ANSWER, weigh: weightOf }))
    post({ kind: "findings", checkId, findings: portion });
  post({ kind: "report", checkId, report });
}

/** One finding may be about a thousand cells, each with its edit. */
const weightOf = ({ cells, fix }: TellableFinding): number => {
  const edits = fix === null ? 0 : fix.kind === "choose" ? fix.options.length : fix.edits.length;
  return 1 + Math.floor((cells.length + edits) / 4);
};
