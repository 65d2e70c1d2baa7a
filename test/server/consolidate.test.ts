/** The published plans merged: read back, and recalculated by LibreOffice, their totals equal an independent sum. */
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile, mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import ExcelJS from "exceljs";
import { needs, run, type Ran } from "../programs.ts";
import { PHASE_YEAR, type Value } from "../builders.ts";

const ROOT = new URL("../../", import.meta.url).pathname;
const PLANS = ["vinh-long-2020", "nghe-an-2021-2025", "nghe-an-2017", "soc-trang-2011-2015"].map(
  (name) => `test/fixtures/${name}.xlsx`,
);
const phuluc = (...args: readonly string[]): Promise<Ran> =>
  run(process.execPath, ["dist/phuluc.js", ...args], { cwd: ROOT });

/** Added up by hand from the published sheets, line items only, in đồng: [province, source, project, phase, year]. */
const EXPECTED: readonly (readonly [string, string, number | null, number | null, number | null])[] = [
  ["Vĩnh Long", "Tổng số", 74_820e6, 63_320e6, 26_340e6],
  ["Vĩnh Long", "Trung ương", null, 24_000e6, 0],
  ["Vĩnh Long", "Địa phương", null, 37_450e6, null],
  ["Vĩnh Long", "Đầu tư", null, null, 13_000e6],
  ["Vĩnh Long", "Sự nghiệp", null, null, 13_340e6],
  ["Vĩnh Long", "Không tách nguồn", 74_820e6, null, null],
  ["Vĩnh Long", "Chưa rõ nguồn", null, 1_870e6, null],
  ["Nghệ An", "Tổng số", 570_960e6, null, 53_930_320e3],
  ["Nghệ An", "Không tách nguồn", 570_960e6, null, null],
  ["Nghệ An", "Trung ương", null, null, 16_600_000e3],
  ["Nghệ An", "Địa phương", null, null, 34_330_320e3],
  ["Nghệ An", "Nguồn khác", null, null, 3_000_000e3],
  ["Sóc Trăng", "Tổng số", 109_045e6, null, null],
  ["Sóc Trăng", "Trung ương, đầu tư", 39_120e6, null, null],
  ["Sóc Trăng", "Địa phương, đầu tư", 23_925e6, null, null],
  ["Sóc Trăng", "Trung ương, sự nghiệp", 20_500e6, null, null],
  ["Sóc Trăng", "Địa phương, sự nghiệp", 25_500e6, null, null],
  ["TỔNG CỘNG", "Tổng số", 74_820e6 + 570_960e6 + 109_045e6, 63_320e6, 26_340e6 + 53_930_320e3],
];

const numberIn = (value: ExcelJS.CellValue): number | null => {
  if (typeof value === "number") return value;
  return typeof value === "object" && value !== null && "result" in value && typeof value.result === "number"
    ? value.result
    : null;
};

/** A result of 0 is not kept beside its formula by the reader used here; a formula cell counts as 0 then. */
const amountOf = (cell: ExcelJS.Cell): number | null => numberIn(cell.value) ?? (cell.formula ? 0 : null);

async function load(path: string): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  return workbook;
}

function totalsIn(workbook: ExcelJS.Workbook): Map<string, readonly (number | null)[]> {
  const sheet = workbook.getWorksheet("Tổng hợp");
  const rows = new Map<string, readonly (number | null)[]>();
  sheet?.eachRow((row, index) => {
    if (index > 4)
      rows.set(
        `${row.getCell(2).text}|${row.getCell(3).text}`,
        [4, 5, 6].map((column) => amountOf(row.getCell(column))),
      );
  });
  return rows;
}

const csvRows = (text: string): string[][] =>
  text
    .trim()
    .split("\n")
    .map((line) => line.split(";").map((value) => value.replace(/^"|"$/g, "")));

/** LibreOffice keeps the results in a file unless told to calculate; wrong results are put in so that only a calculation is right. */
async function recalculate(path: string, folder: string): Promise<string> {
  const workbook = await load(path);
  workbook.getWorksheet("Tổng hợp")?.eachRow((row) => {
    row.eachCell((cell) => {
      if (cell.formula) cell.value = { formula: cell.formula, result: 987_654_321 } as ExcelJS.CellFormulaValue;
    });
  });
  const spoiled = join(folder, "spoiled.xlsx");
  await workbook.xlsx.writeFile(spoiled);
  const profile = join(folder, "profile");
  await mkdir(join(profile, "user"), { recursive: true });
  await writeFile(
    join(profile, "user", "registrymodifications.xcu"),
    `<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>`,
  );
  const args = [
    `-env:UserInstallation=file://${profile}`,
    "--headless",
    "--convert-to",
    "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,false,false,false,false,1",
    "--outdir",
    folder,
    spoiled,
  ];
  const ran = await run("soffice", args, { timeoutMs: 180_000 });
  assert.equal(ran.code, 0, ran.stderr);
  const name = ran.stdout.match(/-> (\S.*\.csv)/)?.[1] ?? join(folder, "spoiled.csv");
  return readFile(name, "utf8");
}

