/** Blank forms: recognised as what they are, silent while blank, and silent when filled in right and calculated. */
import assert from "node:assert/strict";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type ExcelJS from "exceljs";
import { writeTemplate, type TemplateRequest, type TemplateRound } from "../../server/workbook/write-template.ts";
import { FORM_IDS, type Appendix, type FormId } from "../../shared/appendix.ts";
import { checkWorkbook, type WorkbookCheck } from "../../shared/check.ts";
import { describe as say } from "../../shared/describe.ts";
import { needs } from "../programs.ts";
import { collect } from "./collect.ts";
import { calculate, loadBytes, readBytes } from "./recalculate.ts";

const ROUND: TemplateRound = { id: "2026", name: "Kế hoạch năm 2026", fromYear: 2026, toYear: 2026, unit: "million" };
const FIVE_YEARS: TemplateRound = { ...ROUND, id: "trung-han", fromYear: 2026, toYear: 2030, unit: "thousand" };

const make = (form: FormId, round: TemplateRequest["round"] = ROUND, organisation = "Sở Tài chính"): Promise<Buffer> =>
  collect((out) => writeTemplate({ form, round, organisation }, out));

const appendixIn = ({ sheets }: WorkbookCheck): Appendix | undefined => sheets[0]?.appendix ?? undefined;

const told = ({ findings }: WorkbookCheck): string[] =>
  findings.map((finding) => `${finding.rule} ${finding.cells.join(",")}: ${say(finding, "vi")}`);

type Row = readonly (string | number | null)[];

const NAMES = ["Nâng cấp mạng cục bộ", "Thuê phần mềm quản lý văn bản", "Cổng dịch vụ công của tỉnh"];
const AGENCIES = ["Sở Tài chính", "Văn phòng UBND tỉnh", "Sở Nội vụ"];

/** Three right rows of each form; the first two go into the first group. */
const FILLED: Readonly<Record<FormId, (index: number) => Row>> = {
  "project-list-by-origin": (index) => [NAMES[index] ?? "", AGENCIES[index] ?? "", "UBND xã", 100 + index, 200, null],
  "project-list-phase-year": (index) => [
    NAMES[index] ?? "",
    AGENCIES[index] ?? "",
    index === 2 ? "2026" : "2026-2028",
    900,
    700 + index,
    300,
    400 + index,
    350 + index,
    50,
    200,
    100 + index,
  ],
  "project-list-single-amount": (index) => [
    NAMES[index] ?? "",
    AGENCIES[index] ?? "",
    index === 2 ? "Dự án mới" : "Dự án chuyển tiếp",
    "Phục vụ người dân",
    "2026",
    1_234 + index,
    "Ngân sách tỉnh",
  ],
  "project-list-nature-origin": (index) => [
    NAMES[index] ?? "",
    "Phục vụ người dân",
    "2026",
    1_000 + index,
    400,
    100 + index,
    200,
    300,
  ],
  "disbursement-review": (index) => [
    NAMES[index] ?? "",
    AGENCIES[index] ?? "",
    "2026",
    900 + index,
    500,
    400 + index,
    200,
    100,
    50 + index,
  ],
  "project-status": (index) => [
    NAMES[index] ?? "",
    "Phục vụ người dân",
    "2026",
    1_000_000_000 + index,
    "Đang triển khai",
    "Đã bố trí đủ",
  ],
  targets: (index) => [
    `Tỷ lệ ${(NAMES[index] ?? "").toLowerCase()}`,
    `${String(80 + index)}%`,
    `Quý ${String(index + 1)}/2026`,
  ],
  results: (index) => [`Tỷ lệ ${(NAMES[index] ?? "").toLowerCase()}`, "80%", `${String(80 + index)}%`],
  "it-staff": (index) => [AGENCIES[index] ?? "", 50 + index, 5, 4, 3, 20, 20, 40, 50],
  "computers-networks": (index) => [AGENCIES[index] ?? "", 40, 50 + index, 45, 50],
};

const GROUPED_ROWS: Readonly<Partial<Record<FormId, number>>> = {
  "it-staff": 15,
  "computers-networks": 15,
  targets: 0,
  results: 0,
};
const rowsOfGroup = (form: FormId): number => GROUPED_ROWS[form] ?? 12;

interface Filling {
  readonly form: FormId;
  readonly round: TemplateRound | null;
  readonly which: readonly number[];
  /** Cells typed otherwise, once all is filled in. */
  readonly changes?: Readonly<Record<string, string | number>>;
}

