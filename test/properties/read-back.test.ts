/** What is printed or written is read back as it was. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { checkWorkbook } from "../../shared/check.ts";
import type { Grid, GridCell } from "../../shared/grid.ts";
import { formById } from "../../shared/forms/index.ts";
import { gridsFromWire } from "../../shared/judge.ts";
import { printYears, readPeriod, serialToMonth } from "../../shared/period.ts";
import { numberToRoman, romanToNumber } from "../../shared/reading/numbering.ts";
import { gridSchema } from "../../shared/submission.ts";
import { readGrids } from "../../server/workbook/read-grids.ts";
import { writeAppendix } from "../../server/workbook/write-appendix.ts";
import { writeTemplate } from "../../server/workbook/write-template.ts";
import { FORM_IDS } from "../../shared/appendix.ts";
import { UNITS } from "../../shared/money.ts";
import { collect } from "../workbook/collect.ts";
import { lines, sheetOf, unit } from "./arbitrary-sheets.ts";

const AS_OF = "2025-12-01T02:30:00.000Z";

async function writtenAndRead(grids: readonly Grid[]): Promise<readonly Grid[]> {
  const read = readGrids(await collect((out) => writeAppendix({ grids, asOf: AS_OF }, out)), "tệp.xlsx");
  assert.ok(read.ok, JSON.stringify(read));
  return read.grids;
}

const text = fc.oneof(
  fc.constantFrom(
    "1.500",
    " hai  dấu cách ",
    "dòng một\ndòng hai",
    "<&>\"'",
    "=1+1",
    "_x000D_",
    "'",
    "#N/A",
    "TRUE",
    "đ",
    "1e5",
  ),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }),
);
const value = fc.oneof(
  text,
  fc.integer(),
  fc
    .double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 })
    .map((number) => Number(number.toPrecision(15))),
  fc.boolean(),
);
const cells = fc
  .uniqueArray(fc.record({ column: fc.nat(12), value }), {
    selector: ({ column }) => column,
    minLength: 1,
    maxLength: 6,
  })
  .map((all): GridCell[] => [...all].sort((a, b) => a.column - b.column));
const anyGrid = fc
  .uniqueArray(fc.record({ row: fc.integer({ min: 1, max: 60 }), hidden: fc.boolean(), cells }), {
    selector: ({ row }) => row,
    maxLength: 8,
  })
  .map((rows): Grid => ({
    name: "Phụ lục",
    rows: [...rows].sort((a, b) => a.row - b.row),
    merged: [],
    hiddenColumns: [],
    hidden: false,
  }));

/** XML has no such signs, and a workbook keeps none. */
const isKept = (text: string): boolean => !/[\0-\x08\v\f\x0e-\x1f\r\ufffe\uffff]/.test(text) && !/\p{Cs}/u.test(text);

const valuesOf = ({ rows }: Grid): unknown =>
  rows.map(({ row, hidden, cells }) => [
    row,
    hidden,
    cells.map(({ column, value: kept }) => [column, kept === 0 ? 0 : kept]),
  ]);

describe("a workbook written is read back", () => {
  it("any values of any cells", () =>
    fc.assert(
      fc.asyncProperty(anyGrid, async (grid) => {
        fc.pre(
          grid.rows.every((row) => row.cells.every((cell) => typeof cell.value !== "string" || isKept(cell.value))),
        );
        const [read] = await writtenAndRead([grid]);
        assert.ok(read);
        assert.deepEqual(valuesOf(read), valuesOf(grid));
      }),
      { numRuns: 30 },
    ));
  it("an appendix of any figures, in any unit, with all that is found in it", () =>
    fc.assert(
      fc.asyncProperty(lines(8), unit, async (all, of) => {
        const grids = [sheetOf(all, { unit: of })];
        assert.deepEqual(checkWorkbook(await writtenAndRead(grids)), checkWorkbook(grids));
      }),
      { numRuns: 12 },
    ));
  it("a blank form for any years and unit, as that form and in that unit", () =>
    fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...FORM_IDS),
        fc.constantFrom(...UNITS),
        fc.integer({ min: 2021, max: 2035 }),
        fc.nat(5),
        async (form, of, fromYear, years) => {
          const round = { fromYear, toYear: fromYear + years, unit: of };
          const read = readGrids(await collect((out) => writeTemplate({ form, round }, out)), "mẫu.xlsx");
          assert.ok(read.ok);
          const { sheets, findings } = checkWorkbook(read.grids);
          assert.equal(sheets[0]?.appendix?.form, form);
          const isMoney = sheets[0].appendix.figureColumns.some(({ holds }) => holds.type === "amount");
          if (isMoney) assert.equal(sheets[0].appendix.unit, formById(form).defaultUnit ?? of);
          assert.deepEqual(
            findings.filter(({ severity }) => severity !== "info"),
            [],
          );
        },
      ),
      { numRuns: 12 },
    ));
});

describe("what goes over the wire comes back", () => {
  it("sheets as JSON", () => {
    fc.assert(
      fc.property(anyGrid, (grid) => {
        const sent = gridSchema.parse(JSON.parse(JSON.stringify(grid)));
        const read = gridsFromWire([sent]);
        assert.ok(read.ok);
        assert.deepEqual(valuesOf(read.grids[0] ?? grid), valuesOf(grid));
      }),
      { numRuns: 100 },
    );
  });
});

describe("what is printed is read back", () => {
  const year = fc.integer({ min: 1900, max: 2099 });
  it("years", () => {
    fc.assert(
      fc.property(year, fc.nat(30), (first, more) => {
        const last = Math.min(2099, first + more);
        const written = { from: first * 12, to: last * 12 + 11 };
        const read = readPeriod(printYears(written));
        assert.ok(typeof read !== "string", printYears(written));
        assert.deepEqual({ from: read.from, to: read.to }, written);
      }),
    );
  });
  it("the month of a date", () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 73_050 }), (serial) => {
        const read = readPeriod(serialToMonth(serial));
        assert.ok(typeof read !== "string", serialToMonth(serial));
        assert.equal(read.from, read.to);
        const date = new Date((serial - 25_569) * 86_400_000);
        assert.equal(read.from, date.getUTCFullYear() * 12 + date.getUTCMonth());
      }),
    );
  });
  it("roman numbers of sections", () => {
    for (let number = 1; number < 100; number++) assert.equal(romanToNumber(numberToRoman(number)), number);
  });
});
