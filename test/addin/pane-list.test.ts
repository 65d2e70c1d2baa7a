import assert from "node:assert/strict";
import type { CommentAnswer } from "../../shared/api/reviews.ts";
import type { Severity } from "../../shared/finding.ts";
import type { TellableFinding } from "../../addin/checking/report.ts";
import { itemAt } from "../../addin/pane/findings/at-selection.ts";
import { canExplain, explainer } from "../../addin/pane/findings/explained.ts";
import { countSeverities, filterItems, foldAhead } from "../../addin/pane/findings/filter.ts";
import { rowsOf, type Grouping, type Row } from "../../addin/pane/findings/groups.ts";
import { itemsOf, type Item } from "../../addin/pane/findings/items.ts";
import { itemAfter } from "../../addin/pane/findings/moving.ts";
import {
  HEAD_HEIGHT,
  ITEM_HEIGHT,
  layOut,
  scrollTo,
  SHORT_LIST,
  windowOf,
} from "../../addin/pane/findings/row-window.ts";
import { findSafeFixes } from "../../addin/pane/findings/safe-fixes.ts";
import { SelectionFollower } from "../../addin/pane/findings/selection-follower.ts";

/** "error PL1!G12,H12 source-sum-mismatch" */
function finding(told: string, more: Partial<TellableFinding> = {}): TellableFinding {
  const [severity = "", address = "", rule = "number-gap"] = told.split(" ");
  const [sheet = "", cells = ""] = address.split("!");
  return {
    key: `${rule} ${address}`,
    rule,
    variant: "standard",
    severity: severity as Severity,
    sheet,
    cells: cells === "" ? [] : cells.split(","),
    facts: {},
    fix: null,
    message: "Dòng trống",
    ...more,
  };
}

const comment = (sheet: string, cell: string, more: Partial<CommentAnswer> = {}): CommentAnswer => ({
  id: `${sheet}${cell}`,
  version: 1,
  sheet,
  cell,
  text: "Xin nêu rõ căn cứ",
  at: "2026-11-20T08:30:00.000Z",
  by: { kind: "person", id: "1", name: "Nguyễn Thị Hạnh", organisation: "Bộ" } as unknown as CommentAnswer["by"],
  resolvedAt: null,
  resolvedBy: null,
  ...more,
});

const items = (told: readonly string[], comments: readonly CommentAnswer[] = []): readonly Item[] =>
  itemsOf(
    told.map((one) => finding(one)),
    comments,
    ["PL1", "PL2"],
  );

const places = (list: readonly Item[]): string =>
  list.map(({ kind, sheet, cells }) => `${kind === "comment" ? "*" : ""}${sheet}!${cells.join(",")}`).join(" ");

describe("pane: what stands in the list", () => {
  const CASES: readonly (readonly [string, readonly string[], readonly CommentAnswer[], string])[] = [
    ["findings as they come", ["error PL1!G2", "info PL1!G9", "error PL2!A1"], [], "PL1!G2 PL1!G9 PL2!A1"],
    ["sheets in the workbook's order", ["error PL2!A1", "error PL1!G2"], [], "PL1!G2 PL2!A1"],
    ["comments before findings", ["error PL1!G2", "error PL1!G10"], [comment("PL1", "G9")], "*PL1!G9 PL1!G2 PL1!G10"],
    [
      "the gravest first, as grave ones by cell",
      ["info PL1!A1", "warning PL1!A2", "error PL1!A3", "ask PL1!A4", "error PL1!A5", "info PL2!A1", "error PL2!A2"],
      [],
      "PL1!A3 PL1!A5 PL1!A4 PL1!A2 PL1!A1 PL2!A2 PL2!A1",
    ],
    ["a comment before what is found there", ["error PL1!G9"], [comment("PL1", "G9")], "*PL1!G9 PL1!G9"],
    ["of several comments the upper first", [], [comment("PL1", "G10"), comment("PL1", "G9")], "*PL1!G9 *PL1!G10"],
    ["a comment on the sheet at its head", ["error PL1!A1"], [comment("PL1", "")], "*PL1! PL1!A1"],
    ["a comment on the whole before all", ["error PL1!A1"], [comment("", "")], "*! PL1!A1"],
    ["a comment on a sheet that is gone last", ["error PL2!A1"], [comment("PL9", "B2")], "PL2!A1 *PL9!B2"],
    ["no comment that is resolved", [], [comment("PL1", "A1", { resolvedAt: "2026-11-21T00:00:00.000Z" })], ""],
  ];
  for (const [says, told, comments, expected] of CASES)
    it(says, () => {
      assert.equal(places(items(told, comments)), expected);
    });
});

