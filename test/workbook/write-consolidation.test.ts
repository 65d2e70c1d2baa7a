/** The consolidated workbook: read back by our own reader, its formulas calculated by LibreOffice, its limits and its safety. */
import assert from "node:assert/strict";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { WritingStopped } from "../../server/workbook/pace.ts";
import { OWN_SHEETS, writeConsolidation } from "../../server/workbook/write-consolidation.ts";
import { consolidate, type Manifest, type SubmittedVersion } from "../../shared/consolidation.ts";
import type { Grid } from "../../shared/grid.ts";
import type { Unit } from "../../shared/money.ts";
import { findOverlaps } from "../../shared/overlaps.ts";
import {
  COMPUTERS,
  gridOf,
  IT_STAFF,
  phaseYearGrid,
  planGrid,
  SINGLE_AMOUNT,
  TARGETS,
  withCells,
} from "../builders.ts";
import { largeSheet } from "../bench/sheets.ts";
import { manifestOf, organisation, versionOf } from "../consolidation/build.ts";
import { needs } from "../programs.ts";
import { collect, Gate } from "./collect.ts";
import { partsOf } from "./parts.ts";
import { assertCalculatesRight, loadBytes, readBytes } from "./recalculate.ts";

const SHEETS = [
  "Tổng hợp",
  "Danh mục",
  "Theo nguồn vốn",
  "Chỉ tiêu",
  "Nhân lực và hạ tầng",
  "Tình trạng nộp",
  "Phát hiện và giải trình",
  "Trùng lặp",
  "Nguồn gốc",
];

const absent = { included: false, version: null, submittedAt: null, receipt: null, contentSha256: null } as const;
const ORGANISATIONS = [
  organisation("vl", { name: "Vĩnh Long", isLate: true, version: 3 }),
  organisation("na", { name: "Nghệ An" }),
  organisation("vl-2", { name: "Vĩnh Long", kind: "department", parentId: "vl" }),
  organisation("hg", { ...absent, name: "Hậu Giang", state: "missing" }),
  organisation("ct", { name: "Cần Thơ", state: "returned", included: false }),
];

const TWIN = "Nâng cấp mạng cục bộ của Văn phòng UBND tỉnh Vĩnh Long giai đoạn hai";
const found = { rule: "unsourced-amount", variant: "located", sheet: "Phụ lục", text: "Nguồn sẽ bố trí sau" };
const VERSIONS: readonly SubmittedVersion[] = [
  versionOf("vl", [phaseYearGrid({ B7: TWIN }), planGrid(), gridOf(TARGETS, { name: "Chỉ tiêu" })], { version: 3 }),
  versionOf("na", [
    gridOf(SINGLE_AMOUNT),
    gridOf(withCells(SINGLE_AMOUNT, { H2: null, G4: 7 }), { name: "Không đơn vị" }),
    gridOf(IT_STAFF, { name: "PL1" }),
    gridOf(COMPUTERS, { name: "PL2" }),
  ]),
  versionOf("vl-2", [phaseYearGrid({ G12: null, H12: null, B7: TWIN })], {
    explanations: [{ ...found, cell: "H12" }],
  }),
];

interface How {
  readonly manifest?: Manifest;
  readonly versions?: readonly SubmittedVersion[];
  readonly unit?: Unit;
  readonly mostRows?: number;
}

async function make({
  manifest = manifestOf(ORGANISATIONS),
  versions = VERSIONS,
  ...options
}: How = {}): Promise<Buffer> {
  const consolidation = await consolidate(manifest, () => versions, findOverlaps);
  const material = { consolidation, versions: () => versions };
  return collect((out) => writeConsolidation(material, { unit: "million", ...options }, out));
}

/** The rows of a sheet as texts and numbers. */
function rowsOf(grids: readonly Grid[], name: string): readonly (readonly unknown[])[] {
  const grid = grids.find((one) => one.name === name);
  assert.ok(grid, name);
  return grid.rows.map(({ cells }) => {
    const values: unknown[] = [];
    for (const { column, value } of cells) values[column] = value;
    return Array.from(values, (value) => value ?? null);
  });
}

const has = (rows: readonly (readonly unknown[])[], ...values: readonly unknown[]): boolean =>
  rows.some((row) => values.every((value) => row.includes(value)));

