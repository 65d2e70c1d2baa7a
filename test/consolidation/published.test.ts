/** Sums over the published plans, added up by hand from their sheets, line items only, in đồng. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { consolidationValues } from "../../shared/consolidation.ts";
import { amountIn, columnsOf, manifestOf, merge, mergeEach, organisation, totalOf, versionOf } from "./build.ts";
import type { Consolidation, SubmittedVersion } from "../../shared/consolidation.ts";
import { gridOf } from "../builders.ts";
import { largeSheet } from "../bench/sheets.ts";
import { readBytes } from "../workbook/recalculate.ts";

const PLANS = ["vinh-long-2020", "nghe-an-2021-2025", "nghe-an-2017", "soc-trang-2011-2015"];

const SUMS: readonly (readonly [string, string, number])[] = [
  ["vinh-long-2020", "project total", 74_820e6],
  ["vinh-long-2020", "phase total", 63_320e6],
  ["vinh-long-2020", "phase central/null", 24_000e6],
  ["vinh-long-2020", "phase local/null", 37_450e6],
  ["vinh-long-2020", "phase unsourced", 1_870e6],
  ["vinh-long-2020", "year null/investment", 13_000e6],
  ["vinh-long-2020", "year null/recurrent", 13_340e6],
  ["nghe-an-2021-2025", "project total", 570_960e6],
  ["nghe-an-2017", "year total", 53_930_320e3],
  ["nghe-an-2017", "year central/null", 16_600_000e3],
  ["nghe-an-2017", "year local/null", 34_330_320e3],
  ["nghe-an-2017", "year other/null", 3_000_000e3],
  ["soc-trang-2011-2015", "project total", 109_045e6],
  ["soc-trang-2011-2015", "project central/investment", 39_120e6],
  ["soc-trang-2011-2015", "project local/investment", 23_925e6],
  ["soc-trang-2011-2015", "project central/recurrent", 20_500e6],
  ["soc-trang-2011-2015", "project local/recurrent", 25_500e6],
  ["vinh-long-2020", "project unsplit", 74_820e6],
  ["nghe-an-2021-2025", "project unsplit", 570_960e6],
];

describe("consolidation: the published plans", () => {
  const versions: SubmittedVersion[] = [];
  const all = manifestOf(PLANS.map((name) => organisation(name)));
  let consolidation: Consolidation;
  before(async () => {
    for (const name of PLANS) {
      const bytes = readFileSync(new URL(`../fixtures/${name}.xlsx`, import.meta.url));
      versions.push(versionOf(name, await readBytes(bytes)));
    }
    ({ consolidation } = await merge(all, versions));
  });

  for (const [plan, column, dong] of SUMS) {
    it(`${plan}: ${column}`, () => {
      const own = consolidation.organisations.find(({ id }) => id === plan);
      assert.equal(amountIn(consolidation, own, column), dong);
    });
  }

  it("all together", () => {
    assert.equal(totalOf(consolidation, "project total"), (74_820 + 570_960 + 109_045) * 1e6);
    assert.equal(totalOf(consolidation, "year total"), 26_340e6 + 53_930_320e3);
    assert.equal(consolidation.total.lineItems, 26 + 28 + 16 + 13);
  });

  it("have only what is filled: no plan leaves its year or its whole project without a source", () => {
    assert.deepEqual(
      columnsOf(consolidation).filter((column) => / (unsplit|unsourced)$/.test(column)),
      ["project unsplit", "phase unsourced"],
    );
  });

  it("in another order are the same sums", async () => {
    const again = await merge(all, [...versions].reverse());
    assert.deepEqual(again.consolidation.total, consolidation.total);
    assert.deepEqual(again.consolidation.organisations, consolidation.organisations);
  });

  it("grouped as one, as they are, are the same sums", async () => {
    for (const level of ["organisation", "province", "root"] as const) {
      const { consolidation: grouped } = await merge({ ...all, level }, versions);
      assert.deepEqual(grouped.total, consolidation.total);
    }
  });
});

describe("consolidation: any sources", () => {
  const SCOPES = ["Tổng mức đầu tư", "Tổng kinh phí giai đoạn 2016-2020", "Kinh phí năm 2020"];
  const SOURCES = ["Tổng cộng", "TW", "ĐP", "Nguồn khác", "NSNN"];
  const amount = fc.option(fc.integer({ min: -50, max: 900 }), { nil: null, freq: 3 });
  const sheet = fc
    .record({
      scopes: fc.subarray(SCOPES, { minLength: 1 }),
      sources: fc.subarray(SOURCES, { minLength: 1 }),
      items: fc.array(fc.array(amount, { minLength: 15, maxLength: 15 }), { minLength: 2, maxLength: 8 }),
    })
    .map(({ scopes, sources, items }) =>
      gridOf([
        ["DANH MỤC DỰ ÁN NĂM 2020"],
        ["Đơn vị tính: triệu đồng"],
        ["STT", "Tên dự án", "Đơn vị chủ trì", ...scopes.flatMap((scope) => sources.map(() => scope))],
        [null, null, null, ...scopes.flatMap(() => sources)],
        ...items.map((amounts, index) => [
          index + 1,
          `Dự án số ${String(index + 1)}`,
          "Sở A",
          ...amounts.slice(0, scopes.length * sources.length),
        ]),
      ]),
    );

  it("of every line and total the whole is the sum of its sources, what is not split and what has none", async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(sheet, { minLength: 1, maxLength: 3 }), async (sheets) => {
        const { consolidation, lines } = await mergeEach(...sheets.map((grid) => [grid]));
        const { columns, total, organisations, groups } = consolidation;
        const wholes = columns.flatMap(({ source }, index) => (source === "total" ? [index] : []));
        for (const { amounts } of [...lines, total, ...organisations, ...groups])
          for (const whole of wholes) {
            const [scope, kind] = [columns[whole]?.scope, columns[whole]?.kind];
            const parts = columns.flatMap((column, index) =>
              index !== whole && column.scope === scope && column.kind === kind ? [amounts[index] ?? 0] : [],
            );
            const sum = parts.reduce((all, part) => all + part, 0);
            assert.equal(sum, amounts[whole] ?? 0, `${String(scope)}: ${JSON.stringify(sheets[0]?.rows)}`);
            compared++;
          }
      }),
      { numRuns: 60 },
    );
    assert.ok(compared > 1_000, String(compared));
  });
});

describe("consolidation: any sheets", () => {
  const sizes = fc.array(fc.record({ items: fc.integer({ min: 1, max: 60 }), seed: fc.integer({ min: 1, max: 99 }) }), {
    minLength: 1,
    maxLength: 4,
  });

  it("groups, organisations and line items all add up to the total, made again to the same byte", async () => {
    await fc.assert(
      fc.asyncProperty(sizes, async (sheets) => {
        const ids = sheets.map((_, index) => `o${String(index)}`);
        const versions = sheets.map(({ items, seed }, index) =>
          versionOf(ids[index] ?? "", [largeSheet(items, { seed })]),
        );
        const manifest = manifestOf(ids.map((id) => organisation(id)));
        const { consolidation, lines } = await merge(manifest, versions);
        consolidation.columns.forEach((_, column) => {
          const sum = (parts: readonly { readonly amounts: readonly (number | null)[] }[]): number =>
            parts.reduce((all, { amounts }) => all + (amounts[column] ?? 0), 0);
          const total = consolidation.total.amounts[column] ?? 0;
          assert.deepEqual(
            [sum(lines), sum(consolidation.groups), sum(consolidation.organisations)],
            [total, total, total],
          );
        });
        assert.equal(
          lines.length,
          sheets.reduce((all, { items }) => all + items, 0),
        );
        const again = await merge(manifest, versions);
        assert.equal(consolidationValues(again.consolidation), consolidationValues(consolidation));
      }),
      { numRuns: 25 },
    );
  });
});
