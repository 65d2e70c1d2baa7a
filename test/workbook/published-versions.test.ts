/** The published appendices, read from their files, as versions: listed, matched, compared, looked through for overlaps, judged. */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readWorkbookFile } from "../../server/workbook/read.ts";
import { appendixSchema } from "../../shared/appendix-schema.ts";
import type { Appendix } from "../../shared/appendix.ts";
import { checkWorkbook } from "../../shared/check.ts";
import { compareVersions, type VersionChanges } from "../../shared/compare-versions.ts";
import type { Grid } from "../../shared/grid.ts";
import { gridsFromWire, judgeSubmission, type Judged } from "../../shared/judge.ts";
import { identify, matchLines } from "../../shared/line-identity.ts";
import { lineItemsOf, totalsByColumn, type LineItem } from "../../shared/line-items.ts";
import { findOverlaps, type OverlapLine } from "../../shared/overlaps.ts";
import { gridSchema } from "../../shared/submission.ts";
import { headlineTotal } from "../../shared/totals.ts";

interface Published {
  readonly file: string;
  readonly grids: readonly Grid[];
  readonly appendices: readonly Appendix[];
  readonly lines: readonly LineItem[];
}

const FIXTURES = new URL("../fixtures/", import.meta.url);

async function readPublished(file: string): Promise<Published> {
  const read = await readWorkbookFile(fileURLToPath(new URL(file, FIXTURES)));
  assert.ok(read.ok, file);
  const appendices = checkWorkbook(read.grids).sheets.flatMap(({ appendix }) => appendix ?? []);
  return { file, grids: read.grids, appendices, lines: lineItemsOf(appendices) };
}

const files = readdirSync(FIXTURES).filter((name) => name.endsWith(".xlsx"));
const published = await Promise.all(files.map(readPublished));

function publishedAs(name: string): Published {
  const found = published.find(({ file }) => file === `${name}.xlsx`);
  assert.ok(found, name);
  return found;
}

const withIds = (lines: readonly LineItem[]): readonly (LineItem & { readonly lineId: string })[] =>
  lines.map((line) => ({ ...line, lineId: line.key }));

function compare(before: Published, now: Published): VersionChanges {
  const known = new Map(before.lines.map(({ key }) => [key, key]));
  const ids = identify(withIds(before.lines), now.lines, { newId: ({ key }) => `new ${key}` });
  return compareVersions(
    { plan: null, appendices: before.appendices, lineIds: known },
    { plan: null, appendices: now.appendices, lineIds: ids },
  );
}

const judge = (sheets: readonly Grid[]): Judged =>
  judgeSubmission(
    { sheets, explanations: [] },
    { formsAsked: [], severityOverrides: {}, explainedRules: [], fromYear: 2010, toYear: 2025 },
  );

describe("published appendices as versions", () => {
  for (const version of published) {
    const { file, grids, appendices, lines } = version;
    it(`${file}: every line item, each key once, adding up to the headline`, () => {
      const rows = appendices.flatMap((appendix) => appendixSchema.parse(appendix).rows);
      assert.ok(lines.length >= rows.filter(({ kind }) => kind === "lineItem").length);
      assert.equal(new Set(lines.map(({ key }) => key)).size, lines.length);
      const [appendix] = appendices;
      assert.ok(appendix);
      const totals = totalsByColumn(appendices);
      const widest = ["project", "phase", "year"].map((scope) => totals.get(`planned ${scope} total`) ?? null);
      assert.equal(widest.find((total) => total !== null) ?? null, headlineTotal(appendix));
    });

    it(`${file} is the same as itself`, () => {
      const { added, removed, changed, moved, printed, unchanged } = compare(version, version);
      assert.deepEqual([added, removed, changed, moved, printed], [[], [], [], [], []]);
      assert.equal(unchanged, lines.length);
    });

    it(`${file} is an appendix, the same again over the wire`, () => {
      const sent: unknown = JSON.parse(JSON.stringify(grids));
      const received = gridsFromWire(gridSchema.array().parse(sent));
      assert.ok(received.ok);
      assert.equal(judge(grids).noAppendix, false);
      assert.deepEqual(judge(received.grids), judge(grids));
    });
  }

  it("pasted as texts say the same as typed", () => {
    const { added, removed, changed, moved, unchanged } = compare(
      publishedAs("nghe-an-2021-2025"),
      publishedAs("nghe-an-2021-2025.text"),
    );
    assert.deepEqual([added, removed, changed, moved], [[], [], [], []]);
    assert.equal(unchanged, 28);
  });

  it("keep every line's identity after names are misspelt, rows turned round and amounts gone", () => {
    const { lines } = publishedAs("vinh-long-2020");
    const misspelt = [...lines]
      .reverse()
      .map((line) => ({ ...line, key: `now ${line.key}`, name: line.name.replace("n", "nn"), amountDong: null }));
    assert.equal(lines.length, 26);
    for (const [key, lineId] of matchLines(withIds(lines), misspelt)) assert.equal(`now ${String(lineId)}`, key);
  });
});

describe("overlaps of published plans", () => {
  const linesOf = (plan: string): readonly OverlapLine[] =>
    publishedAs(plan).lines.map((line) => ({ ...line, key: `${plan} ${line.key}`, organisationId: plan }));

  it("of different provinces and years are none, with their periods and without", () => {
    const lines = ["nghe-an-2017", "nghe-an-2021-2025", "soc-trang-2011-2015", "vinh-long-2020"].flatMap(linesOf);
    assert.ok(lines.length > 80);
    assert.deepEqual(findOverlaps(lines), []);
    assert.deepEqual(findOverlaps(lines.map((line) => ({ ...line, period: null }))), []);
  });

  it("with a department's part of the same plan are the department's specific lines", () => {
    const plan = linesOf("vinh-long-2020");
    const part = plan
      .filter(({ leadAgency }) => leadAgency === "Sở Tài chính" || leadAgency === "Sở Tư pháp")
      .map((line) => ({ ...line, key: `own ${line.key}`, organisationId: "so" }));
    const names = findOverlaps([...plan, ...part]).map(({ lines }) => plan.find(({ key }) => key === lines[0])?.name);
    assert.deepEqual(names, ["Nâng cấp, mở rộng hệ thống cơ sở dữ liệu công chứng"]);
  });
});
