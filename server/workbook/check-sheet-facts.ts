/** What a check sheet states: made from one submission, or from a consolidation, and written the same way. */
import type { Consolidation } from "../../shared/consolidation.ts";
import type { ManifestOrganisation } from "../../shared/consolidation/manifest.ts";
import { mergerOf } from "../../shared/consolidation/groups.ts";
import { startMerge, type LeftOut } from "../../shared/consolidation/merge.ts";
import { addCounts } from "../../shared/consolidation/summary.ts";
import { printNumber } from "../../shared/money.ts";
import type { YearsAsked } from "../../shared/other-years.ts";
import type { JudgedSubmission } from "../../shared/submission.ts";
import { toPaperTime } from "../../shared/vietnam-time.ts";
import { countsText, moneyTitle, sourceTitle } from "./consolidated/names.ts";
import { otherYearsRemark } from "./consolidated/other-years.ts";
import { shortList } from "./short-list.ts";

export interface CheckSheet {
  /** Stands at its head and signs it; "" where that is not known. */
  readonly issuer: string;
  readonly title: string;
  readonly round: string;
  /** Label and value. */
  readonly facts: readonly (readonly [string, string])[];
  readonly totals: readonly CheckTotal[];
  /** What has to be known beside the totals: who is missing, what has no source. */
  readonly remarks: readonly string[];
  readonly sha256: string;
}

/** One scope of money: its whole, in figures and words, and its sources. */
export interface CheckTotal {
  readonly title: string;
  readonly dong: number;
  readonly sources: readonly (readonly [string, number])[];
}

export interface SubmissionToCheck {
  readonly round: string;
  /** Of the round; null where it asks for none. */
  readonly years: YearsAsked | null;
  readonly organisation: string;
  readonly version: number;
  readonly receipt: string | null;
  /** ISO time. */
  readonly submittedAt: string | null;
  readonly contentSha256: string;
  readonly rulesVersion: string;
  readonly judged: JudgedSubmission;
}

export function checkSheetOfSubmission(submission: SubmissionToCheck): CheckSheet {
  const { judged, round, organisation, version, receipt, submittedAt } = submission;
  const merged = mergeAlone(submission);
  return {
    issuer: organisation,
    title: "PHIẾU KIỂM TRA BẢN NỘP",
    round,
    facts: [
      ["Đơn vị nộp", organisation],
      ["Bản số", String(version)],
      ["Mã biên nhận", receipt ?? "Chưa nộp"],
      ["Thời điểm nộp", submittedAt === null ? "Chưa nộp" : toPaperTime(submittedAt)],
      ["Số phụ lục", printCount(judged.appendices.length)],
      ["Số nhiệm vụ, dự án", printCount(merged.total.lineItems)],
      ["Kết quả kiểm tra", resultOf(merged)],
      ["Phiên bản quy tắc", submission.rulesVersion],
    ],
    totals: totalsOf(merged),
    remarks: remarksOf(merged),
    sha256: submission.contentSha256,
  };
}

const ANY_YEARS: YearsAsked = { fromYear: 0, toYear: 9999 };

/** Added up as it will be in every consolidation, so that the sheet and the consolidation can't differ. */
function mergeAlone({ judged, organisation: name, version, years, ...facts }: SubmissionToCheck): Consolidation {
  const { receipt, submittedAt, contentSha256, rulesVersion } = facts;
  const round = { id: "", name: "", ...(years ?? ANY_YEARS), unit: "dong", deadline: null, formIds: [] } as const;
  const organisation: ManifestOrganisation = {
    id: name,
    parentId: null,
    name,
    kind: "department",
    successorId: null,
    isExpected: true,
    state: "submitted",
    isLate: false,
    submittedAt,
    included: true,
    version,
    receipt,
    contentSha256,
    fileName: null,
  };
  const how = { asOf: "", rulesVersion, era: "then", level: "organisation" } as const;
  const merge = startMerge({ ...how, round, organisations: [organisation] }, () => []);
  merge.add({ ...judged, organisationId: name, version });
  return merge.end();
}

