/** A stored version → the documents' part of its answer. Runs in a judging thread. */
import type { Appendix } from "../../shared/appendix.ts";
import { lineItemsOf } from "../../shared/line-items.ts";
import type { JudgedSubmission } from "../../shared/submission.ts";
import type { LineIds } from "../store/line-ids.ts";
import { tellFindings } from "./tell-findings.ts";
import type { DescribeTask } from "./tasks.ts";

/** Explanations are those that stood when it was judged. */
export function describeVersion({ content, judged, lineIds }: DescribeTask): string {
  const { sheets } = JSON.parse(content) as { readonly sheets: unknown };
  const documents = JSON.parse(judged) as JudgedSubmission;
  const findings = tellFindings(documents.findings);
  return JSON.stringify({ sheets, ...documents, findings, lines: describeLines(documents.appendices, lineIds) });
}

export interface DescribedLine {
  readonly key: string;
  readonly lineId: string;
  readonly name: string;
  readonly leadAgency: string;
  readonly period: string;
  readonly amountDong: number | null;
}

export const describeLines = (appendices: readonly Appendix[], lineIds: LineIds): readonly DescribedLine[] =>
  lineItemsOf(appendices).map(({ key, name, leadAgency, periodText, amountDong }) => ({
    key,
    lineId: lineIds[key] ?? "",
    name,
    leadAgency,
    period: periodText,
    amountDong,
  }));
