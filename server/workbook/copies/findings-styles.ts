/** How the sheet of findings looks. */
import { SEVERITIES, type Severity } from "../../../shared/finding.ts";
import { fillOf } from "./marks.ts";
import type { StyleLists } from "./style-lists.ts";

export interface SheetStyles {
  readonly title: number;
  readonly plain: number;
  readonly heading: number;
  readonly text: number;
  readonly number: number;
  readonly link: number;
  readonly severities: Readonly<Record<Severity, number>>;
}

const HEADING_FILL = "FFE7E6E6";
const GRID = "FFBFBFBF";

/** Times New Roman, as the forms of the law are printed. */
const font = (size: number, more = "", colour = ""): string =>
  `<font>${more}<sz val="${String(size)}"/>${colour}<name val="Times New Roman"/><family val="1"/></font>`;

const solid = (colour: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`;

const side = (name: string): string => `<${name} style="thin"><color rgb="${GRID}"/></${name}>`;
const BORDER = `<border>${["left", "right", "top", "bottom"].map(side).join("")}<diagonal/></border>`;

interface Look {
  readonly font: number | undefined;
  readonly fill?: number | undefined;
  readonly border?: number | undefined;
  readonly alignment: string;
}

const styleXml = ({ font: fontId = 0, fill = 0, border = 0, alignment }: Look): string =>
  `<xf numFmtId="0" fontId="${String(fontId)}" fillId="${String(fill)}" borderId="${String(border)}" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment ${alignment}/></xf>`;

const WRAPPED = 'vertical="top" wrapText="1"';
const CENTRED = 'horizontal="center" vertical="top" wrapText="1"';

export function addSheetStyles(lists: StyleLists): SheetStyles {
  const [plain, bold, link, large] = lists.add("fonts", [
    font(11),
    font(11, "<b/>"),
    font(11, "<u/>", '<color rgb="FF0563C1"/>'),
    font(14, "<b/>"),
  ]);
  const [headingFill, ...severityFills] = lists.add("fills", [
    solid(HEADING_FILL),
    ...SEVERITIES.map((severity) => solid(fillOf(severity))),
  ]);
  const [border] = lists.add("borders", [BORDER]);
  const looks: readonly Look[] = [
    { font: large, alignment: 'vertical="center"' },
    { font: plain, alignment: 'vertical="center"' },
    { font: bold, fill: headingFill, border, alignment: 'horizontal="center" vertical="center" wrapText="1"' },
    { font: plain, border, alignment: WRAPPED },
    { font: plain, border, alignment: CENTRED },
    { font: link, border, alignment: CENTRED },
    ...severityFills.map((fill) => ({ font: bold, fill, border, alignment: CENTRED })),
  ];
  const [title = 0, note = 0, heading = 0, text = 0, number = 0, linked = 0, ...severities] = lists.add(
    "cellXfs",
    looks.map(styleXml),
  );
  const [error = 0, warning = 0, ask = 0, info = 0] = severities;
  return { title, plain: note, heading, text, number, link: linked, severities: { error, warning, ask, info } };
}
