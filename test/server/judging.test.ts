/** The judging threads by themselves: what they give back, what they refuse, and that they go on whatever they are given. */
import assert from "node:assert/strict";
import { largeSheet } from "../bench/sheets.ts";
import { Problem } from "../../server/problem.ts";
import type { Policy } from "../../shared/judge.ts";
import type { Grid } from "../../shared/grid.ts";
import { canonicalJson } from "../../shared/submission.ts";
import { openJudging, type Judging } from "../../server/judging/pool.ts";
import { refusedProblem } from "../../server/judging/refused.ts";
import type { JudgeReply, JudgeTask, SentContent } from "../../server/judging/tasks.ts";
import { makeTurns } from "../../server/judging/turns.ts";
import { sha256 } from "../../server/store/ids.ts";
import { eventually } from "../eventually.ts";
import { manyTallSheets, slowTexts } from "../workbook/make-workbook.ts";
import { fixtureBytes, fixtureGrids, sheet } from "./desk.ts";

const POLICY: Policy = { formsAsked: [], severityOverrides: {}, explainedRules: [], fromYear: 2016, toYear: 2020 };
const NGHE_AN = await fixtureBytes("nghe-an-2017.xlsx");
const NGHE_AN_GRIDS = await fixtureGrids("nghe-an-2017.xlsx");

const workbook = (bytes: Uint8Array): SentContent => ({
  kind: "workbook",
  bytes,
  fileName: "phu-luc.xlsx",
  explanations: "[]",
});
const sheets = (grids: readonly Grid[]): SentContent => ({
  kind: "sheets",
  sheets: JSON.stringify(grids),
  explanations: "[]",
});
const task = (content: SentContent, more: Partial<JudgeTask> = {}): JudgeTask => ({
  content,
  policy: POLICY,
  before: [],
  ...more,
});

/** "judged", or why it is refused. */
const outcome = (reply: JudgeReply): string => {
  if (reply.ok) return "judged";
  return reply.why === "refused" ? reply.code : `${reply.code} ${reply.at}`;
};

