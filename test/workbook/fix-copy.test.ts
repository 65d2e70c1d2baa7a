/** Fixed copies: the safe fixes are in the cells, formulas are calculated anew, all else is as it was. */
import assert from "node:assert/strict";
import type { Edit } from "../../shared/finding.ts";
import { applyEdits, editsOf } from "../../shared/fix.ts";
import { completeFormulas } from "../../shared/formula-values.ts";
import { cellName, type Grid, type GridCell } from "../../shared/grid.ts";
import { fix } from "../../server/workbook/fix.ts";
import { changedParts, findingsOf, FIXTURE_WORKBOOKS, gridsOf } from "./copies.ts";
import { finding, fixed, sheet, sheetOf, STYLES } from "./fixing.ts";
import { makeZip, workbookParts } from "./make-workbook.ts";
import { partsOf } from "./parts.ts";

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
    rows: '<row r="1"><c r="A1" s="2" t="str"><v>46,5</v></c><c r="B1"><v>2</v></c></row>',
    edits: [{ cell: "A1", was: "46,5", value: 46.5 }],
    gives: '<row r="1"><c r="A1" s="2"><v>46.5</v></c><c r="B1"><v>2</v></c></row>',
  },
  {
    what: "a text",
    rows: '<row r="1"><c r="A1" s="3"><v>1</v></c></row>',
    edits: [{ cell: "A1", was: 1, value: "Mục <I> & II" }],
    gives:
      '<row r="1"><c r="A1" s="3" t="inlineStr"><is><t xml:space="preserve">M&#7909;c &#60;I&#62; &#38; II</t></is></c></row>',
  },
  {
    what: "a formula, without a result where it is not known",
    rows: '<row r="1"><c r="A1" s="2"><v>3</v></c></row>',
    edits: [{ cell: "A1", was: 3, formula: 'SUM(B1:C1)+IF(D1<"a",1,0)' }],
    gives: '<row r="1"><c r="A1" s="2"><f>SUM(B1:C1)+IF(D1&#60;&#34;a&#34;,1,0)</f></c></row>',
  },
  {
    what: "into a cell that was not there",
    rows: '<row r="1"><c r="A1"><v>1</v></c><c r="D1"><v>2</v></c></row>',
    edits: [{ cell: "B1", was: null, value: 7 }],
    gives: '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>7</v></c><c r="D1"><v>2</v></c></row>',
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
    what: "by the cells' own names where rows have none and numbers are skipped",
    rows: '<row><c r="A1"><v>1</v></c></row><row><c r="B5"><v>5</v></c></row><row/><row><c><v>7</v></c><c r=" C07 "><v>8</v></c></row>',
    edits: [
      { cell: "B5", was: 5, value: 50 },
      { cell: "A7", was: 7, value: 70 },
      { cell: "C7", was: 8, value: 80 },
      { cell: "D5", was: null, value: 60 },
      { cell: "A3", was: null, value: 30 },
    ],
    gives:
      '<row><c r="A1"><v>1</v></c></row><row r="3"><c r="A3"><v>30</v></c></row><row><c r="B5"><v>50</v></c><c r="D5"><v>60</v></c></row><row/><row><c><v>70</v></c><c r=" C07 "><v>80</v></c></row>',
  },
  {
    what: "past what other programs keep beside the cells",
    rows: '<row r="1"><c r="A1" x="\' r=\'B1\'"><v>1</v><extLst><ext uri="u"><c r="A1"><v>9</v></c></ext></extLst></c><!-- <c r="A1"/></sheetData> --></row>',
    edits: [{ cell: "A1", was: 1, value: 2 }],
    gives: '<row r="1"><c r="A1"><v>2</v></c><!-- <c r="A1"/></sheetData> --></row>',
  },
  {
    what: "nothing where a cell is given twice",
    rows: '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>',
    edits: [{ cell: "A1", was: 2, value: 3 }],
    gives: '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>',
  },
  {
    what: "over the cell that holds a formula for others",
    rows: '<row r="1"><c r="A1"><f t="shared" ref="A1:C1" si="0">A2*2</f><v>2</v></c><c r="B1"><f t="shared" si="0"/><v>4</v></c><c r="C1"><f t="shared" si="0"/><v>6</v></c></row>',
    edits: [{ cell: "A1", was: "=A2*2", value: 5 }],
    gives: '<row r="1"><c r="A1"><v>5</v></c><c r="B1"><f>B2*2</f><v>4</v></c><c r="C1"><f>C2*2</f><v>6</v></c></row>',
  },
  {
    what: "a formula, with its result",
    rows: '<row r="1"><c r="A1"><v>3</v></c><c r="B1"><v>1</v></c><c r="C1"><v>2</v></c></row>',
    edits: [{ cell: "A1", was: 3, formula: "SUM(B1:C1)" }],
    gives: '<row r="1"><c r="A1"><f>SUM(B1:C1)</f><v>3</v></c><c r="B1"><v>1</v></c><c r="C1"><v>2</v></c></row>',
  },
  {
    what: "with new results beside what adds it, and none where only Excel can tell",
    rows: '<row r="1"><c r="A1" t="str"><v>46,5</v></c><c r="B1"><f>SUM(A1:A1,A3)</f><v>0</v></c><c r="C1"><f>B1*2</f><v>0</v></c><c r="D1" t="str"><f>IF(C1=0,"không","có")</f><v>không</v></c><c r="E1"><f>A3*2</f><v>0</v></c></row>',
    edits: [{ cell: "A1", was: "46,5", value: 46.5 }],
    gives:
      '<row r="1"><c r="A1"><v>46.5</v></c><c r="B1"><f>SUM(A1:A1,A3)</f><v>46.5</v></c><c r="C1"><f>B1*2</f><v>93</v></c><c r="D1"><f>IF(C1=0,"không","có")</f></c><c r="E1"><f>A3*2</f><v>0</v></c></row>',
  },
  {
    what: "over a formula of several cells' source, which say nothing until they are calculated",
    rows: '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="array" ref="B1:C1">A1*{1,2}</f><v>1</v></c><c r="C1"><v>2</v></c><c r="D1"><f>C1+1</f><v>3</v></c></row>',
    edits: [{ cell: "A1", was: 1, value: 2 }],
    gives:
      '<row r="1"><c r="A1"><v>2</v></c><c r="B1"><f t="array" ref="B1:C1">A1*{1,2}</f></c><c r="C1"></c><c r="D1"><f>C1+1</f></c></row>',
  },
  {
    what: "as a figure into a cell for texts, in the format of its column",
    rows: '<row r="1"><c r="A1" s="1" t="str"><v>46</v></c><c r="B1" s="1" t="str"><v>5</v></c><c r="C1" s="3" t="str"><v>7,5</v></c></row><row r="2"><c r="A2" s="2"><v>1</v></c><c r="B2" s="2"><v>1</v></c></row>',
    edits: [
      { cell: "A1", was: "46", value: 46 },
      { cell: "B1", was: "5", value: 5.5 },
      { cell: "C1", was: "7,5", value: 7 },
    ],
    gives:
      '<row r="1"><c r="A1" s="4"><v>46</v></c><c r="B1" s="5"><v>5.5</v></c><c r="C1" s="6"><v>7</v></c></row><row r="2"><c r="A2" s="2"><v>1</v></c><c r="B2" s="2"><v>1</v></c></row>',
  },
  {
    what: "into a cell that was not there, in its row's style, else its column's",
    rows: '<row r="1" s="2" customFormat="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>',
    edits: [
      { cell: "B1", was: null, value: 2 },
      { cell: "C2", was: null, value: 3 },
    ],
    gives:
      '<row r="1" s="2" customFormat="1"><c r="A1"><v>1</v></c><c r="B1" s="2"><v>2</v></c></row><row r="2"><c r="A2"><v>1</v></c><c r="C2" s="2"><v>3</v></c></row>',
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

  it("has the styles as they were, and more after them where figures stand in cells for texts", () => {
    const rows = '<row r="1"><c r="A1" s="1" t="str"><v>46</v></c><c r="B1" s="3" t="str"><v>7</v></c></row>';
    const edits = [
      { cell: "A1", was: "46", value: 46.5 },
      { cell: "B1", was: "7", value: 7 },
    ];
    const { bytes } = fixed(sheet(rows), [finding(edits)]);
    const more = [
      '<xf numFmtId="0" fontId="7" applyNumberFormat="1"><alignment wrapText="1"/></xf>',
      '<xf applyNumberFormat="1" numFmtId="3" quotePrefix="0"><protection locked="0"/></xf>',
    ];
    const styles = partsOf(bytes).get("xl/styles.xml") ?? "";
    assert.ok(styles.includes(`<cellXfs count="6">${[...STYLES, ...more].join("")}</cellXfs>`), styles);
  });

  const LOCKS: readonly (readonly [what: string, protection: string, cells: readonly string[], left: number])[] = [
    ["a protected sheet, but for what is not locked", '<sheetProtection sheet="1"/>', ["A1", "B1"], 1],
    [
      "a protected sheet with one locked cell among those of a fix, whole",
      '<sheetProtection sheet="1"/>',
      ["A1,B1"],
      1,
    ],
    ["a sheet whose protection is off", '<sheetProtection sheet="0" objects="1"/>', ["A1", "B1"], 0],
  ];
  for (const [what, protection, cells, locked] of LOCKS)
    it(`leaves ${what}`, () => {
      const rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="3"><v>1</v></c></row>';
      const xml = `<sheetData>${rows}</sheetData>${protection}`;
      const findings = cells.map((names) => finding(names.split(",").map((cell) => ({ cell, was: 1, value: 2 }))));
      const copy = fixed(sheet("", { sheets: [{ xml }] }), findings);
      assert.deepEqual([copy.applied, copy.left, copy.locked], [cells.length - locked, locked, locked]);
      assert.equal(sheetOf(copy.bytes).includes('<c r="A1"><v>1</v>'), locked > 0);
    });

  it("leaves what a pivot table fills, and a table's headings", () => {
    const link = (id: string, kind: string): string =>
      `<Relationship Id="${id}" Type="http://x/relationships/${kind}" Target="../${kind}1.xml"/>`;
    const rows = ["1", "2", "3"].map(
      (row) => `<row r="${row}"><c r="A${row}"><v>1</v></c><c r="C${row}"><v>1</v></c></row>`,
    );
    const bytes = sheet(rows.join(""), {
      more: [
        {
          name: "xl/worksheets/_rels/sheet1.xml.rels",
          content: `<Relationships>${link("a", "pivotTable")}${link("b", "table")}</Relationships>`,
        },
        { name: "xl/pivotTable1.xml", content: '<pivotTableDefinition><location ref="A1:A2"/></pivotTableDefinition>' },
        { name: "xl/table1.xml", content: '<table ref="C1:C3"/>' },
      ],
    });
    const cells = ["A1", "A2", "A3", "C1", "C2"];
    const copy = fixed(
      bytes,
      cells.map((cell) => finding([{ cell, was: 1, value: 2 }])),
    );
    assert.deepEqual([copy.applied, copy.left], [2, 3]);
    assert.deepEqual(
      [...sheetOf(copy.bytes).matchAll(/r="(\w+)"><v>2/g)].map(([, cell]) => cell),
      ["C2", "A3"],
    );
  });

  const AMBIGUOUS: readonly (readonly [what: string, now: string, then: string])[] = [
    ["two sheets bear one name", 'name="Trang 2"', 'name="trang 1"'],
    ["two sheets are one part", 'r:id="rId2"', 'r:id="rId1"'],
  ];
  for (const [what, now, then] of AMBIGUOUS)
    it(`is refused where ${what}`, () => {
      const xml = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';
      const parts = workbookParts({ sheets: [{ xml }, { xml }] }).map((part) =>
        part.name === "xl/workbook.xml" ? { ...part, content: String(part.content).replace(now, then) } : part,
      );
      const bytes = makeZip(parts);
      const findings = [finding([{ cell: "A1", was: 1, value: 2 }])];
      const copy = fix(bytes, { fileName: "tệp.xlsx", findings, grids: gridsOf(bytes) });
      assert.deepEqual(copy, { ok: false, code: "damaged" });
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
