/** `phuluc round …` beside a running service. */
import assert from "node:assert/strict";
import { PROVINCES } from "../../shared/provinces.ts";
import { inEachCountry, NGHE_AN, VINH_LONG } from "./country.ts";
import { phuluc } from "./phuluc.ts";
import { watch } from "./event-reader.ts";

const ADD = ["--name", "Đợt từ dòng lệnh", "--years", "2026-2030", "--deadline", "2098-12-31", "--expect", NGHE_AN];
/** The options with some replaced; null leaves one out. */
function adding(changes: Readonly<Record<string, string | null>> = {}): readonly string[] {
  const options = new Map<string, string | null>();
  for (let index = 0; index < ADD.length; index += 2) options.set(ADD[index] ?? "", ADD[index + 1] ?? "");
  for (const [name, value] of Object.entries(changes)) options.set(`--${name}`, value);
  return ["add", ...[...options].flatMap(([name, value]) => (value === null ? [] : [name, value]))];
}

inEachCountry("phuluc round", (country) => {
  const run = (...args: readonly string[]) => phuluc(country().database.env, "round", ...args);
  const addedBy = async (changes: Readonly<Record<string, string | null>> = {}, ...more: readonly string[]) => {
    const ran = await run(...adding(changes), ...more);
    assert.deepEqual([ran.code, ran.err], [0, ""]);
    const roundId = ran.out.split("\t")[0] ?? "";
    return country().people.administrator.get("readRound", { params: { roundId } });
  };

  it("adds a round until the end of a day in Vietnam, which the service has at once", async () => {
    const round = await addedBy();
    assert.deepEqual(
      { ...round, id: "", createdAt: "" },
      {
        id: "",
        ownerId: "bo",
        state: "preparing",
        createdAt: "",
        name: "Đợt từ dòng lệnh",
        fromYear: 2026,
        toYear: 2030,
        deadline: "2098-12-31T16:59:59.000Z",
        expectedIds: [NGHE_AN],
        unit: "million",
        formIds: [],
        needsSignOff: false,
        severityOverrides: {},
        explainedRuleIds: [],
        previousRoundId: null,
      },
    );
    const { entries } = await country().people.administrator.get("readAudit", {});
    assert.deepEqual([entries[0]?.action, entries[0]?.actor], ["add-round", "dòng lệnh"]);
  });

  it("takes every option", async () => {
    const round = await addedBy(
      { years: "2027", expect: `${VINH_LONG}, ${NGHE_AN}`, unit: "billion", forms: "targets,results", owner: "bo" },
      "--sign-off",
    );
    assert.deepEqual([round.fromYear, round.toYear, round.unit, round.needsSignOff], [2027, 2027, "billion", true]);
    assert.deepEqual(
      [round.formIds, round.expectedIds],
      [
        ["targets", "results"],
        [NGHE_AN, VINH_LONG],
      ],
    );
  });

  it("expects the provinces of today, and not those before", async () => {
    const round = await addedBy({ expect: "all-provinces" });
    assert.equal(round.expectedIds.length, PROVINCES.length);
    assert.ok(!round.expectedIds.some((id) => id.startsWith("tinh-cu-")));
  });

  it("opens and closes, which watchers hear, and lists", async () => {
    const { id: roundId } = await addedBy();
    const { service, people } = country();
    const watching = await watch({ url: service.url, person: people.ngheAn, roundId });
    for (const [move, state] of [
      ["open", "đang mở"],
      ["close", "đã đóng"],
    ] as const) {
      const ran = await run(move, roundId);
      assert.deepEqual([ran.code, ran.out.split("\t")[1]], [0, state]);
    }
    assert.deepEqual(
      (await watching.heard(2)).map((event) => event.what),
      ["round-opened", "round-closed"],
    );
    watching.leave();
    const line = (await run("list")).out.split("\n").find((one) => one.startsWith(roundId));
    assert.deepEqual(line?.split("\t").slice(1), ["đã đóng", "Đợt từ dòng lệnh", "31/12/2098 23:59", "bo", "1"]);
    const { rounds } = JSON.parse((await run("list", "--json")).out) as { rounds: { id: string }[] };
    assert.ok(rounds.some((round) => round.id === roundId));
  });

  const REFUSED: readonly Refused[] = [
    ["years the wrong way round", adding({ years: "2030-2026" }), /trước năm đầu/],
    ["a day gone by", adding({ deadline: "2020-01-01" }), /đã qua/],
    ["an unknown organisation", adding({ expect: "tinh-nao-do" }), /tinh-nao-do/],
    ["an unknown owner", adding({ owner: "khong-co" }), /khong-co/],
    ["another's province", adding({ owner: VINH_LONG }), /trực thuộc/],
    ["an unknown round", ["open", "khong-co"], /Không tìm thấy/],
  ];
  for (const [title, args, says] of REFUSED)
    it(`refuses ${title} in a sentence`, async () => refusedInASentence(await run(...args), says));
});

/** What is typed, and what the sentence says. */
type Refused = readonly [string, readonly string[], RegExp];

function refusedInASentence(ran: Awaited<ReturnType<typeof phuluc>>, says: RegExp): void {
  assert.equal(ran.code, 2);
  assert.match(ran.err, says);
  assert.doesNotMatch(ran.err, /\n\s+at |sự cố/);
}

describe("phuluc round, mistyped", () => {
  const REFUSED: readonly Refused[] = [
    ["no word", [], /Cách dùng/],
    ["an unknown word", ["erase"], /Cách dùng/],
    ["no name", adding({ name: null }), /--name/],
    ["no years", adding({ years: null }), /--years/],
    ["years that are none", adding({ years: "26-30" }), /--years/],
    ["years out of reach", adding({ years: "1200" }), /--years/],
    ["a day that is none", adding({ deadline: "2027-02-30" }), /--deadline/],
    ["an unknown unit", adding({ unit: "usd" }), /--unit/],
    ["an unknown form", adding({ forms: "targets,none" }), /--forms/],
    ["an id that is none", adding({ expect: "Nghệ An" }), /--expect/],
    ["an unknown option", [...adding(), "--color", "red"], /--color/],
    ["no round", ["close"], /Cách dùng/],
  ];
  for (const [title, args, says] of REFUSED)
    it(`refuses ${title} in a sentence`, async () => refusedInASentence(await phuluc({}, "round", ...args), says));
});