describe("pane: the filter", () => {
  const all = itemsOf(
    [
      finding("error PL1!G12", { message: "Tổng các nguồn khác tổng kinh phí" }),
      finding("warning PL1!H3", { message: "Thiếu đơn vị chủ trì" }),
      finding("info PL2!A1", { message: "Nên dùng công thức" }),
    ],
    [comment("PL1", "B2")],
    ["PL1", "PL2"],
  );
  const CASES: readonly (readonly [readonly Severity[], string, string])[] = [
    [[], "", "*PL1!B2 PL1!H3 PL1!G12 PL2!A1"],
    [["error"], "", "*PL1!B2 PL1!G12"],
    [["error", "info"], "", "*PL1!B2 PL1!G12 PL2!A1"],
    [[], "chu tri", "PL1!H3"],
    [[], "CHỦ TRÌ", "PL1!H3"],
    [[], "g12", "PL1!G12"],
    [[], "pl2", "PL2!A1"],
    [[], "can cu", "*PL1!B2"],
    [["warning"], "tong", ""],
    [[], "không có gì", ""],
  ];
  for (const [severities, search, expected] of CASES)
    it(`${severities.join(", ") || "all"}, “${search}”`, () => {
      const sorted = [...filterItems(all, { severities, search })];
      assert.deepEqual(places(sorted).split(" ").sort(), expected.split(" ").sort());
    });

  it("gives the very same list where nothing is filtered", () => {
    assert.equal(filterItems(all, { severities: [], search: "  " }), all);
  });
  it("finds the same after folding ahead, which pauses now and then", async () => {
    const many = items(Array.from({ length: 1_200 }, (_, row) => `error PL1!G${String(row + 1)}`));
    let pauses = 0;
    await foldAhead(many, async () => {
      pauses += 1;
      await Promise.resolve();
    });
    assert.equal(pauses, 3);
    assert.equal(places(filterItems(many, { severities: [], search: "G1200" })), "PL1!G1200");
  });
  it("counts by severity", () => {
    const counts = countSeverities([finding("error A!A1"), finding("error A!A2"), finding("ask A!A3")]);
    assert.deepEqual(counts, { error: 2, ask: 1, warning: 0, info: 0 });
  });
});

describe("pane: groups", () => {
  const told = ["error PL1!A1 x", "error PL1!A2 y", "error PL2!A1 y", "error PL2!A2 y"];
  const print = (rows: readonly Row[]): string =>
    rows.map((row) => (row.kind === "head" ? `[${row.group}]` : String(row.position))).join(" ");
  const CASES: readonly (readonly [Grouping, readonly CommentAnswer[], string])[] = [
    ["sheet", [], "[PL1] 1 2 [PL2] 3 4"],
    ["rule", [], "[y] 1 2 3 [x] 4"],
    ["sheet", [comment("", "")], "[] 1 [PL1] 2 3 [PL2] 4 5"],
    ["rule", [comment("PL1", "A1")], "[] 1 [y] 2 3 4 [x] 5"],
  ];
  for (const [grouping, comments, expected] of CASES)
    it(`by ${grouping}${comments.length > 0 ? ", with a comment" : ""}`, () => {
      assert.equal(print(rowsOf(items(told, comments), grouping)), expected);
    });
  it("of nothing are none", () => {
    assert.deepEqual(rowsOf([], "rule"), []);
  });
});

const manyRows = (count: number): readonly Row[] =>
  rowsOf(items(Array.from({ length: count }, (_, row) => `error PL1!G${String(row + 1)}`)), "sheet");

