/** What stands in the list: findings, and among them the reviewer's comments at their cells. */
import type { CommentAnswer } from "../../../shared/api/reviews.ts";
import type { Severity } from "../../../shared/finding.ts";
import { compareCellNames } from "../../../shared/grid.ts";
import { groupBy } from "../../../shared/group-by.ts";
import type { TellableFinding } from "../../checking/report.ts";
import { BY_GRAVITY } from "./gravity.ts";

export interface FindingItem {
  readonly kind: "finding";
  readonly key: string;
  readonly severity: Severity;
  readonly sheet: string;
  readonly cells: readonly string[];
  readonly text: string;
  readonly finding: TellableFinding;
}

export interface CommentItem {
  readonly kind: "comment";
  readonly key: string;
  /** "" for the submission as a whole. */
  readonly sheet: string;
  readonly cells: readonly string[];
  readonly text: string;
  readonly comment: CommentAnswer;
}

export type Item = FindingItem | CommentItem;

/** By sheet, in the order given; within a sheet what a person said, then what the rules found, the gravest first. */
export function itemsOf(
  findings: readonly TellableFinding[],
  comments: readonly CommentAnswer[],
  sheets: readonly string[],
): readonly Item[] {
  const open = comments.filter(({ resolvedAt }) => resolvedAt === null).map(commentItem);
  const said = groupBy(open, ({ sheet }) => sheet);
  const found = groupBy(findings.map(findingItem), ({ sheet }) => sheet);
  const names = new Set(["", ...sheets, ...found.keys(), ...said.keys()]);
  return [...names].flatMap((sheet) => inOrder(said.get(sheet) ?? [], found.get(sheet) ?? []));
}

const findingItem = (finding: TellableFinding): FindingItem => ({
  kind: "finding",
  key: finding.key,
  severity: finding.severity,
  sheet: finding.sheet,
  cells: finding.cells,
  text: finding.message,
  finding,
});

const commentItem = (comment: CommentAnswer): CommentItem => ({
  kind: "comment",
  key: `comment ${comment.id}`,
  sheet: comment.sheet,
  cells: comment.cell === "" ? [] : [comment.cell],
  text: comment.text,
  comment,
});

/** The findings come sorted by cell, and stay so among those as grave. */
function inOrder(comments: readonly CommentItem[], findings: readonly FindingItem[]): readonly Item[] {
  return [
    ...[...comments].sort(compareFirst),
    ...BY_GRAVITY.flatMap((severity) => findings.filter((item) => item.severity === severity)),
  ];
}

const compareFirst = ({ cells: [a = ""] }: Item, { cells: [b = ""] }: Item): number =>
  a === "" || b === "" ? Number(a !== "") - Number(b !== "") : compareCellNames(a, b);
