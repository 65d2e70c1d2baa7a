/** What people who watch over a round or the service ask for: whom to remind, all findings, open sessions, a backup. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openBackup } from "../../server/store/backup.ts";
import { readWorkbookFile } from "../../server/workbook/read.ts";
import { openDesk, body, OTHER_PROVINCE, PROVINCE, sheet, type Desk } from "./desk.ts";
import { addOpenRound, bodyOf } from "./rounds.ts";
import { DATABASES, nobody, signIn, somebody, type Person } from "./service.ts";

for (const kind of DATABASES) {
  describe(`watching over a round (${kind})`, () => {
    let desk: Desk;
    let folder: string;
    before(async function () {
      desk = await openDesk(kind, this);
      folder = mkdtempSync(join(tmpdir(), "phuluc-watching-"));
    });
    after(async () => {
      rmSync(folder, { recursive: true, force: true });
      await desk?.end();
    });

    const save = (name: string, bytes: Uint8Array): string => {
      const path = join(folder, name);
      writeFileSync(path, bytes);
      return path;
    };

    describe("reminders", () => {
      const expectedIds = [PROVINCE, OTHER_PROVINCE, "tinh-da-nang"];
      const namesIn = async (roundId: string, who: Person): Promise<readonly string[]> =>
        (await who.get("listReminders", { params: { roundId } })).lines.map(({ name, state }) => `${name}: ${state}`);

      it("name who is still to submit, and nobody who has", async () => {
        const roundId = await addOpenRound(desk.administrator, { expectedIds });
        const place = { roundId, organisationId: PROVINCE };
        assert.deepEqual(await namesIn(roundId, desk.reviewer), [
          "Đà Nẵng: missing",
          "Nghệ An: missing",
          "Vĩnh Long: missing",
        ]);
        await desk.officer.get("submit", { params: place, body: body() });
        assert.deepEqual(await namesIn(roundId, desk.reviewer), ["Đà Nẵng: missing", "Nghệ An: missing"]);
        await desk.reviewer.get("returnSubmission", {
          params: place,
          body: { version: 1, why: "Xin xem lại.", comments: [] },
        });
        assert.ok((await namesIn(roundId, desk.administrator)).includes("Vĩnh Long: returned"));
      });
      it("tell the addresses of those who submit and may sign in", async () => {
        const roundId = await addOpenRound(desk.administrator, { expectedIds });
        const { lines } = await desk.reviewer.get("listReminders", { params: { roundId } });
        const emails = new Map(lines.map(({ name, people }) => [name, people.map(({ email }) => email).sort()]));
        assert.deepEqual(emails.get("Vĩnh Long"), [desk.officer.email, desk.colleague.email].sort());
        assert.deepEqual(emails.get("Nghệ An"), [desk.neighbour.email]);
        assert.deepEqual(emails.get("Đà Nẵng"), []);
        await desk.administrator.get("changePerson", {
          params: { personId: desk.colleague.id },
          body: { isActive: false },
        });
        const later = await desk.reviewer.get("listReminders", { params: { roundId } });
        const own = later.lines.find(({ name }) => name === "Vĩnh Long");
        assert.deepEqual(
          own?.people.map(({ email }) => email),
          [desk.officer.email],
        );
      });
    });

    describe("all findings", () => {
      it("are one sheet, with what was said for them", async () => {
        const { roundId, organisationId } = await desk.newPlace({ severityOverrides: { "number-gap": "warning" } });
        const place = { roundId, organisationId };
        const said = "Số thứ tự theo danh mục đã được phê duyệt.";
        const explanation = { rule: "number-gap", variant: "standard", sheet: "PL1", cell: "A8", text: said };
        await desk.officer.get("submit", {
          params: place,
          body: { ...bodyOf([sheet({ A8: 3 })]), explanations: [explanation] },
        });
        const bytes = await desk.reviewer.get("downloadFindings", { params: { roundId } });
        const read = await readWorkbookFile(save(`${kind}.xlsx`, bytes));
        assert.ok(read.ok);
        assert.equal(read.grids.length, 1);
        const texts = read.grids[0]?.rows.map(({ cells }) => cells.map(({ value }) => String(value)).join(" | ")) ?? [];
        const line = texts.find((text) => text.includes("number-gap"));
        assert.match(line ?? "", /Vĩnh Long .*PL1 .*A8/);
        assert.ok(line?.includes(said), line);
      });
      it("of a round that nobody has submitted to are none, in words", async () => {
        const { roundId } = await desk.newPlace();
        const { code } = await desk.reviewer.refused("downloadFindings", { params: { roundId } });
        assert.equal(code, "nothing-to-merge");
      });
    });

    describe("open sessions", () => {
      const open = async (person: Person, userAgent: string): Promise<Person> => {
        const answer = await fetch(`${desk.url}/api/v1/sessions`, {
          method: "POST",
          headers: { "Content-Type": "application/json", "User-Agent": userAgent },
          body: JSON.stringify({ email: person.email, password: person.password }),
        });
        const { accessToken } = (await answer.json()) as { accessToken: string };
        return somebody(desk.url, { ...person, token: () => accessToken });
      };

      it("are a person's own, with the one that asks", async () => {
        const here = await open(desk.neighbour, "At home");
        const { sessions } = await here.get("listOwnSessions", {});
        const current = sessions.filter(({ isCurrent }) => isCurrent);
        assert.deepEqual(
          current.map(({ userAgent }) => userAgent),
          ["At home"],
        );
        assert.ok(sessions.length >= 2);
      });
      it("end one by one", async () => {
        const [here, there] = [await open(desk.neighbour, "A"), await open(desk.neighbour, "B")];
        const { sessions } = await there.get("listOwnSessions", {});
        const sessionId = sessions.find(({ isCurrent }) => isCurrent)?.id ?? "";
        await here.get("endOwnSession", { params: { sessionId } });
        assert.equal((await there.refused("readMe", {})).status, 401);
        assert.equal((await here.refused("endOwnSession", { params: { sessionId } })).code, "not-found");
        assert.ok((await desk.audit()).some(({ action }) => action === "end-own-session"));
      });
      it("of another are not one's own to end, but the administrator's to see", async () => {
        const there = await open(desk.neighbour, "C");
        const { sessions } = await desk.administrator.get("listSessions", { params: { personId: desk.neighbour.id } });
        const own = await there.get("listOwnSessions", {});
        assert.deepEqual(sessions.map(({ id }) => id).sort(), own.sessions.map(({ id }) => id).sort());
        assert.deepEqual(
          sessions.filter(({ isCurrent }) => isCurrent),
          [],
        );
        const sessionId = sessions[0]?.id ?? "";
        assert.equal((await desk.officer.refused("endOwnSession", { params: { sessionId } })).code, "not-found");
      });
    });

    describe("a backup from the browser", () => {
      it("is a whole one, and logged", async () => {
        const bytes = await desk.administrator.get("downloadBackup", {});
        const { head } = await openBackup(save(`${kind}.ndjson.gz`, bytes));
        assert.equal(head.phuluc, "backup");
        const [last] = await desk.audit();
        assert.equal(last?.action, "back-up");
      });
      it("is for administrators of the root alone", async () => {
        assert.equal((await desk.reviewer.refused("downloadBackup", {})).code, "forbidden");
        assert.equal((await nobody(desk.url).refused("downloadBackup", {})).code, "not-signed-in");
        const { person, firstPassword } = await desk.administrator.get("addPerson", {
          params: { organisationId: PROVINCE },
          body: { name: "Quản trị tỉnh", email: `quantri.${kind}@vi-du.vn`, role: "administrator" },
        });
        const first = await signIn(desk.url, { email: person.email, password: firstPassword });
        await first.get("changePassword", { body: { current: firstPassword, next: "một mật khẩu khác hẳn" } });
        const ofProvince = await signIn(desk.url, { email: person.email, password: "một mật khẩu khác hẳn" });
        assert.equal((await ofProvince.refused("downloadBackup", {})).code, "forbidden");
      });
    });
  });
}