describe("judging threads", () => {
  const troubles: unknown[] = [];
  let judging: Judging;
  before(() => {
    judging = openJudging({ workers: 1, onTrouble: (trouble) => troubles.push(trouble) });
  });
  after(async () => {
    await judging.close();
    assert.deepEqual(troubles, []);
  });

  it("give back a workbook as what is kept of it", async () => {
    const reply = await judging.judgeContent(task(workbook(NGHE_AN)));
    assert.ok(reply.ok);
    assert.equal(reply.content, canonicalJson({ sheets: NGHE_AN_GRIDS, explanations: [] }));
    assert.equal(reply.sha256, sha256(reply.content));
    assert.deepEqual([reply.summary.lineItems, reply.summary.warnings, reply.stops.count], [16, 1, 0]);
    assert.deepEqual(Object.keys(JSON.parse(reply.judged) as object), [
      "plan",
      "appendices",
      "findings",
      "explanations",
    ]);
    assert.equal(Object.keys(JSON.parse(reply.lineIds) as object).length, 16);
  });

  it("judge sheets as the workbook they come from", async () => {
    const [fromFile, fromSheets] = await Promise.all([
      judging.judgeContent(task(workbook(NGHE_AN))),
      judging.judgeContent(task(sheets(NGHE_AN_GRIDS))),
    ]);
    assert.ok(fromFile.ok && fromSheets.ok);
    assert.deepEqual([fromFile.sha256, fromFile.judged], [fromSheets.sha256, fromSheets.judged]);
  });

  it("know lines again, and give new ones an identity of their own", async () => {
    const first = await judging.judgeContent(task(sheets([sheet()])));
    assert.ok(first.ok);
    const lineIds = JSON.parse(first.lineIds) as Record<string, string>;
    const before = [{ judged: first.judged, lineIds }];
    const same = await judging.judgeContent(task(sheets([sheet({ M7: "Ghi chú" })]), { before }));
    assert.ok(same.ok);
    assert.deepEqual(JSON.parse(same.lineIds), lineIds);
    const replaced = sheet({ B7: "Đào tạo cán bộ chuyên trách", C7: "Sở Nội vụ", D7: 2020 });
    const other = await judging.judgeContent(task(sheets([replaced]), { before }));
    assert.ok(other.ok);
    const changed = Object.entries(JSON.parse(other.lineIds) as Record<string, string>).filter(
      ([key, id]) => lineIds[key] !== id,
    );
    assert.deepEqual(
      changed.map(([key]) => key),
      ["PL1!B7"],
    );
  });

  it("tell no more findings than anybody reads, and how many there are", async () => {
    const large = largeSheet(1500);
    const rows = large.rows.map(({ cells, ...row }) => ({
      ...row,
      cells: row.row > 6 ? cells.filter(({ column }) => column !== 1) : cells,
    }));
    const reply = await judging.judgeContent(task(sheets([{ ...large, rows }])));
    assert.ok(reply.ok);
    assert.ok(reply.stops.count > 1000);
    assert.equal(reply.stops.findings.length, 1000);
  });

  const one = { row: 1, hidden: false, cells: [{ column: 0, value: 1 }] };
  const REFUSED: readonly (readonly [string, SentContent, string])[] = [
    ["text", workbook(Buffer.from("STT;Nhiệm vụ")), "text-file"],
    ["half a workbook", workbook(NGHE_AN.subarray(0, 2000)), "truncated"],
    ["no bytes", workbook(Buffer.alloc(0)), "empty-file"],
    ["a sheet twice, in another case", sheets([sheet(), { ...sheet(), name: "pl1" }]), "duplicate-sheet pl1!"],
    ["a row twice", sheets([{ ...sheet(), rows: [one, one] }]), "duplicate-row PL1!1"],
    [
      "a cell twice",
      sheets([{ ...sheet(), rows: [{ ...one, cells: [...one.cells, ...one.cells] }] }]),
      "duplicate-cell PL1!A1",
    ],
    ["too many columns", sheets([{ ...sheet(), rows: [{ ...one, cells: manyCells(257) }] }]), "too-many-columns"],
  ];
  for (const [what, content, why] of REFUSED) {
    it(`refuse ${what}: ${why}, and go on`, async () => {
      const reply = await judging.judgeContent(task(content));
      assert.equal(outcome(reply), why);
      assert.ok(!reply.ok && refusedProblem(reply) instanceof Problem);
      assert.equal(outcome(await judging.judgeContent(task(sheets([sheet()])))), "judged");
    });
  }

  it("end what takes too much memory, and go on", async () => {
    const patient = openJudging({ workers: 1, onTrouble: (trouble) => troubles.push(trouble), timeLimitMs: 100_000 });
    assert.equal(outcome(await patient.judgeContent(task(workbook(manyTallSheets())))), "out-of-memory");
    assert.equal(outcome(await patient.judgeContent(task(sheets([sheet()])))), "judged");
    await patient.close();
  });

  it("end what takes too long, and go on", async () => {
    const hurried = openJudging({ workers: 1, onTrouble: (trouble) => troubles.push(trouble), timeLimitMs: 3000 });
    const started = performance.now();
    const ended = async (): Promise<void> => {
      assert.equal(outcome(await hurried.judgeContent(task(workbook(slowTexts())))), "took-too-long");
      assert.ok(performance.now() - started < 9000);
    };
    // It waits behind; on a busy machine its own thread may take too long to start, and it is sent again.
    const judged = (): Promise<void> =>
      eventually(async () => assert.equal(outcome(await hurried.judgeContent(task(sheets([sheet()])))), "judged"));
    await Promise.all([ended(), judged()]);
    await hurried.close();
  });

  it("what is no file and takes too long is to be sent again; a file is refused", async () => {
    const reply = await judging.judgeContent(task(sheets(NGHE_AN_GRIDS)));
    assert.ok(reply.ok);
    const stored = { judged: reply.judged, lineIds: JSON.parse(reply.lineIds) as Record<string, string> };
    const hurried = openJudging({ workers: 1, onTrouble: (trouble) => troubles.push(trouble), timeLimitMs: 1 });
    const isBusy = (trouble: unknown): boolean => trouble instanceof Problem && trouble.code === "busy";
    await assert.rejects(hurried.judgeContent(task(sheets(NGHE_AN_GRIDS))), isBusy);
    await assert.rejects(hurried.describeVersion({ content: reply.content, ...stored }), isBusy);
    await assert.rejects(hurried.compareStored({ before: stored, now: stored }), isBusy);
    await assert.rejects(hurried.compareRounds({ now: stored, saidKeys: [], before: [] }), isBusy);
    await assert.rejects(hurried.listLines(stored), isBusy);
    assert.equal(outcome(await hurried.judgeContent(task(workbook(NGHE_AN)))), "took-too-long");
    await hurried.close();
  });

  it("judge another's sheets while one sender's files take for ever", async () => {
    const two = openJudging({ workers: 2, onTrouble: (trouble) => troubles.push(trouble), timeLimitMs: 100_000 });
    const slow = slowTexts();
    const ended: number[] = [];
    const hostile = [1, 2, 3].map((file) =>
      two
        .by("A")
        .judgeContent(task(workbook(slow)))
        .finally(() => ended.push(file)),
    );
    const all = Promise.allSettled(hostile);
    assert.equal(outcome(await two.by("B").judgeContent(task(sheets([sheet()])))), "judged");
    assert.deepEqual(ended, []);
    await two.close();
    await all;
  });

  it("show a version with its lines", async () => {
    const reply = await judging.judgeContent(task(sheets([sheet()])));
    assert.ok(reply.ok);
    const lineIds = { ...(JSON.parse(reply.lineIds) as Record<string, string>), "PL1!B7": "sua-tay" };
    const described = await judging.describeVersion({ content: reply.content, judged: reply.judged, lineIds });
    assert.ok(typeof described === "string");
    const { lines, sheets: shown } = JSON.parse(described) as { lines: { key: string }[]; sheets: Grid[] };
    assert.deepEqual(shown, [sheet()]);
    assert.deepEqual(lines[0], {
      key: "PL1!B7",
      lineId: "sua-tay",
      name: "Nâng cấp mạng cục bộ của Văn phòng UBND tỉnh",
      leadAgency: "Văn phòng UBND tỉnh",
      period: "2019-2021",
      amountDong: 5_000_000_000,
    });
  });
});

