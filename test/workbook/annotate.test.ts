/** Annotated copies: findings marked and listed, all else as it was, and taken out again to the byte. */
import assert from "node:assert/strict";
import type { Finding } from "../../shared/finding.ts";
import { FINDINGS_SHEET, isFindingsSheet } from "../../shared/findings-sheet.ts";
import type { Explanation } from "../../shared/submission.ts";
import { annotate, type Annotation } from "../../server/workbook/annotate.ts";
import { clean } from "../../server/workbook/clean.ts";
import { readRecord, writeRecord } from "../../server/workbook/copies/restore-record.ts";
import { sha256 } from "../../server/workbook/copies/sha256.ts";
import {
  changedParts,
  contentsOf,
  findingsEverywhere,
  findingsOf,
  fixture,
  FIXTURE_WORKBOOKS,
  gridsOf,
} from "./copies.ts";
import { makeWorkbook, makeZip, workbookParts } from "./make-workbook.ts";
import { partsOf } from "./parts.ts";
import { findNewDamage } from "./sound.ts";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const VINH_LONG = fixture("vinh-long-2020.xlsx");

function annotated(bytes: Buffer, more: Partial<Annotation> = {}): Buffer {
  const findings = [...findingsOf(bytes), ...findingsEverywhere(bytes)];
  const copy = annotate(bytes, { fileName: "tệp.xlsx", findings, explanations: [], language: "vi", ...more });
  assert.ok(copy.ok, JSON.stringify(copy));
  return copy.bytes;
}

function cleaned(bytes: Buffer): Buffer {
  const copy = clean(bytes, "tệp.xlsx");
  assert.ok(copy.ok, JSON.stringify(copy));
  return copy.bytes;
}

const finding = (severity: Finding["severity"], ...cells: readonly string[]): Finding => ({
  rule: "number-gap",
  variant: "standard",
  severity,
  sheet: "Trang 1",
  cells,
  facts: {},
  fix: null,
});

/** A sheet as other programs spell it. */
const sheetXml = (inside: string): Buffer => makeWorkbook({ sheets: [{ xml: inside }] });
const CELLS = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';

const utf16 = (xml: string): Buffer => Buffer.from(`\ufeff${xml}`, "utf16le");

const withSheet = (content: string | Buffer): Buffer => {
  const parts = workbookParts({
    sheets: [{ xml: CELLS }],
    styles: '<cellXfs count="1"><xf/></cellXfs><dxfs count="0"/>',
  });
  return makeZip(parts.map((part) => (part.name === "xl/worksheets/sheet1.xml" ? { ...part, content } : part)));
};

const TYPE = "application/vnd.openxmlformats-package.relationships+xml";
const XML_TYPE = '<Default Extension="xml" ContentType="application/xml"/>';

const withTypes = (types: string): Buffer =>
  makeWorkbook({
    sheets: [{ xml: CELLS }],
    more: [{ name: "[Content_Types].xml", content: `<Types>${XML_TYPE}${types}</Types>` }],
  });

