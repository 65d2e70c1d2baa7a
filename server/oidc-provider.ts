/** The single sign-on provider, as it describes itself: asked for when first needed, so that the service starts without it. */
import * as client from "openid-client";
import type { OidcConfig } from "./config.ts";
import { Problem } from "./problem.ts";

/** Providers change their addresses and keys now and then. */
const KEPT_MS = 3_600_000;
const TIMEOUT_S = 5;

interface Found {
  readonly at: number;
  readonly provider: Promise<client.Configuration>;
}
const found = new WeakMap<OidcConfig, Found>();

/** @throws Problem oidc-unavailable; the next time it is asked again */
export async function findProvider(config: OidcConfig): Promise<client.Configuration> {
  const known = found.get(config);
  const isFresh = known !== undefined && Date.now() - known.at < KEPT_MS;
  const provider = isFresh ? known.provider : discover(config);
  if (!isFresh) found.set(config, { at: Date.now(), provider });
  try {
    return await provider;
  } catch {
    if (found.get(config)?.provider === provider) found.delete(config);
    throw new Problem("oidc-unavailable");
  }
}

function discover({ issuer, clientId, clientSecret, allowHttp }: OidcConfig): Promise<client.Configuration> {
  const proof = clientSecret === null ? client.None() : client.ClientSecretBasic(clientSecret);
  const execute = [client.enableNonRepudiationChecks];
  // Deprecated in name only, to stand out; the configuration asks for it.
  if (allowHttp) execute.push(client.allowInsecureRequests);
  return client.discovery(new URL(issuer), clientId, undefined, proof, { execute, timeout: TIMEOUT_S });
}

/** What went wrong while talking to the provider: it could not be reached, or it said no. */
export function toOidcProblem(trouble: unknown): Problem {
  if (trouble instanceof Problem) return trouble;
  const isUnreachable =
    trouble instanceof TypeError ||
    (trouble instanceof client.ClientError && UNREACHABLE.has(trouble.code ?? "")) ||
    isServerError(trouble);
  return new Problem(isUnreachable ? "oidc-unavailable" : "oidc-failed");
}

const UNREACHABLE = new Set(["OAUTH_TIMEOUT", "OAUTH_ABORT"]);

function isServerError(trouble: unknown): boolean {
  const cause = trouble instanceof Error && "cause" in trouble ? trouble.cause : null;
  return cause instanceof Response && cause.status >= 500;
}
