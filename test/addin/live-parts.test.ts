/** The parts of the watch over a workbook that need no workbook. */
import assert from "node:assert/strict";
import type { TellableFinding } from "../../addin/checking/report.ts";
import type { EntryRule } from "../../addin/host/port.ts";
import {
  keepExplanations,
  recallExplanations,
  renameSheets,
  withExplanation,
  type Shelf,
} from "../../addin/live/explanations.ts";
import { changesOf, fixesBySheet } from "../../addin/live/fixing.ts";
import { findLostFormulas, findLostRules, isPaste, stillLost } from "../../addin/live/losses.ts";
import { marksOf } from "../../addin/live/marks.ts";
import { moveKnown, shuffleKnown } from "../../addin/live/moving.ts";
import { Turns } from "../../addin/live/turns.ts";
import type { Edit, Finding } from "../../shared/finding.ts";
import { parseCellName, type CellValue, type Grid, type GridCell } from "../../shared/grid.ts";
import type { Explanation } from "../../shared/submission.ts";
import { settle } from "./excel.ts";

/** { F12: 480, F13: "=SUM(F8:F12)" } */
function gridOf(cells: Readonly<Record<string, CellValue>>): Grid {
  const rows = new Map<number, GridCell[]>();
  for (const [name, content] of Object.entries(cells)) {
    const { row = 0, column = 0 } = parseCellName(name) ?? {};
    const isFormula = typeof content === "string" && content.startsWith("=");
    const cell = isFormula ? { column, value: 0, formula: content.slice(1) } : { column, value: content };
    rows.set(
      row,
      [...(rows.get(row) ?? []), cell].sort((a, b) => a.column - b.column),
    );
  }
  const sorted = [...rows].sort(([a], [b]) => a - b);
  return {
    name: "PL1",
    rows: sorted.map(([row, list]) => ({ row, hidden: false, cells: list })),
    merged: [],
    hiddenColumns: [],
    hidden: false,
  };
}

const findingAt = (cells: readonly string[], more: Partial<TellableFinding> = {}): TellableFinding => ({
  key: cells.join(),
  message: "…",
  rule: "number-gap",
  variant: "standard",
  severity: "error",
  sheet: "PL1",
  cells,
  facts: {},
  fix: null,
  ...more,
});

const writing = (...edits: readonly Edit[]): Finding["fix"] => ({ kind: "set-value", safe: true, edits });

describe("live: turns", () => {
  it("take together what was asked for while one ran, and one after another", async () => {
    const taken: string[] = [];
    let running = 0;
    const turns = new Turns<string>(async (reasons) => {
      running += 1;
      assert.equal(running, 1);
      await settle(5);
      taken.push(reasons.join("+"));
      running -= 1;
    });
    const first = turns.now("a");
    const second = turns.now("b");
    const third = turns.now("c");
    await first;
    assert.deepEqual(taken, ["a"]);
    await Promise.all([second, third]);
    assert.deepEqual(taken, ["a", "b+c"]);
  });
  it("wait for rest, and for asking only as long as they must", async () => {
    const taken: string[] = [];
    const turns = new Turns<string>((reasons) => {
      taken.push(reasons.join("+"));
      return Promise.resolve();
    });
    turns.soon("x", 10_000);
    turns.soon("y", 10_000);
    assert.deepEqual(taken, []);
    await turns.now("z");
    assert.deepEqual(taken, ["x+y+z"]);
    // Put off again and again, it is taken nevertheless.
    const until = Date.now() + 2_000;
    while (taken.length === 1 && Date.now() < until) {
      turns.soon("w", 20);
      await settle(5);
    }
    assert.equal(taken.length, 2);
  });
  it("of which one throws tell whoever waits, and go on", async () => {
    const taken: string[] = [];
    const turns = new Turns<string>((reasons) => {
      taken.push(reasons.join("+"));
      return reasons.includes("a") ? Promise.reject(new Error("torn")) : Promise.resolve();
    });
    await assert.rejects(turns.now("a"), /torn/);
    await turns.now("b");
    assert.deepEqual(taken, ["a", "b"]);
  });
  it("leave nobody waiting when they are closed", async () => {
    const turns = new Turns<string>(() => Promise.resolve());
    turns.soon("a", 10_000);
    turns.close();
    await turns.now("b");
  });
});

