/** The page to sign: what it states agrees with the consolidation, in figures and in words, on one page. */
import assert from "node:assert/strict";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  checkSheetOfConsolidation,
  checkSheetOfSubmission,
  dongInWords,
  printTotal,
  writeCheckSheet,
} from "../../server/workbook/write-check-sheet.ts";
import { countsText } from "../../server/workbook/consolidated/names.ts";
import type { CheckSheet } from "../../server/workbook/check-sheet-facts.ts";
import type { FindingCounts } from "../../shared/consolidation/summary.ts";
import { readNumberWords } from "../../shared/number-words.ts";
import { gridOf, phaseYearGrid, SINGLE_AMOUNT, TARGETS, withCells } from "../builders.ts";
import { manifestOf, merge, organisation, versionOf } from "../consolidation/build.ts";
import { needs, run } from "../programs.ts";
import { collect } from "./collect.ts";
import { loadBytes, readBytes } from "./recalculate.ts";

const AS_OF = "2025-12-01T02:30:00.000Z";
const SHA = "ab12".repeat(16);
const absent = { included: false, version: null, submittedAt: null, receipt: null, contentSha256: null } as const;

const make = (sheet: CheckSheet): Promise<Buffer> => collect((out) => writeCheckSheet(sheet, { asOf: AS_OF }, out));

const NO_UNIT = gridOf(withCells(SINGLE_AMOUNT, { H2: null }), { name: "Không đơn vị" });
const grids = [phaseYearGrid({ G12: null, H12: null }), gridOf(TARGETS, { name: "Chỉ tiêu" }), NO_UNIT];

const ofSubmission = (): CheckSheet =>
  checkSheetOfSubmission({
    round: "Kế hoạch năm 2026",
    years: { fromYear: 2020, toYear: 2020 },
    organisation: "UBND tỉnh Vĩnh Long",
    version: 2,
    receipt: "BN-000123",
    submittedAt: "2025-11-20T03:00:00.000Z",
    contentSha256: SHA,
    rulesVersion: "2026.1",
    judged: versionOf("x", grids),
  });

async function ofConsolidation(missing = 1): Promise<CheckSheet> {
  const nobody = Array.from({ length: missing }, (_, index) =>
    organisation(`m${String(index)}`, { ...absent, name: `Tỉnh thứ ${String(index + 1)}`, state: "missing" }),
  );
  const manifest = manifestOf([
    organisation("a", { isLate: true, name: "Vĩnh Long" }),
    organisation("b", { name: "Nghệ An" }),
    ...nobody,
    organisation("r", { name: "Cần Thơ", state: "returned", included: false }),
  ]);
  const { consolidation } = await merge(manifest, [versionOf("a", grids), versionOf("b", [gridOf(SINGLE_AMOUNT)])]);
  return checkSheetOfConsolidation(consolidation, SHA);
}

async function textsOf(sheet: CheckSheet): Promise<readonly string[]> {
  const read = await readBytes(await make(sheet));
  return read.flatMap(({ rows }) => rows.map(({ cells }) => cells.map(({ value }) => String(value)).join(" | ")));
}

