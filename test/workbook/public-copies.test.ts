/** Any workbook in, the same workbook out: copies of real workbooks of many programs, and what LibreOffice makes of them. */
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { annotate } from "../../server/workbook/annotate.ts";
import { clean } from "../../server/workbook/clean.ts";
import { fix } from "../../server/workbook/fix.ts";
import type { Edit, Finding } from "../../shared/finding.ts";
import { FINDINGS_SHEET } from "../../shared/findings-sheet.ts";
import { cellName, type Grid, type GridCell } from "../../shared/grid.ts";
import { needs } from "../programs.ts";
import {
  changedParts,
  contentsOf,
  findingsEverywhere,
  findingsOf,
  FIXTURE_WORKBOOKS,
  gridsOf,
  type Sample,
} from "./copies.ts";
import { arePublicWorkbooksThere, oddest, publicWorkbooks, SOURCES } from "./public-workbooks.ts";
import { openInOffice } from "./recalculate.ts";
import { findNewDamage } from "./sound.ts";
import { findStrayCells, isSameStyle, stylesOfCells } from "./unchanged.ts";
import { childOf, parseXml, type XmlElement } from "./xml-tree.ts";

const FILE_NAME = "tệp.xlsx";

/** Read by where its parts usually are: its list of them is torn, and no part can be put on it. */
const TORN = "issue252.xlsx";
const wholeWorkbooks = (source: string): readonly Sample[] =>
  publicWorkbooks(source).filter(({ name }) => name !== TORN);

function annotated(bytes: Buffer): Buffer {
  const findings = [...findingsOf(bytes), ...findingsEverywhere(bytes)];
  const copy = annotate(bytes, { fileName: FILE_NAME, findings, explanations: [], language: "vi" });
  assert.ok(copy.ok, JSON.stringify(copy));
  return copy.bytes;
}

function cleaned(bytes: Buffer): Buffer {
  const copy = clean(bytes, FILE_NAME);
  assert.ok(copy.ok, JSON.stringify(copy));
  return copy.bytes;
}

interface NamedCell extends GridCell {
  readonly name: string;
}

const mending = (sheet: string, edit: Edit): Finding => ({
  rule: "number-gap",
  variant: "standard",
  severity: "warning",
  sheet,
  cells: [edit.cell],
  facts: {},
  fix: { kind: "set-value", safe: true, edits: [edit] },
});

const was = ({ formula, value }: NamedCell): Edit["was"] => (formula === undefined ? value : `=${formula}`);

/** Of each kind of cell one: numbers, a text, a formula, and an empty place. */
function editsFor({ rows }: Grid): readonly Edit[] {
  const cells = rows.flatMap(({ row, cells: inRow }) =>
    inRow.map((cell): NamedCell => ({ ...cell, name: cellName(row, cell.column) })),
  );
  const figures = cells.filter(({ value, formula }) => typeof value === "number" && formula === undefined);
  const texts = cells.filter(({ value, formula }) => typeof value === "string" && formula === undefined);
  const formulas = cells.filter(({ formula }) => formula !== undefined);
  const wanted: readonly (readonly [NamedCell | undefined, Pick<Edit, "value" | "formula">])[] = [
    [figures[0], { value: Number(figures[0]?.value) + 1 }],
    [figures[Math.floor(figures.length / 2)], { value: 12_345.5 }],
    [figures.at(-1), { formula: "SUM(A1:A3)+1" }],
    [texts.at(-1), { value: 777 }],
    [formulas[0], { value: 3 }],
    [{ name: cellName((rows.at(-1)?.row ?? 0) + 1, 1), column: 1, value: null }, { value: 5 }],
  ];
  return wanted.flatMap(([cell, edit]) => (cell ? [{ cell: cell.name, was: was(cell), ...edit }] : []));
}

interface FixedCopy {
  readonly bytes: Buffer;
  readonly applied: number;
  /** "Sheet!A1" of the cells that fixes name. */
  readonly named: ReadonlySet<string>;
}