describe("pane: the rows in sight", () => {
  const COUNT = 20_000;
  const layout = layOut(manyRows(COUNT));

  it("a list is as high as its rows", () => {
    assert.equal(layout.height, HEAD_HEIGHT + COUNT * ITEM_HEIGHT);
    assert.equal(layOut([]).height, 0);
  });
  it("all rows of a short list are in the page, and none of an empty one", () => {
    const short = layOut(manyRows(SHORT_LIST - 1));
    assert.deepEqual(windowOf(short, { scrollTop: 0, height: 300 }), { first: 0, last: SHORT_LIST });
    assert.deepEqual(windowOf(layOut([]), { scrollTop: 0, height: 300 }), { first: 0, last: 0 });
  });
  for (const scrollTop of [0, 29, 30, 31, 5_000, 777_777, layout.height - 300, layout.height + 5_000])
    it(`at ${String(scrollTop)} every pixel is covered by few rows`, () => {
      const { first, last } = windowOf(layout, { scrollTop, height: 300 });
      const bottom = Math.min(scrollTop + 300, layout.height);
      assert.ok((layout.tops[first] ?? 0) <= Math.min(scrollTop, layout.height));
      assert.ok((layout.tops[last] ?? 0) >= bottom);
      assert.ok(last - first <= 20, String(last - first));
    });

  const SCROLLS: readonly (readonly [string, number, number, number | null])[] = [
    ["a row in sight stays where it is", 3, 0, null],
    ["one below comes to the lower edge", 10, 0, HEAD_HEIGHT + 10 * ITEM_HEIGHT - 300],
    ["one above comes down, with room for its heading", 2, 1_000, HEAD_HEIGHT + ITEM_HEIGHT - HEAD_HEIGHT],
    ["the first comes with its heading", 1, 1_000, 0],
  ];
  for (const [says, index, scrollTop, expected] of SCROLLS)
    it(says, () => {
      assert.equal(scrollTo(layout, index, { scrollTop, height: 300 }), expected);
    });
});

describe("pane: keys in the list", () => {
  const rows = rowsOf(items(["error PL1!A1", "error PL1!A2", "error PL2!A1"]), "sheet");
  const CASES: readonly (readonly [string | null, string, string | null])[] = [
    ["PL1!A1", "ArrowDown", "PL1!A2"],
    ["PL1!A2", "ArrowDown", "PL2!A1"],
    ["PL2!A1", "ArrowDown", "PL2!A1"],
    ["PL1!A1", "ArrowUp", "PL1!A1"],
    ["PL2!A1", "ArrowUp", "PL1!A2"],
    ["PL1!A2", "Home", "PL1!A1"],
    ["PL1!A1", "End", "PL2!A1"],
    ["PL1!A1", "PageDown", "PL2!A1"],
    [null, "ArrowDown", "PL1!A1"],
    [null, "ArrowUp", "PL2!A1"],
    ["PL1!A1", "F6", null],
    ["PL1!A1", "a", null],
  ];
  for (const [from, key, expected] of CASES)
    it(`${key} from ${from ?? "nowhere"}`, () => {
      const next = itemAfter(rows, from && `number-gap ${from}`, key);
      assert.equal(next?.key ?? null, expected && `number-gap ${expected}`);
    });
  it("nowhere in an empty list", () => {
    assert.equal(itemAfter([], null, "ArrowDown"), null);
  });
});

describe("pane: the finding of the selected cell", () => {
  const all = items(
    ["warning PL1!G5,G12 sum", "error PL1!G12 total", "info PL1!G12 hint", "error PL2!G12 other", "error PL1! whole"],
    [comment("PL1", "C3")],
  );
  const key = (rule: string): string =>
    all.find((item) => item.kind === "finding" && item.finding.rule === rule)?.key ?? "";
  const CASES: readonly (readonly [string, string, string, string | null, string | null])[] = [
    ["the gravest whose own cell it is", "PL1", "G12", null, "total"],
    ["one that only touches the cell", "PL1", "G5", null, "sum"],
    ["the one that is shown stays", "PL1", "G12", "sum", "sum"],
    ["on its own sheet only", "PL2", "G12", "total", "other"],
    ["in an area", "PL1", "F4:H6", null, "sum"],
    ["in one of several areas", "PL1", "A1,G5", null, "sum"],
    ["none at another cell", "PL1", "A1", "total", null],
    ["none for a whole column", "PL1", "G:G", null, null],
    ["none for half the sheet", "PL1", "A1:Z99", null, null],
  ];
  for (const [says, sheet, cells, shown, expected] of CASES)
    it(says, () => {
      const found = itemAt(all, { sheet, cells }, shown && key(shown));
      assert.equal(found?.key ?? null, expected && key(expected));
    });
  it("a comment too", () => {
    assert.equal(itemAt(all, { sheet: "PL1", cells: "C3" }, null)?.kind, "comment");
  });
  it("none without a selection", () => {
    assert.equal(itemAt(all, null, null), null);
  });
});

