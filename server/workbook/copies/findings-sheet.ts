/** The findings as a sheet of their own: severity, sheet, cell with a link to it, the sentence, and the explanation where one is given. */
import { describe } from "../../../shared/describe.ts";
import { SEVERITIES, type Finding } from "../../../shared/finding.ts";
import { columnLetter, parseCellName } from "../../../shared/grid.ts";
import type { Language } from "../../../shared/money.ts";
import { capitalised, SEVERITY_NAMES } from "../../../shared/names.ts";
import type { Explanation } from "../../../shared/submission.ts";
import { heightOfLines, heightOfText, linesOfText } from "../row-height.ts";
import { asciiCellText, asciiXml } from "./ascii-xml.ts";
import type { SheetStyles } from "./findings-styles.ts";
import type { Namespaces } from "./namespaces.ts";
import { HEADINGS, NOTE, NOTHING_FOUND, TITLE } from "./words.ts";

export interface ListedFindings {
  readonly findings: readonly Finding[];
  readonly explanations: readonly Explanation[];
  readonly language: Language;
}

interface SheetFrame {
  readonly styles: SheetStyles;
  readonly namespaces: Namespaces;
  /** Of the sheets there are to link to. */
  readonly sheetNames: ReadonlySet<string>;
  /** The relationship to what is needed to take all out again. */
  readonly recordId: string;
}

interface Column {
  readonly heading: keyof typeof HEADINGS;
  readonly width: number;
}

const COLUMNS: readonly Column[] = [
  { heading: "number", width: 6 },
  { heading: "severity", width: 12 },
  { heading: "sheet", width: 20 },
  { heading: "cell", width: 16 },
  { heading: "sentence", width: 80 },
];
const EXPLANATION: Column = { heading: "explanation", width: 40 };
const HEADING_ROW = 4;
/** Excel holds no more links in a sheet. */
const MOST_LINKS = 65_000;
const MOST_CELLS_NAMED = 3;
/** Excel's own limit on a cell's text. */
const LONGEST_TEXT = 32_000;

export function findingsSheetXml(listed: ListedFindings, frame: SheetFrame): string {
  const { findings, explanations, language } = listed;
  const { main, relationships } = frame.namespaces;
  const columns = explanations.length > 0 ? [...COLUMNS, EXPLANATION] : COLUMNS;
  const cols = columns.map(
    ({ width }, index) =>
      `<col min="${String(index + 1)}" max="${String(index + 1)}" width="${String(width)}" customWidth="1"/>`,
  );
  const rows = [...headRows(listed, columns, frame), ...findingRows(listed, frame)];
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${main}" xmlns:r="${relationships}">`,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<sheetViews><sheetView workbookViewId="0" showGridLines="0"><pane ySplit="${String(HEADING_ROW)}" topLeftCell="A${String(HEADING_ROW + 1)}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`,
    `<sheetFormatPr defaultRowHeight="15"/><cols>${cols.join("")}</cols><sheetData>${rows.join("")}</sheetData>`,
    findings.length > 0
      ? `<autoFilter ref="A${String(HEADING_ROW)}:${columnLetter(columns.length - 1)}${String(HEADING_ROW + findings.length)}"/>`
      : "",
    hyperlinksXml(findings, frame.sheetNames),
    '<pageMargins left="0.5" right="0.5" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/><headerFooter><oddFooter>&amp;R&amp;8 Trang &amp;P/&amp;N</oddFooter></headerFooter>',
    `<customProperties><customPr name="phuluc" r:id="${frame.recordId}"/></customProperties></worksheet>`,
  ]
    .join("")
    .replace(" Trang ", language === "vi" ? " Trang " : " Page ");
}

const textCell = (at: string, style: number, text: string): string =>
  `<c r="${at}" s="${String(style)}" t="inlineStr"><is><t xml:space="preserve">${asciiCellText(text.slice(0, LONGEST_TEXT))}</t></is></c>`;

const rowXml = (row: number, height: number, cells: readonly string[]): string =>
  `<row r="${String(row)}" ht="${String(height)}" customHeight="1">${cells.join("")}</row>`;

function headRows(
  { findings, language }: ListedFindings,
  columns: readonly Column[],
  { styles }: SheetFrame,
): string[] {
  const counts = SEVERITIES.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count > 0 ? [`${String(count)} ${SEVERITY_NAMES[severity][language]}`] : [];
  });
  const summary = counts.length === 0 ? NOTHING_FOUND[language] : counts.join(" · ");
  const headings = columns.map(({ heading }, index) =>
    textCell(`${columnLetter(index)}${String(HEADING_ROW)}`, styles.heading, HEADINGS[heading][language]),
  );
  return [
    rowXml(1, 24, [textCell("A1", styles.title, TITLE[language])]),
    rowXml(2, 16, [textCell("A2", styles.plain, summary)]),
    rowXml(3, 16, [textCell("A3", styles.plain, NOTE[language])]),
    rowXml(HEADING_ROW, 20, headings),
  ];
}

const placeOf = ({ rule, variant, sheet }: Omit<Explanation, "text" | "cell">, cell: string): string =>
  JSON.stringify([rule, variant, sheet, cell]);

function findingRows({ findings, explanations, language }: ListedFindings, { styles }: SheetFrame): string[] {
  const said = new Map(explanations.map((explanation) => [placeOf(explanation, explanation.cell), explanation.text]));
  return findings.map((finding, index) => {
    const row = HEADING_ROW + 1 + index;
    const sentence = describe(finding, language);
    const explanation = said.get(placeOf(finding, finding.cells[0] ?? "")) ?? "";
    const at = (column: number): string => `${columnLetter(column)}${String(row)}`;
    const cells = [
      `<c r="${at(0)}" s="${String(styles.number)}"><v>${String(index + 1)}</v></c>`,
      textCell(at(1), styles.severities[finding.severity], capitalised(SEVERITY_NAMES[finding.severity][language])),
      textCell(at(2), styles.text, finding.sheet),
      textCell(at(3), finding.cells.length > 0 ? styles.link : styles.text, namedCells(finding)),
      textCell(at(4), styles.text, sentence),
      ...(explanations.length > 0 ? [textCell(at(5), styles.text, explanation)] : []),
    ];
    const lines = Math.max(
      linesOfText(finding.sheet, 20),
      linesOfText(namedCells(finding), 16),
      linesOfText(explanation, 40),
    );
    return rowXml(row, Math.max(heightOfText(sentence, 80), heightOfLines(lines)) + 3, cells);
  });
}

function namedCells({ cells }: Finding): string {
  const named = cells.slice(0, MOST_CELLS_NAMED).join(", ");
  return cells.length > MOST_CELLS_NAMED ? `${named}…` : named;
}

function hyperlinksXml(findings: readonly Finding[], sheetNames: ReadonlySet<string>): string {
  const links = findings.slice(0, MOST_LINKS).flatMap(({ sheet, cells: [cell = ""] }, index) => {
    if (!sheetNames.has(sheet) || !parseCellName(cell)) return [];
    const location = `'${sheet.replace(/'/g, "''")}'!${cell}`;
    return [
      `<hyperlink ref="D${String(HEADING_ROW + 1 + index)}" location="${asciiXml(location)}" display="${cell}"/>`,
    ];
  });
  return links.length > 0 ? `<hyperlinks>${links.join("")}</hyperlinks>` : "";
}
