/**
 * Single sign-on: to the provider (start), back from it (finish), and a one-time code traded for a session. What is under way is
 * kept in the database, so that any instance can go on with it.
 *
 * The page that begins makes a secret and sends its hash along (challenge); who trades the code must show the secret (verifier).
 * So nobody can slip a sign-in of theirs into another's browser, and a code read over a shoulder is worth nothing.
 */
import { createHash } from "node:crypto";
import * as client from "openid-client";
import { API, API_PREFIX } from "../../shared/api.ts";
import type { SessionAnswer } from "../../shared/api/sessions.ts";
import { findProvider, toOidcProblem } from "../oidc-provider.ts";
import { Problem } from "../problem.ts";
import type { Redirect } from "../answers.ts";
import type { Asking, Service } from "../service.ts";
import type { Writing } from "../store/database.ts";
import { newToken, sha256 } from "../store/ids.ts";
import { findPerson } from "../store/people.ts";
import type { OidcLoginTable } from "../store/tables.ts";
import { findClosure, letIn } from "./let-in.ts";
import { admitByProvider, type ProviderClaims } from "./oidc-person.ts";

/** Time to sign in at the provider, with a second factor to be looked for. */
const LOGIN_MS = 600_000;
const CODE_MS = 60_000;

export const readSignInWays = ({ config }: Service): { password: true; oidc: { name: string } | null } => ({
  password: true,
  oidc: config.oidc && { name: config.oidc.name },
});

const after = (ms: number): string => new Date(Date.now() + ms).toISOString();
const callbackUrl = (service: Service): string => `${service.url()}${API_PREFIX}${API.finishOidc.path}`;

/** People are in their browser here: trouble is told by the page they come back to. */
async function backToPage(service: Service, way: () => Promise<Redirect>): Promise<Redirect> {
  try {
    return await way();
  } catch (trouble) {
    const { code, facts } = toOidcProblem(trouble);
    const reason = trouble instanceof Error && "code" in trouble ? String(trouble.code) : "";
    service.log.warn({ problem: code, reason }, "a single sign-on did not succeed");
    const told = new URLSearchParams({ problem: code, ...facts } as Record<string, string>);
    return { to: `${service.url()}/dang-nhap#${told.toString()}` };
  }
}

export function startOidc(service: Service, challenge: string): Promise<Redirect> {
  return backToPage(service, async () => {
    const provider = await findProvider(requireOidc(service));
    const login = {
      state: challenge,
      nonce: client.randomNonce(),
      verifier: client.randomPKCECodeVerifier(),
      expires_at: after(LOGIN_MS),
      code_hash: null,
      person_id: null,
    };
    await service.store.write(async (tx) => {
      await tx.deleteFrom("oidc_login").where("state", "=", challenge).execute();
      await tx.insertInto("oidc_login").values(login).execute();
    });
    const to = client.buildAuthorizationUrl(provider, {
      redirect_uri: callbackUrl(service),
      scope: "openid email profile",
      state: login.state,
      nonce: login.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(login.verifier),
      code_challenge_method: "S256",
    });
    return { to: to.href };
  });
}

function requireOidc({ config }: Service): NonNullable<Service["config"]["oidc"]> {
  if (!config.oidc) throw new Problem("oidc-unavailable");
  return config.oidc;
}

export function finishOidc(service: Service, state: string, asking: Asking): Promise<Redirect> {
  return backToPage(service, async () => {
    const provider = await findProvider(requireOidc(service));
    const login = await takeLogin(service, state);
    const address = new URL(`${callbackUrl(service)}${new URL(asking.url, "http://localhost").search}`);
    const claims = await askProvider(provider, login, address);
    const code = newToken();
    const outcome = await service.store.write(async (tx) => {
      const person = await admitByProvider(tx, claims, new Date().toISOString());
      if (person instanceof Problem) return person;
      const done = { ...login, nonce: "", verifier: "", expires_at: after(CODE_MS) };
      await tx
        .insertInto("oidc_login")
        .values({ ...done, code_hash: sha256(code), person_id: person.id })
        .execute();
      return null;
    });
    if (outcome) throw outcome;
    return { to: `${service.url()}/dang-nhap#code=${code}` };
  });
}

/** A state works once, whatever comes of it. */
async function takeLogin({ store }: Service, state: string): Promise<OidcLoginTable> {
  const login = await store.write((tx) =>
    tx
      .deleteFrom("oidc_login")
      .where("state", "=", state)
      .where("code_hash", "is", null)
      .where("expires_at", ">", new Date().toISOString())
      .returningAll()
      .executeTakeFirst(),
  );
  if (!login) throw new Problem("oidc-failed");
  return login;
}

/** Many providers tell the e-mail address only when asked with the access token. */
async function askProvider(
  provider: client.Configuration,
  login: OidcLoginTable,
  address: URL,
): Promise<ProviderClaims> {
  const tokens = await client.authorizationCodeGrant(provider, address, {
    pkceCodeVerifier: login.verifier,
    expectedState: login.state,
    expectedNonce: login.nonce,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (!claims) throw new Problem("oidc-failed");
  const more =
    claims["email"] === undefined ? await client.fetchUserInfo(provider, tokens.access_token, claims.sub) : {};
  const { email, email_verified: isVerified } = { ...claims, ...more } as Record<string, unknown>;
  return {
    subject: `${claims.iss} ${claims.sub}`,
    email: typeof email === "string" ? email : "",
    isEmailVerified: isVerified !== false && isVerified !== "false",
  };
}

interface Trade {
  readonly code: string;
  readonly verifier: string;
}

export async function signInWithOidc(
  service: Service,
  { code, verifier }: Trade,
  asking: Asking,
): Promise<SessionAnswer> {
  const challenge = createHash("sha256").update(verifier).digest("base64url");
  const outcome = await service.store.write(async (tx) => {
    const at = new Date().toISOString();
    const login = await takeCode(tx, code);
    const isGood = login !== undefined && login.expires_at > at && login.state === challenge;
    const person = isGood ? await findPerson(tx, login.person_id ?? "") : null;
    if (!person) return new Problem("oidc-failed");
    const closure = await findClosure(tx, person);
    return closure ?? letIn(tx, service.config, { person, at, asking, way: "oidc" });
  });
  if (outcome instanceof Problem) throw outcome;
  return outcome;
}

const takeCode = (tx: Writing, code: string): Promise<OidcLoginTable | undefined> =>
  tx.deleteFrom("oidc_login").where("code_hash", "=", sha256(code)).returningAll().executeTakeFirst();