function fixed(bytes: Buffer): FixedCopy {
  const grids = gridsOf(bytes);
  const findings = grids.flatMap((grid) => editsFor(grid).map((edit) => mending(grid.name, edit)));
  const copy = fix(bytes, { fileName: FILE_NAME, findings, grids });
  assert.ok(copy.ok, JSON.stringify(copy));
  assert.equal(copy.applied + copy.left, findings.length);
  const named = new Set(findings.flatMap(({ sheet, cells }) => cells.map((cell) => `${sheet}!${cell}`)));
  return { bytes: copy.bytes, applied: copy.applied, named };
}

const MAY_CHANGE = /(^|[\\/])((workbook|styles|calcChain)\.xml|workbook\.xml\.rels|\[Content_Types\]\.xml)$/i;

function styleReader(parts: ReadonlyMap<string, Buffer>): (number: number) => XmlElement | undefined {
  const part = [...parts].find(([name]) => /styles\.xml$/.test(name))?.[1];
  const styles = part ? childOf(parseXml(part), "cellXfs") : undefined;
  return (number) => styles?.children[number];
}

/** Element by element. @returns what is not as it was, outside the cells that fixes name */
function findStrayChanges(before: Buffer, { bytes, named }: FixedCopy): readonly string[] {
  const [old, now] = [contentsOf(before), contentsOf(bytes)];
  const cells = new Set([...named].map((name) => name.slice(name.lastIndexOf("!") + 1)));
  const [styleBefore, styleNow] = [styleReader(old), styleReader(now)];
  return changedParts(before, bytes).flatMap((name) => {
    if (MAY_CHANGE.test(name)) return [];
    const [was, is] = [old.get(name), now.get(name)];
    const [first, second] = [was && parseXml(was), is && parseXml(is)];
    // One public workbook has text after its sheet.
    if (was && is && !first && !second) return [];
    if (first?.name !== "worksheet" || !second) return [name];
    const stylesBefore = stylesOfCells(first);
    const restyled = [...stylesOfCells(second)].filter(([cell, style]) => {
      const known = stylesBefore.get(cell);
      return known !== undefined && !isSameStyle(styleBefore(known), styleNow(style));
    });
    const faults = findStrayCells(first, second, cells);
    return [...faults, ...restyled.map(([cell]) => `style of ${cell}`)].map((fault) => `${name}: ${fault}`);
  });
}

describe("copies of public workbooks", () => {
  before(function () {
    if (!arePublicWorkbooksThere) this.skip();
  });

  for (const source of SOURCES) {
    const samples = wholeWorkbooks(source);
    it(`annotated, of ${source} (${String(samples.length)}) clean to the byte`, function () {
      this.timeout(300_000);
      for (const { name, bytes } of samples) {
        const copy = annotated(bytes);
        assert.deepEqual(findNewDamage(bytes, copy), [], name);
        assert.deepEqual(changedParts(bytes, cleaned(copy)), [], name);
      }
    });

    for (const { bytes } of publicWorkbooks(source).filter(({ name }) => name === TORN))
      it("annotated, are refused of one whose list of parts is torn", () => {
        const copy = annotate(bytes, { fileName: FILE_NAME, findings: [], explanations: [], language: "vi" });
        assert.deepEqual(copy, { ok: false, code: "damaged" });
      });

    it(`fixed, of ${source} are as before outside the cells written`, function () {
      this.timeout(300_000);
      for (const { name, bytes } of samples) {
        const copy = fixed(bytes);
        assert.deepEqual(findNewDamage(bytes, copy.bytes), [], name);
        assert.deepEqual(findStrayChanges(bytes, copy), [], name);
      }
    });
  }
});

