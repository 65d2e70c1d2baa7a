import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { toMarkdown } from "../../server/commands/rules.ts";
import type { Bilingual } from "../../shared/rule.ts";
import { examples } from "../../shared/rules/examples.ts";
import { rules } from "../../shared/rules/index.ts";
import { run, type Ran } from "../programs.ts";
import { PROGRAM } from "./service.ts";

const ROOT = new URL("../../", import.meta.url).pathname;
const fixture = (name: string): string => join("test/fixtures", name);
const phuluc = (...args: readonly string[]): Promise<Ran> =>
  run(process.execPath, [...PROGRAM, ...args], { cwd: ROOT });

interface JsonFile {
  readonly file: string;
  readonly sheets: readonly {
    readonly sheet: string;
    readonly form: string | null;
    readonly unit: string | null;
    readonly lineItems: number;
    readonly totalDong: number | null;
  }[];
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly sheet: string;
    readonly cells: readonly string[];
    readonly message: { readonly vi: string; readonly en: string };
  }[];
  readonly error?: { readonly code: string };
}

const filesOf = ({ stdout }: Ran): readonly JsonFile[] => (JSON.parse(stdout) as { files: readonly JsonFile[] }).files;

describe("command line", () => {
  let folder = "";
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "phuluc-"));
  });
  after(() => rm(folder, { recursive: true }));

  const EXITS: readonly (readonly [string, readonly string[], number])[] = [
    ["a workbook with errors", ["validate", fixture("vinh-long-2020.xlsx")], 1],
    ["a workbook with warnings only", ["validate", fixture("nghe-an-2017.xlsx")], 0],
    ["a right one beside a wrong one", ["validate", fixture("nghe-an-2017.xlsx"), fixture("vinh-long-2020.xlsx")], 1],
    ["no file named", ["validate"], 2],
    ["a file that is not there", ["validate", "khong-co.xlsx"], 2],
    ["a folder", ["validate", "test"], 2],
    ["an option that is none", ["validate", "--nhanh", fixture("nghe-an-2017.xlsx")], 2],
    ["a language that is none", ["validate", "--lang", "fr", fixture("nghe-an-2017.xlsx")], 2],
    ["a command that is none", ["kiemtra"], 2],
    ["no command", [], 2],
    ["help", ["--help"], 0],
    ["consolidate without a result", ["consolidate", fixture("nghe-an-2017.xlsx")], 2],
    ["a unit that is none", ["consolidate", fixture("nghe-an-2017.xlsx"), "-o", "x.xlsx", "--unit", "xu"], 2],
    ["a result that can't be written", ["consolidate", fixture("nghe-an-2017.xlsx"), "-o", "/khong/co/x.xlsx"], 2],
  ];
  for (const [name, args, code] of EXITS) {
    it(`exits ${String(code)} for ${name}, without a stack trace`, async () => {
      const ran = await phuluc(...args);
      assert.equal(ran.code, code, ran.stderr);
      assert.doesNotMatch(ran.stderr + ran.stdout, /\n\s+at .*\(?.*:\d+:\d+\)?/);
      if (code === 2) assert.match(ran.stderr, /\S/);
    });
  }

  it("goes on with the other files when one can't be read", async () => {
    const broken = join(folder, "hong.xlsx");
    await writeFile(broken, "không phải tệp Excel");
    const ran = await phuluc("validate", "--json", broken, fixture("vinh-long-2020.xlsx"));
    assert.equal(ran.code, 2);
    assert.match(ran.stderr, /hong\.xlsx: .*\S/);
    const files = filesOf(ran);
    assert.equal(files.length, 2);
    assert.ok(files.some(({ error }) => error !== undefined));
    assert.ok(files.some(({ findings }) => findings.length > 3));
  });

  it("prints JSON of the documented shape", async () => {
    const [file] = filesOf(await phuluc("validate", "--json", fixture("vinh-long-2020.xlsx")));
    assert.ok(file);
    assert.deepEqual(
      file.sheets.map(({ sheet, form, unit, lineItems, totalDong }) => [sheet, form, unit, lineItems, totalDong]),
      [
        ["Phụ lục", "project-list-phase-year", "million", 26, 74_820_000_000],
        ["Kế hoạch", null, null, 0, null],
      ],
    );
    for (const finding of file.findings) {
      assert.ok(rules.some(({ id }) => id === finding.rule));
      assert.ok(["error", "warning", "ask", "info"].includes(finding.severity));
      for (const cell of finding.cells) assert.match(cell, /^[A-Z]{1,3}[1-9]\d*$/);
      assert.ok(finding.message.vi.length > 20 && finding.message.en.length > 20);
    }
  });

  it("reports in Vietnamese first, in English when asked", async () => {
    const vietnamese = await phuluc("validate", fixture("vinh-long-2020.xlsx"));
    assert.match(vietnamese.stdout, /LỖI F17, F11, F39 \(unsourced-amount\)/);
    assert.match(vietnamese.stdout, /6 lỗi · 2 cảnh báo/);
    const english = await phuluc("validate", "--lang", "en", fixture("vinh-long-2020.xlsx"));
    assert.match(english.stdout, /ERROR F17, F11, F39/);
    assert.doesNotMatch(english.stdout, /\u001b\[/);
  });

  it("compares appendices of one plan that lie in two files", async () => {
    const files = filesOf(
      await phuluc(
        "validate",
        "--json",
        fixture("soc-trang-2010-pl1-staff.xlsx"),
        fixture("soc-trang-2010-pl2-computers-departments.xlsx"),
      ),
    );
    const cells = files.map(
      ({ findings }) => findings.find(({ rule }) => rule === "cross-appendix-disagreement")?.cells ?? [],
    );
    assert.ok(cells[0]?.includes("C17"), "Sở Nội vụ 39");
    assert.ok(cells[1]?.includes("C12"), "Sở Nội vụ 48");
  });

  it("lists every rule", async () => {
    const ran = await phuluc("rules");
    assert.deepEqual(
      ran.stdout
        .trim()
        .split("\n")
        .filter((line) => !line.startsWith(" "))
        .map((line) => line.split(" ")[0]),
      rules.map(({ id }) => id),
    );
    const json = JSON.parse((await phuluc("rules", "--json")).stdout) as {
      rules: readonly { id: string; example: Bilingual }[];
    };
    assert.deepEqual(
      json.rules.map(({ id, example }) => [id, example]),
      rules.map(({ id }) => [id, examples[id]]),
    );
  });

  const TYPED = { vi: "Ô G6 ghi 800", en: "Cell G6 says 800" };
  for (const language of ["vi", "en"] as const)
    it(`shows an example of each in ${language}`, async () => {
      const lines = (await phuluc("rules", "--lang", language)).stdout.trim().split("\n");
      const at = lines.findIndex((line) => line.startsWith("typed-total "));
      assert.match(lines[at + 1] ?? "", new RegExp(`^ {4}${TYPED[language]}`));
      assert.equal(lines.length, 2 * rules.length);
    });

  it("keeps docs/rules.md true", async () => {
    assert.equal(await readFile(join(ROOT, "docs/rules.md"), "utf8"), toMarkdown(), "run npm run docs");
  });
});
