import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { cellName, type Grid, type GridCell } from "../../shared/grid.ts";
import { LIMITS, REFUSALS, type RefusalCode } from "../../server/workbook/refusals.ts";
import { readWorkbookBytes, readWorkbookFile, type WorkbookRead } from "../../server/workbook/read.ts";
import {
  makeSheet,
  makeWorkbook,
  makeZip,
  manyTallSheets,
  noise,
  type Part,
  slowTexts,
  withZip64End,
  workbookParts,
} from "./make-workbook.ts";

const fixture = (name: string): string => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
const real = await readFile(fixture("vinh-long-2020.xlsx"));
const ONE_CELL = '<row r="1"><c r="A1"><v>1</v></c></row>';
const oneCell = makeSheet(ONE_CELL);

function assertRefused(read: WorkbookRead, code: RefusalCode): void {
  assert.equal(read.ok ? "read" : read.code, code);
  if (read.ok) return;
  assert.ok(read.vi.length > 20 && read.en.length > 20, "both sentences say something");
  assert.notEqual(read.vi, read.en);
  assert.doesNotMatch(read.vi + read.en, /[{}]|undefined|NaN/);
}

async function gridsOf(bytes: Uint8Array): Promise<readonly Grid[]> {
  const read = await readWorkbookBytes(bytes, "phu-luc.xlsx");
  assert.ok(read.ok, read.ok ? "" : `${read.code}: ${read.en}`);
  return read.grids;
}

const cellsOf = (grid: Grid | undefined): Record<string, Omit<GridCell, "column">> =>
  Object.fromEntries(
    (grid?.rows ?? []).flatMap(({ row, cells }) =>
      cells.map(({ column, ...cell }) => [cellName(row, column), cell] as const),
    ),
  );

const readSheet = async (rows: string): Promise<Record<string, Omit<GridCell, "column">>> =>
  cellsOf((await gridsOf(makeSheet(rows)))[0]);

function compoundFile(...streams: readonly string[]): Buffer {
  const file = Buffer.alloc(2048);
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(file);
  streams.forEach((name, index) => file.write(`${name}\0`, 512 + index * 128, "utf16le"));
  return file;
}

function flip(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes);
  changed.writeUInt8(changed.readUInt8(at) ^ 0x10, at);
  return changed;
}

const replacePart = (name: string, content: string | Buffer): Part[] =>
  workbookParts({ sheets: [{ xml: `<sheetData>${ONE_CELL}</sheetData>` }] }).map((part) =>
    part.name === name ? { name, content } : part,
  );

const SHEET = "xl/worksheets/sheet1.xml";
const spaces = Buffer.alloc(10 * 1024 * 1024, " ");
const blankSheet = `<worksheet>${spaces.toString()}</worksheet>`;
const wideRow = (columns: number): string => `<row r="1">${"<c><v>1</v></c>".repeat(columns)}</row>`;
const tallSheet = (rows: number): string => "<row><c><v>1</v></c></row>".repeat(rows);

const sharedText = (rows: number): string =>
  Array.from({ length: rows }, (_, index) => {
    const row = String(index + 1);
    return `<row r="${row}"><c r="A${row}" t="s"><v>0</v></c></row>`;
  }).join("");

const withTexts = (content: string): Buffer =>
  makeZip([...replacePart("", ""), { name: "xl/sharedStrings.xml", content }]);
const digits = noise();
const manyTexts = `<sst>${Array.from({ length: LIMITS.texts + 1 }, () => `<si><t>${String(digits.next().value % 10)}</t></si>`).join("")}</sst>`;
const manyStyles = `<cellXfs>${"<xf/>".repeat(LIMITS.styles + 1)}</cellXfs>`;

