/**
 * The published appendices, read from their files and judged together: all that is said of them, line by line. Each
 * finding in golden.json was checked by hand against the sheets and against what is known to be wrong in the plans.
 *
 * To write golden.json anew: `UPDATE_GOLDEN=1 npx mocha --grep golden`; read the difference before committing it.
 */
import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readWorkbookFile } from "../server/workbook/read.ts";
import type { Appendix } from "../shared/appendix.ts";
import { checkWorkbooks, type SheetCheck, type WorkbookCheck } from "../shared/check.ts";
import type { Finding } from "../shared/finding.ts";
import { parseCellName, type Grid } from "../shared/grid.ts";
import { headlineTotal } from "../shared/totals.ts";

const FIXTURES = new URL("fixtures/", import.meta.url);
const GOLDEN = new URL("golden.json", FIXTURES);
const files = readdirSync(FIXTURES)
  .filter((file) => file.endsWith(".xlsx"))
  .sort();

async function gridsOf(file: string): Promise<readonly Grid[]> {
  const read = await readWorkbookFile(fileURLToPath(new URL(file, FIXTURES)));
  assert.ok(read.ok, file);
  return read.grids;
}

/** "error unsourced-amount Phụ lục!F17,F11,F39". */
const sayFinding = ({ severity, rule, sheet, cells }: Finding): string =>
  `${severity} ${rule} ${sheet}!${cells.join(",")}`;

const countLineItems = ({ rows }: Appendix): number => rows.filter(({ kind }) => kind === "lineItem").length;

const saySheet = ({ sheet, appendix }: SheetCheck): unknown => ({
  sheet,
  form: appendix?.form ?? null,
  unit: appendix?.unit ?? null,
  lineItems: appendix ? countLineItems(appendix) : 0,
  totalDong: appendix ? headlineTotal(appendix) : null,
});

const sayFile = ({ plan, sheets, findings }: WorkbookCheck): unknown => ({
  plan: plan?.number ?? null,
  sheets: sheets.map(saySheet),
  findings: findings.map(sayFinding),
});

const checks = checkWorkbooks(await Promise.all(files.map(gridsOf)));
const found: Readonly<Record<string, unknown>> = Object.fromEntries(
  checks.map((check, index) => [files[index] ?? "", sayFile(check)]),
);
if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(GOLDEN, `${JSON.stringify(found, null, 2)}\n`);
const golden = JSON.parse(readFileSync(GOLDEN, "utf8")) as Readonly<Record<string, unknown>>;

const checkOf = (file: string): WorkbookCheck => {
  const check = checks[files.indexOf(file)];
  assert.ok(check, file);
  return check;
};

describe("golden: the published appendices", () => {
  it("are all in golden.json", () => {
    assert.deepEqual(Object.keys(golden).sort(), files);
  });
  for (const file of files) {
    it(`${file} says what it said`, () => {
      assert.deepEqual(found[file], golden[file]);
    });
  }
});

describe("golden: nghe-an-2021-2025 with every figure as text, over page breaks", () => {
  const numbers = checkOf("nghe-an-2021-2025.xlsx");
  const texts = checkOf("nghe-an-2021-2025.text.xlsx");
  const isOfText = ({ rule }: Finding): boolean => rule === "amount-as-text";

  it("is the same appendix, apart from addresses", () => {
    assert.deepEqual(appendicesOf(texts), appendicesOf(numbers));
  });
  it("has the same findings, apart from addresses and from being text", () => {
    const others = texts.findings.filter((finding) => !isOfText(finding));
    assert.deepEqual(others.map(byItem(texts)), numbers.findings.map(byItem(numbers)));
  });
  it("is said to be text, every figure of it", () => {
    const told = texts.findings.filter(isOfText);
    assert.deepEqual(
      told.map(({ cells }) => cells.length),
      [29],
    );
  });
});

function appendicesOf({ sheets }: WorkbookCheck): unknown {
  return sheets.map(
    ({ appendix }) => appendix && { ...appendix, rows: appendix.rows.map((row) => ({ ...row, row: 0 })) },
  );
}

/** A finding with the item's number and the column in the place of its cells. */
function byItem({ sheets }: WorkbookCheck): (finding: Finding) => unknown {
  const rows = sheets.flatMap(({ appendix }) => appendix?.rows ?? []);
  const items = new Map(rows.map(({ row, number, kind }) => [row, number === "" ? kind : number]));
  const place = (cell: string): string =>
    `${cell.replace(/\d+$/, "")} ${items.get(parseCellName(cell)?.row ?? 0) ?? cell}`;
  return ({ rule, variant, severity, cells }) => ({ rule, variant, severity, cells: cells.map(place) });
}
