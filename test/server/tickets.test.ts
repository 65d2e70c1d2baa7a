/** Download links that work once. */
import assert from "node:assert/strict";
import { addAccount, fromNow, openScene, type Scene } from "./accounts.ts";
import { addOpenRound } from "./rounds.ts";
import { DATABASES, nobody, signInFirst, type Person } from "./service.ts";

for (const kind of DATABASES) {
  describe(`tickets (${kind})`, () => {
    let scene: Scene;
    let person: Person;
    /** The archive of a round. */
    let file = "";
    before(async function () {
      scene = await openScene(kind, this);
      const roundId = await addOpenRound(scene.administrator, { expectedIds: ["tinh-hue"] });
      file = `/api/v1/rounds/${roundId}/archive`;
      person = await signInFirst(scene.url, await addAccount(scene, { organisationId: "bo", role: "reviewer" }));
    });
    after(() => scene?.end());

    const make = async (path: string, who: Person = person): Promise<URL> =>
      new URL((await who.get("makeTicket", { body: { path } })).url);
    /** "" when the file is given. */
    const open = async (address: URL): Promise<string> => {
      const response = await fetch(address);
      if (response.ok) return (await response.arrayBuffer()).byteLength > 20 ? "" : "nothing in it";
      return ((await response.json()) as { code: string }).code;
    };

    it("opens its file, once, without a session's token", async () => {
      const address = await make(file);
      assert.equal(await open(address), "");
      assert.equal(await open(address), "ticket-invalid");
    });
    it("lasts a minute", async () => {
      const { expiresAt } = await person.get("makeTicket", { body: { path: file } });
      const seconds = (Date.parse(expiresAt) - Date.now()) / 1000;
      assert.ok(seconds > 50 && seconds <= 60, String(seconds));
      const address = await make(file);
      await scene.store.write((tx) =>
        tx
          .updateTable("ticket")
          .set({ expires_at: fromNow(-1) })
          .execute(),
      );
      assert.equal(await open(address), "ticket-invalid");
    });
    it("opened at the same moment by many opens for one", async () => {
      const address = await make(file);
      const answers = await Promise.all(Array.from({ length: 6 }, () => open(address)));
      assert.deepEqual(answers.filter((answer) => answer === "").length, 1);
    });

    const others: readonly (readonly [string, (url: URL) => void])[] = [
      ["another file", (url) => (url.pathname = "/api/v1/templates/targets")],
      ["another query", (url) => url.searchParams.set("roundId", "b")],
      ["no query", (url) => url.searchParams.delete("roundId")],
      ["more in the query", (url) => url.searchParams.append("more", "1")],
      ["another ticket", (url) => url.searchParams.set("ticket", "x".repeat(43))],
      ["an empty ticket", (url) => url.searchParams.set("ticket", "")],
    ];
    for (const [what, change] of others)
      it(`is not good for ${what}`, async () => {
        const address = await make(`${file}?roundId=a`);
        change(address);
        assert.equal(await open(address), "ticket-invalid");
      });
    it("is good for its own query, however it is written", async () => {
      const address = await make(`${file}?x=%20a&y=b`);
      assert.equal(await open(new URL(address.href.replace("x=+a", "x=%20a"))), "");
    });

    it("ends with the session", async () => {
      const guest = await signInFirst(scene.url, await addAccount(scene, { organisationId: "bo", role: "viewer" }));
      const address = await make(file, guest);
      await guest.get("signOut", {});
      assert.equal(await open(address), "session-ended");
    });
    it("gives no more than its maker may see", async () => {
      const address = await make("/api/v1/consolidations/khong-co/workbook");
      assert.equal(await open(address), "not-found");
    });
    it("opens downloads and nothing else", async () => {
      assert.equal(await open(await make("/api/v1/me")), "not-signed-in");
      assert.equal(await open(await make("/api/v1/organisations")), "not-signed-in");
    });

    const paths: readonly string[] = [
      "",
      "/",
      "/templates/targets",
      "https://vi-du.vn/api/v1/x",
      "//vi-du.vn/api/v1/x",
    ];
    for (const path of paths)
      it(`is not made for “${path}”`, async () => {
        assert.equal((await person.refused("makeTicket", { body: { path } })).code, "malformed-request");
      });
    it("always leads back to this service", async () => {
      const address = await make("/api/v1/../../x");
      assert.equal(address.origin, new URL(scene.url).origin);
    });
    it("is made for those who are signed in", async () => {
      assert.equal((await nobody(scene.url).refused("makeTicket", { body: { path: file } })).code, "not-signed-in");
    });
    it("is kept as a hash", async () => {
      const ticket = (await make(file)).searchParams.get("ticket") ?? "";
      assert.ok(ticket.length > 40);
      const rows = await scene.store.db.selectFrom("ticket").selectAll().execute();
      assert.ok(!JSON.stringify(rows).includes(ticket));
    });
  });
}
