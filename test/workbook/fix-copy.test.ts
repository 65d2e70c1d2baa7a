/** Fixed copies: the safe fixes are in the cells, formulas are calculated anew, all else is as it was. */
import assert from "node:assert/strict";
import type { Edit, Finding } from "../../shared/finding.ts";
import { applyEdits, editsOf } from "../../shared/fix.ts";
import { completeFormulas } from "../../shared/formula-values.ts";
import { cellName, type Grid, type GridCell } from "../../shared/grid.ts";
import { fix, type Mended } from "../../server/workbook/fix.ts";
import { changedParts, findingsOf, FIXTURE_WORKBOOKS, gridsOf } from "./copies.ts";
import { makeWorkbook, makeZip, workbookParts } from "./make-workbook.ts";
import { partsOf } from "./parts.ts";

function fixed(bytes: Buffer, findings: readonly Finding[] = findingsOf(bytes)): Mended & { readonly bytes: Buffer } {
  const copy = fix(bytes, { fileName: "tệp.xlsx", findings, grids: gridsOf(bytes) });
  assert.ok(copy.ok, JSON.stringify(copy));
  return copy;
}

const finding = (edits: readonly Edit[], safe = true): Finding => ({
  rule: "number-gap",
  variant: "standard",
  severity: "warning",
  sheet: "Trang 1",
  cells: edits.map(({ cell }) => cell),
  facts: {},
  fix: { kind: "set-value", safe, edits },
});

const sheet = (rows: string): Buffer =>
  makeWorkbook({
    sheets: [{ xml: `<sheetData>${rows}</sheetData>` }],
    styles: '<cellXfs count="4"><xf/><xf/><xf/><xf/></cellXfs>',
  });

const sheetOf = (bytes: Buffer): string =>
  /<sheetData>(.*)<\/sheetData>/.exec(partsOf(bytes).get("xl/worksheets/sheet1.xml") ?? "")?.[1] ?? "";

interface Writing {
  readonly what: string;
  readonly rows: string;
  readonly edits: readonly Edit[];
  /** The rows after it; as they were where nothing may be written. */
  readonly gives: string;
}

const WRITINGS: readonly Writing[] = [
  {
    what: "a number, in the cell's style",
    rows: '<row r="1"><c r="A1" s="3" t="str"><v>46,5</v></c><c r="B1"><v>2</v></c></row>',
    edits: [{ cell: "A1", was: "46,5", value: 46.5 }],
    gives: '<row r="1"><c r="A1" s="3"><v>46.5</v></c><c r="B1"><v>2</v></c></row>',
  },
  {
    what: "a text",
    rows: '<row r="1"><c r="A1" s="3"><v>1</v></c></row>',
    edits: [{ cell: "A1", was: 1, value: "Mục <I> & II" }],
    gives:
      '<row r="1"><c r="A1" s="3" t="inlineStr"><is><t xml:space="preserve">M&#7909;c &#60;I&#62; &#38; II</t></is></c></row>',
  },
  {
    what: "a formula, without a result",
    rows: '<row r="1"><c r="A1" s="2"><v>3</v></c></row>',
    edits: [{ cell: "A1", was: 3, formula: 'SUM(B1:C1)+IF(D1<"a",1,0)' }],
    gives: '<row r="1"><c r="A1" s="2"><f>SUM(B1:C1)+IF(D1&#60;&#34;a&#34;,1,0)</f></c></row>',
  },
  {
    what: "into a cell that was not there",
    rows: '<row r="1"><c r="A1"><v>1</v></c><c r="D1"><v>2</v></c></row>',
    edits: [{ cell: "C1", was: null, value: 7 }],
    gives: '<row r="1"><c r="A1"><v>1</v></c><c r="C1"><v>7</v></c><c r="D1"><v>2</v></c></row>',
  },
  {
    what: "into an empty row, and into rows that were not there",
    rows: '<row r="2" ht="20"/><row r="5"><c r="A5"><v>1</v></c></row>',
    edits: [
      { cell: "B2", was: null, value: 2 },
      { cell: "A2", was: null, value: 1 },
      { cell: "A4", was: null, value: 4 },
      { cell: "A9", was: null, value: 9 },
    ],
    gives:
      '<row r="2" ht="20"><c r="A2"><v>1</v></c><c r="B2"><v>2</v></c></row><row r="4"><c r="A4"><v>4</v></c></row><row r="5"><c r="A5"><v>1</v></c></row><row r="9"><c r="A9"><v>9</v></c></row>',
  },
  {
    what: "into a sheet that names no cell",
    rows: "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>",
    edits: [
      { cell: "B1", was: 2, value: 20 },
      { cell: "A2", was: 3, value: 30 },
    ],
    gives: "<row><c><v>1</v></c><c><v>20</v></c></row><row><c><v>30</v></c></row>",
  },
  {
    what: "over the cell that holds a formula for others",
    rows: '<row r="1"><c r="A1"><f t="shared" ref="A1:C1" si="0">A2*2</f><v>2</v></c><c r="B1"><f t="shared" si="0"/><v>4</v></c><c r="C1"><f t="shared" si="0"/><v>6</v></c></row>',
    edits: [{ cell: "A1", was: "=A2*2", value: 5 }],
    gives: '<row r="1"><c r="A1"><v>5</v></c><c r="B1"><f>B2*2</f><v>4</v></c><c r="C1"><f>C2*2</f><v>6</v></c></row>',
  },
  {
    what: "nothing over a formula of several cells",
    rows: '<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2</f><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>',
    edits: [{ cell: "A2", was: 2, value: 3 }],
    gives:
      '<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2</f><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>',
  },
  {
    what: "nothing where one of the cells says something else by now",
    rows: '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>9</v></c></row>',
    edits: [
      { cell: "A1", was: 1, value: 10 },
      { cell: "B1", was: 2, value: 20 },
    ],
    gives: '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>9</v></c></row>',
  },
];

