/** A consolidation's sums are those of its parts, however the work is split among organisations, sheets and units. */
import assert from "node:assert/strict";
import fc from "fast-check";
import type { Totals } from "../../shared/consolidation/merge.ts";
import type { Consolidation, SubmittedVersion } from "../../shared/consolidation.ts";
import { gridOf, SINGLE_AMOUNT } from "../builders.ts";
import { amountIn, columnsOf, manifestOf, merge, organisation, totalOf, versionOf } from "../consolidation/build.ts";
import { lines, nameOf, sheetOf, sumOf, unit, type Line } from "./arbitrary-sheets.ts";

const COLUMNS = {
  "year total": "total",
  "year central/null": "central",
  "year null/investment": "investment",
  "year null/recurrent": "recurrent",
} as const;

/** What one organisation sends: its lines on one or two sheets, each in a unit of its own. */
const sent = fc.record({ first: lines(5), second: fc.option(lines(4), { nil: null }), units: fc.tuple(unit, unit) });
type Sent = typeof sent extends fc.Arbitrary<infer Value> ? Value : never;

/** Names that no other organisation has. */
const own = (id: string, all: readonly Line[], from: number): Line[] =>
  all.map((line, index) => ({ ...line, name: `${nameOf(from + index)} của đơn vị ${id.toUpperCase()}` }));

interface Submission {
  readonly version: SubmittedVersion;
  readonly lines: readonly Line[];
}

function submit(id: string, { first, second, units }: Sent): Submission {
  const [one, other] = [own(id, first, 0), own(id, second ?? [], 50)];
  const sheets = [sheetOf(one, { name: "PL1", unit: units[0] })];
  if (second) sheets.push(sheetOf(other, { name: "PL2", unit: units[1] }));
  return { version: versionOf(id, sheets), lines: [...one, ...other] };
}

const submitAll = (all: readonly Sent[]): readonly Submission[] =>
  all.map((given, index) => submit(String.fromCharCode(97 + index), given));

const idsOf = (all: readonly Submission[]): string[] => all.map(({ version }) => version.organisationId);

const mergeOf = async (all: readonly Submission[], ids = idsOf(all)): Promise<Consolidation> => {
  const manifest = manifestOf(ids.map((id) => organisation(id)));
  return (
    await merge(
      manifest,
      all.map(({ version }) => version),
    )
  ).consolidation;
};

function says(consolidation: Consolidation, totals: Totals, all: readonly Line[]): void {
  assert.equal(totals.lineItems, all.length);
  for (const [column, source] of Object.entries(COLUMNS))
    assert.equal(amountIn(consolidation, totals, column), sumOf(all, source), column);
}

const round = fc.array(sent, { minLength: 1, maxLength: 5 }).map(submitAll);

describe("a consolidation adds up to its parts", () => {
  it("in all, for each organisation, and line by line", () =>
    fc.assert(
      fc.asyncProperty(round, async (all) => {
        const manifest = manifestOf(idsOf(all).map((id) => organisation(id)));
        const { consolidation, lines: told } = await merge(
          manifest,
          all.map(({ version }) => version),
        );
        says(
          consolidation,
          consolidation.total,
          all.flatMap((one) => one.lines),
        );
        for (const { version, lines: given } of all) {
          const totals = consolidation.organisations.find(({ id }) => id === version.organisationId);
          assert.ok(totals);
          says(consolidation, totals, given);
        }
        for (const [index, column] of columnsOf(consolidation).entries())
          assert.equal(
            told.reduce((sum, { amounts }) => sum + (amounts[index] ?? 0), 0),
            totalOf(consolidation, column) ?? 0,
            column,
          );
      }),
      { numRuns: 40 },
    ));

  it("whatever the order in which versions come", () =>
    fc.assert(
      fc.asyncProperty(round, fc.nat(), async (all, turn) => {
        const cut = turn % all.length;
        const turned = [...all.slice(cut), ...all.slice(0, cut)].reverse();
        const { versions, ...rest } = await mergeOf(all);
        const { versions: others, ...same } = await mergeOf(turned, idsOf(all));
        assert.deepEqual(same, rest);
        assert.equal(others.length, versions.length);
      }),
      { numRuns: 30 },
    ));

  it("the whole is the sum of any two halves", () =>
    fc.assert(
      fc.asyncProperty(fc.array(sent, { minLength: 2, maxLength: 5 }).map(submitAll), fc.nat(), async (all, at) => {
        const cut = 1 + (at % (all.length - 1));
        const [whole, before, after] = await Promise.all([
          mergeOf(all),
          mergeOf(all.slice(0, cut)),
          mergeOf(all.slice(cut)),
        ]);
        for (const column of columnsOf(whole))
          assert.equal(
            totalOf(whole, column),
            Number(totalOf(before, column) ?? 0) + Number(totalOf(after, column) ?? 0),
            column,
          );
      }),
      { numRuns: 30 },
    ));

  it("beside an organisation that sends another form, each keeps its own columns", () =>
    fc.assert(
      fc.asyncProperty(round, async (all) => {
        const other = { version: versionOf("z", [gridOf(SINGLE_AMOUNT)]), lines: [] };
        const merged = await mergeOf([...all, other]);
        assert.equal(
          totalOf(merged, "year total"),
          sumOf(
            all.flatMap((one) => one.lines),
            "total",
          ),
        );
        assert.equal(totalOf(merged, "project total"), 46_190e6);
      }),
      { numRuns: 15 },
    ));
});