describe("live: what a paste took", () => {
  const before = gridOf({ F8: 300, F9: 180, F10: "=SUM(F8:F9)", G8: "=F8", G9: 5 });
  const cases: readonly [name: string, now: Readonly<Record<string, CellValue>>, pasted: string[], lost: string[]][] = [
    ["a total under numbers", { F8: 1, F9: 2, F10: 480, G8: "=F8" }, ["F8:F10"], ["F10 =SUM(F8:F9) 480"]],
    ["formulas that came as formulas", { F8: 1, F10: "=F8+F9", G8: "=F8" }, ["F8:F10"], []],
    ["cells that were emptied", { F8: 1 }, ["F8:G10"], []],
    ["nothing outside the paste", { F10: 480, G8: 7 }, ["F8:F10"], ["F10 =SUM(F8:F9) 480"]],
    ["two areas", { F10: 480, G8: 7 }, ["F9:F10", "G8:G9"], ["F10 =SUM(F8:F9) 480", "G8 =F8 7"]],
    ["a whole row", { F10: 480, G8: "=F8" }, ["10:10"], ["F10 =SUM(F8:F9) 480"]],
    ["whole columns", { F10: 480, G8: 7 }, ["F:G"], ["F10 =SUM(F8:F9) 480", "G8 =F8 7"]],
    ["text too", { F10: "480" }, ["F9:F10"], ["F10 =SUM(F8:F9) 480"]],
  ];
  for (const [name, now, pasted, expected] of cases) {
    it(name, () => {
      const lost = findLostFormulas(before, gridOf(now), pasted);
      assert.deepEqual(
        lost.map(({ cell, formula, now: value }) => `${cell} ${formula} ${String(value)}`).sort(),
        expected,
      );
    });
  }
  it("is less once a formula is back", () => {
    const lost = [
      { cell: "F10", formula: "=SUM(F8:F9)", now: 480 },
      { cell: "G8", formula: "=F8", now: 7 },
    ];
    assert.deepEqual(stillLost(lost, gridOf({ F10: "=SUM(F8:F9)", G8: 9 })), [{ cell: "G8", formula: "=F8", now: 9 }]);
    assert.deepEqual(stillLost(lost, gridOf({})).length, 2);
  });
  it("are rules of entry of the pasted cells only", () => {
    const rule = { list: { inCellDropDown: true, source: "TW,ĐP" } };
    const had: readonly EntryRule[] = [{ cells: "C8:C12", rule }];
    const has: readonly EntryRule[] = [{ cells: "C8:C9", rule }];
    assert.deepEqual(findLostRules(had, has, ["B9:D11"]), [{ cells: "C10:C11", rule }]);
    assert.deepEqual(findLostRules(had, has, ["11:12"]), [{ cells: "C11:C12", rule }]);
    assert.deepEqual(findLostRules(had, had, ["B9:D11"]), []);
  });
  it("is asked of several cells, not of one", () => {
    assert.equal(isPaste("F8"), false);
    assert.equal(isPaste("F8:F9"), true);
    assert.equal(isPaste("F8,H8"), true);
    assert.equal(isPaste("8:8"), true);
    assert.equal(isPaste("C:C"), true);
  });
});

