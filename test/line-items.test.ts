import assert from "node:assert/strict";
import type { Appendix } from "../shared/appendix.ts";
import { figureKeys, lineItemsOf, totalsByColumn, type LineItem } from "../shared/line-items.ts";
import { CORE_VERSION } from "../shared/version.ts";
import {
  check,
  COMPUTERS,
  gridOf,
  IT_STAFF,
  PHASE_YEAR,
  phaseYearGrid,
  SINGLE_AMOUNT,
  TARGETS,
  withCells,
  type Value,
} from "./builders.ts";

const appendicesOf = (...sheets: readonly (readonly (readonly Value[])[])[]): readonly Appendix[] =>
  check(...sheets.map((rows, index) => gridOf(rows, { name: `PL${String(index + 1)}` }))).sheets.flatMap(
    ({ appendix }) => appendix ?? [],
  );

const itemsOf = (rows: readonly (readonly Value[])[]): readonly LineItem[] => lineItemsOf(appendicesOf(rows));

describe("line items", () => {
  it("are known by sheet and cell, and say what they are", () => {
    const [first] = itemsOf(PHASE_YEAR);
    assert.ok(first);
    const { figures, ...line } = first;
    assert.deepEqual(line, {
      key: "PL1!B7",
      sheet: "PL1",
      form: "project-list-phase-year",
      row: 7,
      sections: [{ number: "I", name: "Hạ tầng kỹ thuật" }],
      number: "1",
      name: "Nâng cấp mạng cục bộ của Văn phòng UBND tỉnh",
      leadAgency: "Văn phòng UBND tỉnh",
      periodText: "2019-2021",
      period: { from: 2019 * 12, to: 2021 * 12 + 11, isReversed: false, isSameYearRange: false },
      texts: {},
      amountDong: 5_000e6,
    });
    assert.deepEqual(
      figures.map(({ column, value, isDong }) => `${column} ${String(value)}${isDong ? " đồng" : ""}`),
      [
        "planned project total 5000000000 đồng",
        "planned phase total 3500000000 đồng",
        "planned phase central null 1200000000 đồng",
        "planned phase local null 2300000000 đồng",
        "planned year total 1700000000 đồng",
        "planned year central null 400000000 đồng",
        "planned year null investment 800000000 đồng",
        "planned year null recurrent 500000000 đồng",
      ],
    );
  });

  const lumped = PHASE_YEAR.map((row) => [...row]);
  for (const row of lumped.slice(6, 8)) row.splice(4, 8);
  const parts: readonly (readonly Value[])[] = [
    ...SINGLE_AMOUNT.slice(0, 4),
    ["a", "Phần cứng", null, null, null, null, 1000],
    ["b", "Phần mềm", null, null, null, null, 500],
    ...SINGLE_AMOUNT.slice(4),
  ];

  const KEYS: readonly (readonly [says: string, rows: readonly (readonly Value[])[], keys: readonly string[]])[] = [
    ["not headings, subtotals and totals", PHASE_YEAR, ["B7", "B8", "B10", "B11", "B12"]],
    ["a section's money in one sum", lumped, ["B6", "B7", "B8", "B10", "B11", "B12"]],
    ["the parts of an item, and not the item once more", parts, ["B5", "B6", "B7", "B8"]],
    ["targets", TARGETS, ["B3", "B4", "B5"]],
    ["units with their staff", IT_STAFF, ["B5", "B6", "B8"]],
    ["nothing but a header", SINGLE_AMOUNT.slice(0, 3), []],
  ];
  for (const [says, rows, keys] of KEYS) {
    it(`of ${says}: ${keys.join(" ") || "none"}`, () => {
      assert.deepEqual(
        itemsOf(rows).map(({ key }) => key),
        keys.map((cell) => `PL1!${cell}`),
      );
    });
  }

  it("that are parts have their item's agency and period, and stand below it", () => {
    const part = itemsOf(parts).find(({ name }) => name === "Phần cứng");
    assert.equal(part?.leadAgency, "Sở TT&TT");
    assert.equal(part.periodText, "2021-2025");
    assert.equal(part.period?.to, 2025 * 12 + 11);
    assert.equal(part.sections[part.sections.length - 1]?.name, "Duy trì Kiến trúc chính quyền điện tử");
    assert.equal(part.amountDong, 1_000e6);
  });

  const AMOUNTS: readonly (readonly [says: string, changes: Readonly<Record<string, Value>>, dong: number | null])[] = [
    ["the whole project", {}, 5_000e6],
    ["the phase where no project cost is printed", { E7: null }, 3_500e6],
    ["the sources where no whole is", { E7: null, F7: null }, 3_500e6],
    ["the year, the last there is", { E7: null, F7: null, G7: null, H7: null }, 1_700e6],
    ["nothing", { E7: null, F7: null, G7: null, H7: null, I7: null, J7: null, K7: null, L7: null }, null],
  ];
  for (const [says, changes, dong] of AMOUNTS) {
    it(`have as their amount ${says}`, () => {
      assert.equal(itemsOf(withCells(PHASE_YEAR, changes))[0]?.amountDong, dong);
    });
  }

  it("have no đồng while the unit is not known", () => {
    const [appendix] = appendicesOf(SINGLE_AMOUNT);
    assert.ok(appendix);
    const unknown: Appendix = { ...appendix, unit: null, unitFrom: "unknown" };
    const [line] = lineItemsOf([unknown]);
    assert.equal(line?.amountDong, null);
    assert.equal(line?.figures[0]?.isDong, false);
    assert.equal(totalsByColumn([unknown]).size, 0);
  });

  it("without a period have none, and keep an open one's words", () => {
    const period = (value: Value): readonly unknown[] => {
      const line = itemsOf(withCells(SINGLE_AMOUNT, { F4: value }))[0];
      return [line?.periodText, line?.period];
    };
    assert.deepEqual(period(null), ["", null]);
    assert.deepEqual(period("hằng năm"), ["hằng năm", null]);
  });

  it("keep the texts that other columns hold", () => {
    assert.deepEqual(itemsOf(TARGETS)[0]?.texts, { target: "20%" });
    assert.deepEqual(itemsOf(SINGLE_AMOUNT)[0]?.texts, {
      continuity: "Nhiệm vụ chuyển tiếp",
      objective: "Duy trì",
      fundingText: "Nguồn vốn địa phương",
    });
  });

  it("of several sheets come in their order, each key once", () => {
    const keys = lineItemsOf(appendicesOf(PHASE_YEAR, SINGLE_AMOUNT, TARGETS)).map(({ key }) => key);
    assert.equal(new Set(keys).size, keys.length);
    assert.deepEqual([...new Set(keys.map((key) => key.split("!")[0]))], ["PL1", "PL2", "PL3"]);
  });
});