/** Fills in the blank rows as an officer does: number, name, figures; totals are left to the formulas. */
async function fill({ form, round, which, changes = {} }: Filling): Promise<ExcelJS.Workbook> {
  const workbook = await loadBytes(await make(form, round));
  const [sheet] = workbook.worksheets;
  assert.ok(sheet);
  const first = Number(sheet.views[0] && "ySplit" in sheet.views[0] ? sheet.views[0].ySplit : 0) + 1;
  const perGroup = rowsOfGroup(form);
  const written = [0, 0];
  for (const index of which) {
    const group = perGroup > 0 && index === 2 ? 1 : 0;
    const place = (written[group] = (written[group] ?? 0) + 1);
    const row = first + (perGroup > 0 ? group * (perGroup + 1) + place : place - 1);
    [place, ...FILLED[form](index)].forEach((value, column) => {
      if (value !== null) sheet.getCell(row, column + 1).value = value;
    });
  }
  for (const [cell, value] of Object.entries(changes)) sheet.getCell(cell).value = value;
  return workbook;
}

describe("template", () => {
  for (const form of FORM_IDS) {
    for (const round of [null, ROUND, FIVE_YEARS]) {
      it(`${form} for ${round?.id ?? "no round"} is known blank, without a finding`, async () => {
        const check = checkWorkbook(await readBytes(await make(form, round)));
        assert.equal(appendixIn(check)?.form, form);
        assert.deepEqual(told(check), []);
      });
    }
  }

  const HEADINGS: readonly (readonly [FormId, TemplateRequest["round"], string, string])[] = [
    [
      "project-list-phase-year",
      ROUND,
      "CÁC NHIỆM VỤ, DỰ ÁN ỨNG DỤNG CÔNG NGHỆ THÔNG TIN NĂM 2026",
      "Tổng kinh phí giai đoạn 2026-2030",
    ],
    ["project-list-phase-year", FIVE_YEARS, "GIAI ĐOẠN 2026-2030", "Tổng kinh phí giai đoạn 2026-2030"],
    [
      "project-list-phase-year",
      { ...ROUND, fromYear: 2020, toYear: 2020 },
      "NĂM 2020",
      "Tổng kinh phí giai đoạn 2016-2020",
    ],
    ["project-list-phase-year", null, "CÁC NHIỆM VỤ, DỰ ÁN", "Kinh phí năm"],
    ["project-list-by-origin", ROUND, "Đơn vị lập: Sở Tài chính", "Phân bổ kinh phí"],
    ["project-list-by-origin", FIVE_YEARS, "Đơn vị tính: nghìn đồng", "Kinh phí TW"],
    ["project-list-nature-origin", ROUND, "DANH MỤC DỰ ÁN", "Nguồn sự nghiệp"],
    ["it-staff", ROUND, "NGUỒN NHÂN LỰC", "Chứng chỉ B"],
    ["it-staff", ROUND, "Số cán bộ có hộp thư điện tử", "Tổng số cán bộ trong đơn vị"],
    ["project-list-by-origin", { fromYear: 2026, toYear: 2030, unit: "thousand" }, "nghìn đồng", "Kinh phí tỉnh"],
    ["project-status", ROUND, "Đơn vị tính: đồng", "Tình trạng kinh phí"],
  ];
  for (const [form, round, title, heading] of HEADINGS) {
    it(`${form} says “${title}” and “${heading}”`, async () => {
      const [grid] = await readBytes(await make(form, round));
      const texts = grid?.rows.flatMap(({ cells }) => cells.map(({ value }) => String(value))) ?? [];
      assert.ok(
        texts.some((text) => text.includes(title)),
        texts.slice(0, 8).join(" | "),
      );
      assert.ok(texts.includes(heading), texts.slice(0, 20).join(" | "));
    });
  }

  it("guides whoever fills it in, and tells its form and round", async () => {
    const workbook = await loadBytes(await make("project-list-single-amount"));
    const [sheet] = workbook.worksheets;
    assert.equal(workbook.keywords, "phuluc-form=project-list-single-amount; phuluc-round=2026");
    assert.match(String(sheet?.getCell("D8").dataValidation.formulae[0]), /Dự án chuyển tiếp,Dự án mới/);
    assert.equal(sheet?.getCell("G8").dataValidation.type, "decimal");
    assert.match(sheet?.getCell("F8").dataValidation.prompt ?? "", /2026-2028/);
    assert.equal(sheet?.getCell("F8").numFmt, "@");
    assert.equal(sheet?.getCell("G8").numFmt, "#,##0");
    assert.equal(sheet?.pageSetup.printTitlesRow, "6:6");
    assert.match(JSON.stringify(sheet?.getCell("G6").note), /Chỉ ghi số/);
  });

  it("ends with the error of what it is written to", async () => {
    const out = createWriteStream("/khong/co/mau.xlsx");
    await assert.rejects(writeTemplate({ form: "targets", round: null }, out), { code: "ENOENT" });
  });
});