describe("live: what moves with its cells", () => {
  const known = {
    report: {
      language: "vi" as const,
      findings: [
        findingAt(["F12", "F8"]),
        findingAt(["F12"], { sheet: "PL2" }),
        findingAt(["A5"], { fix: writing({ cell: "A5", was: 4, value: 5 }) }),
        findingAt([], { key: "none" }),
      ],
      appendices: [],
      planSheet: null,
      tookMs: 0,
    },
    explanations: [{ rule: "r", variant: "v", sheet: "PL1", cell: "F12", text: "vì thế" }],
    done: [
      {
        id: 1,
        sheet: "PL1",
        messages: [],
        applied: {
          sheet: "{1}",
          cells: [
            {
              cell: "F12",
              before: { value: 1, formula: null, format: "General" },
              after: { value: 2, formula: null, format: "General" },
            },
          ],
        },
      },
    ],
    losses: [
      {
        id: 1,
        sheetId: "{1}",
        sheet: "PL1",
        pasted: "F10:F12",
        formulas: [{ cell: "F10", formula: "=F9", now: 1 }],
        entryRules: [],
      },
    ],
  };
  const move = (at: number, count: number): ReturnType<typeof moveKnown> =>
    moveKnown(known, { sheetId: "{1}", sheet: "PL1", move: { axis: "rows", at, count } });
  const cellsOf = ({ report }: ReturnType<typeof moveKnown>): readonly string[] =>
    report?.findings.map(({ sheet, cells }) => `${sheet} ${cells.join()}`) ?? [];

  it("rows put in above", () => {
    const moved = move(6, 2);
    assert.deepEqual(cellsOf(moved), ["PL1 F14,F10", "PL2 F12", "PL1 A5", "PL1 "]);
    assert.deepEqual(
      moved.explanations.map(({ cell }) => cell),
      ["F14"],
    );
    assert.deepEqual(
      moved.done.map(({ applied }) => applied.cells[0]?.cell),
      ["F14"],
    );
    assert.deepEqual(moved.losses, []);
  });
  it("rows taken out, with what stood there", () => {
    const moved = move(12, -1);
    assert.deepEqual(cellsOf(moved), ["PL1 F8", "PL2 F12", "PL1 A5", "PL1 "]);
    assert.deepEqual(moved.explanations, []);
    assert.deepEqual(moved.done, []);
    assert.equal(moved.losses.length, 1);
  });
  it("a loss of which anything moved is not put back any more", () => {
    const [loss] = known.losses;
    assert.ok(loss);
    const kept = (formulas: readonly (readonly [cell: string, formula: string])[], at: number): number =>
      moveKnown(
        { ...known, losses: [{ ...loss, formulas: formulas.map(([cell, formula]) => ({ cell, formula, now: 1 })) }] },
        { sheetId: "{1}", sheet: "PL1", move: { axis: "rows", at, count: 1 } },
      ).losses.length;
    assert.equal(
      kept(
        [
          ["F6", "=F5"],
          ["F13", "=F6"],
        ],
        10,
      ),
      0,
      "a later formula's cell",
    );
    assert.equal(kept([["F6", "=SUM($F$7:$F$12)"]], 10), 0, "what the formula adds up");
    assert.equal(kept([["F6", "=SUM(F7:F12)"]], 13), 1, "what stands below");
  });
  it("after cells changed places no fix is made and nothing of that sheet put back before it is read again", () => {
    const shuffled = shuffleKnown(known, { sheetId: "{1}", sheet: "PL1" });
    assert.deepEqual(
      shuffled.report?.findings.map(({ fix }) => fix),
      [null, null, null, null],
    );
    assert.deepEqual([shuffled.done, shuffled.losses], [[], []]);
    const elsewhere = shuffleKnown(known, { sheetId: "{2}", sheet: "PL2" });
    assert.deepEqual([elsewhere.done, elsewhere.losses], [known.done, known.losses]);
  });
  it("no fix writes to cells of the sheet before it is read again", () => {
    assert.deepEqual(
      move(6, 2).report?.findings.map(({ fix }) => fix),
      [null, null, null, null],
    );
  });
});

