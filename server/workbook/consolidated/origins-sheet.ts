/** "Nguồn gốc": what the consolidation was made from, so that it can be made again, and what was left out. */
import type { ConsolidatedVersion } from "../../../shared/consolidation/merge.ts";
import { formById } from "../../../shared/forms/index.ts";
import { UNIT_NAMES } from "../../../shared/money.ts";
import type { Book, Cell } from "./book.ts";
import { centredCell, heightOf, layoutOf, numberCell, textCell, type Material } from "./material.ts";
import { LEFT_OUT, printTime, SHEETS } from "./names.ts";

const HEADINGS = [
  "Đơn vị",
  "Bản",
  "Mã biên nhận",
  "Tệp",
  "SHA-256 của nội dung",
  "Trang",
  "Số kế hoạch",
  "Biểu mẫu",
  "Số dòng",
  "Lỗi",
  "Cảnh báo",
  "Tổng hợp",
];
const WIDTHS = [24, 5, 16, 22, 36, 14, 16, 26, 7, 6, 8, 26];

const LEVELS = { organisation: "đơn vị nộp", province: "tỉnh, thành phố", root: "toàn bộ" } as const;
const ERAS = { then: "theo đơn vị tại thời điểm lập", today: "quy về đơn vị hiện nay" } as const;

function factsOf({ consolidation, unit }: Material): readonly string[] {
  const { manifest, versions } = consolidation;
  const { round, rulesVersion, level, era } = manifest;
  const appendices = versions.flatMap((version) => version.appendices);
  const added = appendices.filter(({ leftOut }) => leftOut === null).length;
  const years =
    round.fromYear === round.toYear ? String(round.fromYear) : `${String(round.fromYear)}-${String(round.toYear)}`;
  const asked = round.formIds.map((id) => formById(id).title.vi).join("; ");
  return [
    ...(round.name === "" ? [] : [`Đợt: ${round.name} (mã ${round.id}, ${years})`]),
    ...(round.deadline === null ? [] : [`Hạn nộp: ${printTime(round.deadline)}`]),
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
      ...["", "", ""].map((text) => textCell(text)),
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

const senderCells = ({ id, version, receipt, fileName, sha256 }: Sender, { nameOf }: Material): Cell[] => [
  textCell(nameOf(id)),
  centredCell(version),
  textCell(receipt ?? ""),
  textCell(fileName ?? ""),
  textCell(sha256 ?? ""),
];

function rowsOf(version: ConsolidatedVersion, material: Material): Cell[][] {
  const { organisationId: id } = version;
  const { receipt = null, contentSha256: sha256 = null, fileName = null } = material.organisation(id) ?? {};
  const sender = { id, version: version.version, receipt, sha256, fileName: version.fileName ?? fileName };
  const empty = { sheet: "", planNumber: "", form: null, lineItems: 0, errors: 0, warnings: 0, leftOut: null } as const;
  const appendices = version.appendices.length > 0 ? version.appendices : [empty];
  return appendices.map(({ sheet, planNumber, form, lineItems, errors, warnings, leftOut }) => [
    ...senderCells(sender, material),
    textCell(sheet),
    textCell(planNumber),
    textCell(form === null ? "" : formById(form).title.vi),
    numberCell(lineItems),
    numberCell(errors),
    numberCell(warnings),
    textCell(form === null ? "Không cộng: không có phụ lục" : leftOut === null ? "Đã cộng" : LEFT_OUT[leftOut]),
  ]);
}
