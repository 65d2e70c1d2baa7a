/** The whole story over real HTTP: submitted, returned, submitted again, accepted, downloaded merged. */
import assert from "node:assert/strict";
import { gridOf, PHASE_YEAR, withCells } from "../builders.ts";
import { readWorkbookBytes } from "../../server/workbook/read.ts";
import { bodyOf, openRound } from "./rounds.ts";
import { addPerson, DATABASES, makeDatabase, startProcess, type ServiceProcess, type TestDatabase } from "./service.ts";

const PROVINCE = "tinh-vinh-long";

for (const kind of DATABASES) {
  describe(`a round from beginning to end, ${kind}`, () => {
    let database: TestDatabase;
    let service: ServiceProcess;
    before(async function () {
      database = await makeDatabase(kind, this);
      service = await startProcess(database.env);
    });
    after(async () => {
      assert.equal(await service.stop(), 0, "it stops in good order");
      await database.drop();
    });

    it("is submitted, returned, submitted again, accepted and downloaded merged", async () => {
      const { roundId, administrator, reviewer } = await openRound(service, {
        expectedIds: [PROVINCE, "tinh-nghe-an"],
      });
      const officer = await addPerson(administrator, { url: service.url, organisationId: PROVINCE, role: "submitter" });
      const params = { roundId, organisationId: PROVINCE };

      const right = gridOf(PHASE_YEAR, { name: "PL1" });
      const wrong = gridOf(withCells(PHASE_YEAR, { F8: 999_999 }), { name: "PL1" });
      const refused = await officer.refused("submit", { params, body: bodyOf([wrong]) });
      assert.equal(refused.code, "stops-submission");

      const first = await officer.get("submit", { params, body: bodyOf([right]) });
      assert.equal(first.version, 1);
      assert.match(first.number, /^PL-\d{4}-\d{6}$/);

      const comments = [{ sheet: "PL1", cell: "B7", text: "Xin nêu rõ phạm vi của nhiệm vụ." }];
      const body = { version: 1, why: "Cần nêu rõ hơn.", comments };
      assert.equal((await reviewer.get("returnSubmission", { params, body })).state, "returned");
      const seen = await officer.get("listComments", { params });
      assert.deepEqual(
        seen.comments.map(({ cell, text }) => ({ cell, text })),
        [{ cell: "B7", text: comments[0]?.text }],
      );

      const better = gridOf(withCells(PHASE_YEAR, { B7: "Nâng cấp mạng truyền số liệu của 18 sở, ngành" }), {
        name: "PL1",
      });
      const second = await officer.get("submit", { params, body: bodyOf([better], { replaces: 1 }) });
      assert.equal(second.version, 2);
      const changes = await reviewer.get("compareVersions", { params: { ...params, version: 2 }, query: { since: 1 } });
      assert.match(JSON.stringify(changes), /18 sở, ngành/);
      const accepted = await reviewer.get("acceptSubmission", { params, body: { version: 2, why: "" } });
      assert.deepEqual([accepted.state, accepted.isLocked], ["accepted", true]);

      const merged = await reviewer.get("merge", {
        params: { roundId },
        body: { level: "organisation", era: "then", unit: null, acceptedOnly: true, belowOrganisationId: null },
      });
      const bytes = await reviewer.get("downloadConsolidation", { params: { consolidationId: merged.id } });
      const read = await readWorkbookBytes(bytes, "tong-hop.xlsx");
      assert.ok(read.ok);
      const texts = read.grids.map(({ rows }) => JSON.stringify(rows));
      const sheetOf = (name: string): string => texts[read.grids.findIndex((grid) => grid.name === name)] ?? "";
      assert.match(sheetOf("Danh mục"), /18 sở, ngành/);
      assert.match(sheetOf("Tình trạng nộp"), /Nghệ An/, "what is missing is told");
      assert.match(sheetOf("Nguồn gốc"), new RegExp(second.sha256));
      const again = await reviewer.get("readConsolidation", { params: { consolidationId: merged.id } });
      assert.equal(again.isSame, true);
    });
  });
}