describe("consolidated workbook: what it holds", () => {
  let grids: readonly Grid[] = [];
  before(async () => {
    grids = await readBytes(await make());
  });

  it("its sheets in their order, known again as our own", () => {
    assert.deepEqual(
      grids.map(({ name }) => name),
      SHEETS,
    );
    assert.ok(OWN_SHEETS.every((name) => SHEETS.includes(name)));
  });

  it("two organisations of one name are told apart", () => {
    const totals = rowsOf(grids, "Tổng hợp").filter((row) => row[1] === "Vĩnh Long" && row[2] === "Tổng số");
    assert.deepEqual(
      totals.map((row) => [row[0], row[4]]),
      [
        [1, 11_850],
        [3, 11_850],
      ],
    );
  });

  const CASES: readonly (readonly [string, string, readonly unknown[]])[] = [
    ["the grand total", "Tổng hợp", ["TỔNG CỘNG", "Tổng số", 46_190 + 2 * 16_350, 23_700, 11_700]],
    ["money without a source", "Tổng hợp", [3, "Vĩnh Long", "Chưa rõ nguồn", 1_500]],
    ["money nobody was asked to split", "Tổng hợp", [2, "Nghệ An", "Không tách nguồn", 46_190]],
    ["a line item with its place", "Danh mục", ["Vĩnh Long", TWIN, "3252/QĐ-UBND", 3, "Phụ lục", "B7"]],
    ["money by source", "Theo nguồn vốn", ["TỔNG CỘNG", 23_700, 6_000, 16_200, 1_500]],
    ["shares of sources", "Theo nguồn vốn", ["Tỷ trọng", 1, 6_000 / 23_700]],
    ["targets", "Chỉ tiêu", ["Tỷ lệ hồ sơ giải quyết trực tuyến", "%", "20% (Quý 4/2020)"]],
    ["staff", "Nhân lực và hạ tầng", ["Nghệ An", 3, 101, 6, 1, 87]],
    ["computers per staff", "Nhân lực và hạ tầng", ["Nghệ An", 2, 84, 87, 82, 66, 87 / 84, 66 / 87]],
    ["who is missing", "Tình trạng nộp", ["Hậu Giang", "Chưa nộp", "Không: chưa nộp"]],
    ["who was sent back", "Tình trạng nộp", ["Cần Thơ", "Bị trả lại", "Không: bản nộp bị trả lại"]],
    ["who is late", "Tình trạng nộp", ["Vĩnh Long", "Được chấp nhận", "Muộn", "Có"]],
    ["the deadline", "Tình trạng nộp", ["Hạn nộp: 17:00 ngày 30/11/2025"]],
    ["a finding", "Phát hiện và giải trình", ["Vĩnh Long", "Lỗi", "unsourced-amount", "Nguồn sẽ bố trí sau"]],
    ["an overlap side by side", "Trùng lặp", ["Trùng tên", TWIN, "Phụ lục, B7"]],
    [
      "receipts and hashes",
      "Nguồn gốc",
      ["Nghệ An", "BN-na", "0f".repeat(32), "Phụ lục", "2021-2025", "Đã cộng (thời gian ngoài đợt)"],
    ],
    ["what was left out", "Nguồn gốc", ["Nghệ An", "Không đơn vị", "Không cộng: chưa biết đơn vị tính"]],
    ["a version that was set aside", "Nguồn gốc", ["Cần Thơ", "BN-ct", "Không đưa vào tổng hợp"]],
    [
      "what is for other years",
      "Tổng hợp",
      [
        "Có 5 phụ lục của thời gian ngoài 2026: “Phụ lục” (Vĩnh Long, 2020), “Chỉ tiêu” (Vĩnh Long, 2020), “Phụ lục” (Nghệ An, 2021-2025), “Không đơn vị” (Nghệ An, 2021-2025), “Phụ lục” (Vĩnh Long, 2020).",
      ],
    ],
    ["the round", "Nguồn gốc", ["Đợt: Kế hoạch ứng dụng CNTT năm 2026 (mã 2026, 2026)"]],
  ];
  for (const [name, sheet, values] of CASES) {
    it(name, () => {
      const rows = rowsOf(grids, sheet);
      assert.ok(has(rows, ...values), JSON.stringify(rows.slice(0, 14), null, 1));
    });
  }

  it("says nothing of years where all are the round's", async () => {
    const manifest = manifestOf([organisation("na")], { round: { fromYear: 2021, toYear: 2025 } });
    const inTime = await readBytes(await make({ manifest, versions: [versionOf("na", [gridOf(SINGLE_AMOUNT)])] }));
    assert.ok(has(rowsOf(inTime, "Nguồn gốc"), "2021-2025", "Đã cộng"));
    assert.ok(!JSON.stringify(rowsOf(inTime, "Tổng hợp")).includes("thời gian ngoài"));
  });

  it("files merged outside any round have no version", async () => {
    const version = { ...versionOf("na", [gridOf(SINGLE_AMOUNT)]), version: 4 };
    for (const [id, shown] of [
      ["", null],
      ["2026", 4],
    ] as const) {
      const manifest = manifestOf([organisation("na", { version: 4 })], { round: { id } });
      const read = await readBytes(await make({ manifest, versions: [version] }));
      for (const sheet of ["Danh mục", "Tình trạng nộp", "Nguồn gốc"]) {
        const rows = rowsOf(read, sheet);
        const at = rows.flatMap((row) => (row.includes("Bản") ? [row.indexOf("Bản")] : []))[0] ?? -1;
        const own = rows.find((row) => row.includes("na"));
        assert.equal(own?.[at] ?? null, shown, sheet);
      }
    }
  });

  it("says when there is nothing to tell", async () => {
    const manifest = manifestOf([organisation("na")]);
    const quiet = await readBytes(await make({ manifest, versions: [versionOf("na", [gridOf(SINGLE_AMOUNT)])] }));
    for (const sheet of ["Chỉ tiêu", "Nhân lực và hạ tầng", "Trùng lặp"])
      assert.ok(
        rowsOf(quiet, sheet).some(([text]) => /^Không/.test(String(text))),
        sheet,
      );
    const empty = await readBytes(await make({ manifest: manifestOf([]), versions: [] }));
    assert.deepEqual(
      empty.map(({ name }) => name),
      SHEETS,
    );
  });

  it("says that sources overlap where a plan splits its money twice, and only there", async () => {
    const twice = gridOf([
      ["Đơn vị tính: triệu đồng"],
      ["STT", "Tên dự án", "Đơn vị chủ trì", "Tổng mức đầu tư", "NSTW", "NSĐP", "Vốn ĐTPT", "Vốn SN"],
      [1, "Mạng diện rộng của tỉnh", "Sở A", 100, 60, 40, 70, 30],
      [2, "Phần mềm một cửa điện tử", "Sở B", 50, 0, 50, 0, 50],
    ]);
    const saysSo = async (grid: Grid): Promise<boolean> => {
      const bytes = await make({ manifest: manifestOf([organisation("na")]), versions: [versionOf("na", [grid])] });
      return rowsOf(await readBytes(bytes), "Theo nguồn vốn").some(([text]) => String(text).includes("hai nhóm cột"));
    };
    assert.deepEqual([await saysSo(twice), await saysSo(phaseYearGrid())], [true, false]);
  });

  it("names the group where money is grouped otherwise than it was sent", async () => {
    const manifest = manifestOf(ORGANISATIONS, { level: "province" });
    const grouped = await readBytes(await make({ manifest }));
    const department = rowsOf(grouped, "Danh mục").filter((row) => row[0] === 1);
    assert.equal(department.length, 10);
    assert.ok(department.every((row) => row[1] === "Vĩnh Long" && row[2] === "Vĩnh Long"));
  });
});

