/** Single sign-on with a real provider, walked as a browser walks it. */
import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { readConfig } from "../../server/config.ts";
import { openStore, type Store } from "../../server/store/database.ts";
import { fromNow, tryPassword } from "./accounts.ts";
import { startProvider, walkLogin, type Account, type RealProvider } from "./oidc-provider.ts";
import {
  DATABASES,
  makeDatabase,
  nobody,
  signIn,
  signInFirst,
  somebody,
  startProcess,
  type Person,
  type ServiceProcess,
  type TestDatabase,
} from "./service.ts";

const ACCOUNTS: readonly Account[] = [
  { login: "an", email: "An.Nguyen@Vi-Du.vn", isVerified: true },
  { login: "binh", email: "binh@vi-du.vn" },
  { login: "chi", email: "chi@vi-du.vn", isVerified: false },
  { login: "dung", email: "khong-co-tai-khoan@vi-du.vn", isVerified: true },
  { login: "ke-gia", email: "an.nguyen@vi-du.vn", isVerified: true },
  { login: "giang", email: "giang@vi-du.vn", isVerified: true },
  { login: "khoa", email: "khoa@vi-du.vn", isVerified: true },
  { login: "long", email: "long@vi-du.vn", isVerified: true },
  { login: "vo-danh", isVerified: true },
  { login: "hoa", email: "hoa@vi-du.vn", isVerified: true },
];
const WITH_ACCOUNTS = [
  "khoa@vi-du.vn",
  "long@vi-du.vn",
  "an.nguyen@vi-du.vn",
  "binh@vi-du.vn",
  "chi@vi-du.vn",
  "giang@vi-du.vn",
  "hoa@vi-du.vn",
];

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

/** As the sign-in page makes them. */
function makeSecret(): { verifier: string; challenge: string } {
  const verifier = randomBytes(32).toString("base64url");
  return { verifier, challenge: createHash("sha256").update(verifier).digest("base64url") };
}

const go = async (address: string): Promise<string> => {
  const response = await fetch(address, { redirect: "manual" });
  assert.equal(response.status, 302, await response.text());
  return response.headers.get("location") ?? "";
};

