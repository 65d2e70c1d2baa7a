/** Files merged outside a round: whose each is, and what the manifest made of them says. */
import assert from "node:assert/strict";
import { mergeFiles } from "../../server/commands/merge-files.ts";
import { manifestSchema } from "../../shared/consolidation/manifest.ts";
import type { Grid } from "../../shared/grid.ts";
import { check, gridOf, phaseYearGrid, planGrid, SINGLE_AMOUNT, TARGETS, withCells } from "../builders.ts";

const HOW = { asOf: "2025-12-01T02:30:00.000Z", unit: "million", rulesVersion: "1" } as const;

type Files = Readonly<Record<string, readonly Grid[]>>;
const merge = (files: Files): ReturnType<typeof mergeFiles> =>
  mergeFiles(
    Object.entries(files).map(([file, grids]) => ({ file, check: check(...grids) })),
    HOW,
  );

const titled = (province: string): Grid =>
  gridOf(withCells(SINGLE_AMOUNT, { A1: `DANH MỤC DỰ ÁN CỦA TỈNH ${province.toUpperCase()} GIAI ĐOẠN 2021-2025` }), {
    name: province,
  });

const CASES: readonly (readonly [string, Files, readonly string[]])[] = [
  ["the plan names the province", { "a.xlsx": [phaseYearGrid(), planGrid()] }, ["Vĩnh Long 1 a.xlsx"]],
  ["the title names it", { "a.xlsx": [titled("Nghệ An")] }, ["Nghệ An 1 a.xlsx"]],
  [
    "the file's name stands for it",
    { "thu-muc/so-y-te.XLSX": [gridOf(SINGLE_AMOUNT)] },
    ["(tệp) so-y-te.XLSX 1 thu-muc/so-y-te.XLSX"],
  ],
  [
    "two files of one province are two versions",
    { "a.xlsx": [titled("Nghệ An")], "b.xlsx": [phaseYearGrid(), planGrid()], "c.xlsx": [titled("Nghệ An")] },
    ["Nghệ An 1 a.xlsx", "Nghệ An 2 c.xlsx", "Vĩnh Long 1 b.xlsx"],
  ],
  [
    "one file of two provinces is a version of each",
    { "a.xlsx": [titled("Nghệ An"), titled("Cà Mau")] },
    ["Nghệ An 1 a.xlsx", "Cà Mau 1 a.xlsx"],
  ],
  [
    "a file without an appendix is named",
    { "ghi-chu.xlsx": [gridOf([["Ghi chú"]])] },
    ["(tệp) ghi-chu.xlsx 1 ghi-chu.xlsx"],
  ],
  [
    "a plan without an appendix is another file of its province",
    { "a.xlsx": [phaseYearGrid(), planGrid()], "b.xlsx": [planGrid()] },
    ["Vĩnh Long 1 a.xlsx", "Vĩnh Long 2 b.xlsx"],
  ],
];

describe("files merged without a round", () => {
  for (const [name, files, expected] of CASES) {
    it(name, () => {
      const { versions, manifest } = merge(files);
      assert.deepEqual(
        versions.map(
          ({ organisationId, version, fileName }) => `${organisationId} ${String(version)} ${fileName ?? ""}`,
        ),
        expected,
      );
      assert.deepEqual(
        manifest.organisations.map(({ id }) => id),
        [...new Set(versions.map(({ organisationId }) => organisationId))],
      );
      assert.deepEqual(manifestSchema.parse(manifest), manifest);
    });
  }

  const YEARS: readonly (readonly [string, readonly Grid[], number, number])[] = [
    ["the plan's", [phaseYearGrid(), planGrid()], 2020, 2020],
    ["the title's", [titled("Nghệ An")], 2021, 2025],
    ["all of them", [titled("Nghệ An"), gridOf(TARGETS, { name: "Chỉ tiêu" })], 2020, 2025],
    ["this year where none is said", [gridOf(withCells(SINGLE_AMOUNT, { A1: "DANH MỤC DỰ ÁN" }))], 2025, 2025],
  ];
  for (const [name, grids, from, to] of YEARS) {
    it(`the round's years are ${name}`, () => {
      const { round } = merge({ "a.xlsx": grids }).manifest;
      assert.deepEqual([round.fromYear, round.toYear], [from, to]);
    });
  }

  it("findings stay with the sheets they were found on", () => {
    const wrong = gridOf(withCells(SINGLE_AMOUNT, { A1: "DỰ ÁN CỦA TỈNH CÀ MAU GIAI ĐOẠN 2021-2025", C4: null }), {
      name: "B",
    });
    const { versions } = merge({ "a.xlsx": [titled("Nghệ An"), wrong] });
    assert.deepEqual(
      versions.map(({ findings }) => [...new Set(findings.map(({ sheet }) => sheet))]),
      [["Nghệ An"], ["B"]],
    );
    assert.ok(versions[1]?.findings.some(({ rule }) => rule === "missing-lead-agency"));
  });
});
