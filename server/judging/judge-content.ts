/** What was sent → what is kept of it: read, judged by the round's terms, its lines told from those before. Runs in a judging thread. */
import type { Appendix } from "../../shared/appendix.ts";
import type { StopCounts } from "../../shared/api/stops.ts";
import type { Finding, Severity } from "../../shared/finding.ts";
import { gridsFromWire, judgeSubmission, summarise, type Judged, type WireGrid } from "../../shared/judge.ts";
import { identify, type IdentifiedLine } from "../../shared/line-identity.ts";
import { lineItemsOf } from "../../shared/line-items.ts";
import { canonicalJson, type Explanation, type Remarks } from "../../shared/submission.ts";
import { newId, sha256 } from "../store/ids.ts";
import type { StoredLines } from "../store/stored-lines.ts";
import { findExcess } from "../workbook/excess.ts";
import { readWorkbook, type ReadContent } from "./read-workbook.ts";
import { tellFindings } from "./tell-findings.ts";
import type { FileReply, JudgedContent, JudgeReply, JudgeTask, SentContent, Stops } from "./tasks.ts";

/** More are not read by anybody, and would only make the answer long. */
const MOST_TOLD = 1000;

export function judgeContent({ content, policy, before }: JudgeTask): JudgeReply {
  const read = readContent(content);
  if (!read.ok) return read;
  const explanations = JSON.parse(content.explanations) as readonly Explanation[];
  const judged = judgeSubmission({ sheets: read.grids, explanations }, policy);
  const kept = canonicalJson({ sheets: read.grids, explanations });
  return {
    ok: true,
    content: kept,
    sha256: sha256(kept),
    judged: JSON.stringify({
      plan: judged.plan,
      appendices: judged.appendices,
      findings: judged.findings,
      explanations: judged.explanations,
    }),
    lineIds: JSON.stringify(identifyLines(judged.appendices, before)),
    sheetNames: read.grids.map(({ name }) => name),
    summary: summarise(judged),
    remarks: remarksOf(judged),
    stops: stopsOf(judged),
  } satisfies JudgedContent;
}

export function judgeFile({ content, policy }: JudgeTask): FileReply {
  const read = readContent(content);
  if (!read.ok) return read;
  const judged = judgeSubmission({ sheets: read.grids, explanations: [] }, policy);
  const { plan, appendices } = judged;
  const findings = tellFindings(judged.findings);
  return { ok: true, answer: JSON.stringify({ plan, appendices, findings, ...remarksOf(judged) }) };
}

const remarksOf = ({ missingForms, sheetsOfOtherYears }: Judged): Remarks => ({ missingForms, sheetsOfOtherYears });

const stopsOf = ({ noAppendix, blocking }: Judged): Stops => ({
  noAppendix,
  count: blocking.length,
  counts: countStops(blocking),
  findings: tellFindings(blocking.slice(0, MOST_TOLD)),
});

function countStops(blocking: readonly Finding[]): StopCounts {
  const count = (severity: Severity): number => blocking.filter((finding) => finding.severity === severity).length;
  return { errors: count("error"), asks: count("ask"), warnings: count("warning") };
}

const readContent = (content: SentContent): ReadContent =>
  content.kind === "workbook" ? readWorkbook(content) : readWire(content.sheets);

/** Sheets are held to the same bounds as those of a workbook. */
function readWire(json: string): ReadContent {
  const wire = gridsFromWire(JSON.parse(json) as readonly WireGrid[]);
  if (!wire.ok) return { ok: false, why: "given-twice", code: wire.code, at: `${wire.sheet}!${wire.at}` };
  for (const grid of wire.grids) {
    const code = findExcess(grid);
    if (code) return { ok: false, why: "refused", code, sheet: grid.name };
  }
  return wire;
}

function identifyLines(
  appendices: readonly Appendix[],
  before: readonly StoredLines[],
): Readonly<Record<string, string>> {
  const lines = identify(before.flatMap(identifiedLines), lineItemsOf(appendices), { newId });
  return Object.fromEntries(lines);
}

/** A line that nobody could identify is none to match with. */
export function identifiedLines({ judged, lineIds }: StoredLines): readonly IdentifiedLine[] {
  const { appendices } = JSON.parse(judged) as { readonly appendices: readonly Appendix[] };
  return lineItemsOf(appendices).flatMap((line) => {
    const lineId = lineIds[line.key];
    return lineId === undefined ? [] : [{ ...line, lineId }];
  });
}
