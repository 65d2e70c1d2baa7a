/** The people of an organisation, as their administrator manages them. */
import assert from "node:assert/strict";
import { ROLES, type PersonAnswer } from "../../shared/api/organisations.ts";
import { addAccount, openScene, tryPassword, type Scene } from "./accounts.ts";
import { addPerson, DATABASES, signIn, signInFirst, type Person } from "./service.ts";

for (const kind of DATABASES) {
  describe(`people (${kind})`, () => {
    let scene: Scene;
    let provincial: Person;
    before(async function () {
      scene = await openScene(kind, this);
      const where = { url: scene.url, organisationId: "tinh-nghe-an", role: "administrator" } as const;
      provincial = await addPerson(scene.administrator, where);
    });
    after(() => scene?.end());

    const listed = async (
      organisationId: string,
      who: Person = scene.administrator,
    ): Promise<readonly PersonAnswer[]> => (await who.get("listPeople", { params: { organisationId } })).people;
    const change = (personId: string, body: object, who: Person = scene.administrator): Promise<PersonAnswer> =>
      who.get("changePerson", { params: { personId }, body });
    const refusedChange = async (personId: string, body: object, who: Person): Promise<string> =>
      (await who.refused("changePerson", { params: { personId }, body })).code;

    describe("adding", () => {
      for (const role of ROLES)
        it(`a ${role}, who signs in with the password shown once`, async () => {
          const account = await addAccount(scene, { organisationId: "tinh-hue", role });
          const person = await signInFirst(scene.url, account);
          assert.equal((await person.get("readMe", {})).role, role);
          const own = (await listed("tinh-hue")).find(({ id }) => id === account.id);
          assert.equal(own?.mustChangePassword, false);
          assert.match(own?.lastSignInAt ?? "", /^\d{4}-/);
        });
      it("shows what is known of them, and nothing secret", async () => {
        const account = await addAccount(scene, { organisationId: "tinh-hue" });
        const own = (await listed("tinh-hue")).find(({ id }) => id === account.id);
        assert.deepEqual(own, {
          id: account.id,
          organisationId: "tinh-hue",
          name: own?.name,
          email: account.email,
          role: "submitter",
          isActive: true,
          mustChangePassword: true,
          lockedUntil: null,
          lastSignInAt: null,
        });
      });

      const emails: readonly (readonly [string, number])[] = [
        ["Moi.Nguoi@Vi-Du.VN", 201],
        ["moi.nguoi@vi-du.vn", 409],
        ["MOI.NGUOI@VI-DU.VN", 409],
        ["quantri@phuluc.local", 409],
        ["không phải thư", 400],
        [`${"x".repeat(200)}@vi-du.vn`, 400],
        ["", 400],
      ];
      for (const [email, status] of emails)
        it(`“${email.slice(0, 30)}” is answered with ${String(status)}`, async () => {
          const given = {
            params: { organisationId: "tinh-hue" },
            body: { name: "Một Người", email, role: "viewer" as const },
          };
          const result = await scene.administrator.client.call("addPerson", given);
          assert.equal(result.status, status);
          if (result.ok) assert.equal(result.value.person.email, email.toLowerCase());
        });
      it("the same address at the same moment: one is added", async () => {
        const body = { name: "Hai Người", email: "hai.nguoi@vi-du.vn", role: "viewer" as const };
        const given = { params: { organisationId: "tinh-hue" }, body };
        const results = await Promise.all(
          Array.from({ length: 5 }, () => scene.administrator.client.call("addPerson", given)),
        );
        assert.deepEqual(results.map(({ status }) => status).sort(), [201, 409, 409, 409, 409]);
      });
      it("is told in the log with address and role, without the password", async () => {
        const account = await addAccount(scene, { organisationId: "tinh-hue", role: "reviewer" });
        const [last] = await scene.audit();
        assert.equal(last?.subject, `person ${account.id}`);
        assert.equal(last?.actor, "Quản trị");
        const { name, ...details } = last?.details as Record<string, string>;
        assert.deepEqual(details, { email: account.email, role: "reviewer" });
        assert.match(name ?? "", /^Phạm Thử/);
        assert.ok(!JSON.stringify(await scene.audit()).includes(account.password));
      });
    });

    describe("changing", () => {
      it("name and role, at once in force and told in the log", async () => {
        const account = await addAccount(scene, { role: "submitter" });
        const person = await signInFirst(scene.url, account);
        const changed = await change(account.id, { name: "Đỗ Thị Mới", role: "viewer" });
        assert.deepEqual([changed.name, changed.role], ["Đỗ Thị Mới", "viewer"]);
        assert.equal((await person.get("readMe", {})).role, "viewer");
        const [last] = await scene.audit();
        assert.equal(last?.action, "change-person");
        assert.deepEqual((last?.details as Record<string, unknown>)["role"], { from: "submitter", to: "viewer" });
      });
      it("nothing, which is not told", async () => {
        const account = await addAccount(scene, {});
        const before = (await scene.audit()).length;
        await change(account.id, {});
        await change(account.id, { role: "submitter", isActive: true });
        assert.equal((await scene.audit()).length, before);
      });
      it("closes an account: its sessions end, and it can be reopened", async () => {
        const account = await addAccount(scene, {});
        const person = await signInFirst(scene.url, account);
        assert.equal((await change(account.id, { isActive: false })).isActive, false);
        assert.equal((await person.refused("readMe", {})).code, "session-ended");
        assert.equal(await tryPassword(scene.url, person.email, person.password), "account-closed");
        assert.equal((await scene.audit()).find(({ action }) => action.endsWith("-person"))?.action, "close-person");
        assert.equal((await change(account.id, { isActive: true })).isActive, true);
        assert.equal(await tryPassword(scene.url, person.email, person.password), "");
      });
    });

    describe("administrators don't shut themselves out:", () => {
      const own: readonly (readonly [string, object, string])[] = [
        ["another role", { role: "viewer" }, "forbidden"],
        ["closing themselves", { isActive: false }, "forbidden"],
        ["both behind a new name", { name: "X", isActive: false }, "forbidden"],
      ];
      for (const [what, body, code] of own)
        it(`${what} is ${code}`, async () => assert.equal(await refusedChange(provincial.id, body, provincial), code));
      it("a new name is fine, and so is the role they have", async () => {
        const changed = await change(provincial.id, { name: "Quản trị tỉnh", role: "administrator" }, provincial);
        assert.equal(changed.name, "Quản trị tỉnh");
      });
      it("nor do they reset their own password: that asks for the current one", async () => {
        const given = { params: { personId: provincial.id } };
        assert.equal((await provincial.refused("resetPassword", given)).code, "forbidden");
      });
      it("another administrator may do all of it", async () => {
        const account = await addAccount(scene, { role: "administrator" });
        assert.equal((await change(account.id, { role: "viewer" }, provincial)).role, "viewer");
        assert.equal((await change(account.id, { isActive: false }, provincial)).isActive, false);
      });
    });

    it("a reset gives a new first password, unlocks, and ends the sessions", async () => {
      const account = await addAccount(scene, {});
      const person = await signInFirst(scene.url, account);
      for (let time = 0; time < 5; time++) await tryPassword(scene.url, person.email, "sai");
      assert.equal(await tryPassword(scene.url, person.email, person.password), "account-locked");
      const locked = (await listed("tinh-nghe-an")).find(({ id }) => id === account.id);
      assert.ok(locked?.lockedUntil);
      const given = { params: { personId: account.id } };
      const { firstPassword } = await provincial.get("resetPassword", given);
      assert.equal((await person.refused("readMe", {})).code, "session-ended");
      assert.equal(await tryPassword(scene.url, person.email, person.password), "wrong-password");
      const again = await signIn(scene.url, { email: person.email, password: firstPassword });
      assert.equal((await again.get("readMe", {})).mustChangePassword, true);
      const told = (await scene.audit()).find(({ action }) => action === "reset-password");
      assert.deepEqual(told?.details, { email: person.email, sessionsEnded: 2 });
    });
    it("an administrator ends all sessions of a person", async () => {
      const person = await signInFirst(scene.url, await addAccount(scene, {}));
      const other = await signIn(scene.url, person);
      await provincial.get("endSessions", { params: { personId: person.id } });
      for (const session of [person, other]) assert.equal((await session.refused("readMe", {})).code, "session-ended");
      assert.equal(await tryPassword(scene.url, person.email, person.password), "");
    });

    describe("whose people they are:", () => {
      let abroad = "";
      let root = "";
      before(async () => {
        abroad = (await addAccount(scene, { organisationId: "tinh-hue" })).id;
        root = scene.administrator.id;
      });
      const attempts: readonly (readonly ["changePerson" | "resetPassword" | "endSessions", object])[] = [
        ["changePerson", { body: { name: "X" } }],
        ["resetPassword", {}],
        ["endSessions", {}],
      ];
      for (const [id, more] of attempts)
        it(`${id} of another branch, of those above, or of nobody is not found`, async () => {
          for (const personId of [abroad, root, "khong-co"]) {
            const problem = await provincial.refused(id, { params: { personId }, ...more } as never);
            assert.equal(problem.code, "not-found", personId);
          }
        });
      it("of one's own, and of those below, they are managed", async () => {
        const body = { kind: "department" as const, name: "Sở Giáo dục" };
        const below = await provincial.get("addOrganisation", { params: { organisationId: "tinh-nghe-an" }, body });
        const account = await addAccount(scene, { organisationId: below.id });
        assert.equal((await change(account.id, { name: "Người dưới" }, provincial)).name, "Người dưới");
        assert.equal((await listed(below.id, provincial)).length, 1);
      });
      for (const role of ["submitter", "reviewer", "viewer"] as const)
        it(`a ${role} sees colleagues and changes nobody`, async () => {
          const person = await signInFirst(scene.url, await addAccount(scene, { role }));
          assert.ok((await listed("tinh-nghe-an", person)).length > 1);
          assert.equal(await refusedChange(provincial.id, { name: "X" }, person), "forbidden");
        });
    });
  });
}