/** All may be met: each is annotated, read as before, and cleaned to the byte. */
const ODD: readonly (readonly [what: string, bytes: () => Buffer])[] = [
  ["without styles", () => sheetXml(CELLS)],
  ["with an empty list of styles", () => makeWorkbook({ sheets: [{ xml: CELLS }], styles: "<dxfs/>" })],
  ["with styles of nothing at all", () => makeWorkbook({ sheets: [{ xml: CELLS }], styles: " " })],
  [
    "with a prefix before every name",
    () =>
      withSheet(
        `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
      ),
  ],
  [
    "in UTF-16",
    () => withSheet(utf16(`<?xml version="1.0" encoding="UTF-16"?><worksheet xmlns="${MAIN}">${CELLS}</worksheet>`)),
  ],
  [
    "with a byte order mark",
    () => withSheet(`\ufeff<?xml version="1.0" encoding="utf-8"?><worksheet xmlns="${MAIN}">${CELLS}</worksheet>`),
  ],
  [
    "that does not say where its parts are",
    () => makeZip(workbookParts({ sheets: [{ xml: CELLS }] }).filter(({ name }) => !name.startsWith("xl/_rels/"))),
  ],
  [
    "that does not say where its parts are, styles among them",
    () =>
      makeZip(
        workbookParts({ sheets: [{ xml: CELLS }], styles: "<dxfs/>" }).filter(
          ({ name }) => !name.startsWith("xl/_rels/"),
        ),
      ),
  ],
  [
    "whose styles are linked as something else",
    () =>
      makeZip(
        workbookParts({ sheets: [{ xml: CELLS }], styles: "<dxfs/>" }).map((part) =>
          part.name.startsWith("xl/_rels/")
            ? { ...part, content: String(part.content).replace("relationships/styles", "relationships/theme") }
            : part,
        ),
      ),
  ],
  [
    "whose relationships have each a type of their own",
    () => withTypes(`<Override PartName="/xl/_rels/workbook.xml.rels" ContentType="${TYPE}"/>`),
  ],
  [
    "with a type for styles it has not",
    () =>
      withTypes('<Default Extension="rels" ContentType="x/y"/><Override PartName="/xl/styles.xml" ContentType="x/y"/>'),
  ],
  [
    "with tags inside remarks and texts",
    () =>
      sheetXml(
        `<!-- <mergeCells> --><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t><![CDATA[</sheetData>]]></t></is></c></row></sheetData><!-- "' -->`.replace(
          "</sheetData>]]>",
          "<v>]]>",
        ),
      ),
  ],
  [
    "with formats, drop-downs and links of its own",
    () =>
      sheetXml(
        `${CELLS}<mergeCells count="1"><mergeCell ref="C1:D1"/></mergeCells><conditionalFormatting sqref="A1"><cfRule type="cellIs" priority="7" operator="lessThan"><formula>0</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="whole" sqref="A1"/></dataValidations><pageMargins left="1" right="1" top="1" bottom="1" header="0" footer="0"/>`,
      ),
  ],
];

const SHEET = "xl/worksheets/sheet1.xml";

interface Forgery {
  readonly what: string;
  readonly part: string;
  /** What the part is said to have been, made of what it was. */
  readonly was?: (xml: string) => string;
  readonly added?: readonly string[];
}

/** What anybody may write into the record of an annotated copy. */
const FORGERIES: readonly Forgery[] = [
  { what: "another amount", part: SHEET, was: (xml) => xml.replace("<v>2150</v>", "<v>9150</v>") },
  { what: "another number format", part: "xl/styles.xml", was: (xml) => xml.replace('numFmtId="3"', 'numFmtId="9"') },
  { what: "a merged area less", part: SHEET, was: (xml) => xml.replace(/<mergeCell [^>]*>/, "") },
  { what: "a hidden sheet", part: "xl/workbook.xml", was: (xml) => xml.replace('state="visible"', 'state="hidden"') },
  { what: "another name", part: "xl/workbook.xml", was: (xml) => xml.replace('name="Ph', 'name="Th') },
  { what: "a part that we never change", part: "xl/theme/theme1.xml", was: (xml) => xml.replace("<a:", "<b:") },
  { what: "a part that is not there", part: "xl/worksheets/sheet9.xml" },
  { what: "a judged sheet to be ours", part: SHEET, added: [SHEET] },
];

/** @returns an annotated copy with another record, whose sums are right */
function forged({ part, was = (xml) => xml, added = [] }: Forgery): Buffer {
  const parts = partsOf(annotated(VINH_LONG));
  const [[name = "", genuine = Buffer.alloc(0)] = []] = [...contentsOf(annotated(VINH_LONG))].filter(([known]) =>
    known.startsWith("xl/customProperty"),
  );
  const record = readRecord(genuine);
  assert.ok(record);
  const now = parts.get(part) ?? "";
  const before = was(partsOf(VINH_LONG).get(part) ?? "");
  const insert = Buffer.from(before).toString("latin1");
  const undo = [{ at: 0, remove: Buffer.byteLength(now), insert }];
  const change = { part, undo, before: sha256(Buffer.from(before)), after: sha256(Buffer.from(now)) };
  const changes = [...record.changes.filter((one) => one.part !== part), change];
  const content = writeRecord(changes, [...record.added, ...added]);
  return makeZip([...parts].map(([known, xml]) => ({ name: known, content: known === name ? content : xml })));
}

