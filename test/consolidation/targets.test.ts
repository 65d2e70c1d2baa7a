import assert from "node:assert/strict";
import { measureOf } from "../../shared/consolidation/targets.ts";
import { gridOf, TARGETS, withCells } from "../builders.ts";
import { manifestOf, merge, mergeEach, organisation, versionOf } from "./build.ts";

describe("consolidation: targets", () => {
  const MEASURES: readonly (readonly [string, string])[] = [
    ["20%", "%"],
    ["≥ 90 %", "%"],
    ["Tối thiểu 80% – 90%", "%"],
    ["100% thủ tục", "%"],
    ["50 dịch vụ", "dịch vụ"],
    ["1.000 Giao dịch", "giao dịch"],
    ["100 (giao dịch)", "giao dịch"],
    ["100", ""],
    ["Hoàn thành", ""],
    ["Trên 20 trở lên", ""],
    ["", ""],
  ];
  for (const [text, measure] of MEASURES) {
    it(`“${text}” is measured in “${measure}”`, () => {
      assert.equal(measureOf(text), measure);
    });
  }

  it("the same content is one row, however it is spelt", async () => {
    const respelt = withCells(TARGETS, {
      B3: "TỶ LỆ HỒ SƠ  giải quyết trực tuyến",
      C3: "35%",
      B4: "Số dịch vụ công",
      C4: "50 dịch vụ",
      C5: "Hoàn thành",
    });
    const { consolidation } = await mergeEach([gridOf(TARGETS)], [gridOf(respelt)]);
    assert.deepEqual(
      consolidation.targets.map(({ name, measure, values }) => [
        name,
        measure,
        values.map(({ organisationId, text }) => `${organisationId} ${text}`),
      ]),
      [
        ["Tỷ lệ hồ sơ giải quyết trực tuyến", "%", ["a 20%", "b 35%"]],
        ["Tỷ lệ văn bản điện tử có chữ ký số", "%", ["a 100%"]],
        ["Hồ sơ công việc cấp tỉnh xử lý trên mạng", "%", ["a 80%"]],
        ["Số dịch vụ công", "dịch vụ", ["b 50 dịch vụ"]],
        ["Hồ sơ công việc cấp tỉnh xử lý trên mạng", "", ["b Hoàn thành"]],
      ],
    );
    const [first] = consolidation.targets[0]?.values ?? [];
    assert.deepEqual([first?.period, first?.sheet, first?.cell], ["Quý 4/2020", "Phụ lục", "C3"]);
  });

  it("one sent twice is told once", async () => {
    const manifest = manifestOf([organisation("a", { version: null })]);
    const versions = [1, 2].map((version) => versionOf("a", [gridOf(TARGETS)], { version }));
    const { consolidation } = await merge(manifest, versions);
    assert.ok(consolidation.targets.every(({ values }) => values.length === 1));
  });
});