describe("a fixed copy", () => {
  for (const { what, rows, edits, gives } of WRITINGS)
    it(`is written ${what}`, () => {
      const copy = fixed(sheet(rows), [finding(edits)]);
      assert.equal(sheetOf(copy.bytes), gives);
      assert.deepEqual([copy.applied, copy.left], rows === gives ? [0, 1] : [1, 0]);
    });

  it("takes only safe fixes, and of two for one cell the first", () => {
    const rows = '<row r="1"><c r="A1"><v>1</v></c></row>';
    const edit = (value: number): Edit => ({ cell: "A1", was: 1, value });
    const copy = fixed(sheet(rows), [finding([edit(2)], false), finding([edit(3)]), finding([edit(4)])]);
    assert.deepEqual([copy.applied, copy.left], [1, 1]);
    assert.match(sheetOf(copy.bytes), /<v>3<\/v>/);
    const bytes = sheet(rows);
    assert.equal(fixed(bytes, [finding([edit(2)], false)]).bytes, bytes);
  });

  it("asks for calculation on opening, and forgets the order of the last one", () => {
    const chain = '<Relationship Id="rIdC" Type="http://x/relationships/calcChain" Target="calcChain.xml"/>';
    const type = '<Override PartName="/xl/calcChain.xml" ContentType="x/calcChain"/>';
    const formula = '<sheetData><row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row></sheetData>';
    const parts = workbookParts({
      sheets: [{ xml: formula }],
      more: [
        { name: "xl/calcChain.xml", content: '<calcChain><c r="A1" i="1"/></calcChain>' },
        { name: "[Content_Types].xml", content: `<Types>${type}</Types>` },
      ],
    });
    const linked = parts.map((part) =>
      part.name === "xl/_rels/workbook.xml.rels"
        ? { ...part, content: String(part.content).replace("</Relationships>", `${chain}</Relationships>`) }
        : part,
    );
    const chained = makeZip(linked);
    const copy = partsOf(fixed(chained, [finding([{ cell: "A1", was: "=1+1", value: 3 }])]).bytes);
    assert.match(copy.get("xl/workbook.xml") ?? "", /<\/sheets><calcPr fullCalcOnLoad="1"\/>/);
    assert.deepEqual(
      [...copy].filter(([name, xml]) => /calcChain/.test(name + xml)),
      [],
    );
  });

  for (const { name, bytes } of FIXTURE_WORKBOOKS) {
    const findings = findingsOf(bytes);
    const safe = findings.filter((one) => one.fix?.safe === true);
    if (safe.length === 0) continue;
    it(`of ${name} reads as the fixes say, and nothing else is changed`, () => {
      const copy = fixed(bytes, findings);
      assert.ok(copy.applied > 0);
      const changes = changedParts(bytes, copy.bytes).filter((part) => !part.startsWith("xl/worksheets/"));
      for (const part of changes)
        assert.match(
          part,
          /^(xl\/workbook\.xml|xl\/styles\.xml|xl\/calcChain\.xml|xl\/_rels\/workbook\.xml\.rels|\[Content_Types\]\.xml)$/,
        );
      const now = gridsOf(copy.bytes);
      for (const [index, grid] of gridsOf(bytes).entries()) {
        const wanted = safe
          .filter(({ sheet: on }) => on === grid.name)
          .flatMap(({ fix: mends }) => (mends ? editsOf(mends) : []));
        const after = now[index];
        assert.ok(after);
        const written = new Set(wanted.map(({ cell }) => cell));
        if (copy.left === 0)
          assert.deepEqual(asFigures(after, written), asFigures(completeFormulas(applyEdits(grid, wanted)), written));
        else assert.deepEqual(cellsBut(after.rows, wanted), cellsBut(grid.rows, wanted));
      }
      const left = findingsOf(copy.bytes).filter((one) => one.fix?.safe === true);
      assert.equal(left.length, copy.left);
    });
  }
});

/** A figure in a cell for texts gets another format. */
const asFigures = (grid: Grid, written: ReadonlySet<string>): Grid => ({
  ...grid,
  rows: grid.rows.map((row) => ({
    ...row,
    cells: row.cells.map(({ format, ...cell }) =>
      format === undefined || written.has(cellName(row.row, cell.column)) ? cell : { ...cell, format },
    ),
  })),
});

type Rows = readonly { readonly row: number; readonly cells: readonly GridCell[] }[];

/** What stands in no cell that a fix writes. */
function cellsBut(rows: Rows, edits: readonly Edit[]): readonly (readonly [string, GridCell])[] {
  const written = new Set(edits.map(({ cell }) => cell));
  return rows
    .flatMap(({ row, cells }) => cells.map((cell) => [cellName(row, cell.column), cell] as const))
    .filter(([name]) => !written.has(name));
}