describe("check sheet", () => {
  const WORDS: readonly (readonly [number, string])[] = [
    [0, "Không đồng"],
    [53_930_320_000, "Năm mươi ba tỷ chín trăm ba mươi triệu ba trăm hai mươi nghìn đồng"],
    [-1_500_000, "Âm một triệu năm trăm nghìn đồng"],
    [1_028_960_000_000, "Một nghìn không trăm hai mươi tám tỷ chín trăm sáu mươi triệu đồng"],
  ];
  for (const [dong, words] of WORDS) {
    it(`${String(dong)} is “${words}”`, () => {
      assert.equal(dongInWords(dong), words);
    });
  }

  it("of a submission states whose it is, how much, and what was not added", async () => {
    const texts = await textsOf(ofSubmission());
    for (const text of [
      "PHIẾU KIỂM TRA BẢN NỘP",
      "Kế hoạch năm 2026",
      "UBND TỈNH VĨNH LONG | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "Số: ............../............ | Độc lập - Tự do - Hạnh phúc",
      "................., ngày ....... tháng ....... năm ...........",
      "Đơn vị nộp | UBND tỉnh Vĩnh Long",
      "Bản số | 2",
      "Mã biên nhận | BN-000123",
      "Thời điểm nộp | 10:00 ngày 20/11/2025",
      "Số phụ lục | 3",
      "Số nhiệm vụ, dự án | 5",
      "Phiên bản quy tắc | 2026.1",
      "Tổng số | 11850000000 | Mười một tỷ tám trăm năm mươi triệu đồng",
      "Chưa rõ nguồn | 1500000000 | Một tỷ năm trăm triệu đồng",
      "Không cộng vì chưa biết đơn vị tính: trang “Không đơn vị”.",
      "Có 1 phụ lục của thời gian ngoài 2020: “Không đơn vị” (UBND tỉnh Vĩnh Long, 2021-2025).",
      `Mã băm SHA-256: ${SHA}`,
      "Người lập | Người duyệt",
    ])
      assert.ok(texts.includes(text), `${text} in\n${texts.join("\n")}`);
    assert.ok(
      texts.some((text) => /^Kết quả kiểm tra \| 1 lỗi; /.test(text)),
      texts.join("\n"),
    );
  });

  it("of a consolidation states who is missing, late or sent back", async () => {
    const texts = await textsOf(await ofConsolidation());
    for (const text of [
      "PHIẾU KIỂM TRA TỔNG HỢP",
      "................................ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "Số đơn vị phải nộp | 4",
      "Số đơn vị đã nộp | 2",
      "Số đơn vị có kinh phí | 2",
      "Biên nhận | BN-a, BN-b",
      "Chưa nộp (1): Tỉnh thứ 1.",
      "Trả lại để sửa (1): Cần Thơ.",
      "Nộp muộn (1): Vĩnh Long.",
      "Tổng số | 62540000000 | Sáu mươi hai tỷ năm trăm bốn mươi triệu đồng",
    ])
      assert.ok(texts.includes(text), `${text} in\n${texts.join("\n")}`);
  });

  it("of a consolidation is issued by whoever stands above all that were asked", async () => {
    const ministry = organisation("bo", { ...absent, name: "Bộ Khoa học và Công nghệ", isExpected: false });
    const manifest = manifestOf([ministry, ...["a", "b"].map((id) => organisation(id, { parentId: "bo" }))]);
    const { consolidation } = await merge(manifest, [versionOf("a", grids), versionOf("b", [])]);
    const [head = ""] = await textsOf(checkSheetOfConsolidation(consolidation, SHA));
    assert.match(head, /^BỘ KHOA HỌC VÀ CÔNG NGHỆ \| /);
  });

  const COUNTS: readonly (readonly [string, FindingCounts, string])[] = [
    ["none", { error: 0, warning: 0, ask: 0, info: 3, explained: 0 }, "0 lỗi; 0 cảnh báo; 0 câu hỏi"],
    [
      "warnings",
      { error: 1, warning: 3, ask: 2, info: 0, explained: 2 },
      "1 lỗi; 3 cảnh báo (đã giải trình 2); 2 câu hỏi",
    ],
  ];
  for (const [name, counts, text] of COUNTS) {
    it(`findings are told: ${name}`, () => {
      assert.equal(countsText(counts), text);
    });
  }

  it("its rows are as high as their text, and no higher", async () => {
    const sheet = (await loadBytes(await make(ofSubmission()))).worksheets[0];
    const heightOf = (label: string): number =>
      sheet?.getRows(1, sheet.rowCount)?.find((row) => row.getCell(1).text === label)?.height ?? 0;
    assert.deepEqual([heightOf("Tổng số"), heightOf("Bản số"), heightOf("Trung ương")], [15, 15, 15]);
  });

  it("a draft says that it is not sent", () => {
    const sheet = checkSheetOfSubmission({
      round: "",
      years: null,
      organisation: "Sở A",
      version: 1,
      receipt: null,
      submittedAt: null,
      contentSha256: SHA,
      rulesVersion: "1",
      judged: versionOf("x", []),
    });
    assert.deepEqual(sheet.facts.slice(2, 4), [
      ["Mã biên nhận", "Chưa nộp"],
      ["Thời điểm nộp", "Chưa nộp"],
    ]);
    assert.deepEqual(sheet.totals, []);
  });

  it("its words say its figures", async () => {
    for (const total of (await ofConsolidation()).totals) {
      for (const [, dong] of [["", total.dong] as const, ...total.sources])
        assert.equal(readNumberWords(dongInWords(dong)), dong);
      assert.ok(printTotal(total).startsWith(`${total.title}: `));
    }
  });

  for (const missing of [1, 60]) {
    it(`fits one page to sign, with ${String(missing)} missing`, async function () {
      needs(this, "soffice");
      needs(this, "pdftoppm");
      const folder = await mkdtemp(join(tmpdir(), "phuluc-"));
      const path = join(folder, "phieu.xlsx");
      const bytes = await make(await ofConsolidation(missing));
      await writeFile(path, bytes);
      const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
      await run("soffice", [profile, "--headless", "--convert-to", "pdf", "--outdir", folder, path], {
        timeoutMs: 120_000,
      });
      await run("pdftoppm", ["-r", "20", "-png", join(folder, "phieu.pdf"), join(folder, "trang")]);
      const pages = (await readdir(folder)).filter((name) => name.startsWith("trang"));
      await rm(folder, { recursive: true });
      assert.equal(pages.length, 1);
      const { pageSetup } = (await loadBytes(bytes)).worksheets[0] ?? { pageSetup: null };
      assert.deepEqual([pageSetup?.orientation, pageSetup?.paperSize], ["portrait", 9]);
    });
  }
});
