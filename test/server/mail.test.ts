/** E-mails through a real SMTP server: what they say, that each goes out once, and that trouble with them stops nothing. */
import assert from "node:assert/strict";
import { readConfig } from "../../server/config.ts";
import { notifyAccepted, notifyReturned, notifyUnlockRequested, type Reviewed } from "../../server/mail/notices.ts";
import { queueEmail } from "../../server/mail/outbox.ts";
import { withoutSecrets } from "../../server/mail/sender.ts";
import { toVietnamTime } from "../../shared/vietnam-time.ts";
import { eventually } from "../eventually.ts";
import { addOpenRound, addRound, fromNow, inEachCountry, NGHE_AN, VINH_LONG, type Country } from "./country.ts";
import { PASSWORD, startMailServer, type MailServer, type Received } from "./mail-server.ts";
import { addPerson, startProcess } from "./service.ts";
import { putVersion } from "./versions.ts";

const HOUR_MS = 3_600_000;
const FROM = "Phụ Lục <phuluc@bo.vi-du.vn>";
let post: MailServer;
/** Of a mail server that is not there. */
let downUrl: string;
before(async () => {
  post = await startMailServer();
  const gone = await startMailServer();
  await gone.close();
  downUrl = gone.url;
});
after(() => post.close());

const MAIL = { MAIL_FROM: FROM, REMIND_HOURS: "24" };
const withMail = () => ({ SMTP_URL: post.url, ...MAIL });

/** As the review actions do it, inside a write of the service's database. */
const review = ({ store, database, service }: Country, notify: typeof notifyReturned, reviewed: Reviewed) => {
  const config = readConfig({ ...database.env, ...withMail() });
  return store.write((tx) => notify(tx, { config, url: () => service.url }, reviewed));
};

const reviewed = (roundId: string, changes: Partial<Reviewed> = {}): Reviewed => ({
  round: { id: roundId, name: "Kế hoạch ứng dụng CNTT năm 2027" },
  organisation: { id: NGHE_AN, name: "Nghệ An" },
  version: 2,
  why: "Tổng các nguồn khác tổng kinh phí.\nXin bổ sung biểu 2.",
  ...changes,
});

const put = (country: Country, notice: string, changes: { to?: string; subject?: string } = {}) => {
  const { mail } = readConfig({ ...country.database.env, ...withMail() });
  const email = { to: "a@vi-du.vn", subject: notice, body: "Nội dung", notice, ...changes };
  return country.store.write((tx) => queueEmail(tx, mail, email));
};

const emailRow = ({ store }: Country, notice: string) =>
  store.db.selectFrom("email").selectAll().where("notice", "=", notice).executeTakeFirstOrThrow();

async function until(what: () => Promise<boolean>): Promise<void> {
  await eventually(async () => assert.ok(await what()));
}

const to = (address: string) => (mail: Received) => mail.recipients.includes(address);

