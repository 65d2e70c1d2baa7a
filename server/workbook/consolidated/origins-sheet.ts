/** "Nguồn gốc": what the consolidation was made from, so that it can be made again, and what was left out. */
import type { ConsolidatedAppendix, ConsolidatedVersion } from "../../../shared/consolidation/merge.ts";
import { formById } from "../../../shared/forms/index.ts";
import { UNIT_NAMES } from "../../../shared/money.ts";
import { toPaperTime } from "../../../shared/vietnam-time.ts";
import type { Book, Cell } from "./book.ts";
import { heightOf, layoutOf, numberCell, textCell, type Material } from "./material.ts";
import { LEFT_OUT, SHEETS } from "./names.ts";
import { roundYears } from "./other-years.ts";

const HEADINGS = [
  "Đơn vị",
  "Bản",
  "Mã biên nhận",
  "Tệp",
  "SHA-256 của nội dung",
  "Trang",
  "Số kế hoạch",
  "Thời gian",
  "Biểu mẫu",
  "Số dòng",
  "Lỗi",
  "Cảnh báo",
  "Tổng hợp",
];
const WIDTHS = [24, 6, 16, 24, 38, 14, 18, 12.5, 28, 8, 7, 9.5, 28];
/** Of an appendix that is not there. */
const NO_APPENDIX = { sheet: "", planNumber: "", years: "", form: null, lineItems: 0, errors: 0, warnings: 0 } as const;

const LEVELS = { organisation: "đơn vị nộp", province: "tỉnh, thành phố", root: "toàn bộ" } as const;
const ERAS = { then: "theo đơn vị tại thời điểm lập", today: "quy về đơn vị hiện nay" } as const;

function factsOf({ consolidation, unit }: Material): readonly string[] {
  const { manifest, versions } = consolidation;
  const { round, rulesVersion, level, era } = manifest;
  const appendices = versions.flatMap((version) => version.appendices);
  const added = appendices.filter(({ leftOut }) => leftOut === null).length;
  const asked = round.formIds.map((id) => formById(id).title.vi).join("; ");
  return [
    ...(round.name === "" ? [] : [`Đợt: ${round.name} (mã ${round.id}, ${roundYears(round)})`]),
    ...(round.deadline === null ? [] : [`Hạn nộp: ${toPaperTime(round.deadline)}`]),
    ...(asked === "" ? [] : [`Biểu mẫu yêu cầu: ${asked}`]),
    `Phiên bản quy tắc: ${rulesVersion}; gộp theo ${LEVELS[level]}, ${ERAS[era]}; tiền cộng bằng đồng, trình bày bằng ${UNIT_NAMES[unit].vi}`,
    `Phụ lục đã đọc: ${String(appendices.length)}; đã cộng kinh phí: ${String(added)}; không cộng: ${String(appendices.length - added)}`,
  ];
}

export async function writeOrigins(book: Book, material: Material): Promise<void> {
  const page = await book.open(
    layoutOf(material, {
      name: SHEETS.origins,
      title: "NGUỒN GỐC SỐ LIỆU",
      notes: factsOf(material),
      headings: HEADINGS.map((title) => ({ title, below: [] })),
      widths: WIDTHS,
    }),
  );
  for (const version of material.consolidation.versions) {
    for (const cells of rowsOf(version, material)) await page.row(cells, heightOf(cells, WIDTHS));
  }
  for (const organisation of material.consolidation.manifest.organisations) {
    if (organisation.included || organisation.version === null) continue;
    const { id, version, receipt, contentSha256, fileName } = organisation;
    const cells = [
      ...senderCells({ id, version, receipt, fileName, sha256: contentSha256 }, material),
      ...["", "", "", ""].map((text) => textCell(text)),
      ...[null, null, null].map((value) => numberCell(value)),
      textCell("Không đưa vào tổng hợp"),
    ];
    await page.row(cells, heightOf(cells, WIDTHS));
  }
  page.end();
}

interface Sender {
  readonly id: string;
  readonly version: number;
  readonly receipt: string | null;
  readonly fileName: string | null;
  readonly sha256: string | null;
}

const senderCells = ({ id, version, receipt, fileName, sha256 }: Sender, material: Material): Cell[] => [
  textCell(material.nameOf(id)),
  material.versionCell(version),
  textCell(receipt ?? ""),
  textCell(fileName ?? ""),
  textCell(sha256 ?? ""),
];

function rowsOf(version: ConsolidatedVersion, material: Material): Cell[][] {
  const { organisationId: id } = version;
  const { receipt = null, contentSha256: sha256 = null, fileName = null } = material.organisation(id) ?? {};
  const sender = { id, version: version.version, receipt, sha256, fileName: version.fileName ?? fileName };
  const appendices = version.appendices.length > 0 ? version.appendices : [NO_APPENDIX];
  return appendices.map((appendix) => [
    ...senderCells(sender, material),
    textCell(appendix.sheet),
    textCell(appendix.planNumber),
    textCell(appendix.years),
    textCell(appendix.form === null ? "" : formById(appendix.form).title.vi),
    numberCell(appendix.lineItems),
    numberCell(appendix.errors),
    numberCell(appendix.warnings),
    textCell(whatBecameOf(appendix)),
  ]);
}

function whatBecameOf(appendix: ConsolidatedAppendix | typeof NO_APPENDIX): string {
  if (appendix.form === null) return "Không cộng: không có phụ lục";
  if (appendix.leftOut !== null) return LEFT_OUT[appendix.leftOut];
  return appendix.isOfOtherYears ? "Đã cộng (thời gian ngoài đợt)" : "Đã cộng";
}