describe("pane: the card follows the selection", () => {
  const all = items(["error PL1!G12", "error PL1!G20"]);
  const [first = "", second = ""] = all.map(({ key }) => key);
  const at = (cells: string): { sheet: string; cells: string } => ({ sheet: "PL1", cells });
  const nothing = { selected: null, selectedBy: "officer" } as const;

  it("comes with the cell and goes with it", () => {
    const follower = new SelectionFollower();
    const come = follower.follow(all, at("G12"), nothing);
    assert.deepEqual(come, { selected: first, selectedBy: "cell" });
    assert.ok(come);
    assert.deepEqual(follower.follow(all, at("A1"), come), nothing);
  });
  it("stays where the officer opened it, until another cell has something to say", () => {
    const follower = new SelectionFollower();
    const chosen = { selected: first, selectedBy: "officer" } as const;
    assert.equal(follower.follow(all, at("A1"), chosen), null);
    assert.deepEqual(follower.follow(all, at("G20"), chosen), { selected: second, selectedBy: "cell" });
  });
  it("comes when the cell that is selected turns wrong", () => {
    const follower = new SelectionFollower();
    const selection = at("G12");
    assert.equal(follower.follow([], selection, nothing), null);
    assert.deepEqual(follower.follow(all, selection, nothing), { selected: first, selectedBy: "cell" });
  });
  it("does not come back after the officer closed it, until the cell is selected anew", () => {
    const follower = new SelectionFollower();
    const selection = at("G12");
    assert.ok(follower.follow(all, selection, nothing));
    assert.equal(follower.follow([...all], selection, nothing), null);
    assert.equal(follower.follow([...all], selection, nothing), null);
    assert.deepEqual(follower.follow(all, at("G12"), nothing), { selected: first, selectedBy: "cell" });
  });
});

describe("pane: explanations and safe fixes", () => {
  const explained = explainer([
    { rule: "number-gap", variant: "standard", sheet: "PL1", cell: "A5", text: "Bỏ một số" },
    { rule: "number-gap", variant: "standard", sheet: "PL 2", cell: "", text: "Cả trang" },
  ]);
  const CASES: readonly (readonly [TellableFinding, string | null])[] = [
    [finding("warning PL1!A5,A6"), "Bỏ một số"],
    [finding("warning PL1!A6"), null],
    [finding("warning PL2!A5"), null],
    [finding("warning PL1!A5 other"), null],
    [finding("warning PL1!A5", { variant: "other" }), null],
    [finding("warning PL1!", { sheet: "PL 2" }), "Cả trang"],
  ];
  for (const [of, expected] of CASES)
    it(`${of.rule} ${of.variant} at ${of.sheet}!${of.cells.join(",")}`, () => {
      assert.equal(explained(of), expected);
    });
  it("only a warning can be explained", () => {
    const severities = (["error", "ask", "warning", "info"] as const).filter((severity) =>
      canExplain(finding(`${severity} A!A1`)),
    );
    assert.deepEqual(severities, ["warning"]);
  });
  it("what asks for a choice, or changes a meaning, is not mended with the others", () => {
    const edits = [{ cell: "A1", was: "1", value: 1 }];
    const safe = finding("error A!A1", { fix: { kind: "set-value", safe: true, edits } });
    const others: readonly TellableFinding["fix"][] = [
      null,
      { kind: "set-value", safe: false, edits },
      { kind: "set-value", safe: true, edits: [] },
      { kind: "choose", safe: false, options: [{ label: { vi: "a", en: "a" }, edits }] },
    ];
    const findings = [...others.map((fix) => finding("error A!A1", { fix })), safe];
    assert.deepEqual(findSafeFixes(findings), [safe]);
  });
});