inEachCountry(
  "e-mail",
  (country) => {
    it("tells the submitters of what was returned, in Vietnamese, then in English", async () => {
      const { people, service } = country();
      const roundId = await addOpenRound(country());
      await review(country(), notifyReturned, reviewed(roundId));
      const [mail] = await post.arrived(1, to(people.ngheAn.email));
      assert.ok(mail);
      assert.equal(mail.subject, "Trả lại bản nộp / Returned: Kế hoạch ứng dụng CNTT năm 2027");
      assert.deepEqual(mail.from, { name: "Phụ Lục", address: "phuluc@bo.vi-du.vn" });
      assert.deepEqual(mail.to, [{ name: "", address: people.ngheAn.email }]);
      assert.match(mail.raw, /^Auto-Submitted: auto-generated\r$/m);
      assert.match(mail.raw, /^Message-ID: <[0-9a-z]{16}@phuluc>\r$/m);
      assert.ok(!/[^\0-\x7f]/.test(mail.raw), "only ASCII on the wire");
      const text = mail.text ?? "";
      const sentences = [
        `Kính gửi submitter ${NGHE_AN},`,
        "Phiên bản 2 của Nghệ An trong đợt “Kế hoạch ứng dụng CNTT năm 2027” được trả lại để hoàn thiện.",
        "Lý do:\n  Tổng các nguồn khác tổng kinh phí.\n  Xin bổ sung biểu 2.",
        `Xin xem ý kiến và nộp lại tại ${service.url}`,
        `Dear submitter ${NGHE_AN},`,
        "Version 2 of Nghệ An in the round",
      ];
      const places = sentences.map((sentence) => text.indexOf(sentence));
      assert.ok(!places.includes(-1), text);
      assert.deepEqual(
        places,
        [...places].sort((a, b) => a - b),
      );
    });

    it("tells of what was accepted, once, to active submitters of that organisation only", async () => {
      const { people, service, store } = country();
      const roundId = await addOpenRound(country());
      const colleague = await addPerson(people.administrator, {
        url: service.url,
        organisationId: VINH_LONG,
        role: "submitter",
      });
      const former = await addPerson(people.administrator, {
        url: service.url,
        organisationId: VINH_LONG,
        role: "submitter",
      });
      await people.administrator.get("changePerson", { params: { personId: former.id }, body: { isActive: false } });
      await addPerson(people.administrator, { url: service.url, organisationId: VINH_LONG, role: "viewer" });
      const accepted = reviewed(roundId, { organisation: { id: VINH_LONG, name: "Vĩnh Long" }, why: " " });
      const at = new Date().toISOString();
      for (let times = 0; times < 2; times++)
        await review(country(), (tx, from) => notifyAccepted(tx, from, { ...accepted, at }), accepted);
      const rows = await store.db
        .selectFrom("email")
        .select("to_address")
        .where("notice", "like", `accepted:${roundId}:%`)
        .execute();
      assert.deepEqual(new Set(rows.map((row) => row.to_address)), new Set([people.vinhLong.email, colleague.email]));
      assert.equal(rows.length, 2);
      const [mail] = await post.arrived(1, to(colleague.email));
      assert.match(mail?.text ?? "", /được chấp nhận\.\nXin xem tại http/);
    });

    it("tells the owner's reviewers who asks for what to be unlocked, and why", async () => {
      const { people, service } = country();
      const roundId = await addOpenRound(country());
      const asked = { ...reviewed(roundId), ownerId: "bo", at: new Date().toISOString() };
      await review(country(), (tx, from) => notifyUnlockRequested(tx, from, asked), asked);
      const [mail] = await post.arrived(1, to(people.reviewer.email));
      assert.equal(mail?.subject, "Đề nghị mở khóa / Unlock requested: Kế hoạch ứng dụng CNTT năm 2027");
      for (const sentence of [
        "Nghệ An đề nghị mở khóa phiên bản 2 trong đợt “Kế hoạch ứng dụng CNTT năm 2027” để nộp lại.",
        "Lý do:\n  Tổng các nguồn khác tổng kinh phí.\n  Xin bổ sung biểu 2.",
        `Xin xem xét tại ${service.url}`,
        "Nghệ An asks for version 2 in the round",
        "Reason:\n  Tổng các nguồn",
      ])
        assert.ok(mail.text?.includes(sentence), mail.text ?? "");
      assert.ok(!mail.recipients.includes(people.viewer.email));
    });

    const BREAKS = ["\r\n", "\n", "\r", "\u2028", "\u0085", "\t\n"];
    it("lets no name begin a header, add a recipient or speak for the service", async () => {
      const { people, store } = country();
      const roundId = await addOpenRound(country());
      const forged = BREAKS.map((line) => `Đợt${line}Bcc: ke-gian@vi-du.vn${line}${line}Mật khẩu của bạn`).join("");
      await store.db.updateTable("person").set({ name: forged }).where("id", "=", people.ngheAn.id).execute();
      const names = { round: { id: roundId, name: forged }, organisation: { id: NGHE_AN, name: forged }, why: forged };
      await review(country(), notifyReturned, reviewed(roundId, { ...names, version: 99 }));
      const isForged = (mail: Received) => (mail.subject ?? "").includes("ke-gian");
      const [mail] = await post.arrived(1, (one) => isForged(one) && to(people.ngheAn.email)(one));
      assert.deepEqual(mail?.recipients, [people.ngheAn.email]);
      assert.equal(mail?.bcc, undefined);
      assert.ok(!mail?.headers.some((header) => header.key === "bcc"));
      assert.ok(!/^(?:Mật khẩu|Bcc)/m.test(mail?.text ?? ""), mail?.text);
    });

    it("is tried again after a refusal, and the reason kept tells no secret", async () => {
      const notice = `refused ${country().kind}`;
      const before = post.attempts();
      post.refuse(1);
      await put(country(), notice);
      let row = await emailRow(country(), notice);
      await until(async () => (row = await emailRow(country(), notice)).last_error !== null);
      assert.match(row.last_error ?? "", /451 try later, •/);
      assert.equal(row.attempts, 1);
      assert.ok(row.next_attempt_at > row.created_at);
      const [mail] = await post.arrived(1, (one) => one.subject === notice);
      assert.ok(mail);
      assert.equal(post.attempts() - before, 2);
      await until(async () => (await emailRow(country(), notice)).sent_at !== null);
      assert.equal((await emailRow(country(), notice)).last_error, null);
      assert.ok(!country().service.said().includes(PASSWORD), "nor does the log");
    });

    it("goes out once though two instances send", async () => {
      const beside = await startProcess({ ...country().database.env, ...withMail() });
      const notices = Array.from({ length: 40 }, (_, index) => `twice ${country().kind} ${String(index)}`);
      try {
        for (const notice of notices) await put(country(), notice);
        await post.arrived(40, (mail) => mail.subject?.startsWith(`twice ${country().kind}`) ?? false);
      } finally {
        assert.equal(await beside.stop(), 0);
      }
      await new Promise((resolve) => setTimeout(resolve, 300));
      const subjects = post.received.map((mail) => mail.subject ?? "").filter((subject) => notices.includes(subject));
      assert.deepEqual(subjects.sort(), [...notices].sort());
    });

    it("reminds of a near deadline those who have nothing submitted, once", async () => {
      const { people, store, database } = country();
      const terms = { deadline: fromNow(5 * HOUR_MS), expectedIds: [NGHE_AN, VINH_LONG, "tinh-da-nang"] };
      const name = `Đợt gấp ${country().kind}`;
      const near = await addOpenRound(country(), { ...terms, name });
      const far = await addOpenRound(country(), { ...terms, name, deadline: fromNow(30 * HOUR_MS) });
      const preparing = await addRound(country(), { ...terms, name });
      await store.db.updateTable("person").set({ name: "Trần Thị B" }).where("id", "=", people.ngheAn.id).execute();
      await putVersion(store, { roundId: near, organisationId: VINH_LONG });
      await putVersion(store, { roundId: near, organisationId: "tinh-da-nang", submission: { state: "returned" } });
      const isIt = (mail: Received) => mail.subject === `Sắp hết hạn nộp / Deadline near: ${name}`;
      for (let starts = 0; starts < 2; starts++) {
        const beside = await startProcess({ ...database.env, ...withMail() });
        await post.arrived(2, isIt);
        await new Promise((resolve) => setTimeout(resolve, 500));
        assert.equal(await beside.stop(), 0);
      }
      const mails = post.received.filter(isIt);
      assert.deepEqual(
        mails.map((mail) => mail.recipients[0]).sort(),
        [people.ngheAn.email, people.daNang.email].sort(),
      );
      const text = mails.find(to(people.ngheAn.email))?.text ?? "";
      assert.match(text, /Kính gửi Trần Thị B,/);
      assert.ok(
        text.includes(`hết hạn nộp lúc ${toVietnamTime(terms.deadline)} (giờ Việt Nam). Nghệ An chưa nộp.`),
        text,
      );
      for (const roundId of [far, preparing])
        assert.deepEqual(
          await store.db.selectFrom("email").select("id").where("notice", "like", `deadline:${roundId}:%`).execute(),
          [],
        );
    });
  },
  withMail,
);

