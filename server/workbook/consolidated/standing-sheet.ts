/** "Tình trạng nộp": every organisation that was asked, what it sent and when, and whether it is in the totals. */
import type { Consolidation } from "../../../shared/consolidation.ts";
import type { ManifestOrganisation } from "../../../shared/consolidation/manifest.ts";
import type { SubmissionState } from "../../../shared/submission-states.ts";
import { hasSubmitted, isListed } from "../../../shared/consolidation/standing.ts";
import { addCounts, type FindingCounts } from "../../../shared/consolidation/summary.ts";
import { groupBy } from "../../../shared/group-by.ts";
import { capitalised, STATE_NAMES } from "../../../shared/names.ts";
import { toPaperTime } from "../../../shared/vietnam-time.ts";
import type { Book, Cell } from "./book.ts";
import { centredCell, heightOf, layoutOf, numberCell, textCell, timeCell, type Material } from "./material.ts";
import { SHEETS } from "./names.ts";

const HEADINGS = [
  "TT",
  "Đơn vị",
  "Đơn vị cấp trên",
  "Tình trạng",
  "Thời điểm nộp",
  "Nộp muộn",
  "Bản",
  "Số dòng",
  "Lỗi",
  "Cảnh báo",
  "Đưa vào tổng hợp",
];
const WIDTHS = [6, 36, 28, 18, 17, 9.5, 7, 10, 8, 10, 34];

export async function writeStanding(book: Book, material: Material): Promise<void> {
  const { manifest, organisations } = material.consolidation;
  const headings = HEADINGS.map((title) => ({ title, below: [] }));
  const notes = notesOf(material.consolidation);
  const page = await book.open(
    layoutOf(material, { name: SHEETS.standing, title: "TÌNH TRẠNG NỘP", notes, headings, widths: WIDTHS }),
  );
  const lineItems = new Map(organisations.map((organisation) => [organisation.id, organisation.lineItems]));
  const findings = countFindings(material.consolidation);
  for (const [index, organisation] of manifest.organisations.filter(isListed).entries()) {
    const { id, included } = organisation;
    const sent = { lineItems: lineItems.get(id) ?? (included ? 0 : null), findings: findings.get(id) ?? null };
    const cells = [centredCell(index + 1), ...cellsOf(organisation, sent, material)];
    await page.row(cells, heightOf(cells, WIDTHS));
  }
  page.end();
}

function notesOf({ manifest, standing }: Consolidation): readonly string[] {
  const { deadline } = manifest.round;
  const number = (ids: readonly string[]): string => String(ids.length);
  return [
    ...(deadline === null ? [] : [`Hạn nộp: ${toPaperTime(deadline)}`]),
    `Phải nộp: ${number(standing.expected)}; đã nộp: ${number(standing.submitted)} (nộp muộn: ${number(standing.late)}); trả lại: ${number(standing.returned)}; chưa nộp: ${number(standing.missing)}; đã nộp nhưng không đưa vào tổng hợp: ${number(standing.notIncluded)}`,
  ];
}

/** By organisation: its appendices may have come in several files. */
function countFindings({ versions }: Consolidation): ReadonlyMap<string, FindingCounts> {
  const byId = groupBy(versions, ({ organisationId }) => organisationId);
  return new Map([...byId].map(([id, own]) => [id, addCounts(own.map(({ findings }) => findings))]));
}

interface Sent {
  readonly lineItems: number | null;
  readonly findings: FindingCounts | null;
}

function cellsOf(organisation: ManifestOrganisation, { lineItems, findings }: Sent, material: Material): Cell[] {
  const { name, parentId, state, submittedAt, isLate, version } = organisation;
  return [
    textCell(name),
    textCell(parentId === null ? "" : material.nameOf(parentId)),
    textCell(capitalised(STATE_NAMES[state].vi), isStandingOut(organisation) ? "group" : "plain"),
    timeCell(submittedAt),
    centredCell(isLate ? "Muộn" : ""),
    material.versionCell(version),
    numberCell(lineItems),
    numberCell(findings?.error ?? null),
    numberCell(findings?.warning ?? null),
    textCell(includedText(organisation)),
  ];
}

const isStandingOut = (organisation: ManifestOrganisation): boolean =>
  organisation.isExpected && !hasSubmitted(organisation);

function includedText({ included, state, isExpected }: ManifestOrganisation): string {
  if (included) return isExpected ? "Có" : "Có (không thuộc diện phải nộp)";
  return WHY_NOT[state];
}

const WHY_NOT: Readonly<Record<SubmissionState, string>> = {
  missing: "Không: chưa nộp",
  draft: "Không: chưa nộp",
  prepared: "Không: chưa nộp",
  submitted: "Không: không được chọn",
  returned: "Không: bản nộp bị trả lại",
  accepted: "Không: không được chọn",
};
