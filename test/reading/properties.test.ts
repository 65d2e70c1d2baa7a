/** What holds of every sheet: nothing throws, and only what a sheet says counts, not where or how it says it. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { appendixSchema, planSchema } from "../../shared/appendix-schema.ts";
import { checkWorkbook, type WorkbookCheck } from "../../shared/check.ts";
import { describe as sayInWords } from "../../shared/describe.ts";
import { findingSchema } from "../../shared/finding-schema.ts";
import type { Finding } from "../../shared/finding.ts";
import { cellName, parseCellName } from "../../shared/grid.ts";
import {
  COMPUTERS,
  gridOf,
  IT_STAFF,
  PHASE_YEAR,
  PHASE_YEAR_MERGED,
  planGrid,
  SINGLE_AMOUNT,
  TARGETS,
  type Value,
} from "../builders.ts";

type Rows = readonly (readonly Value[])[];

interface Sheet {
  readonly rows: Rows;
  /** Indexes of the header's first row and of the first row below it. */
  readonly header: number;
  readonly body: number;
}

const BUILT: readonly Sheet[] = [
  { rows: PHASE_YEAR, header: 3, body: 5 },
  { rows: SINGLE_AMOUNT, header: 2, body: 3 },
  { rows: IT_STAFF, header: 1, body: 3 },
  { rows: COMPUTERS, header: 1, body: 4 },
  { rows: TARGETS, header: 1, body: 2 },
];

// --- Nothing throws ---

const WORDS = [
  "STT",
  "TT",
  "Tên dự án",
  "Kinh phí",
  "Kinh phí năm 2020",
  "Tổng cộng",
  "TỔNG",
  "Cộng mục I",
  "Trong đó",
  "TW",
  "ĐP",
  "Ghi chú",
  "I",
  "A",
  "a)",
  "1.1",
  "-",
  "1.500",
  "1,5",
  "50%",
  "(500)",
  "8,58 tỷ",
  "2020-2019",
  "Quý 4/2020",
  "Đơn vị tính: tỷ đồng",
  "Tỉnh",
  "Giai đoạn",
  "Số tiền",
  "Bằng chữ",
  "năm tỷ đồng",
  "#REF!",
  "#DIV/0!",
  "=SUM(E1:E9)",
  "=E7+E8",
  "=1/0",
  "=A1",
  "=(((",
  "",
];

/** As Excel keeps them: no NaN, no infinity, and none so small or large that a division leaves the range. */
const finite = fc
  .double({ noNaN: true, min: -1e200, max: 1e200 })
  .filter((value) => value === 0 || Math.abs(value) > 1e-100);

const wildCell: fc.Arbitrary<Value> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...WORDS) },
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom("x".repeat(40_000), "1".repeat(200), "9.999.999.999.999.999", " \u00a0\n", "\ud800"),
  finite,
  fc.constantFrom(1e15, -1e15, 1e200, Number.MAX_SAFE_INTEGER, 1e-90, -0),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);

/** Whatever the sheet: the shapes hold, no rule has crashed, and every finding has its words. */
function checkSound({ plan, sheets, findings }: WorkbookCheck): void {
  if (plan) planSchema.parse(plan);
  for (const { appendix } of sheets) if (appendix) appendixSchema.parse(appendix);
  for (const finding of findings) {
    findingSchema.parse(finding);
    assert.notEqual(finding.rule, "crashed-rule", JSON.stringify(finding.facts));
    for (const language of ["vi", "en"] as const)
      assert.doesNotMatch(sayInWords(finding, language), /undefined|NaN|\{\w+\}/);
  }
}