/** Never twice the same. */
const RESTLESS = /\b(?:RAND|RANDBETWEEN|NOW|TODAY)\(/i;

type Values = ReadonlyMap<string, GridCell>;

const valuesOf = (grids: readonly Grid[]): Values =>
  new Map(
    grids
      .filter(({ name }) => name !== FINDINGS_SHEET.vi)
      .flatMap(({ name, rows }) =>
        rows.flatMap(({ row, cells }) =>
          cells.map((cell): [string, GridCell] => [`${name}!${cellName(row, cell.column)}`, cell]),
        ),
      ),
  );

const isNear = (a: GridCell["value"] | undefined, b: GridCell["value"] | undefined): boolean =>
  typeof a === "number" && typeof b === "number"
    ? Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))
    : a === b;

const differing = (before: Values, after: Values): readonly string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter(
    (name) =>
      !isNear(before.get(name)?.value, after.get(name)?.value) && !RESTLESS.test(after.get(name)?.formula ?? ""),
  );

interface Opened {
  readonly sample: Sample;
  readonly copy: FixedCopy;
  /** Recalculated by LibreOffice: as it was, annotated, fixed. */
  readonly before: Values;
  readonly marked: Values;
  readonly mended: Values;
}

describe("LibreOffice", () => {
  const opened: Opened[] = [];
  const PUBLIC_OF_A_SOURCE = 11;
  const LEAST_PUBLIC = 50;

  before(async function () {
    needs(this, "soffice");
    this.timeout(400_000);
    const odd = SOURCES.flatMap((source) => oddest(wholeWorkbooks(source), PUBLIC_OF_A_SOURCE));
    const samples = [...FIXTURE_WORKBOOKS, ...odd].map((sample) => ({ sample, copy: fixed(sample.bytes) }));
    const files = samples.flatMap(({ sample, copy }) => [sample.bytes, annotated(sample.bytes), copy.bytes]);
    const folder = await mkdtemp(join(tmpdir(), "phuluc-"));
    try {
      const results = await openInOffice(files, folder);
      for (const [index, { sample, copy }] of samples.entries()) {
        const [before, marked, mended] = results.slice(index * 3, index * 3 + 3);
        // What it does not open as it was sent says nothing of the copies.
        if (!before) continue;
        assert.ok(marked && mended, `${sample.name} opens, and its copies do not`);
        opened.push({ sample, copy, before: valuesOf(before), marked: valuesOf(marked), mended: valuesOf(mended) });
      }
      const least = FIXTURE_WORKBOOKS.length + (arePublicWorkbooksThere ? LEAST_PUBLIC : 0);
      assert.ok(opened.length >= least, `${String(opened.length)} of ${String(samples.length)} opened`);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it("gives the same values for annotated copies", () => {
    for (const { sample, before, marked } of opened) assert.deepEqual(differing(before, marked), [], sample.name);
  });

  it("gives the same values for fixed copies, but where the copy says itself that they are others", () => {
    for (const { sample, copy, before, mended } of opened) {
      // LibreOffice fills pivot tables anew on opening; in Excel they are as they were until somebody asks.
      if ([...contentsOf(sample.bytes).keys()].some((name) => /pivotTable/i.test(name))) continue;
      const [was, is] = [sample.bytes, copy.bytes].map((bytes) => valuesOf(gridsOf(bytes)));
      const isKept = (name: string): boolean => isDeepStrictEqual(was?.get(name), is?.get(name));
      assert.deepEqual(differing(before, mended).filter(isKept), [], sample.name);
    }
  });

  it("calculates what fixed copies say already", () => {
    let fresh = 0;
    for (const { sample, copy, mended } of opened) {
      const was = valuesOf(gridsOf(sample.bytes));
      const news = [...valuesOf(gridsOf(copy.bytes))].filter(
        ([name, { formula, value }]) =>
          formula !== undefined && value !== null && !isDeepStrictEqual(was.get(name)?.value, value),
      );
      const wrong = news.filter(([name, { value }]) => !isNear(value, mended.get(name)?.value));
      assert.deepEqual(wrong, [], sample.name);
      fresh += news.length;
    }
    // The fixtures alone give so many.
    assert.ok(fresh >= 10, `${String(fresh)} results`);
  });
});
