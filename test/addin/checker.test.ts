/** The checking thread as it is built, and the page's side of it. */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { openChecker } from "../../addin/checking/checker.ts";
import type { Checker, CheckReport } from "../../addin/checking/report.ts";
import { checkWorkbook } from "../../shared/check.ts";
import { describe as sayInWords } from "../../shared/describe.ts";
import type { Finding } from "../../shared/finding.ts";
import type { Grid } from "../../shared/grid.ts";
import type { Language } from "../../shared/money.ts";
import { rules } from "../../shared/rules/index.ts";
import { readGrids } from "../host-sim/load-workbook.ts";
import { largeSheet } from "../bench/sheets.ts";
import { PHASE_YEAR, PHASE_YEAR_MERGED, gridOf, phaseYearGrid, planGrid } from "../builders.ts";
import { buildThread, recordThreads, type Recorded } from "./node-thread.ts";

const FIXTURES = new URL("../fixtures/", import.meta.url);
const files = readdirSync(FIXTURES).filter((file) => file.endsWith(".xlsx"));

const { script, inputs } = await buildThread();

const open: Checker[] = [];
afterEach(() => {
  for (const checker of open.splice(0)) checker.close();
});

function openRecorded(): Recorded & { readonly checker: Checker } {
  const recorded = recordThreads(script);
  const checker = openChecker(recorded.start);
  open.push(checker);
  return { ...recorded, checker };
}

const fixture = (file: string): Promise<readonly Grid[]> => readGrids(new URL(file, FIXTURES));

/** Without what was added for telling it. */
const findingsOf = ({ findings }: CheckReport): readonly Finding[] =>
  findings.map(({ rule, variant, severity, sheet, cells, facts, fix }) => ({
    rule,
    variant,
    severity,
    sheet,
    cells,
    facts,
    fix,
  }));

const kindsOf = ({ sent }: Recorded): string => sent.map(({ kind }) => kind).join(" ");