/** @param sha256 of the consolidation's values */
export function checkSheetOfConsolidation(consolidation: Consolidation, sha256: string): CheckSheet {
  const { manifest, standing, versions, total } = consolidation;
  const { round, asOf, organisations } = manifest;
  const names = (ids: readonly string[]): string => listNames(ids, organisations);
  const receipts = organisations.flatMap(({ included, receipt }) => (included && receipt !== null ? [receipt] : []));
  const remarks: readonly (readonly [number, string])[] = [
    [standing.missing.length, `Chưa nộp (${String(standing.missing.length)}): ${names(standing.missing)}.`],
    [standing.returned.length, `Trả lại để sửa (${String(standing.returned.length)}): ${names(standing.returned)}.`],
    [standing.late.length, `Nộp muộn (${String(standing.late.length)}): ${names(standing.late)}.`],
    [
      standing.notIncluded.length,
      `Đã nộp nhưng không đưa vào tổng hợp (${String(standing.notIncluded.length)}): ${names(standing.notIncluded)}.`,
    ],
  ];
  return {
    issuer: mergerOf(manifest)?.name ?? "",
    title: "PHIẾU KIỂM TRA TỔNG HỢP",
    round: round.name,
    facts: [
      ["Số liệu đến", toPaperTime(asOf)],
      ["Số đơn vị phải nộp", printCount(standing.expected.length)],
      ["Số đơn vị đã nộp", printCount(standing.submitted.length)],
      ["Số đơn vị có kinh phí", printCount(consolidation.organisations.length)],
      ["Số bản được cộng", printCount(versions.length)],
      ["Số nhiệm vụ, dự án", printCount(total.lineItems)],
      ["Biên nhận", receipts.length === 0 ? "Không có" : shortList(receipts)],
      ["Kết quả kiểm tra", resultOf(consolidation)],
      ["Phiên bản quy tắc", manifest.rulesVersion],
    ],
    totals: totalsOf(consolidation),
    remarks: [...remarks.flatMap(([count, remark]) => (count > 0 ? [remark] : [])), ...remarksOf(consolidation)],
    sha256,
  };
}

/** What was not added up, and what is for other years. */
function remarksOf(consolidation: Consolidation): readonly string[] {
  const left = consolidation.versions.flatMap(({ appendices }) => appendices);
  const sheetsOf = (why: LeftOut): string =>
    shortList(left.flatMap(({ sheet, leftOut }) => (leftOut === why ? [`“${sheet}”`] : [])));
  const remarks: readonly (readonly [string, string])[] = [
    ["Không cộng vì chưa biết đơn vị tính", sheetsOf("unit-unknown")],
    ["Không cộng vì trùng với phụ lục đã cộng", sheetsOf("same-appendix")],
  ];
  const otherYears = otherYearsRemark(consolidation);
  return [
    ...remarks.flatMap(([why, sheets]) => (sheets === "" ? [] : [`${why}: trang ${sheets}.`])),
    ...(otherYears === null ? [] : [otherYears]),
  ];
}

const printCount = (count: number): string => printNumber(count, "vi");

function totalsOf({ columns, total: { amounts } }: Consolidation): readonly CheckTotal[] {
  return columns.flatMap((column, index): CheckTotal[] => {
    const dong = amounts[index] ?? null;
    if (column.source !== "total" || dong === null) return [];
    const sources = columns.flatMap((other, place): (readonly [string, number])[] => {
      const part = amounts[place] ?? null;
      const isOwn = other !== column && other.scope === column.scope && other.kind === column.kind;
      return isOwn && part !== null && part !== 0 ? [[sourceTitle(other), part]] : [];
    });
    return [{ title: moneyTitle(column), dong, sources }];
  });
}

const resultOf = ({ versions }: Consolidation): string =>
  countsText(addCounts(versions.map(({ findings }) => findings)));

function listNames(ids: readonly string[], organisations: readonly { id: string; name: string }[]): string {
  const byId = new Map(organisations.map(({ id, name }) => [id, name]));
  return shortList(ids.map((id) => byId.get(id) ?? id));
}