const REFUSED: readonly (readonly [what: string, code: RefusalCode, bytes: Buffer, fileName?: string])[] = [
  ["an empty file", "empty-file", Buffer.alloc(0)],
  ["the lock file of an open workbook", "lock-file", Buffer.alloc(165, 1), "thư mục/~$phu-luc.xlsx"],
  ["a file over the limit", "file-too-large", Buffer.alloc(LIMITS.fileBytes + 1)],
  ["an encrypted workbook", "password-protected", compoundFile("Root Entry", "EncryptionInfo", "EncryptedPackage")],
  ["a zip with a password", "password-protected", makeZip([{ name: "xl/workbook.xml", content: "x", flags: 1 }])],
  ["an .xls named .xlsx", "old-xls", compoundFile("Root Entry", "Workbook")],
  ["an .xls of Excel 95", "old-xls", compoundFile("Root Entry", "Book")],
  ["an .xls of Excel 4", "old-xls", Buffer.from("0904060000001000", "hex")],
  ["an old Word document", "other-office-document", compoundFile("Root Entry", "WordDocument")],
  ["an old mail message", "not-a-workbook", compoundFile("Root Entry", "__properties_version1.0")],
  ["an .xlsb", "binary-xlsb", makeZip([{ name: "xl/workbook.bin", content: "x" }])],
  ["an .ods", "open-document", makeZip(["mimetype", "content.xml"].map((name) => ({ name, content: "x" })))],
  ["a .docx", "other-office-document", makeZip([{ name: "word/document.xml", content: "<w/>" }])],
  ["a zip of something else", "not-a-workbook", makeZip([{ name: "readme.txt", content: "x" }])],
  ["an empty zip", "not-a-workbook", makeZip([])],
  ["a CSV named .xlsx", "text-file", Buffer.from("STT;Nhiệm vụ;Kinh phí\r\n1;Nâng cấp;500\r\n")],
  ["an HTML table named .xlsx", "text-file", Buffer.from("<html><table><tr><td>Nhiệm vụ</td></tr></table></html>")],
  ["UTF-16 text named .xlsx", "text-file", Buffer.from("\ufeffSTT\tNhiệm vụ", "utf16le")],
  ["a PDF named .xlsx", "not-a-workbook", Buffer.from("%PDF-1.7\n1 0 obj")],
  ["a picture named .xlsx", "not-a-workbook", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex")],
  ["half a workbook", "truncated", real.subarray(0, real.length / 2)],
  ["a workbook without its last byte", "truncated", real.subarray(0, -1)],
  ["a workbook without its first bytes", "damaged", real.subarray(9)],
  ["a directory that is not where it should be", "damaged", flip(oneCell, oneCell.length - 6)],
  ["a flipped bit in a part", "damaged", flip(real, real.indexOf("xl/worksheets/sheet1.xml") + 400)],
  ["a workbook part that is missing", "damaged", makeZip([{ name: "xl/styles.xml", content: "<x/>" }])],
  ["a sheet part that is missing", "damaged", makeZip(replacePart(SHEET, "").filter(({ name }) => name !== SHEET))],
  ["a sheet cut off", "damaged", makeZip(replacePart(SHEET, "<worksheet><sheetData><row r='1'>"))],
  ["a sheet cut off behind its cells", "damaged", makeZip(replacePart(SHEET, "<worksheet><sheetData/><mergeCells>"))],
  ["a sheet cut off in a tag", "damaged", makeZip(replacePart(SHEET, "<worksheet><sheetData><row r='1"))],
  ["a sheet cut off in a comment", "damaged", makeZip(replacePart(SHEET, "<worksheet><sheetData><!-- "))],
  ["a sheet that is something else", "damaged", makeZip(replacePart(SHEET, "<html><worksheet/></html>"))],
  ["a cell that does not end", "damaged", makeSheet('<row r="1"><c r="A1"><v>1</v></row>')],
  [
    "a cell that ends only after the next one",
    "damaged",
    makeSheet('<row r="1"><c r="A1"><v>1</v><c r="B1"><v>2</v></c></row>'),
  ],
  [
    "a text that ends in another cell",
    "damaged",
    makeSheet('<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></c><c r="B1"><v>5</v></c></is></row>'),
  ],
  ["a value with an element in it", "damaged", makeSheet('<row r="1"><c r="A1"><v>1<x/>2</v></c></row>')],
  ["a cell in a cell", "damaged", makeSheet('<row r="1"><c r="A1"><c r="B1"><v>1</v></c></c></row>')],
  ["a row that states another number than its cells", "damaged", makeSheet('<row r="2"><c r="A3"><v>1</v></c></row>')],
  ["a row whose number is none", "damaged", makeSheet('<row r="x"><c><v>1</v></c></row>')],
  ["a cell of a type that is none", "damaged", makeSheet('<row r="1"><c r="A1" t="amount"><v>1</v></c></row>')],
  [
    "cells given in two places",
    "damaged",
    makeWorkbook({ sheets: [{ xml: `<sheetData/><sheetData>${ONE_CELL}</sheetData>` }] }),
  ],
  ["two sheets in one part", "damaged", makeZip(replacePart(SHEET, "<worksheet/><worksheet/>"))],
  ["shared texts cut off", "damaged", withTexts("<sst><si><t>Một</t></si><si><t>Ha")],
  ["shared texts cut off in a comment", "damaged", withTexts("<sst><si><t>Một</t></si><!-- ")],
  ["shared texts that are something else", "damaged", withTexts("<x><si><t>Một</t></si></x>")],
  [
    "styles cut off",
    "damaged",
    makeZip([...replacePart("", ""), { name: "xl/styles.xml", content: "<styleSheet><x>" }]),
  ],
  ["a list of sheets cut off", "damaged", makeZip(replacePart("xl/workbook.xml", "<workbook><sheets>"))],
  ["more styles than anybody uses", "too-many-entries", makeWorkbook({ sheets: [{ xml: "" }], styles: manyStyles })],
  ["more texts than anybody uses", "too-many-entries", withTexts(manyTexts)],
  [
    "a large part in another encoding",
    "content-too-large",
    makeZip(
      replacePart(
        SHEET,
        Buffer.concat([Buffer.from("\ufeff<worksheet>", "utf16le"), Buffer.alloc(LIMITS.recodedBytes, " ")]),
      ),
    ),
  ],
  ["a cell named 0", "damaged", makeSheet('<row r="0"><c r="A0"><v>1</v></c></row>')],
  ["a text that is not in the list", "damaged", makeSheet('<row r="1"><c r="A1" t="s"><v>7</v></c></row>')],
  ["a row beyond the last", "damaged", makeSheet('<row r="999999999"><c r="A999999999"><v>1</v></c></row>')],
  ["a cell beyond the last", "damaged", makeSheet('<row r="1"><c r="A999999999"><v>1</v></c></row>')],
  ["a cell named __proto__", "damaged", makeSheet('<row r="1"><c r="__proto__"><v>1</v></c></row>')],
  ["more rows than a sheet can have", "damaged", makeSheet("<row/>".repeat(1_500_000))],
  ["a bomb that states its size", "content-too-large", makeWorkbook({ sheets: [{ xml: spaces, times: 30 }] })],
  [
    "a bomb that hides its size",
    "content-too-large",
    makeWorkbook({ sheets: [{ xml: spaces, times: 30, stated: 9 }] }),
  ],
  ["a 100 MB sheet of blanks", "content-too-large", makeWorkbook({ sheets: [{ xml: spaces, times: 10 }] })],
  [
    "many parts that hide their sizes",
    "content-too-large",
    makeWorkbook({ sheets: new Array(40).fill({ xml: blankSheet, times: 1, stated: 9 }) }),
  ],
  ["too many parts", "too-many-parts", makeZip(new Array(LIMITS.parts + 1).fill({ name: "x", content: "" }))],
  ["no worksheet", "no-worksheet", makeWorkbook({ sheets: [{ xml: "", kind: "chartsheet" }] })],
  ["too many rows", "too-many-rows", makeSheet(tallSheet(LIMITS.rows + 1))],
  ["too many columns", "too-many-columns", makeSheet(wideRow(LIMITS.columns + 1))],
  [
    "a long text in many cells",
    "too-much-text",
    makeWorkbook({
      sheets: [{ xml: `<sheetData>${sharedText(1000)}</sheetData>` }],
      sharedStrings: `<si><t>${"Nhiệm vụ ".repeat(100_000)}</t></si>`,
    }),
  ],
];

describe("readWorkbookBytes refuses", () => {
  for (const [what, code, bytes, fileName = "phu-luc.xlsx"] of REFUSED) {
    it(`${what}: ${code}`, async () => {
      assertRefused(await readWorkbookBytes(bytes, fileName), code);
    }).timeout(LIMITS.timeoutMs);
  }

  it("what takes too long: took-too-long", async () => {
    assertRefused(await readWorkbookBytes(slowTexts(), "phu-luc.xlsx", 500), "took-too-long");
  });

  it("and names the sheet that is too tall", async () => {
    const sheets = [{ name: "Phụ lục $& 1", xml: `<sheetData>${tallSheet(LIMITS.rows + 1)}</sheetData>` }];
    const read = await readWorkbookBytes(makeWorkbook({ sheets }), "phu-luc.xlsx");
    assert.ok(!read.ok && read.vi.includes("“Phụ lục $& 1”") && read.en.includes("“Phụ lục $& 1”"));
    assert.ok(!read.ok && read.vi.includes("250.000") && read.en.includes("250,000"));
  });
});

describe("readWorkbookFile", () => {
  let folder = "";
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "phuluc-"));
    await mkdir(join(folder, "thư mục.xlsx"));
    await symlink(join(folder, "vòng.xlsx"), join(folder, "vòng.xlsx"));
  });
  after(() => rm(folder, { recursive: true }));

  const PATHS: readonly (readonly [what: string, name: string, code: RefusalCode])[] = [
    ["a missing file", "không có.xlsx", "not-found"],
    ["a file below a file", "không có.xlsx/a.xlsx", "not-found"],
    ["a folder", "thư mục.xlsx", "not-a-file"],
    ["a link to itself", "vòng.xlsx", "unreadable"],
    ["a name no disk can hold", `${"a".repeat(5000)}.xlsx`, "not-found"],
    ["a name with a zero", "a\0.xlsx", "not-found"],
  ];
  for (const [what, name, code] of PATHS) {
    it(`refuses ${what}: ${code}`, async () => {
      assertRefused(await readWorkbookFile(join(folder, name)), code);
    });
  }

  it("refuses a device, which has no end: not-a-file", async () => {
    assertRefused(await readWorkbookFile("/dev/zero"), process.platform === "win32" ? "not-found" : "not-a-file");
  });

  it("refuses a workbook that Excel encrypted: password-protected", async () => {
    assertRefused(await readWorkbookFile(fixture("hostile/password-protected.xlsx")), "password-protected");
  });

  it("refuses a large file before reading it: file-too-large", async () => {
    const path = join(folder, "lớn.xlsx");
    await writeFile(path, Buffer.alloc(LIMITS.fileBytes + 1));
    assertRefused(await readWorkbookFile(path), "file-too-large");
  });

  it("reads a published appendix", async () => {
    const read = await readWorkbookFile(fixture("vinh-long-2020.xlsx"));
    assert.ok(read.ok && (read.grids[0]?.rows.length ?? 0) > 10);
  });

  it("reads several at once", async () => {
    const reads = await Promise.all([1, 2, 3].map(() => readWorkbookFile(fixture("nghe-an-2017.xlsx"))));
    assert.deepEqual(reads[0], reads[2]);
    assert.ok(reads.every(({ ok }) => ok));
  });

  const HEAVY: readonly (readonly [what: string, outcome: string, bytes: () => Buffer])[] = [
    [
      "a bomb that hides its size",
      "content-too-large",
      () => makeWorkbook({ sheets: [{ xml: spaces, times: 60, stated: 9 }] }),
    ],
    ["a million empty rows", "read", () => makeSheet(emptyRows(1_048_576))],
    ["60 MB of cells without content", "read", () => makeSheet(styledRows(60_000_000))],
    ["50,000 line items", "read", () => makeSheet(lineItems(50_000))],
    ["lone values far to the right", "read", () => makeSheet(farValues(99_000))],
    ["a long formula for 60,000 cells", "too-much-text", () => makeSheet(longSharedFormula(60_000))],
  ];
  for (const [what, outcome, bytes] of HEAVY) {
    it(`${what}: ${outcome}, in 10 s and under 1 GB`, async () => {
      const path = join(folder, "nặng.xlsx");
      await writeFile(path, bytes());
      const { code, seconds, peakMb } = await readInChild(path);
      assert.equal(code, outcome);
      assert.ok(seconds < 11, `${String(seconds)} s`);
      assert.ok(peakMb < 1024, `${String(peakMb)} MB`);
    });
  }

  it("six million rows: out-of-memory, under 1 GB", async () => {
    const path = join(folder, "rất dài.xlsx");
    await writeFile(path, manyTallSheets());
    // However slow the machine is just then, it is memory that ends it.
    const { code, peakMb } = await readInChild(path, 100_000);
    assert.equal(code, "out-of-memory");
    assert.ok(peakMb < 1024, `${String(peakMb)} MB`);
  });
});

