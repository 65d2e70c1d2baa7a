/** "Tình trạng nộp": every organisation that was asked, what it sent and when, and whether it is in the totals. */
import type { ManifestOrganisation } from "../../../shared/consolidation/manifest.ts";
import { hasSubmitted, isListed } from "../../../shared/consolidation/standing.ts";
import type { Book, Cell } from "./book.ts";
import { centredCell, heightOf, layoutOf, numberCell, textCell, timeCell, type Material } from "./material.ts";
import { printTime, SHEETS, STATE_NAMES } from "./names.ts";

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
const WIDTHS = [6, 36, 28, 18, 17, 9, 7, 10, 8, 10, 26];

export async function writeStanding(book: Book, material: Material): Promise<void> {
  const { manifest, standing, versions, organisations } = material.consolidation;
  const { deadline } = manifest.round;
  const number = (ids: readonly string[]): string => String(ids.length);
  const notes = [
    ...(deadline === null ? [] : [`Hạn nộp: ${printTime(deadline)}`]),
    `Phải nộp: ${number(standing.expected)}; đã nộp: ${number(standing.submitted)} (nộp muộn: ${number(standing.late)}); trả lại: ${number(standing.returned)}; chưa nộp: ${number(standing.missing)}; đã nộp nhưng không đưa vào tổng hợp: ${number(standing.notIncluded)}`,
  ];
  const headings = HEADINGS.map((title) => ({ title, below: [] }));
  const page = await book.open(
    layoutOf(material, { name: SHEETS.standing, title: "TÌNH TRẠNG NỘP", notes, headings, widths: WIDTHS }),
  );
  const lineItems = new Map(organisations.map((organisation) => [organisation.id, organisation.lineItems]));
  const counts = new Map<string, { errors: number; warnings: number }>();
  for (const { organisationId, findings } of versions) {
    const before = counts.get(organisationId) ?? { errors: 0, warnings: 0 };
    const sum = { errors: before.errors + findings.error, warnings: before.warnings + findings.warning };
    counts.set(organisationId, sum);
  }
  for (const [index, organisation] of manifest.organisations.filter(isListed).entries()) {
    const found = counts.get(organisation.id);
    const cells: Cell[] = [
      centredCell(index + 1),
      textCell(organisation.name),
      textCell(organisation.parentId === null ? "" : material.nameOf(organisation.parentId)),
      textCell(STATE_NAMES[organisation.state], isStandingOut(organisation) ? "group" : "plain"),
      timeCell(organisation.submittedAt),
      centredCell(organisation.isLate ? "Muộn" : ""),
      centredCell(organisation.version),
      numberCell(lineItems.get(organisation.id) ?? (organisation.included ? 0 : null)),
      numberCell(found?.errors ?? null),
      numberCell(found?.warnings ?? null),
      textCell(includedText(organisation)),
    ];
    await page.row(cells, heightOf(cells, WIDTHS));
  }
  page.end();
}

const isStandingOut = (organisation: ManifestOrganisation): boolean =>
  organisation.isExpected && !hasSubmitted(organisation);

function includedText({ included, state, isExpected }: ManifestOrganisation): string {
  if (included) return isExpected ? "Có" : "Có (không thuộc diện phải nộp)";
  return state === "missing" || state === "draft" || state === "prepared"
    ? "Không: chưa nộp"
    : state === "returned"
      ? "Không: bản nộp bị trả lại"
      : "Không: không được chọn";
}