describe("reading and checking never throw", () => {
  it("on any cells", () => {
    const grid = fc.array(fc.array(wildCell, { maxLength: 10 }), { maxLength: 14 });
    fc.assert(
      fc.property(grid, (rows) => {
        checkSound(checkWorkbook([gridOf(rows)]));
      }),
      { numRuns: 300 },
    );
  });

  const edits = fc.array(fc.tuple(fc.nat(16), fc.nat(14), wildCell), { minLength: 1, maxLength: 12 });
  for (const [index, sheet] of BUILT.entries()) {
    it(`on a right sheet (${String(index + 1)}) with any cells in and around it`, () => {
      fc.assert(
        fc.property(edits, fc.boolean(), (changes, hasPlan) => {
          const rows = put(sheet.rows, changes);
          const merged = sheet.rows === PHASE_YEAR ? PHASE_YEAR_MERGED : [];
          checkSound(checkWorkbook([gridOf(rows, { merged }), ...(hasPlan ? [planGrid()] : [])]));
        }),
        { numRuns: 200 },
      );
    });
  }
  it("on a plan sheet with any cells in it", () => {
    fc.assert(
      fc.property(edits, (changes) => {
        const changed = Object.fromEntries(
          changes.map(([row, column, value]) => [cellName(row + 1, column % 4), value]),
        );
        checkSound(checkWorkbook([gridOf(PHASE_YEAR, { merged: PHASE_YEAR_MERGED }), planGrid(changed)]));
      }),
      { numRuns: 200 },
    );
  });
  it("on merged areas of any size", () => {
    const area = fc.tuple(fc.nat(40), fc.nat(40), fc.nat(1_000_000), fc.nat(16_000));
    fc.assert(
      fc.property(fc.array(area, { maxLength: 20 }), (areas) => {
        const merged = areas.map(
          ([row, column, height, width]) =>
            `${cellName(row + 1, column)}:${cellName(row + 1 + height, column + width)}`,
        );
        checkSound(checkWorkbook([gridOf(PHASE_YEAR, { merged })]));
      }),
      { numRuns: 100 },
    );
  });
  it("on thousands of columns", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...BUILT),
        fc.array(fc.oneof(fc.constantFrom(...WORDS), finite, fc.boolean()), { minLength: 1, maxLength: 20 }),
        (sheet, cells) => {
          const wide = sheet.rows.map((row) => [
            ...row,
            ...Array.from({ length: 2000 }, (_, index) => cells[index % cells.length] ?? null),
          ]);
          checkSound(checkWorkbook([gridOf(wide)]));
        },
      ),
      { numRuns: 10 },
    );
  });
});

function put(rows: Rows, changes: readonly (readonly [number, number, Value])[]): Value[][] {
  const copy = rows.map((row) => [...row]);
  for (const [row, column, value] of changes) {
    while (copy.length <= row) copy.push([]);
    const line = copy[row] ?? [];
    while (line.length <= column) line.push(null);
    line[column] = value;
  }
  return copy;
}

// --- Right sheets of any size ---

const GROUPED: Rows = [
  [
    "STT",
    "Tên nhiệm vụ, dự án",
    "Đơn vị thực hiện",
    "Thời gian thực hiện",
    "Tổng kinh phí dự án",
    ...new Array<string>(3).fill("Tổng kinh phí giai đoạn 2016-2020"),
    ...new Array<string>(4).fill("Kinh phí năm 2020"),
    "Ghi chú",
  ],
  [null, null, null, null, null, "Tổng cộng", "TW", "ĐP", "Tổng cộng", "TW", "NV ĐTPT", "NV SN"],
];
const FIGURES = 4;

const ROMAN = ["I", "II", "III", "IV", "V"];

/** A year's money within the phase's, and the phase's within the project's. */
const itemFigures = fc
  .record({
    central: fc.integer({ min: 100, max: 90_000 }),
    local: fc.integer({ min: 100, max: 90_000 }),
    more: fc.nat(50_000),
    share: fc.integer({ min: 20, max: 100 }),
    half: fc.integer({ min: 1, max: 99 }),
  })
  .map(({ central, local, more, share, half }) => {
    const of = (amount: number): number => Math.floor((amount * share) / 100);
    const investment = Math.floor((of(local) * half) / 100);
    const recurrent = of(local) - investment;
    return [
      central + local + more,
      central + local,
      central,
      local,
      of(central) + of(local),
      of(central),
      investment,
      recurrent,
    ];
  });

const addUp = (lines: readonly (readonly number[])[]): number[] =>
  GROUPED[1]?.slice(FIGURES, 12).map((_, index) => lines.reduce((sum, line) => sum + (line[index] ?? 0), 0)) ?? [];

/** A right appendix of the form "phase and year" in million đồng, sections and a total as the header wants them. */
const rightSheet: fc.Arbitrary<Sheet> = fc
  .record({
    sections: fc.array(fc.array(itemFigures, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 4 }),
    hasSubtotals: fc.boolean(),
  })
  .map(({ sections, hasSubtotals }) => {
    const body = sections.flatMap((items, section): Value[][] => [
      [
        ROMAN[section] ?? "",
        `Nhóm nhiệm vụ ${"ABCDE".charAt(section)}`,
        null,
        null,
        ...(hasSubtotals ? addUp(items) : []),
      ],
      ...items.map((figures, item): Value[] => [
        item + 1,
        `Nhiệm vụ ${"ABCDE".charAt(section)}${"abcde".charAt(item)}`,
        "Sở TT&TT",
        "2016-2020",
        ...figures,
      ]),
    ]);
    const titles: Rows = [["PHỤ LỤC NĂM 2020"], ["Đơn vị tính: triệu đồng"]];
    const total: Value[] = ["TỔNG CỘNG", null, null, null, ...addUp(sections.flat())];
    return { rows: [...titles, ...GROUPED, ...body, total], header: 2, body: 4 };
  });

