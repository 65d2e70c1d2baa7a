/** The tree of organisations: who sees what of it, and how it is changed. */
import assert from "node:assert/strict";
import type { Organisation } from "../../shared/api/organisations.ts";
import { ORGANISATION_KINDS, type OrganisationKind } from "../../shared/organisation-kinds.ts";
import { addAccount, openScene, tryPassword, type Scene } from "./accounts.ts";
import { addOpenRound, TERMS } from "./rounds.ts";
import { addPerson, DATABASES, signInFirst, type Person } from "./service.ts";

const PLACES: Readonly<Record<OrganisationKind, readonly OrganisationKind[]>> = {
  ministry: ["province", "department"],
  province: ["department", "commune"],
  department: ["department"],
  commune: [],
};

for (const kind of DATABASES) {
  describe(`organisations (${kind})`, () => {
    let scene: Scene;
    let provincial: Person;
    before(async function () {
      scene = await openScene(kind, this);
      const where = { url: scene.url, organisationId: "tinh-nghe-an", role: "administrator" } as const;
      provincial = await addPerson(scene.administrator, where);
    });
    after(() => scene?.end());

    const add = (above: string, name: string, what: OrganisationKind = "department"): Promise<Organisation> =>
      scene.administrator.get("addOrganisation", { params: { organisationId: above }, body: { kind: what, name } });
    const refusedAdd = async (above: string, name: string, what: OrganisationKind = "department"): Promise<string> => {
      const given = { params: { organisationId: above }, body: { kind: what, name } };
      return (await scene.administrator.refused("addOrganisation", given)).code;
    };
    const change = (organisationId: string, body: object, who: Person = scene.administrator): Promise<Organisation> =>
      who.get("changeOrganisation", { params: { organisationId }, body });
    const refusedChange = async (id: string, body: object, who: Person = scene.administrator): Promise<string> =>
      (await who.refused("changeOrganisation", { params: { organisationId: id }, body })).code;
    const seenBy = async (who: Person): Promise<readonly string[]> =>
      (await who.get("listOrganisations", {})).organisations.map(({ id }) => id);

    describe("the tree", () => {
      it("is whole for the ministry: 34 provinces of today and those before, each with its successor", async () => {
        const { organisations } = await scene.administrator.get("listOrganisations", {});
        const provinces = organisations.filter((one) => one.kind === "province");
        const today = new Set(provinces.filter(({ successorId }) => successorId === null).map(({ id }) => id));
        assert.equal(today.size, 34);
        for (const { id, successorId } of provinces.filter((one) => one.successorId !== null))
          assert.ok(today.has(successorId ?? ""), id);
      });
      it("is one's own branch for everybody else: above, own, below", async () => {
        const department = await add("tinh-nghe-an", "Sở Nội vụ");
        const unit = await add(department.id, "Trung tâm Lưu trữ");
        const officer = await addPerson(scene.administrator, {
          url: scene.url,
          organisationId: department.id,
          role: "submitter",
        });
        assert.deepEqual([...(await seenBy(officer))].sort(), ["bo", "tinh-nghe-an", department.id, unit.id].sort());
        assert.ok((await seenBy(provincial)).includes(unit.id));
        assert.ok(!(await seenBy(provincial)).includes("tinh-hue"));
      });
      it("shows a former province what it went into", async () => {
        const former = await addPerson(scene.administrator, {
          url: scene.url,
          organisationId: "tinh-cu-ha-giang",
          role: "viewer",
        });
        assert.deepEqual([...(await seenBy(former))].sort(), ["bo", "tinh-cu-ha-giang", "tinh-tuyen-quang"]);
      });
    });

    describe("what stands below what:", () => {
      const ids = { ministry: "bo", province: "tinh-hue", department: "", commune: "" };
      before(async () => {
        ids.department = (await add("tinh-hue", "Sở Xây dựng")).id;
        ids.commune = (await add("tinh-hue", "Phường Thuận Hóa", "commune")).id;
      });
      for (const above of ORGANISATION_KINDS)
        for (const what of ORGANISATION_KINDS)
          it(`${what} below ${above}: ${PLACES[above].includes(what) ? "yes" : "no"}`, async () => {
            const name = `${what} thử dưới ${above}`;
            if (!PLACES[above].includes(what)) assert.equal(await refusedAdd(ids[above], name, what), "wrong-place");
            else assert.equal((await add(ids[above], name, what)).parentId, ids[above]);
          });
      it("is told in both languages", async () => {
        const given = { params: { organisationId: "bo" }, body: { kind: "commune" as const, name: "Xã X" } };
        const { vi, en } = await scene.administrator.refused("addOrganisation", given);
        assert.equal(vi, "Đơn vị loại “xã, phường, đặc khu” không thể trực thuộc đơn vị loại “bộ”.");
        assert.match(en, /“commune” can't stand below one of the kind “ministry”/);
      });
    });

    describe("a name", () => {
      it("is kept tidy", async () => {
        assert.equal((await add("tinh-hue", "  Sở   Du\u00a0lịch ")).name, "Sở Du lịch");
      });
      const taken: readonly (readonly [string, string])[] = [
        ["Sở Ngoại vụ", "name-taken"],
        ["SỞ NGOẠI VỤ", "name-taken"],
        [" sở  ngoại vụ ", "name-taken"],
        ["Sở Ngoại vụ".normalize("NFD"), "name-taken"],
      ];
      before(() => add("tinh-hue", "Sở Ngoại vụ"));
      for (const [name, code] of taken)
        it(`“${name}” is taken`, async () => assert.equal(await refusedAdd("tinh-hue", name), code));
      it("with other marks is another", async () => {
        assert.equal((await add("tinh-hue", "Sở Ngoại vu")).name, "Sở Ngoại vu");
      });
      it("may come again elsewhere in the tree, and from before", async () => {
        await add("tinh-nghe-an", "Sở Ngoại vụ");
        assert.equal((await add("bo", "Hà Giang", "province")).successorId, null);
        assert.equal(await refusedAdd("bo", "Nghệ An", "province"), "name-taken");
      });
      it("is changed, and told in the log with both", async () => {
        const { id } = await add("tinh-hue", "Sở Thông tin");
        assert.equal((await change(id, { name: "Sở Khoa học" })).name, "Sở Khoa học");
        const [last] = await scene.audit();
        assert.deepEqual(
          [last?.action, last?.subject, last?.details],
          ["rename-organisation", `organisation ${id}`, { from: "Sở Thông tin", to: "Sở Khoa học" }],
        );
        assert.equal(await refusedChange(id, { name: "sở ngoại vụ" }), "name-taken");
        assert.equal((await change(id, { name: "SỞ KHOA HỌC" })).name, "SỞ KHOA HỌC");
        // What turns the direction of writing is left out: a name reads as it is.
        assert.equal((await change(id, { name: "\u202E Sở\u2066 Khoa học\u200F" })).name, "Sở Khoa học");
      });
      it("of one's own organisation may be changed", async () => {
        assert.equal((await change("tinh-nghe-an", { name: "Tỉnh Nghệ An" }, provincial)).name, "Tỉnh Nghệ An");
        await change("tinh-nghe-an", { name: "Nghệ An" });
      });
    });

    describe("closing", () => {
      it("is refused while something open stands below", async () => {
        const upper = await add("tinh-hue", "Sở Tài chính");
        const lower = await add(upper.id, "Trung tâm Tin học");
        const given = { params: { organisationId: upper.id }, body: { isClosed: true } };
        const problem = await scene.administrator.refused("changeOrganisation", given);
        assert.equal(problem.code, "organisation-in-use");
        assert.equal(problem.vi, "Chưa thể đóng đơn vị: đơn vị trực thuộc “Trung tâm Tin học” đang hoạt động.");
        assert.equal((await change(lower.id, { isClosed: true })).isClosed, true);
        assert.equal((await change(upper.id, { isClosed: true })).isClosed, true);
        assert.equal(await refusedChange(lower.id, { isClosed: false }), "organisation-closed");
        await change(upper.id, { isClosed: false });
        assert.equal((await change(lower.id, { isClosed: false })).isClosed, false);
      });
      it("is refused while an open round expects it, which is named", async () => {
        const { id } = await add("bo", "Cục Chuyển đổi số");
        const name = `Đợt thử đóng ${kind}`;
        const roundId = await addOpenRound(scene.administrator, { name, expectedIds: [id, "tinh-hue"] });
        const given = { params: { organisationId: id }, body: { isClosed: true } };
        const problem = await scene.administrator.refused("changeOrganisation", given);
        assert.equal(problem.code, "organisation-in-use");
        assert.equal(problem.vi, `Chưa thể đóng đơn vị: đợt “${name}” đang mở và yêu cầu đơn vị nộp.`);
        assert.equal(problem.en, `The organisation can't be closed yet: the open round “${name}” expects it.`);
        assert.equal((await change(id, { name: "Cục Công nghệ số" })).name, "Cục Công nghệ số");
        await scene.administrator.get("closeRound", { params: { roundId } });
        assert.equal((await change(id, { isClosed: true })).isClosed, true);
      });
      it("goes through once the round expects it no more, or while the round is only prepared", async () => {
        const { id } = await add("bo", "Vụ Kế hoạch");
        const params = { organisationId: "bo" };
        await scene.administrator.get("addRound", { params, body: { ...TERMS, name: "Đang soạn", expectedIds: [id] } });
        const roundId = await addOpenRound(scene.administrator, { expectedIds: [id, "tinh-hue"] });
        assert.equal(await refusedChange(id, { isClosed: true }), "organisation-in-use");
        await scene.administrator.get("changeRound", { params: { roundId }, body: { expectedIds: ["tinh-hue"] } });
        assert.equal((await change(id, { isClosed: true })).isClosed, true);
      });
      it("shuts its people out, at once and until it is reopened", async () => {
        const { id } = await add("tinh-hue", "Sở Tư pháp");
        const officer = await signInFirst(scene.url, await addAccount(scene, { organisationId: id }));
        await change(id, { isClosed: true });
        assert.equal((await officer.refused("readMe", {})).code, "session-ended");
        assert.equal(await tryPassword(scene.url, officer.email, officer.password), "account-closed");
        assert.equal(await tryPassword(scene.url, officer.email, "sai"), "wrong-password");
        await change(id, { isClosed: false });
        assert.equal(await tryPassword(scene.url, officer.email, officer.password), "");
        assert.equal((await officer.refused("readMe", {})).code, "session-ended");
      });
      it("leaves no place for new organisations or people", async () => {
        const { id } = await add("tinh-hue", "Sở Công Thương");
        await change(id, { isClosed: true });
        assert.equal(await refusedAdd(id, "Trung tâm Khuyến công"), "organisation-closed");
        const given = {
          params: { organisationId: id },
          body: { name: "A", email: "a@vi-du.vn", role: "viewer" as const },
        };
        assert.equal((await scene.administrator.refused("addPerson", given)).code, "organisation-closed");
      });
      it("keeps the name, to be reopened under it", async () => {
        const { id } = await add("tinh-hue", "Sở Y tế");
        await change(id, { isClosed: true });
        assert.equal(await refusedAdd("tinh-hue", "Sở Y tế"), "name-taken");
      });
      it("twice is once", async () => {
        const { id } = await add("tinh-hue", "Ban Dân tộc");
        await change(id, { isClosed: true });
        await change(id, { isClosed: true });
        const lines = (await scene.audit()).filter(({ subject }) => subject === `organisation ${id}`);
        assert.deepEqual(
          lines.map(({ action }) => action),
          ["close-organisation", "add-organisation"],
        );
      });
      it("is never of the root, nor of one's own", async () => {
        assert.equal(await refusedChange("bo", { isClosed: true }), "forbidden");
        const own = await addPerson(scene.administrator, {
          url: scene.url,
          organisationId: "tinh-ca-mau",
          role: "administrator",
        });
        assert.equal(await refusedChange("tinh-ca-mau", { isClosed: true }, own), "forbidden");
        assert.equal((await change("tinh-ca-mau", { isClosed: true })).isClosed, true);
      });
    });

    it("two at the same moment with one name: one is added", async () => {
      const given = {
        params: { organisationId: "tinh-hue" },
        body: { kind: "department" as const, name: "Sở Đồng thời" },
      };
      const results = await Promise.all(
        Array.from({ length: 6 }, () => scene.administrator.client.call("addOrganisation", given)),
      );
      assert.deepEqual(results.map(({ status }) => status).sort(), [201, 409, 409, 409, 409, 409]);
    });

    const others: readonly (readonly [string, () => Promise<string>])[] = [
      ["adds below another province", async () => code("addOrganisation", { body: { kind: "department", name: "X" } })],
      ["renames another province", async () => code("changeOrganisation", { body: { name: "X" } })],
      ["sees another province's people", async () => code("listPeople", {})],
    ];
    const code = async (id: "addOrganisation" | "changeOrganisation" | "listPeople", more: object): Promise<string> =>
      (await provincial.refused(id, { params: { organisationId: "tinh-hue" }, ...more } as never)).code;
    for (const [what, attempt] of others)
      it(`no administrator ${what}`, async () => assert.equal(await attempt(), "forbidden"));
    it("an id of none is not found", async () => {
      assert.equal(await refusedChange("khong-co", { name: "X" }), "not-found");
    });
  });
}