inEachCountry(
  "e-mail while the mail server is down",
  (country) => {
    it("waits, stops no request, and arrives when it is up again", async () => {
      await put(country(), "patient");
      await until(async () => (await emailRow(country(), "patient")).last_error !== null);
      assert.match((await emailRow(country(), "patient")).last_error ?? "", /ECONNREFUSED/);
      await country().people.administrator.get("readMe", {});
      const up = await startMailServer(Number(new URL(downUrl).port));
      try {
        const [mail] = await up.arrived(1);
        assert.equal(mail?.subject, "patient");
      } finally {
        await up.close();
      }
    });
  },
  () => ({ SMTP_URL: downUrl, ...MAIL }),
);

inEachCountry("without a mail server", (country) => {
  it("nothing is written for it", async () => {
    const { store, database, service } = country();
    const roundId = await addOpenRound(country(), { deadline: fromNow(HOUR_MS) });
    const from = { config: readConfig(database.env), url: () => service.url };
    await store.write((tx) => notifyReturned(tx, from, reviewed(roundId)));
    await store.write((tx) => queueEmail(tx, null, { to: "a@vi-du.vn", subject: "", body: "", notice: "x" }));
    assert.deepEqual(await store.db.selectFrom("email").select("id").execute(), []);
  });
});

describe("the reason why an e-mail was not sent", () => {
  const base64 = (text: string) => Buffer.from(text).toString("base64");
  const REASONS: readonly (readonly [string, string, string])[] = [
    ["smtp://a@b.vn:s3cret@mail", "535 s3cret is wrong", "535 • is wrong"],
    ["smtp://u:p%40ss@mail", "535 p@ss, p%40ss", "535 •, •"],
    ["smtp://user:pass@mail", `AUTH PLAIN ${base64("\0user\0pass")}`, "AUTH PLAIN •"],
    ["smtp://user:pass@mail", `AUTH LOGIN ${base64("user")} ${base64("pass")}`, "AUTH LOGIN • •"],
    ["smtp://user:100%@mail", "100% wrong", "• wrong"],
    ["smtp://mail:25", "connect ECONNREFUSED", "connect ECONNREFUSED"],
  ];
  for (const [url, told, kept] of REASONS) it(`“${kept}”`, () => assert.equal(withoutSecrets(told, url), kept));
  it("is no longer than a line or two", () =>
    assert.equal(withoutSecrets("x".repeat(5000), "smtp://mail").length, 300));
});
