/** Where the sheets of this page come from: samples of the service, a file of the visitor's own, a blank or a large one. */
import type { Grid } from "../../shared/grid.ts";
import type { Bilingual } from "../../shared/rule.ts";
import { largeSheet } from "../../test/bench/sheets.ts";
import { fillSheet } from "../../test/host-sim/workbook-of.ts";
import { Workbook } from "../../test/host-sim/workbook.ts";

export interface Sample {
  readonly name: string;
  readonly title: string;
  readonly titleEn: string;
}

export type ReadSheets =
  { readonly ok: true; readonly sheets: readonly Grid[] } | { readonly ok: false; readonly problem: Bilingual | null };

const UNREAD: ReadSheets = { ok: false, problem: null };

/** Rows put into the workbook before the page gets a turn. */
const ROWS_AT_A_TIME = 500;

export async function listSamples(): Promise<readonly Sample[] | null> {
  const answer = await ask("/demo/workbooks");
  return Array.isArray(answer?.content) && answer.isFine ? (answer.content as readonly Sample[]) : null;
}

export const readSample = async (name: string): Promise<ReadSheets> =>
  sheetsOf(await ask(`/demo/workbooks/${encodeURIComponent(name)}`));

export const readWorkbookBytes = async (bytes: Uint8Array | Blob): Promise<ReadSheets> =>
  sheetsOf(
    await ask("/demo/workbook", {
      method: "POST",
      headers: { "content-type": "application/octet-stream" },
      body: bytes as BodyInit,
    }),
  );

interface Answer {
  readonly isFine: boolean;
  readonly content: unknown;
}

async function ask(address: string, request: RequestInit = {}): Promise<Answer | null> {
  try {
    const response = await fetch(address, request);
    return { isFine: response.ok, content: await response.json() };
  } catch {
    return null;
  }
}

function sheetsOf(answer: Answer | null): ReadSheets {
  const content = answer?.content as Partial<Record<string, unknown>> | null | undefined;
  if (!answer || !content) return UNREAD;
  const { sheets } = content;
  if (answer.isFine && Array.isArray(sheets)) return { ok: true, sheets: sheets as readonly Grid[] };
  return { ok: false, problem: problemIn(content) };
}

function problemIn(content: Partial<Record<string, unknown>>): Bilingual | null {
  for (const given of [content, content["problem"], content["message"], content["error"]]) {
    const { vi, en } = (given ?? {}) as Partial<Record<string, unknown>>;
    if (typeof vi === "string" && typeof en === "string") return { vi, en };
  }
  return null;
}

/** The workbook of these sheets, filled little by little: a long sheet must not hold up the page. */
export async function makeWorkbook(sheets: readonly Grid[], name: string): Promise<Workbook> {
  const book = new Workbook();
  book.name = name;
  // What the pane keeps on this machine for a file, it finds again when the same file is opened again.
  if (sheets.some(({ rows }) => rows.length > 0)) book.url = `/demo/${name}`;
  for (const grid of sheets) {
    const sheet = book.addSheet(grid.name);
    for (let start = 0; start === 0 || start < grid.rows.length; start += ROWS_AT_A_TIME) {
      fillSheet(sheet, { ...grid, rows: grid.rows.slice(start, start + ROWS_AT_A_TIME) });
      if (start > 0) await aTurn();
    }
    sheet.hiddenRows = new Set(grid.rows.filter(({ hidden }) => hidden).map(({ row }) => row));
  }
  book.active = book.sheets.find(({ visibility }) => visibility === "Visible") ?? null;
  return book;
}

const aTurn = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, 0);
  });

const blankSheet = (name: string): Grid => ({ name, rows: [], merged: [], hiddenColumns: [], hidden: false });
export const blankWorkbook = (): Promise<Workbook> => makeWorkbook([blankSheet("Trang 1")], "Bảng tính mới.xlsx");

/** A right appendix of so many line items, for measuring. */
export const largeWorkbook = (lineItems: number): Promise<Workbook> =>
  makeWorkbook([largeSheet(lineItems)], `${String(lineItems)} nhiệm vụ.xlsx`);
