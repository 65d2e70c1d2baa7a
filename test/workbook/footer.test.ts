/** The foot of each page: what people named is printed as they named it, whatever Excel's codes make of it. */
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { footer, type Footer } from "../../server/workbook/footer.ts";
import { writeCheckSheet } from "../../server/workbook/write-check-sheet.ts";
import { writeConsolidation } from "../../server/workbook/write-consolidation.ts";
import { gridOf, SINGLE_AMOUNT } from "../builders.ts";
import { manifestOf, merge, organisation, versionOf } from "../consolidation/build.ts";
import { needs, run } from "../programs.ts";
import { collect } from "./collect.ts";
import { loadBytes } from "./recalculate.ts";

const PAGE = "&R&8 Trang &P/&N";

describe("footer", () => {
  const CASES: readonly (readonly [string, Footer, string])[] = [
    ["the page alone", {}, PAGE],
    ["a name", { left: "Kế hoạch" }, `&L&8 Kế hoạch${PAGE}`],
    ["a name that begins with a year", { left: "2026: kế hoạch" }, `&L&8 2026: kế hoạch${PAGE}`],
    ["an “&”", { left: "R&D", centre: "A & B" }, `&L&8 R&&D&C&8 A && B${PAGE}`],
    ["an “&” at the end", { left: "Sở A&", centre: "B" }, `&L&8 Sở A&&&C&8 B${PAGE}`],
    ["what looks like a code", { left: "&P &N &D" }, `&L&8 &&P &&N &&D${PAGE}`],
    ["line breaks and spaces around", { left: " Đợt\n một " }, `&L&8 Đợt một${PAGE}`],
    ["a long name", { left: "ă".repeat(200) }, `&L&8 ${"ă".repeat(79)}…${PAGE}`],
    ["a name of signs beyond the first plane", { left: "😀".repeat(81) }, `&L&8 ${"😀".repeat(79)}…${PAGE}`],
    ["a hash in full", { left: "7f".repeat(32) }, `&L&8 ${"7f".repeat(32)}${PAGE}`],
  ];
  for (const [name, given, expected] of CASES) {
    it(name, () => {
      assert.deepEqual(footer(given), { oddFooter: expected });
    });
  }

  it("is never longer than Excel takes", () => {
    const { oddFooter } = footer({ left: "&".repeat(500), centre: "Phát hiện và giải trình (12)" });
    assert.ok(oddFooter.length < 255, String(oddFooter.length));
  });

  const SHA = "0123456789abcdef".repeat(4);
  const ROUND = "2026 – Nghiên cứu & phát triển";
  const WORKBOOKS: readonly (readonly [string, string, () => Promise<Buffer>])[] = [
    ["a check sheet's hash", SHA, checkSheet],
    ["a merged workbook's round", ROUND, mergedWorkbook],
  ];
  for (const [name, text, make] of WORKBOOKS) {
    it(`${name} is printed in full, small`, async function () {
      needs(this, "soffice");
      needs(this, "pdftotext");
      const folder = await mkdtemp(join(tmpdir(), "phuluc-"));
      try {
        const pdf = await printed(await make(), folder);
        const foot = await run("pdftotext", ["-layout", pdf, "-"]);
        const lines = foot.stdout.split("\n").filter((line) => line.includes("Trang 1/"));
        assert.ok(
          lines.some((line) => line.includes(text)),
          lines.join("\n"),
        );
      } finally {
        await rm(folder, { recursive: true });
      }
    });
  }

  function checkSheet(): Promise<Buffer> {
    const sheet = { issuer: "Sở A", title: "PHIẾU", round: "", facts: [], totals: [], remarks: [], sha256: SHA };
    return collect((out) => writeCheckSheet(sheet, { asOf: "2025-12-01T02:30:00.000Z" }, out));
  }

  async function mergedWorkbook(): Promise<Buffer> {
    const versions = [versionOf("a", [gridOf(SINGLE_AMOUNT)])];
    const { consolidation } = await merge(manifestOf([organisation("a")], { round: { name: ROUND } }), versions);
    const material = { consolidation, versions: () => versions };
    const bytes = await collect((out) => writeConsolidation(material, { unit: "million" }, out));
    const [first] = (await loadBytes(bytes)).worksheets;
    assert.equal(first?.headerFooter.oddFooter, `&L&8 ${ROUND.replace("&", "&&")}&C&8 Tổng hợp${PAGE}`);
    return bytes;
  }

  async function printed(bytes: Buffer, folder: string): Promise<string> {
    const path = join(folder, "tep.xlsx");
    await writeFile(path, bytes);
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    const ran = await run("soffice", [profile, "--headless", "--convert-to", "pdf", "--outdir", folder, path]);
    assert.equal(ran.code, 0, ran.stderr);
    return join(folder, "tep.pdf");
  }
});