describe("turns", () => {
  interface Gate {
    readonly promise: Promise<void>;
    readonly open: () => void;
  }
  const gate = (): Gate => {
    let open = (): void => undefined;
    const promise = new Promise<void>((resolve) => (open = resolve));
    return { promise, open };
  };
  const isBusy = (trouble: unknown): boolean => trouble instanceof Problem && trouble.code === "busy";
  const ROOM = { mostWaiting: 9, mostWaitingBytes: 100 };
  const senderOf = (piece: string): string | null => (piece.startsWith("*") ? null : piece.charAt(0));

  /**
   * What comes, by its sender, and "." where the one that works longest ends; in the end all do.
   * @returns in what order they begin, and "." where one of them ends
   */
  async function beginningsOf(atOnce: number, coming: string): Promise<string> {
    const turns = makeTurns({ all: { atOnce, ...ROOM }, each: { atOnce: Math.max(1, atOnce - 1), ...ROOM } });
    const told: string[] = [];
    const working: { end: () => void; ended: () => Promise<void> }[] = [];
    const take = (piece: string): void => {
      const { promise, open } = gate();
      const ended = turns.take({ sender: senderOf(piece), bytes: 1 }, () => {
        told.push(piece);
        working.push({ end: open, ended: () => ended });
        return promise;
      });
    };
    const endOne = async (): Promise<void> => {
      told.push(".");
      const first = working.shift();
      first?.end();
      await first?.ended();
      await Promise.resolve();
    };
    for (const step of coming.split(" ")) {
      if (step === ".") await endOne();
      else take(step);
    }
    while (working.length > 0) await endOne();
    return told.join(" ");
  }

  /** Threads, what comes, what begins. The service's own are "*". */
  const ORDERS: readonly (readonly [string, number, string, string])[] = [
    ["one sender's in their order", 1, "A1 A2 A3", "A1 . A2 . A3 ."],
    ["who comes last before the many of another", 1, "A1 A2 A3 B1 B2", "A1 . B1 . A2 . B2 . A3 ."],
    ["everybody in turn", 1, "A1 A2 A3 B1 B2 C1", "A1 . B1 . C1 . A2 . B2 . A3 ."],
    ["who waits, however many come one after another", 1, "A1 A2 B1 . B2 C1 . C2", "A1 . B1 . C1 . A2 . B2 . C2 ."],
    ["who comes first of two that both had much", 1, "A1 . A2 . A3 B1 A4 B2", "A1 . A2 . A3 . B1 . A4 . B2 ."],
    ["another at once while one sender fills the line", 2, "A1 A2 A3 B1", "A1 B1 . A2 . . A3 ."],
    ["no sender on all threads, though nobody else waits", 3, "A1 A2 A3", "A1 A2 . A3 . ."],
    ["two senders on all threads", 3, "A1 A2 A3 B1 B2", "A1 A2 B1 . A3 . B2 . . ."],
    ["the service's own on all threads, and in turn", 2, "*1 *2 *3 *4 A1", "*1 *2 . A1 . *3 . *4 . ."],
  ];
  for (const [what, atOnce, coming, beginnings] of ORDERS)
    it(`let begin ${what} (${String(atOnce)} at once: ${coming})`, async () => {
      assert.equal(await beginningsOf(atOnce, coming), beginnings);
    });

  /** One works and one waits, both of A and of 3 bytes. Whom there is no room for then. */
  const FULL: readonly (readonly [string, { all?: Partial<typeof ROOM>; each?: Partial<typeof ROOM> }, string])[] = [
    ["too many wait", { all: { mostWaiting: 1 } }, "A B"],
    ["they hold too much", { all: { mostWaitingBytes: 5 } }, "A B"],
    ["too many of one sender wait", { each: { mostWaiting: 1 } }, "A"],
    ["those of one sender hold too much", { each: { mostWaitingBytes: 5 } }, "A"],
    ["what waits alone holds more than is allowed of several", { each: { mostWaitingBytes: 2 } }, "A"],
    ["there is room", {}, ""],
  ];
  for (const [what, { all, each }, refused] of FULL)
    it(`refuse ${refused === "" ? "nobody" : refused} while ${what}, and take the next once there is room`, async () => {
      const turns = makeTurns({ all: { atOnce: 1, ...ROOM, ...all }, each: { atOnce: 1, ...ROOM, ...each } });
      const { promise, open } = gate();
      const take = (sender: string, work: () => Promise<void>): Promise<void> => turns.take({ sender, bytes: 3 }, work);
      const held = [take("A", () => promise), take("A", () => Promise.resolve())];
      for (const sender of ["A", "B"]) {
        const taken = take(sender, () => Promise.resolve());
        if (refused.includes(sender)) await assert.rejects(taken, isBusy);
        else held.push(taken);
      }
      open();
      await Promise.all(held);
      await take("A", () => Promise.resolve());
    });

  it("pass on after work that failed", async () => {
    const turns = makeTurns({ all: { atOnce: 1, ...ROOM }, each: { atOnce: 1, ...ROOM } });
    const failing = turns.take({ sender: "A", bytes: 1 }, () => Promise.reject(new Error("hỏng")));
    const next = turns.take({ sender: "A", bytes: 1 }, () => Promise.resolve(7));
    await assert.rejects(failing, /hỏng/);
    assert.equal(await next, 7);
  });
});

function manyCells(count: number): { column: number; value: number }[] {
  return Array.from({ length: count }, (_, column) => ({ column, value: 1 }));
}
