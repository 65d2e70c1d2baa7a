/** Who is signed in: with a password or by single sign-on, from a session kept before, here or in another window. */
import type { SessionAnswer } from "../../shared/api/sessions.ts";
import type { Bilingual } from "../../shared/rule.ts";
import { during, tellProblem, valueOr, type AccountDesk } from "./desk.ts";
import { readOidcReturn } from "./oidc-return.ts";
import { makeSecret } from "./secrets.ts";
import { SESSION_KEY } from "./session.ts";
import type { Me } from "./state.ts";

const NO_SECRETS: Bilingual = {
  vi: "Đăng nhập một lần chỉ dùng được khi trang mở qua HTTPS (hoặc localhost). Xin dùng mật khẩu, hoặc báo người quản trị.",
  en: "Single sign-on works only on pages opened over HTTPS (or localhost). Please use a password, or tell the administrator.",
};

/** It begins with a page of ours (addin/pane/sign-in-page.ts): Office tells a dialog where it is in its first address alone. */
const SIGN_IN_PAGE = "/dang-nhap";

/** Told when somebody begins to work here, and when nobody does any more. */
interface Turns {
  readonly onEnter: (me: Me) => void;
  readonly onLeave: () => void;
}

export class Account {
  readonly #desk: AccountDesk;
  readonly #turns: Turns;

  constructor(desk: AccountDesk, turns: Turns) {
    this.#desk = desk;
    this.#turns = turns;
  }

  /** From the session kept before; without network, as the person it is of. */
  async start(): Promise<void> {
    const { session } = this.#desk;
    const me = session.keptMe;
    if (!me) return this.leave(null);
    const renewal = await session.renew(null);
    switch (renewal.kind) {
      case "renewed":
        return this.#enter(session.keptMe ?? me);
      case "failed":
        this.#enter(me);
        return tellProblem(this.#desk, renewal.trouble.told);
      case "ended":
        return this.leave(renewal.told);
    }
  }

  signIn(email: string, password: string): Promise<void> {
    return during(this.#desk, "signing-in", async () => {
      const asked = { body: { email, password } };
      this.#adopt(
        valueOr(this.#desk, await this.#desk.requests.ask((client) => client.call("signIn", asked), { token: null })),
      );
    });
  }

  signInWithOidc(): Promise<void> {
    return during(this.#desk, "signing-in", async () => {
      const { surroundings, requests } = this.#desk;
      const secret = await makeSecret();
      if (!secret) return tellProblem(this.#desk, NO_SECRETS);
      const address = `${surroundings.base}${SIGN_IN_PAGE}?challenge=${encodeURIComponent(secret.challenge)}`;
      const text = await surroundings.openSignIn(new URL(address, location.href).href);
      if (text === null) return;
      const back = readOidcReturn(text);
      if (back.kind === "problem") return tellProblem(this.#desk, back.told);
      const body = { code: back.code, verifier: secret.verifier };
      const reply = await requests.ask((client) => client.call("signInWithOidc", { body }), { token: null });
      this.#adopt(valueOr(this.#desk, reply));
    });
  }

  changePassword(current: string, next: string): Promise<void> {
    return during(this.#desk, "signing-in", async () => {
      const { asker, session } = this.#desk;
      const changed = await asker.ask((client) => client.call("changePassword", { body: { current, next } }));
      if (!changed.ok) return tellProblem(this.#desk, changed.told);
      const me = valueOr(this.#desk, await asker.ask((client) => client.call("readMe", {})));
      const known = me ?? (session.keptMe && { ...session.keptMe, mustChangePassword: false });
      if (!known) return;
      session.keepMe(known);
      this.#enter(known);
    });
  }

  signOut(everywhere: boolean): Promise<void> {
    return during(this.#desk, "signing-in", async () => {
      const { asker, session } = this.#desk;
      const reply = await asker.ask((client) => client.call(everywhere ? "signOutEverywhere" : "signOut", {}));
      // Elsewhere nothing has ended: it must not look so.
      if (!reply.ok && everywhere && reply.status !== 401) return tellProblem(this.#desk, reply.told);
      session.forget();
      await this.leave(null);
    });
  }

  /** Of another window: it signed in, out, or as somebody else. */
  async hear({ key }: StorageEvent): Promise<void> {
    if (key !== SESSION_KEY && key !== null) return;
    const { session, state } = this.#desk;
    const { account } = state.state;
    const before = "me" in account ? account.me : null;
    const now = session.keptMe;
    if (now?.id === before?.id && now?.mustChangePassword === before?.mustChangePassword) return;
    if (now?.id !== before?.id) session.drop();
    if (now) this.#enter(now);
    else await this.leave(null);
  }

  /** @param told why; null where the person knows */
  async leave(told: Bilingual | null): Promise<void> {
    const { state } = this.#desk;
    this.#turns.onLeave();
    state.change({ account: { kind: "signed-out", oidcName: null }, problem: told });
    await this.findWays();
  }

  /** Asked again once the service is reached, if it was not. */
  async findWays(): Promise<void> {
    const { requests, state } = this.#desk;
    const ways = await requests.ask((client) => client.call("readSignInWays", {}), { token: null });
    if (ways.ok && state.state.account.kind === "signed-out")
      state.change({ account: { kind: "signed-out", oidcName: ways.value.oidc?.name ?? null } });
  }

  #adopt(answer: SessionAnswer | null): void {
    if (!answer) return;
    this.#desk.session.adopt(answer);
    this.#enter(answer.me);
  }

  #enter(me: Me): void {
    this.#turns.onLeave();
    const kind = me.mustChangePassword ? "must-change-password" : "signed-in";
    this.#desk.state.change({ account: { kind, me } });
    if (kind === "signed-in") this.#turns.onEnter(me);
  }
}