describe("template, filled in and calculated", () => {
  let folder = "";
  const checks = new Map<string, WorkbookCheck>();
  const WAYS: readonly (readonly [string, Omit<Filling, "form">])[] = [
    ["all groups", { round: ROUND, which: [0, 1, 2] }],
    ["the last group only", { round: ROUND, which: [2] }],
    ["for five years", { round: FIVE_YEARS, which: [0, 1, 2] }],
    ["without a round", { round: null, which: [0, 1, 2] }],
  ];
  /** Mistakes in the amounts, and all that is told of each. */
  const MISTAKES: readonly (readonly [string, Filling, readonly string[]])[] = [
    [
      "one amount as text",
      { form: "project-list-single-amount", round: ROUND, which: [0, 1, 2], changes: { G9: "1.235" } },
      ["ambiguous-amount G9"],
    ],
    [
      "one amount as text that can be read in one way",
      { form: "project-list-single-amount", round: ROUND, which: [0, 1, 2], changes: { G9: "1235" } },
      ["amount-as-text G9"],
    ],
    [
      "a group's only amount as text",
      { form: "project-list-single-amount", round: ROUND, which: [0, 1, 2], changes: { G21: "1236" } },
      ["amount-as-text G21"],
    ],
    [
      "sources that do not add up",
      { form: "project-list-nature-origin", round: ROUND, which: [0, 1, 2], changes: { F9: 390 } },
      ["source-sum-mismatch E9,E8,E34"],
    ],
  ];
  before(async function () {
    needs(this, "soffice");
    folder = await mkdtemp(join(tmpdir(), "phuluc-"));
    const fillings = [
      ...FORM_IDS.flatMap((form) =>
        WAYS.map(([way, filling]): [string, Filling] => [`${form} ${way}`, { form, ...filling }]),
      ),
      ...MISTAKES.map(([name, filling]): [string, Filling] => [name, filling]),
    ];
    const workbooks: ExcelJS.Workbook[] = [];
    for (const [, filling] of fillings) workbooks.push(await fill(filling));
    const grids = await calculate(workbooks, folder);
    fillings.forEach(([key], index) => checks.set(key, checkWorkbook(grids[index] ?? [])));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  for (const form of FORM_IDS) {
    for (const [way, { which }] of WAYS) {
      it(`${form}, ${way}: no finding`, () => {
        const check = checks.get(`${form} ${way}`);
        assert.ok(check);
        assert.equal(appendixIn(check)?.form, form);
        assert.deepEqual(told(check), []);
        const items = appendixIn(check)?.rows.filter(({ kind }) => kind === "lineItem") ?? [];
        assert.equal(items.length, which.length, items.map(({ name }) => name).join(" | "));
      });
    }
  }

  for (const [name, , finds] of MISTAKES) {
    it(`${name}: told once`, () => {
      const found = checks.get(name)?.findings.map(({ rule, cells }) => `${rule} ${cells.join(",")}`);
      assert.deepEqual(found, finds);
    });
  }

  const SUMS: readonly (readonly [FormId, number, number])[] = [
    ["project-list-by-origin", 0, 303e6],
    ["project-list-phase-year", 1, 2_103e6],
    ["project-list-single-amount", 0, 3_705e6],
    ["project-status", 0, 3_000_000_003],
    ["it-staff", 0, 153],
    ["computers-networks", 1, 153],
  ];
  for (const [form, column, sum] of SUMS) {
    it(`${form}: its total adds up the groups`, () => {
      const check = checks.get(`${form} all groups`);
      const total = check && appendixIn(check)?.rows.find(({ kind }) => kind === "grandTotal");
      assert.equal(total?.figures[column], sum);
    });
  }
});