/** One to three of the figures changed: a sheet with something to find. */
const changedSheet: fc.Arbitrary<Sheet> = fc
  .tuple(
    rightSheet,
    fc.array(fc.tuple(fc.nat(30), fc.nat(7), fc.oneof(fc.integer({ min: 1, max: 99_999 }), fc.constant(null))), {
      minLength: 1,
      maxLength: 3,
    }),
  )
  .map(([sheet, changes]) => {
    const height = sheet.rows.length - sheet.body;
    return {
      ...sheet,
      rows: put(
        sheet.rows,
        changes.map(([row, column, value]) => [sheet.body + (row % height), FIGURES + column, value]),
      ),
    };
  });

const anySheet = fc.oneof(
  { weight: 3, arbitrary: rightSheet },
  { weight: 3, arbitrary: changedSheet },
  fc.constantFrom(...BUILT),
);

// --- The same sheet, arranged otherwise ---

/** For each row and column of the new sheet, which of the old one it is; null for a blank one. */
interface Arrangement {
  readonly rows: readonly (number | null)[];
  readonly columns: readonly (number | null)[];
}

const widthOf = (rows: Rows): number => Math.max(...rows.map(({ length }) => length));
const upTo = (count: number): number[] => [...new Array<number>(count).keys()];

const arrange = (rows: Rows, how: Arrangement): Value[][] =>
  how.rows.map((row) =>
    how.columns.map((column) => (row === null || column === null ? null : (rows[row]?.[column] ?? null))),
  );

/** What is read and found, in the old sheet's addresses. */
function contentOf({ sheets, findings }: WorkbookCheck, how: Arrangement): unknown {
  const oldRow = (row: number): number => how.rows[row - 1] ?? -1;
  const oldColumn = (column: number): number => how.columns[column] ?? -1;
  const old = (cell: string): string => {
    const at = parseCellName(cell);
    return at ? cellName(oldRow(at.row) + 1, oldColumn(at.column)) : cell;
  };
  const appendices = sheets.map(
    ({ appendix }) =>
      appendix && {
        form: appendix.form,
        unit: appendix.unit,
        texts: Object.fromEntries(appendix.textColumns.map(({ column, holds }) => [holds, oldColumn(column)])),
        rows: appendix.rows.map(({ row, kind, number, name, parent, texts, figures }) => ({
          row: oldRow(row),
          kind,
          number,
          name,
          parent,
          texts,
          figures: Object.fromEntries(
            appendix.figureColumns.map(({ column }, index) => [oldColumn(column), figures[index]]),
          ),
        })),
      },
  );
  return { appendices, findings: findings.map((finding) => told(finding, old)).sort() };
}

const told = ({ rule, variant, severity, cells }: Finding, old: (cell: string) => string): string =>
  `${severity} ${rule} ${variant} ${cells.map(old).sort().join()}`;

function isSame(sheet: Sheet, how: Arrangement): void {
  const plain: Arrangement = { rows: upTo(sheet.rows.length), columns: upTo(widthOf(sheet.rows)) };
  const before = contentOf(checkWorkbook([gridOf(arrange(sheet.rows, plain))]), plain);
  assert.deepEqual(contentOf(checkWorkbook([gridOf(arrange(sheet.rows, how))]), how), before);
}

describe("what a sheet says does not depend on its layout", () => {
  it("a right sheet of any size has nothing to find", () => {
    fc.assert(
      fc.property(rightSheet, ({ rows }) => {
        const { findings } = checkWorkbook([gridOf(rows)]);
        assert.deepEqual(
          findings.filter(({ rule }) => rule !== "typed-total"),
          [],
        );
      }),
    );
  });
  it("moved down and to the right by any amount", () => {
    fc.assert(
      fc.property(anySheet, fc.nat(60), fc.nat(60), (sheet, down, right) => {
        const blank = (count: number): null[] => new Array<null>(count).fill(null);
        isSame(sheet, {
          rows: [...blank(down), ...upTo(sheet.rows.length)],
          columns: [...blank(right), ...upTo(widthOf(sheet.rows))],
        });
      }),
    );
  });
  it("with blank rows between the rows of its body", () => {
    fc.assert(
      fc.property(anySheet, fc.array(fc.nat(3), { minLength: 40, maxLength: 40 }), (sheet, gaps) => {
        const rows = upTo(sheet.rows.length).flatMap((row) => [
          ...new Array<null>(row < sheet.body ? 0 : (gaps[row] ?? 0)).fill(null),
          row,
        ]);
        isSame(sheet, { rows, columns: upTo(widthOf(sheet.rows)) });
      }),
    );
  });
  it("with its columns in any order after the name", () => {
    const keys = fc.array(fc.nat(), { minLength: 20, maxLength: 20 });
    fc.assert(
      fc.property(rightSheet, keys, (sheet, order) => {
        const [number = 0, name = 1, ...rest] = upTo(widthOf(sheet.rows));
        isSame(sheet, {
          rows: upTo(sheet.rows.length),
          columns: [number, name, ...rest.sort((a, b) => (order[a] ?? 0) - (order[b] ?? 0))],
        });
      }),
    );
  });
  it("with its header printed again anywhere in its body", () => {
    const notLettered = anySheet.filter(({ rows }) => rows !== COMPUTERS);
    fc.assert(
      fc.property(notLettered, fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }), (sheet, again) => {
        const header = upTo(sheet.body).slice(sheet.header);
        const rows = upTo(sheet.rows.length).flatMap((row) =>
          row > sheet.body && again[row] ? [...header, row] : [row],
        );
        isSame(sheet, { rows, columns: upTo(widthOf(sheet.rows)) });
      }),
    );
  });
});

