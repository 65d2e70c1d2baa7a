/** A round at a glance over real HTTP: its sums equal a merge's at every moment, and the same work asked for twice is shown to those who may read both. */
import assert from "node:assert/strict";
import { gridOf, PHASE_YEAR, SINGLE_AMOUNT, withCells, type Value } from "../builders.ts";
import { versionOf } from "../consolidation/build.ts";
import type { Consolidation } from "../../shared/consolidation.ts";
import type { Grid } from "../../shared/grid.ts";
import { openScene, type Scene } from "./accounts.ts";
import { addOpenRound, bodyOf, MINISTRY } from "./rounds.ts";
import { addPerson, DATABASES, type Person } from "./service.ts";
import { putVersion } from "./versions.ts";

const VINH_LONG = "tinh-cu-vinh-long";
const BEN_TRE = "tinh-cu-ben-tre";
const NGHE_AN = "tinh-nghe-an";

interface Terms {
  readonly level?: "organisation" | "province";
  readonly era?: "then" | "today";
  readonly acceptedOnly?: boolean;
}

/** Another work than everybody else's in each line. */
const sheetOf = (owner: string, changes: Readonly<Record<string, Value>> = {}): Grid =>
  gridOf(
    withCells(PHASE_YEAR, {
      ...Object.fromEntries(["B7", "B8", "B10", "B11", "B12"].map((cell) => [cell, `Việc ${cell} của ${owner}`])),
      ...changes,
    }),
    { name: "PL1" },
  );
const LAKE = "Xây dựng kho dữ liệu dùng chung quan trắc môi trường hồ Ba Bể";
const judgedOf = (organisationId: string, grids: readonly Grid[]): string => {
  const { plan, appendices, findings, explanations } = versionOf(organisationId, grids);
  return JSON.stringify({ plan, appendices, findings, explanations });
};
const dear = (items: number): Grid =>
  gridOf([
    ...SINGLE_AMOUNT.slice(0, 3),
    ...Array.from({ length: items }, (_, index) => [
      index + 1,
      `Dự án số ${String(index)}`,
      "Sở A",
      "Mới",
      "",
      2021,
      999_999_999,
    ]),
  ]);