for (const kind of DATABASES) {
  describe(`single sign-on (${kind})`, () => {
    let database: TestDatabase;
    let provider: RealProvider;
    let service: ServiceProcess;
    let administrator: Person;
    let store: Store;
    const personIds = new Map<string, string>();
    let port = 0;

    before(async function () {
      database = await makeDatabase(kind, this);
      port = await freePort();
      const callback = `http://127.0.0.1:${String(port)}/api/v1/oidc/callback`;
      provider = await startProvider(ACCOUNTS, { port: 0, callback });
      service = await startProcess({ ...database.env, ...provider.env, PORT: String(port) });
      assert.ok(service.firstAccount);
      administrator = await signInFirst(service.url, service.firstAccount);
      store = await openStore(readConfig(database.env).database);
      for (const email of WITH_ACCOUNTS) {
        const { person } = await administrator.get("addPerson", {
          params: { organisationId: "tinh-nghe-an" },
          body: { name: email, email, role: "submitter" },
        });
        personIds.set(email, person.id);
      }
    });
    after(async () => {
      await store?.close();
      await service?.stop();
      await provider?.stop();
      await database?.drop();
    });

    const start = (challenge: string): Promise<string> => go(`${service.url}/api/v1/oidc/start?challenge=${challenge}`);
    /** To the provider and back to the service's callback, which is not asked yet. */
    const atProvider = async (login: string, challenge: string, change = (url: URL): URL => url): Promise<string> =>
      walkLogin(change(new URL(await start(challenge))).href, { login, home: service.url });
    /** What the page gets behind the #. */
    const told = (address: string): URLSearchParams => {
      assert.ok(address.startsWith(`${service.url}/dang-nhap#`), address);
      return new URLSearchParams(new URL(address).hash.slice(1));
    };
    const finish = async (callback: string): Promise<URLSearchParams> => told(await go(callback));
    const signInAs = async (login: string): Promise<Person> => {
      const { verifier, challenge } = makeSecret();
      const code = (await finish(await atProvider(login, challenge))).get("code") ?? "";
      const session = await nobody(service.url).get("signInWithOidc", { body: { code, verifier } });
      return somebody(service.url, { ...session.me, password: "", token: () => session.accessToken });
    };
    const lastAudit = async (action: string): Promise<{ actor: string; details: unknown } | undefined> => {
      const { entries } = await administrator.get("readAudit", {});
      return entries.find((entry) => entry.action === action);
    };

    it("is offered by its name", async () => {
      const ways = await nobody(service.url).get("readSignInWays", {});
      assert.deepEqual(ways, { password: true, oidc: { name: "Tài khoản công vụ" } });
    });

    it("asks the provider with PKCE, state and nonce, and for no more than who it is", async () => {
      const { challenge } = makeSecret();
      const asked = new URL(await start(challenge)).searchParams;
      assert.equal(asked.get("code_challenge_method"), "S256");
      assert.equal(asked.get("state"), challenge);
      assert.ok((asked.get("nonce") ?? "").length >= 32);
      assert.equal(asked.get("scope"), "openid email profile");
      assert.notEqual(asked.get("code_challenge"), challenge);
    });

    it("signs in the person of the verified e-mail address, whatever its capitals", async () => {
      const an = await signInAs("an");
      const me = await an.get("readMe", {});
      assert.equal(me.email, "an.nguyen@vi-du.vn");
      assert.equal(me.organisation.name, "Nghệ An");
    });

    it("asks nobody to change a first password they never used, and drops it", async () => {
      const binh = await signInAs("binh");
      assert.equal((await binh.get("readMe", {})).mustChangePassword, false);
      await binh.get("listOrganisations", {});
    });

    it("knows the person again by the subject", async () => {
      const [first, second] = [await signInAs("an"), await signInAs("an")];
      assert.equal((await first.get("readMe", {})).id, (await second.get("readMe", {})).id);
    });

    const refusals: readonly (readonly [string, string, string])[] = [
      ["nobody's address", "dung", "oidc-unknown-person"],
      ["an address the provider has not verified", "chi", "oidc-unknown-person"],
      ["somebody without an address", "vo-danh", "oidc-unknown-person"],
      ["an address tied to another subject", "ke-gia", "oidc-unknown-person"],
    ];
    for (const [what, login, problem] of refusals) {
      it(`refuses ${what}`, async () => {
        const said = await finish(await atProvider(login, makeSecret().challenge));
        assert.equal(said.get("problem"), problem);
        assert.equal(said.get("email"), ACCOUNTS.find((one) => one.login === login)?.email?.toLowerCase() ?? "");
        assert.equal(said.get("code"), null);
      });
    }

    it("refuses a closed account", async () => {
      const personId = personIds.get("giang@vi-du.vn") ?? "";
      await administrator.get("changePerson", { params: { personId }, body: { isActive: false } });
      const said = await finish(await atProvider("giang", makeSecret().challenge));
      assert.equal(said.get("problem"), "account-closed");
    });

    it("refuses whoever is in a closed organisation", async () => {
      const params = { organisationId: "tinh-nghe-an" };
      const body = { kind: "department" as const, name: "Sở đã đóng" };
      const { id } = await administrator.get("addOrganisation", { params, body });
      const where = { params: { organisationId: id } };
      const moved = { organisation_id: id };
      const long = personIds.get("long@vi-du.vn") ?? "";
      await store.write((tx) => tx.updateTable("person").set(moved).where("id", "=", long).execute());
      await administrator.get("changeOrganisation", { ...where, body: { isClosed: true } });
      assert.equal((await finish(await atProvider("long", makeSecret().challenge))).get("problem"), "account-closed");
      await administrator.get("changeOrganisation", { ...where, body: { isClosed: false } });
      assert.ok((await finish(await atProvider("long", makeSecret().challenge))).get("code"));
    });

    it("refuses whose account is closed between the provider's answer and the trade", async () => {
      const { verifier, challenge } = makeSecret();
      const code = (await finish(await atProvider("long", challenge))).get("code") ?? "";
      const params = { personId: personIds.get("long@vi-du.vn") ?? "" };
      await administrator.get("changePerson", { params, body: { isActive: false } });
      const problem = await nobody(service.url).refused("signInWithOidc", { body: { code, verifier } });
      assert.equal(problem.code, "account-closed");
    });

    it("lets in whose password somebody else locked by guessing", async () => {
      const email = "khoa@vi-du.vn";
      for (let time = 0; time < 5; time++) await tryPassword(service.url, email, "sai");
      assert.equal(await tryPassword(service.url, email, "sai"), "account-locked");
      assert.equal((await (await signInAs("khoa")).get("readMe", {})).email, email);
    });

    it("ties the account anew after the administrator's reset", async () => {
      await signInAs("hoa");
      const personId = personIds.get("hoa@vi-du.vn") ?? "";
      const { firstPassword } = await administrator.get("resetPassword", { params: { personId } });
      const hoa = await signIn(service.url, { email: "hoa@vi-du.vn", password: firstPassword });
      assert.equal((await hoa.get("readMe", {})).mustChangePassword, true);
      assert.equal((await (await signInAs("hoa")).get("readMe", {})).mustChangePassword, false);
    });

    it("takes the provider's answer once", async () => {
      const callback = await atProvider("an", makeSecret().challenge);
      assert.ok((await finish(callback)).get("code"));
      assert.equal((await finish(callback)).get("problem"), "oidc-failed");
    });

    it("takes the provider's code for no other sign-in than the one it belongs to", async () => {
      const [first, second] = [makeSecret(), makeSecret()];
      const stolen = new URL(await atProvider("an", first.challenge));
      await start(second.challenge);
      stolen.searchParams.set("state", second.challenge);
      assert.equal((await finish(stolen.href)).get("problem"), "oidc-failed");
    });

    it("refuses a code the provider has taken back already, with a state of its own", async () => {
      const secret = makeSecret();
      const callback = new URL(await atProvider("an", secret.challenge));
      await finish(callback.href);
      await start(secret.challenge);
      assert.equal((await finish(callback.href)).get("problem"), "oidc-failed");
    });

    it("refuses an answer to a nonce it did not send", async () => {
      const change = (url: URL): URL => {
        url.searchParams.set("nonce", "khac-han-so-da-gui-0123456789");
        return url;
      };
      const callback = await atProvider("an", makeSecret().challenge, change);
      assert.equal((await finish(callback)).get("problem"), "oidc-failed");
    });

    const tampered: readonly (readonly [string, (url: URL) => void])[] = [
      ["a state nobody began", (url) => url.searchParams.set("state", makeSecret().challenge)],
      ["no state", (url) => url.searchParams.delete("state")],
      ["no code", (url) => url.searchParams.delete("code")],
      ["another issuer", (url) => url.searchParams.set("iss", "http://127.0.0.1:1")],
      ["the person's refusal", (url) => url.searchParams.set("error", "access_denied")],
    ];
    for (const [what, change] of tampered) {
      it(`refuses ${what}`, async () => {
        const callback = new URL(await atProvider("an", makeSecret().challenge));
        change(callback);
        assert.equal((await finish(callback.href)).get("problem"), "oidc-failed");
      });
    }

    it("gives a code that is good once, and only for whoever began", async () => {
      const { verifier, challenge } = makeSecret();
      const code = (await finish(await atProvider("an", challenge))).get("code") ?? "";
      const trade = (secret: string) => ({ body: { code, verifier: secret } });
      assert.equal((await nobody(service.url).get("signInWithOidc", trade(verifier))).me.email, "an.nguyen@vi-du.vn");
      assert.equal((await nobody(service.url).refused("signInWithOidc", trade(verifier))).code, "oidc-failed");

      const other = makeSecret();
      const second = (await finish(await atProvider("an", other.challenge))).get("code") ?? "";
      const slipped = { body: { code: second, verifier } };
      assert.equal((await nobody(service.url).refused("signInWithOidc", slipped)).code, "oidc-failed");
      const tooLate = { body: { code: second, verifier: other.verifier } };
      assert.equal((await nobody(service.url).refused("signInWithOidc", tooLate)).code, "oidc-failed");
    });

    it("forgets a sign-in that takes longer than ten minutes, and a code after one", async () => {
      const slow = await atProvider("an", makeSecret().challenge);
      await store.write((tx) =>
        tx
          .updateTable("oidc_login")
          .set({ expires_at: fromNow(-1) })
          .execute(),
      );
      assert.equal((await finish(slow)).get("problem"), "oidc-failed");

      const { verifier, challenge } = makeSecret();
      const code = (await finish(await atProvider("an", challenge))).get("code") ?? "";
      await store.write((tx) =>
        tx
          .updateTable("oidc_login")
          .set({ expires_at: fromNow(-1) })
          .execute(),
      );
      const problem = await nobody(service.url).refused("signInWithOidc", { body: { code, verifier } });
      assert.equal(problem.code, "oidc-failed");
    });

    it("gives one code for one answer and one session for one code, though asked many times at once", async () => {
      const { verifier, challenge } = makeSecret();
      const callback = await atProvider("an", challenge);
      const answers = await Promise.all(Array.from({ length: 5 }, () => finish(callback)));
      const codes = answers.flatMap((answer) => answer.get("code") ?? []);
      assert.equal(codes.length, 1);
      const body = { code: codes[0] ?? "", verifier };
      const trades = Array.from({ length: 5 }, () => nobody(service.url).client.call("signInWithOidc", { body }));
      const statuses = (await Promise.all(trades)).map(({ status }) => status);
      assert.deepEqual(statuses.sort(), [201, 401, 401, 401, 401]);
    });

    it("keeps no code and no verifier of a sign-in that is done", async () => {
      const { challenge } = makeSecret();
      const code = (await finish(await atProvider("an", challenge))).get("code") ?? "";
      const query = store.db.selectFrom("oidc_login").selectAll().where("state", "=", challenge);
      const row = await query.executeTakeFirstOrThrow();
      assert.deepEqual([row.nonce, row.verifier], ["", ""]);
      assert.ok(code.length > 40 && !JSON.stringify(row).includes(code));
    });

    const challenges: readonly string[] = ["", "ngắn", "x".repeat(44), "x".repeat(42), "x".repeat(42) + "!"];
    for (const challenge of challenges)
      it(`begins nothing with the challenge “${challenge.slice(0, 12)}” (${String(challenge.length)})`, async () => {
        const response = await fetch(`${service.url}/api/v1/oidc/start?challenge=${encodeURIComponent(challenge)}`);
        assert.equal(response.status, 400);
      });

    it("writes down who came, who was refused and why", async () => {
      assert.deepEqual((await lastAudit("sign-in"))?.details, { way: "oidc" });
      await finish(await atProvider("chi", makeSecret().challenge));
      assert.deepEqual((await lastAudit("fail-sign-in"))?.details, {
        way: "oidc",
        why: "email-not-verified",
        email: "chi@vi-du.vn",
      });
      const { entries } = await administrator.get("readAudit", {});
      assert.ok(entries.some((entry) => entry.action === "tie-single-sign-on"));
    });

    it("says so when the provider is gone, and goes on with passwords", async () => {
      const secret = makeSecret();
      const callback = await atProvider("an", secret.challenge);
      await provider.stop();
      assert.equal((await finish(callback)).get("problem"), "oidc-unavailable");
      assert.ok(await signIn(service.url, administrator));
    });

    it("starts without the provider, and finds it when it comes", async () => {
      await service.stop();
      service = await startProcess({ ...database.env, ...provider.env, PORT: String(port) });
      assert.equal(told(await start(makeSecret().challenge)).get("problem"), "oidc-unavailable");
      const back = Number(new URL(provider.issuer).port);
      provider = await startProvider(ACCOUNTS, { port: back, callback: `${service.url}/api/v1/oidc/callback` });
      assert.equal((await (await signInAs("an")).get("readMe", {})).email, "an.nguyen@vi-du.vn");
    });

    it("keeps addresses and codes out of the service's log", () => {
      assert.doesNotMatch(service.said(), /vi-du\.vn|code=/);
    });
  });
}

describe("single sign-on not set up", () => {
  it("is not offered, and says that there is none", async function () {
    const database = await makeDatabase("sqlite", this);
    const service = await startProcess(database.env);
    const ways = await nobody(service.url).get("readSignInWays", {});
    assert.equal(ways.oidc, null);
    const to = await go(`${service.url}/api/v1/oidc/start?challenge=${makeSecret().challenge}`);
    assert.equal(to, `${service.url}/dang-nhap#problem=oidc-unavailable`);
    const body = { code: "x".repeat(43), verifier: "y" };
    assert.equal((await nobody(service.url).refused("signInWithOidc", { body })).code, "oidc-failed");
    await service.stop();
    await database.drop();
  });
});