describe("an annotated copy", () => {
  for (const { name, bytes } of FIXTURE_WORKBOOKS) {
    it(`of ${name} reads the same, and cleans to the byte`, () => {
      const copy = annotated(bytes);
      const read = gridsOf(copy);
      assert.deepEqual(read.slice(0, -1), gridsOf(bytes));
      assert.equal(read.at(-1)?.name, FINDINGS_SHEET.vi);
      assert.deepEqual(changedParts(bytes, cleaned(copy)), []);
      assert.deepEqual(findingsOf(copy), findingsOf(bytes), "our own sheet is not judged");
    });
  }

  for (const [what, make] of ODD)
    it(`of a workbook ${what}`, () => {
      const bytes = make();
      const copy = annotated(bytes);
      assert.deepEqual(gridsOf(copy).slice(0, -1), gridsOf(bytes));
      assert.match([...partsOf(copy)].map(([, xml]) => xml.replace(/\0/g, "")).join(""), /phuluc:error/);
      assert.deepEqual(findNewDamage(bytes, copy), []);
      assert.deepEqual(changedParts(bytes, cleaned(copy)), []);
    });

  it("changes only what it must", () => {
    assert.deepEqual(changedParts(VINH_LONG, annotated(VINH_LONG, { findings: findingsOf(VINH_LONG) })), [
      "[Content_Types].xml",
      "xl/_rels/workbook.xml.rels",
      "xl/customProperty1.bin",
      "xl/styles.xml",
      "xl/workbook.xml",
      "xl/worksheets/_rels/sheet3.xml.rels",
      "xl/worksheets/sheet1.xml",
      "xl/worksheets/sheet3.xml",
    ]);
  });

  it("adds to a sheet nothing but the marks", () => {
    const [before = "", after = ""] = [VINH_LONG, annotated(VINH_LONG)].map(
      (bytes) => partsOf(bytes).get("xl/worksheets/sheet1.xml") ?? "",
    );
    const ours =
      /<conditionalFormatting sqref="[^"]*"><cfRule type="expression" dxfId="\d+" priority="\d+"><formula>N\("phuluc:\w+"\)=0<\/formula><\/cfRule><\/conditionalFormatting>/g;
    assert.ok(ours.test(after));
    assert.equal(after.replace(ours, ""), before);
  });

  it("of an annotated one is the same", () => {
    const once = annotated(VINH_LONG, { findings: findingsOf(VINH_LONG) });
    assert.deepEqual(changedParts(once, annotated(once, { findings: findingsOf(VINH_LONG) })), []);
  });

  const MARKED: readonly (readonly [what: string, findings: readonly Finding[], marks: readonly string[]])[] = [
    ["an error", [finding("error", "B2")], ["error B2"]],
    ["cells below each other", [finding("warning", "B2", "B4", "B3", "C3")], ["warning B2:B4 C3"]],
    ["the graver of two", [finding("warning", "A1"), finding("error", "A1")], ["error A1"]],
    ["no hint", [finding("info", "A1")], []],
    ["nothing for a finding without a cell", [finding("error")], []],
    ["nothing where no sheet bears the name", [{ ...finding("error", "A1"), sheet: "Khác" }], []],
  ];
  for (const [what, findings, marks] of MARKED)
    it(`marks ${what}`, () => {
      const xml = partsOf(annotated(sheetXml(CELLS), { findings })).get("xl/worksheets/sheet1.xml") ?? "";
      const found = [...xml.matchAll(/sqref="([^"]*)">.*?phuluc:(\w+)/g)];
      assert.deepEqual(
        found.map(([, cells = "", severity = ""]) => `${severity} ${cells}`),
        marks,
      );
    });

  it("numbers its marks, of however many cells, each on its own", () => {
    const cells = Array.from({ length: 1200 }, (_, index) => `A${String(index * 2 + 1)}`);
    const bytes = sheetXml(CELLS);
    const copy = annotated(bytes, { findings: [finding("error", ...cells)] });
    assert.equal(
      partsOf(copy)
        .get("xl/worksheets/sheet1.xml")
        ?.match(/<cfRule /g)?.length,
      3,
    );
    assert.deepEqual(findNewDamage(bytes, copy), []);
  });

  it("lists findings with links, and explanations where there are some", () => {
    const explanation: Explanation = {
      rule: "number-gap",
      variant: "standard",
      sheet: "Trang 1",
      cell: "A1",
      text: "Theo danh mục <đã duyệt> & _x0041_",
    };
    const findings = [finding("error", "A1"), finding("info")];
    const copy = annotated(sheetXml(CELLS), { findings, explanations: [explanation] });
    const texts = gridsOf(copy)
      .at(-1)
      ?.rows.slice(3)
      .map(({ cells }) => cells.map(({ value }) => value));
    assert.deepEqual(texts?.[0], ["STT", "Mức độ", "Trang tính", "Ô", "Phát hiện", "Giải trình"]);
    assert.deepEqual(texts?.[1]?.slice(0, 4), [1, "Lỗi", "Trang 1", "A1"]);
    assert.equal(texts?.[1]?.[5], explanation.text);
    assert.match(partsOf(copy).get("xl/worksheets/sheet2.xml") ?? "", /<hyperlink ref="D5" location="'Trang 1'!A1"/);
    const english = gridsOf(annotated(sheetXml(CELLS), { findings: [], language: "en" })).at(-1);
    assert.equal(english?.name, FINDINGS_SHEET.en);
    assert.equal(english?.rows[1]?.cells[0]?.value, "Nothing was found.");
  });

  it("is refused of a signed workbook, which any change would break", () => {
    const signed = makeWorkbook({
      sheets: [{ xml: CELLS }],
      more: [{ name: "_xmlsignatures/sig1.xml", content: "<Signature/>" }],
    });
    const copy = annotate(signed, { fileName: "ký.xlsx", findings: [], explanations: [], language: "vi" });
    assert.deepEqual(copy, { ok: false, code: "digitally-signed" });
    assert.deepEqual(clean(fixture("hostile/password-protected.xlsx"), "a.xlsx"), {
      ok: false,
      code: "password-protected",
    });
  });

  it("is refused of a workbook with styles without end", () => {
    const styles = `<dxfs>${"<dxf/>".repeat(500_001)}</dxfs>`;
    const bytes = makeWorkbook({ sheets: [{ xml: CELLS }], styles });
    assert.ok(gridsOf(bytes).length === 1);
    const copy = annotate(bytes, { fileName: "a.xlsx", findings: [], explanations: [], language: "vi" });
    assert.deepEqual(copy, { ok: false, code: "too-many-entries" });
  });

  it("that somebody changed since is cleaned by its marks", () => {
    const copy = annotated(VINH_LONG);
    const parts = [...partsOf(copy)].map(([name, content]) => ({
      name,
      content: content.replace("</worksheet>", "<!-- lưu lại --></worksheet>").replace("</workbook>", " </workbook>"),
    }));
    const saved = cleaned(makeZip(parts));
    assert.deepEqual(gridsOf(saved), gridsOf(VINH_LONG));
    const left = [...partsOf(saved)].filter(([name, xml]) => name !== "xl/styles.xml" && /phuluc/i.test(name + xml));
    assert.deepEqual(
      left.map(([name]) => name),
      [],
    );
  });

  it("is taken for ours where its record says just what was", () => {
    const bytes = forged({ what: "", part: SHEET });
    assert.deepEqual(changedParts(VINH_LONG, cleaned(bytes)), []);
  });

  for (const forgery of FORGERIES)
    it(`with a record that says ${forgery.what} shows what is judged`, () => {
      const bytes = forged(forgery);
      const others = (copy: Buffer) => gridsOf(copy).filter(({ name }) => !isFindingsSheet(name));
      assert.deepEqual(others(bytes), gridsOf(VINH_LONG));
      assert.deepEqual(others(annotated(bytes)), gridsOf(VINH_LONG));
      assert.deepEqual(others(cleaned(bytes)), gridsOf(VINH_LONG));
    });

  it("is refused where a sheet that is judged bears the name of ours too", () => {
    const parts = workbookParts({ sheets: [{ xml: CELLS }] });
    const more = `<sheet name="${FINDINGS_SHEET.vi}" sheetId="2" r:id="rId1"/></sheets>`;
    const bytes = makeZip(
      parts.map((part) =>
        part.name === "xl/workbook.xml" ? { ...part, content: String(part.content).replace("</sheets>", more) } : part,
      ),
    );
    const copy = annotate(bytes, { fileName: "a.xlsx", findings: [], explanations: [], language: "vi" });
    assert.deepEqual(copy, { ok: false, code: "damaged" });
    assert.equal(cleaned(bytes), bytes);
  });

  it("without anything of ours is given back as it is", () => {
    assert.equal(cleaned(VINH_LONG), VINH_LONG);
  });
});