for (const kind of DATABASES) {
  describe(`a round at a glance, ${kind}`, () => {
    let scene: Scene;
    let reviewer: Person;
    let head: Person;
    let departments: readonly string[];
    const officers = new Map<string, Person>();

    before(async function () {
      scene = await openScene(kind, this);
      const { administrator, url } = scene;
      const person = (organisationId: string, role: "submitter" | "reviewer" | "viewer"): Promise<Person> =>
        addPerson(administrator, { url, organisationId, role });
      const added = [];
      for (const name of ["Sở Nội vụ", "Sở Tài chính"])
        added.push(
          await administrator.get("addOrganisation", {
            params: { organisationId: NGHE_AN },
            body: { kind: "department", name },
          }),
        );
      departments = added.map(({ id }) => id);
      for (const id of [VINH_LONG, BEN_TRE, ...departments]) officers.set(id, await person(id, "submitter"));
      reviewer = await person(MINISTRY, "reviewer");
      head = await person(NGHE_AN, "viewer");
    });
    after(() => scene.end());

    const newRound = (expectedIds: readonly string[]): Promise<string> =>
      addOpenRound(scene.administrator, { expectedIds: [...expectedIds] });
    const submit = (
      roundId: string,
      organisationId: string,
      { sheet = sheetOf(organisationId), replaces = 0 }: { sheet?: Grid; replaces?: number } = {},
    ): Promise<unknown> =>
      (officers.get(organisationId) as Person).get("submit", {
        params: { roundId, organisationId },
        body: bodyOf([sheet], { replaces }),
      });
    const sums = (person: Person, roundId: string, terms: Terms = {}) =>
      person.get("readSums", { params: { roundId }, query: queryOf(terms) });
    const values = async (person: Person, roundId: string, terms: Terms = {}): Promise<Consolidation> => {
      const body = { ...all(terms), unit: null, belowOrganisationId: null };
      const { id } = await person.get("merge", { params: { roundId }, body });
      const made = await person.get("readConsolidation", { params: { consolidationId: id } });
      return made.values as unknown as Consolidation;
    };

    describe("sums", () => {
      const TERMS: readonly (readonly [string, Terms])[] = [
        ["by who submits", {}],
        ["by province", { level: "province" }],
        ["by province of today", { level: "province", era: "today" }],
        ["by who has their tasks today", { era: "today" }],
        ["of what is accepted", { acceptedOnly: true }],
      ];
      const SOME = TERMS.filter(([, { level, era }]) => level === undefined && era === undefined);
      /** Of the whole round, and of one province's branch. */
      const agree = async (roundId: string, asked = TERMS): Promise<void> => {
        for (const [what, terms] of asked)
          for (const person of [reviewer, head]) {
            const { columns, total, groups, organisations, standing, versions } = await sums(person, roundId, terms);
            if (versions === 0) {
              const refused = await person.refused("merge", {
                params: { roundId },
                body: { ...all(terms), unit: null, belowOrganisationId: null },
              });
              assert.deepEqual([refused.code, columns, groups], ["nothing-to-merge", [], []], what);
              continue;
            }
            const merged = await values(person, roundId, terms);
            assert.deepEqual(
              { columns, total, groups, organisations, standing },
              {
                columns: merged.columns,
                total: merged.total,
                groups: merged.groups,
                organisations: merged.organisations,
                standing: merged.standing,
              },
              what,
            );
          }
      };

      it("equal a merge's, whatever happens to the round", async () => {
        const roundId = await newRound([VINH_LONG, BEN_TRE, NGHE_AN, ...departments]);
        const place = (organisationId: string) => ({ roundId, organisationId });
        const [first = "", second = ""] = departments;
        for (const id of [VINH_LONG, BEN_TRE, first, second]) await submit(roundId, id);
        await agree(roundId, SOME);
        const before = await sums(reviewer, roundId);

        const dearer = sheetOf(first, { E6: 9500, E7: 5500, E13: 16_850 });
        await submit(roundId, first, { sheet: dearer, replaces: 1 });
        await agree(roundId, SOME);
        const after = await sums(reviewer, roundId);
        const whole = after.columns.indexOf("planned project total");
        assert.equal((after.total.amounts[whole] ?? 0) - (before.total.amounts[whole] ?? 0), 500e6);

        const back = { version: 1, why: "Xin xem lại.", comments: [] };
        await reviewer.get("returnSubmission", { params: place(BEN_TRE), body: back });
        await reviewer.get("acceptSubmission", { params: place(VINH_LONG), body: { version: 1, why: "" } });
        await reviewer.get("acceptSubmission", { params: place(second), body: { version: 1, why: "" } });
        await agree(roundId);
        assert.deepEqual((await sums(reviewer, roundId)).standing.returned, [BEN_TRE]);
        assert.equal((await sums(reviewer, roundId)).versions, 3);
        assert.equal((await sums(reviewer, roundId, { acceptedOnly: true })).versions, 2);
      });
      it("put provinces of then under those of today", async () => {
        const roundId = await newRound([VINH_LONG, BEN_TRE]);
        for (const id of [VINH_LONG, BEN_TRE]) await submit(roundId, id);
        const names = async (terms: Terms): Promise<readonly string[]> =>
          (await sums(reviewer, roundId, terms)).groups.map(({ name }) => name);
        assert.deepEqual(await names({ level: "province" }), ["Bến Tre", "Vĩnh Long"]);
        assert.deepEqual(await names({ level: "province", era: "today" }), ["Vĩnh Long"]);
      });
      it("are a province's own branch for who is between", async () => {
        const roundId = await newRound([VINH_LONG, ...departments]);
        for (const id of [VINH_LONG, ...departments]) await submit(roundId, id);
        const branch = await sums(head, roundId);
        assert.deepEqual(branch.organisations.map(({ id }) => id).sort(), [...departments].sort());
        assert.deepEqual([...branch.standing.expected].sort(), [...departments].sort());
      });
      it("of nothing tell who is missing, and nothing is kept of them", async () => {
        const roundId = await newRound([VINH_LONG]);
        const { versions, total, standing, unit } = await sums(reviewer, roundId);
        assert.deepEqual([versions, total, unit], [0, { lineItems: 0, amounts: [] }, "million"]);
        assert.deepEqual(standing.missing, [VINH_LONG]);
        const { consolidations } = await reviewer.get("listConsolidations", { params: { roundId } });
        assert.deepEqual(consolidations, []);
      });
      const TOO_LARGE: readonly (readonly [string, number])[] = [
        ["of one organisation", 10],
        ["of two together", 5],
      ];
      for (const [whose, items] of TOO_LARGE)
        it(`${whose} too large to be kept exactly are refused as such`, async () => {
          const roundId = await newRound([VINH_LONG, BEN_TRE]);
          for (const organisationId of [VINH_LONG, BEN_TRE]) {
            const judged = judgedOf(organisationId, [dear(items)]);
            await putVersion(scene.store, { roundId, organisationId, version: { judged } });
          }
          const asked = { params: { roundId }, query: queryOf({}) };
          assert.equal((await reviewer.refused("readSums", asked)).code, "amount-too-large");
        });
    });

    describe("overlaps", () => {
      let roundId: string;
      const [FIRST, SECOND] = [0, 1];
      const department = (index: number): string => departments[index] ?? "";
      const overlaps = (person: Person, organisationId: string, version = 1) =>
        person.get("listOverlaps", { params: { roundId, organisationId, version } });
      /** [organisation, version, cell] of each line. */
      const found = async (person: Person, organisationId: string, version = 1) =>
        (await overlaps(person, organisationId, version)).overlaps.map(({ lines }) =>
          lines.map((line) => [line.organisationId, line.version, line.cell]),
        );

      before(async () => {
        roundId = await newRound([VINH_LONG, BEN_TRE, ...departments]);
        await submit(roundId, VINH_LONG, { sheet: sheetOf(VINH_LONG, { B7: LAKE }) });
        await submit(roundId, BEN_TRE);
        await submit(roundId, department(FIRST), { sheet: sheetOf("Sở Nội vụ", { B8: LAKE, D8: "2019-2020" }) });
        await submit(roundId, department(SECOND), {
          sheet: sheetOf("Sở Tài chính", { B10: "Hệ thống giám sát hồ chứa Kẻ Gỗ" }),
        });
      });

      it("show the lines side by side, as they were printed", async () => {
        const { isComplete, overlaps: shown } = await overlaps(reviewer, VINH_LONG);
        assert.equal(isComplete, true);
        const line = { version: 1, sheet: "PL1", name: LAKE };
        assert.deepEqual(shown, [
          {
            likeness: "same-name",
            lines: [
              {
                ...line,
                organisationId: VINH_LONG,
                organisation: "Vĩnh Long",
                isOwn: true,
                cell: "B7",
                leadAgency: "Văn phòng UBND tỉnh",
                period: "2019-2021",
                amountDong: 5_000e6,
              },
              {
                ...line,
                organisationId: department(FIRST),
                organisation: "Sở Nội vụ",
                isOwn: false,
                cell: "B8",
                leadAgency: "Sở Thông tin và Truyền thông",
                period: "2019-2020",
                amountDong: 4_000e6,
              },
            ],
          },
        ]);
      });
      it("are those a merge finds", async () => {
        const merged = (await values(reviewer, roundId)).overlaps ?? [];
        const keys = merged.map(({ lines }) => lines.map((line) => [line.organisationId, line.version, line.cell]));
        assert.deepEqual(
          (await found(reviewer, department(FIRST))).map((group) => [...group].sort()),
          keys.map((group) => [...group].sort()),
        );
        assert.deepEqual(await found(reviewer, BEN_TRE), []);
      });
      it("are only those of submissions one may read", async () => {
        const officer = officers.get(department(FIRST)) as Person;
        assert.deepEqual(await found(officer, department(FIRST)), []);
        assert.deepEqual(await found(head, department(FIRST)), []);
        assert.equal((await found(reviewer, department(FIRST))).length, 1);
        const others = { params: { roundId, organisationId: department(SECOND), version: 1 } };
        assert.equal((await officer.refused("listOverlaps", others)).code, "not-found");
      });
      it("are of the version asked about, beside what counts of the others", async () => {
        const second = department(SECOND);
        await submit(roundId, second, { sheet: sheetOf("Sở Tài chính", { B11: LAKE }), replaces: 1 });
        const shared = [
          [second, 2, "B11"],
          [VINH_LONG, 1, "B7"],
          [department(FIRST), 1, "B8"],
        ];
        const sorted = (groups: readonly unknown[][]) => groups.map((group) => group.map(String).sort());
        assert.deepEqual(sorted(await found(reviewer, second, 2)), sorted([shared]));
        assert.deepEqual(await found(reviewer, second, 1), [], "the first version did not plan it");
        assert.deepEqual(
          sorted(await found(head, department(FIRST))),
          sorted([shared.filter(([id]) => id !== VINH_LONG)]),
          "between its departments a province sees it",
        );
        const params = { roundId, organisationId: VINH_LONG };
        await reviewer.get("returnSubmission", { params, body: { version: 1, why: "Trùng.", comments: [] } });
        assert.deepEqual(
          sorted(await found(reviewer, second, 2)),
          sorted([shared.filter(([id]) => id !== VINH_LONG)]),
          "what is returned does not count",
        );
        assert.deepEqual(
          sorted(await found(reviewer, VINH_LONG)),
          sorted([shared]),
          "but is compared when asked about",
        );
      });
      it("of a version that is not there are not found", async () => {
        const nowhere = { params: { roundId, organisationId: VINH_LONG, version: 7 } };
        assert.equal((await reviewer.refused("listOverlaps", nowhere)).code, "not-found");
      });
      // It has nothing to do with the database, and takes seconds.
      if (kind !== "sqlite") return;
      it("are said not to have been sought among too many line items", async () => {
        const roundId = await newRound([VINH_LONG, BEN_TRE]);
        const { appendices, ...rest } = versionOf(BEN_TRE, [gridOf(SINGLE_AMOUNT)]);
        const item = appendices[0]?.rows.find(({ kind: row }) => row === "lineItem");
        const rows = Array.from({ length: 100_000 }, () => ({ ...item, parent: -1 }));
        const judged = JSON.stringify({ ...rest, appendices: appendices.map((one) => ({ ...one, rows })) });
        await putVersion(scene.store, { roundId, organisationId: BEN_TRE, version: { judged } });
        await submit(roundId, VINH_LONG);
        const params = { roundId, organisationId: VINH_LONG, version: 1 };
        assert.deepEqual(await reviewer.get("listOverlaps", { params }), { isComplete: false, overlaps: [] });
      });
    });
  });
}

const all = ({ level = "organisation", era = "then", acceptedOnly = false }: Terms) => ({ level, era, acceptedOnly });
const queryOf = (terms: Terms) => ({
  ...all(terms),
  acceptedOnly: terms.acceptedOnly ? ("true" as const) : ("false" as const),
});
