/**
 * The session that all windows of the pane on this machine share. The refresh token is kept in the browser and spent once; the
 * access token stays in memory, and each renewal is told to the other windows, for it ends the token they hold.
 */
import * as z from "zod";
import { meSchema, type SessionAnswer } from "../../shared/api/sessions.ts";
import type { Bilingual } from "../../shared/rule.ts";
import { withLock } from "./locks.ts";
import type { Trouble } from "./reply.ts";
import type { Requests } from "./requests.ts";
import type { Me } from "./state.ts";
import { keepText, readText, removeText } from "./storage.ts";
import type { Windows } from "./windows.ts";

export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
}

export type Renewal =
  | { readonly kind: "renewed" }
  /** Null: signed out in another window. */
  | { readonly kind: "ended"; readonly told: Bilingual | null }
  | { readonly kind: "failed"; readonly trouble: Trouble };

export const SESSION_KEY = "phuluc.session";
const LOCK = "phuluc-session";
/** What another window has just been given arrives within this. */
const HEARING_MS = 500;

const keptSchema = z.object({ refreshToken: z.string().min(1), me: meSchema });
type Kept = z.infer<typeof keptSchema>;

function readKept(): Kept | null {
  try {
    return keptSchema.parse(JSON.parse(readText(SESSION_KEY) ?? "null"));
  } catch {
    return null;
  }
}

export class Session {
  readonly #requests: Requests;
  readonly #windows: Windows;
  readonly #stopListening: () => void;
  #tokens: Tokens | null = null;
  #renewing: Promise<Renewal> | null = null;

  constructor(requests: Requests, windows: Windows) {
    this.#requests = requests;
    this.#windows = windows;
    this.#stopListening = windows.listen((told) => {
      if (told.kind === "tokens" && this.#tokens !== null) this.#tokens = told.tokens;
    });
  }

  get tokens(): Tokens | null {
    return this.#tokens;
  }

  /** Who was signed in last, known without asking the service. */
  get keptMe(): Me | null {
    return readKept()?.me ?? null;
  }

  /** From signing in, or renewed. */
  adopt({ accessToken, refreshToken, me }: SessionAnswer): void {
    this.#tokens = { accessToken, refreshToken };
    keepText(SESSION_KEY, JSON.stringify({ refreshToken, me } satisfies Kept));
    this.#windows.tell({ kind: "tokens", tokens: this.#tokens });
  }

  /** What is known of the person has changed. */
  keepMe(me: Me): void {
    const kept = readKept();
    if (kept) keepText(SESSION_KEY, JSON.stringify({ ...kept, me } satisfies Kept));
  }

  /** On this machine, in all windows. */
  forget(): void {
    this.#tokens = null;
    removeText(SESSION_KEY);
  }

  /** Another window signed somebody else in, or out: what is held here is of nobody any more. */
  drop(): void {
    this.#tokens = null;
  }

  /** @param spent the access token that is worth nothing any more; null without one */
  renew(spent: string | null): Promise<Renewal> {
    if (this.#tokens && this.#tokens.accessToken !== spent) return Promise.resolve({ kind: "renewed" });
    this.#renewing ??= withLock(LOCK, () => this.#trade(spent)).finally(() => {
      this.#renewing = null;
    });
    return this.#renewing;
  }

  close(): void {
    this.#stopListening();
  }

  async #trade(spent: string | null): Promise<Renewal> {
    const kept = readKept();
    if (!kept) return this.#end(null);
    if (this.#tokens && this.#tokens.refreshToken !== kept.refreshToken) await this.#hear(kept.refreshToken);
    if (this.#tokens?.refreshToken === kept.refreshToken && this.#tokens.accessToken !== spent)
      return { kind: "renewed" };
    const reply = await this.#requests.ask(
      (client) => client.call("refreshSession", { body: { refreshToken: kept.refreshToken } }),
      { token: null },
    );
    if (reply.ok) {
      this.adopt(reply.value);
      return { kind: "renewed" };
    }
    switch (reply.code) {
      case "session-ended":
      case "token-already-used":
      case "account-closed":
        return this.#refused(kept, reply.told, spent);
      default:
        return { kind: "failed", trouble: reply };
    }
  }

  /** Without locks another window may have been quicker; then its token counts. */
  #refused(kept: Kept, told: Bilingual, spent: string | null): Renewal | Promise<Renewal> {
    const now = readKept();
    return now && now.refreshToken !== kept.refreshToken ? this.#trade(spent) : this.#end(told);
  }

  #end(told: Bilingual | null): Renewal {
    this.forget();
    return { kind: "ended", told };
  }

  #hear(refreshToken: string): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(clock);
        stop();
        resolve();
      };
      const clock = setTimeout(done, HEARING_MS);
      const stop = this.#windows.listen((told) => {
        if (told.kind === "tokens" && told.tokens.refreshToken === refreshToken) done();
      });
    });
  }
}
