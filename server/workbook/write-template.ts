/** A blank form for a round: what is filled in right is read without a finding. */
import type { Writable } from "node:stream";
import type { Workbook, Worksheet } from "exceljs";
import type { FormId } from "../../shared/appendix.ts";
import { formById } from "../../shared/forms/index.ts";
import { UNIT_NAMES, type Unit } from "../../shared/money.ts";
import { CORE_VERSION } from "../../shared/version.ts";
import type { CustomProperties } from "./custom-properties.ts";
import { footer } from "./footer.ts";
import { PAGE } from "./page.ts";
import { heightOfText } from "./row-height.ts";
import { sendWorkbook } from "./send.ts";
import { NOTE, TITLE, UNIT } from "./styles.ts";
import { templateLayout, type TemplateLayout, type TemplateYears } from "./template/layouts.ts";
import { drawHeadings, drawRows, widthsOf } from "./template/sheet.ts";

/** What a form is for, where no round of the service asks for it. */
export interface TemplateTerms {
  readonly fromYear: number;
  readonly toYear: number;
  readonly unit: Unit;
}

export interface TemplateRound extends TemplateTerms {
  readonly id: string;
  readonly name: string;
}

export interface TemplateRequest {
  readonly form: FormId;
  readonly round: TemplateRound | TemplateTerms | null;
  /** Where no round says it; a form with a unit of its own keeps that. */
  readonly unit?: Unit;
  /** Who will fill it in. */
  readonly organisation?: string;
}

const HEADER_ROW = 6;

/** The round of the service that is asked for; null where it is not one of it. */
const namedRound = ({ round }: TemplateRequest): TemplateRound | null => (round && "id" in round ? round : null);

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
    { properties: propertiesOf(request) },
  );

/** By which a filled-in file is known again, whatever it was renamed to. */
function propertiesOf(request: TemplateRequest): CustomProperties {
  const round = namedRound(request);
  return [
    ["PhulucForm", request.form],
    ...(round ? [["PhulucRound", round.id] as const] : []),
    ["PhulucVersion", CORE_VERSION],
  ];
}

/** Keywords tell form and round too: some programs that save a workbook drop the properties they do not know. */
function describeFile(workbook: Workbook, request: TemplateRequest): void {
  const { form, organisation } = request;
  const round = namedRound(request);
  workbook.title = formById(form).title.vi;
  workbook.subject = round?.name ?? "";
  workbook.company = organisation ?? "";
  workbook.keywords = [`phuluc-form=${form}`, ...(round ? [`phuluc-round=${round.id}`] : [])].join("; ");
}

function drawTitle(
  sheet: Worksheet,
  layout: TemplateLayout,
  { form, round, unit, organisation }: TemplateRequest,
): void {
  const widths = widthsOf(layout);
  const width = widths.length;
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
  const room = widths.reduce((sum, one) => sum + one, 0);
  sheet.getRow(2).height = heightOfText(layout.title.toUpperCase(), room, TITLE) + 3;
}

const span = (from: number, to: number): string => (from === to ? String(from) : `${String(from)}-${String(to)}`);

/** A year's phase is its five-year plan: 2026 lies in 2026-2030. */
function yearsOf(round: TemplateTerms | null): TemplateYears {
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
