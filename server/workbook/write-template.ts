/** A blank form for a round: what is filled in right is read without a finding. */
import type { Writable } from "node:stream";
import type { PageSetup, Workbook, Worksheet } from "exceljs";
import type { FormId } from "../../shared/appendix.ts";
import { formById } from "../../shared/forms/index.ts";
import { UNIT_NAMES, type Unit } from "../../shared/money.ts";
import { CORE_VERSION } from "../../shared/version.ts";
import type { CustomProperties } from "./custom-properties.ts";
import { footer } from "./footer.ts";
import { sendWorkbook } from "./send.ts";
import { NOTE, TITLE, UNIT } from "./styles.ts";
import { templateLayout, type TemplateLayout, type TemplateYears } from "./template/layouts.ts";
import { columnsOf, drawHeadings, drawRows } from "./template/sheet.ts";

export interface TemplateRound {
  readonly id: string;
  readonly name: string;
  readonly fromYear: number;
  readonly toYear: number;
  readonly unit: Unit;
}

export interface TemplateRequest {
  readonly form: FormId;
  readonly round: TemplateRound | null;
  /** Where no round says it; a form with a unit of its own keeps that. */
  readonly unit?: Unit;
  /** Who will fill it in. */
  readonly organisation?: string;
}

const HEADER_ROW = 6;

const PAGE: Partial<PageSetup> = {
  paperSize: 9,
  orientation: "landscape",
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  horizontalCentered: true,
  margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
};

export const writeTemplate = (request: TemplateRequest, out: Writable): Promise<void> =>
  sendWorkbook(
    out,
    (workbook) => {
      describeFile(workbook, request);
      const sheet = workbook.addWorksheet("Phụ lục", { pageSetup: PAGE, headerFooter: footer() });
      const layout = templateLayout(request.form, yearsOf(request.round));
      drawTitle(sheet, layout, request);
      const firstRow = drawHeadings(sheet, layout, HEADER_ROW);
      drawRows(sheet, layout, firstRow);
      sheet.views = [{ state: "frozen", ySplit: firstRow - 1, xSplit: 2 }];
      sheet.pageSetup.printTitlesRow = `${String(HEADER_ROW)}:${String(firstRow - 1)}`;
    },
    propertiesOf(request),
  );

/** By which a filled-in file is known again, whatever it was renamed to. */
const propertiesOf = ({ form, round }: TemplateRequest): CustomProperties => [
  ["PhulucForm", form],
  ...(round ? [["PhulucRound", round.id] as const] : []),
  ["PhulucVersion", CORE_VERSION],
];

/** Keywords tell form and round too: some programs that save a workbook drop the properties they do not know. */
function describeFile(workbook: Workbook, { form, round, organisation }: TemplateRequest): void {
  workbook.creator = "Phụ Lục";
  workbook.title = formById(form).title.vi;
  workbook.subject = round?.name ?? "";
  workbook.company = organisation ?? "";
  workbook.keywords = [`phuluc-form=${form}`, ...(round ? [`phuluc-round=${round.id}`] : [])].join("; ");
}

function drawTitle(sheet: Worksheet, layout: TemplateLayout, { form, round, unit, organisation }: TemplateRequest): void {
  const width = columnsOf(layout).length;
  const { defaultScope, defaultUnit } = formById(form);
  const isMoney = defaultScope !== null;
  const printed = defaultUnit ?? round?.unit ?? unit ?? "million";
  const lines: readonly (readonly [string, typeof TITLE])[] = [
    ["PHỤ LỤC", TITLE],
    [layout.title.toUpperCase(), TITLE],
    [organisation === undefined ? "" : `Đơn vị lập: ${organisation}`, NOTE],
    ["(Kèm theo Kế hoạch số ......../KH-...... ngày ...../...../........)", NOTE],
    [isMoney ? `Đơn vị tính: ${UNIT_NAMES[printed].vi}` : "", UNIT],
  ];
  lines.forEach(([line, style], index) => {
    const row = index + 1;
    const column = style === UNIT ? width : 1;
    const cell = sheet.getCell(row, column);
    if (line !== "") cell.value = line;
    cell.style = style;
    if (style !== UNIT) sheet.mergeCells(row, 1, row, width);
  });
  sheet.getRow(2).height = 22;
}

const span = (from: number, to: number): string => (from === to ? String(from) : `${String(from)}-${String(to)}`);

/** A year's phase is its five-year plan: 2026 lies in 2026-2030. */
function yearsOf(round: TemplateRound | null): TemplateYears {
  if (!round) return { plan: "", year: "", phase: "" };
  const { fromYear, toYear } = round;
  const isYear = fromYear === toYear;
  const start = Math.floor((fromYear - 1) / 5) * 5 + 1;
  return {
    plan: `${isYear ? "năm" : "giai đoạn"} ${span(fromYear, toYear)}`,
    year: String(fromYear),
    phase: isYear ? span(start, start + 4) : span(fromYear, toYear),
  };
}