interface ChildRead {
  readonly code: string;
  readonly seconds: number;
  readonly peakMb: number;
}

async function readInChild(path: string, ...timeoutMs: readonly number[]): Promise<ChildRead> {
  const script = fileURLToPath(new URL("./read-in-child.ts", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [
    "--import",
    "tsx",
    script,
    path,
    ...timeoutMs.map(String),
  ]);
  return JSON.parse(stdout) as ChildRead;
}

function styledRows(bytes: number): string {
  const numbers = noise();
  const rows: string[] = [];
  for (let row = 1, length = 0; length < bytes; row += 1) {
    const cells = "ABCDEFGHIJKLMNOPQRST".replace(
      /./g,
      (column) => `<c r="${column}${String(row)}" s="${String(numbers.next().value % 64)}"/>`,
    );
    rows.push(`<row r="${String(row)}" ht="15">${cells}</row>`);
    length += cells.length;
  }
  return rows.join("");
}

const emptyRows = (count: number): string =>
  Array.from({ length: count }, (_, index) => `<row r="${String(index + 1)}" ht="15.5" customHeight="1"/>`).join("");

function longSharedFormula(count: number): string {
  const first = `<f t="shared" ref="A1:A${String(count)}" si="0">${"B1+".repeat(2000)}1</f>`;
  return Array.from({ length: count }, (_, index) => {
    const row = String(index + 1);
    return `<row r="${row}"><c r="A${row}">${index === 0 ? first : '<f t="shared" si="0"/>'}<v>2</v></c></row>`;
  }).join("");
}

function lineItems(count: number): string {
  const amounts = "DEFGHIJKL".split("");
  return Array.from({ length: count }, (_, index) => {
    const row = String(index + 1);
    const texts = `<c r="B${row}" t="str"><v>Nâng cấp hệ thống ${row}</v></c><c r="C${row}" t="str"><v>Sở số ${row}</v></c>`;
    const numbers = amounts.map((column) => `<c r="${column}${row}" s="1"><v>${row}000</v></c>`);
    const sum = `<c r="M${row}"><f>SUM(D${row}:L${row})</f><v>${String(index * 9000)}</v></c>`;
    return `<row r="${row}"><c r="A${row}"><v>${row}</v></c>${texts}${numbers.join("")}${sum}</row>`;
  }).join("");
}

const farValues = (count: number): string =>
  Array.from(
    { length: count },
    (_, index) => `<row r="${String(index + 1)}"><c r="ALM${String(index + 1)}" t="b"><v>1</v></c></row>`,
  ).join("");

const VALUES: readonly (readonly [what: string, rows: string, cells: Record<string, Omit<GridCell, "column">>])[] = [
  ["a number", '<row r="1"><c r="A1"><v>1.5E3</v></c></row>', { A1: { value: 1500 } }],
  ["zero", '<row r="1"><c r="A1"><v>0</v></c></row>', { A1: { value: 0 } }],
  ["false", '<row r="1"><c r="A1" t="b"><v>0</v></c></row>', { A1: { value: false } }],
  ["an error value", '<row r="1"><c r="A1" t="e"><v>#REF!</v></c></row>', { A1: { value: "#REF!" } }],
  [
    "an error newer than the reader",
    '<row r="1"><c r="A1" t="e"><v>#SPILL!</v></c></row>',
    { A1: { value: "#SPILL!" } },
  ],
  ["a number that is none", '<row r="1"><c r="A1"><v>NaN</v></c></row>', { A1: { value: "#NUM!" } }],
  [
    "a text with line breaks",
    '<row r="1"><c r="A1" t="str"><v>Sở&#10;Tài chính\nVăn phòng_x000D_\n</v></c></row>',
    { A1: { value: "Sở\nTài chính\nVăn phòng\n" } },
  ],
  [
    "letters written as numbers",
    '<row r="1"><c r="A1" t="str"><v>Nhi&#7879;m v&#x1EE5; &#128077; &amp; &lt;</v></c></row>',
    { A1: { value: "Nhiệm vụ 👍 & <" } },
  ],
  [
    "rich text in the cell",
    '<row r="1"><c r="A1" t="inlineStr"><is><r><t>Sở </t></r><r><t xml:space="preserve"> TT&amp;TT</t></r></is></c></row>',
    { A1: { value: "Sở  TT&TT" } },
  ],
  [
    "plain then rich text",
    '<row r="1"><c r="A1" t="inlineStr"><is><t>Từ </t><r><t>2021</t></r></is></c></row>',
    { A1: { value: "Từ 2021" } },
  ],
  [
    "a formula",
    '<row r="1"><c r="A1"><f>SUM(B1:C1)</f><v>7</v></c></row>',
    { A1: { value: 7, formula: "SUM(B1:C1)" } },
  ],
  ["a cached 0", '<row r="1"><c r="A1"><f>B1</f><v>0</v></c></row>', { A1: { value: 0, formula: "B1" } }],
  ["a cached false", '<row r="1"><c r="A1" t="b"><f>B1</f><v>0</v></c></row>', { A1: { value: false, formula: "B1" } }],
  [
    "a cached empty text",
    '<row r="1"><c r="A1" t="str"><f>B1</f><v></v></c></row>',
    { A1: { value: "", formula: "B1" } },
  ],
  [
    "a cached error",
    '<row r="1"><c r="A1" t="e"><f>B1/0</f><v>#DIV/0!</v></c></row>',
    { A1: { value: "#DIV/0!", formula: "B1/0" } },
  ],
  [
    "a formula without a result",
    '<row r="1"><c r="A1"><f>SUM(B1)</f></c></row>',
    { A1: { value: null, formula: "SUM(B1)" } },
  ],
  [
    "a number formula without a result",
    '<row r="1"><c r="A1" t="n"><f>B1</f><v/></c></row>',
    { A1: { value: null, formula: "B1" } },
  ],
  [
    "a text formula without a result",
    '<row r="1"><c r="A1" t="str"><f>B1</f></c></row>',
    { A1: { value: null, formula: "B1" } },
  ],
  [
    "a shared formula",
    '<row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1*$C$1</f><v>2</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>4</v></c></row><row r="3"><c r="A3"><f t="shared" si="0"/></c></row>',
    {
      A1: { value: 2, formula: "B1*$C$1" },
      A2: { value: 4, formula: "B2*$C$1" },
      A3: { value: null, formula: "B3*$C$1" },
    },
  ],
  [
    "an array formula",
    '<row r="1"><c r="A1"><f t="array" ref="A1:A1">SUM(B1:B2*2)</f><v>6</v></c></row>',
    { A1: { value: 6, formula: "SUM(B1:B2*2)" } },
  ],
  [
    "a new function",
    '<row r="1"><c r="A1"><f>_xlfn.XLOOKUP(B1,C1:C2,D1:D2)</f><v>6</v></c></row>',
    { A1: { value: 6, formula: "XLOOKUP(B1,C1:C2,D1:D2)" } },
  ],
  [
    "a shared formula whose text comes last",
    '<row r="1"><c r="A1"><f t="shared" si="0"/><v>2</v></c><c r="B1"><v>1</v></c></row><row r="2"><c r="A2"><f t="shared" ref="A1:A2" si="0">B2</f><v>4</v></c></row>',
    { A1: { value: 2, formula: "B1" }, B1: { value: 1 }, A2: { value: 4, formula: "B2" } },
  ],
  [
    "a shared formula whose text never comes",
    '<row r="1"><c r="A1"><f t="shared" si="7"/><v>2</v></c></row>',
    { A1: { value: 2 } },
  ],
  [
    "a formula that begins with a sign",
    '<row r="1"><c r="A1"><f>=B1</f><v>2</v></c></row>',
    { A1: { value: 2, formula: "B1" } },
  ],
  [
    "text in sections of characters, and comments between",
    '<row r="1"><!-- <c r="Z9"><v>9</v></c> --><c r="A1" t="str"><v>Sở<!-- x --> <![CDATA[TT&TT <A1>]]></v></c><?x <c r="Y9"><v>9</v></c>?></row>',
    { A1: { value: "Sở TT&TT <A1>" } },
  ],
  [
    "a value given in a section of characters",
    '<row r="1"><c r="A1"><v>12<![CDATA[5]]></v></c></row>',
    { A1: { value: 125 } },
  ],
  [
    "quotes of the other kind, and a sign in them",
    "<row r='1' x='>'><c r='A1' t='str'><v>a</v></c></row>",
    { A1: { value: "a" } },
  ],
  ["spaces around what is stated", '<row r = "1" ><c r = "A1" s = "0" ><v >1</v ></c ></row >', { A1: { value: 1 } }],
  [
    "entities that the file declares, and names of the language's own, as they stand",
    '<row r="1"><c r="A1" t="str"><v>&bom;&constructor;&amp;lt;</v></c></row>',
    { A1: { value: "&bom;&constructor;&lt;" } },
  ],
  [
    "attributes of others, whatever comes first",
    '<row r="1" x:r="9"><c x:r="F1" r="A1" x:t="b"><v>7</v></c></row>',
    { A1: { value: 7 } },
  ],
  [
    "extensions passed by, and of alternatives the one for everybody",
    '<row r="1"><c r="A1"><v>500</v><extLst><ext><z:v>900</z:v><z:f>X9</z:f></ext></extLst></c>' +
      '<mc:AlternateContent><mc:Choice Requires="z"><c r="B1"><v>9</v></c></mc:Choice><mc:Fallback><c r="C1"><v>3</v></c></mc:Fallback></mc:AlternateContent></row>',
    { A1: { value: 500 }, C1: { value: 3 } },
  ],
  [
    "what is stated with references and spaces",
    '<row r="&#53;" hidden=" 1 "><c t="&#115;tr"><v>a</v></c><c r=" B5 " t=" b "><v>1</v></c></row>',
    { A5: { value: "a" }, B5: { value: true } },
  ],
  [
    "a row that leaves its number to its cells",
    '<row hidden="1"><c r="A5"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>',
    { A5: { value: 1 }, B5: { value: 2 }, A6: { value: 3 } },
  ],
  ["a number with an instruction in it", '<row r="1"><c r="A1"><v>12<?x y?>5</v></c></row>', { A1: { value: 125 } }],
  [
    "words where a number should be",
    '<row r="1"><c r="A1"><v>1,5</v></c><c r="B1"><v>-INF</v></c><c r="C1" t="b"><v>có</v></c></row>',
    { A1: { value: "1,5" }, B1: { value: "#NUM!" }, C1: { value: "có" } },
  ],
  ["a text index that is empty", '<row r="1"><c r="A1" t="s"><v/></c><c r="B1" t="s"><v></v></c></row>', {}],
  ["minus zero", '<row r="1"><c r="A1"><v>-0</v></c></row>', { A1: { value: 0 } }],
  ["a day of the strict format", '<row r="1"><c r="A1" t="d"><v>2021-01-01</v></c></row>', { A1: { value: 44197 } }],
  ["a text that is said to be a day", '<row r="1"><c r="A1" t="d"><v>Quý I</v></c></row>', { A1: { value: "Quý I" } }],
  [
    "a text of the cell's own given as a value",
    '<row r="1"><c r="A1" t="inlineStr"><v>Sở</v></c></row>',
    { A1: { value: "Sở" } },
  ],
  [
    "rows and cells in any order, the last of two counting",
    '<row r="3"><c r="B3"><v>3</v></c><c r="A3"><v>2</v></c></row><row r="1"><c r="A1"><v>1</v></c></row><row r="3"><c r="B3"><v>4</v></c></row>',
    { A1: { value: 1 }, A3: { value: 2 }, B3: { value: 4 } },
  ],
  [
    "a reading aid left out",
    '<row r="1"><c r="A1" t="inlineStr"><is><t>Sở</t><rPh sb="0" eb="1"><t>so</t></rPh><phoneticPr/></is></c></row>',
    { A1: { value: "Sở" } },
  ],
  ["style without content", '<row r="1"><c r="A1" s="1"/><c r="B1" s="1"></c></row><row r="2"/>', {}],
  ["an empty text", '<row r="1"><c r="A1" t="str"><v></v></c></row>', {}],
  [
    "cells without names",
    "<row><c/><c><v>1</v></c></row><row><c><v>2</v></c></row>",
    { B1: { value: 1 }, A2: { value: 2 } },
  ],
  ["the last cell of a sheet", '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', { XFD1048576: { value: 1 } }],
  [
    "cells with a prefix",
    '<x:row r="1"><x:c r="A1"><x:f>B1</x:f></x:c><x:c r="B1"><x:v>2</x:v></x:c></x:row>',
    { A1: { value: null, formula: "B1" }, B1: { value: 2 } },
  ],
];

describe("readWorkbookBytes reads", () => {
  for (const [what, rows, cells] of VALUES) {
    it(what, async () => {
      assert.deepEqual(await readSheet(rows), cells);
    });
  }

  it("shared texts, the empty one among them", async () => {
    const sharedStrings =
      "<si><t>Một</t></si><si/><si><t>Từ </t><r><t>hai</t></r><rPh><t>x</t></rPh></si><si><t xml:space='preserve'> Ba</t></si>";
    const rows = [0, 1, 2, 3].map((index) => `<c t="s"><v>${String(index)}</v></c>`).join("");
    const sheets = [{ xml: `<sheetData><row r="1">${rows}</row></sheetData>` }];
    const [grid] = await gridsOf(makeWorkbook({ sheets, sharedStrings }));
    assert.deepEqual(cellsOf(grid), { A1: { value: "Một" }, C1: { value: "Từ hai" }, D1: { value: " Ba" } });
  });

  const [rels, workbook, workbookRels, sheet] = replacePart("", "");
  const STYLES =
    '<numFmts count="2"><numFmt numFmtId="164" formatCode="#,##0&quot; đ&quot;"/><numFmt numFmtId="165" formatCode="[h]:mm"/></numFmts>' +
    '<cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="3"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>' +
    // What a conditional mark prints with has numbers of its own.
    '<dxfs count="1"><dxf><numFmt numFmtId="14" formatCode="0.00%"/></dxf></dxfs>';
  const STYLED = [0, 1, 2, 3, 4].map((style) => `<c s="${String(style)}"><v>44197</v></c>`).join("");
  const sheets = [{ xml: `<sheetData><row r="1">${STYLED}</row></sheetData>` }];

  it("number formats and dates as serial numbers", async () => {
    const [grid] = await gridsOf(makeWorkbook({ sheets, styles: STYLES }));
    assert.deepEqual(cellsOf(grid), {
      A1: { value: 44197 },
      B1: { value: 44197, format: "#,##0" },
      C1: { value: 44197, format: "m/d/yy" },
      D1: { value: 44197, format: '#,##0" đ"' },
      E1: { value: 44197, format: "[h]:mm" },
    });
  });

  it("dates counted from 1904 as if counted from 1900, and durations as they are", async () => {
    const [grid] = await gridsOf(makeWorkbook({ sheets, styles: STYLES, properties: '<workbookPr date1904="1"/>' }));
    const cells = cellsOf(grid);
    assert.deepEqual([cells.B1?.value, cells.C1?.value, cells.E1?.value], [44197, 44197 + 1462, 44197]);
  });

  it("formats with room for a sign, which print no days", async () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="#,##0_d"/><numFmt numFmtId="165" formatCode="#,##0*y"/><numFmt numFmtId="166" formatCode="dd\\ yy"/></numFmts>' +
      '<cellXfs><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs>';
    const [grid] = await gridsOf(makeWorkbook({ sheets, styles, properties: '<workbookPr date1904=" true "/>' }));
    const { A1, B1, C1 } = cellsOf(grid);
    assert.deepEqual([A1?.value, B1?.value, C1?.value], [44197, 44197, 44197 + 1462]);
  });

  it("only sheets that stand in the list for everybody", async () => {
    const again = '<sheet name="Bản cũ" sheetId="9" r:id="rId1"/>';
    const list = String(workbook?.content).replace(
      "<sheets>",
      `<sheets><!-- ${again} --><mc:AlternateContent><mc:Choice Requires="x">${again}</mc:Choice></mc:AlternateContent>`,
    );
    const foreign = list.replace('name="Trang 1"', 'name="Trang 1" x:name="Khác"');
    const grids = await gridsOf(makeZip(replacePart("xl/workbook.xml", foreign)));
    assert.deepEqual(
      grids.map(({ name }) => name),
      ["Trang 1"],
    );
  });

  it("hidden rows, hidden columns and merged areas", async () => {
    const xml = `<cols><col min="2" max="3" hidden="1"/><col min="5" max="5"/><col min="16384" max="999999999" hidden="true"/></cols>
<sheetData>${ONE_CELL}<row hidden="1"><c r="A2"><v>2</v></c></row><row r="3" hidden="0"><c r="A3"><v>3</v></c></row></sheetData>
<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="D9"/><mergeCell ref="A2:XFE2"/><mergeCell other="x" ref="A1:XFD1048576"/></mergeCells>
<hyperlinks><hyperlink ref="A1:XFD1048576" location="x"/></hyperlinks>
<extLst><ext><x14:mergeCell ref="B1:C9"/><x14:col min="9" max="9" hidden="1"/></ext></extLst>`;
    const [grid] = await gridsOf(makeWorkbook({ sheets: [{ xml }] }));
    assert.deepEqual(
      grid?.rows.map(({ row, hidden }) => [row, hidden]),
      [
        [1, false],
        [2, true],
        [3, false],
      ],
    );
    assert.deepEqual(grid.hiddenColumns, [1, 2, 16_383]);
    assert.deepEqual(grid.merged, [
      { top: 1, left: 0, bottom: 1, right: 2 },
      { top: 1, left: 0, bottom: 1_048_576, right: 16_383 },
    ]);
  });

  it("at most so many merged areas", async () => {
    const merges = '<mergeCell ref="A1:B2"/>'.repeat(LIMITS.merges + 1);
    const [grid] = await gridsOf(makeWorkbook({ sheets: [{ xml: `<sheetData/><mergeCells>${merges}</mergeCells>` }] }));
    assert.equal(grid?.merged.length, LIMITS.merges);
  });

  it("sheets in order, hidden ones marked, charts and dialogs left out, odd names as they are", async () => {
    const xml = `<sheetData>${ONE_CELL}</sheetData>`;
    const grids = await gridsOf(
      makeWorkbook({
        sheets: [
          { name: "__proto__", xml },
          { name: "Biểu đồ", kind: "chartsheet", xml: "" },
          { name: "A &amp; B &gt; C", xml, state: "hidden" },
          { name: "Hộp thoại", kind: "dialogsheet", xml },
          { name: "constructor", xml, state: "veryHidden" },
          { name: "__proto__", xml: "<sheetData/>" },
        ],
      }),
    );
    assert.deepEqual(
      grids.map(({ name, hidden, rows }) => [name, hidden, rows.length]),
      [
        ["__proto__", false, 1],
        ["A & B > C", true, 1],
        ["constructor", true, 1],
        ["__proto__", false, 0],
      ],
    );
    assert.equal(Object.keys(Object.prototype).length, 0);
  });

  const utf16 = Buffer.from(
    `\ufeff<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>Nhiệm vụ</v></c></row></sheetData></worksheet>`,
    "utf16le",
  );
  const entities = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><worksheet><sheetData>${ONE_CELL}</sheetData></worksheet>`;
  const PACKAGES: readonly (readonly [what: string, bytes: Buffer, value: string | number])[] = [
    ["a zip whose directory is in the wide form", withZip64End(oneCell), 1],
    ["a zip behind other bytes", Buffer.concat([Buffer.from("MZ launcher"), oneCell]), 1],
    ["a zip filled up with zeros", Buffer.concat([oneCell, Buffer.alloc(70_000)]), 1],
    ["a zip before other bytes", Buffer.concat([oneCell, Buffer.alloc(99)]), 1],
    ["a part in UTF-16", makeZip(replacePart(SHEET, utf16)), "Nhiệm vụ"],
    [
      "a part in UTF-16 without its mark, the other way round",
      makeZip(replacePart(SHEET, utf16.subarray(2).swap16())),
      "Nhiệm vụ",
    ],
    [
      "a part whose name is spelt in another way than in the list",
      makeZip(
        replacePart("", "").map((part) =>
          part.name === SHEET
            ? { ...part, name: "xl/worksheets/trang 1.XML" }
            : { ...part, content: String(part.content).replace("sheet1.xml", "trang%201.XML") },
        ),
      ),
      1,
    ],
    [
      "a workbook whose own part is named in capitals",
      makeZip(
        replacePart("", "").map((part) =>
          part.name === "xl/workbook.xml"
            ? { ...part, name: "xl/Workbook.XML" }
            : { ...part, content: String(part.content).replace("xl/workbook.xml", "xl/Workbook.XML") },
        ),
      ),
      1,
    ],
    [
      "a link to a sheet that does not say what it is",
      makeZip(
        replacePart("", "").map((part) => ({ ...part, content: String(part.content).replace(/\S+\/worksheet"/, '"') })),
      ),
      1,
    ],
    ["a part that declares entities", makeZip(replacePart(SHEET, entities)), 1],
    [
      "the first of two parts of one name",
      makeZip([...replacePart("", ""), { name: SHEET.toUpperCase(), content: "<x/>" }]),
      1,
    ],
    [
      "names with backslashes",
      makeZip(replacePart("", "").map((part) => ({ ...part, name: part.name.replace(/\//g, "\\") }))),
      1,
    ],
    ["a workbook without its list of relationships", makeZip([workbook, sheet].flatMap((part) => part ?? [])), 1],
    [
      "paths from the root",
      makeZip(
        [rels, workbook, workbookRels, sheet].flatMap((part) =>
          part
            ? { ...part, content: String(part.content).replace(/Target="worksheets/g, 'Target="/xl/worksheets') }
            : [],
        ),
      ),
      1,
    ],
  ];
  for (const [what, bytes, value] of PACKAGES) {
    it(what, async () => {
      assert.equal(cellsOf((await gridsOf(bytes))[0]).A1?.value, value);
    });
  }

  it("and leaves the caller's bytes as they were", async () => {
    const before = Buffer.from(oneCell);
    await gridsOf(oneCell);
    assert.deepEqual(oneCell, before);
  });
});

describe("REFUSALS", () => {
  for (const [code, { vi, en }] of Object.entries(REFUSALS)) {
    it(`${code} says what is wrong in both languages`, () => {
      assert.match(vi, /[ạảấầẩẫậắằặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđ]/i);
      assert.match(`${vi}${en}`, /\..*\.$/);
      assert.notEqual(vi, en);
      assert.deepEqual(vi.match(/\{\w+\}/g), en.match(/\{\w+\}/g));
    });
  }
});