describe("consolidated workbook: its formulas", () => {
  let folder = "";
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "phuluc-"));
  });
  after(() => rm(folder, { recursive: true }));

  const CASES: readonly (readonly [string, How])[] = [
    ["in million đồng", {}],
    ["in đồng, by province", { unit: "dong", manifest: manifestOf(ORGANISATIONS, { level: "province" }) }],
    ["with the list on three sheets", { mostRows: 10 }],
    ["in billion đồng, all in one", { unit: "billion", manifest: manifestOf(ORGANISATIONS, { level: "root" }) }],
  ];
  for (const [name, how] of CASES) {
    it(`give the consolidation's values ${name}`, async function () {
      needs(this, "soffice");
      assert.ok((await assertCalculatesRight(await make(how), folder)) > 20);
    });
  }

  it("name every sheet of a list that goes on", async () => {
    const grids = await readBytes(await make({ mostRows: 10 }));
    assert.deepEqual(
      grids.map(({ name }) => name).filter((name) => name.startsWith("Danh mục")),
      ["Danh mục", "Danh mục (2)", "Danh mục (3)"],
    );
    const totals = grids[0]?.rows.flatMap(({ cells }) => cells.flatMap(({ formula }) => formula ?? [])) ?? [];
    const overList = totals.filter((formula) => formula.includes("Danh mục"));
    assert.ok(overList.length > 5 && overList.every((formula) => formula.includes("'Danh mục (3)'!")));
  });

  it("are sums with conditions wherever they look into the list", async () => {
    const grids = await readBytes(await make());
    const looking = grids.flatMap(({ rows }) =>
      rows.flatMap(({ cells }) => cells.flatMap(({ formula }) => (formula?.includes("Danh mục") ? [formula] : []))),
    );
    assert.ok(looking.length > 20 && looking.every((formula) => formula.startsWith("SUMIFS(")));
  });
});