describe("checking thread: what it is made of", () => {
  it("holds no zod, nor anything of the host or the pane", () => {
    assert.ok(inputs.includes("shared/check.ts"));
    assert.deepEqual(
      inputs.filter((input) => !/^(shared|addin\/checking)\//.test(input)),
      [],
    );
  });
});

describe("checking thread: the published appendices", () => {
  for (const file of files)
    it(`${file}: exactly the findings of the command line, in words`, async () => {
      const grids = await fixture(file);
      const { checker } = openRecorded();
      const expected = checkWorkbook(grids);
      for (const language of ["vi", "en"] as const) {
        const report = await checker.check(grids, language);
        assert.deepEqual(findingsOf(report), expected.findings);
        assert.deepEqual(
          report.findings.map(({ message }) => message),
          expected.findings.map((finding) => sayInWords(finding, language)),
        );
        assert.equal(report.language, language);
        assert.equal(report.planSheet, expected.plan?.sheet ?? null);
        assert.deepEqual(
          report.appendices.map(({ sheet, form }) => `${sheet} ${form}`),
          expected.sheets.flatMap(({ sheet, appendix }) => (appendix ? [`${sheet} ${appendix.form}`] : [])),
        );
      }
    });
});

describe("checker: what it tells", () => {
  it("an appendix by its sheet, form, unit, line items and area", async () => {
    const { checker } = openRecorded();
    const { appendices } = await checker.check([phaseYearGrid()], "vi");
    const [appendix] = appendices;
    assert.equal(appendix?.form, "project-list-phase-year");
    assert.equal(appendix.unit, "million");
    assert.equal(appendix.lineItems, 5);
    assert.equal(appendix.area, "A4:M13");
    assert.ok(appendix.formTitle.vi !== "" && appendix.formTitle.en !== "");
  });

  it("each finding by a key of its own, the same from one check to the next", async () => {
    const { checker } = openRecorded();
    const wrong = phaseYearGrid({ A8: 3, K7: 801, D10: "2020-2019" });
    const first = await checker.check([wrong, planGrid()], "vi");
    const keys = first.findings.map(({ key }) => key);
    assert.ok(keys.includes("number-gap standard Phụ lục A8"), keys.join("\n"));
    assert.equal(new Set(keys).size, keys.length);
    const again = await checker.check([phaseYearGrid({ A8: 3, K7: 801, D10: "2020-2019" }), planGrid()], "en");
    assert.deepEqual(
      again.findings.map(({ key }) => key),
      keys,
    );
  });

  it("two sheets of one name in different keys", async () => {
    const { checker } = openRecorded();
    const wrong = phaseYearGrid({ A8: 3 });
    const { findings } = await checker.check([wrong, { ...wrong }], "vi");
    const gaps = findings.filter(({ rule }) => rule === "number-gap").map(({ key }) => key);
    assert.deepEqual(gaps, ["number-gap standard Phụ lục A8", "number-gap standard Phụ lục A8 #2"]);
  });

  it("why a rule asks, for every rule; nothing for one it does not know", async () => {
    const { checker } = openRecorded();
    for (const { id, checks, source, severity, status } of rules)
      assert.deepEqual(await checker.why(id), { id, checks, source, severity, isTrial: status === "trial" });
    assert.equal(await checker.why("no-such-rule"), null);
  });

  it("nothing of an empty workbook", async () => {
    const { checker } = openRecorded();
    const { findings, appendices, planSheet } = await checker.check([gridOf([])], "vi");
    assert.deepEqual({ findings, appendices, planSheet }, { findings: [], appendices: [], planSheet: null });
  });
});

describe("checker: what goes to the thread", () => {
  it("a sheet given in the check before is not sent again", async () => {
    const recorded = openRecorded();
    const [plan, sheet] = [planGrid(), phaseYearGrid()];
    await recorded.checker.check([plan, sheet], "vi");
    assert.equal(kindsOf(recorded), "sheet rows sheet rows check");
    recorded.sent.length = 0;
    const changed = phaseYearGrid({ A8: 3 });
    const report = await recorded.checker.check([plan, changed], "vi");
    assert.equal(kindsOf(recorded), "sheet rows check");
    assert.deepEqual(findingsOf(report), checkWorkbook([plan, changed]).findings);
  });

  it("a sheet that was left out of a check is forgotten, and sent again when it comes back", async () => {
    const recorded = openRecorded();
    const [plan, sheet] = [planGrid({ B7: "9.999 triệu đồng", C7: null }), phaseYearGrid()];
    const together = await recorded.checker.check([plan, sheet], "vi");
    const alone = await recorded.checker.check([sheet], "vi");
    const again = await recorded.checker.check([plan, sheet], "vi");
    assert.equal(kindsOf(recorded), "sheet rows sheet rows check check sheet rows check");
    assert.deepEqual(findingsOf(alone), checkWorkbook([sheet]).findings);
    assert.notDeepEqual(findingsOf(alone), findingsOf(together));
    assert.deepEqual(findingsOf(again), findingsOf(together));
  });

  it("long sheets in portions of a few hundred rows, and nothing of them is lost", async () => {
    const recorded = openRecorded();
    const sheet = largeSheet(3_000);
    const report = await recorded.checker.check([sheet], "vi");
    const portions = recorded.sent.flatMap((message) => (message.kind === "rows" ? [message.rows.length] : []));
    assert.ok(portions.length >= 4 && Math.max(...portions) <= 400, portions.join());
    assert.equal(
      portions.reduce((sum, count) => sum + count, 0),
      sheet.rows.length,
    );
    assert.equal(report.appendices[0]?.lineItems, 3_000);
    assert.deepEqual(findingsOf(report), checkWorkbook([sheet]).findings);
  });

  it("thousands of findings in portions of 500, and nothing of them is lost", async () => {
    const recorded = openRecorded();
    const long = largeSheet(2_000);
    const rows = long.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => (cell.value === "2019-2020" ? { ...cell, value: "2020-2019" } : cell)),
    }));
    const sheet = { ...long, rows };
    const report = await recorded.checker.check([sheet], "vi");
    assert.ok(report.findings.length >= 2_000, String(report.findings.length));
    const answers = recorded.heard.flatMap((message) => (message.kind === "findings" ? [message.findings.length] : []));
    assert.ok(answers.length >= 4 && Math.max(...answers) <= 500, answers.join());
    assert.deepEqual(findingsOf(report), checkWorkbook([sheet]).findings);
  });
});