describe("live: explanations", () => {
  function shelfOf(kept: Readonly<Record<string, string>> = {}): Shelf & { readonly kept: Map<string, string> } {
    const map = new Map(Object.entries(kept));
    return {
      kept: map,
      getItem: (name) => map.get(name) ?? null,
      setItem: (name, value) => void map.set(name, value),
      removeItem: (name) => void map.delete(name),
    };
  }
  const one: Explanation = { rule: "number-gap", variant: "standard", sheet: "PL1", cell: "A5", text: "Đã duyệt" };

  it("are kept under the workbook's address, and gone with the last", () => {
    const shelf = shelfOf();
    keepExplanations(shelf, "C:\\a.xlsx", [one]);
    assert.deepEqual(recallExplanations(shelf, "C:\\a.xlsx", null), [one]);
    assert.deepEqual(recallExplanations(shelf, "C:\\b.xlsx", null), []);
    keepExplanations(shelf, "C:\\a.xlsx", []);
    assert.equal(shelf.kept.size, 0);
  });
  it("of a workbook never saved are not kept for another", () => {
    const shelf = shelfOf();
    keepExplanations(shelf, "", [one]);
    assert.equal(shelf.kept.size, 0);
  });
  it("kept here go before those the workbook brings", () => {
    const shelf = shelfOf();
    keepExplanations(shelf, "k", [{ ...one, text: "mới" }]);
    const brought = [one, { ...one, cell: "A9" }, { rule: 3 }, null, "x"];
    assert.deepEqual(
      recallExplanations(shelf, "k", brought).map(({ cell, text }) => `${cell} ${text}`),
      ["A5 mới", "A9 Đã duyệt"],
    );
  });
  it("survive a store that is torn, full or forbidden", () => {
    assert.deepEqual(recallExplanations(shelfOf({ "phuluc.explanations k": "{" }), "k", [one]), [one]);
    const forbidden: Shelf = {
      getItem: () => {
        throw new Error("forbidden");
      },
      setItem: () => {
        throw new Error("full");
      },
      removeItem: () => undefined,
    };
    keepExplanations(forbidden, "k", [one]);
    assert.deepEqual(recallExplanations(forbidden, "k", null), []);
  });
  it("are replaced, taken away, and follow their sheet's name", () => {
    const finding = findingAt(["A5", "A6"]);
    const said = withExplanation([], finding, "  vì thế  ");
    assert.deepEqual(
      said.map(({ cell, text }) => `${cell} ${text}`),
      ["A5 vì thế"],
    );
    assert.deepEqual(
      withExplanation(said, finding, "khác").map(({ text }) => text),
      ["khác"],
    );
    assert.deepEqual(withExplanation(said, finding, " "), []);
    assert.deepEqual(
      renameSheets(said, [{ from: "PL1", to: "Biểu 1" }]).map(({ sheet }) => sheet),
      ["Biểu 1"],
    );
    assert.deepEqual(renameSheets(said, [{ from: "PL2", to: "Biểu 1" }]), said);
  });
  it("of two sheets stay apart when one gets the other's name", () => {
    const said = ["1", "2"].flatMap((sheet) => withExplanation([], findingAt(["A5"], { sheet }), `của ${sheet}`));
    const renamed = renameSheets(said, [
      { from: "1", to: "2" },
      { from: "2", to: "3" },
    ]);
    assert.deepEqual(
      renamed.map(({ sheet, text }) => `${sheet} ${text}`),
      ["2 của 1", "3 của 2"],
    );
  });
});

describe("live: fixes", () => {
  it("show what stands there and what will", () => {
    const finding = findingAt(["F8"], {
      fix: writing({ cell: "F8", was: 1, value: 2 }, { cell: "F10", was: "=SUM(F8:F9)", formula: "SUM(F7:F9)" }),
    });
    assert.deepEqual(changesOf(finding, 0, gridOf({ F8: 1, F10: "=SUM(F8:F9)" })), [
      { cell: "F8", old: 1, new: 2 },
      { cell: "F10", old: "=SUM(F8:F9)", new: "=SUM(F7:F9)" },
    ]);
    assert.deepEqual(changesOf(findingAt(["F8"]), 0, undefined), []);
  });
  it("of thousands of cells are shown at each drawing without keeping the page waiting", () => {
    const cells = Array.from({ length: 20_000 }, (_, index) => `F${String(index + 1)}`);
    const grid = gridOf(Object.fromEntries(cells.map((cell) => [cell, "3"])));
    const fix = writing(...cells.map((cell) => ({ cell, was: "3", value: 3 })));
    const before = process.cpuUsage();
    for (let drawing = 0; drawing < 5; drawing++)
      assert.equal(changesOf(findingAt(cells, { fix }), 0, grid).length, 20_000);
    const { user } = process.cpuUsage(before);
    assert.ok(user < 500_000, `${String(user)} µs`);
  });
  it("of one cell are made once", () => {
    const first = findingAt(["A5"], { fix: writing({ cell: "A5", was: 1, value: 2 }) });
    const second = findingAt(["A5"], { fix: writing({ cell: "A5", was: 1, value: 3 }) });
    const elsewhere = findingAt(["A5"], { sheet: "PL2", fix: writing({ cell: "A5", was: 1, value: 4 }) });
    assert.deepEqual(
      fixesBySheet([first, second, elsewhere]).map(({ sheet, edits }) => [sheet, edits.map(({ value }) => value)]),
      [
        ["PL1", [2]],
        ["PL2", [4]],
      ],
    );
  });
});

it("live: hints are not marked", () => {
  const findings = [findingAt(["A1"]), findingAt(["A2"], { severity: "info" }), findingAt(["A3"], { sheet: "PL2" })];
  assert.deepEqual(marksOf(findings, "PL1"), [{ severity: "error", cells: ["A1"] }]);
});