describe("consolidated workbook: its shape", () => {
  it("long names of organisations are wrapped, in rows high enough", async () => {
    const name = "Trung tâm Thông tin Nông nghiệp và Phát triển nông thôn thuộc Sở Nông nghiệp và Môi trường";
    const manifest = manifestOf([organisation("vl", { name })]);
    const sheets = [phaseYearGrid({ G12: null, H12: null }), gridOf(COMPUTERS, { name: "PL2" })];
    const workbook = await loadBytes(await make({ manifest, versions: [versionOf("vl", sheets)] }));
    const named = workbook.worksheets.flatMap((sheet) => {
      const rows = sheet.getRows(1, sheet.rowCount) ?? [];
      return rows.flatMap((row) => {
        const at = [1, 2, 3].find((column) => row.getCell(column).text === name);
        return at === undefined ? [] : [{ sheet, row, cell: row.getCell(at) }];
      });
    });
    const expected = SHEETS.filter((sheet) => !["Chỉ tiêu", "Trùng lặp"].includes(sheet));
    assert.deepEqual([...new Set(named.map(({ sheet }) => sheet.name))], expected);
    for (const { sheet, row, cell } of named) {
      const lines = Math.ceil((name.length * 0.9) / (sheet.getColumn(cell.col).width ?? 10));
      assert.equal(cell.alignment.wrapText, true, sheet.name);
      assert.ok(row.height >= lines * 14, `${sheet.name}: ${String(row.height)} for ${String(lines)} lines`);
    }
  });

  it("a name said again is grey, on every row of its organisation", async () => {
    const sheet = (await loadBytes(await make())).getWorksheet("Tổng hợp");
    const rows = sheet?.getRows(1, sheet.rowCount) ?? [];
    const own = rows.filter((row) => row.getCell(1).value === 1);
    assert.ok(own.length > 3 && own.every((row) => row.getCell(2).text === "Vĩnh Long"));
    const colours = own.map((row) => row.getCell(2).font.color?.argb ?? null);
    assert.deepEqual([colours[0], new Set(colours.slice(1)).size], [null, 1]);
    assert.ok(colours[1]);
    assert.equal(rows.find((row) => row.getCell(2).text === "Đơn vị")?.getCell(1).text, "TT");
  });

  it("its columns are measured in the font its texts are in, and texts stand away from figures", async () => {
    const bytes = await make();
    assert.match(
      partsOf(bytes).get("xl/styles.xml") ?? "",
      /<fonts[^>]*><font><sz val="11"\/><name val="Times New Roman"/,
    );
    const cell = (await loadBytes(bytes)).getWorksheet("Nguồn gốc")?.getCell("A9");
    assert.deepEqual([cell?.alignment.horizontal, cell?.alignment.indent], ["left", 1]);
  });

  it("figures too long for their column are shrunk, not hidden", async () => {
    const list = (await loadBytes(await make())).getWorksheet("Danh mục");
    const money = list?.getRow(6).values as unknown[];
    const first = money.findIndex((value) => typeof value === "number" && value > 100);
    assert.equal(list?.getRow(6).getCell(first).alignment.shrinkToFit, true);
  });

  it("frozen headers, a filter, pages that fit and repeat their header, and the time it speaks of", async () => {
    const workbook = await loadBytes(await make());
    assert.equal(workbook.created.toISOString(), "2025-12-01T02:30:00.000Z");
    assert.equal(workbook.modified.toISOString(), "2025-12-01T02:30:00.000Z");
    for (const sheet of workbook.worksheets) {
      const { orientation, fitToWidth, fitToHeight, paperSize, printTitlesRow } = sheet.pageSetup;
      assert.deepEqual([orientation, fitToWidth, fitToHeight], ["landscape", 1, 0], sheet.name);
      assert.equal(paperSize, sheet.name === "Danh mục" ? 8 : 9);
      assert.equal(sheet.views[0]?.state, "frozen");
      assert.match(sheet.headerFooter.oddFooter ?? "", /Trang &P\/&N/);
      if (!["Theo nguồn vốn", "Nhân lực và hạ tầng"].includes(sheet.name)) assert.ok(printTitlesRow, sheet.name);
    }
    const list = workbook.getWorksheet("Danh mục");
    assert.match(String(list?.autoFilter), new RegExp(`^A5:[A-Z]+${String(list?.rowCount)}$`));
  });

  const NAMES = ["=1+1", "+84 28 3822", "-5 điểm", "@sum", '=HYPERLINK("http://x","y")', "\t=cmd|' /C calc'!A0"];
  for (const name of NAMES) {
    it(`the name ${JSON.stringify(name)} stays text, edited or not`, async () => {
      const version = versionOf("na", [gridOf(SINGLE_AMOUNT)]);
      const [appendix] = version.appendices;
      assert.ok(appendix);
      const rows = appendix.rows.map((row) => ({ ...row, name }));
      const versions = [{ ...version, appendices: [{ ...appendix, rows }] }];
      const bytes = await make({ manifest: manifestOf([organisation("na")]), versions });
      const sheet = (await loadBytes(bytes)).getWorksheet("Danh mục");
      const cell = sheet?.getRow(6).getCell(5);
      assert.equal(cell?.formula, undefined);
      assert.equal(cell?.text, name);
      assert.equal(cell?.numFmt, "@");
    });
  }

  it("texts that no XML or no cell can hold do not break the file", async () => {
    const version = versionOf("na", [gridOf(SINGLE_AMOUNT)]);
    const [appendix] = version.appendices;
    assert.ok(appendix);
    const odd = ["a\u0000b\u0008c", "x".repeat(40_000), "<&>\"'", "\ud83d\ude00 \ufffe"];
    const rows = appendix.rows.map((row, index) => ({ ...row, name: odd[index] ?? row.name }));
    const versions = [{ ...version, appendices: [{ ...appendix, rows }] }];
    const names = rowsOf(
      await readBytes(await make({ manifest: manifestOf([organisation("na")]), versions })),
      "Danh mục",
    ).map((row) => String(row[4] ?? ""));
    assert.ok(names.includes("abc"));
    assert.ok(names.includes("<&>\"'"), names.join("|").slice(0, 200));
    assert.ok(names.some((text) => text.length === 32_767));
  });
});