describe("what a sheet says does not depend on how its figures are written", () => {
  const grouped = (value: number, sign: string): string => String(value).replace(/\B(?=(\d{3})+$)/g, sign);

  /** In đồng every figure has two signs or none: nothing can be misread. */
  const inDong = ({ rows, ...sheet }: Sheet): Sheet => ({
    ...sheet,
    rows: scaled(rows, { factor: 1_000_000, unit: "đồng" }, sheet.body),
  });

  function scaled(rows: Rows, to: { factor: number; unit: string }, body: number): Rows {
    return rows.map((row, index) => {
      if (index === 1) return [`Đơn vị tính: ${to.unit}`];
      return index < body
        ? row
        : row.map((value, column) => (typeof value === "number" && column >= FIGURES ? value * to.factor : value));
    });
  }

  const asText = ({ rows, body }: Sheet, sign: string): Rows =>
    rows.map((row, index) =>
      index < body
        ? row
        : row.map((value, column) => (typeof value === "number" && column >= FIGURES ? grouped(value, sign) : value)),
    );

  const figuresOf = ({ sheets }: WorkbookCheck): unknown =>
    sheets[0]?.appendix?.rows.map(({ kind, name, figures }) => ({ kind, name, figures }));
  const findingsOf = ({ findings }: WorkbookCheck): string[] =>
    findings
      .filter(({ rule }) => rule !== "amount-as-text")
      .map((finding) => told(finding, (cell) => cell))
      .sort();

  for (const [name, sign] of Object.entries({
    dots: ".",
    commas: ",",
    spaces: " ",
    "no-break spaces": "\u00a0",
    nothing: "",
  })) {
    it(`as text with ${name} between thousands`, () => {
      fc.assert(
        fc.property(fc.oneof(rightSheet, changedSheet).map(inDong), (sheet) => {
          const numbers = checkWorkbook([gridOf(sheet.rows)]);
          const texts = checkWorkbook([gridOf(asText(sheet, sign))]);
          assert.deepEqual(figuresOf(texts), figuresOf(numbers));
          assert.deepEqual(findingsOf(texts), findingsOf(numbers));
          assert.equal(texts.findings.filter(({ rule }) => rule === "amount-as-text").length, 1);
        }),
        { numRuns: 60 },
      );
    });
  }
  it("as text in million đồng with dots or commas, wherever nothing is asked", () => {
    fc.assert(
      fc.property(rightSheet, fc.constantFrom(".", ","), (sheet, sign) => {
        const texts = checkWorkbook([gridOf(asText(sheet, sign))]);
        if (texts.findings.some(({ rule }) => rule === "ambiguous-amount")) return;
        assert.deepEqual(figuresOf(texts), figuresOf(checkWorkbook([gridOf(sheet.rows)])));
      }),
    );
  });
  it("in another unit, the figures with it", () => {
    const units = { "nghìn đồng": 1000, đồng: 1_000_000, "tỷ đồng": 0.001 };
    fc.assert(
      fc.property(
        fc.oneof(rightSheet, changedSheet),
        fc.constantFrom(...Object.entries(units)),
        (sheet, [unit, factor]) => {
          const other = checkWorkbook([gridOf(scaled(sheet.rows, { factor, unit }, sheet.body))]);
          assert.deepEqual(figuresOf(other), figuresOf(checkWorkbook([gridOf(sheet.rows)])));
        },
      ),
    );
  });
  it("in another unit, a right sheet stays right", () => {
    fc.assert(
      fc.property(
        rightSheet,
        fc.constantFrom({ unit: "nghìn đồng", factor: 1000 }, { unit: "đồng", factor: 1_000_000 }),
        (sheet, to) => {
          assert.deepEqual(
            findingsOf(checkWorkbook([gridOf(scaled(sheet.rows, to, sheet.body))])),
            findingsOf(checkWorkbook([gridOf(sheet.rows)])),
          );
        },
      ),
    );
  });
});
