/** What is said of the cells of one sheet: findings, their explanations, comments, and what is being written. */
import type { CommentAnswer } from "../../../../shared/api/reviews.ts";
import type { ToldFinding } from "../../../../shared/api/findings.ts";
import type { Severity } from "../../../../shared/finding.ts";
import { isExplained, type Explanation } from "../../../../shared/submission.ts";
import type { VersionAnswer } from "./version.ts";

/** What one cell is marked with. */
export interface Mark {
  /** The gravest of the findings that point at the cell first; null where they only concern it, or there are none. */
  readonly severity: Severity | null;
  /** Findings that have it among their cells. */
  readonly findings: readonly ToldFinding[];
  readonly comments: readonly CommentAnswer[];
  readonly hasDraft: boolean;
}

export type Marks = ReadonlyMap<string, Mark>;

/** Gravest first. */
export const GRAVITY: readonly Severity[] = ["error", "ask", "warning", "info"];

interface Saying {
  readonly version: VersionAnswer;
  readonly comments: readonly CommentAnswer[];
  /** Cells of the sheet at which something is being written. */
  readonly drafts: readonly string[];
  /** Cells covered by a merged one are spoken of at that one. */
  readonly anchorOf: (cell: string) => string;
}

/** By cell, "G12"; what is said of the sheet as a whole, by "". */
export function marksOf(sheet: string, { version, comments, drafts, anchorOf }: Saying): Marks {
  const marks = new Map<string, Mark>();
  const change = (cell: string, how: (mark: Mark) => Partial<Mark>): void => {
    const anchor = anchorOf(cell);
    const before = marks.get(anchor) ?? { severity: null, findings: [], comments: [], hasDraft: false };
    marks.set(anchor, { ...before, ...how(before) });
  };
  for (const finding of version.findings) {
    if (finding.sheet !== sheet) continue;
    const cells = finding.cells.length > 0 ? finding.cells : [""];
    for (const [index, cell] of cells.entries())
      change(cell, ({ severity, findings }) => {
        if (findings.includes(finding)) return {};
        return index === 0
          ? { severity: graver(severity, finding.severity), findings: [...findings, finding] }
          : { findings: [...findings, finding] };
      });
  }
  for (const [cell, mark] of marks) marks.set(cell, { ...mark, findings: gravestFirst(mark.findings, cell) });
  for (const comment of comments)
    if (comment.sheet === sheet && concerns(comment, version.number))
      change(comment.cell, (mark) => ({ comments: [...mark.comments, comment] }));
  for (const cell of drafts) change(cell, () => ({ hasDraft: true }));
  return marks;
}

/** Those that point at the cell first before those that only concern it. */
const gravestFirst = (findings: readonly ToldFinding[], cell: string): readonly ToldFinding[] => {
  const rank = ({ severity, cells }: ToldFinding): number =>
    GRAVITY.indexOf(severity) + ((cells[0] ?? "") === cell ? 0 : GRAVITY.length);
  return [...findings].sort((a, b) => rank(a) - rank(b));
};

/** Of this version, or of one before and still open. */
const concerns = ({ version, resolvedAt }: CommentAnswer, shown: number): boolean =>
  version === shown || (version < shown && resolvedAt === null);

const graver = (one: Severity | null, other: Severity): Severity =>
  one !== null && GRAVITY.indexOf(one) <= GRAVITY.indexOf(other) ? one : other;

/** The explanation that stands for a finding. */
export const explanationOf = (finding: ToldFinding, explanations: readonly Explanation[]): Explanation | null =>
  explanations.find((explanation) => isExplained(finding, [explanation])) ?? null;