describe("consolidated workbook: whoever receives it", () => {
  const ITEMS = 300;
  const COUNT = 60;
  const ids = Array.from({ length: COUNT }, (_, index) => `o${String(index)}`);
  const manifest = manifestOf(ids.map((id) => organisation(id)));
  const { plan, appendices } = versionOf("x", [largeSheet(ITEMS)]);
  let given = 0;
  function* versions(): Generator<SubmittedVersion> {
    for (const organisationId of ids) {
      given++;
      yield { organisationId, version: 1, plan, appendices, findings: [], explanations: [] };
    }
  }

  it("may be slow: nothing is made that nobody takes", async () => {
    const consolidation = await consolidate(manifest, versions);
    given = 0;
    const out = new Gate();
    const writing = writeConsolidation({ consolidation, versions }, { unit: "million" }, out);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    assert.ok(
      given < COUNT / 2,
      `${String(given)} of ${String(COUNT)} versions were read for a receiver that takes none`,
    );
    out.open();
    await writing;
    assert.equal(given, COUNT);
    assert.ok(out.bytes > 500_000);
  });

  it("may leave: writing stops", async () => {
    const consolidation = await consolidate(manifest, versions);
    given = 0;
    const out = new Gate();
    const writing = writeConsolidation({ consolidation, versions }, { unit: "million" }, out);
    setTimeout(() => out.destroy(), 200);
    await assert.rejects(writing, WritingStopped);
    assert.ok(given < COUNT);
  });

  it("may fail: its own error is told", async () => {
    const consolidation = await consolidate(manifest, versions);
    const out = createWriteStream("/khong/co/tep.xlsx");
    const code = await writeConsolidation({ consolidation, versions }, { unit: "million" }, out).then(
      () => "",
      (error: unknown) => (error as NodeJS.ErrnoException).code,
    );
    assert.equal(code, "ENOENT");
  });
});
