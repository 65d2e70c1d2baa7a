/** What a template says of itself: in the package, in what LibreOffice saves again, and in no other way damaged. */
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { customPropertiesPart } from "../../server/workbook/custom-properties.ts";
import { rewritePackage } from "../../server/workbook/rewrite-package.ts";
import { writeTemplate, type TemplateRound } from "../../server/workbook/write-template.ts";
import { findElements } from "../../server/workbook/xml.ts";
import { CORE_VERSION } from "../../shared/version.ts";
import { needs, run } from "../programs.ts";
import { collect } from "./collect.ts";
import { partsOf } from "./parts.ts";
import { loadBytes, readBytes } from "./recalculate.ts";

const ROUND: TemplateRound = { id: "dot-2026", name: "Đợt 2026", fromYear: 2026, toYear: 2026, unit: "million" };

const template = (round: TemplateRound | null): Promise<Buffer> =>
  collect((out) => writeTemplate({ form: "project-list-by-origin", round }, out));

async function plain(): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet("Trang 1").getCell("A1").value = "Xin chào";
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** Name and value of each property. */
function propertiesIn(bytes: Buffer): Readonly<Record<string, string>> {
  const xml = partsOf(bytes).get("docProps/custom.xml") ?? "";
  const names = [...findElements(xml, "property")].map((attributes) => attributes.get("name") ?? "");
  const values = [...xml.matchAll(/<vt:lpwstr>([^<]*)<\/vt:lpwstr>/g)].map(([, value]) => value ?? "");
  return Object.fromEntries(names.map((name, index) => [name, values[index] ?? ""]));
}

describe("custom properties", () => {
  const TEMPLATES: readonly (readonly [string, TemplateRound | null, Readonly<Record<string, string>>])[] = [
    [
      "a round's template names form, round and version",
      ROUND,
      { PhulucForm: "project-list-by-origin", PhulucRound: "dot-2026", PhulucVersion: CORE_VERSION },
    ],
    [
      "a template without a round names form and version",
      null,
      { PhulucForm: "project-list-by-origin", PhulucVersion: CORE_VERSION },
    ],
  ];
  for (const [name, round, expected] of TEMPLATES) {
    it(name, async () => {
      assert.deepEqual(propertiesIn(await template(round)), expected);
    });

    it(`${name}, still when LibreOffice has saved it`, async function () {
      needs(this, "soffice");
      const folder = await mkdtemp(join(tmpdir(), "phuluc-"));
      try {
        const path = join(folder, "mau.xlsx");
        await writeFile(path, await template(round));
        const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
        const out = join(folder, "luu");
        const ran = await run("soffice", [profile, "--headless", "--convert-to", "xlsx", "--outdir", out, path]);
        assert.equal(ran.code, 0, ran.stderr);
        const saved = await readFile(join(out, "mau.xlsx"));
        const found = propertiesIn(saved);
        for (const [property, value] of Object.entries(expected)) assert.equal(found[property], value, property);
        assert.equal((await readBytes(saved))[0]?.name, "Phụ lục");
      } finally {
        await rm(folder, { recursive: true });
      }
    });
  }

  it("are declared once, as Excel asks: a content type, a relationship with an id of its own, numbers from 2", async () => {
    const parts = partsOf(await template(ROUND));
    const types = [...findElements(parts.get("[Content_Types].xml") ?? "", "Override")];
    const declared = types.filter((attributes) => attributes.get("PartName") === "/docProps/custom.xml");
    assert.deepEqual(
      declared.map((attributes) => attributes.get("ContentType")),
      ["application/vnd.openxmlformats-officedocument.custom-properties+xml"],
    );
    const relationships = [...findElements(parts.get("_rels/.rels") ?? "", "Relationship")];
    const ids = relationships.map((attributes) => attributes.get("Id"));
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(relationships.some((attributes) => attributes.get("Target") === "docProps/custom.xml"));
    const numbers = [...findElements(parts.get("docProps/custom.xml") ?? "", "property")].map((one) => one.get("pid"));
    assert.deepEqual(numbers, ["2", "3", "4"]);
  });

  it("change nothing else of the workbook", async () => {
    const before = await plain();
    const after = await rewritePackage(before, customPropertiesPart([["PhulucForm", "targets"]]));
    const [old, now] = [partsOf(before), partsOf(after)];
    const changed = ["[Content_Types].xml", "_rels/.rels"];
    for (const [name, content] of old)
      if (!name.endsWith("/") && !changed.includes(name)) assert.equal(now.get(name), content, name);
    assert.deepEqual(
      [...now.keys()].filter((name) => !old.has(name)),
      ["docProps/custom.xml"],
    );
    assert.equal((await loadBytes(after)).worksheets[0]?.getCell("A1").text, "Xin chào");
  });

  const VALUES: readonly (readonly [string, string])[] = [
    ["R&D <1> \"2\" 'ba'", "R&amp;D &lt;1&gt; &quot;2&quot; 'ba'"],
    ["đợt Ố 😀", "đợt Ố 😀"],
    ["a\u0000b\u0008c\uffff", "abc"],
  ];
  for (const [value, written] of VALUES) {
    it(`the value ${JSON.stringify(value)} is held`, async () => {
      const bytes = await rewritePackage(await plain(), customPropertiesPart([["PhulucRound", value]]));
      assert.equal(propertiesIn(bytes)["PhulucRound"], written);
    });
  }

  const BROKEN: readonly (readonly [string, () => Promise<Buffer>])[] = [
    ["no zip", () => Promise.resolve(Buffer.from("không phải tệp nén"))],
    ["half a zip", async () => (await plain()).subarray(100)],
  ];
  for (const [name, make] of BROKEN) {
    it(`stops at ${name}`, async () => {
      await assert.rejects(rewritePackage(await make(), customPropertiesPart([["a", "b"]])), /can't be read/);
    });
  }
});
