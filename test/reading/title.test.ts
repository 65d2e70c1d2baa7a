import assert from "node:assert/strict";
import { printYears } from "../../shared/period.ts";
import { readPlanCitation, readTitle, type Title } from "../../shared/reading/title.ts";
import { gridOf, type Value } from "../builders.ts";

const titleOf = (...rows: readonly (readonly Value[])[]): Title => readTitle(gridOf(rows).rows);

describe("readTitle", () => {
  it("tells title, unit and its cell, plan and years apart", () => {
    const title = titleOf(
      ["PHỤ LỤC"],
      ["DANH MỤC DỰ ÁN  ĐẦU TƯ\nCÔNG NĂM 2017"],
      ["(Ban hành kèm theo Kế hoạch số 709/KH-UBND ngày 28 tháng 11 năm 2016 của UBND tỉnh Nghệ An)"],
      [null, null, "ĐVT: nghìn đồng"],
    );
    assert.equal(title.title, "PHỤ LỤC — DANH MỤC DỰ ÁN ĐẦU TƯ CÔNG NĂM 2017");
    assert.deepEqual([title.unit, title.unitCell], ["thousand", "C4"]);
    assert.deepEqual([title.planNumber, title.planDate], ["709/KH-UBND", "2016-11-28"]);
    assert.equal(title.period && printYears(title.period), "2017");
  });
  it("of no lines is empty", () => {
    const { title, unit, unitCell, planNumber, planDate, period } = titleOf();
    assert.deepEqual(
      { title, unit, unitCell, planNumber, planDate, period },
      { title: "", unit: null, unitCell: null, planNumber: null, planDate: null, period: null },
    );
  });
  it("passes over numbers, blanks and errors", () => {
    assert.equal(titleOf(["PHỤ LỤC", 2020, true, " "], [5], ["DANH MỤC"]).title, "PHỤ LỤC — DANH MỤC");
  });

  const UNITS: readonly (readonly [string, Title["unit"]])[] = [
    ["Đơn vị tính: Triệu đồng.", "million"],
    ["ĐƠN VỊ TÍNH: TRIỆU ĐỒNG", "million"],
    ["Đơn vị: triệu đồng", "million"],
    ["Đvt: triệu", "million"],
    ["ĐVT: trđ", "million"],
    ["Đơn vị: Tr.đ", "million"],
    ["(triệu đồng)", "million"],
    ["DANH MỤC DỰ ÁN (đơn vị: triệu đồng)", "million"],
    ["Đơn vị tính: triệu VNĐ", "million"],
    ["ĐVT: 1.000 đồng", "thousand"],
    ["Đơn vị tính: 1000đ", "thousand"],
    ["Đơn vị tính : Nghìn đồng", "thousand"],
    ["ĐVT: ngàn đồng", "thousand"],
    ["(Đơn vị: tỷ đồng)", "billion"],
    ["Đơn vị tính: tỉ đồng", "billion"],
    ["Đơn vị tính: đồng", "dong"],
    ["Đơn vị tính: VNĐ", "dong"],
    ["Đơn vị tính: đ", "dong"],
    ["Đơn vị tính: Đồng Việt Nam", "dong"],
    ["Đơn vị tính: người", null],
    ["Đơn vị thực hiện: Sở TT&TT", null],
    ["Đơn vị tính:", null],
    ["DANH MỤC DỰ ÁN", null],
  ];
  for (const [text, unit] of UNITS) {
    it(`reads the unit of "${text}"`, () => {
      assert.equal(titleOf(["PHỤ LỤC"], [text]).unit, unit);
      assert.equal(titleOf(["PHỤ LỤC"], [text.normalize("NFD")]).unit, unit, "decomposed");
    });
  }
  it("takes the first of several units", () => {
    const title = titleOf(["(Đơn vị: tỷ đồng)"], ["Đơn vị tính: triệu đồng"]);
    assert.deepEqual([title.unit, title.unitCell], ["billion", "A1"]);
  });

  const YEARS: readonly (readonly [readonly string[], string | null])[] = [
    [["DANH MỤC DỰ ÁN GIAI ĐOẠN 2021 - 2025"], "2021-2025"],
    [["danh mục dự án giai đoạn 2021–2025"], "2021-2025"],
    [["giai đoạn 2021 đến năm 2025"], "2021-2025"],
    [["Kế hoạch 5 năm 2021-2025"], "2021-2025"],
    [["DANH MỤC DỰ ÁN NĂM 2020"], "2020"],
    [["CHỈ TIÊU NĂM 2020", "DANH MỤC GIAI ĐOẠN 2021-2025"], "2021-2025"],
    [["DANH MỤC DỰ ÁN NĂM 2017", "(Kèm theo Kế hoạch số 709/KH-UBND ngày 28 tháng 11 năm 2016)"], "2017"],
    [["DANH MỤC DỰ ÁN NĂM 2021", "(Kèm theo Kế hoạch số 744/KH-UBND ngày 15/12/2020 của UBND tỉnh)"], "2021"],
    [["DANH MỤC DỰ ÁN", "(Kèm theo Kế hoạch số 1/KH-UBND ngày 5/1/2021 về giai đoạn 2021-2025)"], null],
    [["DANH MỤC DỰ ÁN", "(Kèm theo Kế hoạch ứng dụng CNTT năm 2020 số 1/KH-UBND ngày 5/1/2021)"], "2020"],
    [["PHỤ LỤC 2020"], null],
    [["DANH MỤC DỰ ÁN"], null],
    [["ngày 15 tháng 12 năm 2020"], null],
  ];
  for (const [lines, years] of YEARS) {
    it(`reads the years of "${lines.join(" | ")}"`, () => {
      const { period } = titleOf(...lines.map((line) => [line]));
      assert.equal(period && printYears(period), years);
    });
  }
});

describe("readPlanCitation", () => {
  const CITED: readonly (readonly [string, string | null, string | null])[] = [
    ["(Ban hành kèm theo Kế hoạch số 21/KH-UBND ngày 02/11/2010 của Ủy ban nhân dân)", "21/KH-UBND", "2010-11-02"],
    ["(Ban hành kèm theo Kế hoạch số 709/KH-UBND ngày 28 tháng 11 năm 2016 của UBND)", "709/KH-UBND", "2016-11-28"],
    ["(Kèm theo Kế hoạch số 744/KH-UBND ngày 15/12/2020 của UBND tỉnh)", "744/KH-UBND", "2020-12-15"],
    ["(Kèm theo Kế hoạch số: 744 /KH-UBND ngày 15 /12/2020)", "744/KH-UBND", "2020-12-15"],
    ["(Kèm theo Quyết định số 3252/QĐ-UBND ngày 30-12-2019)", "3252/QĐ-UBND", "2019-12-30"],
    ["số 12/KH - UBND ngày 3 tháng 4 năm 2020", "12/KH-UBND", "2020-04-03"],
    ["KẾ HOẠCH SỐ 100/KH-BTTTT", "100/KH-BTTTT", null],
    ["Kế hoạch số     /KH-UBND ngày    /    /2020", null, null],
    ["Kế hoạch ngày 02/11/2010", null, null],
    ["DANH MỤC DỰ ÁN SỐ 5 NĂM 2020", null, null],
    ["DANH MỤC DỰ ÁN", null, null],
  ];
  for (const [text, number, date] of CITED) {
    it(`reads "${text}"`, () => {
      for (const form of ["NFC", "NFD"]) {
        const cited = readPlanCitation(text.normalize(form));
        assert.deepEqual([cited?.number ?? null, cited?.date ?? null], [number, date]);
      }
    });
  }
});