describe("consolidate", () => {
  let folder = "";
  let merged = "";
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "phuluc-"));
    merged = join(folder, "tong-hop.xlsx");
    const ran = await phuluc("consolidate", ...PLANS, "-o", merged);
    assert.equal(ran.code, 0, ran.stderr);
  });
  after(() => rm(folder, { recursive: true }));

  it("gives totals by province and source equal to an independent sum", async () => {
    const totals = totalsIn(await load(merged));
    for (const [province, source, ...amounts] of EXPECTED)
      assert.deepEqual(totals.get(`${province}|${source}`), amounts, `${province} ${source}`);
  });

  it("gives the same when LibreOffice calculates every formula anew", async function () {
    needs(this, "soffice");
    const rows = csvRows(await recalculate(merged, folder));
    for (const [province, source, ...amounts] of EXPECTED) {
      const row = rows.find(([, first, second]) => first === province && second === source);
      const shown = amounts.map((_, index) =>
        row?.[index + 3] === undefined || row[index + 3] === "" ? null : Number(row[index + 3]),
      );
      assert.deepEqual(shown, amounts, `${province} ${source}`);
    }
    assert.ok(!rows.flat().includes("987654321"), "a formula was not calculated");
  });

  it("lists every line item with its plan, sheet and cell", async () => {
    const sheet = (await load(merged)).getWorksheet("Danh mục");
    const titles = new Map<string, number>();
    sheet?.getRow(4).eachCell((cell, column) => titles.set(cell.text, column));
    const textIn = (row: number, title: string): string | undefined =>
      sheet?.getRow(row).getCell(titles.get(title) ?? 1).text;
    assert.deepEqual(
      ["Đơn vị", "Số kế hoạch", "Bản", "Tệp", "Trang", "Ô"].map((title) => textIn(6, title)),
      ["Vĩnh Long", "3252/QĐ-UBND", "", "vinh-long-2020.xlsx", "Phụ lục", "B8"],
    );
    assert.equal(sheet?.rowCount, 5 + 26 + 28 + 16 + 13);
  });

  it("adds the same appendix once, and says so", async () => {
    const again = join(folder, "again.xlsx");
    const ran = await phuluc(
      "consolidate",
      "test/fixtures/nghe-an-2021-2025.xlsx",
      "test/fixtures/nghe-an-2021-2025.text.xlsx",
      "-o",
      again,
    );
    assert.match(ran.stdout, /trùng với phụ lục đã cộng/);
    assert.deepEqual(totalsIn(await load(again)).get("Nghệ An|Tổng số")?.[0], 570_960e6);
    const origins = (await load(again)).getWorksheet("Nguồn gốc");
    assert.match(origins?.lastRow?.getCell(13).text ?? "", /Không cộng: trùng với phụ lục đã cộng/);
  });

  it("names a file without an appendix, in what it says and in the workbook", async () => {
    const notes = join(folder, "ghi-chu.xlsx");
    await write(notes, [["Ghi chú của phòng"], ["Họp lúc 8 giờ"]]);
    const out = join(folder, "co-ghi-chu.xlsx");
    const ran = await phuluc("consolidate", PLANS[2] ?? "", notes, "-o", out);
    assert.equal(ran.code, 0);
    assert.match(ran.stdout, /ghi-chu\.xlsx: không có phụ lục nào nên không cộng\. \/ holds no appendix; not added\./);
    const last = (await load(out)).getWorksheet("Nguồn gốc")?.lastRow;
    assert.equal(last?.getCell(4).text, "ghi-chu.xlsx");
    assert.equal(last?.getCell(13).text, "Không cộng: không có phụ lục");
  });

  it("never overwrites what it merges, and never adds its own result again", async () => {
    const own = join(folder, "dau-vao.xlsx");
    const bytes = await readFile(join(ROOT, PLANS[0] ?? ""));
    await writeFile(own, bytes);
    const ran = await phuluc("consolidate", own, "-o", join(folder, "..", basename(folder), "dau-vao.xlsx"));
    assert.equal(ran.code, 2);
    assert.match(ran.stderr, /trùng với tệp đầu vào/);
    assert.deepEqual(await readFile(own), bytes);
    const again = await phuluc("consolidate", merged, "-o", join(folder, "lan-hai.xlsx"));
    assert.equal(again.code, 2);
    assert.match(again.stderr, /là tệp đã tổng hợp/);
  });

  it("keeps a name that looks like a formula as text, and leaves out what has no unit, saying so", async () => {
    const rows: Value[][] = PHASE_YEAR.map((row) => [...row]);
    const seventh = rows[6];
    if (seventh) seventh[1] = '=HYPERLINK("x")';
    const source = join(folder, "tinh-a.xlsx");
    await write(source, rows);
    await write(
      join(folder, "tinh-b.xlsx"),
      rows.map((row, index) => (index === 2 ? [] : row)),
    );
    const out = join(folder, "ab.xlsx");
    const ran = await phuluc("consolidate", source, join(folder, "tinh-b.xlsx"), "-o", out, "--unit", "million");
    assert.match(ran.stdout, /chưa biết đơn vị tính/);
    const workbook = await load(out);
    const cell = workbook.getWorksheet("Danh mục")?.getCell("E6");
    assert.equal(cell?.type, ExcelJS.ValueType.String);
    assert.equal(cell?.value, '=HYPERLINK("x")');
    assert.equal(workbook.getWorksheet("Tổng hợp")?.getCell("F3").text, "Đơn vị tính: triệu đồng");
    assert.equal(numberIn(workbook.getWorksheet("Tổng hợp")?.getCell("D5").value ?? null), 16_350);
  });
});

async function write(path: string, rows: readonly (readonly Value[])[]): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("Phụ lục");
  for (const row of rows) sheet.addRow([...row]);
  await workbook.xlsx.writeFile(path);
}