describe("the columns of figures", () => {
  it("are told apart when two hold the same", () => {
    const [appendix] = appendicesOf(SINGLE_AMOUNT);
    const [column] = appendix?.figureColumns ?? [];
    assert.ok(column);
    assert.deepEqual(figureKeys([column, column]), ["planned project total", "planned project total #2"]);
  });

  it("name what they count", () => {
    assert.match(figureKeys(appendicesOf(COMPUTERS)[0]?.figureColumns ?? []).join(", "), /count \w+.*ratio \w+ \w+/);
  });

  it("keep details and years", () => {
    const amount = { type: "amount", scope: "year", kind: "planned", origin: "local", nature: null } as const;
    const column = { column: 1, header: "", headerCell: "B1" };
    assert.deepEqual(
      figureKeys([
        { ...column, holds: { ...amount, detail: "ns huyen", year: null } },
        { ...column, holds: { ...amount, detail: null, year: 2021 } },
        { ...column, holds: { ...amount, detail: null, year: 2022 } },
      ]),
      ["planned year local null ns huyen", "planned year local null 2021", "planned year local null 2022"],
    );
  });
});

describe("totals of line items", () => {
  it("are by column, never from printed totals", () => {
    const totals = totalsByColumn(
      check(phaseYearGrid({ E13: 1, F6: 2 })).sheets.flatMap(({ appendix }) => appendix ?? []),
    );
    assert.equal(totals.get("planned project total"), 16_350e6);
    assert.equal(totals.get("planned phase central null"), 3_000e6);
    assert.equal(totals.get("planned year null investment"), 2_400e6);
  });

  it("of several appendices are added, whatever their units", () => {
    const thousand = withCells(SINGLE_AMOUNT, { H2: "Đơn vị tính: nghìn đồng" });
    assert.equal(
      totalsByColumn(appendicesOf(SINGLE_AMOUNT, thousand)).get("planned project total"),
      46_190e6 + 46_190e3,
    );
  });

  it("too large to be kept exactly are not given", () => {
    const [appendix] = appendicesOf(SINGLE_AMOUNT);
    assert.ok(appendix);
    const huge = appendix.rows.map((row) => ({ ...row, figures: row.figures.map(() => Number.MAX_SAFE_INTEGER) }));
    assert.equal(totalsByColumn([{ ...appendix, rows: huge }]).get("planned project total"), null);
  });
});

describe("the version of what judges", () => {
  it("has three parts", () => {
    assert.match(CORE_VERSION, /^\d+\.\d+\.\d+$/);
  });
});