describe("checker: one at a time", () => {
  const sheetOf = (number: number): Grid =>
    gridOf([...PHASE_YEAR], { name: `Phụ lục ${String(number)}`, merged: PHASE_YEAR_MERGED });

  it("of the checks asked for meanwhile only the newest is made, and all who wait get it", async () => {
    const recorded = openRecorded();
    const asked = [1, 2, 3, 4].map((number) => recorded.checker.check([sheetOf(number)], "vi"));
    const reports = await Promise.all(asked);
    assert.deepEqual(
      reports.map(({ appendices }) => appendices[0]?.sheet),
      ["Phụ lục 1", "Phụ lục 4", "Phụ lục 4", "Phụ lục 4"],
    );
    assert.equal(recorded.sent.filter(({ kind }) => kind === "check").length, 2);
  });

  it("the language of the newest is told", async () => {
    const { checker } = openRecorded();
    const ask = (language: Language): Promise<CheckReport> => checker.check([sheetOf(1)], language);
    const reports = await Promise.all([ask("vi"), ask("vi"), ask("en")]);
    assert.deepEqual(
      reports.map(({ language }) => language),
      ["vi", "en", "en"],
    );
  });
});

describe("checker: a thread that dies", () => {
  const sheet = phaseYearGrid({ A8: 3 });

  it("fails what waits for it, and the next check gets a new thread that is given all sheets", async () => {
    const recorded = openRecorded();
    await recorded.checker.check([sheet], "vi");
    // Ended first: on a slow machine it would have answered before anybody ends it.
    const ended = recorded.threads[0]?.terminate();
    const waiting = [
      assert.rejects(recorded.checker.check([largeSheet(3_000)], "vi"), /stopped/),
      assert.rejects(recorded.checker.why("number-gap"), /stopped/),
    ];
    await ended;
    await Promise.all(waiting);
    recorded.sent.length = 0;
    const report = await recorded.checker.check([sheet], "vi");
    assert.deepEqual(findingsOf(report), checkWorkbook([sheet]).findings);
    assert.equal(kindsOf(recorded), "sheet rows check");
    assert.equal(recorded.threads.length, 2);
  });

  it("a check asked for behind the failing one is made by the new thread", async () => {
    const recorded = openRecorded();
    await recorded.checker.why("number-gap");
    const ended = recorded.threads[0]?.terminate();
    const failing = assert.rejects(recorded.checker.check([largeSheet(3_000)], "vi"), /stopped/);
    const behind = recorded.checker.check([sheet], "vi");
    await ended;
    await failing;
    assert.deepEqual(findingsOf(await behind), checkWorkbook([sheet]).findings);
  });

  it("a thread that can't be started fails the check, and the next one tries anew", async () => {
    const recorded = recordThreads(script);
    let tries = 0;
    const checker = openChecker((listener) => {
      tries += 1;
      if (tries === 1) throw new Error("no thread");
      return recorded.start(listener);
    });
    open.push(checker);
    await assert.rejects(checker.check([sheet], "vi"), /no thread/);
    assert.deepEqual(findingsOf(await checker.check([sheet], "vi")), checkWorkbook([sheet]).findings);
  });

  it("a script that breaks at once fails the check", async () => {
    const { start } = recordThreads("throw new Error('broken script');");
    const checker = openChecker(start);
    open.push(checker);
    await assert.rejects(checker.check([sheet], "vi"), /broken script/);
  });

  it("closing fails what waits, and whatever is asked for afterwards", async () => {
    const { checker } = openRecorded();
    const waiting = [
      assert.rejects(checker.check([largeSheet(3_000)], "vi"), /closed/),
      assert.rejects(checker.check([sheet], "vi"), /closed/),
      assert.rejects(checker.why("number-gap"), /closed/),
    ];
    checker.close();
    await Promise.all(waiting);
    await assert.rejects(checker.check([sheet], "vi"), /closed/);
    await assert.rejects(checker.why("number-gap"), /closed/);
  });
});
