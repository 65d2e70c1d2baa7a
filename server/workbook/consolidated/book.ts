/** A workbook written row by row into a stream: one sheet after another, nothing kept of what is written. */
import type { Writable } from "node:stream";
import type ExcelJS from "exceljs";
import { columnLetter } from "../../../shared/grid.ts";
import { setDefaultFont } from "../default-font.ts";
import { footer } from "../footer.ts";
import { PAGE } from "../page.ts";
import { paceOf, WritingStopped, type Pace } from "../pace.ts";
import { heightOfText } from "../row-height.ts";
import { NOTE, NOTE_LEFT, TITLE, TITLE_LEFT, UNIT, type CellStyle } from "../styles.ts";
import { headerCells, headerHeights, headerRows, type Heading } from "./header.ts";
import { cellText, rowsOf, type Rows } from "./rows.ts";

export type Value = string | number | Date | { readonly formula: string; readonly result: number };

export interface Cell {
  readonly value: Value | null;
  readonly style: CellStyle;
}

export interface Layout {
  readonly name: string;
  readonly title: string;
  readonly notes: readonly string[];
  /** "Đơn vị tính: …", right above the table. */
  readonly unit: string | null;
  readonly headings: readonly Heading[];
  readonly widths: readonly number[];
  /** Columns that stay in sight, and are printed again on each page. */
  readonly frozenColumns: number;
  readonly paper: "A4" | "A3";
  readonly hasFilter: boolean;
  /** How many pages wide it is printed. */
  readonly pagesWide: number;
}

export interface Page {
  /** The number of the row that is written next. */
  readonly nextRow: () => number;
  readonly row: (cells: readonly Cell[], height?: number) => Promise<void>;
  /** Text over the whole width. */
  readonly line: (text: string, style: CellStyle) => Promise<void>;
  readonly header: (headings: readonly Heading[]) => Promise<void>;
  readonly end: () => void;
}

export interface Book {
  readonly open: (layout: Layout) => Promise<Page>;
  readonly end: () => Promise<void>;
}

export interface BookFacts {
  /** ISO time: what is written says nothing of when it was written, so that it can be written again. */
  readonly asOf: string;
  readonly footer: string;
}

const PAPER = { A4: 9, A3: 8 } as const;

export async function openBook(out: Writable, facts: BookFacts): Promise<Book> {
  const date = new Date(facts.asOf);
  const options = {
    stream: out,
    useStyles: true,
    useSharedStrings: false,
    zip: { zlib: { level: 6 } },
    created: date,
    modified: date,
    creator: "Phụ Lục",
    lastModifiedBy: "Phụ Lục",
  };
  const failed = new Promise<never>((_, reject) => {
    out.once("error", reject);
    out.once("close", () => {
      if (!out.writableFinished) reject(new WritingStopped());
    });
  });
  // Whoever awaits a row or the end is told; nobody may be awaiting just then.
  failed.catch(() => undefined);
  const { stream } = (await import("exceljs")).default;
  const workbook = new stream.xlsx.WorkbookWriter(options as unknown as ExcelJS.stream.xlsx.WorkbookWriterOptions);
  setDefaultFont(workbook);
  const pace = paceOf(out);
  return {
    open: async (layout) => {
      const sheet = addSheet(workbook, layout, facts);
      const page = pageOf({ sheet, rows: rowsOf(sheet, workbook), layout, pace });
      await page.start();
      return page;
    },
    end: () => Promise.race([workbook.commit(), failed]),
  };
}

/** The last row of the header. */
export const headerRow = (layout: Layout): number =>
  1 + layout.notes.length + (layout.unit === null ? 0 : 1) + headerRows(layout.headings);

function addSheet(workbook: ExcelJS.stream.xlsx.WorkbookWriter, layout: Layout, facts: BookFacts): ExcelJS.Worksheet {
  const last = headerRow(layout);
  const rows = headerRows(layout.headings);
  const first = last - Math.max(rows, 1) + 1;
  const columns = layout.frozenColumns;
  const sheet = workbook.addWorksheet(layout.name, {
    views: [{ state: "frozen", ySplit: last, xSplit: columns, showGridLines: false }],
    pageSetup: {
      ...PAGE,
      paperSize: PAPER[layout.paper] as ExcelJS.PaperSize,
      fitToWidth: layout.pagesWide,
      ...(rows > 0 ? { printTitlesRow: `${String(first)}:${String(last)}` } : {}),
      ...(columns > 0 && layout.pagesWide > 1 ? { printTitlesColumn: `A:${columnLetter(columns - 1)}` } : {}),
    },
    headerFooter: footer({ left: facts.footer, centre: layout.name }),
  });
  sheet.columns = layout.widths.map((width) => ({ width }));
  return sheet;
}

interface Opened {
  readonly sheet: ExcelJS.Worksheet;
  readonly rows: Rows;
  readonly layout: Layout;
  readonly pace: Pace;
}

function pageOf({ sheet, rows, layout, pace }: Opened): Page & { start: () => Promise<void> } {
  let next = 1;
  const width = layout.widths.length;
  const wholeWidth = layout.widths.reduce((sum, one) => sum + one, 0);
  const row: Page["row"] = async (cells, height) => {
    if (rows.add(next++, cells, height)) await pace.breathe(rows.pipes);
  };
  /** Its cells may be merged: exceljs has to know them. */
  const spanned = (cells: readonly Cell[], height: number | undefined): void => {
    const line = sheet.getRow(next++);
    cells.forEach(({ value, style }, index) => {
      const cell = line.getCell(index + 1);
      if (value !== null) cell.value = typeof value === "string" ? cellText(value) : value;
      cell.style = style;
    });
    if (height !== undefined) line.height = height;
    line.commit();
  };
  const line: Page["line"] = async (text, style) => {
    rows.handOver(next);
    const isWrapped = style.alignment?.wrapText === true;
    if (width > 1 && isWrapped) sheet.mergeCells(next, 1, next, width);
    const room = isWrapped ? wholeWidth : Number.POSITIVE_INFINITY;
    spanned([{ value: text, style }], heightOfText(text, room, style));
    await pace.breathe(rows.pipes);
  };
  const header: Page["header"] = async (headings) => {
    rows.handOver(next);
    const heights = headerHeights(headings, layout.widths);
    for (const [index, cells] of headerCells(sheet, headings, next).entries()) spanned(cells, heights[index]);
    await pace.breathe(rows.pipes);
  };
  const start = async (): Promise<void> => {
    const isWide = layout.frozenColumns > 0;
    await line(layout.title, isWide ? TITLE_LEFT : TITLE);
    for (const note of layout.notes) await line(note, isWide ? NOTE_LEFT : NOTE);
    if (layout.unit !== null) {
      const blank = Array.from({ length: isWide ? 0 : width - 1 }, (): Cell => ({ value: null, style: {} }));
      await row([...blank, { value: layout.unit, style: isWide ? NOTE_LEFT : UNIT }]);
    }
    await header(layout.headings);
  };
  const end = (): void => {
    rows.handOver(next);
    if (layout.hasFilter)
      sheet.autoFilter = `A${String(headerRow(layout))}:${columnLetter(width - 1)}${String(next - 1)}`;
    sheet.commit();
  };
  return { nextRow: () => next, row, line, header, start, end };
}
